using System.Text;
using Orowan.Flows;
using Orowan.Formats;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Formats;

/// <summary>The JSON of cases and runs of densities, and what is said about bad ones.</summary>
public sealed class DensityFormatTests
{
    private const string Plus = """[{"kind": "semicircle", "centre": -1, "radius": 0.5, "mass": 0.5}]""";

    private const string Minus = """[{"kind": "steps", "edges": [0, 0.5, 1], "values": [0.25, 0.75]}]""";

    private static readonly DensityCase Sample = new(
        new LogPotential(),
        new ZeroPotential(),
        new([new SemicirclePart(-1, 0.5, 0.5)]),
        new([new StepPart([0, 0.5, 1], [0.25, 0.75])]),
        0.25,
        [0, 0.25],
        16,
        DensityCase.DefaultTolerance);

    [Fact]
    public void A_case_is_read_and_written()
    {
        var read = Parse(Case());
        Assert.Equal(CaseFormat.ToJson(Sample), CaseFormat.ToJson(read));
        Assert.Equal(CaseFormat.ToJson(Sample), CaseFormat.ToJson(Parse(CaseFormat.ToJson(Sample))));
        Assert.Equal(Sample.Plus, read.Plus);
        Assert.Equal(Sample.Minus, read.Minus);
    }

    [Fact]
    public void Cells_output_and_tolerance_may_be_left_out()
    {
        var read = Parse(Case(cells: "").Replace(", \"output\": [0, 0.25]", "", StringComparison.Ordinal));
        Assert.Null(read.Cells);
        Assert.Equal(DensityCase.DefaultTolerance, read.Tolerance);
        Assert.Equal(11, read.Output.Length);
        Assert.Equal(CaseFormat.ToJson(read), CaseFormat.ToJson(Parse(CaseFormat.ToJson(read))));
    }

    [Fact]
    public void A_species_may_be_absent()
    {
        var read = Parse(Case(plus: Plus.Replace("\"mass\": 0.5", "\"mass\": 1", StringComparison.Ordinal), minus: "[]"));
        Assert.Equal(0, read.Minus.Mass);
        Assert.Equal(0, new ReferenceSolver().Solve(read).Rows[^1].MassOf(-1));
    }

