using MathNet.Numerics.Integration;

namespace Orowan.Potentials;

/// <summary>
/// What is left of a planar torus potential when the sources of the 3 by 3 cells around the origin are taken out: a function that is
/// analytic around the cell, as an <see cref="EvenPolynomial"/>. Slow, done once for each potential.
/// </summary>
/// <remarks>
/// <para>
/// Ewald's split. With Phi(t) = erfc(delta / (2 sqrt t)), exp(-delta |k|) / |k|^2 = int_0^inf exp(-t |k|^2) Phi(t) dt, and with Psi its
/// integral from 0, exp(-delta |k|) / |k|^4 = int_0^inf exp(-t |k|^2) Psi(t) dt. The part t > tau is summed over k, where it falls like
/// exp(-tau |k|^2). The part t &lt; tau is summed over the images of the source, where it falls like exp(-pi^2 |x|^2 / tau): beyond the
/// nearest nine of them |x| >= 3/2, and with tau = 1/2 nothing is left (exp(-44)).
/// </para>
/// <para>
/// With t = 1/u^2, an image's whole part is int_0^inf g(u) du/u, g = erfc(pi h u) exp(-pi^2 |x|^2 u^2) for green and
/// g = psi(pi h u) (1 - 2 pi^2 x_2^2 u^2) exp(-pi^2 |x|^2 u^2), psi(a) = (1 + 2 a^2) erfc(a) - 2 a exp(-a^2) / sqrt pi, for edge; at
/// u = 0 it diverges, by a constant: int_0^inf (g - [u &lt; 1]) du/u is F or E less gamma/2 + log pi. So what an image in the sum lacks to
/// F or E is -int_0^(1/sqrt tau) (g - 1) du/u + log(tau)/2 - gamma/2 - log pi, an entire function of |x|^2: Gauss-Legendre.
/// </para>
/// <para>
/// Error: the singularities left over start at the images two cells away, at distance 3/2 of the cell, so that rho of
/// <see cref="EvenPolynomial"/> is up to 3 + sqrt 10 for each h, and rho^(-2 * 13) = 3e-21.
/// </para>
/// </remarks>
internal static class PlanarSplit
{
    private const double Tau = 0.5;

    /// <summary>exp(-Tau 10^2) = 2e-22.</summary>
    private const int LargestWave = 9;

    /// <summary>One of the orders whose nodes the library tabulates: others it finds to 1e-10 only.</summary>
    private const int QuadratureNodes = 64;

    private const double EulerGamma = 0.57721566490153286061;

    /// <summary>V of `torus-green` less the sum of F over the nine nearest images.</summary>
    internal static EvenPolynomial Green(double delta) => Remainder(
        delta,
        GreenCoefficient,
        static a => Erfc(a),
        static (_, _) => 1);

    /// <summary>V of `torus-edge` less the sum of E over the nine nearest images.</summary>
    internal static EvenPolynomial Edge(double delta) => Remainder(
        delta,
        EdgeCoefficient,
        static a => ((1 + (2 * a * a)) * Erfc(a)) - (2 * a * Math.Exp(-a * a) / Math.Sqrt(Math.PI)),
        static (x2, u) => 1 - (2 * Math.PI * Math.PI * x2 * x2 * u * u));

