using MathNet.Numerics.LinearAlgebra;

namespace Orowan.Integration;

/// <summary>A flow that knows the derivative of its rate, as an implicit method needs it.</summary>
public interface IStiffFlow : IFlow
{
    /// <summary>
    /// Writes df_i/dy_k at y, which is inside the domain, into <paramref name="jacobian"/> (square, of the dimension, zero before). It steers
    /// an iteration whose fixed point does not depend on it, so that small errors cost time but no accuracy.
    /// </summary>
    void Jacobian(ReadOnlySpan<double> y, Matrix<double> jacobian);
}
