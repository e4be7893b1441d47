using Orowan.Formats;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, section 1.4: how slowly delta_n must tend to 0 for the convergence that the paper proves.</summary>
internal static class SlowRegularisation
{
    public static Claim<TorusNumbers> Corrected { get; } = TorusClaims.OnNumbers(
        "B-1.4-slow",
        "Section 1.4, delta_n >> n^{-1/d}",
        "For the logarithmic potential the condition of Remark 3.4, exp(3 lambda_delta T) n^{-1/d} -> 0, holds for delta_n = sqrt(6 d T/log n): its logarithm is at most "
        + "-(log n)/(2d). So delta_n must stay above a multiple of (log n)^{-1/2}; the power n^{-1/d} is not enough.",
        "lambda_delta = pi^2/sinh^2(pi delta) <= 1/delta^2, hence 3 lambda T <= (log n)/(2d). Evaluated at n = 10^6, 10^12, ..., 10^96, d = 1.",
        subject => Powers().Select(log => At(subject, log, Math.Sqrt(6 * subject.Time / log), -0.5 * log)));

    public static Claim<TorusNumbers> Printed { get; } = Corrected with
    {
        Statement = "If delta_n >> n^{-1/d}, Theorem 3.3 recovers the Groma-Balogh equations: for delta_n = n^{-1/(2d)} the condition of Remark 3.4 holds, "
            + "exp(3 lambda_delta T) n^{-1/d} <= 1 for large n.",
        Derivation = "lambda_delta ~ delta^-2 = n^{1/d}, so that the logarithm is 3 T n^{1/d} - (log n)/d. Evaluated at n = 10^6, 10^12, ..., 10^96, d = 1.",
        Check = (subject, _) => Powers().Select(log => At(subject, log, Math.Exp(-0.5 * log), 0)),
    };

    /// <summary>log n.</summary>
    private static IEnumerable<double> Powers() => Enumerable.Range(1, 16).Select(k => 6 * k * Math.Log(10));

    private static Comparison At(TorusNumbers subject, double log, double delta, double bound) =>
        Comparison.AtMostOnScale(
            (3 * subject.Kernels.Log(delta).HessianBound * subject.Time) - log, bound, 1e-12 * log, log, $"log n = {log:R}, delta = {delta:R}");
}
