using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, sections 4.2.2 and 4.3: short dipoles in the plane, isotropic and on slip planes.</summary>
internal static class PlaneDipoles
{
    /// <summary>Beyond this share the forces of the others are no perturbation of the core's.</summary>
    private const double MostShare = 0.45;

    /// <summary>Exponents are known to 1, by which -p differs from 1 - p; 1 - 2p differs by p.</summary>
    private const double ExponentResolution = 1;

    private const int Rungs = 3;

    /// <summary>1 - 1/sqrt(1 + 4 pi^2), the barrier at distance delta of the regularised logarithm -log(h + sqrt(r^2 + h^2)), h = delta/(2 pi), times delta.</summary>
    private static readonly double Barrier = 1 - (1 / Math.Sqrt(1 + (4 * Math.PI * Math.PI)));

    public static Claim<ShortDipoles> Isotropic { get; } = About(
        "B-4.4",
        "Theorem 4.4",
        "In the plane, V the regularised Green's function: centres keep min |z_i - z_j| >= A/sqrt n, half widths stay in the ball |2d| <= delta whose boundary is a barrier, and centres move at a speed whose exponent is below the "
        + "printed 1 - p of C n delta_n. Over the largest |D^2 U grad U(z_i)| it is 1 - 2p, so n^2 delta_n -> 0 is not sharp: n delta_n -> 0 is enough. (The manifold asks d in B_n; the barrier acts at 2d, so B_n must be halved.)",
        "The force of two particles at distance delta is at least (0.843 - 2 pi delta^2)/delta; it must outweigh n sup|grad U| and the interaction. Slope of the largest mean speed of a centre between the last two rows, after the layer, on n, 2n, 3n: 3 standard errors, e_n of B-4.1-drift and the runs' own errors.",
        (subject, solver) => CheckStays(subject, solver, DipoleSetting.Plane));

    public static Claim<ShortDipoles> WeakForce { get; } = About(
        "B-4.5",
        "Remark 4.5",
        "The external part of the force on a centre is |(grad U(z + d) - grad U(z - d))/2| = |D^2 U(z) d| up to |d|^3 sup|D^4 U|/6: it is of order delta and not of order delta/n, so the display is C delta (1 + sqrt n delta). "
        + "What it leads to is n^{1/2} delta -> 0 for the distances and n delta -> 0 for the trap, both weaker than the printed n^{5/4} delta_n -> 0.",
        "Taylor's formula in d. On n, 2n, 3n.",
        (subject, _) => CheckExternal(subject));

    public static Claim<ShortDipoles> PrintedWeakForce { get; } = WeakForce with
    {
        Statement = "The external part of the force is at most C delta_n/n, with the C that makes it an equality on the first rung, twice.",
        Derivation = "The display of Remark 4.5 as printed, its second term being the interaction's.",
        Check = (subject, _) => CheckPrintedExternal(subject),
    };

    public static Claim<ShortDipoles> Neighbours { get; } = About(
        "B-4.5-count",
        "Remark 4.5, counting of neighbours",
        "In Omega(A), min |z_i - z_j| >= c/sqrt n with c = A half of what it is initially: at each time a ball of radius R >= c/(2 sqrt n) around a centre holds at most 16 n R^2/c^2 others, so that the l-th nearest is at least (c/4) sqrt(l/n) away.",
        "Balls of radius rho = c/(2 sqrt n) around centres within R are disjoint and lie within R + rho <= 2 R: their number is at most (2 R/rho)^2.",
        CheckNeighbours);

    public static Claim<ShortDipoles> Slip { get; } = About(
        "B-4.6",
        "Theorem 4.6, slow manifold",
        "On slip planes, V singular: with Omega asking |d_i . e_1| <= delta and 0 < |d_i . e_2| <= delta/2, the data stay in Omega(A) on [0, T]; d_i . e_2 does not change; the drift over the largest speed of a centre at 45 degrees over delta has the exponent -p, so that "
        + "mu_n(t) - mu_n(0) -> 0. (Printed by analogy with (4.8) in the plane: 1 - p.)",
        "At 2 d_1 = 2 delta, |2 d_2| <= delta the display before (6/(25 delta)) is a barrier. It must outweigh n sup|d_1 U| and the interaction.",
        CheckSlip);

