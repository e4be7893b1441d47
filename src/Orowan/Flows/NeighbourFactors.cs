using Orowan.Potentials;

namespace Orowan.Flows;

/// <summary>
/// I + gamma M for the repulsion of the two nearest neighbours of one charge on each side alone, as L D L^T with two diagonals below the
/// main one: as many operations as there are particles. With r from M' = I + gamma M, column by column,
/// l2_i = M'_(i,i-2) / d_(i-2), l1_i = (M'_(i,i-1) - l2_i d_(i-2) l1_(i-1)) / d_(i-1), d_i = M'_ii - l1_i^2 d_(i-1) - l2_i^2 d_(i-2).
/// Weights are not negative, so M' is positive and needs no pivots.
/// </summary>
internal sealed class NeighbourFactors(Potential like)
{
    /// <summary>The smaller of two gammas as a share of the larger, above which the factors of one serve the other.</summary>
    private const double Nearby = 0.8;

    private double factored = double.NaN;
    private double[] weight = [];
    private double[] weightOfTwo = [];
    private double[] inverse = [];
    private double[] below = [];
    private double[] belowByTwo = [];

    /// <summary>Takes the distances to the next particle of the same charge; infinite where there is none.</summary>
    public void Take(ReadOnlySpan<double> next, int total)
    {
        var n = next.Length;
        factored = double.NaN;
        if (weight.Length != n + 2)
        {
            (weight, weightOfTwo, inverse) = (new double[n + 2], new double[n + 2], new double[n + 2]);
            (below, belowByTwo) = (new double[n + 2], new double[n + 2]);
        }
        for (var i = 0; i < n; i++)
        {
            weight[i + 2] = Weight(next[i]) / total;
            weightOfTwo[i + 2] = i + 1 < n ? Weight(next[i] + next[i + 1]) / total : 0;
        }
    }

    /// <summary>Factors for steps with about this gamma: those of one nearby are kept.</summary>
    /// <remarks>Two rows of zeros stand before the first: arrays are shifted by two.</remarks>
    public void Factor(double gamma)
    {
        if (gamma > Nearby * factored && Nearby * gamma < factored) return;
        factored = gamma;
        double one = 0, two = 0, belowLast = 0, inverseOne = 0, inverseTwo = 0;
        for (var i = 2; i < weight.Length; i++)
        {
            var l2 = -gamma * weightOfTwo[i - 2] * inverseTwo;
            var l1 = ((-gamma * weight[i - 1]) - (l2 * two * belowLast)) * inverseOne;
            var d = 1 + (gamma * (weight[i] + weight[i - 1] + weightOfTwo[i] + weightOfTwo[i - 2])) - (l1 * l1 * one) - (l2 * l2 * two);
            (two, one, inverseTwo, inverseOne, belowLast) = (one, d, inverseOne, 1 / d, l1);
            (below[i], belowByTwo[i], inverse[i]) = (l1, l2, inverseOne);
        }
    }

    /// <summary>Writes M'^-1 r into <paramref name="z"/>.</summary>
    public void Solve(ReadOnlySpan<double> r, Span<double> z)
    {
        double one = 0, two = 0;
        for (var i = 0; i < z.Length; i++)
        {
            var value = Math.FusedMultiplyAdd(-below[i + 2], one, r[i] - (belowByTwo[i + 2] * two));
            z[i] = value * inverse[i + 2];
            (two, one) = (one, value);
        }
        double l1 = 0, l2 = 0, l2Beyond = 0;
        (one, two) = (0, 0);
        for (var i = z.Length - 1; i >= 0; i--)
        {
            var value = Math.FusedMultiplyAdd(-l1, one, z[i] - (l2 * two));
            z[i] = value;
            (two, one) = (one, value);
            (l1, l2, l2Beyond) = (below[i + 2], l2Beyond, belowByTwo[i + 2]);
        }
    }

    private double Weight(double distance) =>
        double.IsFinite(distance) && like.Curvature(distance) is > 0 and < double.PositiveInfinity and var curvature ? curvature : 0;
}
