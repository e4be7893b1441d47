using MathNet.Numerics.LinearAlgebra;

namespace Orowan.Tests.Flows;

/// <summary>Exact solutions of (1.2) of A for few or well-placed particles, each to a few roundings.</summary>
internal static class ClosedForm
{
    /// <summary>
    /// Zeros of the Hermite polynomial H_n, increasing: eigenvalues of its Jacobi matrix, then Newton's method on the orthonormal
    /// polynomials, for which p_n' = sqrt(2n) p_(n-1). They obey sum over j of 1/(h_i - h_j) = h_i.
    /// </summary>
    public static double[] HermiteZeros(int n)
    {
        var jacobi = Matrix<double>.Build.Dense(n, n, (i, j) => Math.Abs(i - j) == 1 ? Math.Sqrt(Math.Max(i, j) / 2.0) : 0);
        var zeros = jacobi.Evd(Symmetricity.Symmetric).EigenValues.Select(z => z.Real).Order().ToArray();
        for (var i = 0; i < n; i++)
        {
            for (var step = 0; step < 3; step++) zeros[i] -= NewtonStep(zeros[i], n);
        }
        return [.. zeros.Select((z, i) => 0.5 * (z - zeros[n - 1 - i]))];
    }

    /// <summary>s(t) with s^2 = s_0^2 + 2t/n: from n s s' = 1, which is x_i = s h_i put into (1.2) with V = -log, W = 0.</summary>
    public static double HermiteScale(double initial, double t, int n) => Math.Sqrt((initial * initial) + (2 * t / n));

    /// <summary>Distance of two like particles alone with V = -log: d d' = 2/n, so d^2 = d_0^2 + 4t/n.</summary>
    public static double LikeGap(double initial, double t, int n) => Math.Sqrt((initial * initial) + (4 * t / n));

    /// <summary>
    /// (+, +, -) with W = 0: the negative particle rests, the right positive one is at m + d/2 and meets it when d = 2 (x_3 - m), with m
    /// and d_0 the centre and the gap of the positive ones: t* = (n/4) (4 (x_3 - m)^2 - d_0^2).
    /// </summary>
    public static double PlusPlusMinusTime(double[] x, int n)
    {
        var (reach, gap) = (x[2] - (0.5 * (x[0] + x[1])), x[1] - x[0]);
        return n / 4.0 * ((2 * reach) - gap) * ((2 * reach) + gap);
    }

    /// <summary>Positions of (+, +, -) with W = 0 before and after the collision.</summary>
    public static double[] PlusPlusMinus(double[] x, double t, int n)
    {
        var (centre, meets) = (0.5 * (x[0] + x[1]), PlusPlusMinusTime(x, n));
        if (t >= meets) return [(2 * centre) - x[2], x[2], x[2]];
        var half = 0.5 * LikeGap(x[1] - x[0], t, n);
        return [centre - half, centre + half, x[2]];
    }

    /// <summary>
    /// log d of an isolated opposite pair with W = 1/2 log(r^2 + delta^2): d' = -(2/n) d/(d^2 + delta^2), so u = (d/delta)^2 obeys
    /// u + log u = u_0 + log u_0 - 4t/(n delta^2), which is Lambert's equation. Newton's method on l = log u, from the side where
    /// the convex l + e^l is above its value.
    /// </summary>
    public static double LambertLogGap(double initial, double t, int n, double delta)
    {
        var start = 2 * Math.Log(initial / delta);
        var level = start + Math.Exp(start) - (4 * t / n / delta / delta);
        var l = level > 1 ? Math.Log(level) : level;
        for (var step = 0; step < 100; step++)
        {
            var e = Math.Exp(l);
            var next = l - ((l + e - level) / (1 + e));
            if (Math.Abs(next - l) <= 1e-16 * Math.Abs(next)) break;
            l = next;
        }
        return Math.Log(delta) + (0.5 * l);
    }

    /// <summary>
    /// Distance of two like particles alone with the wall potential, d' = (2/n) d/sinh^2 d: as sinh^2(r)/r = (cosh 2r - 1)/(2r),
    /// (1/2) [Chin(2d) - Chin(2 d_0)] = 2t/n, by bisection.
    /// </summary>
    public static double WallGap(double initial, double t, int n)
    {
        var level = Chin(2 * initial) + (4 * t / n);
        var (low, high) = (initial, initial + 1);
        while (Chin(2 * high) < level) high += 1;
        for (var step = 0; step < 200; step++)
        {
            var middle = 0.5 * (low + high);
            if (Chin(2 * middle) < level) low = middle;
            else high = middle;
        }
        return 0.5 * (low + high);
    }

    /// <summary>Integral of (cosh z - 1)/z from 0: sum over k of z^(2k) / (2k (2k)!), positive terms.</summary>
    private static double Chin(double z)
    {
        double power = 1, sum = 0;
        for (var k = 1; k < 200; k++)
        {
            power *= z * z / ((2 * k) - 1) / (2 * k);
            var term = power / (2 * k);
            sum += term;
            if (term <= 1e-18 * sum) break;
        }
        return sum;
    }

    private static double NewtonStep(double z, int n)
    {
        double before = 0, now = 1;
        for (var k = 0; k < n; k++)
        {
            (before, now) = (now, (z * Math.Sqrt(2.0 / (k + 1)) * now) - (Math.Sqrt(k / (k + 1.0)) * before));
        }
        return now / (Math.Sqrt(2.0 * n) * before);
    }
}
