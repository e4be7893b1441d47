using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Potentials;

public sealed class EnclosureTests
{
    public static TheoryData<string> Names => Samples.Names;

    public static TheoryData<string, double, double, double, double, double, double, double> Table => PotentialTable.Rows;

    [Theory]
    [MemberData(nameof(Names))]
    public void Enclosures_contain_the_values_inside(string name)
    {
        var potential = Samples.ByName[name];
        foreach (var low in Samples.Distances(1e-12, 1e4, 60).Prepend(0))
        {
            foreach (var factor in new[] { 1 + 1e-12, 1.01, 3, 1e6 })
            {
                var high = low == 0 ? factor : low * factor;
                var enclosure = potential.Values(new Interval(low, high));
                Assert.True(enclosure.Low <= enclosure.High);
                foreach (var part in new[] { 1e-9, 0.1, 0.5, 0.9 })
                    Assert.True(enclosure.Contains(potential.Value(low + part * (high - low))));
                Assert.True(enclosure.Contains(potential.Value(high)));
            }

            var tail = potential.Values(new Interval(low, double.PositiveInfinity));
            foreach (var r in Samples.Distances(1e-6, 1e200, 40)) Assert.True(tail.Contains(potential.Value(low + r)));
        }
    }

    /// <summary>A point's enclosure contains the true value, not only the computed one: the table's is within half a unit of it.</summary>
    [Theory]
    [MemberData(nameof(Table))]
    public void Enclosures_of_points_contain_the_true_value(
        string name, double r, double value, double slope, double curvature, double valueSize, double slopeSize, double curvatureSize)
    {
        Assert.True(slopeSize >= Math.Abs(slope) * 0.999 && curvatureSize >= Math.Abs(curvature) * 0.999, "the row is consistent");
        var enclosure = Samples.ByName[name].Values(new Interval(r, r));
        Assert.True(enclosure.Contains(value), $"{enclosure} does not contain {value:R}");
        Assert.InRange(enclosure.High - enclosure.Low, 0, 1e-13 * valueSize + 1e-320);
    }

    [Fact]
    public void Enclosures_of_points_are_tight_and_those_at_contact_reach_it()
    {
        var log = new LogPotential();
        Assert.Equal(double.PositiveInfinity, log.Values(new Interval(0, 1)).High);
        Assert.Equal(double.NegativeInfinity, log.Values(new Interval(1, double.PositiveInfinity)).Low);
        Assert.Equal(0, new WallPotential().Values(new Interval(1, double.PositiveInfinity)).Low);
        Assert.Equal(0, new NegatedPotential(new GaussianPotential(2, 1)).Values(new Interval(0, double.PositiveInfinity)).High);
    }

    [Fact]
    public void Interval_arithmetic_rounds_outwards()
    {
        var sum = new Interval(0.1, 0.1) + new Interval(0.2, 0.2);
        Assert.True(sum.Low < 0.1 + 0.2 && 0.1 + 0.2 < sum.High);
        var product = -0.1 * new Interval(1, 3);
        Assert.True(product.Low < -0.1 * 3 && product.High > -0.1);
        Assert.Equal(new Interval(-3, -1), -new Interval(1, 3));
        Assert.Equal(new Interval(0, 0), 0 * new Interval(0, double.PositiveInfinity));
        var indefinite = new Interval(double.PositiveInfinity, double.PositiveInfinity)
            + new Interval(double.NegativeInfinity, double.NegativeInfinity);
        Assert.Equal(new Interval(double.NegativeInfinity, double.PositiveInfinity), indefinite);
        Assert.False(new Interval(0, 1).Contains(double.NaN));
    }
}
