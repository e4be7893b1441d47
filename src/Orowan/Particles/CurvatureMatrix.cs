using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Orowan.Potentials;

namespace Orowan.Particles;

/// <summary>
/// Minus the derivative of the velocities by the positions, to some per cent: M_ij = -(1/n) f''(x_i - x_j) for i != j (f = V or W by the
/// charges) with zero row sums. A product costs some 32 operations for each particle and n^2/64 in all.
/// </summary>
/// <remarks>
/// <para>
/// The particles of a charge stand in groups of eight neighbours. Pairs in groups that are near each other, no farther apart than the wider
/// one is wide, have entries of their own. For two groups that are not, f'' at the distance of their centres stands for all 64: what
/// fast modes send there cancels in the sum over a group, and slow ones feel only the mean.
/// </para>
/// <para>
/// Both kinds are symmetric, and the diagonal is minus the sum of the entries as they are taken, so that a translation stays in the kernel.
/// </para>
/// </remarks>
internal sealed class CurvatureMatrix(Potential like, Potential opposite)
{
    private const int Entries = ParticleGroups.Size * ParticleGroups.Size;

    private readonly CurvatureLaw likeLaw = new(like);
    private readonly CurvatureLaw oppositeLaw = new(opposite);
    private readonly List<(int A, int B)> near = [];
    private double[] entries = [];
    private double[] far = [];
    private double[] sums = [];
    private double[] diagonal = [];

    /// <summary>Which particle stands where in a vector.</summary>
    public ParticleGroups Groups { get; } = new();

    /// <summary>The diagonal; twice the largest is above the largest eigenvalue.</summary>
    public ReadOnlySpan<double> Diagonal => diagonal.AsSpan(0, Groups.Slots);

    /// <summary>Takes the chain with these charges and gaps, of <paramref name="total"/> particles in all.</summary>
    public void Take(ReadOnlySpan<int> charge, ReadOnlySpan<double> gap, int total)
    {
        Groups.Take(charge, gap);
        Groups.FindNear(near);
        if (entries.Length < near.Count * Entries) entries = new double[near.Count * Entries];
        if (diagonal.Length != Groups.Slots)
        {
            diagonal = new double[Groups.Slots];
            sums = new double[ParticleGroups.Size * Lanes.Blocks(Groups.Count)];
            far = new double[Groups.Count * sums.Length];
        }
        for (var k = 0; k < near.Count; k++) WriteNear(near[k], entries.AsSpan(k * Entries, Entries), 1.0 / total);
        WriteFar(1.0 / total);
        diagonal.AsSpan().Clear();
        Multiply(Groups.Real, diagonal);
        for (var i = 0; i < diagonal.Length; i++) diagonal[i] = -diagonal[i];
    }

    /// <summary>Writes M v into <paramref name="product"/>; both by slots, v zero where no particle is.</summary>
    public void Multiply(ReadOnlySpan<double> v, Span<double> product)
    {
        var vectors = MemoryMarshal.Cast<double, Vector512<double>>(v);
        var target = MemoryMarshal.Cast<double, Vector512<double>>(product);
        var own = MemoryMarshal.Cast<double, Vector512<double>>(diagonal.AsSpan());
        var groupSums = MemoryMarshal.Cast<double, Vector512<double>>(sums.AsSpan());
        for (var a = 0; a < Groups.Count; a++) sums[a] = Lanes.Sum(vectors[a]);
        for (var a = 0; a < Groups.Count; a++)
        {
            var row = MemoryMarshal.Cast<double, Vector512<double>>(far.AsSpan(a * sums.Length, sums.Length));
            var sum = Vector512<double>.Zero;
            for (var c = 0; c < row.Length; c++) sum += row[c] * groupSums[c];
            target[a] = (own[a] * vectors[a]) - (Vector512.Create(Lanes.Sum(sum)) & Lanes.First(Groups.Members(a)));
        }
        var blocks = MemoryMarshal.Cast<double, Vector512<double>>(entries.AsSpan());
        for (var k = 0; k < near.Count; k++) MultiplyNear(blocks.Slice(8 * k, 8), near[k].A, near[k].B, v, target);
    }

    private static void MultiplyNear(
        ReadOnlySpan<Vector512<double>> row,
        int a,
        int b,
        ReadOnlySpan<double> v,
        Span<Vector512<double>> target)
    {
        var ofA = v.Slice(ParticleGroups.Size * a, ParticleGroups.Size);
        var even = (row[0] * ofA[0]) + (row[2] * ofA[2]) + (row[4] * ofA[4]) + (row[6] * ofA[6]);
        var odd = (row[1] * ofA[1]) + (row[3] * ofA[3]) + (row[5] * ofA[5]) + (row[7] * ofA[7]);
        target[b] -= even + odd;
        if (a == b) return;
        var y = Vector512.Create(v.Slice(ParticleGroups.Size * b, ParticleGroups.Size));
        target[a] -= Lanes.Sums(row[0] * y, row[1] * y, row[2] * y, row[3] * y, row[4] * y, row[5] * y, row[6] * y, row[7] * y);
    }

    private void WriteNear((int A, int B) pair, Span<double> block, double factor)
    {
        var (a, b) = pair;
        Groups.Distances(a, b, block);
        (Groups.AreAlike(a, b) ? likeLaw : oppositeLaw).Curvatures(block, factor);
        for (var i = 0; i < ParticleGroups.Size; i++)
        {
            var row = block.Slice(ParticleGroups.Size * i, ParticleGroups.Size);
            if (i >= Groups.Members(a)) row.Clear();
            row[Groups.Members(b)..].Clear();
            if (a == b) row[i] = 0;
        }
        if (Groups.AreAlike(a, b)) return;

        // Opposites may stand in one place, where a singular W has no derivative.
        foreach (ref var entry in block)
        {
            if (!double.IsFinite(entry)) entry = 0;
        }
    }

    private void WriteFar(double factor)
    {
        for (var a = 0; a < Groups.Count; a++)
        {
            var row = far.AsSpan(a * sums.Length, sums.Length);
            for (var b = 0; b < Groups.Count; b++) row[b] = Math.Abs(Groups.Centre(b) - Groups.Centre(a));
            var first = row[..Groups.OfFirst];
            var second = row[Groups.OfFirst..Groups.Count];
            (a < Groups.OfFirst ? likeLaw : oppositeLaw).Curvatures(first, factor);
            (a < Groups.OfFirst ? oppositeLaw : likeLaw).Curvatures(second, factor);
        }
        foreach (var (a, b) in near) (far[(a * sums.Length) + b], far[(b * sums.Length) + a]) = (0, 0);
    }
}
