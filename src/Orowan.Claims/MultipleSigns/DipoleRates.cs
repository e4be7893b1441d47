using Orowan.Formats;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, Theorem 4.1, Corollary 4.2 and Remark 4.3 as n grows: rates on ladders of short dipoles on the circle.</summary>
internal static class DipoleRates
{
    /// <summary>Rungs of a ladder: n, 2n, 4n.</summary>
    private const int Rungs = 3;

    public static Claim<ShortDipoles> Theorem { get; } = About(
        "B-4.1",
        "Theorem 4.1",
        "For delta_n = n^-p the centres move by sup|z - z_0| = O(n^2 delta_n), exponent at most 2 - p, so that mu_n^+-(t) - mu_n^+-(0) -> 0. Measured on n, 2n, 4n the exponent of the drift over "
        + "max |(U'^2)'(z_i)| is 1 - 2p: sup|z - z_0| ~ n delta^2 T/4 max|(U'^2)'|. The condition n^3 delta_n -> 0 is not sharp: see B-4.1-threshold.",
        "After a time n delta^2 each dipole has d_i = -n U'(z_i)/(2 lambda), lambda = pi^2/sinh^2 pi delta ~ delta^-2, and z_i' = -d_i U'' = (n/(4 lambda)) (U'^2)'. The slope by least squares; its "
        + "uncertainty is 3 standard errors and the deviations e_n of B-4.1-drift times the weights of the slope.",
        (subject, solver) => CheckRate(subject, solver, subject.Power));

    public static Claim<ShortDipoles> Drift { get; } = About(
        "B-4.1-drift",
        "(ours) motion on the slow manifold",
        "After the layer d_i = -(n/(2 lambda)) U'(z_i) and z_i(t) - z_i(0) = t (n/(4 lambda)) (U'^2)'(z_i), up to e_n times the largest over i: "
        + "e_n = (n delta)^2 (2 + 14/A^2) + 20 n^3 delta^2/A^3 + 160 n delta^2 (1 + T) + 2 n delta^2/T + 2 delta/(T sup|U'|).",
        "V'(2d) = -2 lambda d (1 + O((d/delta)^2)), d/delta = n delta |U'|/2; the interaction adds at most 4 zeta(2) (n/A)^2 |d|/n to d' and 8 zeta(3) n^2 d^2/A^3 to z'; U' changes by the drift; "
        + "the layer lasts n delta^2 and adds |d_0| n delta^2 sup|U''| to the drift. On the largest n.",
        CheckDrift);

    public static Claim<ShortDipoles> Threshold { get; } = About(
        "B-4.1-threshold",
        "(ours) sharper condition in Theorem 4.1",
        "The conclusion of Theorem 4.1 holds for delta_n = n^{-7/4}, where n^3 delta_n and n^{3/2} delta_n tend to infinity resp. not to 0 fast: dipoles stay within gamma delta and the drift has an exponent "
        + "below -1, so that distances of order 1/n are kept. What is needed is n delta_n -> 0, for the trap, and n^2 delta_n^2 -> 0, for the distances.",
        "The trap: n delta |U'| < 1/2; the drift n delta^2 against the distance 1/n.",
        CheckThreshold);

    public static Claim<ShortDipoles> NoSolution { get; } = About(
        "B-4.2",
        "Corollary 4.2, no solution",
        "The limit is no solution of (2.14): for phi = U the weak form asks int U dkappa(T) - int U dkappa(0) = -int_0^T int |U'|^2 (drho^+ + drho^-), about -T times the mean of |U'|^2, "
        + "but |int U dkappa_n(T)| <= (1/2) n delta^2 sup|U'|^2 + e_n and tends to 0 with exponent 1 - 2p: the residual stays at least half of T int |U'|^2.",
        "kappa_n has atoms +-1/n at z +- d, so that int U dkappa_n = (2/n) sum d_i U'(z_i) = -(1/lambda) sum U'^2 after the layer. kappa = 0 in the limit, so that its V * kappa drops out.",
        CheckNoSolution);

    public static Claim<ShortDipoles> Admissible { get; } = About(
        "B-4.2-set",
        "Corollary 4.2, A_0 is not empty",
        "For a density rho of mass 1 and mu_n^+- -> rho/2 (each species has mass 1/2) the construction of the proof lies in A_0: centres at the quantiles 2i/n of rho = 1 + c cos 2 pi x, d = 0; "
        + "gaps, also across 0, at least 2/(n sup rho), so that the data lie in Omega(2/sup rho); the distribution functions differ by at most 1/n.",
        "n/2 points of weight 1/n have mass 1/2. Each gap carries mass 2/n of rho <= sup rho, the last one too because the masses add up to 1.",
        (subject, solver) => CheckAdmissible(subject, solver));

