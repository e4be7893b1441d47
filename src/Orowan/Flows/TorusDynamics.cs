using MathNet.Numerics.LinearAlgebra;
using Orowan.Formats;
using Orowan.Integration;
using Orowan.Particles;

namespace Orowan.Flows;

/// <summary>
/// The gradient flow (2.12) or (2.19) of B as a differential equation. Unknowns: for each dipole the movement of its centre and its half
/// width, (4.5) and (4.6) of B, then the movements of the other particles, each with its mobile components, and the dissipation
/// (1/n) int |x'|^2 last.
/// </summary>
/// <remarks>
/// A dipole has one stiff mode, its width, which decays at the rate -(2/n) D^2 V(2 d) by its own pull; what couples dipoles with each
/// other is weaker by the square of width over distance. The blocks of the Jacobian are those pulls.
/// </remarks>
internal sealed class TorusDynamics : IBlockFlow
{
    /// <summary>Four spacings of doubles at 1: the rounding of a sum of forces, relative to the sum of their sizes.</summary>
    private const double Rounding = 4 * 2.220446049250313e-16;

    /// <summary>Dissipation is wanted to the tolerance relative to itself, or to this share of 1/n, the size of energies.</summary>
    private const double DissipationFloor = 0.01;

    private const double Smallest = 1e-300;

    private readonly TorusCase subject;
    private readonly TorusPairing pairing;
    private readonly TorusForces forces;
    private readonly double tolerance;
    private readonly int mobile;
    private readonly double core;
    private readonly double lengthScale;
    private readonly double widthFloor;
    private readonly double[] movement;
    private readonly double[] halfWidth;
    private readonly double[] velocity;
    private readonly double[] size;
    private readonly double[] nearest;
    private readonly double[] small;

    /// <param name="tolerance">Local error allowed per step, relative to the natural unit of each unknown.</param>
    public TorusDynamics(TorusCase subject, TorusPairing pairing, double tolerance)
    {
        this.subject = subject;
        this.pairing = pairing;
        this.tolerance = tolerance;
        forces = new TorusForces(subject, pairing);
        mobile = subject.Motion == TorusMotion.Slip ? 1 : subject.Dimension;
        lengthScale = subject.LengthScale;
        core = subject.V is { IsSingular: false, HessianBound: > 0 } v ? v.GradientBound / v.HessianBound : 0;
        widthFloor = Math.Min(core, Math.Max(1, subject.U.GradientBound) * subject.Count * core * core);
        movement = new double[subject.X.Length];
        halfWidth = new double[pairing.HalfWidth.Length];
        velocity = new double[subject.Count * mobile];
        size = new double[subject.Count];
        nearest = new double[subject.Count];
        small = new double[4];
        Blocks = [
            .. Enumerable.Range(0, pairing.Pairs.Length).Select(k => (2 * mobile * k, 2 * mobile)),
            .. Enumerable.Range(0, pairing.Singles.Length).Select(s => (Single(s), mobile)),
            (Dimension - 1, 1)];
    }

    /// <summary>The local tolerance.</summary>
    public double Tolerance => tolerance;

    public int Dimension => (subject.Count * mobile) + 1;

    /// <inheritdoc/>
    public bool UsesBlocks { get; set; }

    /// <inheritdoc/>
    public IReadOnlyList<(int First, int Size)> Blocks { get; }

    /// <summary>The unknowns at the start; each half width changed relatively by <paramref name="perturbation"/>, with alternating signs.</summary>
    public double[] Initial(double perturbation)
    {
        var y = new double[Dimension];
        for (var k = 0; k < pairing.Pairs.Length; k++)
        {
            for (var a = 0; a < mobile; a++)
            {
                var sign = (k + a) % 2 == 0 ? 1 : -1;
                y[(2 * mobile * k) + mobile + a] = pairing.HalfWidth[(k * subject.Dimension) + a] * (1 + (sign * perturbation));
            }
        }
        if (perturbation == 0 || pairing.Singles.Length == 0) return y;
        Expand(y);
        forces.Sizes(movement, size, nearest);
        for (var s = 0; s < pairing.Singles.Length; s++)
        {
            for (var a = 0; a < mobile; a++)
            {
                y[Single(s) + a] = ((s + a) % 2 == 0 ? 1 : -1) * perturbation * Math.Min(1, nearest[pairing.Singles[s]]);
            }
        }
        return y;
    }

