using Orowan.Formats;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, Corollary 4.2 as the negative side of Theorem 3.3: the same initial density, and delta_n so fast that nothing moves.</summary>
internal static class NoLimit
{
    /// <summary>What W(rho_0, rho(T)) is at least: U moves the densities by that much.</summary>
    private const double LeastGap = 0.01;

    /// <summary>Errors are known to this share of W(rho_0, rho(T)).</summary>
    private const double Resolution = 0.05;

    public static Claim<TorusNumbers> Distance { get; } = SlowAndFast.About(
        "B-4.2-distance",
        "Corollary 4.2, beside Theorem 3.3",
        "The same rho_0 with delta_n = n^(-7/2) and short dipoles, n = 8, 16, 32: sup_t W(mu_n(t), mu_n(0)) <= 2 delta_n and W(mu_n(0), rho_0) <= (2/min rho_0)/n + delta_n, so W(mu_n(T), rho(T)) differs from W(rho_0, rho(T)), "
        + "which is at least 0.01, by at most W(mu_n(0), rho_0) + 2 delta_n, as measured: it tends to that, not to 0, and at n = 32 it exceeds that of delta_n = n^(-1/2).",
        "Half widths stay within delta/2 (B-4.1), centres move by O(n delta^2); the triangle inequality both ways. An atom is within w <= 2/(n min rho_0) of its part of the mass, and within delta of the centre. rho(T) is not rho_0 as "
        + "U' is not 0 (B-4.2).",
        Check);

    private static IEnumerable<Comparison> Check(TorusNumbers subject, ISolver solver)
    {
        var limits = SlowAndFast.Of(subject);
        var rho = solver.Solve(limits.Densities(0));
        var (gap, error) = (SlowAndFast.Distance(rho.Rows[0], rho.Rows[^1]), limits.Error(rho));
        yield return Comparison.AtMostOnScale(LeastGap, gap, 2 * error, gap, "W(rho_0, rho(T))", Resolution);
        double last = 0;
        foreach (var n in SlowAndFast.Ladder)
        {
            var particles = limits.Particles(Regularisation.Fast, n);
            var run = solver.Solve(particles);
            if (run.Times.Length != rho.Rows.Length)
            {
                yield return Comparison.Unknown($"a run breaks off, n = {n}");
                yield break;
            }
            var (delta, places) = (particles.V.Delta, particles.ErrorOf(run));
            var moved = Enumerable.Range(0, run.Times.Length).Max(row => SlowAndFast.Moved(run, row));
            yield return Comparison.AtMost(moved, 2 * delta, 2 * places, $"sup_t W(mu_n(t), mu_n(0)), n = {n}", resolution: Resolution);
            var start = SlowAndFast.Distance(run, 0, rho.Rows[0]);
            yield return Comparison.AtMost(start, (2 / (limits.Initial.Least * n)) + delta, error + places, $"W(mu_n(0), rho_0), n = {n}", resolution: Resolution);
            last = SlowAndFast.Distance(run, run.Times.Length - 1, rho.Rows[^1]);
            // Four distances, each with the error of densities once.
            var (away, u) = (start + (2 * delta), (4 * error) + (2 * places));
            yield return Comparison.AtMostOnScale(gap - away, last, u, gap, $"W(mu_n(T), rho(T)) from below, n = {n}", Resolution);
            yield return Comparison.AtMostOnScale(last, gap + away, u, gap, $"W(mu_n(T), rho(T)) from above, n = {n}", Resolution);
        }
        var most = SlowAndFast.Ladder[^1];
        var slow = solver.Solve(limits.Particles(Regularisation.Outside, most));
        yield return Comparison.AtMost(
            SlowAndFast.Distance(slow, slow.Times.Length - 1, rho.Rows[^1]), last, 2 * error, $"W(mu_n(T), rho(T)) of slow and of fast delta_n, n = {most}", resolution: Resolution);
    }
}
