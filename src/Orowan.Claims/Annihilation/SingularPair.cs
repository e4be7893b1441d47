using System.Collections.Immutable;
using Orowan.Flows;
using Orowan.Formats;
using Orowan.Particles;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>A, section 1.7(a): opposite particles before a collision under the singular W = -V = log|r|, outside Assumption 2.1.</summary>
internal static class SingularPair
{
    /// <summary>Rows at 1 - 4^-k of the collision time, k up to this.</summary>
    private const int Nearest = 8;

    private static readonly Potential Log = new LogPotential();
    private static readonly Potential Singular = new NegatedPotential(new LogPotential());

    public static Claim<ClosedFormCase> Speed { get; } = ExactCases.About(
        "A-1.7-speed",
        "Section 1.7(a), blow-up of the speed",
        "W = -V = log|r|, two opposite particles: d^2 = d_0^2 - 4t/n up to the collision at t* = n d_0^2/4, and each has the speed "
        + "(1/(2 sqrt n)) (t* - t)^(-1/2). The first pair of many has the same constant: |n d^2/(4 tau) - 1| <= n R D/2 at tau before its "
        + "collision, D = tau R + sqrt((tau R)^2 + 4 tau/n) and R twice the largest pull of the others on the gap at the rows.",
        "d' = -2/(n d). Among others (d^2)' = -4/n + 2 d R(t), so |d^2 - 4 tau/n| <= 2 tau R D with D the largest d allowed by this itself. "
        + "R(t) is a continuous function of the other distances, which stay away from 0.",
        (like, solver) => CheckSpeed(like, solver).Concat(CheckMany(like, solver)));

    public static Claim<ClosedFormCase> Hoelder { get; } = ExactCases.About(
        "A-1.7-hoelder",
        "Section 1.7(a), C^(1/2) in time",
        "Under W = log|r| the curves of two opposite particles obey |x_i(t) - x_i(s)| <= |t - s|^(1/2)/sqrt n up to the collision, with equality "
        + "for s at it; and they are not Lipschitz: from tau before the collision on, the quotient is 1/sqrt(n tau).",
        "x_i = centre -+ sqrt((t* - t)/n), and |sqrt a - sqrt c| <= sqrt|a - c|.",
        CheckHoelder);

    public static Claim<ClosedFormCase> Well { get; } = ExactCases.About(
        "A-1.7-well",
        "Section 1.7(a), infinite wells of the energy",
        "Under W = log|r| the energy of two opposite particles is (1/(2 n^2)) log(4 (t* - t)/n), which tends to minus infinity at the collision.",
        "E_n = W(d)/n^2 and d^2 = 4 (t* - t)/n.",
        CheckWell);

    /// <summary>The lone pair with rows closing in on its collision.</summary>
    private static LineTrial Lone(ClosedFormCase like, ISolver solver, out double end)
    {
        end = like.Count * like.Gap * like.Gap / 4;
        return LineTrial.Of(ExactCases.Pair(like, Log, Singular, [1, -1], 1.25 * end, Closing(end, 1.25 * end)), solver);
    }

    private static ImmutableArray<double> Closing(double end, params double[] further) =>
        [0, .. Enumerable.Range(1, Nearest).Select(k => end * (1 - Math.Pow(4, -k))), .. further];

    private static IEnumerable<Comparison> CheckSpeed(ClosedFormCase like, ISolver solver)
    {
        var trial = Lone(like, solver, out _);
        var end = EndOf(trial, out var rounding);
        foreach (var row in trial.Rows.Where(r => r.Time < 0.99999 * end))
        {
            var (left, at) = (end - row.Time, $"t = {row.Time:R}");
            var (d, u) = (ExactCases.FirstTwo(row).Distance, 2 * ExactCases.Error(trial, row));
            var expected = Math.Sqrt(4 * left / trial.Count);
            var shift = rounding * 2 / (trial.Count * expected);
            yield return Comparison.Equal(row.State.B[0] == 1 && row.State.B[1] == -1 ? 0 : 1, 0, 0, 1, $"charges at {at}");
            yield return Comparison.Equal(d, expected, u + shift, trial.Case.LengthScale, $"distance at {at}");
            if (d <= 0) continue;
            var speed = Math.Abs(LineFlow.Velocities(Log, Singular, row.State)[0]);
            var blowUp = 1 / (2 * Math.Sqrt(trial.Count * left));
            yield return Comparison.Equal(speed, blowUp, (speed * u / d) + (blowUp * rounding / left), blowUp, $"speed at {at}");
        }
        foreach (var collision in trial.Run.Collisions ?? [])
        {
            yield return Comparison.Equal(collision.Time, end, trial.Uncertainty + rounding, end, "time of the collision");
        }
    }

    /// <summary>t* of the positions as they are, and its rounding.</summary>
    private static double EndOf(LineTrial trial, out double rounding)
    {
        var d = trial.Case.X[1] - trial.Case.X[0];
        var end = trial.Count * d * d / 4;
        rounding = 8 * Floating.Spacing * end;
        return end;
    }

