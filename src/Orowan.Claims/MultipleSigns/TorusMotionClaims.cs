using Orowan.Formats;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, sections 1.2, 1.3, 2.2 and 2.3: the equations of motion, on any run, whoever made it.</summary>
internal static class TorusMotionClaims
{
    /// <summary>Share of the length scale up to which an error of positions still decides.</summary>
    public const double PositionResolution = 1e-2;

    public static Claim<TorusCase> Motion { get; } = About(
        "B-eq-2.12",
        "Equations (2.12), (2.19)",
        "x(0), b are the initial data, charges do not change, and between rows the run follows our flow restarted at the earlier row: "
        + "x_i' = -(1/n) sum_j b_i b_j grad V_delta(x_i - x_j) - b_i grad U(x_i); in slip cases the first component alone, with x^2(t) = x^2(0) to the last digit. "
        + "Positions are continuous in time, not wrapped. Of dipoles they are z + d and z - d, and half widths, where the run states them, follow the flow too.",
        "The defect at the later row is judged by ten times the case's tolerance, multiplied by 1 plus the measured growth of such an error over the interval.",
        CheckMotion);

    public static Claim<TorusCase> Gradient { get; } = About(
        "B-eq-2.11",
        "Equations (2.11), (1.6)",
        "x' = -n grad E_n(x; b) with E_n of (2.1), in slip cases -n grad_1 E_n: over each interval between rows x changes by the integral of that velocity.",
        "Velocities by the double sum (2.12), which shares nothing with the flow's kernels but grad V, integrated along the restarted flow by Gauss-Legendre; "
        + "at the first row the double sum is compared with central difference quotients of E_n.",
        trial => QuotientsOfEnergy(trial).Concat(Displacements(trial, 1)));

    public static Claim<TorusCase> GradientOfPrintedEnergy { get; } = Gradient with
    {
        Id = "B-eq-1.1",
        Label = "Equations (1.1), (1.2)",
        Statement = "The flow whose empirical measures solve (1.4) is x' = -n grad of (1.1) as printed, with 1/n^2 before the sum over i and j: "
            + "over each interval x changes by the integral of -(2/n) sum_j b_i b_j grad V(x_i - x_j) - b_i grad U(x_i).",
        Derivation = "In a sum over ordered pairs each pair stands twice, so that -n grad of (1.1) has the factor 2/n.",
        Check = (subject, solver) => Displacements(TorusTrial.Of(subject, solver), 2),
    };

    public static Claim<TorusCase> GradientOfEnergy { get; } = Gradient with
    {
        Id = "B-eq-1.1",
        Label = "Equations (1.1), (1.2)",
        Statement = "The energy whose flow x' = -n grad E is the one of footnote 1 and of (1.4) has 1/(2 n^2) before the sum over ordered pairs, as (1.5) and (2.1) have it.",
        Derivation = "In a sum over ordered pairs each pair stands twice. With 1/n^2 as in (1.1) the empirical measures would solve (1.4) with 2V for V.",
        Check = (subject, solver) => Displacements(TorusTrial.Of(subject, solver), 1),
    };

    public static Claim<TorusCase> Balance { get; } = About(
        "B-eq-1.6",
        "Equation (1.6), energy",
        "The flow is the gradient flow of (1.5): E_n(t) + (1/n) int_0^t |x'|^2 = E_n(0), so that E_n does not increase; energy and dissipation that the run states are those.",
        "dE_n/dt = grad E_n . x' = -(1/n)|x'|^2. Energies by the double sum (1.5), dissipation by that of the flow restarted between the rows.",
        CheckBalance);

    public static Claim<TorusCase> Momentum { get; } = About(
        "B-momentum",
        "(ours) sum of positions",
        "sum_i x_i changes by -int sum_i b_i grad U(x_i) dt over each interval, and is constant where U = 0: the interaction adds nothing to it.",
        "V_delta is even, so that the terms (i, j) and (j, i) of (2.12) cancel; in slip cases the first component.",
        CheckMomentum);

