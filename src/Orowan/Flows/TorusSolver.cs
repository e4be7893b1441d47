using System.Collections.Immutable;
using Orowan.Formats;

namespace Orowan.Flows;

/// <summary>
/// Solves cases on the torus with a global error that is estimated, as <see cref="AnnihilationSolver"/> does: twice, the second time at a
/// hundredth of the local tolerance, and the looser integration from data moved by a few roundings.
/// </summary>
internal static class TorusSolver
{
    /// <summary>The local tolerance of the first integration as a share of the tolerance asked for.</summary>
    private const double LocalShare = 0.1;

    /// <summary>Ratio of the local tolerances of two integrations that are compared.</summary>
    private const double Refinement = 0.01;

    /// <summary>Least numbers of steps of the two integrations, different so that they never take the same steps.</summary>
    private const int RoughSteps = 7;

    private const int FineSteps = 17;

    /// <summary>Below this local tolerance the error estimate of a step drowns in rounding.</summary>
    private const double FinestLocal = 1e-14;

    /// <summary>Relative movement of the distances of the looser integration.</summary>
    private const double Perturbation = 8 * 2.220446049250313e-16;

    /// <summary>The difference of two integrations is multiplied by this: it is a sample of the error, not a bound.</summary>
    private const double Caution = 2;

    public static TorusRun Solve(TorusCase subject)
    {
        var local = Math.Max(FinestLocal / Refinement, LocalShare * subject.Tolerance);
        var wanted = subject.Tolerance * subject.LengthScale;
        while (true)
        {
            var finer = Math.Max(FinestLocal, Refinement * local);
            var rough = new TorusIntegration(subject, local, Perturbation, RoughSteps).Run();
            var fine = new TorusIntegration(subject, finer, 0, FineSteps).Run();
            var allowed = finer * subject.LengthScale * Math.Sqrt(1 + fine.Steps);
            var ends = Math.Abs(rough.EndTime - fine.EndTime);
            var widths = (Caution * Largest(rough, fine, r => r.D)) + allowed;
            var positions = (Caution * Math.Max(Largest(rough, fine, r => r.X), ends)) + allowed + Rounding(fine);
            var reached = subject.Dipoles is null ? positions : widths;
            if (reached <= wanted || local <= FinestLocal) return ToRun(subject, fine, positions, widths);
            local = finer;
        }
    }

    /// <summary>The run of one integration, without an uncertainty.</summary>
    public static TorusRun ToRun(TorusCase subject, TorusPass pass, double? positions, double? widths) =>
        new(
            [.. pass.Rows.Select(r => r.Time)],
            [.. pass.Rows.Select(r => r.X)],
            [.. pass.Rows.Select(_ => subject.B.ToArray())])
        {
            Energy = [.. pass.Rows.Select(r => r.Energy)],
            Dissipation = [.. pass.Rows.Select(r => r.Dissipation)],
            D = subject.Dipoles is null ? null : [.. pass.Rows.Select(r => r.D)],
            Drift = subject.Dipoles is null ? null : [.. pass.Rows.Select(r => r.Drift)],
            Uncertainty = positions,
            WidthUncertainty = subject.Dipoles is null ? null : widths,
            Solver = ReferenceSolver.Name,
            Statistics = ImmutableSortedDictionary<string, long>.Empty
                .Add("forces", pass.Forces)
                .Add("rejected", pass.Rejected)
                .Add("steps", pass.Steps),
            Ended = pass.Ended,
        };

    private static double Largest(TorusPass a, TorusPass b, Func<TorusRow, double[]> part)
    {
        double largest = 0;
        foreach (var (first, second) in a.Rows.Zip(b.Rows))
        {
            foreach (var (x, y) in part(first).Zip(part(second))) largest = Math.Max(largest, Math.Abs(x - y));
        }
        return largest;
    }

    /// <summary>Positions are written as doubles: two spacings at the largest.</summary>
    private static double Rounding(TorusPass pass)
    {
        var largest = pass.Rows.Select(row => row.X.Max(Math.Abs)).DefaultIfEmpty().Max();
        return 2 * (Math.BitIncrement(largest) - largest);
    }
}
