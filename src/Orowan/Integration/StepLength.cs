namespace Orowan.Integration;

/// <summary>The usual rules for the length of the next step, from an estimated error that behaves like a power of it.</summary>
internal static class StepLength
{
    private const double Safety = 0.9;
    private const double LargestGrowth = 6;
    private const double LargestShrink = 0.2;

    /// <summary>What is tried after a step that left the domain, or whose dense output did.</summary>
    private const double Retreat = 0.25;

    /// <summary>An error below this share of the error allowed says nothing but "small".</summary>
    private const double LeastError = 1e-12;

    /// <summary>What the first step may change beside what is allowed, and the share of the fastest time that it is judged by.</summary>
    private const double Cautious = 0.01;

    /// <summary>After a step of length <paramref name="step"/> with <paramref name="error"/> as a share of the error allowed, at most 1.</summary>
    public static double AfterAccepted(double step, double error, int order) =>
        Within(step, Suggested(error, order));

    /// <summary>After a refused step; an error that is no number, infinite or small is not why: the step, or its dense output, left the domain.</summary>
    public static double AfterRejected(double step, double error, int order) =>
        error > 1 && double.IsFinite(error) ? Within(step, Suggested(error, order)) : Retreat * step;

    /// <summary>The ratio of steps at which the error would be what is allowed.</summary>
    public static double Suggested(double error, int order) => Math.Pow(Math.Max(error, LeastError), -1.0 / order);

    /// <summary>The step times <paramref name="ratio"/>, with a margin and within what one step may change.</summary>
    public static double Within(double step, double ratio) => step * Math.Clamp(Safety * ratio, LargestShrink, LargestGrowth);

    /// <summary>
    /// The first step by E. Hairer, S. P. Norsett, G. Wanner, Solving Ordinary Differential Equations I, 2nd ed., section II.4: with
    /// <paramref name="fastest"/> as the unit of time and the errors allowed as those of the unknowns, h^p max(|y'|, |y''|) is a hundredth;
    /// y'' is taken from an Euler step of a hundredth of that time. With the length comes the number of evaluations of the rate.
    /// </summary>
    /// <param name="fastest">The time in which the fastest unknown would change by its own size.</param>
    /// <param name="most">No step is longer.</param>
    public static (double Length, int Evaluations) First(IFlow flow, ReadOnlySpan<double> y, ReadOnlySpan<double> rate, double fastest, int order, double most)
    {
        var trial = Cautious * fastest;
        if (!(trial < most)) return (most, 0);
        var moved = y.ToArray();
        for (var i = 0; i < moved.Length; i++) moved[i] += trial * rate[i];
        var movedRate = new double[moved.Length];
        if (!flow.TryRate(moved, movedRate)) return (trial, 1);
        var allowed = new double[moved.Length];
        flow.AllowedErrors(moved, movedRate, trial, allowed);
        double change = 0;
        for (var i = 0; i < moved.Length; i++)
        {
            var (first, second) = (Math.Abs(rate[i]), Math.Abs(movedRate[i] - rate[i]) / Cautious);
            change = Math.Max(change, fastest * Math.Max(first, second) / allowed[i]);
        }
        return (change < double.PositiveInfinity ? Math.Min(most, fastest * Math.Min(1, Math.Pow(Cautious / change, 1.0 / order))) : trial, 1);
    }
}
