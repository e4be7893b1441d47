using Orowan.Flows;
using Orowan.Formats;
using Orowan.Particles;

namespace Orowan.Claims.Annihilation;

/// <summary>A, Definition 4.2: what a solution of Problem 4.1 is, clause by clause.</summary>
internal static class SolutionConcept
{
    public static Claim<LineCase> Charges { get; } = LineClaims.About(
        "A-4.2-a",
        "Definition 4.2(a)",
        "Each charge is b_i(t) = b_i(0) H(tau_i - t), H(0) = 0, with one tau_i in (0, T) or infinite; the collision times are those tau_i.",
        "Exact, on the rows and on the collisions that the run states.",
        CheckCharges);

    public static Claim<LineCase> Lipschitz { get; } = LineClaims.About(
        "A-4.2-b",
        "Definition 4.2(b)",
        "x is Lipschitz in time: |x_i(t) - x_i(s)| <= max over signs of (1/n)[A_V (n_s - 1)/g_s + n_o sqrt(A_W Lip W')] |t - s|, "
        + "g_s the lower bound of A-4.5-ii on the least like gap over [0, T]: the sharper one for V = -log, else the largest g with V > S(T) on (0, g).",
        "Each like particle pulls with at most A_V/(n g_s); |W'(r)| <= min(Lip(W') r, A_W/r) <= sqrt(A_W Lip W').",
        CheckLipschitz,
        LineClaims.WithoutSpeed);

    public static Claim<LineCase> Motion { get; } = LineClaims.About(
        "A-4.2-c",
        "Definition 4.2(c)",
        "(4.1) holds: x(0), b(0) are the initial data, and between rows the run follows our flow restarted at the earlier row; ghosts rest.",
        "The defect at the later row is judged by ten times the case's tolerance, multiplied by 1 plus the measured growth of such an error over the interval.",
        CheckMotion);

    public static Claim<LineCase> FirstContact { get; } = LineClaims.About(
        "A-4.2-d",
        "Definition 4.2(d)",
        "Annihilation happens at the first time after the previous one at which an opposite alive pair shares a place, and not later, earlier or never.",
        "The collisions of our flow restarted at each row, against the charges of the next row and against the times that the run states.",
        CheckFirstContact);

    public static Claim<LineCase> Bijection { get; } = LineClaims.About(
        "A-4.2-e",
        "Definition 4.2(e)",
        "At each time the annihilated positive and negative particles are paired one to one at equal positions.",
        "Sorted by place: the best pairing on a line matches them in order.",
        CheckBijection);

    /// <summary>Tolerances that a relative error may reach, as for positions.</summary>
    private const double UnstatedRelative = 10;

    private static IEnumerable<Comparison> CheckCharges(LineTrial trial)
    {
        for (var i = 0; i < trial.Count; i++)
        {
            var (initial, dead) = (trial.Case.B[i], false);
            foreach (var row in trial.Rows)
            {
                var b = row.State.B[i];
                var allowed = b == (dead ? 0 : initial) || (b == 0 && initial != 0);
                dead |= b == 0;
                if (!allowed) yield return Comparison.Equal(b, dead ? 0 : initial, 0, 1, $"charge of particle {i} at t = {row.Time:R}");
            }
            yield return Comparison.Equal(trial.Rows[0].State.B[i], initial, 0, 1, $"initial charge of particle {i}");
        }
        if (trial.Run.Collisions is not { } collisions) yield break;
        var times = new Dictionary<int, double>();
        foreach (var collision in collisions)
        {
            yield return Comparison.Equal(collision.Time <= 0 || collision.Time > trial.Case.T ? 1 : 0, 0, 0, 1, $"stated collision time {collision.Time:R} outside (0, T]");
            foreach (var i in collision.Pairs.SelectMany(p => new[] { p.I, p.J }))
            {
                yield return Comparison.Equal(times.TryAdd(i, collision.Time) && trial.Case.B[i] != 0 ? 0 : 1, 0, 0, 1, $"particle {i} collides again at t = {collision.Time:R}");
            }
        }
        foreach (var comparison in StatedTimes(trial, times)) yield return comparison;
    }

