using System.Collections.Immutable;
using System.Text.Json;

namespace Orowan.Formats;

/// <summary>The JSON of densities over time. Only <c>times</c>, <c>low</c>, <c>width</c>, <c>plus</c> and <c>minus</c> are needed.</summary>
/// <remarks>
/// A row k has its own equal cells, the first of which starts at <c>low[k]</c>; <c>plus[k]</c> and <c>minus[k]</c> are the densities in
/// them, the annihilated included. Rows may differ in the number and the width of their cells.
/// </remarks>
public static class DensityRunFormat
{
    private const double HorizonSlack = 1e-12;

    /// <summary>The run in the file <paramref name="path"/>, which must fit the case.</summary>
    /// <exception cref="InputException">The file cannot be read, is no run, or belongs to another case.</exception>
    public static DensityRun ReadRun(string path, DensityCase forCase) => JsonInput.ReadFile(path, at => Read(at, forCase));

    /// <summary>The run in <paramref name="json"/>, called <paramref name="name"/> in errors, which must fit the case.</summary>
    /// <exception cref="InputException">The bytes are no run, or belong to another case.</exception>
    public static DensityRun Parse(ReadOnlyMemory<byte> json, string name, DensityCase forCase) => JsonInput.Parse(json, name, at => Read(at, forCase));

    /// <summary>The document of <paramref name="run"/>.</summary>
    /// <exception cref="ArgumentException">The run holds a number that is not finite.</exception>
    public static string ToJson(DensityRun run) => JsonOutput.Text(writer => Write(writer, run));

    private static void Write(Utf8JsonWriter writer, DensityRun run)
    {
        writer.WriteStartObject();
        writer.WriteNumbers("times", [.. run.Rows.Select(row => row.Time)]);
        writer.WriteNumbers("low", [.. run.Rows.Select(row => row.Low)]);
        writer.WriteNumbers("width", [.. run.Rows.Select(row => row.Width)]);
        WriteRows(writer, "plus", run.Rows.Select(row => row.Plus));
        WriteRows(writer, "minus", run.Rows.Select(row => row.Minus));
        if (run.Energy is { } energy) writer.WriteNumbers("energy", energy.AsSpan());
        if (run.Dissipation is { } dissipation) writer.WriteNumbers("dissipation", dissipation.AsSpan());
        if (run.Uncertainty is { } uncertainty) writer.WriteNumber("uncertainty", uncertainty);
        if (run.Solver is { } solver) writer.WriteString("solver", solver);
        if (run.Statistics is { } statistics) WriteStatistics(writer, statistics);
        if (run.Ended is { } ended) writer.WriteString("ended", ended);
        writer.WriteEndObject();
    }

    private static void WriteRows(Utf8JsonWriter writer, string field, IEnumerable<double[]> rows)
    {
        writer.WriteStartArray(field);
        foreach (var row in rows) writer.WriteNumbers(row);
        writer.WriteEndArray();
    }

    private static void WriteStatistics(Utf8JsonWriter writer, ImmutableSortedDictionary<string, long> statistics)
    {
        writer.WriteStartObject("statistics");
        foreach (var (name, count) in statistics.OrderBy(entry => entry.Key, StringComparer.Ordinal)) writer.WriteNumber(name, count);
        writer.WriteEndObject();
    }

    private static DensityRun Read(JsonCursor at, DensityCase forCase)
    {
        at.WithOnly("times", "low", "width", "plus", "minus", "energy", "dissipation", "uncertainty", "solver", "statistics", "ended");
        var times = ReadTimes(at.Required("times"), forCase.T);
        var low = ReadColumn(at.Required("low"), times.Length);
        var width = ReadColumn(at.Required("width"), times.Length);
        for (var k = 0; k < width.Length; k++)
        {
            if (!(width[k] > 0)) throw at.Required("width").ExpectedAt(k, "a width larger than 0");
        }
        var (plus, minus) = (ReadRows(at.Required("plus"), times.Length), ReadRows(at.Required("minus"), times.Length));
        for (var k = 0; k < times.Length; k++)
        {
            if (plus[k].Length != minus[k].Length)
                throw at.Required("minus").Expected($"in row {k} as many cells as in plus, {plus[k].Length}", $"{minus[k].Length}");
        }
        return new([.. times.Select((time, k) => new DensityRow(time, low[k], width[k], plus[k], minus[k]))])
        {
            Energy = at.Optional("energy") is { } energy ? ReadColumn(energy, times.Length) : null,
            Dissipation = at.Optional("dissipation") is { } dissipation ? ReadColumn(dissipation, times.Length) : null,
            Uncertainty = at.Optional("uncertainty") is { } uncertainty ? NotNegative(uncertainty) : null,
            Solver = at.Optional("solver")?.Text(),
            Statistics = at.Optional("statistics")?.Fields()
                .ToImmutableSortedDictionary(entry => entry.Name, entry => entry.Value.WholeNumber(), StringComparer.Ordinal),
            Ended = at.Optional("ended")?.Text(),
        };
    }

    private static ImmutableArray<double> ReadTimes(JsonCursor at, double horizon)
    {
        var times = at.Numbers("an array of times");
        for (var k = 0; k < times.Length; k++)
        {
            if (!(times[k] >= 0 && times[k] <= horizon * (1 + HorizonSlack))) throw at.ExpectedAt(k, $"a time in [0, T] = [0, {horizon}]");
        }
        LineCaseFormat.RequireIncreasing(at, times, "times");
        return times;
    }

    /// <summary>Densities below 0 are read: whether there are any is a claim.</summary>
    private static ImmutableArray<double[]> ReadRows(JsonCursor at, int rows)
    {
        var items = at.Items("an array of rows of densities");
        return items.Length == rows
            ? [.. items.Select(row => row.Numbers("a row of densities").ToArray())]
            : throw at.Expected($"{rows} rows, one for each of times", $"{items.Length}");
    }

    private static ImmutableArray<double> ReadColumn(JsonCursor at, int rows)
    {
        var column = at.Numbers();
        return column.Length == rows ? column : throw at.Expected($"{rows} numbers, one for each of times", $"{column.Length}");
    }

    private static double NotNegative(JsonCursor at)
    {
        var number = at.Number();
        return number >= 0 ? number : throw at.Expected("a number of at least 0");
    }
}
