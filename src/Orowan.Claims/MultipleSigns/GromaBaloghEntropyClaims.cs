using Orowan.Formats;
using Orowan.Measures;
using Orowan.Potentials;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, Lemma 3.7: the entropy of viscous and inviscid densities, (3.10), (3.14), (3.15), and (3.30) on slip planes.</summary>
internal static class GromaBaloghEntropyClaims
{
    /// <summary>A hundredth of what the entropy changes by decides.</summary>
    private const double Resolution = 1e-2;

    /// <summary>Of a sum over a grid.</summary>
    private const double Rounding = 1e-12;

    private const string Balance =
        "As d/dt rho^+- = +- div(rho^+- g) + epsilon Lap rho^+-, d/dt int rho log rho = int (1 + log rho) d/dt rho; by parts, -+ int grad rho . g = +- int rho div g. Parseval for the "
        + "interaction.";

    private const string Coercive = "Lemma 2.5 with its best constant c = 1/K, K the supremum over k != 0 of (1 + |k|^2)^(d/2) V_k, is applied to the exact balance.";

    public static Claim<GromaBaloghCase> Exact { get; } = GromaBaloghTrial.AboutFlow(
        "B-3.7-balance",
        "Lemma 3.7, the exact balance behind its proof",
        "Ent(rho(t)) - Ent(rho(0)) = int_0^t (-4 pi^2 sum |k|^2 V_k |kappa_k|^2 + int kappa Lap U - epsilon sum over both species of int |grad rho|^2/rho), with k_1^2 and d_1^2 U on "
        + "slip planes. Entropies that a run states are those of its rows, and the balance that it states closes.",
        Balance,
        trial => Cumulated(trial, at => -at.Interaction + at.External - Viscous(trial, at, 1) - Viscous(trial, at, -1)).Select(sum =>
            Comparison.Equal(sum.Gain.Value, sum.Integral.Value, sum.Gain.Error + sum.Integral.Error, Size(trial, sum), sum.At, Resolution)).Concat(CheckStated(trial)));

    public static Claim<GromaBaloghCase> OneSpecies { get; } = GromaBaloghTrial.AboutFlow(
        "B-3.7-display-1",
        "Lemma 3.7, proof, derivative of the entropy of one species",
        "Across each interval Ent(rho^+-) changes by int (+- int rho^+- Lap(V * kappa + U) - epsilon int |grad rho^+-|^2/rho^+-), hence by at most the first term.",
        Balance,
        trial => trial.Intervals.SelectMany(interval => new[] { 1, -1 }.SelectMany(sign => CheckSpecies(trial, interval, sign))));

    public static Claim<GromaBaloghCase> BothSpecies { get; } = GromaBaloghTrial.AboutFlow(
        "B-3.7-display-2",
        "Lemma 3.7, proof, derivative of the entropy",
        "Across each interval the entropy changes by at most int int kappa Lap(V * kappa + U) <= -(1/K) int |grad V * kappa|^2 in H^(d/2) + int int kappa Lap U.",
        Coercive,
        CheckBoth);

    public static Claim<GromaBaloghCase> Integrated { get; } = GromaBaloghTrial.AboutFlow(
        "B-eq-3.14",
        "Equation (3.14)",
        "Ent(rho(t)) - Ent(rho(0)) <= -(1/K) int_0^t |grad V * kappa|^2 in H^(d/2) + int_0^t int kappa Lap U, with d_1 for grad and Lap on slip planes.",
        Coercive,
        trial => Cumulated(trial, at => (-at.FieldNorm / Constant(trial.Case.V)) + at.External).Select(sum => Comparison.AtMostOnScale(
            sum.Gain.Value, sum.Integral.Value, sum.Gain.Error + sum.Integral.Error, Size(trial, sum), sum.At, Resolution)));

    public static Claim<GromaBaloghCase> Viscid { get; } = GromaBaloghTrial.AboutFlow(
        "B-eq-3.15",
        "Equation (3.15)",
        "Ent(rho(t)) + (1/K) int_0^t |grad V * kappa|^2 in H^(d/2) <= t sup|Lap U| + Ent(rho(0)), total mass 1, whatever the viscosity.",
        Coercive + " int |kappa| is at most the total mass.",
        trial => CheckEstimate(trial, Constant(trial.Case.V)));

    public static Claim<GromaBaloghCase> Inviscid { get; } = GromaBaloghTrial.AboutFlow(
        "B-eq-3.10",
        "Equation (3.10)",
        "Without viscosity Ent(rho(t)) + c int_0^t |grad V * kappa|^2 in H^(d/2) <= C + Ent(rho(0)) with c = 1/K and C = t sup|Lap U|; neither depends on delta but through K, which falls "
        + "with it.",
        Coercive,
        trial => CheckEstimate(trial, Constant(trial.Case.V)),
        c => c.Viscosity > 0 ? "viscous: (3.15)" : null);

