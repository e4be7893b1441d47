using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>A, Proposition 4.5(i): growth of the second and fourth moments.</summary>
internal static class Moments
{
    public static Claim<LineCase> Claim { get; } = LineClaims.About(
        "A-4.5-i",
        "Proposition 4.5(i)",
        "M_2(t) <= M_2(0) + c t and M_4(t) <= M_4(0) + 6 a t (M_2(0) + a t / 2), with c = [A^-_V (n+(n+ - 1) + n-(n- - 1)) + 2 A^-_W n+ n-]/n^2, "
        + "a = (1 - 1/n) max(A_V, A_W), A_V = sup |r V'|, A^-_V = sup (-r V')_+; for V = -log, W = 0 "
        + "M_2(t) = M_2(0) + int_0^t [N+(N+ - 1) + N-(N- - 1)]/n^2 with the numbers N+-(s) alive.",
        "dM_2/dt = -(1/n^2) sum_{i != j} r f'(r), r = x_i - x_j, and the numbers alive only fall. "
        + "dM_4/dt = -(2/n^2) sum_{i != j} (x_i^2 + x_i x_j + x_j^2) r f'(r) <= (3 A/n^2) sum_{i != j} (x_i^2 + x_j^2) = 6 A (1 - 1/n) M_2, "
        + "then M_2(s) <= M_2(0) + a s is integrated.",
        Check);

    private static IEnumerable<Comparison> Check(LineTrial trial)
    {
        var x0 = trial.Rows[0].State.X;
        var (second, fourth) = (LineClaims.Moment(x0, 2), LineClaims.Moment(x0, 4));
        var c = LineClaims.MomentGrowth(trial.Case);
        var a = (1 - (1.0 / trial.Count)) * Math.Max(trial.Case.V.SlopeBound, trial.Case.W.SlopeBound);
        foreach (var row in trial.Rows.Where(r => r.Time > 0))
        {
            var (x, t) = (row.State.X, row.Time);
            yield return Comparison.AtMost(
                LineClaims.Moment(x, 2) - second,
                c * t,
                LineClaims.MomentUncertainty(x, 2, trial.Uncertainty) + LineClaims.MomentUncertainty(x0, 2, 0),
                $"growth of M_2 up to t = {t:R}",
                scale: Math.Max(Math.Max(second, a * t), trial.Case.LengthScale * trial.Case.LengthScale));
            yield return Comparison.AtMost(
                LineClaims.Moment(x, 4) - fourth,
                6 * a * t * (second + (a * t / 2)),
                LineClaims.MomentUncertainty(x, 4, trial.Uncertainty) + LineClaims.MomentUncertainty(x0, 4, 0),
                $"growth of M_4 up to t = {t:R}",
                scale: Math.Max(Math.Max(fourth, a * a * t * t), Math.Pow(trial.Case.LengthScale, 4)));
        }
        if (trial.Case is { V: LogPotential, W: ZeroPotential })
        {
            foreach (var comparison in ExactSecondMoment(trial, second)) yield return comparison;
        }
    }

    /// <summary>For V = -log, W = 0 each ordered like pair adds exactly 1/n^2 to dM_2/dt.</summary>
    private static IEnumerable<Comparison> ExactSecondMoment(LineTrial trial, double initial)
    {
        var expected = initial;
        var timing = 0.0;
        foreach (var interval in trial.Intervals)
        {
            if (interval.Pass is null)
            {
                yield return Comparison.Unknown($"exact M_2 from t = {interval.From.Time:R} on: the flow cannot start there");
                yield break;
            }
            var b = (int[])interval.From.State.B.Clone();
            var time = 0.0;
            foreach (var collision in interval.Pass.Collisions)
            {
                expected += Rate(b) * (collision.Time - time);
                time = collision.Time;
                timing += Rate(b) * interval.Amplification.Time * trial.Judged;
                foreach (var (i, j) in collision.Pairs) b[i] = b[j] = 0;
            }
            expected += Rate(b) * (interval.To.Time - interval.From.Time - time);
            var x = interval.To.State.X;
            var uncertainty = LineClaims.MomentUncertainty(x, 2, trial.Uncertainty) + LineClaims.MomentUncertainty(trial.Rows[0].State.X, 2, 0) + timing;
            yield return Comparison.Equal(
                LineClaims.Moment(x, 2),
                expected,
                uncertainty + (16 * Floating.Spacing * expected),
                expected,
                $"exact M_2 at t = {interval.To.Time:R}");
        }
    }

    private static double Rate(int[] b)
    {
        double plus = b.Count(q => q == 1), minus = b.Count(q => q == -1);
        return ((plus * (plus - 1)) + (minus * (minus - 1))) / ((double)b.Length * b.Length);
    }
}
