using Orowan.Potentials;

namespace Orowan.Claims.MultipleSigns;

/// <summary>A torus potential that is wrong in one thing: a fault for the claims on potentials.</summary>
/// <param name="Of">The right one.</param>
/// <param name="Factor">Factor of values, gradient and Hessian.</param>
/// <param name="Understated">Factor of the constants alone.</param>
/// <param name="Coefficients">Factor of the coefficients alone.</param>
/// <param name="Shift">Added to values where the first component is negative.</param>
/// <param name="Ripple">Height of a wave cos(2 pi 3 x1) that is taken away from the values and derivatives but not from the coefficients.</param>
/// <param name="GradientFactor">Factor of gradient and Hessian alone.</param>
/// <param name="Skew">Share by which the gradient is too large where the first component is negative, so that it is not odd.</param>
/// <param name="Bend">Added to the first entry of the Hessian where the first component is negative.</param>
internal sealed record MisstatedTorusPotential(
    TorusPotential Of, double Factor = 1, double Understated = 1, double Coefficients = 1, double Shift = 0, double Ripple = 0,
    double GradientFactor = 1, double Skew = 0, double Bend = 0)
    : TorusPotential
{
    private const double Wave = 6 * Math.PI;

    public override int Dimension => Of.Dimension;

    public override double Delta => Of.Delta;

    public override bool IsSingular => Of.IsSingular;

    public override double HessianBound => Understated * Of.HessianBound;

    public override double GradientBound => Understated * Of.GradientBound;

    public override double CoercivityBound => Understated * Of.CoercivityBound;

    public override double Value(ReadOnlySpan<double> r) =>
        (Factor * Of.Value(r)) + (r[0] < 0 ? Shift : 0) - (Ripple * Math.Cos(Wave * r[0]));

    public override void Gradient(ReadOnlySpan<double> r, Span<double> gradient)
    {
        Of.Gradient(r, gradient);
        for (var a = 0; a < Dimension; a++) gradient[a] *= Factor * GradientFactor * (r[0] < 0 ? 1 + Skew : 1);
        gradient[0] += Ripple * Wave * Math.Sin(Wave * r[0]);
    }

    public override void Hessian(ReadOnlySpan<double> r, Span<double> hessian)
    {
        Of.Hessian(r, hessian);
        for (var a = 0; a < Dimension * Dimension; a++) hessian[a] *= Factor * GradientFactor;
        hessian[0] += (Ripple * Wave * Wave * Math.Cos(Wave * r[0])) + (r[0] - Math.Round(r[0]) < 0 ? Bend : 0);
    }

    public override double Coefficient(ReadOnlySpan<int> k) => Factor * Coefficients * Of.Coefficient(k);
}
