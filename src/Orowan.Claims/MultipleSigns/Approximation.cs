using Orowan.Formats;
using Orowan.Measures;

namespace Orowan.Claims.MultipleSigns;

/// <summary>The construction that the claims on Lemma 2.4 judge; a broken solver may bring its own.</summary>
internal interface IApproximation
{
    DensityApproximation Of(TorusDensity density, int n);
}

/// <summary>B, Lemma 2.4: densities approximated by particles, the construction of the proof with its constants and its rates.</summary>
public static class Approximation
{
    private const string ProofLabel = "Lemma 2.4, proof";

    /// <summary>Odd numbers, so that equal blocks have no whole numbers of particles.</summary>
    private static readonly int[] Ladder = [5, 17, 65, 257];

    private static readonly int[] PlaneLadder = [4, 9, 25];

    private static readonly int[] Counts = [1, 2, 3, 5, 10, 100, 1000];

    public static Claim<TorusDensity> Masses { get; } = About(
        "B-2.4-i",
        "Lemma 2.4, first estimate",
        "n rho_n^+-(T^d) are whole numbers and W^2(rho, rho_n) = 4 |rho^+(T^d) - rho_n^+(T^d)| <= 2/n: C = 2.",
        "Rounding n rho^+(T^d) to the nearest number moves a mass m of at most 1/(2n) between the signs; in place that costs 4 m, and no less, since m at least must change sign.",
        CheckMasses);

    public static Claim<TorusDensity> SignChange { get; } = OfSignChange(
        "Moving a mass of at most 1/n from + to - costs at most 4/n.",
        "|a - b|^2 = 4 by (2.5), in place. n rho^+(T^d) is rounded down here, as the proof says.",
        _ => 4);

    public static Claim<TorusDensity> SignChangePrinted { get; } = OfSignChange(
        "As printed: the cost of moving a mass of at most 1/n from + to - is at most ((diam T^d/2)^2 + 2)/n.",
        "diam T^d = sqrt(d)/2.",
        density => (density.Dimension / 16.0) + 2);

    public static Claim<TorusDensity> Entropy { get; } = About(
        "B-2.4-entropy",
        "Lemma 2.4, entropy",
        "Ent(rho_n) <= Ent(rho) + log 2, uniformly in n.",
        "f(s) = s log s has f(a + b) <= f(a) + f(b) + (a + b) log 2 by convexity and f(e a) <= e f(a) for e in [0, 1]; the sign that gains has mass at most 1.",
        CheckEntropy);

    public static Claim<TorusDensity> Particles { get; } = About(
        "B-2.4-ii",
        "Lemma 2.4, second estimate",
        "W^2(rho_n^+-, mu_n^+-) <= 2 (sqrt(d (d + 3)) h N/(4n) + d h^2 rho_n^+-(T^d)), N = h^-d cells, h <= n^{-1/d} and N <= 2^d n: C/n^{1/d} with C = 2 (2^d sqrt(d (d + 3))/4 + d).",
        "Between consecutive cells of the snake at most 1/(2n) moves, over at most sqrt(d + 3) h, so W_1(rho_n, rho~_n) <= N sqrt(d + 3) h/(2n), and W^2 <= diam W_1; within a cell nothing moves "
        + "farther than sqrt(d) h. (a + b)^2 <= 2 a^2 + 2 b^2.",
        (density, approximation) => CheckParticles(density, approximation, General));

    public static Claim<TorusDensity> Rate { get; } = About(
        "B-2.4-display-2",
        ProofLabel,
        "W(rho_n^+-, mu_n^+-) <= C/n^{1/d} where every cell has at least the mass 1/n, so for densities bounded below and large n, C^2 = 2 (2^d (d + 3)/2 + d); otherwise C/n^{1/(2d)}.",
        "With 1/n in every cell what moves comes from the cell before, over at most sqrt(d + 3) h; over a gap mass is handed on from cell to cell, and only W_1 is controlled, as in B-2.4-ii.",
        (density, approximation) => CheckParticles(density, approximation, Sharp));

    public static Claim<TorusDensity> RatePrinted { get; } = About(
        "B-2.4-display-2",
        ProofLabel,
        "As printed, for every density: W(rho_n^+-, mu_n^+-) <= C/n^{1/d}, so that the slope of log W against log n is at most -1/d.",
        "Least squares over n = 5, 17, 65, 257 (d = 1) and 4, 9, 25 (d = 2); the uncertainty is three standard errors of the slope.",
        CheckSlope);

