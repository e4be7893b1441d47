using Orowan.Continuum;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>Theorem 5.1 of A without its hypothesis (iii): the limit is then no solution of (1.3).</summary>
internal static class Section5Necessity
{
    private const int Most = 16;

    public static Claim<ClosedFormCase> Claim { get; } = ExactCases.About(
        "A-5.1-iii",
        "Theorem 5.1, hypothesis (iii)",
        "V = -log, W = 0, + at s_0 times the zeros of H_m and - at s_0 times those of H_(m-1), n = 2m - 1: L = m grows. The limit datum is "
        + "rho^+ = rho^-, so kappa = 0 and (1.3) stands still, but M_2(mu_n(t)) = M_2(mu_n(0)) + 2 t (m - 1)^2/n^2: at distance at least "
        + "|M_2(mu_n(t))^(1/2) - M_2(mu_n(0))^(1/2)| from where it was, which does not tend to 0.",
        "M_2 is the squared W_2 distance to an atom at 0, hence the triangle inequality. 2 (m - 1)^2/n^2 tends to 1/2; the rest is A-1.6-oscillations.",
        Check);

    private static IEnumerable<Comparison> Check(ClosedFormCase like, ISolver solver)
    {
        var m = Math.Min(like.Count, Most);
        double[] zeros = [.. HermiteZeros.Of(m), .. HermiteZeros.Of(m - 1)];
        int[] charges = [.. zeros.Select((_, i) => i < m ? 1 : -1)];
        Array.Sort(zeros, charges);
        var n = zeros.Length;
        var spread = 1 / Math.Sqrt(n);
        double[] x = [.. zeros.Select(h => spread * h)];
        var subject = ExactCases.Line(like with { Count = n }, new LogPotential(), new ZeroPotential(), x, charges, like.Time);
        var trial = LineTrial.Of(subject, solver);
        var (start, end) = (trial.Rows[0].State.X, trial.Rows[^1].State.X);
        var (before, after) = (LineClaims.Moment(start, 2), LineClaims.Moment(end, 2));
        var error = LineClaims.MomentUncertainty(end, 2, trial.Uncertainty);
        yield return Comparison.Equal(after - before, 2 * like.Time * (m - 1) * (m - 1) / (n * n), error, after, $"growth of M_2 up to t = {like.Time:R}");

        var moved = Math.Sqrt(LineMovement(start, end) / n);
        yield return Comparison.AtMost(Math.Sqrt(after) - Math.Sqrt(before), moved, trial.Uncertainty, "W_2 between start and end", resolution: LineClaims.PositionResolution);

        // The limit datum is a semicircle of radius (2 m)^(1/2) spread, the zeros' own, half of it of each sign.
        var half = new Density([new SemicirclePart(0, spread * Math.Sqrt(2 * m), 0.5)]);
        var limit = solver.Solve(new DensityCase(subject.V, subject.W, half, half, like.Time, [0, like.Time], 32, DensityCase.DefaultTolerance));
        yield return Comparison.Equal(
            QuantileTransport.SquaredDistance(limit.Rows[0], limit.Rows[^1]), 0, 1e-20, 1, "W^2 between start and end of the solution of (1.3) from the limit datum");
        yield return Comparison.Equal(limit.Rows[^1].AliveMass(1), 0, 1e-12, 1, "alive mass of that solution");
    }

    private static double LineMovement(double[] start, double[] end) => start.Zip(end, (a, b) => (a - b) * (a - b)).Sum();
}
