using Orowan.Integration;
using Xunit;

namespace Orowan.Tests.Integration;

public sealed class RadauTests
{
    /// <summary>Prothero and Robinson, any stiffness: the error of a step of 0.1 is that of a smooth solution or smaller.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(1e3)]
    [InlineData(1e6)]
    [InlineData(1e9)]
    public void A_stiff_scalar_is_followed_as_well_as_a_slow_one(double stiffness)
    {
        var method = new RadauIIA(new ProtheroRobinsonFlow(stiffness, 1e-13), [1, 0]);
        for (var k = 0; k < 50; k++)
        {
            Assert.True(double.IsFinite(method.Attempt(0.1)));
            var dense = method.Interpolate();
            Assert.NotNull(dense);
            var at = dense.At(0.3, 1);
            Assert.Equal(Math.Cos(at), dense.At(0.3, 0), 1e-12);
            method.Accept();
        }
        Assert.Equal(5, method.State[1], 1e-13);
        Assert.Equal(Math.Cos(5), method.State[0], 1e-13);
    }

    [Fact]
    public void A_stiff_error_dies_in_one_step()
    {
        var method = new RadauIIA(new ProtheroRobinsonFlow(1e8, 1e-13), [1 + 1e-6, 0]);
        Assert.True(double.IsFinite(method.Attempt(0.1)));
        Assert.Equal(Math.Cos(0.1), method.Proposal[0], 1e-12);
    }

    /// <summary>
    /// The reference value is the one printed for epsilon = 1e-6, y(0) = (2, 0), t = 2 by Hairer and Wanner's test set, where the
    /// solution has jumped twice.
    /// </summary>
    [Theory]
    [InlineData(3, 1e-4)]
    [InlineData(5, 1e-7)]
    [InlineData(7, 1e-8)]
    public void Van_der_Pol_with_steps_by_the_estimate(int stages, double allowed)
    {
        var method = new RadauIIA(new VanDerPolFlow(1e-6, allowed), [2, 0], stages);
        var steps = StepControl.Run(method, 2, 1e-6);
        Assert.Equal(0.1706167732170483e1, method.State[0], 100 * allowed);
        Assert.Equal(-0.8928097010247975, method.State[1], 100 * allowed);
        Assert.InRange(steps, 1, 4000);
    }

    [Fact]
    public void Step_control_keeps_the_error_near_what_is_allowed()
    {
        const double Allowed = 1e-10;
        var method = new RadauIIA(new KeplerFlow(Allowed), KeplerFlow.At(0));
        StepControl.Run(method, 6, 1e-3);
        var exact = KeplerFlow.At(6);
        for (var i = 0; i < 4; i++) Assert.Equal(exact[i], method.State[i], 100 * Allowed);
    }

    [Fact]
    public void Bernstein_form_is_the_dense_output()
    {
        var method = new RadauIIA(new KeplerFlow(1e-12), KeplerFlow.At(0));
        Assert.True(double.IsFinite(method.Attempt(0.4)));
        var dense = method.Interpolate();
        Assert.NotNull(dense);
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(method.State[i], dense.At(0, i));
            Assert.Equal(method.Proposal[i], dense.At(1, i), 1e-15);
        }
        // y' passes from positive to negative nowhere here, and x passes through zero once: the root found is a root of the dense output.
        var root = dense.FirstNonPositive(0);
        Assert.Null(root);
        method.Accept();
        Assert.True(double.IsFinite(method.Attempt(1.2)));
        dense = method.Interpolate();
        Assert.NotNull(dense);
        root = dense.FirstNonPositive(0);
        Assert.NotNull(root);
        Assert.Equal(0, dense.At(root.Value, 0), 1e-14);
    }

    [Fact]
    public void A_stage_outside_the_domain_is_refused_and_the_state_kept()
    {
        var method = new RadauIIA(new BoundedFlow(1e-10), [1.0]);
        Assert.Equal(double.PositiveInfinity, method.Attempt(0.9));
        Assert.Equal(1, method.State[0]);
        Assert.True(double.IsFinite(method.Attempt(0.25)));
        method.Accept();
        Assert.Equal(1 / 0.75, method.State[0], 1e-8);
        Assert.Throws<ArgumentException>(() => new RadauIIA(new BoundedFlow(1e-10), [3.0]));
    }

    [Fact]
    public void A_smooth_stiff_run_needs_few_Jacobians()
    {
        var method = new RadauIIA(new ProtheroRobinsonFlow(1e6, 1e-12), [1, 0]);
        for (var k = 0; k < 40; k++)
        {
            Assert.InRange(method.Attempt(0.05), 0, double.MaxValue);
            method.Accept();
        }
        Assert.InRange(method.Factorisations, 1, 40);
        Assert.True(method.Jacobians <= method.Factorisations);
    }
}

/// <summary>The plainest step-size rule.</summary>
internal static class StepControl
{
    public static int Run(IStepper method, double end, double first)
    {
        var (time, step, attempts) = (0.0, first, 0);
        while (time < end)
        {
            Assert.True(++attempts < 100_000);
            step = Math.Min(step, end - time);
            var error = method.Attempt(step);
            if (error <= 1)
            {
                method.Accept();
                time += step;
            }
            step *= double.IsInfinity(error) ? 0.25 : Math.Clamp(0.9 * Math.Pow(Math.Max(error, 1e-12), -1.0 / method.ErrorOrder), 0.2, 6);
        }
        return attempts;
    }
}
