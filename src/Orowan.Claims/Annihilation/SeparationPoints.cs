using Orowan.Formats;

namespace Orowan.Claims.Annihilation;

/// <summary>A, Proposition 4.5(v): the points a_l(t) that its proof constructs.</summary>
internal static class SeparationPoints
{
    public static Claim<LineCase> Claim { get; } = LineClaims.About(
        "A-4.5-v-display-1",
        "Proposition 4.5(v), construction of a_l in the proof",
        "With a_0 = x_1 - 1 (twice if b_1 = -1), the midpoints of alive neighbours of opposite sign, and x_n + 1 at the end, repeated up to the number 2L of time 0, "
        + "a_0 <= ... <= a_2L, positive particles lie in the intervals (a_{2l-2}, a_{2l-1}) and negative ones in (a_{2l-1}, a_{2l}).",
        "Exact; two particles so close that their midpoint is one of them may touch the end of their interval.",
        Check,
        c => c.B.All(b => b == 0) ? "there are no particles" : null);

    private static IEnumerable<Comparison> Check(LineTrial trial)
    {
        var length = Points(trial.Rows[0])?.Count ?? 0;
        foreach (var row in trial.Rows)
        {
            var at = $"t = {row.Time:R}";
            if (Points(row) is not { } a)
            {
                yield return Comparison.AtMost(0, 1, 0, $"nothing is alive, {at}");
                continue;
            }
            yield return Comparison.AtMost(a.Count, length, 0, $"2L + 1, {at}");
            while (a.Count < length) a.Add(a[^1]);
            var descents = a.Zip(a.Skip(1), (p, q) => q < p ? 1 : 0).Sum();
            yield return Comparison.Equal(descents, 0, 0, 1, $"order of the a_l, {at}");
            foreach (var i in row.State.Alive())
            {
                var (x, first) = (row.State.X[i], row.State.B[i] == 1 ? 0 : 1);
                var inside = Enumerable.Range(0, a.Count - 1).Where(l => l % 2 == first).Any(l => a[l] <= x && x <= a[l + 1] && (a[l] < x || x < a[l + 1] || Blurred(row, i)));
                yield return Comparison.Equal(inside ? 1 : 0, 1, 0, 1, $"particle {i} in an interval of its sign, {at}");
            }
        }
    }

    /// <summary>Whether the distance to a neighbour is below the spacing of doubles.</summary>
    private static bool Blurred(TrialRow row, int i) => row.State.Alive().Any(j => j != i && row.State.X[j].Equals(row.State.X[i]));

    /// <summary>The points as the proof sets them; null when nothing is alive.</summary>
    private static List<double>? Points(TrialRow row)
    {
        var (x, b, alive) = (row.State.X, row.State.B, row.State.Alive().OrderBy(i => row.State.X[i]).ToArray());
        if (alive.Length == 0) return null;
        List<double> a = [x[alive[0]] - 1];
        if (b[alive[0]] == -1) a.Add(a[0]);
        for (var k = 0; k + 1 < alive.Length; k++)
        {
            var (i, j) = (alive[k], alive[k + 1]);
            if (b[i] != b[j]) a.Add(x[i] + (0.5 * (x[j] - x[i])));
        }
        var end = x[alive[^1]] + 1;
        a.Add(end);
        if (a.Count % 2 == 0) a.Add(end);
        return a;
    }
}
