using Orowan.Formats;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, section 4.2.1, (4.1) to (4.7) and (4.10): the flow of short dipoles on the circle in the coordinates (z, d).</summary>
internal static class ChangeOfVariables
{
    private const string Printed = "With the signs of U as printed";

    private const string WhySign = "With b_i = +1 at z + d and -1 at z - d, (1/n) sum b_i U(x_i) of (1.5) is +(1/n) sum p U(z_k + p d_k); the printed minus runs through (4.3) to (4.6) and (4.10).";

    public static Claim<ShortDipoles> Coordinates { get; } = About(
        "B-eq-4.1",
        "Equation (4.1)",
        "z = (x^+ + x^-)/2, d = (x^+ - x^-)/2, inversely x^+- = z +- d, in every row of a run; z and d carry digits of their own.",
        "Up to the rounding of positions and the stated errors.",
        CheckCoordinates);

    public static Claim<ShortDipoles> Energy { get; } = About(
        "B-4.2-energy",
        "Section 4.2.1, display of E_n(z, d)",
        "E_n(z, d) = 1/(2 n^2) sum_kl sum_pq p q V(z_k - z_l + p d_k - q d_l) + (1/n) sum_k sum_p p U(z_k + p d_k) is (1.5).",
        WhySign,
        (subject, solver) => CheckEnergy(subject, solver, 1));

    public static Claim<ShortDipoles> PrintedEnergy { get; } = Energy with
    {
        Statement = Printed + ", E_n(z, d) = ... - (1/n) sum_k sum_p p U(z_k + p d_k), is (1.5).",
        Check = (subject, solver) => CheckEnergy(subject, solver, -1),
    };

    public static Claim<ShortDipoles> Flow { get; } = About(
        "B-eq-4.2",
        "Equation (4.2)",
        "(1.6) reads d/dt (z, d) = -(n/2)(d_z E_n, d_d E_n).",
        "z' = (x^+' + x^-')/2 with x' = -n grad E_n, and d_z E = d_{x+} E + d_{x-} E; d likewise. Central quotients of E_n(z, d) of order 4 against the double sum (2.12).",
        (subject, solver) => CheckFlow(subject, solver));

    public static Claim<ShortDipoles> GradientInCentres { get; } = Gradient("B-eq-4.3", "Equation (4.3)", "d_{z_i} E_n = (1/n^2) sum_l sum_pq p q V'(...) + (1/n) sum_p p U'(z_i + p d_i)", centre: true, 1);

    public static Claim<ShortDipoles> PrintedGradientInCentres { get; } = Gradient("B-eq-4.3", "Equation (4.3)", Printed + ", d_{z_i} E_n = (1/n^2) sum_l sum_pq p q V'(...) - (1/n) sum_p p U'(z_i + p d_i)", centre: true, -1);

    public static Claim<ShortDipoles> GradientInWidths { get; } = Gradient("B-eq-4.4", "Equation (4.4)", "d_{d_i} E_n = (1/n^2) sum_l sum_pq q V'(...) + (1/n) sum_p U'(z_i + p d_i)", centre: false, 1);

    public static Claim<ShortDipoles> PrintedGradientInWidths { get; } = Gradient("B-eq-4.4", "Equation (4.4)", Printed + ", d_{d_i} E_n = (1/n^2) sum_l sum_pq q V'(...) - (1/n) sum_p U'(z_i + p d_i)", centre: false, -1);

    public static Claim<ShortDipoles> Centres { get; } = Motion("B-eq-4.5", "Equation (4.5)", "z_i' = -(1/(2n)) sum_l sum_pq p q V'(...) - (1/2) sum_p p U'(z_i + p d_i)", centre: true, 1);

    public static Claim<ShortDipoles> PrintedCentres { get; } = Motion("B-eq-4.5", "Equation (4.5)", Printed + ", z_i' = -(1/(2n)) sum_l sum_pq p q V'(...) + (1/2) sum_p p U'(z_i + p d_i)", centre: true, -1);

    public static Claim<ShortDipoles> Widths { get; } = Motion("B-eq-4.6", "Equation (4.6)", "d_i' = -(1/(2n)) sum_l sum_pq q V'(...) - (1/2) sum_p U'(z_i + p d_i)", centre: false, 1);

    public static Claim<ShortDipoles> PrintedWidths { get; } = Motion("B-eq-4.6", "Equation (4.6)", Printed + ", d_i' = -(1/(2n)) sum_l sum_pq q V'(...) + (1/2) sum_p U'(z_i + p d_i)", centre: false, -1);

    public static Claim<ShortDipoles> OwnTerm { get; } = About(
        "B-eq-4.10",
        "Equation (4.10)",
        "d_i' = (1/n) V'(2 d_i) + F_n^i, F_n^i = (1/(2n)) sum_{l != i} sum_pq q (-V'(...)) - (1/2) sum_p U'(z_i + p d_i), in every row, d_i' being half the difference of the velocities (2.12).",
        "The term l = i of (4.6) is -(1/(2n))(-2 V'(2 d_i)). " + WhySign,
        (subject, solver) => CheckOwn(subject, solver, 1));