    public static Claim<GromaBaloghCase> Uniform { get; } = GromaBaloghTrial.AboutFlow(
        "B-3.7",
        "Lemma 3.7",
        "The estimate with constants that do not know delta: c = 2^(1/2) for the logarithm on the circle, pi for the Green's function, pi/2 for edge dislocations, which is 1/K at delta = 0.",
        Coercive + " K falls with delta, so that 1/K at delta = 0 is the least.",
        trial => CheckEstimate(trial, Constant(GromaBaloghLimits.Unregularised(trial.Case.V))));

    public static Claim<GromaBaloghCase> OnSlip { get; } = GromaBaloghTrial.AboutFlow(
        "B-eq-3.30",
        "Equation (3.30)",
        "Ent(rho(t)) + (1/K) int_0^t |d_1 V * kappa|^2 in H^1 <= t sup|d_1^2 U| + Ent(rho(0)). The factor 1 of (3.30) is at most 1/K where K <= 1, as for the potential of edge "
        + "dislocations, K = 2 e^(-delta)/pi. The density is that of (2.20), not of (2.13) as the text after it says.",
        "Remark 2.6 as Lemma 2.5 above; K bounds the supremum over k_1 != 0. Cases on the circle are densities and U that do not depend on x_2: K is then the supremum of (1 + k^2) V_k.",
        trial => CheckEstimate(trial, SlipConstant(trial.Case.V), s: 1),
        GromaBaloghFlowClaims.OnSlip);

    public static Claim<GromaBaloghCase> TotalVariation { get; } = GromaBaloghTrial.About(
        "B-3.7-display-kappa",
        "Lemma 3.7, proof, the L^1 norm of kappa",
        "int |kappa| is at most the total mass at each row, which for the regularised datum of (3.11) is 1 + epsilon.",
        "|rho^+ - rho^-| <= rho^+ + rho^-. The datum epsilon + (1 - epsilon) eta * rho has epsilon in each of two components.",
        trial => CheckVariation(trial, trial.Case.Plus.Mass + trial.Case.Minus.Mass));

    public static Claim<GromaBaloghCase> TotalVariationAsPrinted { get; } = TotalVariation with
    {
        Statement = "int |kappa| <= 1, for solutions from the regularised datum of (3.11), of mass 1 + epsilon, too.",
        Check = (subject, solver) => CheckVariation(GromaBaloghTrial.Of(subject, solver), 1),
    };

    /// <summary>K; 1 for a potential without waves, where both sides are 0.</summary>
    public static double Constant(TorusPotential v) => v.CoercivityBound > 0 ? v.CoercivityBound : 1;

    /// <summary>The entropies that the run states, if it does, beside those of its rows, and what a stated balance leaves.</summary>
    private static IEnumerable<Comparison> CheckStated(GromaBaloghTrial trial)
    {
        if (trial.Run.Entropy is not { } stated) yield break;
        var before = trial.Rows.Length - trial.Run.Rows.Length;
        var rows = trial.Rows[before..];
        for (var k = 0; k < rows.Length; k++)
        {
            var (own, at) = (rows[k].BothEntropies, $"at t = {rows[k].Time:R}");
            yield return Comparison.Equal(stated[k], own.Value, own.Error + Rounding, Math.Max(1e-3, Math.Abs(own.Value)), $"stated entropy {at}", Resolution);
            if (trial.Run.Balance is not { } balance) continue;
            // Amounts are wanted to the tolerance of the case.
            var flow = trial.Intervals.Skip(before).Take(k).Sum(interval => interval.EntropyError) + trial.Case.Tolerance;
            var scale = Math.Max(1e-3, Math.Abs(stated[k] - stated[0])) + (rows[k].Time * trial.ExternalBound);
            yield return Comparison.Equal(
                balance.Residual[k], 0, rows[0].BothEntropies.Error + own.Error + flow + Rounding, scale, $"what the stated balance leaves {at}", 5 * Resolution);
        }
    }

    /// <summary>The change of entropy from the first row to each, beside an integral of the flow.</summary>
    private static IEnumerable<(Estimate Gain, Estimate Integral, double Time, string At)> Cumulated(GromaBaloghTrial trial, Func<GromaBaloghSnapshot, double> rate)
    {
        var start = trial.Rows[0].BothEntropies;
        var (integral, slack) = (new Estimate(0, 0), 0.0);
        foreach (var interval in trial.Intervals)
        {
            integral += interval.Integrate(rate);
            slack += interval.EntropyError;
            var end = interval.To.BothEntropies;
            yield return (new(end.Value - start.Value, end.Error + start.Error + slack), integral, interval.To.Time, $"up to t = {interval.To.Time:R}");
        }
    }

