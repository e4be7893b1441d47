using System.Collections.Immutable;
using Orowan.Claims;
using Orowan.Claims.Annihilation;
using Orowan.Formats;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Claims;

/// <summary>What the claims say of a run that somebody hands in: nothing against a right one, something against each wrong one.</summary>
public sealed class FalsifiedRunTests
{
    private const double Vague = 1e300;

    public static TheoryData<string> Names => [.. Spoiled.ByName.Keys];

    [Fact]
    public void The_example_has_one_annihilation_between_rows()
    {
        var collision = Assert.Single(Spoiled.Good.Collisions!.Value);
        Assert.Equal<(int, int)>([(2, 3)], collision.Pairs);
        Assert.DoesNotContain(collision.Time, Spoiled.Good.Times);
    }

    [Fact]
    public void All_claims_hold_on_the_unspoiled_run() =>
        Assert.All(Shared.Check(Shared.Example, Spoiled.Good), judged => Assert.True(judged.Value.Verdict is Verdict.Holds, Say(judged)));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_spoiled_run_is_seen_by_the_claims_it_concerns(string name)
    {
        var spoil = Spoiled.ByName[name];
        var judged = Shared.Check(Shared.Example, spoil.Apply(Spoiled.Good));
        Assert.All(spoil.SeenBy, id => Assert.True(judged[id].Verdict is Verdict.Violated, $"{id}: {Shared.Describe(judged[id])}"));
        Assert.True(judged.Values.Any(finding => finding.Verdict is Verdict.Violated or Verdict.Undecided), "every claim holds");
    }

    /// <summary>Rows that are wrong are found so from the rows, whatever the program that made them leaves unsaid.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Wrong_rows_are_seen_without_what_the_run_says_of_itself(string name)
    {
        var run = Spoiled.ByName[name].Apply(Spoiled.Good);
        var changed = Enumerable.Range(0, run.Times.Length).Any(k => !run.X[k].AsSpan().SequenceEqual(Spoiled.Good.X[k]) || !run.B[k].AsSpan().SequenceEqual(Spoiled.Good.B[k]));
        var violated = Shared.Check(Shared.Example, Spoiled.Bare(run)).Values.Any(finding => finding.Verdict is Verdict.Violated);
        if (run.Times.Length == Spoiled.Good.Times.Length) Assert.Equal(changed, violated);
    }

    /// <summary>A run that says it may be wrong by anything is never found right by a claim that found it wrong before.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void A_vague_run_does_not_hold_where_an_exact_one_is_violated(string name)
    {
        var run = Spoiled.ByName[name].Apply(Spoiled.Good);
        var exact = Shared.Check(Shared.Example, run);
        var vague = Shared.Check(Shared.Example, run with { Uncertainty = Vague });
        var whitewashed = exact.Keys.Where(id => exact[id].Verdict is Verdict.Violated && vague[id].Verdict is Verdict.Holds);
        Assert.Equal("", string.Join(' ', whitewashed));
    }

    /// <summary>
    /// A right run that says it may be wrong by anything: the claims that use its error are undecided; those that count, and those that
    /// judge by the case's tolerance, hold.
    /// </summary>
    [Fact]
    public void A_right_run_that_is_vague_is_undecided_where_its_error_counts()
    {
        var judged = Shared.Check(Shared.Example, Spoiled.Good with { Uncertainty = Vague });
        Assert.DoesNotContain(judged, j => j.Value.Verdict is Verdict.Violated);
        string[] byItsError = ["A-eq-1.2", "A-sum", "A-4.2-b", "A-4.2-e", "A-4.5-i", "A-4.5-ii", "A-4.5-iv", "A-4.5-v"];
        Assert.All(byItsError, id => Assert.True(judged[id].Verdict is Verdict.Undecided, $"{id}: {Shared.Describe(judged[id])}"));
        Assert.All(["A-4.2-c", "A-4.2-d", "A-eq-4.5"], (string id) => Assert.True(judged[id].Verdict is Verdict.Holds, $"{id}: {Shared.Describe(judged[id])}"));
    }