    public static Claim<TorusCase> Masses { get; } = About(
        "B-eq-1.3",
        "Equations (1.3), (2.2)",
        "mu_n^+ and mu_n^- have masses n_+/n and n_-/n in every row, together 1, and kappa_n has (n_+ - n_-)/n: charges are fixed.",
        "Counted in every row.",
        CheckMasses);

    public static Claim<TorusCase> Lipschitz { get; } = About(
        "B-1.3-lipschitz",
        "Section 1.3, well-posedness",
        "grad V_delta is bounded and Lipschitz, so that (1.6) has a solution for all time: |x_i(t) - x_i(s)| <= ((1 - 1/n) sup|grad V_delta| + sup|grad U|) |t - s|.",
        "The term j = i of (2.12) is grad V_delta(0) = 0; the others are at most sup|grad V_delta|/n each.",
        CheckLipschitz,
        c => c.V.IsSingular ? "V is singular" : null);

    /// <summary>A claim about runs on the torus.</summary>
    public static Claim<TorusCase> About(
        string id,
        string label,
        string statement,
        string derivation,
        Func<TorusTrial, IEnumerable<Comparison>> check,
        Func<TorusCase, string?>? hypotheses = null) =>
        new(id, label, statement, derivation, hypotheses ?? (_ => null), (c, solver) => check(TorusTrial.Of(c, solver)));

    /// <summary>An interval over which the reference flow cannot be followed decides nothing.</summary>
    public static Comparison Lost(TorusInterval interval) =>
        Comparison.Unknown($"from t = {interval.From.Time:R} to {interval.To.Time:R}: {interval.Error}");

    /// <summary>What a difference between the ends of an interval may be off by; the growth of errors is measured only where it matters.</summary>
    public static double Allowance(TorusTrial trial, TorusInterval interval, double excess, double error) =>
        excess <= (2 * error) ? 2 * error : error * (1 + interval.Amplification);

    private static IEnumerable<Comparison> CheckMotion(TorusTrial trial)
    {
        var (subject, d, scale) = (trial.Case, trial.Case.Dimension, trial.Case.LengthScale);
        for (var i = 0; i < subject.X.Length; i++)
        {
            yield return Comparison.Equal(
                trial.Rows[0].State.X[i], subject.X[i], trial.Judged, scale, $"initial position of particle {i / d}", PositionResolution);
        }
        if (subject.Dipoles is { } dipoles && trial.Rows[0].State.D is { } stated)
        {
            yield return HalfWidths(stated, [.. dipoles.D], trial.Case, "at t = 0", _ => trial.Judged);
        }
        var (last, wanted) = (trial.Rows[^1].Time, subject.Output[^1]);
        var excused = trial.Run.Ended is null ? 0 : double.PositiveInfinity;
        yield return Comparison.Equal(Math.Min(last, wanted), wanted, excused + (8 * Floating.Spacing * wanted), subject.T, "time of the last row");
        foreach (var row in trial.Rows)
        {
            if (!row.B.AsSpan().SequenceEqual(subject.B.AsSpan())) yield return Comparison.Equal(1, 0, 0, 1, $"charges at t = {row.Time:R}");
            if (subject.Motion != TorusMotion.Slip) continue;
            var drifted = Enumerable.Range(0, trial.Count).MaxBy(i => Math.Abs(row.State.X[(2 * i) + 1] - subject.X[(2 * i) + 1]));
            yield return Comparison.Equal(
                row.State.X[(2 * drifted) + 1], subject.X[(2 * drifted) + 1], 2 * Floating.Spacing, 1, $"slip plane of particle {drifted} at t = {row.Time:R}");
        }
        foreach (var comparison in OneStatementOfDipoles(trial)) yield return comparison;
        foreach (var interval in trial.Intervals)
        {
            if (interval.Error is not null)
            {
                yield return Lost(interval);
                continue;
            }
            var end = interval.End.X;
            var worst = Enumerable.Range(0, end.Length).MaxBy(i => Math.Abs(interval.To.State.X[i] - end[i]));
            var (reached, expected) = (interval.To.State.X[worst], end[worst]);
            var judged = trial.Judged + (2 * Floating.Spacing);
            yield return Comparison.Equal(
                reached,
                expected,
                Allowance(trial, interval, Math.Abs(reached - expected), judged),
                scale,
                $"particle {worst / d} at t = {interval.To.Time:R}",
                PositionResolution);
            if (interval.To.State.D is { } to && interval.End.D is { } followed)
            {
                yield return HalfWidths(to, followed, subject, $"at t = {interval.To.Time:R}", excess => Allowance(trial, interval, excess, trial.Judged));
            }
        }
    }

