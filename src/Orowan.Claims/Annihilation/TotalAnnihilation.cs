using Orowan.Formats;

namespace Orowan.Claims.Annihilation;

/// <summary>Ours: the alive never all annihilate at one time, which is more than (4.5) of A says.</summary>
internal static class TotalAnnihilation
{
    public static Claim<LineCase> Claim { get; } = LineClaims.About(
        "A-beyond-total",
        "(ours) beyond (4.5)",
        "Under Assumption 2.1 some particle survives each annihilation: sum over k of gamma_k <= 2 floor((N - 1)/2), N the number alive at the start.",
        "If all alive annihilate at once they are opposite pairs, each at a place of its own. Near that state the flow without annihilation is "
        + "Lipschitz, and the states in which every pair coincides are invariant: both members of a pair are pushed by each other pair with "
        + "V' + W'. Backward uniqueness then puts the pairs together at all earlier times too. Exact.",
        Check,
        c => c.B.Any(b => b != 0) ? null : "nobody is alive at the start");

    private static IEnumerable<Comparison> Check(LineTrial trial)
    {
        var initial = trial.Case.B.Count(b => b != 0);
        var most = 2 * ((initial - 1) / 2);
        yield return Comparison.AtMost(trial.Rows.Max(row => initial - Alive(row)), most, 0, "particles annihilated in the run");
        var alive = initial;
        foreach (var collision in trial.Run.Collisions ?? [])
        {
            var dead = 2 * collision.Pairs.Length;
            yield return Comparison.AtMost(dead, alive - 1, 0, $"particles annihilated at t = {collision.Time:R}");
            alive -= dead;
        }
    }

    private static int Alive(TrialRow row) => row.State.B.Count(b => b != 0);
}
