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
            Assert.Equal(LineTransport.SquaredDistance([.. mu.X], [.. nu.X], mu.Mass), SignedTransport.SquaredDistance(mu, nu), 1e-12);
        }
    }

    [Fact]
    public void Sign_changes_where_moving_costs_more_than_two()
    {
        // Positive at 0 and negative at s go to positive at s and negative at 0: staying put and changing sign costs 2 each.
        foreach (var span in new[] { 1.0, 1.4, 1.5, 10.0 })
        {
            var (mu, nu) = (new SignedAtoms([0, span], [1, -1], 0.5), new SignedAtoms([span, 0], [1, -1], 0.5));
            Assert.Equal(Math.Min(span * span, 2), SignedTransport.SquaredDistance(mu, nu), 1e-12);
            Assert.Equal(span * span, SignedTransport.SquaredDistanceBySpecies(mu, nu), 1e-12);
        }
    }

    [Fact]
    public void Masses_of_a_sign_may_differ()
    {
        var (mu, nu) = (new SignedAtoms([0, 1], [1, 1], 0.5), new SignedAtoms([0, 1], [1, -1], 0.5));
        Assert.Equal(1, SignedTransport.SquaredDistance(mu, nu));
        Assert.Throws<ArgumentException>(() => SignedTransport.SquaredDistanceBySpecies(mu, nu));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(64)]
    public void Splitting_by_species_costs_at_least_as_much_and_the_same_within_root_two(int n)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var (mu, nu) = (WithSigns(seed, n, 1.4), WithSigns(seed + 100, n, 1.4));
            Assert.Equal(SignedTransport.SquaredDistanceBySpecies(mu, nu), SignedTransport.SquaredDistance(mu, nu), 1e-12);
            var (far, farther) = (WithSigns(seed, n, 20), WithSigns(seed + 100, n, 20));
            var excess = SignedTransport.SquaredDistance(far, farther) - SignedTransport.SquaredDistanceBySpecies(far, farther);
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
            var plan = SignedTransport.Optimal(WithSigns(seed, 64, 5), WithSigns(seed + 100, 64, 5));
            Assert.InRange(plan.SquaredDistance - plan.LowerBound, -1e-12, 1e-11);
            Assert.Equal(64, plan.Partner.ToArray().Distinct().Count());
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
        var two = new SignedAtoms([0, 1], [1, -1], 0.5);
        Assert.Throws<ArgumentException>(() => SignedTransport.Optimal(two, new SignedAtoms([0], [1], 0.5)));
        Assert.Throws<ArgumentException>(() => SignedTransport.Optimal(two, two with { Mass = 1 }));
        Assert.Throws<ArgumentException>(() => LineTransport.SquaredDistance([0], [], 1));
    }

    private static double Distance(SignedAtoms a, SignedAtoms b) => Math.Sqrt(SignedTransport.SquaredDistance(a, b));

    private static SignedAtoms OfOneSign(int seed, int n) => WithSigns(seed, n, 3) with { Sign = [.. Enumerable.Repeat(1, n)] };

    /// <summary>n atoms, half of them positive, in random places of an interval of length <paramref name="span"/>.</summary>
    private static SignedAtoms WithSigns(int seed, int n, double span)
    {
        var random = new Random(5000 + seed);
        return new SignedAtoms([.. Enumerable.Range(0, n).Select(_ => span * random.NextDouble())], [.. Enumerable.Range(0, n).Select(i => i % 2 == 0 ? 1 : -1)], 1.0 / n);
    }
}