    public static Claim<ShortDipoles> PrintedSlip { get; } = Slip with
    {
        Statement = "With Omega(M) as printed, |d_i| < delta and |d_i . e_2| > 0, data in Omega(2A) stay in Omega(A): for d = (0.1, 0.9) delta.",
        Derivation = "The barrier at x_1 = 2 delta is stated for |h| <= delta, but 2 d_2 may be nearly 2 delta.",
        Check = CheckPrintedSlip,
    };

    public static Claim<ShortDipoles> Polarised { get; } = About(
        "B-4.6-polarised",
        "(ours) dipoles on slip planes",
        "After a time n delta^2 each dipole stands at 45 degrees, |d_1| = |d_2| up to 16 n |d_2| (sup|d_1 U| + 8) relative, d_1 keeping its sign.",
        "d_1 V_edge = x_1 (x_2^2 - x_1^2)/|x|^4 vanishes at |x_1| = |x_2|, stable for opposite charges with slope 1/(2 x_2^2) there; the other forces are at most sup|d_1 U| + sup|d_1 W| and the dipoles'.",
        CheckPolarised) with
    {
        Hypotheses = subject => DipoleCases.Of(subject, DipoleSetting.Slip, 1) is var made && LargestShareOf(made) > MostShare
            ? "the widths are so large that the forces of the others may outweigh the core's"
            : null,
    };

    public static Claim<ShortDipoles> SamePlane { get; } = About(
        "B-4.7",
        "Remark 4.7",
        "With V regularised both particles of a dipole may share a slip plane, d_2 = 0: |d_1| stays below delta/2 and the speed of centres over the largest |d_1^2 U d_1 U(z_i)| has the exponent 1 - 2p.",
        "The regularised edge potential has the barrier of an attraction on x_2 = 0 within delta. Slope as in B-4.4.",
        CheckSamePlane);

    private static Claim<ShortDipoles> About(
        string id, string label, string statement, string derivation, Func<ShortDipoles, ISolver, IEnumerable<Comparison>> check) =>
        new(id, label, statement, derivation, _ => null, check);

    private static double A(TorusCase subject) => 0.5 * Math.Sqrt(subject.Count) * DipoleRun.LeastDistance([.. subject.Dipoles!.Z], 2);

    private static IEnumerable<Comparison> CheckStays(ShortDipoles subject, ISolver solver, DipoleSetting setting)
    {
        var points = new List<(double, double, double)>();
        for (var rung = 0; rung < Rungs; rung++)
        {
            var run = DipoleRun.Of(DipoleCases.Of(subject, setting, rung), solver);
            var (a, delta) = (A(run.Case), run.Case.V.Delta);
            yield return SlowManifold.Reaches(run);
            foreach (var row in run.Rows)
            {
                var at = $"n = {run.Count}, t = {row.Time:R}";
                yield return Comparison.AtMost(a / Math.Sqrt(run.Count), DipoleRun.LeastDistance(row.Z, 2), 4e-15, $"centres, {at}");
                yield return Comparison.AtMost(Widest(row), DipoleCases.Gamma * delta, 2 * run.Uncertainty, $"half widths, {at}", 1, 1e-2);
            }
            points.Add(LateSpeed(run));
            if (rung > 0) continue;
            var force = -run.Case.V.GradientAt(delta, 0)[0] * delta;
            yield return Comparison.AtMost(Barrier - (2 * Math.PI * delta * delta), force, 1e-9, "force at distance delta");
        }
        foreach (var comparison in Exponents(points, subject.Power, 1 - (2 * subject.Power))) yield return comparison;
    }

    /// <summary>The measured exponent against the printed 1 - p and against ours.</summary>
    private static IEnumerable<Comparison> Exponents(List<(double, double, double)> points, double power, double sharp)
    {
        var (slope, uncertainty) = Rates.Of(points);
        yield return Comparison.AtMostOnScale(slope, 1 - power, uncertainty, 1, $"exponent of the speed of centres over its drive, p = {power:R}", ExponentResolution);
        yield return Comparison.Equal(slope, sharp, uncertainty, 1, $"the same against {sharp:R}", ExponentResolution);
    }

