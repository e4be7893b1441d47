using Orowan.Particles;
using Orowan.Potentials;

namespace Orowan.Flows;

/// <summary>
/// Bound pairs of a chain: which they are, the rate at which each closes, summed in parts that keep its digits, and when its gap or the
/// logarithm of it is the unknown.
/// </summary>
internal sealed partial class ChainFlow
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

    /// <summary>Gaps below this have no room left to be followed to zero as they are.</summary>
    private const double SmallestCarried = 1e-280;

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
        fresh.MoveTo(y);
        for (var i = 0; i < gap.Length; i++)
        {
            if (!logarithmic[i] || fresh.bound.AsSpan().Contains(i)) continue;
            logarithms[i] = double.NaN;
            changed = true;
        }
        foreach (var (p, rate) in fresh.bound.Zip(fresh.closing))
        {
            if (!logarithmic[p] && rate.IsBelow(LogarithmicBelow, TogetherBelow))
            {
                logarithms[p] = Math.Log(now.Gap[p]);
                changed = true;
            }
            else if (logarithmic[p] && !rate.IsBelow(LinearAbove, ApartAbove) && now.Gap[p] > SmallestCarried)
            {
                logarithms[p] = double.NaN;
                changed = true;
            }
        }
        return changed ? now.With(now.Gap, logarithms) : null;
    }

    private bool AnyBound(ReadOnlySpan<double> y)
    {
        MoveTo(y);
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
