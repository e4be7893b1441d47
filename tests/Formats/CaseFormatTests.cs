using System.Text;
using Orowan.Formats;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Formats;

public class CaseFormatTests
{
    [Fact]
    public void The_sample_is_read() => Same.Cases(Sample.Case, Read(Sample.CaseWith("T", "2")));

    [Fact]
    public void Output_and_tolerance_may_be_left_out()
    {
        var withoutOutput = Read(Sample.CaseWith("output", null));
        Assert.Equal(101, withoutOutput.Output.Length);
        Assert.Equal(LineCase.DefaultOutput(2).AsEnumerable(), withoutOutput.Output);
        Assert.Equal(1e-9, Read(Sample.CaseWith("tolerance", null)).Tolerance);
    }

    [Fact]
    public void One_particle_is_a_case() =>
        Assert.Equal(1, Read(Sample.CaseWith("x", "[3]").Replace("\"b\": [1, 1, -1]", "\"b\": [0]", StringComparison.Ordinal)).Count);

    [Theory]
    [InlineData("vortices")]
    [InlineData("Torus")]
    public void An_unknown_system_is_named_with_those_that_are_known(string system)
    {
        var error = Assert.Throws<InputException>(() => Sample.ParseCase($$"""{"system": "{{system}}"}"""));
        Assert.Contains($"system: system '{system}' is not known to this version; known: annihilation, torus, ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[0.5]")]
    [InlineData("[0.25, 1.75]")]
    [InlineData("[2]")]
    public void Output_needs_neither_0_nor_the_horizon(string output) =>
        Assert.NotEmpty(Read(Sample.CaseWith("output", output)).Output);

    [Fact]
    public void Whole_charges_may_be_written_as_decimals() =>
        Assert.Equal([1, 0, -1], Read(Sample.CaseWith("b", "[1.0, 0e0, -10e-1]")).B.AsEnumerable());