    /// <summary>The half width that differs most; it has digits of its own, so that no rounding of a position is allowed for.</summary>
    private static Comparison HalfWidths(double[] stated, double[] expected, TorusCase subject, string when, Func<double, double> allowance)
    {
        var worst = Enumerable.Range(0, expected.Length).MaxBy(i => Math.Abs(stated[i] - expected[i]));
        var excess = Math.Abs(stated[worst] - expected[worst]);
        return Comparison.Equal(
            stated[worst],
            expected[worst],
            allowance(excess),
            subject.LengthScale,
            $"half width of dipole {worst / subject.Dimension} {when}",
            PositionResolution);
    }

    /// <summary>Positions, half widths and movements of centres that a run states are the same: x = z(0) + (z - z(0)) +- d.</summary>
    private static IEnumerable<Comparison> OneStatementOfDipoles(TorusTrial trial)
    {
        if (trial.Case.Dipoles is not { } dipoles) yield break;
        var (d, run) = (trial.Case.Dimension, trial.Run);
        for (var k = 0; k < run.Times.Length; k++)
        {
            var (x, at) = (run.X[k], $"at t = {run.Times[k]:R}");
            double Plus(int i) => x[(2 * (i / d) * d) + (i % d)];
            double Minus(int i) => x[(((2 * (i / d)) + 1) * d) + (i % d)];
            var rounding = 4 * Floating.Spacing * Math.Max(1, x.Max(Math.Abs));
            if (run.D is { } widths)
            {
                var i = Enumerable.Range(0, dipoles.Z.Length).MaxBy(j => Math.Abs((0.5 * (Plus(j) - Minus(j))) - widths[k][j]));
                yield return Comparison.Equal(
                    widths[k][i], 0.5 * (Plus(i) - Minus(i)), trial.Judged + rounding, 1, $"half width of dipole {i / d} and its positions {at}", PositionResolution);
            }
            if (run.Drift is { } drift)
            {
                var i = Enumerable.Range(0, dipoles.Z.Length).MaxBy(j => Math.Abs((0.5 * (Plus(j) + Minus(j))) - dipoles.Z[j] - drift[k][j]));
                yield return Comparison.Equal(
                    drift[k][i],
                    (0.5 * (Plus(i) + Minus(i))) - dipoles.Z[i],
                    trial.Judged + rounding,
                    1,
                    $"movement of the centre of dipole {i / d} and its positions {at}",
                    PositionResolution);
            }
        }
    }

    /// <summary>The change of each position over each interval against the integral of the velocities with the interaction times <paramref name="weight"/>.</summary>
    public static IEnumerable<Comparison> Displacements(TorusTrial trial, double weight)
    {
        foreach (var interval in trial.Intervals)
        {
            if (interval.Error is not null)
            {
                yield return Lost(interval);
                continue;
            }
            var (integral, error) = interval.Integrate(state => TorusSums.Velocities(trial.Case, state, weight));
            var (from, to) = (interval.From.State.X, interval.To.State.X);
            var rounding = (interval.To.Time - interval.From.Time)
                * (TorusSums.Rounding(trial.Case, interval.From.State, weight) + TorusSums.Rounding(trial.Case, interval.End, weight));
            error += rounding;
            var worst = Enumerable.Range(0, from.Length).MaxBy(i => Math.Abs(to[i] - from[i] - integral[i]));
            var excess = Math.Abs(to[worst] - from[worst] - integral[worst]);
            yield return Comparison.Equal(
                to[worst] - from[worst],
                integral[worst],
                error + Allowance(trial, interval, excess - error, trial.Uncertainty),
                trial.Case.LengthScale,
                $"particle {worst / trial.Case.Dimension} from t = {interval.From.Time:R} to {interval.To.Time:R}",
                PositionResolution);
        }
    }

