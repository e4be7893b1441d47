using FsCheck;
using FsCheck.Fluent;
using Orowan.Formats;

namespace Orowan.Cases;

/// <summary>Densities of both signs on the torus, constant on cells.</summary>
public static class TorusDensities
{
    /// <summary>2 to 8 cells along the circle, 2 times 2 or 3 times 3 on T^2; weights from 0 to 9, gaps and spikes among them, or all alike.</summary>
    public static Family<TorusDensity> Stepped { get; } = new("torus-densities", Draw(), Simpler);

    private static Gen<TorusDensity> Draw() =>
        from dimension in Gen.Frequency((3, Gen.Constant(1)), (1, Gen.Constant(2)))
        from side in dimension == 1 ? Gen.Choose(2, 8) : Gen.Choose(2, 3)
        let cells = dimension == 1 ? side : side * side
        from even in Draws.Percent(3)
        from plus in Weight(even).ArrayOf(cells)
        from minus in Weight(even).ArrayOf(cells)
        select new TorusDensity(dimension, [.. Some(plus)], [.. minus]);

    /// <summary>Gaps, usual weights, and spikes.</summary>
    private static Gen<double> Weight(bool even) => even
        ? Gen.Constant(1.0)
        : Gen.Frequency((3, Gen.Constant(0)), (6, Gen.Choose(1, 9)), (1, Gen.Choose(50, 90))).Select(w => (double)w);

    /// <summary>At least one weight is not 0.</summary>
    private static double[] Some(double[] weights) => Array.TrueForAll(weights, w => w == 0) ? [1, .. weights[1..]] : weights;

    /// <summary>Weights towards 1 and 0.</summary>
    private static IEnumerable<TorusDensity> Simpler(TorusDensity density)
    {
        for (var k = 0; k < density.Plus.Length; k++)
        {
            if (density.Plus[k] > 1) yield return density with { Plus = density.Plus.SetItem(k, 1) };
            if (density.Minus[k] > 1) yield return density with { Minus = density.Minus.SetItem(k, 1) };
            if (density.Minus[k] != 0) yield return density with { Minus = density.Minus.SetItem(k, 0) };
        }
    }
}