    [Fact]
    public void A_byte_order_mark_is_accepted()
    {
        byte[] json = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Sample.CaseWith("T", "2"))];
        Same.Cases(Sample.Case, Assert.IsType<LineCase>(CaseFormat.ParseSubject(json, "case.json")));
    }

    [Fact]
    public void The_error_carries_file_field_and_what_was_expected()
    {
        var error = Assert.Throws<InputException>(() => Sample.ParseCase(Sample.CaseWith("x", "[-0.5, 0.5, 0.25]")));
        Assert.Equal("case.json: x[2]: expected a number larger than x[1] = 0.5, found 0.25", error.Message);
        Assert.Equal("case.json", error.Source);
        Assert.Equal("x[2]", error.Field);
        Assert.Equal("a number larger than x[1] = 0.5", error.Expected);
    }

    [Theory]
    [InlineData("x", "[-0.5, 0.5, 0.5]", "x[2]: expected a number larger than x[1] = 0.5, found 0.5")]
    [InlineData("x", "[]", "x: expected an array of positions, at least one, found an empty array")]
    [InlineData("x", "[1, \"2\", 3]", "x[1]: expected a finite number, found the text \"2\"")]
    [InlineData("x", "[0, 1, 1e400]", "x[2]: expected a finite number, found 1e400")]
    [InlineData("x", "[0, -1e400, 1]", "x[1]: expected a finite number, found -1e400")]
    [InlineData("x", "[0, null, 1]", "x[1]: expected a finite number, found null")]
    [InlineData("x", "[0, [1], 1]", "x[1]: expected a finite number, found an array of 1")]
    [InlineData("x", "[-1e308, 0, 1]", "x[0]: expected a position in [-1E+100, 1E+100], found -1e308")]
    [InlineData("x", "[0, 5e-324, 1]", "x[1]: expected a position at least 1E-150 above x[0] = 0, found 5e-324")]
    [InlineData("x", "3", "x: expected an array of positions, found 3")]
    [InlineData("x", "null", "x: expected an array of positions, found null")]
    [InlineData("x", null, "x: expected this field, found none")]
    [InlineData("b", "[1, 1]", "b: expected 3 charges, one for each position, found 2")]
    [InlineData("b", "[1, 1, -1, 0]", "b: expected 3 charges, one for each position, found 4")]
    [InlineData("b", "[1, 2, -1]", "b[1]: expected a charge, -1, 0 or 1, found 2")]
    [InlineData("b", "[1, 0.5, -1]", "b[1]: expected a charge, -1, 0 or 1, found 0.5")]
    [InlineData("b", "[1, true, -1]", "b[1]: expected a finite number, found true")]
    [InlineData("b", null, "b: expected this field, found none")]
    [InlineData("T", "0", "T: expected a number larger than 0, found 0")]
    [InlineData("T", "-1", "T: expected a number larger than 0, found -1")]
    [InlineData("T", "1e999", "T: expected a finite number, found 1e999")]
    [InlineData("T", "\"1\"", "T: expected a finite number, found the text \"1\"")]
    [InlineData("T", "null", "T: expected a finite number, found null")]
    [InlineData("T", null, "T: expected this field, found none")]
    [InlineData("output", "[]", "output: expected an array of times, at least one, found an empty array")]
    [InlineData("output", "[0, 1, 1]", "output[2]: expected a number larger than output[1] = 1, found 1")]
    [InlineData("output", "[0, 1, 0.5]", "output[2]: expected a number larger than output[1] = 1, found 0.5")]
    [InlineData("output", "[0, 2.5]", "output[1]: expected a time in [0, T] = [0, 2], found 2.5")]
    [InlineData("output", "[-0.5, 1]", "output[0]: expected a time in [0, T] = [0, 2], found -0.5")]
    [InlineData("output", "null", "output: expected an array of times, found null")]
    [InlineData("tolerance", "0", "tolerance: expected a number in [1e-13, 1e-2], found 0")]
    [InlineData("tolerance", "9e-14", "tolerance: expected a number in [1e-13, 1e-2], found 9e-14")]
    [InlineData("tolerance", "0.011", "tolerance: expected a number in [1e-13, 1e-2], found 0.011")]
    [InlineData("tolerance", "null", "tolerance: expected a finite number, found null")]
    [InlineData("V", null, "V: expected this field, found none")]
    [InlineData("W", "\"log\"", "W: expected a potential, an object such as {\"kind\": \"log\"}, found the text \"log\"")]
    [InlineData("dipoles", "{}", "dipoles: short dipoles are for the system 'torus'; expected x and b for particles on the line")]
    [InlineData("Output", "[0]", "Output: unknown field; expected one of: system, V, W, x, b, T, output, tolerance")]
    [InlineData("a b", "1", "[\"a b\"]: unknown field; expected one of: system, V, W, x, b, T, output, tolerance")]
    [InlineData("a\\nb", "1", "[\"a\\u000Ab\"]: unknown field; expected one of: system, V, W, x, b, T, output, tolerance")]
    [InlineData("system", "1", "system: expected the name of a system, a text, found 1")]
    [InlineData("system", "null", "system: expected the name of a system, a text, found null")]
    public void A_bad_field_is_named_with_what_was_expected(string field, string? json, string expected) =>
        Assert.Equal("case.json: " + expected, Sample.CaseError(field, json));

    [Theory]
    [InlineData("{}", "expected an object with the field system, pair or ladder, found none of them")]
    [InlineData("[]", "expected an object, found an array of 0")]
    [InlineData("3", "expected an object, found 3")]
    [InlineData("null", "expected an object, found null")]
    [InlineData("{\"pair\": []}", "pair: expected an array of two cases, at least one, found an empty array")]
    [InlineData("{\"pair\": [1, 2, 3]}", "pair: expected an array of two cases, found an array of 3")]
    [InlineData("{\"pair\": [1, 2]}", "pair[0]: expected an object, found 1")]
    [InlineData("{\"pair\": [{}, {}]}", "pair[0].system: expected this field, found none")]
    [InlineData("{\"pair\": 1, \"system\": \"torus\"}", "system: unknown field; expected one of: pair")]
    [InlineData("{\"ladder\": []}", "ladder: expected an array of cases, at least one, found an empty array")]
    [InlineData("{\"ladder\": {}}", "ladder: expected an array of cases, found an object")]
    [InlineData("{\"ladder\": [{\"system\": \"potentials\"}]}",
        "ladder[0].system: system 'potentials' is not known to this version; known: annihilation, torus, groma-balogh")]
    [InlineData("{\"ladder\": [{\"pair\": []}]}", "ladder[0].system: expected this field, found none")]
    [InlineData("{\"system\": \"potentials\", \"V\": {\"kind\": \"log\"}}", "W: expected this field, found none")]
    [InlineData("{\"system\": \"potentials\", \"x\": [1]}", "x: unknown field; expected one of: system, V, W")]
    public void A_document_of_the_wrong_shape_is_named(string json, string expected) =>
        Assert.Equal("case.json: " + expected, Sample.Message(() => Sample.ParseCase(json)));

    [Fact]
    public void The_path_goes_through_a_ladder_into_a_potential()
    {
        var bad = Sample.CaseWith("W", "{\"kind\": \"negated\", \"of\": {\"kind\": \"log-regularised\", \"delta\": -1}}");
        var json = $"{{\"ladder\": [{Sample.CaseWith("T", "2")}, {bad}]}}";
        Assert.StartsWith(
            "case.json: ladder[1].W.of.delta: expected ", Sample.Message(() => Sample.ParseCase(json)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_subject_without_a_format_is_an_error_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => CaseFormat.ToJson(new Pair<PotentialPair>(
            new(new LogPotential(), new ZeroPotential()), new(new LogPotential(), new ZeroPotential()))));

    private static LineCase Read(string json) => Assert.IsType<LineCase>(Sample.ParseCase(json));
}
