using System.Collections.Immutable;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.MultipleSigns;

/// <summary>Ours: closed forms of (2.12) of B for one and two particles and for lattices, and what singular opposites do (section 1.2).</summary>
internal static class TorusClosedForms
{
    public static Claim<TorusNumbers> One { get; } = TorusClaims.OnRuns(
        "B-closed-one",
        "(ours) one particle",
        "One particle of charge b in U = A cos 2 pi x: tan(pi x(t)) = tan(pi x(0)) exp(4 pi^2 A b t).",
        "x' = 2 pi A b sin 2 pi x, and the derivative of log tan pi x is 2 pi/sin 2 pi x.",
        CheckOne);

    public static Claim<TorusNumbers> Pair { get; } = TorusClaims.OnRuns(
        "B-closed-pair",
        "(ours) two particles, V singular",
        "Two particles at distance r under V = -log|2 sin pi r|: cos^2(pi r(t)) = cos^2(pi r(0)) exp(-b_1 b_2 4 pi^2 t/n), n = 2; their centre is still.",
        "r' = -(2/n) b_1 b_2 V'(r) = (2 pi/n) b_1 b_2 cot pi r.",
        (subject, solver) => CheckPair(subject, solver, 0));

    public static Claim<TorusNumbers> RegularPair { get; } = TorusClaims.OnRuns(
        "B-closed-regular",
        "(ours) two particles, V regularised",
        "Two particles under the regularised logarithm: F(r(t)) - F(r(0)) = b_1 b_2 (4 pi^2/n) t, F(r) = C log tan pi r - log sin 2 pi r, C = cosh 2 pi delta, n = 2.",
        "r' = (2 pi/n) b_1 b_2 sin 2 pi r/(C - cos 2 pi r) and F' = 2 pi (C - cos 2 pi r)/sin 2 pi r.",
        (subject, solver) => CheckPair(subject, solver, subject.Delta));

    public static Claim<TorusNumbers> Lattice { get; } = TorusClaims.OnRuns(
        "B-closed-lattice",
        "(ours) alternating lattice",
        "n = 2m particles, positive ones at j/m, negative ones at j/m + r: cos^2(pi m r(t)) = cos^2(pi m r(0)) exp(2 pi^2 m t) until they meet.",
        "sum over j of -pi cot pi(r + j/m) = -pi m cot pi m r, so r' = -pi cot(pi m r).",
        CheckLattice);

    public static Claim<TorusNumbers> Collision { get; } = TorusClaims.OnRuns(
        "B-1.2-collision",
        "Section 1.2, existence up to a collision",
        "With a singular V solutions of (1.2) exist only up to the first collision of opposites: two of them at distance r meet at t* = (n/(4 pi^2)) log(1/cos^2 pi r), so the run has rows before t* and none after.",
        "B-closed-pair with b_1 b_2 = -1 reaches cos^2 = 1.",
        CheckCollision);

    public static Claim<TorusNumbers> BreakUp { get; } = TorusClaims.OnRuns(
        "B-1.5-breakup",
        "Section 1.5, reversible annihilation",
        "A short dipole breaks up under a large enough force: for n = 2 at the steepest place of U, it stays within gamma delta when n sup|U'| = 0.9 sup|V'|, and is wider than 4 delta by then when n sup|U'| = 1.1 sup|V'|, "
        + "sup|V'| = pi/sinh 2 pi delta; in terms of the force n delta |U'| = 1/2 for small delta.",
        "d' = (1/n) V'(2d) - U'(z + d), which has a zero with |2d| <= delta exactly if n|U'| <= sup|V'|; by symmetry the centre is still. The time is 60 n delta^2.",
        CheckBreakUp);

    public static Claim<TorusNumbers> SlipPlanes { get; } = TorusClaims.OnRuns(
        "B-eq-2.19",
        "Equation (2.19), confined gradient",
        "On slip planes x^2(t) = x^2(0) to the last digit and x^1 changes by the integral of -n d_1 E_n; the isotropic flow from the same data moves x^2.",
        "Count particles at points of a Kronecker sequence, edge potential; velocities by the double sum with the second components left out.",
        CheckSlipPlanes);

