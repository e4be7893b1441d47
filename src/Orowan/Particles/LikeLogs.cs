using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Orowan.Particles;

/// <summary>The sum over all pairs of one species of the logarithm of their distance, from the gaps alone.</summary>
/// <remarks>
/// Blocks of eight and distances are those of <see cref="LikePush"/>, with its range of lengths: a product of four distances is between
/// 2^-800 and 2^804, and stays normal beside a number in [1, 2). Four pairs share an extraction of the exponent.
/// A distance is a sum of gaps with at most n roundings, so its logarithm is wrong by at most n u; with <see cref="LogProduct"/> the sum
/// over N pairs is wrong by at most N (n + 1) u to first order, the worst case of roundings that all have one sign.
/// </remarks>
internal sealed class LikeLogs
{
    private double[] head = [];
    private double[] tail = [];
    private double[] reach = [];

    /// <summary>
    /// The sum for <paramref name="count"/> particles with the gaps times 2^<paramref name="power"/>, as of lengths that are not scaled. Gaps
    /// are followed by zeros up to whole blocks.
    /// </summary>
    public double Sum(ReadOnlySpan<double> gap, int count, int power)
    {
        var blocks = Lanes.Blocks(count);
        Reserve(blocks);
        var (first, second) = (new LogProduct(), new LogProduct());
        for (var b = 0; b < blocks; b++) Inside(b, gap.Slice(8 * b, 8), Math.Min(8, count - (8 * b)), ref first);
        reach.AsSpan(0, blocks).Clear();
        for (var b = blocks - 2; b >= 0; b--) Between(b, blocks, count, ref first, ref second);
        return LogProduct.Log(first, second, -(long)count * (count - 1) / 2 * power);
    }

    /// <summary>Heads and tails of block b, and the product of the distances within it: lane after k of row k, and 1 elsewhere.</summary>
    private void Inside(int b, ReadOnlySpan<double> gap, int count, ref LogProduct product)
    {
        var lane = Vector512.CreateSequence(0.0, 1.0);
        var real = Lanes.First(count);
        var row = Vector512<double>.Zero;
        var four = Vector512<double>.One;
        tail[(8 * b) + 7] = gap[7];
        for (var k = 6; k >= 0; k--)
        {
            var after = Vector512.GreaterThan(lane, Vector512.Create((double)k));
            row = (row + Vector512.Create(gap[k])) & after;
            tail[(8 * b) + k] = row[7] + gap[7];
            four *= Vector512.ConditionalSelect(after & real, row, Vector512<double>.One);
            if (k % 4 != 0) continue;
            product.Multiply(four);
            four = Vector512<double>.One;
        }
        row.StoreUnsafe(ref head[8 * b]);
    }

    /// <summary>The pairs of block b with all later ones.</summary>
    private void Between(int b, int end, int count, ref LogProduct first, ref LogProduct second)
    {
        var heads = MemoryMarshal.Cast<double, Vector512<double>>(head.AsSpan());
        var step = tail[8 * b];
        var tails = tail.AsSpan(8 * b, 8);
        var t0 = Vector512.Create(tails[0]);
        var t1 = Vector512.Create(tails[1]);
        var t2 = Vector512.Create(tails[2]);
        var t3 = Vector512.Create(tails[3]);
        var t4 = Vector512.Create(tails[4]);
        var t5 = Vector512.Create(tails[5]);
        var t6 = Vector512.Create(tails[6]);
        var t7 = Vector512.Create(tails[7]);
        var (p, q) = (first, second);
        var whole = Math.Min(end, count / 8);
        for (var c = b + 1; c < whole; c++)
        {
            var y = heads[c] + Vector512.Create(reach[c]);
            reach[c] += step;
            p.Multiply((y + t0) * (y + t1) * ((y + t2) * (y + t3)));
            q.Multiply((y + t4) * (y + t5) * ((y + t6) * (y + t7)));
        }
        if (whole < end)
        {
            var real = Lanes.First(count % 8);
            var y = heads[whole] + Vector512.Create(reach[whole]);
            reach[whole] += step;
            p.Multiply(Vector512.ConditionalSelect(real, (y + t0) * (y + t1) * ((y + t2) * (y + t3)), Vector512<double>.One));
            q.Multiply(Vector512.ConditionalSelect(real, (y + t4) * (y + t5) * ((y + t6) * (y + t7)), Vector512<double>.One));
        }
        (first, second) = (p, q);
    }

    private void Reserve(int blocks)
    {
        if (reach.Length >= blocks) return;
        head = new double[8 * blocks];
        tail = new double[8 * blocks];
        reach = new double[blocks];
    }
}
