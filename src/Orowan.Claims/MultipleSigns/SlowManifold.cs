using Orowan.Formats;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, section 4.2.1, (4.7) to (4.14): on the circle the centres are slow and the half widths are trapped.</summary>
internal static class SlowManifold
{
    /// <summary>zeta(3), of the sum over the dipoles of 1/distance^3.</summary>
    public const double Zeta3 = 1.2020569031595942;

    public static Claim<ShortDipoles> Start { get; } = About(
        "B-eq-4.7",
        "Equation (4.7)",
        "The data lie in Omega(2A): |z_i - z_j| >= 2A/n for i != j and |d_i| <= gamma delta_n, with gamma = 1/2, which comes from (V3)_I (the paper refers to (V2)_I).",
        "A = n/2 times the least distance of the centres, which is at least 1 - jitter/2; V' is extreme near 2 gamma delta = delta.",
        CheckStart);

    public static Claim<ShortDipoles> SlowCentres { get; } = About(
        "B-eq-4.8",
        "Equation (4.8)",
        "On Omega_2(A), |(n/2) d_z E_n| <= (4 pi^2/3) gamma delta n A^-2 (1 - 4 gamma delta n/A)^-2 + 2 gamma delta sup|U''|. So the printed C n^2 delta_n is not sharp: n delta_n is enough.",
        "(4.9) and |V''(s)| <= pi^2/sin^2(pi s) = sum over the images of 1/s^2; centres and their images are A/n apart, so that the sum over them is at most 2 zeta(2) n^2/A^2, moved by "
        + "2|d| <= 4 gamma delta. The paper takes the largest term n/2 times. Judged in every row and at half widths of 2 gamma delta with any signs.",
        (subject, solver) => CheckForces(subject, solver, squares: false));

    public static Claim<ShortDipoles> MeanValue { get; } = About(
        "B-eq-4.9",
        "Equation (4.9)",
        "|sum_pq p q V'(z_i - z_l + p d_i - q d_l)| <= 4 |d|_max sup |V''| over |a - (z_i - z_l)| <= 2 |d|_max: for each p there is an a_p with sum_q q V' = -2 d_l V''(a_p).",
        "The mean value theorem in q, for each p by itself. The supremum over a grid of 65 points of the interval, ends included.",
        (subject, _) => CheckMeanValue(subject, printed: false));

    public static Claim<ShortDipoles> PrintedMeanValue { get; } = MeanValue with
    {
        Statement = "|sum_p p sum_q q V'(z_i - z_l + p d_i - q d_l)| = |sum_p 2 p d_l V''(a)| with one a for both p.",
        Derivation = "With one a the right side is 2 d_l V''(a) - 2 d_l V''(a) = 0.",
        Check = (subject, _) => CheckMeanValue(subject, printed: true),
    };

    public static Claim<ShortDipoles> BoundedRest { get; } = About(
        "B-4.1-rest",
        "Section 4.2.1, bound on F_n^i",
        "|F_n^i(z, d)| <= sup|U'| + (4 pi^2/3) gamma delta n A^-2 (1 - 4 gamma delta n/A)^-2 on Omega_2(A), bounded as delta n -> 0.",
        "The sum over q is 2|d_l| |V''(a_p)| for each p, as in (4.8).",
        CheckRest);

    public static Claim<ShortDipoles> Apriori { get; } = About(
        "B-4.1-apriori",
        "Section 4.2.1, step 2.1",
        "|n grad E_n| <= C/delta with C = 1/2 + delta sup|U'|; so |d(t)| <= |d_0| + C t/delta <= 2 gamma delta and min |z_i - z_j| >= (2A - 2 C n delta^2)/n for t <= delta^3.",
        "(V4)_I: sup|V'| = pi/sinh(2 pi delta) <= 1/(2 delta), and n terms of 1/n. gamma = 1/2 and C delta <= 1/2.",
        CheckApriori);

