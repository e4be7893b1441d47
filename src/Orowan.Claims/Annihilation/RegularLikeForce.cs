using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>A, section 1.6: what a regular V would do, which the paper excludes by (2.1c).</summary>
internal static class RegularLikeForce
{
    private const double Width = 0.1;
    private const int LargestCluster = 8;

    public static Claim<ClosedFormCase> Claim { get; } = ExactCases.About(
        "A-1.6-regular-v",
        "Section 1.6, singularity of V",
        "With V' Lipschitz in place of (2.1c), L = (Lip(V') n_s + Lip(W') n_o)/n: a cluster of one sign keeps a width of at most w_0 e^(L t), so kappa keeps an atom "
        + "in the limit; and the gaps of like particles stay at least g_0 e^(-L t), so three particles never meet (two of them would be alike). "
        + "Of the two difficulties that the paper names, a regular V with Lipschitz V' has the atoms, and not the triple collisions.",
        "For two like particles at distance r each other like one adds at most Lip(V') r to n|r'|, they themselves at most 2 Lip(V') r, each "
        + "opposite one Lip(W') r. Tried on W = -V, V repulsive and regular, and on W = 0, V attractive and regular.",
        Check);

    private static IEnumerable<Comparison> Check(ClosedFormCase like, ISolver solver)
    {
        var delta = like.Delta * like.Gap;
        Potential repulsive = new RegularisedLogPotential(delta), attractive = new NegatedPotential(repulsive);
        return CheckPair(like, repulsive, attractive, solver).Concat(CheckPair(like, attractive, new ZeroPotential(), solver));
    }

    private static IEnumerable<Comparison> CheckPair(ClosedFormCase like, Potential v, Potential w, ISolver solver)
    {
        var delta = like.Delta * like.Gap;
        var members = Math.Clamp(like.Count - 1, 2, LargestCluster);
        double[] x = [.. Enumerable.Range(0, members).Select(k => like.Centre + (Width * delta * k * (k + 3) / (members * (members + 3)))), like.Centre + like.Gap];
        int[] b = [.. Enumerable.Repeat(1, members), -1];
        var trial = LineTrial.Of(ExactCases.Line(like, v, w, x, b, Math.Min(1, like.Time) * delta * delta), solver);
        var rate = ((v.SlopeLipschitz * members) + w.SlopeLipschitz) / trial.Count;
        var initial = trial.Rows[0].State.X;
        foreach (var row in trial.Rows.Where(r => r.Time > 0))
        {
            var alive = Enumerable.Range(0, members).Where(i => row.State.B[i] == 1).ToArray();
            var (growth, u) = (Math.Exp(rate * row.Time), 2 * ExactCases.Error(trial, row));
            var at = $"t = {row.Time:R} under V = {(v is NegatedPotential ? "attraction" : "repulsion")}";
            yield return Comparison.AtMost(
                row.State.X[alive[^1]] - row.State.X[alive[0]], (initial[alive[^1]] - initial[alive[0]]) * growth, u, $"width of the cluster at {at}");
            for (var k = 0; k + 1 < alive.Length; k++)
            {
                var (i, j) = (alive[k], alive[k + 1]);
                yield return Comparison.AtMost((initial[j] - initial[i]) / growth, row.State.X[j] - row.State.X[i], u, $"gap of {i} and {j} at {at}");
            }
        }
    }
}
