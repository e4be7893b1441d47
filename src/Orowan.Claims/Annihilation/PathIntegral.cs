using Orowan.Flows;
using Orowan.Particles;

namespace Orowan.Claims.Annihilation;

/// <summary>Integrals in time along a run, on panels between rows and collisions, the reference flow supplying the states.</summary>
internal static class PathIntegral
{
    /// <summary>
    /// The integrals over the run of several functions of time and state, and how wrong they may be; null when the reference flow does
    /// not reach the end of an interval.
    /// </summary>
    /// <param name="size">Index, by function, of the integral of a positive function that the accuracy is relative to; negative where none is asked for.</param>
    public static (double[] Values, double[] Errors)? Over(LineTrial trial, int count, Func<double, LineState, double[]> integrand, Func<int, int> size)
    {
        var rule = new AdaptiveGauss(count, size, trial.Case.T);
        foreach (var interval in trial.Intervals)
        {
            if (interval.End is null) return null;
            // Quarters to begin with: the layer in which a pair falls together may lie between the nodes of one panel.
            var panels = SmoothPieces.Of(interval)
                .Select(p => new Panel(p.From, p.To)).Where(p => p.To > p.From)
                .SelectMany(p => p.Halves()).SelectMany(p => p.Halves()).ToList();
            // Like particles 1e-8 apart leave each other at once.
            if (panels.Count > 0 && ReferenceEquals(interval, trial.Intervals[0])) panels = [.. panels[0].Graded(), .. panels.Skip(1)];
            LineTrajectory? trajectory = null;
            rule.Add(panels, times => [.. times.Zip(interval.At(Array.ConvertAll(times, t => t - interval.From.Time), ref trajectory), integrand)]);
        }
        return (rule.Values, rule.Errors);
    }
}
