using Orowan.Formats;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Claims;

/// <summary>Two equal charges at one place against places at +-eps part as exp(lambda t): the rate lambda + U2 is the best.</summary>
public sealed class GronwallTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Two_equal_charges_attain_the_rate(int dimension)
    {
        TorusPotential v = dimension == 1 ? new TorusLogRegularisedPotential(0.2) : new TorusGreenPotential(0.2);
        var pair = PairOf(v, dimension == 1 ? [0, 0] : [0, 0.25, 0, 0.25], dimension == 1 ? [-1e-5, 1e-5] : [-1e-5, 0.25, 1e-5, 0.25]);
        var sharp = Shared.Claim("B-3.5-gronwall").Judge(pair, Shared.Solver);
        Assert.True(sharp.Verdict is Orowan.Claims.Verdict.Holds, Shared.Describe(sharp));
        // lambda of the plane is an upper bound, some 1e-6 above D^2 V(0).
        Assert.InRange(sharp.Worst!.Value.Ratio, dimension == 1 ? 1 - 1e-6 : 1 - 2e-5, 1 + 1e-9);
    }

    /// <summary>Without t in the exponent the bound is exp(3) after any time, and exp(4) is reached.</summary>
    [Fact]
    public void The_last_display_needs_its_t()
    {
        var entry = Shared.Entry("B-3.5-display-gronwall");
        var worst = entry.Printed!.Judge(entry.Counterexample!, Shared.Solver).Worst!.Value;
        Assert.Equal(Math.Exp(3) * 1e-4, worst.Bound, 1e-9);
        // The force is 4e-4 less than linear where they are by then.
        Assert.InRange(worst.Value, 0.999 * Math.Exp(4) * 1e-4, Math.Exp(4) * 1e-4);
    }

    private static Pair<TorusCase> PairOf(TorusPotential v, double[] x, double[] y)
    {
        var horizon = 2 / v.HessianBound;
        var first = new TorusCase(v.Dimension, TorusMotion.Isotropic, v, FourierPotential.Zero(v.Dimension), [.. x], [1, 1], horizon, [horizon], 1e-12);
        return new(first, first with { X = [.. y] });
    }
}
