using Orowan.Formats;

namespace Orowan.Claims.Annihilation;

/// <summary>A, section 1.3: what is conserved and what is not.</summary>
internal static class Masses
{
    public static Claim<LineCase> Claim { get; } = LineClaims.About(
        "A-1.3-mass",
        "Section 1.3, masses",
        "The masses of rho+ and rho- are conserved, the mass of kappa too; the integral of [kappa]_+ + [kappa]_- does not grow, and falls by 2/n for each "
        + "pair that annihilates (discrete form: mu_n+-, kappa_n).",
        "mu_n+- count all particles of a sign, ghosts included; the charges of a pair cancel in kappa_n. Exact.",
        Check);

    private static IEnumerable<Comparison> Check(LineTrial trial)
    {
        var n = (double)trial.Count;
        var net = trial.Case.B.Sum() / n;
        var before = trial.Case.B.Count(b => b != 0) / n;
        foreach (var row in trial.Rows)
        {
            var at = $"t = {row.Time:R}";
            yield return Comparison.Equal(row.State.B.Sum() / n, net, 0, 1, $"mass of kappa_n at {at}");
            var alive = row.State.B.Count(b => b != 0) / n;
            yield return Comparison.AtMostOnScale(alive, before, 0, 1, $"mass of |kappa_n| at {at}");
            yield return Comparison.Equal(row.State.X.Count(double.IsFinite), trial.Count, 0, 1, $"particles that carry rho at {at}");
            before = alive;
        }
        if (trial.Run.Collisions is not { } collisions) yield break;
        var fallen = 2 * collisions.Where(c => c.Time <= trial.Rows[^1].Time).Sum(c => c.Pairs.Length);
        yield return Comparison.Equal(
            trial.Rows[^1].State.B.Count(b => b != 0), trial.Case.B.Count(b => b != 0) - fallen, 0, 1, "alive at the end");
    }
}
