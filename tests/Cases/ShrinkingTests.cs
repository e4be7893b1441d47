using Orowan.Cases;
using Orowan.Flows;
using Orowan.Formats;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Cases;

public sealed class ShrinkingTests
{
    private const ulong Seed = 20190802;

    [Fact]
    public void Every_simpler_case_is_valid_and_strictly_simpler()
    {
        foreach (var subject in Draw<LineCase>(LineCases.Separated, 50))
        {
            foreach (var simpler in LineCases.Separated.Shrink(subject))
            {
                LineCaseRules.RequireValid(simpler);
                Assert.True(Complexity.Of(simpler) < Complexity.Of(subject));
                Assert.Null(Admissibility.ReasonAgainst(simpler.V, simpler.W));
                Assert.Equal(subject.Tolerance, simpler.Tolerance);
            }
        }
    }

    [Fact]
    public void Every_simpler_pair_is_admissible_and_strictly_simpler()
    {
        foreach (var pair in Draw<PotentialPair>(PotentialPairs.Admissible, 200))
        {
            foreach (var simpler in PotentialPairs.Admissible.Shrink(pair))
            {
                Assert.Null(Admissibility.ReasonAgainst(simpler.V, simpler.W));
                Assert.True(Complexity.Of(simpler) < Complexity.Of(pair));
            }
        }
    }

    [Fact]
    public void Simpler_cases_begin_with_half_the_particles()
    {
        var subject = Draw<LineCase>(LineCases.Separated, 50).First(c => c.Count >= 8);
        Assert.Equal(subject.Count - subject.Count / 2, LineCases.Separated.Shrink(subject).First().Count);
    }

    /// <summary>Always taking the first candidate is the longest useful walk, always taking the last the most patient one.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Shrinking_ends(bool first)
    {
        foreach (var subject in Draw<LineCase>(LineCases.Separated, 50))
        {
            var (end, steps) = Walk(LineCases.Separated.Shrink, subject, candidates => first ? candidates.First() : candidates.Last());
            Assert.InRange(steps, 1, 1000);
            Assert.Equal(1, end.Count);
            Assert.IsType<ZeroPotential>(end.W);
        }
        foreach (var pair in Draw<PotentialPair>(PotentialPairs.Admissible, 200))
        {
            var (end, steps) = Walk(PotentialPairs.Admissible.Shrink, pair, candidates => first ? candidates.First() : candidates.Last());
            Assert.InRange(steps, 0, 300);
            Assert.Equal(new PotentialPair(new LogPotential(), new ZeroPotential()), end);
        }
    }

    [Fact]
    public void A_case_with_an_annihilation_becomes_one_of_three_particles()
    {
        var tried = 0;
        var withoutW = 0;
        var three = 0;
        foreach (var subject in Draw<LineCase>(LineCases.Separated, 100).Where(c => c.Count > 3 && c.V is LogPotential && Annihilates(c)))
        {
            var (end, steps) = Reduce(LineCases.Separated.Shrink, subject, Annihilates);
            Assert.InRange(end.Count, 3, 4);
            if (end.Count == 3) three++;
            Assert.Equal(2, end.Output.Length);
            Assert.All(end.X, x => Assert.InRange(Math.Abs(x).ToString("R").Length, 1, 5));
            Assert.InRange(steps, 2, 100);
            tried++;
            if (end.W is ZeroPotential) withoutW++;
        }
        // Where W pulls, an annihilation may come too late without it.
        Assert.True(withoutW >= 0.7 * tried, $"W = 0 in {withoutW} of {tried}");
        Assert.InRange(tried, 10, 100);
        // Four may need each other: a pair pushed together from both sides is not, within the horizon, when one side is gone.
        Assert.True(three >= 0.9 * tried, $"three particles in {three} of {tried}");
    }

    [Fact]
    public void A_simultaneous_annihilation_keeps_its_mirror_image()
    {
        var subject = Draw<LineCase>(LineCases.Separated, 100).First(c => c.Count > 4 && c.W is ZeroPotential && AnnihilatesTwiceAtOnce(c));
        var (end, _) = Reduce(LineCases.Separated.Shrink, subject, AnnihilatesTwiceAtOnce);
        Assert.InRange(end.Count, 4, 6);
    }

    [Fact]
    public void Two_particles_nearly_touching_come_apart_unless_that_is_the_point()
    {
        var subject = new LineCase(
            new LogPotential(), new ZeroPotential(), [0.3, 0.30000001, 0.7], [1, 1, -1], 0.5, [0, 0.5], LineCase.DefaultTolerance);
        var (apart, _) = Reduce(LineCases.Separated.Shrink, subject, c => c.Count == 3);
        Assert.Equal([-1.0, 0, 1], apart.X.ToArray());
        var (close, _) = Reduce(LineCases.Separated.Shrink, subject, c => c.Count > 1 && c.X[1] - c.X[0] < 1e-6);
        Assert.Equal(2, close.Count);
    }

    [Fact]
    public void A_potential_keeps_only_the_term_that_matters()
    {
        var pair = new PotentialPair(
            new SumPotential([new ScaledPotential(1.7, 0.39, new WallPotential()), new GaussianPotential(0.33, 1.2)]),
            new SumPotential([new NegatedPotential(new RegularisedLogPotential(0.0123)), new LorentzianPotential(-2.7, 0.56)]));
        var (end, _) = Reduce(PotentialPairs.Admissible.Shrink, pair, p => p.W.AtContact < 0 && p.W.SlopeLipschitz < 100);
        Assert.Equal(new PotentialPair(new LogPotential(), new LorentzianPotential(-1, 1)), end);
    }

    [Fact]
    public void A_pair_outside_the_assumption_still_shrinks()
    {
        var pair = new PotentialPair(new RegularisedLogPotential(0.25), new NegatedPotential(new LogPotential()));
        var (end, _) = Reduce(PotentialPairs.Admissible.Shrink, pair, p => p.W.IsSingular);
        Assert.Equal(new PotentialPair(new ZeroPotential(), new LogPotential()), end);
    }

    private static bool Annihilates(LineCase subject) => new ReferenceSolver().Solve(subject).Collisions is { Length: > 0 };

    private static bool AnnihilatesTwiceAtOnce(LineCase subject) =>
        new ReferenceSolver().Solve(subject).Collisions!.Value.Any(collision => collision.Pairs.Length > 1);

    private static IEnumerable<T> Draw<T>(Family<T> family, int count)
        where T : ISubject =>
        Enumerable.Range(0, count).Select(index => (T)family.At(Seed, index));

    private static (T End, int Steps) Reduce<T>(Func<T, IEnumerable<T>> shrink, T subject, Func<T, bool> stillFails) =>
        Walk(candidate => shrink(candidate).Where(stillFails).Take(1), subject, candidates => candidates.First());

    private static (T End, int Steps) Walk<T>(Func<T, IEnumerable<T>> shrink, T subject, Func<IEnumerable<T>, T> choose)
    {
        for (var steps = 0; ; steps++)
        {
            var candidates = shrink(subject).ToArray();
            if (candidates.Length == 0) return (subject, steps);
            subject = choose(candidates);
        }
    }
}
