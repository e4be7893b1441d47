namespace Orowan.Potentials;

/// <summary>V(r) = wall(q) with q = sqrt(r^2 + delta^2), so V' = -r/sinh(q)^2 and V'' = (2 (r^2/q) coth q - 1)/sinh(q)^2.</summary>
/// <remarks>
/// <para>At large q a unit in the last place of q is 2q units of V, so q is taken in twice the precision: V(q + e) = V(q) - e q/sinh(q)^2
/// and 1/sinh(q + e)^2 = (1 - 2 e coth q)/sinh(q)^2, up to e^2.</para>
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

    public override double Value(double r)
    {
        var (q, rest) = Hypotenuse(r);
        var value = WallFunction.Value(q);
        return rest == 0 ? value : value - WallFunction.OverSquaredSinh(q * rest, q);
    }

    public override double Slope(double r) => -OverSquaredSinh(r, Hypotenuse(r));

    public override double Curvature(double r)
    {
        var q = Hypotenuse(r);
        return q.High >= WallFunction.Farthest ? 0 : OverSquaredSinh((2 * (r / q.High) * (r / Math.Tanh(q.High))) - 1, q);
    }

    public override double SlopeOverDistance(double r) => -OverSquaredSinh(1, Hypotenuse(r));

    /// <summary>An error of one unit in q is one of 2q coth q units in V.</summary>
    public override Interval Values(Interval r)
    {
        var far = Math.Min(double.Hypot(r.High, Delta), WallFunction.Farthest);
        return Interval.AroundNonnegative(Value(r.High), Value(r.Low), (16 + 4 * far) * Floating.Spacing);
    }

    /// <summary>factor/sinh(q)^2 with q in two parts.</summary>
    private static double OverSquaredSinh(double factor, (double High, double Low) q)
    {
        var over = WallFunction.OverSquaredSinh(factor, q.High);
        return q.Low == 0 ? over : over - (over * (2 * q.Low / Math.Tanh(q.High)));
    }

    /// <summary>
    /// q = sqrt(r^2 + delta^2) and what its rounding left out, (r^2 + delta^2 - q^2)/(2q); 0 where it does not matter: up to q = 1 a unit
    /// of q is less than three of V.
    /// </summary>
    private (double High, double Low) Hypotenuse(double r)
    {
        var q = double.Hypot(r, Delta);
        if (q is <= 1 or >= WallFunction.Farthest) return (q, 0);
        var (longer, shorter) = (Math.Max(Math.Abs(r), Delta), Math.Min(Math.Abs(r), Delta));
        // longer^2 - q^2 = (longer - q)(longer + q): the difference is exact, because q is between the longer leg and sqrt(2) times it.
        var sum = q + longer;
        var sumRest = longer - (sum - q);
        var product = (longer - q) * sum;
        var productRest = Math.FusedMultiplyAdd(longer - q, sum, -product) + ((longer - q) * sumRest);
        return (q, (Math.FusedMultiplyAdd(shorter, shorter, product) + productRest) / (2 * q));
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
        var bound = WallFunction.OverSquaredSinh(low * Math.Tanh(low), low) * (1 + 16 * Floating.Spacing);
        return Math.Min(1, Math.BitIncrement(bound));
    }
}
