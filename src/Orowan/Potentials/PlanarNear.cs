using System.Runtime.Intrinsics;
using MathNet.Numerics.Integration;

namespace Orowan.Potentials;

/// <summary>
/// The gradient of a planar torus potential near its source without that of the source itself, each component over what makes it odd:
/// so the force in a short dipole has all its digits relative to itself. Eight images that cancel would leave absolute ones.
/// </summary>
/// <remarks>
/// <para>
/// Along axis 1 the images at m and (-m_1, m_2) add up to d_1 C(m_1 + x_1, .) - d_1 C(m_1 - x_1, .), the integral of d_11 C from m_1 - x_1 to
/// m_1 + x_1; over x_1, half of it for each image, (1/2) int_-1^1 d_11 C(m_1 + x_1 s, m_2 + x_2) ds. Those at m_1 = 0 are that too.
/// </para>
/// <para>
/// Error: an image is 16 times farther away than a component reaches, so that eight nodes integrate it to (30)^-16, and rho of
/// <see cref="EvenPolynomial"/> is at least 24 where the Hessian of an image is at most 3/(1/4)^2: 4 * 48 * 24^-14 = 1e-17.
/// </para>
/// </remarks>
/// <param name="First">d_1 (V - C) / x_1, C the source's own potential.</param>
/// <param name="Second">d_2 (V - C) / x_2.</param>
internal sealed record PlanarNear(EvenPolynomial First, EvenPolynomial Second)
{
    /// <summary>Half the side of the square.</summary>
    private const double Side = 1.0 / 16;

    private const int Count = 7;

    private const int QuadratureNodes = 8;

    /// <param name="remainder">What the nine nearest images leave over.</param>
    /// <param name="hessian">D^2 C: the first, the mixed and the second entry.</param>
    internal static PlanarNear Of(PlanarRemainder remainder, Func<double, double, (double First, double Mixed, double Second)> hessian)
    {
        var rule = new GaussLegendreRule(-1, 1, QuadratureNodes);
        var (first, second) = (new double[Count * Count], new double[Count * Count]);
        for (var p = 0; p < first.Length; p++)
        {
            var (x1, x2) = (EvenPolynomial.NodeAt(p / Count, Count, Side), EvenPolynomial.NodeAt(p % Count, Count, Side));
            first[p] = remainder.First.Value(x1, x2);
            second[p] = remainder.Second.Value(x1, x2);
            for (var image = 0; image < 9; image++)
            {
                var (m1, m2) = ((image / 3) - 1, (image % 3) - 1);
                if (m1 == 0 && m2 == 0) continue;
                for (var q = 0; q < QuadratureNodes; q++)
                {
                    var (s, weight) = (rule.Abscissas[q], 0.5 * rule.Weights[q]);
                    first[p] += weight * hessian(m1 + (x1 * s), m2 + x2).First;
                    second[p] += weight * hessian(m1 + x1, m2 + (x2 * s)).Second;
                }
            }
        }
        return new(EvenPolynomial.Through(first, Count, Side), EvenPolynomial.Through(second, Count, Side));
    }

    /// <summary>Whether x is in the square.</summary>
    internal static bool Reaches(double x1, double x2) => Math.Abs(x1) < Side && Math.Abs(x2) < Side;

    /// <summary>A bit for each lane in the square.</summary>
    internal static ulong Reaches(Vector512<double> x1, Vector512<double> x2) =>
        Vector512.LessThan(Vector512.Max(Vector512.Abs(x1), Vector512.Abs(x2)), Vector512.Create(Side)).ExtractMostSignificantBits();
}