    /// <summary>A loose run that claims to be exact is caught by the identities; with an honest error it is not.</summary>
    [Fact]
    public void A_loose_run_that_claims_to_be_exact_is_violated()
    {
        var subject = Shared.Example with { Tolerance = 1e-3 };
        var run = Shared.Solver.Solve(subject);
        var x = run.X.Select((row, k) => k == 0 ? row : Array.ConvertAll(row, y => y * (1 + 1e-5))).ToImmutableArray();
        var loose = Spoiled.Bare(run with { X = x });
        var honest = Shared.Check(subject, loose with { Uncertainty = 5e-5 });
        Assert.DoesNotContain(honest, j => j.Value.Verdict is Verdict.Violated);
        var boasting = Shared.Check(subject, loose with { Uncertainty = 0 });
        Assert.All(["A-4.5-iv", "A-sum"], (string id) => Assert.True(boasting[id].Verdict is Verdict.Violated, $"{id}: {Shared.Describe(boasting[id])}"));
    }

    public static TheoryData<string> ForeignCases => [.. Foreign.Keys];

    /// <summary>Times, positions and charges alone, from a solver that is right.</summary>
    [Theory]
    [MemberData(nameof(ForeignCases))]
    public void A_foreign_run_that_is_right_is_not_violated(string name)
    {
        var subject = Foreign[name];
        var run = Shared.Solver.Solve(subject);
        foreach (var judged in Shared.Check(subject, run)) Assert.True(judged.Value.Verdict is Verdict.Holds, $"as it is, {Say(judged)}");
        foreach (var judged in Shared.Check(subject, Spoiled.Bare(run)))
        {
            Assert.False(judged.Value.Verdict is Verdict.Violated, $"bare, {Say(judged)}");
            Assert.Null(judged.Value.Error);
        }
    }

    [Fact]
    public void A_foreign_run_may_have_fewer_rows_than_were_asked_for()
    {
        var run = Spoiled.Good;
        var every = Enumerable.Range(0, run.Times.Length).Where(k => k % 2 == 0).ToArray();
        var thinned = new LineRun([.. every.Select(k => run.Times[k])], [.. every.Select(k => run.X[k])], [.. every.Select(k => run.B[k])]);
        Assert.All(Shared.Check(Shared.Example, thinned), judged => Assert.True(judged.Value.Verdict is Verdict.Holds, Say(judged)));
    }

    /// <summary>A gap below the resolution of positions is written by its logarithm, which can be wrong as well.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_wrong_logarithm_of_a_gap_is_seen(double off)
    {
        var subject = Foreign["dipoles"];
        var run = Shared.Solver.Solve(subject);
        Assert.NotEmpty(run.Close);
        var spoiled = run with { Close = [.. run.Close.Select(gap => gap with { LogGap = gap.LogGap.SetItem(gap.LogGap.Length - 1, gap.LogGap[^1] + off) })] };
        Assert.True(Shared.Check(subject, spoiled).Values.Any(finding => finding.Verdict is Verdict.Violated), "no claim is violated");
    }

    private static ImmutableSortedDictionary<string, LineCase> Foreign { get; } = new Dictionary<string, LineCase>(StringComparer.Ordinal)
    {
        ["example"] = Shared.Example,
        ["(+, +, -)"] = LineExamples.PlusPlusMinus,
        ["two blocks"] = LineExamples.TwoBlocks,
        ["mirror"] = LineExamples.Mirror,
        ["dipoles"] = new LineCase(
            new LogPotential(),
            LineExamples.Attraction(0.3),
            [-1.05, -0.95, 0.95, 1.05],
            [1, -1, 1, -1],
            20,
            [.. Enumerable.Range(0, 11).Select(k => 2.0 * k)],
            LineCase.DefaultTolerance),
        ["one particle"] = LineExamples.PlusPlusMinus with { X = [0.3], B = [1] },
        ["ghosts"] = LineExamples.PlusPlusMinus with { B = [0, 0, 0] },
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static string Say(KeyValuePair<string, Finding> judged) => $"{judged.Key}: {Shared.Describe(judged.Value)}";
}
