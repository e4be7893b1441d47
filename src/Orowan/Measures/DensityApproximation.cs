using System.Collections.Immutable;
using Orowan.Formats;

namespace Orowan.Measures;

/// <summary>
/// The construction of B, Lemma 2.4, as initial data: from a density first rho_n, whose signs have masses in N/n, then mu_n, n particles.
/// </summary>
/// <param name="Density">rho.</param>
/// <param name="Count">n.</param>
/// <param name="Plus">Masses of rho_n^+ in the cells of the density's own grid.</param>
/// <param name="Minus">Masses of rho_n^-.</param>
/// <param name="CellsPerSide">M, the least whole number with M^d >= n: the particles are counted on M^d cells of side h = 1/M.</param>
/// <param name="Particles">mu_n, n atoms of mass 1/n with signs.</param>
public sealed record DensityApproximation(
    TorusDensity Density, int Count, ImmutableArray<double> Plus, ImmutableArray<double> Minus, int CellsPerSide, AtomicMeasure Particles)
{
    /// <summary>
    /// n+ is n rho^+(T^d) rounded to the nearest whole number, and as much of one sign as that takes, at most 1/(2n), becomes the other, in
    /// proportion to its density. The cells are visited in the order of a snake, so that each is next to the one before; the number of
    /// particles up to a cell is n rho_n up to it, rounded. In a cell they stand apart; the lemma leaves open where.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">n is less than 1.</exception>
    public static DensityApproximation Of(TorusDensity density, int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        var positive = (int)Math.Round(n * density.MassOf(1), MidpointRounding.AwayFromZero);
        var (plus, minus) = WithMasses(density, positive / (double)n);
        var side = 1;
        while (Math.Pow(side, density.Dimension) < n) side++;
        var (x, b) = (new List<double>(), new List<int>());
        Place(density, plus, side, n, positive, 1, x, b);
        Place(density, minus, side, n, n - positive, -1, x, b);
        return new(density, n, plus, minus, side, AtomicMeasure.Equal(density.Dimension, [.. x], [.. b]));
    }

    /// <summary>The masses of rho_n^+- on a grid of <paramref name="side"/> cells along each side, last coordinate fastest.</summary>
    public double[] MassesOn(int sign, int side) => Refined(Density, sign > 0 ? Plus : Minus, side);

    /// <summary>The density moved between the signs until rho_n^+ has the mass <paramref name="target"/>.</summary>
    public static (ImmutableArray<double> Plus, ImmutableArray<double> Minus) WithMasses(TorusDensity density, double target)
    {
        var (plus, minus, mass) = (density.Cells(1), density.Cells(-1), density.MassOf(1));
        if (target <= mass)
        {
            var share = mass == 0 ? 0 : (mass - target) / mass;
            return ([.. plus.Select(p => (1 - share) * p)], [.. minus.Zip(plus, (q, p) => q + (share * p))]);
        }
        var back = (target - mass) / (1 - mass);
        return ([.. plus.Zip(minus, (p, q) => p + (back * q))], [.. minus.Select(q => (1 - back) * q)]);
    }

    private static void Place(TorusDensity density, ImmutableArray<double> masses, int side, int n, int count, int sign, List<double> x, List<int> b)
    {
        var cells = Refined(density, masses, side);
        double sum = 0;
        var placed = 0;
        foreach (var cell in Snake(side, density.Dimension))
        {
            sum += cells[cell];
            var here = Math.Clamp((int)Math.Round(n * sum, MidpointRounding.AwayFromZero), placed, count) - placed;
            for (var k = 0; k < here; k++) AddParticle(density.Dimension, side, cell, (k + (sign > 0 ? 0.5 : 0.25)) / here, x);
            placed += here;
        }
        // Rounding of the sum may leave one out, in the last cell that has mass.
        for (; placed < count; placed++) AddParticle(density.Dimension, side, Snake(side, density.Dimension).Last(cell => cells[cell] > 0 || count == 0), 0.75, x);
        b.AddRange(Enumerable.Repeat(sign, count));
    }

    private static void AddParticle(int dimension, int side, int cell, double along, List<double> x)
    {
        const double goldenShare = 0.6180339887498949;
        if (dimension == 1)
        {
            x.Add((cell + along) / side);
            return;
        }
        x.Add(((cell / side) + along) / side);
        x.Add(((cell % side) + (along / goldenShare % 1)) / side);
    }

    /// <summary>All cells, each next to the one before: every other row is walked backwards.</summary>
    private static IEnumerable<int> Snake(int side, int dimension)
    {
        if (dimension == 1) return Enumerable.Range(0, side);
        return Enumerable.Range(0, side * side).Select(k => (k / side * side) + (k / side % 2 == 0 ? k % side : side - 1 - (k % side)));
    }

    /// <summary>Masses on another grid: a coordinate at a time, by the share of each old cell that a new one covers.</summary>
    private static double[] Refined(TorusDensity density, ImmutableArray<double> masses, int side)
    {
        var shares = Shares(density.Side, side);
        if (density.Dimension == 1) return [.. shares.Select(row => row.Zip(masses, (s, m) => s * m).Sum())];
        var refined = new double[side * side];
        for (var i = 0; i < side; i++)
        {
            for (var j = 0; j < side; j++)
            {
                for (var k = 0; k < masses.Length; k++) refined[(i * side) + j] += shares[i][k / density.Side] * shares[j][k % density.Side] * masses[k];
            }
        }
        return refined;
    }

    /// <summary>The share of old cell k that new cell i covers.</summary>
    private static double[][] Shares(int old, int side) =>
        [.. Enumerable.Range(0, side).Select(i => Enumerable.Range(0, old)
            .Select(k => Math.Max(0, Math.Min((i + 1.0) / side, (k + 1.0) / old) - Math.Max(i / (double)side, k / (double)old)) * old)
            .ToArray())];
}
