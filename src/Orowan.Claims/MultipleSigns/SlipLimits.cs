using Orowan.Formats;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, Theorem 3.9 and its condition (3.29): edge dislocations on slip planes against the densities of (2.20) and of (2.21), as rates on a ladder.</summary>
internal static class SlipLimits
{
    /// <summary>Distances are known to this share of their bounds.</summary>
    private const double Resolution = 0.2;

    /// <summary>Exponents are known to less than what tells them from 0, which would be no convergence.</summary>
    private const double ExponentResolution = 0.2;

    public static Claim<TorusNumbers> Theorem { get; } = SlowAndFast.About(
        "B-3.9",
        "Theorem 3.9",
        "delta_n = (360 T/log n)^(1/2), inside (3.29): on n = 8, 32, 72 edge dislocations the distance by strips P >= W has P(mu_n(T), rho_delta(T)) <= exp((lambda + U2) T) P(mu_n(0), rho_0), and to the solution rho of (2.21) "
        + "P(mu_n(T), rho(T)) <= exp((lambda + U2) T) P(mu_n(0), rho_0) + P(rho_delta(T), rho(T)); the exponents of both in n are at most -5/12.",
        "Gronwall as in B-3.5-gronwall for a plan that keeps x_2; the triangle inequality. P(mu_n(0), rho_0) is of order n^(-1/2) in the plane, lambda T <= (log n)/12. Inside (3.29) delta_n is that large on so few particles, and T that "
        + "short, that V_delta and V leave rho_delta(T) and rho(T) closer to each other than to mu_n(T): what tells them apart is B-3.6. u: the stated errors, and what half of the lines make of P.",
        CheckTheorem);

    public static Claim<TorusNumbers> Condition { get; } = SlowAndFast.About(
        "B-eq-3.29",
        "(3.29)",
        "For delta_n = (360 T/log n)^(1/2) exp(3 lambda T) W(mu_n(0), rho_0) <= n^(1/4) P(mu_n(0), rho_0) -> 0: P <= (12^(-1/2) + (1 + c)/(1 - c))/k, n = 2 k^2, on the initial data themselves.",
        "lambda <= 30/delta^2, so 3 lambda T <= (log n)/4. In a strip of width 1/k the mean square in x_2 is 1/(12 k^2). In x_1 an atom is within its part of the mass, at most 1/(k (1 - c)) wide, and along the strip the distribution "
        + "function changes by at most c/k, hence quantiles by c/(k (1 - c)).",
        (subject, _) => CheckCondition(subject));

    private static IEnumerable<Comparison> CheckTheorem(TorusNumbers subject, ISolver solver)
    {
        var (regularised, limit) = (new List<(double N, double Y, double Error)>(), new List<(double N, double Y, double Error)>());
        var ladder = SlipLadder.Of(subject);
        var rho = solver.Solve(ladder.Limit);
        foreach (var rung in ladder.Rungs)
        {
            var (n, run, density) = (rung.Particles.Count, solver.Solve(rung.Particles), solver.Solve(rung.Densities));
            if (run.Times.Length != 2 || !IsWhole(density) || !IsWhole(rho))
            {
                yield return Comparison.Unknown($"a run breaks off, n = {n}");
                yield break;
            }
            var places = rung.Particles.ErrorOf(run);
            var (start, end, toLimit) = (rung.Distance(run.X[0], density.Rows[0]), rung.Distance(run.X[1], density.Rows[1]), rung.Distance(run.X[1], rho.Rows[1]));
            var (own, other) = (places + ErrorOf(rung.Densities, density), places + ErrorOf(ladder.Limit, rho));
            var growth = Math.Exp((rung.Particles.V.HessianBound + rung.Particles.U.HessianBound) * SlipLadder.Horizon);
            var (bound, error) = (growth * start.Value, growth * (start.Error + own));
            yield return Comparison.AtMost(end.Value, bound, error + end.Error + own, $"P(mu_n, rho_delta) at T, n = {n}", resolution: Resolution);
            var apart = SlipLadder.Distance(density.Rows[1], rho.Rows[1]);
            yield return Comparison.AtMost(toLimit.Value, bound + apart, error + toLimit.Error + own + (2 * other), $"P(mu_n, rho) at T, n = {n}", resolution: Resolution);
            regularised.Add((n, end.Value, (end.Error + own) / end.Value));
            limit.Add((n, toLimit.Value, (toLimit.Error + other) / toLimit.Value));
        }
        foreach (var (points, name) in new[] { (regularised, "rho_delta"), (limit, "rho") })
        {
            var (slope, wrong) = Rates.Of(points);
            yield return Comparison.AtMostOnScale(slope, -5.0 / 12, wrong, 1, $"exponent of P(mu_n(T), {name}(T))", ExponentResolution);
        }
    }

    private static bool IsWhole(GromaBaloghRun run) => run.Rows.Length == 2 && run.Grid == SlipLadder.Lines;

    /// <summary>An error of a density moves its quantiles by at most that over the least density.</summary>
    private static double ErrorOf(GromaBaloghCase subject, GromaBaloghRun run) => subject.ErrorOf(run) / Math.Max(SlowAndFast.LeastDensity, run.Rows.Min(row => row.Least));

    private static IEnumerable<Comparison> CheckCondition(TorusNumbers subject)
    {
        var contrast = SlowAndFast.ContrastOf(subject);
        foreach (var rung in SlipLadder.Of(subject).Rungs)
        {
            var (n, v) = (rung.Particles.Count, rung.Particles.V);
            var start = rung.Distance([.. rung.Particles.X], new(0, rung.Densities.Plus.Values(SlipLadder.Lines), rung.Densities.Minus.Values(SlipLadder.Lines)));
            var factor = Math.Exp(3 * v.HessianBound * SlipLadder.Horizon);
            yield return Comparison.AtMost(factor, Math.Pow(n, 0.25), 1e-12 * factor, $"exp(3 lambda T), n = {n}");
            yield return Comparison.AtMost(
                factor * start.Value, Math.Pow(n, 0.25) * ((1 / Math.Sqrt(12)) + ((1 + contrast) / (1 - contrast))) / rung.Side, factor * start.Error, $"(3.29), n = {n}", resolution: Resolution);
        }
    }
}
