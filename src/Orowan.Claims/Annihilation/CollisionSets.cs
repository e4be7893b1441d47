using Orowan.Flows;
using Orowan.Formats;

namespace Orowan.Claims.Annihilation;

/// <summary>A, (4.2) to (4.4) and Remark 4.3: the collision times, the charges as functions of time, and who takes part.</summary>
internal static class CollisionSets
{
    public static Claim<LineCase> Times { get; } = LineClaims.About(
        "A-eq-4.2",
        "Equation (4.2)",
        "0 < t_1 < ... < t_K < T, K <= min(n+, n-); the number of charges switched off by a row is the number of tau_i up to it.",
        "K distinct times, at each of which at least one particle of each sign is switched off, once each.",
        CheckTimes);

    public static Claim<LineCase> Heaviside { get; } = LineClaims.About(
        "A-eq-4.3",
        "Equation (4.3)",
        "b_i(t) = b_i(0) H(tau_i - t) with H(0) = 0: b_i is b_i(0) before tau_i, and 0 from tau_i on, tau_i included, so b is right-continuous.",
        "Rows against the collision times; the flow stopped exactly at each collision time has the charges off.",
        CheckHeaviside);

    public static Claim<LineCase> Sets { get; } = LineClaims.About(
        "A-eq-4.4",
        "Equation (4.4)",
        "The sets Gamma_k are disjoint; each has as many members of one sign as of the other, so gamma_k is even.",
        "Exact, from row to row, and on the collisions that the run states.",
        CheckSets);

    public static Claim<LineCase> OneTimeEach { get; } = LineClaims.About(
        "A-4.3-tau",
        "Remark 4.3, first bullet",
        "tau_i is the time at which i is annihilated; a particle with tau_i = infinity is alive in every row and shares no place with an opposite alive one.",
        "Opposite neighbours among the alive are strictly ordered in each row, up to the run's uncertainty, or their gap is carried by its logarithm.",
        CheckNeverCollided);

    public static Claim<LineCase> ConstantBetween { get; } = LineClaims.About(
        "A-4.3-constant",
        "Remark 4.3, third bullet",
        "On each component of (0, T) without a collision time the charges are constant.",
        "Rows between which the reference flow has no collision have equal charges, unless it has one within the run's error of time at their ends.",
        CheckConstant);

    public static Claim<LineCase> OnlyOpposites { get; } = LineClaims.About(
        "A-4.3-like",
        "Remark 4.3, fourth bullet",
        "Particles of the same type stay apart, so only opposite particles collide.",
        "Each pair that meets has charges of sum 0, and at each collision and row the least like gap is positive.",
        CheckOnlyOpposites);

    public static Claim<LineCase> Stationary { get; } = LineClaims.About(
        "A-4.3-stationary",
        "Remark 4.3, last bullet",
        "A particle is at rest after it has collided: from its first row with charge 0 on, its place does not change.",
        "Exact, up to the run's uncertainty.",
        CheckStationary);

    private static IEnumerable<Comparison> CheckTimes(LineTrial trial)
    {
        var times = trial.Run.Collisions is { } stated ? stated.Select(c => c.Time).ToArray() : [.. SmoothPieces.Jumps(trial).Select(j => j.Time)];
        var horizon = trial.Rows[^1].Time;
        yield return Comparison.AtMost(times.Length, Math.Min(trial.Case.CountOf(1), trial.Case.CountOf(-1)), 0, "number of collision times");
        for (var k = 0; k < times.Length; k++)
        {
            var before = k == 0 ? 0 : times[k - 1];
            yield return Comparison.Equal(times[k] > before ? 1 : 0, 1, 0, 1, $"t_{k + 1} = {times[k]:R} after {before:R}");
            yield return Comparison.AtMostOnScale(times[k], horizon, trial.Uncertainty, trial.Case.T, $"t_{k + 1} = {times[k]:R} up to T", LineClaims.PositionResolution);
        }
        if (trial.Run.Collisions is not { } collisions) yield break;
        foreach (var row in trial.Rows)
        {
            var certain = collisions.Where(c => c.Time <= row.Time - trial.Uncertainty).Sum(c => 2 * c.Pairs.Length);
            var possible = collisions.Where(c => c.Time <= row.Time + trial.Uncertainty).Sum(c => 2 * c.Pairs.Length);
            var dead = Dead(trial, row).Count();
            yield return Comparison.Equal(Math.Clamp(dead, certain, possible), dead, 0, 1, $"charges switched off by t = {row.Time:R}");
        }
    }

