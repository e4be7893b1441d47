using Orowan.Continuum;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>Theorem 5.1 of A where the particles and their limit are known exactly: Hermite zeros and semicircles.</summary>
internal static class Section5Semicircle
{
    /// <summary>
    /// lim n W/R = pi (5/96)^(1/2) = 0.71697 for the zeros of H_n over (2n)^(1/2) and the semicircle of radius 1: the (k - 1/4)/(n + 1/2) quantiles, from
    /// the right, of the one of radius ((2n + 1)/(2n))^(1/2) (Plancherel and Rotach), so that its square is (1/12) int 1/rho + int ((1/4 - m/2)/rho - x/4)^2 rho,
    /// m the mass to the right. At x = cos a rho = (2/pi) sin a and m = (a - sin a cos a)/pi: the first is pi^2/24, and in the second the bracket is
    /// (pi/8 - a/4)/sin a, which leaves (2/pi) int_0^pi (pi/8 - a/4)^2 da = pi^2/96.
    /// </summary>
    public static readonly double Constant = Math.PI * Math.Sqrt(5 / 96.0);

    /// <summary>Cells of the densities.</summary>
    private const int Cells = 64;

    /// <summary>Even pieces that a semicircle is cut into: they are off by less than 1e-3 of a cell.</summary>
    private const int Pieces = 2048;

    /// <summary>Densities are known to this share of their size, or better.</summary>
    private const double Resolution = 0.01;

    private static readonly int[] Ladder = [4, 8, 16, 32];

    /// <summary>The least squares of log(c_n/n) against log n at these n, where c_n lies between that of the first and its limit.</summary>
    private static readonly double MostExponent = -1 + (0.4 * Math.Log2(Constant / (Ladder[0] * Distance([.. HermiteZeros.Of(Ladder[0]).Select(h => h / Math.Sqrt(2 * Ladder[0]))], 1))));

    public static Claim<ClosedFormCase> Rate { get; } = ExactCases.About(
        "A-5.1-rate",
        "Theorem 5.1, the rate for semicircles",
        "V = -log, all of one sign, x_i(0) = R_0 h_i/(2n)^(1/2), h the zeros of H_n: rho(t) is the semicircle of R^2 = R_0^2 + 4t, and W_n <= W(mu_n(t), rho(t)) <= 0.71697 R(t)/n for all t, "
        + "W_n the least W of n equal atoms, so the rate is 1/n; on n = 4, 8, 16, 32 its exponent is at most -1 + (2/5) log_2(0.71697/c_4) = -0.882, c_n = n W/R.",
        "x_i = s(t) h_i, s^2 = (R_0^2 + 4t)/(2n). 0.71697 is the limit of n W/R, to which it rises. The least W has an atom at the mean of each n-th part of the mass. The slope is -1 + "
        + "(-3 log c_4 - log c_8 + log c_16 + 3 log c_32)/(10 log 2), and c_4 <= c_n <= 0.71697.",
        CheckRate);

    public static Claim<ClosedFormCase> Oracle { get; } = ExactCases.About(
        "A-5.1-oracle",
        "Theorem 5.1, the limit for semicircles",
        "V = -log, W = 0, semicircles of mass 0.6 and sign + and of mass 0.4 and sign - at a distance, up to a time before they meet: rho^+- stay semicircles, R_i^2 = R_0^2 + 4 m_i t. At each row W, M_2, "
        + "M_4, the energy and W^2 between rows are the exact ones.",
        "M_2 = sum m (c^2 + R^2/4), M_4 = sum m (c^4 + 3 c^2 R^2/2 + R^4/8), E = sum (m^2/2)(1/4 - log(R/2)), W^2 between rows = sum m (R(t) - R(s))^2/4. u is the stated error in W pushed through each.",
        CheckOracle);

    private static IEnumerable<Comparison> CheckRate(ClosedFormCase like, ISolver solver)
    {
        var points = new List<(double N, double Y, double Error)>();
        foreach (var n in Ladder)
        {
            double[] x = [.. HermiteZeros.Of(n).Select(h => like.Gap * h / Math.Sqrt(2 * n))];
            var horizon = like.Time * like.Gap * like.Gap;
            var subject = ExactCases.Line(like with { Count = n }, new LogPotential(), new ZeroPotential(), x, [.. x.Select(_ => 1)], horizon, [0, horizon / 4, horizon]);
            var trial = LineTrial.Of(subject, solver);
            double worst = 0, error = 0;
            foreach (var row in trial.Rows)
            {
                var radius = Math.Sqrt((like.Gap * like.Gap) + (4 * row.Time));
                var scaled = n * Distance(row.State.X, radius) / radius;
                var u = n * (trial.Uncertainty + (1e-13 * radius)) / radius;
                yield return Comparison.AtMost(scaled, Constant, u, $"n W/R, n = {n}, t = {row.Time:R}");
                yield return Comparison.AtMost(n * Least(n), scaled, u, $"least n W/R, n = {n}, t = {row.Time:R}");
                if (scaled > worst) (worst, error) = (scaled, u);
            }
            points.Add((n, worst / n, error / worst));
        }
        var (slope, wrong) = Rates.Of(points);
        yield return Comparison.AtMostOnScale(slope, MostExponent, wrong, 1, "exponent of sup_t W/R", resolution: 0.1);
    }

