using MathNet.Numerics;
using Orowan.Formats;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, section 2.3.2 and Remark 2.7: the equation that the potential of edge dislocations solves, and its Fourier coefficients.</summary>
internal static class EdgeEquations
{
    /// <summary>Half side of the square on which (2.17) is tested; the next singularities are at distance 1 from the origin.</summary>
    private const double Half = 0.45;

    public static Claim<TorusNumbers> InThePlane { get; } = TorusClaims.OnNumbers(
        "B-eq-2.16",
        "Equation (2.16)",
        "-int_{R^2} V_edge Delta^2 phi = 4 pi d_2^2 phi(0), for phi = exp(-|x - a|^2/(2 s^2)).",
        "Delta^2 phi = (u^2 - 8u + 8) phi/s^4, u = |x - a|^2/s^2, and d_2^2 phi(0) = (a_2^2/s^4 - 1/s^2) phi(0). Polar quadrature about 0: Gauss-Legendre in r = R t^3, "
        + "the trapezoidal rule in the angle; its error is the distance of two such rules.",
        CheckPlane);

    public static Claim<TorusNumbers> NearTheOrigin { get; } = TorusClaims.OnNumbers(
        "B-eq-2.17",
        "Equation (2.17)",
        "-int V Delta^2 phi = 4 pi d_2^2 phi(0) for phi with support in (-1, 1)^2: given (2.16), W = V - V_edge is biharmonic there, so that int W Delta^2 phi = 0 "
        + "for phi = [(1 - u^2)(1 - v^2)]^6 (1 + u + v), u = x1/a, v = x2/a, a = 0.45.",
        "Product Gauss-Legendre of order 20 and 32; W is analytic on the square, the nearest singularities being at distance 0.55.",
        CheckNear);

    public static Claim<TorusNumbers> OnTheTorus { get; } = TorusClaims.OnNumbers(
        "B-eq-2.18",
        "Equation (2.18) and its form in Fourier space",
        "-int_{T^2} V Delta^2 phi = 4 pi d_2^2 phi(0) for phi = cos 2 pi k.x: (4 pi^2 |k|^2)^2 V_k = 16 pi^3 k_2^2, V_k the integral of V phi over the torus.",
        "x2 by the trapezoidal rule, geometric at the rate exp(-2 pi |x1| N); x1 by Gauss-Legendre on (0, 1), where the mean over x2 is analytic for k_2 != 0.",
        CheckTorus);

    public static Claim<TorusNumbers> Coefficients { get; } = TorusClaims.OnNumbers(
        "B-2.3.2-fourier",
        "Section 2.3.2, Fourier coefficients",
        "V_k = k_2^2/(pi |k|^4) >= 0 for k != 0, times exp(-delta |k|) when regularised; so (V1) and (V2) hold with sup (1 + |k|^2) V_k = 2/pi, at k = (0, +-1).",
        "From (2.18); (1 + |k|^2) k_2^2/|k|^4 <= (1 + |k|^2)/|k|^2 <= 2. The regularised coefficients against the trapezoidal rule, whose aliases are added up.",
        CheckCoefficients);

    public static Claim<TorusNumbers> OnASlipPlane { get; } = TorusClaims.OnNumbers(
        "B-2.7",
        "Remark 2.7",
        "On one slip plane V(x, 0) scales as -log|x| and has the coefficients sum over k_2 of k_2^2/(pi |k|^4) = (coth pi k - pi k/sinh^2 pi k)/(2k) > 0.",
        "sum over m of m^2/(k^2 + m^2)^2 = (pi/(2k)) [coth pi k - pi k/sinh^2 pi k]. Quadrature in x = t^3/2 by Gauss-Legendre.",
        CheckSlipPlane);

    private static (int K1, int K2) Wave(TorusNumbers subject) => ((subject.Count / 2) - 2, 1 + (subject.Count / 2 % 3));

