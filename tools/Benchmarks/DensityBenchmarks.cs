using BenchmarkDotNet.Attributes;
using Orowan.Continuum;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Benchmarks;

/// <summary>One step of (1.3) by finite volumes: two evaluations by fast Fourier transforms, two steps of Euler with annihilation.</summary>
public class DensityBenchmarks
{
    private AnnihilatingDensity? density;

    /// <summary>Cells over the initial hull, two semicircles that meet; half as many more are around it.</summary>
    [Params(1024, 16384)]
    public int N { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var subject = new DensityCase(
            new LogPotential(),
            new NegatedPotential(new RegularisedLogPotential(0.25)),
            new([new SemicirclePart(-0.5, 0.5, 0.5)]),
            new([new SemicirclePart(0.5, 0.5, 0.5)]),
            1,
            [1],
            N,
            DensityCase.DefaultTolerance);
        density = new(subject, N);
        Step();
    }

    /// <summary>The time goes on from call to call; at this size a run takes far longer than a benchmark.</summary>
    [Benchmark]
    public void Step() => density!.Advance(double.PositiveInfinity, density.Steps + 1);
}
