namespace Orowan.Integration;

/// <summary>
/// The next step from the estimated errors of the last two: the shorter of what the last one alone suggests and of what follows when the
/// error goes on changing as it did between them. K. Gustafsson, ACM TOMS 20 (1994) 496; Hairer and Wanner II, (IV.8.25).
/// </summary>
/// <remarks>
/// Where steps must shrink from one to the next, as before opposite particles meet, the last error alone asks for a step too long every
/// time, and every other attempt is in vain.
/// </remarks>
internal sealed class PredictedStepLength
{
    /// <summary>Errors below this say only that the step was short: they would make every later one look like a rise.</summary>
    private const double LeastError = 1e-2;

    private double lastStep;
    private double lastError;

    /// <summary>After an accepted step of length <paramref name="step"/> with <paramref name="error"/> as a share of the error allowed.</summary>
    public double AfterAccepted(double step, double error, int order)
    {
        var ratio = StepLength.Suggested(error, order);
        if (lastStep > 0 && error > LeastError) ratio = Math.Min(ratio, step / lastStep * ratio * StepLength.Suggested(error / lastError, order));
        (lastStep, lastError) = (step, Math.Max(error, LeastError));
        return StepLength.Within(step, ratio);
    }
}