    /// <summary>-n dE_n/dx by central quotients of order 4 with two steps, against the double sum, where no pair is closer than the steps.</summary>
    private static IEnumerable<Comparison> QuotientsOfEnergy(TorusTrial trial)
    {
        var (subject, state) = (trial.Case, new TorusState(trial.Rows[0].State.X, null));
        var velocities = TorusSums.Velocities(subject with { Motion = TorusMotion.Isotropic }, state);
        var h = subject.V.IsSingular ? 1e-3 * Nearest(subject, state) : 1e-2 * Math.Min(1, subject.V.GradientBound / subject.V.HessianBound);
        for (var i = 0; i < velocities.Length && h > 1e-7; i++)
        {
            var (fine, coarse) = (Quotient(i, 0.5 * h), Quotient(i, h));
            // Places are rounded where they are moved to, which makes the steps wrong.
            var moved = 4 * Floating.Spacing * Math.Max(1, Math.Abs(state.X[i])) / h * Math.Abs(velocities[i]);
            var energies = 32 * Floating.Spacing * (1 + Math.Abs(TorusSums.Energy(subject, state))) * subject.Count / h;
            var error = Math.Abs(fine - coarse) + energies + moved;
            var scale = Math.Max(1, Math.Abs(velocities[i]));
            yield return Comparison.Equal(velocities[i], -subject.Count * fine, error, scale, $"component {i} of the velocity at t = 0", PositionResolution);
        }

        double Quotient(int i, double step) => ((8 * (Moved(i, step) - Moved(i, -step))) - (Moved(i, 2 * step) - Moved(i, -2 * step))) / (12 * step);

        double Moved(int i, double by)
        {
            var x = (double[])state.X.Clone();
            x[i] += by;
            return TorusSums.Energy(subject, new(x, null));
        }
    }