    private static IEnumerable<Comparison> CheckPlane(TorusNumbers subject)
    {
        var (a1, a2, s) = (subject.X1 - 0.5, subject.X2 - 0.5, 0.4 + (0.6 * subject.Gap));
        var radius = double.Hypot(a1, a2) + (9 * s);
        var (fine, coarse) = (Polar(96, 160), Polar(64, 120));
        var origin = Math.Exp(-((a1 * a1) + (a2 * a2)) / (2 * s * s));
        var expected = 4 * Math.PI * ((a2 * a2 / Math.Pow(s, 4)) - (1 / (s * s))) * origin;
        var scale = 4 * Math.PI / (s * s);
        yield return Comparison.Equal(-fine, expected, (4 * Math.Abs(fine - coarse)) + (1e-12 * scale), scale, $"a = ({a1:R}, {a2:R}), s = {s:R}", 1e-7);

        double Polar(int radial, int angular)
        {
            double sum = 0;
            foreach (var (t, weight) in GaussLegendre.Points(radial))
            {
                var r = radius * t * t * t;
                double mean = 0;
                for (var k = 0; k < angular; k++)
                {
                    var (sin, cos) = Math.SinCos(2 * Math.PI * (k + 0.5) / angular);
                    var (x1, x2) = (r * cos, r * sin);
                    var u = (((x1 - a1) * (x1 - a1)) + ((x2 - a2) * (x2 - a2))) / (s * s);
                    mean += subject.Kernels.FreeEdge(x1, x2) * ((u * u) - (8 * u) + 8) * Math.Exp(-u / 2);
                }
                sum += weight * 3 * radius * t * t * r * 2 * Math.PI * mean / angular;
            }
            return sum / Math.Pow(s, 4);
        }
    }

    private static IEnumerable<Comparison> CheckNear(TorusNumbers subject)
    {
        var edge = subject.Kernels.Edge(0);
        var (fine, size) = Product(32);
        var (coarse, _) = Product(20);
        yield return Comparison.Equal(-fine, 0, (4 * Math.Abs(fine - coarse)) + (1e-13 * size), size, "the square", 1e-8);

        (double Integral, double Size) Product(int order)
        {
            double sum = 0, total = 0;
            foreach (var (p, first) in GaussLegendre.Points(order))
            {
                foreach (var (q, second) in GaussLegendre.Points(order))
                {
                    var (u, v) = ((2 * p) - 1, (2 * q) - 1);
                    var (x1, x2) = (Half * u, Half * v);
                    var w = edge.At(x1, x2) - subject.Kernels.FreeEdge(x1, x2);
                    var term = first * second * w * Bilaplacian(u, v) / Math.Pow(Half, 2) * 4;
                    sum += term;
                    total += Math.Abs(term);
                }
            }
            return (sum, total);
        }
    }

    /// <summary>d^4/du^4 + 2 d^4/du^2 dv^2 + d^4/dv^4 of f(u) f(v) (1 + u + v), f = (1 - u^2)^6.</summary>
    private static double Bilaplacian(double u, double v)
    {
        var (fu, fv) = (Bump(u, 0), Bump(v, 0));
        return (Derivative(fu, 4) * Derivative(fv, 0)) + (2 * Derivative(fu, 2) * Derivative(fv, 2)) + (Derivative(fu, 0) * Derivative(fv, 4))
            + (Derivative(Bump(u, 1), 4) * Derivative(fv, 0)) + (2 * Derivative(Bump(u, 1), 2) * Derivative(fv, 2)) + (Derivative(Bump(u, 1), 0) * Derivative(fv, 4))
            + (Derivative(fu, 4) * Derivative(Bump(v, 1), 0)) + (2 * Derivative(fu, 2) * Derivative(Bump(v, 1), 2)) + (Derivative(fu, 0) * Derivative(Bump(v, 1), 4));

        static (Polynomial P, double At) Bump(double at, int power) => (power == 0 ? Bump0 : Bump1, at);

        static double Derivative((Polynomial P, double At) f, int order)
        {
            var p = f.P;
            for (var k = 0; k < order; k++) p = p.Differentiate();
            return p.Evaluate(f.At);
        }
    }

    /// <summary>(1 - u^2)^6.</summary>
    private static readonly Polynomial Bump0 = new(1, 0, -6, 0, 15, 0, -20, 0, 15, 0, -6, 0, 1);

    /// <summary>u (1 - u^2)^6.</summary>
    private static readonly Polynomial Bump1 = new(0, 1, 0, -6, 0, 15, 0, -20, 0, 15, 0, -6, 0, 1);