    /// <summary>Nine tenths of the mass is positive, and n = 1.</summary>
    public static TorusDensity MostlyPositive { get; } = new(1, [9, 9], [1, 1]);

    /// <summary>Two equal blocks and two gaps on the circle.</summary>
    public static TorusDensity Gaps { get; } = new(1, [1, 0, 1, 0], [0, 0, 0, 0]);

    /// <summary>
    /// W(rho_n^+, mu_n^+) for n = 5, 17, 65, 257 on the circle, 4, 9, 25 on T^2. The atoms that stand for rho_n are finer than the cells by one
    /// factor for all n, so that they move all logarithms alike and the slope by what its residuals show: no error of its own for a rung.
    /// </summary>
    public static IReadOnlyList<(double Count, double Distance, double Error)> Rungs(TorusDensity density) => RungsBy(new Ours(), density);

    private static IReadOnlyList<(double Count, double Distance, double Error)> RungsBy(IApproximation approximation, TorusDensity density) =>
        [.. LadderOf(density).Select(n => ((double)n, Math.Max(Math.Sqrt(Squared(approximation.Of(density, n), 1).Value), 1e-150), 0.0))];

    private static Claim<TorusDensity> About(string id, string label, string statement, string derivation, Func<TorusDensity, IApproximation, IEnumerable<Comparison>> check) =>
        new(id, label, statement, derivation, _ => null, (density, solver) => check(density, solver as IApproximation ?? new Ours()));

    private static Claim<TorusDensity> OfSignChange(string statement, string derivation, Func<TorusDensity, double> constant) => new(
        "B-2.4-display-1", ProofLabel, statement, derivation, _ => null, (density, solver) => CheckSignChange(density, Distances.Of(solver), constant(density)));

    private static int[] LadderOf(TorusDensity density) => density.Dimension == 1 ? Ladder : PlaneLadder;

    private static IEnumerable<Comparison> CheckMasses(TorusDensity density, IApproximation approximation)
    {
        foreach (var n in Counts.Where(n => density.Dimension == 1 || n <= 100))
        {
            var made = approximation.Of(density, n);
            var mass = made.Plus.Sum();
            var u = 64 * Floating.Spacing * density.Plus.Length;
            yield return Comparison.Equal(n * mass, Math.Round(n * mass), n * u, 1, $"n rho_n^+, n = {n}");
            var squared = Transport.ByAllCosts(Cells(density, density.Cells(1), density.Cells(-1)), Cells(density, made.Plus, made.Minus), Torus(density), SignCost.B).Cost;
            yield return Comparison.AtMost(squared, 2.0 / n, 8 * u, $"W^2(rho, rho_n), n = {n}");
            yield return Comparison.Equal(squared, 4 * Math.Abs(density.MassOf(1) - mass), 8 * u, 1, $"W^2 is the price of the signs, n = {n}");
        }
    }

    private static IEnumerable<Comparison> CheckSignChange(TorusDensity density, IDistances distances, double constant)
    {
        foreach (var n in Counts)
        {
            var target = Math.Floor((n * density.MassOf(1)) + 1e-9) / n;
            var (plus, minus) = DensityApproximation.WithMasses(density, Math.Min(target, density.MassOf(1)));
            var squared = distances.Squared(Cells(density, density.Cells(1), density.Cells(-1)), Cells(density, plus, minus), Torus(density), SignCost.B);
            yield return Comparison.AtMost(squared, constant / n, 512 * Floating.Spacing * density.Plus.Length, $"n = {n}");
        }
    }

    private static IEnumerable<Comparison> CheckEntropy(TorusDensity density, IApproximation approximation)
    {
        var before = EntropyOf(density, density.Cells(1)) + EntropyOf(density, density.Cells(-1));
        foreach (var n in Counts.Where(n => density.Dimension == 1 || n <= 100))
        {
            var made = approximation.Of(density, n);
            var after = EntropyOf(density, made.Plus) + EntropyOf(density, made.Minus);
            yield return Comparison.AtMostOnScale(after, before + Math.Log(2), 1e3 * Floating.Spacing * density.Plus.Length, 1, $"n = {n}");
        }
    }

    private static double EntropyOf(TorusDensity density, IEnumerable<double> masses) => masses.Sum(m => m > 0 ? m * Math.Log(m * density.Plus.Length) : 0);

