using System.Numerics;
using System.Runtime.InteropServices;

namespace Orowan.Potentials;

/// <summary>
/// V(r) = -1/2 log(r^2 + delta^2). With q = (r/delta)^2: r V' = -q/(1 + q), hence A_V = A^-_V = 1, not attained;
/// delta^2 V'' = (q - 1)/(1 + q)^2 lies in [-1, 1/8], hence Lip V' = 1/delta^2, attained at 0.
/// </summary>
/// <param name="Delta">Length of the regularisation, finite and > 0.</param>
/// <exception cref="ArgumentOutOfRangeException">Delta is not finite or not positive.</exception>
public sealed record RegularisedLogPotential(double Delta) : Potential
{
    /// <summary>Up to this distance, and from that delta on, r^2 + delta^2 neither overflows nor loses digits to underflow.</summary>
    private const double SafeDistance = 1e150;

    private const double SafeDelta = 1e-140;

    public double Delta { get; } = Require.Positive(Delta);

    public override bool IsSingular => false;

    public override double AtContact => -Math.Log(Delta);

    public override double SlopeBound => 1;

    public override double RepulsionBound => 1;

    public override double AttractionBound => 0;

    public override double SlopeLipschitz => 1 / Delta / Delta;

    public override double Value(double r) => -SpecialFunctions.LogOfHypotenuse(r, Delta);

    public override double Slope(double r)
    {
        if (Math.Abs(r) <= SafeDistance && Delta is >= SafeDelta and <= SafeDistance) return -r / (r * r + Delta * Delta);
        var distance = double.Hypot(r, Delta);
        return double.IsInfinity(distance) ? 0 : -(r / distance) / distance;
    }

    public override double Curvature(double r)
    {
        var distance = double.Hypot(r, Delta);
        if (double.IsInfinity(distance)) return 0;
        var size = Math.Abs(r);
        return (size - Delta) / distance * ((size + Delta) / distance) / distance / distance;
    }

    public override double SlopeOverDistance(double r)
    {
        var distance = double.Hypot(r, Delta);
        return -1 / distance / distance;
    }

    public override void Slopes(ReadOnlySpan<double> r, Span<double> slopes)
    {
        var done = Delta is >= SafeDelta and <= SafeDistance ? SafeSlopes(r, slopes[..r.Length]) : 0;
        for (var i = done; i < r.Length; i++) slopes[i] = Slope(r[i]);
    }

    public override Interval Values(Interval r) => Interval.Around(Value(r.High), Value(r.Low), 8 * Floating.Spacing);

    /// <summary>Whole vectors up to the first one with a distance too large to square; returns how many slopes are done.</summary>
    private int SafeSlopes(ReadOnlySpan<double> r, Span<double> slopes)
    {
        var distances = MemoryMarshal.Cast<double, Vector<double>>(r);
        var results = MemoryMarshal.Cast<double, Vector<double>>(slopes);
        var limit = new Vector<double>(SafeDistance);
        var square = new Vector<double>(Delta * Delta);
        for (var i = 0; i < distances.Length; i++)
        {
            if (!Vector.LessThanOrEqualAll(Vector.Abs(distances[i]), limit)) return i * Vector<double>.Count;
            results[i] = -distances[i] / (distances[i] * distances[i] + square);
        }

        return distances.Length * Vector<double>.Count;
    }
}
