using MathNet.Numerics.LinearAlgebra;
using Orowan.Integration;
using Xunit;

namespace Orowan.Tests.Integration;

public sealed class StepLengthTests
{
    /// <summary>The first step's error is below what is allowed, and not so far below that ten times the step would pass as well.</summary>
    [Theory]
    [InlineData(1e-5)]
    [InlineData(1e-9)]
    [InlineData(1e-13)]
    public void The_first_step_is_neither_refused_nor_wasted(double allowed)
    {
        var flow = new KeplerFlow(allowed);
        var method = new DormandPrince(flow, KeplerFlow.At(0));
        var (step, _) = StepLength.First(flow, method.State, method.Rate, 1, method.ErrorOrder, 10);
        Assert.InRange(method.Attempt(step), 0, 1);
        Assert.True(method.Attempt(10 * step) > 1);
    }

    /// <summary>In other units of time and length, the same step; numbers near the ends of the range do not matter.</summary>
    [Theory]
    [InlineData(1e100)]
    [InlineData(1e-100)]
    public void The_first_step_scales_with_time(double rate)
    {
        double First(double lambda)
        {
            var flow = new LinearFlow([-lambda, -3 * lambda], 1e-9);
            var y = new double[] { 1, 1 };
            var slope = new double[2];
            flow.TryRate(y, slope);
            return StepLength.First(flow, y, slope, 1 / (3 * lambda), 8, double.MaxValue).Length * lambda;
        }
        Assert.Equal(First(1), First(rate), 1e-12);
    }

    [Fact]
    public void A_first_step_out_of_the_domain_is_the_trial_itself()
    {
        var flow = new BoundedFlow(1e-9);
        Assert.Equal((0.01, 1), StepLength.First(flow, [1.999], [1.999 * 1.999], 1, 8, 5));
    }

    [Fact]
    public void No_step_is_longer_than_the_most() =>
        Assert.Equal((0.001, 0), StepLength.First(new KeplerFlow(1e-3), KeplerFlow.At(0), new double[4], 1, 8, 0.001));

    [Theory]
    [InlineData(1e-9)]
    [InlineData(1)]
    public void Steps_grow_after_small_errors_and_shrink_after_large_ones(double step)
    {
        Assert.Equal(6 * step, StepLength.AfterAccepted(step, 0, 8));
        Assert.Equal(0.9 * step, StepLength.AfterAccepted(step, 1, 8), 1e-15 * step);
        Assert.Equal(0.9 * step / 2, StepLength.AfterRejected(step, 256, 8), 1e-15 * step);
        Assert.Equal(0.2 * step, StepLength.AfterRejected(step, 1e30, 8));
        Assert.All([double.PositiveInfinity, double.NaN, 0.5], (double error) => Assert.Equal(0.25 * step, StepLength.AfterRejected(step, error, 8)));
    }

    [Fact]
    public void Steps_that_have_to_shrink_shrink_before_they_fail()
    {
        var (predicted, order) = (new PredictedStepLength(), 8);
        var first = predicted.AfterAccepted(1, 0.5, order);
        var second = predicted.AfterAccepted(0.8, 0.5, order);
        // The same error in a shorter step: the allowed step falls by 0.8 from one to the next, and so does the step itself.
        Assert.Equal(0.8 * 0.8 * first, second, 1e-12);
        Assert.Equal(6 * 0.7, predicted.AfterAccepted(0.7, 1e-12, order), 1e-12);
    }

    /// <summary>The largest rate of a linear flow, slow and fast unknowns of any scale; within a factor 2, as it is used.</summary>
    [Theory]
    [InlineData(1, 0.1)]
    [InlineData(50, 49)]
    [InlineData(1e6, 1)]
    [InlineData(3, 1e-9)]
    public void The_spectral_radius_is_found_to_a_factor(double fast, double slow)
    {
        var flow = new LinearFlow([-slow, -fast, -0.3 * fast, -slow], 1e-10);
        double[] y = [1, 1e-3, 2, 5];
        var rate = new double[4];
        flow.TryRate(y, rate);
        var (radius, evaluations) = SpectralRadius.Of(flow, y, rate);
        Assert.InRange(radius, 0.5 * fast, 1.01 * fast);
        Assert.Equal(16, evaluations);
    }

    [Fact]
    public void There_is_no_spectral_radius_at_the_edge_of_the_domain() =>
        Assert.Equal((double.NaN, 1), SpectralRadius.Of(new BoundedFlow(1e-3), [2 - 1e-9], [4]));

    /// <summary>y' = diag(rates) y.</summary>
    private sealed class LinearFlow(double[] rates, double allowed) : TestFlow(rates.Length, allowed)
    {
        public override bool TryRate(ReadOnlySpan<double> y, Span<double> rate)
        {
            for (var i = 0; i < rates.Length; i++) rate[i] = rates[i] * y[i];
            return true;
        }

        public override void Jacobian(ReadOnlySpan<double> y, Matrix<double> jacobian) => jacobian.SetDiagonal(rates);
    }
}
