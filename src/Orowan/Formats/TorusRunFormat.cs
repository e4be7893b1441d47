using System.Collections.Immutable;
using System.Text.Json;

namespace Orowan.Formats;

/// <summary>The JSON of trajectories on the torus. Only <c>times</c>, <c>x</c> and <c>b</c> are needed.</summary>
public static class TorusRunFormat
{
    /// <summary>The trajectory at <paramref name="at"/>, which must fit the case.</summary>
    /// <exception cref="InputException">No trajectory, or that of another case.</exception>
    internal static TorusRun Read(JsonCursor at, TorusCase forCase)
    {
        at.WithOnly(
            "times", "x", "b", "energy", "dissipation", "d", "drift", "uncertainty", "widthUncertainty", "solver", "statistics", "ended");
        var times = RunFormat.ReadTimes(at.Required("times"), forCase.T);
        var (dimension, count) = (forCase.Dimension, forCase.Count);
        return new(times, Points("x", count, "positions"), Charges())
        {
            Energy = at.Optional("energy") is { } energy ? RunFormat.ReadColumn(energy, times.Length) : null,
            Dissipation = at.Optional("dissipation") is { } dissipation ? RunFormat.ReadColumn(dissipation, times.Length) : null,
            D = at.Optional("d") is null ? null : OfDipoles("d", "half widths"),
            Drift = at.Optional("drift") is null ? null : OfDipoles("drift", "movements of centres"),
            Uncertainty = at.Optional("uncertainty") is { } uncertainty ? RunFormat.ReadUncertainty(uncertainty) : null,
            WidthUncertainty = at.Optional("widthUncertainty") is { } width ? RunFormat.ReadUncertainty(width) : null,
            Solver = at.Optional("solver")?.Text(),
            Statistics = at.Optional("statistics") is { } statistics ? RunFormat.ReadStatistics(statistics) : null,
            Ended = at.Optional("ended")?.Text(),
        };

        ImmutableArray<double[]> OfDipoles(string field, string what) => forCase.Dipoles is null
            ? throw at.Required(field).Expected("no such field, as the case has no dipoles", "it")
            : Points(field, count / 2, what);

        ImmutableArray<double[]> Points(string field, int wanted, string what) =>
            [.. RunFormat.RowsOf(at.Required(field), $"an array of rows of {what}", times.Length).Select(row =>
            {
                var points = TorusCaseFormat.ReadPoints(row, dimension, what);
                return points.Length == wanted * dimension
                    ? points.ToArray()
                    : throw RunFormat.OfAnotherCase(row, $"{wanted} {what}", points.Length / dimension);
            })];

        ImmutableArray<int[]> Charges() =>
            [.. RunFormat.RowsOf(at.Required("b"), "an array of rows of charges", times.Length).Select(row =>
            {
                var b = LineCaseFormat.ReadCharges(row);
                return b.Length == count ? b.ToArray() : throw RunFormat.OfAnotherCase(row, $"n = {count} charges", b.Length);
            })];
    }

    internal static void Write(Utf8JsonWriter writer, TorusRun run)
    {
        var dimension = run.X.Length == 0 ? 1 : run.X[0].Length / Math.Max(1, run.B[0].Length);
        writer.WriteStartObject();
        writer.WriteNumbers("times", run.Times.AsSpan());
        WriteRows("x", run.X);
        writer.WriteStartArray("b");
        foreach (var row in run.B) writer.WriteIntegers(row);
        writer.WriteEndArray();
        if (run.Energy is { } energy) writer.WriteNumbers("energy", energy.AsSpan());
        if (run.Dissipation is { } dissipation) writer.WriteNumbers("dissipation", dissipation.AsSpan());
        if (run.D is { } d) WriteRows("d", d);
        if (run.Drift is { } drift) WriteRows("drift", drift);
        if (run.Uncertainty is { } uncertainty) writer.WriteNumber("uncertainty", uncertainty);
        if (run.WidthUncertainty is { } width) writer.WriteNumber("widthUncertainty", width);
        if (run.Solver is { } solver) writer.WriteString("solver", solver);
        if (run.Statistics is { } statistics) RunFormat.WriteStatistics(writer, statistics);
        if (run.Ended is { } ended) writer.WriteString("ended", ended);
        writer.WriteEndObject();

        void WriteRows(string field, ImmutableArray<double[]> rows)
        {
            writer.WriteStartArray(field);
            foreach (var row in rows) TorusCaseFormat.WritePoints(writer, row, dimension);
            writer.WriteEndArray();
        }
    }
}
