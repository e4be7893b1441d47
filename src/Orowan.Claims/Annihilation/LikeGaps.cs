using Orowan.Formats;
using Orowan.Particles;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>A, Proposition 4.5(ii): equal signs keep a distance, with the distance made explicit for V = -log.</summary>
internal static class LikeGaps
{
    public static Claim<LineCase> Claim { get; } = LineClaims.About(
        "A-4.5-ii",
        "Proposition 4.5(ii)",
        "For V = -log the least gap g_s of the n_s particles of sign s obeys g_s(t)^2 >= g_s(0)^2 e^{-2qt} + (8/(n n_s)) (1 - e^{-2qt})/(2q), "
        + "q = n_o Lip(W')/n with n_o the number of the other sign; for W = 0 that is g_s(0)^2 + 8t/(n n_s), with equality for n_s = 2.",
        "At the least gap g the k particles of the same sign to its right, at distances at least m g, m = 1..k, slow it by at most "
        + "sum 1/(m(m+1)) = 1 - 1/(k+1) over n g, likewise the l to its left, so n g g' >= 1/(k+1) + 1/(l+1) >= 4/n_s as k + l = n_s - 2; "
        + "W adds at least -q g. The numbers alive only fall, so the initial ones do.",
        Check,
        c => c.V is not LogPotential ? "the explicit distance is derived for V = -log"
            : c.CountOf(1) < 2 && c.CountOf(-1) < 2 ? "there are no two particles of one sign"
            : null);

    private static IEnumerable<Comparison> Check(LineTrial trial)
    {
        foreach (var sign in new[] { 1, -1 })
        {
            var before = LeastGap(trial.Rows[0], sign);
            if (before is null) continue;
            foreach (var row in trial.Rows)
            {
                if (row.Time <= 0) continue;
                if (LeastGap(row, sign) is not { } gap)
                {
                    yield return Comparison.AtMost(0, 1, 0, $"fewer than two of sign {sign} are alive at t = {row.Time:R}");
                    continue;
                }
                var least = LowerBound(trial.Case, sign, before.Value, row.Time);
                var place = Floating.Spacing * row.State.X.Max(Math.Abs);
                var uncertainty = 2 * Math.Abs(gap) * ((2 * trial.Uncertainty) + (2 * place));
                yield return Comparison.AtMost(least, gap * gap, uncertainty, $"least gap of sign {sign} at t = {row.Time:R}", scale: least);
            }
        }
    }

    /// <summary>A distance that two particles of a sign never come closer than: the claim's bound, least over [0, T].</summary>
    public static double LeastEver(LineCase subject, int sign)
    {
        var before = LeastGap(new TrialRow(0, new LineState([.. subject.X], [.. subject.B])), sign);
        if (before is null) return double.PositiveInfinity;

        // In t the bound is a weighted mean of g_s(0)^2 and its limit, so its least is at one of the ends.
        return Math.Sqrt(Math.Min(before.Value * before.Value, LowerBound(subject, sign, before.Value, subject.T)));
    }

    /// <summary>The square of the least distance that the claim allows at time t.</summary>
    private static double LowerBound(LineCase subject, int sign, double before, double t)
    {
        double n = subject.Count, like = subject.CountOf(sign), other = subject.CountOf(-sign);
        var q = other * subject.W.SlopeLipschitz / n;
        var grown = q == 0 ? t : -double.ExpM1(-2 * q * t) / (2 * q);
        return (before * before * Math.Exp(-2 * q * t)) + (8 / (n * like) * grown);
    }

    /// <summary>The least distance of two alive particles of a sign; null when fewer than two are alive.</summary>
    private static double? LeastGap(TrialRow row, int sign)
    {
        var x = Enumerable.Range(0, row.State.B.Length).Where(i => row.State.B[i] == sign).Select(i => row.State.X[i]).ToArray();
        return x.Length < 2 ? null : x.Zip(x.Skip(1), (a, b) => b - a).Min();
    }
}
