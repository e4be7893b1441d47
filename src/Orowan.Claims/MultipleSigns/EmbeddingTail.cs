using MathNet.Numerics;
using MathNet.Numerics.RootFinding;

namespace Orowan.Claims.MultipleSigns;

/// <summary>lambda(N) of B-A.1-vii: how small functions without low modes are in Exp_alpha against H^(d/2).</summary>
internal static class EmbeddingTail
{
    private const int MostTerms = 200_000;

    /// <summary>Sums beyond this are not added up: the search only asks whether they are more than 1.</summary>
    private const double Enough = 1e6;

    /// <summary>The solution lambda; the sum falls as lambda grows.</summary>
    /// <param name="alpha">1 &lt;= alpha &lt; 2.</param>
    /// <param name="n">N >= 1: no mode with |k| &lt;= N for d = 1, with |k| &lt; N for d >= 2.</param>
    /// <param name="dimension">d.</param>
    public static double Constant(double alpha, double n, int dimension) =>
        Math.Exp(Brent.FindRoot(x => Math.Log(Sum(alpha, n, dimension, x)), -(0.5 * dimension * Math.Log(n)) - 1, 5, 1e-10, 300));

    private static double Sum(double alpha, double n, int dimension, double logLambda)
    {
        // log of N^(-d/2), and the bound v (p - 2) + c of the sum over all k; on the circle p - 2 alone, by an integral over |k| > N.
        var far = -0.5 * dimension * Math.Log(n);
        var (v, c) = dimension == 1 ? (1.0, 0.0) : (OrliczConstants.UnitBall(dimension), OrliczConstants.LatticeExcess(dimension));
        var sum = Math.Exp(alpha * (far - logLambda));
        var previous = double.NegativeInfinity;
        for (var m = 2; m < MostTerms; m++)
        {
            var power = (alpha * m) - 2;
            // 0^0 = 1 at alpha m = 2.
            var log = (power == 0 ? 0 : power / 2 * Math.Log((v * power) + c)) - (alpha * m * logLambda) + (dimension == 1 ? 2 * far : far) - SpecialFunctions.FactorialLn(m);
            sum += Math.Exp(log);
            if (sum > Enough) return sum;
            // From the largest term on they fall ever faster: the rest is at most the last term over one minus the last quotient.
            var quotient = Math.Exp(log - previous);
            if (quotient < 0.9 && Math.Exp(log) < 1e-14 * sum) return sum;
            previous = log;
        }
        return double.MaxValue;
    }
}
