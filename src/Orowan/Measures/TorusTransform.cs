using System.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace Orowan.Measures;

/// <summary>The discrete Fourier transform on a grid of N points along each direction of T^d, by rows and then by columns.</summary>
/// <remarks>
/// Value (i, j) of a function on T^2 stands at i N + j, at x = (i/N, j/N), the coefficient of the wave vector (k, l) at (k mod N) N + (l mod N).
/// </remarks>
public sealed class TorusTransform
{
    private readonly int dimension;
    private readonly int side;
    private readonly Complex[] line;

    /// <param name="dimension">d, 1 or 2.</param>
    /// <param name="side">N, at least 1.</param>
    public TorusTransform(int dimension, int side)
    {
        (this.dimension, this.side) = (dimension, side);
        Count = dimension == 1 ? side : side * side;
        line = new Complex[dimension == 1 ? 0 : side];
    }

    /// <summary>N^d.</summary>
    public int Count { get; }

    /// <summary>Where the coefficient of a wave vector stands; one that the grid does not carry stands where that does which looks like it on the grid.</summary>
    public int Place(params ReadOnlySpan<int> k)
    {
        var place = 0;
        foreach (var component in k) place = (place * side) + (((component % side) + side) % side);
        return place;
    }

    /// <summary>The values at the points of a sum of waves, exact for any waves.</summary>
    public Complex[] Values(IEnumerable<Mode> modes)
    {
        var field = new Complex[Count];
        foreach (var mode in modes) field[Place(mode.K.AsSpan())] += mode.Value;
        Inverse(field);
        return field;
    }

    /// <summary>Values to coefficients f_k = int f exp(-2 pi i k.x), exact for trigonometric polynomials of frequencies below N/2.</summary>
    public void Forward(Complex[] values)
    {
        Transform(values, forward: true);
        var scale = 1.0 / Count;
        for (var i = 0; i < values.Length; i++) values[i] = new Complex(scale * values[i].Real, scale * values[i].Imaginary);
    }

    /// <summary>Coefficients to values.</summary>
    public void Inverse(Complex[] coefficients) => Transform(coefficients, forward: false);

    private void Transform(Complex[] field, bool forward)
    {
        if (dimension == 1)
        {
            OfLine(field, forward);
            return;
        }
        for (var row = 0; row < side; row++)
        {
            var values = field.AsSpan(row * side, side);
            // A row without coefficients stays empty: a third of them, those beyond the truncation.
            if (!forward && IsEmpty(values)) continue;
            values.CopyTo(line);
            OfLine(line, forward);
            line.CopyTo(values);
        }
        for (var column = 0; column < side; column++)
        {
            for (var row = 0; row < side; row++) line[row] = field[(row * side) + column];
            OfLine(line, forward);
            for (var row = 0; row < side; row++) field[(row * side) + column] = line[row];
        }
    }

    private static bool IsEmpty(ReadOnlySpan<Complex> values)
    {
        foreach (var value in values)
        {
            if (value.Real != 0 || value.Imaginary != 0) return false;
        }
        return true;
    }

    private static void OfLine(Complex[] values, bool forward)
    {
        if (forward) Fourier.Forward(values, FourierOptions.NoScaling);
        else Fourier.Inverse(values, FourierOptions.NoScaling);
    }
}
