using Orowan.Continuum;
using Orowan.Formats;

namespace Orowan.Claims.Annihilation;

/// <summary>Theorem 5.1 of A: what its proof says of the limit densities, judged on solutions of (1.3).</summary>
internal static class Section5Limits
{
    /// <summary>Share of its scale up to which the error of a density still decides: cells are few, so errors are of a few per cent.</summary>
    private const double Resolution = 0.1;

    /// <summary>The same for the action: a distance enters it over the time it takes.</summary>
    private const double ActionResolution = 0.25;

    public static Claim<DensityCase> Masses { get; } = Section5Trial.About(
        "A-5.1-mass",
        "Theorem 5.1, step 1: rho(t) in P_2^m",
        "The masses of rho^+(t) and of rho^-(t), the annihilated included, are those at time 0, and neither density is negative.",
        "Each equation of (1.3) is the divergence of a flux; the fluxes carry [kappa]_+- only, which is at most rho^+-.",
        CheckMasses);

    public static Claim<DensityCase> Alive { get; } = Section5Trial.About(
        "A-5.1-alive",
        "Section 1.3, |rho^+ - rho^-| need not be conserved",
        "The alive mass of each species does not grow, and both lose as much as each other: m_+ - |[kappa]_+| = m_- - |[kappa]_-|.",
        "The first is the limit of A-1.3-mass. The integral of kappa is m_+ - m_- at all times.",
        CheckAlive);

    public static Claim<DensityCase> Supports { get; } = Section5Trial.About(
        "A-5.1-supports",
        "Theorem 5.1, step 2: sup supp mu^l < inf supp mu^(l+1)",
        "The alive are blocks of alternating signs one beside the other, sup supp of each at most inf supp of the next, and there are never more "
        + "blocks than before.",
        "A-4.5-v for each n, and Lemma 3.4, which keeps order in the limit but not strictly.",
        trial => CheckSupports(trial, strictly: false));

    /// <summary>As printed, with the strict inequality that Lemma 3.4 does not give.</summary>
    public static Claim<DensityCase> SupportsPrinted { get; } = Section5Trial.About(
        Supports.Id,
        Supports.Label,
        "sup supp of each block is smaller than inf supp of the next, strictly.",
        "As printed: 'we obtain from Lemma 3.4 that sup(supp) < inf(supp)'.",
        trial => CheckSupports(trial, strictly: true));

    public static Claim<DensityCase> Moments { get; } = Section5Trial.About(
        "A-5.1-moments",
        "Theorem 5.1, step 1: bounded moments",
        "M_2(t) <= M_2(0) + c t and M_4(t) <= M_4(0) + 6 A t (M_2(0) + A t/2), c = A^-_V (m_+^2 + m_-^2) + 2 A^-_W m_+ m_-, A = max(A_V, A_W).",
        "The limits of A-4.5-i as n grows, n_+-/n tending to m_+-. A density wrong by u in W_2 has its M_2 wrong by at most 2 M_2^(1/2) u + u^2, and its "
        + "M_4 by at most 4 M_6^(1/2) u + 18 R^2 u^2, R its reach.",
        CheckMoments);

    public static Claim<DensityCase> Speed { get; } = Section5Trial.About(
        "A-eq-5.1",
        "(5.1), (5.2)",
        "W^2(rho(t), rho(s)) <= (t - s) (E(s) - E(t) + 2 K (M_2(0) + c t)) for s < t, by species.",
        "In (5.1) the action is at most the dissipation, by (5.2), and that is what the energy loses, plus what annihilations give it: at most "
        + "2 K (M_2(0) + c t), as in (4.8). Energies are exact for the cells; u is what they change when cells are merged.",
        CheckSpeed);

    public static Claim<DensityCase> Energy { get; } = Section5Trial.About(
        "A-eq-5.3",
        "(5.2), (5.3)",
        "The action up to t, sum over rows of W^2(rho(t_k), rho(t_(k-1)))/(t_k - t_(k-1)), is at most B = E(0) + 2 K (M_2(0) + c t) - E(t), and E does "
        + "not rise by more than 2 K (M_2(0) + c t); with V + W >= 0 it never rises. Energies that a run states are those of its rows.",
        "(5.1) and (5.2) between neighbouring rows, summed; K = 0 where V + W >= 0.",
        CheckEnergy);

    public static Claim<DensityCase> Atoms { get; } = Section5Trial.About(
        "A-5.1-atoms",
        "Theorem 5.1, step 2: no atoms",
        "A mass alpha of [kappa]_+- in an interval of length l has alpha^2 <= [E(0) + 2 K (M_2(0) + c t) + (v/2)(m_+^2 + m_-^2) + w m_+ m_-] / [(V_l + v)/2], "
        + "V_l = inf of V on (0, l], and -v <= 0, -w <= 0 lower bounds of V and W up to the diameter of the support: no atoms, since V_l tends to infinity.",
        "E(t) >= (1/2) alpha^2 V_l - (1/2)(m_+^2 + m_-^2 - alpha^2) v - m_+ m_- w, and E(t) <= E(0) + 2 K (M_2(0) + c t).",
        CheckAtoms);

