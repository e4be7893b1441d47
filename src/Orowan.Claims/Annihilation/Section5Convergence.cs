using Orowan.Formats;

namespace Orowan.Claims.Annihilation;

/// <summary>Theorem 5.1 of A itself: particles converge, to the solution of (1.3), as rates on ladders of n.</summary>
internal static class Section5Convergence
{
    /// <summary>1/(2^(3/4) - 1): what the differences from n to 2n, 2n to 4n, ... add up to, as a multiple of the last one known, where they fall like n^(-3/4) or faster.</summary>
    public const double Tail = 1.4667212021806435;

    /// <summary>Orders of the densities are not below 0.7: what half the cells change is short of the error by up to 1/(2^0.7 - 1).</summary>
    public const double Caution = 1.6;

    /// <summary>Share of a length up to which the error of a density decides.</summary>
    private const double Resolution = 0.1;

    /// <summary>The same where the error of a density adds up over its support, in an L^1 norm of distribution functions.</summary>
    private const double WideResolution = 0.25;

    public static Claim<DensityCase> Theorem { get; } = About(
        "A-5.1",
        "Theorem 5.1",
        "mu_n -> rho uniformly in t, rho the solution of (1.3) by finite volumes: sup_t W(mu_n(t), rho(t)) falls with an exponent of -3/4 or less (about -1 is measured) on the middle quantiles, "
        + "n = 10, 20, 40, ..., and at the last N it is at most 1.467 a_(N/2), a_n = sup_t W(mu_n(t), mu_2n(t)).",
        "Quantiles of a density have W of order 1/n, and so has what the flow makes of them. a_N + a_2N + ... <= a_(N/2) (2^(-3/4) + 2^(-3/2) + ...) = 1.467 a_(N/2) for exponents of at most -3/4. "
        + "u is the stated error of the densities; for the exponent three standard errors, and what that error and those of the runs make of it.",
        CheckTheorem);

    public static Claim<DensityCase> Difference { get; } = About(
        "A-5.1-display-4",
        "Theorem 5.1, step 2: kappa_n -> kappa",
        "int |F_N - F| + |F_N(inf) - F(inf)| <= 1.467 d_(N/2), F_n and F the distribution functions of kappa_n(t) and kappa(t), d_n the same between n and 2n, sup over t.",
        "It bounds |int f dkappa_n - int f dkappa| for |f|, |f'| <= 1, by parts. The sum of the later differences as in A-5.1; the error of kappa is 1.6 times what half the cells change.",
        (trial, ladder) => CheckMeasure(trial, ladder, "kappa", (rung, row) => rung.Kappa(row), SignedPieces.Kappa));

    public static Claim<DensityCase> Alive { get; } = About(
        "A-5.1-display-7",
        "Theorem 5.1, step 2: [kappa_n]_+- -> [kappa]_+-",
        "int |F_N - F| + |F_N(inf) - F(inf)| <= 1.467 (d_(N/2) + 1/N) for the distribution functions of what is alive of either sign, among particles and in the density.",
        "As A-5.1-display-4; whether one pair more of the 2n is annihilated by then, d_n need not see. It fails without hypothesis (iii): A-5.1-iii.",
        (trial, ladder) => new[] { 1, -1 }.SelectMany(sign => CheckMeasure(
            trial, ladder, $"[kappa]_{(sign > 0 ? '+' : '-')}", (rung, row) => new(rung.Alive(row, sign), []), row => new(SignedPieces.Alive(row, sign), []), 1.0 / ladder.Last.Count)));

    /// <summary>sup over rows of the distance between the last two rungs, times <see cref="Tail"/>: how far the last one is from the limit.</summary>
    public static double TailOf(ParticleLadder ladder, int rows, Func<ParticleRung, int, SignedPieces> measure) =>
        Tail * Enumerable.Range(0, rows).Max(row => measure(ladder.Rungs[^2], row).To(measure(ladder.Last, row)));

    /// <summary>A claim about the densities of (1.3) beside the particles of a ladder.</summary>
    internal static Claim<DensityCase> About(
        string id, string label, string statement, string derivation, Func<Section5Trial, ParticleLadder, IEnumerable<Comparison>> check) =>
        Section5Trial.About(id, label, statement, derivation, _ => []) with
        {
            Hypotheses = c => Orowan.Potentials.Admissibility.ReasonAgainst(c.V, c.W) ?? ParticleLadder.ReasonAgainst(c),
            Check = (c, solver) =>
            {
                var (trial, ladder) = (Section5Trial.Of(c, solver), ParticleLadder.Of(c, solver));
                return ladder.Rungs.Any(rung => rung.Rows != trial.Rows.Length) || trial.Rows.Length == 0
                    ? [Comparison.Unknown("a run breaks off")]
                    : check(trial, ladder);
            },
        };

    private static IEnumerable<Comparison> CheckTheorem(Section5Trial trial, ParticleLadder ladder)
    {
        var rows = Enumerable.Range(0, trial.Rows.Length).ToArray();
        var points = new List<(double N, double Y, double Error)>();
        foreach (var rung in ladder.Rungs)
        {
            var distance = Math.Sqrt(rows.Max(row => rung.SquaredDistance(trial.Rows[row], row)));
            points.Add((rung.Count, distance, (rung.Trial.Uncertainty + trial.Uncertainty) / distance));
        }
        var (slope, error) = Rates.Of(points);
        yield return Comparison.AtMostOnScale(slope, -0.75, error, 1, $"exponent of sup_t W(mu_n, rho), n = {string.Join(", ", points.Select(p => p.N))}", resolution: 1);
        var tail = Tail * Math.Sqrt(rows.Max(row => ladder.Rungs[^2].SquaredDistance(ladder.Last, row)));
        foreach (var row in rows)
        {
            yield return Comparison.AtMostOnScale(
                Math.Sqrt(ladder.Last.SquaredDistance(trial.Rows[row], row)),
                tail,
                trial.Uncertainty + ladder.Last.Trial.Uncertainty,
                trial.Case.LengthScale,
                $"W(mu_{ladder.Last.Count}, rho) at t = {trial.Rows[row].Time:R}",
                Resolution);
        }
    }

    private static IEnumerable<Comparison> CheckMeasure(
        Section5Trial trial, ParticleLadder ladder, string name, Func<ParticleRung, int, SignedPieces> ofParticles, Func<DensityRow, SignedPieces> ofDensity, double grain = 0)
    {
        var bound = TailOf(ladder, trial.Rows.Length, ofParticles) + (Tail * grain);
        for (var row = 0; row < trial.Rows.Length; row++)
        {
            var error = Caution * ofDensity(trial.Rows[row]).To(ofDensity(ladder.Coarse[row]));
            yield return Comparison.AtMostOnScale(
                ofParticles(ladder.Last, row).To(ofDensity(trial.Rows[row])),
                bound,
                error + ladder.Last.Trial.Uncertainty,
                trial.Case.LengthScale,
                $"{name} of {ladder.Last.Count} particles and of the density at t = {trial.Rows[row].Time:R}",
                WideResolution);
        }
    }
}
