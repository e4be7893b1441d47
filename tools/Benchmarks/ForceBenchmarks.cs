using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Filters;
using Orowan.Particles;
using Orowan.Potentials;

namespace Orowan.Benchmarks;

/// <summary>One evaluation of all velocities, and of the energy, for V = -log and W = 1/2 log(r^2 + 0.05^2).</summary>
[Config(typeof(DirectOnce))]
public class ForceBenchmarks
{
    /// <summary>With more particles bed P has other places. With as many, sums over cells stand beside those over all pairs.</summary>
    private const int MostZeros = 16384;

    private readonly PairForces forces = new(new LogPotential(), new NegatedPotential(new RegularisedLogPotential(Bed.Softening)));
    private int[] charge = [];
    private double[] gap = [];
    private double[] velocity = [];
    private readonly Species first = new();
    private readonly Species second = new();
    private readonly LikePush firstPush = new();
    private readonly LikePush secondPush = new();

    /// <summary>From 2048 on forces are summed over cells, energies from 8192 on.</summary>
    [Params(64, 1024, 16384, 131072, 1048576)]
    public int N { get; set; }

    /// <summary>One species (bed P) or eight blocks of two (bed R).</summary>
    [Params("P", "R")]
    public string Species { get; set; } = "P";

    [GlobalSetup]
    public void Prepare()
    {
        var bed = N > MostZeros && Species is "P" ? new Bed("P", Semicircle(N), [.. Enumerable.Repeat(1, N)], null) : Bed.Make(Species, N);
        charge = [.. bed.B];
        gap = [.. bed.X.Zip(bed.X.Skip(1), (left, right) => right - left)];
        velocity = new double[N];
        forces.Velocities(charge, gap, N, velocity);
        Place(first, bed, 1);
        Place(second, bed, -1);
    }

    [Benchmark]
    public void Force() => forces.Velocities(charge, gap, N, velocity);

    [Benchmark]
    public double Energy() => forces.Energy(charge, gap, N);

    /// <summary>The pushes of all pairs, one by one.</summary>
    [Benchmark]
    public void DirectForce()
    {
        firstPush.Compute(first.Gap, first.Count);
        secondPush.Compute(second.Gap, second.Count);
        OppositePush.Add(first, second, Math.ScaleB(Bed.Softening, OppositePush.LargestPower));
    }

    /// <summary>The particles of a sign as the kernels take them; the spread of a bed is of order one.</summary>
    private static void Place(Species species, Bed bed, int sign)
    {
        species.Take(bed.B, sign);
        var index = species.Index;
        for (var k = 0; k < index.Length; k++)
        {
            species.High[k] = Math.ScaleB(bed.X[index[k]], OppositePush.LargestPower);
            if (k > 0) species.Gap[k - 1] = Math.ScaleB(bed.X[index[k]] - bed.X[index[k - 1]], LikePush.SpreadPower);
        }
    }

    /// <summary>
    /// Quantiles of the semicircle, which the zeros of Hermite polynomials tend to: finding n zeros takes a time as n^2, and with a million
    /// of them days.
    /// </summary>
    private static double[] Semicircle(int n)
    {
        var x = new double[n];
        for (var i = 0; i < n; i++)
        {
            var (low, high) = (-1.0, 1.0);
            for (var halving = 0; halving < 60; halving++)
            {
                var middle = 0.5 * (low + high);
                var mass = 0.5 + (((middle * Math.Sqrt(1 - (middle * middle))) + Math.Asin(middle)) / Math.PI);
                if (mass < (i + 0.5) / n) low = middle;
                else high = middle;
            }
            x[i] = 0.5 * (low + high);
        }
        return x;
    }

    private sealed class DirectOnce : ManualConfig
    {
        public DirectOnce() =>
            AddFilter(new SimpleFilter(c =>
                c.Descriptor.WorkloadMethod.Name is not nameof(DirectForce) || c.Parameters[nameof(N)] is MostZeros));
    }
}