    public static Claim<ShortDipoles> Displacement { get; } = About(
        "B-eq-4.11",
        "Equation (4.11)",
        "|z(t) - z_0| <= S t, S the bound of (4.8), for t <= delta^3, and as long as the run stays in Omega_2(A).",
        "(4.8) integrated.",
        (subject, solver) => CheckRows(subject, solver, (run, row, s) => Comparison.AtMostOnScale(
            row.Drift.Max(Math.Abs), s.Speed * row.Time, 2 * run.Uncertainty, Math.Max(s.Speed * row.Time, 1e3 * run.Uncertainty), $"t = {row.Time:R}", 1e-2)));

    public static Claim<ShortDipoles> Distances { get; } = About(
        "B-eq-4.12",
        "Equation (4.12)",
        "min |z_i(t) - z_j(t)| >= (2A - 2 S n t)/n, S the bound of (4.8); at t = delta^3 this is the printed (B - 2 C n^3 delta^4)/n.",
        "Each of two centres moves by at most S t.",
        (subject, solver) => CheckRows(subject, solver, (run, row, s) => Comparison.AtMostOnScale(
            ((2 * s.A) - (2 * s.Speed * run.Count * row.Time)) / run.Count, DipoleRun.LeastDistance(row.Z, 1), 4e-15, 2 * s.A / run.Count, $"t = {row.Time:R}")));

    public static Claim<ShortDipoles> Trapped { get; } = About(
        "B-eq-4.13",
        "Equation (4.13)",
        "|d(t)| <= gamma delta in every row: at |d_i| = gamma delta the barrier (1/n) V'(2 gamma delta) outweighs sup|F_n^i|.",
        "-V'(delta) delta >= (1/2)(1 - (pi delta)^2) for delta <= 1/8 against n delta times the bound of B-4.1-rest.",
        (subject, solver) => CheckRows(subject, solver, (run, row, s) => Comparison.AtMost(
            row.D.Max(Math.Abs), DipoleCases.Gamma * s.Delta, run.Uncertainty, $"t = {row.Time:R}", 1, 1e-2)));

    public static Claim<ShortDipoles> Iteration { get; } = About(
        "B-4.1-iteration",
        "Section 4.2.1, step 2.3",
        "After all steps of length delta^3 the data lie in Omega(B) with B >= 2(A - C (T + delta^3) n^3 delta): the number of steps is at most T/delta^3 + 1.",
        "The last value is B = 2(A - C (l + 1) n^3 delta^4) with l = floor(T/delta^3). Judged on the centres in the last row too, with C n^2 delta the bound of (4.8).",
        CheckIterated);

    public static Claim<ShortDipoles> PrintedIteration { get; } = Iteration with
    {
        Statement = "Since l <= T/delta^3, B = 2(A - C (l + 1) n^3 delta^4) >= 2(A - C T n^3 delta), that is l + 1 <= T/delta^3.",
        Derivation = "l = floor(T/delta^3) in the last interval, so that l + 1 > T/delta^3.",
        Check = (subject, _) => CheckIteration(subject, 0),
    };

    public static Claim<ShortDipoles> Stays { get; } = About(
        "B-eq-4.14",
        "Equation (4.14)",
        "|z(t) - z_0| <= S T and (z(t), d(t)) in Omega(A) for all t in [0, T], S the bound of (4.8); S T n <= A/2 is needed, which follows from n^2 delta_n -> 0 already.",
        "(4.11) to (4.13), step by step.",
        CheckStays);

    public static Claim<ShortDipoles> Narrow { get; } = About(
        "B-4.1-narrow",
        "Section 4.2.1, step 3",
        "|int phi dmu_n^+(t) - int phi dmu_n^+(0)| <= (1/2) omega(|z(t) - z_0| + |d(t)| + |d_0|) for phi = cos 2 pi x, sin 2 pi x, omega(s) = 2 sin(pi s); the same for mu_n^-. The paper has omega without the 1/2.",
        "n/2 terms of weight 1/n.",
        CheckNarrow);

    private static Claim<ShortDipoles> About(
        string id, string label, string statement, string derivation, Func<ShortDipoles, ISolver, IEnumerable<Comparison>> check) =>
        new(id, label, statement, derivation, _ => null, check);

