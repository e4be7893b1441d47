using Xunit;

namespace Orowan.Tests.Measures;

/// <summary>The assignment against all permutations, and against its own dual certificate where there are too many of them.</summary>
public class AssignmentTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    public void Costs_what_the_best_permutation_costs(int n)
    {
        for (var seed = 0; seed < 25; seed++)
        {
            var costs = Costs(n, seed);
            Assert.Equal(BestOfAll(costs, n), Assignment.Cheapest(costs).CostUnder(costs), 1e-12);
        }
    }

    [Theory]
    [InlineData(16)]
    [InlineData(64)]
    [InlineData(257)]
    public void Prices_prove_the_assignment_cheapest(int n)
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var costs = Costs(n, seed);
            var assignment = Assignment.Cheapest(costs);
            Assert.Equal(Enumerable.Range(0, n), assignment.ColumnOf.Order());
            Assert.InRange(assignment.Infeasibility(costs), 0, 8 * n * Floating.Spacing);
            Assert.Equal(assignment.CostUnder(costs), assignment.DualCost, 8.0 * n * n * Floating.Spacing);
        }
    }

    [Fact]
    public void Ties_and_negative_costs_are_no_obstacle()
    {
        double[] costs = [0, 0, -1, 0, 0, -1, -2, -2, -2];
        var assignment = Assignment.Cheapest(costs);
        Assert.Equal(-3, assignment.CostUnder(costs));
        Assert.Equal(-3, assignment.DualCost);
    }

    [Fact]
    public void Nothing_is_assigned_to_nothing() => Assert.Empty(Assignment.Cheapest([]).ColumnOf);

    [Theory]
    [InlineData(new[] { 1.0, 2 })]
    [InlineData(new[] { 1.0, 2, double.NaN, 4 })]
    [InlineData(new[] { double.PositiveInfinity })]
    public void Refuses_what_is_no_square_of_finite_costs(double[] costs) => Assert.Throws<ArgumentException>(() => Assignment.Cheapest(costs));

    private static double[] Costs(int n, int seed)
    {
        var random = new Random(1000 + (97 * n) + seed);

        // A third of the seeds has few distinct costs, so that many assignments tie.
        return [.. Enumerable.Range(0, n * n).Select(_ => seed % 3 == 0 ? random.Next(4) / 4.0 : random.NextDouble())];
    }

    private static double BestOfAll(double[] costs, int n)
    {
        var best = double.PositiveInfinity;
        void Extend(int row, int taken, double sum)
        {
            if (row == n)
            {
                best = Math.Min(best, sum);
                return;
            }
            for (var j = 0; j < n; j++)
            {
                if ((taken & (1 << j)) == 0) Extend(row + 1, taken | (1 << j), sum + costs[(row * n) + j]);
            }
        }

        Extend(0, 0, 0);
        return best;
    }
}