    public static Claim<TorusNumbers> SlipMeasures { get; } = TorusClaims.OnRuns(
        "B-eq-2.20",
        "Equations (2.20)",
        "The empirical measures of (2.19) solve the constrained equations: int phi dmu_n^s changes by -s int int d_1 phi (d_1 V_delta * kappa_n + d_1 U) dmu_n^s dt, for both signs and phi = cos, sin of the wave vectors (1, 0), (0, 1), (1, 1), (2, -1).",
        "The chain rule; the integral over time by Gauss-Legendre along the flow restarted between rows.",
        (subject, solver) => TorusWeakForm.CheckWeak(TorusTrial.Of(Slip(subject, Math.Max(0.05, subject.Delta)), solver), [1, -1]));

    public static Claim<TorusNumbers> SingularSlipMeasures { get; } = TorusClaims.OnRuns(
        "B-eq-2.21",
        "Equations (2.21)",
        "With the singular V and grad V(0) = 0 the empirical measures solve (2.21) as long as particles of one slip plane do not meet: as B-eq-2.20 with delta = 0.",
        "Particles on different slip planes never meet. The horizon is below the time in which the closest move by a tenth of their distance.",
        (subject, solver) => TorusWeakForm.CheckWeak(TorusTrial.Of(Slip(subject, 0), solver), [1, -1]));

    private static ImmutableArray<double> Rows(double horizon, int count = 9) =>
        [.. Enumerable.Range(0, count).Select(k => k == count - 1 ? horizon : horizon * k / (count - 1))];

    private static TorusCase Circle(TorusPotential v, FourierPotential u, double[] x, int[] b, double horizon) =>
        new(1, TorusMotion.Isotropic, v, u, [.. x.Select(y => y - Math.Floor(y))], [.. b], horizon, Rows(horizon), TorusCase.DefaultTolerance);

    private static IEnumerable<Comparison> CheckOne(TorusNumbers subject, ISolver solver)
    {
        foreach (var b in new[] { 1, -1 })
        {
            var rate = 4 * Math.PI * Math.PI * subject.Amplitude * b;
            var u = new FourierPotential(1, [FourierTerm.Cosine(subject.Amplitude, 1)]);
            var trial = TorusTrial.Of(Circle(subject.Kernels.Log(subject.Delta), u, [subject.X1], [b], subject.Time / Math.Abs(rate)), solver);
            foreach (var row in trial.Rows)
            {
                // atan2 keeps the branch of [0, 1) for x in (1/2, 1) too.
                var growth = Math.Exp(rate * row.Time);
                var expected = Math.Atan2(Math.Sin(Math.PI * subject.X1) * growth, Math.Cos(Math.PI * subject.X1)) / Math.PI;
                yield return Comparison.Equal(row.State.X[0], expected, 2 * trial.Uncertainty, 1, $"b = {b}, t = {row.Time:R}");
            }
        }
    }

    private static IEnumerable<Comparison> CheckPair(TorusNumbers subject, ISolver solver, double delta)
    {
        foreach (var sign in new[] { 1, -1 })
        {
            var r0 = 0.5 * subject.Gap;
            var opposites = -0.5 / (Math.PI * Math.PI) * Math.Log(Math.Cos(Math.PI * r0) * Math.Cos(Math.PI * r0));
            var limit = delta == 0 && sign < 0 ? 0.9 * opposites : double.PositiveInfinity;
            var span = Math.Min(limit, subject.Time * 0.25 * r0 * r0 * (delta == 0 ? 1 : 1 + (delta * delta / (r0 * r0))));
            var trial = TorusTrial.Of(
                Circle(subject.Kernels.Log(delta), FourierPotential.Zero(1), [subject.X1, subject.X1 + r0], [1, sign], span), solver);
            foreach (var row in trial.Rows)
            {
                var (first, second) = (row.State.X[0], row.State.X[1]);
                var r = second - first - Math.Round(second - first - r0);
                var error = (4 * trial.Uncertainty) + (4 * Floating.Spacing);
                var at = $"{(sign > 0 ? "equal" : "opposite")} charges, t = {row.Time:R}";
                var expected = delta == 0 ? Distance(r0, sign, row.Time) : RegularDistance(r0, sign, row.Time, delta);
                yield return Comparison.Equal(r, expected, error, r0, $"distance, {at}", 1e-2);
                var (centre, initial) = (first + second, trial.Rows[0].State.X[0] + trial.Rows[0].State.X[1]);
                yield return Comparison.Equal(centre, initial, error, 1, $"centre, {at}");
            }
        }
    }

