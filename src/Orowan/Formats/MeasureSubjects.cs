using System.Text.Json;
using Orowan.Measures;

namespace Orowan.Formats;

/// <summary>Two signed measures of mass 1 on the line, for the claims of section 3 of A.</summary>
public sealed record LineMeasures(AtomicMeasure First, AtomicMeasure Second) : ISubject
{
    /// <summary>The pair as its JSON document.</summary>
    public override string ToString() => CaseFormat.ToJson(this);
}

/// <summary>Two signed measures of mass 1 on T^d, for the claims of section 2.2 of B.</summary>
/// <param name="Dimension">d.</param>
public sealed record TorusMeasures(int Dimension, AtomicMeasure First, AtomicMeasure Second) : ISubject
{
    /// <summary>The torus.</summary>
    public Space Space => Space.Torus(Dimension);

    /// <summary>The pair as its JSON document.</summary>
    public override string ToString() => CaseFormat.ToJson(this);
}

/// <summary>The JSON of pairs of measures, <c>"system": "line-measures"</c> and <c>"torus-measures"</c>.</summary>
internal static class MeasurePairFormat
{
    public const string OnLine = "line-measures";

    public const string OnTorus = "torus-measures";

    private const int MostDimensions = 64;

    /// <exception cref="InputException">A field is missing, unknown or no measure.</exception>
    public static LineMeasures ReadLine(JsonCursor at)
    {
        at.WithOnly("system", "first", "second");
        return new(MeasureFormat.Read(at.Required("first"), Space.Line, hasSigns: true), MeasureFormat.Read(at.Required("second"), Space.Line, hasSigns: true));
    }

    /// <exception cref="InputException">A field is missing, unknown or no measure.</exception>
    public static TorusMeasures ReadTorus(JsonCursor at)
    {
        at.WithOnly("system", "dimension", "first", "second");
        var dimension = at.Required("dimension");
        var expected = $"a whole number in [1, {MostDimensions}]";
        if (dimension.WholeNumber(expected) is not (>= 1 and <= MostDimensions)) throw dimension.Expected(expected);
        var space = Space.Torus((int)dimension.WholeNumber());
        return new(space.Dimension, MeasureFormat.Read(at.Required("first"), space, hasSigns: true), MeasureFormat.Read(at.Required("second"), space, hasSigns: true));
    }

    public static void Write(Utf8JsonWriter writer, LineMeasures subject)
    {
        writer.WriteStartObject();
        writer.WriteString("system", OnLine);
        WriteBoth(writer, subject.First, subject.Second);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, TorusMeasures subject)
    {
        writer.WriteStartObject();
        writer.WriteString("system", OnTorus);
        writer.WriteNumber("dimension", subject.Dimension);
        WriteBoth(writer, subject.First, subject.Second);
        writer.WriteEndObject();
    }

    private static void WriteBoth(Utf8JsonWriter writer, AtomicMeasure first, AtomicMeasure second)
    {
        writer.WritePropertyName("first");
        MeasureFormat.Write(writer, first);
        writer.WritePropertyName("second");
        MeasureFormat.Write(writer, second);
    }
}
