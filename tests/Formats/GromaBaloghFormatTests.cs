using System.Text;
using Orowan.Flows;
using Orowan.Formats;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Formats;

/// <summary>The JSON of cases and runs of the Groma-Balogh equations, and what is said about bad ones.</summary>
public sealed class GromaBaloghFormatTests
{
    private const string Plus = """{"kind": "fourier", "terms": [{"k": [0], "cos": 0.5}, {"k": [1], "cos": 0.2, "sin": 0.1}]}""";

    private const string Minus = """{"kind": "samples", "values": [0.5, 0.6, 0.5, 0.4]}""";

    private static readonly GromaBaloghCase Sample = (GromaBaloghCase)Parse(Case());

    [Fact]
    public void A_case_is_read_and_written()
    {
        Assert.Equal(CaseFormat.ToJson(Sample), CaseFormat.ToJson(Parse(CaseFormat.ToJson(Sample))));
        Assert.Equal(new TorusLogRegularisedPotential(0.1), Sample.V);
        Assert.Equal(0.01, Sample.Viscosity);
        Assert.Equal(0.5, Sample.Plus.Mass, 1e-15);
        Assert.Equal(new SampledDensity(1, [0.5, 0.6, 0.5, 0.4]), Sample.Minus);
        Assert.Null(Sample.Grid);
        Assert.Equal(GromaBaloghCase.DefaultTolerance, Sample.Tolerance);
    }

    [Fact]
    public void A_case_in_the_plane_is_read_and_written()
    {
        const string Json = """
            {"system": "groma-balogh", "dimension": 2, "motion": "slip", "V": {"kind": "torus-edge", "delta": 0.1},
            "plus": {"kind": "samples", "values": [[0.5, 0.6], [0.4, 0.5]]}, "minus": {"kind": "fourier", "terms": [{"k": [0, 0], "cos": 0.5}]},
            "T": 0.01, "output": [0.01], "grid": 32, "tolerance": 1e-6}
            """;
        var read = (GromaBaloghCase)Parse(Json);
        Assert.Equal(CaseFormat.ToJson(read), CaseFormat.ToJson(Parse(CaseFormat.ToJson(read))));
        Assert.Equal((32, TorusMotion.Slip), (read.Grid, read.Motion));
        Assert.Equal(0.4, read.Plus.Values(4)[8], 1e-14);
        Assert.Single(new ReferenceSolver().Solve(read).Rows);
    }

    [Fact]
    public void A_ladder_is_read_and_written()
    {
        var ladder = new Ladder<GromaBaloghCase>([Sample, Sample with { V = new TorusLogRegularisedPotential(0.05) }]);
        var read = (Ladder<GromaBaloghCase>)Parse(CaseFormat.ToJson(ladder));
        Assert.Equal(CaseFormat.ToJson(ladder), CaseFormat.ToJson(read));
    }

    [Fact]
    public void A_species_may_be_absent()
    {
        var read = (GromaBaloghCase)Parse(Case(plus: """{"kind": "fourier", "terms": [{"k": 0, "cos": 1}]}""", minus: """{"kind": "fourier", "terms": []}"""));
        Assert.All(new ReferenceSolver().Solve(read).Rows, row => Assert.Equal(0, row.MassOf(-1)));
    }

