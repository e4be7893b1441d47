using Orowan.Claims;
using Orowan.Formats;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Claims;

/// <summary>Violated if v > B + u (identity: |v - B| > u); otherwise Holds if u is at most r s; otherwise Undecided.</summary>
public sealed class VerdictRuleTests
{
    private const double Inf = double.PositiveInfinity;

    [Theory]
    [InlineData(1, 2, 0, 2, 1e-3, Verdict.Holds)]
    [InlineData(2, 2, 0, 2, 1e-3, Verdict.Holds)]
    [InlineData(2.5, 2, 0.5, 2, 1e-3, Verdict.Undecided)]
    [InlineData(2.5, 2, 0.5, 2, 0.25, Verdict.Holds)]
    [InlineData(2.5, 2, 0.5, 2, 0.2499, Verdict.Undecided)]
    [InlineData(2.5, 2, 0.4999, 2, 1, Verdict.Violated)]
    [InlineData(2.5, 2, 0, 2, 1, Verdict.Violated)]
    [InlineData(-1e300, 0, 0, 1, 1e-3, Verdict.Holds)]
    [InlineData(-1e300, 0, 1e300, 1, 1e-3, Verdict.Undecided)]
    [InlineData(double.NegativeInfinity, 0, 0, 1, 1e-3, Verdict.Holds)]
    [InlineData(Inf, 0, 1, 1, 1e-3, Verdict.Violated)]
    [InlineData(0, Inf, 0, 1, 1e-3, Verdict.Holds)]
    [InlineData(Inf, Inf, 0, 1, 1e-3, Verdict.Undecided)]
    [InlineData(0, 1, Inf, 1, 1e-3, Verdict.Undecided)]
    [InlineData(Inf, 0, Inf, 1, 1e-3, Verdict.Undecided)]
    [InlineData(double.NaN, 0, 0, 1, 1e-3, Verdict.Undecided)]
    [InlineData(0, double.NaN, 0, 1, 1e-3, Verdict.Undecided)]
    [InlineData(0, 1, double.NaN, 1, 1e-3, Verdict.Undecided)]
    [InlineData(5, 1, double.NaN, 1, 1e-3, Verdict.Undecided)]
    [InlineData(0, 1, 0, double.NaN, 1e-3, Verdict.Undecided)]
    [InlineData(0, 1, 0, 0, 1e-3, Verdict.Undecided)]
    [InlineData(0, 1, 0, -1, 1e-3, Verdict.Undecided)]
    [InlineData(0, 1, -1e-9, 1, 1e-3, Verdict.Undecided)]
    [InlineData(0, 1, 0, 1, double.NaN, Verdict.Undecided)]
    public void An_inequality_is_judged(double v, double b, double u, double s, double r, Verdict expected) =>
        Assert.Equal(expected, new Comparison(v, b, u, s, r, Identity: false, "").Verdict);

    [Theory]
    [InlineData(2, 2, 0, 2, 1e-3, Verdict.Holds)]
    [InlineData(1.5, 2, 0.5, 2, 0.25, Verdict.Holds)]
    [InlineData(2.5, 2, 0.5, 2, 0.25, Verdict.Holds)]
    [InlineData(1.5, 2, 0.5, 2, 0.2, Verdict.Undecided)]
    [InlineData(1.5, 2, 0.4999, 2, 1, Verdict.Violated)]
    [InlineData(2.5, 2, 0.4999, 2, 1, Verdict.Violated)]
    [InlineData(double.NegativeInfinity, 0, 1, 1, 1, Verdict.Violated)]
    [InlineData(double.NaN, 0, 1, 1, 1, Verdict.Undecided)]
    [InlineData(Inf, Inf, 0, 1, 1, Verdict.Undecided)]
    public void An_identity_is_judged_from_both_sides(double v, double b, double u, double s, double r, Verdict expected) =>
        Assert.Equal(expected, new Comparison(v, b, u, s, r, Identity: true, "").Verdict);

    [Fact]
    public void The_scale_is_the_bound_where_it_is_positive()
    {
        Assert.Equal(3, Comparison.AtMost(1, 3, 0, "", scale: 7).Scale);
        Assert.Equal(7, Comparison.AtMost(1, 0, 0, "", scale: 7).Scale);
        Assert.Equal(7, Comparison.AtMost(1, -3, 0, "", scale: 7).Scale);
        Assert.Equal(7, Comparison.AtMostOnScale(1, 3, 0, 7, "").Scale);
        Assert.Equal(Comparison.UsualResolution, Comparison.AtMost(1, 3, 0, "").Resolution);
        Assert.False(Comparison.AtMost(1, 3, 0, "").Identity);
        Assert.True(Comparison.Equal(1, 3, 0, 1, "").Identity);
    }

