namespace Orowan.Potentials;

/// <summary>
/// V(r) = h/(1 + q), q = (r/w)^2. r V' = -2h q/(1 + q)^2, largest at q = 1: A_V = |h|/2. w^2 V'' = h (6q - 2)/(1 + q)^3, with extremes
/// -2h at q = 0 and h/2 at q = 1: Lip V' = 2|h|/w^2.
/// </summary>
/// <param name="Height">h, finite, of either sign.</param>
/// <param name="Width">w, finite and > 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A parameter is not finite, or the width is not positive.</exception>
public sealed record LorentzianPotential(double Height, double Width) : Potential
{
    /// <summary>From here on 1 + (r/w)^2 is (r/w)^2 to all digits, and the square may overflow.</summary>
    private const double Far = 1e9;

    public double Height { get; } = Require.Finite(Height);

    public double Width { get; } = Require.Positive(Width);

    public override bool IsSingular => false;

    public override double AtContact => Height;

    public override double SlopeBound => Math.Abs(Height) / 2;

    public override double RepulsionBound => Height > 0 ? SlopeBound : 0;

    public override double AttractionBound => Height < 0 ? SlopeBound : 0;

    public override double SlopeLipschitz => 2 * (Math.Abs(Height) / Width / Width);

    public override double Value(double r) => (OverOnePlusSquare(r) * Height).ToDouble();

    public override double Slope(double r)
    {
        if (double.IsInfinity(r)) return 0;
        var over = OverOnePlusSquare(r);
        return (over * over * Height * -2.0 * r / Width / Width).ToDouble();
    }

    public override double Curvature(double r)
    {
        var over = OverOnePlusSquare(r);
        var q = Math.Abs(r / Width);
        var bend = q < Far ? ((6 * q * q) - 2) / (1 + (q * q)) : 6;
        return (over * over * Height * bend / Width / Width).ToDouble();
    }

    public override double SlopeOverDistance(double r)
    {
        var over = OverOnePlusSquare(r);
        return (over * over * Height * -2.0 / Width / Width).ToDouble();
    }

    public override Interval Values(Interval r) => Height >= 0
        ? Interval.AroundNonnegative(Value(r.High), Value(r.Low), 8 * Floating.Spacing)
        : -Interval.AroundNonnegative(-Value(r.High), -Value(r.Low), 8 * Floating.Spacing);

    /// <summary>1/(1 + (r/w)^2), which far out may be below the smallest double.</summary>
    private WideRange OverOnePlusSquare(double r)
    {
        var q = Math.Abs(r / Width);
        if (q < Far) return 1 / (1 + (q * q));
        var over = (WideRange)Width / r;
        return over * over;
    }
}
