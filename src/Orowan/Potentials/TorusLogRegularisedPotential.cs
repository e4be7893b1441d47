using System.Runtime.Intrinsics;

namespace Orowan.Potentials;

/// <summary>
/// V(r) = -1/2 log(1 - 2 q cos 2 pi r + q^2) on the circle, q = exp(-2 pi delta). V_k = q^|k| / (2|k|), V_0 = 0.
/// </summary>
/// <remarks>
/// With s = sin pi r, c = cos pi r and S = sinh^2 pi delta: 1 - 2 q cos 2 pi r + q^2 = (1 - q)^2 + 4 q s^2, V' = -pi s c / (S + s^2) and
/// V'' = pi^2 (s^2 (1 + 2S) - S) / (S + s^2)^2, without cancellation near 0. V' is extreme where cos 2 pi r = 1 / cosh 2 pi delta, with
/// value pi / sinh 2 pi delta; V''(0) = -pi^2 / S is the largest curvature, because no coefficient is negative.
/// </remarks>
/// <param name="Delta">Length of the regularisation, finite and > 0.</param>
/// <exception cref="ArgumentOutOfRangeException">Delta is not finite or not positive.</exception>
public sealed record TorusLogRegularisedPotential(double Delta) : CirclePotential
{
    /// <summary>Beyond it exp(-2 pi delta) is below the smallest double, and sinh overflows.</summary>
    private const double LargestDelta = 100;

    private readonly double q = Math.Exp(-2 * Math.PI * Delta);
    private readonly double complement = -SpecialFunctions.ExpMinusOne(-2 * Math.PI * Delta);
    private readonly double square = Math.Sinh(Math.PI * Delta) * Math.Sinh(Math.PI * Delta);

    public override double Delta { get; } = Require.Positive(Delta) <= LargestDelta
        ? Delta
        : throw new ArgumentOutOfRangeException(nameof(Delta), Delta, $"{nameof(Delta)} must be at most {LargestDelta}.");

    public override bool IsSingular => false;

    /// <summary>pi^2 / sinh^2 pi delta, attained at 0.</summary>
    public override double HessianBound => Math.PI / square * Math.PI;

    /// <summary>pi / sinh 2 pi delta, attained.</summary>
    public override double GradientBound => Math.PI / Math.Sinh(2 * Math.PI * Delta);

    /// <summary>sqrt(1 + k^2) q^k / (2k) falls with k: q / sqrt 2.</summary>
    public override double CoercivityBound => q * Math.Sqrt(0.5);

    public override double Value(ReadOnlySpan<double> r)
    {
        var sin = Math.Sin(Math.PI * Nearest(r[0]));
        // Far from 0 the logarithm is that of a number near 1: 1 + (q^2 - 2 q cos 2 pi r).
        return q < 0.25
            ? -0.5 * SpecialFunctions.LogOnePlus(q * (q - 2 + (4 * sin * sin)))
            : -SpecialFunctions.LogOfHypotenuse(complement, 2 * Math.Sqrt(q) * sin);
    }

    public override void Hessian(ReadOnlySpan<double> r, Span<double> hessian)
    {
        var sin = Math.Sin(Math.PI * Nearest(r[0]));
        var size = square + (sin * sin);
        // (s^2 (1 + 2S) - S) / D = 2 s^2 - (S - s^2 + 2 s^4) / D would be shorter and cancels; divided twice, so that nothing overflows.
        hessian[0] = Math.PI * Math.PI * ((sin * sin * (1 + (2 * square))) - square) / size / size;
    }

    public override double Coefficient(ReadOnlySpan<int> k)
    {
        var size = Math.Abs((double)k[0]);
        return size == 0 ? 0 : Math.Exp(-2 * Math.PI * Delta * size) / (2 * size);
    }

    private protected override double Slope(double sin, double cos) => -Math.PI * sin * cos / (square + (sin * sin));

    private protected override Vector512<double> Slope(Vector512<double> sin, Vector512<double> cos) =>
        -Math.PI * sin * cos / (Vector512.Create(square) + (sin * sin));
}
