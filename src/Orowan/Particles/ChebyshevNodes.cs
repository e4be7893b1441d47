using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Orowan.Particles;

/// <summary>
/// Interpolation of a function on an interval, brought to t in [-1, 1], at the zeros t_k of the Chebyshev polynomial T_q, q = 24, and the
/// transpose of it: forces of points on the interval replaced by those of weights at the nodes.
/// </summary>
/// <remarks>
/// <para>
/// With l_k the polynomial of degree q - 1 that is 1 at t_k and 0 at the other nodes, f(t) is replaced by sum over k of l_k(t) f(t_k), and
/// a point at t with weight w by weights l_k(t) w at the nodes. The Christoffel-Darboux sum
/// l_k(t) = [1 + 2 sum over 1 &lt;= m &lt; q of T_m(t_k) T_m(t)]/q needs no division and is good at the nodes themselves, so points go in
/// by their moments, sums of w T_m(t), and values come out of Chebyshev coefficients (J. C. Mason and D. C. Handscomb, "Chebyshev
/// Polynomials", 2003, section 6.3).
/// </para>
/// <para>
/// Error for f(t) = 1/(z - t), z a complex number off the interval. p(t) = [1 - T_q(t)/T_q(z)]/(z - t) is a polynomial of degree q - 1, as
/// the bracket vanishes at t = z, and takes the values of f at the zeros of T_q: it is the interpolant. So the error is exactly
/// f(t) T_q(t)/T_q(z), relative to f at most 1/|T_q(z)|. If z lies on or outside the ellipse with foci -1 and 1 and semi-axes
/// (rho + 1/rho)/2 and (rho - 1/rho)/2, |T_q(z)| is at least (rho^q - rho^-q)/2: with rho = 4.9 that is more than 2^54, and the relative
/// error less than half the unit roundoff u = 2^-53.
/// </para>
/// <para>
/// A kernel 1/(z(y) - x) interpolated in x and in y has that error once from x and, through the l_k(x), once from y at the nodes x_k. The
/// sum over k of |l_k| is at most 2.99 for q = 24, and outside of the ellipse the kernel differs within an interval by a factor of at most
/// 1 + 2/((rho + 1/rho)/2 - 1) = 2.29, as the distance of the ellipse from the interval is that from a focus. So the error is at most
/// (1 + 2.99 * 2.29) u/2, less than 4 u of the kernel. Restricted to a part of the interval, l_k is a polynomial of degree q - 1 still and
/// interpolated without error: intervals within intervals add none.
/// </para>
/// </remarks>
internal static class ChebyshevNodes
{
    /// <summary>q: three vectors of nodes. It has to be a multiple of eight.</summary>
    public const int Count = 24;

    /// <summary>Vectors of nodes.</summary>
    public const int Vectors = Count / 8;

    /// <summary>(rho + 1/rho)/2 for rho = 4.9.</summary>
    public const double LongAxis = 2.552040816326531;

    /// <summary>(rho - 1/rho)/2 for rho = 4.9.</summary>
    public const double ShortAxis = 2.347959183673469;

    /// <summary>cos(j pi/48) for j = 0, ..., 24, as numbers: library cosines differ between machines in the last bit.</summary>
    private static readonly double[] Cosines =
    [
        1,
        0.9978589232386035,
        0.9914448613738104,
        0.9807852804032304,
        0.9659258262890683,
        0.9469301294951057,
        0.9238795325112867,
        0.8968727415326883,
        0.8660254037844386,
        0.8314696123025452,
        0.7933533402912352,
        0.7518398074789774,
        0.7071067811865476,
        0.6593458151000688,
        0.6087614290087207,
        0.5555702330196022,
        0.5,
        0.4422886902190013,
        0.3826834323650898,
        0.3214394653031616,
        0.25881904510252074,
        0.19509032201612828,
        0.1305261922200516,
        0.06540312923014306,
        0,
    ];

    /// <summary>(1 + t_k)/2, the share of the interval that lies before node k; increasing.</summary>
    private static readonly double[] Shares = [.. Enumerable.Range(0, Count).Select(k => 0.5 * (1 + Polynomial(1, k)))];

