using Orowan.Particles;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Kernels;

public sealed class FastForcesTests
{
    private const int Least = LogarithmicForces.FewestInCells;

    private const double Roundoff = Floating.Spacing / 2;

    /// <summary>The charges, the gaps, the number of particles and e over the sum of the sizes of the gaps.</summary>
    public static TheoryData<string, string, int, double> Chains => new()
    {
        { "equal", "even", Least, 1 }, { "equal", "even", 200_000, 1 },
        { "equal", "graded", Least + 1, 1 }, { "equal", "nested", 20_000, 1 },
        { "equal", "uneven", 200_000, 1 }, { "equal", "clustered", 5000, 1 }, { "equal", "graded", 200_000, 1 },
        { "alternating", "even", Least, 0.05 }, { "alternating", "even", 200_000, 2e-5 }, { "alternating", "graded", 20_000, 1e-3 },
        { "alternating", "crossed", 5001, 1e-4 }, { "alternating", "crossed", 20_000, 0.05 }, { "alternating", "nested", 20_000, 1e-4 },
        { "blocks", "even", 200_000, 0.05 }, { "blocks", "clustered", Least + 7, 1e-3 }, { "blocks", "graded", 20_000, 30 },
        { "random", "even", 20_000, 1e-3 }, { "random", "uneven", 200_000, 1e-4 }, { "random", "clustered", 20_000, 2e-5 },
        { "random", "graded", 20_000, 1e-4 }, { "one", "even", 20_000, 1e-3 }, { "one", "nested", Least, 1e-4 },
    };

    /// <summary>
    /// Forty particles, those at the ends among them, against sums over all others that keep the roundings of all additions; what each
    /// term has of its own is less than eight of them.
    /// </summary>
    [Theory]
    [MemberData(nameof(Chains))]
    public void Forces_over_cells_are_those_of_all_pairs_to_the_bound_derived(string charges, string gaps, int count, double share)
    {
        var (chain, softening) = Make(charges, gaps, count, share);
        AssertDirect(chain, softening, Allowed(count));
    }

    /// <summary>
    /// Roundings of either sign add up as the square root of their number; three times that, and 4 for the interpolation. The bound of the
    /// worst case is too far off to notice cells that stand by their nodes too early.
    /// </summary>
    [Theory]
    [InlineData("equal", "even", 20_000, 1)]
    [InlineData("equal", "graded", 20_000, 1)]
    [InlineData("equal", "nested", 20_000, 1)]
    [InlineData("random", "even", 20_000, 1e-3)]
    [InlineData("alternating", "graded", Least, 1e-4)]
    [InlineData("blocks", "even", 20_000, 0.05)]
    public void Roundings_do_not_all_have_one_sign(string charges, string gaps, int count, double share)
    {
        var (chain, softening) = Make(charges, gaps, count, share);
        AssertDirect(chain, softening, (4 + (3 * Math.Sqrt(Allowed(count) / Roundoff))) * Roundoff);
    }

    /// <summary>Nothing changes for fewer particles, and cells are used from there on.</summary>
    [Fact]
    public void All_pairs_are_visited_below_the_least_number_for_cells()
    {
        var (pairs, cells) = (new LikePush(), new FastLikePush());
        foreach (var count in (int[])[Least - 1, Least])
        {
            var (chain, _) = Make("equal", "even", count, 1);
            var scale = Math.ScaleB(1, LikePush.SpreadPower - Math.ILogB(chain.Gap.Sum()));
            var gap = new double[8 * ((count + 7) / 8)];
            for (var i = 0; i < count - 1; i++) gap[i] = chain.Gap[i] * scale;
            pairs.Compute(gap, count);
            cells.Compute(gap, count);
            double[] ofPairs = [.. pairs.Push[..count].ToArray().Select(p => p * (1.0 / count * scale))];
            double[] ofCells = [.. cells.Push[..count].ToArray().Select(p => p * (1.0 / count * scale))];
            Assert.NotEqual(ofPairs, ofCells);
            Assert.Equal(count < Least ? ofPairs : ofCells, Velocities(chain, 1));
        }
    }

    /// <summary>The pushes of a pair are equal and opposite, so all that is left is the error of each particle's sum.</summary>
    [Theory]
    [InlineData("equal", "even", 1)]
    [InlineData("random", "uneven", 1e-3)]
    [InlineData("alternating", "graded", 0.05)]
    public void Forces_add_up_to_zero(string charges, string gaps, double share)
    {
        var (chain, softening) = Make(charges, gaps, Least, share);
        var velocity = Velocities(chain, softening);
        double sizes = 0;
        for (var i = 0; i < Least; i++) sizes += Direct(chain, softening, i).Size;
        var sum = default(LongSum);
        foreach (var v in velocity) sum.Add(v * Least);
        Assert.True(Math.Abs(sum.Value) <= Allowed(Least) * sizes, $"{sum.Value:R} left of {sizes:R}");
    }

