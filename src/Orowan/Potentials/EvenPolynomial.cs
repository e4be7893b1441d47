using System.Runtime.Intrinsics;

namespace Orowan.Potentials;

/// <summary>
/// A function on a square [-a, a]^2 that is even in both components, as a polynomial in y_i = 2 (x_i / a)^2 - 1, which run over [-1, 1].
/// </summary>
/// <remarks>
/// T_(2j)(x/a) = T_j(2 (x/a)^2 - 1), so interpolation at the Chebyshev nodes in y is even Chebyshev interpolation in x. If the function is
/// analytic with |f| &lt;= M for x/a in the ellipse with half axes (rho + 1/rho)/2 and (rho - 1/rho)/2 (the other variable in the square),
/// its coefficients in y are at most 2 M rho^(-2j), and the interpolation error of N nodes at most 4 M rho^(-2N) / (1 - rho^-2) for each
/// variable. Monomials are as well conditioned as Chebyshev polynomials here, because rho^2 is large: the coefficients fall faster than
/// the change of basis lets them grow.
/// </remarks>
internal sealed class EvenPolynomial
{
    /// <summary>Row i holds the coefficients of y_1^i, in rising powers of y_2.</summary>
    private readonly double[] coefficients;

    private readonly int nodes;
    private readonly double stretch;

    private EvenPolynomial(double[] coefficients, int nodes, double side)
    {
        this.coefficients = coefficients;
        this.nodes = nodes;
        stretch = 2 / side / side;
    }

    /// <summary>The x >= 0 at which the function must be known, N = <paramref name="nodes"/> for each variable; none is 0.</summary>
    /// <param name="j">0, ..., N - 1.</param>
    /// <param name="nodes">N.</param>
    /// <param name="side">a, half the side of the square.</param>
    internal static double NodeAt(int j, int nodes, double side) => side * Math.Sqrt(0.5 * (1 + Math.Cos(Math.PI * (j + 0.5) / nodes)));

    /// <summary>The interpolant of values[i * N + j] at (NodeAt(i), NodeAt(j)).</summary>
    internal static EvenPolynomial Through(ReadOnlySpan<double> values, int nodes, double side)
    {
        var rows = new double[nodes * nodes];
        Span<double> line = stackalloc double[nodes];
        for (var i = 0; i < nodes; i++) ToMonomials(values.Slice(i * nodes, nodes), rows.AsSpan(i * nodes, nodes));
        Span<double> column = stackalloc double[nodes];
        for (var j = 0; j < nodes; j++)
        {
            for (var i = 0; i < nodes; i++) column[i] = rows[(i * nodes) + j];
            ToMonomials(column, line);
            for (var i = 0; i < nodes; i++) rows[(i * nodes) + j] = line[i];
        }
        return new EvenPolynomial(rows, nodes, side);
    }

    /// <summary>The value at x, which is in the square.</summary>
    internal double Value(double x1, double x2)
    {
        var (y1, y2) = ((stretch * x1 * x1) - 1, (stretch * x2 * x2) - 1);
        double value = 0;
        for (var row = coefficients.AsSpan(); row.Length > 0; row = row[..^nodes])
        {
            double inner = 0;
            for (var j = row.Length - 1; j >= row.Length - nodes; j--) inner = Math.FusedMultiplyAdd(inner, y2, row[j]);
            value = Math.FusedMultiplyAdd(value, y1, inner);
        }
        return value;
    }

    /// <summary>A bound of its size over the square: each y_a is at most 1 in size.</summary>
    internal double Bound => coefficients.Sum(Math.Abs);

    /// <summary>The same in every lane, with the same operations as <see cref="Value(double, double)"/>.</summary>
    internal Vector512<double> Value(Vector512<double> x1, Vector512<double> x2)
    {
        var (y1, y2) = ((stretch * x1 * x1) - Vector512<double>.One, (stretch * x2 * x2) - Vector512<double>.One);
        var value = Vector512<double>.Zero;
        for (var row = coefficients.AsSpan(); row.Length > 0; row = row[..^nodes])
        {
            var inner = Vector512<double>.Zero;
            for (var j = row.Length - 1; j >= row.Length - nodes; j--) inner = Vector512.FusedMultiplyAdd(inner, y2, Vector512.Create(row[j]));
            value = Vector512.FusedMultiplyAdd(value, y1, inner);
        }
        return value;
    }

    /// <summary>From values at the nodes to Chebyshev coefficients (a discrete cosine transform), and from those to monomials.</summary>
    private static void ToMonomials(ReadOnlySpan<double> values, Span<double> monomials)
    {
        var count = values.Length;
        Span<double> before = stackalloc double[count];
        Span<double> current = stackalloc double[count];
        Span<double> next = stackalloc double[count];
        before.Clear();
        current.Clear();
        monomials.Clear();
        // T_0 in "current", T_(-1) = T_1 in "before": the recurrence T_(k+1) = 2 y T_k - T_(k-1) starts by itself.
        current[0] = 1;
        before[1] = 1;
        for (var k = 0; k < count; k++)
        {
            double sum = 0;
            for (var j = 0; j < count; j++) sum += values[j] * Math.Cos(Math.PI * k * (j + 0.5) / count);
            var coefficient = (k == 0 ? 1.0 : 2.0) / count * sum;
            for (var j = 0; j < count; j++) monomials[j] += coefficient * current[j];
            for (var j = 0; j < count; j++) next[j] = (j == 0 ? 0 : 2 * current[j - 1]) - before[j];
            current.CopyTo(before);
            next.CopyTo(current);
        }
    }
}
