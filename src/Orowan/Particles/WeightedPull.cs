using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Orowan.Particles;

/// <summary>
/// Push of two sets of points with weights on each other by the regularised logarithm, both ways: on a point the sum of w d/(d^2 + e^2)
/// over those of the other set, d its own place minus theirs.
/// </summary>
/// <remarks>
/// Four pairs share a division as in <see cref="OppositePush"/>, with the range of lengths given there: weights come in after it.
/// A weight zero marks padding, whose places are finite.
/// </remarks>
internal static class WeightedPull
{
    /// <summary>Adds the pushes; offsets are places from one point common to both sets.</summary>
    public static void Add(WeightedPoints rows, WeightedPoints columns, double softening)
    {
        var square = Vector512.Create(softening * softening);
        var offsets = MemoryMarshal.Cast<double, Vector512<double>>(columns.Offset);
        var weights = MemoryMarshal.Cast<double, Vector512<double>>(columns.Weight);
        var pushes = MemoryMarshal.Cast<double, Vector512<double>>(columns.Push);
        for (var row = 0; row < rows.Offset.Length; row += 8)
        {
            var x = rows.Offset.Slice(row, 8);
            var w = rows.Weight.Slice(row, 8);
            Vector512<double> f0 = default, f1 = default, f2 = default, f3 = default;
            Vector512<double> f4 = default, f5 = default, f6 = default, f7 = default;
            for (var c = 0; c < offsets.Length; c++)
            {
                var (y, weight, push) = (offsets[c], weights[c], pushes[c]);
                Four(y, x[..4], w[..4], weight, square, ref f0, ref f1, ref f2, ref f3, ref push);
                Four(y, x[4..], w[4..], weight, square, ref f4, ref f5, ref f6, ref f7, ref push);
                pushes[c] = push;
            }
            var sums = Lanes.Sums(f0, f1, f2, f3, f4, f5, f6, f7);
            (Vector512.LoadUnsafe(ref rows.Push[row]) - sums).StoreUnsafe(ref rows.Push[row]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(
        Vector512<double> place,
        ReadOnlySpan<double> row,
        ReadOnlySpan<double> rowWeight,
        Vector512<double> weight,
        Vector512<double> square,
        ref Vector512<double> fa,
        ref Vector512<double> fb,
        ref Vector512<double> fc,
        ref Vector512<double> fd,
        ref Vector512<double> common)
    {
        var a = place - Vector512.Create(row[0]);
        var b = place - Vector512.Create(row[1]);
        var c = place - Vector512.Create(row[2]);
        var d = place - Vector512.Create(row[3]);
        var squareA = Vector512.FusedMultiplyAdd(a, a, square);
        var squareB = Vector512.FusedMultiplyAdd(b, b, square);
        var squareC = Vector512.FusedMultiplyAdd(c, c, square);
        var squareD = Vector512.FusedMultiplyAdd(d, d, square);
        var (scd, sab) = Lanes.Reciprocals(squareA * squareB, squareC * squareD);
        a *= squareB;
        b *= squareA;
        c *= squareD;
        d *= squareC;
        var (left, right) = (weight * scd, weight * sab);
        fa = Vector512.FusedMultiplyAdd(a, left, fa);
        fb = Vector512.FusedMultiplyAdd(b, left, fb);
        fc = Vector512.FusedMultiplyAdd(c, right, fc);
        fd = Vector512.FusedMultiplyAdd(d, right, fd);
        common = Vector512.FusedMultiplyAdd(WeightedPoints.Combine(rowWeight[0], a, rowWeight[1], b), scd, common);
        common = Vector512.FusedMultiplyAdd(WeightedPoints.Combine(rowWeight[2], c, rowWeight[3], d), sab, common);
    }
}