    private static IEnumerable<Comparison> CheckMasses(Section5Trial trial)
    {
        foreach (var row in trial.Rows)
        {
            foreach (var sign in new[] { 1, -1 })
            {
                var at = $"rho^{(sign > 0 ? '+' : '-')} at t = {row.Time:R}";
                yield return Comparison.Equal(row.MassOf(sign), trial.Case.Of(sign).Mass, 2e-9 + Section5Trial.Rounding, 1, $"mass of {at}");
                var least = row.Of(sign).Min();
                yield return Comparison.AtMostOnScale(0 - (least * row.Width), 0, Section5Trial.Rounding, 1, $"least mass of a cell of {at}");
            }
        }
    }

    private static IEnumerable<Comparison> CheckAlive(Section5Trial trial)
    {
        for (var k = 0; k < trial.Rows.Length; k++)
        {
            var row = trial.Rows[k];
            var at = $"t = {row.Time:R}";
            var (plus, minus) = (row.AliveMass(1), row.AliveMass(-1));
            yield return Comparison.Equal(trial.Plus - plus, trial.Minus - minus, 2e-9 + Section5Trial.Rounding, 1, $"lost masses at {at}");
            if (k == 0) continue;
            yield return Comparison.AtMostOnScale(plus, trial.Rows[k - 1].AliveMass(1), Section5Trial.Rounding, 1, $"alive mass of + at {at}");
            yield return Comparison.AtMostOnScale(minus, trial.Rows[k - 1].AliveMass(-1), Section5Trial.Rounding, 1, $"alive mass of - at {at}");
        }
    }

    private static IEnumerable<Comparison> CheckSupports(Section5Trial trial, bool strictly)
    {
        var before = int.MaxValue;
        foreach (var row in trial.Rows)
        {
            var blocks = Section5Trial.Blocks(row);
            var touching = blocks.Zip(blocks.Skip(1)).Count(pair => strictly ? !(pair.First.High < pair.Second.Low) : pair.First.High > pair.Second.Low + (1e-9 * row.Width));
            yield return Comparison.Equal(touching, 0, 0, 1, $"neighbouring blocks out of order at t = {row.Time:R}");
            yield return Comparison.AtMost(blocks.Length, before, 0, $"blocks at t = {row.Time:R}");
            before = blocks.Length;
        }
    }

    private static IEnumerable<Comparison> CheckMoments(Section5Trial trial)
    {
        var (second, fourth) = (trial.SecondMomentBound(0), trial.Case.Plus.Moment(4) + trial.Case.Minus.Moment(4));
        var largest = Math.Max(trial.Case.V.SlopeBound, trial.Case.W.SlopeBound);
        foreach (var row in trial.Rows)
        {
            var (t, u) = (row.Time, trial.Uncertainty);
            var (m2, m4) = (Section5Trial.Moment(row, 2), Section5Trial.Moment(row, 4));
            var at = $"t = {t:R}";
            yield return Comparison.AtMost(m2, trial.SecondMomentBound(t), (2 * Math.Sqrt(m2) * u) + (u * u) + Section5Trial.Rounding, $"M_2 at {at}", resolution: 0.25);
            var bound = fourth + (6 * largest * t * (second + (largest * t / 2)));
            yield return Comparison.AtMost(m4, bound, FourthMomentError(row, u) + Section5Trial.Rounding, $"M_4 at {at}", resolution: 0.25);
        }
    }

    /// <summary>
    /// What a distance u in W_2 makes of M_4: |(x + d)^4 - x^4| &lt;= 4 |x|^3 |d| + 18 R^2 d^2 for |x|, |x + d| &lt;= R, and the integral of |x|^3 |d| is
    /// at most M_6^(1/2) u.
    /// </summary>
    internal static double FourthMomentError(DensityRow row, double u) =>
        (4 * Math.Sqrt(Section5Trial.Moment(row, 6)) * u) + (18 * Math.Pow(Section5Trial.Reach(row) * u, 2));

    private static IEnumerable<Comparison> CheckSpeed(Section5Trial trial)
    {
        for (var k = 1; k < trial.Rows.Length; k++)
        {
            foreach (var first in new[] { 0, k - 1 }.Distinct()) yield return Displacement(trial, first, k);
        }
    }

