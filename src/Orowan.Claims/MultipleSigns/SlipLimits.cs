using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Orowan.Continuum;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, Theorem 3.9: edge dislocations on slip planes against the densities of (2.20), as rates on a ladder.</summary>
/// <remarks>
/// 2k rows of k particles, k for each sign, at x_2 = (j + 1/2)/k: the middle quantiles of rho^+- = (1 +- c cos 2 pi (x_1 - p) cos 2 pi x_2)/2 given x_2. On
/// slip planes nothing moves in x_2, and the mass of rho^+- at each x_2 stays. So the plan that sends the strip about a row to it, and within the strip matches
/// quantiles in x_1, bounds W, and Gronwall's inequality holds for its cost: the flow keeps a plan between x_2, and quantiles are best in x_1.
/// </remarks>
internal static class SlipLimits
{
    /// <summary>An upper bound of lambda delta^2 for the edge potential: it is 29.6 at delta = 0 and falls.</summary>
    private const double Curvature = 30;

    private const double Horizon = 0.02;

    private const double Strength = 4;

    /// <summary>Points of the densities in each direction and lines on which distances are taken, a multiple of every k.</summary>
    private const int Lines = 32;

    private const double Tolerance = 1e-4;

    private static readonly ConditionalWeakTable<TorusNumbers, ImmutableArray<SlipRung>.Builder> Made = [];

    public static Claim<TorusNumbers> Theorem { get; } = TorusClaims.OnRuns(
        "B-3.9",
        "Theorem 3.9",
        "delta_n = (360 T/log n)^(1/2), inside (3.29): on n = 8, 32 (and 128 where the count is 8) edge dislocations the distance by strips P >= W has P(mu_n(T), rho_delta(T)) <= exp((lambda + U2) T) P(mu_n(0), rho_0), and its exponent is at most "
        + "-1/4 (about -1/2 is measured).",
        "Gronwall as in B-3.5-gronwall for a plan that keeps x_2; P(0) is of order n^(-1/2) in the plane. u: the stated errors, and 1/(12^(1/2) 32) for the lines of the grid.",
        CheckTheorem) with
    {
        Hypotheses = SlowAndFast.ReasonAgainst,
    };

    public static Claim<TorusNumbers> Condition { get; } = TorusClaims.OnRuns(
        "B-eq-3.29",
        "(3.29)",
        "For delta_n = (360 T/log n)^(1/2) exp(3 lambda T) W(mu_n(0), rho_0) <= n^(1/4) P(mu_n(0), rho_0) -> 0: P <= (12^(-1/2) + (1 + c)/(1 - c))/k, n = 2 k^2.",
        "lambda <= 30/delta^2, so 3 lambda T <= (log n)/4. In a strip of width 1/k the mean square in x_2 is 1/(12 k^2). In x_1 an atom is within its part of the mass, at most 1/(k (1 - c)) wide, and along the strip the distribution "
        + "function changes by at most c/k, hence quantiles by c/(k (1 - c)).",
        CheckCondition) with
    {
        Hypotheses = SlowAndFast.ReasonAgainst,
    };

    private static IEnumerable<Comparison> CheckTheorem(TorusNumbers subject, ISolver solver)
    {
        var points = new List<(double N, double Y, double Error)>();
        foreach (var rung in RungsOf(subject))
        {
            var (run, density) = (solver.Solve(rung.Particles), solver.Solve(rung.Densities));
            if (run.Times.Length != 2 || density.Rows.Length != 2 || density.Grid != Lines)
            {
                yield return Comparison.Unknown($"a run breaks off, n = {rung.Particles.Count}");
                yield break;
            }
            var error = (1 / (Math.Sqrt(12) * Lines)) + (run.Uncertainty ?? (10 * Tolerance)) + ((density.Uncertainty ?? (10 * Tolerance)) / Math.Max(1e-3, density.Rows.Min(row => row.Least)));
            var (start, end) = (Distance(rung, run, density, 0), Distance(rung, run, density, 1));
            var growth = Math.Exp((rung.Particles.V.HessianBound + rung.Particles.U.HessianBound) * Horizon);
            yield return Comparison.AtMost(end, growth * start, (1 + growth) * error, $"P(mu_n, rho_delta) at T, n = {rung.Particles.Count}", resolution: 0.5);
            points.Add((rung.Particles.Count, end, error / end));
        }
        var (slope, wrong) = Rates.Of(points);
        yield return Comparison.AtMostOnScale(slope, -0.25, wrong, 1, "exponent of P(mu_n(T), rho_delta(T))", resolution: 0.5);
    }

