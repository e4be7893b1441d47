using Orowan.Formats;
using Orowan.Measures;
using static Orowan.Claims.MultipleSigns.StepFunctionClaims;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, appendix A: Young functions, the Luxemburg norm (A.1), and the order of the spaces.</summary>
internal static class OrliczSpaces
{
    public const double MostBeta = 8;

    private const string YoungDerivation =
        "phi^beta'' = beta L^(beta-2) (L(2e + t) + (beta-1)t)/(e + t)^2 with L = log(e + t) >= 1, which is not negative; "
        + "phi^beta(t)/t = L^beta reaches 2 at log t = 2^(1/beta). phi_alpha(t)/t >= t^(alpha-1) + t^(2 alpha-1)/2.";

    public static Claim<StepFunctionPair> Young { get; } = About(
        "B-A-young",
        "Appendix A, Young functions",
        "phi^beta is convex, 0 at 0, and phi^beta(t)/t grows without bound for beta > 0, so is phi_(1/beta) for beta <= 1; phi^0(t)/t is 1.",
        YoungDerivation,
        subject => CheckYoung(subject, subject.Beta == 0),
        least: 0,
        most: MostBeta);

    public static Claim<StepFunctionPair> YoungAsPrinted { get; } = About(
        Young.Id,
        Young.Label,
        "phi^beta is convex, 0 at 0, and phi^beta(t)/t grows without bound for all beta >= 0.",
        YoungDerivation,
        subject => CheckYoung(subject, linear: false),
        least: 0,
        most: MostBeta);

    public static Claim<StepFunctionPair> Norm { get; } = About(
        "B-eq-A.1",
        "Definition (A.1)",
        "The infimum is attained with int phi(|g|/norm) = 1; norm(3g) = 3 norm(g); norm(f + g) <= norm(f) + norm(g); for Exp_(1/beta) and L log^beta L, beta <= 1.",
        "phi is continuous and increasing, so that the modular decreases continuously in lambda; convexity gives the triangle inequality.",
        subject => Norms(subject).SelectMany(named => CheckNorm(subject, named.Phi, named.Name)));

    public static Claim<StepFunctionPair> Order { get; } = About(
        "B-A-order",
        "Appendix A, ordered spaces",
        "norm in Exp_1 <= (log 2)^(beta-1) norm in Exp_(1/beta); norm in L log^(beta/2) L <= norm in L log^beta L.",
        "E e^W <= 2 for W = |g|^alpha; exp(c (log y)^beta) is concave in y >= 1 for c <= 1 (beta L^beta <= L + 1 - beta by weighted means), "
        + "so Jensen at E y <= 2 gives c = (log 2)^(1-beta); constants attain it. L log: phi^(beta/2) <= phi^beta.",
        CheckOrder);

    /// <summary>The two norms of order beta.</summary>
    public static IEnumerable<(YoungFunction Phi, string Name)> Norms(StepFunctionPair subject) =>
        [(YoungFunction.Exponential(1 / subject.Beta), "Exp"), (YoungFunction.Logarithmic(subject.Beta), "L log L")];

    /// <summary>norm(f + g) &lt;= K (norm(f) + norm(g)) with K = <paramref name="factor"/>, 1 of a norm.</summary>
    public static Comparison Triangle(StepFunctionPair subject, YoungFunction phi, string name, double factor = 1)
    {
        double[] sum = [.. subject.F.Zip(subject.G, (f, g) => Math.Abs(f) + Math.Abs(g))];
        var (value, bound) = (subject.NormOf(phi, sum), factor * (subject.NormOf(phi, subject.F.AsSpan()) + subject.NormOf(phi, subject.G.AsSpan())));
        return Comparison.AtMost(value.Value, bound.Value, value.Error + bound.Error, $"triangle inequality in {name}");
    }

    private static IEnumerable<Comparison> CheckYoung(StepFunctionPair subject, bool linear)
    {
        var logarithmic = subject.Logarithmic(subject.Beta);
        // (log t)^beta = 2 at log t = 2^(1/beta).
        var far = Math.Pow(2, subject.Beta == 0 ? 1000 : 1 / subject.Beta);
        var quotient = logarithmic.LogOf(far) - far;
        yield return linear
            ? Comparison.Equal(quotient, 0, 0, 1, $"log of phi(t)/t at log t = {far:R}")
            : Comparison.AtMost(Math.Log(2), quotient, Math.Min(far * Rounding * 1e-2, 1e-4), $"log of phi(t)/t at log t = {far:R}");
        foreach (var comparison in Convex(logarithmic, 1, "phi^beta")) yield return comparison;
        if (subject.Beta is 0 or > 1) yield break;
        foreach (var comparison in Convex(subject.Exponential(1 / subject.Beta), subject.Beta, "phi_alpha")) yield return comparison;
    }

    /// <summary>Convexity at pairs of points 2^(power k), which phi_alpha takes to exp(2^k).</summary>
    private static IEnumerable<Comparison> Convex(YoungFunction phi, double power, string name)
    {
        yield return Comparison.Equal(phi.Value(0), 0, 0, 1, $"{name}(0)");
        for (var k = -9; k <= 8; k++)
        {
            var (near, far) = (Math.Pow(2, power * k), Math.Pow(2, power * (k + 1)));
            var chord = (0.5 * phi.Value(near)) + (0.5 * phi.Value(far));
            yield return Comparison.AtMost(phi.Value((0.5 * near) + (0.5 * far)), chord, 100 * Rounding * chord, $"{name} between {near:R} and {far:R}");
        }
    }

    private static IEnumerable<Comparison> CheckNorm(StepFunctionPair subject, YoungFunction phi, string name)
    {
        var norm = subject.NormOf(phi, subject.G.AsSpan());
        var (normalised, error) = subject.Normalised(phi, subject.G.AsSpan());
        var (modular, growth) = subject.ModularOf(phi, normalised);
        yield return Comparison.Equal(modular, 1, (2 * growth * error) + Rounding, 1, $"modular in {name}");
        var tripled = subject.NormOf(phi, [.. subject.G.Select(g => 3 * g)]);
        yield return Comparison.Equal(tripled.Value, 3 * norm.Value, tripled.Error + (3 * norm.Error), norm.Value, $"norm of 3g in {name}");
        yield return Triangle(subject, phi, name);
    }

    private static IEnumerable<Comparison> CheckOrder(StepFunctionPair subject)
    {
        var (weak, strong) = (subject.NormOf(Exp, subject.G.AsSpan()), subject.NormOf(YoungFunction.Exponential(1 / subject.Beta), subject.G.AsSpan()));
        var bound = Math.Pow(Math.Log(2), subject.Beta - 1) * strong;
        yield return Comparison.AtMost(weak.Value, bound.Value, weak.Error + bound.Error, "Exp");
        var (half, whole) = (subject.NormOf(YoungFunction.Logarithmic(subject.Beta / 2), subject.F.AsSpan()), subject.NormOf(YoungFunction.Logarithmic(subject.Beta), subject.F.AsSpan()));
        yield return Comparison.AtMost(half.Value, whole.Value, half.Error + whole.Error, "L log L");
    }
}
