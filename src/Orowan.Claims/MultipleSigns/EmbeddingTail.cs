using MathNet.Numerics;
using MathNet.Numerics.RootFinding;

namespace Orowan.Claims.MultipleSigns;

/// <summary>lambda(N) of B-A.1-vii: how small functions without low modes are in Exp_alpha against H^(1/2), on the circle.</summary>
internal static class EmbeddingTail
{
    private const int MostTerms = 200_000;

    /// <summary>The solution lambda; the sum falls as lambda grows.</summary>
    /// <param name="alpha">1 &lt;= alpha &lt; 2.</param>
    /// <param name="n">N >= 1.</param>
    public static double Constant(double alpha, double n) =>
        Math.Exp(Brent.FindRoot(x => Math.Log(Sum(alpha, n, x)), -0.5 * Math.Log(n) - 1, 3, 1e-10, 200));

    private static double Sum(double alpha, double n, double logLambda)
    {
        var sum = Math.Exp(-alpha * ((0.5 * Math.Log(n)) + logLambda));
        var previous = double.NegativeInfinity;
        for (var m = 2; m < MostTerms; m++)
        {
            var power = (alpha * m) - 2;
            // 0^0 = 1 at alpha m = 2.
            var log = (power == 0 ? 0 : power / 2 * Math.Log(power)) - (alpha * m * logLambda) - Math.Log(n) - SpecialFunctions.FactorialLn(m);
            sum += Math.Exp(log);
            // From the largest term on they fall ever faster: the rest is at most the last term over one minus the last quotient.
            var quotient = Math.Exp(log - previous);
            if (quotient < 0.9 && Math.Exp(log) < 1e-14 * sum) return sum;
            previous = log;
        }
        return double.MaxValue;
    }
}
