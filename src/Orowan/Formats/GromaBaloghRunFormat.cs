using System.Collections.Immutable;
using System.Text.Json;

namespace Orowan.Formats;

/// <summary>The JSON of densities on the torus over time. Only <c>times</c>, <c>plus</c> and <c>minus</c> are needed.</summary>
/// <remarks>
/// Row k holds the densities at x = i/n, in two dimensions n rows of n, the first component of x from row to row. n may be any number of
/// points, the same in all rows. The entropy balance is written as <c>entropy</c>, <c>interaction</c>, <c>external</c>, <c>viscous</c> and
/// <c>field</c>, see <see cref="EntropyBalance"/>, with its <c>residual</c>; a run may state <c>entropy</c> alone, the others only together; <c>least</c> is the smallest density of each row.
/// </remarks>
public static class GromaBaloghRunFormat
{
    private const int LeastPoints = 4;

    private static readonly ImmutableArray<string> BalanceFields = ["entropy", "interaction", "external", "viscous", "field"];

    /// <summary>The run in the file <paramref name="path"/>, which must fit the case.</summary>
    /// <exception cref="InputException">The file cannot be read, is no run, or belongs to another case.</exception>
    public static GromaBaloghRun ReadRun(string path, GromaBaloghCase forCase) => JsonInput.ReadFile(path, at => Read(at, forCase));

    /// <summary>The run in <paramref name="json"/>, called <paramref name="name"/> in errors, which must fit the case.</summary>
    /// <exception cref="InputException">The bytes are no run, or belong to another case.</exception>
    public static GromaBaloghRun Parse(ReadOnlyMemory<byte> json, string name, GromaBaloghCase forCase) =>
        JsonInput.Parse(json, name, at => Read(at, forCase));

    /// <summary>The document of <paramref name="run"/>.</summary>
    /// <exception cref="ArgumentException">The run holds a number that is not finite.</exception>
    public static string ToJson(GromaBaloghRun run) => JsonOutput.Text(writer => Write(writer, run));

    private static void Write(Utf8JsonWriter writer, GromaBaloghRun run)
    {
        writer.WriteStartObject();
        writer.WriteNumbers("times", [.. run.Rows.Select(row => row.Time)]);
        WriteRows("plus", row => row.Plus);
        WriteRows("minus", row => row.Minus);
        writer.WriteNumbers("least", [.. run.Rows.Select(row => row.Least)]);
        if (run.Balance is { } balance)
        {
            foreach (var (name, values) in BalanceFields.Zip(Columns(balance))) writer.WriteNumbers(name, values.AsSpan());
            writer.WriteNumbers("residual", balance.Residual.AsSpan());
        }
        else if (run.Entropy is { } entropy)
        {
            writer.WriteNumbers("entropy", entropy.AsSpan());
        }
        if (run.Uncertainty is { } uncertainty) writer.WriteNumber("uncertainty", uncertainty);
        if (run.Solver is { } solver) writer.WriteString("solver", solver);
        if (run.Statistics is { } statistics) RunFormat.WriteStatistics(writer, statistics);
        if (run.Ended is { } ended) writer.WriteString("ended", ended);
        writer.WriteEndObject();

        void WriteRows(string field, Func<GromaBaloghRow, double[]> values)
        {
            writer.WriteStartArray(field);
            foreach (var row in run.Rows) GromaBaloghCaseFormat.WriteField(writer, values(row), run.Dimension);
            writer.WriteEndArray();
        }
    }

    private static ImmutableArray<double>[] Columns(EntropyBalance balance) =>
        [balance.Entropy, balance.Interaction, balance.External, balance.Viscous, balance.Field];

    private static GromaBaloghRun Read(JsonCursor at, GromaBaloghCase forCase)
    {
        at.WithOnly(["times", "plus", "minus", "least", .. BalanceFields, "residual", "uncertainty", "solver", "statistics", "ended"]);
        var times = RunFormat.ReadTimes(at.Required("times"), forCase.T);
        var (plus, minus) = (ReadRows(at.Required("plus")), ReadRows(at.Required("minus")));
        RequireAlike(at.Required("plus"), plus, plus[0].Length);
        RequireAlike(at.Required("minus"), minus, plus[0].Length);
        return new(forCase.Dimension, [.. times.Select((time, k) => new GromaBaloghRow(time, plus[k], minus[k]))])
        {
            Balance = ReadBalance(at, times.Length),
            Entropy = at.Optional("entropy") is { } entropy ? RunFormat.ReadColumn(entropy, times.Length) : null,
            Uncertainty = at.Optional("uncertainty") is { } uncertainty ? RunFormat.ReadUncertainty(uncertainty) : null,
            Solver = at.Optional("solver")?.Text(),
            Statistics = at.Optional("statistics") is { } statistics ? RunFormat.ReadStatistics(statistics) : null,
            Ended = at.Optional("ended")?.Text(),
        };

        ImmutableArray<double[]> ReadRows(JsonCursor field) =>
            [.. RunFormat.RowsOf(field, "an array of rows of densities", times.Length).Select(row => GromaBaloghCaseFormat.ReadField(row, forCase.Dimension).ToArray())];
    }

    /// <summary>Densities below 0 are read: whether there are any is a claim.</summary>
    private static void RequireAlike(JsonCursor at, ImmutableArray<double[]> rows, int count)
    {
        for (var k = 0; k < rows.Length; k++)
        {
            if (rows[k].Length != count) throw at.Element(k).Expected($"{count} densities, as in the first row of plus", $"{rows[k].Length}");
            if (rows[k].Length < LeastPoints) throw at.Element(k).Expected($"at least {LeastPoints} densities", $"{rows[k].Length}");
        }
    }

    /// <summary>The balance; null where none is stated, or the entropy alone.</summary>
    private static EntropyBalance? ReadBalance(JsonCursor at, int rows)
    {
        var given = BalanceFields.Where(name => at.Optional(name) is not null).ToArray();
        if (given.Length < BalanceFields.Length)
        {
            if (given.FirstOrDefault(name => name is not "entropy") is not { } part) return null;
            throw at.Required(part).Expected($"this field with {string.Join(", ", BalanceFields.Except(given, StringComparer.Ordinal))}", "it without");
        }
        var columns = BalanceFields.Select(name => RunFormat.ReadColumn(at.Required(name), rows)).ToArray();
        return new(columns[0], columns[1], columns[2], columns[3], columns[4]);
    }
}
