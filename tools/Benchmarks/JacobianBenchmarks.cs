using BenchmarkDotNet.Attributes;
using MathNet.Numerics.LinearAlgebra;
using Orowan.Flows;
using Orowan.Particles;
using Orowan.Potentials;

namespace Orowan.Benchmarks;

/// <summary>One dense derivative of the rate by the gaps; its n^2 entries bound n from above.</summary>
public class JacobianBenchmarks
{
    private ChainFlow? flow;
    private double[] state = [];
    private Matrix<double>? jacobian;

    [Params(64, 256)]
    public int N { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var bed = Bed.Make("R", N);
        var physics = new LinePhysics(new LogPotential(), new NegatedPotential(new RegularisedLogPotential(Bed.Softening)));
        flow = new ChainFlow(Chain.From(new LineState([.. bed.X], [.. bed.B])), physics, 1e-9, 1);
        state = flow.Initial();
        jacobian = Matrix<double>.Build.Dense(flow.Dimension, flow.Dimension);
    }

    [Benchmark]
    public void Jacobian() => flow!.Jacobian(state, jacobian!);
}
