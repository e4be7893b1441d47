namespace Orowan.Tests.Kernels;

/// <summary>
/// The wide kernels written with ordinary doubles, lane by lane in the same order: what the bits must be on any hardware.
/// </summary>
internal static class ScalarTwin
{
    /// <summary>As LikePush: gaps scaled by the caller.</summary>
    public static double[] LikePush(double[] gap)
    {
        var count = gap.Length + 1;
        var blocks = (count + 7) / 8;
        var push = new double[8 * blocks];
        var reach = new double[blocks];
        var (head, tail) = (new double[8 * blocks], new double[8 * blocks]);
        double Gap(int i) => i < gap.Length ? gap[i] : 0;
        for (var b = 0; b < blocks; b++) Inside(8 * b, Gap, Math.Min(8, count - (8 * b)), head, tail, push);
        const int Tile = 128;
        for (var first = 0; first < blocks; first += Tile)
        {
            var end = Math.Min(first + Tile, blocks);
            for (var b = end - 2; b >= 0; b--)
            {
                var row = new double[8, 8];
                for (var c = Math.Max(first, b + 1); c < end; c++)
                {
                    for (var lane = 0; lane < 8; lane++)
                    {
                        var d = new double[8];
                        for (var k = 0; k < 8; k++) d[k] = head[(8 * c) + lane] + reach[c] + tail[(8 * b) + k];
                        var part = new double[8, 8];
                        var into = (8 * c) + 8 <= count ? row : part;
                        for (var k = 0; k < 8; k += 4) Four(d.AsSpan(k, 4), into, k, lane, ref push[(8 * c) + lane]);
                        for (var k = 0; k < 8; k++) row[k, lane] += (8 * c) + lane < count ? part[k, lane] : 0;
                    }
                    reach[c] += tail[8 * b];
                }
                for (var k = 0; k < 8; k++) push[(8 * b) + k] -= Sum(row, k);
            }
        }
        return push[..count];
    }

    private static void Inside(int start, Func<int, double> gap, int count, double[] head, double[] tail, double[] push)
    {
        var distance = new double[8, 8];
        for (var k = 6; k >= 0; k--)
        {
            for (var lane = k + 1; lane < 8; lane++) distance[k, lane] = distance[k + 1, lane] + gap(start + k);
        }
        var terms = new double[8, 8];
        for (var lane = 0; lane < 8; lane++)
        {
            head[start + lane] = distance[0, lane];
            tail[start + lane] = distance[lane, 7] + gap(start + 7);
            for (var k = 0; k < 8; k += 4)
            {
                var d = new double[4];
                for (var j = 0; j < 4; j++) d[j] = k + j < lane && lane < count ? distance[k + j, lane] : 1;
                var (ab, cd) = (d[0] * d[1], d[2] * d[3]);
                var s = 1 / (ab * cd);
                double[] t = [d[1] * (s * cd), d[0] * (s * cd), d[3] * (s * ab), d[2] * (s * ab)];
                for (var j = 0; j < 4; j++) terms[k + j, lane] = k + j < lane && lane < count ? t[j] : 0;
                push[start + lane] += terms[k, lane] + terms[k + 1, lane] + (terms[k + 2, lane] + terms[k + 3, lane]);
            }
        }
        for (var k = 0; k < 8; k++) push[start + k] -= Sum(terms, k);
    }

    private static void Four(ReadOnlySpan<double> d, double[,] row, int k, int lane, ref double common)
    {
        var (ab, cd) = (d[0] * d[1], d[2] * d[3]);
        var s = 1 / (ab * cd);
        var (scd, sab) = (s * cd, s * ab);
        common = Math.FusedMultiplyAdd(d[0] + d[1], scd, common);
        common = Math.FusedMultiplyAdd(d[2] + d[3], sab, common);
        row[k, lane] = Math.FusedMultiplyAdd(d[1], scd, row[k, lane]);
        row[k + 1, lane] = Math.FusedMultiplyAdd(d[0], scd, row[k + 1, lane]);
        row[k + 2, lane] = Math.FusedMultiplyAdd(d[3], sab, row[k + 2, lane]);
        row[k + 3, lane] = Math.FusedMultiplyAdd(d[2], sab, row[k + 3, lane]);
    }

    private static double Sum(double[,] v, int k) =>
        v[k, 0] + v[k, 4] + (v[k, 2] + v[k, 6]) + (v[k, 1] + v[k, 5] + (v[k, 3] + v[k, 7]));
}
