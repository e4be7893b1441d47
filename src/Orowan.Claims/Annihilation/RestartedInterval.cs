using Orowan.Flows;
using Orowan.Formats;
using Orowan.Particles;

namespace Orowan.Claims.Annihilation;

/// <summary>The reference flow from one row to the time of the next.</summary>
internal sealed class RestartedInterval
{
    private readonly LineCase subject;
    private readonly Dictionary<double, LineState> visited = [];
    private readonly Lazy<(double Position, double Time)> amplification;

    private RestartedInterval(LineCase subject, TrialRow from, TrialRow to, LinePass? pass, string? error, double judged)
    {
        this.subject = subject;
        From = from;
        To = to;
        Pass = pass;
        Error = error;
        amplification = new Lazy<(double, double)>(() => Amplify(judged));
    }

    /// <summary>Row at the start.</summary>
    public TrialRow From { get; }

    /// <summary>Row at the end, as the run has it.</summary>
    public TrialRow To { get; }

    /// <summary>The reference flow, time counted from the start of the interval; null when it could not start.</summary>
    public LinePass? Pass { get; }

    /// <summary>Why the flow could not start; null when it did.</summary>
    public string? Error { get; }

    /// <summary>The state that the reference flow reaches at the end; null when it does not get there.</summary>
    public LineRow? End => Pass is { Ended: null } pass && pass.Rows.Length > 0 ? pass.Rows[^1] : null;

    /// <summary>(1/n) times the integral of |x'|^2 over the interval.</summary>
    public double Dissipation => End?.Dissipation ?? double.NaN;

    /// <summary>How wrong that is: the error the restarted flow allows its quadrature, times its steps.</summary>
    public double DissipationUncertainty =>
        Pass is null ? double.NaN : 10 * LineFlow.FinestTolerance * Math.Max(1, Dissipation) * (1 + Pass.Steps);

    /// <summary>
    /// How much an error of a position at the start grows until the end, in positions and in the times of collisions: the largest of
    /// three directions, by restarting from states moved by the error the case's tolerance allows.
    /// </summary>
    public (double Position, double Time) Amplification => amplification.Value;

    /// <summary>The states of the reference flow at times since the start; several integrals ask for the same ones.</summary>
    /// <param name="trajectory">Kept between calls that follow each other, because it takes room: null before the first of them.</param>
    public IEnumerable<LineState> At(double[] times, ref LineTrajectory? trajectory)
    {
        lock (visited)
        {
            foreach (var t in times)
            {
                if (!visited.ContainsKey(t)) visited.Add(t, (trajectory ??= Follow()).At(t));
            }
            return [.. times.Select(t => visited[t])];
        }
    }

    public static RestartedInterval Between(LineCase subject, TrialRow from, TrialRow to, double judged)
    {
        try
        {
            return new RestartedInterval(subject, from, to, Flow(subject, from.State, to.Time - from.Time), null, judged);
        }
        catch (ArgumentException error)
        {
            return new RestartedInterval(subject, from, to, null, error.Message, judged);
        }
    }

    private LineTrajectory Follow() =>
        LineFlow.Restart(subject.V, subject.W, From.State, [], To.Time - From.Time, subject.LengthScale, keepsTrajectory: true).Trajectory!;

    private static LinePass Flow(LineCase subject, LineState start, double span) =>
        LineFlow.Restart(subject.V, subject.W, start, [span], span, subject.LengthScale);

    private (double Position, double Time) Amplify(double judged)
    {
        if (End is not { } end) return (double.PositiveInfinity, double.PositiveInfinity);
        double position = 1, time = 1;
        foreach (var direction in Directions())
        {
            var moved = Moved(direction, judged, out var length);
            if (moved is null) return (double.PositiveInfinity, double.PositiveInfinity);
            if (length == 0) continue;
            var pass = Flow(subject, moved, To.Time - From.Time);
            if (pass.Ended is not null) return (double.PositiveInfinity, double.PositiveInfinity);
            var reached = pass.Rows[^1].State.X;
            position = Math.Max(position, Enumerable.Range(0, reached.Length).Max(i => Math.Abs(reached[i] - end.State.X[i])) / length);
            time = Math.Max(time, CollisionTimes.Difference(pass.Collisions, Pass!.Collisions, To.Time - From.Time) / length);
        }
        return (position, time);
    }

    /// <summary>Opposites together or apart, like neighbours together or apart, and every second pair of particles against the rest.</summary>
    private IEnumerable<int[]> Directions()
    {
        var b = From.State.B;
        yield return b;
        yield return [.. b.Select((q, i) => q == 0 ? 0 : i % 2 == 0 ? 1 : -1)];
        yield return [.. b.Select((q, i) => q == 0 ? 0 : i / 2 % 2 == 0 ? 1 : -1)];
    }

    /// <summary>The state moved by at most <paramref name="judged"/>, and by less where a gap is smaller than that.</summary>
    private LineState? Moved(int[] direction, double judged, out double length)
    {
        var alive = From.State.Alive();
        var smallest = double.PositiveInfinity;
        for (var i = 0; i + 1 < alive.Length; i++)
        {
            var gap = From.State.X[alive[i + 1]] - From.State.X[alive[i]];
            if (!From.State.LogGap.ContainsKey(alive[i])) smallest = Math.Min(smallest, gap);
        }
        length = Math.Min(judged, 0.1 * smallest);
        var moved = length;
        return length > 0 ? From.State with { X = [.. From.State.X.Select((x, i) => x + (moved * direction[i]))] } : null;
    }
}
