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
    private const double Rounding = 4 * Floating.Spacing;

    /// <summary>
    /// The share of a movement that is allowed as its error whatever the tolerance: a stage y + Z rounds by one spacing at most in Z and one in
    /// the sum, the iteration cannot correct what is below, and has to get to a tenth of the error allowed.
    /// </summary>
    private const double HeldDigits = 20 * Floating.Spacing;

    /// <summary>Dissipation is wanted to the tolerance relative to itself, or to this share of 1/n, the size of energies.</summary>
    private const double DissipationFloor = 0.01;

    private const double Smallest = 1e-300;

    /// <summary>Unknowns of a dipole at most.</summary>
    private const int LargestBlock = 4;

    /// <summary>Errors of a velocity that leave this share of the errors allowed in a step do not matter...</summary>
    private const double HarmlessShare = 1e-3;

    /// <summary>...where the step may be this many times as long as the last one.</summary>
    private const double LongestStep = 10;

    private readonly TorusCase subject;
    private readonly TorusPairing pairing;
    private readonly TorusForces forces;
    private readonly double tolerance;
    private readonly int mobile;
    private readonly double core;
    private readonly double lengthScale;
    private readonly double widthFloor;
    private readonly TorusExpansion expansion;
    private readonly TorusCoordinates at;
    private readonly TorusJacobian linear;
    private readonly double[] velocity;
    private readonly double[] size;
    private readonly double[] nearest;
    private readonly double[] small;
    private readonly double[] measuredAt;
    private double closest = double.NegativeInfinity;

    /// <param name="tolerance">Local error allowed per step, relative to the natural unit of each unknown.</param>
    public TorusDynamics(TorusCase subject, TorusPairing pairing, double tolerance)
    {
        this.subject = subject;
        this.pairing = pairing;
        this.tolerance = tolerance;
        forces = new TorusForces(subject, pairing);
        at = new TorusCoordinates(subject, pairing);
        expansion = new TorusExpansion(forces, subject.Count, subject.Dimension, at.Mobile);
        linear = new TorusJacobian(subject, pairing, forces, at);
        mobile = at.Mobile;
        lengthScale = subject.LengthScale;
        core = subject.V is { IsSingular: false, HessianBound: > 0 } v ? v.GradientBound / v.HessianBound : 0;
        widthFloor = Math.Min(core, Math.Max(1, subject.U.GradientBound) * subject.Count * core * core);
        velocity = new double[subject.Count * mobile];
        size = new double[subject.Count];
        nearest = new double[subject.Count];
        small = new double[subject.Dimension];
        measuredAt = new double[subject.X.Length];
        Blocks = [
            .. Enumerable.Range(0, pairing.Pairs.Length).Select(k => (2 * mobile * k, 2 * mobile)),
            .. Enumerable.Range(0, pairing.Singles.Length).Select(s => (at.Single(s), mobile)),
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
                y[at.Width(k) + a] = pairing.HalfWidth[(k * subject.Dimension) + a] * (1 + (sign * perturbation));
            }
        }
        if (perturbation == 0 || pairing.Singles.Length == 0) return y;
        at.Expand(y);
        Measure();
        for (var s = 0; s < pairing.Singles.Length; s++)
        {
            for (var a = 0; a < mobile; a++)
            {
                y[at.Single(s) + a] = ((s + a) % 2 == 0 ? 1 : -1) * perturbation * Math.Min(1, nearest[pairing.Singles[s]]);
            }
        }
        return y;
    }

    /// <inheritdoc/>
    public int CouplingLength => velocity.Length;

    /// <inheritdoc/>
    public bool TryRate(ReadOnlySpan<double> y, Span<double> rate) => TryCoupling(y, velocity) && TryRate(y, velocity, rate);

    /// <inheritdoc/>
    public bool TryCoupling(ReadOnlySpan<double> y, Span<double> coupling)
    {
        at.Expand(y);
        return UsesBlocks ? expansion.TryInteraction(at.Movement, coupling) : forces.TryInteraction(at.Movement, coupling);
    }

    /// <inheritdoc/>
    /// <param name="coupling">Velocities of the particles due to all but their partners.</param>
    public bool TryRate(ReadOnlySpan<double> y, ReadOnlySpan<double> coupling, Span<double> rate)
    {
        at.Expand(y);
        double dissipation = 0;
        for (var k = 0; k < pairing.Pairs.Length; k++)
        {
            var (i, j) = pairing.Pairs[k];
            var centre = rate.Slice(at.Centre(k), mobile);
            var width = rate.Slice(at.Width(k), mobile);
            var half = at.HalfWidthOf(k);
            if (!forces.TryOwnPull(half, width)) return false;
            for (var a = 0; a < mobile; a++)
            {
                var (plus, minus) = (coupling[(i * mobile) + a], coupling[(j * mobile) + a]);
                centre[a] = 0.5 * (plus + minus);
                width[a] += 0.5 * (plus - minus);
            }
            at.Drift(y, k, small);
            forces.AddExternal(i, small, half, centre, width);
            for (var a = 0; a < mobile; a++) dissipation += 2 * ((centre[a] * centre[a]) + (width[a] * width[a]));
        }
        for (var s = 0; s < pairing.Singles.Length; s++)
        {
            var i = pairing.Singles[s];
            var own = rate.Slice(at.Single(s), mobile);
            coupling.Slice(i * mobile, mobile).CopyTo(own);
            forces.AddExternal(i, at.MovementOf(i), own);
            for (var a = 0; a < mobile; a++) dissipation += own[a] * own[a];
        }
        rate[^1] = dissipation / subject.Count;
        return double.IsFinite(rate[^1]);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// A movement is a double, and in a cluster that has moved far the separations are wrong by its last digit. The forces then have noise of
    /// that times <see cref="Stiffness"/>, which the flow forgets as fast as it acts, so that positions are off by that digit; but the
    /// dissipation adds up the squares of the velocities, noise with them.
    /// </remarks>
    public void AllowedErrors(ReadOnlySpan<double> y, ReadOnlySpan<double> rate, double step, Span<double> allowed)
    {
        at.Expand(y);
        Measure();
        var scale = lengthScale;
        double noise = 0;
        var ahead = Math.Min(subject.T, LongestStep * step);
        var harmless = double.PositiveInfinity;
        for (var k = 0; k < pairing.Pairs.Length; k++)
        {
            var (i, j) = pairing.Pairs[k];
            var width = TorusCoordinates.Norm(at.HalfWidthOf(k));
            var sizes = Rounding * (size[i] + size[j]);
            var memory = Math.Min(step, subject.Count * ((width * width) + (core * core)));
            var wanted = subject.Dipoles is null ? Math.Max(width, core) : Math.Max(width, widthFloor);
            var beside = Math.Min(nearest[i], nearest[j]);
            for (var a = 0; a < mobile; a++)
            {
                var centre = at.Centre(k) + a;
                allowed[centre] = (tolerance * Unit(beside, scale)) + (sizes * step) + (HeldDigits * Math.Abs(y[centre])) + Smallest;
                noise += 2 * Noise(y[centre], rate[centre], sizes, beside);
                allowed[at.Width(k) + a] = (tolerance * Math.Min(scale, wanted)) + (sizes * memory) + Smallest;
            }
            var kept = Math.Min(ahead, subject.Count * ((width * width) + (core * core)));
            harmless = Math.Min(harmless, tolerance * Math.Min(Unit(beside, scale) / ahead, Math.Min(scale, wanted) / kept));
        }
        for (var s = 0; s < pairing.Singles.Length; s++)
        {
            var i = pairing.Singles[s];
            for (var a = 0; a < mobile; a++)
            {
                var k = at.Single(s) + a;
                allowed[k] = (tolerance * Unit(nearest[i], scale)) + (Rounding * size[i] * step) + (HeldDigits * Math.Abs(y[k])) + Smallest;
                noise += Noise(y[k], rate[k], Rounding * size[i], nearest[i]);
            }
        }
        expansion.Allowed = step > 0 && pairing.Pairs.Length > 0 ? HarmlessShare * harmless : 0;
        allowed[^1] = (tolerance * Math.Max(Math.Abs(y[^1]), DissipationFloor / subject.Count)) + (step * noise / subject.Count);
    }

    /// <summary>Sizes of the forces and distances, of which a thousandth does not matter: again only when particles have moved by more.</summary>
    private void Measure()
    {
        double moved = 0;
        for (var i = 0; i < measuredAt.Length; i++) moved = Math.Max(moved, Math.Abs(at.Movement[i] - measuredAt[i]));
        if (moved <= 1e-3 * closest) return;
        forces.Sizes(at.Movement, size, nearest);
        at.Movement.CopyTo(measuredAt);
        closest = nearest.Min();
    }

    /// <summary>What the square of a velocity may be off by, where a sum of forces is off by <paramref name="rounding"/>.</summary>
    private double Noise(double movement, double velocity, double rounding, double distance)
    {
        var error = rounding + (Floating.Spacing * Math.Abs(movement) * Stiffness(distance));
        return ((2 * Math.Abs(velocity)) + error) * error;
    }

    /// <inheritdoc/>
    public void Jacobian(ReadOnlySpan<double> y, Matrix<double> jacobian)
    {
        var whole = linear.Whole(y);
        for (var r = 0; r < Dimension - 1; r++)
        {
            for (var c = 0; c < Dimension - 1; c++) jacobian[r, c] = whole[r, c];
        }
    }

    /// <inheritdoc/>
    public void BlockJacobian(ReadOnlySpan<double> y, Span<double> blocks) => linear.Blocks(y, blocks);

    /// <summary>
    /// The largest row sum of (I - h J_b)^-1 h (J - J_b), J_b the blocks, in units of the errors allowed: how an iteration with the blocks
    /// alone contracts in a step of length h.
    /// </summary>
    public double Contraction(ReadOnlySpan<double> y, double step)
    {
        var rate = new double[Dimension];
        if (!TryRate(y, rate)) return double.PositiveInfinity;
        var allowed = new double[Dimension];
        AllowedErrors(y, rate, step, allowed);
        var jacobian = linear.Whole(y);
        var blocks = new double[Blocks.Sum(block => block.Size * block.Size)];
        BlockJacobian(y, blocks);
        double largest = 0;
        var from = 0;
        Span<double> system = stackalloc double[LargestBlock * LargestBlock];
        Span<double> inverse = stackalloc double[LargestBlock * LargestBlock];
        Span<double> sums = stackalloc double[LargestBlock];
        foreach (var (first, side) in Blocks)
        {
            if (first == Dimension - 1) break;
            for (var r = 0; r < side; r++)
            {
                for (var c = 0; c < side; c++)
                {
                    var entry = blocks[from + (r * side) + c];
                    jacobian[first + r, first + c] -= entry;
                    system[(r * side) + c] = (r == c ? 1 : 0) - (step * entry);
                }
            }
            from += side * side;
            SmallMatrix.Invert(system[..(side * side)], inverse[..(side * side)], side);
            sums.Clear();
            for (var c = 0; c < Dimension - 1; c++)
            {
                for (var r = 0; r < side; r++)
                {
                    double coupled = 0;
                    for (var k = 0; k < side; k++) coupled += inverse[(r * side) + k] * jacobian[first + k, c];
                    sums[r] += Math.Abs(coupled) * allowed[c];
                }
            }
            for (var r = 0; r < side; r++) largest = Math.Max(largest, step * sums[r] / allowed[first + r]);
        }
        return double.IsNaN(largest) ? double.PositiveInfinity : largest;
    }

    /// <summary>The positions at y, row-major n by d, as movements added to the case's own positions; at y(0) those themselves.</summary>
    public double[] Positions(ReadOnlySpan<double> y) => at.Positions(Initial(0), y);

    /// <inheritdoc cref="TorusCoordinates.HalfWidths"/>
    public double[] HalfWidths(ReadOnlySpan<double> y) => at.HalfWidths(y);

    /// <inheritdoc cref="TorusCoordinates.Drifts"/>
    public double[] Drifts(ReadOnlySpan<double> y) => at.Drifts(y);

    /// <inheritdoc cref="TorusCoordinates.Velocities"/>
    public double[] Velocities(ReadOnlySpan<double> rate) => at.Velocities(rate);

    /// <summary>E_n at y.</summary>
    public double Energy(ReadOnlySpan<double> y)
    {
        at.Expand(y);
        return forces.Energy(at.Movement, pairing.Pairs, at.HalfWidth);
    }

    /// <summary>The two opposite particles that are closest to each other at y.</summary>
    public (int I, int J) ClosestOpposites(ReadOnlySpan<double> y)
    {
        at.Expand(y);
        var best = (0, 0);
        var least = double.PositiveInfinity;
        for (var k = 0; k < pairing.Pairs.Length; k++)
        {
            var width = 2 * TorusCoordinates.Norm(at.HalfWidthOf(k));
            if (width < least) (least, best) = (width, pairing.Pairs[k]);
        }
        for (var i = 0; i < subject.Count; i++)
        {
            for (var j = i + 1; j < subject.Count; j++)
            {
                if (subject.B[i] == subject.B[j] || pairing.Pairs.Contains((i, j)) || pairing.Pairs.Contains((j, i))) continue;
                var distance = forces.Distance(at.Movement, i, j);
                if (distance < least) (least, best) = (distance, (i, j));
            }
        }
        return best;
    }

    /// <summary>
    /// What the velocity of one of two neighbours at this distance changes by per change of it: 2 |D^2 V| / n, |D^2 V| as of a logarithm where
    /// that is less than its supremum.
    /// </summary>
    private double Stiffness(double distance) => 2 * Math.Min(subject.V.HessianBound, 1 / (distance * distance)) / subject.Count;

    private double Unit(double distance, double scale) => Math.Min(scale, Math.Max(distance, core));
}
