using System.Runtime.Intrinsics;

namespace Orowan.Potentials;

/// <summary>
/// V(r) = -log|2 sin pi r| on the circle, the sum of -log|r + m| over m up to a constant. V_k = 1 / (2|k|), V_0 = 0.
/// </summary>
public sealed record TorusLogPotential : CirclePotential
{
    public override bool IsSingular => true;

    public override double HessianBound => double.PositiveInfinity;

    public override double GradientBound => double.PositiveInfinity;

    /// <summary>sqrt(1 + k^2) / (2k) falls with k: 1 / sqrt 2.</summary>
    public override double CoercivityBound => Math.Sqrt(0.5);

    public override double Value(ReadOnlySpan<double> r) => -Math.Log(2 * Math.Abs(Math.Sin(Math.PI * Nearest(r[0]))));

    public override void Hessian(ReadOnlySpan<double> r, Span<double> hessian)
    {
        var slope = Math.PI / Math.Sin(Math.PI * Nearest(r[0]));
        hessian[0] = slope * slope;
    }

    public override double Coefficient(ReadOnlySpan<int> k) => k[0] == 0 ? 0 : 0.5 / Math.Abs((double)k[0]);

    private protected override double Slope(double sin, double cos) => -Math.PI * cos / sin;

    private protected override Vector512<double> Slope(Vector512<double> sin, Vector512<double> cos) => -Math.PI * cos / sin;
}
