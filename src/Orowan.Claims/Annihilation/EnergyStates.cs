using Orowan.Formats;
using Orowan.Particles;

namespace Orowan.Claims.Annihilation;

/// <summary>A state that an energy claim looks at, with the words that say where it comes from.</summary>
internal sealed record EnergyState(string At, LineState State);

/// <summary>
/// States for the claims on E_n, which hold for every (x, b): rows of the run, the same rows moved off the trajectory, and the same rows
/// with two opposites put in one place.
/// </summary>
internal static class EnergyStates
{
    private const int RowsSampled = 4;

    /// <summary>How far a row is moved, as a share of its smallest like gap.</summary>
    private const double MovedShare = 0.3;

    /// <summary>Rows spread over the run, the first and the last among them, and each of them moved.</summary>
    public static IEnumerable<EnergyState> Of(LineTrial trial)
    {
        foreach (var row in Rows(trial))
        {
            yield return new EnergyState($"t = {row.Time:R}", row.State);
            if (Moved(row.State) is { } moved) yield return new EnergyState($"moved off t = {row.Time:R}", moved);
        }
    }

    /// <summary>Rows spread over the run, the first and the last among them.</summary>
    public static IEnumerable<TrialRow> Rows(LineTrial trial)
    {
        var last = trial.Rows.Length - 1;
        return Enumerable.Range(0, RowsSampled).Select(k => last * k / (RowsSampled - 1)).Distinct().Select(k => trial.Rows[k]);
    }

    /// <summary>The states of <see cref="Of"/> with one opposite pair in one place, halfway between where they were.</summary>
    public static IEnumerable<(EnergyState Here, int I, int J)> WithContact(LineTrial trial)
    {
        foreach (var here in Of(trial))
        {
            foreach (var (i, j) in OppositePairs(here.State))
            {
                var x = (double[])here.State.X.Clone();
                x[i] = x[j] = x[i] + (0.5 * (x[j] - x[i]));
                var together = new LineState(x, here.State.B);
                if (double.IsFinite(PairSums.Energy(trial.Case, together))) yield return (new EnergyState($"{i} and {j} put together, {here.At}", together), i, j);
            }
        }
    }

    /// <summary>The state with two charges put to 0.</summary>
    public static LineState Without(LineState state, int i, int j)
    {
        var b = (int[])state.B.Clone();
        b[i] = b[j] = 0;
        return new LineState(state.X, b);
    }

    /// <summary>Opposites that meet or have passed each other have a gap of 0 or less, which has no logarithm: their places carry it.</summary>
    public static LineState WithRealGaps(LineState state) =>
        state with { LogGap = state.LogGap.RemoveRange(state.LogGap.Where(g => !double.IsFinite(g.Value)).Select(g => g.Key)) };

    /// <summary>Opposite neighbours among the alive, and the outermost pair of opposites.</summary>
    private static IEnumerable<(int I, int J)> OppositePairs(LineState state)
    {
        var alive = state.Alive();
        for (var k = 0; k + 1 < alive.Length; k++)
        {
            if (state.B[alive[k]] == -state.B[alive[k + 1]]) yield return (alive[k], alive[k + 1]);
        }
        if (alive.Length > 2 && state.B[alive[0]] == -state.B[alive[^1]]) yield return (alive[0], alive[^1]);
    }

    /// <summary>Every second alive particle moved to the right; null where like particles share a place or gaps are below the spacing of doubles.</summary>
    private static LineState? Moved(LineState state)
    {
        var gap = PairSums.LeastLikeGap(state);
        if (gap <= 0 || !state.LogGap.IsEmpty) return null;
        var by = MovedShare * Math.Min(gap, 1);
        var x = (double[])state.X.Clone();
        foreach (var i in state.Alive().Where((_, k) => k % 2 == 1)) x[i] += by;
        return new LineState(x, state.B);
    }
}

/// <summary>The sums over ordered pairs as A prints them, by positions alone, independent of the kernels that the solver uses.</summary>
internal static class PairSums
{
    /// <summary>Sum over i != j with b_i b_j = 1 of f(i, j), ordered pairs.</summary>
    public static double Like(LineState state, Func<int, int, double> f) => Over(state, 1, f);

    /// <summary>Sum over i, j with b_i b_j = -1 of f(i, j), ordered pairs.</summary>
    public static double Opposite(LineState state, Func<int, int, double> f) => Over(state, -1, f);

    /// <summary>E_n(x; b) by (1.1) of A, literally.</summary>
    public static double Energy(LineCase subject, LineState state)
    {
        double n = state.X.Length;
        var like = Like(state, (i, j) => subject.V.Value(state.X[i] - state.X[j]));
        return (like + Opposite(state, (i, j) => subject.W.Value(state.X[i] - state.X[j]))) / (2 * n * n);
    }

    /// <summary>The rounding of such an energy: sixteen spacings of the sum of absolute values.</summary>
    public static double EnergyRounding(LineCase subject, LineState state)
    {
        double n = state.X.Length;
        var like = Like(state, (i, j) => Math.Abs(subject.V.Value(state.X[i] - state.X[j])) + 1);
        return 16 * Floating.Spacing * (like + Opposite(state, (i, j) => Math.Abs(subject.W.Value(state.X[i] - state.X[j])) + 1)) / (2 * n * n);
    }

    /// <summary>The smallest distance of two alive like particles; infinite where there are none.</summary>
    public static double LeastLikeGap(LineState state)
    {
        var least = double.PositiveInfinity;
        foreach (var sign in new[] { 1, -1 })
        {
            var x = state.Alive().Where(i => state.B[i] == sign).Select(i => state.X[i]).Order().ToArray();
            for (var k = 0; k + 1 < x.Length; k++) least = Math.Min(least, x[k + 1] - x[k]);
        }
        return least;
    }

    /// <summary>N+ and N-, the numbers alive.</summary>
    public static (double Plus, double Minus) Alive(LineState state) => (state.B.Count(b => b == 1), state.B.Count(b => b == -1));

    private static double Over(LineState state, int product, Func<int, int, double> f)
    {
        double sum = 0;
        for (var i = 0; i < state.B.Length; i++)
        {
            for (var j = 0; j < state.B.Length; j++)
            {
                if (i != j && state.B[i] * state.B[j] == product) sum += f(i, j);
            }
        }
        return sum;
    }
}
