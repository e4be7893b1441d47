namespace Orowan.Potentials;

/// <summary>
/// What is left of a planar torus potential when the sources of the nine nearest cells are taken out, with its derivatives, each divided by
/// what makes it even. Every one is interpolated by itself: derivatives of an interpolant lose four digits to the rounding of its values.
/// </summary>
/// <param name="Value">R.</param>
/// <param name="First">d_1 R / x_1.</param>
/// <param name="Second">d_2 R / x_2.</param>
/// <param name="FirstFirst">d_11 R.</param>
/// <param name="Mixed">d_12 R / (x_1 x_2).</param>
/// <param name="SecondSecond">d_22 R.</param>
internal sealed record PlanarRemainder(
    EvenPolynomial Value,
    EvenPolynomial First,
    EvenPolynomial Second,
    EvenPolynomial FirstFirst,
    EvenPolynomial Mixed,
    EvenPolynomial SecondSecond)
{
    /// <summary>A bound of |D^2 R| over the cell: the larger diagonal entry and the other one, |x_1 x_2| &lt;= 1/4.</summary>
    public double HessianBound => Math.Max(FirstFirst.Bound, SecondSecond.Bound) + (0.25 * Mixed.Bound);
}
