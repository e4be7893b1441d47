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
    /// <summary>Beyond this r/w all values underflow.</summary>
    private const double Farthest = 100;

    public double Height { get; } = Require.Finite(Height);

    public double Width { get; } = Require.Positive(Width);

    public override bool IsSingular => false;

    public override double AtContact => Height;

    public override double SlopeBound => 2 * Math.Abs(Height) / Math.E;

    public override double RepulsionBound => Height > 0 ? SlopeBound : 0;

    public override double AttractionBound => Height < 0 ? SlopeBound : 0;

    public override double SlopeLipschitz => Math.Abs(Height) / Width / Width;

    public override double Value(double r) => Bell(1, r / Width);

    public override double Slope(double r) => Bell(-(r / Width), r / Width) / Width;

    public override double Curvature(double r)
    {
        var q = r / Width;
        return Bell((Math.Abs(q) - 1) * (Math.Abs(q) + 1), q) / Width / Width;
    }

    public override double SlopeOverDistance(double r) => -Bell(1, r / Width) / Width / Width;

    /// <summary>An error of one unit in r/w is one of (r/w)^2 units in V.</summary>
    public override Interval Values(Interval r)
    {
        var far = Math.Min(r.High / Width, Farthest);
        var relative = (8 + 4 * far * far) * SpecialFunctions.Epsilon;
        return Height >= 0
            ? Interval.AroundNonnegative(Value(r.High), Value(r.Low), relative)
            : -Interval.AroundNonnegative(-Value(r.High), -Value(r.Low), relative);
    }

    /// <summary>h * factor * exp(-q^2/2), the exponential in two halves so that it does not underflow before the product does.</summary>
    private double Bell(double factor, double q)
    {
        if (Math.Abs(q) >= Farthest) return 0;
        var root = Math.Exp(-0.25 * q * q);
        return Height * root * factor * root;
    }
}
