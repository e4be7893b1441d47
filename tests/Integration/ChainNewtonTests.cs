using MathNet.Numerics.LinearAlgebra;
using Orowan.Flows;
using Orowan.Particles;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Integration;

public sealed class ChainNewtonTests
{
    /// <summary>The contraction above which backward differences call a linearisation too old.</summary>
    private const double SlowContraction = 0.2;

    /// <summary>
    /// Against the whole Jacobian and Gauss, in the errors allowed, for steps from none to a thousand times the fastest time; with opposites
    /// to thirty times, since their attraction makes the system of a longer step indefinite.
    /// </summary>
    [Theory]
    [InlineData(1, 1, 0.001)]
    [InlineData(2, 4, 1)]
    [InlineData(3, 4, 30)]
    [InlineData(4, 1, 1000)]
    public void Conjugate_gradients_solve_an_implicit_step_well_enough_for_newton(int seed, int blocks, double stiffness)
    {
        var random = new Random(seed);
        var (x, b) = (new double[150], new int[150]);
        for (var i = 1; i < x.Length; i++) x[i] = x[i - 1] + ((0.2 + random.NextDouble()) / x.Length);
        for (var i = 0; i < b.Length; i++) b[i] = i * blocks / b.Length % 2 == 0 ? 1 : -1;
        var physics = new LinePhysics(new LogPotential(), new NegatedPotential(new RegularisedLogPotential(0.3)));
        var flow = new ChainFlow(Chain.From(new LineState(x, b)), physics, 1e-6, 1);
        var y = flow.Initial();
        var (rate, allowed) = (new double[flow.Dimension], new double[flow.Dimension]);
        Assert.True(flow.TryRate(y, rate));
        flow.AllowedErrors(y, rate, 0, allowed);
        flow.Linearise(y, rate);
        var gamma = stiffness / flow.FastestRate;

        var side = Vector<double>.Build.Dense(flow.Dimension, i => allowed[i] * ((20 * random.NextDouble()) - 10));
        var jacobian = Matrix<double>.Build.Dense(flow.Dimension, flow.Dimension);
        flow.Jacobian(y, jacobian);
        var exact = (Matrix<double>.Build.DenseIdentity(flow.Dimension) - (gamma * jacobian)).Solve(side);
        var found = side.ToArray();
        flow.Solve(gamma, allowed, found);
        var (largest, error) = (0.0, 0.0);
        for (var i = 0; i < found.Length; i++)
        {
            largest = Math.Max(largest, Math.Abs(exact[i]) / allowed[i]);
            error = Math.Max(error, Math.Abs(found[i] - exact[i]) / allowed[i]);
        }
        Assert.True(error <= SlowContraction * largest, $"{error:G3} of {largest:G3}");
    }
}
