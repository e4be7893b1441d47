using System.Collections.Immutable;
using Orowan.Formats;

namespace Orowan.Flows;

/// <summary>Solves cases on the torus, with an error by <see cref="TwoIntegrations"/>.</summary>
internal static class TorusSolver
{
    /// <summary>The local tolerance of the first integration as a share of the tolerance asked for.</summary>
    private const double LocalShare = 0.1;

    public static TorusRun Solve(TorusCase subject) => TwoIntegrations.Refine(
        LocalShare * subject.Tolerance,
        subject.Tolerance * subject.LengthScale,
        (local, perturbation, steps) => new TorusIntegration(subject, local, perturbation, steps).Run(),
        (rough, fine, finer) => Judge(subject, rough, fine, finer));

    private static (TorusRun Run, double Error) Judge(TorusCase subject, TorusPass rough, TorusPass fine, double finer)
    {
        var allowed = TwoIntegrations.Allowed(fine.Steps, finer * subject.LengthScale);
        var ends = Math.Abs(rough.EndTime - fine.EndTime);
        var largest = fine.Rows.Select(row => row.X.Max(Math.Abs)).DefaultIfEmpty().Max();
        var widths = (TwoIntegrations.Caution * Largest(rough, fine, r => r.D)) + allowed;
        var positions = (TwoIntegrations.Caution * Math.Max(Largest(rough, fine, r => r.X), ends)) + allowed + TwoIntegrations.Rounding(fine.Steps, largest);
        return (ToRun(subject, fine, positions, widths), subject.Dipoles is null ? positions : widths);
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
}
