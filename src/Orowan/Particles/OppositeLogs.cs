using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Orowan.Particles;

/// <summary>The sum over all pairs of two species of log(d^2 + e^2), d their distance.</summary>
/// <remarks>
/// Distances and the range of lengths are those of <see cref="OppositePush"/>: a product of four terms is between 2^672 and 2^812, and four
/// share an extraction of the exponent. An error t of d changes a term by at most t/e, so that the distances, good to 2^-104 of the spread
/// beside one rounding, lose nothing; the square and the sum take two more roundings, and with <see cref="LogProduct"/> the sum over N
/// pairs is wrong by at most 5 N u to first order.
/// </remarks>
internal static class OppositeLogs
{
    /// <summary>The sum for positions times 2^<paramref name="power"/> and <paramref name="softening"/> scaled alike, as of lengths that are not.</summary>
    public static double Sum(Species rows, Species columns, double softening, int power)
    {
        var (first, second) = (new LogProduct(), new LogProduct());
        Multiply(rows, 0, rows.Count, columns, 0, Lanes.Blocks(columns.Count), softening, ref first, ref second);
        return LogProduct.Log(first, second, -2L * rows.Count * columns.Count * power);
    }

    /// <summary>Multiplies the terms of rows row, ..., end - 1 and of some blocks of the columns into the products.</summary>
    public static void Multiply(
        Species rows,
        int row,
        int end,
        Species columns,
        int firstBlock,
        int endBlock,
        double softening,
        ref LogProduct first,
        ref LogProduct second)
    {
        var square = Vector512.Create(softening * softening);
        for (; row + 4 <= end; row += 4) Four(rows, row, columns, firstBlock, endBlock, square, ref first);
        for (; row < end; row++) One(rows, row, columns, firstBlock, endBlock, square, ref second);
    }

    private static void Four(
        Species rows,
        int row,
        Species columns,
        int firstBlock,
        int endBlock,
        Vector512<double> square,
        ref LogProduct product)
    {
        var highs = MemoryMarshal.Cast<double, Vector512<double>>(columns.High.AsSpan());
        var lows = MemoryMarshal.Cast<double, Vector512<double>>(columns.Low.AsSpan());
        var high0 = Vector512.Create(rows.High[row]);
        var high1 = Vector512.Create(rows.High[row + 1]);
        var high2 = Vector512.Create(rows.High[row + 2]);
        var high3 = Vector512.Create(rows.High[row + 3]);
        var low0 = Vector512.Create(rows.Low[row]);
        var low1 = Vector512.Create(rows.Low[row + 1]);
        var low2 = Vector512.Create(rows.Low[row + 2]);
        var low3 = Vector512.Create(rows.Low[row + 3]);
        var p = product;
        for (var c = firstBlock; c < endBlock; c++)
        {
            var (high, low) = (highs[c], lows[c]);
            var a = (high - high0) + (low - low0);
            var b = (high - high1) + (low - low1);
            var d = (high - high2) + (low - low2);
            var e = (high - high3) + (low - low3);
            a = Vector512.FusedMultiplyAdd(a, a, square);
            b = Vector512.FusedMultiplyAdd(b, b, square);
            d = Vector512.FusedMultiplyAdd(d, d, square);
            e = Vector512.FusedMultiplyAdd(e, e, square);
            var four = (a * b) * (d * e);
            if (8 * (c + 1) > columns.Count) four = Vector512.ConditionalSelect(Lanes.First(columns.Count % 8), four, Vector512<double>.One);
            p.Multiply(four);
        }
        product = p;
    }

    private static void One(
        Species rows,
        int row,
        Species columns,
        int firstBlock,
        int endBlock,
        Vector512<double> square,
        ref LogProduct product)
    {
        var highs = MemoryMarshal.Cast<double, Vector512<double>>(columns.High.AsSpan());
        var lows = MemoryMarshal.Cast<double, Vector512<double>>(columns.Low.AsSpan());
        var high = Vector512.Create(rows.High[row]);
        var low = Vector512.Create(rows.Low[row]);
        for (var c = firstBlock; c < endBlock; c++)
        {
            var d = (highs[c] - high) + (lows[c] - low);
            var term = Vector512.FusedMultiplyAdd(d, d, square);
            product.Multiply(Vector512.ConditionalSelect(Lanes.First(columns.Count - (8 * c)), term, Vector512<double>.One));
        }
    }
}
