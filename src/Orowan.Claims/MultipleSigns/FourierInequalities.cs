using System.Collections.Immutable;
using Orowan.Formats;
using Orowan.Measures;
using Orowan.Potentials;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, Lemma 2.5, Remark 2.6, Lemma 3.1, Lemma A.1(vi) and (vii), what is behind Lemma A.2: inequalities with norms of H^(d/2).</summary>
internal static class FourierInequalities
{
    private const double Rounding = 1e-12;

    /// <summary>Cube of wave vectors in which the slip constant is sought; beyond it a bound of the coefficients serves.</summary>
    private const int SlipSearch = 48;

    public static Claim<TrigonometricPair> Coercivity { get; } = About(
        "B-2.5",
        "Lemma 2.5",
        "-int (Lap V * f) f >= (1/K) |grad V * f|^2 in H^(d/2), K the supremum over k != 0 of (1 + |k|^2)^(d/2) V_k; the first line of the proof is an identity.",
        "Mode by mode 4 pi^2 |k|^2 V_k |f_k|^2 against (1 + |k|^2)^(d/2) 4 pi^2 |k|^2 V_k^2 |f_k|^2; equality for the modes where K is attained, so 1/K is the best c.",
        CheckCoercivity);

    public static Claim<TrigonometricPair> Slip { get; } = About(
        "B-2.6",
        "Remark 2.6",
        "-int (d_1^2 V * f) f >= (1/K_1) |d_1 V * f|^2 in H^(d/2), K_1 the supremum over k_1 != 0 of (1 + |k|^2)^(d/2) V_k.",
        "As Lemma 2.5 with k_1^2 for |k|^2: modes with k_1 = 0 drop out of both sides. The supremum within |k_i| <= 48, and beyond that (1/pi)(1 + 1/r^2)e^(-delta r) "
        + "for the potential of edge dislocations; the other two fall with |k|.",
        CheckSlip);

    public static Claim<TrigonometricPair> Product { get; } = About(
        "B-3.1",
        "Lemma 3.1",
        "At each time int |f g| <= 1.337 C_d (log 2)^(-1/2) |f| |g| in H^(d/2) and L log L, C_d of Lemma A.1(vi); in time |f| is integrated and |g| bounded. d = 1, 2, 3.",
        "Lemma A.1(iv), Exp_2 into Exp with (log 2)^(-1/2), and H^(d/2) into Exp_2 with C_d.",
        subject =>
        {
            var (product, norm) = (TorusGrid.Product(subject.F, subject.G), TorusGrid.Norm(YoungFunction.Logarithmic(1), subject.G));
            var factor = OrliczConstants.Product * OrliczConstants.Embedding(subject.Dimension) / Math.Sqrt(Math.Log(2)) * NormOf(subject, subject.F);
            return [Comparison.AtMost(product.Value, factor * norm.Value, product.Error + (factor * norm.Error), "int |f g|", resolution: 0.02)];
        },
        subject => IsZero(subject.F) || IsZero(subject.G) ? "a function is 0" : null);

    public static Claim<TrigonometricPair> Embedding { get; } = About(
        "B-A.1-vi",
        "Lemma A.1(vi), from Sobolev to Orlicz",
        "|f| in Exp_2 <= C_d |f| in H^(d/2), C_d^2 = v e^T/T for every d, v the measure of the unit ball: C_1 = (2e)^(1/2), C_2 = (pi e)^(1/2), C_3 = 3.563. d = 1, 2, 3.",
        "Hausdorff-Young and Hoelder: |f|_p <= |f| S^(1/2 - 1/p), S the sum of (1 + |k|^2)^-s over k, s = d p/(2(p - 2)). With theta(t) <= 1 + (pi/t)^(1/2) in the integral for "
        + "(1 + |k|^2)^-s, S <= v (m - 1) + c for p = 2m, c = 1 + 2 log 2, 1 + 2 pi, 7 + 6 pi; with a = c/v - 1 Abel's sum of a (a + m)^(m-1) (T e^-T)^m/m! is e^(a T), "
        + "and T = min(1, log(1 + a v)/a) makes the modular at most 1.",
        subject =>
        {
            var (norm, bound) = (TorusGrid.Norm(YoungFunction.Exponential(2), subject.F), OrliczConstants.Embedding(subject.Dimension) * NormOf(subject, subject.F));
            return [Comparison.AtMost(norm.Value, bound, norm.Error + (Rounding * bound), "norm in Exp_2", resolution: 0.02)];
        });

