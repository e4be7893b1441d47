namespace Orowan.Potentials;

/// <summary>V(r) = L^p with L = log(1 + 1/r^2): a singularity weaker than the logarithm's for p &lt; 1, and V >= 0 everywhere.</summary>
/// <remarks>
/// With m = 1/(1 + r^2) = 1 - e^{-L}: -r V' = 2p L^{p-1} m and V'' = 2p L^{p-1} (m/r^2) (3 - 2m - 2 (1 - p) m/L), whose last factor is
/// never below 0.4. For p = 1, A_V = 2, not attained. For p &lt; 1, L^{p-1} (1 - e^{-L}) is largest where e^L - 1 = L/(1 - p); the left
/// side is convex, so Newton's method from the right falls on to the one positive root, and at the maximum an error of the root counts
/// only by its square.
/// </remarks>
/// <param name="Power">p in (0, 1].</param>
/// <exception cref="ArgumentOutOfRangeException">The power is not in (0, 1].</exception>
public sealed record SubLogPotential(double Power) : Potential
{
    /// <summary>From here on L = r^-2 to all digits, and r^-2 may underflow where L^p does not.</summary>
    private const double Far = 1e9;

    public double Power { get; } = Require.PositiveAtMostOne(Power);

    public override bool IsSingular => true;

    public override double AtContact => double.PositiveInfinity;

    public override double SlopeBound => RepulsionBound;

    public override double RepulsionBound { get; } = LargestSlope(Power);

    public override double AttractionBound => 0;

    public override double SlopeLipschitz => double.PositiveInfinity;

    /// <summary>L = 2 l + O(r^2), and the correction vanishes from L^p too.</summary>
    internal override ContactExpansion Contact => ContactExpansion.Logarithmic(Power, Math.Pow(2, Power), 0);

    public override double Value(double r)
    {
        var size = Math.Abs(r);
        if (Power == 1) return Logarithm(size);
        return size < Far ? Math.Pow(Logarithm(size), Power) : Math.Pow(size, -2 * Power);
    }

    public override double Slope(double r) => r == 0 ? 0 : -(Decrease(Math.Abs(r)) / r);

    public override double Curvature(double r)
    {
        var size = Math.Abs(r);
        if (size == 0) return double.PositiveInfinity;
        return Decrease(size) * ConvexityFactor(size) / size / size;
    }

    public override double SlopeOverDistance(double r)
    {
        var size = Math.Abs(r);
        return size == 0 ? double.NegativeInfinity : -(Decrease(size) / size / size);
    }

    public override Interval Values(Interval r) =>
        Interval.AroundNonnegative(Value(r.High), Value(r.Low), 16 * Floating.Spacing);

    private static double LargestSlope(double power)
    {
        if (power == 1) return 2;

        // 4/(1-p)^2 >= 1 + (2/(1-p)) log(2/(1-p)) because log x <= x - 1: the start is to the right of the root.
        var root = 2 * Math.Log(2 / (1 - power));
        for (var next = root; next > 0;)
        {
            var exponential = SpecialFunctions.ExpMinusOne(root);
            next = root - (exponential - root / (1 - power)) / (exponential - power / (1 - power));
            if (!(next < root)) break;
            root = next;
        }

        // 2p is a bound as well: L^{p-1} min(L, 1) <= 1.
        var slope = -2 * power * Math.Pow(root, power - 1) * SpecialFunctions.ExpMinusOne(-root);
        return slope < 2 * power ? slope * (1 + 16 * Floating.Spacing) : 2 * power;
    }

    private static double Logarithm(double size)
    {
        if (size <= 1) return SpecialFunctions.LogOnePlus(size * size) - 2 * Math.Log(size);
        return SpecialFunctions.LogOnePlus(1 / size / size);
    }

    /// <summary>-r V'(r) for r > 0.</summary>
    private double Decrease(double size) => size < Far
        ? 2 * Power * (Math.Pow(Logarithm(size), Power - 1) / (1 + size * size))
        : 2 * Power * Math.Pow(size, -2 * Power);

    private double ConvexityFactor(double size)
    {
        if (size >= Far) return 1 + 2 * Power;
        var m = 1 / (1 + size * size);
        return 3 - 2 * m - 2 * (1 - Power) * (m / Logarithm(size));
    }
}
