namespace Orowan.Particles;

/// <summary>As <see cref="LikePush"/>, in a time proportional to the number of particles.</summary>
/// <remarks>
/// <para>
/// Error, in units of u = 2^-53 and of the sum S of the sizes of the terms of a particle. Interpolation: 4, by
/// <see cref="ChebyshevNodes"/>. Terms: with D halvings from all to a leaf, a distance is a sum of positive numbers with at most 4 D + 70
/// additions after each other, a term has 8 roundings more, and a kernel adds up to 33 of them or of pairs of them, and then itself to
/// what came of P pairs of cells. Between nodes these count less than 2.99^2 * 2.29^2, 47 times: weights and values are sums with both
/// signs there, up to 2.99 times their amount in size, of kernels up to 2.29 times larger.
/// </para>
/// <para>
/// Passes: what a pass does wrong to a weight acts further on as that weight, without loss or gain, since interpolation of interpolants
/// adds no error. Rows of the matrix of <see cref="ChebyshevNodes"/> are summed number by number; the partial sums of all 24 rows add up to
/// 382 times the amount. Upwards that falls on kernels 2.29 times larger, and 11 roundings of a moment, of weights that are 2.99
/// times the amount in size, on the coefficients of 1/(z - t), which decrease as 3^-m and add up to at most 12 times it, and the roundings
/// of T_m, at most m^2/2, to half as much as one more: 880 + 420. Downwards Clenshaw's recurrence adds less than 60, and the values are
/// interpolated further: (382 + 60) 2.29 * 2.99. In all 4 + 47 (4 D + 111 + P) + 4350 (D + 1), worst cases all of them: some 1e-11 S
/// for a million particles. What is seen is 1e-15 S, less than for direct sums, whose distances have up to n roundings.
/// </para>
/// </remarks>
internal sealed class FastLikePush : FastLikeSum
{
    private readonly LikePush leafPush = new();
    private double[] gaps = [];
    private double[] push = [];

    /// <summary>Pushes of the last call; the particles beyond its count are padding.</summary>
    public ReadOnlySpan<double> Push => push;

    /// <summary>Computes <see cref="Push"/> from gaps as <see cref="LikePush.Compute"/> takes them.</summary>
    public void Compute(double[] gap, int count)
    {
        var room = 8 * Lanes.Blocks(count);
        if (push.Length < room) push = new double[room];
        if (count == 0) return;
        gaps = gap;
        Cells.Take(gap, count);
        Cells.Release();
        Visit();
        Cells.Spread(push.AsSpan(0, room));
    }

    protected override void Inside(int leaf)
    {
        var (first, end) = (8 * Cells.FirstBlock(leaf), 8 * Cells.EndBlock(leaf));
        leafPush.Compute(gaps.AsSpan(first..end), Cells.LastParticle(leaf) + 1 - first);
        leafPush.Push[..(end - first)].CopyTo(push.AsSpan(first));
    }

    protected override void Between(int left, WeightedPoints leftPoints, int right, WeightedPoints rightPoints, double clearance) =>
        WeightedPush.Add(leftPoints, rightPoints, clearance);

    protected override Span<double> ParticlePush(int leaf) => push.AsSpan((8 * Cells.FirstBlock(leaf))..(8 * Cells.EndBlock(leaf)));
}
