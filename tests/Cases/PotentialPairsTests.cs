using Orowan.Cases;
using Orowan.Formats;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Cases;

public sealed class PotentialPairsTests
{
    private const ulong Seed = 20190801;

    [Fact]
    public void Every_pair_meets_the_assumption()
    {
        foreach (var pair in Draw(1000)) Assert.Null(Admissibility.ReasonAgainst(pair.V, pair.W));
    }

    /// <summary>A claim that was never tried on a kind of potential says nothing about it.</summary>
    [Theory]
    [InlineData(typeof(LogPotential))]
    [InlineData(typeof(WallPotential))]
    [InlineData(typeof(SubLogPotential))]
    [InlineData(typeof(ScaledPotential))]
    [InlineData(typeof(SumPotential))]
    public void Every_kind_comes_up_as_V(Type kind) => Assert.InRange(Draw(500).Count(pair => pair.V.GetType() == kind), 25, 300);

    [Theory]
    [InlineData(typeof(ZeroPotential))]
    [InlineData(typeof(RegularisedLogPotential))]
    [InlineData(typeof(RegularisedWallPotential))]
    [InlineData(typeof(GaussianPotential))]
    [InlineData(typeof(LorentzianPotential))]
    [InlineData(typeof(NegatedPotential))]
    [InlineData(typeof(ScaledPotential))]
    [InlineData(typeof(SumPotential))]
    public void Every_kind_comes_up_as_W(Type kind) => Assert.InRange(Draw(500).Count(pair => pair.W.GetType() == kind), 8, 300);

    [Fact]
    public void Potentials_that_are_neither_monotone_nor_convex_come_up()
    {
        var pairs = Draw(200);
        Assert.InRange(pairs.Count(pair => pair.V.AttractionBound > 0), 20, 180);
        Assert.InRange(pairs.Count(pair => pair.W.AttractionBound > 0 && pair.W.RepulsionBound > 0), 10, 180);
    }

    private static PotentialPair[] Draw(int count) =>
        [.. Enumerable.Range(0, count).Select(index => (PotentialPair)PotentialPairs.Admissible.At(Seed, index))];
}
