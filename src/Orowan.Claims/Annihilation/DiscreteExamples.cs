using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>The smallest cases on which displays of section 4 of A fail as printed, or on which a fault shows.</summary>
public static class DiscreteExamples
{
    /// <summary>(+, -) at 0 and 1 with V = -log, W = 1/2 log(r^2 + 1/4), W(0) = -log 2.</summary>
    public static LineCase Pair { get; } = Line(new LogPotential(), LineExamples.Attraction(0.5), [0, 1], [1, -1], 0.5);

    /// <summary>(-, -) at 0 and 1: V = -log pushes the left one with x' = -1/2.</summary>
    public static LineCase TwoNegatives { get; } = Line(new LogPotential(), new ZeroPotential(), [0, 1], [-1, -1], 0.5);

    /// <summary>(+, +) at -1 and 1 with V = -10 log.</summary>
    public static LineCase StrongPair { get; } = Line(new ScaledPotential(10, 1, new LogPotential()), new ZeroPotential(), [-1, 1], [1, 1], 0.1);

    /// <summary>(+, -) a tenth apart.</summary>
    public static LineCase NearPair { get; } = Line(new LogPotential(), new ZeroPotential(), [0, 0.1], [1, -1], 0.5);

    /// <summary>Two species over a length of 20 in alternating order, so that a mirror image is cheaper to reach with changes of sign.</summary>
    public static LineCase Wide { get; } = Line(new LogPotential(), new ZeroPotential(), [-10, -3, 1, 9], [1, -1, 1, -1], 1);

    private static LineCase Line(Potential v, Potential w, double[] x, int[] b, double horizon) =>
        new(v, w, [.. x], [.. b], horizon, [.. Enumerable.Range(0, 13).Select(k => horizon * k / 12)], LineCase.DefaultTolerance);
}
