using Orowan.Formats;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, Remark 2.1: the Green's function of the plane torus and its regularisation.</summary>
internal static class ScrewPotential
{
    /// <summary>Least delta for which the Fourier sum is added up term by term here.</summary>
    private const double LeastSummed = 0.2;

    public static Claim<TorusNumbers> Claim { get; } = TorusClaims.OnNumbers(
        "B-2.1",
        "Remark 2.1",
        "The Green's function, alpha = 1/(2 pi), has V_k = 1/(2 pi |k|^2), V_0 = 0: V = pi(x1^2 - |x1| + 1/6) - (1/2) sum_n log(1 - 2 e^{-2 pi|x1+n|} cos 2 pi x2 + e^{-4 pi|x1+n|}) "
        + "on |x1| <= 1/2, with Laplacian 2 pi away from 0; the regularisation has the coefficients times exp(-delta |k|).",
        "The mean over x2 is the Green's function of the circle, sum over k1 of cos(2 pi k1 x1)/(2 pi k1^2); each k2 adds sum_n e^{-2 pi |k2||x1+n|} cos(2 pi k2 x2)/(2|k2|). "
        + "-Delta V = 4 pi^2 alpha (delta_0 - 1). The regularised V against its Fourier sum, term by term, for delta >= 0.2.",
        Check);

    private static IEnumerable<Comparison> Check(TorusNumbers subject)
    {
        var (x1, x2) = (subject.X1 - 0.5, subject.X2 - 0.5);
        if (double.Hypot(x1, x2) < 0.01) x1 = 0.01;
        var green = subject.Kernels.Green(0);
        yield return Comparison.Equal(green.At(x1, x2), Closed(x1, x2), 1e-12, 1, $"x = ({x1:R}, {x2:R})", 1e-9);
        var hessian = green.HessianAt(x1, x2);
        yield return Comparison.Equal(
            hessian[0] + hessian[3], 2 * Math.PI, 1e-9 * (1 + TorusClaims.OperatorNorm(hessian)), 2 * Math.PI, $"Laplacian at ({x1:R}, {x2:R})", 1e-5);
        for (var k1 = 0; k1 <= 4; k1++)
        {
            for (var k2 = 0; k2 <= 4; k2++)
            {
                var square = (double)((k1 * k1) + (k2 * k2));
                var expected = square == 0 ? 0 : 1 / (2 * Math.PI * square);
                yield return Comparison.Equal(green.Coefficient([k1, k2]), expected, 4 * Floating.Spacing * expected, 1, $"coefficient of k = ({k1}, {k2})");
            }
        }
        var delta = Math.Max(LeastSummed, subject.Delta);
        yield return Comparison.Equal(subject.Kernels.Green(delta).At(x1, x2), Summed(x1, x2, delta), 1e-12, 1, $"delta = {delta:R}, x = ({x1:R}, {x2:R})", 1e-9);
    }

    private static double Closed(double x1, double x2)
    {
        var sin = Math.Sin(Math.PI * x2);
        double sum = 0;
        for (var n = -6; n <= 6; n++)
        {
            var decay = Math.Exp(-2 * Math.PI * Math.Abs(x1 + n));
            sum += Math.Log(((1 - decay) * (1 - decay)) + (4 * decay * sin * sin));
        }
        return (Math.PI * ((x1 * x1) - Math.Abs(x1) + (1.0 / 6))) - (0.5 * sum);
    }

    /// <summary>All k with delta |k| below 34, four quadrants at once.</summary>
    private static double Summed(double x1, double x2, double delta)
    {
        var reach = (int)Math.Ceiling(34 / delta);
        double[] first = [.. Enumerable.Range(0, reach + 1).Select(k => (k == 0 ? 1 : 2) * Math.Cos(2 * Math.PI * k * x1))];
        double[] second = [.. Enumerable.Range(0, reach + 1).Select(k => (k == 0 ? 1 : 2) * Math.Cos(2 * Math.PI * k * x2))];
        double sum = 0;
        for (var k1 = reach; k1 >= 0; k1--)
        {
            for (var k2 = reach; k2 >= 0; k2--)
            {
                var square = (double)((k1 * k1) + (k2 * k2));
                if (square == 0 || square > (double)reach * reach) continue;
                sum += first[k1] * second[k2] * Math.Exp(-delta * Math.Sqrt(square)) / (2 * Math.PI * square);
            }
        }
        return sum;
    }
}
