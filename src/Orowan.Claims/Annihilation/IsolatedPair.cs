using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>A, section 1.7(a): two opposite particles alone come exponentially close under a regular W and never collide.</summary>
internal static class IsolatedPair
{
    /// <summary>The horizon reaches gaps of about e to minus this, times the case's own time: below the smallest double for some.</summary>
    private const double Depth = 300;

    /// <summary>A gap this many times its error has a logarithm worth comparing.</summary>
    private const double Resolved = 1e4;

    public static Claim<ClosedFormCase> Claim { get; } = ExactCases.About(
        "A-1.7-pair",
        "Section 1.7(a), an isolated pair",
        "Two opposite particles with no other alive beside them never collide: d(t) >= d_0 exp(-2 Lip(W') t/n). For W = (1/2) log(r^2 + delta^2) "
        + "u = d^2/delta^2 is LambertW(u_0 exp(u_0 - 4t/(n delta^2))), so log d falls at the rate 2/(n delta^2) in the end.",
        "d' = -(2/n) W'(d) and |W'(d)| <= Lip(W') d as W'(0) = 0. With W' = r/(r^2 + delta^2), u' = -(4/(n delta^2)) u/(1 + u), "
        + "so u + log u falls at that constant rate. Tested down to gaps that no difference of positions shows; there the logarithm "
        + "that the run states is judged by ten times the case's tolerance, relative to its size.",
        Check);

    private static IEnumerable<Comparison> Check(ClosedFormCase like, ISolver solver)
    {
        var delta = like.Delta * like.Gap;
        Potential[] attractions =
        [
            new NegatedPotential(new RegularisedLogPotential(delta)),
            new NegatedPotential(new RegularisedWallPotential(delta)),
            new GaussianPotential(-1, delta),
        ];
        var horizon = like.Count / 4.0 * ((like.Gap * like.Gap) + (2 * Depth * like.Time * delta * delta));
        foreach (var w in attractions)
        {
            var trial = LineTrial.Of(ExactCases.Pair(like, new LogPotential(), w, [1, -1], horizon), solver);
            yield return Comparison.Equal(trial.Run.Collisions?.Length ?? 0, 0, 0, 1, $"collisions of a lone pair under {Name(w)}");
            foreach (var row in trial.Rows.Where(r => r.Time > 0))
            {
                var at = $"t = {row.Time:R} under {Name(w)}";
                yield return Comparison.Equal(row.State.B[0] == 1 && row.State.B[1] == -1 ? 0 : 1, 0, 0, 1, $"charges at {at}");
                foreach (var comparison in CheckGap(trial, row, w, at)) yield return comparison;
            }
            yield return Comparison.Equal(trial.Rows[^1].Time, horizon, 0, horizon, $"end of the run under {Name(w)}");
        }
    }

    private static IEnumerable<Comparison> CheckGap(LineTrial trial, TrialRow row, Potential w, string at)
    {
        var n = trial.Count;
        var (initial, _) = ExactCases.FirstTwo(trial.Rows[0]);
        var u = 2 * ExactCases.Error(trial, row);
        var fallen = 2 * w.SlopeLipschitz * row.Time / n;
        var stated = row.State.LogGap.TryGetValue(0, out var logarithm);
        var gap = stated ? Math.Exp(logarithm) : ExactCases.FirstTwo(row).Distance;
        yield return Comparison.AtMostOnScale(initial * Math.Exp(-fallen), gap, u, trial.Case.LengthScale, $"least gap at {at}");
        var exact = w is NegatedPotential { Of: RegularisedLogPotential p } ? LogGap(initial, p.Delta, n, row.Time) : double.NaN;
        if (!double.IsNaN(exact)) yield return Comparison.Equal(gap, Math.Exp(exact), u, trial.Case.LengthScale, $"gap at {at}");
        if (!stated && !(gap > Resolved * u)) yield break;
        var log = stated ? logarithm : Math.Log(gap);
        var size = Math.Max(1, Math.Abs(log));
        var error = stated ? 10 * trial.Case.Tolerance * size : u / gap;
        yield return Comparison.AtMostOnScale(Math.Log(initial) - fallen, log, error, Math.Max(size, fallen), $"logarithm of the least gap at {at}");
        if (!double.IsNaN(exact)) yield return Comparison.Equal(log, exact, error, size, $"logarithm of the gap at {at}");
    }

    /// <summary>log d(t): y = log u solves e^y + y = e^(y_0) + y_0 - 4t/(n delta^2), by Newton's method from the side where it is monotone.</summary>
    private static double LogGap(double initial, double delta, int n, double t)
    {
        var ratio = initial / delta;
        var target = (ratio * ratio) + (2 * Math.Log(ratio)) - (4 * t / (n * delta * delta));
        var y = target > 1 ? Math.Log(target) : target;
        for (var k = 0; k < 100; k++)
        {
            var step = (Math.Exp(y) + y - target) / (Math.Exp(y) + 1);
            y -= step;
            if (Math.Abs(step) <= 1e-16 * Math.Max(1, Math.Abs(y))) break;
        }
        return (y / 2) + Math.Log(delta);
    }

    private static string Name(Potential w) => w is NegatedPotential n ? $"minus {n.Of.GetType().Name}" : w.GetType().Name;
}