    /// <inheritdoc/>
    public bool TryRate(ReadOnlySpan<double> y, Span<double> rate)
    {
        Expand(y);
        if (!forces.TryInteraction(movement, velocity)) return false;
        double dissipation = 0;
        var d = subject.Dimension;
        for (var k = 0; k < pairing.Pairs.Length; k++)
        {
            var (i, j) = pairing.Pairs[k];
            var centre = rate.Slice(2 * mobile * k, mobile);
            var width = rate.Slice((2 * mobile * k) + mobile, mobile);
            var half = halfWidth.AsSpan(k * d, d);
            if (!forces.TryOwnPull(half, width)) return false;
            for (var a = 0; a < mobile; a++)
            {
                var (plus, minus) = (velocity[(i * mobile) + a], velocity[(j * mobile) + a]);
                centre[a] = 0.5 * (plus + minus);
                width[a] += 0.5 * (plus - minus);
            }
            Drift(y, k, small);
            forces.AddExternal(i, small.AsSpan(0, d), half, centre, width);
            for (var a = 0; a < mobile; a++) dissipation += 2 * ((centre[a] * centre[a]) + (width[a] * width[a]));
        }
        for (var s = 0; s < pairing.Singles.Length; s++)
        {
            var i = pairing.Singles[s];
            var own = rate.Slice(Single(s), mobile);
            velocity.AsSpan(i * mobile, mobile).CopyTo(own);
            forces.AddExternal(i, movement.AsSpan(i * d, d), own);
            for (var a = 0; a < mobile; a++) dissipation += own[a] * own[a];
        }
        rate[^1] = dissipation / subject.Count;
        return double.IsFinite(rate[^1]);
    }

    /// <inheritdoc/>
    public void AllowedErrors(ReadOnlySpan<double> y, ReadOnlySpan<double> rate, double step, Span<double> allowed)
    {
        Expand(y);
        forces.Sizes(movement, size, nearest);
        var scale = lengthScale;
        for (var k = 0; k < pairing.Pairs.Length; k++)
        {
            var (i, j) = pairing.Pairs[k];
            var width = Norm(halfWidth.AsSpan(k * subject.Dimension, subject.Dimension));
            var sizes = Rounding * (size[i] + size[j]);
            var memory = Math.Min(step, subject.Count * ((width * width) + (core * core)));
            var wanted = subject.Dipoles is null ? Math.Max(width, core) : Math.Max(width, widthFloor);
            for (var a = 0; a < mobile; a++)
            {
                allowed[(2 * mobile * k) + a] = (tolerance * Unit(Math.Min(nearest[i], nearest[j]), scale)) + (sizes * step) + Smallest;
                allowed[(2 * mobile * k) + mobile + a] = (tolerance * Math.Min(scale, wanted)) + (sizes * memory) + Smallest;
            }
        }
        for (var s = 0; s < pairing.Singles.Length; s++)
        {
            var i = pairing.Singles[s];
            for (var a = 0; a < mobile; a++)
            {
                allowed[Single(s) + a] = (tolerance * Unit(nearest[i], scale)) + (Rounding * size[i] * step) + Smallest;
            }
        }
        allowed[^1] = tolerance * Math.Max(Math.Abs(y[^1]), DissipationFloor / subject.Count);
    }

    /// <inheritdoc/>
    public void Jacobian(ReadOnlySpan<double> y, Matrix<double> jacobian)
    {
        Expand(y);
        var byPosition = new double[subject.Count * mobile, subject.Count * mobile];
        forces.Jacobian(movement, byPosition);
        // Rows and columns of a dipole: with x+- = u +- w, d/du = d/dx+ + d/dx-, d/dw = d/dx+ - d/dx-, and the rates are half of that.
        var unknowns = Unknowns();
        for (var r = 0; r < unknowns.Length; r++)
        {
            for (var c = 0; c < unknowns.Length; c++)
            {
                var (row, column) = (unknowns[r], unknowns[c]);
                var sum = byPosition[row.First, column.First];
                if (column.Second >= 0) sum += column.Sign * byPosition[row.First, column.Second];
                if (row.Second >= 0)
                {
                    sum += row.Sign * byPosition[row.Second, column.First];
                    if (column.Second >= 0) sum += row.Sign * column.Sign * byPosition[row.Second, column.Second];
                    sum *= 0.5;
                }
                jacobian[r, c] = sum;
            }
        }
        Span<double> own = stackalloc double[mobile * mobile];
        for (var k = 0; k < pairing.Pairs.Length; k++)
        {
            forces.OwnJacobian(halfWidth.AsSpan(k * subject.Dimension, subject.Dimension), own);
            var first = (2 * mobile * k) + mobile;
            for (var a = 0; a < mobile; a++)
            {
                for (var b = 0; b < mobile; b++) jacobian[first + a, first + b] += own[(a * mobile) + b];
            }
        }
    }