    private static IEnumerable<Comparison> CheckTorus(TorusNumbers subject)
    {
        var (k1, k2) = Wave(subject);
        var square = (double)((k1 * k1) + (k2 * k2));
        var edge = subject.Kernels.Edge(0);
        var (fine, coarse) = (Mean(20), Mean(16));
        var factor = Math.Pow(4 * Math.PI * Math.PI * square, 2);
        var expected = 16 * Math.Pow(Math.PI, 3) * k2 * k2;
        yield return Comparison.Equal(
            factor * fine, expected, factor * ((4 * Math.Abs(fine - coarse)) + 1e-13), expected, $"k = ({k1}, {k2})", 1e-6);

        double Mean(int order)
        {
            double sum = 0;
            foreach (var (x1, weight) in GaussLegendre.Points(order))
            {
                var count = (int)Math.Ceiling(36 / (2 * Math.PI * Math.Min(x1, 1 - x1))) + (2 * k2);
                double mean = 0;
                for (var j = 0; j < count; j++)
                {
                    var x2 = (j + 0.5) / count;
                    mean += edge.At(x1, x2) * Math.Cos(2 * Math.PI * ((k1 * x1) + (k2 * x2)));
                }
                sum += weight * mean / count;
            }
            return sum;
        }
    }

    private static IEnumerable<Comparison> CheckCoefficients(TorusNumbers subject)
    {
        var (edge, regular) = (subject.Kernels.Edge(0), subject.Kernels.Edge(Math.Max(0.2, subject.Delta)));
        for (var k1 = -6; k1 <= 6; k1++)
        {
            for (var k2 = -6; k2 <= 6; k2++)
            {
                if (k1 == 0 && k2 == 0) continue;
                var square = (double)((k1 * k1) + (k2 * k2));
                var expected = k2 * k2 / (Math.PI * square * square);
                yield return Comparison.Equal(edge.Coefficient([k1, k2]), expected, 4 * Floating.Spacing * expected, 1, $"k = ({k1}, {k2})");
                yield return Comparison.AtMostOnScale((1 + square) * edge.Coefficient([k1, k2]), 2 / Math.PI, 1e-15, 2 / Math.PI, $"(V2) at k = ({k1}, {k2})");
            }
        }
        var (w1, w2) = Wave(subject);
        const int Points = 48;
        double mean = 0, aliases = 0;
        for (var i = 0; i < Points; i++)
        {
            for (var j = 0; j < Points; j++)
            {
                var (x1, x2) = (i / (double)Points, j / (double)Points);
                mean += regular.At(x1, x2) * Math.Cos(2 * Math.PI * ((w1 * x1) + (w2 * x2))) / (Points * Points);
            }
        }
        for (var m1 = -5; m1 <= 5; m1++)
        {
            for (var m2 = -5; m2 <= 5; m2++)
            {
                var (k1, k2) = (w1 + (Points * m1), w2 + (Points * m2));
                var square = ((double)k1 * k1) + ((double)k2 * k2);
                aliases += k2 * k2 / (Math.PI * square * square) * Math.Exp(-regular.Delta * Math.Sqrt(square));
            }
        }
        yield return Comparison.Equal(mean, aliases, 1e-13, aliases, $"regularised, k = ({w1}, {w2})", 1e-6);
    }

    private static IEnumerable<Comparison> CheckSlipPlane(TorusNumbers subject)
    {
        var (edge, k) = (subject.Kernels.Edge(0), subject.Count / 2);
        var (fine, coarse) = (Mean(64), Mean(32));
        var size = Math.PI * k;
        var expected = ((1 / Math.Tanh(size)) - (size / Math.Pow(Math.Sinh(size), 2))) / (2 * k);
        yield return Comparison.Equal(fine, expected, (4 * Math.Abs(fine - coarse)) + 1e-13, expected, $"k = {k}", 1e-6);
        yield return Comparison.AtMostOnScale(0, fine, Math.Abs(fine - coarse) + 1e-13, expected, $"positive at k = {k}");
        var (near, nearer) = (edge.At(1e-5, 0) + Math.Log(1e-5), edge.At(1e-8, 0) + Math.Log(1e-8));
        yield return Comparison.Equal(near, nearer, 1e-8, 1, "V(x, 0) + log x at 1e-5 and 1e-8");

        double Mean(int order) =>
            GaussLegendre.Points(order).Sum(q => q.Weight * 3 * q.Node * q.Node * edge.At(0.5 * Math.Pow(q.Node, 3), 0) * Math.Cos(Math.PI * k * Math.Pow(q.Node, 3)));
    }
}
