using Orowan.Formats;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, Theorem 3.3 and Remark 3.4, with Corollary 4.2 as their negative side: rates on ladders of particles against the Groma-Balogh densities.</summary>
internal static class LimitTheorems
{
    private static readonly int[] Slow = [8, 16, 32];

    private static readonly int[] Fast = [4, 8, 16];

    public static Claim<TorusNumbers> Theorem { get; } = About(
        "B-3.3",
        "Theorem 3.3",
        "delta_n = (6T/log n)^(1/2), inside (3.2): on n = 8, 16, 32 W(mu_n(t), rho(t)), rho the solution of (2.14), is at most exp((lambda + U2) t) W(mu_n(0), rho_0) + W(rho_delta(t), rho(t)), and its largest over t falls with n.",
        "The triangle inequality with (3.24) and (3.27). rho_0/2 for either sign, rho_0 = 1 + c cos, U = A cos(2 pi x)/(2 pi). delta_n falls like (log n)^(-1/2), and W(rho_delta, rho) like delta (B-3.6): along such "
        + "delta_n mu_n -> rho that slowly.",
        CheckTheorem);

    public static Claim<TorusNumbers> Regularised { get; } = About(
        "B-eq-3.24",
        "(3.24)",
        "For delta_n = (6T/log n)^(1/2), n = 8, 16, 32, W(mu_n(t), rho_delta(t)) <= exp((lambda + U2) t) W(mu_n(0), rho_0), and the exponent of its largest over t is at most -1/2 (about -1 is measured).",
        "Gronwall as in B-3.5-gronwall; by (3.2) the right side is of order n^(-1/2) at most.",
        CheckRegularised);

    public static Claim<TorusNumbers> Continuum { get; } = About(
        "B-eq-3.27",
        "(3.27)",
        "sup_t W(rho_delta_n(t), rho(t)) falls along delta_n = (6T/log n)^(1/2) and along delta_n = n^(-1/2), n = 8, 16, 32.",
        "For smooth data it is of order delta (B-3.6). u: the stated errors of both densities.",
        CheckContinuum);

    public static Claim<TorusNumbers> Outside { get; } = About(
        "B-3.3-outside",
        "(ours) Theorem 3.3 outside (3.2)",
        "delta_n = n^(-1/2), outside (3.2), as exp(3 lambda T) n^(-1) -> infinity: still W(mu_n(t), rho_delta(t)) has an exponent of at most -1/2 on n = 8, 16, 32 (about -1 is measured), and sup_t W(mu_n(t), rho(t)) one of at "
        + "most -1/4. Condition (3.2) is not necessary for lattices of alternating sign.",
        "lambda ~ 1/delta^2 = n. The densities stay smooth, so that W(rho_delta, rho) is of order delta; for a lattice the growth by Gronwall is not attained.",
        CheckOutside);

    public static Claim<TorusNumbers> Condition { get; } = About(
        "B-eq-3.2",
        "(3.2)",
        "For delta_n = (6T/log n)^(1/2) exp(3 lambda T) W(mu_n(0), rho_0) <= (2/min rho_0) n^(-1/2) -> 0, on n = 8, 16, 32 with the W of the quantiles; for delta_n = n^(-1/2) its logarithm is at least 1.5 T n - log n - log 8, and it "
        + "tends to infinity, as it does for n^(-7/2).",
        "lambda = pi^2/sinh^2(pi delta) lies between 1/(2 delta^2), for delta <= 0.35, and 1/delta^2. An atom is within w of the part of mass 1/n that it stands for, w <= 2/(n min rho_0). On the other side W >= 1/(8 n): an atom "
        + "of mass 1/n serves a part of that mass at a density of at most 1.",
        CheckCondition);

