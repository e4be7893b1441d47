using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Orowan.Particles;

/// <summary>
/// The push of logarithmic repulsion on each particle of one species:
/// p_i = sum over j &lt; i of 1/(x_i - x_j) - sum over j > i of 1/(x_j - x_i), from the gaps alone.
/// </summary>
/// <remarks>
/// <para>
/// The particles stand in blocks of eight, one vector each. For i in block b and j in a later block c,
/// x_j - x_i = [x_i to the first particle of b + 1] + [that one to the first of c] + [the first of c to x_j]
/// = tail_i + reach_c + head_j. All three are sums of gaps, so no distance is a difference of positions, and each has a relative error
/// of a few roundings however unevenly the particles stand. When b steps down by one, reach_c grows by the length of one block: one
/// addition for 64 pairs.
/// </para>
/// <para>
/// Each pair is visited once and pushes both ways. Divisions bound the rate, so four pairs share one. With s = 1/(ab cd):
/// 1/a = b (s cd), 1/b = a (s cd), 1/c = d (s ab), 1/d = c (s ab), and 1/a + 1/b = (a + b)(s cd) is what a particle common to both
/// pairs gets. The caller scales lengths so that a product of four is far from overflow and underflow (<see cref="SpreadPower"/>).
/// </para>
/// <para>
/// Lanes are particles, eight on any hardware, and every sum has one order: the bits do not depend on the machine.
/// </para>
/// </remarks>
internal sealed class LikePush
{
    /// <summary>
    /// The spread is scaled into [2^200, 2^201), and the least gap must then be 2^-200 or more. So abcd is between 2^-800 and 2^804, its
    /// reciprocal between 2^-804 and 2^800, and the partial products between 2^-800 and 2^804 too: all normal numbers, whose range is
    /// 2^-1022 to 2^1024.
    /// </summary>
    public const int SpreadPower = 200;

    /// <summary>2^-200.</summary>
    public const double LeastGap = 6.223015277861142e-61;

    /// <summary>Heads and pushes of 128 blocks are 16 kB, half of a first-level cache, and stay there for all rows.</summary>
    private const int Tile = 128;

    private double[] head = [];
    private double[] tail = [];
    private double[] reach = [];
    private double[] push = [];

    /// <summary>Pushes of the last call; the particles beyond its count are padding.</summary>
    public ReadOnlySpan<double> Push => push;

    /// <summary>
    /// Computes <see cref="Push"/> for <paramref name="count"/> particles. Gaps are positive, scaled by <see cref="SpreadPower"/> and
    /// followed by zeros up to whole blocks.
    /// </summary>
    public void Compute(ReadOnlySpan<double> gap, int count)
    {
        var blocks = Lanes.Blocks(count);
        Reserve(blocks);
        for (var b = 0; b < blocks; b++) Inside(b, gap.Slice(8 * b, 8), Math.Min(8, count - (8 * b)));
        for (var first = 0; first < blocks; first += Tile)
        {
            var end = Math.Min(first + Tile, blocks);
            reach.AsSpan(first, end - first).Clear();
            for (var b = end - 2; b >= 0; b--) Between(b, Math.Max(first, b + 1), end, count);
        }
    }

    /// <summary>
    /// Heads and tails of block b, and the pushes within it. Row k holds the distances from particle k to the later ones of the block:
    /// those of row k + 1 plus one gap, in the lanes after k.
    /// </summary>
    private void Inside(int b, ReadOnlySpan<double> gap, int count)
    {
        var lane = Vector512.CreateSequence(0.0, 1.0);
        var real = Lanes.First(count);
        var after0 = Vector512.GreaterThan(lane, Vector512<double>.Zero);
        var after1 = Vector512.GreaterThan(lane, Vector512<double>.One);
        var after2 = Vector512.GreaterThan(lane, Vector512.Create(2.0));
        var after3 = Vector512.GreaterThan(lane, Vector512.Create(3.0));
        var after4 = Vector512.GreaterThan(lane, Vector512.Create(4.0));
        var after5 = Vector512.GreaterThan(lane, Vector512.Create(5.0));
        var after6 = Vector512.GreaterThan(lane, Vector512.Create(6.0));
        var row6 = Vector512.Create(gap[6]) & after6;
        var row5 = (row6 + Vector512.Create(gap[5])) & after5;
        var row4 = (row5 + Vector512.Create(gap[4])) & after4;
        var row3 = (row4 + Vector512.Create(gap[3])) & after3;
        var row2 = (row3 + Vector512.Create(gap[2])) & after2;
        var row1 = (row2 + Vector512.Create(gap[1])) & after1;
        var row0 = (row1 + Vector512.Create(gap[0])) & after0;
        row0.StoreUnsafe(ref head[8 * b]);
        var last = Vector512.Create(row0[7], row1[7], row2[7], row3[7], row4[7], row5[7], row6[7], 0);
        (last + Vector512.Create(gap[7])).StoreUnsafe(ref tail[8 * b]);

        var all = Vector512<double>.Zero;
        var (in0, in1, in2, in3) = (after0 & real, after1 & real, after2 & real, after3 & real);
        var (in4, in5, in6, in7) = (after4 & real, after5 & real, after6 & real, Vector512<double>.Zero);
        FourMasked(row0, row1, row2, row3, in0, in1, in2, in3, out var p0, out var p1, out var p2, out var p3, ref all);
        FourMasked(row4, row5, row6, row6, in4, in5, in6, in7, out var p4, out var p5, out var p6, out var p7, ref all);
        (all - Lanes.Sums(p0, p1, p2, p3, p4, p5, p6, p7)).StoreUnsafe(ref push[8 * b]);
    }

