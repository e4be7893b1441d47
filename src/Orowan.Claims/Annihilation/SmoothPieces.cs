using Orowan.Formats;
using Orowan.Particles;

namespace Orowan.Claims.Annihilation;

/// <summary>The reference flow between two successive collisions or rows: no charge changes inside.</summary>
/// <param name="Origin">The state that the flow was restarted from.</param>
/// <param name="OriginTime">Its time.</param>
internal sealed record SmoothPiece(double From, double To, LineState Start, LineState End, double Dissipation, double Uncertainty, LineState Origin, double OriginTime);

/// <summary>What happens at one collision time of the reference flow.</summary>
/// <param name="Before">The state at the collision, charges still on.</param>
/// <param name="After">The state at the collision, charges off.</param>
internal sealed record EnergyJump(double Time, LineState Before, LineState After, Collision Collision)
{
    /// <summary>gamma_k of (4.4) of A: both members of each pair count.</summary>
    public int Gamma => 2 * Collision.Pairs.Length;

    /// <summary>E_n after minus E_n before.</summary>
    public double Size(LineCase subject) => LineEnergy.Of(subject.V, subject.W, After) - LineEnergy.Of(subject.V, subject.W, Before);

    /// <summary>Rounding of that, and what the remaining distance of the pairs that meet makes of it.</summary>
    public double Uncertainty(LineCase subject)
    {
        var apart = Collision.Pairs.Max(p => Math.Abs(Before.X[p.J] - Before.X[p.I])) + (Floating.Spacing * Before.X.Max(Math.Abs));
        var slope = LineEnergy.Gradient(subject.V, subject.W, Before).Sum(Math.Abs);
        return (2 * slope * apart) + PairSums.EnergyRounding(subject, Before);
    }

    /// <summary>Sum over i in Gamma_k of x_i^2.</summary>
    public double Squares => Collision.At.Sum(y => 2 * y * y);
}

/// <summary>A restarted interval of a run cut at its collisions.</summary>
internal static class SmoothPieces
{
    /// <summary>The jumps of a run, in the order of time.</summary>
    public static IEnumerable<EnergyJump> Jumps(LineTrial trial) => trial.Intervals.SelectMany(Jumps);

    /// <summary>The jumps inside one interval.</summary>
    public static IEnumerable<EnergyJump> Jumps(RestartedInterval interval) =>
        interval.Pass is not { } pass ? []
        : pass.Contacts.Zip(pass.Collisions, (before, collision) => JumpAt(interval.From.Time + collision.Time, EnergyStates.WithRealGaps(before), collision));

    /// <summary>The pieces of an interval; none when the flow does not reach its end.</summary>
    public static IEnumerable<SmoothPiece> Of(RestartedInterval interval)
    {
        if (interval.End is not { } end) yield break;
        var jumps = Jumps(interval).ToArray();
        var dissipated = interval.Pass!.DissipatedAtCollisions;
        var (start, from, before) = (interval.From.State, interval.From.Time, 0.0);
        for (var k = 0; k <= jumps.Length; k++)
        {
            var (state, to) = k < jumps.Length ? (jumps[k].Before, jumps[k].Time) : (end.State, interval.To.Time);
            var now = k < jumps.Length ? dissipated[k] : interval.Dissipation;
            yield return new SmoothPiece(from, to, start, state, now - before, interval.DissipationUncertainty, interval.From.State, interval.From.Time);
            if (k < jumps.Length) (start, from, before) = (jumps[k].After, to, now);
        }
    }

    /// <summary>
    /// Null when each row has the charges that the reference flow reaches it with, or others than an error of time explains; otherwise an
    /// undecided comparison: a collision so close to a row that the run has it on one side and the reference flow on the other is counted
    /// twice, or not at all, by sums over intervals.
    /// </summary>
    public static Comparison? Unresolved(LineTrial trial)
    {
        var torn = trial.Intervals.FirstOrDefault(i => IsTorn(trial, i));
        return torn is null ? null : Comparison.Equal(0, 0, double.PositiveInfinity, 1, $"a collision within the run's error of the row at t = {torn.To.Time:R}");
    }

    private static bool IsTorn(LineTrial trial, RestartedInterval interval)
    {
        if (interval.End is not { } end || end.State.B.AsSpan().SequenceEqual(interval.To.State.B)) return false;
        var (time, place) = (2 * trial.Judged * interval.Amplification.Time, 2 * trial.Judged * interval.Amplification.Position);
        var span = interval.To.Time - interval.From.Time;
        var times = CollisionTimes.ByPair(interval.Pass!.Collisions);
        bool Late(int i) => times.Any(t => (t.Key.I == i || t.Key.J == i) && span - t.Value <= time);
        bool Touching(int i) => Enumerable.Range(0, trial.Count).Any(j => end.State.B[i] * end.State.B[j] == -1 && Math.Abs(end.State.X[i] - end.State.X[j]) <= place);
        return Enumerable.Range(0, trial.Count).Where(i => end.State.B[i] != interval.To.State.B[i]).All(i => Late(i) || Touching(i));
    }

    private static EnergyJump JumpAt(double time, LineState before, Collision collision) => new(time, before, After(before, collision), collision);

    private static LineState After(LineState before, Collision collision)
    {
        var (x, b, gaps) = ((double[])before.X.Clone(), (int[])before.B.Clone(), before.LogGap);
        foreach (var ((i, j), place) in collision.Pairs.Zip(collision.At))
        {
            (x[i], x[j]) = (place, place);
            (b[i], b[j]) = (0, 0);
            gaps = gaps.Remove(i).Remove(j);
        }
        return new LineState(x, b) { LogGap = gaps };
    }
}
