using System.Collections.Immutable;
using System.Runtime.CompilerServices;
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
