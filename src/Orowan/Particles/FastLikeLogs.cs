using System.Runtime.Intrinsics;

namespace Orowan.Particles;

/// <summary>As <see cref="LikeLogs"/>, in a time proportional to the number of particles.</summary>
/// <remarks>
/// <para>
/// For each pair of cells distances are divided by a power of two of their size, and its logarithm counts exactly, as often as there are
/// pairs of particles. Of the logarithms between nodes 1.2 at most is left, and 1.6 in <see cref="FastOppositeLogs"/>.
/// </para>
/// <para>
/// Error for each pair of particles, in units of u = 2^-53. Interpolation: log(z - t) is minus the integral of 1/(s - t) over s from z
/// outwards to a point so far away that only a constant is left, and wrong by that of T_q(t)/T_q(s)/(s - t), which falls as |s|^-q: less
/// than 1/(5 |T_q(z)|), and with the second interpolation less than 1. Between nodes a term counts 2.99^2 times at most, with 4 D + 70
/// roundings of its distance, 8 of its logarithm and 1.6 * 30 in a sum of them: 9 (4 D + 126). The passes up give 1.6 * 382 + 420 each,
/// as in <see cref="FastLikePush"/>, and the sum over C pairs of cells 1.6 C. In all 1 + 9 (4 D + 126) + 1100 (D + 1) + 1.6 C, worst
/// cases all of them, beside four roundings of the sum itself.
/// </para>
/// </remarks>
internal sealed class FastLikeLogs : FastLikeSum
{
    private readonly LikeLogs leafLogs = new();
    private double[] gaps = [];
    private int power;
    private double inside;
    private Vector512<double> between;
    private long exponent;

    /// <summary>The sum for gaps as <see cref="LikeLogs.Sum"/> takes them, as of lengths that are not scaled.</summary>
    public double Sum(double[] gap, int count, int scalePower)
    {
        if (count == 0) return 0;
        (gaps, power, inside, between, exponent) = (gap, scalePower, 0, default, 0);
        Cells.Take(gap, count);
        Visit();
        return inside + (Lanes.Sum(between) + (exponent * LogProduct.Log2));
    }

    protected override void Inside(int leaf)
    {
        var (first, end) = (8 * Cells.FirstBlock(leaf), 8 * Cells.EndBlock(leaf));
        inside += leafLogs.Sum(gaps.AsSpan(first..end), Cells.LastParticle(leaf) + 1 - first, power);
    }

    protected override void Between(int left, WeightedPoints leftPoints, int right, WeightedPoints rightPoints, double clearance)
    {
        var size = Math.ILogB(clearance + (0.5 * (Cells.Length(left) + Cells.Length(right))));
        WeightedLogs.Add(leftPoints, rightPoints, clearance, -size, ref between);
        exponent += (long)Cells.Particles(left) * Cells.Particles(right) * (size - power);
    }

    protected override Span<double> ParticlePush(int leaf) => [];
}
