using Orowan.Flows;
using Orowan.Formats;
using Orowan.Particles;

namespace Orowan.Claims.Annihilation;

/// <summary>A, section 1.7(a): a close pair collides only when the other particles push it together.</summary>
internal static class ClosingDirection
{
    private const int RowsSampled = 4;

    /// <summary>Logarithm of a gap that stands for contact: far below any spacing, far above the smallest double.</summary>
    private const double Contact = -600;

    public static Claim<LineCase> Claim { get; } = LineClaims.About(
        "A-1.7-direction",
        "Section 1.7(a), when a close pair collides",
        "At the contact of I (left) and J (right) at y, v_J - v_I = b_I (1/n) sum over the others of b_k (V' - W')(y - x_k), and it is <= 0 "
        + "at every annihilation of the run.",
        "v_I = -(1/n) sum of V'(y - x_k) over b_k = b_I and W'(y - x_k) over b_k = -b_I, v_J the other way round, W'(0) = 0. The gap is positive "
        + "before and zero at the contact, so it does not grow there. Each stated annihilation is judged in the state that our flow without "
        + "annihilation reaches from the row before it.",
        Check);

    private static IEnumerable<Comparison> Check(LineTrial trial)
    {
        yield return Comparison.AtMost(0, 1, 0, "no annihilation");
        var stride = Math.Max(1, trial.Rows.Length / RowsSampled);
        for (var k = 0; k < trial.Intervals.Length; k += stride)
        {
            if (trial.Intervals[k].Error is not null) continue;
            foreach (var comparison in VelocityAtContact(trial, trial.Rows[k])) yield return comparison;
        }
        foreach (var interval in trial.Intervals)
        {
            foreach (var comparison in Annihilations(trial, interval)) yield return comparison;
        }
    }

    /// <summary>Every opposite neighbours of a row brought into contact: the difference of their velocities against the formula.</summary>
    private static IEnumerable<Comparison> VelocityAtContact(LineTrial trial, TrialRow row)
    {
        var (subject, alive) = (trial.Case, row.State.Alive());
        for (var k = 0; k + 1 < alive.Length; k++)
        {
            var (i, j) = (alive[k], alive[k + 1]);
            if (row.State.B[i] == row.State.B[j] || HasCloseNeighbour(row.State, alive, k)) continue;
            var y = row.State.X[i] + ((row.State.X[j] - row.State.X[i]) / 2);
            var touching = row.State with { X = (double[])row.State.X.Clone(), LogGap = row.State.LogGap.SetItem(i, Contact) };
            touching.X[i] = touching.X[j] = y;
            var velocity = LineFlow.Velocities(subject.V, subject.W, touching);
            var (formula, size, steepness) = Closing(subject, touching, i, j, y);
            var places = 16 * alive.Length * Floating.Spacing * touching.X.Max(Math.Abs);
            var scale = Math.Max(size, 1 / (subject.Count * subject.LengthScale));
            yield return Comparison.Equal(
                velocity[j] - velocity[i],
                formula,
                (16 * alive.Length * Floating.Spacing * size) + (steepness * places) + (2 * subject.W.SlopeLipschitz * Math.Exp(Contact)),
                scale,
                $"particles {i} and {j} brought together at t = {row.Time:R}");
        }
    }

    /// <summary>Whether another particle sits so close to the pair that positions do not show the distance: it would be at the contact too.</summary>
    private static bool HasCloseNeighbour(LineState state, int[] alive, int k) =>
        (k > 0 && state.LogGap.ContainsKey(alive[k - 1])) || state.LogGap.ContainsKey(alive[k + 1]);

    /// <summary>b_I (1/n) sum b_k (V' - W')(y - x_k), the sum of the sizes of its terms, and of their derivatives in x_k.</summary>
    private static (double Value, double Size, double Steepness) Closing(LineCase subject, LineState state, int i, int j, double y)
    {
        double value = 0, size = 0, steepness = 0;
        foreach (var k in state.Alive())
        {
            if (k == i || k == j) continue;
            var r = y - state.X[k];
            var (v, w) = (subject.V.Slope(r), subject.W.Slope(r));
            value += state.B[i] * state.B[k] * (v - w);
            size += Math.Abs(v) + Math.Abs(w);
            steepness += Math.Abs(subject.V.Curvature(r)) + Math.Abs(subject.W.Curvature(r));
        }
        return (value / subject.Count, size / subject.Count, steepness / subject.Count);
    }

    private static IEnumerable<Comparison> Annihilations(LineTrial trial, RestartedInterval interval)
    {
        var (state, time) = (interval.From.State, interval.From.Time);
        foreach (var collision in Stated(trial, interval))
        {
            if (Reached(trial.Case, state, collision.Time - time) is not { } before) yield break;
            var error = 2 * trial.Uncertainty * (1 + interval.Amplification.Position);
            foreach (var ((i, j), y) in collision.Pairs.Zip(collision.At))
            {
                var (value, size, steepness) = Closing(trial.Case, before, i, j, y);
                var scale = Math.Max(size, 1 / (trial.Count * trial.Case.LengthScale));
                yield return Comparison.AtMostOnScale(
                    value, 0, steepness * error, scale, $"closing of particles {i} and {j} at t = {collision.Time:R}", LineClaims.PositionResolution);
            }
            (state, time) = (Without(before, collision), collision.Time);
        }
    }

    /// <summary>The collisions that the run states for an interval; where it states none at all, those of our flow that its charges confirm.</summary>
    private static IEnumerable<Collision> Stated(LineTrial trial, RestartedInterval interval)
    {
        if (trial.Run.Collisions is { } stated) return stated.Where(c => c.Time > interval.From.Time && c.Time <= interval.To.Time);
        return interval.Pass is null ? [] : interval.Pass.Collisions
            .Where(c => c.Pairs.All(p => interval.To.State.B[p.I] == 0 && interval.To.State.B[p.J] == 0))
            .Select(c => c with { Time = interval.From.Time + c.Time });
    }

    private static LineState? Reached(LineCase subject, LineState state, double span)
    {
        if (span <= 0) return state;
        try
        {
            var pass = LineFlow.Restart(subject.V, subject.W, state, [span], span, subject.LengthScale, annihilates: false);
            return pass.Ended is null && pass.Rows.Length > 0 ? pass.Rows[^1].State : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static LineState Without(LineState state, Collision collision)
    {
        var (x, b, gaps) = ((double[])state.X.Clone(), (int[])state.B.Clone(), state.LogGap);
        foreach (var ((i, j), y) in collision.Pairs.Zip(collision.At))
        {
            x[i] = x[j] = y;
            b[i] = b[j] = 0;
            gaps = gaps.Remove(i);
        }
        return new LineState(x, b) { LogGap = gaps };
    }
}
