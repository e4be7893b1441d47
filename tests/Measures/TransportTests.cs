using Orowan.Measures;
using Xunit;

namespace Orowan.Tests.Measures;

/// <summary>W on the line and bold W of A on the line with signs: closed forms, metric axioms, and (3.4) of A with equality and without.</summary>
public class TransportTests
{
    [Fact]
    public void Translated_measure_is_as_far_as_the_translation()
    {
        double[] x = [0.25, -1, 4, 0.25];
        Assert.Equal(9, LineTransport.SquaredDistance(x, [.. x.Select(y => y - 3)], 0.25), 1e-14);
    }

    [Fact]
    public void Order_of_the_atoms_does_not_matter() => Assert.Equal(0, LineTransport.SquaredDistance([3, 1, 2], [2, 3, 1], 1));

    [Fact]
    public void Sorting_is_the_cheapest_assignment_on_the_line()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var (mu, nu) = (OfOneSign(seed, 40), OfOneSign(seed + 100, 40));
            Assert.Equal(LineTransport.SquaredDistance([.. mu.X], [.. nu.X], mu.Mass[0]), Squared(mu, nu), 1e-12);
        }
    }

    [Fact]
    public void Sign_changes_where_moving_costs_more_than_two()
    {
        // Positive at 0 and negative at s go to positive at s and negative at 0: staying put and changing sign costs 2 each.
        foreach (var span in new[] { 1.0, 1.4, 1.5, 10.0 })
        {
            var (mu, nu) = (AtomicMeasure.Equal(1, [0, span], [1, -1]), AtomicMeasure.Equal(1, [span, 0], [1, -1]));
            Assert.Equal(Math.Min(span * span, 2), Squared(mu, nu), 1e-12);
            Assert.Equal(span * span, BySpecies(mu, nu), 1e-12);
        }
    }

    [Fact]
    public void Masses_of_a_sign_may_differ()
    {
        var (mu, nu) = (AtomicMeasure.Equal(1, [0, 1], [1, 1]), AtomicMeasure.Equal(1, [0, 1], [1, -1]));
        Assert.Equal(1, Squared(mu, nu));
        Assert.Throws<ArgumentException>(() => BySpecies(mu, nu));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(64)]
    public void Splitting_by_species_costs_at_least_as_much_and_the_same_within_root_two(int n)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var (mu, nu) = (WithSigns(seed, n, 1.4), WithSigns(seed + 100, n, 1.4));
            Assert.Equal(BySpecies(mu, nu), Squared(mu, nu), 1e-12);
            var (far, farther) = (WithSigns(seed, n, 20), WithSigns(seed + 100, n, 20));
            var excess = Squared(far, farther) - BySpecies(far, farther);
            Assert.True(excess <= 1e-12);

            // With 64 atoms on a length of 20 some are always nearer to a place of the other sign.
            Assert.True(n < 64 || excess < -1e-3);
        }
    }

    [Fact]
    public void Certificate_closes_the_gap()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var plan = Transport.ByAllCosts(WithSigns(seed, 64, 5), WithSigns(seed + 100, 64, 5), Space.Line, SignCost.A);
            Assert.InRange(plan.Cost - plan.LowerBound, -1e-12, 1e-11);
            Assert.Equal(64, plan.Shipments.Select(shipment => shipment.To).Distinct().Count());
        }
    }

    [Fact]
    public void Obeys_the_axioms_of_a_metric()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var (a, b, c) = (WithSigns(seed, 12, 4), WithSigns(seed + 100, 12, 4), WithSigns(seed + 200, 12, 4));
            Assert.Equal(0, Distance(a, a));
            Assert.True(Distance(a, b) > 0);
            Assert.Equal(Distance(a, b), Distance(b, a), 1e-12);
            Assert.True(Distance(a, c) <= Distance(a, b) + Distance(b, c) + 1e-12);
        }
    }

    [Fact]
    public void Refuses_measures_that_do_not_match()
    {
        var two = AtomicMeasure.Equal(1, [0, 1], [1, -1]);
        Assert.Throws<ArgumentException>(() => Squared(two, AtomicMeasure.Equal(1, [0, 1], [1, -1], 2)));
        Assert.Throws<ArgumentException>(() => LineTransport.SquaredDistance([0], [], 1));
    }

    /// <summary>Costs are squares and prices sums of them, all finite or refused; on the torus places count modulo 1 whatever their size.</summary>
    [Theory]
    [InlineData(1e150, true)]
    [InlineData(1e153, true)]
    [InlineData(1e154, false)]
    [InlineData(1e155, false)]
    [InlineData(1e200, false)]
    [InlineData(double.MaxValue, false)]
    public void Places_whose_squares_are_no_doubles_are_refused(double far, bool solved)
    {
        var (mu, nu) = (AtomicMeasure.Equal(1, [-far, 0, far], [1, -1, 1]), AtomicMeasure.Equal(1, [far, 0.25, -far], [1, 1, -1]));
        foreach (var power in (int[])[1, 2]) Require(null, power);
        Require(SignCost.A, 2);
        Require(SignCost.B, 2);
        foreach (var signs in (SignCost?[])[null, SignCost.A, SignCost.B])
        {
            var plan = Transport.Optimal(mu, nu, Space.Circle, signs);
            Assert.InRange(plan.Cost, 0, SignCost.B.Crossing);
            Assert.Equal(plan.Cost, plan.LowerBound, 1e-14);
        }

        void Require(SignCost? signs, int power)
        {
            if (!solved)
            {
                Assert.Throws<ArgumentException>(() => Transport.Optimal(mu, nu, Space.Line, signs, power));
                Assert.Throws<ArgumentException>(() => Transport.Distance(mu, nu, Space.Line, signs));
                Assert.Throws<ArgumentException>(() => Transport.ByAllCosts(mu, nu, Space.Line, signs, power));
                return;
            }
            foreach (var plan in (TransportPlan[])[Transport.Optimal(mu, nu, Space.Line, signs, power), Transport.ByAllCosts(mu, nu, Space.Line, signs, power)])
            {
                Assert.True(double.IsFinite(plan.Cost) && double.IsFinite(plan.LowerBound));
                Assert.All([.. plan.Prices.First, .. plan.Prices.Second], price => Assert.True(double.IsFinite(price)));
                Assert.Equal(plan.Cost, plan.LowerBound, 1e-14 * Math.Pow(far, power));
            }
        }
    }

    private static double Squared(AtomicMeasure a, AtomicMeasure b) => Transport.ByAllCosts(a, b, Space.Line, SignCost.A).Cost;

    private static double BySpecies(AtomicMeasure a, AtomicMeasure b) => SpeciesTransport.Split(a, b, Space.Line).Cost;

    private static double Distance(AtomicMeasure a, AtomicMeasure b) => Math.Sqrt(Squared(a, b));

    private static AtomicMeasure OfOneSign(int seed, int n) => AtomicMeasure.Equal(1, WithSigns(seed, n, 3).X, [.. Enumerable.Repeat(1, n)]);

    /// <summary>n atoms, half of them positive, in random places of an interval of length <paramref name="span"/>.</summary>
    private static AtomicMeasure WithSigns(int seed, int n, double span)
    {
        var random = new Random(5000 + seed);
        return AtomicMeasure.Equal(1, [.. Enumerable.Range(0, n).Select(_ => span * random.NextDouble())], [.. Enumerable.Range(0, n).Select(i => i % 2 == 0 ? 1 : -1)]);
    }
}
