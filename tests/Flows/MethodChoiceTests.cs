using Orowan.Flows;
using Orowan.Integration;
using Orowan.Particles;
using Xunit;

namespace Orowan.Tests.Flows;

/// <summary>Which method follows which flow, and when it changes.</summary>
public sealed class MethodChoiceTests
{
    /// <summary>
    /// Equal particles at distances 1/n have modes of rates up to some 7 n: a long run of many starts with backward differences, and the
    /// rest with explicit steps, where nothing is known of the time to go as well. That two of them start close together changes nothing:
    /// it is soon over.
    /// </summary>
    [Theory]
    [InlineData(64, 1, false)]
    [InlineData(128, 0.3, false)]
    [InlineData(1024, 1, true)]
    [InlineData(1024, 1e-3, false)]
    [InlineData(1024, 0, false)]
    public void Many_equal_particles_start_with_backward_differences(int n, double remaining, bool isImplicit)
    {
        var x = Enumerable.Range(0, n).Select(i => (double)i / n).ToArray();
        x[1] = 0.1 / n;
        var flow = Flow(x, [.. Enumerable.Repeat(1, n)]);
        var method = new MethodChoice(1e-6).Start(flow, flow.Initial(), remaining);
        Assert.IsType(isImplicit ? typeof(BackwardDifferences) : typeof(DormandPrince), method);
    }

    /// <summary>
    /// A pair of equals 1e-4 apart beside others holds explicit steps down at 1e-8: after a number of steps the implicit method takes over.
    /// </summary>
    [Fact]
    public void Explicit_steps_that_are_held_down_give_way()
    {
        var flow = Flow([0, 1e-4, 1, 2], [1, 1, 1, 1]);
        var choice = new MethodChoice(1e-10);
        var method = choice.Start(flow, flow.Initial());
        double time = 0, step = 1e-9;
        var accepted = 0;
        while (method is DormandPrince && accepted < 2000)
        {
            var error = method.Attempt(step);
            if (!(error <= 1))
            {
                step = StepLength.AfterRejected(step, error, method.ErrorOrder);
                continue;
            }
            (time, accepted) = (time + step, accepted + 1);
            step = method.LengthAfter(step, error);
            method.Accept();
            if (choice.Changes(flow, method, ref step, time, 1e4 - time)) method = choice.Start(flow, method.State);
        }
        Assert.IsType<RadauIIA>(method);
    }

    /// <summary>After three collisions the pair of order 5 is tried; it stays while it takes less than order 8 would.</summary>
    [Fact]
    public void Dense_collisions_are_followed_with_the_lower_order()
    {
        var (order, flow, step) = (new ExplicitOrder(), Flow([0, 1, 3], [1, 1, 1]), 1.0);
        for (var collision = 0; collision < 40; collision++)
        {
            Assert.Equal(collision < 3 ? 8 : 5, order.Start(flow, flow.Initial()).ErrorOrder);
            order.Collided(0.1, collision < 3 ? 17 : 8, ref step);
        }
    }

    /// <summary>
    /// A lower order that takes more than the higher one would gives way, at a collision or between two, to steps as long as the higher
    /// one had; each further trial comes after twice as many collisions.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_lower_order_that_does_not_pay_is_tried_more_and_more_seldom(bool between)
    {
        var (order, flow) = (new ExplicitOrder(), Flow([0, 1, 3], [1, 1, 1]));
        var trials = new List<int>();
        for (var collision = 1; collision <= 30; collision++)
        {
            var isLow = order.Start(flow, flow.Initial()).ErrorOrder == 5;
            var step = isLow ? 0.01 : 1.0;
            if (isLow)
            {
                trials.Add(collision);
                if (between) Assert.True(order.Changes(0.5, 60, ref step));
                else order.Collided(0.5, 60, ref step);
                Assert.Equal(1.0, step);
                Assert.Equal(8, order.Start(flow, flow.Initial()).ErrorOrder);
            }
            else
            {
                Assert.False(order.Changes(0.5, 1000, ref step));
                order.Collided(0.5, 17, ref step);
            }
        }
        Assert.Equal([4, 7, 12, 21], trials);
    }

    /// <summary>Order 8 takes 12 evaluations for a step and 5 at a contact, so no run with it takes fewer than 17 for each collision.</summary>
    [Fact]
    public void A_run_of_many_collisions_needs_fewer_evaluations_than_order_eight_could()
    {
        const int N = 128;
        var x = Enumerable.Range(0, N).Select(i => ((2.0 * i) - N + (0.3 * Math.Sin(7.0 * i))) / N).ToArray();
        var b = Enumerable.Range(0, N).Select(i => 8 * i / N % 2 == 0 ? 1 : -1).ToArray();
        var pass = LineFlow.Restart(Line.Log, Line.Attraction(0.05), new LineState(x, b), [1], 1, 1, 1e-5);
        Assert.Null(pass.Ended);
        Assert.True(pass.Collisions.Length > 20, $"{pass.Collisions.Length} collisions");
        Assert.True(pass.Forces < 15 * pass.Collisions.Length, $"{pass.Forces} evaluations for {pass.Collisions.Length} collisions");
    }

    private static ChainFlow Flow(double[] x, int[] b) =>
        new(Chain.From(new LineState(x, b)), new LinePhysics(Line.Log, Line.None), 1e-6, 1);
}
