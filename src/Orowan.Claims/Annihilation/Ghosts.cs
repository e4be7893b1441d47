using Orowan.Flows;
using Orowan.Formats;
using Orowan.Particles;

namespace Orowan.Claims.Annihilation;

/// <summary>A, section 1.2: what becomes of annihilated particles, and what several annihilations at one time look like.</summary>
internal static class Ghosts
{
    /// <summary>Of a time that may be far shorter than those the run's error is stated for.</summary>
    private const double TimeResolution = 0.05;

    public static Claim<LineCase> Claim { get; } = LineClaims.About(
        "A-1.2-ghost",
        "Section 1.2, remarks on zero charge",
        "A particle of charge 0 stays where it is, the velocity of all others does not depend on it, and it annihilates with nobody any more. "
        + "Pairs that annihilate at one time lie at different places: at least as far apart as like particles ever come (A-4.5-ii).",
        "The rows after a death against the first of them; velocities with all ghosts moved, and the alive of a row against the flow of the alive "
        + "alone from the row before. Two pairs at one place would be two like particles at one place.",
        Check);

    public static Claim<LineCase> First { get; } = LineClaims.About(
        "A-1.2-first",
        "Section 1.2, the first collision time",
        "Particles at different places follow the gradient flow for a time: t_1 >= (least distance of opposites)/(s+ + s-), where "
        + "s_b = (1/n)[A_V (n_b - 1)/g_b + n_-b sqrt(A_W Lip W')] bounds the speed of sign b and g_b is the lower bound of A-4.5-ii.",
        "A-4.2-b for each of the two particles that meet.",
        CheckFirst,
        LineClaims.WithoutSpeed);

    private static IEnumerable<Comparison> Check(LineTrial trial)
    {
        foreach (var comparison in Still(trial)) yield return comparison;
        foreach (var comparison in ExertNothing(trial)) yield return comparison;
        foreach (var comparison in MeetOnce(trial)) yield return comparison;
        foreach (var comparison in DifferentPlaces(trial)) yield return comparison;
    }

    private static IEnumerable<Comparison> Still(LineTrial trial)
    {
        for (var i = 0; i < trial.Count; i++)
        {
            double? rest = null;
            foreach (var row in trial.Rows)
            {
                if (rest is { } place)
                {
                    yield return Comparison.Equal(
                        row.State.X[i], place, 2 * trial.Uncertainty, trial.Case.LengthScale, $"ghost {i} at t = {row.Time:R}", LineClaims.PositionResolution);
                    yield return Comparison.Equal(row.State.B[i], 0, 0, 1, $"charge of ghost {i} at t = {row.Time:R}");
                }
                else if (row.State.B[i] == 0)
                {
                    rest = row.State.X[i];
                }
            }
        }
        yield return Comparison.Equal(trial.Rows.Count(row => row.State.X.Length != trial.Count), 0, 0, 1, "rows that lack a particle");
    }

    private static IEnumerable<Comparison> ExertNothing(LineTrial trial)
    {
        foreach (var interval in trial.Intervals)
        {
            var state = interval.From.State;
            if (interval.Error is not null || !state.B.Contains(0)) continue;
            var elsewhere = state with { X = [.. state.X.Select((x, i) => state.B[i] == 0 ? x + trial.Case.LengthScale : x)] };
            var velocity = LineFlow.Velocities(trial.Case.V, trial.Case.W, state);
            var moved = LineFlow.Velocities(trial.Case.V, trial.Case.W, elsewhere);
            var differ = Enumerable.Range(0, trial.Count).Count(i => !velocity[i].Equals(moved[i]));
            yield return Comparison.Equal(differ, 0, 0, 1, $"velocities that depend on ghosts at t = {interval.From.Time:R}");
            if (interval.End is { } end) yield return FollowsTheAlive(trial, interval, end.State);
        }
    }

