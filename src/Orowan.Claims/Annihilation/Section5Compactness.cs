using Orowan.Continuum;
using Orowan.Formats;

namespace Orowan.Claims.Annihilation;

/// <summary>Theorem 5.1 of A, step 1, on particles: (5.2) and the lower bound of the energy at T.</summary>
internal static class Section5Compactness
{
    public static Claim<LineCase> Action { get; } = LineClaims.About(
        "A-eq-5.2",
        "(5.2)",
        "sum over rows of W^2(mu_n(t_k), mu_n(t_(k-1)))/(t_k - t_(k-1)) <= (1/n) int_0^T |x'|^2 <= 2K(M_2(0) + cT) + w0/(2n) + E_n(0) - E_n(T).",
        "The left side is the action over a partition; x_i to x_i is a plan, Cauchy-Schwarz in time. The right inequality is A-4.5-iv.",
        CheckAction,
        LineClaims.WithoutK);

    public static Claim<LineCase> LowerBound { get; } = LineClaims.About(
        "A-5.1-display-2",
        "Theorem 5.1, step 1: lower bound of the energy at T",
        "E_n(T) = [E_n(T) + M_2(T)] - M_2(T) >= [v (N+(N+ - 1) + N-(N- - 1)) + 2 w N+ N-]/(2n^2) - [c T + M_2(0)], v = inf (V + r^2), w = inf (W + r^2), N+- alive at T.",
        "A-4.4-ii and A-4.5-i.",
        CheckLowerBound);

    private static IEnumerable<Comparison> CheckAction(LineTrial trial)
    {
        var subject = trial.Case;
        if (trial.Intervals.Any(interval => double.IsNaN(interval.Dissipation)))
        {
            yield return Comparison.Unknown("the reference flow breaks off between two rows");
            yield break;
        }
        var scale = EnergyBalance.Scale(trial);
        double action = 0, dissipation = 0, actionError = 0, dissipationError = 0;
        foreach (var interval in trial.Intervals)
        {
            var span = interval.To.Time - interval.From.Time;
            var squared = new[] { 1, -1 }.Sum(sign => QuantileTransport.SquaredDistance(Species(trial, interval.From, sign), Species(trial, interval.To, sign)));
            action += squared / span;
            actionError += ((4 * Math.Sqrt(squared) * trial.Uncertainty) + (4 * trial.Uncertainty * trial.Uncertainty)) / span;
            dissipation += interval.Dissipation;
            dissipationError += interval.DissipationUncertainty;
        }
        yield return Comparison.AtMostOnScale(action, dissipation, actionError + dissipationError + (1e-12 * scale), scale, "action and dissipation", resolution: 1e-2);
        var (start, end) = (trial.EnergyOf(trial.Rows[0]), trial.EnergyOf(trial.Rows[^1]));
        yield return Comparison.AtMostOnScale(
            dissipation,
            CaseConstants.Of(subject).JumpBound(trial.Rows[^1].Time) + start.Energy - end.Energy,
            dissipationError + start.Uncertainty + end.Uncertainty + (1e-12 * scale),
            scale,
            "dissipation and energy",
            resolution: 1e-2);
    }

    private static IEnumerable<Comparison> CheckLowerBound(LineTrial trial)
    {
        var (subject, last) = (trial.Case, trial.Rows[^1]);
        double n = trial.Count;
        var (plus, minus) = PairSums.Alive(last.State);
        var constants = CaseConstants.Of(subject);
        var floor = ((constants.FloorV * ((plus * (plus - 1)) + (minus * (minus - 1)))) + (2 * constants.FloorW * plus * minus)) / (2 * n * n);
        var bound = floor - LineClaims.Moment([.. subject.X], 2) - (LineClaims.MomentGrowth(subject) * last.Time);
        var (energy, error) = trial.EnergyOf(last);
        yield return Comparison.AtMostOnScale(bound, energy, error + (1e-12 * Math.Abs(bound)), Math.Max(Math.Abs(bound), 1 / (n * n)), $"energy at t = {last.Time:R}");
    }

    private static IEnumerable<QuantilePiece> Species(LineTrial trial, TrialRow row, int sign) =>
        QuantileTransport.Atoms(row.State.X.Where((_, i) => trial.Case.B[i] == sign), 1.0 / trial.Count);
}