    public static Claim<ShortDipoles> PrintedOwnTerm { get; } = OwnTerm with
    {
        Statement = Printed + ", d_i' = (1/n) V'(2 d_i) + F_n^i with + (1/2) sum_p U'(z_i + p d_i) in F_n^i.",
        Check = (subject, solver) => CheckOwn(subject, solver, -1),
    };

    private static Claim<ShortDipoles> About(
        string id, string label, string statement, string derivation, Func<ShortDipoles, ISolver, IEnumerable<Comparison>> check) =>
        new(id, label, statement, derivation, _ => null, check);

    private static Claim<ShortDipoles> Gradient(string id, string label, string display, bool centre, int sign) => About(
        id,
        label,
        display + ", the argument being z_i - z_l + p d_i - q d_l: these are the partial derivatives of (1.5) in the coordinates (z, d).",
        "Central quotients of order 4 of the double sum (1.5), at the initial data. " + WhySign,
        (subject, solver) => CheckGradient(subject, solver, centre, sign));

    private static Claim<ShortDipoles> Motion(string id, string label, string display, bool centre, int sign) => About(
        id,
        label,
        display + ": the run's z and d change by the integrals of the right sides between rows.",
        "Rows at times that double from a quarter of the relaxation time n delta^2; integrals by Gauss-Legendre along the flow restarted at each row. " + WhySign,
        (subject, solver) => CheckMotion(subject, solver, centre, sign));

    private static IEnumerable<Comparison> CheckCoordinates(ShortDipoles subject, ISolver solver)
    {
        var run = DipoleRun.Of(DipoleCases.Of(subject, DipoleSetting.Circle, 0), solver);
        for (var k = 0; k < run.Rows.Length; k++)
        {
            var (row, x) = (run.Rows[k], run.Run.X[k]);
            for (var i = 0; i < run.Pairs; i++)
            {
                var error = (2 * run.Uncertainty) + (4 * Floating.Spacing);
                yield return Comparison.Equal(x[2 * i], row.Z[i] + row.D[i], error, 1, $"x+ of dipole {i} at t = {row.Time:R}");
                yield return Comparison.Equal(x[(2 * i) + 1], row.Z[i] - row.D[i], error, 1, $"x- of dipole {i} at t = {row.Time:R}");
                yield return Comparison.Equal(0.5 * (x[2 * i] - x[(2 * i) + 1]), row.D[i], error, 1, $"d of dipole {i} at t = {row.Time:R}");
            }
        }
        foreach (var (d, i) in run.Case.Dipoles!.D.Select((d, i) => (d, i)))
            yield return Comparison.Equal(run.Rows[0].D[i], d, run.Uncertainty, run.Case.LengthScale, $"initial d of dipole {i}");
    }

    private static IEnumerable<Comparison> CheckEnergy(ShortDipoles subject, ISolver solver, int sign)
    {
        var run = DipoleRun.Of(DipoleCases.Of(subject, DipoleSetting.Circle, 0), solver);
        for (var k = 0; k < run.Rows.Length; k++)
        {
            var row = run.Rows[k];
            var state = new TorusState([.. row.Z.Zip(row.D).SelectMany(p => new[] { p.First + p.Second, p.First - p.Second })], row.D);
            var (printed, energy) = (DipoleSums.Energy(run.Case, row, sign), TorusSums.Energy(run.Case, state));
            var rounding = 16 * Floating.Spacing * (1 + Math.Abs(energy) + (run.Case.V.At(0) / run.Count));
            var scale = row.D.Max(Math.Abs) * run.Case.U.GradientBound;
            yield return Comparison.Equal(printed, energy, rounding, Math.Max(scale, 1e-300), $"t = {row.Time:R}", 0.1);
            if (run.Run.Energy is { } stated)
                yield return Comparison.Equal(stated[k], printed, rounding + (4 * run.Case.V.GradientBound * run.Uncertainty), 1.0 / run.Count, $"stated energy at t = {row.Time:R}", 1e-2);
        }
    }

    private static IEnumerable<Comparison> CheckFlow(ShortDipoles subject, ISolver solver)
    {
        var run = DipoleRun.Of(DipoleCases.Of(subject, DipoleSetting.Circle, 0), solver);
        foreach (var row in new[] { run.Rows[0], run.Rows[^1] })
        {
            for (var i = 0; i < run.Pairs; i++)
            {
                foreach (var centre in new[] { true, false })
                {
                    var (velocity, scale) = (Velocity(run, row, i, centre), Scale(run.Case, centre));
                    var (quotient, error) = Quotient(run.Case, row, i, centre, r => DipoleSums.Energy(run.Case, r, 1));
                    yield return Comparison.Equal(
                        velocity, -0.5 * run.Count * quotient, 0.5 * run.Count * error, scale, $"{(centre ? "z" : "d")} of dipole {i} at t = {row.Time:R}", 0.1);
                }
            }
        }
    }

