namespace Orowan.Potentials;

/// <summary>A closed interval of extended reals, Low &lt;= High. Arithmetic rounds outwards, so that enclosures stay enclosures.</summary>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>The double just below or above covers the rounding of one operation.</summary>
    public static Interval operator +(Interval a, Interval b) => Outward(a.Low + b.Low, a.High + b.High);

    public static Interval operator -(Interval a) => new(-a.High, -a.Low);

    public static Interval operator *(double factor, Interval a)
    {
        var atLow = Product(factor, a.Low);
        var atHigh = Product(factor, a.High);
        var product = factor >= 0 ? new Interval(atLow, atHigh) : new Interval(atHigh, atLow);
        return Math.Abs(factor) is 0 or 1 ? product : Outward(product.Low, product.High);
    }

    /// <summary>Whether <paramref name="value"/> lies in the interval; false for NaN.</summary>
    public bool Contains(double value) => Low <= value && value <= High;

    /// <summary>
    /// The enclosure of true values whose computed values span [low, high] with relative error at most <paramref name="relative"/>.
    /// </summary>
    internal static Interval Around(double low, double high, double relative) =>
        Outward(low - Size(low) * relative, high + Size(high) * relative);

    /// <summary>The same for values that are known to be at least zero.</summary>
    internal static Interval AroundNonnegative(double low, double high, double relative)
    {
        var around = Around(low, high, relative);
        return around with { Low = Math.Max(0, around.Low) };
    }

    /// <summary>An indefinite end (infinity minus infinity) says nothing, so it becomes the infinity that excludes nothing.</summary>
    private static Interval Outward(double low, double high) => new(
        double.IsNaN(low) ? double.NegativeInfinity : Math.BitDecrement(low),
        double.IsNaN(high) ? double.PositiveInfinity : Math.BitIncrement(high));

    private static double Size(double value) => double.IsFinite(value) ? Math.Abs(value) : 0;

    /// <summary>0 times infinity is 0 here: a potential with factor 0 is the zero potential.</summary>
    private static double Product(double a, double b) => a == 0 || b == 0 ? 0 : a * b;
}
