using System.Numerics;
using System.Runtime.InteropServices;

namespace Orowan.Potentials;

/// <summary>
/// a * V(r/s). r V' keeps its bounds up to the factor |a|, and a negative a exchanges repulsion and attraction; Lip V' gains |a|/s^2.
/// </summary>
/// <remarks>
/// The quotient r/s is rounded once, so each result is as accurate as its dependence on r allows; r/s and the results at it must be in the
/// range of normal doubles (an r of 1e300 with a stretch below 1e-8 is not).
/// </remarks>
/// <param name="Factor">a, finite, of either sign; 0 makes the zero potential.</param>
/// <param name="Stretch">s, finite and > 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A parameter is not finite, or the stretch is not positive.</exception>
/// <exception cref="ArgumentNullException">The potential is missing.</exception>
public sealed record ScaledPotential(double Factor, double Stretch, Potential Of) : Potential
{
    private const int Chunk = 128;

    public double Factor { get; } = Require.Finite(Factor);

    public double Stretch { get; } = Require.Positive(Stretch);

    public Potential Of { get; } = Require.Given(Of);

    public override bool IsSingular => Factor != 0 && Of.IsSingular;

    public override double AtContact => Contact.Limit;

    public override double SlopeBound => Scale(Of.SlopeBound);

    public override double RepulsionBound => Scale(Factor < 0 ? Of.AttractionBound : Of.RepulsionBound);

    public override double AttractionBound => Scale(Factor < 0 ? Of.RepulsionBound : Of.AttractionBound);

    public override double SlopeLipschitz => Scale(Of.SlopeLipschitz) / Stretch / Stretch;

    internal override ContactExpansion Contact => Of.Contact.Scaled(Factor, Stretch);

    public override double Value(double r) => Factor == 0 ? 0 : Factor * Of.Value(r / Stretch);

    public override double Slope(double r) => Factor == 0 ? 0 : Factor * Of.Slope(r / Stretch) / Stretch;

    public override double Curvature(double r) => Factor == 0 ? 0 : Factor * Of.Curvature(r / Stretch) / Stretch / Stretch;

    public override double SlopeOverDistance(double r) => Factor == 0 ? 0 : Factor * Of.SlopeOverDistance(r / Stretch) / Stretch / Stretch;

    public override void Slopes(ReadOnlySpan<double> r, Span<double> slopes)
    {
        slopes = slopes[..r.Length];
        if (Factor == 0)
        {
            slopes.Clear();
            return;
        }

        if (Stretch == 1) Of.Slopes(r, slopes);
        else StretchedSlopes(r, slopes);
        Rescale(slopes);
    }

    public override Interval Values(Interval r)
    {
        if (Factor == 0) return new Interval(0, 0);
        if (Stretch == 1) return Factor * Of.Values(r);
        var low = Math.Max(0, Math.BitDecrement(r.Low / Stretch));
        return Factor * Of.Values(new Interval(low, Math.BitIncrement(r.High / Stretch)));
    }

    private double Scale(double bound) => Factor == 0 ? 0 : Math.Abs(Factor) * bound;

    private void StretchedSlopes(ReadOnlySpan<double> r, Span<double> slopes)
    {
        Span<double> stretched = stackalloc double[Chunk];
        for (var start = 0; start < r.Length; start += Chunk)
        {
            var length = Math.Min(Chunk, r.Length - start);
            Divide(r.Slice(start, length), Stretch, stretched);
            Of.Slopes(stretched[..length], slopes.Slice(start, length));
        }
    }

    private static void Divide(ReadOnlySpan<double> values, double by, Span<double> results)
    {
        var wide = MemoryMarshal.Cast<double, Vector<double>>(values);
        var wideResults = MemoryMarshal.Cast<double, Vector<double>>(results);
        var divisor = new Vector<double>(by);
        for (var i = 0; i < wide.Length; i++) wideResults[i] = wide[i] / divisor;
        for (var i = wide.Length * Vector<double>.Count; i < values.Length; i++) results[i] = values[i] / by;
    }

    private void Rescale(Span<double> slopes)
    {
        var wide = MemoryMarshal.Cast<double, Vector<double>>(slopes);
        var factor = new Vector<double>(Factor);
        var divisor = new Vector<double>(Stretch);
        for (var i = 0; i < wide.Length; i++) wide[i] = factor * wide[i] / divisor;
        for (var i = wide.Length * Vector<double>.Count; i < slopes.Length; i++) slopes[i] = Factor * slopes[i] / Stretch;
    }
}
