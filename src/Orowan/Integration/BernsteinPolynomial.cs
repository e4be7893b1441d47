namespace Orowan.Integration;

/// <summary>
/// Polynomials on [0, 1] by their Bernstein coefficients. Values lie in the convex hull of the coefficients, so "no root" is a
/// certificate, not a sampled guess: a double root between two positive ends is found.
/// </summary>
public static class BernsteinPolynomial
{
    /// <summary>Subdivisions after which the interval is below the spacing of doubles.</summary>
    private const int Deepest = 60;

    /// <summary>
    /// The smallest theta in [0, 1] where the polynomial, positive before it, is not positive; null when it is positive on [0, 1].
    /// </summary>
    /// <param name="control">The coefficients, one more than the degree.</param>
    public static double? FirstNonPositive(ReadOnlySpan<double> control) => FirstNonPositive(control, 0, 1, Deepest);

    private static double? FirstNonPositive(ReadOnlySpan<double> control, double from, double to, int depth)
    {
        if (control[0] <= 0) return from;
        if (AllPositive(control)) return null;
        if (depth == 0) return to;
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
