using System.Collections.Immutable;
using Orowan.Formats;
using Orowan.Particles;

namespace Orowan.Flows;

/// <summary>Solves cases of particles on the line, with an error by <see cref="TwoIntegrations"/>.</summary>
internal static class AnnihilationSolver
{
    /// <summary>The local tolerance of the first integration as a share of the tolerance asked for.</summary>
    private const double LocalShare = 0.01;

    public static LineRun Solve(LineCase subject)
    {
        var start = new LineState([.. subject.X], [.. subject.B]);
        return TwoIntegrations.Refine(
            LocalShare * subject.Tolerance,
            subject.Tolerance * subject.LengthScale,
            (local, perturbation, steps) => Integrate(subject, start, local, perturbation, steps),
            (rough, fine, finer) => Judge(subject, rough, fine, finer));
    }

    private static (LineRun Run, double Error) Judge(LineCase subject, LinePass rough, LinePass fine, double finer)
    {
        var largest = fine.Rows.Select(row => row.State.X.Max(Math.Abs)).DefaultIfEmpty().Max();
        var error = (TwoIntegrations.Caution * Difference(rough, fine, subject.T))
            + TwoIntegrations.Allowed(fine.Steps, finer * subject.LengthScale)
            + TwoIntegrations.Rounding(fine.Steps, largest);
        return (ToRun(fine, error), error);
    }

    private static LinePass Integrate(LineCase subject, LineState start, double local, double perturbation, int steps) =>
        new AnnihilationFlow(new LinePhysics(subject.V, subject.W), start, subject.Output, local, subject.LengthScale, perturbation, steps)
            .Run(subject.T);

    /// <summary>The largest difference of a position in a row and of the time of a collision; a collision of one alone counts to the end.</summary>
    private static double Difference(LinePass a, LinePass b, double horizon)
    {
        double largest = 0;
        foreach (var (first, second) in a.Rows.Zip(b.Rows))
        {
            for (var i = 0; i < first.State.X.Length; i++)
            {
                largest = Math.Max(largest, Math.Abs(first.State.X[i] - second.State.X[i]));
            }
        }
        var (timesA, timesB) = (TimesByPair(a), TimesByPair(b));
        foreach (var pair in timesA.Keys.Union(timesB.Keys))
        {
            largest = Math.Max(largest, Math.Abs(timesA.GetValueOrDefault(pair, horizon) - timesB.GetValueOrDefault(pair, horizon)));
        }
        return largest;
    }

    private static Dictionary<(int, int), double> TimesByPair(LinePass pass) =>
        pass.Collisions.SelectMany(c => c.Pairs.Select(p => (p, c.Time))).ToDictionary(c => c.p, c => c.Time);

    private static LineRun ToRun(LinePass pass, double uncertainty) =>
        new(
            [.. pass.Rows.Select(r => r.Time)],
            [.. pass.Rows.Select(r => r.State.X)],
            [.. pass.Rows.Select(r => r.State.B)])
        {
            Collisions = pass.Collisions,
            Energy = [.. pass.Rows.Select(r => r.Energy)],
            Dissipation = [.. pass.Rows.Select(r => r.Dissipation)],
            Uncertainty = uncertainty,
            Solver = ReferenceSolver.Name,
            Statistics = ImmutableSortedDictionary<string, long>.Empty
                .Add("forces", pass.Forces)
                .Add("rejected", pass.Rejected)
                .Add("steps", pass.Steps),
            Close = Close(pass),
            Ended = pass.Ended,
        };

    private static ImmutableArray<CloseGap> Close(LinePass pass)
    {
        var rows = pass.Rows;
        var lefts = rows.SelectMany(r => r.State.LogGap.Keys).Distinct().Order();
        var close = ImmutableArray.CreateBuilder<CloseGap>();
        foreach (var left in lefts)
        {
            var byPartner = rows.Where(r => r.State.LogGap.ContainsKey(left)).Select(r => Partner(r.State, left)).Distinct();
            foreach (var right in byPartner)
            {
                close.Add(new CloseGap(left, right, [.. rows.Select(r => LogGap(r.State, left, right))]));
            }
        }
        return close.ToImmutable();
    }

    private static double? LogGap(LineState state, int left, int right) =>
        state.LogGap.TryGetValue(left, out var logarithm) && Partner(state, left) == right ? logarithm : null;

    private static int Partner(LineState state, int left) => Array.FindIndex(state.B, left + 1, b => b != 0);
}
