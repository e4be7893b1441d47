using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Orowan.Measures;

/// <summary>The kernel of pricing: the least c_j - v_j of a row, eight at a time; of equal ones the first, so the hardware's width changes nothing.</summary>
internal static class CheapestColumn
{
    private const int Lanes = 8;

    /// <summary>The least reduced cost and its column; infinite and -1 for no columns.</summary>
    public static (double Reduced, int Column) Of(ReadOnlySpan<double> costs, ReadOnlySpan<double> prices)
    {
        ref var c = ref MemoryMarshal.GetReference(costs);
        ref var v = ref MemoryMarshal.GetReference(prices);
        var (least, where, here) = (Vector512.Create(double.PositiveInfinity), Vector512.Create(-1L), Vector512.Create(0L, 1, 2, 3, 4, 5, 6, 7));
        var j = 0;
        for (; j <= costs.Length - Lanes; j += Lanes)
        {
            var reduced = Vector512.LoadUnsafe(ref c, (nuint)j) - Vector512.LoadUnsafe(ref v, (nuint)j);
            var less = Vector512.LessThan(reduced, least);
            least = Vector512.ConditionalSelect(less, reduced, least);
            where = Vector512.ConditionalSelect(less.AsInt64(), here, where);
            here += Vector512.Create((long)Lanes);
        }
        var best = (Reduced: double.PositiveInfinity, Column: -1);
        for (var lane = 0; lane < Lanes; lane++)
        {
            var (value, at) = (least[lane], (int)where[lane]);
            if (at >= 0 && (value < best.Reduced || (value.Equals(best.Reduced) && at < best.Column))) best = (value, at);
        }
        for (; j < costs.Length; j++)
        {
            if (costs[j] - prices[j] < best.Reduced) best = (costs[j] - prices[j], j);
        }
        return best;
    }
}