    private static IEnumerable<Comparison> CheckHeaviside(LineTrial trial)
    {
        foreach (var interval in trial.Intervals)
        {
            if (interval.Pass is not { } pass) continue;
            var times = CollisionTimes.ByPair(pass.Collisions);
            var allowed = 2 * trial.Judged * (pass.Collisions.Length == 0 ? 1 : interval.Amplification.Time);
            for (var i = 0; i < trial.Count; i++)
            {
                var tau = times.Where(t => t.Key.I == i || t.Key.J == i).Select(t => interval.From.Time + t.Value).DefaultIfEmpty(double.PositiveInfinity).Min();
                if (Math.Abs(tau - interval.To.Time) <= allowed || (double.IsInfinity(tau) && Touching(interval, i, allowed))) continue;
                var expected = interval.To.Time < tau ? interval.From.State.B[i] : 0;
                yield return Comparison.Equal(interval.To.State.B[i], expected, 0, 1, $"charge of {i} at t = {interval.To.Time:R}, tau = {tau:R}");
            }
            foreach (var jump in SmoothPieces.Jumps(interval)) yield return AtCollision(trial, interval, jump);
        }
        yield return Comparison.Equal(trial.Rows[0].State.B.AsSpan().SequenceEqual(trial.Case.B.AsSpan()) ? 1 : 0, 1, 0, 1, "charges at the start");
    }

    /// <summary>A contact of the run just before the end of an interval may be one of the reference flow just after it.</summary>
    private static bool Touching(RestartedInterval interval, int i, double allowed)
    {
        if (interval.End is not { } end) return true;
        var x = end.State.X;
        return Enumerable.Range(0, x.Length).Any(j => end.State.B[i] * end.State.B[j] == -1 && Math.Abs(x[i] - x[j]) <= allowed);
    }

    /// <summary>The flow stopped at the collision time itself: H(0) = 0 puts the charges to 0 there already.</summary>
    private static Comparison AtCollision(LineTrial trial, RestartedInterval interval, EnergyJump jump)
    {
        var subject = trial.Case;
        var at = LineFlow.Restart(subject.V, subject.W, interval.From.State, [jump.Collision.Time], jump.Collision.Time, subject.LengthScale);
        var off = at.Rows.Length > 0 && jump.Collision.Pairs.All(p => at.Rows[0].State.B[p.I] == 0 && at.Rows[0].State.B[p.J] == 0);
        return Comparison.Equal(off ? 0 : 1, 0, 0, 1, $"charges at the collision time {jump.Time:R}");
    }

    private static IEnumerable<Comparison> CheckSets(LineTrial trial)
    {
        for (var k = 0; k + 1 < trial.Rows.Length; k++)
        {
            var newly = Dead(trial, trial.Rows[k + 1]).Except(Dead(trial, trial.Rows[k])).ToArray();
            yield return Comparison.Equal(newly.Sum(i => trial.Case.B[i]), 0, 0, 1, $"charge switched off between t = {trial.Rows[k].Time:R} and {trial.Rows[k + 1].Time:R}");
        }
        if (trial.Run.Collisions is not { } collisions) yield break;
        var seen = new HashSet<int>();
        foreach (var collision in collisions)
        {
            var members = collision.Pairs.SelectMany(p => new[] { p.I, p.J }).ToArray();
            yield return Comparison.Equal(members.Count(seen.Add), members.Length, 0, 1, $"Gamma at t = {collision.Time:R} is disjoint from the earlier ones");
            yield return Comparison.Equal(members.Sum(i => trial.Case.B[i]), 0, 0, 1, $"charges of Gamma at t = {collision.Time:R}");
        }
    }

