using MathNet.Numerics.LinearAlgebra;
using Orowan.Flows;
using Orowan.Particles;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Integration;

public sealed class ChainJacobianTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Agrees_with_differences_of_the_rate_on_random_chains(int seed)
    {
        var random = new Random(seed);
        for (var trial = 0; trial < 20; trial++)
        {
            var count = random.Next(2, 12);
            var x = new double[count];
            for (var i = 1; i < count; i++) x[i] = x[i - 1] + 0.05 + random.NextDouble();
            var b = Enumerable.Range(0, count).Select(_ => (random.Next(2) * 2) - 1).ToArray();
            Check(new ChainFlow(Chain.From(new LineState(x, b)), Physics(random), 1e-12, 1), count - 1, []);
        }
    }

    /// <summary>Two bound pairs of either orientation, one or both carried by logarithms, with and without an unbound particle.</summary>
    [Theory]
    [InlineData(-30, -28, 1, false)]
    [InlineData(-30, -31, -1, false)]
    [InlineData(-200, -201, 1, false)]
    [InlineData(-900, -899, -1, false)]
    [InlineData(-14, -14.5, 1, true)]
    [InlineData(-15, -14, -1, true)]
    public void Agrees_with_differences_of_the_rate_for_bound_pairs(double first, double second, int orientation, bool withOther)
    {
        double[] x = withOther ? [0, 0, 1, 1, 2.3] : [0, 0, 1, 1];
        int[] b = withOther ? [1, -1, orientation, -orientation, 1] : [1, -1, orientation, -orientation];
        var state = new LineState(x, b);
        var stated = state with { LogGap = state.LogGap.Add(0, first).Add(2, second) };
        var flow = new ChainFlow(Chain.From(stated), Physics(new Random(7)), 1e-12, 1);
        Check(flow, x.Length - 1, [0, 2]);
        if (!withOther) return;
        var regauged = flow.Regauge(flow.Initial());
        Assert.NotNull(regauged);
        Check(new ChainFlow(regauged, Physics(new Random(7)), 1e-12, 1), x.Length - 1, []);
    }

    /// <summary>What a flow says of a state does not depend on the states it was asked for before.</summary>
    [Theory]
    [InlineData(-30)]
    [InlineData(-15)]
    public void Errors_and_contacts_are_those_of_the_state_asked_for(double logGap)
    {
        var state = new LineState([0, 0, 1, 1.4, 2.3], [1, -1, 1, -1, 1]);
        var chain = Chain.From(state with { LogGap = state.LogGap.Add(0, logGap) });
        var (flow, physics) = (new ChainFlow(chain, Physics(new Random(7)), 1e-10, 1), Physics(new Random(7)));
        double[] y = [.. flow.Initial()], elsewhere = [.. y];
        for (var i = 1; i < flow.Dimension - 1; i++) elsewhere[i] *= 0.01;
        var rate = new double[y.Length];
        flow.TryRate(y, rate);
        var expected = Asked(flow);
        flow.TryRate(elsewhere, new double[y.Length]);
        Assert.Equal(expected, Asked(flow));
        Assert.Equal(expected, Asked(new ChainFlow(chain, physics, 1e-10, 1)));

        double[] Asked(ChainFlow asked)
        {
            var allowed = new double[y.Length];
            asked.AllowedErrors(y, rate, 0.1, allowed);
            asked.TryRate(elsewhere, new double[y.Length]);
            return [.. allowed, .. asked.Contacts(y, [.. rate.Select(r => -Math.Abs(r))], 0.1, 1).SelectMany(c => (double[])[c.Gap, c.Left])];
        }
    }

    private static LinePhysics Physics(Random random) => new(
        new LogPotential(),
        new NegatedPotential(new RegularisedLogPotential(0.1 + random.NextDouble())));

    /// <summary>Central differences of fourth order; each row is measured against its own largest entry.</summary>
    private static void Check(ChainFlow flow, int gaps, int[] logarithmic)
    {
        for (var i = 0; i < gaps; i++) Assert.Equal(logarithmic.Contains(i), logarithmic.Length > 0 && flow.IsLogarithmic(i));
        var y = flow.Initial();
        var jacobian = Matrix<double>.Build.Dense(flow.Dimension, flow.Dimension);
        flow.Jacobian(y, jacobian);
        var expected = Matrix<double>.Build.Dense(flow.Dimension, flow.Dimension);
        for (var k = 0; k < gaps; k++)
        {
            var step = 1e-3 * (flow.IsLogarithmic(k) ? 1 : Math.Abs(y[k]));
            expected.SetColumn(k, Difference(flow, y, k, step));
        }
        for (var i = 0; i < flow.Dimension; i++)
        {
            var size = expected.Row(i).AbsoluteMaximum();
            for (var k = 0; k < flow.Dimension; k++)
            {
                Assert.True(
                    Math.Abs(jacobian[i, k] - expected[i, k]) <= 1e-6 * size,
                    $"({i}, {k}): {jacobian[i, k]:R} and {expected[i, k]:R} by differences");
            }
        }
    }

    private static Vector<double> Difference(ChainFlow flow, double[] y, int k, double step)
    {
        var (near, far) = (Central(flow, y, k, step), Central(flow, y, k, 2 * step));
        return ((4 * near) - far) / 3;
    }

    private static Vector<double> Central(ChainFlow flow, double[] y, int k, double step)
    {
        var (above, below) = (new double[y.Length], new double[y.Length]);
        var moved = (double[])y.Clone();
        moved[k] = y[k] + step;
        Assert.True(flow.TryRate(moved, above));
        moved[k] = y[k] - step;
        Assert.True(flow.TryRate(moved, below));
        return (Vector<double>.Build.Dense(above) - Vector<double>.Build.Dense(below)) / (2 * step);
    }
}
