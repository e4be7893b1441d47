using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Orowan.Formats;

namespace Orowan.Claims.MultipleSigns;

/// <summary>
/// A case of particles on the torus with its run, as the claims see it: rows as states, what the run does not know of itself, and our
/// reference flow restarted at each row. Built once for each run, whoever made it, and shared by all claims.
/// </summary>
internal sealed class TorusTrial
{
    private static readonly ConditionalWeakTable<TorusRun, TorusTrial> Trials = [];

    private readonly Lazy<ImmutableArray<TorusInterval>> intervals;

    private TorusTrial(TorusCase subject, TorusRun run)
    {
        Case = subject;
        Run = run;
        var rows = Enumerable.Range(0, run.Times.Length).Select(k => new TorusRow(run.Times[k], new(run.X[k], run.D?[k]), run.B[k]));
        var initial = new TorusRow(0, new([.. subject.X], subject.Dipoles is { } dipoles ? [.. dipoles.D] : null), [.. subject.B]);
        Rows = run.Times.Length > 0 && run.Times[0] == 0 ? [.. rows] : [initial, .. rows];
        Judged = subject.AllowedError();
        Uncertainty = subject.ErrorOf(run) + (2 * Floating.Spacing);
        intervals = new(() => [.. Rows.Zip(Rows.Skip(1), (from, to) => new TorusInterval(this, from, to))]);
    }

    public TorusCase Case { get; }

    public TorusRun Run { get; }

    /// <summary>The rows of the run, headed by the initial data of the case where the run has no row at time 0.</summary>
    public ImmutableArray<TorusRow> Rows { get; }

    /// <summary>The error of a position in a row: the run's own statement, or ten times the tolerance where it makes none.</summary>
    public double Uncertainty { get; }

    /// <summary>The error a run may have by the case's tolerance, whatever it says of itself.</summary>
    public double Judged { get; }

    /// <summary>Our flow restarted at each row, up to the next; one fewer than the rows.</summary>
    public ImmutableArray<TorusInterval> Intervals => intervals.Value;

    /// <summary>n.</summary>
    public int Count => Case.Count;

    /// <summary>The trial of <paramref name="subject"/> with the run that <paramref name="solver"/> gives.</summary>
    public static TorusTrial Of(TorusCase subject, ISolver solver)
    {
        var run = solver.Solve(subject);
        var trial = Trials.GetValue(run, r => new TorusTrial(subject, r));
        return ReferenceEquals(trial.Case, subject) ? trial : new TorusTrial(subject, run);
    }

    /// <summary>Energy of a row, and how wrong it may be: the error of each position pushed through the gradient, and rounding.</summary>
    public (double Energy, double Uncertainty) EnergyOf(TorusRow row)
    {
        var energy = TorusSums.Energy(Case, row.State);
        var slope = TorusSums.Velocities(Case with { Motion = TorusMotion.Isotropic }, row.State).Sum(Math.Abs) / Count;
        var rounding = 8 * Floating.Spacing * Math.Max(1, Math.Abs(energy) + Math.Abs(TorusSums.Interaction(Case, row.State)));
        return (energy, (slope * Uncertainty) + (CurvatureOf(row) * Uncertainty * Uncertainty) + rounding);
    }

    /// <summary>Half the sum of |D^2 E| that an error of all positions meets at most, from the Hessians of the pairs.</summary>
    private double CurvatureOf(TorusRow row)
    {
        var d = Case.Dimension;
        Span<double> r = stackalloc double[d];
        var hessian = new double[d * d];
        double sum = 0;
        for (var i = 0; i < Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                row.State.Difference(d, i, j, r);
                Case.V.Hessian(r, hessian);
                sum += TorusClaims.OperatorNorm(hessian);
            }
        }
        return (4 * sum / ((double)Count * Count)) + Case.U.HessianBound;
    }
}

/// <summary>A row of a run as a state.</summary>
internal sealed record TorusRow(double Time, TorusState State, int[] B);
