using Orowan.Formats;

namespace Orowan.Claims.Annihilation;

/// <summary>A, Proposition 4.5(iv): the display of its proof, line by line.</summary>
internal static class DissipationDisplay
{
    public static Claim<LineCase> Claim { get; } = LineClaims.About(
        "A-4.5-iv-display-1",
        "Proposition 4.5(iv), display of the proof",
        "E_n(T) - E_n(0) = sum of the jumps + sum over the pieces between collisions of e(t_k-) - e(t_{k-1}); each such difference is -(1/n) int |x'|^2 over its piece; "
        + "so E_n(T) - E_n(0) <= -(1/n) int_0^T |x'|^2 + 2K (M_2(0) + cT) + w0/(2n).",
        "The first line telescopes; the second is A-eq-4.8; the third is the gradient flow (4.1) on each piece.",
        Check);

    private static IEnumerable<Comparison> Check(LineTrial trial)
    {
        if (SmoothPieces.Unresolved(trial) is { } unresolved)
        {
            yield return unresolved;
            yield break;
        }
        var (subject, scale) = (trial.Case, EnergyBalance.Scale(trial));
        double falls = 0, dissipated = 0, jumps = 0, error = 0;
        foreach (var interval in trial.Intervals)
        {
            if (interval.End is null) yield break;
            foreach (var piece in SmoothPieces.Of(interval))
            {
                var (from, to) = (trial.EnergyOf(new TrialRow(piece.From, piece.Start)), trial.EnergyOf(new TrialRow(piece.To, piece.End)));
                var uncertainty = piece.Uncertainty + (from.Uncertainty / 2) + to.Uncertainty;
                yield return Comparison.Equal(to.Energy - from.Energy, -piece.Dissipation, uncertainty, scale, $"piece from t = {piece.From:R} to {piece.To:R}");
                falls += to.Energy - from.Energy;
                dissipated += piece.Dissipation;
                error += uncertainty;
            }
            jumps += SmoothPieces.Jumps(interval).Sum(j => j.Size(subject));
            error += SmoothPieces.Jumps(interval).Sum(j => j.Uncertainty(subject));
        }
        var (first, last) = (trial.EnergyOf(trial.Rows[0]), trial.EnergyOf(trial.Rows[^1]));
        error += first.Uncertainty + last.Uncertainty;
        yield return Comparison.Equal(last.Energy - first.Energy, jumps + falls, error, scale, "first line");
        var allowance = Allowance(trial);
        yield return Comparison.AtMostOnScale(last.Energy - first.Energy, falls + allowance, error, Math.Max(scale, allowance), "second line");
        yield return Comparison.AtMostOnScale(last.Energy - first.Energy, allowance - dissipated, error, Math.Max(scale, allowance), "last line");
    }

    private static double Allowance(LineTrial trial) => CaseConstants.Of(trial.Case).JumpBound(trial.Rows[^1].Time);
}
