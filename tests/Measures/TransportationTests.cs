using Orowan.Measures;
using Xunit;

namespace Orowan.Tests.Measures;

/// <summary>The network simplex against a second method, its own prices, and bases that are degenerate in every way.</summary>
public class TransportationTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 7)]
    [InlineData(6, 1)]
    [InlineData(3, 8)]
    [InlineData(40, 25)]
    [InlineData(130, 200)]
    public void Flows_meet_supply_and_demand_at_the_least_cost(int n, int m)
    {
        for (var seed = 0; seed < 24; seed++)
        {
            var random = new Random(seed);
            // Whole costs tie; equal, zero and single masses make bases degenerate.
            double[] cost = [.. Enumerable.Range(0, n * m).Select(_ => seed % 2 == 0 ? random.Next(4) : random.NextDouble() - 0.5)];
            var (supply, demand) = Masses(random, n, m, seed);
            var solved = Transportation.Cheapest(cost, supply, demand);
            var (left, wanted) = ((Int128[])supply.Clone(), (Int128[])demand.Clone());
            foreach (var (row, column, amount) in solved.Flows)
            {
                Assert.True(amount > 0);
                left[row] -= amount;
                wanted[column] -= amount;
            }
            Assert.All(left, a => Assert.Equal(Int128.Zero, a));
            Assert.All(wanted, b => Assert.Equal(Int128.Zero, b));
            Assert.True(solved.Flows.Count <= n + m - 1);
            for (var k = 0; k < cost.Length; k++) Assert.True(solved.RowPrice[k / m] + solved.ColumnPrice[k % m] <= cost[k] + 1e-15);
            Assert.All(solved.Flows, f => Assert.Equal(cost[(f.Row * m) + f.Column], solved.RowPrice[f.Row] + solved.ColumnPrice[f.Column], 1e-12));
        }
    }

    /// <summary>Equal whole masses are an assignment, which another method solves.</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(60)]
    [InlineData(150)]
    public void Equal_masses_cost_what_the_assignment_costs(int n)
    {
        for (var seed = 0; seed < 6; seed++)
        {
            var random = new Random(seed);
            double[] cost = [.. Enumerable.Range(0, n * n).Select(_ => seed % 2 == 0 ? random.Next(3) : random.NextDouble())];
            Int128[] ones = [.. Enumerable.Repeat(Int128.One, n)];
            var solved = Transportation.Cheapest(cost, ones, ones);
            Assert.All(solved.Flows, f => Assert.Equal(Int128.One, f.Amount));
            Assert.Equal(Assignment.Cheapest(cost).CostUnder(cost), solved.Flows.Sum(f => cost[(f.Row * n) + f.Column]), 1e-12);
        }
    }

    [Fact]
    public void Refuses_what_does_not_fit()
    {
        Assert.Throws<ArgumentException>(() => Transportation.Cheapest([1, 2], [1], [1]));
        Assert.Throws<ArgumentException>(() => Transportation.Cheapest([1, 2], [3], [1, 1]));
        Assert.Throws<OverflowException>(() => Transportation.Cheapest([1, 2], [Int128.MaxValue], [Int128.MaxValue - 1, 1]));
    }

    private static (Int128[] Supply, Int128[] Demand) Masses(Random random, int n, int m, int seed)
    {
        Int128[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => (Int128)(seed % 4 == 1 ? random.NextInt64(1L << 60) : random.Next(3)))];
        var (supply, demand) = (Draw(n), Draw(m));
        supply[0] += 1;
        demand[^1] += 1;
        var (total, other) = (WholeMasses.Sum(supply), WholeMasses.Sum(demand));
        supply[random.Next(n)] += Int128.Max(0, other - total);
        demand[random.Next(m)] += Int128.Max(0, total - other);
        return (supply, demand);
    }
}
