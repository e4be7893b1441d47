using System.Runtime.Intrinsics;

namespace Orowan.Potentials;

/// <summary>
/// An interaction potential V or V_delta on the flat torus T^d = R^d / Z^d, d = 1 or 2, as a value: V, its gradient and Hessian, its Fourier
/// coefficients, and the constants that B uses. Everything is dimensionless; lengths are in units of the torus.
/// </summary>
/// <remarks>
/// Points may be given anywhere in R^d: the nearest image of r to 0 is taken, without loss of digits where r is small. A constant is a
/// closed form, rounded to nearest, or an upper bound; it may be infinite, as those of a singular potential are.
/// </remarks>
public abstract record TorusPotential
{
    /// <summary>d.</summary>
    public abstract int Dimension { get; }

    /// <summary>The regularisation length delta; 0 of a singular potential and of a trigonometric polynomial.</summary>
    public virtual double Delta => 0;

    /// <summary>V(r), r of length d; +infinity at the origin of a singular potential.</summary>
    public abstract double Value(ReadOnlySpan<double> r);

    /// <summary>Writes the gradient of V at r (both of length d); zero at the origin, of a singular potential by convention.</summary>
    public abstract void Gradient(ReadOnlySpan<double> r, Span<double> gradient);

    /// <summary>Writes D^2 V at r (length d) row by row (length d * d); not finite at the origin of a singular potential.</summary>
    public abstract void Hessian(ReadOnlySpan<double> r, Span<double> hessian);

    /// <summary>V_k = int V(x) exp(-2 pi i k.x) dx, k of length d: the real part, which is all of it as an interaction is even.</summary>
    public abstract double Coefficient(ReadOnlySpan<int> k);

    /// <summary>Whether V is unbounded at the origin.</summary>
    public abstract bool IsSingular { get; }

    /// <summary>lambda_delta: an upper bound of the operator norm of D^2 V, attained at 0 when no coefficient is negative.</summary>
    public abstract double HessianBound { get; }

    /// <summary>An upper bound of |grad V|.</summary>
    public abstract double GradientBound { get; }

    /// <summary>c such that |D^3 V(r)| &lt;= c / |r|^3 in the cell, |.| the operator norm; infinite where none is known.</summary>
    internal virtual double ThirdDerivativeBound => double.PositiveInfinity;

    /// <summary>K = sup over k != 0 of (1 + |k|^2)^(d/2) V_k, of (V2) of B.</summary>
    public abstract double CoercivityBound { get; }

    /// <summary>
    /// Writes the gradients at m points, component by component: first the m values of component 1. <paramref name="r"/> is of length
    /// d * m; <paramref name="gradients"/> too, or shorter by whole components when the last ones are not wanted.
    /// </summary>
    public virtual void Gradients(ReadOnlySpan<double> r, Span<double> gradients)
    {
        var count = r.Length / Dimension;
        Span<double> point = stackalloc double[Dimension];
        Span<double> gradient = stackalloc double[Dimension];
        for (var i = 0; i < count; i++)
        {
            for (var a = 0; a < Dimension; a++) point[a] = r[(a * count) + i];
            Gradient(point, gradient);
            for (var a = 0; a * count < gradients.Length; a++) gradients[(a * count) + i] = gradient[a];
        }
    }

    /// <summary>The representative of r in [-1/2, 1/2].</summary>
    internal static double Nearest(double r) => r - Math.Round(r);

    /// <summary>The same in every lane.</summary>
    internal static Vector512<double> Nearest(Vector512<double> r) => r - Vector512.Round(r);
}
