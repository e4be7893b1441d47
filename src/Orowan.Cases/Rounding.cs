namespace Orowan.Cases;

/// <summary>Numbers with a shorter decimal form near a given one.</summary>
internal static class Rounding
{
    private const int MostDecimals = 12;
    private const int MostSignificant = 4;

    /// <summary>
    /// Powers of ten from 1 on towards <paramref name="value"/>, then the number with one, two, ... significant digits: same sign, not
    /// zero, each shorter than the number.
    /// </summary>
    public static IEnumerable<double> Rounder(double value)
    {
        if (value == 0) return [];
        var significant = Enumerable.Range(0, MostSignificant).Select(digits => double.Parse(value.ToString($"E{digits}")));
        return PowersTowards(value).Concat(significant).Where(v => v != 0 && IsShorter(v, value)).Distinct();
    }

    /// <summary>The neighbours of <paramref name="value"/> with 0, 1, 2, ... decimals, the nearer first, each shorter than it.</summary>
    public static IEnumerable<double> WithFewerDecimals(double value) =>
        Enumerable.Range(0, MostDecimals).SelectMany(decimals => Around(value, decimals)).Where(v => IsShorter(v, value)).Distinct();

    /// <summary>The nearest number with that many decimals.</summary>
    public static double ToDecimals(double value, int decimals) => Math.Round(value, decimals) + 0.0;

    private static IEnumerable<double> PowersTowards(double value)
    {
        var step = Math.Abs(value) < 1 ? -1 : 1;
        var powers = Enumerable.Range(0, MostDecimals).Select(k => (double)Draws.PowerOfTen(step * k));
        return powers.TakeWhile(power => step * (power - Math.Abs(value)) <= 0).Select(power => Math.CopySign(power, value));
    }

    private static IEnumerable<double> Around(double value, int decimals)
    {
        var unit = (double)Draws.PowerOfTen(decimals);
        return [ToDecimals(value, decimals), Math.Floor(value * unit) / unit + 0.0, Math.Ceiling(value * unit) / unit + 0.0];
    }

    private static bool IsShorter(double candidate, double value) => Complexity.Digits(candidate) < Complexity.Digits(value);
}
