using System.Collections.Immutable;
using System.Text.Json;
using Orowan.Measures;

namespace Orowan.Formats;

/// <summary>
/// Two functions f and g that are constant on the same sets, for the inequalities of B, appendix A; where the sets are does not matter. What
/// they leave of the torus, of measure 1, is where both functions are 0.
/// </summary>
/// <param name="Measure">Measures of the sets, positive, with a sum of at most 1.</param>
/// <param name="F">Values of f, finite.</param>
/// <param name="G">Values of g, finite.</param>
/// <param name="Beta">beta of L log^beta L; alpha of Exp_alpha is 1 / beta.</param>
public sealed record StepFunctionPair(ImmutableArray<double> Measure, ImmutableArray<double> F, ImmutableArray<double> G, double Beta) : ISubject
{
    /// <summary>The Luxemburg norm; not part of the document, so that a broken one can take its place.</summary>
    public StepNorm Norm { get; init; } = LuxemburgNorm.Of;

    /// <summary>The entropy; not part of the document either.</summary>
    public StepEntropy EntropyOf { get; init; } = Entropy.Of;

    /// <summary>phi_alpha, for claims on the function itself; not part of the document either.</summary>
    public Func<double, YoungFunction> Exponential { get; init; } = YoungFunction.Exponential;

    /// <summary>phi^beta.</summary>
    public Func<double, YoungFunction> Logarithmic { get; init; } = YoungFunction.Logarithmic;

    /// <summary>The subject as its JSON document.</summary>
    public override string ToString() => CaseFormat.ToJson(this);
}

/// <summary>The JSON of two step functions, <c>"system": "step-functions"</c>.</summary>
internal static class StepFunctionPairFormat
{
    public const string System = "step-functions";

    private const double LargestBeta = 8;

    /// <exception cref="InputException">A field is missing, unknown or not what <see cref="StepFunctionPair"/> asks for.</exception>
    public static StepFunctionPair Read(JsonCursor at)
    {
        at.WithOnly("system", "measure", "f", "g", "beta");
        var measure = at.Required("measure").Numbers("an array of measures");
        for (var j = 0; j < measure.Length; j++)
        {
            if (!(measure[j] > 0)) throw at.Required("measure").ExpectedAt(j, "a number larger than 0");
        }
        if (!(measure.Sum() <= 1 + 1e-12)) throw at.Required("measure").Expected("measures whose sum is at most 1", $"the sum {measure.Sum():R}");
        var beta = at.Required("beta").Number();
        if (beta is not (>= 0 and <= LargestBeta)) throw at.Required("beta").Expected($"a number in [0, {LargestBeta}]");
        return new(measure, Values(at.Required("f"), measure.Length), Values(at.Required("g"), measure.Length), beta);
    }

    public static void Write(Utf8JsonWriter writer, StepFunctionPair subject)
    {
        writer.WriteStartObject();
        writer.WriteString("system", System);
        writer.WriteNumbers("measure", subject.Measure.AsSpan());
        writer.WriteNumbers("f", subject.F.AsSpan());
        writer.WriteNumbers("g", subject.G.AsSpan());
        writer.WriteNumber("beta", subject.Beta);
        writer.WriteEndObject();
    }

    private static ImmutableArray<double> Values(JsonCursor at, int count)
    {
        var values = at.Numbers("an array of values");
        return values.Length == count ? values : throw at.Expected($"a value for each of the {count} measures", $"an array of {values.Length}");
    }
}
