using System.Collections.Immutable;

namespace Orowan.Particles;

/// <summary>
/// State (x, b) of n particles on the line, ghosts included, with the gaps that the positions cannot carry. Positions of the alive are
/// in non-decreasing order; two alive neighbours share a double only when <see cref="LogGap"/> says how far apart they are.
/// </summary>
/// <param name="X">Positions, length n.</param>
/// <param name="B">Charges, length n, each -1, 0 or 1.</param>
public sealed record LineState(double[] X, int[] B)
{
    /// <summary>Natural logarithm of a gap, by the index of its left particle; only for gaps below the spacing of doubles.</summary>
    public ImmutableDictionary<int, double> LogGap { get; init; } = ImmutableDictionary<int, double>.Empty;

    /// <summary>Indices of the alive particles, from left to right.</summary>
    public int[] Alive()
    {
        var alive = Enumerable.Range(0, B.Length).Where(i => B[i] != 0).ToArray();
        return alive;
    }
}
