using System.Numerics;
using Orowan.Formats;

namespace Orowan.Continuum;

/// <summary>
/// The wave vectors that a grid of N points in each direction carries: components of at most M = (N - 1)/3. A product of two functions with
/// these has components up to 2M, and those above N - M - 1 >= 2M are the first that the grid takes for kept ones: no aliasing (the rule
/// of two thirds).
/// </summary>
internal sealed class Truncation
{
    public Truncation(int dimension, int side)
    {
        Highest = GromaBaloghCase.Truncation(side);
        var width = (2 * Highest) + 1;
        Count = dimension == 1 ? width : width * width;
        (First, Second, Place) = (new double[Count], new double[Count], new int[Count]);
        for (var i = 0; i < Count; i++)
        {
            var (k, l) = dimension == 1 ? (i - Highest, 0) : ((i / width) - Highest, (i % width) - Highest);
            (First[i], Second[i]) = (k, l);
            Place[i] = dimension == 1 ? Wrapped(k) : (Wrapped(k) * side) + Wrapped(l);
        }

        int Wrapped(int k) => k < 0 ? k + side : k;
    }

    /// <summary>M.</summary>
    public int Highest { get; }

    /// <summary>(2M + 1)^d. Wave vector Count - 1 - i is the negative of wave vector i.</summary>
    public int Count { get; }

    /// <summary>k_1 of each wave vector.</summary>
    public double[] First { get; }

    /// <summary>k_2 of each wave vector, 0 in one dimension.</summary>
    public double[] Second { get; }

    /// <summary>Where the coefficient stands among those of the grid.</summary>
    public int[] Place { get; }

    /// <summary>The larger component of wave vector i, in size.</summary>
    public double SizeOf(int i) => Math.Max(Math.Abs(First[i]), Math.Abs(Second[i]));

    /// <summary>Kept coefficients to those of the grid; the others are 0.</summary>
    public void Scatter(ReadOnlySpan<Complex> kept, Complex[] grid)
    {
        Array.Clear(grid);
        for (var i = 0; i < kept.Length; i++) grid[Place[i]] = kept[i];
    }
}
