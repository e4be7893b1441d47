using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Orowan.Continuum;
using Orowan.Formats;
using Orowan.Measures;
using Orowan.Potentials;

namespace Orowan.Claims.MultipleSigns;

/// <summary>Edge dislocations on slip planes beside the densities of (2.20) and (2.21) of B from the same initial densities. Made once for each subject, so that runs are shared.</summary>
/// <remarks>
/// 2k rows of k particles, k for each sign, at x_2 = (j + 1/2)/k: the middle quantiles of rho^+- = (1 +- c cos 2 pi (x_1 - p) cos 2 pi x_2)/2 given x_2. On
/// slip planes nothing moves in x_2, and the mass of rho^+- at each x_2 stays. So the plan that sends the strip about a row to it, and within the strip matches
/// quantiles in x_1, bounds W, and Gronwall's inequality holds for its cost: the flow keeps a plan between x_2, and quantiles are best in x_1.
/// </remarks>
internal sealed class SlipLadder
{
    /// <summary>T.</summary>
    public const double Horizon = 0.02;

    /// <summary>Points of the densities in each direction, and lines on which distances are taken.</summary>
    public const int Lines = 32;

    /// <summary>An upper bound of lambda delta^2 for the edge potential: it is 29.6 at delta = 0 and falls.</summary>
    private const double Curvature = 30;

    private const double Strength = 4;

    private const double Tolerance = 1e-4;

    /// <summary>k of the rungs.</summary>
    private static readonly ImmutableArray<int> Sides = [2, 4, 6];

    private static readonly FourierPotential External = new(2, [FourierTerm.Cosine(Strength / (2 * Math.PI), 1, 0)]);

    private static readonly ConditionalWeakTable<TorusNumbers, SlipLadder> Made = [];

    private SlipLadder(TorusNumbers subject)
    {
        Limit = Densities(subject, 0);
        Rungs = [.. Sides.Select(k => Make(subject, k))];
    }

    /// <summary>The densities of (2.21).</summary>
    public GromaBaloghCase Limit { get; }

    public ImmutableArray<SlipRung> Rungs { get; }

    public static SlipLadder Of(TorusNumbers subject) => Made.GetValue(subject, s => new(s));

    /// <summary>P of two rows of densities: quantiles in x_1 on each line of the grid.</summary>
    public static double Distance(GromaBaloghRow first, GromaBaloghRow second) => Math.Sqrt(
        (from sign in new[] { 1, -1 } from line in Enumerable.Range(0, Lines) select CircleQuantiles.SquaredDistance(Cells(first, sign, line), Cells(second, sign, line))).Sum() / Lines);

    /// <summary>A density on a line of the grid, x_2 = line/<see cref="Lines"/>, as cells of mass 1/2 in all.</summary>
    public static IEnumerable<QuantilePiece> Cells(GromaBaloghRow row, int sign, int line)
    {
        var values = row.Of(sign);
        double[] cells = [.. Enumerable.Range(0, Lines).Select(i => Math.Max(0, values[(i * Lines) + line]))];
        var total = cells.Sum();
        return cells.Select((value, i) => new QuantilePiece(0.5 * value / total, (i - 0.5) / Lines, (i + 0.5) / Lines));
    }

    private static SlipRung Make(TorusNumbers subject, int k)
    {
        var delta = Math.Sqrt(12 * Curvature * Horizon / Math.Log(2 * k * k));
        var (x, b) = (new List<double>(), new List<int>());
        foreach (var sign in new[] { 1, -1 })
        {
            for (var j = 0; j < k; j++)
            {
                var x2 = (j + 0.5) / k;
                CosineDensity given = new(SlowAndFast.ContrastOf(subject) * sign * Math.Cos(2 * Math.PI * x2), subject.X1);
                for (var i = 0; i < k; i++)
                {
                    x.AddRange([given.Quantile((i + (sign > 0 ? 0.25 : 0.75)) / k), x2]);
                    b.Add(sign);
                }
            }
        }
        var densities = Densities(subject, delta);
        return new(k, new(2, TorusMotion.Slip, densities.V, External, [.. x], [.. b], Horizon, [0, Horizon], Tolerance), densities);
    }

    private static GromaBaloghCase Densities(TorusNumbers subject, double delta) =>
        new(2, TorusMotion.Slip, subject.Kernels.Edge(delta), External, 0, Density(subject, 1), Density(subject, -1), Horizon, [0, Horizon], Lines, Tolerance);

    private static SeriesDensity Density(TorusNumbers subject, int sign)
    {
        var (sin, cos) = Math.SinCos(2 * Math.PI * subject.X1);
        var c = 0.25 * sign * SlowAndFast.ContrastOf(subject);
        return new(new(2,
        [
            FourierTerm.Cosine(0.5, 0, 0), FourierTerm.Cosine(c * cos, 1, 1), FourierTerm.Sine(c * sin, 1, 1), FourierTerm.Cosine(c * cos, 1, -1), FourierTerm.Sine(c * sin, 1, -1),
        ]));
    }
}

/// <summary>Particles in rows, and the densities with the same V_delta.</summary>
/// <param name="Side">k.</param>
internal sealed record SlipRung(int Side, TorusCase Particles, GromaBaloghCase Densities)
{
    /// <summary>
    /// P: strips to rows, quantiles in x_1. In x_2 the mean square over a strip is 1/(12 k^2) and the square of how far its row is from the middle; in
    /// x_1 a line stands for the strip of width 1/<see cref="SlipLadder.Lines"/> about it, and the error is what lines of twice the width make of it.
    /// </summary>
    public Estimate Distance(double[] places, GromaBaloghRow density)
    {
        double across = 0, fine = 0, coarse = 0;
        foreach (var (sign, first) in new[] { (1, 0), (-1, Side * Side) })
        {
            for (var j = 0; j < Side; j++)
            {
                int[] row = [.. Enumerable.Range(first + (j * Side), Side)];
                across += row.Average(i => Math.Pow(places[(2 * i) + 1] - ((j + 0.5) / Side), 2)) / (2 * Side);
                for (var line = 0; line <= SlipLadder.Lines; line++)
                {
                    var (own, twice) = (Overlap(j, line, 1), line % 2 == 0 ? Overlap(j, line, 2) : 0);
                    if (own + twice <= 0) continue;
                    var squared = CircleQuantiles.SquaredDistance(
                        CircleQuantiles.Atoms(row.Select(i => places[2 * i]), 0.5 / Side), SlipLadder.Cells(density, sign, line % SlipLadder.Lines));
                    fine += own * squared;
                    coarse += twice * squared;
                }
            }
        }
        across += 1 / (12.0 * Side * Side);
        var value = Math.Sqrt(across + fine);
        return new(value, Math.Abs(value - Math.Sqrt(across + coarse)));
    }

    /// <summary>The length that strip j and the neighbourhood of a line, <paramref name="width"/> spacings wide, have in common.</summary>
    private double Overlap(int j, int line, int width)
    {
        const double Spacing = 1.0 / SlipLadder.Lines;
        return Math.Max(0, Math.Min((j + 1.0) / Side, (line + (0.5 * width)) * Spacing) - Math.Max((double)j / Side, (line - (0.5 * width)) * Spacing));
    }
}