    /// <summary>The alive of the next row against the flow of the alive alone; the one furthest off is compared.</summary>
    private static Comparison FollowsTheAlive(LineTrial trial, RestartedInterval interval, LineState end)
    {
        var alive = end.Alive();
        if (alive.Length == 0) return Comparison.Equal(0, 0, 0, 1, $"nobody is alive at t = {interval.To.Time:R}");
        var i = alive.MaxBy(a => Math.Abs(interval.To.State.X[a] - end.X[a]));
        var (reached, expected) = (interval.To.State.X[i], end.X[i]);
        var rounding = 4 * Floating.Spacing * end.X.Max(Math.Abs);
        var uncertainty = (2 * trial.Judged) + rounding;
        if (Math.Abs(reached - expected) > uncertainty) uncertainty = (trial.Judged * (1 + interval.Amplification.Position)) + rounding;
        return Comparison.Equal(
            reached, expected, uncertainty, trial.Case.LengthScale, $"particle {i} beside ghosts at t = {interval.To.Time:R}", LineClaims.PositionResolution);
    }

    private static IEnumerable<Comparison> MeetOnce(LineTrial trial)
    {
        var met = Enumerable.Range(0, trial.Count).Where(i => trial.Case.B[i] == 0).ToHashSet();
        foreach (var collision in trial.Run.Collisions ?? [])
        {
            var again = collision.Pairs.SelectMany(p => new[] { p.I, p.J }).Count(i => !met.Add(i));
            yield return Comparison.Equal(again, 0, 0, 1, $"particles that annihilate again at t = {collision.Time:R}");
        }
    }

    private static IEnumerable<Comparison> DifferentPlaces(LineTrial trial)
    {
        var apart = Math.Max(Least(trial.Case, 1), Least(trial.Case, -1));
        foreach (var collision in trial.Run.Collisions ?? [])
        {
            var places = collision.At.Order().ToArray();
            for (var k = 0; k + 1 < places.Length; k++)
            {
                var distance = places[k + 1] - places[k];
                yield return Comparison.AtMost(
                    apart, distance, 2 * trial.Uncertainty, $"places of annihilations at t = {collision.Time:R}", trial.Case.LengthScale, LineClaims.PositionResolution);
                yield return Comparison.Equal(distance > 0 ? 0 : 1, 0, 0, 1, $"two annihilations at one place at t = {collision.Time:R}");
            }
        }
    }

    private static double Least(LineCase subject, int sign) => subject.CountOf(sign) < 2 ? 0 : LikeGaps.LeastEver(subject, sign);

    private static IEnumerable<Comparison> CheckFirst(LineTrial trial)
    {
        var closing = CaseConstants.Of(trial.Case).Speed(1) + CaseConstants.Of(trial.Case).Speed(-1);
        var distance = LeastOpposite(trial.Case);
        var never = closing == 0 || double.IsInfinity(distance);
        if (trial.Run.Collisions is { Length: > 0 } collisions)
        {
            var (least, at) = (never ? trial.Case.T : distance / closing, collisions[0].Time);
            yield return Comparison.AtMost(least, at, trial.Uncertainty, "first stated collision", trial.Case.T, TimeResolution);
        }
        foreach (var row in trial.Rows)
        {
            var died = Enumerable.Range(0, trial.Count).Any(i => trial.Case.B[i] != 0 && row.State.B[i] == 0);
            if (died) yield return Comparison.AtMost(never ? trial.Case.T : distance / closing, row.Time, trial.Uncertainty, "first row with a death", trial.Case.T, TimeResolution);
            if (died) yield break;
        }
        yield return Comparison.AtMost(0, trial.Case.T, 0, "nothing annihilates");
    }

    private static double LeastOpposite(LineCase subject)
    {
        var alive = Enumerable.Range(0, subject.Count).Where(i => subject.B[i] != 0).ToArray();
        return alive.Zip(alive.Skip(1))
            .Where(p => subject.B[p.First] != subject.B[p.Second])
            .Select(p => subject.X[p.Second] - subject.X[p.First])
            .DefaultIfEmpty(double.PositiveInfinity)
            .Min();
    }
}