    /// <summary>The interaction part of (4.8), with gamma delta n/A &lt; 1/4.</summary>
    public static double Interaction(double a, double delta, int n) =>
        4 * Math.PI * Math.PI / 3 * DipoleCases.Gamma * delta * n / (a * a) / Math.Pow(1 - (4 * DipoleCases.Gamma * delta * n / a), 2);

    /// <summary>The interaction part of (4.16).</summary>
    public static double SmallInteraction(double a, double delta, int n) =>
        32 * Zeta3 * Math.Pow(DipoleCases.Gamma * delta * n, 2) / Math.Pow(a, 3) / Math.Pow(1 - (4 * DipoleCases.Gamma * delta * n / a), 3);

    /// <summary>A of the initial data, delta, and the bound of (4.8).</summary>
    public static (double A, double Delta, double Speed) Constants(TorusCase subject)
    {
        var (n, delta) = (subject.Count, DipoleCases.Delta(subject.Count, -Math.Log(subject.V.Delta) / Math.Log(subject.Count)));
        var a = 0.5 * n * DipoleRun.LeastDistance([.. subject.Dipoles!.Z], 1);
        return (a, delta, Interaction(a, delta, n) + (2 * DipoleCases.Gamma * delta * subject.U.HessianBound));
    }

    private static IEnumerable<Comparison> CheckStart(ShortDipoles subject, ISolver solver)
    {
        foreach (var rung in new[] { 0, 1, 2 })
        {
            var run = DipoleRun.Of(DipoleCases.Of(subject, DipoleSetting.Circle, rung), solver);
            var (row, n) = (run.Rows[0], run.Count);
            yield return Comparison.AtMost((2 - subject.Jitter) / n, DipoleRun.LeastDistance(row.Z, 1) * (1 + 1e-12), 1e-15, $"centres, n = {n}");
            yield return Comparison.AtMost(row.D.Max(Math.Abs), DipoleCases.Gamma * run.Case.V.Delta, run.Uncertainty, $"half widths, n = {n}", 1, 1e-2);
        }
    }

    private static IEnumerable<Comparison> CheckRows(
        ShortDipoles subject, ISolver solver, Func<DipoleRun, DipoleRow, (double A, double Delta, double Speed), Comparison> compare)
    {
        foreach (var rung in new[] { 0, 1 })
        {
            var run = DipoleRun.Of(DipoleCases.Of(subject, DipoleSetting.Circle, rung), solver);
            var constants = Constants(run.Case);
            foreach (var row in run.Rows) yield return compare(run, row, constants);
        }
    }

    /// <summary>The forces on the centres in the run's rows, and at the largest half widths with two patterns of signs.</summary>
    public static IEnumerable<Comparison> CheckForces(ShortDipoles subject, ISolver solver, bool squares, bool external = true)
    {
        foreach (var rung in new[] { 0, 1, 2 })
        {
            var run = DipoleRun.Of(DipoleCases.Of(subject, DipoleSetting.Circle, rung), solver);
            var (a, delta, _) = Constants(run.Case);
            // The rows may have moved closer than 2A/n; A/n is what the bound is for.
            var bound = (squares ? SmallInteraction(a, delta, run.Count) : Interaction(a, delta, run.Count))
                + (external ? 2 * DipoleCases.Gamma * delta * run.Case.U.HessianBound : 0);
            foreach (var row in run.Rows.Concat(Extreme(run.Case, run.Rows[0])))
            {
                var force = Enumerable.Range(0, run.Pairs).Max(i => Math.Abs(DipoleSums.Centre(run.Case, row, i, 1)));
                var rounding = 16 * Floating.Spacing * run.Count * Math.PI;
                yield return Comparison.AtMost(force, bound, rounding, $"n = {run.Count}, t = {row.Time:R}, |d| = {row.D.Max(Math.Abs):R}", 1, 0.1);
            }
        }
    }

