using Orowan.Formats;
using Orowan.Particles;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>A, section 1.6: logarithmic tails leave E_n unbounded from below, and the moments bound it along the evolution.</summary>
internal static class EnergyFromBelow
{
    /// <summary>How much a state is dilated to see its logarithmic tail.</summary>
    private const double Dilation = 1024;

    public static Claim<LineCase> Claim { get; } = LineClaims.About(
        "A-1.6-tails",
        "Section 1.6, regularity of W and logarithmic tails",
        "E_n(t) >= -C (1 + t) with C = max(M_2(0) + max(0, -v)/2 + max(0, -w)/4, c), independent of n and t, v = inf (V + r^2), w = inf (W + r^2), c the rate "
        + "of A-4.5-i. Without the moments there is no such bound: for V = -log, dilating n_s particles of one sign by lambda lowers their energy by "
        + "log(lambda) n_s(n_s - 1)/(2 n^2).",
        "The sum over ordered pairs of r_ij^2 is at most 2 n^2 M_2, so E_n + M_2 >= (1/(2 n^2)) sum of [V + r^2 or W + r^2]; there are at most n^2 "
        + "ordered like pairs and n^2/2 ordered opposite ones. Then M_2(t) <= M_2(0) + c t. V(lambda r) = V(r) - log lambda.",
        Check);

    private static IEnumerable<Comparison> Check(LineTrial trial)
    {
        var constants = CaseConstants.Of(trial.Case);
        var floor = (Math.Max(0, -constants.FloorV) / 2) + (Math.Max(0, -constants.FloorW) / 4);
        var constant = Math.Max(LineClaims.Moment(trial.Rows[0].State.X, 2) + floor, LineClaims.MomentGrowth(trial.Case));
        var offset = trial.Rows.Length - trial.Run.Times.Length;
        for (var k = 0; k < trial.Rows.Length; k++)
        {
            var row = trial.Rows[k];
            var (energy, u) = trial.EnergyOf(row);
            var bound = constant * (1 + row.Time);
            var scale = Math.Max(bound, Math.Abs(energy));
            yield return Comparison.AtMostOnScale(-energy, bound, u, scale, $"-E_n at t = {row.Time:R}", LineClaims.PositionResolution);
            if (k >= offset && trial.Run.Energy is { } stated)
            {
                yield return Comparison.AtMostOnScale(-stated[k - offset], bound, u, scale, $"-E_n as stated at t = {row.Time:R}", LineClaims.PositionResolution);
            }
        }
        if (trial.Case.V is not LogPotential) yield break;
        foreach (var sign in new[] { 1, -1 }) yield return Dilated(trial, sign);
    }

    private static Comparison Dilated(LineTrial trial, int sign)
    {
        var row = trial.Rows[^1];
        int[] b = [.. row.State.B.Select(q => q == sign ? q : 0)];
        var (small, large) = (new LineState(row.State.X, b), new LineState([.. row.State.X.Select(x => Dilation * x)], b));
        var count = (double)b.Count(q => q == sign);
        var fallen = Math.Log(Dilation) * count * (count - 1) / (2.0 * trial.Count * trial.Count);
        var (from, to) = (LineEnergy.Of(trial.Case.V, trial.Case.W, small), LineEnergy.Of(trial.Case.V, trial.Case.W, large));
        var size = Math.Abs(from) + Math.Abs(to) + fallen + (1.0 / trial.Count / trial.Count);
        return Comparison.Equal(to, from - fallen, 64 * Floating.Spacing * trial.Count * size, size, $"energy of sign {sign} dilated by {Dilation}");
    }
}
