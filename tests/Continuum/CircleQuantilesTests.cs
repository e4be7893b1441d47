using Orowan.Continuum;
using Orowan.Measures;
using Xunit;

namespace Orowan.Tests.Continuum;

/// <summary>Distances by quantiles on the circle and by distribution functions on the line, against other methods and closed forms.</summary>
public sealed class CircleQuantilesTests
{
    [Theory]
    [InlineData(1, 3, 5)]
    [InlineData(2, 8, 8)]
    [InlineData(3, 20, 7)]
    [InlineData(4, 1, 1)]
    public void Atoms_on_the_circle_are_as_far_apart_as_by_exact_transport(int seed, int n, int m)
    {
        var random = new Random(seed);
        for (var round = 0; round < 20; round++)
        {
            double[] x = [.. Enumerable.Range(0, n).Select(_ => random.NextDouble())], y = [.. Enumerable.Range(0, m).Select(_ => 0.3 * random.NextDouble())];
            var exact = Transport.Optimal(Equal(x), Equal(y), Space.Circle).Cost;
            Assert.Equal(exact, CircleQuantiles.SquaredDistance(CircleQuantiles.Atoms(x, 1.0 / n), CircleQuantiles.Atoms(y, 1.0 / m)), 1e-7);
        }
    }

    /// <summary>A lattice of n atoms against the uniform density: 1/(12 n^2), wherever the lattice stands.</summary>
    [Theory]
    [InlineData(1, 0.3)]
    [InlineData(7, 0.99)]
    [InlineData(64, 0)]
    public void A_lattice_has_its_closed_form(int n, double shift) =>
        Assert.Equal(
            1 / (12.0 * n * n),
            CircleQuantiles.SquaredDistance(CircleQuantiles.Atoms(Enumerable.Range(0, n).Select(i => shift + ((double)i / n)), 1.0 / n), [new(1, 0, 1)]),
            1e-12);

    [Fact]
    public void Half_a_turn_is_a_quarter() => Assert.Equal(0.25, CircleQuantiles.SquaredDistance([new(1, 0.1, 0.1)], [new(1, 0.6, 0.6)]), 1e-8);

    [Fact]
    public void Unequal_masses_are_refused() => Assert.Throws<ArgumentException>(() => CircleQuantiles.SquaredDistance([new(1, 0, 0)], [new(0.5, 0, 1)]));

    [Fact]
    public void Distribution_functions_differ_by_area_and_mass()
    {
        Assert.Equal((0.25, 0), Difference([new(0.5, 0, 1)], [new(0.5, 0.5, 1.5)]));
        Assert.Equal((0.125, 0), Difference([new(0.5, 0, 1)], [new(0.5, 0.5, 0.5)]));
        Assert.Equal((1, 0.5), Difference([new(1, 0, 0)], [new(0.5, 0, 0), new(0, 2, 2)]));
        var (area, mass) = DistributionFunctions.Difference([new(1, 0, 0), new(0.5, 2, 2)], [new(0.5, 0, 0)]);
        Assert.Equal((1, 1), (area, mass));
        Assert.Equal(2, DistributionFunctions.Distance([new(1, 0, 0), new(0.5, 2, 2)], [new(0.5, 0, 0)]), 1e-15);
    }

    private static (double Area, double Mass) Difference(QuantilePiece[] mu, QuantilePiece[] nu)
    {
        var (area, mass) = DistributionFunctions.Difference(mu, nu);
        return (Math.Round(area, 14), Math.Round(mass, 14));
    }

    private static AtomicMeasure Equal(double[] x) => AtomicMeasure.Equal(1, [.. x], [.. x.Select(_ => 1)]);
}
