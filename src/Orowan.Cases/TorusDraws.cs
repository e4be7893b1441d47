using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Orowan.Potentials;

namespace Orowan.Cases;

/// <summary>Draws of potentials on the torus.</summary>
internal static class TorusDraws
{
    /// <summary>An interaction that meets (V1), (V2) and (V4) of B: a named one with delta from 0.02 to 1, or random non-negative coefficients.</summary>
    public static Gen<TorusPotential> Regular(int dimension)
    {
        var named =
            from delta in Draws.LogUniform(0.02m, 1)
            from edge in Draws.Percent(50)
            select dimension == 1 ? new TorusLogRegularisedPotential((double)delta)
                : edge ? new TorusEdgePotential((double)delta)
                : (TorusPotential)new TorusGreenPotential((double)delta);
        return Gen.Frequency((7, named), (3, Positive(dimension)));
    }

    /// <summary>Coefficients c/(1 + |k|^2)^{d/2}, c from 0.05 to 1, on one to four wave vectors of components at most 3: (V2) with K &lt;= 1.</summary>
    public static Gen<TorusPotential> Positive(int dimension) =>
        from count in Gen.Choose(1, 4)
        from terms in Term(dimension, 3).ArrayOf(count)
        select (TorusPotential)new FourierPotential(dimension, [.. terms.Select(t => Weighted(t.K, t.Size))]);

    /// <summary>A random external potential with sup|grad U| of order 1: up to three waves with a cosine and a sine.</summary>
    public static Gen<FourierPotential> External(int dimension) =>
        from count in Gen.Choose(1, 3)
        from terms in Term(dimension, 2).ArrayOf(count)
        from phases in Gen.Choose(0, 3).ArrayOf(count)
        select new FourierPotential(dimension, [.. terms.Zip(phases, (t, phase) => Phased(t.K, t.Size, phase))]);

    private static Gen<(ImmutableArray<int> K, decimal Size)> Term(int dimension, int largest) =>
        from first in Gen.Choose(0, largest)
        from second in Gen.Choose(-largest, largest)
        from size in Gen.Choose(5, 100)
        select (Wave(dimension, first, second), size / 100m);

    /// <summary>A wave vector other than 0.</summary>
    private static ImmutableArray<int> Wave(int dimension, int first, int second) =>
        dimension == 1 ? [Math.Max(1, first)] : first == 0 && second == 0 ? [1, 0] : [first, second];

    private static FourierTerm Weighted(ImmutableArray<int> k, decimal size)
    {
        var square = k.Sum(c => c * c);
        var weight = k.Length == 1 ? Math.Round(size / (decimal)Math.Sqrt(1 + square), 4) : Math.Round(size / (1 + square), 4);
        return FourierTerm.Cosine((double)weight, k);
    }

    private static FourierTerm Phased(ImmutableArray<int> k, decimal size, int phase)
    {
        var (amplitude, minor) = (size * 0.2m, size * 0.1m);
        return phase switch
        {
            0 => FourierTerm.Cosine((double)amplitude, k),
            1 => FourierTerm.Sine((double)amplitude, k),
            2 => new(k, (double)amplitude, (double)minor),
            _ => new(k, (double)-minor, (double)amplitude),
        };
    }
}
