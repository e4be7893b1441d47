using System.Numerics;
using System.Runtime.InteropServices;

namespace Orowan.Potentials;

/// <summary>V(r) = -log|r|, A, section 1.2. r V' = -1, so all constants are exact.</summary>
public sealed record LogPotential : Potential
{
    public override bool IsSingular => true;

    public override double AtContact => double.PositiveInfinity;

    public override double SlopeBound => 1;

    public override double RepulsionBound => 1;

    public override double AttractionBound => 0;

    public override double SlopeLipschitz => double.PositiveInfinity;

    internal override ContactExpansion Contact => ContactExpansion.Logarithmic(1, 1, 0);

    public override double Value(double r) => -Math.Log(Math.Abs(r));

    public override double Slope(double r) => r == 0 ? 0 : -1 / r;

    public override double Curvature(double r) => 1 / Math.Abs(r) / Math.Abs(r);

    public override double SlopeOverDistance(double r) => -Curvature(r);

    public override void Slopes(ReadOnlySpan<double> r, Span<double> slopes)
    {
        var distances = MemoryMarshal.Cast<double, Vector<double>>(r);
        var results = MemoryMarshal.Cast<double, Vector<double>>(slopes[..r.Length]);
        for (var i = 0; i < distances.Length; i++)
        {
            var apart = ~Vector.Equals(distances[i], Vector<double>.Zero);
            results[i] = (-Vector<double>.One / distances[i]) & Vector.AsVectorDouble(apart);
        }

        for (var i = distances.Length * Vector<double>.Count; i < r.Length; i++) slopes[i] = Slope(r[i]);
    }

    public override Interval Values(Interval r) => Interval.Around(Value(r.High), Value(r.Low), 2 * Floating.Spacing);
}
