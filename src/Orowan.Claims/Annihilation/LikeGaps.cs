using Orowan.Formats;
using Orowan.Particles;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>A, Proposition 4.5(ii): equal signs keep a distance: by the energy, and for V = -log by a differential inequality that is sharper.</summary>
internal static class LikeGaps
{
    public static Claim<LineCase> Claim { get; } = LineClaims.About(
        "A-4.5-ii",
        "Proposition 4.5(ii)",
        "V(g) + g^2 <= S(t) for the least distance g of two like particles at t, S(t) = n^2 [E_n(0) + 2K(M_2(0) + ct) + w0/(2n) + M_2(0) + ct] "
        + "- (P - 1) min(0, v) - n+ n- min(0, w), P the number of like pairs, v = inf (V + r^2), w = inf (W + r^2); V(0+) is infinite, so g stays positive. "
        + "Sharper for V = -log, over the n_s particles of sign s: g_s(t)^2 >= g_s(0)^2 e^{-2qt} + (8/(n n_s)) (1 - e^{-2qt})/(2q), "
        + "q = n_o Lip(W')/n with n_o the number of the other sign; for W = 0 that is g_s(0)^2 + 8t/(n n_s), with equality for n_s = 2.",
        "n^2 (E_n + M_2) is at least the sum over unordered pairs of V + r^2 or W + r^2, of which one pair pays V(g) + g^2. For V = -log: "
        + "at the least gap g the k particles of the same sign to its right, at distances at least m g, m = 1..k, slow it by at most "
        + "sum 1/(m(m+1)) = 1 - 1/(k+1) over n g, likewise the l to its left, so n g g' >= 1/(k+1) + 1/(l+1) >= 4/n_s as k + l = n_s - 2; "
        + "W adds at least -q g. The numbers alive only fall, so the initial ones do.",
        trial => trial.Case.V is LogPotential ? ByEnergy(trial).Concat(Check(trial)) : ByEnergy(trial),
        c => c.CountOf(1) < 2 && c.CountOf(-1) < 2 ? "there are no two particles of one sign"
            : c.V is LogPotential ? null
            : LineClaims.WithoutK(c));

    private static IEnumerable<Comparison> ByEnergy(LineTrial trial)
    {
        var constants = CaseConstants.Of(trial.Case);
        foreach (var row in trial.Rows)
        {
            var gap = new[] { 1, -1 }.Select(sign => LeastGap(row, sign) ?? double.PositiveInfinity).Min();
            if (double.IsInfinity(gap))
            {
                yield return Comparison.AtMost(0, 1, 0, $"no two like particles are alive at t = {row.Time:R}");
                continue;
            }
            if (gap <= 0)
            {
                yield return Comparison.AtMostOnScale(-gap, 0, 2 * trial.Uncertainty, trial.Case.LengthScale, $"like particles out of order at t = {row.Time:R}");
                continue;
            }
            var (value, level) = (trial.Case.V.Value(gap) + (gap * gap), constants.PairLevel(row.Time));
            var place = trial.IsInitial(row) ? 0 : 2 * (trial.Uncertainty + (Floating.Spacing * row.State.X.Max(Math.Abs)));
            var uncertainty = ((Math.Abs(trial.Case.V.Slope(gap)) + (2 * gap)) * place) + (64 * Floating.Spacing * trial.Count * trial.Count * (Math.Abs(value) + Math.Abs(level)));
            yield return Comparison.AtMostOnScale(value, level, uncertainty, Math.Max(1, Math.Max(Math.Abs(value), Math.Abs(level))), $"V(g) + g^2 at t = {row.Time:R}");
        }
    }

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

    /// <summary>A distance that two particles of a sign never come closer than: the claim's bound, least over [0, T]; 0 where the doubles have none.</summary>
    public static double LeastEver(LineCase subject, int sign)
    {
        if (subject.V is not LogPotential) return subject.CountOf(sign) < 2 ? double.PositiveInfinity : CaseConstants.Of(subject).LikeGap;
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