    private static IEnumerable<Comparison> CheckParticles(TorusDensity density, IApproximation approximation, Func<DensityApproximation, int, double> bound)
    {
        foreach (var n in LadderOf(density))
        {
            var made = approximation.Of(density, n);
            foreach (var sign in ((int[])[1, -1]).Where(sign => made.Particles.MassOf(sign) > 0))
            {
                var (squared, u) = Squared(made, sign);
                yield return Comparison.AtMost(squared, bound(made, sign), u, $"sign {sign}, n = {n}", resolution: 0.1);
            }
        }
    }

    /// <summary>2 (sqrt(d (d + 3)) h N/(4n) + d h^2 mass).</summary>
    private static double General(DensityApproximation made, int sign)
    {
        double d = made.Density.Dimension, h = 1.0 / made.CellsPerSide, cells = Math.Pow(made.CellsPerSide, d);
        return 2 * ((Math.Sqrt(d * (d + 3)) * h * cells / (4 * made.Count)) + (d * h * h * made.Particles.MassOf(sign)));
    }

    /// <summary>2 (N (d + 3)/(2n) + d mass) h^2 where every cell has the mass 1/n.</summary>
    private static double Sharp(DensityApproximation made, int sign)
    {
        if (made.MassesOn(sign, made.CellsPerSide).Min() < 1.0 / made.Count) return General(made, sign);
        double d = made.Density.Dimension, h = 1.0 / made.CellsPerSide, cells = Math.Pow(made.CellsPerSide, d);
        return 2 * ((cells * (d + 3) / (2 * made.Count)) + (d * made.Particles.MassOf(sign))) * h * h;
    }

    private static IEnumerable<Comparison> CheckSlope(TorusDensity density, IApproximation approximation)
    {
        var (slope, error) = Rates.Of(RungsBy(approximation, density));
        yield return Comparison.AtMostOnScale(slope, -1.0 / density.Dimension, error, 1, "slope of log W^+ against log n", resolution: 0.2);
    }

    /// <summary>W^2(rho_n, mu_n) of one sign by atoms on a finer grid, and what the atoms make of it: half the diagonal of a fine cell.</summary>
    private static (double Value, double Uncertainty) Squared(DensityApproximation made, int sign)
    {
        var density = made.Density;
        if (made.Particles.MassOf(sign) == 0) return (0, 0);
        var side = made.CellsPerSide * (density.Dimension == 1 ? 64 : 4);
        var fine = OnGrid(density.Dimension, side, made.MassesOn(sign, side));
        var squared = Transport.Optimal(made.Particles.Part(made.Particles.Members(sign)), fine, Torus(density)).Cost;
        var off = Math.Sqrt(density.Dimension * made.Particles.MassOf(sign)) / (2 * side);
        return (squared, (2 * Math.Sqrt(squared) * off) + (off * off));
    }

    private static AtomicMeasure OnGrid(int dimension, int side, IReadOnlyList<double> masses)
    {
        int[] cells = [.. Enumerable.Range(0, masses.Count).Where(k => masses[k] > 0)];
        IEnumerable<double> Centre(int k) => dimension == 1 ? [(k + 0.5) / side] : [((k / side) + 0.5) / side, ((k % side) + 0.5) / side];
        return new(dimension, [.. cells.SelectMany(Centre)], [.. cells.Select(k => masses[k])]);
    }

    /// <summary>Atoms of both signs in the middle of the cells.</summary>
    private static AtomicMeasure Cells(TorusDensity density, IReadOnlyList<double> plus, IReadOnlyList<double> minus)
    {
        var side = density.Side;
        IEnumerable<double> Centre(int k) => density.Dimension == 1 ? [(k + 0.5) / side] : [((k / side) + 0.5) / side, ((k % side) + 0.5) / side];
        var places = Enumerable.Range(0, plus.Count).SelectMany(Centre).ToArray();
        return new(density.Dimension, [.. places, .. places], [.. plus, .. minus], [.. plus.Select(_ => 1), .. minus.Select(_ => -1)]);
    }

    private static Space Torus(TorusDensity density) => Space.Torus(density.Dimension);

    private sealed class Ours : IApproximation
    {
        public DensityApproximation Of(TorusDensity density, int n) => DensityApproximation.Of(density, n);
    }
}
