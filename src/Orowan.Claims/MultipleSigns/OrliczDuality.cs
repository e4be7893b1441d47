using MathNet.Numerics.RootFinding;
using Orowan.Formats;
using Orowan.Measures;
using static Orowan.Claims.MultipleSigns.StepFunctionClaims;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, Lemma A.1(ii) and (iii): L log^beta L and Exp_(1/beta) as duals, both inequalities with their constants.</summary>
internal static class OrliczDuality
{
    private const string HoelderDerivation =
        "s t <= phi^beta(s) + (beta/e) phi_alpha(t), alpha = 1/beta >= 1: clear if t^alpha <= log(e + s) =: S; otherwise, T = t^alpha, "
        + "s(T^beta - S^beta) <= s beta (T - S) by concavity, and (e^S - e)(T - S) <= (e^T - 1)/e because x e^-x <= 1/e. ";

    private const string BeyondOne =
        "For beta > 1, alpha < 1: phi_alpha(t/2^beta) <= phi_alpha(t)/2 as exp(w) - 1 is convex in w = t^alpha, and a f + b g <= max(f, g) for a + b = 1.";

    public static Claim<StepFunctionPair> Logarithmic { get; } = About(
        "B-A.1-ii",
        "Lemma A.1(ii)",
        "For beta <= 1: int |f g| <= (1 + beta/e) |f| |g| in L log^beta L and Exp_(1/beta), and some f has |f| = 1 and int f g >= |g|/C, "
        + "C = 1/((log 2)^beta t) with phi^beta(t) = 1. For beta > 1: |f + g| <= 2^beta (|f| + |g|) in Exp_(1/beta), which has no norm.",
        HoelderDerivation
        + "f = (phi^beta)'^-1(k|g|) with k such that |f| = 1 attains the supremum, inf_k (1 + int M(k|g|))/k with M the conjugate of phi^beta; M(k t) is "
        + "convex in exp(t^alpha) - 1 for k >= C (certified box by box in s/(e + s) and beta), so that by Jensen constants are the worst, and the bound is trivial for k < C. " + BeyondOne,
        subject => subject.Beta > 1 ? [Quasi(subject)] : [Hoelder(subject), LogarithmicWitness(subject), OrliczSpaces.Triangle(subject, ExpOf(subject), "Exp")],
        most: OrliczSpaces.MostBeta);

    public static Claim<StepFunctionPair> Exponential { get; } = About(
        "B-A.1-iii",
        "Lemma A.1(iii)",
        "For alpha = 1/beta >= 1: int |f g| <= (1 + beta/e) |f| |g|, and g = (log(e + |f|/|f|_norm))^beta has int |f| g >= |f| |g|/C, "
        + "C = 1/((log 2)^beta t) with phi^beta(t) = 1. For alpha < 1: |f + g| <= 2^(1/alpha) (|f| + |g|) in Exp_alpha, which has no norm.",
        HoelderDerivation
        + "With |f| = 1, int f g = int phi^beta(f) = 1, and int exp(g^alpha/L^alpha) = int (e + f)^(1/L^alpha) <= (e + int f)^(1/L^alpha) = 2 by Jensen "
        + "for L^alpha = log(e + t)/log 2, int f <= t; L = C as t (log(e + t))^beta = 1. " + BeyondOne,
        subject => subject.Beta > 1 ? [Quasi(subject)] : [Hoelder(subject), ExponentialWitness(subject), OrliczSpaces.Triangle(subject, ExpOf(subject), "Exp")],
        most: OrliczSpaces.MostBeta);

    public static Claim<StepFunctionPair> LogarithmicAsPrinted { get; } = AsPrinted(Logarithmic, "beta > 0");

    public static Claim<StepFunctionPair> ExponentialAsPrinted { get; } = AsPrinted(Exponential, "alpha > 0");

    private static Claim<StepFunctionPair> AsPrinted(Claim<StepFunctionPair> corrected, string range) => About(
        corrected.Id,
        corrected.Label,
        $"Exp_alpha, alpha = 1/beta, is a dual space or a space with a dual, so that (A.1) is a norm on it, for all {range}.",
        "A norm has the triangle inequality.",
        subject => [OrliczSpaces.Triangle(subject, ExpOf(subject), "Exp")],
        most: OrliczSpaces.MostBeta);

