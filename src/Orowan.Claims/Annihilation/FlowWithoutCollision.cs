using Orowan.Formats;
using Orowan.Particles;

namespace Orowan.Claims.Annihilation;

/// <summary>A, (4.9), (4.10) and t* of the proof of Proposition 4.5: the flow in which opposites pass through each other.</summary>
internal static class FlowWithoutCollision
{
    /// <summary>Step of a difference quotient in time, as a share of the shortest time in which a velocity changes.</summary>
    private const double StepShare = 0.02;

    private const int StepsTried = 4;

    public static Claim<LineCase> Counterpart { get; } = LineClaims.About(
        "A-eq-4.9",
        "Equation (4.9)",
        "The flow without collisions exists up to T, and the solution of (4.1) is that flow until its first collision.",
        "Rows of the run up to the first collision against the flow restarted from the initial data; the flow's own error is its distance to itself at another tolerance.",
        CheckCounterpart);

    public static Claim<LineCase> Gradient { get; } = LineClaims.About(
        "A-eq-4.10",
        "Equation (4.10)",
        "y' = -n grad E_n(y; b(0)) with b(0) kept for ever, so E_n(y(t); b(0)) + (1/n) int_0^t |y'|^2 = E_n(y(0); b(0)), and E_n(y; b(0)) does not increase.",
        "Difference quotients of y in time, of order 6, against the sums of (4.6) as printed; energies of rows, by (1.1) literally, against the dissipation.",
        CheckGradient);

    public static Claim<LineCase> FirstMeeting { get; } = LineClaims.About(
        "A-4.5-display-3",
        "Proposition 4.5, definition of t* in the proof",
        "t* = inf {t : y_i(t) = y_j(t) for an opposite pair} is attained or infinite, and it is the first collision time t_1 if it is below T.",
        "At the first collision time of the run an opposite pair of y shares a place; before it the order of the start is kept.",
        CheckFirstMeeting);

    private static IEnumerable<Comparison> CheckCounterpart(LineTrial trial)
    {
        var flow = Uncollided.Of(trial.Case);
        if (flow.Rows.Length < trial.Case.Output.Length) throw new InvalidOperationException("The flow without collisions needs more steps than are allowed.");
        var first = FirstCollision(trial);
        foreach (var row in trial.Rows)
        {
            var index = trial.Case.Output.IndexOf(row.Time);
            if (row.Time > first - (2 * trial.Judged) || index < 0 || index >= flow.Rows.Length) continue;
            var y = flow.Rows[index].State.X;
            var i = Enumerable.Range(0, y.Length).MaxBy(k => Math.Abs(y[k] - row.State.X[k]));
            yield return Comparison.Equal(row.State.X[i], y[i], trial.Uncertainty + flow.Rows[index].Error, trial.Case.LengthScale, $"particle {i} at t = {row.Time:R}", LineClaims.PositionResolution);
        }
    }

    private static IEnumerable<Comparison> CheckGradient(LineTrial trial)
    {
        var (subject, flow) = (trial.Case, Uncollided.Of(trial.Case));
        var initial = Energy(subject, flow.Rows[0]);
        var scale = flow.Rows.Max(r => Math.Abs(PairSums.Energy(subject, r.State))) + flow.Rows[^1].Dissipation + (1 / ((double)trial.Count * trial.Count));
        var before = initial;
        foreach (var row in flow.Rows)
        {
            var now = Energy(subject, row);
            yield return Comparison.Equal(now.Value + row.Dissipation, initial.Value, now.Error + initial.Error + (1e-8 * Math.Max(1, row.Dissipation)), scale, $"E_n(y) and dissipation at t = {row.Time:R}");
            yield return Comparison.AtMostOnScale(now.Value, before.Value, now.Error + before.Error, scale, $"E_n(y) at t = {row.Time:R}");
            before = now;
        }
        foreach (var k in new[] { flow.Rows.Length / 3, flow.Rows.Length / 2, flow.Rows.Length - 2 })
        {
            if (k > 0 && k < flow.Rows.Length) yield return Velocity(subject, flow.Rows[k]);
        }
    }

    /// <summary>E_n(y; b(0)) by (1.1), literally: the rows of y need not be in order.</summary>
    private static (double Value, double Error) Energy(LineCase subject, UncollidedRow row) =>
        (PairSums.Energy(subject, row.State), (Slopes(subject, row.State).Sum(Math.Abs) * row.Error) + PairSums.EnergyRounding(subject, row.State));

    /// <summary>The step that tells most: the quotients of several are compared with the velocities, and the one that is surest of itself counts.</summary>
    private static Comparison Velocity(LineCase subject, UncollidedRow row)
    {
        var fastest = FastestRate(subject, row.State);
        var steps = Enumerable.Range(0, StepsTried).Select(k => StepShare * Math.Pow(10, k) / fastest).Where(step => 6 * step < subject.T).DefaultIfEmpty(subject.T / 12);
        var found = steps.Select(step => Velocity(subject, row, step)).ToArray();
        return found.MinBy(c => c.Uncertainty / c.Scale);
    }

