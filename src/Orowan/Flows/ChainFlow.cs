using System.Runtime.InteropServices;
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
internal sealed partial class ChainFlow : IStiffFlow
{
    private readonly Chain chain;
    private readonly LinePhysics physics;
    private readonly PairForces forces;
    private readonly double tolerance;
    private readonly double lengthScale;
    private readonly bool[] logarithmic;
    private readonly int[] byLogarithm;
    private readonly int[] bound;
    private readonly (int From, int To)[] ordered;
    private readonly double[] gap;
    private readonly double[] velocity;
    private readonly double[] place;
    private readonly double[] noise;
    private readonly double oppositeNoise;
    private readonly double[] exponential;
    private readonly Closing[] closing;
    private readonly double[] visited;
    private bool visitedIsInside;

    /// <param name="forces">The forces of these potentials, with room for their sums; null for room of its own.</param>
    public ChainFlow(Chain chain, LinePhysics physics, double tolerance, double lengthScale, PairForces? forces = null)
    {
        this.chain = chain;
        this.physics = physics;
        this.tolerance = tolerance;
        this.lengthScale = lengthScale;
        this.forces = forces ?? new PairForces(physics.V, physics.W);
        gap = new double[chain.Gap.Length];
        velocity = new double[chain.Count];
        place = new double[chain.Count];
        noise = new double[chain.Count];
        exponential = new double[gap.Length];
        Array.Fill(exponential, double.IsInfinity(physics.W.SlopeLipschitz) ? 0 : 2 * physics.W.SlopeLipschitz / chain.Total);
        oppositeNoise = physics.W is ZeroPotential || double.IsInfinity(physics.W.SlopeLipschitz)
            ? 0
            : Rounding * Math.Sqrt(physics.W.SlopeBound * physics.W.SlopeLipschitz);
        logarithmic = Array.ConvertAll(chain.LogGap, double.IsFinite);
        byLogarithm = Links(i => logarithmic[i]);
        bound = Links(i => IsBound(i, chain.Gap));
        closing = new Closing[bound.Length];
        ordered = physics.W.IsSingular ? Neighbours(chain) : LikeNeighbours(chain);
        visited = new double[gap.Length];
        Array.Fill(visited, double.NaN);
        visitedIsInside = gap.Length == 0;
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
        if (!MoveTo(y)) return false;
        forces.Velocities(chain.Charge, gap, chain.Total, velocity);
        var square = WideLoops.Inner(velocity, velocity);
        WideLoops.Differences(rate[..gap.Length], velocity);
        rate[^1] = square / chain.Total;
        for (var k = 0; k < bound.Length; k++) rate[bound[k]] = closing[k].Rate;
        return double.IsFinite(square);
    }

    /// <summary>
    /// Takes the gaps from y, and how bound pairs close there; false when y is outside the domain. Whatever looks at a state comes here
    /// first, so that no answer depends on the state that was looked at before; the same state again costs a comparison.
    /// </summary>
    private bool MoveTo(ReadOnlySpan<double> y)
    {
        var unknowns = y[..gap.Length];
        if (MemoryMarshal.AsBytes(unknowns).SequenceEqual(MemoryMarshal.AsBytes(visited.AsSpan()))) return visitedIsInside;
        unknowns.CopyTo(visited);
        unknowns.CopyTo(gap);
        foreach (var i in byLogarithm) gap[i] = Math.Exp(y[i]);
        noiseIsKnown = false;
        visitedIsInside = WideLoops.ArePositive(gap) || InOrder();
        if (!visitedIsInside || bound.Length == 0) return visitedIsInside;
        chain.Positions(gap, place);
        for (var k = 0; k < bound.Length; k++)
        {
            closing[k] = ClosingRate(bound[k], y);
            exponential[bound[k]] = closing[k].Exponential;
        }
        return true;
    }

    /// <summary>Places of the gaps that are so; mostly none are.</summary>
    private int[] Links(Func<int, bool> areSo)
    {
        List<int>? links = null;
        for (var i = 0; i < gap.Length; i++)
        {
            if (areSo(i)) (links ??= []).Add(i);
        }
        return links?.ToArray() ?? [];
    }

    private static (int From, int To)[] Neighbours(Chain chain) => [.. Enumerable.Range(0, chain.Gap.Length).Select(i => (i, i + 1))];

    private static (int From, int To)[] LikeNeighbours(Chain chain)
    {
        var pairs = new (int From, int To)[chain.Gap.Length + (chain.IsOfOneCharge ? 0 : -1)];
        var (lastPositive, lastNegative, count) = (-1, -1, 0);
        for (var i = 0; i < chain.Count; i++)
        {
            ref var last = ref chain.Charge[i] > 0 ? ref lastPositive : ref lastNegative;
            if (last >= 0) pairs[count++] = (last, i);
            last = i;
        }
        return pairs;
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
}

/// <summary>The two potentials of a flow on the line.</summary>
/// <param name="V">Between equal charges.</param>
/// <param name="W">Between opposite charges.</param>
internal sealed record LinePhysics(Potential V, Potential W);
