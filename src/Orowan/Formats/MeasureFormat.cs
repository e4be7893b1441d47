using System.Collections.Immutable;
using System.Text.Json;
using Orowan.Measures;

namespace Orowan.Formats;

/// <summary>The JSON of a measure, <c>{ "x": [...], "b": [...], "mass": [...] }</c>, and of an optimal coupling.</summary>
public static class MeasureFormat
{
    /// <summary>The measure in the file <paramref name="path"/>. Places on the torus may be any real numbers; they count modulo 1.</summary>
    /// <param name="hasSigns">Whether <c>b</c> is asked for; otherwise it must not be there.</param>
    /// <exception cref="InputException">The file cannot be read or is no such measure; the message names file and field.</exception>
    public static AtomicMeasure ReadFile(string path, Space space, bool hasSigns) => JsonInput.ReadFile(path, at => Read(at, space, hasSigns));

    /// <summary>The measure in <paramref name="json"/>, called <paramref name="name"/> in errors.</summary>
    /// <exception cref="InputException">The bytes are no such measure.</exception>
    public static AtomicMeasure Parse(ReadOnlyMemory<byte> json, string name, Space space, bool hasSigns) =>
        JsonInput.Parse(json, name, at => Read(at, space, hasSigns));

    /// <summary>
    /// Writes a coupling: shipment k takes mass[k] from atom from[k] of the first measure to atom to[k] of the second; and its proof, the dual prices u of the
    /// first measure's atoms and v of the second's: u[i] + v[j] is at most the cost of every pair, equal to it where mass goes (species apart: of every pair of one sign).
    /// </summary>
    public static void WriteCoupling(Stream stream, TransportPlan plan, Space space, SignCost? signs) => JsonOutput.To(stream, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("space", space.Name);
        if (signs is not null) writer.WriteString("signs", signs.Name);
        writer.WriteNumber("distance", Math.Sqrt(plan.Cost));
        writer.WriteIntegers("from", [.. plan.Shipments.Select(s => s.From)]);
        writer.WriteIntegers("to", [.. plan.Shipments.Select(s => s.To)]);
        writer.WriteNumbers("mass", [.. plan.Shipments.Select(s => s.Mass)]);
        writer.WriteNumbers("u", plan.Prices.First.AsSpan());
        writer.WriteNumbers("v", plan.Prices.Second.AsSpan());
        writer.WriteEndObject();
    });

    internal static void Write(Utf8JsonWriter writer, AtomicMeasure measure)
    {
        writer.WriteStartObject();
        if (measure.Dimension == 1)
        {
            writer.WriteNumbers("x", measure.X.AsSpan());
        }
        else
        {
            writer.WriteStartArray("x");
            for (var i = 0; i < measure.Count; i++) writer.WriteNumbers(measure.At(i));
            writer.WriteEndArray();
        }
        if (measure.HasSigns) writer.WriteIntegers("b", measure.Sign.AsSpan());
        writer.WriteNumbers("mass", measure.Mass.AsSpan());
        writer.WriteEndObject();
    }

    internal static AtomicMeasure Read(JsonCursor at, Space space, bool hasSigns)
    {
        if (!hasSigns && at.Optional("b") is { } unwanted) throw unwanted.Wrong("no signs", "expected no signs without a sign cost (--signs A or B)");
        at.WithOnly("x", "b", "mass");
        var x = ReadPlaces(at.Required("x"), space.Dimension);
        var count = x.Length / space.Dimension;
        var signs = hasSigns ? ReadSigns(at.Required("b"), count) : default;
        return at.Optional("mass") is { } mass
            ? new(space.Dimension, x, ReadMasses(mass, count), signs)
            : AtomicMeasure.Equal(space.Dimension, x, signs);
    }

    private static ImmutableArray<double> ReadPlaces(JsonCursor field, int dimension)
    {
        if (dimension == 1) return field.Numbers("an array of places");
        var places = ImmutableArray.CreateBuilder<double>();
        foreach (var item in field.Items("an array of places"))
        {
            var place = item.Numbers($"a place, an array of {dimension} numbers");
            if (place.Length != dimension) throw item.Expected($"a place, an array of {dimension} numbers");
            places.AddRange(place);
        }
        return places.ToImmutable();
    }

    private static ImmutableArray<int> ReadSigns(JsonCursor field, int count)
    {
        var items = field.Items("an array of signs");
        if (items.Length != count) throw field.Expected($"{count} signs, one for each of x", $"{items.Length}");
        return [.. items.Select(item => item.WholeNumber("a sign, 1 or -1") is var sign && sign is 1 or -1 ? (int)sign : throw item.Expected("a sign, 1 or -1"))];
    }

    private static ImmutableArray<double> ReadMasses(JsonCursor field, int count)
    {
        var masses = field.Numbers("an array of masses");
        if (masses.Length != count) throw field.Expected($"{count} masses, one for each of x", $"{masses.Length}");
        for (var i = 0; i < count; i++)
        {
            if (masses[i] < 0) throw field.ExpectedAt(i, "a mass of at least 0");
        }
        var total = masses.Sum();
        return total > 0 && double.IsFinite(total) ? masses : throw field.Expected("masses with a positive and finite sum", $"the sum {total:R}");
    }
}