    private static IEnumerable<Comparison> CheckCondition(TorusNumbers subject, ISolver solver)
    {
        foreach (var rung in RungsOf(subject))
        {
            var (n, v) = (rung.Particles.Count, rung.Particles.V);
            var (run, density) = (solver.Solve(rung.Particles), solver.Solve(rung.Densities));
            var factor = Math.Exp(3 * v.HessianBound * Horizon);
            yield return Comparison.AtMost(factor, Math.Pow(n, 0.25), 1e-12 * factor, $"exp(3 lambda T), n = {n}");
            yield return Comparison.AtMost(
                factor * Distance(rung, run, density, 0), Math.Pow(n, 0.25) * ((1 / Math.Sqrt(12)) + ((1 + Contrast(subject)) / (1 - Contrast(subject)))) / rung.Side, factor / (Math.Sqrt(12) * Lines), $"(3.29), n = {n}", resolution: 0.05);
        }
    }

    private static double Contrast(TorusNumbers subject) => 0.5 * subject.Gap;

    /// <summary>The same objects each time, so that runs are shared.</summary>
    private static ImmutableArray<SlipRung> RungsOf(TorusNumbers subject)
    {
        var made = Made.GetValue(subject, _ => ImmutableArray.CreateBuilder<SlipRung>());
        lock (made)
        {
            if (made.Count == 0) made.AddRange((subject.Count == SlowAndFast.MostCount ? (int[])[2, 4, 8] : [2, 4]).Select(k => Make(subject, k)));
            return made.ToImmutable();
        }
    }

    private static SlipRung Make(TorusNumbers subject, int k)
    {
        var n = 2 * k * k;
        var v = subject.Kernels.Edge(Math.Sqrt(12 * Curvature * Horizon / Math.Log(n)));
        var u = new FourierPotential(2, [FourierTerm.Cosine(Strength / (2 * Math.PI), 1, 0)]);
        var (x, b) = (new List<double>(), new List<int>());
        foreach (var sign in new[] { 1, -1 })
        {
            for (var j = 0; j < k; j++)
            {
                var x2 = (j + 0.5) / k;
                for (var i = 0; i < k; i++)
                {
                    x.Add(Quantile(subject, sign * Math.Cos(2 * Math.PI * x2), (i + (sign > 0 ? 0.25 : 0.75)) / k));
                    x.Add(x2);
                    b.Add(sign);
                }
            }
        }
        var particles = new TorusCase(2, TorusMotion.Slip, v, u, [.. x], [.. b], Horizon, [0, Horizon], Tolerance);
        return new(k, particles, new(2, TorusMotion.Slip, v, u, 0, Density(subject, 1), Density(subject, -1), Horizon, [0, Horizon], Lines, Tolerance));
    }

    private static SeriesDensity Density(TorusNumbers subject, int sign)
    {
        var (sin, cos) = Math.SinCos(2 * Math.PI * subject.X1);
        var c = 0.25 * sign * Contrast(subject);
        return new(new(2,
        [
            FourierTerm.Cosine(0.5, 0, 0), FourierTerm.Cosine(c * cos, 1, 1), FourierTerm.Sine(c * sin, 1, 1), FourierTerm.Cosine(c * cos, 1, -1), FourierTerm.Sine(c * sin, 1, -1),
        ]));
    }

    /// <summary>The q-quantile of 1 + c f cos 2 pi (x - p), by bisection.</summary>
    private static double Quantile(TorusNumbers subject, double f, double q)
    {
        var (c, p) = (Contrast(subject) * f / (2 * Math.PI), subject.X1);
        double low = 0, high = 1;
        for (var step = 0; step < 60; step++)
        {
            var middle = 0.5 * (low + high);
            if (middle + (c * (Math.Sin(2 * Math.PI * (middle - p)) + Math.Sin(2 * Math.PI * p))) < q) low = middle;
            else high = middle;
        }
        return low;
    }

    /// <summary>P: strips to rows, quantiles in x_1 on each line of the grid.</summary>
    private static double Distance(SlipRung rung, TorusRun run, GromaBaloghRun density, int row)
    {
        var (k, g) = (rung.Side, Lines);
        double sum = 0;
        foreach (var sign in new[] { 1, -1 })
        {
            var values = density.Rows[row].Of(sign);
            for (var line = 0; line < g; line++)
            {
                var j = line * k / g;
                var first = (sign > 0 ? 0 : k * k) + (j * k);
                var atoms = CircleQuantiles.Atoms(Enumerable.Range(first, k).Select(i => run.X[row][2 * i]), 0.5 / (k * g));
                var total = Enumerable.Range(0, g).Sum(i => Math.Max(0, values[(i * g) + line]));
                var cells = Enumerable.Range(0, g).Select(i => new QuantilePiece(0.5 * Math.Max(0, values[(i * g) + line]) / (g * total), (i - 0.5) / g, (i + 0.5) / g));
                var apart = run.X[row][(2 * first) + 1] - ((double)line / g);
                sum += CircleQuantiles.SquaredDistance(atoms, cells) + (0.5 * apart * apart / g);
            }
        }
        return Math.Sqrt(sum);
    }

    private sealed record SlipRung(int Side, TorusCase Particles, GromaBaloghCase Densities);
}
