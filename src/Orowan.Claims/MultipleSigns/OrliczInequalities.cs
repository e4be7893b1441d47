using Orowan.Formats;
using Orowan.Measures;
using static Orowan.Claims.MultipleSigns.StepFunctionClaims;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, Lemma A.1(i), (iv), (v), and of (vi) what is between Orlicz spaces, with the two displays of the proof of (iv).</summary>
internal static class OrliczInequalities
{
    public static Claim<StepFunctionPair> Entropy { get; } = About(
        "B-A.1-i",
        "Lemma A.1(i)",
        "norm of f in L log L <= Ent(|f|) + 1.611.",
        "log y <= log y0 + (y - y0)/y0 at y0 = e/C, y = e/t + 1/lambda: t log(e + t/lambda) <= t log t + C once lambda >= C/(e log C). "
        + "With lambda = Ent + C >= C - 1/e, which is that for C = 1.611: int phi(|f|/lambda) <= (Ent + C)/lambda = 1. With log(1 + e/t) <= e/t alone: Ent + e.",
        subject =>
        {
            var (norm, entropy) = (subject.NormOf(LogL, subject.F.AsSpan()), subject.EntropyOf(subject.F.AsSpan(), subject.Measure.AsSpan()));
            return [Comparison.AtMost(norm.Value, entropy.Value + OrliczConstants.Entropy, norm.Error + entropy.Error + Rounding, "norm and entropy")];
        });

    public static Claim<StepFunctionPair> Product { get; } = About(
        "B-A.1-iv",
        "Lemma A.1(iv)",
        "int |f g| <= 1.337 |f| |g| in L log L and Exp.",
        "s t <= 1.066 phi^1(s) + 0.271 phi_1(t), where the weights that are best leave 1.33675; f = 36.58 on one set, g matched, attains 1.33674. Equal weights: 2.",
        subject =>
        {
            var (f, g) = (subject.Normalised(LogL, subject.F.AsSpan()), subject.Normalised(Exp, subject.G.AsSpan()));
            var value = subject.ProductOf(f.Values, g.Values);
            return [Comparison.AtMost(value, OrliczConstants.Product, value * (f.Error + g.Error + Rounding), "int |f g|")];
        });

    public static Claim<StepFunctionPair> Norms { get; } = About(
        "B-A.1-iv-norms",
        "Lemma A.1(iv), proof, equivalent norms",
        "|g| for psi_1 <= |g| in Exp <= 1.6536 |g| for psi_1, |f| for psi^1 <= |f| in L log L <= 2.1595 |f| for psi^1, and int |f g| <= 2 |f| |g| for the pair psi, "
        + "so that the proof gives (iv) with C = 2. Constants attain 1.6536 = s/log 2, e^s - s = 2, and 2.1595 = (e - 1)/t, t log(e + t) = 1.",
        "psi <= phi pointwise. With c one of the two constants, phi(s/c) <= 1 + k (psi(s) - 1): both sides and their slopes are equal at psi(s) = 1 for the right k < 1, and the "
        + "difference is convex. Integrated over the torus: int phi(|g|/c) <= 1 when int psi(|g|) = 1. Young's inequality s t <= psi^1(s) + psi_1(t).",
        CheckNorms);

    public static Claim<StepFunctionPair> Half { get; } = About(
        "B-A.1-v",
        "Lemma A.1(v)",
        "|f g| <= 1.24 |f| |g| in L log^(1/2) L, L log L and Exp_2.",
        "phi^(1/2)(s t/C) <= a phi^1(s) + (1 - a) phi_2(t) with C = 1.24, a = 0.89 for all s and t, certified box by box in (log(e + s), t^2); "
        + "f = e^3.67 on one set, g matched, attains 1.23975. Equal weights give 2.006, which is decided near s = e^88.",
        subject =>
        {
            var (f, g) = (subject.Normalised(LogL, subject.F.AsSpan()), subject.Normalised(Exp2, subject.G.AsSpan()));
            // One function may be as good as 0 where the other lives: a floor that adds some 1e-290 keeps the norm a double.
            var product = subject.NormOf(HalfLogL, [.. f.Values.Select((s, j) => Math.Max(s * g.Values[j], 1e-290 / subject.Measure[j]))]);
            return [Comparison.AtMost(product.Value, OrliczConstants.Half, product.Error + (product.Value * (f.Error + g.Error + Rounding)), "norm of f g")];
        });

    public static Claim<StepFunctionPair> Embeddings { get; } = About(
        "B-A.1-vi-orlicz",
        "Lemma A.1(vi), between Orlicz spaces",
        "For 1 <= alpha <= 2 and |g| the norm in Exp_alpha: norm in Exp_alpha <= (log 2)^(1/2 - 1/alpha) norm in Exp_2; norm in Exp <= (log 2)^(1/alpha - 1)|g|; "
        + "what g exceeds k|g| by has norm in Exp <= (alpha-1)^(alpha-1) alpha^-alpha k^(1-alpha)|g|, so that for alpha > 1 g is a limit of bounded functions.",
        "The first two as B-A-order, attained by constants. (G - k)/lambda <= G^alpha for all G >= k when lambda is the largest (G - k)/G^alpha, at G = alpha k/(alpha-1).",
        CheckEmbeddings,
        least: 0.5);

    public static Claim<StepFunctionPair> Complementary { get; } = About(
        "B-A.1-iv-complementary",
        "Lemma A.1(iv), proof, complementary functions",
        "psi^1(s) = (s+1)log(1+s) - s is the largest s t - psi_1(t), psi_1(t) = e^t - t - 1, at t = log(1+s); that of phi_1 is s log s - s + 1 for s >= 1, below phi^1.",
        "The slopes e^t - 1 and log(1+s), and e^t and log s, are inverse to each other.",
        CheckComplementary);

