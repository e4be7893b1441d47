namespace Orowan.Integration;

/// <summary>
/// Polynomials on [0, 1] by their Bernstein coefficients. Values lie in the convex hull of the coefficients, so "no root" is a
/// certificate, not a sampled guess: a double root between two positive ends is found.
/// </summary>
public static class BernsteinPolynomial
{
    /// <summary>Subdivisions after which the interval is below the spacing of doubles.</summary>
    private const int Deepest = 60;

    /// <summary>A bracket below the spacing of doubles in [1/2, 1].</summary>
    private const double Narrowest = 1e-17;

    /// <summary>
    /// The smallest theta in [0, 1] where the polynomial, positive before it, is not positive; null when it is positive on [0, 1].
    /// </summary>
    /// <param name="control">The coefficients, one more than the degree.</param>
    /// <param name="before">A root that is not before this one is of no interest: null may be the answer then.</param>
    public static double? FirstNonPositive(ReadOnlySpan<double> control, double before = 1) =>
        before < 1 && ChangesSignOnce(control) && At(control, before) > 0 ? null : FirstNonPositive(control, 0, 1, Deepest);

    private static double? FirstNonPositive(ReadOnlySpan<double> control, double from, double to, int depth)
    {
        if (control[0] <= 0) return from;
        if (AllPositive(control)) return null;
        if (depth == 0) return to;
        if (ChangesSignOnce(control)) return from + ((to - from) * OnlyRoot(control));
        Span<double> left = stackalloc double[control.Length];
        Span<double> right = stackalloc double[control.Length];
        Halve(control, left, right);
        var middle = 0.5 * (from + to);
        return FirstNonPositive(left, from, middle, depth - 1) ?? FirstNonPositive(right, middle, to, depth - 1);
    }

    private static bool AllPositive(ReadOnlySpan<double> control)
    {
        foreach (var c in control)
        {
            if (!(c > 0)) return false;
        }
        return true;
    }

    /// <summary>Positive coefficients and then others: the polynomial changes its sign once in (0, 1), by Descartes' rule.</summary>
    private static bool ChangesSignOnce(ReadOnlySpan<double> control)
    {
        var k = control.Length - 1;
        if (!(control[k] < 0)) return false;
        while (control[k] <= 0) k--;
        return AllPositive(control[..k]);
    }

    /// <summary>
    /// The root between the positive start and the negative end: secants between the ends of a bracket, the value at an end that stays
    /// halved each time (the Illinois rule), and the middle where a secant does not get inside; the upper end of the narrowest bracket.
    /// </summary>
    private static double OnlyRoot(ReadOnlySpan<double> control)
    {
        var (low, high, atLow, atHigh) = (0.0, 1.0, control[0], control[^1]);
        for (var look = 1; high - low > Narrowest; look++)
        {
            var theta = low + ((high - low) * (atLow / (atLow - atHigh)));
            if (look % 4 == 0 || !(theta > low && theta < high)) theta = low + (0.5 * (high - low));
            if (!(theta > low && theta < high)) break;
            var value = At(control, theta);
            if (value > 0) (low, atLow, atHigh) = (theta, value, 0.5 * atHigh);
            else (high, atHigh, atLow) = (theta, value, 0.5 * atLow);
        }
        return high;
    }

    private static double At(ReadOnlySpan<double> control, double theta)
    {
        Span<double> value = stackalloc double[control.Length];
        control.CopyTo(value);
        for (var level = control.Length - 1; level > 0; level--)
        {
            for (var j = 0; j < level; j++) value[j] = ((1 - theta) * value[j]) + (theta * value[j + 1]);
        }
        return value[0];
    }

    /// <summary>De Casteljau's subdivision at 1/2.</summary>
    private static void Halve(ReadOnlySpan<double> control, Span<double> left, Span<double> right)
    {
        control.CopyTo(right);
        for (var k = 0; k < control.Length; k++)
        {
            left[k] = right[0];
            for (var j = 0; j < control.Length - 1 - k; j++) right[j] = 0.5 * (right[j] + right[j + 1]);
        }
    }
}
