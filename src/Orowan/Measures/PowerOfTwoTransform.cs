using System.Numerics;

namespace Orowan.Measures;

/// <summary>The discrete Fourier transform of length n, a power of 2, unscaled and in place: a_k becomes the sum of a_j exp(-+2 pi i j k/n).</summary>
/// <remarks>
/// Cooley and Tukey, decimation in time: sorted by reversed bits, sequences of length h become ones of length 2h by (a, b) -> (a + w b, a - w b) with
/// w = exp(-+pi i j/h). The roots are computed once, each by itself, so that their errors do not add up; columns of a square are transformed
/// row by row, all columns at once.
/// </remarks>
internal sealed class PowerOfTwoTransform
{
    private readonly int length;
    private readonly int[] reversed;

    /// <summary>exp(-pi i j/h), j = 0, ..., h - 1, at h + j - 1.</summary>
    private readonly Complex[] roots;

    public PowerOfTwoTransform(int length)
    {
        this.length = length;
        var bits = BitOperations.Log2((uint)length);
        reversed = new int[length];
        for (var i = 1; i < length; i++) reversed[i] = (reversed[i >> 1] >> 1) | ((i & 1) << (bits - 1));
        roots = new Complex[Math.Max(0, length - 1)];
        for (var half = 1; half < length; half *= 2)
        {
            for (var j = 0; j < half; j++)
            {
                var (sin, cos) = Math.SinCos(Math.PI * j / half);
                roots[half + j - 1] = new Complex(cos, -sin);
            }
        }
    }

    /// <summary>Transforms n values.</summary>
    public void Run(Span<Complex> values, bool forward)
    {
        for (var i = 0; i < length; i++)
        {
            if (reversed[i] > i) (values[i], values[reversed[i]]) = (values[reversed[i]], values[i]);
        }
        var sign = forward ? 1.0 : -1.0;
        for (var half = 1; half < length; half *= 2)
        {
            var factors = roots.AsSpan(half - 1, half);
            for (var start = 0; start < length; start += 2 * half)
            {
                var low = values.Slice(start, half);
                var high = values.Slice(start + half, half);
                for (var j = 0; j < high.Length; j++)
                {
                    var (re, im) = (factors[j].Real, sign * factors[j].Imaginary);
                    var (a, b) = (low[j], high[j]);
                    double x = (re * b.Real) - (im * b.Imaginary), y = (re * b.Imaginary) + (im * b.Real);
                    low[j] = new Complex(a.Real + x, a.Imaginary + y);
                    high[j] = new Complex(a.Real - x, a.Imaginary - y);
                }
            }
        }
    }

    /// <summary>Transforms the n columns of a square that is stored row by row.</summary>
    public void RunColumns(Complex[] square, bool forward)
    {
        for (var i = 0; i < length; i++)
        {
            if (reversed[i] > i) Exchange(Row(square, i), Row(square, reversed[i]));
        }
        for (var half = 1; half < length; half *= 2)
        {
            for (var start = 0; start < length; start += 2 * half)
            {
                for (var j = 0; j < half; j++)
                {
                    var root = roots[half + j - 1];
                    Combine(Row(square, start + j), Row(square, start + half + j), root.Real, forward ? root.Imaginary : -root.Imaginary);
                }
            }
        }
    }

    private Span<Complex> Row(Complex[] square, int row) => square.AsSpan(row * length, length);

    private static void Exchange(Span<Complex> first, Span<Complex> second)
    {
        for (var i = 0; i < first.Length; i++) (first[i], second[i]) = (second[i], first[i]);
    }

    private static void Combine(Span<Complex> low, Span<Complex> high, double re, double im)
    {
        for (var i = 0; i < low.Length; i++)
        {
            var (a, b) = (low[i], high[i]);
            double x = (re * b.Real) - (im * b.Imaginary), y = (re * b.Imaginary) + (im * b.Real);
            low[i] = new Complex(a.Real + x, a.Imaginary + y);
            high[i] = new Complex(a.Real - x, a.Imaginary - y);
        }
    }
}
