using Orowan.Claims;
using Xunit;

namespace Orowan.Tests.Claims;

/// <summary>The numbers with which the ledger shows what is wrong as printed in section 3 of paper B.</summary>
public sealed class GromaBaloghErrataTests
{
    /// <summary>The L^inf norm of the same t, as (3.13) has it, has died away; the minimum stays.</summary>
    [Fact]
    public void The_printed_lower_bound_is_twice_the_least_density()
    {
        var worst = Printed("B-eq-3.13");
        Assert.Equal(0.47352, worst.Value, 1e-5);
        Assert.Equal(0.23604, worst.Bound, 1e-5);
    }

    /// <summary>epsilon = 1/10 in each of two components: mass 1.1, nearly all of it apart at T.</summary>
    [Fact]
    public void The_L1_norm_of_kappa_exceeds_1() => Assert.Equal(1.09985, Printed("B-3.7-display-kappa").Value, 1e-5);

    /// <summary>phi = 1 leaves the mass of a species.</summary>
    [Theory]
    [InlineData("B-3.8")]
    [InlineData("B-eq-3.23")]
    public void Test_functions_that_do_not_vanish_at_T_leave_the_mass(string id)
    {
        var finding = Shared.Entry(id).Printed!.Judge(Shared.Entry(id).Counterexample!, Shared.Solver);
        Assert.Equal((id is "B-3.8" ? 0.5 : 1, 0), (Math.Round(finding.Worst!.Value.Value, 9), finding.Worst.Value.Bound));
    }

    [Fact]
    public void The_square_of_a_small_norm_bounds_nothing()
    {
        var worst = Printed("B-3.6-display-power");
        Assert.True(worst.Value > 3 * worst.Bound, $"{worst.Value:R} against {worst.Bound:R}");
    }

    private static Comparison Printed(string id) => Shared.Entry(id).Printed!.Judge(Shared.Entry(id).Counterexample!, Shared.Solver).Worst!.Value;
}