    [Theory]
    [InlineData("plus", "[]", "expected densities plus and minus of total mass 1, found total mass 0.5")]
    [InlineData("plus", "{}", "plus: expected an array of parts of a density, found an object")]
    [InlineData("plus", "[1]", "plus[0]: expected a part of a density, an object such as")]
    [InlineData("plus", """[{"kind": "gauss"}]""", "plus[0].kind: expected one of: steps, semicircle, found the text \"gauss\"")]
    [InlineData("plus", """[{"kind": "semicircle", "centre": 0, "radius": 0, "mass": 0.5}]""", "plus[0].radius: expected a number larger than 0, found 0")]
    [InlineData("plus", """[{"kind": "semicircle", "centre": 1e300, "radius": 1, "mass": 0.5}]""", "plus[0].centre: expected a number in [-1000000, 1000000]")]
    [InlineData("plus", """[{"kind": "semicircle", "centre": 0, "radius": 1, "mass": -1}]""", "plus[0].mass: expected a number larger than 0, found -1")]
    [InlineData("plus", """[{"kind": "semicircle", "centre": 0, "radius": 1}]""", "plus[0].mass: expected this field, found none")]
    [InlineData("minus", """[{"kind": "steps", "edges": [0, 0], "values": [1]}]""", "minus[0].edges[1]: expected a number larger than edges[0] = 0, found 0")]
    [InlineData("minus", """[{"kind": "steps", "edges": [0], "values": [1]}]""", "minus[0].edges: expected at least two edges")]
    [InlineData("minus", """[{"kind": "steps", "edges": [], "values": [1]}]""", "minus[0].edges: expected an array of edges, at least one")]
    [InlineData("minus", """[{"kind": "steps", "edges": [0, 1], "values": [-0.5]}]""", "minus[0].values[0]: expected a density of at least 0, found -0.5")]
    [InlineData("minus", """[{"kind": "steps", "edges": [0, 1], "values": [1, 1]}]""", "minus[0].values: expected 1 values, one fewer than the edges, found 2")]
    [InlineData("minus", """[{"kind": "steps", "edges": [0, 1], "values": [1e400]}]""", "minus[0].values[0]: expected a finite number")]
    [InlineData("cells", "8", "cells: expected a number of cells, 16 to 16384, found 8")]
    [InlineData("cells", "20.5", "cells: expected a number of cells, 16 to 16384, found 20.5")]
    [InlineData("tolerance", "0.1", "tolerance: expected either cells or tolerance, found both")]
    [InlineData("T", "0", "T: expected a number larger than 0, found 0")]
    [InlineData("x", "[1]", "x: unknown field; expected one of: system, V, W, plus, minus, T, output, cells, tolerance")]
    public void Bad_cases_are_named(string field, string value, string message)
    {
        var json = field switch
        {
            "plus" => Case(plus: value),
            "minus" => Case(minus: value),
            "cells" => Case(cells: $", \"cells\": {value}"),
            "T" => Case().Replace("\"T\": 0.25", $"\"T\": {value}", StringComparison.Ordinal),
            _ => Case().Replace("\"T\": 0.25", $"\"T\": 0.25, \"{field}\": {value}", StringComparison.Ordinal),
        };
        Assert.StartsWith($"case.json: {message}", Assert.Throws<InputException>(() => Parse(json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_is_written_and_read_again()
    {
        var run = new ReferenceSolver().Solve(Sample);
        var json = DensityRunFormat.ToJson(run);
        var read = ParseRun(json);
        Assert.Equal(json, DensityRunFormat.ToJson(read));
        Assert.Equal(run.Rows[^1].Plus, read.Rows[^1].Plus);
        Assert.Equal(run.Uncertainty, read.Uncertainty);
    }

    [Theory]
    [InlineData("""{"times": [0], "low": [0], "width": [0], "plus": [[1]], "minus": [[1]]}""", "width[0]: expected a width larger than 0, found 0")]
    [InlineData("""{"times": [0], "low": [0], "width": [1], "plus": [[1]], "minus": [[1, 2]]}""", "minus: expected in row 0 as many cells as in plus, 1, found 2")]
    [InlineData("""{"times": [0, 9], "low": [0, 0], "width": [1, 1], "plus": [[1]], "minus": [[1]]}""", "times[1]: expected a time in [0, T] = [0, 0.25], found 9")]
    [InlineData("""{"times": [0, 0.1], "low": [0], "width": [1, 1], "plus": [[1]], "minus": [[1]]}""", "low: expected 2 numbers, one for each of times, found 1")]
    [InlineData("""{"times": [0, 0.1], "low": [0, 0], "width": [1, 1], "plus": [[1]], "minus": [[1]]}""", "plus: expected 2 rows, one for each of times, found 1")]
    [InlineData("""{"times": [0], "low": [0], "width": [1], "plus": [[1]]}""", "minus: expected this field, found none")]
    [InlineData("""{"times": [0], "low": [0], "width": [1], "plus": [[1]], "minus": [[1]], "uncertainty": -1}""", "uncertainty: expected a number of at least 0, found -1")]
    public void Bad_runs_are_named(string json, string message) =>
        Assert.Equal($"run.json: {message}", Assert.Throws<InputException>(() => ParseRun(json)).Message);

    private static string Case(string plus = Plus, string minus = Minus, string cells = ", \"cells\": 16") =>
        $$$"""
        {"system": "annihilation-density", "V": {"kind": "log"}, "W": {"kind": "zero"}, "plus": {{{plus}}}, "minus": {{{minus}}},
        "T": 0.25, "output": [0, 0.25]{{{cells}}}}
        """;

    private static DensityCase Parse(string json) => (DensityCase)CaseFormat.ParseSubject(Encoding.UTF8.GetBytes(json), "case.json");

    private static DensityRun ParseRun(string json) => DensityRunFormat.Parse(Encoding.UTF8.GetBytes(json), "run.json", Sample);
}
