using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Orowan.Particles;

/// <summary>Sums over two sets of points with weights of v w log, v and w the weights of a pair.</summary>
/// <remarks>
/// The logarithm is computed here, eight lanes at a time and with the same bits on any machine. With x = m 2^k, m in [3/4, 3/2), and
/// s = (m - 1)/(m + 1), at most 1/5 in size, log m = 2 (s + s^3/3 + s^5/5 + ...); of s^2 at most 0.04 eleven powers leave less than
/// 1e-17 of s. That is right to three roundings, and with k log 2, which it may cancel down to 0.29, to seven.
/// </remarks>
internal static class WeightedLogs
{
    /// <summary>Bits of 3/4: what is below it in the fraction goes to the exponent before.</summary>
    private const long LeastMantissa = 0x3FE8000000000000;

    /// <summary>Adds the sum of v w log(d 2^<paramref name="power"/>), distances as in <see cref="WeightedPush"/>, lane by lane.</summary>
    public static void Add(WeightedPoints left, WeightedPoints right, double clearance, int power, ref Vector512<double> sum)
    {
        var offsets = MemoryMarshal.Cast<double, Vector512<double>>(right.Offset);
        var weights = MemoryMarshal.Cast<double, Vector512<double>>(right.Weight);
        var scale = Vector512.Create(Math.ScaleB(1, power));
        for (var c = 0; c < offsets.Length; c++)
        {
            var (y, inner) = (offsets[c], Vector512<double>.Zero);
            for (var i = 0; i < left.Offset.Length; i++)
            {
                var d = y + Vector512.Create(left.Offset[i] + clearance);
                inner = Vector512.FusedMultiplyAdd(Vector512.Create(left.Weight[i]), Log(d * scale), inner);
            }
            sum = Vector512.FusedMultiplyAdd(inner, weights[c], sum);
        }
    }

    /// <summary>Adds the sum of v w log((d^2 + e^2) 2^<paramref name="power"/>), distances as in <see cref="WeightedPull"/>.</summary>
    public static void AddSquares(WeightedPoints rows, WeightedPoints columns, double softening, int power, ref Vector512<double> sum)
    {
        var offsets = MemoryMarshal.Cast<double, Vector512<double>>(columns.Offset);
        var weights = MemoryMarshal.Cast<double, Vector512<double>>(columns.Weight);
        var square = Vector512.Create(softening * softening);
        var scale = Vector512.Create(Math.ScaleB(1, power));
        for (var c = 0; c < offsets.Length; c++)
        {
            var (y, inner) = (offsets[c], Vector512<double>.Zero);
            for (var i = 0; i < rows.Offset.Length; i++)
            {
                var d = y - Vector512.Create(rows.Offset[i]);
                var term = Vector512.FusedMultiplyAdd(d, d, square) * scale;
                inner = Vector512.FusedMultiplyAdd(Vector512.Create(rows.Weight[i]), Log(term), inner);
            }
            sum = Vector512.FusedMultiplyAdd(inner, weights[c], sum);
        }
    }

    /// <summary>Logarithms of positive normal numbers, to some seven roundings.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Log(Vector512<double> x)
    {
        var shifted = x.AsInt64() - Vector512.Create(LeastMantissa);
        var exponent = Vector512.ShiftRightArithmetic(shifted, 52);
        var m = (x.AsInt64() - Vector512.ShiftLeft(exponent, 52)).AsDouble();
        var one = Vector512<double>.One;
        var s = (m - one) / (m + one);
        var t = s * s;
        var tail = Vector512.Create(1.0 / 23);
        tail = Vector512.FusedMultiplyAdd(tail, t, Vector512.Create(1.0 / 21));
        tail = Vector512.FusedMultiplyAdd(tail, t, Vector512.Create(1.0 / 19));
        tail = Vector512.FusedMultiplyAdd(tail, t, Vector512.Create(1.0 / 17));
        tail = Vector512.FusedMultiplyAdd(tail, t, Vector512.Create(1.0 / 15));
        tail = Vector512.FusedMultiplyAdd(tail, t, Vector512.Create(1.0 / 13));
        tail = Vector512.FusedMultiplyAdd(tail, t, Vector512.Create(1.0 / 11));
        tail = Vector512.FusedMultiplyAdd(tail, t, Vector512.Create(1.0 / 9));
        tail = Vector512.FusedMultiplyAdd(tail, t, Vector512.Create(1.0 / 7));
        tail = Vector512.FusedMultiplyAdd(tail, t, Vector512.Create(1.0 / 5));
        tail = Vector512.FusedMultiplyAdd(tail, t, Vector512.Create(1.0 / 3));
        var twice = s + s;
        var log = Vector512.FusedMultiplyAdd(twice * t, tail, twice);
        return Vector512.FusedMultiplyAdd(Vector512.ConvertToDouble(exponent), Vector512.Create(LogProduct.Log2), log);
    }
}
