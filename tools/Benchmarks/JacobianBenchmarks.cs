using BenchmarkDotNet.Attributes;
using MathNet.Numerics.LinearAlgebra;
using Orowan.Flows;
using Orowan.Particles;
using Orowan.Potentials;

namespace Orowan.Benchmarks;

/// <summary>
/// The derivative of the rate by the gaps on bed R: the whole matrix, written into one that is there, and the derivative along one
/// direction by a difference of two rates, which is what large n is left with, as its n^2 entries are 2 GB at 16384.
/// </summary>
public class JacobianBenchmarks
{
    /// <summary>Above this the matrix is not measured.</summary>
    public const int MostDense = 1024;

    private ChainFlow? flow;
    private double[] state = [];
    private double[] moved = [];
    private double[] rate = [];
    private double[] movedRate = [];
    private Matrix<double>? jacobian;

    [Params(64, 1024, 16384)]
    public int N { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var bed = Bed.Make("R", N);
        var physics = new LinePhysics(new LogPotential(), new NegatedPotential(new RegularisedLogPotential(Bed.Softening)));
        flow = new ChainFlow(Chain.From(new LineState([.. bed.X], [.. bed.B])), physics, 1e-9, 1);
        state = flow.Initial();
        moved = Array.ConvertAll(state, y => y * (1 + 1e-8));
        (rate, movedRate) = (new double[state.Length], new double[state.Length]);
        flow.TryRate(state, rate);
        if (N <= MostDense) jacobian = Matrix<double>.Build.Dense(flow.Dimension, flow.Dimension);
    }

    [Benchmark]
    public void Jacobian() => flow!.Jacobian(state, jacobian!);

    [Benchmark]
    public void AlongOneDirection()
    {
        flow!.TryRate(moved, movedRate);
        for (var i = 0; i < movedRate.Length; i++) movedRate[i] -= rate[i];
    }
}
