using Orowan.Flows;
using Orowan.Formats;

namespace Orowan.Claims.Annihilation;

/// <summary>A, Proposition 4.5(iii): the energy in time, its one-sided limits, and the bounds (4.7), (4.8), (4.13) of its jumps.</summary>
internal static class EnergyJumps
{
    private const string ContinuityLabel = "Proposition 4.5(iii)";

    public static Claim<LineCase> Continuity { get; } = LineClaims.About(
        "A-4.5-iii",
        ContinuityLabel,
        "e(t) = E_n(x(t); b(t)) is right-continuous with left limits; it does not increase between collisions; "
        + "e(t_k) - e(t_k-) = -(1/n^2) [for each pair that dies at y: sum over the others alive of (V+W)(x_i - y) + W(0)].",
        "(4.3) with H(0) = 0 puts the charges off at t_k itself; after it e(t_k + h) = e(t_k) - (1/n) int |x'|^2, which tends to e(t_k).",
        CheckContinuity);

    public static Claim<LineCase> ContinuityPrinted { get; } = LineClaims.About(
        "A-4.5-iii",
        ContinuityLabel,
        "e is left-continuous on [0, T]: e(t_k) = e(t_k-).",
        "As printed, with b(t_k) by (4.3).",
        trial => SmoothPieces.Jumps(trial)
            .Select(jump => Comparison.Equal(jump.Size(trial.Case), 0, jump.Uncertainty(trial.Case), Scale(trial, 0), $"e(t_k) - e(t_k-) at t_k = {jump.Time:R}"))
            .Append(Comparison.Equal(0, 0, 0, 1, "times without a collision")));

    public static Claim<LineCase> OneJump { get; } = LineClaims.About(
        "A-eq-4.7",
        "Equation (4.7)",
        "e(t_k) - e(t_k-) <= (C/n) (gamma_k M_2(x(t_k)) + gamma_k + sum_{i in Gamma_k} x_i^2), C = max(K, w0/(2n)), K of (2.3), w0 = max(0, -W(0)).",
        "A-4.4-iv sharper, once for each of gamma_k/2 pairs: each costs at most (2K/n)(M_2 + y^2) + w0/n^2, and 2 y^2 is its share of the sum. "
        + "Judged at collisions, and at states of the run in which one opposite pair is put together.",
        CheckOneJump,
        LineClaims.WithoutK);

    public static Claim<LineCase> OneJumpInProof { get; } = LineClaims.About(
        "A-4.5-display-4",
        "Proposition 4.5, energy after the first collision, in the proof",
        "E_n(x(t_1); b(t_1)) <= E_n(x(t_1); b(t_1-)) + (C/(2n)) (gamma_1 M_2 + gamma_1 + sum_{Gamma_1} x_i^2), C = max(2K, w0/n) of A-4.4-iv; the same at each t_k.",
        "A-4.4-iv gamma_1/2 times.",
        CheckOneJump,
        LineClaims.WithoutK);

    public static Claim<LineCase> AllJumps { get; } = LineClaims.About(
        "A-eq-4.8",
        "Equation (4.8)",
        "sum_k (e(t_k) - e(t_k-)) <= 2K (M_2(0) + c T) + w0/(2n), c of A-4.5-i; so C = max(2K, 2Kc, w0/(2n)).",
        "In (4.7) sum gamma_k <= n by the corrected (4.5), M_2(t_k) <= M_2(0) + cT, and (1/n) sum_k sum_{Gamma_k} x_i^2 <= M_2(T): each particle dies once and stays.",
        CheckAllJumps,
        LineClaims.WithoutK);

    public static Claim<LineCase> Summed { get; } = LineClaims.About(
        "A-eq-4.13",
        "Equation (4.13)",
        "sum_k (e(t_k) - e(t_k-)) <= (C/n) (sum gamma_k M_2(x(t_k)) + sum gamma_k + sum_k sum_{Gamma_k} x_i^2(t_k)), C = max(K, w0/(2n)); and sum gamma_k <= n.",
        "(4.7) summed.",
        CheckSummed,
        LineClaims.WithoutK);

    public static Claim<LineCase> ThirdSum { get; } = LineClaims.About(
        "A-eq-4.13-third-sum",
        "Proposition 4.5, the third sum in (4.13)",
        "(1/n) sum_k sum_{i in Gamma_k} x_i^2(t_k) <= M_2(x(T)).",
        "The Gamma_k are disjoint and their members rest.",
        trial => [Third(trial, trial.Count)]);

    public static Claim<LineCase> ThirdSumPrinted { get; } = LineClaims.About(
        "A-eq-4.13-third-sum",
        "Proposition 4.5, the third sum in (4.13)",
        "sum_k sum_{i in Gamma_k} x_i^2(t_k) <= M_2(x(T)).",
        "As printed: \"the third sum is bounded by M_2(x(T))\".",
        trial => [Third(trial, 1)]);

    private static IEnumerable<Comparison> CheckContinuity(LineTrial trial)
    {
        var (subject, scale) = (trial.Case, EnergyBalance.Scale(trial));
        foreach (var interval in trial.Intervals)
        {
            if (interval.Pass is not { } pass) continue;
            var (before, first) = trial.EnergyOf(interval.From);
            var (after, second) = trial.EnergyOf(interval.To);
            if (pass.Collisions.Length == 0 && interval.From.State.B.AsSpan().SequenceEqual(interval.To.State.B))
            {
                yield return Comparison.AtMostOnScale(after - before, 0, first + (2 * second), scale, $"e from t = {interval.From.Time:R} to {interval.To.Time:R}");
            }
            foreach (var jump in SmoothPieces.Jumps(interval))
            {
                var exact = EnergyBalance.Jump(subject, jump.Before, jump.Collision);
                yield return Comparison.Equal(jump.Size(subject), exact, jump.Uncertainty(subject), scale, $"e(t_k) - e(t_k-) at t_k = {jump.Time:R}");
                foreach (var share in new[] { 1e-2, 1e-4 }) yield return JustAfter(trial, jump, share, scale);
            }
        }
    }

