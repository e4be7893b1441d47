using Orowan.Flows;
using Orowan.Formats;
using Orowan.Particles;

namespace Orowan.Claims.Annihilation;

/// <summary>A, (1.2) and (4.6): outside the collision times the particles follow the gradient flow of E_n.</summary>
internal static class GradientFlow
{
    /// <summary>Rows at which the gradient is compared with difference quotients of the energy.</summary>
    private const int RowsSampled = 4;

    /// <summary>Step of a difference quotient as a share of the distance to the nearest particle, the scale on which E_n varies.</summary>
    private const double StepShare = 0.02;

    public static Claim<LineCase> Claim { get; } = LineClaims.About(
        "A-eq-1.2",
        "Equations (1.2), (4.6)",
        "Outside the collision times x' = -n grad E_n(x; b); so E_n falls by exactly (1/n) int |x'|^2 over any time without a collision.",
        "Velocities against central difference quotients of order 6 of E_n; the energy of successive rows against the dissipation of the flow restarted between them.",
        Check);

    private static IEnumerable<Comparison> Check(LineTrial trial)
    {
        var stride = Math.Max(1, trial.Rows.Length / RowsSampled);
        for (var k = 0; k < trial.Rows.Length; k += stride)
        {
            if (!trial.Rows[k].IsOrdered)
            {
                yield return Comparison.Unknown($"velocities at t = {trial.Rows[k].Time:R}: the alive are out of order");
                continue;
            }
            foreach (var comparison in VelocityIsGradient(trial, trial.Rows[k])) yield return comparison;
        }
        foreach (var comparison in EnergyFallsByDissipation(trial)) yield return comparison;
    }

    private static IEnumerable<Comparison> VelocityIsGradient(LineTrial trial, TrialRow row)
    {
        var (subject, state) = (trial.Case, row.State);
        var alive = state.Alive();
        var velocity = LineFlow.Velocities(subject.V, subject.W, state);
        for (var k = 0; k < alive.Length; k++)
        {
            var i = alive[k];
            var left = k > 0 ? state.X[i] - state.X[alive[k - 1]] : double.PositiveInfinity;
            var right = k + 1 < alive.Length ? state.X[alive[k + 1]] - state.X[i] : double.PositiveInfinity;
            var nearest = Math.Min(left, right);
            if (double.IsInfinity(nearest) || state.LogGap.ContainsKey(i) || (k > 0 && state.LogGap.ContainsKey(alive[k - 1]))) continue;
            var (slope, error) = Slope(subject, state, i, StepShare * nearest);
            var scale = (subject.V.SlopeBound + subject.W.SlopeBound) / (subject.Count * nearest);
            yield return Comparison.Equal(velocity[i], -subject.Count * slope, subject.Count * error, scale, $"velocity of particle {i} at t = {row.Time:R}");
        }
        for (var i = 0; i < state.X.Length; i++)
        {
            if (state.B[i] == 0) yield return Comparison.Equal(velocity[i], 0, 0, 1, $"velocity of ghost {i} at t = {row.Time:R}");
        }
    }

    /// <summary>
    /// dE_n/dx_i by the central quotient of order 6, and its error: the distance to the same quotient with twice the step, which is 64
    /// times further off, and rounding of the energies. The distance to a quotient of lower order would not do: it is zero where the error
    /// of that one happens to vanish.
    /// </summary>
    private static (double Slope, double Error) Slope(LineCase subject, LineState state, int i, double step)
    {
        double Difference(double by)
        {
            var (right, left) = ((double[])state.X.Clone(), (double[])state.X.Clone());
            right[i] += by;
            left[i] -= by;
            return LineEnergy.Of(subject.V, subject.W, state with { X = right }) - LineEnergy.Of(subject.V, subject.W, state with { X = left });
        }

        double Quotient(double h) => ((45 * Difference(h)) - (9 * Difference(2 * h)) + Difference(3 * h)) / (60 * h);

        var (coarse, fine) = (Quotient(step), Quotient(step / 2));
        var size = Terms(subject, state) / ((double)subject.Count * subject.Count);
        var place = Floating.Spacing * Math.Abs(state.X[i]) / step;
        return (fine, Math.Abs(fine - coarse) + (16 * Floating.Spacing * size / step) + (8 * place * Math.Abs(fine)));
    }

    /// <summary>Sum of the absolute values of the pair terms, which rounding is relative to.</summary>
    private static double Terms(LineCase subject, LineState state)
    {
        var alive = state.Alive();
        double sum = 1;
        for (var i = 0; i < alive.Length; i++)
        {
            for (var j = i + 1; j < alive.Length; j++)
            {
                var r = Math.Max(state.X[alive[j]] - state.X[alive[i]], double.Epsilon);
                sum += Math.Abs(state.B[alive[i]] == state.B[alive[j]] ? subject.V.Value(r) : subject.W.Value(r));
            }
        }
        return sum;
    }

    private static IEnumerable<Comparison> EnergyFallsByDissipation(LineTrial trial)
    {
        var scale = EnergyBalance.Scale(trial);
        foreach (var interval in trial.Intervals)
        {
            if (interval.Pass is null)
            {
                yield return Comparison.Unknown($"change of E_n from t = {interval.From.Time:R}: the flow cannot start there");
                continue;
            }
            if (interval.Pass.Collisions.Length > 0 || !interval.From.State.B.AsSpan().SequenceEqual(interval.To.State.B)) continue;
            var (before, errorBefore) = trial.EnergyOf(interval.From);
            var (after, errorAfter) = trial.EnergyOf(interval.To);
            yield return Comparison.Equal(
                after - before,
                -interval.Dissipation,
                errorBefore + (2 * errorAfter) + interval.DissipationUncertainty,
                scale,
                $"change of E_n from t = {interval.From.Time:R} to {interval.To.Time:R}");
        }
    }
}
