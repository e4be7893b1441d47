using System.Collections.Immutable;
using Orowan.Measures;
using Xunit;

namespace Orowan.Tests.Measures;

/// <summary>Every method against all permutations, against the table of all costs with its dual prices, and in closed form.</summary>
public class ExactTransportTests
{
    public static TheoryData<string, int> Settings => new()
    {
        { "line", 1 }, { "circle", 1 }, { "torus", 2 }, { "torus", 3 }, { "torus", 17 },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void Equal_atoms_cost_what_the_best_permutation_costs(string name, int dimension)
    {
        var space = SpaceOf(name, dimension);
        for (var seed = 0; seed < 30; seed++)
        {
            var n = 1 + (seed % 7);
            var (mu, nu) = (Cloud(seed, n, dimension), Cloud(seed + 100, n, dimension));
            foreach (var signs in new[] { null, SignCost.A, SignCost.B })
            {
                var plan = Transport.Optimal(mu, nu, space, signs);
                Assert.Equal(BestPermutation(Transport.Costs(mu, nu, space, signs, 2), n) / n, plan.Cost, 1e-13);
                RequireCoupling(plan, mu, nu);
            }
            Assert.Equal(BestPermutation(Transport.Costs(mu, nu, space, null, 1), n) / n, Transport.FirstDistance(mu, nu, space), 1e-13);
        }
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Weighted_atoms_cost_what_the_dual_prices_prove(string name, int dimension)
    {
        var space = SpaceOf(name, dimension);
        for (var seed = 0; seed < 20; seed++)
        {
            var (mu, nu) = (Weighted(seed, 1 + (seed % 9), dimension), Weighted(seed + 100, 1 + (seed * 5 % 13), dimension));
            foreach (var signs in new[] { null, SignCost.A, SignCost.B })
            {
                var (plan, dense) = (Transport.Optimal(mu, nu, space, signs), Transport.ByAllCosts(mu, nu, space, signs, 2));
                Assert.Equal(dense.LowerBound, dense.Cost, 1e-13);
                Assert.Equal(dense.Cost, plan.Cost, 1e-13);
                RequireCoupling(plan, mu, nu);
            }
            var first = Transport.ByAllCosts(mu, nu, space, null, 1);
            Assert.Equal(first.LowerBound, first.Cost, 1e-13);
            Assert.Equal(first.Cost, Transport.FirstDistance(mu, nu, space), 1e-13);
        }
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(7, 7)]
    [InlineData(40, 64)]
    [InlineData(200, 200)]
    [InlineData(128, 300)]
    public void The_optimal_rotation_is_the_cheapest_of_all_plans(int n, int m)
    {
        for (var seed = 0; seed < 4; seed++)
        {
            var (mu, nu) = (Clustered(seed, n), Clustered(seed + 100, m));
            var dense = Transport.ByAllCosts(mu, nu, Space.Circle, null, 2);
            Assert.Equal(dense.LowerBound, dense.Cost, 1e-13);
            Assert.Equal(dense.Cost, Transport.Optimal(mu, nu, Space.Circle).Cost, 1e-13);
        }
    }

    /// <summary>A rotation by 0.3 of anything costs 0.09, and a rotation by more than a half goes the other way round.</summary>
    [Theory]
    [InlineData(0.3, 0.09)]
    [InlineData(0.9, 0.01)]
    [InlineData(-0.25, 0.0625)]
    public void A_rotated_measure_is_as_far_as_the_rotation(double angle, double cost)
    {
        var mu = Weighted(1, 1, 1);
        Assert.Equal(cost, Transport.Optimal(mu, Moved(mu, angle), Space.Circle).Cost, 1e-15);
        var even = AtomicMeasure.Equal(1, [0, 0.1, 0.2, 0.3]);
        Assert.Equal(Math.Sqrt(cost), Transport.Distance(even, Moved(even, angle), Space.Circle), 0.2);
    }

    /// <summary>A tiny shift of a weighted cloud: no mass may leak to the neighbours, whose distance is a thousand times larger.</summary>
    [Fact]
    public void A_small_shift_costs_its_square()
    {
        foreach (var space in new[] { Space.Line, Space.Circle, Space.Torus(2) })
        {
            var mu = Weighted(3, 50, space.Dimension);
            var distance = Transport.Distance(mu, Moved(mu, 1e-7), space);
            Assert.Equal(1e-7 * Math.Sqrt(space.Dimension), distance, 1e-15);
        }
    }

    [Fact]
    public void Atoms_of_tiny_mass_keep_their_digits()
    {
        var mu = new AtomicMeasure(1, [0, 0.25], [1, 1e-12]);
        var nu = new AtomicMeasure(1, [0, 0.5], [1, 1e-12]);
        Assert.Equal(Math.Sqrt(1e-12 / 16), Transport.Distance(mu, nu, Space.Circle), 1e-17);
        Assert.Equal(Math.Sqrt(1e-12 / 16), Transport.Distance(mu, nu, Space.Line), 1e-17);
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Distances_obey_the_axioms_of_a_metric(string name, int dimension)
    {
        var space = SpaceOf(name, dimension);
        for (var seed = 0; seed < 10; seed++)
        {
            var (a, b, c) = (Weighted(seed, 5, dimension), Weighted(seed + 50, 6, dimension), Weighted(seed + 100, 7, dimension));
            foreach (var signs in new[] { null, SignCost.B })
            {
                double Distance(AtomicMeasure p, AtomicMeasure q) => Transport.Distance(p, q, space, signs);
                Assert.Equal(0, Distance(a, a), 1e-15);
                Assert.Equal(Distance(a, b), Distance(b, a), 1e-13);
                Assert.True(Distance(a, c) <= Distance(a, b) + Distance(b, c) + 1e-13);
            }
        }
    }

    /// <summary>A's cost |p - q| = 2 makes a metric too: the square root of a sum of a squared metric and a constant for different signs.</summary>
    [Fact]
    public void A_change_of_sign_costs_two_in_A_and_four_in_B()
    {
        var (plus, minus) = (AtomicMeasure.Equal(1, [0.25], [1]), AtomicMeasure.Equal(1, [0.25], [-1]));
        Assert.Equal(Math.Sqrt(2), Transport.Distance(plus, minus, Space.Line, SignCost.A), 1e-15);
        Assert.Equal(2, Transport.Distance(plus, minus, Space.Line, SignCost.B));
    }

    [Fact]
    public void The_flat_norm_of_two_atoms_is_twice_the_mass_at_most()
    {
        AtomicMeasure At(double x, double mass) => new(1, [x], [mass]);
        Assert.Equal(0.3, FlatNorm.Distance(At(0, 1), At(0.3, 1), Space.Line), 1e-15);
        Assert.Equal(2, FlatNorm.Distance(At(0, 1), At(5, 1), Space.Line), 1e-15);
        Assert.Equal(1.5, FlatNorm.Distance(At(0, 1), At(0, 2.5), Space.Line), 1e-15);
        Assert.Equal(1 + 0.3, FlatNorm.Distance(At(0, 1), At(0.3, 2), Space.Line), 1e-15);
    }

    [Fact]
    public void Moments_are_sums_of_powers()
    {
        var mu = new AtomicMeasure(2, [3, 4, 0, -1], [0.5, 2]);
        Assert.Equal(2.5, mu.Moment(0));
        Assert.Equal(4.5, mu.Moment(1), 1e-15);
        Assert.Equal(14.5, mu.Moment(2), 1e-14);
        Assert.Equal(314.5, mu.Moment(4), 1e-12);
    }

    [Fact]
    public void Refuses_what_has_no_distance()
    {
        var two = AtomicMeasure.Equal(1, [0, 1]);
        Assert.Throws<ArgumentException>(() => Transport.Distance(two, AtomicMeasure.Equal(1, [0, 1], total: 2), Space.Line));
        Assert.Throws<ArgumentException>(() => Transport.Distance(two, two, Space.Torus(2)));
        Assert.Throws<ArgumentException>(() => Transport.Distance(two, two, Space.Line, SignCost.A));
        Assert.Throws<ArgumentException>(() => new AtomicMeasure(1, [0], [-1]));
        Assert.Throws<ArgumentException>(() => new AtomicMeasure(1, [], []));
        Assert.Throws<ArgumentException>(() => new AtomicMeasure(1, [double.NaN], [1]));
        Assert.Throws<ArgumentException>(() => new AtomicMeasure(2, [0], [1]));
        Assert.Throws<ArgumentException>(() => new AtomicMeasure(1, [0], [0]));
    }

    /// <summary>A million equal masses of 1e-6 are 1 in the last digit, so that plan, prices and the distance without a plan agree to all digits.</summary>
    [Fact]
    public void A_million_atoms_lose_no_digits()
    {
        const int n = 1_000_000;
        var random = new Random(5);
        var mu = AtomicMeasure.Equal(1, [.. Enumerable.Range(0, n).Select(_ => 100 * random.NextDouble())]);
        var nu = AtomicMeasure.Equal(1, [.. Enumerable.Range(0, n).Select(_ => 100 * random.NextDouble())]);
        var plan = Transport.Optimal(mu, nu, Space.Line);
        Assert.Equal(1, mu.TotalMass, 1e-15);
        Assert.Equal(Math.Pow(Transport.Distance(mu, nu, Space.Line), 2), plan.Cost, 1e-14 * plan.Cost);
        Assert.Equal(plan.Cost, plan.LowerBound, 1e-12 * plan.Cost);
    }

    [Fact]
    public void Many_atoms_on_the_torus_come_with_their_proof()
    {
        var (mu, nu) = (Cloud(1, 700, 2), Cloud(2, 700, 2));
        var plan = Transport.Optimal(mu, nu, Space.Torus(2));
        Assert.Equal(plan.LowerBound, plan.Cost, 1e-13 * plan.Cost);
        RequireCoupling(plan, mu, nu);
    }

    private static Space SpaceOf(string name, int dimension) => name is "line" ? Space.Line : Space.Torus(dimension);

    private static void RequireCoupling(TransportPlan plan, AtomicMeasure mu, AtomicMeasure nu)
    {
        Assert.All(plan.Shipments, s => Assert.True(s.Mass > 0));
        for (var i = 0; i < mu.Count; i++) Assert.Equal(mu.Mass[i], plan.Shipments.Where(s => s.From == i).Sum(s => s.Mass), 1e-14);
        for (var j = 0; j < nu.Count; j++) Assert.Equal(nu.Mass[j], plan.Shipments.Where(s => s.To == j).Sum(s => s.Mass), 1e-14);
    }

    private static AtomicMeasure Moved(AtomicMeasure mu, double by) => new(mu.Dimension, [.. mu.X.Select(x => x + by)], mu.Mass, mu.Sign);

    /// <summary>Equal atoms in [0, 3) or, on the torus, all over it; one in four seeds has its atoms on a coarse lattice, so that many tie.</summary>
    private static AtomicMeasure Cloud(int seed, int n, int dimension)
    {
        var random = new Random(100 + seed);
        double Place() => seed % 4 == 0 ? random.Next(4) / 4.0 : 3 * random.NextDouble();
        return AtomicMeasure.Equal(dimension, [.. Enumerable.Range(0, n * dimension).Select(_ => Place())], [.. Enumerable.Range(0, n).Select(_ => random.Next(2) == 0 ? 1 : -1)]);
    }

    private static AtomicMeasure Weighted(int seed, int n, int dimension)
    {
        var random = new Random(200 + seed);
        var cloud = Cloud(seed, n, dimension);
        double[] mass = [.. Enumerable.Range(0, n).Select(_ => seed % 3 == 0 ? random.Next(1, 4) : Math.Pow(random.NextDouble(), 4) + 1e-6)];
        return new(dimension, cloud.X, [.. mass.Select(m => m / mass.Sum())], cloud.Sign);
    }

    private static AtomicMeasure Clustered(int seed, int n)
    {
        var random = new Random(300 + seed);
        ImmutableArray<double> x = [.. Enumerable.Range(0, n).Select(i => i % 3 == 0 ? random.NextDouble() : 0.95 + (0.1 * random.NextDouble()))];
        return seed % 2 == 0 ? AtomicMeasure.Equal(1, x) : new(1, x, Weighted(seed, n, 1).Mass);
    }

    private static double BestPermutation(double[] costs, int n)
    {
        var best = double.PositiveInfinity;
        void Extend(int row, int taken, double sum)
        {
            if (row == n) best = Math.Min(best, sum);
            for (var j = 0; row < n && j < n; j++)
            {
                if ((taken & (1 << j)) == 0) Extend(row + 1, taken | (1 << j), sum + costs[(row * n) + j]);
            }
        }

        Extend(0, 0, 0);
        return best;
    }
}
