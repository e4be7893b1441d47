using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>Close opposite pairs that never meet: what a code that takes out close pairs gets wrong.</summary>
internal static class IntroductionExamples
{
    /// <summary>A pair that stays alive, because the positive particle to its right pushes it apart.</summary>
    public static LineCase PushedApart { get; } = Pair([-0.05, 0.05, 1], [1, -1, 1]);

    /// <summary>Two opposite particles alone.</summary>
    public static LineCase LonePair { get; } = Pair([-0.05, 0.05], [1, -1]);

    private static LineCase Pair(double[] x, int[] b) =>
        new(new LogPotential(), LineExamples.Attraction(0.25), [.. x], [.. b], 0.5, [0, 0.125, 0.25, 0.375, 0.5], LineCase.DefaultTolerance);
}
