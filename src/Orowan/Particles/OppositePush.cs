using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Orowan.Particles;

/// <summary>
/// The push of the regularised logarithm between two species: p_i = sum over the other species' j of d/(d^2 + e^2), d = x_i - x_j.
/// </summary>
/// <remarks>
/// <para>
/// The species interleave in any way, so distances come from positions, each carried as high + low: d = (high - high') + (low - low').
/// That is as good as a sum of gaps down to some 2^-104 of the spread, and an error there changes a term by at most 2^-104 spread / e^2,
/// since the slope of d/(d^2 + e^2) is at most 1/e^2. With e no less than 2^-16 of the spread (<see cref="LeastSoftening"/>) that is
/// 2^-72 / spread: nothing beside the terms of particles far away, which are of order 1 / spread. The low parts cost four additions for
/// four pairs, hidden under the multiplications.
/// </para>
/// <para>
/// Four pairs share a division. With A = a^2 + e^2 and so on, and s = 1/(AB CD): a/A = aB (s CD), b/B = bA (s CD),
/// and a/A + b/B = (aB + bA)(s CD) is what a particle common to both pairs gets.
/// </para>
/// </remarks>
internal sealed class OppositePush
{
    /// <summary>
    /// The larger of the spread and e is scaled into [2^100, 2^101), and e is then 2^84 or more. So A is between 2^168 and 2^203, a product
    /// of four between 2^672 and 2^812, and its reciprocal and the partial products are normal numbers too.
    /// </summary>
    public const int LargestPower = 100;

    /// <summary>e may be no smaller share of the spread than 2^-16.</summary>
    public const double LeastSoftening = 1.0 / 65536;

    /// <summary>Adds the pushes of both species to each other; padding of the columns is finite.</summary>
    public static void Add(Species rows, Species columns, double softening) =>
        Add(rows, 0, rows.Count, columns, 0, Lanes.Blocks(columns.Count), softening);

    /// <summary>Adds the pushes of rows first, ..., end - 1 and of some blocks of the columns to each other.</summary>
    public static void Add(Species rows, int first, int end, Species columns, int firstBlock, int endBlock, double softening)
    {
        var square = Vector512.Create(softening * softening);
        for (; first + 4 <= end; first += 4) AddFour(rows, first, columns, firstBlock, endBlock, square);
        for (; first < end; first++) AddOne(rows, first, columns, firstBlock, endBlock, square);
    }

    private static void AddFour(Species rows, int first, Species columns, int firstBlock, int endBlock, Vector512<double> square)
    {
        var highs = MemoryMarshal.Cast<double, Vector512<double>>(columns.High.AsSpan());
        var lows = MemoryMarshal.Cast<double, Vector512<double>>(columns.Low.AsSpan());
        var pushes = MemoryMarshal.Cast<double, Vector512<double>>(columns.Opposite.AsSpan());
        var high0 = Vector512.Create(rows.High[first]);
        var high1 = Vector512.Create(rows.High[first + 1]);
        var high2 = Vector512.Create(rows.High[first + 2]);
        var high3 = Vector512.Create(rows.High[first + 3]);
        var low0 = Vector512.Create(rows.Low[first]);
        var low1 = Vector512.Create(rows.Low[first + 1]);
        var low2 = Vector512.Create(rows.Low[first + 2]);
        var low3 = Vector512.Create(rows.Low[first + 3]);
        Vector512<double> f0 = default, f1 = default, f2 = default, f3 = default;
        var whole = Math.Min(endBlock, columns.Count / 8);
        for (var c = firstBlock; c < whole; c++)
        {
            var (high, low) = (highs[c], lows[c]);
            Four(
                (high - high0) + (low - low0),
                (high - high1) + (low - low1),
                (high - high2) + (low - low2),
                (high - high3) + (low - low3),
                square,
                ref f0,
                ref f1,
                ref f2,
                ref f3,
                ref pushes[c]);
        }
        if (whole < endBlock)
        {
            var (high, low, real) = (highs[whole], lows[whole], Lanes.First(columns.Count % 8));
            Vector512<double> g0 = default, g1 = default, g2 = default, g3 = default;
            Four(
                (high - high0) + (low - low0),
                (high - high1) + (low - low1),
                (high - high2) + (low - low2),
                (high - high3) + (low - low3),
                square,
                ref g0,
                ref g1,
                ref g2,
                ref g3,
                ref pushes[whole]);
            f0 += g0 & real;
            f1 += g1 & real;
            f2 += g2 & real;
            f3 += g3 & real;
        }
        rows.Opposite[first] -= Lanes.Sum(f0);
        rows.Opposite[first + 1] -= Lanes.Sum(f1);
        rows.Opposite[first + 2] -= Lanes.Sum(f2);
        rows.Opposite[first + 3] -= Lanes.Sum(f3);
    }

    private static void AddOne(Species rows, int row, Species columns, int firstBlock, int endBlock, Vector512<double> square)
    {
        var highs = MemoryMarshal.Cast<double, Vector512<double>>(columns.High.AsSpan());
        var lows = MemoryMarshal.Cast<double, Vector512<double>>(columns.Low.AsSpan());
        var pushes = MemoryMarshal.Cast<double, Vector512<double>>(columns.Opposite.AsSpan());
        var high = Vector512.Create(rows.High[row]);
        var low = Vector512.Create(rows.Low[row]);
        var sum = Vector512<double>.Zero;
        for (var c = firstBlock; c < endBlock; c++)
        {
            var d = (highs[c] - high) + (lows[c] - low);
            var slope = (d / Vector512.FusedMultiplyAdd(d, d, square)) & Lanes.First(columns.Count - (8 * c));
            pushes[c] += slope;
            sum += slope;
        }
        rows.Opposite[row] -= Lanes.Sum(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(
        Vector512<double> a,
        Vector512<double> b,
        Vector512<double> c,
        Vector512<double> d,
        Vector512<double> square,
        ref Vector512<double> fa,
        ref Vector512<double> fb,
        ref Vector512<double> fc,
        ref Vector512<double> fd,
        ref Vector512<double> common)
    {
        var squareA = Vector512.FusedMultiplyAdd(a, a, square);
        var squareB = Vector512.FusedMultiplyAdd(b, b, square);
        var squareC = Vector512.FusedMultiplyAdd(c, c, square);
        var squareD = Vector512.FusedMultiplyAdd(d, d, square);
        var (scd, sab) = Lanes.Reciprocals(squareA * squareB, squareC * squareD);
        a *= squareB;
        b *= squareA;
        c *= squareD;
        d *= squareC;
        fa = Vector512.FusedMultiplyAdd(a, scd, fa);
        fb = Vector512.FusedMultiplyAdd(b, scd, fb);
        fc = Vector512.FusedMultiplyAdd(c, sab, fc);
        fd = Vector512.FusedMultiplyAdd(d, sab, fd);
        common = Vector512.FusedMultiplyAdd(c + d, sab, Vector512.FusedMultiplyAdd(a + b, scd, common));
    }
}
