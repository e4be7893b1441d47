using System.Collections.Immutable;
using System.Text.Json;

namespace Orowan.Formats;

/// <summary>
/// A density (rho^+, rho^-) of mass 1 on T^d that is constant on the cells of a grid, for Lemma 2.4 of B. Weights may be 0: gaps.
/// </summary>
/// <param name="Dimension">d, 1 or 2.</param>
/// <param name="Plus">Weights of rho^+, g^d of them, the last coordinate fastest; the mass of a cell is its weight over the sum of all.</param>
/// <param name="Minus">Weights of rho^-, as many.</param>
public sealed record TorusDensity(int Dimension, ImmutableArray<double> Plus, ImmutableArray<double> Minus) : ISubject
{
    /// <summary>g, the number of cells along a side.</summary>
    public int Side => Dimension == 1 ? Plus.Length : (int)Math.Round(Math.Sqrt(Plus.Length));

    /// <summary>The mass of one sign.</summary>
    public double MassOf(int sign) => Weights(sign).Sum() / (Plus.Sum() + Minus.Sum());

    /// <summary>The masses of one sign in the cells of the given grid.</summary>
    public ImmutableArray<double> Cells(int sign)
    {
        var total = Plus.Sum() + Minus.Sum();
        return [.. Weights(sign).Select(w => w / total)];
    }

    /// <summary>The density as its JSON document.</summary>
    public override string ToString() => CaseFormat.ToJson(this);

    private ImmutableArray<double> Weights(int sign) => sign > 0 ? Plus : Minus;
}

/// <summary>The JSON of a density, <c>"system": "torus-density"</c>.</summary>
internal static class DensityFormat
{
    public const string System = "torus-density";

    /// <exception cref="InputException">A field is missing, unknown or not what <see cref="TorusDensity"/> asks for.</exception>
    public static TorusDensity Read(JsonCursor at)
    {
        at.WithOnly("system", "dimension", "plus", "minus");
        var dimension = at.Required("dimension");
        if (dimension.WholeNumber("1 or 2") is not (1 or 2)) throw dimension.Expected("1 or 2");
        var density = new TorusDensity((int)dimension.WholeNumber(), Weights(at.Required("plus")), Weights(at.Required("minus")));
        if (density.Dimension == 2 && density.Side * density.Side != density.Plus.Length) throw at.Required("plus").Expected("a square number of weights");
        if (density.Plus.Length != density.Minus.Length) throw at.Required("minus").Expected($"{density.Plus.Length} weights, as many as plus");
        return density.Plus.Sum() + density.Minus.Sum() is var total && total > 0 && double.IsFinite(total)
            ? density
            : throw at.Required("plus").Expected("weights that are not all 0, plus and minus together, with a finite sum");
    }

    public static void Write(Utf8JsonWriter writer, TorusDensity density)
    {
        writer.WriteStartObject();
        writer.WriteString("system", System);
        writer.WriteNumber("dimension", density.Dimension);
        writer.WriteNumbers("plus", density.Plus.AsSpan());
        writer.WriteNumbers("minus", density.Minus.AsSpan());
        writer.WriteEndObject();
    }

    private static ImmutableArray<double> Weights(JsonCursor field)
    {
        var weights = field.Numbers("an array of weights");
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] < 0) throw field.ExpectedAt(i, "a weight of at least 0");
        }
        return weights;
    }
}
