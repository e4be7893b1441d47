using System.Runtime.Intrinsics;
using Orowan.Particles;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Kernels;

public sealed class FastEnergyTests
{
    private const int Least = LogarithmicForces.FewestInCellsForEnergy;

    private const double Roundoff = Floating.Spacing / 2;

    /// <summary>
    /// Particles at equal distances g: n - m pairs are at the distance m g. Roundings of either sign add up as the square root of their
    /// number; three times that is allowed, and four of the sum itself in either way.
    /// </summary>
    [Theory]
    [InlineData(Least, 1)]
    [InlineData(20_000, 1e-3)]
    [InlineData(200_001, 3e10)]
    [InlineData(1 << 20, 1e-6)]
    public void Equal_distances_have_a_closed_form(int count, double gap)
    {
        var expected = default(LongSum);
        for (var m = 1; m < count; m++) expected.Add(-(count - m) * Math.Log(m * gap));
        int[] charge = [.. Enumerable.Repeat(1, count)];
        double[] gaps = [.. Enumerable.Repeat(gap, count - 1)];
        var energy = new PairForces(new LogPotential(), new ZeroPotential()).Energy(charge, gaps, 1);
        var allowed = (0.5 * count * (count - 1) * 3 * Math.Sqrt(PerPair(count))) + (8 * Math.Abs(expected.Value));
        Assert.Equal(expected.Value, energy, allowed * Roundoff);
    }

    /// <summary>The charges, the gaps, and e over the sum of the sizes of the gaps.</summary>
    [Theory]
    [InlineData("alternating", "even", 0.05)]
    [InlineData("alternating", "graded", 1e-3)]
    [InlineData("alternating", "crossed", 1e-4)]
    [InlineData("blocks", "clustered", 1e-3)]
    [InlineData("random", "uneven", 2e-5)]
    [InlineData("random", "nested", 30)]
    [InlineData("one", "even", 1e-4)]
    public void Energies_over_cells_are_those_of_all_pairs_to_the_bound_derived(string charges, string gaps, double share)
    {
        const int Count = Least + 3;
        var chain = ChainSample.Make(charges, gaps, Count);
        var softening = share * chain.Gap.Sum(Math.Abs);
        var energy = Energy(chain, softening);
        var sum = default(LongSum);
        double sizes = 0;
        for (var i = 0; i < Count; i++)
        {
            var distance = default(LongSum);
            for (var j = i + 1; j < Count; j++)
            {
                distance.Add(chain.Gap[j - 1]);
                var r = distance.Value;
                var value = chain.Charge[i] == chain.Charge[j] ? -Math.Log(r) : 0.5 * Math.Log((r * r) + (softening * softening));
                sum.Add(value);
                sizes += Math.Abs(value);
            }
        }
        // Of terms of both signs, the sums of either are rounded.
        var allowed = (0.5 * Count * (Count - 1) * PerPair(Count)) + (8 * sizes);
        Assert.True(Math.Abs(energy - sum.Value) <= allowed * Roundoff, $"{energy:R}, {sum.Value:R}, {allowed * Roundoff:G3} allowed");
    }

    [Fact]
    public void An_exchange_of_all_signs_changes_no_bit_and_a_second_call_allocates_nothing()
    {
        var chain = ChainSample.Make("random", "uneven", Least);
        var exchanged = Array.ConvertAll(chain.Charge, b => -b);
        var forces = new PairForces(new LogPotential(), new NegatedPotential(new RegularisedLogPotential(0.01)));
        var energy = forces.Energy(chain.Charge, chain.Gap, Least);
        var other = forces.Energy(exchanged, chain.Gap, Least);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var again = forces.Energy(exchanged, chain.Gap, Least);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(energy, other);
        Assert.Equal(energy, again);
    }

    /// <summary>Seven roundings, and what the other logarithm may have of its own.</summary>
    [Fact]
    public void Logarithms_of_lanes_are_those_of_the_library()
    {
        var random = new Random(1);
        for (var k = 0; k < 20_000; k++)
        {
            var x = Math.ScaleB(1 + random.NextDouble(), random.Next(-3, 3));
            var expected = Math.Log(x);
            Assert.Equal(expected, WeightedLogs.Log(Vector512.Create(x))[k % 8], 9 * Roundoff * Math.Abs(expected));
        }
        Assert.Equal(0, WeightedLogs.Log(Vector512<double>.One)[0]);
        Assert.Equal(-400 * LogProduct.Log2, WeightedLogs.Log(Vector512.Create(Math.ScaleB(1, -400)))[0]);
    }

    /// <summary>The bound that FastLikeLogs derives; there are fewer pairs of cells than a quarter of the particles.</summary>
    private static double PerPair(int count)
    {
        var halvings = (int)Math.Ceiling(Math.Log2(count / 64.0));
        return 1 + (9 * ((4 * halvings) + 126)) + (1100 * (halvings + 1)) + (1.6 * count / 4);
    }

    private static double Energy(ChainSample chain, double softening)
    {
        var forces = LogarithmicForces.For(new LogPotential(), new NegatedPotential(new RegularisedLogPotential(softening)))!;
        Assert.True(forces.TryEnergy(chain.Charge, chain.Gap, 1, out var energy));
        return energy;
    }
}
