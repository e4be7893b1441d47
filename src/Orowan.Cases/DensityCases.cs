using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Cases;

/// <summary>Densities on the line with separated supports, as Theorem 5.1 of A has them in the limit.</summary>
public static class DensityCases
{
    private const int Cells = 64;

    private const int LargerCells = 128;

    private const int Rows = 9;

    /// <summary>
    /// One to four blocks of alternating sign, semicircles or steps of one to three heights, side by side or at a distance, of total mass
    /// 1; V mostly logarithmic, else of walls or weaker, W zero, attracting or repelling; 9 rows up to a horizon of 0.1 to 1.
    /// </summary>
    /// <remarks>The larger profile has twice the cells, and with them ladders of twice the particles.</remarks>
    public static Family<DensityCase> Separated { get; } = new("densities-separated", Draw(Cells), DensityShrinking.Simpler)
    {
        Larger = new("densities-separated-deep", Draw(LargerCells), DensityShrinking.Simpler),
    };

    private static Gen<DensityCase> Draw(int cells) =>
        from count in Gen.Choose(1, 4)
        from masses in Draws.Composition(count, 10)
        from widths in Gen.ListOf(Gen.Choose(2, 10), count)
        from gaps in Gen.ListOf(Gen.Choose(0, 6).Select(gap => Math.Max(0, gap - 2)), count)
        from shapes in Gen.ListOf(Gen.Choose(0, 3), count)
        from first in Draws.Percent(50)
        from v in Like()
        from w in Opposite()
        from horizon in Draws.LogUniform(0.1m, 1)
        select Assemble(Blocks(masses, [.. widths], [.. gaps], [.. shapes]), first, v, w, (double)horizon) with { Cells = cells };

    private static Gen<Potential> Like() => Gen.Frequency(
        (8, Gen.Constant<Potential>(new LogPotential())),
        (1, Gen.Constant<Potential>(new WallPotential())),
        (1, Gen.Choose(5, 10).Select(tenths => (Potential)new SubLogPotential(tenths / 10.0))));

    private static Gen<Potential> Opposite() => Gen.Frequency(
        (3, Gen.Constant<Potential>(new ZeroPotential())),
        (3, Gen.Choose(1, 10).Select(tenths => (Potential)new NegatedPotential(new RegularisedLogPotential(tenths / 10.0)))),
        (1, Gen.Choose(2, 10).Select(tenths => (Potential)new NegatedPotential(new RegularisedWallPotential(tenths / 10.0)))),
        (1, Gen.Choose(2, 10).Select(tenths => (Potential)new GaussianPotential(0.5, tenths / 10.0))));

    /// <summary>The blocks from the left, lengths in tenths, masses in tenths; steps have a mass at each end and less between.</summary>
    private static IEnumerable<DensityPart> Blocks(int[] masses, int[] widths, int[] gaps, int[] shapes)
    {
        var low = -widths.Sum() / 20.0;
        for (var i = 0; i < masses.Length; i++)
        {
            low += gaps[i] / 10.0;
            var (width, mass) = (widths[i] / 10.0, masses[i] / 10.0);
            yield return shapes[i] == 0 ? new SemicirclePart(low + (width / 2), width / 2, mass) : Steps(low, width, mass, shapes[i]);
            low += width;
        }
    }

    /// <summary>Heights 1, 2, ... in equal widths.</summary>
    private static StepPart Steps(double low, double width, double mass, int steps)
    {
        var unit = 2 * mass / (width * (steps + 1));
        return new(
            [.. Enumerable.Range(0, steps + 1).Select(k => k == steps ? low + width : low + (k * width / steps))],
            [.. Enumerable.Range(1, steps).Select(height => height * unit)]);
    }

    private static DensityCase Assemble(IEnumerable<DensityPart> blocks, bool plusFirst, Potential v, Potential w, double horizon)
    {
        var parts = blocks.Select((part, i) => (Part: part, Plus: plusFirst == (i % 2 == 0))).ToArray();
        return new(v, w, Species(parts, plus: true), Species(parts, plus: false), horizon, Times(horizon), Cells, DensityCase.DefaultTolerance);
    }

    private static Density Species((DensityPart Part, bool Plus)[] parts, bool plus) => new([.. parts.Where(p => p.Plus == plus).Select(p => p.Part)]);

    private static ImmutableArray<double> Times(double horizon) =>
        [.. Enumerable.Range(0, Rows).Select(k => k == Rows - 1 ? horizon : horizon * k / (Rows - 1))];
}
