using Orowan.Potentials;

namespace Orowan.Tests.Torus;

/// <summary>Potentials on the torus by slow sums: the Fourier series term by term, and walls in closed form.</summary>
internal static class PotentialSums
{
    /// <summary>The length of a series that falls like exp(-delta k), down to 1e-18.</summary>
    private const double Decay = 41.5;

    /// <summary>V, its gradient and D^2 V (first, mixed, second) in two dimensions.</summary>
    public static double[] Series(TorusPotential potential, double x1, double x2)
    {
        var largest = (int)Math.Ceiling(Decay / potential.Delta);
        var sums = new double[6];
        for (var k1 = largest; k1 >= -largest; k1--)
        {
            for (var k2 = largest; k2 >= 0; k2--)
            {
                if ((k1 * k1) + (k2 * k2) > largest * largest) continue;
                var factor = (k2 == 0 ? 1 : 2) * potential.Coefficient([k1, k2]);
                var (w1, w2) = (2 * Math.PI * k1, 2 * Math.PI * k2);
                // Terms at k2 and -k2 together: cos(w1 x1) cos(w2 x2) is what remains after the sum over k1 too.
                sums[0] += factor * Math.Cos(w1 * x1) * Math.Cos(w2 * x2);
                sums[1] -= factor * w1 * Math.Sin(w1 * x1) * Math.Cos(w2 * x2);
                sums[2] -= factor * w2 * Math.Cos(w1 * x1) * Math.Sin(w2 * x2);
                sums[3] -= factor * w1 * w1 * Math.Cos(w1 * x1) * Math.Cos(w2 * x2);
                sums[4] += factor * w1 * w2 * Math.Sin(w1 * x1) * Math.Sin(w2 * x2);
                sums[5] -= factor * w2 * w2 * Math.Cos(w1 * x1) * Math.Cos(w2 * x2);
            }
        }
        return sums;
    }

    /// <summary>
    /// torus-green at delta = 0: pi (x1^2 - |x1| + 1/6) - 1/2 sum_n log(1 - 2 e^(-2 pi |x1 + n|) cos 2 pi x2 + e^(-4 pi |x1 + n|)), x1 in the cell.
    /// </summary>
    public static double GreenByWalls(double x1, double x2)
    {
        var sum = Math.PI * ((x1 * x1) - Math.Abs(x1) + (1.0 / 6));
        for (var n = -7; n <= 7; n++)
        {
            var q = Math.Exp(-2 * Math.PI * Math.Abs(x1 + n));
            var gap = -SpecialFunctions.ExpMinusOne(-2 * Math.PI * Math.Abs(x1 + n));
            var sine = Math.Sin(Math.PI * x2);
            sum -= 0.5 * Math.Log((gap * gap) + (4 * q * sine * sine));
        }
        return sum;
    }

    /// <summary>
    /// torus-edge at delta = 0 by walls. The wall of sources at x1 = 0 has, for each k_2 > 0, the integral of
    /// 2 k_2^2 / (pi (k_1^2 + k_2^2)^2) exp(2 pi i k_1 x1) over k_1, (1 + 2 pi k_2 |x1|) exp(-2 pi k_2 |x1|) / k_2, which summed over k_2 with
    /// cos(2 pi k_2 x2) is -log|1 - w| + 2 pi |x1| Re(w / (1 - w)), w = exp(-2 pi |x1| + 2 pi i x2).
    /// </summary>
    public static double EdgeByWalls(double x1, double x2)
    {
        double sum = 0;
        for (var n = -7; n <= 7; n++)
        {
            var distance = Math.Abs(x1 + n);
            var q = Math.Exp(-2 * Math.PI * distance);
            var sine = Math.Sin(Math.PI * x2);
            var gap = -SpecialFunctions.ExpMinusOne(-2 * Math.PI * distance);
            var square = (gap * gap) + (4 * q * sine * sine);
            var real = q * (gap - (2 * sine * sine)) / square;
            sum += (-0.5 * Math.Log(square)) + (2 * Math.PI * distance * real);
        }
        return sum;
    }
}