    public static Claim<TrigonometricPair> Compactness { get; } = About(
        "B-A.1-vii",
        "Lemma A.1(vii)",
        "f without modes |k| < N (here the part of f and of g from |k| = 2 on) has |f| in Exp_alpha <= lambda |f| in H^(d/2) for alpha = 1, 1.5, 1.9, where lambda(N) solves "
        + "(N^(d/2) lambda)^-alpha + N^(-d/2) sum_(m>=2) (v (alpha m - 2) + c)^((alpha m - 2)/2) lambda^(-alpha m)/m! = 1 and falls to 0 as N grows: f is near its finitely many low "
        + "modes. For d = 1, without |k| <= N: the second term with v = 1, c = 0 and 1/N. d = 1, 2, 3.",
        "s = d p/(2(p-2)) = d/2 + e: (1 + |k|^2)^-s <= N^-e (1 + |k|^2)^-(d/2 + e/2), whose sum over all k is at most v (p - 2) + c as in (vi), so |f|_p^p <= N^(-d/2) "
        + "(v (p - 2) + c)^((p-2)/2) for p = alpha m >= 2; int |f|^alpha <= N^(-d alpha/2). d = 1: the sum over |k| > N is at most (p - 2)N^(-2/(p-2)). Either sum converges for every "
        + "lambda > 0 just when alpha < 2.",
        CheckCompactness,
        subject => IsZero(High(subject.F)) && IsZero(High(subject.G)) ? "no mode with |k| >= 2" : null);

    public static Claim<TrigonometricPair> Interpolation { get; } = About(
        "B-A.2-interpolation",
        "(ours) Lemma A.2 for H^(d/2), Exp, H^-(d+1)",
        "|f| in Exp <= lambda(N) |f| in H^(d/2) + C_d (log 2)^(-1/2) (1 + N^2)^(3d/4 + 1/2) |f| in H^-(d+1) for N = 1, 2, 4, lambda(N) -> 0 as in (vii): what is bounded in the first space and "
        + "moves little in the last one, u(t) - u(s) for one, is small in the middle one.",
        "The modes |k| > N by Lemma A.1(vii), those up to N by (vi) and (1 + |k|^2)^(d/2) <= (1 + N^2)^(d/2 + d + 1) (1 + |k|^2)^-(d+1). d = 1, 2, 3.",
        subject =>
        {
            var (norm, high, low) = (TorusGrid.Norm(YoungFunction.Exponential(1), subject.F), NormOf(subject, subject.F), subject.Sobolev(Spectrum.Of(subject.F), -subject.Dimension - 1));
            return new[] { 1, 2, 4 }.Select(n =>
            {
                // The least |k| beyond N is N + 1 on the circle, and at least (N^2 + 1)^(1/2) elsewhere.
                var tail = EmbeddingTail.Constant(1, subject.Dimension == 1 ? n : Math.Sqrt((n * n) + 1), subject.Dimension);
                var growth = Math.Pow(1 + (n * n), (0.75 * subject.Dimension) + 0.5);
                var bound = (tail * high) + (OrliczConstants.Embedding(subject.Dimension) / Math.Sqrt(Math.Log(2)) * growth * low);
                return Comparison.AtMost(norm.Value, bound, norm.Error + (Rounding * bound), $"N = {n}", resolution: 0.02);
            });
        });

    public static Claim<TrigonometricPair> Seminorm { get; } = About(
        "B-A-seminorm",
        "Appendix A, the seminorm of H^s",
        "[2u] = 2[u] with [u]^2 the sum of |k|^2s |u_k|^2 (on the torus), and |u|_(H^s)^2 <= 2^(s-1) (|u|_2^2 + [u]^2) for s >= 1, the sum itself for s = 1.",
        "A seminorm is homogeneous; (1 + x)^s <= 2^(s-1)(1 + x^s) by convexity.",
        subject =>
        {
            var (u, twice) = (Spectrum.Of(subject.F), Spectrum.Of(Times(2, subject.F)));
            return Enumerable.Range(1, 3).SelectMany(s => new[]
            {
                Comparison.Equal(twice.SobolevSeminorm(s), 2 * u.SobolevSeminorm(s), Rounding * u.SobolevSeminorm(s), Math.Max(u.SobolevSeminorm(s), double.Epsilon), $"[2u], s = {s}"),
                Comparison.AtMost(
                    Math.Pow(subject.Sobolev(u, s), 2),
                    Math.Pow(2, s - 1) * (u.WeightedSquare(_ => 1) + Math.Pow(u.SobolevSeminorm(s), 2)),
                    Rounding * u.WeightedSquare(mode => Math.Pow(1 + mode.Square, s)) * 10,
                    $"norm and seminorm, s = {s}"),
            });
        },
        subject => IsConstant(subject.F) ? "f is constant" : null);

    public static Claim<TrigonometricPair> SeminormAsPrinted { get; } = About(
        Seminorm.Id,
        Seminorm.Label,
        "[u] itself, not its square, is the sum (integral) of |k|^2s |u_k|^2, and is a seminorm: [2u] = 2[u].",
        "A seminorm is homogeneous.",
        subject =>
        {
            var (once, twice) = (Math.Pow(Spectrum.Of(subject.F).SobolevSeminorm(1), 2), Math.Pow(Spectrum.Of(Times(2, subject.F)).SobolevSeminorm(1), 2));
            return [Comparison.Equal(twice, 2 * once, Rounding * once, once, "[2u], s = 1")];
        },
        subject => IsConstant(subject.F) ? "f is constant" : null);

