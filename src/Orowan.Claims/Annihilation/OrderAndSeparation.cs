using Orowan.Formats;

namespace Orowan.Claims.Annihilation;

/// <summary>A, Proposition 4.5(v): the order of the alive is kept, and the number L of Assumption 2.2 never grows.</summary>
internal static class OrderAndSeparation
{
    public static Claim<LineCase> Claim { get; } = LineClaims.About(
        "A-4.5-v",
        "Proposition 4.5(v)",
        "The alive particles keep their strict order, and the least L for which Assumption 2.2 holds does not grow in time.",
        "Exact. L is half the number of runs of equal charges from left to right, counted from a positive one, rounded up.",
        Check);

    /// <summary>The least L of Assumption 2.2 of A for charges in the order of the positions; ghosts do not count.</summary>
    public static int LeastL(IEnumerable<int> charges)
    {
        var (slots, last) = (0, -1);
        foreach (var charge in charges.Where(b => b != 0))
        {
            if (slots == 0) slots = charge == 1 ? 1 : 2;
            else if (charge != last) slots++;
            last = charge;
        }
        return (slots + 1) / 2;
    }

    private static IEnumerable<Comparison> Check(LineTrial trial)
    {
        var before = int.MaxValue;
        foreach (var row in trial.Rows)
        {
            var (x, alive) = (row.State.X, row.State.Alive());
            for (var k = 0; k + 1 < alive.Length; k++)
            {
                var (i, j) = (alive[k], alive[k + 1]);
                if (row.State.LogGap.ContainsKey(i)) continue;
                yield return Comparison.AtMostOnScale(
                    x[i] - x[j],
                    0,
                    2 * trial.Uncertainty,
                    trial.Case.LengthScale,
                    $"particles {i} and {j} at t = {row.Time:R}",
                    LineClaims.PositionResolution);
            }
            var ordered = alive.OrderBy(i => x[i]).Select(i => row.State.B[i]);
            var now = LeastL(ordered);
            if (before != int.MaxValue) yield return Comparison.AtMost(now, before, Unresolved(trial, row), $"L at t = {row.Time:R}");
            before = now;
        }
    }

    /// <summary>Neighbours out of order by less than the uncertainty may be in order: their effect on L is not held against the run.</summary>
    private static int Unresolved(LineTrial trial, TrialRow row)
    {
        var (x, alive) = (row.State.X, row.State.Alive());
        return Enumerable.Range(0, Math.Max(0, alive.Length - 1))
            .Count(k => x[alive[k]] > x[alive[k + 1]] && x[alive[k]] - x[alive[k + 1]] <= 2 * trial.Uncertainty);
    }
}
