using System.Collections.Immutable;
using Orowan.Formats;
using Orowan.Particles;

namespace Orowan.Flows;

/// <summary>
/// Solves cases of particles on the line with a global error that is estimated, not assumed: the case is integrated twice, the second
/// time at a hundredth of the local tolerance, and the looser integration starts from data moved by a few roundings, so that the
/// difference of the two shows the truncation error and the conditioning of the case at once.
/// </summary>
internal static class AnnihilationSolver
{
    /// <summary>The local tolerance of the first integration as a share of the tolerance asked for.</summary>
    private const double LocalShare = 0.01;

    /// <summary>Ratio of the local tolerances of two integrations that are compared.</summary>
    private const double Refinement = 0.01;

    /// <summary>
    /// Least numbers of steps of the two integrations. They differ, and not by a simple ratio: two integrations whose steps nothing
    /// limits would otherwise take the same steps, and their difference would be zero whatever their error.
    /// </summary>
    private const int RoughSteps = 7;

    private const int FineSteps = 17;

    /// <summary>Below this local tolerance the error estimate of a step drowns in rounding.</summary>
    private const double FinestLocal = 1e-14;

    /// <summary>Relative movement of the gaps of the looser integration.</summary>
    private const double Perturbation = 8 * 2.220446049250313e-16;

    /// <summary>The difference of two integrations is multiplied by this: it is a sample of the error, not a bound.</summary>
    private const double Caution = 2;

    public static LineRun Solve(LineCase subject)
    {
        var start = new LineState([.. subject.X], [.. subject.B]);
        var local = Math.Max(FinestLocal / Refinement, LocalShare * subject.Tolerance);
        var wanted = subject.Tolerance * subject.LengthScale;
        while (true)
        {
            var finer = Math.Max(FinestLocal, Refinement * local);
            var rough = Integrate(subject, start, local, Perturbation, RoughSteps);
            var fine = Integrate(subject, start, finer, 0, FineSteps);
            var uncertainty = (Caution * Difference(rough, fine, subject.T)) + Allowed(fine, finer * subject.LengthScale) + Rounding(fine);
            if (uncertainty <= wanted || local <= FinestLocal) return ToRun(fine, uncertainty);
            local = finer;
        }
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

    /// <summary>
    /// The errors that the steps were allowed, added as random ones. The difference of two integrations can be small by chance, where it
    /// changes sign; this cannot.
    /// </summary>
    private static double Allowed(LinePass pass, double perStep) => perStep * Math.Sqrt(1 + pass.Steps);

    /// <summary>Positions are written as doubles, two spacings at the largest, and each step rounds once more, at random.</summary>
    private static double Rounding(LinePass pass)
    {
        var largest = pass.Rows.Select(row => row.State.X.Max(Math.Abs)).DefaultIfEmpty().Max();
        return (2 + Math.Sqrt(pass.Steps)) * (Math.BitIncrement(largest) - largest);
    }

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
