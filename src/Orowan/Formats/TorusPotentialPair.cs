using System.Text.Json;
using Orowan.Potentials;

namespace Orowan.Formats;

/// <summary>An interaction and an external potential on the torus as the subject of a claim (B, assumptions (V1) to (V4) and (U)).</summary>
/// <param name="V">The interaction V_delta or V.</param>
/// <param name="U">The external potential, of the same dimension.</param>
public sealed record TorusPotentialPair(TorusPotential V, FourierPotential U) : ISubject
{
    /// <summary>The external potential under judgement; not part of the document, so that a broken one can take the place of U.</summary>
    public TorusPotential External { get; init; } = U;

    /// <summary>The pair as its JSON document.</summary>
    public override string ToString() => CaseFormat.ToJson(this);
}

/// <summary>The JSON of such a pair, <c>"system": "torus-potentials"</c>.</summary>
internal static class TorusPotentialPairFormat
{
    public const string System = "torus-potentials";

    /// <exception cref="InputException">A field is missing, unknown or not what <see cref="TorusPotentialPair"/> asks for.</exception>
    public static TorusPotentialPair Read(JsonCursor at)
    {
        at.WithOnly("system", "dimension", "V", "U");
        var dimension = (int)at.Required("dimension").Within(d => d is 1 or 2, "1 or 2");
        return new(TorusPotentialFormat.Read(at.Required("V"), dimension), TorusPotentialFormat.ReadExternal(at.Required("U"), dimension));
    }

    public static void Write(Utf8JsonWriter writer, TorusPotentialPair subject)
    {
        writer.WriteStartObject();
        writer.WriteString("system", System);
        writer.WriteNumber("dimension", subject.V.Dimension);
        writer.WritePropertyName("V");
        TorusPotentialFormat.Write(writer, subject.V);
        writer.WritePropertyName("U");
        TorusPotentialFormat.Write(writer, subject.U);
        writer.WriteEndObject();
    }
}
