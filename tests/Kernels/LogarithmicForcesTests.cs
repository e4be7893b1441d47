using Orowan.Particles;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Kernels;

public sealed class LogarithmicForcesTests
{
    /// <summary>Unit roundoff of a double.</summary>
    private const double Roundoff = Floating.Spacing / 2;

    private static readonly (Potential V, Potential W)[] Pairs =
    [
        (new LogPotential(), new ZeroPotential()),
        (new LogPotential(), new NegatedPotential(new RegularisedLogPotential(0.05))),
        (new LogPotential(), new RegularisedLogPotential(1e-3)),
        (new ScaledPotential(0.3, 7, new LogPotential()), new ScaledPotential(-2, 0.5, new RegularisedLogPotential(0.05))),
    ];

    [Theory]
    [MemberData(nameof(ChainSample.Kinds), MemberType = typeof(ChainSample))]
    public void Wide_and_general_forces_agree_to_the_roundings_of_both(string charges, string gaps)
    {
        foreach (var count in ChainSample.Counts)
        {
            var chain = ChainSample.Make(charges, gaps, count);
            // Beyond a tile the sizes of the potentials change no path of the kernel, and one pair with both kinds of push goes through it.
            foreach (var (v, w) in count > 200 ? Pairs[1..2] : Pairs)
            {
                var wide = new double[count];
                Assert.True(LogarithmicForces.For(v, w)!.TryVelocities(chain.Charge, chain.Gap, count, wide));
                var general = new double[count];
                new PairForces(v, w).GeneralVelocities(chain.Charge, chain.Gap, count, general);
                var allowed = Allowed(chain, v, w);
                for (var i = 0; i < count; i++)
                {
                    var difference = Math.Abs(wide[i] - general[i]);
                    Assert.True(
                        difference <= allowed[i],
                        $"{v} {w} n = {count}, particle {i}: {wide[i]:R}, {general[i]:R}, {difference / allowed[i]:G3} of what is allowed");
                }
            }
        }
    }

    [Theory]
    [InlineData("even")]
    [InlineData("uneven")]
    [InlineData("clustered")]
    public void Like_pushes_have_the_bits_of_the_scalar_twin(string gaps)
    {
        foreach (var count in ChainSample.Counts)
        {
            var gap = Array.ConvertAll(ChainSample.Make("equal", gaps, count).Gap, g => Math.ScaleB(g, LikePush.SpreadPower));
            var padded = new double[8 * ((count + 7) / 8)];
            gap.CopyTo(padded, 0);
            var wide = new LikePush();
            wide.Compute(padded, count);
            var twin = ScalarTwin.LikePush(gap);
            for (var i = 0; i < count; i++)
            {
                Assert.True(twin[i].Equals(wide.Push[i]), $"n = {count}, particle {i}: {twin[i]:R} and {wide.Push[i]:R}");
            }
        }
    }

    /// <summary>Two at a distance g push each other by exactly 1/g, whatever else is padding.</summary>
    [Fact]
    public void Powers_of_two_are_pushed_exactly()
    {
        var velocity = new double[8];
        Assert.True(LogarithmicForces.For(new LogPotential(), new ZeroPotential())!
            .TryVelocities([1, -1, -1, -1, -1, -1, -1, 1], [0.125, 0.125, 0.125, 0.125, 0.125, 0.125, 0.25], 1, velocity));
        Assert.Equal(-1, velocity[0]);
        Assert.Equal(1, velocity[^1]);
    }

