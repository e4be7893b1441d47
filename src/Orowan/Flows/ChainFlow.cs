using Orowan.Integration;
using Orowan.Particles;
using Orowan.Potentials;

namespace Orowan.Flows;

/// <summary>
/// The gradient flow between two collisions, (4.10) of A, with the gaps of a <see cref="Chain"/> as unknowns and the dissipation
/// (1/n) int |x'|^2 as one more.
/// </summary>
/// <remarks>
/// <para>
/// A bound pair is a pair of opposite neighbours much closer than anything else is to it. Its gap g closes at the rate
/// v_J - v_I, a difference of two nearly equal numbers, whose rounding would decide whether the pair meets. Here that rate is summed in
/// its own parts instead: with x_I the left member and r = x_I - x_K,
/// g' = -(2/n) W'(g) - (1/n) sum over other bound pairs (K, M) with gap e of
/// [V'(r + g) - V'(r - e)] + [W'(r + g - e) - W'(r)] when K has the charge of J, and
/// [V'(r + g - e) - V'(r)] + [W'(r + g) - W'(r - e)] when K has the charge of I,
/// plus the pull of the particles that are in no bound pair. Each bracket is the mean curvature over the interval times its length, so
/// every part is proportional to g or e and keeps its digits however small they are.
/// </para>
/// <para>
/// Where that pull is absent or negligible the pair closes exponentially and never meets; then log g is the unknown, whose rate is a
/// constant in the limit, and which never underflows.
/// </para>
/// </remarks>
internal sealed class ChainFlow : IFlow
{
    /// <summary>A pair is bound when its gap is below this multiple of the gaps beside it.</summary>
    private const double BoundBelow = 1e-6;

    /// <summary>log g becomes the unknown when the pull of unbound particles is below this share of the pair's own closing rate...</summary>
    private const double LogarithmicBelow = 0.01;

    /// <summary>...and g again when it is above this share.</summary>
    private const double LinearAbove = 0.05;

    /// <summary>Four spacings of doubles at 1: the rounding of a difference of two velocities, relative to the fastest.</summary>
    private const double Rounding = 4 * 2.220446049250313e-16;

    /// <summary>Keeps an allowed error from being zero where a rate and a gap are.</summary>
    private const double Smallest = 1e-300;

    private readonly Chain chain;
    private readonly LinePhysics physics;
    private readonly PairForces forces;
    private readonly double tolerance;
    private readonly double lengthScale;
    private readonly bool[] logarithmic;
    private readonly int[] bound;
    private readonly (int From, int To)[] ordered;
    private readonly double[] gap;
    private readonly double[] velocity;
    private readonly double[] place;

    public ChainFlow(Chain chain, LinePhysics physics, double tolerance, double lengthScale)
    {
        this.chain = chain;
        this.physics = physics;
        this.tolerance = tolerance;
        this.lengthScale = lengthScale;
        forces = new PairForces(physics.V, physics.W);
        gap = new double[chain.Gap.Length];
        velocity = new double[chain.Count];
        place = new double[chain.Count];
        logarithmic = Array.ConvertAll(chain.LogGap, double.IsFinite);
        bound = [.. Enumerable.Range(0, chain.Gap.Length).Where(i => IsBound(i, chain.Gap))];
        ordered = physics.W.IsSingular ? Neighbours(chain) : LikeNeighbours(chain);
    }

    public int Dimension => gap.Length + 1;

    /// <summary>The unknowns of the chain; the dissipation starts at 0.</summary>
    public double[] Initial()
    {
        var y = new double[Dimension];
        for (var i = 0; i < gap.Length; i++) y[i] = logarithmic[i] ? chain.LogGap[i] : chain.Gap[i];
        return y;
    }

    /// <summary>Whether unknown i is the logarithm of gap i.</summary>
    public bool IsLogarithmic(int i) => logarithmic[i];

    /// <summary>Whether gap i can shrink to zero in finite time: opposite neighbours not known to close exponentially.</summary>
    public bool CanClose(int i) => chain.IsOpposite(i) && !logarithmic[i];

    /// <summary>Gap i of the state y.</summary>
    public double GapOf(ReadOnlySpan<double> y, int i) => logarithmic[i] ? Math.Exp(y[i]) : y[i];

    /// <summary>The chain at the state y.</summary>
    public Chain At(ReadOnlySpan<double> y)
    {
        var gaps = new double[gap.Length];
        var logarithms = new double[gap.Length];
        for (var i = 0; i < gaps.Length; i++)
        {
            gaps[i] = GapOf(y, i);
            logarithms[i] = logarithmic[i] ? y[i] : double.NaN;
        }
        return chain.With(gaps, logarithms);
    }

