using MathNet.Numerics;
using Orowan.Potentials;

namespace Orowan.Measures;

/// <summary>
/// Integrals and Luxemburg norms of trigonometric polynomials on T^d by the rule of equal weights on a square grid, which is exact for
/// polynomials below its own frequency and of second order across the kinks of |f|.
/// </summary>
public static class TorusGrid
{
    private const int LeastOnCircle = 1024;
    private const int LeastOnTorus = 64;
    private const int LeastInSpace = 32;

    private const int MostOnCircle = 16_384;
    private const int MostOnTorus = 512;
    private const int MostInSpace = 64;

    /// <summary>The grid is refined until its error is this share of the value, as far as it may be.</summary>
    private const double WantedShare = 5e-3;

    /// <summary>Points per wavelength of the highest frequency, on the coarsest of the three grids that are compared.</summary>
    private const int PerWavelength = 4;

    /// <summary>The Luxemburg norm (A.1) of B, with an error that three grids, each finer by two, agree to, doubled.</summary>
    public static Estimate Norm(YoungFunction phi, FourierPotential f) => Extrapolated(f.Dimension, HighestWave(f), point => Math.Abs(f.Value(point)), values =>
    {
        var weights = new double[values.Length];
        Array.Fill(weights, 1.0 / values.Length);
        return LuxemburgNorm.Of(phi, values, weights);
    });

    /// <summary>int |f g|, the same way.</summary>
    public static Estimate Product(FourierPotential f, FourierPotential g) =>
        Extrapolated(f.Dimension, HighestWave(f) + HighestWave(g), point => Math.Abs(f.Value(point) * g.Value(point)), Mean);

    /// <summary>int f g of polynomials, exact but for rounding.</summary>
    public static Estimate Pairing(FourierPotential f, FourierPotential g)
    {
        var side = 2 + HighestWave(f) + HighestWave(g);
        var values = Sampled(f.Dimension, side, point => f.Value(point) * g.Value(point));
        return new(values.Average(), values.Max(Math.Abs) * 1e-13);
    }

    private static int HighestWave(FourierPotential f) => f.Terms.SelectMany(term => term.K).Select(Math.Abs).DefaultIfEmpty(0).Max();

    private static Estimate Mean(double[] values) => new(values.Average(), values.Max() * values.Length * Precision.PositiveDoublePrecision);

    private static Estimate Extrapolated(int dimension, int wave, ReadOnlyPoint value, Func<double[], Estimate> rule)
    {
        var (side, most) = dimension switch
        {
            1 => (LeastOnCircle, MostOnCircle),
            2 => (LeastOnTorus, MostOnTorus),
            _ => (LeastInSpace, MostInSpace),
        };
        while (side < 4 * PerWavelength * wave) side *= 2;
        var found = OnThreeGrids(dimension, side, value, rule);
        while (found.Error > WantedShare * Math.Abs(found.Value) && side < most) found = OnThreeGrids(dimension, side *= 2, value, rule);
        return found;
    }

    private static Estimate OnThreeGrids(int dimension, int side, ReadOnlyPoint value, Func<double[], Estimate> rule)
    {
        var fine = Sampled(dimension, side, value);
        var half = Thinned(dimension, side, fine);
        var (first, second, third) = (rule(fine), rule(half), rule(Thinned(dimension, side / 2, half)));
        // Second order: the next difference is a quarter of the last one, or half where kinks meet the grid badly.
        var difference = Math.Max(Math.Abs(first.Value - second.Value), Math.Abs(second.Value - third.Value) / 4);
        return new(first.Value, first.Error + (2 * difference));
    }

    private static double[] Sampled(int dimension, int side, ReadOnlyPoint value)
    {
        var values = new double[(int)Math.Pow(side, dimension)];
        Span<double> point = stackalloc double[dimension];
        for (var i = 0; i < values.Length; i++)
        {
            var rest = i;
            for (var a = 0; a < dimension; a++, rest /= side) point[a] = (double)(rest % side) / side;
            values[i] = value(point);
        }
        return values;
    }

    /// <summary>Every second point in each direction.</summary>
    private static double[] Thinned(int dimension, int side, double[] values) => [.. values.Where((_, i) =>
    {
        for (var a = 0; a < dimension; a++, i /= side)
        {
            if (i % side % 2 != 0) return false;
        }
        return true;
    })];

    private delegate double ReadOnlyPoint(ReadOnlySpan<double> point);
}