    /// <summary>The rows must show each charge on before its stated collision and off from it on, up to the error of that time.</summary>
    private static IEnumerable<Comparison> StatedTimes(LineTrial trial, Dictionary<int, double> times)
    {
        if (times.Count > 0) yield return Comparison.Resolved(trial.Uncertainty, trial.Case.T, "the stated collision times", LineClaims.PositionResolution);
        foreach (var row in trial.Rows)
        {
            for (var i = 0; i < trial.Count; i++)
            {
                if (trial.Case.B[i] == 0) continue;
                var tau = times.GetValueOrDefault(i, double.PositiveInfinity);
                if (Math.Abs(row.Time - tau) <= trial.Uncertainty) continue;
                var expected = row.Time < tau ? trial.Case.B[i] : 0;
                yield return Comparison.Equal(row.State.B[i], expected, 0, 1, $"charge of particle {i} at t = {row.Time:R}, stated to collide at {tau:R}");
            }
        }
    }

    private static IEnumerable<Comparison> CheckLipschitz(LineTrial trial)
    {
        var constant = new[] { 1, -1 }.Max(CaseConstants.Of(trial.Case).Speed);
        for (var k = 0; k + 1 < trial.Rows.Length; k++)
        {
            var (from, to) = (trial.Rows[k], trial.Rows[k + 1]);
            for (var i = 0; i < trial.Count; i++)
            {
                var rounding = Floating.Spacing * (Math.Abs(from.State.X[i]) + Math.Abs(to.State.X[i]));
                yield return Comparison.AtMostOnScale(
                    Math.Abs(to.State.X[i] - from.State.X[i]),
                    constant * (to.Time - from.Time),
                    (2 * trial.Uncertainty) + rounding,
                    Math.Max(trial.Case.LengthScale, constant * (to.Time - from.Time)),
                    $"particle {i} from t = {from.Time:R} to {to.Time:R}",
                    LineClaims.PositionResolution);
            }
        }
    }

    private static IEnumerable<Comparison> CheckMotion(LineTrial trial)
    {
        var scale = trial.Case.LengthScale;
        foreach (var (x, i) in trial.Rows[0].State.X.Select((x, i) => (x, i)))
        {
            yield return Comparison.Equal(x, trial.Case.X[i], trial.Judged, scale, $"initial position of particle {i}", LineClaims.PositionResolution);
        }
        yield return ReachesTheEnd(trial);
        foreach (var interval in trial.Intervals)
        {
            if (interval.End is not { } end)
            {
                yield return Comparison.Unknown($"motion from t = {interval.From.Time:R}: the flow cannot be followed to {interval.To.Time:R}");
                continue;
            }
            foreach (var comparison in CloseGaps(trial, interval, end)) yield return comparison;
            var defect = Enumerable.Range(0, trial.Count).MaxBy(i => Math.Abs(interval.To.State.X[i] - end.State.X[i]));
            var (reached, expected) = (interval.To.State.X[defect], end.State.X[defect]);
            var rounding = 4 * Floating.Spacing * interval.To.State.X.Max(Math.Abs);
            var uncertainty = (2 * trial.Judged) + rounding;
            if (Math.Abs(reached - expected) > uncertainty) uncertainty = (trial.Judged * (1 + interval.Amplification.Position)) + rounding;
            yield return Comparison.Equal(reached, expected, uncertainty, scale, $"particle {defect} at t = {interval.To.Time:R}", LineClaims.PositionResolution);
        }
    }

    /// <summary>A solution goes on to the last time asked for; a run that says why it ended is not wrong, but decides nothing after.</summary>
    private static Comparison ReachesTheEnd(LineTrial trial)
    {
        var (last, wanted) = (trial.Rows[^1].Time, trial.Case.Output[^1]);
        var excused = trial.Run.Ended is null ? 0 : double.PositiveInfinity;
        return Comparison.Equal(Math.Min(last, wanted), wanted, excused + (8 * Floating.Spacing * wanted), trial.Case.T, "time of the last row");
    }

