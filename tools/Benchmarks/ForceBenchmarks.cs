using BenchmarkDotNet.Attributes;
using Orowan.Particles;
using Orowan.Potentials;

namespace Orowan.Benchmarks;

/// <summary>One evaluation of all velocities, and of the energy, for V = -log and W = 1/2 log(r^2 + 0.05^2).</summary>
public class ForceBenchmarks
{
    private readonly PairForces forces = new(new LogPotential(), new NegatedPotential(new RegularisedLogPotential(Bed.Softening)));
    private int[] charge = [];
    private double[] gap = [];
    private double[] velocity = [];

    [Params(64, 1024, 16384)]
    public int N { get; set; }

    /// <summary>One species (bed P) or eight blocks of two (bed R).</summary>
    [Params("P", "R")]
    public string Species { get; set; } = "P";

    [GlobalSetup]
    public void Prepare()
    {
        var bed = Bed.Make(Species, N);
        charge = [.. bed.B];
        gap = [.. bed.X.Zip(bed.X.Skip(1), (left, right) => right - left)];
        velocity = new double[N];
        forces.Velocities(charge, gap, N, velocity);
    }

    [Benchmark]
    public void Force() => forces.Velocities(charge, gap, N, velocity);

    [Benchmark]
    public double Energy() => forces.Energy(charge, gap, N);
}
