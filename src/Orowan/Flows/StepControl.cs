namespace Orowan.Flows;

/// <summary>
/// The next step from the estimated errors of the last two: the shorter of what the last one alone suggests and of what follows when the
/// error goes on changing as it did between them. K. Gustafsson, ACM TOMS 20 (1994) 496; Hairer and Wanner II, (IV.8.25).
/// </summary>
/// <remarks>
/// Where steps must shrink from one to the next, as before opposite particles meet, the last error alone asks for a step too long every
/// time, and every other attempt is in vain.
/// </remarks>
internal sealed class StepControl
{
    private const double Safety = 0.9;
    private const double LargestGrowth = 6;
    private const double LargestShrink = 0.2;

    /// <summary>Errors below this say only that the step was short: they would make every later one look like a rise.</summary>
    private const double LeastError = 1e-2;

    private double lastStep;
    private double lastError;

    /// <summary>The ratio of the next step to the accepted one, whose error was <paramref name="error"/> of the error allowed.</summary>
    public double Factor(double step, double error, int order)
    {
        var plain = Power(Math.Max(error, 1e-12), order);
        var factor = plain;
        if (lastStep > 0 && error > LeastError) factor = Math.Min(plain, step / lastStep * plain * Power(error / lastError, order));
        (lastStep, lastError) = (step, Math.Max(error, LeastError));
        return Math.Clamp(Safety * factor, LargestShrink, LargestGrowth);
    }

    /// <summary>The ratio of the next attempt to the one that had <paramref name="error"/> > 1.</summary>
    public static double AfterRejection(double error, int order) => Math.Max(LargestShrink, Safety * Power(error, order));

    private static double Power(double error, int order) => Math.Pow(error, -1.0 / order);
}
