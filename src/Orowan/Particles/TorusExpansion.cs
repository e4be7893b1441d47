using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Orowan.Particles;

/// <summary>
/// The interaction of <see cref="TorusForces"/> near one state by its expansion of first order, where the remainder does not matter: dipoles
/// far shorter than their distances pull at each other through thousands of evaluations in which no particle moves noticeably.
/// </summary>
/// <remarks>
/// The expansion is made anew, at a cost of some dozen evaluations, when the state has left its reach several times; the more often one
/// has not paid, the later the next.
/// </remarks>
internal sealed class TorusExpansion
{
    /// <summary>Evaluations outside the reach of the last expansion before the first new one.</summary>
    private const int Patience = 8;

    /// <summary>Evaluations that an expansion has to save.</summary>
    private const int Pays = 64;

    private readonly TorusForces forces;
    private readonly int dimension;
    private readonly int mobile;
    private readonly double[] at;
    private readonly double[] velocity;
    private readonly double[,] derivative;
    private double remainder = double.PositiveInfinity;
    private double reach;
    private int patience = Patience;
    private int missed;
    private int used = Pays;

    /// <param name="dimension">d.</param>
    /// <param name="mobile">Components in which particles move.</param>
    public TorusExpansion(TorusForces forces, int count, int dimension, int mobile)
    {
        this.forces = forces;
        this.dimension = dimension;
        this.mobile = mobile;
        at = new double[count * dimension];
        velocity = new double[count * mobile];
        derivative = new double[count * mobile, count * mobile];
    }

    /// <summary>The error of a velocity that does not matter.</summary>
    public double Allowed { get; set; }

    /// <inheritdoc cref="TorusForces.TryInteraction"/>
    public bool TryInteraction(ReadOnlySpan<double> movement, Span<double> result)
    {
        if (Reaches(movement))
        {
            used++;
            Evaluate(movement, result);
            return true;
        }
        if (!forces.TryInteraction(movement, result)) return false;
        if (Allowed > 0 && ++missed >= patience) Expand(movement, result);
        return true;
    }

    private bool Reaches(ReadOnlySpan<double> movement)
    {
        double largest = 0;
        for (var i = 0; i < at.Length; i++) largest = Math.Max(largest, Math.Abs(movement[i] - at[i]));
        return largest * Math.Sqrt(dimension) <= reach && dimension * largest * largest * remainder <= Allowed;
    }

    private void Evaluate(ReadOnlySpan<double> movement, Span<double> result)
    {
        velocity.CopyTo(result);
        var size = velocity.Length;
        // By columns, which the symmetric derivative has as rows: no sum depends on how wide the hardware is.
        var rows = MemoryMarshal.CreateReadOnlySpan(ref derivative[0, 0], derivative.Length);
        var lanes = Vector512<double>.Count;
        var wide = size / lanes * lanes;
        for (var k = 0; k < size; k++)
        {
            var p = (k / mobile * dimension) + (k % mobile);
            var moved = movement[p] - at[p];
            var row = rows.Slice(k * size, size);
            for (var i = 0; i < wide; i += lanes) (Vector512.Create<double>(result[i..]) + (moved * Vector512.Create(row[i..]))).CopyTo(result[i..]);
            for (var i = wide; i < size; i++) result[i] += moved * row[i];
        }
    }

    private void Expand(ReadOnlySpan<double> movement, ReadOnlySpan<double> exact)
    {
        if (used < Pays) patience *= 2;
        (missed, used) = (0, 0);
        var (second, nearest) = forces.SecondOrder(movement);
        (remainder, reach) = (second, nearest / 8);
        if (!double.IsFinite(remainder)) return;
        movement.CopyTo(at);
        exact.CopyTo(velocity);
        forces.InteractionJacobian(movement, derivative);
    }
}