    [Fact]
    public void The_ratio_says_how_close_to_failing()
    {
        Assert.Equal(0.25, Comparison.AtMost(0.5, 2, 0, "").Ratio);
        Assert.Equal(1, Comparison.AtMost(2, 2, 0, "").Ratio);
        Assert.Equal(0.75, Comparison.AtMostOnScale(1, 2, 0, 4, "").Ratio);
        Assert.Equal(0.5, Comparison.AtMost(-0.5, 0, 0, "").Ratio);
        Assert.Equal(1.5, Comparison.AtMost(0.5, 0, 0, "").Ratio);
        Assert.Equal(0.5, Comparison.Equal(1.25, 1, 0, 1, "", resolution: 0.5).Ratio);
        Assert.Equal(0.5, Comparison.Equal(0.75, 1, 0, 1, "", resolution: 0.5).Ratio);
    }

    [Fact]
    public void The_worst_verdict_wins_a_merge_and_then_the_larger_ratio()
    {
        var holds = Comparison.AtMost(0.1, 1, 0, "holds");
        var closer = Comparison.AtMost(0.9, 1, 0, "closer");
        var undecided = Comparison.AtMost(0.1, 1, 0.5, "undecided");
        var nothing = Comparison.AtMost(double.NaN, 1, 0, "not a number");
        var violated = Comparison.AtMost(2, 1, 0, "violated");
        var further = Comparison.AtMost(3, 1, 0, "further");
        Comparison[] fromBest = [holds, closer, undecided, nothing, violated, further];
        for (var i = 0; i < fromBest.Length; i++)
        {
            Assert.False(Finding.IsWorse(fromBest[i], fromBest[i]));
            for (var j = i + 1; j < fromBest.Length; j++)
            {
                Assert.True(Finding.IsWorse(fromBest[j], fromBest[i]), $"{fromBest[j].At} outweighs {fromBest[i].At}");
                Assert.False(Finding.IsWorse(fromBest[i], fromBest[j]));
                Assert.Equal(fromBest[j], Finding.Of([fromBest[i], fromBest[j]]).Worst);
                Assert.Equal(fromBest[j], Finding.Of([fromBest[j], fromBest[i]]).Worst);
            }
        }
        Assert.Equal("further", Finding.Of(fromBest).Worst!.Value.At);
        Assert.Equal(Verdict.Violated, Finding.Of(fromBest).Verdict);
    }

    [Fact]
    public void Verdicts_are_ordered() => Assert.True(Verdict.Holds < Verdict.Undecided && Verdict.Undecided < Verdict.Violated);

    [Fact]
    public void A_check_that_compares_nothing_is_undecided()
    {
        var finding = Judge([]);
        Assert.Equal(Verdict.Undecided, finding.Verdict);
        Assert.NotNull(finding.Error);
    }

    [Fact]
    public void A_check_that_crashes_is_undecided_with_its_error()
    {
        var finding = Claim(null, (_, _) => throw new InvalidOperationException("no such thing")).Judge(Subject, Shared.Solver);
        Assert.Equal(Verdict.Undecided, finding.Verdict);
        Assert.Equal("InvalidOperationException: no such thing", finding.Error);
        Assert.Null(finding.Worst);
    }

    /// <summary>A violation that was found before the crash is not reported as one: the check has not run to its end.</summary>
    [Fact]
    public void A_check_that_crashes_halfway_is_undecided()
    {
        static IEnumerable<Comparison> Halfway()
        {
            yield return Comparison.AtMost(2, 1, 0, "");
            throw new InvalidOperationException("halfway");
        }

        Assert.Equal(Verdict.Undecided, Claim(null, (_, _) => Halfway()).Judge(Subject, Shared.Solver).Verdict);
    }

    [Fact]
    public void A_hypothesis_that_crashes_is_undecided()
    {
        var claim = Claim(null, (_, _) => []) with { Hypotheses = _ => throw new InvalidOperationException("no such thing") };
        Assert.Equal(Verdict.Undecided, claim.Judge(Subject, Shared.Solver).Verdict);
    }

    [Fact]
    public void An_inadmissible_subject_has_no_verdict()
    {
        var finding = Claim("too few", (_, _) => throw new InvalidOperationException("must not run")).Judge(Subject, Shared.Solver);
        Assert.Null(finding.Verdict);
        Assert.Equal("too few", finding.Inadmissible);
        Assert.Null(finding.Error);
    }

    private static PotentialPair Subject { get; } = new(new LogPotential(), new ZeroPotential());

    private static Finding Judge(Comparison[] comparisons) => Claim(null, (_, _) => comparisons).Judge(Subject, Shared.Solver);

    private static Claim<PotentialPair> Claim(string? inadmissible, Func<PotentialPair, ISolver, IEnumerable<Comparison>> check) =>
        new("X-1", "Example", "A statement.", "By hand.", _ => inadmissible, check);
}
