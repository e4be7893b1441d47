namespace Orowan.Potentials;

/// <summary>V(r) = wall(q) with q = sqrt(r^2 + delta^2), so V' = -r/sinh(q)^2 and V'' = (2 (r^2/q) coth q - 1)/sinh(q)^2.</summary>
/// <remarks>
/// <para>At large q a unit in the last place of q is 2q units of V, so V is as accurate as its dependence on r and delta allows.</para>
/// <para>-r V' = (q^2 - delta^2)/sinh(q)^2 has its only critical point where q (q - tanh q) = delta^2; the left side increases, and there
/// -r V' = 2q/sinh 2q, which decreases in q, so the lower end of a bracket of the root gives an upper bound.</para>
/// <para>Lip V' = -V''(0) = 1/sinh(delta)^2: V'' >= -1/sinh(q)^2 is clear; for the other side let u = 2 (q - delta) coth q. Then
/// 2 (r^2/q) coth q &lt;= 2u, while sinh(q)^2/sinh(delta)^2 = exp(2 int coth) >= e^u >= 2u - 1.</para>
/// </remarks>
/// <param name="Delta">Length of the regularisation, finite and > 0.</param>
/// <exception cref="ArgumentOutOfRangeException">Delta is not finite or not positive.</exception>
public sealed record RegularisedWallPotential(double Delta) : Potential
{
    public double Delta { get; } = Require.Positive(Delta);

    public override bool IsSingular => false;

    public override double AtContact => WallFunction.Value(Delta);

    public override double SlopeBound => RepulsionBound;

    public override double RepulsionBound { get; } = LargestSlope(Delta);

    public override double AttractionBound => 0;

    public override double SlopeLipschitz => WallFunction.OverSquaredSinh(1, Delta);

    public override double Value(double r) => WallFunction.Value(double.Hypot(r, Delta));

    public override double Slope(double r) => -WallFunction.OverSquaredSinh(r, double.Hypot(r, Delta));

    public override double Curvature(double r)
    {
        var q = double.Hypot(r, Delta);
        return q < WallFunction.Farthest ? WallFunction.OverSquaredSinh(2 * (r / q) * (r / Math.Tanh(q)) - 1, q) : 0;
    }

    public override double SlopeOverDistance(double r) => -WallFunction.OverSquaredSinh(1, double.Hypot(r, Delta));

    /// <summary>An error of one unit in q is one of 2q coth q units in V.</summary>
    public override Interval Values(Interval r)
    {
        var far = Math.Min(double.Hypot(r.High, Delta), WallFunction.Farthest);
        return Interval.AroundNonnegative(Value(r.High), Value(r.Low), (16 + 4 * far) * SpecialFunctions.Epsilon);
    }

    private static double LargestSlope(double delta)
    {
        // The equation reads q - delta = tanh(q) q/(q + delta), whose right side is below 1.
        var low = delta;
        var high = delta + 1;
        for (var middle = low + (high - low) / 2; low < middle && middle < high; middle = low + (high - low) / 2)
        {
            if (middle - delta < Math.Tanh(middle) * (middle / (middle + delta))) low = middle;
            else high = middle;
        }

        // 2q/sinh 2q = q tanh q/sinh(q)^2; the factor covers the rounding of the bracket and of the functions.
        var bound = WallFunction.OverSquaredSinh(low * Math.Tanh(low), low) * (1 + 16 * SpecialFunctions.Epsilon);
        return Math.Min(1, Math.BitIncrement(bound));
    }
}