    private static YoungFunction ExpOf(StepFunctionPair subject) => YoungFunction.Exponential(1 / subject.Beta);

    private static YoungFunction LogOf(StepFunctionPair subject) => YoungFunction.Logarithmic(subject.Beta);

    private static Comparison Quasi(StepFunctionPair subject) => OrliczSpaces.Triangle(subject, ExpOf(subject), "Exp", Math.Pow(2, subject.Beta));

    private static Comparison Hoelder(StepFunctionPair subject)
    {
        var (f, g) = (subject.Normalised(LogOf(subject), subject.F.AsSpan()), subject.Normalised(ExpOf(subject), subject.G.AsSpan()));
        var value = subject.ProductOf(f.Values, g.Values);
        return Comparison.AtMost(value, OrliczConstants.Hoelder(subject.Beta), value * (f.Error + g.Error + Rounding), "int |f g|");
    }

    private static Comparison LogarithmicWitness(StepFunctionPair subject)
    {
        var (g, error) = subject.Normalised(ExpOf(subject), subject.G.AsSpan());
        var witness = Witness(subject, g);
        var norm = subject.NormOf(LogOf(subject), witness);
        var value = subject.ProductOf(witness, g) / norm.Value;
        return Comparison.AtMost(1, OrliczConstants.Norming(subject.Beta) * value, 2 * (error + (norm.Error / norm.Value) + Rounding), "the f for g");
    }

    private static Comparison ExponentialWitness(StepFunctionPair subject)
    {
        var (f, error) = subject.Normalised(LogOf(subject), subject.F.AsSpan());
        double[] g = [.. f.Select(value => Math.Pow(Math.Log(Math.E + value), subject.Beta))];
        // Where f is 0, g is 1: the rest of the torus counts.
        var rest = 1 - subject.Measure.Sum();
        double[] measures = rest > 0 ? [.. subject.Measure, rest] : [.. subject.Measure];
        var norm = subject.Norm(ExpOf(subject), rest > 0 ? [.. g, 1] : g, measures);
        var value = subject.ProductOf(f, g) / norm.Value;
        return Comparison.AtMost(1, OrliczConstants.Norming(subject.Beta) * value, 2 * (error + (norm.Error / norm.Value) + Rounding), "the g for f");
    }

    /// <summary>The f with (phi^beta)'(f) = k g and int phi^beta(f) = 1, up to its norm; any k gives an admissible f, the right one the best.</summary>
    private static double[] Witness(StepFunctionPair subject, double[] g)
    {
        var phi = LogOf(subject);
        double[] logs = [.. g.Select(value => value == 0 ? double.NegativeInfinity : Math.Log(value))];
        double Excess(double logK)
        {
            double sum = 0;
            for (var j = 0; j < g.Length; j++)
            {
                if (LogInverseSlope(subject.Beta, logs[j] + logK) is { } x) sum += Math.Exp(Math.Min(Math.Log(subject.Measure[j]) + phi.LogOf(x), 50));
            }
            return Math.Log(Math.Max(sum, 1e-300));
        }

        var largest = logs.Max();
        var root = Brent.FindRoot(Excess, -largest + 1e-9, 50 - largest, 1e-10, 500);
        return [.. logs.Select(log => LogInverseSlope(subject.Beta, log + root) is { } x ? Math.Exp(x) : 0)];
    }

    /// <summary>log s where log (phi^beta)'(s) = y; null when the slope at 0, which is 1, is already larger.</summary>
    private static double? LogInverseSlope(double beta, double y)
    {
        if (y <= 0) return null;
        double Excess(double x)
        {
            var l = Math.Max(1, x) + Math.Log(1 + Math.Exp(-Math.Abs(x - 1)));
            return (beta * Math.Log(l)) + Math.Log(1 + (beta / ((1 + Math.Exp(1 - x)) * l))) - y;
        }

        var (low, high) = (-60.0, 10.0);
        if (Excess(low) >= 0) return low;
        while (Excess(high) < 0)
        {
            if (high > 700) return 700;
            high *= 2;
        }
        return Brent.FindRoot(Excess, low, high, 1e-11, 500);
    }
}