    private static Claim<TrigonometricPair> About(
        string id,
        string label,
        string statement,
        string derivation,
        Func<TrigonometricPair, IEnumerable<Comparison>> check,
        Func<TrigonometricPair, string?>? hypotheses = null) =>
        new(id, label, statement, derivation, subject => (hypotheses ?? (s => IsZero(s.F) ? "f is 0" : null))(subject), (subject, _) => check(subject));

    private static double NormOf(TrigonometricPair subject, FourierPotential f) => subject.Sobolev(Spectrum.Of(f), 0.5 * f.Dimension);

    private static bool IsZero(FourierPotential f) => Spectrum.Of(f).WeightedSquare(_ => 1) == 0;

    private static bool IsConstant(FourierPotential f) => Spectrum.Of(f).WeightedSquare(mode => mode.Square) == 0;

    /// <summary>The part with |k| >= 2.</summary>
    private static FourierPotential High(FourierPotential f) => new(f.Dimension, [.. f.Terms.Where(term => term.K.Sum(k => (double)k * k) >= 4)]);

    private static FourierPotential Times(double factor, FourierPotential f) =>
        new(f.Dimension, [.. f.Terms.Select(term => term with { Cos = factor * term.Cos, Sin = factor * term.Sin })]);

    private static double LowestWave(FourierPotential f) =>
        Math.Sqrt(Spectrum.Of(f).Modes.Where(mode => mode.Value != 0).Select(mode => mode.Square).DefaultIfEmpty(0).Min());

    private static IEnumerable<Comparison> CheckCoercivity(TrigonometricPair subject)
    {
        var f = Spectrum.Of(subject.F);
        var (v, half) = (subject.V, 0.5 * subject.Dimension);
        var left = f.WeightedSquare(mode => 4 * Math.PI * Math.PI * mode.Square * v.Coefficient(mode.K.AsSpan()));
        var right = f.WeightedSquare(mode => 4 * Math.PI * Math.PI * mode.Square * Math.Pow(v.Coefficient(mode.K.AsSpan()), 2) * Math.Pow(1 + mode.Square, half));
        yield return Comparison.AtMost(right / subject.Coercivity(v), left, Rounding * left, "(2.10)", scale: double.Epsilon);
        // -Lap V * f as a function, against f on a grid.
        FourierPotential laplacian = new(
            subject.Dimension,
            [.. subject.F.Terms.Select(term => Times(term, 4 * Math.PI * Math.PI * term.K.Sum(k => (double)k * k) * v.Coefficient(term.K.AsSpan())))]);
        var pairing = TorusGrid.Pairing(laplacian, subject.F);
        yield return Comparison.Equal(pairing.Value, left, pairing.Error + (Rounding * left), Math.Max(pairing.Error * 1e3, left) + 1e-300, "Parseval", resolution: 0.01);
    }

    private static FourierTerm Times(FourierTerm term, double factor) => term with { Cos = factor * term.Cos, Sin = factor * term.Sin };

    private static IEnumerable<Comparison> CheckSlip(TrigonometricPair subject)
    {
        var f = Spectrum.Of(subject.F);
        var (v, half) = (subject.V, 0.5 * subject.Dimension);
        double SquareOf(Mode mode) => 4 * Math.PI * Math.PI * mode.K[0] * mode.K[0];
        var left = f.WeightedSquare(mode => SquareOf(mode) * v.Coefficient(mode.K.AsSpan()));
        var right = f.WeightedSquare(mode => SquareOf(mode) * Math.Pow(v.Coefficient(mode.K.AsSpan()), 2) * Math.Pow(1 + mode.Square, half));
        var constant = Math.Min(SlipConstant(v), subject.Coercivity(v));
        yield return Comparison.AtMost(right / constant, left, Rounding * left, "slip", scale: double.Epsilon);
    }

    private static double SlipConstant(TorusPotential v)
    {
        // The remark is about the plane; elsewhere K serves, which is not less.
        if (v.Dimension != 2) return double.PositiveInfinity;
        double largest = 0;
        for (var k = 1; k <= SlipSearch; k++)
        {
            for (var l = -SlipSearch; l <= SlipSearch; l++) largest = Math.Max(largest, (1 + ((double)k * k) + ((double)l * l)) * v.Coefficient([k, l]));
        }
        const double r = SlipSearch + 1.0;
        return v is TorusEdgePotential ? Math.Max(largest, (1 + (1 / (r * r))) * Math.Exp(-v.Delta * r) / Math.PI) : largest;
    }

    private static IEnumerable<Comparison> CheckCompactness(TrigonometricPair subject)
    {
        foreach (var f in new[] { High(subject.F), High(subject.G) }.Where(f => !IsZero(f)))
        {
            var least = f.Dimension == 1 ? LowestWave(f) - 1 : LowestWave(f);
            foreach (var alpha in (ImmutableArray<double>)[1, 1.5, 1.9])
            {
                var (norm, bound) = (TorusGrid.Norm(YoungFunction.Exponential(alpha), f), EmbeddingTail.Constant(alpha, least, f.Dimension) * NormOf(subject, f));
                yield return Comparison.AtMost(norm.Value, bound, norm.Error + (Rounding * bound), $"norm in Exp_{alpha}, N = {least:R}", resolution: 0.02);
            }
        }
    }
}
