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
            if (trial.Intervals.Length > k && trial.Intervals[k].Error is not null) continue;
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

    /// <summary>dE_n/dx_i by the central quotient of order 6, and its error: the distance to order 4, and rounding of the energies.</summary>
    private static (double Slope, double Error) Slope(LineCase subject, LineState state, int i, double step)
    {
        double Energy(double by)
        {
            var x = (double[])state.X.Clone();
            x[i] += by;
            return LineEnergy.Of(subject.V, subject.W, state with { X = x });
        }

        var (one, two, three) = (Energy(step) - Energy(-step), Energy(2 * step) - Energy(-2 * step), Energy(3 * step) - Energy(-3 * step));
        var sixth = ((45 * one) - (9 * two) + three) / (60 * step);
        var fourth = ((8 * one) - two) / (12 * step);
        var size = Terms(subject, state) / ((double)subject.Count * subject.Count);
        var place = Floating.Spacing * Math.Abs(state.X[i]) / step;
        return (sixth, Math.Abs(sixth - fourth) + (8 * Floating.Spacing * size / step) + (4 * place * Math.Abs(sixth)));
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
            if (interval.Pass is null || interval.Pass.Collisions.Length > 0 || !interval.From.State.B.AsSpan().SequenceEqual(interval.To.State.B)) continue;
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
