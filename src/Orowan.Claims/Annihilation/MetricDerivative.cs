using Orowan.Formats;
using Orowan.Measures;

namespace Orowan.Claims.Annihilation;

/// <summary>A, (3.7), (3.8) and Theorem 3.2 with its proof: absolutely continuous curves, their speed, and what oscillations do to it.</summary>
internal static class MetricDerivative
{
    private const int Cells = 8;

    private static readonly int[] Frequencies = [1, 4, 16, 64, 256];

    private static readonly double[] Origins = [0, 0.5, 1];

    public static Claim<LineMeasures> Continuity { get; } = About(
        "A-eq-3.7",
        "Equation (3.7)",
        "W(mu(s), mu(t)) <= int_s^t f(r) dr with f = |mu'|_W in L^p, without the power p in the integral.",
        "mu(t) moves each atom at constant speed; |mu'|_W^2 is the sum of m_i v_i^2. The usual definition of AC^p.",
        (curves, distances) => CheckContinuity(curves, distances, 1));

    public static Claim<LineMeasures> ContinuityPrinted { get; } = About(
        "A-eq-3.7",
        "Equation (3.7)",
        "As printed: W(mu(s), mu(t)) <= int_s^t |f(r)|^p dr, for which f = |mu'|_W is a possible choice; p = 2.",
        "The same curves.",
        (curves, distances) => CheckContinuity(curves, distances, 2));

    public static Claim<LineMeasures> Speed { get; } = About(
        "A-eq-3.8",
        "Equation (3.8)",
        "The limit |mu'|_W(t) of W(mu(s), mu(t))/|s - t| exists for almost every t: from both sides it is (sum m_i v_i^2)^{1/2} where no atoms of one sign meet.",
        "For short steps each atom is nearest to itself, so the plan that follows the atoms is optimal and the quotient does not depend on the step.",
        CheckSpeed);

    public static Claim<LineMeasures> Semicontinuity { get; } = About(
        "A-3.2",
        "Theorem 3.2",
        "For mu_n -> mu pointwise, liminf int |mu_n'|_W^2 >= int |mu'|_W^2: for every partition, sum W^2(mu(t_k), mu(t_k+1))/|t_k+1 - t_k| is at most "
        + "int |mu_n'|_W^2 + (4A/n) sum W(mu(t_k), mu(t_k+1))/|t_k+1 - t_k|, A/n bounding W(mu_n(t), mu(t)).",
        "Cauchy-Schwarz on each interval and the triangle inequality, (a + 2A/n)^2 >= W^2 for a = W(mu_n(t_k), mu_n(t_k+1)). Sums over partitions tend to the action. "
        + "The oscillating curves, delta_{sin(nt)/n} among them, keep A^2/2 more: the inequality is strict.",
        CheckSemicontinuity);

    public static Claim<LineMeasures> Range { get; } = About(
        "A-3.2-display-1",
        "Theorem 3.2, bound of D_n",
        "D_n(t) <= |int_{t_l}^t |mu_n'|_W| <= sqrt(C T), C the bound (3.10) of the action.",
        "Cauchy-Schwarz.",
        (curves, distances) => CheckRange(curves, distances, Math.Sqrt));

    public static Claim<LineMeasures> RangePrinted { get; } = About(
        "A-3.2-display-1",
        "Theorem 3.2, bound of D_n",
        "As printed, with the C of (3.10): D_n(t) <= C sqrt T.",
        "T = 1.",
        (curves, distances) => CheckRange(curves, distances, c => c));

    public static Claim<LineMeasures> Supremum { get; } = About(
        "A-eq-3.11",
        "Equation (3.11)",
        "|mu'|_W(t) = sup over l of |(D^l)'(t)|, D^l(t) = W(mu(t_l), mu(t)), for a dense set of t_l: every quotient of D^l is at most the speed, and t_l just before t attains it.",
        "The triangle inequality; and on a straight piece distances add up.",
        CheckSupremum);

    public static Claim<LineMeasures> Pointwise { get; } = About(
        "A-eq-3.12",
        "Equation (3.12)",
        "|D_n(t) - D(t)| <= W(mu_n(t_l), mu(t_l)) + W(mu_n(t), mu(t)) <= 2A/n -> 0.",
        "The triangle inequality twice.",
        CheckPointwise);