    public static Claim<ShortDipoles> PrintedAdmissible { get; } = Admissible with
    {
        Statement = "mu_n^+- -> rho_0 with rho_0 in P(T): the masses agree in the limit.",
        Derivation = "mu_n^+ consists of n/2 atoms of weight 1/n.",
        Check = (subject, solver) => CompareMasses(subject, solver, 1),
    };

    public static Claim<ShortDipoles> Improved { get; } = About(
        "B-eq-4.16",
        "Equation (4.16)",
        "On Omega_2(A), |(n/2) d_z E_n| <= 32 zeta(3) gamma^2 A^-3 n^2 delta^2 (1 - 4 gamma delta n/A)^-3 + 2 gamma delta sup|U''|.",
        "(4.15) summed over the dipoles and their images, |V'''(s)| <= 2/|s|^3 for each; the external part is what it was in (4.8), of order delta.",
        (subject, solver) => SlowManifold.CheckForces(subject, solver, squares: true));

    public static Claim<ShortDipoles> PrintedImproved { get; } = Improved with
    {
        Statement = "On Omega_2(A), |(n/2) d_z E_n| <= C n^2 delta^2, C = 32 zeta(3) gamma^2 A^-3 (1 - 4 gamma delta n/A)^-3.",
        Derivation = "The interaction part alone; the external part |U'(z + d) - U'(z - d)|/2 is of order delta, which n^2 delta^2 does not bound once n^2 delta -> 0.",
        Check = (subject, solver) => SlowManifold.CheckForces(subject, solver, squares: true, external: false),
    };

    public static Claim<ShortDipoles> ThirdDerivative { get; } = About(
        "B-eq-4.15",
        "Equation (4.15), (V5')_I",
        "|sum_pq p q V'(z_i - z_l + p d_i - q d_l)| <= 4 |d|^2 (7/2) zeta(3) n^3/(A k)^3 (1 - 4 |d| n/A)^-3 with k the cyclic distance of i and l among the n/2 dipoles.",
        "Four points of a third difference: at most 4 |d_i d_l| sup|V'''|. |V'''(s)| <= sum over the images of 2/|s|^3 <= (7/2) zeta(3)/|s|^3 for |s| <= 1/2, and |z_i - z_l| >= k A/n on the torus.",
        (subject, solver) => CheckThird(subject, solver, cyclic: true));

    public static Claim<ShortDipoles> PrintedThirdDerivative { get; } = ThirdDerivative with
    {
        Statement = "The bound of (4.15) with |i - l| in place of the cyclic distance.",
        Derivation = "Dipoles 1 and n/2 are neighbours on the torus, |i - l| = n/2 - 1.",
        Check = (subject, solver) => CheckThird(subject, solver, cyclic: false),
    };

    public static Claim<ShortDipoles> ImprovedDrift { get; } = About(
        "B-4.3",
        "Remark 4.3",
        "|z(t) - z_0| <= C n^2 delta_n^2 and (z, d) in Omega(A) on [0, T]: explicitly T times the interaction part of (4.16) plus sup|U''| (n delta^2/0.85)(delta/2 + T F), F the bound of B-4.1-rest. "
        + "The condition (printed without its limit, n^{3/2} delta_n) is not sharp either: n delta_n -> 0 is enough, see B-4.1-threshold.",
        "-V'(2d)/n >= (0.85/(n delta^2)) |d| for |2d| <= delta <= 1/8, so that int |d| <= (n delta^2/0.85)(|d_0| + T F); z' is at most the interaction plus |d| sup|U''|. (4.16) as printed does not give it.",
        CheckImprovedDrift);

    private static Claim<ShortDipoles> About(
        string id, string label, string statement, string derivation, Func<ShortDipoles, ISolver, IEnumerable<Comparison>> check) =>
        new(id, label, statement, derivation, _ => null, check);

    /// <summary>e_n: how far the drift is from its leading term, relative to the largest.</summary>
    private static double Deviation(TorusCase subject)
    {
        var (a, delta, _) = SlowManifold.Constants(subject);
        var (n, t) = ((double)subject.Count, subject.T);
        return (n * n * delta * delta * (2 + (14 / (a * a)))) + (20 * n * n * n * delta * delta / (a * a * a)) + (160 * n * delta * delta * (1 + t)) + (2 * n * delta * delta / t)
            + (2 * delta / (t * subject.U.GradientBound));
    }

    /// <summary>(U'^2)'(z) = 2 U' U''.</summary>
    private static double Steepening(TorusCase subject, double z) => 2 * subject.U.GradientAt(z)[0] * subject.U.HessianAt(z)[0];

