using Orowan.Cases;
using Orowan.Flows;
using Orowan.Formats;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Cases;

public sealed class LineCasesTests
{
    private const ulong Seed = 20190801;

    [Fact]
    public void Every_case_is_valid()
    {
        foreach (var subject in Draw(500)) LineCaseRules.RequireValid(subject);
    }

    [Fact]
    public void Every_case_is_separated_with_at_most_four_alternations()
    {
        var levels = Draw(500).Select(LineCaseRules.Alternations).ToArray();
        Assert.Equal([1, 2, 3, 4], levels.Distinct().Order());
    }

    [Fact]
    public void Potentials_are_the_ones_promised()
    {
        foreach (var subject in Draw(500))
        {
            Assert.Null(Admissibility.ReasonAgainst(subject.V, subject.W));
        }
        Assert.InRange(Draw(500).Count(subject => subject.V is LogPotential), 270, 360);
        Assert.InRange(Draw(500).Count(subject => subject is { V: LogPotential, W: ZeroPotential }), 75, 150);
    }

    [Fact]
    public void Output_is_twenty_equal_steps_and_tolerance_is_the_usual_one()
    {
        foreach (var subject in Draw(500))
        {
            Assert.Equal(21, subject.Output.Length);
            Assert.Equal(0, subject.Output[0]);
            Assert.Equal(subject.T, subject.Output[^1]);
            Assert.All(Enumerable.Range(0, 21), k => Assert.Equal(subject.T * k / 20, subject.Output[k], subject.T * 1e-15));
            Assert.Equal(LineCase.DefaultTolerance, subject.Tolerance);
        }
    }

    /// <summary>Each of these kinds of initial data is one on which a claim or a solver can go wrong.</summary>
    [Theory]
    [InlineData("two particles", 0.02, 0.2)]
    [InlineData("more than twelve particles", 0.06, 0.2)]
    [InlineData("mirror image", 0.2, 0.6)]
    [InlineData("one sign only", 0.01, 0.15)]
    [InlineData("a lone particle of a sign", 0.1, 0.6)]
    [InlineData("alternating charges", 0.02, 0.3)]
    [InlineData("like neighbours nearly touching", 0.05, 0.3)]
    [InlineData("a ghost", 0.002, 0.06)]
    [InlineData("small lengths", 0.04, 0.2)]
    [InlineData("large lengths", 0.04, 0.2)]
    [InlineData("delta below a hundredth of the length", 0.1, 0.5)]
    public void Every_kind_of_initial_data_comes_up(string kind, double least, double most)
    {
        var share = Draw(500).Count(subject => LineCaseRules.IsOf(kind, subject)) / 500.0;
        Assert.InRange(share, least, most);
    }

    [Fact]
    public void Runs_annihilate_do_so_simultaneously_or_not_at_all_often_enough()
    {
        var solver = new ReferenceSolver();
        var shares = RunShares.Of(Draw(200).Select(subject => solver.Solve(subject)));
        Assert.Equal(new RunShares(200, shares.Annihilating, shares.Simultaneous, 0), shares);
        Assert.True(shares is { Annihilating: >= 20, Simultaneous: >= 20, Quiet: >= 20 }, $"{shares}, quiet {shares.Quiet}");
    }

    private static LineCase[] Draw(int count) =>
        [.. Enumerable.Range(0, count).Select(index => (LineCase)LineCases.Separated.At(Seed, index))];
}