    /// <inheritdoc/>
    public void BlockJacobian(ReadOnlySpan<double> y, Span<double> blocks)
    {
        Expand(y);
        blocks.Clear();
        var d = subject.Dimension;
        Span<double> own = stackalloc double[mobile * mobile];
        Span<double> outside = stackalloc double[mobile * mobile];
        var at = 0;
        for (var k = 0; k < pairing.Pairs.Length; k++)
        {
            forces.OwnJacobian(halfWidth.AsSpan(k * d, d), own);
            Drift(y, k, small);
            forces.ExternalHessian(pairing.Pairs[k].Positive, small.AsSpan(0, d), outside);
            var side = 2 * mobile;
            for (var a = 0; a < mobile; a++)
            {
                for (var b = 0; b < mobile; b++)
                {
                    blocks[at + ((mobile + a) * side) + mobile + b] = own[(a * mobile) + b];
                    blocks[at + (a * side) + mobile + b] = -outside[(a * mobile) + b];
                    blocks[at + ((mobile + a) * side) + b] = -outside[(a * mobile) + b];
                }
            }
            at += side * side;
        }
    }

    /// <summary>
    /// The largest row sum of (I - h J_b)^-1 h (J - J_b), J_b the blocks, in units of the errors allowed: how an iteration with the blocks
    /// alone contracts in a step of length h.
    /// </summary>
    public double Coupling(ReadOnlySpan<double> y, double step)
    {
        var jacobian = Matrix<double>.Build.Dense(Dimension, Dimension);
        Jacobian(y, jacobian);
        var blocks = new double[Blocks.Sum(block => block.Size * block.Size)];
        BlockJacobian(y, blocks);
        var rate = new double[Dimension];
        if (!TryRate(y, rate)) return double.PositiveInfinity;
        var allowed = new double[Dimension];
        AllowedErrors(y, rate, step, allowed);
        double largest = 0;
        var at = 0;
        foreach (var (first, blockSize) in Blocks)
        {
            var block = Matrix<double>.Build.DenseOfRowMajor(blockSize, blockSize, blocks.AsSpan(at, blockSize * blockSize).ToArray());
            at += blockSize * blockSize;
            var rows = jacobian.SubMatrix(first, blockSize, 0, Dimension);
            rows.SetSubMatrix(0, first, rows.SubMatrix(0, blockSize, first, blockSize) - block);
            var system = Matrix<double>.Build.DenseIdentity(blockSize) - (step * block);
            var coupled = system.LU().Solve(step * rows);
            for (var r = 0; r < blockSize; r++)
            {
                double sum = 0;
                for (var c = 0; c < Dimension; c++) sum += Math.Abs(coupled[r, c]) * allowed[c];
                largest = Math.Max(largest, sum / allowed[first + r]);
            }
        }
        return double.IsNaN(largest) ? double.PositiveInfinity : largest;
    }

    /// <summary>The positions at y, row-major n by d, as movements added to the case's own positions; at y(0) those themselves.</summary>
    public double[] Positions(ReadOnlySpan<double> y)
    {
        Expand(Initial(0));
        var start = (double[])movement.Clone();
        Expand(y);
        var x = new double[movement.Length];
        for (var i = 0; i < x.Length; i++) x[i] = subject.X[i] + (movement[i] - start[i]);
        return x;
    }

    /// <summary>Half widths of the dipoles at y, row-major by d.</summary>
    public double[] HalfWidths(ReadOnlySpan<double> y)
    {
        Expand(y);
        return (double[])halfWidth.Clone();
    }

    /// <summary>Movements of the centres of the dipoles at y, row-major by d.</summary>
    public double[] Drifts(ReadOnlySpan<double> y)
    {
        var drifts = new double[pairing.HalfWidth.Length];
        for (var k = 0; k < pairing.Pairs.Length; k++) Drift(y, k, drifts.AsSpan(k * subject.Dimension, subject.Dimension));
        return drifts;
    }