    public static Claim<LineMeasures> Quotients { get; } = About(
        "A-eq-3.13",
        "Equation (3.13)",
        "int ((D_n^l)')^2 <= int |mu_n'|_W^2 for every l.",
        "Over partitions: (D(t_k+1) - D(t_k))^2 <= W^2(mu_n(t_k), mu_n(t_k+1)) <= |t_k+1 - t_k| times the action on the interval.",
        (curves, distances) => Origins.SelectMany(l => CheckQuotients(curves, distances, [l])));

    public static Claim<LineMeasures> Maximised { get; } = About(
        "A-3.2-display-4",
        "Theorem 3.2, maximisation over l",
        "int |mu_n'|_W^2 >= int sup over l of ((D_n^l)')^2 >= sum over l of int over A_l of ((D_n^l)')^2 for every partition into sets A_l.",
        "Over partitions, with the best l on each interval.",
        (curves, distances) => CheckQuotients(curves, distances, Origins));

    /// <summary>One atom that moves by 1/2 in time 1.</summary>
    public static LineMeasures Slow { get; } = new(new AtomicMeasure(1, [0], [1], [1]), new AtomicMeasure(1, [0.5], [1], [1]));

    /// <summary>One atom that moves by 1 in time 1.</summary>
    public static LineMeasures Straight { get; } = new(new AtomicMeasure(1, [0], [1], [1]), new AtomicMeasure(1, [1], [1], [1]));

    /// <summary>One atom at rest, so that D_n is the oscillation alone.</summary>
    public static LineMeasures Resting { get; } = new(new AtomicMeasure(1, [0, 1], [0.5, 0.5], [1, 1]), new AtomicMeasure(1, [0.001, 1.001], [0.5, 0.5], [1, 1]));

    private static Claim<LineMeasures> About(string id, string label, string statement, string derivation, Func<LineCurves, IDistances, IEnumerable<Comparison>> check) =>
        new(id, label, statement, derivation, _ => null, (pair, solver) => check(new LineCurves(pair), Distances.Of(solver)));

    private static double Bold(IDistances distances, AtomicMeasure a, AtomicMeasure b) => distances.Distance(a, b, Space.Line, SignCost.A);

    private static IEnumerable<Comparison> CheckContinuity(LineCurves curves, IDistances distances, int power)
    {
        foreach (var (s, t) in ((double, double)[])[(0, 1), (0, 0.5), (0.25, 0.75), (0.5, 0.625)])
        {
            var distance = Bold(distances, curves.At(s), curves.At(t));
            var bound = (t - s) * Math.Pow(curves.SquaredSpeed, power / 2.0);
            yield return Comparison.AtMostOnScale(distance, bound, Slack(curves, distance), Math.Max(bound, curves.Extent), $"from t = {s:R} to {t:R}");
        }
    }

    private static IEnumerable<Comparison> CheckSpeed(LineCurves curves, IDistances distances)
    {
        var (t, speed) = (curves.CalmTime, Math.Sqrt(curves.SquaredSpeed));
        foreach (var h in (double[])[curves.Step(t), -curves.Step(t), curves.Step(t) / 2])
        {
            var distance = Bold(distances, curves.At(t), curves.At(t + h));
            yield return Comparison.Equal(distance / Math.Abs(h), speed, Slack(curves, distance) / Math.Abs(h), Math.Max(speed, curves.Extent), $"h = {h:R}", resolution: 1e-2);
        }
    }

    private static IEnumerable<Comparison> CheckSemicontinuity(LineCurves curves, IDistances distances)
    {
        double Sum(Func<double, AtomicMeasure> at, Func<double, double> of) => Enumerable.Range(0, Cells)
            .Sum(k => of(Bold(distances, at(k / (double)Cells), at((k + 1) / (double)Cells)))) * Cells;
        var (squares, lengths) = (Sum(curves.At, w => w * w), Sum(curves.At, w => w));
        var scale = Math.Max(curves.SquaredSpeed, curves.Extent * curves.Extent);
        var u = 4 * Cells * Slack(curves, curves.Extent) * (curves.Extent + curves.Amplitude);
        yield return Comparison.AtMostOnScale(squares, curves.SquaredSpeed, u, scale, "the limit: sum over the partition against its action");
        foreach (var n in Frequencies)
        {
            var action = curves.Action(n);
            yield return Comparison.AtMostOnScale(Sum(t => curves.At(t, n), w => w * w), action, u, scale, $"n = {n}: sum over the partition against the action");
            yield return Comparison.AtMostOnScale(squares, action + (4 * curves.Amplitude / n * lengths), u, scale, $"n = {n}: the limit against the action");
        }
    }