    private static IEnumerable<Comparison> CheckNeverCollided(LineTrial trial)
    {
        foreach (var row in trial.Rows)
        {
            var alive = row.State.Alive();
            yield return Comparison.Equal(alive.Count(i => row.State.B[i] != trial.Case.B[i]), 0, 0, 1, $"alive with another charge, t = {row.Time:R}");
            for (var k = 0; k + 1 < alive.Length; k++)
            {
                var (i, j) = (alive[k], alive[k + 1]);
                if (row.State.B[i] == row.State.B[j] || row.State.LogGap.ContainsKey(i)) continue;
                var gap = row.State.X[j] - row.State.X[i];
                yield return Comparison.AtMostOnScale(-gap, 0, gap > 0 ? 0 : 2 * trial.Uncertainty, trial.Case.LengthScale, $"opposites {i} and {j} at t = {row.Time:R}", LineClaims.PositionResolution);
            }
        }
    }

    private static IEnumerable<Comparison> CheckConstant(LineTrial trial)
    {
        foreach (var interval in trial.Intervals)
        {
            if (interval.Pass is not { Collisions.Length: 0 }) continue;
            var changed = Enumerable.Range(0, trial.Count)
                .Count(i => interval.From.State.B[i] != interval.To.State.B[i] && !Touching(interval, i, 2 * trial.Judged * interval.Amplification.Position));
            yield return Comparison.Equal(changed, 0, 0, 1, $"charges between t = {interval.From.Time:R} and {interval.To.Time:R}");
        }
        yield return Comparison.Equal(0, 0, 0, 1, "every interval without a collision is looked at");
    }

    private static IEnumerable<Comparison> CheckOnlyOpposites(LineTrial trial)
    {
        foreach (var row in trial.Rows) yield return Apart(PairSums.LeastLikeGap(row.State), $"least like gap at t = {row.Time:R}");
        foreach (var jump in SmoothPieces.Jumps(trial))
        {
            yield return Apart(PairSums.LeastLikeGap(jump.Before), $"least like gap at the collision t = {jump.Time:R}");
            var like = jump.Collision.Pairs.Count(p => jump.Before.B[p.I] + jump.Before.B[p.J] != 0);
            yield return Comparison.Equal(like, 0, 0, 1, $"like pairs that collide at t = {jump.Time:R}");
        }
        foreach (var collision in trial.Run.Collisions ?? [])
        {
            yield return Comparison.Equal(collision.Pairs.Count(p => trial.Case.B[p.I] + trial.Case.B[p.J] != 0), 0, 0, 1, $"like pairs stated to collide at t = {collision.Time:R}");
        }
    }

    private static Comparison Apart(double gap, string at) => Comparison.Equal(gap > 0 ? 1 : 0, 1, 0, 1, at);

    private static IEnumerable<Comparison> CheckStationary(LineTrial trial)
    {
        yield return Comparison.Equal(0, 0, 0, 1, "every ghost is looked at");
        for (var k = 0; k + 1 < trial.Rows.Length; k++)
        {
            foreach (var i in Enumerable.Range(0, trial.Count).Where(i => trial.Rows[k].State.B[i] == 0))
            {
                var (before, after) = (trial.Rows[k].State.X[i], trial.Rows[k + 1].State.X[i]);
                yield return Comparison.Equal(after, before, trial.Uncertainty, trial.Case.LengthScale, $"ghost {i} at t = {trial.Rows[k + 1].Time:R}", LineClaims.PositionResolution);
            }
        }
    }

    private static IEnumerable<int> Dead(LineTrial trial, TrialRow row) =>
        Enumerable.Range(0, trial.Count).Where(i => trial.Case.B[i] != 0 && row.State.B[i] == 0);
}