    /// <summary>r with cos^2 pi r = cos^2 pi r0 exp(-sign 2 pi^2 t), from the sine where the cosine is near 1.</summary>
    private static double Distance(double r0, int sign, double t)
    {
        var cosine = Math.Pow(Math.Cos(Math.PI * r0), 2) * Math.Exp(-2 * sign * Math.PI * Math.PI * t);
        return Math.Atan2(Math.Sqrt(Math.Max(0, 1 - cosine)), Math.Sqrt(cosine)) / Math.PI;
    }

    /// <summary>r with F(r) = F(r0) + sign 2 pi^2 t, F increasing on (0, 1/2), by bisection.</summary>
    private static double RegularDistance(double r0, int sign, double t, double delta)
    {
        var c = Math.Cosh(2 * Math.PI * delta);
        var (wanted, low, high) = (F(r0) + (2 * sign * Math.PI * Math.PI * t), 0.0, 0.5);
        for (var k = 0; k < 200; k++)
        {
            var middle = 0.5 * (low + high);
            if (F(middle) < wanted) low = middle;
            else high = middle;
        }
        return low;

        double F(double r) => (c * Math.Log(Math.Tan(Math.PI * r))) - Math.Log(Math.Sin(2 * Math.PI * r));
    }

    private static IEnumerable<Comparison> CheckLattice(TorusNumbers subject, ISolver solver)
    {
        var m = subject.Count / 2;
        var r0 = 0.5 * subject.Gap / m;
        var meet = -Math.Log(Math.Pow(Math.Cos(Math.PI * m * r0), 2)) / (2 * Math.PI * Math.PI * m);
        double[] x = [.. Enumerable.Range(0, m).SelectMany(j => new[] { (double)j / m, ((double)j / m) + r0 })];
        int[] b = [.. Enumerable.Range(0, 2 * m).Select(i => i % 2 == 0 ? 1 : -1)];
        var trial = TorusTrial.Of(Circle(subject.Kernels.Log(0), FourierPotential.Zero(1), x, b, 0.8 * meet), solver);
        foreach (var row in trial.Rows)
        {
            var cosine = Math.Pow(Math.Cos(Math.PI * m * r0), 2) * Math.Exp(2 * Math.PI * Math.PI * m * row.Time);
            var expected = Math.Atan2(Math.Sqrt(Math.Max(0, 1 - cosine)), Math.Sqrt(cosine)) / (Math.PI * m);
            for (var j = 0; j < m; j++)
            {
                var r = row.State.X[(2 * j) + 1] - row.State.X[2 * j];
                yield return Comparison.Equal(r, expected, (20 * trial.Uncertainty) + 1e-14, r0, $"pair {j} at t = {row.Time:R}", 1e-2);
            }
        }
    }

    private static IEnumerable<Comparison> CheckCollision(TorusNumbers subject, ISolver solver)
    {
        var r0 = 0.5 * subject.Gap;
        var meet = -Math.Log(Math.Pow(Math.Cos(Math.PI * r0), 2)) / (2 * Math.PI * Math.PI);
        var made = Circle(subject.Kernels.Log(0), FourierPotential.Zero(1), [subject.X1, subject.X1 + r0], [1, -1], 1.2 * meet) with
        {
            Output = [0, 0.5 * meet, 0.9 * meet, 0.99 * meet, 1.01 * meet, 1.2 * meet],
        };
        var run = solver.Solve(made);
        yield return Comparison.Equal(run.Times.Count(t => t < meet), 4, 0, 1, $"rows before t* = {meet:R}");
        yield return Comparison.Equal(run.Times.Count(t => t > meet), 0, 0, 1, $"rows after t* = {meet:R}");
        yield return Comparison.Equal(run.Ended is null ? 0 : 1, 1, 0, 1, "the run says why it ends");
    }

