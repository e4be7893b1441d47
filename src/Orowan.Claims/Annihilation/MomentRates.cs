using Orowan.Formats;
using Orowan.Particles;

namespace Orowan.Claims.Annihilation;

/// <summary>A, the displays for dM_2/dt and dM_4/dt in the proof of Proposition 4.5, and (4.11), (4.12), for the flow without collisions.</summary>
internal static class MomentRates
{
    public static Claim<LineCase> SecondRate { get; } = LineClaims.About(
        "A-4.5-display-1",
        "Proposition 4.5, display for dM_2/dt in the proof",
        "(2/n) sum y_i y_i' = -(2/n^2) sum_i [sum_like y_i V' + sum_opposite y_i W'] = -(1/n^2) sum_like (y_i - y_j) V' - (1/n^2) sum_opposite (y_i - y_j) W' <= C, "
        + "C = c of A-4.5-i with the numbers alive in the state.",
        "V', W' are odd; each term -r f'(r) is at most A^-_f.",
        CheckSecondRate);

    public static Claim<LineCase> FourthRate { get; } = LineClaims.About(
        "A-4.5-display-2",
        "Proposition 4.5, display for dM_4/dt in the proof",
        "(4/n) sum y_i^3 y_i' = -(4/n^2) sum_i [...] = -(2/n^2) sum (y_i^3 - y_j^3) f'(y_i - y_j) <= (C/n^2) sum_like (y_i^2 + y_i y_j + y_j^2) + (C/n^2) sum_opposite (same) "
        + "<= (3C/(2n^2)) sum_{i,j} (y_i^2 + y_j^2) = 3C M_2, C = 2 max(A_V, A_W).",
        "a^3 - b^3 = (a^2 + ab + b^2)(a - b) with a^2 + ab + b^2 >= 0 at most (3/2)(a^2 + b^2); (1/n^2) sum_{i,j} (y_i^2 + y_j^2) = 2 M_2.",
        CheckFourthRate);

    public static Claim<LineCase> SecondMoment { get; } = LineClaims.About(
        "A-eq-4.11",
        "Equation (4.11)",
        "M_2(y(t)) <= M_2(y(0)) + c t <= M_2(x(0)) + c T for the flow (4.9), c of A-4.5-i; the same for the run.",
        "dM_2/dt <= c, integrated.",
        trial => CheckGrowth(trial, 2));

    public static Claim<LineCase> FourthMoment { get; } = LineClaims.About(
        "A-eq-4.12",
        "Equation (4.12)",
        "M_4(y(t)) <= M_4(x(0)) + 6 a t (M_2(x(0)) + a t/2) for the flow (4.9), a = (1 - 1/n) max(A_V, A_W); so C = 6 a max(1, a/2); the same for the run.",
        "dM_4/dt <= 6 a M_2 without the diagonal, and M_2 <= M_2(0) + a s integrated.",
        trial => CheckGrowth(trial, 4));

    private static IEnumerable<Comparison> CheckSecondRate(LineTrial trial)
    {
        foreach (var (at, state) in EnergyStates.Of(trial))
        {
            if (PairSums.LeastLikeGap(state) <= 0) continue;
            var (x, rates, n) = (state.X, new Rates(trial.Case, state), (double)trial.Count);
            var (plus, minus) = PairSums.Alive(state);
            var bound = ((trial.Case.V.RepulsionBound * ((plus * (plus - 1)) + (minus * (minus - 1)))) + (2 * trial.Case.W.RepulsionBound * plus * minus)) / (n * n);
            var first = 2 / n * x.Zip(rates.Velocity, (a, b) => a * b).Sum();
            var second = -2 / (n * n) * rates.Sum((i, _) => x[i]);
            var third = -1 / (n * n) * rates.Sum((i, j) => x[i] - x[j]);
            var rounding = 128 * Floating.Spacing * ((rates.Size((i, _) => x[i]) / (n * n)) + Math.Abs(first));
            var scale = Math.Max(1, Math.Max(Math.Abs(third), bound)) * Math.Max(trial.Case.V.SlopeBound, trial.Case.W.SlopeBound);
            yield return Comparison.Equal(second, first, rounding, scale, $"second expression, {at}");
            yield return Comparison.Equal(third, first, rounding, scale, $"third expression, {at}");
            yield return Comparison.AtMostOnScale(third, bound, rounding, scale, $"bound of dM_2/dt, {at}");
        }
        yield return Comparison.Equal(0, 0, 0, 1, "every state is looked at");
    }