    private static Comparison Displacement(Section5Trial trial, int first, int last)
    {
        var (from, to) = (trial.Rows[first], trial.Rows[last]);
        var (start, end) = (trial.Energies[first], trial.Energies[last]);
        var span = to.Time - from.Time;
        var squared = QuantileTransport.SquaredDistance(from, to);
        var bound = span * (start.Energy - end.Energy + trial.EnergyGain(to.Time));
        var uncertainty = SquaredDistanceError(squared, trial.Uncertainty) + (span * (start.Uncertainty + end.Uncertainty));
        var scale = Math.Max(bound, Math.Pow(trial.Case.LengthScale, 2) / 4);
        return Comparison.AtMostOnScale(squared, bound, uncertainty, scale, $"W^2 from t = {from.Time:R} to {to.Time:R}", resolution: 0.2);
    }

    /// <summary>What errors u of both ends make of a squared distance.</summary>
    private static double SquaredDistanceError(double squared, double u) => (4 * Math.Sqrt(squared) * u) + (4 * u * u);

    private static IEnumerable<Comparison> CheckEnergy(Section5Trial trial)
    {
        var start = trial.Energies[0];
        var scale = Math.Max(1, Math.Abs(start.Energy));
        for (var k = 1; k < trial.Rows.Length; k++)
        {
            var (row, before, now, gain) = (trial.Rows[k], trial.Energies[k - 1], trial.Energies[k], trial.EnergyGain(trial.Rows[k].Time));
            var energies = start.Uncertainty + now.Uncertainty;
            // A distance over a short span is known too badly; that of neighbouring rows is judged in (5.1).
            if (2 * k >= trial.Rows.Length - 1)
            {
                var (action, error) = Action(trial, k, (ActionResolution * scale) - energies);
                yield return Comparison.AtMostOnScale(
                    action, start.Energy - now.Energy + gain, error + energies, scale, $"action up to t = {row.Time:R}", ActionResolution);
            }
            yield return Comparison.AtMostOnScale(
                now.Energy, before.Energy + gain, Section5Trial.Rounding, scale, $"energy at t = {row.Time:R}", Resolution);
        }
        if (trial.Run.Energy is not { } stated) yield break;
        foreach (var (row, energy, own) in trial.Rows.Zip(stated, trial.Energies))
        {
            yield return Comparison.Equal(
                energy, own.Energy, own.Uncertainty + Section5Trial.Rounding, scale, $"stated energy at t = {row.Time:R}", Resolution);
        }
    }

    /// <summary>
    /// The sum of W^2/(t_j - t_(j-1)) over rows up to <paramref name="last"/>, over every row, every second, every fourth ..., the first whose
    /// error is at most <paramref name="allowed"/>: the bound is one for all partitions, and errors count most over short spans.
    /// </summary>
    private static (double Sum, double Error) Action(Section5Trial trial, int last, double allowed)
    {
        for (var stride = 1; ; stride *= 2)
        {
            double sum = 0, error = 0;
            for (var j = last; j > 0; j = Math.Max(0, j - stride))
            {
                var (from, to) = (trial.Rows[Math.Max(0, j - stride)], trial.Rows[j]);
                var squared = QuantileTransport.SquaredDistance(from, to);
                sum += squared / (to.Time - from.Time);
                error += SquaredDistanceError(squared, trial.Uncertainty) / (to.Time - from.Time);
            }
            if (error <= allowed || stride >= last) return (sum, error);
        }
    }

    private static IEnumerable<Comparison> CheckAtoms(Section5Trial trial)
    {
        var species = (trial.Plus * trial.Plus) + (trial.Minus * trial.Minus);
        foreach (var row in trial.Rows)
        {
            var span = new Potentials.Interval(0, row.Width * row.Plus.Length);
            var (v, w) = (Math.Max(0, -trial.Case.V.Values(span).Low), Math.Max(0, -trial.Case.W.Values(span).Low));
            var rest = trial.Energies[0].Energy + trial.EnergyGain(row.Time) + (v * species / 2) + (w * trial.Plus * trial.Minus);
            foreach (var sign in new[] { 1, -1 })
            {
                var alive = row.Alive(sign);
                for (var cells = 1; cells <= alive.Length; cells *= 2)
                {
                    var nearest = trial.Case.V.Values(new Potentials.Interval(0, cells * row.Width)).Low;
                    if (!(nearest + v > 0)) break;
                    var mass = row.Width * LargestSum(alive, cells);
                    yield return Comparison.AtMost(
                        mass * mass, 2 * rest / (nearest + v), 2 * trial.Energies[0].Uncertainty / (nearest + v), $"mass in {cells} cells at t = {row.Time:R}", resolution: 0.1);
                }
            }
        }
    }

    private static double LargestSum(double[] values, int cells)
    {
        double sum = 0, largest = 0;
        for (var i = 0; i < values.Length; i++)
        {
            sum += values[i] - (i >= cells ? values[i - cells] : 0);
            largest = Math.Max(largest, sum);
        }
        return largest;
    }
}