    public bool TryRate(ReadOnlySpan<double> y, Span<double> rate)
    {
        for (var i = 0; i < gap.Length; i++) gap[i] = GapOf(y, i);
        if (!InOrder()) return false;
        forces.Velocities(chain.Charge, gap, chain.Total, velocity);
        double square = 0;
        foreach (var v in velocity) square += v * v;
        for (var i = 0; i < gap.Length; i++) rate[i] = velocity[i + 1] - velocity[i];
        rate[^1] = square / chain.Total;
        if (bound.Length > 0)
        {
            chain.Positions(gap, place);
            foreach (var p in bound) rate[p] = ClosingRate(p, y).Rate;
        }
        return double.IsFinite(square);
    }

    /// <remarks>
    /// Like gaps are controlled relative to themselves, so a gap of 1e-8 is right to its own digits. A gap of opposites may pass
    /// through zero: its natural unit is g + |g'| / a, with a = 2 Lip(W') / n the rate at which W alone closes it, floored by the
    /// rounding of the velocities.
    /// </remarks>
    public void AllowedErrors(ReadOnlySpan<double> y, ReadOnlySpan<double> rate, double step, Span<double> allowed)
    {
        var closing = 2 * physics.W.SlopeLipschitz / chain.Total;
        double fastest = 0;
        foreach (var v in velocity) fastest = Math.Max(fastest, Math.Abs(v));
        for (var i = 0; i < gap.Length; i++)
        {
            if (logarithmic[i])
            {
                allowed[i] = tolerance * Math.Max(1, Math.Abs(y[i]));
                continue;
            }
            var unit = Math.Abs(y[i]);
            if (chain.IsOpposite(i) && !double.IsInfinity(closing))
            {
                unit = closing == 0 ? lengthScale : unit + (Math.Abs(rate[i]) / closing);
                unit += Rounding * fastest * Math.Min(step, closing == 0 ? step : 1 / closing) / tolerance;
            }
            allowed[i] = Math.Max(tolerance * Math.Min(lengthScale, unit), Smallest);
        }
        allowed[^1] = 10 * tolerance * Math.Max(1, Math.Abs(y[^1]));
    }

    /// <summary>
    /// The same chain with the unknowns that suit it now; null while the present ones do. Called at the end of a step.
    /// </summary>
    public Chain? Regauge(ReadOnlySpan<double> y)
    {
        if (bound.Length == 0 && !AnyBound(y)) return null;
        var now = At(y);
        var logarithms = (double[])now.LogGap.Clone();
        var fresh = new ChainFlow(now, physics, tolerance, lengthScale);
        var changed = !fresh.bound.AsSpan().SequenceEqual(bound);
        now.Positions(now.Gap, fresh.place);
        now.Gap.CopyTo(fresh.gap, 0);
        for (var i = 0; i < gap.Length; i++)
        {
            if (!logarithmic[i] || fresh.bound.AsSpan().Contains(i)) continue;
            logarithms[i] = double.NaN;
            changed = true;
        }
        foreach (var p in fresh.bound)
        {
            var (_, pull, own) = fresh.ClosingRate(p, y);
            if (!logarithmic[p] && pull <= LogarithmicBelow * own)
            {
                logarithms[p] = Math.Log(now.Gap[p]);
                changed = true;
            }
            else if (logarithmic[p] && pull > LinearAbove * own)
            {
                logarithms[p] = double.NaN;
                changed = true;
            }
        }
        return changed ? now.With(now.Gap, logarithms) : null;
    }

    private static (int From, int To)[] Neighbours(Chain chain) => [.. Enumerable.Range(0, chain.Gap.Length).Select(i => (i, i + 1))];

    private static (int From, int To)[] LikeNeighbours(Chain chain)
    {
        var pairs = new List<(int, int)>();
        var last = new Dictionary<int, int>();
        for (var i = 0; i < chain.Count; i++)
        {
            if (last.TryGetValue(chain.Charge[i], out var before)) pairs.Add((before, i));
            last[chain.Charge[i]] = i;
        }
        return [.. pairs];
    }

    /// <summary>Particles that repel without bound may not be jumped over, not even in a trial step.</summary>
    private bool InOrder()
    {
        foreach (var (from, to) in ordered)
        {
            double distance = 0;
            for (var i = from; i < to; i++) distance += gap[i];
            if (!(distance > 0)) return false;
        }
        return true;
    }