    private static IEnumerable<Comparison> CheckBreakUp(TorusNumbers subject, ISolver solver)
    {
        var delta = Math.Min(0.02, subject.Delta);
        var v = subject.Kernels.Log(delta);
        var strongest = Math.PI / Math.Sinh(2 * Math.PI * delta);
        foreach (var share in new[] { 0.9, 1.1 })
        {
            // U' = -share sup|V'|/n at z = 1/4, where U is steepest.
            var u = new FourierPotential(1, [FourierTerm.Cosine(share * strongest / (4 * Math.PI), 1)]);
            var horizon = 120 * delta * delta;
            var made = TorusCase.OfDipoles(
                1, TorusMotion.Isotropic, v, u, [0.25], [0.25 * delta], horizon, Rows(horizon), TorusCase.DefaultTolerance);
            var run = DipoleRun.Of(made, solver);
            yield return SlowManifold.Reaches(run);
            var widest = run.Rows.Max(row => Math.Abs(row.D[0]));
            yield return share < 1
                ? Comparison.AtMost(widest, 0.5 * delta, run.Uncertainty, $"half width under {share:R} of the force", 1, 1e-2)
                : Comparison.AtMost(4 * delta, widest, run.Uncertainty, $"half width under {share:R} of the force", 1, 1e-2);
        }
    }

    /// <summary>Count particles of alternating charges at points of a Kronecker sequence, on slip planes.</summary>
    private static TorusCase Slip(TorusNumbers subject, double delta)
    {
        var n = subject.Count;
        double[] x = [.. Enumerable.Range(1, n).SelectMany(i => new[] { Fraction(subject.X1 + (i * 0.7548776662466927)), Fraction(subject.X2 + (i * 0.5698402909980532)) })];
        var horizon = subject.Time * (delta == 0 ? 1e-3 / n : Math.Min(0.05, 2 * n * delta * delta));
        return new(
            2,
            TorusMotion.Slip,
            subject.Kernels.Edge(delta),
            new FourierPotential(2, [FourierTerm.Cosine(0.1 * subject.Amplitude, 1, 0), FourierTerm.Sine(0.1 * subject.Amplitude, 1, 1)]),
            [.. x],
            [.. Enumerable.Range(0, n).Select(i => i % 2 == 0 ? 1 : -1)],
            horizon,
            Rows(horizon, 3),
            TorusCase.DefaultTolerance);
    }

    private static double Fraction(double x) => x - Math.Floor(x);

    private static IEnumerable<Comparison> CheckSlipPlanes(TorusNumbers subject, ISolver solver)
    {
        var slip = Slip(subject, Math.Max(0.05, subject.Delta));
        var trial = TorusTrial.Of(slip, solver);
        foreach (var row in trial.Rows)
        {
            for (var i = 0; i < trial.Count; i++)
                yield return Comparison.Equal(row.State.X[(2 * i) + 1], slip.X[(2 * i) + 1], 0, 1, $"slip plane of particle {i} at t = {row.Time:R}");
        }
        foreach (var comparison in TorusMotionClaims.Displacements(trial, 1)) yield return comparison;
        var free = TorusTrial.Of(slip with { Motion = TorusMotion.Isotropic }, solver);
        var climbed = Enumerable.Range(0, trial.Count).Max(i => Math.Abs(free.Rows[^1].State.X[(2 * i) + 1] - slip.X[(2 * i) + 1]));
        yield return Comparison.AtMostOnScale(1e3 * free.Uncertainty, climbed, free.Uncertainty, 1e3 * free.Uncertainty, "the isotropic flow leaves the planes", 1e-2);
    }
}