    private static IEnumerable<Comparison> CheckGradient(ShortDipoles subject, ISolver solver, bool centre, int sign)
    {
        var run = DipoleRun.Of(DipoleCases.Of(subject, DipoleSetting.Circle, 0), solver);
        var row = DipoleRun.Initial(run.Case);
        for (var i = 0; i < run.Pairs; i++)
        {
            var rate = centre ? DipoleSums.Centre(run.Case, row, i, sign) : DipoleSums.HalfWidth(run.Case, row, i, sign);
            var (quotient, error) = Quotient(run.Case, row, i, centre, r => TorusSums.Energy(
                run.Case, new([.. r.Z.Zip(r.D).SelectMany(p => new[] { p.First + p.Second, p.First - p.Second })], r.D)));
            yield return Comparison.Equal(
                -2 * rate / run.Count, quotient, error, 2 * Scale(run.Case, centre) / run.Count, $"dipole {i} at t = 0", 0.1);
        }
    }

    private static IEnumerable<Comparison> CheckMotion(ShortDipoles subject, ISolver solver, bool centre, int sign)
    {
        var trial = TorusTrial.Of(DipoleCases.Of(subject, DipoleSetting.Circle, 0), solver);
        var run = DipoleRun.Of(trial.Case, solver);
        var z0 = trial.Case.Dipoles!.Z;
        for (var k = 0; k < trial.Intervals.Length; k++)
        {
            var interval = trial.Intervals[k];
            if (interval.Error is not null)
            {
                yield return TorusMotionClaims.Lost(interval);
                continue;
            }
            var (integral, error) = interval.Integrate(state => [.. Enumerable.Range(0, run.Pairs).Select(i => centre
                ? DipoleSums.Centre(trial.Case, RowOf(state), i, sign)
                : DipoleSums.HalfWidth(trial.Case, RowOf(state), i, sign))]);
            var (from, to) = (run.Rows[k], run.Rows[k + 1]);
            for (var i = 0; i < run.Pairs; i++)
            {
                var change = centre ? to.Drift[i] - from.Drift[i] : to.D[i] - from.D[i];
                var scale = (to.Time - from.Time) * Scale(trial.Case, centre: true) is var slow && centre ? slow : Math.Max(slow, trial.Case.LengthScale);
                yield return Comparison.Equal(
                    change, integral[i], error + (2 * run.Uncertainty), Math.Max(scale, 1e3 * run.Uncertainty), $"dipole {i} up to t = {to.Time:R}", 0.1);
            }
        }

        DipoleRow RowOf(TorusState state) =>
            new(0, [.. Enumerable.Range(0, z0.Length).Select(i => 0.5 * (state.X[2 * i] + state.X[(2 * i) + 1]))], state.D!, []);
    }

    private static IEnumerable<Comparison> CheckOwn(ShortDipoles subject, ISolver solver, int sign)
    {
        var run = DipoleRun.Of(DipoleCases.Of(subject, DipoleSetting.Circle, 0), solver);
        foreach (var row in run.Rows)
        {
            for (var i = 0; i < run.Pairs; i++)
            {
                var rate = DipoleSums.Own(run.Case, row, i) + DipoleSums.Rest(run.Case, row, i, sign);
                var rounding = 64 * Floating.Spacing * (run.Case.V.GradientBound + (Math.PI * run.Count));
                yield return Comparison.Equal(rate, Velocity(run, row, i, centre: false), rounding, Scale(run.Case, centre: false), $"dipole {i} at t = {row.Time:R}", 0.1);
            }
        }
    }

    /// <summary>z_i' or d_i' from the double sum (2.12).</summary>
    private static double Velocity(DipoleRun run, DipoleRow row, int i, bool centre)
    {
        var state = new TorusState([.. row.Z.Zip(row.D).SelectMany(p => new[] { p.First + p.Second, p.First - p.Second })], row.D);
        var velocities = TorusSums.Velocities(run.Case, state);
        return 0.5 * (velocities[2 * i] + ((centre ? 1 : -1) * velocities[(2 * i) + 1]));
    }

    /// <summary>What U adds to z' or d': |d| sup|U''| with |d| = gamma delta, or sup|U'|.</summary>
    private static double Scale(TorusCase subject, bool centre) =>
        centre ? DipoleCases.Gamma * subject.V.Delta * subject.U.HessianBound : subject.U.GradientBound;

    /// <summary>The partial derivative of an energy by the central quotient of order 4, and its error: twice the step, and rounding.</summary>
    private static (double Value, double Error) Quotient(TorusCase subject, DipoleRow row, int i, bool centre, Func<DipoleRow, double> energy)
    {
        var step = centre ? 0.02 / subject.Count : 0.02 * subject.V.Delta;
        var (fine, coarse) = (At(0.5 * step), At(step));
        var size = (1 + subject.V.At(0)) / subject.Count;
        return (fine, Math.Abs(fine - coarse) + (64 * Floating.Spacing * size / step));

        double At(double h) => ((8 * (Moved(h) - Moved(-h))) - (Moved(2 * h) - Moved(-2 * h))) / (12 * h);

        double Moved(double by)
        {
            var (z, d) = ((double[])row.Z.Clone(), (double[])row.D.Clone());
            (centre ? z : d)[i] += by;
            return energy(row with { Z = z, D = d });
        }
    }
}
