using Orowan.Particles;
using Xunit;

namespace Orowan.Tests.Flows;

/// <summary>Runs with so many particles that forces are summed over cells.</summary>
public sealed class ManyParticlesTests
{
    private const int Count = LogarithmicForces.FewestInCells;

    private const double Softening = 0.05;

    /// <summary>
    /// The same equations with sums over all pairs, in six steps of the classical method of order 4. Neighbours relax in a time of some
    /// 1/(5 n), 1e-4, so a step of 1e-6 leaves a relative error of 1e-8 at most in a way of some 1e-5: far below what the run states.
    /// </summary>
    [Fact]
    public void A_run_over_cells_is_the_flow_of_the_direct_sums()
    {
        const double Horizon = 6e-6;
        var random = new Random(1);
        var (x, b) = (new double[Count], new int[Count]);
        for (var i = 0; i < Count; i++) (x[i], b[i]) = ((i + (0.5 * random.NextDouble())) / Count, i * 8 / Count % 2 == 0 ? 1 : -1);
        var run = Line.Solve(Line.Case(Line.Log, Line.Attraction(Softening), x, b, Horizon, [0, Horizon], 1e-7));
        Assert.Null(run.Ended);
        for (var step = 0; step < 6; step++) x = Step(x, b, Horizon / 6);
        Line.AssertWithin(run.X[1].Zip(x, (over, direct) => Math.Abs(over - direct)).Max(), run.Uncertainty!.Value, "distance of the two");
        Line.AssertWithin(run.Uncertainty.Value, 1e-7 * run.X[1].Max(Math.Abs), "stated uncertainty");
    }

    private static double[] Step(double[] x, int[] b, double h)
    {
        var k1 = Velocities(x, b);
        var k2 = Velocities(Moved(x, k1, 0.5 * h), b);
        var k3 = Velocities(Moved(x, k2, 0.5 * h), b);
        var k4 = Velocities(Moved(x, k3, h), b);
        return [.. x.Select((place, i) => place + (h / 6 * (k1[i] + (2 * (k2[i] + k3[i])) + k4[i])))];
    }

    private static double[] Moved(double[] x, double[] v, double h) => [.. x.Zip(v, (place, speed) => place + (h * speed))];

    /// <summary>1/r between equals, r/(r^2 + e^2) towards opposites, over n.</summary>
    private static double[] Velocities(double[] x, int[] b)
    {
        var velocity = new double[Count];
        for (var i = 0; i < Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var r = x[i] - x[j];
                var push = b[i] == b[j] ? 1 / r : -r / ((r * r) + (Softening * Softening));
                velocity[i] += push / Count;
                velocity[j] -= push / Count;
            }
        }
        return velocity;
    }
}