    /// <summary>What the terms of the balance add up to, without their signs: what an error is measured against.</summary>
    private static double Size(GromaBaloghTrial trial, (Estimate Gain, Estimate Integral, double Time, string At) sum) =>
        Math.Max(1e-3, Math.Abs(sum.Gain.Value)) + (sum.Time * trial.ExternalBound);

    private static double Viscous(GromaBaloghTrial trial, GromaBaloghSnapshot at, int sign) =>
        trial.Case.Viscosity > 0 ? trial.Case.Viscosity * at.Fisher(sign) : 0;

    private static IEnumerable<Comparison> CheckSpecies(GromaBaloghTrial trial, GromaBaloghInterval interval, int sign)
    {
        var where = $"{GromaBaloghFlowClaims.Name(sign)} up to t = {interval.To.Time:R}";
        var (before, after) = (interval.From.Entropy(sign), interval.To.Entropy(sign));
        var gain = new Estimate(after.Value - before.Value, after.Error + before.Error + interval.EntropyError);
        var compression = interval.Integrate(at => sign * at.Compression(sign));
        var viscous = interval.Integrate(at => Viscous(trial, at, sign));
        var scale = Math.Max(1e-3, Math.Abs(gain.Value)) + (interval.Length * trial.ExternalBound);
        yield return Comparison.Equal(gain.Value, compression.Value - viscous.Value, gain.Error + compression.Error + viscous.Error, scale, where, Resolution);
        yield return Comparison.AtMostOnScale(gain.Value, compression.Value, gain.Error + compression.Error, scale, $"{where}, without viscosity", Resolution);
    }

    private static IEnumerable<Comparison> CheckBoth(GromaBaloghTrial trial)
    {
        foreach (var interval in trial.Intervals)
        {
            var (before, after) = (interval.From.BothEntropies, interval.To.BothEntropies);
            var gain = new Estimate(after.Value - before.Value, after.Error + before.Error + interval.EntropyError);
            var compression = interval.Integrate(at => at.Compression(1) - at.Compression(-1));
            var bound = interval.Integrate(at => (-at.FieldNorm / Constant(trial.Case.V)) + at.External);
            var scale = Math.Max(1e-3, Math.Abs(gain.Value)) + (interval.Length * trial.ExternalBound);
            yield return Comparison.AtMostOnScale(gain.Value, compression.Value, gain.Error + compression.Error, scale, $"entropy up to t = {interval.To.Time:R}", Resolution);
            yield return Comparison.AtMostOnScale(
                compression.Value, bound.Value, compression.Error + bound.Error, scale, $"coercivity up to t = {interval.To.Time:R}", Resolution);
        }
    }

    private static IEnumerable<Comparison> CheckEstimate(GromaBaloghTrial trial, double constant, double? s = null)
    {
        var start = trial.Rows[0].BothEntropies.Value;
        return Cumulated(trial, at => at.FieldNormIn(s ?? (0.5 * trial.Case.Dimension)) / constant).Select(sum => Comparison.AtMostOnScale(
            start + sum.Gain.Value + sum.Integral.Value,
            start + (sum.Time * trial.ExternalBound),
            sum.Gain.Error + sum.Integral.Error,
            Math.Max(1e-3, sum.Integral.Value) + (sum.Time * trial.ExternalBound),
            sum.At,
            Resolution));
    }

    /// <summary>The supremum of (1 + |k|^2) V_k; on the circle (k + 1/k) exp(-2 pi delta k)/2 falls from k = 1 + 1/(2 pi delta) on.</summary>
    private static double SlipConstant(TorusPotential v)
    {
        if (v.Dimension == 2) return Constant(v);
        var highest = v is FourierPotential polynomial
            ? polynomial.Terms.SelectMany(term => term.K).Select(Math.Abs).DefaultIfEmpty(0).Max()
            : 2 + (int)(1 / (2 * Math.PI * v.Delta));
        var largest = Enumerable.Range(1, Math.Max(1, highest)).Max(k => (1 + ((double)k * k)) * v.Coefficient([k]));
        return largest > 0 ? largest : 1;
    }

    /// <summary>The mean of |kappa| on the grid, and on one of half as many points: the kinks of |kappa| make it of second order.</summary>
    private static IEnumerable<Comparison> CheckVariation(GromaBaloghTrial trial, double bound) => trial.Rows.Select(row =>
    {
        double Of((double[] Plus, double[] Minus) rho) => rho.Plus.Zip(rho.Minus, (p, m) => Math.Abs(p - m)).Average();
        var (fine, coarse) = (Of(row.Finer(4)), Of(row.Finer(2)));
        return Comparison.AtMost(fine, bound, Math.Abs(fine - coarse) + (2 * trial.Uncertainty), $"t = {row.Time:R}", resolution: 0.01);
    });
}
