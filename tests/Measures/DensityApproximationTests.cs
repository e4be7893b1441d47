using Orowan.Claims;
using Orowan.Claims.MultipleSigns;
using Orowan.Formats;
using Orowan.Measures;
using Xunit;

namespace Orowan.Tests.Measures;

/// <summary>The construction of B, Lemma 2.4, and the rates it reaches beside the printed ones.</summary>
public class DensityApproximationTests
{
    private static readonly TorusDensity Mixed = new(1, [3, 0, 1, 5], [0, 0, 2, 1]);

    private static readonly TorusDensity Plane = new(2, [1, 0, 7, 2], [3, 1, 0, 1]);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    public void There_are_n_particles_and_the_signs_have_the_rounded_masses(int n)
    {
        foreach (var density in new[] { Mixed, Plane })
        {
            var made = DensityApproximation.Of(density, n);
            Assert.Equal(n, made.Particles.Count);
            Assert.Equal(made.Plus.Sum(), made.Particles.MassOf(1), 1e-12);
            Assert.Equal(made.Minus.Sum(), made.Particles.MassOf(-1), 1e-12);
            Assert.InRange(Math.Abs(made.Plus.Sum() - density.MassOf(1)), 0, (0.5 / n) + 1e-12);
            Assert.All(made.Particles.X, x => Assert.InRange(x, 0, 1));
        }
    }

    /// <summary>Up to every cell of the snake the number of particles is n times the mass, rounded.</summary>
    [Fact]
    public void Cells_hold_their_mass_up_to_one_particle()
    {
        var made = DensityApproximation.Of(Mixed, 50);
        var cells = made.MassesOn(1, made.CellsPerSide);
        for (var k = 0; k < made.CellsPerSide; k++)
        {
            var inside = made.Particles.Members(1).Count(i => (int)(made.Particles.X[i] * made.CellsPerSide) == k);
            Assert.InRange(inside - (50 * cells[k]), -1 - 1e-9, 1 + 1e-9);
        }
    }

    [Fact]
    public void Masses_on_another_grid_keep_their_sum()
    {
        var made = DensityApproximation.Of(Plane, 10);
        foreach (var side in new[] { 1, 2, 3, 7 }) Assert.Equal(made.Minus.Sum(), made.MassesOn(-1, side).Sum(), 1e-14);
        Assert.Equal(made.Plus.Select(p => p), made.MassesOn(1, 2), (a, b) => Math.Abs(a - b) < 1e-15);
    }

    /// <summary>Without gaps W falls like n^{-1/d}, as the proof says; with gaps on the circle like n^{-1/2}, as the lemma says.</summary>
    [Fact]
    public void Rates_are_those_of_the_proof_without_gaps_and_of_the_lemma_with_them()
    {
        var (even, evenError) = Rates.Of(Approximation.Rungs(new TorusDensity(1, [1, 2], [0, 0])));
        var (gaps, gapsError) = Rates.Of(Approximation.Rungs(Approximation.Gaps));
        var (plane, planeError) = Rates.Of(Approximation.Rungs(new TorusDensity(2, [1, 1, 1, 1], [0, 0, 0, 0])));
        Assert.InRange(evenError, 0, 0.15);
        Assert.InRange(even, -1.1, -0.9);
        Assert.InRange(gapsError, 0, 0.075);
        Assert.InRange(gaps, -0.55, -0.45);
        Assert.InRange(planeError, 0, 0.15);
        Assert.InRange(plane, -0.6, -0.4);
    }

    /// <summary>Half a particle crosses a gap of 1/4: W^2 is at least 1/(32 n) for odd n.</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(65)]
    [InlineData(1025)]
    public void A_gap_costs_what_its_crossing_costs(int n)
    {
        var made = DensityApproximation.Of(Approximation.Gaps, n);
        var fine = made.MassesOn(1, 4096);
        int[] cells = [.. Enumerable.Range(0, 4096).Where(k => fine[k] > 0)];
        var rho = new AtomicMeasure(1, [.. cells.Select(k => (k + 0.5) / 4096)], [.. cells.Select(k => fine[k])]);
        Assert.InRange(Math.Pow(Transport.Distance(made.Particles, rho, Space.Circle) + (0.5 / 4096), 2), 1.0 / (32 * n), 1);
    }
}
