using System.Runtime.CompilerServices;
using Orowan.Flows;
using Orowan.Formats;
using Orowan.Particles;

namespace Orowan.Claims.Annihilation;

/// <summary>
/// A, Proposition 4.5: existence and uniqueness. Definition 4.2(d) speaks of t_1, ..., t_K alone, the times at which charges do change; a
/// trajectory whose charges never change meets it, whatever passes through whatever.
/// </summary>
internal static class Uniqueness
{
    private const string Label = "Proposition 4.5, uniqueness, with Definition 4.2(d)";

    private static readonly ConditionalWeakTable<LineCase, Candidate[]> Known = [];

    public static Claim<LineCase> Corrected { get; } = LineClaims.About(
        "A-4.5-unique",
        Label,
        "With the further clause that no opposite alive pair shares a place at any time of (0, T), charges taken after the jump, there is one solution: "
        + "the run, our flow solved in one piece at another tolerance, and the flow (4.9) where that meets the clause, agree.",
        "The clause makes t_{K+1} >= T in (d) and forbids that one of two simultaneous collisions is passed over; then each t_k and Gamma_k follows from the last.",
        trial => Compare(trial, c => c.KeepsApart));

    public static Claim<LineCase> Printed { get; } = LineClaims.About(
        "A-4.5-unique",
        Label,
        "Any two trajectories that satisfy Definition 4.2(a)-(e) agree.",
        "As printed; for the flow (4.9) T_col is empty, so that (a), (b), (c) hold and (d), (e) ask nothing.",
        trial => Compare(trial, _ => true));

    public static Claim<LineCase> EachCollisionEnds { get; } = LineClaims.About(
        "A-4.3-pairs",
        "Remark 4.3, fifth bullet",
        "With the clause of A-4.5-unique: of each opposite pair that shares a place both are annihilated, and none else.",
        "At each row no opposites have passed each other alive; between rows each contact of the reference flow ends both charges by the next row.",
        trial => Apart(trial).Concat(Ended(trial)));

    public static Claim<LineCase> EachCollisionEndsPrinted { get; } = LineClaims.About(
        "A-4.3-pairs",
        "Remark 4.3, fifth bullet",
        "Property (d) as printed ensures that of each two colliding particles at least one is annihilated: no trajectory that satisfies (a)-(e) has opposites that pass through each other.",
        "As printed, judged on the flow (4.9), for which T_col is empty.",
        trial =>
        [
            Comparison.AtMostOnScale(
                -Candidates(trial.Case).Min(c => c.LeastOppositeGap),
                0,
                Uncollided.Of(trial.Case).Error,
                trial.Case.LengthScale,
                "least signed gap of opposites",
                LineClaims.PositionResolution),
        ]);

    /// <summary>The fewest particles: two opposite ones alone never meet.</summary>
    public static LineCase Counterexample { get; } = LineExamples.PlusPlusMinus;

    public static string Erratum =>
        "Definition 4.2(d) constrains only those t_k that exist. For (+, +, -) at (-0.5, 0.5, 1), n = 3, V = -log, W = 0, the positive one meets the negative one at "
        + "t = 2.25; the trajectory in which they pass through each other and nothing is annihilated has T_col empty and satisfies (a)-(e), as does the one with "
        + "the annihilation. Likewise one of two pairs that meet at one time may be passed over. The definition needs: no opposite alive pair shares a place in (0, T).";

    private static IEnumerable<Comparison> Compare(LineTrial trial, Func<Candidate, bool> satisfies)
    {
        foreach (var candidate in Candidates(trial.Case).Where(satisfies))
        {
            foreach (var row in trial.Rows)
            {
                var index = trial.Case.Output.IndexOf(row.Time);
                if (index < 0 || index >= candidate.Rows.Count) continue;
                foreach (var comparison in SameRow(trial, row, candidate, candidate.Rows[index])) yield return comparison;
            }
        }
    }

    private static IEnumerable<Comparison> SameRow(LineTrial trial, TrialRow row, Candidate candidate, LineState other)
    {
        var i = Enumerable.Range(0, trial.Count).MaxBy(k => Math.Abs(row.State.X[k] - other.X[k]));
        yield return Comparison.Equal(
            row.State.X[i], other.X[i], trial.Uncertainty + candidate.Error, trial.Case.LengthScale, $"particle {i} at t = {row.Time:R}, {candidate.Name}", LineClaims.PositionResolution);
        if (candidate.CollisionTimes.Any(t => Math.Abs(t - row.Time) <= 2 * (trial.Uncertainty + candidate.Error))) yield break;
        var different = row.State.B.Zip(other.B, (a, b) => a == b ? 0 : 1).Sum();
        yield return Comparison.Equal(different, 0, 0, 1, $"charges at t = {row.Time:R}, {candidate.Name}");
    }