    private static IEnumerable<Comparison> CheckRange(LineCurves curves, IDistances distances, Func<double, double> bound)
    {
        foreach (var n in Frequencies)
        {
            foreach (var t in Origins)
            {
                var distance = Bold(distances, curves.At(0, n), curves.At(t, n));
                yield return Comparison.AtMostOnScale(distance, bound(curves.Action(n)), Slack(curves, distance), curves.Extent, $"n = {n}, t = {t:R}");
            }
        }
    }

    private static IEnumerable<Comparison> CheckSupremum(LineCurves curves, IDistances distances)
    {
        var (t, speed) = (curves.CalmTime, Math.Sqrt(curves.SquaredSpeed));
        var h = curves.Step(t) / 4;
        foreach (var origin in (double[])[0, 0.5, 1, t - h])
        {
            var (now, then) = (Bold(distances, curves.At(origin), curves.At(t)), Bold(distances, curves.At(origin), curves.At(t + h)));
            var u = 2 * Slack(curves, Math.Max(now, then)) / h;
            var quotient = Math.Abs(then - now) / h;
            yield return Comparison.AtMostOnScale(quotient, speed, u, Math.Max(speed, curves.Extent), $"t_l = {origin:R}", resolution: 1e-2);
            if (origin.Equals(t - h)) yield return Comparison.Equal(quotient, speed, u, Math.Max(speed, curves.Extent), "t_l just before t", resolution: 1e-2);
        }
    }

    private static IEnumerable<Comparison> CheckPointwise(LineCurves curves, IDistances distances)
    {
        foreach (var n in Frequencies)
        {
            foreach (var t in Origins)
            {
                var oscillating = Bold(distances, curves.At(0, n), curves.At(t, n));
                var limit = Bold(distances, curves.At(0), curves.At(t));
                yield return Comparison.AtMostOnScale(
                    Math.Abs(oscillating - limit), 2 * curves.Amplitude / n, 2 * Slack(curves, limit), curves.Extent, $"n = {n}, t = {t:R}");
                yield return Comparison.AtMostOnScale(
                    Bold(distances, curves.At(t, n), curves.At(t)), curves.Amplitude / n, Slack(curves, curves.Amplitude / n), curves.Extent, $"n = {n}, t = {t:R}: W(mu_n, mu)");
            }
        }
    }

    private static IEnumerable<Comparison> CheckQuotients(LineCurves curves, IDistances distances, double[] origins)
    {
        var scale = Math.Max(curves.SquaredSpeed, curves.Extent * curves.Extent);
        foreach (var n in Frequencies)
        {
            double[][] d = [.. origins.Select(l => Enumerable.Range(0, Cells + 1).Select(k => Bold(distances, curves.At(l, n), curves.At(k / (double)Cells, n))).ToArray())];
            var sum = Enumerable.Range(0, Cells).Sum(k => d.Max(row => (row[k + 1] - row[k]) * (row[k + 1] - row[k]))) * Cells;
            var u = 8 * Cells * Slack(curves, curves.Extent) * (curves.Extent + curves.Amplitude);
            yield return Comparison.AtMostOnScale(sum, curves.Action(n), u, scale, $"n = {n}, t_l = {string.Join(", ", origins)}");
        }
    }

    /// <summary>
    /// An error e of places and masses is one of e in a distance between measures that follow each other atom by atom, but rounding of the
    /// last bit of a mass at the distance D costs the square root: D sqrt(2^-53) where the distance itself is smaller than that.
    /// </summary>
    private static double Slack(LineCurves curves, double distance)
    {
        var square = curves.Rounding * (curves.Extent + 1);
        return distance * distance > square ? curves.Rounding + (square / distance) : curves.Rounding + Math.Sqrt(square);
    }
}