    /// <summary>Gaps below the spacing of doubles, by their logarithms: a relative error of the gap of ten tolerances is allowed.</summary>
    private static IEnumerable<Comparison> CloseGaps(LineTrial trial, RestartedInterval interval, LineRow end)
    {
        foreach (var (left, stated) in interval.To.State.LogGap)
        {
            var partner = Array.FindIndex(interval.To.State.B, left + 1, b => b != 0);
            if (partner < 0) continue;
            var expected = end.State.LogGap.TryGetValue(left, out var logarithm) ? logarithm : Math.Log(end.State.X[partner] - end.State.X[left]);
            if (!double.IsFinite(expected)) continue;
            var uncertainty = (UnstatedRelative * trial.Case.Tolerance * Math.Max(1, Math.Abs(expected)))
                + (2 * Unwritten(interval.From.State)) + (2 * Unwritten(end.State));
            yield return Comparison.Equal(
                stated, expected, uncertainty, Math.Max(1, Math.Abs(expected)), $"logarithm of the gap of particles {left} and {partner} at t = {interval.To.Time:R}", 1);
        }
    }

    /// <summary>
    /// The largest relative error of a gap of opposites that is only written as the difference of two positions; pairs that close
    /// together pass it on to each other.
    /// </summary>
    private static double Unwritten(LineState state)
    {
        var alive = state.Alive();
        return Enumerable.Range(0, Math.Max(0, alive.Length - 1))
            .Where(k => state.B[alive[k]] != state.B[alive[k + 1]] && !state.LogGap.ContainsKey(alive[k]))
            .Select(k => Floating.Spacing * (Math.Abs(state.X[alive[k]]) + Math.Abs(state.X[alive[k + 1]])) / (state.X[alive[k + 1]] - state.X[alive[k]]))
            .DefaultIfEmpty(0)
            .Max();
    }

    private static IEnumerable<Comparison> CheckFirstContact(LineTrial trial)
    {
        foreach (var interval in trial.Intervals)
        {
            var (from, to) = (interval.From, interval.To);
            if (interval.Pass is not { } pass)
            {
                foreach (var comparison in SharedPlaces(from, to, trial.Judged)) yield return comparison;
                continue;
            }
            var span = to.Time - from.Time;
            var expected = CollisionTimes.ByPair(pass.Collisions);
            var died = Enumerable.Range(0, trial.Count).Where(i => from.State.B[i] != 0 && to.State.B[i] == 0).ToHashSet();
            foreach (var (pair, time) in expected)
            {
                var missed = !died.Contains(pair.I) || !died.Contains(pair.J);
                if (missed && span - time <= trial.Judged * interval.Amplification.Time) continue;
                yield return Comparison.Equal(missed ? 1 : 0, 0, 0, 1, $"particles {pair.I} and {pair.J} meet at t = {from.Time + time:R} and are alive at {to.Time:R}");
            }
            foreach (var i in died.Where(i => !expected.Keys.Any(p => p.I == i || p.J == i)))
            {
                var early = !TouchesPartner(interval, i, died, trial.Judged);
                yield return Comparison.Equal(early ? 1 : 0, 0, 0, 1, $"particle {i} dies before t = {to.Time:R} without contact");
            }
            yield return Comparison.Equal(0, 0, 0, 1, $"no contact is missed up to t = {to.Time:R}");
        }
        foreach (var comparison in StatedContacts(trial)) yield return comparison;
    }