    /// <summary>The largest |D^2 U(z_i) e_i| with e_i the direction in which the dipole comes to stand: its drift is that times |d|.</summary>
    private static double Drive(TorusCase subject, Func<TorusCase, int, (double First, double Second)> standing)
    {
        double largest = 0;
        var z = subject.Dipoles!.Z;
        for (var i = 0; i < z.Length; i += 2)
        {
            var (hessian, (first, second)) = (subject.U.HessianAt(z[i], z[i + 1]), standing(subject, i));
            var (along, across) = ((hessian[0] * first) + (hessian[1] * second), (hessian[2] * first) + (hessian[3] * second));
            largest = Math.Max(largest, subject.Motion == TorusMotion.Slip ? Math.Abs(along) : double.Hypot(along, across));
        }
        return largest;
    }

    /// <summary>An attracting core: d = -n grad U/(2 lambda), of which grad U is taken.</summary>
    private static (double First, double Second) Relaxed(TorusCase subject, int i) =>
        subject.U.GradientAt(subject.Dipoles!.Z[i], subject.Dipoles.Z[i + 1]) is var g && subject.Motion == TorusMotion.Slip ? (g[0], 0) : (g[0], g[1]);

    /// <summary>The largest speed of a centre, by the double sum, with each dipole at 45 degrees: d = (+-|d_2|, d_2).</summary>
    private static double SlipDrive(TorusCase subject)
    {
        var (z, d) = (subject.Dipoles!.Z, subject.Dipoles.D);
        double[] inclined = [.. Enumerable.Range(0, d.Length).Select(i => i % 2 == 0 ? Math.CopySign(d[i + 1], d[i]) : d[i])];
        double[] x = [.. Enumerable.Range(0, 2 * d.Length).Select(i => z[(i / 4 * 2) + (i % 2)] + (i % 4 < 2 ? 1 : -1) * inclined[(i / 4 * 2) + (i % 2)])];
        var velocities = TorusSums.Velocities(subject, new(x, inclined));
        return Enumerable.Range(0, d.Length / 2).Max(k => 0.5 * Math.Abs(velocities[4 * k] + velocities[(4 * k) + 2]));
    }

    /// <summary>
    /// The largest mean speed of a centre between the last two rows over its drive, and how wrong it may be, relative. Half widths have
    /// relaxed by then: what centres move in the layer, |d_0| n delta^2 sup|D^2 U|, would drown a short run's drift.
    /// </summary>
    private static (double N, double Y, double Error) LateSpeed(DipoleRun run)
    {
        var (before, last) = (run.Rows[^2], run.Rows[^1]);
        var moved = Longest([.. last.Drift.Zip(before.Drift, (end, start) => end - start)]);
        return (run.Count, moved / (last.Time - before.Time) / Drive(run.Case, Relaxed), Deviation(run.Case) + (2 * run.Uncertainty / moved));
    }

    /// <summary>How far a speed after the layer may be from its leading term, relative: e_n of B-4.1-drift in the plane, with sqrt n for the sum over the dipoles.</summary>
    private static double Deviation(TorusCase subject)
    {
        var (n, delta, t) = ((double)subject.Count, subject.V.Delta, subject.T);
        return (20 * n * n * delta * delta) + (100 * Math.Pow(n, 1.5) * delta * delta) + (160 * n * delta * delta * (1 + t)) + (2 * n * delta * delta / t);
    }

    /// <summary>
    /// The same for a dipole at 45 degrees: it stands there up to 4 n |d_2| (sup|d_1 U| + 1) relative, gets there in a time n delta^2, and
    /// what drives it changes with the drift, 40 delta T.
    /// </summary>
    private static double SlipDeviation(TorusCase subject, double delta) =>
        (4 * subject.Count * delta * (subject.U.GradientBound + 1)) + (2 * subject.Count * delta * delta / subject.T) + (40 * delta * subject.T);

    private static double Widest(DipoleRow row) => Longest(row.D);