    public static Claim<StepFunctionPair> ComplementaryAsPrinted { get; } = About(
        Complementary.Id,
        Complementary.Label,
        "phi^1(s) = s log(e + s) is the largest s t - phi_1(t).",
        "The meaning of complementary; for s >= 1 the largest is s log s - s + 1.",
        subject => Points(subject).Select(s =>
        {
            var value = LogL.Value(s);
            return Comparison.Equal(value, s <= 1 ? 0 : (s * Math.Log(s)) - s + 1, Rounding * Math.Max(1, s), Math.Max(1, s), $"s = {s:R}");
        }));

    /// <summary>Arguments for pointwise statements: the values as shares of the largest, times 10.</summary>
    private static IEnumerable<double> Points(StepFunctionPair subject)
    {
        var largest = subject.F.Max(Math.Abs);
        return subject.F.Select(f => 10 * (Math.Abs(f) / largest)).Prepend(1).Append(100);
    }

    private static IEnumerable<Comparison> CheckComplementary(StepFunctionPair subject)
    {
        var exp = subject.Exponential(1);
        foreach (var s in Points(subject))
        {
            var t = Math.Log(1 + s);
            var largest = (s * t) - (exp.Value(t) - t);
            yield return Comparison.Equal((s + 1) * t - s, largest, 10 * Rounding * Math.Max(1, s), Math.Max(1, s), $"psi^1 at s = {s:R}");
            foreach (var other in new[] { 0.9 * t, 1.1 * t })
                yield return Comparison.AtMostOnScale((s * other) - (exp.Value(other) - other), largest, 10 * Rounding * Math.Max(1, s), Math.Max(1, s), $"psi_1 at t = {other:R}");
            var conjugate = s <= 1 ? 0 : (s * Math.Log(s)) - s + 1;
            yield return Comparison.AtMostOnScale(conjugate, LogL.Value(s), Rounding * Math.Max(1, s), Math.Max(1, s), $"phi^1 at s = {s:R}");
        }
        var (f, g) = (subject.Normalised(LogL, subject.F.AsSpan()), subject.Normalised(Exp, subject.G.AsSpan()));
        // Complementary functions have s t <= psi(s) + psi(t): here with functions, the conjugate of phi_1 in place of phi^1.
        var young = subject.Measure.Select((m, j) => m * (exp.Value(g.Values[j]) + (f.Values[j] <= 1 ? 0 : (f.Values[j] * (Math.Log(f.Values[j]) - 1)) + 1))).Sum();
        yield return Comparison.AtMost(subject.ProductOf(f.Values, g.Values), young, 100 * (f.Error + g.Error + Rounding) * Math.Max(1, young), "Young's inequality", scale: 1);
    }

    private static IEnumerable<Comparison> CheckNorms(StepFunctionPair subject)
    {
        foreach (var (phi, psi, values, name) in new[]
        {
            (Exp, YoungFunction.ExponentialConjugate, subject.G, "Exp"), (LogL, YoungFunction.LogarithmicConjugate, subject.F, "L log L"),
        })
        {
            var (norm, other) = (subject.NormOf(phi, values.AsSpan()), subject.NormOf(psi, values.AsSpan()));
            var bound = OrliczConstants.Equivalence(phi, psi) * other;
            yield return Comparison.AtMost(other.Value, norm.Value, other.Error + norm.Error, $"psi below phi in {name}");
            yield return Comparison.AtMost(norm.Value, bound.Value, norm.Error + bound.Error + (Rounding * bound.Value), $"phi below psi in {name}");
        }
        var (f, g) = (subject.Normalised(YoungFunction.LogarithmicConjugate, subject.F.AsSpan()), subject.Normalised(YoungFunction.ExponentialConjugate, subject.G.AsSpan()));
        var product = subject.ProductOf(f.Values, g.Values);
        yield return Comparison.AtMost(product, 2, product * (f.Error + g.Error + Rounding), "int |f g| for psi");
    }

    private static IEnumerable<Comparison> CheckEmbeddings(StepFunctionPair subject)
    {
        var alpha = 1 / subject.Beta;
        var g = subject.G.AsSpan();
        var (weak, middle, strong) = (subject.NormOf(Exp, g), subject.NormOf(YoungFunction.Exponential(alpha), g), subject.NormOf(Exp2, g));
        var fromTwo = Math.Pow(Math.Log(2), 0.5 - subject.Beta) * strong;
        var fromAlpha = Math.Pow(Math.Log(2), subject.Beta - 1) * middle;
        List<Comparison> comparisons =
        [
            Comparison.AtMost(middle.Value, fromTwo.Value, middle.Error + fromTwo.Error, "Exp_2 into Exp_alpha"),
            Comparison.AtMost(weak.Value, fromAlpha.Value, weak.Error + fromAlpha.Error, "Exp_alpha into Exp"),
        ];
        foreach (var k in new[] { 0.5, 1, 2, 4 })
        {
            double[] excess = [.. subject.G.Select(value => Math.Max(0, (Math.Abs(value) / middle.Value) - k))];
            var norm = subject.NormOf(Exp, excess);
            var bound = Math.Pow(alpha - 1, alpha - 1) / Math.Pow(alpha, alpha) * Math.Pow(k, 1 - alpha);
            comparisons.Add(Comparison.AtMost(norm.Value, bound, norm.Error + (100 * Rounding), $"excess over {k} times the norm"));
        }
        return comparisons;
    }
}