    private static EvenPolynomial Remainder(
        double delta, Func<int, int, double, double> coefficient, Func<double, double> regularised, Func<double, double, double> anisotropy)
    {
        var h = delta / (2 * Math.PI);
        var rule = new GaussLegendreRule(0, 1 / Math.Sqrt(Tau), QuadratureNodes);
        var weights = rule.Abscissas.Select(u => regularised(Math.PI * h * u)).ToArray();
        var constant = 9 * ((0.5 * Math.Log(Tau)) - (0.5 * EulerGamma) - Math.Log(Math.PI));
        var values = new double[EvenPolynomial.Nodes * EvenPolynomial.Nodes];
        for (var i = 0; i < EvenPolynomial.Nodes; i++)
        {
            for (var j = 0; j < EvenPolynomial.Nodes; j++)
            {
                var (x1, x2) = (EvenPolynomial.NodeAt(i), EvenPolynomial.NodeAt(j));
                var sum = FourierSum(x1, x2, delta, coefficient) + constant;
                for (var m = 0; m < QuadratureNodes; m++)
                {
                    var u = rule.Abscissas[m];
                    sum -= rule.Weights[m] / u * (Images(x1, x2, u, anisotropy, weights[m]) - 9);
                }
                values[(i * EvenPolynomial.Nodes) + j] = sum;
            }
        }
        return EvenPolynomial.Through(values);
    }

    private static double Images(double x1, double x2, double u, Func<double, double, double> anisotropy, double weight)
    {
        double sum = 0;
        for (var m1 = -1; m1 <= 1; m1++)
        {
            for (var m2 = -1; m2 <= 1; m2++)
            {
                var (y1, y2) = (x1 + m1, x2 + m2);
                sum += anisotropy(y2, u) * Math.Exp(-Math.PI * Math.PI * u * u * ((y1 * y1) + (y2 * y2)));
            }
        }
        return sum * weight;
    }

    private static double FourierSum(double x1, double x2, double delta, Func<int, int, double, double> coefficient)
    {
        double sum = 0;
        for (var k1 = LargestWave; k1 >= 0; k1--)
        {
            double row = 0;
            for (var k2 = LargestWave; k2 >= 0; k2--)
            {
                row += (k2 == 0 ? 1 : 2) * coefficient(k1, k2, delta) * Math.Cos(2 * Math.PI * k2 * x2);
            }
            sum += (k1 == 0 ? 1 : 2) * row * Math.Cos(2 * Math.PI * k1 * x1);
        }
        return sum;
    }

    /// <summary>(1 / (2 pi)) int_tau^inf exp(-t |k|^2) Phi dt; at k = 0, where V has none, less what the images' mean has too much.</summary>
    private static double GreenCoefficient(int k1, int k2, double delta) => k1 == 0 && k2 == 0
        ? -Psi(delta) / (2 * Math.PI)
        : Late(k1, k2, delta) / (2 * Math.PI);

    private static double EdgeCoefficient(int k1, int k2, double delta)
    {
        if (k2 == 0) return 0;
        var square = (k1 * k1) + (k2 * k2);
        return k2 * k2 / (Math.PI * square) * ((Psi(delta) * Math.Exp(-Tau * square)) + Late(k1, k2, delta));
    }

    /// <summary>
    /// int_tau^inf exp(-t k^2) Phi dt = [Phi(tau) exp(-tau k^2) + (exp(-delta k) erfc(b - a) - exp(delta k) erfc(b + a)) / 2] / k^2 with
    /// a = delta / (2 sqrt tau), b = k sqrt tau.
    /// </summary>
    private static double Late(int k1, int k2, double delta)
    {
        var square = (double)((k1 * k1) + (k2 * k2));
        var k = Math.Sqrt(square);
        var (a, b) = (0.5 * delta / Math.Sqrt(Tau), k * Math.Sqrt(Tau));
        var tail = (Math.Exp(-delta * k) * Erfc(b - a)) - (Math.Exp(delta * k) * Erfc(b + a));
        return ((Erfc(a) * Math.Exp(-Tau * square)) + (0.5 * tail)) / square;
    }

    /// <summary>int_0^tau Phi dt.</summary>
    private static double Psi(double delta)
    {
        var a = 0.5 * delta / Math.Sqrt(Tau);
        return ((Tau + (0.5 * delta * delta)) * Erfc(a)) - (delta * Math.Sqrt(Tau / Math.PI) * Math.Exp(-a * a));
    }

    private static double Erfc(double x) => MathNet.Numerics.SpecialFunctions.Erfc(x);
}
