using System.Runtime.Intrinsics;

namespace Orowan.Potentials;

/// <summary>
/// The Green's function of the torus, Remark 2.1 of B with alpha = 1 / (2 pi), regularised:
/// V_k = exp(-delta |k|) / (2 pi |k|^2), V_0 = 0. Near the origin V = -log|r| + O(1) at delta = 0.
/// </summary>
/// <param name="Delta">Length of the regularisation, finite and >= 0; 0 for the Green's function itself.</param>
/// <exception cref="ArgumentOutOfRangeException">Delta is not finite or negative.</exception>
public sealed record TorusGreenPotential(double Delta) : PlanarPotential(Delta)
{
    /// <summary>(1 + |k|^2) / |k|^2 exp(-delta |k|) falls with |k|: exp(-delta) / pi.</summary>
    public override double CoercivityBound => Math.Exp(-Delta) / Math.PI;

    public override double Coefficient(ReadOnlySpan<int> k)
    {
        var size = double.Hypot(k[0], k[1]);
        return size == 0 ? 0 : Math.Exp(-Delta * size) / (2 * Math.PI * size * size);
    }

    public bool Equals(TorusGreenPotential? other) => other is not null && Delta.Equals(other.Delta);

    public override int GetHashCode() => HashCode.Combine(nameof(TorusGreenPotential), Delta);

    private protected override PlanarRemainder Remainder(double delta) => PlanarSplit.Green(delta);

    private protected override double CoreValue(double x1, double x2) => PlanarCore.GreenValue(x1, x2, Height);

    private protected override (double First, double Second) CoreGradient(double x1, double x2) => PlanarCore.GreenGradient(x1, x2, Height);

    private protected override (Vector512<double> First, Vector512<double> Second) CoreGradient(Vector512<double> x1, Vector512<double> x2) =>
        PlanarCore.GreenGradient(x1, x2, Height);

    private protected override (double First, double Mixed, double Second) CoreHessian(double x1, double x2) =>
        PlanarCore.GreenHessian(x1, x2, Height);
}