    /// <summary>e(t_k + h) + the dissipation since t_k = e(t_k).</summary>
    private static Comparison JustAfter(LineTrial trial, EnergyJump jump, double share, double scale)
    {
        var subject = trial.Case;
        var h = share * (subject.T - jump.Time);
        if (h <= 0) return Comparison.Equal(0, 0, 0, 1, $"a collision at the end, t = {jump.Time:R}");
        var pass = LineFlow.Restart(subject.V, subject.W, jump.After, [h], h, subject.LengthScale);
        if (pass.Collisions.Length > 0) return Comparison.Equal(0, 0, 0, 1, $"another collision right after t = {jump.Time:R}");
        var row = pass.Rows[0];
        var error = (10 * LineFlow.FinestTolerance * scale * (1 + pass.Steps)) + (2 * PairSums.EnergyRounding(subject, jump.After)) + jump.Uncertainty(subject);
        return Comparison.Equal(
            PairSums.Energy(subject, row.State) + row.Dissipation, PairSums.Energy(subject, jump.After), error, scale, $"e just after t_k = {jump.Time:R}, h = {h:R}");
    }

    private static IEnumerable<Comparison> CheckOneJump(LineTrial trial)
    {
        var subject = trial.Case;
        double n = trial.Count;
        yield return Comparison.AtMost(0, 1, 0, "no jump");
        foreach (var jump in SmoothPieces.Jumps(trial))
        {
            var bound = Bound(subject, jump.Gamma * LineClaims.Moment(jump.Before.X, 2), jump.Gamma, jump.Squares);
            yield return Comparison.AtMostOnScale(jump.Size(subject), bound, jump.Uncertainty(subject), Scale(trial, bound), $"jump at t = {jump.Time:R}");
        }
        foreach (var (here, i, j) in EnergyStates.WithContact(trial))
        {
            var size = PairSums.Energy(subject, EnergyStates.Without(here.State, i, j)) - PairSums.Energy(subject, here.State);
            var bound = Bound(subject, 2 * LineClaims.Moment(here.State.X, 2), 2, 2 * here.State.X[i] * here.State.X[i]);
            yield return Comparison.AtMostOnScale(size, bound, 2 * PairSums.EnergyRounding(subject, here.State), Math.Max(bound, Math.Max(Math.Abs(size), 1 / (n * n))), here.At);
        }
    }

    /// <summary>The right-hand side of (4.7), given its three sums.</summary>
    private static double Bound(LineCase subject, double moments, double gamma, double squares)
    {
        double n = subject.Count;
        var constants = CaseConstants.Of(subject);
        return Math.Max(constants.K, constants.Depth / (2 * n)) / n * (moments + gamma + squares);
    }

    private static IEnumerable<Comparison> CheckAllJumps(LineTrial trial)
    {
        var subject = trial.Case;
        var bound = CaseConstants.Of(subject).JumpBound(trial.Rows[^1].Time);
        var (sum, error) = Total(trial);
        yield return SmoothPieces.Unresolved(trial) ?? Comparison.AtMostOnScale(sum, bound, error, Scale(trial, bound), "sum of the jumps");
    }

    private static IEnumerable<Comparison> CheckSummed(LineTrial trial)
    {
        if (SmoothPieces.Unresolved(trial) is { } unresolved)
        {
            yield return unresolved;
            yield break;
        }
        var jumps = SmoothPieces.Jumps(trial).ToArray();
        var (sum, error) = Total(trial);
        var bound = Bound(trial.Case, jumps.Sum(j => j.Gamma * LineClaims.Moment(j.Before.X, 2)), jumps.Sum(j => j.Gamma), jumps.Sum(j => j.Squares));
        yield return Comparison.AtMostOnScale(sum, bound, error, Scale(trial, bound), "sum of the jumps");
        yield return Comparison.AtMost(jumps.Sum(j => j.Gamma), trial.Count, 0, "sum of gamma_k");
    }

    /// <summary>Places of the dead at the last row: their x_i(t_k), as they rest.</summary>
    private static Comparison Third(LineTrial trial, double divisor)
    {
        if (SmoothPieces.Unresolved(trial) is { } unresolved) return unresolved;
        var jumps = SmoothPieces.Jumps(trial).ToArray();
        var last = trial.Rows[^1].State.X;
        var bound = LineClaims.Moment(last, 2);
        var error = 2 * LineClaims.MomentUncertainty(last, 2, 2 * trial.Judged) * Math.Max(1, trial.Count / divisor);
        return Comparison.AtMostOnScale(jumps.Sum(j => j.Squares) / divisor, bound, error, Math.Max(bound, trial.Case.LengthScale * trial.Case.LengthScale), "third sum");
    }

    private static (double Sum, double Error) Total(LineTrial trial)
    {
        var jumps = SmoothPieces.Jumps(trial).ToArray();
        return (jumps.Sum(j => j.Size(trial.Case)), jumps.Sum(j => j.Uncertainty(trial.Case)));
    }

    private static double Scale(LineTrial trial, double bound) => Math.Max(bound, Math.Max(EnergyBalance.Scale(trial), 1 / ((double)trial.Count * trial.Count)));
}