    private static IEnumerable<Comparison> CheckFourthRate(LineTrial trial)
    {
        var c = 2 * Math.Max(trial.Case.V.SlopeBound, trial.Case.W.SlopeBound);
        foreach (var (at, state) in EnergyStates.Of(trial))
        {
            if (PairSums.LeastLikeGap(state) <= 0) continue;
            var (x, rates, n) = (state.X, new Rates(trial.Case, state), (double)trial.Count);
            double Cube(int i) => x[i] * x[i] * x[i];
            double Squares(int i, int j) => (x[i] * x[i]) + (x[i] * x[j]) + (x[j] * x[j]);
            var first = 4 / n * x.Select((_, i) => Cube(i) * rates.Velocity[i]).Sum();
            var second = -4 / (n * n) * rates.Sum((i, _) => Cube(i));
            var third = -2 / (n * n) * rates.Sum((i, j) => Cube(i) - Cube(j));
            var fourth = c / (n * n) * (PairSums.Like(state, Squares) + PairSums.Opposite(state, Squares));
            var fifth = 1.5 * c / (n * n) * x.Sum(a => x.Sum(b => (a * a) + (b * b)));
            var moment = LineClaims.Moment(x, 2);
            var rounding = (64 * Floating.Spacing / (n * n) * rates.Size((i, _) => Cube(i))) + (64 * Floating.Spacing * c * moment);
            var scale = Math.Max(fifth, Math.Abs(third));
            yield return Comparison.Equal(second, first, rounding, scale, $"second expression, {at}");
            yield return Comparison.Equal(third, first, rounding, scale, $"third expression, {at}");
            yield return Comparison.AtMostOnScale(third, fourth, rounding, scale, $"first inequality, {at}");
            yield return Comparison.AtMostOnScale(fourth, fifth, rounding, scale, $"second inequality, {at}");
            yield return Comparison.Equal(fifth, 3 * c * moment, rounding, scale, $"last expression, {at}");
        }
        yield return Comparison.Equal(0, 0, 0, 1, "every state is looked at");
    }

    private static IEnumerable<Comparison> CheckGrowth(LineTrial trial, int k)
    {
        var flow = Uncollided.Of(trial.Case);
        foreach (var row in flow.Rows) yield return Growth(trial, k, row.Time, row.State.X, row.Error, "the flow (4.9)");
        foreach (var row in trial.Rows) yield return Growth(trial, k, row.Time, row.State.X, trial.Uncertainty, "the run");
    }

    private static Comparison Growth(LineTrial trial, int k, double t, double[] x, double error, string whose)
    {
        var subject = trial.Case;
        double[] x0 = [.. subject.X];
        var (second, a) = (LineClaims.Moment(x0, 2), (1 - (1.0 / trial.Count)) * Math.Max(subject.V.SlopeBound, subject.W.SlopeBound));
        var growth = k == 2 ? LineClaims.MomentGrowth(subject) * t : 6 * a * t * (second + (a * t / 2));
        var bound = LineClaims.Moment(x0, k) + growth;
        var uncertainty = LineClaims.MomentUncertainty(x, k, error) + LineClaims.MomentUncertainty(x0, k, 0);
        return Comparison.AtMost(LineClaims.Moment(x, k), bound, uncertainty, $"M_{k} at t = {t:R}, {whose}");
    }

    /// <summary>The forces of a state pair by pair, and the velocities that the flow makes of them.</summary>
    private sealed class Rates(LineCase subject, LineState state)
    {
        public double[] Velocity { get; } = [.. LineEnergy.Gradient(subject.V, subject.W, state).Select(g => -subject.Count * g)];

        /// <summary>Sum over like ordered pairs of f(i, j) V'(x_i - x_j), and over opposite ones of f(i, j) W'(x_i - x_j).</summary>
        public double Sum(Func<int, int, double> f) =>
            PairSums.Like(state, (i, j) => f(i, j) * subject.V.Slope(state.X[i] - state.X[j])) + PairSums.Opposite(state, (i, j) => f(i, j) * subject.W.Slope(state.X[i] - state.X[j]));

        /// <summary>The same with absolute values, which rounding is relative to.</summary>
        public double Size(Func<int, int, double> f) =>
            PairSums.Like(state, (i, j) => Math.Abs(f(i, j) * subject.V.Slope(state.X[i] - state.X[j])))
            + PairSums.Opposite(state, (i, j) => Math.Abs(f(i, j) * subject.W.Slope(state.X[i] - state.X[j])));
    }
}