    public static Claim<TorusNumbers> Remark { get; } = About(
        "B-3.4",
        "Remark 3.4",
        "W(mu_n(0), rho_0) <= (2/min rho_0)/n for the middle quantiles, d = 1, so the condition of the remark gives (3.2); for rho_0 = 1 and alternating signs n W = 3^(-1/2). For independent places "
        + "the mean of n W^2 is 1/6 instead: W is of order n^(-1/2), as the condition with n^(-1/d) does not have it.",
        "An atom is within w of its part of mass, w <= 2/(n min rho_0). In a lattice each of n atoms serves an interval of length 2/n about it: W^2 = (2/n)^2/12. For m independent places on the circle the "
        + "mean of W^2 is 1/(12 m), 1/6 - 1/12 by the best rotation of a Brownian bridge, and m = n/2 for either half of the mass. u: six standard errors.",
        CheckRemark);

    public static Claim<TorusNumbers> NoLimit { get; } = About(
        "B-4.2-distance",
        "Corollary 4.2, beside Theorem 3.3",
        "The same rho_0 with delta_n = n^(-7/2) and short dipoles, n = 4, 8, 16: sup_t W(mu_n(t), mu_n(0)) <= 2 delta_n, so W(mu_n(T), rho(T)) >= W(rho_0, rho(T)) - (2/min rho_0)/n - 2 delta_n: it tends to W(rho_0, rho(T)), which is "
        + "not 0, and at n = 16 it exceeds that of delta_n = n^(-1/2).",
        "Half widths stay within delta/2 (B-4.1), centres move by O(n delta^2); the triangle inequality. rho(T) is not rho_0 as U' is not 0 (B-4.2).",
        CheckNoLimit);

    private static Claim<TorusNumbers> About(
        string id, string label, string statement, string derivation, Func<TorusNumbers, ISolver, IEnumerable<Comparison>> check) =>
        new(id, label, statement, derivation, SlowAndFast.ReasonAgainst, check);

    private static IEnumerable<Comparison> CheckTheorem(TorusNumbers subject, ISolver solver)
    {
        var limits = SlowAndFast.Of(subject);
        var rho = solver.Solve(limits.Densities(0));
        var before = double.PositiveInfinity;
        foreach (var n in Slow)
        {
            var rung = Rung.Of(limits, Regularisation.Inside, n, solver);
            if (!rung.IsWhole(rho))
            {
                yield return Comparison.Unknown($"a run breaks off, n = {n}");
                yield break;
            }
            var (start, error) = (rung.ToRegularised(0), rung.Error + SlowAndFast.Error(rho));
            for (var row = 0; row < rho.Rows.Length; row++)
            {
                var growth = rung.Growth(limits, rho.Rows[row].Time);
                var bound = (growth * start) + SlowAndFast.Distance(rung.Regularised.Rows[row], rho.Rows[row]);
                yield return Comparison.AtMost(rung.ToLimit(rho, row), bound, (2 + growth) * error, $"W(mu_n, rho), n = {n}, t = {rho.Rows[row].Time:R}", resolution: 0.25);
            }
            var worst = rung.Largest(row => rung.ToLimit(rho, row));
            if (before < double.PositiveInfinity) yield return Comparison.AtMost(worst, before, error, $"sup_t W(mu_n, rho), n = {n} and {n / 2}", resolution: 0.25);
            before = worst;
        }
    }

