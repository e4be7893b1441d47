using System.Runtime.Intrinsics;

namespace Orowan.Potentials;

/// <summary>
/// A function on the cell [-1/2, 1/2]^2 that is even in both components, as a polynomial in y_a = 8 x_a^2 - 1, which run over [-1, 1].
/// </summary>
/// <remarks>
/// T_(2j)(2x) = T_j(8 x^2 - 1), so interpolation at the Chebyshev nodes in y is even Chebyshev interpolation in x. If the function is
/// analytic with |f| &lt;= M for 2x in the ellipse with half axes (rho + 1/rho)/2 and (rho - 1/rho)/2 (the other variable in the cell),
/// its coefficients in y are at most 2 M rho^(-2j), and the interpolation error of N nodes at most 4 M rho^(-2N) / (1 - rho^-2) for each
/// variable. Monomials are as well conditioned as Chebyshev polynomials here, because rho^2 is large: the coefficients fall faster than
/// the change of basis lets them grow.
/// </remarks>
internal sealed class EvenPolynomial
{
    /// <summary>Nodes for each variable.</summary>
    internal const int Nodes = 12;

    /// <summary>Row i holds the coefficients of y_1^i, in rising powers of y_2.</summary>
    private readonly double[] coefficients;

    private EvenPolynomial(double[] coefficients) => this.coefficients = coefficients;

    /// <summary>The x >= 0 at which the function must be known; none is 0.</summary>
    internal static double NodeAt(int j) => Math.Sqrt(0.125 * (1 + Math.Cos(Math.PI * (j + 0.5) / Nodes)));

    /// <summary>The interpolant of values[i * Nodes + j] at (NodeAt(i), NodeAt(j)).</summary>
    internal static EvenPolynomial Through(ReadOnlySpan<double> values)
    {
        var rows = new double[Nodes * Nodes];
        Span<double> line = stackalloc double[Nodes];
        for (var i = 0; i < Nodes; i++) ToMonomials(values.Slice(i * Nodes, Nodes), rows.AsSpan(i * Nodes, Nodes));
        Span<double> column = stackalloc double[Nodes];
        for (var j = 0; j < Nodes; j++)
        {
            for (var i = 0; i < Nodes; i++) column[i] = rows[(i * Nodes) + j];
            ToMonomials(column, line);
            for (var i = 0; i < Nodes; i++) rows[(i * Nodes) + j] = line[i];
        }
        return new EvenPolynomial(rows);
    }

    /// <summary>The value at x, whose components are in the cell.</summary>
    internal double Value(double x1, double x2)
    {
        var (y1, y2) = ((8 * x1 * x1) - 1, (8 * x2 * x2) - 1);
        double value = 0;
        for (var i = Nodes - 1; i >= 0; i--)
        {
            double inner = 0;
            for (var j = Nodes - 1; j >= 0; j--) inner = Math.FusedMultiplyAdd(inner, y2, coefficients[(i * Nodes) + j]);
            value = Math.FusedMultiplyAdd(value, y1, inner);
        }
        return value;
    }

    /// <summary>A bound of its size over the cell: each y_a is at most 1 in size.</summary>
    internal double Bound => coefficients.Sum(Math.Abs);

    /// <summary>The same in every lane, with the same operations as <see cref="Value(double, double)"/>.</summary>
    internal Vector512<double> Value(Vector512<double> x1, Vector512<double> x2)
    {
        var (y1, y2) = ((8 * x1 * x1) - Vector512<double>.One, (8 * x2 * x2) - Vector512<double>.One);
        var value = Vector512<double>.Zero;
        for (var i = Nodes - 1; i >= 0; i--)
        {
            var inner = Vector512<double>.Zero;
            for (var j = Nodes - 1; j >= 0; j--)
            {
                inner = Vector512.FusedMultiplyAdd(inner, y2, Vector512.Create(coefficients[(i * Nodes) + j]));
            }
            value = Vector512.FusedMultiplyAdd(value, y1, inner);
        }
        return value;
    }

    /// <summary>From values at the nodes to Chebyshev coefficients (a discrete cosine transform), and from those to monomials.</summary>
    private static void ToMonomials(ReadOnlySpan<double> values, Span<double> monomials)
    {
        Span<double> before = stackalloc double[Nodes];
        Span<double> current = stackalloc double[Nodes];
        Span<double> next = stackalloc double[Nodes];
        before.Clear();
        current.Clear();
        monomials.Clear();
        // T_0 in "current", T_(-1) = T_1 in "before": the recurrence T_(k+1) = 2 y T_k - T_(k-1) starts by itself.
        current[0] = 1;
        before[1] = 1;
        for (var k = 0; k < Nodes; k++)
        {
            double sum = 0;
            for (var j = 0; j < Nodes; j++) sum += values[j] * Math.Cos(Math.PI * k * (j + 0.5) / Nodes);
            var coefficient = (k == 0 ? 1.0 : 2.0) / Nodes * sum;
            for (var j = 0; j < Nodes; j++) monomials[j] += coefficient * current[j];
            for (var j = 0; j < Nodes; j++) next[j] = (j == 0 ? 0 : 2 * current[j - 1]) - before[j];
            current.CopyTo(before);
            next.CopyTo(current);
        }
    }
}
