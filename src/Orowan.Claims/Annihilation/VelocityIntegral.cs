using Orowan.Formats;
using Orowan.Particles;

namespace Orowan.Claims.Annihilation;

/// <summary>A, (4.1): the equation of motion, integrated.</summary>
internal static class VelocityIntegral
{
    public static Claim<LineCase> Claim { get; } = LineClaims.About(
        "A-eq-4.1",
        "Problem 4.1, equation (4.1)",
        "(x(0), b(0)) are the data, and x_i(T) - x_i(0) = -(1/n) int_0^T [sum_{b_i b_j = 1} V'(x_i - x_j) + sum_{b_i b_j = -1} W'(x_i - x_j)] dt.",
        "Both sides from the run: places of its first and last row, and the sums as printed along the flow restarted at each row.",
        Check);

    private static IEnumerable<Comparison> Check(LineTrial trial)
    {
        var (subject, n) = (trial.Case, trial.Count);
        var (first, last) = (trial.Rows[0], trial.Rows[^1]);
        yield return Comparison.Equal(first.State.B.AsSpan().SequenceEqual(subject.B.AsSpan()) ? 1 : 0, 1, 0, 1, "initial charges");
        if (SmoothPieces.Unresolved(trial) is { } unresolved)
        {
            yield return unresolved;
            yield break;
        }
        if (PathIntegral.Over(trial, n + 1, (_, state) => Velocities(subject, state), _ => n) is not var (values, errors)) yield break;
        for (var i = 0; i < n; i++)
        {
            yield return Comparison.Equal(first.State.X[i], subject.X[i], trial.Judged, subject.LengthScale, $"initial place of {i}", LineClaims.PositionResolution);
            var quadrature = errors[i] + (64 * Floating.Spacing * last.State.X.Max(Math.Abs));
            var uncertainty = quadrature + (2 * trial.Judged * trial.Rows.Length);
            if (Math.Abs(last.State.X[i] - first.State.X[i] - values[i]) > uncertainty) uncertainty = quadrature + trial.Intervals.Sum(k => trial.Judged * (1 + k.Amplification.Position));
            yield return Comparison.Equal(last.State.X[i] - first.State.X[i], values[i], uncertainty, subject.LengthScale, $"displacement of {i}");
        }
    }

    /// <summary>The n velocities by (4.1) as printed, and the mean of their absolute values.</summary>
    private static double[] Velocities(LineCase subject, LineState state)
    {
        var n = state.X.Length;
        var velocity = new double[n + 1];
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++)
            {
                var product = state.B[i] * state.B[j];
                if (product == 0) continue;
                // Both slopes are odd, and those of i at itself are 0 by convention.
                var slope = (product == 1 ? subject.V : subject.W).Slope(state.X[i] - state.X[j]) / n;
                velocity[i] -= slope;
                velocity[j] += slope;
            }
        }
        velocity[n] = velocity.Sum(Math.Abs) / n;
        return velocity;
    }
}