    private static double Longest(double[] vectors) =>
        Enumerable.Range(0, vectors.Length / 2).Max(i => double.Hypot(vectors[2 * i], vectors[(2 * i) + 1]));

    private static IEnumerable<Comparison> CheckExternal(ShortDipoles subject)
    {
        for (var rung = 0; rung < Rungs; rung++)
        {
            var made = DipoleCases.Of(subject, DipoleSetting.Plane, rung);
            var (z, d) = (made.Dipoles!.Z, made.Dipoles.D);
            var fourth = made.U.Terms.Sum(t => t.Amplitude * Math.Pow(2 * Math.PI, 4) * Math.Pow(t.K.Sum(k => (double)k * k), 2));
            for (var i = 0; i < z.Length; i += 2)
            {
                var u = subject.Kernels.External(made.U);
                var force = External(u, made, i);
                var hessian = u.HessianAt(z[i], z[i + 1]);
                var size = double.Hypot(d[i], d[i + 1]);
                var rounding = 16 * Floating.Spacing * made.U.GradientBound;
                for (var a = 0; a < 2; a++)
                {
                    yield return Comparison.Equal(
                        force[a], (hessian[2 * a] * d[i]) + (hessian[(2 * a) + 1] * d[i + 1]), (size * size * size * fourth / 6) + rounding, size * made.U.HessianBound, $"n = {made.Count}, dipole {i / 2}", 0.1);
                }
            }
        }
    }

    /// <summary>(grad U(z + d) - grad U(z - d))/2 of the dipole that begins at component i.</summary>
    private static double[] External(TorusPotential u, TorusCase made, int i)
    {
        var (z, d) = (made.Dipoles!.Z, made.Dipoles.D);
        var (right, left) = (u.GradientAt(z[i] + d[i], z[i + 1] + d[i + 1]), u.GradientAt(z[i] - d[i], z[i + 1] - d[i + 1]));
        return [0.5 * (right[0] - left[0]), 0.5 * (right[1] - left[1])];
    }

    private static IEnumerable<Comparison> CheckPrintedExternal(ShortDipoles subject)
    {
        var forces = Enumerable.Range(0, Rungs).Select(rung =>
        {
            var made = DipoleCases.Of(subject, DipoleSetting.Plane, rung);
            return (made.Count, made.V.Delta, Force: Enumerable.Range(0, made.Count / 2).Max(i => External(made.U, made, 2 * i) is var f ? double.Hypot(f[0], f[1]) : 0));
        }).ToArray();
        var c = 2 * forces[0].Force * forces[0].Count / forces[0].Delta;
        foreach (var (n, delta, force) in forces) yield return Comparison.AtMost(force, c * delta / n, 1e-15, $"n = {n}", 1, 0.1);
    }

    private static IEnumerable<Comparison> CheckNeighbours(ShortDipoles subject, ISolver solver)
    {
        for (var rung = 0; rung < Rungs; rung++)
        {
            var run = DipoleRun.Of(DipoleCases.Of(subject, DipoleSetting.Plane, rung), solver);
            yield return SlowManifold.Reaches(run);
            foreach (var row in run.Rows)
            {
                for (var i = 0; i < run.Pairs; i++)
                {
                    var distances = Enumerable.Range(0, run.Pairs).Where(j => j != i)
                        .Select(j => DipoleRun.LeastDistance([row.Z[2 * i], row.Z[(2 * i) + 1], row.Z[2 * j], row.Z[(2 * j) + 1]], 2)).Order().ToArray();
                    for (var l = 1; l <= distances.Length; l++)
                    {
                        yield return Comparison.AtMost(
                            0.25 * A(run.Case) * Math.Sqrt((double)l / run.Count), distances[l - 1], 4e-15, $"n = {run.Count}, t = {row.Time:R}, neighbour {l} of dipole {i}");
                    }
                }
            }
        }
    }

