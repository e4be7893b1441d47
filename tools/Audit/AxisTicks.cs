namespace Orowan.Audit;

/// <summary>Round numbers along an axis.</summary>
internal static class AxisTicks
{
    private const int Wanted = 6;

    /// <summary>Multiples of 1, 2 or 5 times a power of ten in [from, to], with the text that tells them apart.</summary>
    public static IEnumerable<(double At, string Text)> In(double from, double to)
    {
        var step = Step((to - from) / Wanted);
        var decimals = Math.Clamp((int)-Math.Floor(Math.Log10(step)), 0, 15);
        for (var k = Math.Ceiling(from / step); k * step <= to; k++)
        {
            var at = k * step;
            yield return (at, k == 0 ? "0" : Math.Abs(at) is < 1e-4 or >= 1e6 ? at.ToString("g6") : at.ToString($"f{decimals}"));
        }
    }

    /// <summary>The smallest of 1, 2, 5 times a power of ten that is not below <paramref name="least"/>.</summary>
    private static double Step(double least)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        foreach (var factor in (double[])[1, 2, 5])
        {
            if (factor * power >= least) return factor * power;
        }
        return 10 * power;
    }
}
