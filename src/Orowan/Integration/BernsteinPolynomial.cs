namespace Orowan.Integration;

/// <summary>
/// A polynomial on [0, 1] by its Bernstein coefficients. Its values lie in the convex hull of the coefficients, so "no root" is a
/// certificate, not a sampled guess: a double root between two positive ends is found.
/// </summary>
public sealed class BernsteinPolynomial(double[] control)
{
    /// <summary>Subdivisions after which the interval is below the spacing of doubles.</summary>
    private const int Deepest = 60;

    /// <summary>
    /// The smallest theta in [0, 1] where the polynomial, positive before it, is not positive; null when it is positive on [0, 1].
    /// </summary>
    public double? FirstNonPositive() => FirstNonPositive(control, 0, 1, Deepest);

    private static double? FirstNonPositive(double[] control, double from, double to, int depth)
    {
        if (control[0] <= 0) return from;
        if (Array.TrueForAll(control, c => c > 0)) return null;
        if (depth == 0) return to;
        var (left, right) = Halve(control);
        var middle = 0.5 * (from + to);
        return FirstNonPositive(left, from, middle, depth - 1) ?? FirstNonPositive(right, middle, to, depth - 1);
    }

    /// <summary>De Casteljau's subdivision at 1/2.</summary>
    private static (double[] Left, double[] Right) Halve(double[] control)
    {
        var right = (double[])control.Clone();
        var left = new double[control.Length];
        for (var k = 0; k < control.Length; k++)
        {
            left[k] = right[0];
            for (var j = 0; j < control.Length - 1 - k; j++) right[j] = 0.5 * (right[j] + right[j + 1]);
        }
        return (left, right);
    }
}