    /// <summary>T_m(t_k) (1 or 2)/q in row m.</summary>
    private static readonly double[] ByDegree =
        [.. Enumerable.Range(0, Count * Count).Select(i => Factor(i / Count) * Polynomial(i / Count, i % Count))];

    /// <summary>The same in row k.</summary>
    private static readonly double[] ByNode =
        [.. Enumerable.Range(0, Count * Count).Select(i => Factor(i % Count) * Polynomial(i % Count, i / Count))];

    /// <summary>Places of the nodes on an interval of the given length: distances from its first point.</summary>
    public static void Place(double length, Span<double> offset)
    {
        for (var k = 0; k < Count; k += 8) (Vector512.LoadUnsafe(ref Shares[k]) * length).StoreUnsafe(ref offset[k]);
    }

    /// <summary>Adds eight points at t with weights w to the moments, lane by lane: the recurrence of T_m, started from w.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Gather(Vector512<double> t, Vector512<double> w, Span<Vector512<double>> moments)
    {
        var twice = t + t;
        var (before, now) = (w, w * t);
        moments[0] += before;
        for (var m = 1; m < moments.Length; m++)
        {
            moments[m] += now;
            (before, now) = (now, Vector512.FusedMultiplyAdd(twice, now, -before));
        }
    }

    /// <summary>The weights at the nodes with these moments.</summary>
    public static void Weights(ReadOnlySpan<Vector512<double>> moments, Span<double> weight)
    {
        Span<double> sum = stackalloc double[Count];
        for (var m = 0; m < Count; m += 8)
        {
            Lanes.Sums(
                moments[m],
                moments[m + 1],
                moments[m + 2],
                moments[m + 3],
                moments[m + 4],
                moments[m + 5],
                moments[m + 6],
                moments[m + 7]).StoreUnsafe(ref sum[m]);
        }
        Multiply(ByDegree, sum, weight);
    }

    /// <summary>Chebyshev coefficients of the interpolant with these values at the nodes.</summary>
    public static void Coefficients(ReadOnlySpan<double> value, Span<double> coefficient) => Multiply(ByNode, value, coefficient);

    /// <summary>The polynomial at eight points, by Clenshaw's recurrence.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Value(ReadOnlySpan<double> coefficient, Vector512<double> t)
    {
        var twice = t + t;
        var (after, now) = (Vector512<double>.Zero, Vector512<double>.Zero);
        for (var m = coefficient.Length - 1; m > 0; m--)
        {
            (after, now) = (now, Vector512.FusedMultiplyAdd(twice, now, Vector512.Create(coefficient[m]) - after));
        }
        return Vector512.FusedMultiplyAdd(t, now, Vector512.Create(coefficient[0]) - after);
    }

    /// <summary>Sum over the rows of a number times the row.</summary>
    private static void Multiply(double[] rows, ReadOnlySpan<double> number, Span<double> result)
    {
        var row = MemoryMarshal.Cast<double, Vector512<double>>(rows.AsSpan());
        Vector512<double> r0 = default, r1 = default, r2 = default;
        for (var i = 0; i < Count; i++)
        {
            var x = Vector512.Create(number[i]);
            r0 = Vector512.FusedMultiplyAdd(x, row[Vectors * i], r0);
            r1 = Vector512.FusedMultiplyAdd(x, row[(Vectors * i) + 1], r1);
            r2 = Vector512.FusedMultiplyAdd(x, row[(Vectors * i) + 2], r2);
        }
        r0.StoreUnsafe(ref result[0]);
        r1.StoreUnsafe(ref result[8]);
        r2.StoreUnsafe(ref result[16]);
    }

    private static double Factor(int degree) => (degree == 0 ? 1.0 : 2.0) / Count;

    /// <summary>T_m(t_k) for t_k = cos((47 - 2 k) pi/48), from the table.</summary>
    private static double Polynomial(int m, int k)
    {
        var j = m * ((2 * Count) - 1 - (2 * k)) % (4 * Count);
        if (j > 2 * Count) j = (4 * Count) - j;
        return j <= Count ? Cosines[j] : -Cosines[(2 * Count) - j];
    }
}