    /// <summary>They depend on the case alone, and three claims ask for them.</summary>
    private static Candidate[] Candidates(LineCase subject) => Known.GetValue(subject, s => [.. Make(s)]);

    private static IEnumerable<Candidate> Make(LineCase subject)
    {
        var start = new LineState([.. subject.X], [.. subject.B]);
        LinePass Solve(double tolerance) => LineFlow.Restart(subject.V, subject.W, start, subject.Output, subject.T, subject.LengthScale, tolerance);
        var (fine, coarse) = (Solve(LineFlow.FinestTolerance), Solve(100 * LineFlow.FinestTolerance));
        var timing = CollisionTimes.Difference(fine.Collisions, coarse.Collisions, subject.T);
        var rounding = 8 * Floating.Spacing * fine.Rows.Max(r => r.State.X.Max(Math.Abs));
        yield return new Candidate("the flow in one piece", [.. fine.Rows.Select(r => r.State)], [.. fine.Collisions.Select(c => c.Time)], Math.Max(Disagreement(fine, coarse), timing) + rounding);
        var passing = Uncollided.Of(subject);
        yield return new Candidate("the flow (4.9)", [.. passing.Rows.Select(r => r.State)], [], passing.Error)
        {
            LeastOppositeGap = fine.Collisions.Length > 0
                ? Math.Min(0, LeastOppositeGap(passing.Rows.Select(r => r.State)))
                : LeastOppositeGap(passing.Rows.Select(r => r.State)),
        };
    }

    /// <summary>The largest difference of a position in a row.</summary>
    private static double Disagreement(LinePass a, LinePass b) =>
        a.Rows.Zip(b.Rows, (p, q) => p.State.X.Zip(q.State.X, (x, y) => Math.Abs(x - y)).Max()).DefaultIfEmpty().Max();

    /// <summary>The least of x_j - x_i over opposites that started in the order i, j: not positive once they have met.</summary>
    private static double LeastOppositeGap(IEnumerable<LineState> rows) =>
        rows.SelectMany(s => s.Alive().SelectMany(i => s.Alive().Where(j => j > i && s.B[i] * s.B[j] == -1 && !s.LogGap.ContainsKey(i)).Select(j => s.X[j] - s.X[i])))
            .DefaultIfEmpty(double.PositiveInfinity)
            .Min();

    private static IEnumerable<Comparison> Apart(LineTrial trial)
    {
        foreach (var row in trial.Rows)
        {
            var least = LeastOppositeGap([row.State]);
            var uncertainty = least > 0 ? 0 : 2 * trial.Uncertainty;
            yield return Comparison.AtMostOnScale(-least, 0, uncertainty, trial.Case.LengthScale, $"least gap of opposites at t = {row.Time:R}", LineClaims.PositionResolution);
        }
    }

    private static IEnumerable<Comparison> Ended(LineTrial trial)
    {
        foreach (var interval in trial.Intervals)
        {
            if (interval.Pass is not { } pass) continue;
            foreach (var ((i, j), time) in CollisionTimes.ByPair(pass.Collisions))
            {
                if (interval.To.Time - interval.From.Time - time <= trial.Judged * interval.Amplification.Time) continue;
                var on = Math.Abs(interval.To.State.B[i]) + Math.Abs(interval.To.State.B[j]);
                yield return Comparison.Equal(on, 0, 0, 1, $"charges of {i} and {j} after their collision at t = {interval.From.Time + time:R}");
            }
        }
    }

    /// <summary>A trajectory that satisfies (a)-(e) as printed.</summary>
    private sealed record Candidate(string Name, IReadOnlyList<LineState> Rows, IReadOnlyList<double> CollisionTimes, double Error)
    {
        public double LeastOppositeGap { get; init; } = double.PositiveInfinity;

        /// <summary>Whether the further clause is met; opposites nearer than the error are taken as met.</summary>
        public bool KeepsApart => LeastOppositeGap > Error;
    }
}
