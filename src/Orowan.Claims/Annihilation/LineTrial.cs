using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Orowan.Flows;
using Orowan.Formats;
using Orowan.Particles;

namespace Orowan.Claims.Annihilation;

/// <summary>
/// A case of particles on the line with its run, as the claims see it: rows as states, what the run does not know of itself, and our
/// reference flow restarted at each row. Built once for each run, whoever made it, and shared by all claims.
/// </summary>
internal sealed class LineTrial
{
    private static readonly ConditionalWeakTable<LineRun, LineTrial> Trials = [];

    private readonly Lazy<ImmutableArray<RestartedInterval>> intervals;

    private LineTrial(LineCase subject, LineRun run)
    {
        Case = subject;
        Run = run;
        var rows = Enumerable.Range(0, run.Times.Length).Select(k => new TrialRow(run.Times[k], StateOf(run, k)));
        var initial = new TrialRow(0, new LineState([.. subject.X], [.. subject.B]));
        Rows = run.Times.Length > 0 && run.Times[0] == 0 ? [.. rows] : [initial, .. rows];
        Judged = subject.AllowedError();
        Uncertainty = subject.ErrorOf(run);
        intervals = new Lazy<ImmutableArray<RestartedInterval>>(() =>
            [.. Enumerable.Range(0, Rows.Length - 1).Select(k => RestartedInterval.Between(Case, Rows[k], Rows[k + 1], Judged))]);
    }

    public LineCase Case { get; }

    public LineRun Run { get; }

    /// <summary>The rows of the run, headed by the initial data of the case where the run has no row at time 0.</summary>
    public ImmutableArray<TrialRow> Rows { get; }

    /// <summary>The error of a position in a row: the run's own statement, or ten times the tolerance where it makes none.</summary>
    public double Uncertainty { get; }

    /// <summary>The error a run may have by the case's tolerance, whatever it says of itself.</summary>
    public double Judged { get; }

    /// <summary>Our flow restarted at each row, up to the next; one fewer than the rows.</summary>
    public ImmutableArray<RestartedInterval> Intervals => intervals.Value;

    /// <summary>n.</summary>
    public int Count => Case.Count;

    /// <summary>The trial of <paramref name="subject"/> with the run that <paramref name="solver"/> gives.</summary>
    public static LineTrial Of(LineCase subject, ISolver solver)
    {
        var run = solver.Solve(subject);
        var trial = Trials.GetValue(run, r => new LineTrial(subject, r));
        return ReferenceEquals(trial.Case, subject) ? trial : new LineTrial(subject, run);
    }

    /// <summary>Energy of a row, and how wrong it may be: the uncertainty of each position pushed through the gradient, and rounding.</summary>
    public (double Energy, double Uncertainty) EnergyOf(TrialRow row)
    {
        var energy = LineEnergy.Of(Case.V, Case.W, row.State);
        var slope = LineEnergy.Gradient(Case.V, Case.W, row.State).Sum(Math.Abs);
        var rounding = Floating.Spacing * Count * Math.Max(1, Math.Abs(energy));
        var position = IsInitial(row) ? 0 : Uncertainty + (Floating.Spacing * row.State.X.Max(Math.Abs));
        return (energy, (slope * position) + rounding);
    }

    /// <summary>Whether a row repeats the initial data to the bit: such a row has no error, however close its particles are.</summary>
    public bool IsInitial(TrialRow row) => row.Time == 0 && row.State.X.AsSpan().SequenceEqual(Case.X.AsSpan());

    private static LineState StateOf(LineRun run, int row)
    {
        var gaps = ImmutableDictionary.CreateBuilder<int, double>();
        foreach (var close in run.Close)
        {
            if (close.LogGap[row] is { } logarithm && run.B[row][close.I] != 0 && run.B[row][close.J] != 0) gaps[close.I] = logarithm;
        }
        return new LineState(run.X[row], run.B[row]) { LogGap = gaps.ToImmutable() };
    }
}

/// <summary>A row of a run as a state.</summary>
internal sealed record TrialRow(double Time, LineState State)
{
    /// <summary>Whether the alive are in strictly increasing order, gaps below the spacing of doubles included.</summary>
    public bool IsOrdered
    {
        get
        {
            var alive = State.Alive();
            return Enumerable.Range(0, Math.Max(0, alive.Length - 1))
                .All(k => State.X[alive[k]] < State.X[alive[k + 1]] || State.LogGap.ContainsKey(alive[k]));
        }
    }
}

/// <summary>The reference flow from one row to the time of the next.</summary>
internal sealed class RestartedInterval
{
    private readonly LineCase subject;
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

/// <summary>Comparison of two lists of collisions.</summary>
internal static class CollisionTimes
{
    /// <summary>Times by pair.</summary>
    public static Dictionary<(int I, int J), double> ByPair(IEnumerable<Collision> collisions)
    {
        var times = new Dictionary<(int, int), double>();
        foreach (var collision in collisions)
        {
            foreach (var pair in collision.Pairs) times[pair] = collision.Time;
        }
        return times;
    }

    /// <summary>The largest difference of the times of a pair; a pair in one list alone counts up to <paramref name="end"/>.</summary>
    public static double Difference(IEnumerable<Collision> a, IEnumerable<Collision> b, double end)
    {
        var (first, second) = (ByPair(a), ByPair(b));
        return first.Keys.Union(second.Keys)
            .Select(pair => Math.Abs(first.GetValueOrDefault(pair, end) - second.GetValueOrDefault(pair, end)))
            .DefaultIfEmpty(0)
            .Max();
    }
}