    [Theory]
    [InlineData("random", "uneven")]
    [InlineData("one", "even")]
    [InlineData("alternating", "crossed")]
    public void An_exchange_of_all_signs_changes_no_bit(string charges, string gaps)
    {
        var (chain, softening) = Make(charges, gaps, 5000, 1e-3);
        var exchanged = new ChainSample(Array.ConvertAll(chain.Charge, b => -b), chain.Gap);
        Assert.Equal(Velocities(chain, softening), Velocities(exchanged, softening));
    }

    [Theory]
    [InlineData("equal", "graded")]
    [InlineData("random", "uneven")]
    [InlineData("one", "clustered")]
    public void Mirrored_particles_have_mirrored_forces(string charges, string gaps)
    {
        const int Count = Least + 5;
        var (chain, softening) = Make(charges, gaps, Count, 1e-3);
        var mirrored = new ChainSample([.. chain.Charge.Reverse()], [.. chain.Gap.Reverse()]);
        var (velocity, other) = (Velocities(chain, softening), Velocities(mirrored, softening));
        for (var i = 0; i < Count; i += 7)
        {
            var size = Direct(chain, softening, i).Size;
            Assert.Equal(velocity[i] * Count, -other[Count - 1 - i] * Count, 2 * Allowed(Count) * size);
        }
    }

    [Fact]
    public void A_second_call_allocates_nothing_and_others_between_leave_no_trace()
    {
        var (chain, softening) = Make("random", "even", 5000, 0.05);
        var (other, _) = Make("one", "uneven", 2 * Least, 0.05);
        var forces = new PairForces(new LogPotential(), Pull(softening));
        var (first, between, last) = (new double[5000], new double[2 * Least], new double[5000]);
        forces.Velocities(chain.Charge, chain.Gap, 5000, first);
        var before = GC.GetAllocatedBytesForCurrentThread();
        forces.Velocities(chain.Charge, chain.Gap, 5000, last);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(first, last);
        forces.Velocities(other.Charge, other.Gap, 2 * Least, between);
        forces.Velocities(chain.Charge, chain.Gap, 5000, last);
        Assert.Equal(first, last);
        Assert.Equal(Velocities(other, softening), between);
    }

    /// <summary>
    /// The bound that FastLikePush derives, with its D for leaves of at most 64 particles and P = 128, the most pairs of cells that one
    /// cell has been seen to take part in where nested clusters are worst, and the eight roundings of the other sum.
    /// </summary>
    private static double Allowed(int count)
    {
        var halvings = (int)Math.Ceiling(Math.Log2(count / 64.0));
        return (4 + (47 * ((4 * halvings) + 111 + 128)) + (4350 * (halvings + 1)) + 8) * Roundoff;
    }

    private static void AssertDirect(ChainSample chain, double softening, double allowed)
    {
        var velocity = Velocities(chain, softening);
        for (var k = 0; k < 40; k++)
        {
            var i = (int)((long)k * (velocity.Length - 1) / 39);
            var (force, size) = Direct(chain, softening, i);
            var error = Math.Abs((velocity[i] * velocity.Length) - force);
            Assert.True(error <= allowed * size, $"particle {i}: wrong by {error / size:G3} of its terms, {allowed:G3} allowed");
        }
    }

    private static (ChainSample Chain, double Softening) Make(string charges, string gaps, int count, double share)
    {
        var chain = ChainSample.Make(charges, gaps, count);
        return (chain, share * chain.Gap.Sum(Math.Abs));
    }

    private static NegatedPotential Pull(double softening) => new(new RegularisedLogPotential(softening));

    private static double[] Velocities(ChainSample chain, double softening)
    {
        var velocity = new double[chain.Charge.Length];
        var forces = LogarithmicForces.For(new LogPotential(), Pull(softening))!;
        Assert.True(forces.TryVelocities(chain.Charge, chain.Gap, velocity.Length, velocity));
        return velocity;
    }

    /// <summary>n times the velocity, and the sum of 1/r and 1/|r + i e|.</summary>
    private static (double Force, double Size) Direct(ChainSample chain, double softening, int i)
    {
        var force = default(LongSum);
        double size = 0;
        foreach (var side in (int[])[-1, 1])
        {
            var distance = default(LongSum);
            for (var j = i + side; j >= 0 && j < chain.Charge.Length; j += side)
            {
                distance.Add(chain.Gap[Math.Min(j, j - side)]);
                var r = distance.Value;
                var like = chain.Charge[i] == chain.Charge[j];
                force.Add(like ? -side / r : side * r / ((r * r) + (softening * softening)));
                size += like ? 1 / r : 1 / Math.Sqrt((r * r) + (softening * softening));
            }
        }
        return (force.Value, size);
    }
}
