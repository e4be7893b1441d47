using Orowan.Particles;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Kernels;

public sealed class LogarithmicEnergyTests
{
    /// <summary>Unit roundoff of a double.</summary>
    private const double Roundoff = Floating.Spacing / 2;

    private static readonly (Potential V, Potential W)[] Pairs =
    [
        (new LogPotential(), new NegatedPotential(new RegularisedLogPotential(0.05))),
        (new LogPotential(), new ZeroPotential()),
        (new LogPotential(), new RegularisedLogPotential(1e-3)),
        (new ScaledPotential(0.3, 7, new LogPotential()), new ScaledPotential(-2, 0.5, new NegatedPotential(new ScaledPotential(3, 2, new RegularisedLogPotential(0.05))))),
    ];

    [Theory]
    [MemberData(nameof(ChainSample.Kinds), MemberType = typeof(ChainSample))]
    public void One_logarithm_for_many_pairs_and_one_for_each_agree_to_the_roundings_of_both(string charges, string gaps)
    {
        foreach (var count in ChainSample.Counts)
        {
            var chain = ChainSample.Make(charges, gaps, count);
            foreach (var (v, w) in count > 200 ? Pairs[..1] : Pairs)
            {
                Assert.True(LogarithmicForces.For(v, w)!.TryEnergy(chain.Charge, chain.Gap, count, out var wide));
                var (twin, allowed) = Twin(chain, v, w);
                var difference = Math.Abs(wide - twin);
                Assert.True(difference <= allowed, $"{v} {w} n = {count}: {wide:R}, {twin:R}, {difference / allowed:G3} of what is allowed");
            }
        }
    }

    /// <summary>Particles at equal distances g: n - m pairs are at the distance m g, so that exp(-n^2 E) is a product of factorials.</summary>
    [Theory]
    [InlineData(7, 1)]
    [InlineData(64, 0.125)]
    [InlineData(333, 1e-3)]
    [InlineData(1024, 3e10)]
    public void Equal_distances_have_a_closed_form(int count, double gap)
    {
        double expected = 0;
        for (var m = 1; m < count; m++) expected -= (count - m) * Math.Log(m * gap);
        int[] charge = [.. Enumerable.Repeat(1, count)];
        double[] gaps = [.. Enumerable.Repeat(gap, count - 1)];
        var pairs = 0.5 * count * (count - 1);
        var energy = new PairForces(new LogPotential(), new ZeroPotential()).Energy(charge, gaps, 1);
        Assert.Equal(expected, energy, pairs * (count + 40) * Roundoff);
    }

    [Fact]
    public void Lengths_out_of_range_are_left_to_the_general_way()
    {
        var chain = ChainSample.Make("blocks", "even", 40);
        chain.Gap[2] = 1e-130;
        var (v, w) = Pairs[0];
        Assert.False(LogarithmicForces.For(v, w)!.TryEnergy(chain.Charge, chain.Gap, 40, out _));
        var forces = new PairForces(v, w);
        Assert.Equal(forces.GeneralEnergy(chain.Charge, chain.Gap, 40), forces.Energy(chain.Charge, chain.Gap, 40));
    }

    [Fact]
    public void A_call_allocates_nothing_and_leaves_no_trace()
    {
        var chain = ChainSample.Make("random", "even", 200);
        var other = ChainSample.Make("equal", "uneven", 65);
        var (v, w) = Pairs[0];
        var forces = new PairForces(v, w);
        var first = forces.Energy(chain.Charge, chain.Gap, 200);
        Assert.Equal(new PairForces(v, w).Energy(other.Charge, other.Gap, 65), forces.Energy(other.Charge, other.Gap, 65));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var again = forces.Energy(chain.Charge, chain.Gap, 200);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(first, again);
    }

    /// <summary>
    /// One logarithm for each pair, with the sum's own roundings carried along, so that it has none. A distance is a sum of gaps in at
    /// most n additions in either way, and each of them moves the logarithm by the steepness times the gaps' size; a factor of a product
    /// takes at most six roundings, a value of a potential eight relative to its scale a = sup |r f'(r)| and four to itself.
    /// </summary>
    private static (double Energy, double Allowed) Twin(ChainSample chain, Potential v, Potential w)
    {
        var count = chain.Charge.Length;
        double sum = 0, rest = 0, allowed = 0;
        for (var i = 0; i < count; i++)
        {
            double distance = 0, size = 0;
            for (var j = i + 1; j < count; j++)
            {
                distance += chain.Gap[j - 1];
                size += Math.Abs(chain.Gap[j - 1]);
                var potential = chain.Charge[i] == chain.Charge[j] ? v : w;
                var value = potential.Value(distance);
                var next = sum + value;
                rest += Math.Abs(sum) >= Math.Abs(value) ? sum - next + value : value - next + sum;
                sum = next;
                allowed += (2 * count * Math.Abs(potential.Slope(distance)) * size) + (14 * potential.SlopeBound) + (4 * Math.Abs(value));
            }
        }
        var total = (double)count * count;
        return ((sum + rest) / total, allowed * Roundoff / total);
    }
}