    private static IEnumerable<Comparison> CheckRegularised(TorusNumbers subject, ISolver solver)
    {
        var limits = SlowAndFast.Of(subject);
        var points = new List<(double N, double Y, double Error)>();
        foreach (var n in Slow)
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
                yield return Comparison.AtMost(rung.ToRegularised(row), growth * start, (1 + growth) * rung.Error, $"W(mu_n, rho_delta), n = {n}, t = {rung.Run.Times[row]:R}", resolution: 0.1);
            }
            var worst = rung.Largest(rung.ToRegularised);
            points.Add((n, worst, rung.Error / worst));
        }
        var (slope, wrong) = Rates.Of(points);
        yield return Comparison.AtMostOnScale(slope, -0.5, wrong, 1, "exponent of sup_t W(mu_n, rho_delta)", resolution: 0.25);
    }

    private static IEnumerable<Comparison> CheckContinuum(TorusNumbers subject, ISolver solver)
    {
        var limits = SlowAndFast.Of(subject);
        var rho = solver.Solve(limits.Densities(0));
        foreach (var regularisation in new[] { Regularisation.Inside, Regularisation.Outside })
        {
            var (before, errorBefore) = (double.PositiveInfinity, 0.0);
            foreach (var n in Slow)
            {
                var regularised = solver.Solve(limits.Densities(limits.Delta(regularisation, n)));
                if (regularised.Rows.Length != rho.Rows.Length || rho.Rows.Length == 0)
                {
                    yield return Comparison.Unknown($"a run breaks off, n = {n}");
                    yield break;
                }
                var worst = Enumerable.Range(0, rho.Rows.Length).Max(row => SlowAndFast.Distance(regularised.Rows[row], rho.Rows[row]));
                var error = SlowAndFast.Error(regularised) + SlowAndFast.Error(rho);
                var at = $"sup_t W(rho_delta, rho), delta = {limits.Delta(regularisation, n):g4}";
                if (before < double.PositiveInfinity) yield return Comparison.AtMost(worst, before, error + errorBefore, at, resolution: 0.5);
                (before, errorBefore) = (worst, error);
            }
        }
    }

    private static IEnumerable<Comparison> CheckCondition(TorusNumbers subject, ISolver solver)
    {
        var limits = SlowAndFast.Of(subject);
        var start = solver.Solve(limits.Densities(0));
        var error = SlowAndFast.Error(start);
        foreach (var n in Slow)
        {
            foreach (var regularisation in new[] { Regularisation.Inside, Regularisation.Outside })
            {
                var particles = limits.Particles(regularisation, n);
                var distance = SlowAndFast.Distance(solver.Solve(particles), 0, start.Rows[0]);
                var exponent = 3 * particles.V.HessianBound * limits.Horizon;
                var at = $"delta_n = {particles.V.Delta:g4}, n = {n}";
                if (regularisation == Regularisation.Inside)
                    yield return Comparison.AtMost(Math.Exp(exponent) * distance, 2 / (limits.Least * Math.Sqrt(n)), Math.Exp(exponent) * error, at, resolution: 0.05);
                else if (n > 8)
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

    private static IEnumerable<Comparison> CheckOutside(TorusNumbers subject, ISolver solver)
    {
        var limits = SlowAndFast.Of(subject);
        var rho = solver.Solve(limits.Densities(0));
        var (toRegularised, toLimit) = (new List<(double, double, double)>(), new List<(double, double, double)>());
        foreach (var n in Slow)
        {
            var rung = Rung.Of(limits, Regularisation.Outside, n, solver);
            if (!rung.IsWhole(rho))
            {
                yield return Comparison.Unknown($"a run breaks off, n = {n}");
                yield break;
            }
            var (first, second) = (rung.Largest(rung.ToRegularised), rung.Largest(row => SlowAndFast.Distance(rung.Run, row, rho.Rows[row])));
            toRegularised.Add((n, first, rung.Error / first));
            toLimit.Add((n, second, (rung.Error + SlowAndFast.Error(rho)) / second));
        }
        var (slope, wrong) = Rates.Of(toRegularised);
        yield return Comparison.AtMostOnScale(slope, -0.5, wrong, 1, "exponent of sup_t W(mu_n, rho_delta)", resolution: 0.25);
        (slope, wrong) = Rates.Of(toLimit);
        yield return Comparison.AtMostOnScale(slope, -0.25, wrong, 1, "exponent of sup_t W(mu_n, rho)", resolution: 0.5);
    }

    private static IEnumerable<Comparison> CheckRemark(TorusNumbers subject, ISolver solver)
    {
        var limits = SlowAndFast.Of(subject);
        var flat = SlowAndFast.Of(IndependentPlaces.Flat(subject));
        var (start, uniform) = (solver.Solve(limits.Densities(0)), solver.Solve(flat.Densities(0)));
        foreach (var n in Slow)
        {
            var distance = n * SlowAndFast.Distance(solver.Solve(limits.Particles(Regularisation.Inside, n)), 0, start.Rows[0]);
            yield return Comparison.AtMost(distance, 2 / limits.Least, n * SlowAndFast.Error(start), $"n W(mu_n(0), rho_0), n = {n}", resolution: 0.05);
        }
        var lattice = solver.Solve(flat.Particles(Regularisation.Inside, Slow[^1]));
        yield return Comparison.Equal(
            Slow[^1] * SlowAndFast.Distance(lattice, 0, uniform.Rows[0]), 1 / Math.Sqrt(3), Slow[^1] * SlowAndFast.Error(uniform), 1, "n W of a lattice to the uniform density", resolution: 0.05);
        var (mean, error) = IndependentPlaces.MeanSquare(subject, Slow[^1]);
        yield return Comparison.Equal(mean, 1.0 / 6, error, 1.0 / 6, "mean of n W^2 of independent places", resolution: 0.4);
    }

    private static IEnumerable<Comparison> CheckNoLimit(TorusNumbers subject, ISolver solver)
    {
        var limits = SlowAndFast.Of(subject);
        var rho = solver.Solve(limits.Densities(0));
        var (gap, error) = (SlowAndFast.Distance(rho.Rows[0], rho.Rows[^1]), SlowAndFast.Error(rho));
        double last = 0;
        foreach (var n in Fast)
        {
            var subjectOfRung = limits.Particles(Regularisation.Fast, n);
            var run = solver.Solve(subjectOfRung);
            if (run.Times.Length != rho.Rows.Length)
            {
                yield return Comparison.Unknown($"a run breaks off, n = {n}");
                yield break;
            }
            var delta = subjectOfRung.V.Delta;
            var moved = Enumerable.Range(0, run.Times.Length).Max(row => SlowAndFast.Moved(run, row));
            yield return Comparison.AtMost(moved, 2 * delta, run.Uncertainty ?? (10 * subjectOfRung.Tolerance * subjectOfRung.LengthScale), $"sup_t W(mu_n(t), mu_n(0)), n = {n}", resolution: 0.05);
            last = SlowAndFast.Distance(run, run.Times.Length - 1, rho.Rows[^1]);
            yield return Comparison.AtMostOnScale(gap - (2 / (limits.Least * n)) - (2 * delta), last, 2 * error, gap, $"W(mu_n(T), rho(T)), n = {n}", resolution: 0.25);
        }
        var slow = solver.Solve(limits.Particles(Regularisation.Outside, Fast[^1]));
        yield return Comparison.AtMost(
            SlowAndFast.Distance(slow, slow.Times.Length - 1, rho.Rows[^1]), last, 2 * error, $"W(mu_n(T), rho(T)) of slow and of fast delta_n, n = {Fast[^1]}", resolution: 0.25);
        yield return Comparison.AtMost(0.01, gap, error, "W(rho_0, rho(T))", resolution: 0.25);
    }

    /// <summary>Particles and the densities with the same V_delta.</summary>
    private sealed record Rung(TorusCase Case, TorusRun Run, GromaBaloghRun Regularised)
    {
        public double Error { get; } = SlowAndFast.Error(Regularised) + (Run.Uncertainty ?? (10 * Case.Tolerance));

        public static Rung Of(SlowAndFast limits, Regularisation regularisation, int n, ISolver solver)
        {
            var subject = limits.Particles(regularisation, n);
            return new(subject, solver.Solve(subject), solver.Solve(limits.Densities(limits.Delta(regularisation, n))));
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