    /// <summary>E_n at y.</summary>
    public double Energy(ReadOnlySpan<double> y)
    {
        Expand(y);
        return forces.Energy(movement, pairing.Pairs, halfWidth);
    }

    /// <summary>dx/dt of the particles for the rate of the unknowns, row-major n by d; 0 where they cannot move.</summary>
    public double[] Velocities(ReadOnlySpan<double> rate)
    {
        var velocities = new double[subject.X.Length];
        for (var k = 0; k < pairing.Pairs.Length; k++)
        {
            var (i, j) = pairing.Pairs[k];
            for (var a = 0; a < mobile; a++)
            {
                var (centre, width) = (rate[(2 * mobile * k) + a], rate[(2 * mobile * k) + mobile + a]);
                velocities[(i * subject.Dimension) + a] = centre + width;
                velocities[(j * subject.Dimension) + a] = centre - width;
            }
        }
        for (var s = 0; s < pairing.Singles.Length; s++)
        {
            for (var a = 0; a < mobile; a++) velocities[(pairing.Singles[s] * subject.Dimension) + a] = rate[Single(s) + a];
        }
        return velocities;
    }

    /// <summary>The two opposite particles that are closest to each other at y.</summary>
    public (int I, int J) ClosestOpposites(ReadOnlySpan<double> y)
    {
        Expand(y);
        var best = (0, 0);
        var least = double.PositiveInfinity;
        for (var k = 0; k < pairing.Pairs.Length; k++)
        {
            var width = 2 * Norm(halfWidth.AsSpan(k * subject.Dimension, subject.Dimension));
            if (width < least) (least, best) = (width, pairing.Pairs[k]);
        }
        for (var i = 0; i < subject.Count; i++)
        {
            for (var j = i + 1; j < subject.Count; j++)
            {
                if (subject.B[i] == subject.B[j] || pairing.Pairs.Contains((i, j)) || pairing.Pairs.Contains((j, i))) continue;
                var distance = forces.Distance(movement, i, j);
                if (distance < least) (least, best) = (distance, (i, j));
            }
        }
        return best;
    }

    private int Single(int s) => (2 * mobile * pairing.Pairs.Length) + (mobile * s);

    private double Unit(double distance, double scale) => Math.Min(scale, Math.Max(distance, core));

    private static double Norm(ReadOnlySpan<double> vector) =>
        vector.Length == 1 ? Math.Abs(vector[0]) : double.Hypot(vector[0], vector[1]);

    private void Drift(ReadOnlySpan<double> y, int k, Span<double> drift)
    {
        drift[..subject.Dimension].Clear();
        y.Slice(2 * mobile * k, mobile).CopyTo(drift);
    }

    private void Expand(ReadOnlySpan<double> y)
    {
        var d = subject.Dimension;
        pairing.HalfWidth.CopyTo(halfWidth, 0);
        Array.Clear(movement);
        for (var k = 0; k < pairing.Pairs.Length; k++)
        {
            var (i, j) = pairing.Pairs[k];
            for (var a = 0; a < mobile; a++) halfWidth[(k * d) + a] = y[(2 * mobile * k) + mobile + a];
            for (var a = 0; a < d; a++)
            {
                var centre = a < mobile ? y[(2 * mobile * k) + a] : 0;
                movement[(i * d) + a] = centre + halfWidth[(k * d) + a];
                movement[(j * d) + a] = centre - halfWidth[(k * d) + a];
            }
        }
        for (var s = 0; s < pairing.Singles.Length; s++) y.Slice(Single(s), mobile).CopyTo(movement.AsSpan(pairing.Singles[s] * d));
    }

    private (int First, int Second, int Sign)[] Unknowns()
    {
        var unknowns = new (int First, int Second, int Sign)[Dimension - 1];
        for (var k = 0; k < pairing.Pairs.Length; k++)
        {
            var (i, j) = pairing.Pairs[k];
            for (var a = 0; a < mobile; a++)
            {
                unknowns[(2 * mobile * k) + a] = ((i * mobile) + a, (j * mobile) + a, 1);
                unknowns[(2 * mobile * k) + mobile + a] = ((i * mobile) + a, (j * mobile) + a, -1);
            }
        }
        for (var s = 0; s < pairing.Singles.Length; s++)
        {
            for (var a = 0; a < mobile; a++) unknowns[Single(s) + a] = ((pairing.Singles[s] * mobile) + a, -1, 0);
        }
        return unknowns;
    }
}
