using Orowan.Claims;
using Orowan.Formats;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Claims;

/// <summary>Claims about ladders of particles: each of their comparisons can fail.</summary>
public sealed class LadderTests
{
    private const string FromBelow = "W(mu_n(T), rho(T)) from below, n = 32";

    /// <summary>Where particles stand still the bound from below is far from 0; where they follow the densities it fails by itself.</summary>
    [Fact]
    public void Particles_that_follow_the_densities_violate_the_bound_from_below()
    {
        var entry = Shared.Entry("B-4.2-distance");
        var (claim, fault) = ((Claim<TorusNumbers>)entry.Claim!, entry.Faults[0]);
        var subject = (TorusNumbers)fault.Example;
        var unbroken = Assert.Single(claim.Check(subject, Shared.Solver), comparison => string.Equals(comparison.At, FromBelow, StringComparison.Ordinal));
        var broken = Assert.Single(claim.Check(subject, fault.Solver(Shared.Solver)), comparison => string.Equals(comparison.At, FromBelow, StringComparison.Ordinal));
        Assert.True(unbroken.Verdict is Verdict.Holds && unbroken.Value > 0.4 * unbroken.Bound, $"{unbroken}");
        Assert.True(broken.Verdict is Verdict.Violated, $"{broken}");
    }

    /// <summary>-1 + (2/5) log_2(C/c_4) with C = pi (5/96)^(1/2) and c_4 from the zeros of H_4.</summary>
    [Fact]
    public void The_exponent_of_semicircles_is_below_what_their_constants_allow()
    {
        var entry = Shared.Entry("A-5.1-rate");
        var exponent = Assert.Single(
            ((Claim<ClosedFormCase>)entry.Claim!).Check((ClosedFormCase)entry.Faults[0].Example, Shared.Solver), comparison => comparison.At.StartsWith("exponent", StringComparison.Ordinal));
        Assert.Equal(-0.8824, exponent.Bound, 5e-5);
        Assert.InRange(exponent.Value, -0.95, -0.94);
        Assert.Equal(0.71697, Math.PI * Math.Sqrt(5 / 96.0), 5e-6);
    }

    /// <summary>The rule of A-5.1-oracle and its like: errors of 1/(2^p - 1) times what half the cells change are within 1.6 times that for p of 0.7005 or more.</summary>
    [Fact]
    public void The_caution_of_densities_is_that_of_order_0_7005() => Assert.Equal(Orowan.Continuum.DensityOrders.Caution, 1 / (Math.Pow(2, 0.7005) - 1), 1e-3);

    /// <summary>B-eq-3.29: lambda delta^2 is 29.6 for small delta, and falls.</summary>
    [Fact]
    public void Lambda_of_the_edge_potential_is_below_30()
    {
        double[] scaled = [.. new[] { 1e-3, 0.1, 0.5, 1, 2 }.Select(delta => new TorusEdgePotential(delta).HessianBound * delta * delta)];
        Assert.Equal(29.6, scaled[0], 0.05);
        Assert.All(scaled.Zip(scaled.Skip(1)), pair => Assert.True(pair.Second < pair.First, $"{pair}"));
    }

    /// <summary>B-eq-3.2: pi^2/sinh^2(pi delta) is at least 1/(2 delta^2) up to delta = 0.47, not beyond 0.48.</summary>
    [Theory]
    [InlineData(1e-3, true)]
    [InlineData(0.35355, true)]
    [InlineData(0.47, true)]
    [InlineData(0.48, false)]
    public void Lambda_of_the_regularised_logarithm_is_at_least_half_of_the_square(double delta, bool holds)
    {
        var scaled = new TorusLogRegularisedPotential(delta).HessianBound * delta * delta;
        Assert.Equal(holds, scaled >= 0.5);
        Assert.InRange(scaled, 0, 1);
    }
}