    /// <summary>Opposite neighbours that share a place or have passed each other have met; alive at the next row, they were missed.</summary>
    private static IEnumerable<Comparison> SharedPlaces(TrialRow from, TrialRow to, double judged)
    {
        var alive = from.State.Alive();
        for (var k = 0; k + 1 < alive.Length; k++)
        {
            var (i, j) = (alive[k], alive[k + 1]);
            if (from.State.B[i] == from.State.B[j] || from.State.X[i] < from.State.X[j] || from.State.LogGap.ContainsKey(i)) continue;
            var missed = to.State.B[i] != 0 && to.State.B[j] != 0;

            // Two doubles that agree may still be a pair that never meets, if the run does not carry its gap.
            var unresolved = from.State.X[i] - from.State.X[j] <= 2 * judged ? 1 : 0;
            yield return Comparison.Equal(
                missed ? 1 : 0, 0, unresolved, 1, $"particles {i} and {j} have met by t = {from.Time:R} and are alive at {to.Time:R}");
        }
    }

    /// <summary>Whether the reference flow ends with particle i as close to one that died too as an error of the run could explain.</summary>
    private static bool TouchesPartner(RestartedInterval interval, int i, HashSet<int> died, double judged)
    {
        if (interval.End is not { } end) return false;
        var (b, x) = (interval.From.State.B, end.State.X);
        var slack = 2 * judged * interval.Amplification.Position;
        return died.Any(j => b[j] == -b[i] && Math.Abs(x[j] - x[i]) <= slack);
    }

    /// <summary>The times that the run states, against those of the restarted flow; places are compared in <see cref="CheckBijection"/>.</summary>
    private static IEnumerable<Comparison> StatedContacts(LineTrial trial)
    {
        if (trial.Run.Collisions is not { } stated) yield break;
        var times = CollisionTimes.ByPair(stated);
        foreach (var interval in trial.Intervals)
        {
            if (interval.Pass is not { } pass) continue;
            foreach (var (pair, time) in CollisionTimes.ByPair(pass.Collisions))
            {
                if (!times.TryGetValue(pair, out var claimed)) continue;
                var expected = interval.From.Time + time;
                var uncertainty = 2 * trial.Judged;
                if (Math.Abs(claimed - expected) > uncertainty) uncertainty = trial.Judged * (1 + interval.Amplification.Time);
                yield return Comparison.Equal(
                    claimed,
                    expected,
                    uncertainty,
                    trial.Case.T,
                    $"collision time of particles {pair.I} and {pair.J}",
                    LineClaims.PositionResolution);
            }
        }
    }

    private static IEnumerable<Comparison> CheckBijection(LineTrial trial)
    {
        foreach (var row in trial.Rows)
        {
            var (positive, negative) = (Places(trial, row, 1), Places(trial, row, -1));
            yield return Comparison.Equal(positive.Length, negative.Length, 0, 1, $"number annihilated of each sign, t = {row.Time:R}");
            foreach (var (p, m) in positive.Zip(negative))
            {
                yield return Comparison.Equal(p, m, 2 * trial.Uncertainty, trial.Case.LengthScale, $"places of the annihilated, t = {row.Time:R}", LineClaims.PositionResolution);
            }
        }
        foreach (var comparison in StatedPlaces(trial)) yield return comparison;
    }

    /// <summary>Where the run says its collisions are, against where its rows show the annihilated.</summary>
    private static IEnumerable<Comparison> StatedPlaces(LineTrial trial)
    {
        if (trial.Run.Collisions is not { } collisions) yield break;
        var last = trial.Rows[^1].State;
        foreach (var collision in collisions)
        {
            foreach (var ((i, j), at) in collision.Pairs.Zip(collision.At))
            {
                if (last.B[i] != 0 || last.B[j] != 0) continue;
                foreach (var particle in new[] { i, j })
                {
                    yield return Comparison.Equal(
                        at, last.X[particle], 2 * trial.Uncertainty, trial.Case.LengthScale, $"stated place of the collision of particle {particle}", LineClaims.PositionResolution);
                }
            }
        }
    }

    private static double[] Places(LineTrial trial, TrialRow row, int sign) =>
        [.. Enumerable.Range(0, trial.Count).Where(i => trial.Case.B[i] == sign && row.State.B[i] == 0).Select(i => row.State.X[i]).Order()];
}
