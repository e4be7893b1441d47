using MathNet.Numerics.Integration;

namespace Orowan.Potentials;

/// <summary>
/// What is left of a planar torus potential when the sources of the 3 by 3 cells around the origin are taken out: a function that is
/// analytic around the cell. Slow, done once for each potential.
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
/// g = psi(pi h u) (1 - 2 pi^2 x_2^2 u^2) exp(-pi^2 |x|^2 u^2), psi(a) = (1 + 2 a^2) erfc(a) - 2 a exp(-a^2) / sqrt pi, for edge, with
/// pi h = delta / 2; at u = 0 it diverges, by a constant: int_0^inf (g - [u &lt; 1]) du/u is F or E (see <see cref="PlanarCore"/>) less
/// gamma/2 + log pi. So what an image in the sum lacks to F or E is -int_0^(1/sqrt tau) (g - 1) du/u + log(tau)/2 - gamma/2 - log pi, an
/// entire function of |x|^2: Gauss-Legendre.
/// </para>
/// <para>
/// Error: the singularities left over start at the images two cells away, at distance 3/2 of the cell, so that rho of
/// <see cref="EvenPolynomial"/> is 3 + sqrt 10 for each h, and 12 nodes leave terms of the size rho^(-24) = 1e-19.
/// </para>
/// </remarks>
internal static class PlanarSplit
{
    private const double Tau = 0.5;

    /// <summary>exp(-Tau 10^2) = 2e-22.</summary>
    private const int LargestWave = 9;

    /// <summary>One of the orders whose nodes the library has to all digits; those that it computes are good to 1e-10 only.</summary>
    private const int QuadratureNodes = 64;

    private const double EulerGamma = 0.57721566490153286061;

    private const int Count = 12;

    private const double HalfCell = 0.5;

    /// <summary>V of <c>torus-green</c> less the sum of F over the nine nearest images.</summary>
    internal static PlanarRemainder Green(double delta) => Remainder(
        (k1, k2) => GreenCoefficient(k1, k2, delta),
        u => Erfc(0.5 * delta * u),
        _ => 0);

    /// <summary>V of <c>torus-edge</c> less the sum of E over the nine nearest images.</summary>
    internal static PlanarRemainder Edge(double delta) => Remainder(
        (k1, k2) => EdgeCoefficient(k1, k2, delta),
        u =>
        {
            var a = 0.5 * delta * u;
            return ((1 + (2 * a * a)) * Erfc(a)) - (2 * a * Math.Exp(-a * a) / Math.Sqrt(Math.PI));
        },
        u => 2 * Math.PI * Math.PI * u * u);

    /// <param name="coefficient">The Fourier coefficient of the part t > tau, for components >= 0.</param>
    /// <param name="weight">g at x = 0.</param>
    /// <param name="bend">a of the factor 1 - a x_2^2 of g.</param>
    private static PlanarRemainder Remainder(Func<int, int, double> coefficient, Func<double, double> weight, Func<double, double> bend)
    {
        var tables = new double[6][];
        for (var t = 0; t < tables.Length; t++) tables[t] = new double[Count * Count];
        Array.Fill(tables[0], 9 * ((0.5 * Math.Log(Tau)) - (0.5 * EulerGamma) - Math.Log(Math.PI)));
        AddFourierSum(tables, coefficient);
        var rule = new GaussLegendreRule(0, 1 / Math.Sqrt(Tau), QuadratureNodes);
        for (var m = 0; m < QuadratureNodes; m++)
        {
            var u = rule.Abscissas[m];
            var factor = -rule.Weights[m] / u;
            AddProducts(tables, factor * weight(u), AlongAxis(u, 0), AlongAxis(u, bend(u)));
            for (var p = 0; p < Count * Count; p++) tables[0][p] -= 9 * factor;
        }
        return new(Through(0), Through(1), Through(2), Through(3), Through(4), Through(5));

        EvenPolynomial Through(int table) => EvenPolynomial.Through(tables[table], Count, HalfCell);
    }

    /// <summary>Adds factor * f(x_1) g(x_2) and its derivatives in the order of <see cref="PlanarRemainder"/>.</summary>
    private static void AddProducts(double[][] tables, double factor, Axis f, Axis g)
    {
        for (var i = 0; i < Count; i++)
        {
            for (var j = 0; j < Count; j++)
            {
                var p = (i * Count) + j;
                tables[0][p] += factor * f.Value[i] * g.Value[j];
                tables[1][p] += factor * f.Slope[i] * g.Value[j];
                tables[2][p] += factor * f.Value[i] * g.Slope[j];
                tables[3][p] += factor * f.Curvature[i] * g.Value[j];
                tables[4][p] += factor * f.Slope[i] * g.Slope[j];
                tables[5][p] += factor * f.Value[i] * g.Curvature[j];
            }
        }
    }

    /// <summary>At each node x the sum of f(x) = (1 - a x^2) exp(-b x^2), b = pi^2 u^2, over x - 1, x, x + 1, of f', over x, and of f''.</summary>
    private static Axis AlongAxis(double u, double a)
    {
        var b = Math.PI * Math.PI * u * u;
        var axis = new Axis();
        for (var i = 0; i < Count; i++)
        {
            for (var m = -1; m <= 1; m++)
            {
                var x = NodeAt(i) + m;
                var bell = Math.Exp(-b * x * x);
                var f = (1 - (a * x * x)) * bell;
                axis.Value[i] += f;
                axis.Slope[i] -= 2 * x * ((a * bell) + (b * f)) / NodeAt(i);
                axis.Curvature[i] += (-2 * ((a * bell) + (b * f))) + (4 * b * x * x * ((2 * a * bell) + (b * f)));
            }
        }
        return axis;
    }

    private static void AddFourierSum(double[][] tables, Func<int, int, double> coefficient)
    {
        var waves = new Axis[LargestWave + 1];
        for (var k = 0; k <= LargestWave; k++)
        {
            waves[k] = new Axis();
            var wave = 2 * Math.PI * k;
            var weight = k == 0 ? 1 : 2;
            for (var i = 0; i < Count; i++)
            {
                var x = NodeAt(i);
                waves[k].Value[i] = weight * Math.Cos(wave * x);
                waves[k].Slope[i] = -weight * wave * Math.Sin(wave * x) / x;
                waves[k].Curvature[i] = -weight * wave * wave * Math.Cos(wave * x);
            }
        }
        for (var k1 = LargestWave; k1 >= 0; k1--)
        {
            for (var k2 = LargestWave; k2 >= 0; k2--) AddProducts(tables, coefficient(k1, k2), waves[k1], waves[k2]);
        }
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

    private static double NodeAt(int i) => EvenPolynomial.NodeAt(i, Count, HalfCell);

    private static double Erfc(double x) => MathNet.Numerics.SpecialFunctions.Erfc(x);

    /// <summary>A function of one component at the nodes: its value, its derivative over x, its second derivative.</summary>
    private sealed class Axis
    {
        public double[] Value { get; } = new double[Count];

        public double[] Slope { get; } = new double[Count];

        public double[] Curvature { get; } = new double[Count];
    }
}
