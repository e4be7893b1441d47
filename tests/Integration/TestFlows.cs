using MathNet.Numerics.LinearAlgebra;
using Orowan.Integration;

namespace Orowan.Tests.Integration;

/// <summary>y' = f(y) with the same error allowed to every unknown.</summary>
internal abstract class TestFlow(int dimension, double allowed) : IStiffFlow
{
    public int Dimension => dimension;

    public abstract bool TryRate(ReadOnlySpan<double> y, Span<double> rate);

    public abstract void Jacobian(ReadOnlySpan<double> y, Matrix<double> jacobian);

    public void AllowedErrors(ReadOnlySpan<double> y, ReadOnlySpan<double> rate, double step, Span<double> errors) => errors.Fill(allowed);
}

/// <summary>Kepler's problem (x, y, x', y') with eccentricity 0.3 from its pericentre at time 0; smooth and not stiff.</summary>
internal sealed class KeplerFlow(double allowed) : TestFlow(4, allowed)
{
    private const double Eccentricity = 0.3;

    public static double[] At(double time)
    {
        var anomaly = time;
        for (var k = 0; k < 100; k++) anomaly = time + (Eccentricity * Math.Sin(anomaly));
        var minor = Math.Sqrt(1 - (Eccentricity * Eccentricity));
        var speed = 1 / (1 - (Eccentricity * Math.Cos(anomaly)));
        return
        [
            Math.Cos(anomaly) - Eccentricity,
            minor * Math.Sin(anomaly),
            -speed * Math.Sin(anomaly),
            speed * minor * Math.Cos(anomaly),
        ];
    }

    public override bool TryRate(ReadOnlySpan<double> y, Span<double> rate)
    {
        var square = (y[0] * y[0]) + (y[1] * y[1]);
        var cube = square * Math.Sqrt(square);
        (rate[0], rate[1], rate[2], rate[3]) = (y[2], y[3], -y[0] / cube, -y[1] / cube);
        return true;
    }

    public override void Jacobian(ReadOnlySpan<double> y, Matrix<double> jacobian)
    {
        var square = (y[0] * y[0]) + (y[1] * y[1]);
        var fifth = square * square * Math.Sqrt(square);
        jacobian[0, 2] = jacobian[1, 3] = 1;
        jacobian[2, 0] = ((3 * y[0] * y[0]) - square) / fifth;
        jacobian[3, 1] = ((3 * y[1] * y[1]) - square) / fifth;
        jacobian[2, 1] = jacobian[3, 0] = 3 * y[0] * y[1] / fifth;
    }
}

/// <summary>Prothero and Robinson: y' = -stiffness (y - cos t) - sin t with t as the second unknown; y = cos t.</summary>
internal sealed class ProtheroRobinsonFlow(double stiffness, double allowed) : TestFlow(2, allowed)
{
    public override bool TryRate(ReadOnlySpan<double> y, Span<double> rate)
    {
        rate[0] = (-stiffness * (y[0] - Math.Cos(y[1]))) - Math.Sin(y[1]);
        rate[1] = 1;
        return true;
    }

    public override void Jacobian(ReadOnlySpan<double> y, Matrix<double> jacobian)
    {
        jacobian[0, 0] = -stiffness;
        jacobian[0, 1] = (-stiffness * Math.Sin(y[1])) - Math.Cos(y[1]);
    }
}

/// <summary>van der Pol's oscillator y'' = ((1 - y^2) y' - y) / epsilon.</summary>
internal sealed class VanDerPolFlow(double epsilon, double allowed) : TestFlow(2, allowed)
{
    public override bool TryRate(ReadOnlySpan<double> y, Span<double> rate)
    {
        (rate[0], rate[1]) = (y[1], (((1 - (y[0] * y[0])) * y[1]) - y[0]) / epsilon);
        return true;
    }

    public override void Jacobian(ReadOnlySpan<double> y, Matrix<double> jacobian)
    {
        jacobian[0, 1] = 1;
        jacobian[1, 0] = ((-2 * y[0] * y[1]) - 1) / epsilon;
        jacobian[1, 1] = (1 - (y[0] * y[0])) / epsilon;
    }
}

/// <summary>y' = y^2 inside y &lt; 2: a domain with an edge.</summary>
internal sealed class BoundedFlow(double allowed) : TestFlow(1, allowed)
{
    public override bool TryRate(ReadOnlySpan<double> y, Span<double> rate)
    {
        rate[0] = y[0] * y[0];
        return y[0] < 2;
    }

    public override void Jacobian(ReadOnlySpan<double> y, Matrix<double> jacobian) => jacobian[0, 0] = 2 * y[0];
}
