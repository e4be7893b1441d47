using Orowan.Formats;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, Theorem 3.3 and its proof: rates on ladders of particles against the Groma-Balogh densities.</summary>
internal static class LimitTheorems
{
    /// <summary>Exponents are known to less than what tells them from 0, which would be no convergence.</summary>
    private const double ExponentResolution = 0.2;

    /// <summary>Distances are known to this share of their bounds.</summary>
    private const double Resolution = 0.1;

    public static Claim<TorusNumbers> Theorem { get; } = SlowAndFast.About(
        "B-3.3",
        "Theorem 3.3",
        "delta_n = (6T/log n)^(1/2), inside (3.2): on n = 8, 16, 32 W(mu_n(t), rho(t)), rho the solution of (2.14), is at most exp((lambda + U2) t) W(mu_n(0), rho_0) + W(rho_delta(t), rho(t)), and its largest over t falls with n.",
        "The triangle inequality with (3.24) and (3.27). rho_0/2 for either sign, rho_0 = 1 + c cos, U = A cos(2 pi x)/(2 pi). delta_n falls like (log n)^(-1/2), and W(rho_delta, rho) like delta (B-3.6): along such "
        + "delta_n mu_n -> rho that slowly.",
        CheckTheorem);

    public static Claim<TorusNumbers> Regularised { get; } = SlowAndFast.About(
        "B-eq-3.24",
        "(3.24)",
        "For delta_n = (6T/log n)^(1/2), n = 8, 16, 32, W(mu_n(t), rho_delta(t)) <= exp((lambda + U2) t) W(mu_n(0), rho_0), and the exponent of its largest over t is at most -5/6.",
        "Gronwall as in B-3.5-gronwall; lambda <= 1/delta^2 = log n/(6T), so the right side is of order n^(1/6) n^(-1).",
        CheckRegularised);

    public static Claim<TorusNumbers> Continuum { get; } = SlowAndFast.About(
        "B-eq-3.27",
        "(3.27)",
        "sup_t W(rho_delta_n(t), rho(t)) falls along delta_n = (6T/log n)^(1/2) and along delta_n = n^(-1/2), n = 8, 16, 32.",
        "For smooth data it is of order delta (B-3.6). u: the stated errors of both densities.",
        CheckContinuum);

    public static Claim<TorusNumbers> Outside { get; } = SlowAndFast.About(
        "B-3.3-outside",
        "(ours) Theorem 3.3 outside (3.2)",
        "delta_n = n^(-1/2), outside (3.2), as exp(3 lambda T) n^(-1) -> infinity: still W(mu_n(t), rho_delta(t)) has an exponent of at most -1/2 on n = 8, 16, 32, and sup_t W(mu_n(t), rho(t)) one of at "
        + "most -1/4. Condition (3.2) is not necessary for lattices of alternating sign.",
        "lambda ~ 1/delta^2 = n. The densities stay smooth, so that W(rho_delta, rho) is of order delta; for a lattice the growth by Gronwall is not attained.",
        CheckOutside);

    private static IEnumerable<Comparison> CheckTheorem(TorusNumbers subject, ISolver solver)
    {
        var limits = SlowAndFast.Of(subject);
        var rho = solver.Solve(limits.Densities(0));
        var (before, errorBefore) = (double.PositiveInfinity, 0.0);
        foreach (var n in SlowAndFast.Ladder)
        {
            var rung = Rung.Of(limits, Regularisation.Inside, n, solver);
            if (!rung.IsWhole(rho))
            {
                yield return Comparison.Unknown($"a run breaks off, n = {n}");
                yield break;
            }
            var (start, error) = (rung.ToRegularised(0), rung.Error + limits.Error(rho));
            // At t = 0 both sides are the same distance.
            for (var row = 1; row < rho.Rows.Length; row++)
            {
                var growth = rung.Growth(limits, rho.Rows[row].Time);
                var bound = (growth * start) + SlowAndFast.Distance(rung.Regularised.Rows[row], rho.Rows[row]);
                yield return Comparison.AtMost(rung.ToLimit(rho, row), bound, (2 + growth) * error, $"W(mu_n, rho), n = {n}, t = {rho.Rows[row].Time:R}", resolution: Resolution);
            }
            var worst = rung.Largest(row => rung.ToLimit(rho, row));
            if (before < double.PositiveInfinity) yield return Comparison.AtMost(worst, before, error + errorBefore, $"sup_t W(mu_n, rho), n = {n} and the rung before", resolution: Resolution);
            (before, errorBefore) = (worst, error);
        }
    }

