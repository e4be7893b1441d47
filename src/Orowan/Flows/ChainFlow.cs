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
    /// <summary>A pair is bound when its gap is below this multiple of the gaps beside it.</summary>
    private const double BoundBelow = 1e-6;

    /// <summary>
    /// log g becomes the unknown when the pull of unbound particles is below this share of the pair's exponential rate...
    /// </summary>
    private const double LogarithmicBelow = 0.01;

    /// <summary>...and g again when it is above this share.</summary>
    private const double LinearAbove = 0.05;

    /// <summary>
    /// The same for the drive by other bound pairs, whose gaps shrink as well: three pairs held together close at one common rate, with gaps
    /// in a fixed ratio and this drive a fixed share of the exponential rate, and none ever meets. A pair that does meet sees the share
    /// grow without bound as g goes to zero before the others do.
    /// </summary>
    private const double TogetherBelow = 0.5;

    private const double ApartAbove = 2;

    /// <summary>Four spacings of doubles at 1: the rounding of a sum of forces, relative to the sum of their sizes.</summary>
    private const double Rounding = 4 * 2.220446049250313e-16;

    /// <summary>Gaps below this have no room left to be followed to zero as they are.</summary>
    private const double SmallestCarried = 1e-280;

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
    private readonly double[] noise;
    private readonly double oppositeNoise;
    private readonly double[] exponential;

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

    /// <summary>
    /// Whether gap i, closing at <paramref name="rate"/>, is zero to the accuracy of the run: within its error, or to be within the time
    /// <paramref name="simultaneous"/>; driven by the others, and not only by its own exponential decay, which never reaches zero.
    /// </summary>
    public bool IsContact(int i, double at, double rate, double step, double simultaneous)
    {
        if (at <= 0) return true;
        if (-rate <= 2 * exponential[i] * at) return false;
        var unit = Unit(i, 0, rate);
        return at <= 2 * ((tolerance * unit) + RateNoise(i, at, rate, step)) || at <= -rate * simultaneous;
    }

    /// <summary>
    /// The natural unit of gap i: the gap itself between like charges; g + |g'| / a between opposites, whose gap may pass through zero,
    /// with a the rate at which it decays by itself.
    /// </summary>
    private double Unit(int i, double at, double rate)
    {
        if (!chain.IsOpposite(i) || double.IsInfinity(physics.W.SlopeLipschitz)) return Math.Min(lengthScale, Math.Abs(at));
        return exponential[i] == 0 ? lengthScale : Math.Min(lengthScale, Math.Abs(at) + (Math.Abs(rate) / exponential[i]));
    }

    /// <summary>
    /// What the rounding of its rate does to gap i over a step, or over the time in which the flow forgets it. The rate of a bound pair
    /// is summed from parts that are all as small as its gap, so it is only wrong relative to itself.
    /// </summary>
    private double RateNoise(int i, double at, double rate, double step)
    {
        var memory = !chain.IsOpposite(i) || exponential[i] == 0 ? step : Math.Min(step, 1 / exponential[i]);
        var error = Array.BinarySearch(bound, i) >= 0 ? Rounding * (Math.Abs(rate) + (exponential[i] * Math.Abs(at))) : noise[i] + noise[i + 1];
        return error * memory;
    }

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
            foreach (var p in bound)
            {
                var closing = ClosingRate(p, y);
                (rate[p], exponential[p]) = (closing.Rate, closing.Exponential);
            }
        }
        return double.IsFinite(square);
    }

    /// <remarks>
    /// Relative to the natural unit of each gap, so that a like gap of 1e-8 is right to its own digits. The rounding of the rates is
    /// allowed on top: no step could do better.
    /// </remarks>
    public void AllowedErrors(ReadOnlySpan<double> y, ReadOnlySpan<double> rate, double step, Span<double> allowed)
    {
        MeasureNoise();
        for (var i = 0; i < gap.Length; i++)
        {
            allowed[i] = logarithmic[i]
                ? tolerance * Math.Max(1, Math.Abs(y[i]))
                : Math.Max((tolerance * Unit(i, y[i], rate[i])) + RateNoise(i, y[i], rate[i], step), Smallest);
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
        var fresh = new ChainFlow(now, physics, tolerance, lengthScale, forces);
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
            var closing = fresh.ClosingRate(p, y);
            if (!logarithmic[p] && closing.IsBelow(LogarithmicBelow, TogetherBelow))
            {
                logarithms[p] = Math.Log(now.Gap[p]);
                changed = true;
            }
            else if (logarithmic[p] && !closing.IsBelow(LinearAbove, ApartAbove) && now.Gap[p] > SmallestCarried)
            {
                logarithms[p] = double.NaN;
                changed = true;
            }
        }
        return changed ? now.With(now.Gap, logarithms) : null;
    }

    /// <summary>
    /// Rounding of each velocity: a few spacings of the sum of the sizes of its terms, which is far more than its own size where they
    /// cancel. Like terms are at most A_V/(m d) at the m-th place from a particle whose nearest like neighbour is at distance d, opposite
    /// ones at most sqrt(A_W Lip W').
    /// </summary>
    private void MeasureNoise()
    {
        var harmonic = 2 * (1 + Math.Log(Math.Max(1, chain.Count)));
        Array.Clear(noise);
        foreach (var (from, to) in ordered)
        {
            double distance = 0;
            for (var i = from; i < to; i++) distance += gap[i];
            var inverse = Rounding * physics.V.SlopeBound * harmonic / distance;
            noise[from] = Math.Max(noise[from], inverse);
            noise[to] = Math.Max(noise[to], inverse);
        }
        for (var i = 0; i < noise.Length; i++) noise[i] = (noise[i] + (oppositeNoise * chain.Count)) / chain.Total;
    }

    private static (int From, int To)[] Neighbours(Chain chain) => [.. Enumerable.Range(0, chain.Gap.Length).Select(i => (i, i + 1))];

    private static (int From, int To)[] LikeNeighbours(Chain chain)
    {
        var pairs = new List<(int, int)>(chain.Count);
        var (lastPositive, lastNegative) = (-1, -1);
        for (var i = 0; i < chain.Count; i++)
        {
            ref var last = ref chain.Charge[i] > 0 ? ref lastPositive : ref lastNegative;
            if (last >= 0) pairs.Add((last, i));
            last = i;
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
        if (!chain.IsOpposite(i) || double.IsInfinity(physics.W.SlopeLipschitz)) return false;
        var beside = double.PositiveInfinity;
        if (i > 0) beside = Math.Min(beside, gaps[i - 1]);
        if (i + 1 < gaps.Length) beside = Math.Min(beside, gaps[i + 1]);
        return logarithmic[i] ? gaps[i] < 10 * BoundBelow * beside : gaps[i] > 0 && gaps[i] < BoundBelow * beside;
    }

    /// <summary>Rate of unknown p (of g, or of log g) with the sizes of its parts.</summary>
    private Closing ClosingRate(int p, ReadOnlySpan<double> y)
    {
        double perGap = -2 * physics.W.SlopeOverDistance(gap[p]), pull = 0, byPairs = 0;
        for (var k = 0; k < chain.Count; k++)
        {
            if (k == p || k == p + 1) continue;
            if (Array.BinarySearch(bound, k) < 0)
            {
                pull -= Pull(p, k);
                continue;
            }
            var (byGap, byOther) = Coupling(p, k);
            perGap -= byGap;
            byPairs -= byOther * (logarithmic[p] ? RelativeGap(k, p, y) : gap[k]);
            k++;
        }
        if (logarithmic[p])
        {
            pull = pull == 0 ? 0 : pull * Math.Exp(-y[p]);
            return new((perGap + byPairs + pull) / chain.Total, Math.Abs(pull), Math.Abs(byPairs), Math.Abs(perGap), chain.Total);
        }
        return new(((perGap * gap[p]) + byPairs + pull) / chain.Total, Math.Abs(pull) / gap[p], Math.Abs(byPairs) / gap[p], Math.Abs(perGap), chain.Total);
    }

    /// <summary>How a bound pair closes; the sizes are n times a rate per unit of its gap g.</summary>
    /// <param name="Rate">Rate of g, or of log g.</param>
    /// <param name="Pull">By particles in no bound pair; does not vanish with g.</param>
    /// <param name="ByPairs">By other bound pairs; proportional to their gaps.</param>
    /// <param name="PerGap">Proportional to g.</param>
    /// <param name="Total">n.</param>
    private readonly record struct Closing(double Rate, double Pull, double ByPairs, double PerGap, int Total)
    {
        /// <summary>The rate at which g decays by itself.</summary>
        public double Exponential => PerGap / Total;

        /// <summary>Whether both drives are within these shares of the exponential rate.</summary>
        public bool IsBelow(double pullShare, double pairShare) => Pull <= pullShare * PerGap && ByPairs <= pairShare * PerGap;
    }

    /// <summary>Gap q over gap p, by logarithms where either is carried so.</summary>
    private double RelativeGap(int q, int p, ReadOnlySpan<double> y)
    {
        if (!logarithmic[p] && !logarithmic[q]) return gap[q] / gap[p];
        var (logQ, logP) = (logarithmic[q] ? y[q] : Math.Log(gap[q]), logarithmic[p] ? y[p] : Math.Log(gap[p]));
        return Math.Exp(logQ - logP);
    }

    /// <summary>n times the slowing of bound pair p by bound pair q, as a g + c e: the coefficients of its own gap and of the other.</summary>
    private (double ByGap, double ByOther) Coupling(int p, int q)
    {
        var (g, e) = (gap[p], gap[q]);
        var r = place[p] - place[q];
        var sameOrder = chain.Charge[q] == chain.Charge[p];
        var sum = MeanCurvature(sameOrder ? physics.W : physics.V, r - e, g + e);
        var difference = MeanCurvature(sameOrder ? physics.V : physics.W, r, g - e);
        return (sum + difference, sum - difference);
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
