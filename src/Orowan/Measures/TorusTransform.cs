using System.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace Orowan.Measures;

/// <summary>The discrete Fourier transform on a grid of N points along each direction of T^d, by rows and then by columns.</summary>
/// <remarks>
/// Value (i, j) of a function on T^2 stands at i N + j, at x = (i/N, j/N), the coefficient of the wave vector (k, l) at (k mod N) N + (l mod N).
/// Not for several threads at once: rows are transformed in a buffer of its own.
/// </remarks>
/// <param name="dimension">d, 1 or 2.</param>
/// <param name="side">N, at least 1; powers of 2 are fastest.</param>
public sealed class TorusTransform(int dimension, int side)
{
    private readonly Complex[] line = new Complex[side];

    /// <summary>N^d.</summary>
    public int Count { get; } = dimension == 1 ? side : side * side;

    /// <summary>Values to coefficients f_k = int f exp(-2 pi i k.x), exact for trigonometric polynomials of frequencies below N/2.</summary>
    public void Forward(Complex[] values)
    {
        Transform(values, forward: true);
        var scale = 1.0 / Count;
        for (var i = 0; i < values.Length; i++) values[i] *= scale;
    }

    /// <summary>Coefficients to values.</summary>
    public void Inverse(Complex[] coefficients) => Transform(coefficients, forward: false);

    private void Transform(Complex[] field, bool forward)
    {
        if (dimension == 1)
        {
            Along(field, forward);
            return;
        }
        for (var row = 0; row < side; row++)
        {
            var values = field.AsSpan(row * side, side);
            // A row without coefficients stays empty: most of those beyond the truncation are.
            if (!forward && values.IndexOfAnyExcept(Complex.Zero) < 0) continue;
            values.CopyTo(line);
            Along(line, forward);
            line.CopyTo(values);
        }
        for (var column = 0; column < side; column++)
        {
            for (var row = 0; row < side; row++) line[row] = field[(row * side) + column];
            Along(line, forward);
            for (var row = 0; row < side; row++) field[(row * side) + column] = line[row];
        }
    }

    private static void Along(Complex[] values, bool forward)
    {
        if (forward) Fourier.Forward(values, FourierOptions.NoScaling);
        else Fourier.Inverse(values, FourierOptions.NoScaling);
    }
}