    /// <summary>W of n equal atoms to the semicircle of mass 1 about 0, from the moments of the part of the mass that goes to each.</summary>
    private static double Distance(double[] x, double radius)
    {
        var (n, sum) = (x.Length, 0.0);
        var parts = Parts(n);
        for (var i = 0; i < n; i++)
        {
            var y = x[i] / radius;
            sum += (y * y / n) - (2 * y * parts[i].First) + parts[i].Second;
        }
        return radius * Math.Sqrt(Math.Max(0, sum));
    }

    /// <summary>The least W of n equal atoms to the semicircle of radius 1.</summary>
    private static double Least(int n) => Math.Sqrt(Math.Max(0, Parts(n).Sum(part => part.Second - (n * part.First * part.First))));

    /// <summary>First and second moments of the n-th parts of the semicircle of radius 1: with x = sin a, int x = -(2/(3 pi)) cos^3 a, int x^2 = (a - sin(4a)/4)/(4 pi).</summary>
    private static (double First, double Second)[] Parts(int n)
    {
        var density = new Density([new SemicirclePart(0, 1, 1)]);
        double[] angles = [.. Enumerable.Range(0, n + 1).Select(k => k == 0 ? -Math.PI / 2 : k == n ? Math.PI / 2 : Math.Asin(Math.Clamp(density.Quantile((double)k / n), -1, 1)))];
        return [.. angles.Zip(angles.Skip(1), (a, b) => (First(b) - First(a), Second(b) - Second(a)))];

        static double First(double a) => -2 * Math.Pow(Math.Cos(a), 3) / (3 * Math.PI);
        static double Second(double a) => (a - (Math.Sin(4 * a) / 4)) / (4 * Math.PI);
    }

    private static IEnumerable<Comparison> CheckOracle(ClosedFormCase like, ISolver solver)
    {
        var radius = like.Gap;
        // Both ends move by less than (R_0^2 + 4 t)^(1/2) - R_0 < R_0 up to t = R_0^2/2; the gap between the two is 2 R_0.
        var horizon = radius * radius * Math.Min(like.Time, 1) / 2;
        SemicirclePart[] parts = [new(-2 * radius, radius, 0.6), new(2 * radius, radius, 0.4)];
        var subject = new DensityCase(
            new LogPotential(), new ZeroPotential(), new([parts[0]]), new([parts[1]]), horizon, [0, horizon / 2, horizon], 4 * Cells, DensityCase.DefaultTolerance);
        var trial = Section5Trial.Of(subject, solver);
        var u = trial.Uncertainty;
        DensityRow? before = null;
        foreach (var row in trial.Rows)
        {
            SemicirclePart[] exact = [.. parts.Select(part => new SemicirclePart(part.Centre, Math.Sqrt((radius * radius) + (4 * part.Weight * row.Time)), part.Weight))];
            var at = $"t = {row.Time:R}";
            var distance = Math.Sqrt(exact.Zip(new[] { 1, -1 }, (part, sign) => QuantileTransport.SquaredDistance(Cut(part), QuantileTransport.Of(row, sign))).Sum());
            yield return Comparison.AtMostOnScale(distance, 0, u, radius, $"W to the semicircles at {at}", resolution: Resolution);
            var (m2, m4) = (exact.Sum(part => part.Moment(2)), exact.Sum(part => part.Moment(4)));
            yield return Comparison.Equal(Section5Trial.Moment(row, 2), m2, (2 * Math.Sqrt(m2) * u) + (u * u), m2, $"M_2 at {at}", resolution: Resolution);
            yield return Comparison.Equal(Section5Trial.Moment(row, 4), m4, Section5Limits.FourthMomentError(row, u), m4, $"M_4 at {at}", Resolution);
            var energy = trial.Energies[trial.Rows.IndexOf(row)];
            var expected = exact.Sum(part => part.Weight * part.Weight / 2 * (0.25 - Math.Log(part.Radius / 2)));
            yield return Comparison.Equal(energy.Energy, expected, energy.Uncertainty + Slack(exact, u), 0.26, $"energy at {at}", Resolution);
            if (before is not null)
            {
                var moved = QuantileTransport.SquaredDistance(before, row);
                var known = exact.Zip(parts, (now, start) => now.Weight * Math.Pow(now.Radius - Math.Sqrt((start.Radius * start.Radius) + (4 * now.Weight * before.Time)), 2) / 4).Sum();
                yield return Comparison.Equal(moved, known, (4 * Math.Sqrt(known) * u) + (4 * u * u), radius * radius, $"W^2 from t = {before.Time:R} to {at}", resolution: Resolution);
            }
            before = row;
        }
    }

    /// <summary>The slope of the energy, (int rho |u|^2)^(1/2) with u = 2 m x/R^2, times an error in W.</summary>
    private static double Slack(SemicirclePart[] exact, double u) => u * Math.Sqrt(exact.Sum(part => part.Weight * Math.Pow(part.Weight / part.Radius, 2)));

    private static IEnumerable<QuantilePiece> Cut(SemicirclePart part)
    {
        var width = (part.High - part.Low) / Pieces;
        for (var i = 0; i < Pieces; i++)
        {
            var (low, high) = (part.Low + (i * width), part.Low + ((i + 1) * width));
            yield return new(part.MassBelow(high) - part.MassBelow(low), low, high);
        }
    }
}
