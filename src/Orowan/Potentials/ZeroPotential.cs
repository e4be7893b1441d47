namespace Orowan.Potentials;

/// <summary>V = 0: no interaction.</summary>
public sealed record ZeroPotential : Potential
{
    public override bool IsSingular => false;

    public override double AtContact => 0;

    public override double SlopeBound => 0;

    public override double RepulsionBound => 0;

    public override double AttractionBound => 0;

    public override double SlopeLipschitz => 0;

    public override double Value(double r) => 0;

    public override double Slope(double r) => 0;

    public override double Curvature(double r) => 0;

    public override double SlopeOverDistance(double r) => 0;

    public override void Slopes(ReadOnlySpan<double> r, Span<double> slopes) => slopes[..r.Length].Clear();

    public override Interval Values(Interval r) => new(0, 0);
}
