using Orowan.Formats;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, (3.2) and Remark 3.4: what Theorem 3.3 asks of delta_n and of the initial data, evaluated.</summary>
internal static class LimitConditions
{
    public static Claim<TorusNumbers> Condition { get; } = SlowAndFast.About(
        "B-eq-3.2",
        "(3.2)",
        "For delta_n = (6T/log n)^(1/2) exp(3 lambda T) W(mu_n(0), rho_0) <= (2/min rho_0) n^(-1/2) -> 0, on n = 8, 16, 32 with the W of the quantiles; for delta_n = n^(-1/2) its logarithm is at least 1.5 T n - log n - log 8, and it "
        + "tends to infinity, as it does for n^(-7/2).",
        "lambda = pi^2/sinh^2(pi delta) lies between 1/(2 delta^2), for delta <= 0.47, and 1/delta^2. An atom is within w of the part of mass 1/n that it stands for, w <= 2/(n min rho_0). On the other side W >= 1/(8 n): an atom "
        + "of mass 1/n serves a part of that mass at a density of at most 1.",
        CheckCondition);

    public static Claim<TorusNumbers> Remark { get; } = SlowAndFast.About(
        "B-3.4",
        "Remark 3.4",
        "W(mu_n(0), rho_0) <= (2/min rho_0)/n for the middle quantiles, d = 1, so the condition of the remark gives (3.2); for rho_0 = 1 and alternating signs n W = 3^(-1/2). For independent places "
        + "the mean of n W^2 is 1/6 instead: W is of order n^(-1/2), as the condition with n^(-1/d) does not have it.",
        "An atom is within w of its part of mass, w <= 2/(n min rho_0). In a lattice each of n atoms serves an interval of length 2/n about it: W^2 = (2/n)^2/12. For m independent places on the circle the "
        + "mean of W^2 is 1/(12 m), 1/6 - 1/12 by the best rotation of a Brownian bridge, and m = n/2 for either half of the mass. u: six standard errors.",
        CheckRemark);

    private static IEnumerable<Comparison> CheckCondition(TorusNumbers subject, ISolver solver)
    {
        var limits = SlowAndFast.Of(subject);
        var start = solver.Solve(limits.Densities(0));
        var error = limits.Error(start);
        foreach (var n in SlowAndFast.Ladder)
        {
            foreach (var regularisation in new[] { Regularisation.Inside, Regularisation.Outside })
            {
                var particles = limits.Particles(regularisation, n);
                var distance = SlowAndFast.Distance(solver.Solve(particles), 0, start.Rows[0]);
                var exponent = 3 * particles.V.HessianBound * limits.Horizon;
                var at = $"delta_n = {particles.V.Delta:g4}, n = {n}";
                if (regularisation == Regularisation.Inside)
                    yield return Comparison.AtMost(Math.Exp(exponent) * distance, 2 / (limits.Initial.Least * Math.Sqrt(n)), Math.Exp(exponent) * error, at, resolution: 0.05);
                else
                    yield return Comparison.AtMostOnScale((1.5 * limits.Horizon * n) - Math.Log(8 * n), exponent + Math.Log(distance), error / distance, 1, at, resolution: 0.1);
            }
        }
        foreach (var n in new[] { 1e3, 1e6, 1e12 })
        {
            foreach (var power in new[] { 0.5, 3.5 })
            {
                var lambda = subject.Kernels.Log(Math.Pow(n, -power)).HessianBound;
                yield return Comparison.AtMostOnScale(1.5 * limits.Horizon * n, 3 * lambda * limits.Horizon, 1e-12 * n, n, $"3 lambda T for delta = n^-{power:R}, n = {n:R}");
            }
        }
    }

    private static IEnumerable<Comparison> CheckRemark(TorusNumbers subject, ISolver solver)
    {
        var limits = SlowAndFast.Of(subject);
        var flat = SlowAndFast.Of(IndependentPlaces.Flat(subject));
        var (start, uniform) = (solver.Solve(limits.Densities(0)), solver.Solve(flat.Densities(0)));
        foreach (var n in SlowAndFast.Ladder)
        {
            var distance = n * SlowAndFast.Distance(solver.Solve(limits.Particles(Regularisation.Inside, n)), 0, start.Rows[0]);
            yield return Comparison.AtMost(distance, 2 / limits.Initial.Least, n * limits.Error(start), $"n W(mu_n(0), rho_0), n = {n}", resolution: 0.05);
        }
        var last = SlowAndFast.Ladder[^1];
        var lattice = solver.Solve(flat.Particles(Regularisation.Inside, last));
        yield return Comparison.Equal(
            last * SlowAndFast.Distance(lattice, 0, uniform.Rows[0]), 1 / Math.Sqrt(3), last * flat.Error(uniform), 1, "n W of a lattice to the uniform density", resolution: 0.05);
        var (mean, error) = IndependentPlaces.MeanSquare(subject, last);
        yield return Comparison.Equal(mean, 1.0 / 6, error, 1.0 / 6, "mean of n W^2 of independent places", resolution: 0.4);
    }
}