    private static IEnumerable<Comparison> CheckRegularised(TorusNumbers subject, ISolver solver)
    {
        var limits = SlowAndFast.Of(subject);
        var points = new List<(double N, double Y, double Error)>();
        foreach (var n in SlowAndFast.Ladder)
        {
            var rung = Rung.Of(limits, Regularisation.Inside, n, solver);
            if (!rung.IsWhole(rung.Regularised))
            {
                yield return Comparison.Unknown($"a run breaks off, n = {n}");
                yield break;
            }
            var start = rung.ToRegularised(0);
            for (var row = 1; row < rung.Run.Times.Length; row++)
            {
                var growth = rung.Growth(limits, rung.Run.Times[row]);
                yield return Comparison.AtMost(rung.ToRegularised(row), growth * start, (1 + growth) * rung.Error, $"W(mu_n, rho_delta), n = {n}, t = {rung.Run.Times[row]:R}", resolution: Resolution);
            }
            var worst = rung.Largest(rung.ToRegularised);
            points.Add((n, worst, rung.Error / worst));
        }
        var (slope, wrong) = Rates.Of(points);
        yield return Comparison.AtMostOnScale(slope, -5.0 / 6, wrong, 1, "exponent of sup_t W(mu_n, rho_delta)", ExponentResolution);
    }

    private static IEnumerable<Comparison> CheckContinuum(TorusNumbers subject, ISolver solver)
    {
        var limits = SlowAndFast.Of(subject);
        var rho = solver.Solve(limits.Densities(0));
        foreach (var regularisation in new[] { Regularisation.Inside, Regularisation.Outside })
        {
            var (before, errorBefore) = (double.PositiveInfinity, 0.0);
            foreach (var n in SlowAndFast.Ladder)
            {
                var regularised = solver.Solve(limits.Densities(limits.Delta(regularisation, n)));
                if (regularised.Rows.Length != rho.Rows.Length || rho.Rows.Length == 0)
                {
                    yield return Comparison.Unknown($"a run breaks off, n = {n}");
                    yield break;
                }
                var worst = Enumerable.Range(0, rho.Rows.Length).Max(row => SlowAndFast.Distance(regularised.Rows[row], rho.Rows[row]));
                var error = limits.Error(regularised) + limits.Error(rho);
                var at = $"sup_t W(rho_delta, rho), delta = {limits.Delta(regularisation, n):g4}";
                if (before < double.PositiveInfinity) yield return Comparison.AtMost(worst, before, error + errorBefore, at, resolution: Resolution);
                (before, errorBefore) = (worst, error);
            }
        }
    }

    private static IEnumerable<Comparison> CheckOutside(TorusNumbers subject, ISolver solver)
    {
        var limits = SlowAndFast.Of(subject);
        var rho = solver.Solve(limits.Densities(0));
        var (toRegularised, toLimit) = (new List<(double, double, double)>(), new List<(double, double, double)>());
        foreach (var n in SlowAndFast.Ladder)
        {
            var rung = Rung.Of(limits, Regularisation.Outside, n, solver);
            if (!rung.IsWhole(rho))
            {
                yield return Comparison.Unknown($"a run breaks off, n = {n}");
                yield break;
            }
            var (first, second) = (rung.Largest(rung.ToRegularised), rung.Largest(row => SlowAndFast.Distance(rung.Run, row, rho.Rows[row])));
            toRegularised.Add((n, first, rung.Error / first));
            toLimit.Add((n, second, (rung.Error + limits.Error(rho)) / second));
        }
        var (slope, wrong) = Rates.Of(toRegularised);
        yield return Comparison.AtMostOnScale(slope, -0.5, wrong, 1, "exponent of sup_t W(mu_n, rho_delta)", ExponentResolution);
        (slope, wrong) = Rates.Of(toLimit);
        yield return Comparison.AtMostOnScale(slope, -0.25, wrong, 1, "exponent of sup_t W(mu_n, rho)", ExponentResolution);
    }

    /// <summary>Particles and the densities with the same V_delta.</summary>
    /// <param name="Error">How wrong their distance is.</param>
    private sealed record Rung(TorusCase Case, TorusRun Run, GromaBaloghRun Regularised, double Error)
    {
        public static Rung Of(SlowAndFast limits, Regularisation regularisation, int n, ISolver solver)
        {
            var subject = limits.Particles(regularisation, n);
            var (run, densities) = (solver.Solve(subject), solver.Solve(limits.Densities(limits.Delta(regularisation, n))));
            return new(subject, run, densities, limits.Error(densities) + subject.ErrorOf(run));
        }

        public bool IsWhole(GromaBaloghRun rho) => Run.Times.Length == rho.Rows.Length && Regularised.Rows.Length == rho.Rows.Length && rho.Ended is null;

        /// <summary>W(mu_n, rho_delta) in a row.</summary>
        public double ToRegularised(int row) => SlowAndFast.Distance(Run, row, Regularised.Rows[row]);

        /// <summary>W(mu_n, rho) in a row.</summary>
        public double ToLimit(GromaBaloghRun rho, int row) => SlowAndFast.Distance(Run, row, rho.Rows[row]);

        /// <summary>exp((lambda + U2) t).</summary>
        public double Growth(SlowAndFast limits, double time) => Math.Exp((Case.V.HessianBound + limits.External.HessianBound) * time);

        public double Largest(Func<int, double> distance) => Enumerable.Range(0, Run.Times.Length).Max(distance);
    }
}
