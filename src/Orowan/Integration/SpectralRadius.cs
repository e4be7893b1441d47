using MathNet.Numerics.LinearAlgebra;

namespace Orowan.Integration;

/// <summary>Estimates the largest rate at which a flow damps or amplifies, by power iteration on its Jacobian.</summary>
internal static class SpectralRadius
{
    /// <summary>Enough for the size of the largest eigenvalue to a factor below 2 whatever the others are; more is not asked.</summary>
    private const int Iterations = 16;

    /// <summary>The estimate at y, which is inside the domain; it is not a bound.</summary>
    internal static double Of(IStiffFlow flow, ReadOnlySpan<double> y)
    {
        var jacobian = Matrix<double>.Build.Dense(flow.Dimension, flow.Dimension);
        flow.Jacobian(y, jacobian);
        // Neighbours against each other, with no symmetry: the fastest modes of particles look like this.
        var vector = Vector<double>.Build.Dense(flow.Dimension, i => (i % 2 == 0 ? 1 : -1) * (1 + (0.1 * Math.Sin(1 + (7 * i)))));
        double radius = 0;
        for (var k = 0; k < Iterations; k++)
        {
            var image = jacobian * vector;
            var size = image.InfinityNorm();
            if (size == 0 || !double.IsFinite(size)) return size;
            radius = size / vector.InfinityNorm();
            vector = image / size;
        }
        return radius;
    }
}