    private static IEnumerable<Comparison> CheckSlip(ShortDipoles subject, ISolver solver)
    {
        var points = new List<(double, double, double)>();
        // With four particles delta may be 1/64, and what turns a dipole aside, 40 delta, as large as what is measured.
        for (var rung = 1; rung <= Rungs; rung++)
        {
            var run = DipoleRun.Of(DipoleCases.Of(subject, DipoleSetting.Slip, rung), solver);
            var (a, delta) = (A(run.Case), DipoleCases.Delta(run.Count, subject.Power));
            yield return SlowManifold.Reaches(run);
            foreach (var row in run.Rows)
            {
                var at = $"n = {run.Count}, t = {row.Time:R}";
                yield return Comparison.AtMost(a / Math.Sqrt(run.Count), DipoleRun.LeastDistance(row.Z, 2), 4e-15, $"centres, {at}");
                for (var i = 0; i < run.Pairs; i++)
                {
                    yield return Comparison.AtMost(Math.Abs(row.D[2 * i]), delta, 2 * run.Uncertainty, $"d_1 of dipole {i}, {at}", 1, 1e-2);
                    yield return Comparison.Equal(row.D[(2 * i) + 1], run.Case.Dipoles!.D[(2 * i) + 1], Floating.Spacing * delta, delta, $"d_2 of dipole {i}, {at}");
                }
            }
            points.Add((run.Count, run.Rows.Max(row => Longest(row.Drift)) * delta / SlipDrive(run.Case), SlipDeviation(run.Case, delta)));
        }
        foreach (var comparison in Exponents(points, subject.Power, -subject.Power)) yield return comparison;
    }

    private static IEnumerable<Comparison> CheckPrintedSlip(ShortDipoles subject, ISolver solver)
    {
        var made = DipoleCases.Of(subject, DipoleSetting.Slip, 0);
        var delta = DipoleCases.Delta(made.Count, subject.Power);
        var steep = TorusCase.OfDipoles(
            2, TorusMotion.Slip, made.V, made.U, made.Dipoles!.Z, [.. made.Dipoles.D.Select((_, i) => i % 2 == 0 ? 0.1 * delta : 0.9 * delta)], made.T, made.Output, made.Tolerance);
        var run = DipoleRun.Of(steep, solver);
        foreach (var row in run.Rows) yield return Comparison.AtMost(Widest(row), delta, 2 * run.Uncertainty, $"|d| at t = {row.Time:R}", 1, 1e-2);
    }

    /// <summary>The largest of the shares by which the other forces may turn a dipole.</summary>
    private static double LargestShareOf(TorusCase made) =>
        Enumerable.Range(0, made.Count / 2).Max(i => Share(made, Math.Abs(made.Dipoles!.D[(2 * i) + 1])));

    /// <summary>16 n |d_2| (sup|d_1 U| + 8).</summary>
    private static double Share(TorusCase made, double height) => 16 * made.Count * height * (made.U.GradientBound + 8);

    private static IEnumerable<Comparison> CheckPolarised(ShortDipoles subject, ISolver solver)
    {
        var run = DipoleRun.Of(DipoleCases.Of(subject, DipoleSetting.Slip, 1), solver);
        var (first, last) = (run.Rows[0], run.Rows[^1]);
        for (var i = 0; i < run.Pairs; i++)
        {
            var (start, height, end) = (first.D[2 * i], Math.Abs(first.D[(2 * i) + 1]), last.D[2 * i]);
            yield return Comparison.Equal(end / height, Math.Sign(start), Share(run.Case, height) + (run.Uncertainty / height), 1, $"d_1/|d_2| of dipole {i}", 0.5);
        }
    }

    private static IEnumerable<Comparison> CheckSamePlane(ShortDipoles subject, ISolver solver)
    {
        var points = new List<(double, double, double)>();
        for (var rung = 0; rung < Rungs; rung++)
        {
            var run = DipoleRun.Of(DipoleCases.SamePlane(subject, rung), solver);
            yield return SlowManifold.Reaches(run);
            foreach (var row in run.Rows)
                yield return Comparison.AtMost(Widest(row), DipoleCases.Gamma * run.Case.V.Delta, 2 * run.Uncertainty, $"half widths, n = {run.Count}, t = {row.Time:R}", 1, 1e-2);
            points.Add(LateSpeed(run));
        }
        foreach (var comparison in Exponents(points, subject.Power, 1 - (2 * subject.Power))) yield return comparison;
    }
}
