using System.Text;
using Orowan.Flows;
using Orowan.Formats;
using Xunit;

namespace Orowan.Tests.Torus;

public class FormatTests
{
    private const string Plane = """
        {"system": "torus", "dimension": 2, "motion": "isotropic", "V": {"kind": "torus-green", "delta": 0.05},
         "U": {"kind": "fourier", "terms": [{"k": [1, 0], "cos": 0.1, "sin": 0}]},
         "x": [[0.1, 0.2], [0.6, 0.7]], "b": [1, -1], "T": 0.01, "output": [0, 0.01], "tolerance": 1e-9}
        """;

    private const string Dipoles = """
        {"system": "torus", "dimension": 1, "motion": "isotropic", "V": {"kind": "torus-log-regularised", "delta": 1e-4},
         "dipoles": {"z": [0.25, 0.75], "d": [1e-20, -3e-5]}, "T": 0.01}
        """;

    [Theory]
    [InlineData(Plane)]
    [InlineData(Dipoles)]
    public void A_case_and_its_run_come_back(string json)
    {
        var subject = Parse(json);
        var text = CaseFormat.ToJson(subject);
        Assert.Equal(text, CaseFormat.ToJson(Parse(text)));
        var run = new ReferenceSolver().Solve(subject);
        var written = RunFormat.ToJson(run);
        var again = RunFormat.Parse(Encoding.UTF8.GetBytes(written), "run.json", subject);
        Assert.Equal(written, RunFormat.ToJson(again));
    }

    [Fact]
    public void Pairs_and_ladders_come_back()
    {
        var (plane, dipoles) = (Parse(Plane), Parse(Dipoles));
        ISubject[] subjects = [new Pair<TorusCase>(plane, plane), new Ladder<TorusCase>([dipoles, plane])];
        foreach (var subject in subjects)
        {
            var text = CaseFormat.ToJson(subject);
            var again = CaseFormat.ParseSubject(Encoding.UTF8.GetBytes(text), "subject.json");
            Assert.Equal(subject.GetType(), again.GetType());
            Assert.Equal(text, CaseFormat.ToJson(again));
        }
    }

    [Theory]
    [InlineData("\"dimension\": 2", "\"dimension\": 3", "dimension: expected 1 or 2, found 3")]
    [InlineData("\"dimension\": 2", "\"dimension\": 1", "V.kind: expected a potential in dimension 1, one of: torus-log, torus-log-regularised, fourier, found 'torus-green' in dimension 2")]
    [InlineData("\"dimension\": 2, \"motion\": \"isotropic\"", "\"dimension\": 1, \"motion\": \"slip\"", "motion: expected isotropic, as slip planes need dimension 2, found slip in dimension 1")]
    [InlineData("isotropic", "climb", "motion: expected isotropic or slip, found the text \"climb\"")]
    [InlineData("0.05", "0", "V.delta: expected a number larger than 0: particles under 'torus-green' need its regularisation, found 0")]
    [InlineData("0.05", "-1", "V.delta: expected what 'torus-green' allows (Delta must be finite and at least 0), found -1")]
    [InlineData("torus-green", "coulomb", "V.kind: potential 'coulomb' is not known on the torus; expected one of: torus-green, torus-edge, fourier")]
    [InlineData("[1, 0]", "[1]", "U.terms[0].k: expected a wave vector, an array of 2 whole numbers, found an array of 1")]
    [InlineData("\"cos\": 0.1", "\"cos\": 1e308", "U.terms: expected terms with second derivatives of at most 1E+100, found a bound of Infinity")]
    [InlineData("[1, 0]", "[1, 0.5]", "U.terms[0].k[1]: expected an integer, found 0.5")]
    [InlineData("\"fourier\"", "\"torus-green\"", "U.kind: potential 'torus-green' is not smooth or not known; expected fourier")]
    [InlineData("[0.6, 0.7]", "[0.6]", "x[1]: expected 2 numbers, one for each dimension, found 1")]
    [InlineData("[0.6, 0.7]", "[0.6, 1]", "x[1][1]: expected a position in [0, 1), found 1")]
    [InlineData("[0.6, 0.7]", "[-0.1, 0.7]", "x[1][0]: expected a position in [0, 1), found -0.1")]
    [InlineData("[1, -1]", "[1, 0]", "b[1]: expected a charge, -1 or 1, found 0")]
    [InlineData("[1, -1]", "[1]", "b: expected 2 charges, one for each position, found 1")]
    [InlineData("\"T\": 0.01", "\"T\": 0", "T: expected a number larger than 0, found 0")]
    [InlineData("1e-9", "1", "tolerance: expected a number in [1e-13, 1e-2], found 1")]
    [InlineData("\"b\": [1, -1],", "\"b\": [1, -1], \"dipoles\": {\"z\": [[0.1, 0.1]], \"d\": [[0, 0]]},", "x: expected either dipoles or x and b, found both")]
    [InlineData("\"torus-green\", \"delta\": 0.05", "\"torus-edge\", \"delta\": 0", null)]
    public void A_wrong_case_is_refused_in_one_line(string part, string replacement, string? message) =>
        Require(Plane.Replace(part, replacement, StringComparison.Ordinal), message);

