using Orowan.Flows;
using Orowan.Formats;
using Orowan.Measures;
using Orowan.Particles;

namespace Orowan.Claims.Annihilation;

/// <summary>The distances that a claim on measures uses; a broken solver may bring its own.</summary>
internal interface ITransport
{
    /// <summary>Bold W^2 of A, (3.3).</summary>
    double Signed(AtomicMeasure first, AtomicMeasure second);

    /// <summary>W^2 of A, (3.1), of one species.</summary>
    double OnLine(double[] x, double[] y, double mass);
}

/// <summary>A, (3.4) and Lemma 4.6(ii): how fast the empirical measures move.</summary>
internal static class MeasureSpeed
{
    private const string SpeedLabel = "Equation (4.17)";

    /// <summary>Step of a difference quotient in time, as a share of the shortest time in which a velocity changes.</summary>
    private const double StepShare = 1e-3;

    public static Claim<LineCase> SplitBySpecies { get; } = About(
        "A-eq-3.4",
        "Equation (3.4)",
        "W^2(mu, nu) <= W^2(mu^+, nu^+) + W^2(mu^-, nu^-) on R x {+-1} with d^2 = |x - y|^2 + |p - q|, for equal masses of each sign; "
        + "with equality when both supports lie in an interval of length sqrt 2.",
        "Plans that keep signs are plans. If all |x - y|^2 <= 2, two crossings cost 4, and keeping the signs instead costs at most 4. "
        + "Between rows, and between a row and its mirror image.",
        CheckSplit);

    public static Claim<LineCase> Continuity { get; } = About(
        "A-4.6-ii",
        "Lemma 4.6(ii)",
        "mu_n^+ keeps the mass m = n+/n, and W^2(mu_n(s), mu_n(t)) <= (t - s) int_s^t (1/n)|x'|^2 with a finite integral, so mu_n is in AC^2.",
        "W(mu_n(s), mu_n(t)) <= ((1/n) sum (x_i(t) - x_i(s))^2)^{1/2} <= int_s^t f, f = ((1/n)|x'|^2)^{1/2}, and Cauchy-Schwarz.",
        CheckContinuity);

    public static Claim<LineCase> Speed { get; } = About(
        "A-eq-4.17",
        SpeedLabel,
        "|mu_n'|_W^2(t) <= (1/n) sum (x_i'(t))^2 for every t in (0, T) outside T_col.",
        "The quotients W^2(mu(t), mu(t + h))/h^2 at h and h/2, extrapolated to h = 0.",
        CheckSpeed);

    public static Claim<LineCase> SpeedPrinted { get; } = About(
        "A-eq-4.17",
        SpeedLabel,
        "|mu_n'|_W^2(t) <= (1/n) sum (x_i'(t))^2 for all 0 < t < T, collision times included: both one-sided quotients are at most the square of the velocity at t.",
        "As printed. At t_k the velocity, where there is one by (4.1), is that of the charges b(t_k), which (4.3) takes after the jump.",
        (trial, transport) => CheckSpeed(trial, transport).Concat(AtCollisions(trial, transport)));

    public static Claim<LineCase> Split { get; } = About(
        "A-eq-4.18",
        "Equation (4.18)",
        "W^2(mu_n(s), mu_n(t)) <= W^2(mu_n^+(s), mu_n^+(t)) + W^2(mu_n^-(s), mu_n^-(t)) for all s <= t.",
        "(3.4), the masses of the species being constant.",
        CheckRows);

    public static Claim<LineCase> Coupling { get; } = About(
        "A-eq-4.19",
        "Equation (4.19)",
        "W^2(mu_n^+-(s), mu_n^+-(t)) <= (1/n) sum over b_i(0) = +-1 of (x_i(s) - x_i(t))^2; with equality while like particles keep their order.",
        "The coupling that follows each particle; it is monotone, hence optimal, where the order of the species, ghosts included, is the same at s and t.",
        CheckCoupling);

    /// <summary>The case whose one collision, at t = 9/4, stops all motion.</summary>
    public static LineCase Counterexample { get; } = LineExamples.PlusPlusMinus;

    public static string Erratum =>
        "At a collision time x is not differentiable and the limit |mu_n'|_W does not exist: for (+, +, -) at (-0.5, 0.5, 1), n = 3, V = -log, W = 0, at t = 9/4 the "
        + "quotients tend to (1/3)(2/36) = 1/54 from the left and to 0 from the right, where nothing moves any more. It holds for every other t, hence for almost every t.";

    /// <summary>What rounding makes of a squared distance between atoms at these places.</summary>
    private static double Rounding(double[] x, double[] y)
    {
        var largest = Math.Max(x.Max(Math.Abs), y.Max(Math.Abs));
        return 8 * Floating.Spacing * x.Length * ((4 * largest * largest) + 2);
    }

