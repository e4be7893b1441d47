namespace Orowan.Potentials;

/// <summary>
/// V(r) = r coth r - log|2 sinh r|, the interaction of vertical walls of dislocations, A, section 1.2. -r V' = (r/sinh r)^2 decreases
/// from 1, hence A_V = A^-_V = 1, not attained.
/// </summary>
/// <remarks>
/// As printed the formula loses everything at large r (17 % at r = 18). With e = exp(-2r) it is 2 r e/(1 - e) - log(1 - e): a sum of
/// positive terms, in which nothing cancels.
/// </remarks>
public sealed record WallPotential : Potential
{
    public override bool IsSingular => true;

    public override double AtContact => double.PositiveInfinity;

    public override double SlopeBound => 1;

    public override double RepulsionBound => 1;

    public override double AttractionBound => 0;

    public override double SlopeLipschitz => double.PositiveInfinity;

    internal override ContactExpansion Contact => ContactExpansion.Logarithmic(1, 1, 1 - Math.Log(2));

    public override double Value(double r) => WallFunction.Value(Math.Abs(r));

    public override double Slope(double r) => r == 0 ? 0 : -WallFunction.OverSquaredSinh(r, Math.Abs(r));

    public override double Curvature(double r)
    {
        var size = Math.Abs(r);
        if (size == 0) return double.PositiveInfinity;
        return size >= WallFunction.Farthest ? 0 : WallFunction.OverSquaredSinh(2 * (size / Math.Tanh(size)) - 1, size);
    }

    public override double SlopeOverDistance(double r) => -WallFunction.OverSquaredSinh(1, Math.Abs(r));

    public override Interval Values(Interval r) =>
        Interval.AroundNonnegative(Value(r.High), Value(r.Low), 16 * Floating.Spacing);
}
