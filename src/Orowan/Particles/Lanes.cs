using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Orowan.Particles;

/// <summary>Sums over the eight lanes of a vector in one fixed order: halves, then quarters, then the last two.</summary>
internal static class Lanes
{
    /// <summary>((v0 + v4) + (v2 + v6)) + ((v1 + v5) + (v3 + v7)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector512<double> v)
    {
        var half = v.GetLower() + v.GetUpper();
        var quarter = half.GetLower() + half.GetUpper();
        return quarter[0] + quarter[1];
    }

    /// <summary>The sums of eight vectors, one in each lane, each in the order of <see cref="Sum"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sums(
        Vector512<double> a,
        Vector512<double> b,
        Vector512<double> c,
        Vector512<double> d,
        Vector512<double> e,
        Vector512<double> f,
        Vector512<double> g,
        Vector512<double> h)
    {
        if (!Avx512F.IsSupported) return Vector512.Create(Sum(a), Sum(b), Sum(c), Sum(d), Sum(e), Sum(f), Sum(g), Sum(h));
        var even = Quarters(Halves(a, c), Halves(e, g));
        var odd = Quarters(Halves(b, d), Halves(f, h));
        return Avx512F.UnpackLow(even, odd) + Avx512F.UnpackHigh(even, odd);
    }

    /// <summary>1/x and 1/y by one division: y/(xy) and x/(xy), three roundings each. The product xy has to be a normal number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<double> OfFirst, Vector512<double> OfSecond) Reciprocals(Vector512<double> x, Vector512<double> y)
    {
        var s = Vector512<double>.One / (x * y);
        return (s * y, s * x);
    }

    /// <summary>Sum of the absolute values, by lanes and then over the lanes.</summary>
    public static double SumOfSizes(ReadOnlySpan<double> values)
    {
        var wide = MemoryMarshal.Cast<double, Vector512<double>>(values);
        var sum = Vector512<double>.Zero;
        foreach (var v in wide) sum += Vector512.Abs(v);
        var total = Sum(sum);
        foreach (var v in values[(8 * wide.Length)..]) total += Math.Abs(v);
        return total;
    }

    /// <summary>Writes the values times <paramref name="factor"/> into <paramref name="target"/> and returns the least of them.</summary>
    public static double Scale(ReadOnlySpan<double> values, double factor, Span<double> target)
    {
        var wide = MemoryMarshal.Cast<double, Vector512<double>>(values);
        var into = MemoryMarshal.Cast<double, Vector512<double>>(target);
        var lowest = Vector512.Create(double.PositiveInfinity);
        for (var k = 0; k < wide.Length; k++)
        {
            into[k] = wide[k] * factor;
            lowest = Vector512.Min(lowest, into[k]);
        }
        var least = double.PositiveInfinity;
        for (var k = 0; k < Vector512<double>.Count; k++) least = Math.Min(least, lowest[k]);
        for (var i = 8 * wide.Length; i < values.Length; i++)
        {
            target[i] = values[i] * factor;
            least = Math.Min(least, target[i]);
        }
        return least;
    }

    /// <summary>All bits set in the first <paramref name="count"/> lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> First(int count) =>
        Vector512.LessThan(Vector512.CreateSequence(0.0, 1.0), Vector512.Create((double)count));

    /// <summary>Number of vectors that hold <paramref name="count"/> values.</summary>
    public static int Blocks(int count) => (count + 7) / 8;

    /// <summary>[u0 + u4, ..., u3 + u7, v0 + v4, ..., v3 + v7].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Halves(Vector512<double> u, Vector512<double> v) =>
        Avx512F.Shuffle4x128(u, v, 0b_01_00_01_00) + Avx512F.Shuffle4x128(u, v, 0b_11_10_11_10);

    /// <summary>The same one level on, for the four halves in u and v.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Quarters(Vector512<double> u, Vector512<double> v) =>
        Avx512F.Shuffle4x128(u, v, 0b_10_00_10_00) + Avx512F.Shuffle4x128(u, v, 0b_11_01_11_01);
}