    [Theory]
    [InlineData("[1e-20, -3e-5]", "[1e-20]", "dipoles.d: expected 2 half widths, one for each z, found 1")]
    [InlineData("[1e-20, -3e-5]", "[1e-20, 0.3]", "dipoles.d[1]: expected a half width of at most 1/4 in size, found 0.3")]
    [InlineData("[0.25, 0.75]", "[0.25, 1.75]", "dipoles.z[1]: expected a position in [0, 1), found 1.75")]
    [InlineData("torus-log-regularised\", \"delta\": 1e-4", "torus-log-regularised\", \"delta\": 0", "V.delta: expected what 'torus-log-regularised' allows (Delta must be finite and greater than 0), found 0")]
    public void Wrong_dipoles_are_refused_in_one_line(string part, string replacement, string message) =>
        Require(Dipoles.Replace(part, replacement, StringComparison.Ordinal), message);

    [Fact]
    public void Coincident_particles_under_a_singular_potential_are_refused()
    {
        const string json = """
            {"system": "torus", "dimension": 1, "motion": "isotropic", "V": {"kind": "torus-log"}, "x": [0.1, 0.5, 0.1], "b": [1, 1, -1], "T": 1}
            """;
        Require(json, "x[2]: expected a place of its own, as V is singular, found that of particle 0");
        Require(Dipoles.Replace("\"torus-log-regularised\", \"delta\": 1e-4", "\"torus-log\"", StringComparison.Ordinal).Replace("1e-20", "0", StringComparison.Ordinal),
            "dipoles.d: expected half widths other than 0, as V is singular, found 0 for dipole 0");
    }

    [Theory]
    [InlineData("[0.25, 0.75]", "[0.25, 0.25]", "[1e-20, -3e-5]", "[1e-4, 1e-4]", "dipoles.z[1]: expected dipoles that do not touch, as V is singular, found a particle at a place of dipole 0")]
    [InlineData("[0.25, 0.75]", "[0.25, 0.5]", "[1e-20, -3e-5]", "[0.125, 0.125]", "dipoles.z[1]: expected dipoles that do not touch, as V is singular, found a particle at a place of dipole 0")]
    [InlineData("[0.25, 0.75]", "[0.25, 0.5]", "[1e-20, -3e-5]", "[0.125, 0.0625]", null)]
    public void Dipoles_that_touch_under_a_singular_potential_are_refused(string z, string otherZ, string d, string otherD, string? message) =>
        Require(
            Dipoles.Replace("\"torus-log-regularised\", \"delta\": 1e-4", "\"torus-log\"", StringComparison.Ordinal)
                .Replace(z, otherZ, StringComparison.Ordinal).Replace(d, otherD, StringComparison.Ordinal),
            message);

    [Theory]
    [InlineData("0.05", "NaN", "line 1, position 98: expected well-formed JSON: 'N' is an invalid start of a value")]
    [InlineData("0.05", "1e999", "V.delta: expected a finite number, found 1e999")]
    [InlineData("[0.6, 0.7]", "[0.6, null]", "x[1][1]: expected a finite number, found null")]
    [InlineData("[[0.1, 0.2], [0.6, 0.7]]", "[]", "x: expected an array of positions, at least one, found an empty array")]
    [InlineData("\"motion\": \"isotropic\", ", "", "motion: expected this field, found none")]
    [InlineData("\"T\": 0.01", "\"T\": 0.01, \"W\": {\"kind\": \"zero\"}", "W: unknown field; expected one of: system, dimension, motion, V, U, x, b, dipoles, T, output, tolerance")]
    public void What_is_no_number_or_no_field_is_refused_in_one_line(string part, string replacement, string message) =>
        Require(Plane.Replace(part, replacement, StringComparison.Ordinal), message);

    [Fact]
    public void Dipoles_on_the_line_are_refused_with_what_to_give_instead()
    {
        const string json = """{"system": "annihilation", "V": {"kind": "log"}, "W": {"kind": "zero"}, "dipoles": {"z": [0.5], "d": [0.1]}, "T": 1}""";
        var error = Assert.Throws<InputException>(() => CaseFormat.ParseSubject(Encoding.UTF8.GetBytes(json), "case.json"));
        Assert.Equal("case.json: dipoles: short dipoles are for the system 'torus'; expected x and b for particles on the line", error.Message);
    }

    private static void Require(string json, string? message)
    {
        if (message is null)
        {
            Parse(json);
            return;
        }
        var error = Assert.Throws<InputException>(() => Parse(json));
        Assert.Equal($"case.json: {message}", error.Message);
    }

    private static TorusCase Parse(string json) => Assert.IsType<TorusCase>(CaseFormat.ParseSubject(Encoding.UTF8.GetBytes(json), "case.json"));
}
