using Orowan.Formats;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, section 2.3.2, summed by hand: the oracle for the potential of edge dislocations on the torus.</summary>
internal static class EdgeOracle
{
    /// <summary>
    /// V_M(x) of (2.15): C_M + sum over |m| &lt;= M of V_edge(x + m e_2) with C_M = 2 sum of log m, the terms +-m added together.
    /// </summary>
    public static double PartialWall(TorusKernels kernels, double x1, double x2, int terms)
    {
        double sum = 0;
        for (var m = terms; m >= 1; m--) sum += kernels.FreeEdge(x1, x2 + m) + kernels.FreeEdge(x1, x2 - m) + (2 * Math.Log(m));
        return sum + kernels.FreeEdge(x1, x2);
    }

    /// <summary>
    /// |V_M - V_wall| &lt;= (28/3) |x|^2 / M for M >= 2|x|. With z = x2 + i x1 a pair +-m adds -log|1 - z^2/m^2|, at most (4/3)|z|^2/m^2 for
    /// m >= 2|z|, and x1^2 [1/(x1^2 + (x2+m)^2) + 1/(x1^2 + (x2-m)^2)] &lt;= 8 x1^2/m^2; the sum of 1/m^2 beyond M is below 1/M.
    /// </summary>
    public static double WallTail(double x1, double x2, int terms) => 28.0 / 3 * ((x1 * x1) + (x2 * x2)) / terms;

    /// <summary>
    /// V_wall(x) - log 2 pi in closed form. From |sin pi z|^2 = (cosh y - cos 2 pi x2)/2 with y = 2 pi |x1|, the product formula of the sine
    /// and sum of x1/(x1^2 + (x2+m)^2) = pi sinh y/(cosh y - cos 2 pi x2): with D = 1 - 2 c e^-y + e^-2y, c = cos 2 pi x2,
    /// V_wall - log 2 pi = y (c e^-y - e^-2y)/D - (1/2) log D.
    /// </summary>
    public static double Wall(double x1, double x2)
    {
        var y = 2 * Math.PI * Math.Abs(x1);
        var (decay, sin) = (Math.Exp(-y), Math.Sin(Math.PI * x2));
        var complement = 1 - decay;
        var d = (complement * complement) + (4 * decay * sin * sin);
        return (y * decay * (1 - (2 * sin * sin) - decay) / d) - (0.5 * Math.Log(d));
    }

    /// <summary>|V_wall - log 2 pi| &lt;= (y + 1) e^-y/(1 - e^-y): |c - e^-y|/D is largest at c = 1, and -log(1 - t) &lt;= t/(1 - t).</summary>
    public static double WallBound(double x1) =>
        2 * Math.PI * Math.Abs(x1) is var y ? (y + 1) * Math.Exp(-y) / (1 - Math.Exp(-y)) : double.NaN;

    /// <summary>The sum over the walls at x1 + n, |n| &lt;= 12: what is left out is below 1e-30.</summary>
    public static double Periodic(double x1, double x2) => Enumerable.Range(-12, 25).OrderByDescending(Math.Abs).Sum(n => Wall(x1 + n, x2));
}