    private static Claim<LineCase> About(string id, string label, string statement, string derivation, Func<LineTrial, ITransport, IEnumerable<Comparison>> check) =>
        new(id, label, statement, derivation, c => LineClaims.Admissible(c) ?? SpeciesMeasures.NoGhosts(c), (c, solver) => check(LineTrial.Of(c, solver), solver as ITransport ?? new Exact()));

    private static IEnumerable<Comparison> CheckSplit(LineTrial trial, ITransport transport)
    {
        foreach (var (at, x, y) in RowPairs(trial).Concat(MirroredRows(trial)))
        {
            var (first, second) = (SpeciesMeasures.Atoms(trial.Case, x), SpeciesMeasures.Atoms(trial.Case, y));
            var (together, apart) = (transport.Signed(first, second), BySpecies(transport, first, second));
            var scale = Math.Max(apart, trial.Case.LengthScale * trial.Case.LengthScale);
            yield return Comparison.AtMostOnScale(together, apart, Rounding(x, y), scale, at);
            if (Math.Max(x.Max(), y.Max()) - Math.Min(x.Min(), y.Min()) <= Math.Sqrt(2))
            {
                yield return Comparison.Equal(together, apart, Rounding(x, y), scale, $"within sqrt 2, {at}");
            }
            var plan = Transport.ByAllCosts(first, second, Space.Line, SignCost.A);
            yield return Comparison.Equal(together, plan.LowerBound, 8 * first.Count * Rounding(x, y), scale, $"the prices prove it, {at}");
        }
    }

    private static IEnumerable<Comparison> CheckRows(LineTrial trial, ITransport transport)
    {
        foreach (var (at, x, y) in RowPairs(trial))
        {
            var (first, second) = (SpeciesMeasures.Atoms(trial.Case, x), SpeciesMeasures.Atoms(trial.Case, y));
            var apart = BySpecies(transport, first, second);
            var scale = Math.Max(apart, trial.Case.LengthScale * trial.Case.LengthScale);
            yield return Comparison.AtMostOnScale(transport.Signed(first, second), apart, Rounding(x, y), scale, at);
        }
    }

    private static IEnumerable<Comparison> CheckCoupling(LineTrial trial, ITransport transport)
    {
        var subject = trial.Case;
        foreach (var (at, x, y) in RowPairs(trial))
        {
            foreach (var sign in new[] { 1, -1 })
            {
                var members = Enumerable.Range(0, subject.Count).Where(i => subject.B[i] == sign).ToArray();
                if (members.Length == 0) continue;
                double[] from = [.. members.Select(i => x[i])], to = [.. members.Select(i => y[i])];
                var followed = from.Zip(to, (a, b) => (a - b) * (a - b)).Sum() / subject.Count;
                var distance = transport.OnLine(from, to, 1.0 / subject.Count);
                var scale = Math.Max(followed, subject.LengthScale * subject.LengthScale);
                yield return Comparison.AtMostOnScale(distance, followed, Rounding(x, y), scale, $"sign {sign}, {at}");
                if (InOrder(from) && InOrder(to)) yield return Comparison.Equal(distance, followed, Rounding(x, y), scale, $"sign {sign} in order, {at}");
            }
        }
    }

    private static bool InOrder(double[] x) => x.Zip(x.Skip(1), (a, b) => a <= b).All(ordered => ordered);

    private static IEnumerable<Comparison> CheckContinuity(LineTrial trial, ITransport transport)
    {
        foreach (var row in trial.Rows)
        {
            var positive = Enumerable.Range(0, trial.Count).Count(i => row.State.B[i] == 1 || (row.State.B[i] == 0 && trial.Case.B[i] == 1));
            yield return Comparison.Equal(positive, trial.Case.CountOf(1), 0, 1, $"n times the mass of mu^+ at t = {row.Time:R}");
        }
        double dissipated = 0, error = 0;
        for (var k = 0; k < trial.Intervals.Length; k++)
        {
            var interval = trial.Intervals[k];
            if (interval.End is null) yield break;
            dissipated += interval.Dissipation;
            error += interval.DissipationUncertainty;
            var span = interval.To.Time - interval.From.Time;
            yield return Displacement(trial, transport, interval.From, interval.To, span * interval.Dissipation, span * interval.DissipationUncertainty, 1);
            yield return Displacement(trial, transport, trial.Rows[0], interval.To, interval.To.Time * dissipated, interval.To.Time * error, k + 1);
        }
    }

    /// <summary>The bound is exact for the restarted flow; at the end of each interval the run may be off it by its allowed error.</summary>
    private static Comparison Displacement(LineTrial trial, ITransport transport, TrialRow from, TrialRow to, double bound, double error, int intervals)
    {
        var (x, y) = (from.State.X, to.State.X);
        var squared = Squared(trial.Case, transport, x, y);
        var moved = 2 * trial.Judged * intervals;
        var uncertainty = error + (2 * Math.Sqrt(squared) * moved) + (moved * moved) + Rounding(x, y);
        var scale = Math.Max(bound, trial.Case.LengthScale * trial.Case.LengthScale);
        return Comparison.AtMostOnScale(squared, bound, uncertainty, scale, $"from t = {from.Time:R} to {to.Time:R}");
    }

