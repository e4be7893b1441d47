using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>A potential that understates its constants by a factor, or whose slope has the wrong sign: a fault for the claims on potentials.</summary>
internal sealed record MisstatedPotential(Potential Of, double Understated = 1, double SlopeSign = 1, double Shift = 0) : Potential
{
    public override bool IsSingular => Of.IsSingular;

    public override double AtContact => Of.AtContact;

    public override double SlopeBound => Understated * Of.SlopeBound;

    public override double RepulsionBound => Understated * Of.RepulsionBound;

    public override double AttractionBound => Understated * Of.AttractionBound;

    public override double SlopeLipschitz => Understated * Of.SlopeLipschitz;

    public override double Value(double r) => Of.Value(r) + (r < 0 ? Shift : 0);

    public override double Slope(double r) => SlopeSign * Of.Slope(r);

    public override double Curvature(double r) => SlopeSign * Of.Curvature(r);

    public override Interval Values(Interval r) => Of.Values(r);
}

/// <summary>A deep well of W that its own enclosure hides, so that a K found by branch and bound is too small.</summary>
internal sealed record OverstatedEnclosure : Potential
{
    private static readonly GaussianPotential Well = new(-5, 1);

    public override bool IsSingular => false;

    public override double AtContact => Well.AtContact;

    public override double SlopeBound => Well.SlopeBound;

    public override double RepulsionBound => Well.RepulsionBound;

    public override double AttractionBound => Well.AttractionBound;

    public override double SlopeLipschitz => Well.SlopeLipschitz;

    public override double Value(double r) => Well.Value(r);

    public override double Slope(double r) => Well.Slope(r);

    public override double Curvature(double r) => Well.Curvature(r);

    public override Interval Values(Interval r) => new(0, 0);
}
