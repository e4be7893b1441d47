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