    private static IEnumerable<Comparison> CheckSpeed(LineTrial trial, ITransport transport)
    {
        foreach (var row in EnergyStates.Rows(trial))
        {
            if (!row.IsOrdered) continue;
            var speed = Speed2(trial.Case, row.State);
            var step = StepShare / FlowWithoutCollision.FastestRate(trial.Case, row.State);
            var pass = LineFlow.Restart(trial.Case.V, trial.Case.W, row.State, [step / 2, step], step, trial.Case.LengthScale);
            if (pass.Ended is not null || pass.Collisions.Length > 0) continue;
            double Quotient(LineRow later, double h) => Squared(trial.Case, transport, row.State.X, later.State.X) / (h * h);
            var (half, full) = (Quotient(pass.Rows[0], step / 2), Quotient(pass.Rows[1], step));
            var moved = Math.Sqrt(speed) * step;
            var place = 8 * Floating.Spacing * (row.State.X.Max(Math.Abs) + trial.Case.LengthScale);
            if (place > 1e-5 * moved)
            {
                yield return Comparison.Equal(0, 0, 0, 1, $"too slow for its places to show it, t = {row.Time:R}");
                continue;
            }
            var uncertainty = Math.Abs(half - full) + (16 * speed * place / Math.Max(moved, double.Epsilon));
            yield return Comparison.AtMostOnScale((2 * half) - full, speed, uncertainty, Math.Max(speed, double.Epsilon), $"t = {row.Time:R}");
        }
    }

    /// <summary>One-sided quotients at collisions, from the left, against the velocities at the collision time, charges off.</summary>
    private static IEnumerable<Comparison> AtCollisions(LineTrial trial, ITransport transport)
    {
        foreach (var interval in trial.Intervals)
        {
            foreach (var piece in SmoothPieces.Of(interval).SkipLast(1))
            {
                var step = Math.Min(StepShare / FlowWithoutCollision.FastestRate(trial.Case, piece.End), (piece.To - piece.From) / 2);
                var meeting = piece.To - piece.OriginTime;
                var earlier = LineFlow.Restart(trial.Case.V, trial.Case.W, piece.Origin, [meeting - step], meeting - step, trial.Case.LengthScale).Rows[0].State;
                var quotient = Squared(trial.Case, transport, earlier.X, piece.End.X) / (step * step);
                var jump = SmoothPieces.Jumps(interval).First(j => j.Time >= piece.To);
                var after = Speed2(trial.Case, jump.After);
                yield return Comparison.AtMostOnScale(quotient, after, 1e-3 * quotient, Math.Max(quotient, after), $"from the left of the collision t = {piece.To:R}", resolution: 1e-2);
            }
        }
    }

    private static double Squared(LineCase subject, ITransport transport, double[] x, double[] y) =>
        transport.Signed(SpeciesMeasures.Atoms(subject, x), SpeciesMeasures.Atoms(subject, y));

    private static double Speed2(LineCase subject, LineState state) =>
        LineEnergy.Gradient(subject.V, subject.W, state).Sum(g => subject.Count * g * subject.Count * g) / subject.Count;

    private static double BySpecies(ITransport transport, AtomicMeasure first, AtomicMeasure second) =>
        new[] { 1, -1 }.Sum(sign => transport.OnLine(PlacesOf(first, sign), PlacesOf(second, sign), first.Mass[0]));

    private static double[] PlacesOf(AtomicMeasure measure, int sign) => [.. measure.Members(sign).Select(i => measure.X[i])];

    /// <summary>Successive sampled rows, and each with the first.</summary>
    private static IEnumerable<(string At, double[] X, double[] Y)> RowPairs(LineTrial trial)
    {
        var rows = EnergyStates.Rows(trial).ToArray();
        for (var k = 1; k < rows.Length; k++)
        {
            yield return ($"from t = {rows[k - 1].Time:R} to {rows[k].Time:R}", rows[k - 1].State.X, rows[k].State.X);
            if (k > 1) yield return ($"from t = {rows[0].Time:R} to {rows[k].Time:R}", rows[0].State.X, rows[k].State.X);
        }
    }

    private static IEnumerable<(string At, double[] X, double[] Y)> MirroredRows(LineTrial trial) =>
        EnergyStates.Rows(trial).Select(row =>
        {
            var middle = row.State.X.Min() + row.State.X.Max();
            return ($"t = {row.Time:R} against its mirror image", row.State.X, row.State.X.Select(x => middle - x).ToArray());
        });

    private sealed class Exact : ITransport
    {
        public double Signed(AtomicMeasure first, AtomicMeasure second) => Transport.ByAllCosts(first, second, Space.Line, SignCost.A).Cost;

        public double OnLine(double[] x, double[] y, double mass) => LineTransport.SquaredDistance(x, y, mass);
    }
}
