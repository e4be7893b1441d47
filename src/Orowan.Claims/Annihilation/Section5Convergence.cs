using Orowan.Continuum;
using Orowan.Formats;

namespace Orowan.Claims.Annihilation;

/// <summary>Theorem 5.1 of A itself: particles converge, to the solution of (1.3), as rates on ladders of n.</summary>
internal static class Section5Convergence
{
    /// <summary>-3/4, an exponent in n that is not exceeded: the order is 1.</summary>
    private const double Exponent = -0.75;

    /// <summary>An exponent of 0, no convergence, is told from <see cref="Exponent"/>.</summary>
    private const double ExponentResolution = 0.5;

    /// <summary>1/(2^(3/4) - 1) = 1.467: what the differences from n to 2n, 2n to 4n, ... add up to, as a multiple of the last one known, where they fall like n^(-3/4) or faster.</summary>
    public static readonly double Tail = 1 / (Math.Pow(2, -Exponent) - 1);

    /// <summary>Share of a length up to which the error of a density decides.</summary>
    private const double Resolution = 0.05;

    /// <summary>The same for what is alive: where opposites share a cell, what half the cells annihilate at once counts as error.</summary>
    private const double AliveResolution = 0.25;

    public static Claim<DensityCase> Theorem { get; } = About(
        "A-5.1",
        "Theorem 5.1",
        "mu_n -> rho uniformly in t, rho the solution of (1.3) by finite volumes: sup_t W(mu_n(t), rho(t)), rho on twice the cells, falls with an exponent of -3/4 or less on the middle "
        + "quantiles, n = 10, 20, 40, ..., at the last N it is at most 1.467 a_(N/2), a_n = sup_t W(mu_n(t), mu_2n(t)), and rho on twice the cells is within the stated errors of both.",
        "Quantiles of a density have W of order 1/n, and so has what the flow makes of them. a_N + a_2N + ... <= a_(N/2) (2^(-3/4) + 2^(-3/2) + ...) = 1.467 a_(N/2) for exponents of at most -3/4. "
        + "u is the stated error of the densities; for the exponent three standard errors, and what that error and those of the runs make of it.",
        CheckTheorem);

    public static Claim<DensityCase> Difference { get; } = About(
        "A-5.1-display-4",
        "Theorem 5.1, step 2: kappa_n -> kappa",
        "int |F_N - F| + |F_N(inf) - F(inf)| <= 1.467 d_(N/2), F_n and F the distribution functions of kappa_n(t) and kappa(t), d_n the same between n and 2n, sup over t.",
        "It bounds |int f dkappa_n - int f dkappa| for |f|, |f'| <= 1, by parts. The sum of the later differences as in A-5.1; the error of kappa is 1.6 times what half the cells change. u: that, and what the errors of "
        + "the particles make of both sides.",
        (trial, ladder) => CheckMeasure(trial, ladder, "kappa", (rung, row) => rung.Kappa(row), SignedPieces.Kappa, TailOf(trial, ladder, (rung, row) => rung.Kappa(row)), Resolution));

    public static Claim<DensityCase> Alive { get; } = About(
        "A-5.1-display-7",
        "Theorem 5.1, step 2: [kappa_n]_+- -> [kappa]_+-",
        "int |F_N - F| + |F_N(inf) - F(inf)| <= D = 1.467 (d_(N/2) + 1/N) for the distribution functions of what is alive of either sign, among particles and in the density.",
        "As A-5.1-display-4; whether one pair more of the 2n is annihilated by then, d_n need not see. It fails without hypothesis (iii): A-5.1-iii.",
        (trial, ladder) => new[] { 1, -1 }.SelectMany(sign => CheckMeasure(
            trial, ladder, $"[kappa]_{(sign > 0 ? '+' : '-')}", (rung, row) => new(rung.Alive(row, sign), []), row => new(SignedPieces.Alive(row, sign), []), AliveTail(trial, ladder, sign), AliveResolution)));

    /// <summary>D of <see cref="Alive"/>: how far what is alive of the sign on the last rung is from the limit.</summary>
    public static double AliveTail(Section5Trial trial, ParticleLadder ladder, int sign) =>
        TailOf(trial, ladder, (rung, row) => new(rung.Alive(row, sign), [])) + (Tail / ladder.Last.Count);

    /// <summary>sup over rows of W between the last two rungs, times <see cref="Tail"/>: how far the last one is from the limit.</summary>
    public static double DistanceTail(Section5Trial trial, ParticleLadder ladder) =>
        Tail * Math.Sqrt(Enumerable.Range(0, trial.Rows.Length).Max(row => ladder.Rungs[^2].SquaredDistance(ladder.Last, row)));

    private static double TailOf(Section5Trial trial, ParticleLadder ladder, Func<ParticleRung, int, SignedPieces> measure) =>
        Tail * Enumerable.Range(0, trial.Rows.Length).Max(row => measure(ladder.Rungs[^2], row).To(measure(ladder.Last, row)));

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
        var (rows, fine) = (Enumerable.Range(0, trial.Rows.Length).ToArray(), ladder.Fine);
        if (fine.Rows.Length != rows.Length)
        {
            yield return Comparison.Unknown("the run on twice the cells breaks off");
            yield break;
        }
        var points = new List<(double N, double Y, double Error)>();
        foreach (var rung in ladder.Rungs)
        {
            var distance = Math.Sqrt(rows.Max(row => rung.SquaredDistance(fine.Rows[row], row)));
            points.Add((rung.Count, distance, (rung.Trial.Uncertainty + fine.Uncertainty) / distance));
        }
        var (slope, error) = Rates.Of(points);
        yield return Comparison.AtMostOnScale(slope, Exponent, error, 1, $"exponent of sup_t W(mu_n, rho), n = {string.Join(", ", points.Select(p => p.N))}", ExponentResolution);
        var (tail, tailError) = (DistanceTail(trial, ladder), Tail * ladder.LastError);
        foreach (var row in rows)
        {
            var (at, scale) = ($"t = {trial.Rows[row].Time:R}", trial.Case.LengthScale);
            yield return Comparison.AtMostOnScale(
                Math.Sqrt(ladder.Last.SquaredDistance(trial.Rows[row], row)),
                tail,
                trial.Uncertainty + ladder.Last.Trial.Uncertainty + tailError,
                scale,
                $"W(mu_{ladder.Last.Count}, rho) at {at}",
                Resolution);
            yield return Comparison.AtMostOnScale(
                Math.Sqrt(QuantileTransport.SquaredDistance(trial.Rows[row], fine.Rows[row])), 0, trial.Uncertainty + fine.Uncertainty, scale, $"W to rho on twice the cells at {at}", Resolution);
        }
    }

    private static IEnumerable<Comparison> CheckMeasure(
        Section5Trial trial, ParticleLadder ladder, string name, Func<ParticleRung, int, SignedPieces> ofParticles, Func<DensityRow, SignedPieces> ofDensity, double bound, double resolution)
    {
        for (var row = 0; row < trial.Rows.Length; row++)
        {
            var error = DensityOrders.Caution * ofDensity(trial.Rows[row]).To(ofDensity(ladder.Coarse[row]));
            yield return Comparison.AtMostOnScale(
                ofParticles(ladder.Last, row).To(ofDensity(trial.Rows[row])),
                bound,
                error + ladder.Last.Trial.Uncertainty + (Tail * ladder.LastError),
                trial.Case.LengthScale,
                $"{name} of {ladder.Last.Count} particles and of the density at t = {trial.Rows[row].Time:R}",
                resolution);
        }
    }
}
