using System.Numerics;
using System.Runtime.InteropServices;

namespace Orowan.Potentials;

/// <summary>-V: repulsion and attraction change places.</summary>
/// <exception cref="ArgumentNullException">The potential is missing.</exception>
public sealed record NegatedPotential(Potential Of) : Potential
{
    public Potential Of { get; } = Require.Given(Of);

    public override bool IsSingular => Of.IsSingular;

    public override double AtContact => -Of.AtContact;

    public override double SlopeBound => Of.SlopeBound;

    public override double RepulsionBound => Of.AttractionBound;

    public override double AttractionBound => Of.RepulsionBound;

    public override double SlopeLipschitz => Of.SlopeLipschitz;

    internal override ContactExpansion Contact => Of.Contact.Scaled(-1, 1);

    public override double Value(double r) => -Of.Value(r);

    public override double Slope(double r) => -Of.Slope(r);

    public override double Curvature(double r) => -Of.Curvature(r);

    public override double SlopeOverDistance(double r) => -Of.SlopeOverDistance(r);

    public override void Slopes(ReadOnlySpan<double> r, Span<double> slopes)
    {
        slopes = slopes[..r.Length];
        Of.Slopes(r, slopes);
        var wide = MemoryMarshal.Cast<double, Vector<double>>(slopes);
        for (var i = 0; i < wide.Length; i++) wide[i] = -wide[i];
        for (var i = wide.Length * Vector<double>.Count; i < slopes.Length; i++) slopes[i] = -slopes[i];
    }

    public override Interval Values(Interval r) => -Of.Values(r);
}
