using System.Text.Json;

namespace Orowan.Formats;

/// <summary>The JSON of a case of densities on the line, <c>"system": "annihilation-density"</c>.</summary>
/// <remarks>
/// <c>plus</c> and <c>minus</c> are arrays of parts, <c>{"kind": "steps", "edges": [...], "values": [...]}</c> or
/// <c>{"kind": "semicircle", "centre": 0, "radius": 1, "mass": 0.5}</c>; an empty array is a species that is absent.
/// </remarks>
internal static class DensityCaseFormat
{
    public const string System = "annihilation-density";

    /// <summary>How far the total mass may be from 1: densities are written with as many digits as their author likes.</summary>
    private const double MassSlack = 1e-9;

    private const double LeastTolerance = 1e-4;

    /// <summary>Lengths beyond this lose the cells to rounding.</summary>
    private const double Farthest = 1e6;

    /// <exception cref="InputException">A field is missing, unknown or not what <see cref="DensityCase"/> asks for.</exception>
    public static DensityCase Read(JsonCursor at)
    {
        at.WithOnly("system", "V", "W", "plus", "minus", "T", "output", "cells", "tolerance");
        var v = PotentialFormat.Read(at.Required("V"));
        var w = PotentialFormat.Read(at.Required("W"));
        var plus = ReadDensity(at.Required("plus"));
        var minus = ReadDensity(at.Required("minus"));
        var mass = plus.Mass + minus.Mass;
        if (!(Math.Abs(mass - 1) <= MassSlack)) throw at.Expected("densities plus and minus of total mass 1", $"total mass {mass:R}");
        var horizon = LineCaseFormat.ReadHorizon(at.Required("T"));
        var output = at.Optional("output") is { } times ? LineCaseFormat.ReadOutput(times, horizon) : DensityCase.DefaultOutput(horizon);
        var cells = at.Optional("cells") is { } count ? ReadCells(count) : (int?)null;
        if (cells is not null && at.Optional("tolerance") is { } both) throw both.Expected("either cells or tolerance", "both");
        var tolerance = at.Optional("tolerance") is { } wanted ? ReadTolerance(wanted) : DensityCase.DefaultTolerance;
        return new(v, w, plus, minus, horizon, output, cells, tolerance);
    }

    public static void Write(Utf8JsonWriter writer, DensityCase subject)
    {
        writer.WriteStartObject();
        writer.WriteString("system", System);
        writer.WritePropertyName("V");
        PotentialFormat.Write(writer, subject.V);
        writer.WritePropertyName("W");
        PotentialFormat.Write(writer, subject.W);
        WriteDensity(writer, "plus", subject.Plus);
        WriteDensity(writer, "minus", subject.Minus);
        writer.WriteNumber("T", subject.T);
        writer.WriteNumbers("output", subject.Output.AsSpan());
        if (subject.Cells is { } cells) writer.WriteNumber("cells", cells);
        else writer.WriteNumber("tolerance", subject.Tolerance);
        writer.WriteEndObject();
    }

    private static Density ReadDensity(JsonCursor at) =>
        at.IsEmptyArray ? Density.None : new([.. at.Items("an array of parts of a density").Select(ReadPart)]);

    private static DensityPart ReadPart(JsonCursor at)
    {
        const string Kinds = "one of: steps, semicircle";
        if (!at.IsObject) throw at.Expected("a part of a density, an object such as {\"kind\": \"steps\", \"edges\": [0, 1], \"values\": [1]}");
        var kind = at.Required("kind");
        return kind.Text("the kind of a part, a text") switch
        {
            "steps" => ReadSteps(at.WithOnly("kind", "edges", "values")),
            "semicircle" => ReadSemicircle(at.WithOnly("kind", "centre", "radius", "mass")),
            _ => throw kind.Expected(Kinds),
        };
    }

    private static StepPart ReadSteps(JsonCursor at)
    {
        var edges = at.Required("edges");
        var places = edges.Numbers("an array of edges");
        LineCaseFormat.RequireIncreasing(edges, places, "edges");
        for (var i = 0; i < places.Length; i++) RequireNear(places[i], () => edges.ExpectedAt(i, Near));
        if (places.Length < 2) throw edges.Expected("at least two edges");
        var values = at.Required("values");
        var heights = values.Numbers("an array of densities");
        if (heights.Length != places.Length - 1)
            throw values.Expected($"{places.Length - 1} values, one fewer than the edges", $"{heights.Length}");
        for (var i = 0; i < heights.Length; i++)
        {
            if (!(heights[i] >= 0)) throw values.ExpectedAt(i, "a density of at least 0");
        }
        return new(places, heights);
    }

    private static SemicirclePart ReadSemicircle(JsonCursor at)
    {
        var centre = at.Required("centre").Number();
        RequireNear(centre, () => at.Required("centre").Expected(Near));
        var radius = Positive(at.Required("radius"));
        RequireNear(radius, () => at.Required("radius").Expected(Near));
        return new(centre, radius, Positive(at.Required("mass")));
    }

    private static string Near => $"a number in [-{Farthest:R}, {Farthest:R}]";

    private static void RequireNear(double place, Func<InputException> error)
    {
        if (!(Math.Abs(place) <= Farthest)) throw error();
    }

    private static double Positive(JsonCursor at)
    {
        var number = at.Number();
        return number > 0 ? number : throw at.Expected("a number larger than 0");
    }

    private static int ReadCells(JsonCursor at)
    {
        var expected = $"a number of cells, {DensityCase.FewestCells} to {DensityCase.MostCells}";
        var cells = at.WholeNumber(expected);
        return cells is >= DensityCase.FewestCells and <= DensityCase.MostCells ? (int)cells : throw at.Expected(expected);
    }

    private static double ReadTolerance(JsonCursor at)
    {
        var tolerance = at.Number();
        return tolerance is >= LeastTolerance and <= 1 ? tolerance : throw at.Expected("a number in [1e-4, 1]");
    }

    private static void WriteDensity(Utf8JsonWriter writer, string field, Density density)
    {
        writer.WriteStartArray(field);
        foreach (var part in density.Parts) WritePart(writer, part);
        writer.WriteEndArray();
    }

    private static void WritePart(Utf8JsonWriter writer, DensityPart part)
    {
        writer.WriteStartObject();
        switch (part)
        {
            case StepPart steps:
                writer.WriteString("kind", "steps");
                writer.WriteNumbers("edges", steps.Edges.AsSpan());
                writer.WriteNumbers("values", steps.Values.AsSpan());
                break;
            case SemicirclePart semicircle:
                writer.WriteString("kind", "semicircle");
                writer.WriteNumber("centre", semicircle.Centre);
                writer.WriteNumber("radius", semicircle.Radius);
                writer.WriteNumber("mass", semicircle.Weight);
                break;
            default: throw new ArgumentException($"A part of type {part.GetType().Name} has no JSON.", nameof(part));
        }
        writer.WriteEndObject();
    }
}
