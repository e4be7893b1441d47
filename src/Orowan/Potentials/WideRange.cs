namespace Orowan.Potentials;

/// <summary>
/// A product of doubles kept as mantissa * 2^exponent, so that neither an overflow nor an underflow on the way loses a result that is
/// itself representable. For a handful of factors: mantissas are not brought back into range.
/// </summary>
internal readonly record struct WideRange(double Mantissa, int Exponent)
{
    /// <summary>The exponent stays far within an int whatever a caller multiplies.</summary>
    private const int FarthestExponent = 100_000;

    public static implicit operator WideRange(double value)
    {
        if (value == 0 || !double.IsFinite(value)) return new(value, 0);
        var exponent = Math.ILogB(value);
        return new(Math.ScaleB(value, -exponent), exponent);
    }

    /// <summary>The nearest double; 0 or an infinity where there is none.</summary>
    public double ToDouble() => Math.ScaleB(Mantissa, Exponent);

    public static WideRange operator *(WideRange a, WideRange b) => new(a.Mantissa * b.Mantissa, a.Exponent + b.Exponent);

    public static WideRange operator /(WideRange a, WideRange b) => new(a.Mantissa / b.Mantissa, a.Exponent - b.Exponent);

    /// <summary>exp(-(x + rest)) for x >= 0 and a rest of the size of its rounding.</summary>
    public static WideRange OfNegativeExponential(double x, double rest)
    {
        // exp(-x) = 2^-k exp(k log 2 - x): k log 2 in two parts, of which the first is exact for k below 2^20 (32 bits of log 2).
        const double Log2High = 0.693147180369123816490;
        const double Log2Low = 1.90821492927058770002e-10;
        var k = Math.Round(Math.Min(x, FarthestExponent) / Math.Log(2));
        return x > FarthestExponent ? new(0, 0) : new(Math.Exp((k * Log2High) - x + ((k * Log2Low) - rest)), -(int)k);
    }
}
