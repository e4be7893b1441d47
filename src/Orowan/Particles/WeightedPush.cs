using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Orowan.Particles;

/// <summary>
/// Push of two sets of points on each other, both ways, for weights that are not all one: on a point of the left the sum of -w/d over
/// those of the right, on one of the right the sum of w/d over those of the left.
/// </summary>
/// <remarks>
/// The distance of two points is the left one's offset to the last of its set, the clearance between the sets, and the right one's offset
/// from the first of its set. Four pairs share a division as in <see cref="LikePush"/>, with the range of lengths given there: weights
/// come in after it. A weight zero marks padding, whose offsets are finite and not negative.
/// </remarks>
internal static class WeightedPush
{
    /// <summary>Adds the pushes.</summary>
    public static void Add(WeightedPoints left, WeightedPoints right, double clearance)
    {
        var offsets = MemoryMarshal.Cast<double, Vector512<double>>(right.Offset);
        var weights = MemoryMarshal.Cast<double, Vector512<double>>(right.Weight);
        var pushes = MemoryMarshal.Cast<double, Vector512<double>>(right.Push);
        for (var row = 0; row < left.Offset.Length; row += 8)
        {
            var t0 = Vector512.Create(left.Offset[row] + clearance);
            var t1 = Vector512.Create(left.Offset[row + 1] + clearance);
            var t2 = Vector512.Create(left.Offset[row + 2] + clearance);
            var t3 = Vector512.Create(left.Offset[row + 3] + clearance);
            var t4 = Vector512.Create(left.Offset[row + 4] + clearance);
            var t5 = Vector512.Create(left.Offset[row + 5] + clearance);
            var t6 = Vector512.Create(left.Offset[row + 6] + clearance);
            var t7 = Vector512.Create(left.Offset[row + 7] + clearance);
            var w = left.Weight.Slice(row, 8);
            Vector512<double> f0 = default, f1 = default, f2 = default, f3 = default;
            Vector512<double> f4 = default, f5 = default, f6 = default, f7 = default;
            for (var c = 0; c < offsets.Length; c++)
            {
                var (y, weight, push) = (offsets[c], weights[c], pushes[c]);
                Four(y + t0, y + t1, y + t2, y + t3, w[..4], weight, ref f0, ref f1, ref f2, ref f3, ref push);
                Four(y + t4, y + t5, y + t6, y + t7, w[4..], weight, ref f4, ref f5, ref f6, ref f7, ref push);
                pushes[c] = push;
            }
            var sums = Lanes.Sums(f0, f1, f2, f3, f4, f5, f6, f7);
            (Vector512.LoadUnsafe(ref left.Push[row]) - sums).StoreUnsafe(ref left.Push[row]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(
        Vector512<double> a,
        Vector512<double> b,
        Vector512<double> c,
        Vector512<double> d,
        ReadOnlySpan<double> row,
        Vector512<double> weight,
        ref Vector512<double> fa,
        ref Vector512<double> fb,
        ref Vector512<double> fc,
        ref Vector512<double> fd,
        ref Vector512<double> common)
    {
        var (scd, sab) = Lanes.Reciprocals(a * b, c * d);
        var (left, right) = (weight * scd, weight * sab);
        fa = Vector512.FusedMultiplyAdd(b, left, fa);
        fb = Vector512.FusedMultiplyAdd(a, left, fb);
        fc = Vector512.FusedMultiplyAdd(d, right, fc);
        fd = Vector512.FusedMultiplyAdd(c, right, fd);
        common = Vector512.FusedMultiplyAdd(WeightedPoints.Combine(row[0], b, row[1], a), scd, common);
        common = Vector512.FusedMultiplyAdd(WeightedPoints.Combine(row[2], d, row[3], c), sab, common);
    }
}
