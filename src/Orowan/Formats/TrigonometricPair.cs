using System.Text.Json;
using Orowan.Measures;
using Orowan.Potentials;

namespace Orowan.Formats;

/// <summary>
/// Two trigonometric polynomials f and g on T^d with an interaction potential V, for the inequalities of B in Fourier space: (2.10), Remark 2.6,
/// Lemma 3.1, Lemma A.1(vi) and (vii).
/// </summary>
/// <param name="V">The interaction, even.</param>
/// <param name="F">f.</param>
/// <param name="G">g, of the same dimension.</param>
public sealed record TrigonometricPair(TorusPotential V, FourierPotential F, FourierPotential G) : ISubject
{
    /// <summary>d.</summary>
    public int Dimension => F.Dimension;

    /// <summary>K of (V2); not part of the document, so that a broken one can take its place.</summary>
    public Func<TorusPotential, double> Coercivity { get; init; } = v => v.CoercivityBound;

    /// <summary>The norm of H^s; not part of the document either.</summary>
    public Func<Spectrum, double, double> Sobolev { get; init; } = (spectrum, s) => spectrum.SobolevNorm(s);

    /// <summary>The subject as its JSON document.</summary>
    public override string ToString() => CaseFormat.ToJson(this);
}

/// <summary>The JSON of two trigonometric polynomials, <c>"system": "trigonometric"</c>.</summary>
internal static class TrigonometricPairFormat
{
    public const string System = "trigonometric";

    private const int LargestWave = 1000;

    /// <summary>In space a grid has the third power of what resolves the highest frequency.</summary>
    private const int LargestWaveInSpace = 8;

    /// <exception cref="InputException">A field is missing, unknown or not what <see cref="TrigonometricPair"/> asks for.</exception>
    public static TrigonometricPair Read(JsonCursor at)
    {
        at.WithOnly("system", "dimension", "V", "f", "g");
        var dimension = at.Required("dimension").WholeNumber("a dimension: 1, 2 or 3");
        if (dimension is not (1 or 2 or 3)) throw at.Required("dimension").Expected("a dimension: 1, 2 or 3");
        return new(TorusPotentialFormat.Read(at.Required("V"), (int)dimension), Function(at.Required("f"), (int)dimension), Function(at.Required("g"), (int)dimension));
    }

    public static void Write(Utf8JsonWriter writer, TrigonometricPair subject)
    {
        writer.WriteStartObject();
        writer.WriteString("system", System);
        writer.WriteNumber("dimension", subject.Dimension);
        writer.WritePropertyName("V");
        TorusPotentialFormat.Write(writer, subject.V);
        writer.WritePropertyName("f");
        TorusPotentialFormat.Write(writer, subject.F);
        writer.WritePropertyName("g");
        TorusPotentialFormat.Write(writer, subject.G);
        writer.WriteEndObject();
    }

    private static FourierPotential Function(JsonCursor at, int dimension)
    {
        var function = TorusPotentialFormat.ReadExternal(at, dimension);
        // The norms are computed on grids that resolve the highest frequency.
        var largest = dimension == 3 ? LargestWaveInSpace : LargestWave;
        return function.Terms.All(term => term.K.All(k => Math.Abs(k) <= largest))
            ? function
            : throw at.Expected($"wave vectors with components of at most {largest}", "a larger one");
    }
}