    /// <summary>The largest (U'^2)' over the centres.</summary>
    private static double Largest(TorusCase subject) => subject.Dipoles!.Z.Max(z => Math.Abs(Steepening(subject, z)));

    private static IEnumerable<Comparison> CheckRate(ShortDipoles subject, ISolver solver, double power)
    {
        var points = new List<(double, double, double)>();
        var plain = new List<(double, double, double)>();
        for (var rung = 0; rung < Rungs; rung++)
        {
            var run = DipoleRun.Of(DipoleCases.Of(subject, DipoleSetting.Circle, rung, power), solver);
            yield return SlowManifold.Reaches(run);
            var drift = run.Rows.Max(row => row.Drift.Max(Math.Abs));
            points.Add((run.Count, drift / Largest(run.Case), Deviation(run.Case) + (run.Uncertainty / drift)));
            plain.Add((run.Count, drift, run.Uncertainty / drift));
        }
        var (slope, error) = Rates.Of(points);
        var (all, width) = Rates.Of(plain);
        yield return Comparison.AtMostOnScale(all, 2 - power, width, 1, $"exponent of sup|z - z_0|, p = {power:R}", 10);
        yield return Comparison.Equal(slope, 1 - (2 * power), error, 1, $"exponent over max|(U'^2)'|, p = {power:R}", 2);
    }

    private static IEnumerable<Comparison> CheckDrift(ShortDipoles subject, ISolver solver)
    {
        var run = DipoleRun.Of(DipoleCases.Of(subject, DipoleSetting.Circle, Rungs - 1), solver);
        var (z, lambda) = (run.Case.Dipoles!.Z, run.Case.V.HessianBound);
        var (deviation, time) = (Deviation(run.Case), run.Rows[^1].Time);
        var factor = run.Count / (4 * lambda);
        var steepest = Math.PI * run.Case.U.GradientBound * run.Case.U.GradientBound * 2;
        for (var i = 0; i < run.Pairs; i++)
        {
            yield return Comparison.Equal(
                run.Rows[^1].Drift[i], time * factor * Steepening(run.Case, z[i]), (time * factor * steepest * deviation) + run.Uncertainty, time * factor * steepest, $"drift of dipole {i}", 1);
            yield return Comparison.Equal(
                run.Rows[^1].D[i], -2 * factor * run.Case.U.GradientAt(z[i])[0], (2 * factor * run.Case.U.GradientBound * deviation) + run.Uncertainty, 2 * factor * run.Case.U.GradientBound, $"half width of dipole {i}", 1);
        }
    }

    private static IEnumerable<Comparison> CheckThreshold(ShortDipoles subject, ISolver solver)
    {
        var points = new List<(double, double, double)>();
        for (var rung = 0; rung < Rungs; rung++)
        {
            var run = DipoleRun.Of(DipoleCases.Of(subject, DipoleSetting.Circle, rung + 1, 1.75), solver);
            yield return SlowManifold.Reaches(run);
            foreach (var row in run.Rows)
                yield return Comparison.AtMost(row.D.Max(Math.Abs), DipoleCases.Gamma * run.Case.V.Delta, run.Uncertainty, $"half widths, n = {run.Count}, t = {row.Time:R}", 1, 1e-2);
            points.Add((run.Count, run.Rows.Max(row => row.Drift.Max(Math.Abs)), 0));
        }
        var (slope, error) = Rates.Of(points);
        yield return Comparison.AtMostOnScale(slope, -1, error, 1, "exponent of sup|z - z_0| for p = 7/4", 10);
    }

    private static IEnumerable<Comparison> CheckNoSolution(ShortDipoles subject, ISolver solver)
    {
        var points = new List<(double, double, double)>();
        foreach (var rung in Enumerable.Range(0, Rungs))
        {
            var run = DipoleRun.Of(DipoleCases.Of(subject, DipoleSetting.Circle, rung), solver);
            yield return SlowManifold.Reaches(run);
            var (first, last) = (Moment(run, run.Rows[0]), Moment(run, run.Rows[^1]));
            var mean = run.Rows[0].Z.Average(z => Math.Pow(run.Case.U.GradientAt(z)[0], 2));
            var slope = run.Case.U.GradientBound;
            yield return Comparison.AtMost(
                0.5 * run.Case.T * mean, last - first + (run.Case.T * mean), 2 * slope * run.Uncertainty, $"residual of the weak form, n = {run.Count}");
            points.Add((run.Count, Math.Abs(last) / mean, Deviation(run.Case)));
        }
        var (rate, error) = Rates.Of(points);
        yield return Comparison.Equal(rate, 1 - (2 * subject.Power), error, 1, "exponent of int U dkappa_n(T)", 2);
    }

