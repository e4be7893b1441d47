using System.Collections.Immutable;
using Orowan.Formats;
using static Orowan.Claims.MultipleSigns.GronwallClaims;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, Lemma 3.5: how fast measures move, and how fast two of them part.</summary>
internal static class Gronwall
{
    public static Claim<Pair<TorusCase>> Lipschitz { get; } = OnRuns(
        "B-3.5-lipschitz",
        "Lemma 3.5, proof, step 1",
        "W(mu^+-(s), mu^+-(t)) <= (n^+-/n)^(1/2) ((1 - 1/n) sup|grad V| + sup|grad U|)|t - s|, and bold W the same without the root; the display's bound has 1 for 1 - 1/n.",
        "The plan that keeps each particle; a particle exerts no force on itself.",
        (pair, first, second) => CheckLipschitz(first).Concat(CheckLipschitz(second)));

    /// <summary>(3.3) with the constant that the proof gives.</summary>
    public static Claim<Pair<TorusCase>> AsStated { get; } = Estimate(
        "B-eq-3.3",
        "Lemma 3.5, inequality (3.3)",
        "W(mu(t), nu(t)) <= c e^(3 lambda t) W(mu(0), nu(0)) with c = e^(U2 T), which depends on U and on the horizon T, but not on delta and t.",
        "The last display of the proof, with its t, and t <= T. Without dependence on T no c would do: one particle in U alone parts as e^(U2 t).",
        (subject, t) => (3 * subject.V.HessianBound * t) + (subject.U.HessianBound * subject.T));

    public static Claim<Pair<TorusCase>> AsProved { get; } = Estimate(
        "B-3.5-display-gronwall",
        "Lemma 3.5, proof, the last display",
        "W(mu(t), nu(t)) <= exp((3 lambda + U2) t) W(mu(0), nu(0)).",
        "Gronwall's inequality for W^2 with the rate 2(3 lambda + U2) of the display before.",
        (subject, t) => ((3 * subject.V.HessianBound) + subject.U.HessianBound) * t);

    public static Claim<Pair<TorusCase>> AsPrinted { get; } = Estimate(
        AsProved.Id,
        AsProved.Label,
        "W(mu(t), nu(t)) <= exp(3 lambda + U2) W(mu(0), nu(0)).",
        "As printed, without t in the exponent.",
        (subject, _) => (3 * subject.V.HessianBound) + subject.U.HessianBound);

    public static Claim<Pair<TorusCase>> Sharp { get; } = Estimate(
        "B-3.5-gronwall",
        "Lemma 3.5, our rate",
        "W(mu(t), nu(t)) <= exp((lambda + U2) t) W(mu(0), nu(0)); equal measures stay equal. Two equal charges at 0 against +-eps attain it as eps -> 0.",
        "With the plan that is optimal at t, labelled, xi = x - y + k: d/dt sum |xi_i|^2 <= 2(lambda/(2n) sum_ij |xi_i - xi_j|^2 + U2 sum |xi_i|^2), as n E has the Hessian "
        + "form (1/2n) sum_ij b_i b_j (xi_i - xi_j).D^2V (xi_i - xi_j) + sum b_i xi_i.D^2U xi_i; sum_ij |xi_i - xi_j|^2 <= 2n sum |xi_i|^2. W^2 is the least over finitely many plans.",
        (subject, t) => RateOf(subject) * t);

    private static Claim<Pair<TorusCase>> Estimate(string id, string label, string statement, string derivation, Func<TorusCase, double, double> exponent) =>
        OnRuns(id, label, statement, derivation, (pair, first, second) => CheckEstimate(pair, first, second, exponent));

    private static IEnumerable<Comparison> CheckEstimate(Pair<TorusCase> pair, TorusTrial first, TorusTrial second, Func<TorusCase, double, double> exponent)
    {
        var start = Initial(pair).Distance;
        var uncertainty = Math.Sqrt(pair.First.Dimension) * (first.Uncertainty + second.Uncertainty);
        foreach (var (a, b) in first.Rows.Zip(second.Rows))
        {
            // At t = 0 both sides are the same number.
            if (a.Time == 0 || a.Time != b.Time) continue;
            var value = new SpeciesCoupling(pair.First, a.State.X, b.State.X, [.. b.B]).Distance;
            // A bound beyond the diameter says nothing and may overflow.
            var bound = start == 0 ? 0 : Math.Exp(Math.Min(exponent(pair.First, a.Time) + Math.Log(start), 50));
            yield return Comparison.AtMost(value, bound, uncertainty + (1e-14 * (value + bound)), $"t = {a.Time:R}");
        }
    }

    private static IEnumerable<Comparison> CheckLipschitz(TorusTrial trial)
    {
        var subject = trial.Case;
        var n = (double)subject.Count;
        var speed = ((1 - (1 / n)) * subject.V.GradientBound) + subject.U.GradientBound;
        var uncertainty = 2 * Math.Sqrt(subject.Dimension) * trial.Uncertainty;
        foreach (var (from, to) in trial.Rows.Zip(trial.Rows.Skip(1)))
        {
            var bound = speed * (to.Time - from.Time);
            var coupling = new SpeciesCoupling(subject with { B = [.. from.B] }, from.State.X, to.State.X, [.. to.B]);
            yield return Comparison.AtMost(coupling.Distance, bound, uncertainty + 1e-14, $"from t = {from.Time:R} to {to.Time:R}", resolution: 0.01);
            foreach (var sign in (ImmutableArray<int>)[1, -1])
            {
                var share = Math.Sqrt(subject.CountOf(sign) / n);
                if (share > 0) yield return Comparison.AtMost(Math.Sqrt(coupling.SquareOf(sign)), share * bound, uncertainty + 1e-14, $"species {sign} from t = {from.Time:R} to {to.Time:R}", resolution: 0.01);
            }
        }
    }
}
