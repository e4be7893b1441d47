using Orowan.Formats;
using Orowan.Measures;

namespace Orowan.Claims.MultipleSigns;

/// <summary>What the claims on step functions share: norms, functions divided by their norms, integrals.</summary>
internal static class StepFunctionClaims
{
    /// <summary>Errors of sums of a few terms, relative.</summary>
    public const double Rounding = 1e-13;

    /// <summary>alpha = 1 / beta is at most 100, so that t^alpha keeps its digits.</summary>
    public const double LeastBeta = 0.01;

    public static YoungFunction LogL { get; } = YoungFunction.Logarithmic(1);

    public static YoungFunction HalfLogL { get; } = YoungFunction.Logarithmic(0.5);

    public static YoungFunction Exp { get; } = YoungFunction.Exponential(1);

    public static YoungFunction Exp2 { get; } = YoungFunction.Exponential(2);

    /// <summary>A claim on pairs of functions that are not 0, with beta from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public static Claim<StepFunctionPair> About(
        string id, string label, string statement, string derivation, Func<StepFunctionPair, IEnumerable<Comparison>> check, double least = LeastBeta, double most = 1) =>
        new(id, label, statement, derivation, subject => ReasonAgainst(subject, least, most), (subject, _) => check(subject));

    public static Estimate NormOf(this StepFunctionPair subject, YoungFunction phi, ReadOnlySpan<double> values) =>
        subject.Norm(phi, values, subject.Measure.AsSpan());

    /// <summary>The function divided by its norm, and the relative error of that.</summary>
    public static (double[] Values, double Error) Normalised(this StepFunctionPair subject, YoungFunction phi, ReadOnlySpan<double> values)
    {
        var norm = subject.NormOf(phi, values);
        var normalised = new double[values.Length];
        for (var j = 0; j < values.Length; j++) normalised[j] = Math.Abs(values[j]) / norm.Value;
        return (normalised, norm.Error / norm.Value);
    }

    /// <summary>int |f g|.</summary>
    public static double ProductOf(this StepFunctionPair subject, double[] f, double[] g)
    {
        double sum = 0;
        for (var j = 0; j < f.Length; j++) sum += subject.Measure[j] * f[j] * g[j];
        return sum;
    }

    /// <summary>int phi(|f|) with the size of what its argument's relative error does to it.</summary>
    public static (double Modular, double Growth) ModularOf(this StepFunctionPair subject, YoungFunction phi, double[] f)
    {
        double modular = 0, growth = 0;
        for (var j = 0; j < f.Length; j++)
        {
            modular += subject.Measure[j] * phi.Value(f[j]);
            growth += subject.Measure[j] * phi.Growth(f[j]);
        }
        return (modular, growth);
    }

    private static string? ReasonAgainst(StepFunctionPair subject, double least, double most) =>
        subject.F.All(f => f == 0) || subject.G.All(g => g == 0) ? "a function is 0"
        : subject.Beta < least || subject.Beta > most ? $"beta = {subject.Beta:R} is not in [{least:R}, {most:R}]"
        : null;
}
