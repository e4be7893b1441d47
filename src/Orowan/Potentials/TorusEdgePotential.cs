using System.Runtime.Intrinsics;

namespace Orowan.Potentials;

/// <summary>
/// The potential between edge dislocations on the torus, section 2.3.2 of B, regularised: V_k = k_2^2 exp(-delta |k|) / (pi |k|^4), V_0 = 0.
/// Near the origin V = -log|r| + r_1^2 / |r|^2 + O(1) at delta = 0.
/// </summary>
/// <param name="Delta">Length of the regularisation, finite and >= 0; 0 for the potential itself.</param>
/// <exception cref="ArgumentOutOfRangeException">Delta is not finite or negative.</exception>
public sealed record TorusEdgePotential(double Delta) : PlanarPotential(Delta)
{
    /// <summary>(1 + |k|^2) k_2^2 / (pi |k|^4) &lt;= (1 + 1/|k|^2) / pi, with equality where k_1 = 0: 2 exp(-delta) / pi.</summary>
    public override double CoercivityBound => 2 * Math.Exp(-Delta) / Math.PI;

    public override double Coefficient(ReadOnlySpan<int> k)
    {
        var size = double.Hypot(k[0], k[1]);
        if (size == 0) return 0;
        var slope = k[1] / size;
        return slope * slope * Math.Exp(-Delta * size) / (Math.PI * size * size);
    }

    public bool Equals(TorusEdgePotential? other) => other is not null && Delta.Equals(other.Delta);

    public override int GetHashCode() => HashCode.Combine(nameof(TorusEdgePotential), Delta);

    private protected override PlanarRemainder Remainder(double delta) => PlanarSplit.Edge(delta);

    private protected override double CoreValue(double x1, double x2) => PlanarCore.EdgeValue(x1, x2, Height);

    private protected override (double First, double Second) CoreGradient(double x1, double x2) => PlanarCore.EdgeGradient(x1, x2, Height);

    private protected override (Vector512<double> First, Vector512<double> Second) CoreGradient(Vector512<double> x1, Vector512<double> x2) =>
        PlanarCore.EdgeGradient(x1, x2, Height);

    private protected override (double First, double Mixed, double Second) CoreHessian(double x1, double x2) =>
        PlanarCore.EdgeHessian(x1, x2, Height);
}
