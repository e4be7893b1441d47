using Orowan.Potentials;

namespace Orowan.Measures;

/// <summary>exp(t) - t - 1 = t^2/2 (1 + t/3 + t^2/12 + ...).</summary>
internal sealed record ExponentialConjugateFunction : YoungFunction
{
    /// <summary>Where exp(t) - t - 1 and exp(t) are the same double.</summary>
    private const double Large = 45;

    public override double Value(double t) => t < TwiceQuadratic.Small ? 0.5 * t * t * Series(t) : SpecialFunctions.ExpMinusOne(t) - t;

    public override double Growth(double t) => t * SpecialFunctions.ExpMinusOne(t);

    public override double LogOf(double x)
    {
        var t = Math.Exp(x);
        return t > Large ? t : TwiceQuadratic.LogOf(x, t, Series) ?? Math.Log(SpecialFunctions.ExpMinusOne(t) - t);
    }

    private static double Series(double t) => TwiceQuadratic.Sum(t, k => 1 / (k + 1.0));
}

/// <summary>(t + 1) log(1 + t) - t = t^2/2 (1 - t/3 + t^2/6 - ...).</summary>
internal sealed record LogarithmicConjugateFunction : YoungFunction
{
    public override double Value(double t) => t < TwiceQuadratic.Small ? 0.5 * t * t * Series(t) : ((t + 1) * SpecialFunctions.LogOnePlus(t)) - t;

    public override double Growth(double t) => t * SpecialFunctions.LogOnePlus(t);

    public override double LogOf(double x)
    {
        var t = Math.Exp(x);
        if (TwiceQuadratic.LogOf(x, t, Series) is { } small) return small;
        // log(1 + t) = max(0, x) + log(1 + exp(-|x|)): t itself may be beyond the doubles.
        var l = Math.Max(0, x) + SpecialFunctions.LogOnePlus(Math.Exp(-Math.Abs(x)));
        return x + Math.Log(((1 + Math.Exp(-x)) * l) - 1);
    }

    private static double Series(double t) => TwiceQuadratic.Sum(t, k => -(k - 1.0) / (k + 1));
}

/// <summary>Functions that start like t^2/2: near 0 a series keeps the digits that the difference loses.</summary>
internal static class TwiceQuadratic
{
    /// <summary>Below, sixteen terms are exact to rounding.</summary>
    public const double Small = 0.1;

    private const int Terms = 16;

    /// <summary>log(t^2/2 series), or null where the series is not needed.</summary>
    public static double? LogOf(double x, double t, Func<double, double> series) => t < Small ? (2 * x) - Math.Log(2) + Math.Log(series(t)) : null;

    /// <summary>1 + c_2 t + c_2 c_3 t^2 + ...: each term is the one before times <paramref name="factor"/>(k) t.</summary>
    public static double Sum(double t, Func<int, double> factor)
    {
        var (sum, term) = (1.0, 1.0);
        for (var k = 2; k < Terms; k++)
        {
            term *= factor(k) * t;
            sum += term;
        }
        return sum;
    }
}
