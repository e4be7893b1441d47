using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Orowan.Formats;
using Orowan.Particles;
using Orowan.Potentials;

namespace Orowan.Benchmarks;

/// <summary>One evaluation of all velocities on the torus.</summary>
public class TorusForceBenchmarks
{
    private TorusForces? forces;
    private double[] movement = [];
    private double[] velocity = [];

    [Params(64, 1024)]
    public int N { get; set; }

    /// <summary>Circle: torus-log-regularised; plane: torus-green; slip: torus-edge on slip planes; delta = 1e-3.</summary>
    [Params("circle", "plane", "slip")]
    public string Motion { get; set; } = "plane";

    [GlobalSetup]
    public void Prepare()
    {
        var dimension = Motion is "circle" ? 1 : 2;
        var random = new Random(N);
        ImmutableArray<double> x = [.. Enumerable.Range(0, dimension * N).Select(_ => random.NextDouble())];
        ImmutableArray<int> b = [.. Enumerable.Range(0, N).Select(i => i % 2 == 0 ? 1 : -1)];
        TorusPotential v = Motion switch
        {
            "circle" => new TorusLogRegularisedPotential(1e-3),
            "plane" => new TorusGreenPotential(1e-3),
            _ => new TorusEdgePotential(1e-3),
        };
        var motion = Motion is "slip" ? TorusMotion.Slip : TorusMotion.Isotropic;
        var subject = new TorusCase(dimension, motion, v, FourierPotential.Zero(dimension), x, b, 1, [1], 1e-9);
        forces = new TorusForces(subject, TorusPairing.Of(subject));
        movement = new double[x.Length];
        velocity = new double[motion == TorusMotion.Slip ? N : x.Length];
        Force();
    }

    [Benchmark]
    public bool Force() => forces!.TryInteraction(movement, velocity);
}
