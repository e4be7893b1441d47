using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Orowan.Integration;

/// <summary>The few loops over unknowns that linear combinations and norms are made of, eight unknowns at a time.</summary>
internal static class WideLoops
{
    /// <summary>target += factor * term.</summary>
    public static void AddMultiple(Span<double> target, double factor, ReadOnlySpan<double> term)
    {
        var wide = MemoryMarshal.Cast<double, Vector512<double>>(target);
        var of = MemoryMarshal.Cast<double, Vector512<double>>(term);
        for (var i = 0; i < wide.Length; i++) wide[i] += factor * of[i];
        for (var i = 8 * wide.Length; i < target.Length; i++) target[i] += factor * term[i];
    }

    /// <summary>target = term + factor * target.</summary>
    public static void MultiplyAndAdd(Span<double> target, double factor, ReadOnlySpan<double> term)
    {
        var wide = MemoryMarshal.Cast<double, Vector512<double>>(target);
        var of = MemoryMarshal.Cast<double, Vector512<double>>(term);
        for (var i = 0; i < wide.Length; i++) wide[i] = of[i] + (factor * wide[i]);
        for (var i = 8 * wide.Length; i < target.Length; i++) target[i] = term[i] + (factor * target[i]);
    }

    /// <summary>target *= factor.</summary>
    public static void Scale(Span<double> target, double factor)
    {
        var wide = MemoryMarshal.Cast<double, Vector512<double>>(target);
        for (var i = 0; i < wide.Length; i++) wide[i] *= factor;
        for (var i = 8 * wide.Length; i < target.Length; i++) target[i] *= factor;
    }

    /// <summary>target_i = values_(i+1) - values_i; there is one value more than targets, or both are empty.</summary>
    public static void Differences(Span<double> target, ReadOnlySpan<double> values)
    {
        if (target.IsEmpty) return;
        var wide = MemoryMarshal.Cast<double, Vector512<double>>(target);
        var left = MemoryMarshal.Cast<double, Vector512<double>>(values);
        var right = MemoryMarshal.Cast<double, Vector512<double>>(values[1..]);
        for (var i = 0; i < wide.Length; i++) wide[i] = right[i] - left[i];
        for (var i = 8 * wide.Length; i < target.Length; i++) target[i] = values[i + 1] - values[i];
    }

    /// <summary>Whether all values are above zero.</summary>
    public static bool ArePositive(ReadOnlySpan<double> values)
    {
        var wide = MemoryMarshal.Cast<double, Vector512<double>>(values);
        foreach (var v in wide)
        {
            if (!Vector512.GreaterThanAll(v, Vector512<double>.Zero)) return false;
        }
        foreach (var v in values[(8 * wide.Length)..])
        {
            if (!(v > 0)) return false;
        }
        return true;
    }

    /// <summary>The inner product, by lanes and then over the lanes in the order of a tree.</summary>
    public static double Inner(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var wideA = MemoryMarshal.Cast<double, Vector512<double>>(a);
        var wideB = MemoryMarshal.Cast<double, Vector512<double>>(b);
        var sum = Vector512<double>.Zero;
        for (var i = 0; i < wideA.Length; i++) sum += wideA[i] * wideB[i];
        var half = sum.GetLower() + sum.GetUpper();
        var quarter = half.GetLower() + half.GetUpper();
        var total = quarter[0] + quarter[1];
        for (var i = 8 * wideA.Length; i < a.Length; i++) total += a[i] * b[i];
        return total;
    }

    /// <summary>The largest |vector_i| / unit_i; NaN where one is not finite.</summary>
    public static double Largest(ReadOnlySpan<double> vector, ReadOnlySpan<double> unit)
    {
        var of = MemoryMarshal.Cast<double, Vector512<double>>(vector);
        var by = MemoryMarshal.Cast<double, Vector512<double>>(unit);
        var (most, zero) = (Vector512<double>.Zero, Vector512<double>.Zero);
        for (var i = 0; i < of.Length; i++)
        {
            var ratio = Vector512.Abs(of[i]) / by[i];
            most = Vector512.Max(most, ratio);
            zero += ratio * 0;
        }
        double largest = 0, poison = Vector512.Sum(zero);
        for (var k = 0; k < 8; k++) largest = Math.Max(largest, most[k]);
        for (var i = 8 * of.Length; i < vector.Length; i++)
        {
            var ratio = Math.Abs(vector[i]) / unit[i];
            largest = Math.Max(largest, ratio);
            poison += ratio * 0;
        }
        return largest + poison;
    }
}
