namespace Orowan.Potentials;

/// <summary>
/// The elementary functions that the base library lacks or has only in a form that cancels (its LogP1 and ExpM1 are log(1 + x) and
/// exp(x) - 1). All are accurate to a few units in the last place.
/// </summary>
internal static class SpecialFunctions
{
    /// <summary>log(1 + x), x >= -1. Kahan: the rounding of 1 + x is common to log(u) and u - 1, so their ratio does not see it.</summary>
    public static double LogOnePlus(double x)
    {
        var u = 1 + x;
        if (u == 1) return x;
        return Math.Abs(x) < 1e9 ? Math.Log(u) * (x / (u - 1)) : Math.Log(u);
    }

    /// <summary>exp(x) - 1. Kahan, as above; beyond 1 in size nothing cancels.</summary>
    public static double ExpMinusOne(double x)
    {
        var u = Math.Exp(x);
        if (u == 1) return x;
        return Math.Abs(x) < 1 ? (u - 1) * (x / Math.Log(u)) : u - 1;
    }

    /// <summary>1/2 log(x^2 + y^2) without overflow; near the unit circle x^2 + y^2 - 1 is formed in twice the precision.</summary>
    public static double LogOfHypotenuse(double x, double y)
    {
        var hypotenuse = double.Hypot(x, y);
        if (hypotenuse is < 0.5 or > 2 || double.IsNaN(hypotenuse)) return Math.Log(hypotenuse);
        var (square, squareError) = TwoProduct(x, x);
        var (other, otherError) = TwoProduct(y, y);
        var larger = Math.Max(square, other);
        var (partial, partialError) = TwoSum(larger, -1);
        var (excess, excessError) = TwoSum(partial, Math.Min(square, other));
        return 0.5 * LogOnePlus(excess + (excessError + partialError + (squareError + otherError)));
    }

    private static (double High, double Low) TwoProduct(double a, double b)
    {
        var product = a * b;
        return (product, Math.FusedMultiplyAdd(a, b, -product));
    }

    private static (double High, double Low) TwoSum(double a, double b)
    {
        var sum = a + b;
        var part = sum - a;
        return (sum, (a - (sum - part)) + (b - part));
    }
}
