using Orowan.Potentials;
using Xunit;
using static System.Math;

namespace Orowan.Tests.Potentials;

public sealed class ConstantsTests
{
    public static TheoryData<string> Names => Samples.Names;

    /// <summary>Rounding of the samples and of the constants, a few units each.</summary>
    private const double Rounding = 1e-14;

    [Theory]
    [MemberData(nameof(Names))]
    public void No_sample_exceeds_a_bound(string name)
    {
        var potential = Samples.ByName[name];
        foreach (var r in Grid())
        {
            var product = r * potential.Slope(r);
            Assert.InRange(Abs(product), 0, potential.SlopeBound * (1 + Rounding) + Cancellation(potential));
            Assert.InRange(-product, double.NegativeInfinity, potential.RepulsionBound * (1 + Rounding) + Cancellation(potential));
            Assert.InRange(product, double.NegativeInfinity, potential.AttractionBound * (1 + Rounding) + Cancellation(potential));
            if (double.IsFinite(potential.SlopeLipschitz))
                Assert.InRange(Abs(potential.Curvature(r)), 0, potential.SlopeLipschitz * (1 + Rounding));
        }
    }

    /// <summary>All constants but those of sums are sharp: some distance comes within a thousandth.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Constants_are_attained_within_a_thousandth(string name)
    {
        var potential = Samples.ByName[name];
        if (potential is SumPotential) return;
        var products = Grid().Select(r => r * potential.Slope(r)).ToArray();
        Assert.InRange(products.Max(Abs), 0.999 * potential.SlopeBound, double.PositiveInfinity);
        Assert.InRange(products.Max(x => Max(-x, 0)), 0.999 * potential.RepulsionBound, double.PositiveInfinity);
        Assert.InRange(products.Max(x => Max(x, 0)), 0.999 * potential.AttractionBound, double.PositiveInfinity);
        var largest = Grid().Prepend(0).Max(r => Abs(potential.Curvature(r)));
        Assert.InRange(largest, 0.999 * potential.SlopeLipschitz, double.PositiveInfinity);
    }

    [Fact]
    public void Closed_forms_are_what_the_derivations_say()
    {
        Assert.Equal(2 / E, new GaussianPotential(-1, 3).AttractionBound, 1e-15);
        Assert.Equal(0, new GaussianPotential(-1, 3).RepulsionBound);
        Assert.Equal(2.5, new LorentzianPotential(5, 3).RepulsionBound);
        Assert.Equal(400, new RegularisedLogPotential(0.05).SlopeLipschitz, 1e-12);
        Assert.Equal(2, new SubLogPotential(1).SlopeBound);
        Assert.Equal(1 / (Sinh(0.25) * Sinh(0.25)), new RegularisedWallPotential(0.25).SlopeLipschitz, 1e-13);
    }

    /// <summary>sup of 2p L^{p-1} (1 - e^{-L}) and of (q^2 - d^2)/sinh(q)^2, maximised to 30 digits.</summary>
    [Theory]
    [InlineData(0.5, 0.63817268633895148094)]
    [InlineData(0.001, 0.0019856230404713030886)]
    [InlineData(1e-12, 1.9999999999441242119e-12)]
    [InlineData(0.999, 1.9933701517970314484)]
    [InlineData(0.999999999999, 1.9999999999910635162)]
    public void Sublog_bound_is_the_supremum(double power, double supremum) =>
        Assert.InRange(new SubLogPotential(power).SlopeBound / supremum, 1 - 1e-15, 1 + 2e-14);

    [Theory]
    [InlineData(1e-30, 1.0)]
    [InlineData(1e-10, 0.99999999988452994617)]
    [InlineData(0.001, 0.99884583269377626038)]
    [InlineData(0.25, 0.74306504863337881152)]
    [InlineData(9.0, 2.0738053235862503027e-7)]
    [InlineData(300.0, 1.171007115913119819e-258)]
    public void Regularised_wall_bound_is_the_supremum(double delta, double supremum) =>
        Assert.InRange(new RegularisedWallPotential(delta).SlopeBound / supremum, 1 - 1e-15, 1 + 1e-14 + 4e-16 * delta);

    [Fact]
    public void A_sum_takes_the_larger_of_its_one_sided_bounds()
    {
        var sum = (SumPotential)Samples.ByName["sum log negated log-regularised"];
        Assert.Equal(1, sum.RepulsionBound);
        Assert.Equal(1, sum.AttractionBound);
        Assert.Equal(1, sum.SlopeBound);
        Assert.Equal(double.PositiveInfinity, sum.SlopeLipschitz);
        Assert.Equal(800, new SumPotential([new RegularisedLogPotential(0.05), new RegularisedLogPotential(0.05)]).SlopeLipschitz, 1e-12);
    }

    [Fact]
    public void A_negative_factor_exchanges_repulsion_and_attraction()
    {
        var scaled = new ScaledPotential(-3, 2, new RegularisedLogPotential(0.5));
        Assert.Equal(0, scaled.RepulsionBound);
        Assert.Equal(3, scaled.AttractionBound);
        Assert.Equal(3, scaled.SlopeLipschitz);
        Assert.Equal(3, new NegatedPotential(new ScaledPotential(3, 1, new WallPotential())).AttractionBound);
    }

    private static IEnumerable<double> Grid() => Samples.Distances(1e-100, 1e100, 40_001).Concat(Samples.Distances(1e-4, 1e3, 20_001));

    /// <summary>Where the terms of a sum cancel, the sum carries the rounding of its terms.</summary>
    private static double Cancellation(Potential potential) => potential is SumPotential ? Rounding : 0;
}