    /// <summary>Charges of all kinds after each other, in both orders of size, the last alone of its sign among them.</summary>
    [Theory]
    [InlineData("random", 65, "blocks", 200)]
    [InlineData("blocks", 200, "random", 65)]
    [InlineData("equal", 62, "alternating", 64)]
    [InlineData("alternating", 64, "equal", 62)]
    [InlineData("blocks", 43, "equal", 41)]
    public void A_call_leaves_no_trace_in_the_next(string charges, int count, string others, int otherCount)
    {
        var first = ChainSample.Make(charges, "even", count);
        var other = ChainSample.Make(others, "uneven", otherCount);
        var (v, w) = Pairs[1];
        var forces = new PairForces(v, w);
        var (before, between, after, alone) = (new double[count], new double[otherCount], new double[count], new double[otherCount]);
        forces.Velocities(first.Charge, first.Gap, count, before);
        forces.Velocities(other.Charge, other.Gap, otherCount, between);
        forces.Velocities(first.Charge, first.Gap, count, after);
        new PairForces(v, w).Velocities(other.Charge, other.Gap, otherCount, alone);
        Assert.Equal(before, after);
        Assert.Equal(alone, between);
    }

    [Fact]
    public void A_call_with_the_same_charges_allocates_nothing()
    {
        var chain = ChainSample.Make("random", "even", 200);
        var forces = new PairForces(new LogPotential(), new NegatedPotential(new RegularisedLogPotential(0.05)));
        var velocity = new double[200];
        forces.Velocities(chain.Charge, chain.Gap, 200, velocity);
        var before = GC.GetAllocatedBytesForCurrentThread();
        forces.Velocities(chain.Charge, chain.Gap, 200, velocity);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Theory]
    [InlineData(0, 0.05)]
    [InlineData(1e-130, 0.05)]
    [InlineData(double.NaN, 0.05)]
    [InlineData(double.PositiveInfinity, 0.05)]
    [InlineData(0.1, 1e-7)]
    [InlineData(0.1, 1e160)]
    public void Lengths_out_of_range_are_left_to_the_general_way(double gap, double softening)
    {
        var chain = ChainSample.Make("blocks", "even", 40);
        chain.Gap[2] = gap;
        var w = new NegatedPotential(new RegularisedLogPotential(softening));
        var (chosen, general) = (new double[40], new double[40]);
        Assert.False(LogarithmicForces.For(new LogPotential(), w)!.TryVelocities(chain.Charge, chain.Gap, 40, chosen));
        new PairForces(new LogPotential(), w).Velocities(chain.Charge, chain.Gap, 40, chosen);
        new PairForces(new LogPotential(), w).GeneralVelocities(chain.Charge, chain.Gap, 40, general);
        Assert.Equal(general, chosen);
    }

    [Fact]
    public void Other_potentials_are_left_to_the_general_way()
    {
        Assert.Null(LogarithmicForces.For(new WallPotential(), new ZeroPotential()));
        Assert.Null(LogarithmicForces.For(new RegularisedLogPotential(0.1), new ZeroPotential()));
        Assert.Null(LogarithmicForces.For(new LogPotential(), new NegatedPotential(new LogPotential())));
        Assert.Null(LogarithmicForces.For(new LogPotential(), new GaussianPotential(1, 1)));
    }

    /// <summary>
    /// A distance is a sum of gaps in at most n additions, in either way; if all are positive that is a relative error of n roundings, and
    /// r t'(r) is at most t(r) in size for both kinds of term. A term takes at most ten roundings more, and a sum of n of them at most n.
    /// Two ways: 4 n + 20. Where opposites have crossed, the roundings are those of the sum of sizes of the gaps.
    /// </summary>
    private static double[] Allowed(ChainSample chain, Potential v, Potential w)
    {
        var count = chain.Charge.Length;
        var allowed = new double[count];
        for (var i = 0; i < count; i++)
        {
            double distance = 0, size = 0;
            for (var j = i + 1; j < count; j++)
            {
                distance += chain.Gap[j - 1];
                size += Math.Abs(chain.Gap[j - 1]);
                var like = chain.Charge[i] == chain.Charge[j];
                var term = Math.Abs((like ? v : w).Slope(distance));
                var steepness = Math.Abs((like ? v : w).Curvature(distance)) * size;
                var share = (((2 * count) + 20) * term) + (2 * count * steepness);
                allowed[i] += share * Roundoff / count;
                allowed[j] += share * Roundoff / count;
            }
        }
        return allowed;
    }
}