    /// <summary>int U dkappa_n = (1/n) sum U(z + d) - U(z - d), from U' at the middle where the difference is below rounding.</summary>
    private static double Moment(DipoleRun run, DipoleRow row) =>
        Enumerable.Range(0, run.Pairs).Sum(i => 2 * row.D[i] * run.Case.U.GradientAt(row.Z[i])[0]) / run.Count;

    private static IEnumerable<Comparison> CheckAdmissible(ShortDipoles subject, ISolver solver)
    {
        foreach (var comparison in CompareMasses(subject, solver, 0.5)) yield return comparison;
        var (n, c) = (DipoleCases.Count(subject, 2), 0.9 * subject.Jitter);
        var z = Enumerable.Range(0, n / 2).Select(i => Quantile(2.0 * i / n, c)).ToArray();
        var least = DipoleRun.LeastDistance(z, 1);
        yield return Comparison.AtMost(2 / (n * (1 + c)), least, 1e-14, $"gaps, n = {n}, c = {c:R}");
        for (var i = 0; i < z.Length; i++)
        {
            // Just after point i the empirical distribution function is (i + 1)/n; rho/2 has half of i 2/n there.
            var distribution = 0.5 * (z[i] + (c * Math.Sin(2 * Math.PI * z[i]) / (2 * Math.PI)));
            yield return Comparison.AtMost(Math.Abs(((i + 1.0) / n) - distribution), 1.0 / n, 1e-14, $"distribution function at point {i}");
        }
    }

    /// <summary>The mass of mu_n^+ in each row against <paramref name="mass"/>.</summary>
    private static IEnumerable<Comparison> CompareMasses(ShortDipoles subject, ISolver solver, double mass)
    {
        var run = DipoleRun.Of(DipoleCases.Of(subject, DipoleSetting.Circle, 2), solver);
        return run.Run.B.Select((b, k) => Comparison.Equal(b.Count(sign => sign == 1) / (double)run.Count, mass, 0, 1, $"mass of mu_n^+ at t = {run.Run.Times[k]:R}"));
    }

    /// <summary>The x in [0, 1) with x + c sin(2 pi x)/(2 pi) = q, by bisection.</summary>
    private static double Quantile(double q, double c)
    {
        double low = 0, high = 1;
        for (var k = 0; k < 60; k++)
        {
            var middle = 0.5 * (low + high);
            if (middle + (c * Math.Sin(2 * Math.PI * middle) / (2 * Math.PI)) < q) low = middle;
            else high = middle;
        }
        return low;
    }

    private static IEnumerable<Comparison> CheckThird(ShortDipoles subject, ISolver solver, bool cyclic)
    {
        var run = DipoleRun.Of(DipoleCases.Of(subject, DipoleSetting.Circle, 1), solver);
        var (a, delta, _) = SlowManifold.Constants(run.Case);
        var row = new DipoleRow(0, run.Rows[0].Z, [.. run.Rows[0].D.Select(d => Math.CopySign(2 * DipoleCases.Gamma * delta, d))], []);
        var widest = row.D.Max(Math.Abs);
        for (var i = 0; i < run.Pairs; i++)
        {
            for (var l = 0; l < run.Pairs; l++)
            {
                if (l == i) continue;
                var apart = Math.Abs(i - l);
                if (cyclic) apart = Math.Min(apart, run.Pairs - apart);
                var bound = 14 * SlowManifold.Zeta3 * widest * widest * Math.Pow(run.Count / (a * apart), 3) / Math.Pow(1 - (4 * widest * run.Count / a), 3);
                yield return Comparison.AtMost(
                    Math.Abs(DipoleSums.FourPoints(run.Case, row, i, l)), bound, 32 * Floating.Spacing * Math.PI * run.Count, $"dipoles {i} and {l} of {run.Pairs}", 1, 1);
            }
        }
    }

    private static IEnumerable<Comparison> CheckImprovedDrift(ShortDipoles subject, ISolver solver)
    {
        foreach (var rung in Enumerable.Range(0, Rungs))
        {
            var run = DipoleRun.Of(DipoleCases.Of(subject, DipoleSetting.Circle, rung), solver);
            var (a, delta, _) = SlowManifold.Constants(run.Case);
            var (n, t) = (run.Count, run.Case.T);
            var rest = run.Case.U.GradientBound + SlowManifold.Interaction(a, delta, n);
            var bound = (t * SlowManifold.SmallInteraction(a, delta, n)) + (run.Case.U.HessianBound * n * delta * delta / 0.85 * ((0.5 * delta) + (t * rest)));
            yield return SlowManifold.Reaches(run);
            foreach (var row in run.Rows)
                yield return Comparison.AtMost(row.Drift.Max(Math.Abs), bound, run.Uncertainty, $"n = {n}, t = {row.Time:R}", 1, 1e-2);
        }
    }
}
