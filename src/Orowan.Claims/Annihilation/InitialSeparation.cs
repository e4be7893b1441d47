using Orowan.Formats;

namespace Orowan.Claims.Annihilation;

/// <summary>A, Assumption 2.2: separated data, with the least L and numbers a_0 to a_2L that show it.</summary>
internal static class InitialSeparation
{
    public static Claim<LineCase> Claim { get; } = LineClaims.About(
        "A-2.2",
        "Assumption 2.2",
        "Opposite particles at different places are separated, and the least L is ceil((s + 1 + f)/2) with s the sign changes from left to right "
        + "and f = 1 if the first particle is negative; it is what the rows of the run have too, or less.",
        "Blocks of one sign take one interval each, alternating from (a_0, a_1) for +; a block can never share one with the next and an empty "
        + "(a_0, a_0) stands before a negative first block. The a are put at the middles between blocks, and the inclusions are checked one by one; "
        + "that L - 1 is too few, by placing every particle in the first interval it may take.",
        Check,
        c => c.B.Any(b => b != 0) ? null : "nobody is alive");

    private static IEnumerable<Comparison> Check(LineTrial trial)
    {
        var initial = Formula(Blocks(trial.Rows[0]));
        foreach (var row in trial.Rows)
        {
            var (blocks, at) = (Blocks(row), $"t = {row.Time:R}");
            if (blocks.Count == 0) continue;
            var least = Formula(blocks);
            yield return Comparison.AtMost(least, initial, Unresolved(trial, row), $"L at {at}");
            if (row != trial.Rows[0] && Touching(trial, row).Any()) continue;
            yield return Comparison.Equal(Uncovered(Cuts(blocks), row), 0, 0, 1, $"particles outside their intervals at {at}");
            yield return Comparison.Equal(SlotsUsed(row), (2 * least) - (blocks[^1].Sign == 1 ? 1 : 0), 0, 1, $"intervals used at {at}");
        }
    }

    private static List<(int Sign, double Left, double Right)> Blocks(TrialRow row)
    {
        var blocks = new List<(int Sign, double Left, double Right)>();
        foreach (var i in row.State.Alive().OrderBy(i => row.State.X[i]))
        {
            var (sign, x) = (row.State.B[i], row.State.X[i]);
            if (blocks.Count > 0 && blocks[^1].Sign == sign) blocks[^1] = blocks[^1] with { Right = x };
            else blocks.Add((sign, x, x));
        }
        return blocks;
    }

    private static int Formula(List<(int Sign, double Left, double Right)> blocks) =>
        blocks.Count == 0 ? 0 : (blocks.Count + (blocks[0].Sign == -1 ? 1 : 0) + 1) / 2;

    /// <summary>a_0 to a_2L, not decreasing.</summary>
    private static double[] Cuts(List<(int Sign, double Left, double Right)> blocks)
    {
        var margin = Math.Max(1, blocks[^1].Right - blocks[0].Left);
        var cuts = new List<double> { blocks[0].Left - margin };
        if (blocks[0].Sign == -1) cuts.Add(cuts[0]);
        for (var k = 0; k + 1 < blocks.Count; k++) cuts.Add(blocks[k].Right + ((blocks[k + 1].Left - blocks[k].Right) / 2));
        while (cuts.Count < (2 * Formula(blocks)) + 1) cuts.Add(blocks[^1].Right + margin);
        return [.. cuts];
    }

    private static int Uncovered(double[] a, TrialRow row)
    {
        var disorder = a.Zip(a.Skip(1)).Count(pair => pair.First > pair.Second);
        return disorder + row.State.Alive().Count(i =>
        {
            var (x, first) = (row.State.X[i], row.State.B[i] == 1 ? 0 : 1);
            return !Enumerable.Range(0, a.Length / 2).Any(l => a[(2 * l) + first] < x && x < a[(2 * l) + first + 1]);
        });
    }

    /// <summary>The number of the last interval when each particle takes the first one of its sign that is not to the left of its neighbour's.</summary>
    private static int SlotsUsed(TrialRow row)
    {
        var slot = 1;
        foreach (var i in row.State.Alive().OrderBy(i => row.State.X[i]))
        {
            while (slot % 2 != (row.State.B[i] == 1 ? 1 : 0)) slot++;
        }
        return slot;
    }

    /// <summary>Opposite neighbours in the wrong order by less than the run's error: what they do to L is not held against it.</summary>
    private static int Unresolved(LineTrial trial, TrialRow row) => Touching(trial, row).Count(pair => pair.Left > pair.Right);

    /// <summary>Opposite neighbours closer than the run's error: no number between them can be told from both.</summary>
    private static IEnumerable<(int Left, int Right)> Touching(LineTrial trial, TrialRow row)
    {
        var (x, b) = (row.State.X, row.State.B);
        var alive = row.State.Alive().OrderBy(i => x[i]).ToArray();
        return alive.Zip(alive.Skip(1)).Where(p => b[p.First] != b[p.Second] && x[p.Second] - x[p.First] <= 2 * trial.Uncertainty);
    }
}
