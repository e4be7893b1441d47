namespace Orowan.Potentials;

/// <summary>
/// V(r) = h exp(-q/2), q = (r/w)^2. r V' = -h q exp(-q/2), largest at q = 2: A_V = 2|h|/e. w^2 V'' = h (q - 1) exp(-q/2), with extremes
/// -h at q = 0 and 2 e^{-3/2} h at q = 3: Lip V' = |h|/w^2.
/// </summary>
/// <param name="Height">h, finite, of either sign.</param>
/// <param name="Width">w, finite and > 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A parameter is not finite, or the width is not positive.</exception>
public sealed record GaussianPotential(double Height, double Width) : Potential
{
    /// <summary>From here on exp(-(r/w)^2/2) &lt; 1e-2171, and V, V' and V'' underflow whatever h and w are.</summary>
    private const double Farthest = 100;

    public double Height { get; } = Require.Finite(Height);

    public double Width { get; } = Require.Positive(Width);

    public override bool IsSingular => false;

    public override double AtContact => Height;

    public override double SlopeBound => 2 * Math.Abs(Height) / Math.E;

    public override double RepulsionBound => Height > 0 ? SlopeBound : 0;

    public override double AttractionBound => Height < 0 ? SlopeBound : 0;

    public override double SlopeLipschitz => Math.Abs(Height) / Width / Width;

    public override double Value(double r) => Bell(r).ToDouble();

    public override double Slope(double r) => double.IsInfinity(r) ? 0 : -(Bell(r) * r / Width / Width).ToDouble();

    public override double Curvature(double r)
    {
        var q = Math.Abs(r / Width);
        return q >= Farthest ? 0 : (Bell(r) * ((q - 1) * (q + 1)) / Width / Width).ToDouble();
    }

    public override double SlopeOverDistance(double r) => -(Bell(r) / Width / Width).ToDouble();

    /// <summary>An error of one unit in r/w is one of (r/w)^2 units in V.</summary>
    public override Interval Values(Interval r)
    {
        var far = Math.Min(r.High / Width, Farthest);
        var relative = (8 + 4 * far * far) * Floating.Spacing;
        return Height >= 0
            ? Interval.AroundNonnegative(Value(r.High), Value(r.Low), relative)
            : -Interval.AroundNonnegative(-Value(r.High), -Value(r.Low), relative);
    }

    /// <summary>
    /// V(r). Far out a rounding of the exponent y = (r/w)^2/2 is y roundings of V, so that y is formed in twice the precision:
    /// r/w = q + e with e = (r - q w)/w, and (q + e)^2 = q^2 + 2 q e, each product with its rounding by a fused operation.
    /// </summary>
    private WideRange Bell(double r)
    {
        var q = Math.Abs(r / Width);
        if (q >= Farthest) return 0;
        var square = q * q;
        var rest = q > 1 ? Math.FusedMultiplyAdd(q, q, -square) + (2 * q * (Math.FusedMultiplyAdd(-q, Width, Math.Abs(r)) / Width)) : 0;
        return WideRange.OfNegativeExponential(square / 2, rest / 2) * Height;
    }
}
