namespace Orowan.Potentials;

/// <summary>The wall potential and 1/sinh^2 for distances q >= 0, in forms without cancellation, overflow or early underflow.</summary>
internal static class WallFunction
{
    /// <summary>From here on q exp(-2q) is below the smallest double.</summary>
    public const double Farthest = 400;

    /// <summary>From here on 1 - exp(-2q) is 1 to all digits.</summary>
    private const double Far = 20;

    private const double Near = 0.35;

    /// <summary>q coth q - log(2 sinh q).</summary>
    public static double Value(double q)
    {
        if (q >= Farthest) return 0;
        if (q >= Far) return OverSquaredExponential(2 * q + 1, q);
        if (q == 0) return double.PositiveInfinity;
        var e = Math.Exp(-2 * q);
        var complement = -SpecialFunctions.ExpMinusOne(-2 * q);
        var logarithm = q < Near ? Math.Log(complement) : SpecialFunctions.LogOnePlus(-e);
        return 2 * q * e / complement - logarithm;
    }

    /// <summary>factor / sinh(q)^2; an infinity at q = 0.</summary>
    public static double OverSquaredSinh(double factor, double q)
    {
        if (q >= Farthest) return 0 * Math.Sign(factor);
        if (q >= Far) return OverSquaredExponential(4 * factor, q);
        var sinh = Math.Sinh(q);
        return factor / sinh / sinh;
    }

    /// <summary>factor * exp(-2q), where exp(-2q) alone would already be subnormal.</summary>
    private static double OverSquaredExponential(double factor, double q)
    {
        var root = Math.Exp(-q);
        return factor * root * root;
    }
}