    private static IEnumerable<Comparison> CheckMany(ClosedFormCase like, ISolver solver)
    {
        var first = Crowd(like, like.Count * like.Gap * like.Gap / 2, null);
        var scout = solver.Solve(first);
        if (scout.Collisions is not { Length: > 0 } collisions) yield break;
        var (end, uncertain) = (collisions[0].Time, 2 * first.ErrorOf(scout));
        var (i, j) = collisions[0].Pairs[0];
        var rows = Closing(end);
        var trial = LineTrial.Of(Crowd(like, rows[^1], rows), solver);
        var near = trial.Rows.Skip(2).ToArray();
        var r = 2 * near.Max(row => Math.Abs(Pull(trial.Case, row.State, i, j)));
        foreach (var row in near)
        {
            var (tau, n) = (end - row.Time, (double)trial.Count);
            var largest = (tau * r) + Math.Sqrt((tau * r * tau * r) + (4 * tau / n));
            var d = row.State.X[j] - row.State.X[i];
            var value = Math.Abs((n * d * d / (4 * tau)) - 1);
            var error = (n * d * ExactCases.Error(trial, row) / tau) + (uncertain / tau);
            yield return Comparison.AtMostOnScale(value, n * r * largest / 2, error, 1, $"constant of the first of many pairs at t = {row.Time:R}");
        }
    }

    /// <summary>A close pair in the middle, up to four positive particles to its left and negative ones to its right, each a few gaps apart.</summary>
    private static LineCase Crowd(ClosedFormCase like, double horizon, ImmutableArray<double>? output)
    {
        var sides = Math.Min(4, (like.Count - 1) / 2);
        var (left, right) = (like.Centre - (like.Gap / 2), like.Centre + (like.Gap / 2));
        double[] x =
        [
            .. Enumerable.Range(1, sides).Reverse().Select(k => left - (4 * k * like.Gap)),
            left, right,
            .. Enumerable.Range(1, sides).Select(k => right + (5 * k * like.Gap)),
        ];
        int[] b = [.. Enumerable.Repeat(1, sides + 1), .. Enumerable.Repeat(-1, sides + 1)];
        return ExactCases.Line(like, Log, Singular, x, b, horizon, output);
    }

    /// <summary>R: v_J - v_I caused by the others, x_I &lt; x_J neighbours.</summary>
    private static double Pull(LineCase subject, LineState state, int i, int j)
    {
        double sum = 0;
        foreach (var k in state.Alive())
        {
            if (k == i || k == j) continue;
            sum -= state.B[j] * state.B[k] * Log.Slope(state.X[j] - state.X[k]);
            sum += state.B[i] * state.B[k] * Log.Slope(state.X[i] - state.X[k]);
        }
        return sum / subject.Count;
    }

    private static IEnumerable<Comparison> CheckHoelder(ClosedFormCase like, ISolver solver)
    {
        var trial = Lone(like, solver, out _);
        var end = EndOf(trial, out var rounding);
        var n = trial.Count;
        var before = trial.Rows.Where(r => r.Time < 0.99999 * end).ToArray();
        var centre = (trial.Case.X[0] + trial.Case.X[1]) / 2;
        for (var k = 0; k < before.Length; k++)
        {
            var (u, left) = (2 * ExactCases.Error(trial, before[k]), end - before[k].Time);
            var reach = Math.Sqrt(left / n);
            var shift = rounding / (2 * n * reach);
            for (var l = k + 1; l < before.Length; l++)
            {
                var moved = Math.Abs(before[l].State.X[0] - before[k].State.X[0]);
                var allowed = Math.Sqrt((before[l].Time - before[k].Time) / n);
                yield return Comparison.AtMost(moved, allowed, u, $"from t = {before[k].Time:R} to {before[l].Time:R}", trial.Case.LengthScale, LineClaims.PositionResolution);
            }
            yield return Comparison.Equal(centre - before[k].State.X[0], reach, u + shift, trial.Case.LengthScale, $"way left at t = {before[k].Time:R}");
            var quotient = (centre - before[k].State.X[0]) / left;
            yield return Comparison.Equal(
                quotient, 1 / Math.Sqrt(n * left), (u + shift) / left, 1 / Math.Sqrt(n * left), $"difference quotient up to the collision at t = {before[k].Time:R}");
        }
    }

    private static IEnumerable<Comparison> CheckWell(ClosedFormCase like, ISolver solver)
    {
        var trial = Lone(like, solver, out _);
        var end = EndOf(trial, out var rounding);
        var offset = trial.Rows.Length - trial.Run.Times.Length;
        var weight = 1 / ((double)trial.Count * trial.Count);
        for (var k = 0; k < trial.Rows.Length && trial.Rows[k].Time < 0.99999 * end; k++)
        {
            var (row, left) = (trial.Rows[k], end - trial.Rows[k].Time);
            var expected = weight * Math.Log(4 * left / trial.Count) / 2;
            var error = weight * ((2 * ExactCases.Error(trial, row) / Math.Sqrt(4 * left / trial.Count)) + (rounding / left));
            var energy = k >= offset && trial.Run.Energy is { } stated ? stated[k - offset] : LineEnergy.Of(Log, Singular, row.State);
            yield return Comparison.Equal(energy, expected, error + (8 * Floating.Spacing * Math.Abs(expected)), weight, $"energy at t = {row.Time:R}");
        }
    }
}
