using System.Collections.Immutable;
using Orowan.Continuum;
using Orowan.Flows;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Tests.Continuum;

/// <summary>Cases of densities that the tests share.</summary>
internal static class Densities
{
    public static readonly Potential Attraction = new NegatedPotential(new RegularisedLogPotential(0.25));

    /// <summary>One semicircle of mass 1 and radius 1/2, alone: R^2 = 1/4 + 4 t.</summary>
    public static DensityCase Semicircle(int cells, params double[] output) =>
        new(new LogPotential(), new ZeroPotential(), Of(new SemicirclePart(0, 0.5, 1)), Density.None, output[^1], [.. output], cells, 0.02);

    /// <summary>Two semicircles of opposite sign at a distance, which meet at t = 0.156 when W = 0 and both have mass 1/2.</summary>
    public static DensityCase Meeting(int cells, Potential w, double plusMass, params double[] output) =>
        new(
            new LogPotential(), w, Of(new SemicirclePart(-0.75, 0.5, plusMass)), Of(new SemicirclePart(0.75, 0.5, 1 - plusMass)), output[^1], [.. output], cells, 0.02);

    /// <summary>Three blocks + - + with jumps, the outer two touching the inner one.</summary>
    public static DensityCase Blocks(int cells, Potential w, params double[] output) =>
        new(
            new LogPotential(),
            w,
            Of(StepPart.Block(-1, -0.3, 0.4), StepPart.Block(0.45, 0.8, 0.2)),
            Of(StepPart.Block(-0.3, 0.45, 0.4)),
            output[^1],
            [.. output],
            cells,
            0.02);

    public static Density Of(params DensityPart[] parts) => new([.. parts]);

    public static DensityRun Solve(DensityCase subject) => new ReferenceSolver().Solve(subject);

    /// <summary>W_2 of rho^+ to the semicircle of mass 1 and radius R about 0, cut into 8192 even pieces (an error below 1e-6).</summary>
    public static double DistanceToSemicircle(DensityRow row, double radius)
    {
        var exact = new SemicirclePart(0, radius, 1);
        const int Pieces = 8192;
        var width = 2 * radius / Pieces;
        double[] density = [.. Enumerable.Range(0, Pieces).Select(i => (exact.MassBelow(((i + 1) * width) - radius) - exact.MassBelow((i * width) - radius)) / width)];
        return Math.Sqrt(QuantileTransport.SquaredDistance(QuantileTransport.Cells(-radius, width, density), QuantileTransport.Of(row, 1)));
    }

    /// <summary>Changes of sign of kappa from cell to cell, empty cells left out.</summary>
    public static int SignChanges(DensityRow row)
    {
        int[] signs = [.. row.Kappa().Select(k => Math.Abs(k) > 1e-12 ? Math.Sign(k) : 0).Where(s => s != 0)];
        return signs.Zip(signs.Skip(1)).Count(pair => pair.First != pair.Second);
    }

    public static ImmutableArray<double> Times(double horizon, int rows) => [.. Enumerable.Range(0, rows).Select(k => horizon * k / (rows - 1))];
}
