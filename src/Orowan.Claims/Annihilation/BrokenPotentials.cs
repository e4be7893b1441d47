using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>Another potential in everything that is not overridden: a fault says in one member what it breaks.</summary>
internal abstract record BrokenPotential(Potential Of) : Potential
{
    public override bool IsSingular => Of.IsSingular;

    public override double AtContact => Of.AtContact;

    public override double SlopeBound => Of.SlopeBound;

    public override double RepulsionBound => Of.RepulsionBound;

    public override double AttractionBound => Of.AttractionBound;

    public override double SlopeLipschitz => Of.SlopeLipschitz;

    public override double Value(double r) => Of.Value(r);

    public override double Slope(double r) => Of.Slope(r);

    public override double Curvature(double r) => Of.Curvature(r);

    public override Interval Values(Interval r) => Of.Values(r);
}

/// <summary>A potential that understates its constants by a factor, whose slope has a wrong size or sign, or that is not even.</summary>
internal sealed record MisstatedPotential(Potential Of, double Understated = 1, double SlopeSign = 1, double Shift = 0) : BrokenPotential(Of)
{
    public override double SlopeBound => Understated * Of.SlopeBound;

    public override double RepulsionBound => Understated * Of.RepulsionBound;

    public override double AttractionBound => Understated * Of.AttractionBound;

    public override double SlopeLipschitz => Understated * Of.SlopeLipschitz;

    public override double Value(double r) => Of.Value(r) + (r < 0 ? Shift : 0);

    public override double Slope(double r) => SlopeSign * Of.Slope(r);

    public override double Curvature(double r) => SlopeSign * Of.Curvature(r);
}

/// <summary>A potential whose enclosure says that it is 0.</summary>
internal sealed record Veiled(Potential Of) : BrokenPotential(Of)
{
    /// <summary>A well of depth 5 that its enclosure hides, so that a K found by branch and bound is too small.</summary>
    public static Veiled Well { get; } = new(new GaussianPotential(-5, 1));

    public override Interval Values(Interval r) => new(0, 0);
}

/// <summary>A singular potential that is finite at contact all the same.</summary>
internal sealed record CappedAtContact(Potential Of) : BrokenPotential(Of)
{
    public override double Value(double r) => r == 0 ? 0 : Of.Value(r);
}

/// <summary>A potential with V'(0) = 1, against the convention V'(0) = 0.</summary>
internal sealed record PushedAtContact(Potential Of) : BrokenPotential(Of)
{
    public override double Slope(double r) => r == 0 ? 1 : Of.Slope(r);
}
