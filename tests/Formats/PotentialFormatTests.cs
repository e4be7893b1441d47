using Orowan.Formats;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Formats;

public class PotentialFormatTests
{
    public static TheoryData<string, Potential> EveryKind => new()
    {
        { "{\"kind\": \"zero\"}", new ZeroPotential() },
        { "{\"kind\": \"log\"}", new LogPotential() },
        { "{\"kind\": \"wall\"}", new WallPotential() },
        { "{\"kind\": \"log-regularised\", \"delta\": 0.05}", new RegularisedLogPotential(0.05) },
        { "{\"kind\": \"wall-regularised\", \"delta\": 0.05}", new RegularisedWallPotential(0.05) },
        { "{\"kind\": \"gaussian\", \"height\": -2, \"width\": 0.5}", new GaussianPotential(-2, 0.5) },
        { "{\"kind\": \"lorentzian\", \"height\": 2, \"width\": 0.5}", new LorentzianPotential(2, 0.5) },
        { "{\"kind\": \"sublog\", \"power\": 0.5}", new SubLogPotential(0.5) },
        {
            "{\"kind\": \"scaled\", \"factor\": -2, \"stretch\": 3, \"of\": {\"kind\": \"log\"}}",
            new ScaledPotential(-2, 3, new LogPotential())
        },
        { "{\"kind\": \"negated\", \"of\": {\"kind\": \"wall\"}}", new NegatedPotential(new WallPotential()) },
        {
            "{\"kind\": \"sum\", \"terms\": [{\"kind\": \"zero\"}, {\"kind\": \"wall\"}]}",
            new SumPotential([new ZeroPotential(), new WallPotential()])
        },
    };

    [Theory]
    [MemberData(nameof(EveryKind))]
    public void Every_kind_is_read_and_written_as_documented(string json, Potential potential)
    {
        Assert.Equal(potential, Read(json).V);
        Assert.Contains($"\"V\": {json},", CaseFormat.ToJson(new PotentialPair(potential, new ZeroPotential())), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "V.kind: expected this field, found none")]
    [InlineData("{\"kind\": 1}", "V.kind: expected the kind of a potential, a text, found 1")]
    [InlineData("{\"kind\": \"Log\"}", "V.kind: potential 'Log' is not known; expected one of: zero, log, wall, log-regularised, "
        + "wall-regularised, gaussian, lorentzian, sublog, scaled, negated, sum")]
    [InlineData("{\"kind\": \"torus-green\", \"delta\": 1}",
        "V.kind: potential 'torus-green' is not known; expected one of: zero, log, wall, log-regularised, "
        + "wall-regularised, gaussian, lorentzian, sublog, scaled, negated, sum")]
    [InlineData("{\"kind\": \"log\", \"delta\": 1}", "V.delta: unknown field; expected one of: kind")]
    [InlineData("{\"kind\": \"gaussian\", \"height\": 1}", "V.width: expected this field, found none")]
    [InlineData("{\"kind\": \"gaussian\", \"height\": 1, \"width\": \"1\"}", "V.width: expected a finite number, found the text \"1\"")]
    [InlineData("{\"kind\": \"gaussian\", \"height\": 1e400, \"width\": 1}", "V.height: expected a finite number, found 1e400")]
    [InlineData("{\"kind\": \"negated\", \"of\": {\"kind\": \"log-regularised\", \"detla\": 1}}",
        "V.of.detla: unknown field; expected one of: kind, delta")]
    [InlineData("{\"kind\": \"sum\", \"terms\": []}", "V.terms: expected an array of potentials, at least one, found an empty array")]
    [InlineData("{\"kind\": \"sum\", \"terms\": [{\"kind\": \"log\"}, null]}",
        "V.terms[1]: expected a potential, an object such as {\"kind\": \"log\"}, found null")]
    public void A_bad_potential_is_named(string json, string expected) =>
        Assert.Equal("case.json: " + expected, Sample.Message(() => Read(json)));

    [Theory]
    [InlineData("{\"kind\": \"log-regularised\", \"delta\": 0}", "V.delta: expected what 'log-regularised' allows (", "), found 0")]
    [InlineData("{\"kind\": \"wall-regularised\", \"delta\": -1}", "V.delta: expected what 'wall-regularised' allows (", "), found -1")]
    [InlineData("{\"kind\": \"gaussian\", \"height\": 1, \"width\": 0}", "V.width: expected what 'gaussian' allows (", "), found 0")]
    [InlineData("{\"kind\": \"lorentzian\", \"height\": 1, \"width\": -2}", "V.width: expected what 'lorentzian' allows (", "), found -2")]
    [InlineData("{\"kind\": \"sublog\", \"power\": 1.5}", "V.power: expected what 'sublog' allows (", "), found 1.5")]
    [InlineData("{\"kind\": \"scaled\", \"factor\": 1, \"stretch\": 0, \"of\": {\"kind\": \"log\"}}",
        "V.stretch: expected what 'scaled' allows (", "), found 0")]
    [InlineData("{\"kind\": \"negated\", \"of\": {\"kind\": \"sublog\", \"power\": 0}}",
        "V.of.power: expected what 'sublog' allows (", "), found 0")]
    public void What_a_constructor_refuses_is_an_error_at_its_field(string json, string start, string end)
    {
        var message = Sample.Message(() => Read(json));
        Assert.StartsWith("case.json: " + start, message, StringComparison.Ordinal);
        Assert.EndsWith(end, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_32_deep_is_read_and_33_is_an_error_at_the_potential_too_deep()
    {
        Assert.Equal(Nested(32), Read(NestedJson(32)).V);
        Assert.Equal(
            "case.json: V" + string.Concat(Enumerable.Repeat(".of", 32)) + ": expected potentials nested at most 32 deep, found more",
            Sample.Message(() => Read(NestedJson(33))));
    }

    [Fact]
    public void Sums_nested_32_deep_are_read_too()
    {
        var json = string.Concat(Enumerable.Repeat("{\"kind\": \"sum\", \"terms\": [", 31)) + "{\"kind\": \"log\"}"
            + string.Concat(Enumerable.Repeat("]}", 31));
        Assert.IsType<SumPotential>(Read(json).V);
    }

    [Fact]
    public void What_is_nested_too_deep_to_be_read_again_is_not_written()
    {
        Assert.Equal(Nested(32), Assert.IsType<PotentialPair>(Sample.ParseCase(CaseFormat.ToJson(Pair(32)))).V);
        Assert.Throws<ArgumentException>(() => CaseFormat.ToJson(Pair(33)));
    }

    private static PotentialPair Pair(int depth) => new(Nested(depth), new ZeroPotential());

    private static Potential Nested(int depth) => depth == 1 ? new LogPotential() : new NegatedPotential(Nested(depth - 1));

    private static string NestedJson(int depth) =>
        depth == 1 ? "{\"kind\": \"log\"}" : $"{{\"kind\": \"negated\", \"of\": {NestedJson(depth - 1)}}}";

    private static PotentialPair Read(string json) => Assert.IsType<PotentialPair>(
        Sample.ParseCase($"{{\"system\": \"potentials\", \"V\": {json}, \"W\": {{\"kind\": \"zero\"}}}}"));
}