    /// <summary>Half widths of 2 gamma delta at the initial centres: all of one sign, alternating, and as in the data.</summary>
    private static IEnumerable<DipoleRow> Extreme(TorusCase made, DipoleRow start)
    {
        var largest = 2 * DipoleCases.Gamma * made.V.Delta;
        var z = start.Z;
        yield return new(0, z, [.. z.Select(_ => largest)], []);
        yield return new(0, z, [.. z.Select((_, i) => i % 2 == 0 ? largest : -largest)], []);
        yield return new(0, z, [.. start.D.Select(d => Math.CopySign(largest, d))], []);
    }

    private static IEnumerable<Comparison> CheckMeanValue(ShortDipoles subject, bool printed)
    {
        var made = DipoleCases.Of(subject, DipoleSetting.Circle, 0);
        var start = DipoleRun.Initial(made);
        foreach (var row in Extreme(made, start).Append(start))
        {
            var widest = row.D.Max(Math.Abs);
            for (var i = 0; i < start.Z.Length; i++)
            {
                for (var l = 0; l < start.Z.Length; l++)
                {
                    if (l == i) continue;
                    var (value, centre) = (Math.Abs(DipoleSums.FourPoints(made, row, i, l)), row.Z[i] - row.Z[l]);
                    var curvature = Enumerable.Range(-32, 65).Max(k => Math.Abs(made.V.HessianAt(centre + (k / 16.0 * widest))[0]));
                    var rounding = 16 * Floating.Spacing * made.Count * Math.PI;
                    var at = $"dipoles {i} and {l}, |d| = {widest:R}";
                    yield return printed
                        ? Comparison.Equal(value, 0, rounding, 4 * widest * curvature, at, 0.1)
                        : Comparison.AtMost(value, 4 * widest * curvature, rounding, at, 1, 0.1);
                }
            }
        }
    }

    private static IEnumerable<Comparison> CheckRest(ShortDipoles subject, ISolver solver)
    {
        var run = DipoleRun.Of(DipoleCases.Of(subject, DipoleSetting.Circle, 1), solver);
        var (a, delta, _) = Constants(run.Case);
        var bound = run.Case.U.GradientBound + Interaction(a, delta, run.Count);
        foreach (var row in run.Rows.Concat(Extreme(run.Case, run.Rows[0])))
        {
            for (var i = 0; i < run.Pairs; i++)
            {
                yield return Comparison.AtMost(Math.Abs(DipoleSums.Rest(run.Case, row, i, 1)), bound, 1e-13 * run.Count, $"dipole {i} at t = {row.Time:R}");
            }
        }
    }

    private static IEnumerable<Comparison> CheckApriori(ShortDipoles subject, ISolver solver)
    {
        var run = DipoleRun.Of(DipoleCases.Of(subject, DipoleSetting.Circle, 1), solver);
        var (a, delta, _) = Constants(run.Case);
        var c = 0.5 + (delta * run.Case.U.GradientBound);
        var widest = run.Rows[0].D.Max(Math.Abs);
        foreach (var row in run.Rows)
        {
            var at = $"t = {row.Time:R}";
            for (var i = 0; i < run.Pairs; i++)
            {
                var speed = Math.Abs(DipoleSums.Centre(run.Case, row, i, 1)) + Math.Abs(DipoleSums.HalfWidth(run.Case, row, i, 1));
                yield return Comparison.AtMost(speed, c / delta, 1e-12 / delta, $"dipole {i} at {at}");
            }
            if (row.Time > delta * delta * delta * (1 + 1e-12)) continue;
            yield return Comparison.AtMost(row.D.Max(Math.Abs), widest + (c * row.Time / delta), run.Uncertainty, $"half widths at {at}", 1, 1e-2);
            yield return Comparison.AtMost(widest + (c * row.Time / delta), 2 * DipoleCases.Gamma * delta, 0, $"a-priori bound at {at}");
            yield return Comparison.AtMostOnScale(
                ((2 * a) - (2 * c * run.Count * delta * delta)) / run.Count, DipoleRun.LeastDistance(row.Z, 1), 1e-15, 2 * a / run.Count, $"centres at {at}");
        }
    }

