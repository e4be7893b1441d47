using Orowan.Formats;
using Orowan.Particles;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>A, Lemma 4.4(ii): E_n + M_2 is bounded from below, with the bound, and the display of its proof.</summary>
internal static class EnergyFloor
{
    private static readonly double[][] Hermite = [.. Enumerable.Range(0, 13).Select(HermiteZeros.Of)];

    public static Claim<LineCase> Claim { get; } = LineClaims.About(
        "A-4.4-ii",
        "Lemma 4.4(ii)",
        "E_n + M_2 >= (1/(2n^2)) [v (N+(N+ - 1) + N-(N- - 1)) + 2 w N+ N-], v = inf (V + r^2), w = inf (W + r^2); for V = -log v = (1 + log 2)/2, "
        + "so for W = 0 it is at least [N+(N+ - 1) + N-(N- - 1)]/(4n^2), and at least h(N+) + h(N-), "
        + "h(N) = [N(N - 1)(1 + log 4n) - 2 sum_{j<=N} j log j]/(4n^2), with equality at Hermite zeros over sqrt(2n).",
        "M_2 = mean^2 + (1/(2n^2)) sum over all ordered pairs of (x_i - x_j)^2, so each ordered pair in E_n may take r^2; pairs of ghosts only add. "
        + "h(N) is the least of (1/n) sum x^2 - (1/n^2) sum_{i<j} log|x_i - x_j| over N particles (discriminant of the Hermite polynomial).",
        Check);

    public static Claim<LineCase> Display { get; } = LineClaims.About(
        "A-4.4-ii-display-1",
        "Lemma 4.4(ii), display of the proof",
        "E_n + M_2 = (1/(2n^2)) [sum V + sum W + sum_{i,j} (x_i^2 + x_j^2)] >= (1/(2n^2)) sum_{i,j} [-C (log_+|x_i - x_j| + 1) + (x_i - x_j)^2/2] "
        + ">= (1/2) min(-C, (C/2)(1 - log C) - C if C > 1), C = max(A_V, A_W, -V(1), -W(1), -inf_{r<=1} V, -inf_{r<=1} W, 0).",
        "(1/(2n^2)) sum_{i,j=1}^n (x_i^2 + x_j^2) = M_2 exactly; (a - b)^2 <= 2(a^2 + b^2); f(r) >= f(1) - A_f log r for r >= 1; "
        + "r^2/2 - C log r is least at r = sqrt C.",
        CheckDisplay);

    private static IEnumerable<Comparison> Check(LineTrial trial)
    {
        var subject = trial.Case;
        double n = trial.Count;
        var (v, w) = (CaseConstants.Of(subject).FloorV, CaseConstants.Of(subject).FloorW);
        foreach (var (at, state) in EnergyStates.Of(trial))
        {
            if (PairSums.LeastLikeGap(state) <= 0) continue;
            var (plus, minus) = PairSums.Alive(state);
            var like = (plus * (plus - 1)) + (minus * (minus - 1));
            var (value, rounding) = Sum(subject, state);
            var bound = ((v * like) + (2 * w * plus * minus)) / (2 * n * n);
            var scale = Math.Max(Math.Abs(value), Math.Abs(bound));
            yield return Comparison.AtMostOnScale(bound, value, rounding, Math.Max(scale, 1 / (n * n)), $"floor of E_n + M_2, {at}");
            if (subject is not { V: LogPotential, W: ZeroPotential }) continue;
            yield return Comparison.AtMostOnScale(like / (4 * n * n), value, rounding, Math.Max(scale, 1 / (n * n)), $"quarter floor of E_n + M_2, {at}");
            yield return Comparison.AtMostOnScale(Least(plus, n) + Least(minus, n), value, rounding, Math.Max(scale, 1 / (n * n)), $"exact least E_n + M_2, {at}");
        }
        if (subject.V is LogPotential) yield return AtHermiteZeros(subject);
    }

    /// <summary>h(N).</summary>
    private static double Least(double count, double n)
    {
        var sum = Enumerable.Range(1, (int)count).Sum(j => j * Math.Log(j));
        return ((count * (count - 1) * (1 + Math.Log(4 * n))) - (2 * sum)) / (4 * n * n);
    }

    private static Comparison AtHermiteZeros(LineCase subject)
    {
        var n = Math.Clamp(subject.Count, 2, Hermite.Length - 1);
        var state = new LineState([.. Hermite[n].Select(h => h / Math.Sqrt(2.0 * n))], [.. Enumerable.Repeat(1, n)]);
        var (value, rounding) = Sum(subject, state);
        return Comparison.Equal(value, Least(n, n), 4 * rounding, Math.Abs(value), $"E_n + M_2 at the zeros of H_{n}", resolution: 1e-9);
    }

    private static (double Value, double Rounding) Sum(LineCase subject, LineState state)
    {
        var second = LineClaims.Moment(state.X, 2);
        return (PairSums.Energy(subject, state) + second, PairSums.EnergyRounding(subject, state) + (16 * Floating.Spacing * second));
    }

    private static IEnumerable<Comparison> CheckDisplay(LineTrial trial)
    {
        var subject = trial.Case;
        double n = trial.Count;
        var c = Constant(subject);
        var floor = 0.5 * Math.Min(-c, c > 1 ? (0.5 * c * (1 - Math.Log(c))) - c : -c);
        foreach (var (at, state) in EnergyStates.Of(trial))
        {
            if (PairSums.LeastLikeGap(state) <= 0) continue;
            var x = state.X;
            var (value, rounding) = Sum(subject, state);
            var like = PairSums.Like(state, (i, j) => subject.V.Value(x[i] - x[j]));
            var opposite = PairSums.Opposite(state, (i, j) => subject.W.Value(x[i] - x[j]));
            var squares = AllPairs(x, (a, b) => (a * a) + (b * b));
            var middle = AllPairs(x, (a, b) => (-c * (Math.Log(Math.Max(1, Math.Abs(a - b))) + 1)) + (0.5 * (a - b) * (a - b))) / (2 * n * n);
            rounding += 16 * Floating.Spacing * n * (c + LineClaims.Moment(x, 2));
            var scale = Math.Max(Math.Max(Math.Abs(value), Math.Abs(middle)), Math.Abs(floor) + 1e-300);
            yield return Comparison.Equal((like + opposite + squares) / (2 * n * n), value, rounding, scale, $"first line, {at}");
            yield return Comparison.AtMostOnScale(middle, value, rounding, scale, $"first inequality, {at}");
            yield return Comparison.AtMostOnScale(floor, middle, rounding, scale, $"second inequality, {at}");
        }
    }

    private static double Constant(LineCase subject)
    {
        double One(Potential f) => Math.Max(Math.Max(f.SlopeBound, -f.Value(1)), -LowestPair.UpToOne(f));
        return Math.Max(0, Math.Max(One(subject.V), One(subject.W)));
    }

    private static double AllPairs(double[] x, Func<double, double, double> f) => x.Sum(a => x.Sum(b => f(a, b)));
}
