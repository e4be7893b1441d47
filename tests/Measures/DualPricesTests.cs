using Orowan.Measures;
using Xunit;

namespace Orowan.Tests.Measures;

/// <summary>
/// Every plan proves itself: u_i + v_j is at most the cost everywhere, equal to it where mass goes, and the prices are worth the cost.
/// </summary>
public class DualPricesTests
{
    private static readonly Space[] Spaces = [Space.Line, Space.Circle, Space.Torus(2), Space.Torus(3)];

    public static TheoryData<string> Clouds => ["scattered", "on a lattice", "at one place", "coincident", "close", "antipodal", "permuted", "with atoms of no mass", "in two heaps"];

    [Theory]
    [MemberData(nameof(Clouds))]
    public void Prices_are_feasible_and_tight(string cloud)
    {
        foreach (var space in Spaces)
        {
            for (var seed = 0; seed < 12; seed++)
            {
                var (mu, nu) = Pair(cloud, space.Dimension, seed);
                foreach (var power in new[] { 2, 1 })
                {
                    Require(Transport.Optimal(mu, nu, space, null, power), mu, nu, Transport.Costs(mu, nu, space, null, power));
                    Require(Transport.ByAllCosts(mu, nu, space, null, power), mu, nu, Transport.Costs(mu, nu, space, null, power));
                }
                foreach (var signs in new[] { SignCost.A, SignCost.B })
                    Require(Transport.ByAllCosts(mu, nu, space, signs), mu, nu, Transport.Costs(mu, nu, space, signs, 2));
            }
        }
    }

    /// <summary>Where the species are solved apart, one number for what a sign is worth makes their prices a proof for all plans.</summary>
    [Theory]
    [MemberData(nameof(Clouds))]
    public void Prices_of_the_species_prove_the_whole_plan(string cloud)
    {
        foreach (var space in new[] { Space.Circle, Space.Torus(2), Space.Torus(3) })
        {
            for (var seed = 0; seed < 8; seed++)
            {
                var (mu, nu) = Pair(cloud, space.Dimension, seed);
                (mu, nu) = (OfBothSigns(mu), OfBothSigns(nu));
                foreach (var signs in new[] { SignCost.A, SignCost.B })
                {
                    Assert.True(SpeciesTransport.MaySplit(mu, nu, space, signs));
                    var (plan, costs) = (Transport.Optimal(mu, nu, space, signs), Transport.Costs(mu, nu, space, signs, 2));
                    Require(Shifted(plan.Prices, mu, nu, costs), plan, mu, nu, costs);
                }
            }
        }
    }

    [Fact]
    public void A_worse_plan_has_no_prices()
    {
        var (mu, nu) = Pair("scattered", 1, 1);
        var plan = Transport.Optimal(mu, nu, Space.Circle);
        var costs = Transport.Costs(mu, nu, Space.Circle, null, 2);
        var raised = new DualPrices(plan.Prices.First.SetItem(0, plan.Prices.First[0] + 1e-6), plan.Prices.Second);
        Assert.True(raised.Infeasibility(costs) > 1e-7);
    }

    private static void Require(TransportPlan plan, AtomicMeasure mu, AtomicMeasure nu, double[] costs) => Require(plan.Prices, plan, mu, nu, costs);

    private static void Require(DualPrices prices, TransportPlan plan, AtomicMeasure mu, AtomicMeasure nu, double[] costs)
    {
        var rounding = 1e-15 * (mu.Count + nu.Count) * (1 + costs.Max());
        Assert.InRange(prices.Infeasibility(costs), 0, rounding);
        Assert.All(plan.Shipments, s => Assert.Equal(costs[(s.From * nu.Count) + s.To], prices.First[s.From] + prices.Second[s.To], rounding));
        Assert.Equal(plan.Cost, mu.Mass.Zip(prices.First, (m, u) => m * u).Sum() + nu.Mass.Zip(prices.Second, (m, v) => m * v).Sum(), rounding);
        Assert.Equal(plan.Cost, plan.LowerBound, rounding);
    }

    /// <summary>Adds delta to u and takes it from v on the positive atoms, half way between what either crossing allows.</summary>
    private static DualPrices Shifted(DualPrices prices, AtomicMeasure mu, AtomicMeasure nu, double[] costs)
    {
        double Excess(int sign) => (from i in mu.Members(sign) from j in nu.Members(-sign) select prices.First[i] + prices.Second[j] - costs[(i * nu.Count) + j]).Max();
        var delta = (Excess(-1) - Excess(1)) / 2;
        return new(
            [.. prices.First.Select((u, i) => mu.Sign[i] == 1 ? u + delta : u)],
            [.. prices.Second.Select((v, j) => nu.Sign[j] == 1 ? v - delta : v)]);
    }

    private static AtomicMeasure OfBothSigns(AtomicMeasure m) => new(
        m.Dimension, [.. m.X, .. m.X.Reverse()], [.. m.Mass.Select(w => w / 2), .. m.Mass.Select(w => w / 2)], [.. m.Mass.Select(_ => 1), .. m.Mass.Select(_ => -1)]);

    private static (AtomicMeasure Mu, AtomicMeasure Nu) Pair(string kind, int d, int seed)
    {
        var random = new Random((97 * seed) + d);
        var (n, m) = (2 + (seed % 7), kind is "coincident" or "close" or "antipodal" or "permuted" ? 2 + (seed % 7) : 2 + (seed * 3 % 11));
        double[] Places(int count, double offset) => [.. Enumerable.Range(0, count * d).Select(_ => kind switch
        {
            "on a lattice" => random.Next(5) / 4.0,
            "at one place" => offset,
            "in two heaps" => (random.Next(2) / 2.0) + (1e-3 * random.NextDouble()) + offset,
            _ => random.NextDouble(),
        })];
        double[] Masses(int count)
        {
            double[] w = [.. Enumerable.Range(0, count).Select(i => kind is "with atoms of no mass" && i % 2 == 1 ? 0.0 : seed % 2 == 0 ? 1 : random.Next(1, 5))];
            return [.. w.Select(x => x / w.Sum())];
        }

        var (x, mass) = (Places(n, 0.125), Masses(n));
        int[] signs = [.. Enumerable.Range(0, Math.Max(n, m)).Select(i => i % 3 == 0 ? -1 : 1)];
        var mu = new AtomicMeasure(d, [.. x], [.. mass], [.. signs[..n]]);
        var order = Enumerable.Range(0, n).Reverse().ToArray();
        double[] Reversed(double[] v, int width) => [.. order.SelectMany(i => v.Skip(i * width).Take(width))];
        AtomicMeasure Moved(Func<double, double> move) => new(d, [.. x.Select(move)], mu.Mass, mu.Sign);
        var nu = kind switch
        {
            "coincident" => mu,
            "close" => Moved(p => p + (1e-9 * random.NextDouble())),
            "antipodal" => Moved(p => p + 0.5),
            "permuted" => new AtomicMeasure(d, [.. Reversed(x, d)], [.. Reversed(mass, 1)], [.. order.Select(i => signs[i])]),
            _ => new AtomicMeasure(d, [.. Places(m, 0.625)], [.. Masses(m)], [.. signs[..m]]),
        };
        return (mu, nu);
    }
}