    private static IEnumerable<Comparison> CheckIterated(ShortDipoles subject, ISolver solver)
    {
        foreach (var comparison in CheckIteration(subject, 1)) yield return comparison;
        var run = DipoleRun.Of(DipoleCases.Of(subject, DipoleSetting.Circle, 0), solver);
        var (a, delta, speed) = Constants(run.Case);
        yield return Comparison.AtMostOnScale(
            2 * (a - (speed * run.Count * (subject.Time + (delta * delta * delta)))),
            run.Count * DipoleRun.LeastDistance(run.Rows[^1].Z, 1),
            4e-15 * run.Count,
            2 * a,
            "centres in the last row");
    }

    private static IEnumerable<Comparison> CheckIteration(ShortDipoles subject, int extra)
    {
        var delta = DipoleCases.Delta(DipoleCases.Count(subject, 0), subject.Power);
        var steps = subject.Time / (delta * delta * delta);
        var last = Math.Floor(steps);
        yield return Comparison.AtMostOnScale(last + 1 - steps, extra, 8 * Floating.Spacing * steps, 1, $"T/delta^3 = {steps:R}", 0.1);
    }

    private static IEnumerable<Comparison> CheckStays(ShortDipoles subject, ISolver solver)
    {
        foreach (var rung in new[] { 0, 1, 2 })
        {
            var run = DipoleRun.Of(DipoleCases.Of(subject, DipoleSetting.Circle, rung), solver);
            var (a, delta, speed) = Constants(run.Case);
            yield return Reaches(run);
            foreach (var row in run.Rows)
            {
                var at = $"n = {run.Count}, t = {row.Time:R}";
                yield return Comparison.AtMost(row.Drift.Max(Math.Abs), speed * run.Case.T, run.Uncertainty, $"drift, {at}", 1, 1e-2);
                yield return Comparison.AtMost(a / run.Count, DipoleRun.LeastDistance(row.Z, 1), 4e-15, $"centres, {at}");
                yield return Comparison.AtMost(row.D.Max(Math.Abs), DipoleCases.Gamma * delta, run.Uncertainty, $"half widths, {at}", 1, 1e-2);
            }
        }
    }

    /// <summary>A run that stops early says nothing of "for all t".</summary>
    public static Comparison Reaches(DipoleRun run) =>
        run.Rows[^1].Time >= run.Case.T * (1 - 1e-12) ? Comparison.Equal(0, 0, 0, 1, "the horizon is reached") : Comparison.Unknown($"the run ends at t = {run.Rows[^1].Time:R}");

    private static IEnumerable<Comparison> CheckNarrow(ShortDipoles subject, ISolver solver)
    {
        var run = DipoleRun.Of(DipoleCases.Of(subject, DipoleSetting.Circle, 1), solver);
        var first = run.Rows[0];
        for (var k = 0; k < run.Rows.Length; k++)
        {
            var row = run.Rows[k];
            var moved = row.Drift.Max(Math.Abs) + row.D.Max(Math.Abs) + first.D.Max(Math.Abs);
            foreach (var sign in new[] { 1, -1 })
            {
                double cos = 0, sin = 0;
                for (var i = 0; i < run.Pairs; i++)
                {
                    // cos u - cos v and sin u - sin v from the middle and half the difference of the two places.
                    var (now, then) = (run.Run.X[k][(2 * i) + (sign < 0 ? 1 : 0)], run.Run.X[0][(2 * i) + (sign < 0 ? 1 : 0)]);
                    var (half, middle) = (Math.PI * (now - then), Math.PI * (now + then));
                    cos -= 2 * Math.Sin(middle) * Math.Sin(half) / run.Count;
                    sin += 2 * Math.Cos(middle) * Math.Sin(half) / run.Count;
                }
                var bound = Math.Sin(Math.PI * Math.Min(0.5, moved));
                yield return Comparison.AtMost(Math.Max(Math.Abs(cos), Math.Abs(sin)), bound, (4 * Math.PI * run.Uncertainty) + (4 * Math.PI * Floating.Spacing), $"sign {sign}, t = {row.Time:R}", 1, 1e-2);
            }
        }
    }
}
