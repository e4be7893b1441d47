using Orowan.Formats;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, Theorem 4.1, step 2.2: half widths that reach the rim gamma delta of their well turn back.</summary>
internal static class RimOfWell
{
    public static Claim<ShortDipoles> TurnsBack { get; } = new(
        "B-4.1-contradiction",
        "Section 4.2.1, step 2.2, last display",
        "p d_i' <= -c/(n delta) + C < 0 where d_i = p gamma delta, p = +-1, with c = (1 - (pi delta)^2)/2 and C the bound of B-4.1-rest; a run that starts there has |d_i(t)| < gamma delta afterwards.",
        "(4.10) at the rim: V'(2 p gamma delta) = p V'(delta), and -delta V'(delta) >= c by (V3)_I for delta <= 1/8. Each dipole is put on either side of the rim in every row of a run.",
        _ => null,
        Check);

    private static IEnumerable<Comparison> Check(ShortDipoles subject, ISolver solver)
    {
        foreach (var rung in new[] { 0, 1 })
        {
            var run = DipoleRun.Of(DipoleCases.Of(subject, DipoleSetting.Circle, rung), solver);
            foreach (var comparison in run.Rows.SelectMany(row => AtRim(run.Case, row))) yield return comparison;
        }
        foreach (var comparison in FromRim(DipoleCases.Of(subject, DipoleSetting.Circle, 0), solver)) yield return comparison;
    }

    private static IEnumerable<Comparison> AtRim(TorusCase made, DipoleRow row)
    {
        var (a, delta, _) = SlowManifold.Constants(made);
        var (n, rim) = (made.Count, DipoleCases.Gamma * delta);
        var barrier = (1 - (Math.PI * Math.PI * delta * delta)) / (2 * n * delta);
        var bound = made.U.GradientBound + SlowManifold.Interaction(a, delta, n) - barrier;
        yield return Comparison.AtMostOnScale(bound, 0, 0, barrier, $"-c/(n delta) + C, n = {n}");
        for (var i = 0; i < row.D.Length; i++)
        {
            foreach (var p in new[] { 1, -1 })
            {
                var there = row with { D = [.. row.D.Select((d, k) => k == i ? p * rim : d)] };
                // n terms, each at most 1/(2 delta), a few roundings each.
                yield return Comparison.AtMostOnScale(
                    p * DipoleSums.HalfWidth(made, there, i, 1), bound, 8 * Floating.Spacing / delta, barrier, $"dipole {i} at {p} gamma delta, n = {n}, t = {row.Time:R}");
            }
        }
    }

    /// <summary>All dipoles start on the rim, the signs as in the data.</summary>
    private static IEnumerable<Comparison> FromRim(TorusCase made, ISolver solver)
    {
        var rim = DipoleCases.Gamma * made.V.Delta;
        var run = DipoleRun.Of(
            TorusCase.OfDipoles(1, made.Motion, made.V, made.U, made.Dipoles!.Z, [.. made.Dipoles.D.Select(d => Math.CopySign(rim, d))], made.T, made.Output, made.Tolerance),
            solver);
        foreach (var row in run.Rows.Skip(1)) yield return Comparison.AtMost(row.D.Max(Math.Abs), rim, run.Uncertainty, $"from the rim, t = {row.Time:R}", 1, 1e-2);
        yield return SlowManifold.Reaches(run);
    }
}