    /// <summary>As <see cref="Four"/>, in some lanes: a distance elsewhere is replaced by 1, and what comes of it is dropped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourMasked(
        Vector512<double> a,
        Vector512<double> b,
        Vector512<double> c,
        Vector512<double> d,
        Vector512<double> inA,
        Vector512<double> inB,
        Vector512<double> inC,
        Vector512<double> inD,
        out Vector512<double> fa,
        out Vector512<double> fb,
        out Vector512<double> fc,
        out Vector512<double> fd,
        ref Vector512<double> common)
    {
        a = Vector512.ConditionalSelect(inA, a, Vector512<double>.One);
        b = Vector512.ConditionalSelect(inB, b, Vector512<double>.One);
        c = Vector512.ConditionalSelect(inC, c, Vector512<double>.One);
        d = Vector512.ConditionalSelect(inD, d, Vector512<double>.One);
        var (scd, sab) = Lanes.Reciprocals(a * b, c * d);
        fa = (b * scd) & inA;
        fb = (a * scd) & inB;
        fc = (d * sab) & inC;
        fd = (c * sab) & inD;
        common += (fa + fb) + (fc + fd);
    }

    /// <summary>The pairs of block b with blocks first, ..., end - 1.</summary>
    private void Between(int b, int first, int end, int count)
    {
        var heads = MemoryMarshal.Cast<double, Vector512<double>>(head.AsSpan());
        var pushes = MemoryMarshal.Cast<double, Vector512<double>>(push.AsSpan());
        var step = tail[8 * b];
        var tails = tail.AsSpan(8 * b, 8);
        var t0 = Vector512.Create(tails[0]);
        var t1 = Vector512.Create(tails[1]);
        var t2 = Vector512.Create(tails[2]);
        var t3 = Vector512.Create(tails[3]);
        var t4 = Vector512.Create(tails[4]);
        var t5 = Vector512.Create(tails[5]);
        var t6 = Vector512.Create(tails[6]);
        var t7 = Vector512.Create(tails[7]);
        Vector512<double> f0 = default, f1 = default, f2 = default, f3 = default;
        Vector512<double> f4 = default, f5 = default, f6 = default, f7 = default;
        var whole = Math.Min(end, count / 8);
        for (var c = first; c < whole; c++)
        {
            var y = heads[c] + Vector512.Create(reach[c]);
            reach[c] += step;
            var p = pushes[c];
            Four(y + t0, y + t1, y + t2, y + t3, ref f0, ref f1, ref f2, ref f3, ref p);
            Four(y + t4, y + t5, y + t6, y + t7, ref f4, ref f5, ref f6, ref f7, ref p);
            pushes[c] = p;
        }
        if (whole < end)
        {
            var real = Lanes.First(count % 8);
            var y = heads[whole] + Vector512.Create(reach[whole]);
            reach[whole] += step;
            var p = pushes[whole];
            Vector512<double> g0 = default, g1 = default, g2 = default, g3 = default;
            Vector512<double> g4 = default, g5 = default, g6 = default, g7 = default;
            Four(y + t0, y + t1, y + t2, y + t3, ref g0, ref g1, ref g2, ref g3, ref p);
            Four(y + t4, y + t5, y + t6, y + t7, ref g4, ref g5, ref g6, ref g7, ref p);
            pushes[whole] = p;
            f0 += g0 & real;
            f1 += g1 & real;
            f2 += g2 & real;
            f3 += g3 & real;
            f4 += g4 & real;
            f5 += g5 & real;
            f6 += g6 & real;
            f7 += g7 & real;
        }
        pushes[b] -= Lanes.Sums(f0, f1, f2, f3, f4, f5, f6, f7);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(
        Vector512<double> a,
        Vector512<double> b,
        Vector512<double> c,
        Vector512<double> d,
        ref Vector512<double> fa,
        ref Vector512<double> fb,
        ref Vector512<double> fc,
        ref Vector512<double> fd,
        ref Vector512<double> common)
    {
        var (scd, sab) = Lanes.Reciprocals(a * b, c * d);
        fa = Vector512.FusedMultiplyAdd(b, scd, fa);
        fb = Vector512.FusedMultiplyAdd(a, scd, fb);
        fc = Vector512.FusedMultiplyAdd(d, sab, fc);
        fd = Vector512.FusedMultiplyAdd(c, sab, fd);
        common = Vector512.FusedMultiplyAdd(a + b, scd, common);
        common = Vector512.FusedMultiplyAdd(c + d, sab, common);
    }

    private void Reserve(int blocks)
    {
        if (reach.Length >= blocks) return;
        head = new double[8 * blocks];
        tail = new double[8 * blocks];
        push = new double[8 * blocks];
        reach = new double[blocks];
    }
}