    private static double Nearest(TorusCase subject, TorusState state)
    {
        Span<double> r = stackalloc double[subject.Dimension];
        var nearest = 1.0;
        for (var i = 0; i < subject.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                state.Difference(subject.Dimension, i, j, r);
                double square = 0;
                foreach (var component in r) square += Math.Pow(component - Math.Round(component), 2);
                nearest = Math.Min(nearest, Math.Sqrt(square));
            }
        }
        return nearest;
    }

    private static IEnumerable<Comparison> CheckBalance(TorusTrial trial)
    {
        var (initial, error) = trial.EnergyOf(trial.Rows[0]);
        var offset = trial.Rows.Length - trial.Run.Times.Length;
        var scale = Math.Max(Math.Abs(initial), 1.0 / trial.Count);
        if (offset == 0 && trial.Run.Energy is { } first) yield return Comparison.Equal(first[0], initial, error, scale, "stated energy at t = 0");
        var (before, errorBefore, dissipated, total) = (initial, error, 0.0, error);
        for (var k = 0; k < trial.Intervals.Length; k++)
        {
            var interval = trial.Intervals[k];
            if (interval.Error is not null)
            {
                yield return Lost(interval);
                yield break;
            }
            var (energy, here) = trial.EnergyOf(interval.To);
            var own = 1e-9 * Math.Max(1.0 / trial.Count, interval.Dissipation);
            var at = $"t = {interval.To.Time:R}";
            yield return Comparison.Equal(energy - before, -interval.Dissipation, errorBefore + (2 * here) + own, scale, $"change of E_n up to {at}");
            yield return Comparison.AtMostOnScale(energy, before, errorBefore + here, scale, $"E_n does not increase up to {at}");
            (before, errorBefore, dissipated, total) = (energy, here, dissipated + interval.Dissipation, total + (2 * here) + own);
            if (k + 1 < offset) continue;
            if (trial.Run.Energy is { } energies) yield return Comparison.Equal(energies[k + 1 - offset], energy, 2 * here, scale, $"stated energy at {at}");
            if (trial.Run.Dissipation is { } stated)
                yield return Comparison.Equal(stated[k + 1 - offset], dissipated, total, scale, $"stated dissipation at {at}");
        }
    }

    private static IEnumerable<Comparison> CheckMomentum(TorusTrial trial)
    {
        var (subject, d) = (trial.Case, trial.Case.Dimension);
        var moving = subject.Motion == TorusMotion.Slip ? 1 : d;
        foreach (var interval in trial.Intervals)
        {
            if (interval.Error is not null)
            {
                yield return Lost(interval);
                continue;
            }
            var (integral, error) = subject.U.Terms.IsEmpty ? (new double[d], 0) : interval.Integrate(state => Pushes(subject, state));
            for (var a = 0; a < moving; a++)
            {
                var (from, to) = (Sum(interval.From, a, d), Sum(interval.To, a, d));
                var excess = Math.Abs(to - from - integral[a]) / trial.Count;
                yield return Comparison.Equal(
                    to - from,
                    integral[a],
                    error + (trial.Count * Allowance(trial, interval, excess - error, trial.Uncertainty)),
                    trial.Count * subject.LengthScale,
                    $"component {a} from t = {interval.From.Time:R} to {interval.To.Time:R}",
                    PositionResolution);
            }
        }
    }

    private static double[] Pushes(TorusCase subject, TorusState state)
    {
        var (d, sum) = (subject.Dimension, new double[subject.Dimension]);
        Span<double> gradient = stackalloc double[d];
        for (var i = 0; i < subject.Count; i++)
        {
            subject.U.Gradient(state.X.AsSpan(i * d, d), gradient);
            for (var a = 0; a < d; a++) sum[a] -= subject.B[i] * gradient[a];
        }
        return sum;
    }

    private static double Sum(TorusRow row, int component, int d) => row.State.X.Where((_, i) => i % d == component).Sum();

    private static IEnumerable<Comparison> CheckMasses(TorusTrial trial)
    {
        var n = (double)trial.Count;
        foreach (var row in trial.Rows)
        {
            foreach (var sign in new[] { 1, -1 })
            {
                yield return Comparison.Equal(row.B.Count(b => b == sign) / n, trial.Case.CountOf(sign) / n, 0, 1, $"mass of sign {sign} at t = {row.Time:R}");
            }
            yield return Comparison.Equal(row.B.Zip(trial.Case.B).Count(pair => pair.First == pair.Second) / n, 1, 0, 1, $"charges at t = {row.Time:R}");
        }
    }

    private static IEnumerable<Comparison> CheckLipschitz(TorusTrial trial)
    {
        var (subject, d) = (trial.Case, trial.Case.Dimension);
        var constant = ((1 - (1.0 / trial.Count)) * subject.V.GradientBound) + subject.U.GradientBound;
        foreach (var (from, to) in trial.Rows.Zip(trial.Rows.Skip(1)))
        {
            for (var i = 0; i < trial.Count; i++)
            {
                double square = 0;
                for (var a = 0; a < d; a++) square += Math.Pow(to.State.X[(i * d) + a] - from.State.X[(i * d) + a], 2);
                var bound = constant * (to.Time - from.Time);
                yield return Comparison.AtMostOnScale(
                    Math.Sqrt(square), bound, 2 * Math.Sqrt(d) * trial.Uncertainty, Math.Max(subject.LengthScale, bound), $"particle {i} up to t = {to.Time:R}", PositionResolution);
            }
        }
    }
}
