using Orowan.Integration;
using Xunit;

namespace Orowan.Tests.Integration;

public sealed class OrderTests
{
    [Theory]
    [InlineData(3, new[] { 40, 50, 60, 80 }, 5)]
    [InlineData(5, new[] { 10, 12, 15, 20 }, 9)]
    [InlineData(7, new[] { 5, 6 }, 13)]
    public void Radau_steps_have_order_two_s_minus_one(int stages, int[] rungs, int order)
    {
        var table = new OrderTable();
        foreach (var steps in rungs) table.Add(1.0 / steps, March(Radau(stages), steps).AtEnd);
        table.ShowsOrder(order);
    }

    [Theory]
    [InlineData(3, 160, 4)]
    [InlineData(5, 40, 6)]
    [InlineData(7, 20, 8)]
    public void Radau_dense_output_and_estimate_have_order_s_locally(int stages, int coarsest, int order)
    {
        var dense = new OrderTable();
        var estimate = new OrderTable();
        foreach (var steps in Ladder(coarsest))
        {
            var method = Radau(stages);
            dense.Add(1.0 / steps, March(method, steps).Inside);
            var alone = new RadauIIA(new KeplerFlow(1e-13), KeplerFlow.At(0.5), stages);
            estimate.Add(1.0 / steps, alone.Attempt(End / steps));
        }
        dense.ShowsOrder(order);
        estimate.ShowsOrder(order);
    }

    [Fact]
    public void Explicit_steps_have_order_eight()
    {
        var table = new OrderTable();
        foreach (var steps in Ladder(20)) table.Add(1.0 / steps, March(Explicit(), steps).AtEnd);
        table.ShowsOrder(8);
    }

    [Fact]
    public void Explicit_dense_output_has_order_seven()
    {
        var table = new OrderTable();
        foreach (var steps in Ladder(20)) table.Add(1.0 / steps, March(Explicit(), steps).Inside);
        table.ShowsOrder(8);
    }

    private const double End = 2;

    private static RadauIIA Radau(int stages) => new(new KeplerFlow(1e-13), KeplerFlow.At(0), stages);

    private static DormandPrince Explicit() => new(new KeplerFlow(1e-13), KeplerFlow.At(0));

    /// <summary>Rungs a quarter apart; the coarsest is inside the asymptotic range and the finest above rounding.</summary>
    private static int[] Ladder(int coarsest) => [coarsest, coarsest * 5 / 4, coarsest * 3 / 2, coarsest * 2];

    private static (double AtEnd, double Inside) March(IStepper method, int steps) =>
        OrderTable.March(method, End, steps, KeplerFlow.At, 4);
}
