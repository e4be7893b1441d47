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

    /// <summary>Steps of order 5; the dense output of order 4 is wrong by h^5 in a step, and so is the estimate.</summary>
    [Fact]
    public void The_lower_explicit_pair_has_order_five()
    {
        var (steps, dense, estimate) = (new OrderTable(), new OrderTable(), new OrderTable());
        foreach (var count in Ladder(100))
        {
            var (atEnd, inside) = March(Lower(0), count);
            steps.Add(1.0 / count, atEnd);
            dense.Add(1.0 / count, inside);
            estimate.Add(1.0 / count, Lower(0.5).Attempt(End / count));
        }
        steps.ShowsOrder(5);
        dense.ShowsOrder(5);
        estimate.ShowsOrder(5);
    }

    private const double End = 2;

    private static RadauIIA Radau(int stages) => new(new KeplerFlow(1e-13), KeplerFlow.At(0), stages);

    private static DormandPrince Explicit() => new(new KeplerFlow(1e-13), KeplerFlow.At(0));

    private static DormandPrince Lower(double from) => new(new KeplerFlow(1e-13), KeplerFlow.At(from), DormandPrinceOfOrder5.Pair);

    /// <summary>Rungs a quarter apart; the coarsest is inside the asymptotic range and the finest above rounding.</summary>
    private static int[] Ladder(int coarsest) => [coarsest, coarsest * 5 / 4, coarsest * 3 / 2, coarsest * 2];

    private static (double AtEnd, double Inside) March(IStepper method, int steps) =>
        OrderTable.March(method, End, steps, KeplerFlow.At, 4);
}