    private bool AnyBound(ReadOnlySpan<double> y)
    {
        for (var i = 0; i < gap.Length; i++) gap[i] = GapOf(y, i);
        for (var i = 0; i < gap.Length; i++)
        {
            if (IsBound(i, gap)) return true;
        }
        return false;
    }

    private bool IsBound(int i, double[] gaps)
    {
        if (!chain.IsOpposite(i) || double.IsInfinity(physics.W.SlopeLipschitz) || physics.W is ZeroPotential) return false;
        var beside = double.PositiveInfinity;
        if (i > 0) beside = Math.Min(beside, gaps[i - 1]);
        if (i + 1 < gaps.Length) beside = Math.Min(beside, gaps[i + 1]);
        return logarithmic[i] ? gaps[i] < 10 * BoundBelow * beside : gaps[i] > 0 && gaps[i] < BoundBelow * beside;
    }

    /// <summary>
    /// Rate of unknown p (of g, or of log g), with the sizes of its two parts, both per unit of g: the pull of particles in no bound
    /// pair, and the rate at which the pair closes by itself.
    /// </summary>
    private (double Rate, double Pull, double Own) ClosingRate(int p, ReadOnlySpan<double> y)
    {
        var own = -2 * physics.W.SlopeOverDistance(gap[p]);
        double coupled = 0, outside = 0;
        for (var k = 0; k < chain.Count; k++)
        {
            if (k == p || k == p + 1) continue;
            if (Array.BinarySearch(bound, k) >= 0)
            {
                coupled -= Coupling(p, k, RelativeGap(k, p, y));
                k++;
                continue;
            }
            outside -= Pull(p, k);
        }
        var perGap = outside == 0 ? 0 : logarithmic[p] ? outside * Math.Exp(-y[p]) : outside / gap[p];
        var relative = (own + coupled + perGap) / chain.Total;
        var rate = logarithmic[p] ? relative : (((own + coupled) * gap[p]) + outside) / chain.Total;
        return (rate, Math.Abs(perGap), Math.Abs(own));
    }

    /// <summary>Gap q over gap p, by logarithms where either is carried so.</summary>
    private double RelativeGap(int q, int p, ReadOnlySpan<double> y)
    {
        if (!logarithmic[p] && !logarithmic[q]) return gap[q] / gap[p];
        var (logQ, logP) = (logarithmic[q] ? y[q] : Math.Log(gap[q]), logarithmic[p] ? y[p] : Math.Log(gap[p]));
        return Math.Exp(logQ - logP);
    }

    /// <summary>n times the slowing of bound pair p by bound pair q, per unit of its gap; ratio = e / g.</summary>
    private double Coupling(int p, int q, double ratio)
    {
        var (g, e) = (gap[p], gap[q]);
        var r = place[p] - place[q];
        return chain.Charge[q] != chain.Charge[p]
            ? ((1 + ratio) * MeanCurvature(physics.V, r - e, g + e)) + ((1 - ratio) * MeanCurvature(physics.W, r, g - e))
            : ((1 - ratio) * MeanCurvature(physics.V, r, g - e)) + ((1 + ratio) * MeanCurvature(physics.W, r - e, g + e));
    }

    /// <summary>n times v_I - v_J caused by particle k, which is in no bound pair.</summary>
    private double Pull(int p, int k)
    {
        var (onLeft, onRight) = chain.Charge[k] == chain.Charge[p] ? (physics.V, physics.W) : (physics.W, physics.V);
        return onRight.Slope(place[p + 1] - place[k]) - onLeft.Slope(place[p] - place[k]);
    }

    /// <summary>[f'(r + h) - f'(r)] / h by Gauss quadrature of f'' with three points; h is far below the scale on which f'' varies.</summary>
    private static double MeanCurvature(Potential f, double r, double h)
    {
        const double Offset = 0.3872983346207417; // sqrt(3/5) / 2
        var middle = r + (0.5 * h);
        return ((5 * f.Curvature(middle - (Offset * h))) + (8 * f.Curvature(middle)) + (5 * f.Curvature(middle + (Offset * h)))) / 18;
    }
}

/// <summary>The two potentials of a flow on the line.</summary>
/// <param name="V">Between equal charges.</param>
/// <param name="W">Between opposite charges.</param>
internal sealed record LinePhysics(Potential V, Potential W);