    [Theory]
    [InlineData("dimension", "3", "dimension: expected 1 or 2, found 3")]
    [InlineData("motion", "\"slip\"", "motion: expected isotropic, as slip planes need dimension 2, found slip in dimension 1")]
    [InlineData("V", """{"kind": "torus-log"}""", "V.kind: expected a regularised potential, such as 'torus-log-regularised', found the text \"torus-log\"")]
    [InlineData("V", """{"kind": "torus-green", "delta": 0.1}""", "V.kind: expected a potential in dimension 1")]
    [InlineData("V", """{"kind": "torus-log-regularised", "delta": 0}""", "V.delta: expected what 'torus-log-regularised' allows")]
    [InlineData("viscosity", "-0.1", "viscosity: expected a viscosity in [0, 1], found -0.1")]
    [InlineData("viscosity", "NaN", null)]
    [InlineData("plus", "[0.5]", "plus: expected a density, an object such as")]
    [InlineData("plus", """{"kind": "gauss"}""", "plus.kind: expected one of: fourier, samples, found the text \"gauss\"")]
    [InlineData("plus", """{"kind": "fourier", "terms": [{"k": [0], "cos": 0.4}]}""", "expected densities plus and minus of total mass 1, found total mass 0.9")]
    [InlineData("plus", """{"kind": "fourier", "terms": [{"k": [0], "cos": -0.5}]}""", "plus: expected a density of at least 0 everywhere, found -0.5 at x = 0")]
    [InlineData("plus", """{"kind": "fourier", "terms": [{"k": [0], "cos": 0.5}, {"k": [1], "cos": 0.6}]}""", "plus: expected a density of at least 0 everywhere, found -0.0")]
    [InlineData("plus", """{"kind": "fourier", "terms": [{"k": [0], "cos": 0.5}, {"k": [100000], "cos": 0.1}]}""", "plus: expected waves of at most 21845 in dimension 1, found a wave of 100000")]
    [InlineData("minus", """{"kind": "samples", "values": [0.5, -0.1, 0.6]}""", "minus.values[1]: expected a density of at least 0, found -0.1")]
    [InlineData("minus", """{"kind": "samples", "values": []}""", "minus.values: expected an array of densities, at least one, found an empty array")]
    [InlineData("minus", """{"kind": "samples", "values": [2, 0, 0, 0]}""", "minus: expected a density of at least 0 everywhere, found -0.2")]
    [InlineData("minus", """{"kind": "samples", "values": [[0.5, 0.5], [0.5, 0.5]]}""", "minus.values[0]: expected a finite number, found an array of 2")]
    [InlineData("minus", """{"kind": "samples", "values": [1e400]}""", "minus.values[0]: expected a finite number")]
    [InlineData("grid", "100", "grid: expected a power of 2, 16 to 65536, found 100")]
    [InlineData("grid", "1048576", "grid: expected a power of 2, 16 to 65536, found 1048576")]
    [InlineData("tolerance", "0", "tolerance: expected a number in [1e-12, 1e-2], found 0")]
    [InlineData("T", "-1", "T: expected a number larger than 0, found -1")]
    [InlineData("x", "[1]", "x: unknown field; expected one of: system, dimension, motion, V, U, viscosity, plus, minus, T, output, grid, tolerance")]
    public void Bad_cases_are_named(string field, string value, string? message)
    {
        var found = Assert.Throws<InputException>(() => Parse(With(field, value))).Message;
        Assert.DoesNotContain(found, char.IsControl);
        Assert.StartsWith($"case.json: {message}", found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_grid_that_carries_less_than_the_densities_is_refused()
    {
        var json = Case(plus: """{"kind": "fourier", "terms": [{"k": [0], "cos": 0.5}, {"k": [8], "cos": 0.2}]}""", more: ", \"grid\": 16");
        Assert.Equal("case.json: grid: expected a grid that carries waves of 8, at least 25 points, found 16", Assert.Throws<InputException>(() => Parse(json)).Message);
    }

    [Fact]
    public void Huge_waves_in_the_plane_are_refused()
    {
        const string Json = """
            {"system": "groma-balogh", "dimension": 2, "motion": "isotropic", "V": {"kind": "torus-green", "delta": 0.1}, "U": {"kind": "fourier", "terms": [{"k": [9000, 0], "cos": 1}]},
            "plus": {"kind": "fourier", "terms": [{"k": [0, 0], "cos": 0.5}]}, "minus": {"kind": "fourier", "terms": [{"k": [0, 0], "cos": 0.5}]}, "T": 0.01}
            """;
        Assert.Equal("case.json: expected densities and U of waves of at most 341 in dimension 2, found a wave of 9000", Assert.Throws<InputException>(() => Parse(Json)).Message);
    }

    [Fact]
    public void A_run_is_written_and_read_again()
    {
        var run = new ReferenceSolver().Solve(Sample);
        var json = GromaBaloghRunFormat.ToJson(run);
        var read = ParseRun(json);
        Assert.Equal(json, GromaBaloghRunFormat.ToJson(read));
        Assert.Equal(run.Rows[^1].Plus, read.Rows[^1].Plus);
        Assert.Equal(run.Balance!.Viscous.AsEnumerable(), read.Balance!.Viscous);
        Assert.Equal(run.Uncertainty, read.Uncertainty);
    }

    [Fact]
    public void Times_and_densities_are_enough_for_a_run()
    {
        var read = ParseRun("""{"times": [0.1], "plus": [[0.5, 0.5, 0.5, 0.5, 0.5]], "minus": [[0.5, 0.5, 0.5, 0.5, 0.5]]}""");
        Assert.Null(read.Balance);
        Assert.Null(read.Uncertainty);
        Assert.Equal(5, read.Grid);
    }

    [Fact]
    public void The_entropy_may_be_stated_alone()
    {
        const string Json = """{"times": [0.1], "plus": [[0.5, 0.5, 0.5, 0.5]], "minus": [[0.5, 0.5, 0.5, 0.5]], "entropy": [-0.7]}""";
        var read = ParseRun(Json);
        Assert.Null(read.Balance);
        Assert.Equal([-0.7], read.Entropy!.Value.AsEnumerable());
        Assert.Equal([-0.7], ParseRun(GromaBaloghRunFormat.ToJson(read)).Entropy!.Value.AsEnumerable());
    }

    [Theory]
    [InlineData("""{"times": [0], "plus": [[1, 1, 1, 1]], "minus": [[1, 1, 1, 1]], "entropy": [1], "interaction": [0]}""", "interaction: expected this field with external, viscous, field, found it without")]
    [InlineData("""{"times": [0], "plus": [[1, 1, 1, 1]]}""", "minus: expected this field, found none")]
    [InlineData("""{"times": [0], "plus": [[1, 1, 1, 1]], "minus": [[1, 1, 1]]}""", "minus[0]: expected 4 densities, as in the first row of plus, found 3")]
    [InlineData("""{"times": [0], "plus": [[1, 1]], "minus": [[1, 1]]}""", "plus[0]: expected at least 4 densities, found 2")]
    [InlineData("""{"times": [0, 0.1], "plus": [[1, 1, 1, 1]], "minus": [[1, 1, 1, 1]]}""", "plus: expected 2 rows, one for each of times, found 1")]
    [InlineData("""{"times": [0, 9], "plus": [[1, 1, 1, 1]], "minus": [[1, 1, 1, 1]]}""", "times[1]: expected a time in [0, T] = [0, 0.1], found 9")]
    [InlineData("""{"times": [0], "plus": [[1, 1, null, 1]], "minus": [[1, 1, 1, 1]]}""", "plus[0][2]: expected a finite number, found null")]
    [InlineData("""{"times": [0], "plus": [[1, 1, 1, 1]], "minus": [[1, 1, 1, 1]], "uncertainty": -1}""", "uncertainty: expected a number of at least 0, found -1")]
    public void Bad_runs_are_named(string json, string message) =>
        Assert.Equal($"run.json: {message}", Assert.Throws<InputException>(() => ParseRun(json)).Message);

    private static string With(string field, string value) => field switch
    {
        "plus" => Case(plus: value),
        "minus" => Case(minus: value),
        "dimension" => Case().Replace("\"dimension\": 1", $"\"dimension\": {value}", StringComparison.Ordinal),
        "motion" => Case().Replace("\"isotropic\"", value, StringComparison.Ordinal),
        "V" => Case().Replace("""{"kind": "torus-log-regularised", "delta": 0.1}""", value, StringComparison.Ordinal),
        "viscosity" => Case().Replace("\"viscosity\": 0.01", $"\"viscosity\": {value}", StringComparison.Ordinal),
        "T" => Case().Replace("\"T\": 0.1", $"\"T\": {value}", StringComparison.Ordinal),
        _ => Case(more: $", \"{field}\": {value}"),
    };

    private static string Case(string plus = Plus, string minus = Minus, string more = "") =>
        $$$"""
        {"system": "groma-balogh", "dimension": 1, "motion": "isotropic", "V": {"kind": "torus-log-regularised", "delta": 0.1}, "viscosity": 0.01,
        "plus": {{{plus}}}, "minus": {{{minus}}}, "T": 0.1, "output": [0, 0.1]{{{more}}}}
        """;

    private static ISubject Parse(string json) => CaseFormat.ParseSubject(Encoding.UTF8.GetBytes(json), "case.json");

    private static GromaBaloghRun ParseRun(string json) => GromaBaloghRunFormat.Parse(Encoding.UTF8.GetBytes(json), "run.json", Sample);
}
