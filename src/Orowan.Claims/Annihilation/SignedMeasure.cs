using Orowan.Formats;

namespace Orowan.Claims.Annihilation;

/// <summary>A, Lemma 4.6(i): the positive and negative parts of kappa_n are the empirical measures of the alive.</summary>
internal static class SignedMeasure
{
    public static Claim<LineCase> Claim { get; } = LineClaims.About(
        "A-4.6-i",
        "Lemma 4.6(i)",
        "[kappa_n(t)]+- = (1/n) sum over i of [b_i(t)]+- delta_{x_i(t)}, where kappa_n = (1/n) sum over i of b_i(0) delta_{x_i(t)}.",
        "Atom by atom: ghosts that share a place must cancel in kappa_n, and the alive must be what is left. "
        + "Ghosts closer than the uncertainty of their positions share a place; the alive are told apart by their order.",
        Check);

    private static IEnumerable<Comparison> Check(LineTrial trial)
    {
        foreach (var row in trial.Rows)
        {
            var b = row.State.B;
            var flipped = Enumerable.Range(0, trial.Count).Count(i => b[i] != 0 && b[i] != trial.Case.B[i]);
            yield return Comparison.Equal(flipped / (double)trial.Count, 0, 0, 1, $"alive with another charge than at the start, t = {row.Time:R}");
            if (Enumerable.Range(0, trial.Count).Any(i => b[i] == 0 && trial.Case.B[i] != 0))
            {
                yield return Comparison.Resolved(2 * trial.Uncertainty, trial.Case.LengthScale, $"places of the ghosts, t = {row.Time:R}", LineClaims.PositionResolution);
            }
            var left = GhostAtoms(trial, row).Sum(atom => Math.Abs((double)atom)) / trial.Count;
            yield return Comparison.Equal(left, 0, 0, 1, $"mass of kappa_n left at the ghosts, t = {row.Time:R}");
        }
    }

    /// <summary>Net initial charge of each place where particles have annihilated.</summary>
    private static IEnumerable<int> GhostAtoms(LineTrial trial, TrialRow row)
    {
        var dead = Enumerable.Range(0, trial.Count)
            .Where(i => trial.Case.B[i] != 0 && row.State.B[i] == 0)
            .OrderBy(i => row.State.X[i])
            .ToArray();
        for (var k = 0; k < dead.Length;)
        {
            var net = trial.Case.B[dead[k]];
            var end = k + 1;
            while (end < dead.Length && row.State.X[dead[end]] - row.State.X[dead[end - 1]] <= 2 * trial.Uncertainty)
            {
                net += trial.Case.B[dead[end]];
                end++;
            }
            yield return net;
            k = end;
        }
    }
}