    /// <summary>Difference quotients of the flow restarted at the row: over so short a time its own errors are those of a few steps.</summary>
    private static Comparison Velocity(LineCase subject, UncollidedRow row, double step)
    {
        double n = subject.Count;
        var rows = Uncollided.Flow(subject, row.State.X, [.. Enumerable.Range(0, 7).Select(k => k * step)]);
        if (rows.Length < 7) return Comparison.Unknown($"y' at t = {row.Time:R}: the flow needs more steps than are allowed");
        var velocity = Slopes(subject, rows[3].State).Select(s => -n * s).ToArray();
        var scale = velocity.Max(Math.Abs) + (subject.LengthScale / subject.T);
        double D(int i, int k) => (rows[3 + k].State.X[i] - rows[3 - k].State.X[i]) / (2 * k * step);
        var quotients = Enumerable.Range(0, subject.Count).Select(i => (Sixth: ((15 * D(i, 1)) - (6 * D(i, 2)) + D(i, 3)) / 10, Fourth: ((4 * D(i, 1)) - D(i, 2)) / 3)).ToArray();

        // The largest over the particles: a single distance of two quotients may vanish where their errors do not.
        var error = quotients.Max(q => Math.Abs(q.Sixth - q.Fourth)) + (2 * rows[^1].Error / step);
        var worst = Enumerable.Range(0, subject.Count).MaxBy(i => Math.Abs(quotients[i].Sixth - velocity[i]));
        return Comparison.Equal(quotients[worst].Sixth, velocity[worst], error, scale, $"y_{worst}' at t = {row.Time + (3 * step):R}");
    }

    /// <summary>Not smaller than the largest eigenvalue of n times the Hessian.</summary>
    public static double FastestRate(LineCase subject, LineState state)
    {
        var x = state.X;
        double Row(int i) => Enumerable.Range(0, x.Length).Where(j => j != i).Sum(j => (state.B[i] * state.B[j]) switch
        {
            1 => Math.Abs(subject.V.Curvature(x[i] - x[j])),
            -1 => Math.Abs(subject.W.Curvature(x[i] - x[j])),
            _ => 0,
        });
        return Math.Max(1 / subject.T, 2.0 / x.Length * Enumerable.Range(0, x.Length).Max(Row));
    }

    /// <summary>The gradient by (4.6) as printed.</summary>
    private static double[] Slopes(LineCase subject, LineState state)
    {
        double n = state.X.Length;
        return [.. Enumerable.Range(0, state.X.Length).Select(i => Enumerable.Range(0, state.X.Length).Sum(j => (state.B[i] * state.B[j]) switch
        {
            1 => subject.V.Slope(state.X[i] - state.X[j]),
            -1 => subject.W.Slope(state.X[i] - state.X[j]),
            _ => 0,
        }) / (n * n))];
    }

    private static IEnumerable<Comparison> CheckFirstMeeting(LineTrial trial)
    {
        var (subject, first) = (trial.Case, FirstCollision(trial));
        foreach (var row in Uncollided.Of(subject).Rows.Where(r => r.Time < first))
        {
            var least = Opposites(subject).Select(p => row.State.X[p.J] - row.State.X[p.I]).DefaultIfEmpty(double.PositiveInfinity).Min();
            yield return Comparison.AtMostOnScale(-least, 0, Uncollided.Of(subject).Error, subject.LengthScale, $"least gap of opposites at t = {row.Time:R}", LineClaims.PositionResolution);
        }
        if (first > subject.T) yield break;
        var reached = Uncollided.Flow(subject, subject.X, [first]);
        if (reached.IsEmpty) throw new InvalidOperationException("The flow without collisions needs more steps than are allowed.");
        var meeting = reached[0].State.X;
        var gap = Opposites(subject).Min(p => Math.Abs(meeting[p.J] - meeting[p.I]));
        var speed = 2 * Slopes(subject, new LineState(meeting, [.. subject.B])).Max(Math.Abs) * subject.Count;
        var allowed = (2 * Uncollided.Of(subject).Error) + ((speed + 1) * trial.Judged);
        yield return Comparison.Equal(gap, 0, allowed, subject.LengthScale, $"gap of opposites in y at t_1 = {first:R}", LineClaims.PositionResolution);
    }

    private static IEnumerable<(int I, int J)> Opposites(LineCase subject) =>
        from i in Enumerable.Range(0, subject.Count)
        from j in Enumerable.Range(0, subject.Count)
        where i < j && subject.B[i] * subject.B[j] == -1
        select (i, j);

    private static double FirstCollision(LineTrial trial) =>
        trial.Run.Collisions is { Length: > 0 } stated ? stated[0].Time : SmoothPieces.Jumps(trial).Select(j => j.Time).DefaultIfEmpty(double.PositiveInfinity).First();
}
