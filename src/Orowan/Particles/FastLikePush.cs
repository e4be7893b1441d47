namespace Orowan.Particles;

/// <summary>As <see cref="LikePush"/>, in a time proportional to the number of particles: far cells act through their nodes.</summary>
/// <remarks>
/// <para>
/// Two cells of a species with the clearance c between them are halved, the longer first, until each that may not be replaced by its
/// nodes is a leaf. A cell of length L may be when c >= L (<see cref="ChebyshevNodes.LongAxis"/> - 1)/2, 0.78 L: the poles of 1/(x - y),
/// at the points y of the other cell, are then outside of its ellipse. What may not goes in as particles, so a long leaf beside short
/// cells acts on their nodes, and pairs of particles remain only where both leaves are long against their distance.
/// </para>
/// <para>
/// Clearances are sums of gaps as all distances of <see cref="LikePush"/> are: halves of a cell have the gap between them, and the
/// clearance grows by the length and the gap of the half that is left out. Nothing is a difference of positions.
/// </para>
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
internal sealed class FastLikePush
{
    /// <summary>Clearance over length from which on a cell may be replaced by its nodes.</summary>
    private const double LeastClearance = 0.5 * (ChebyshevNodes.LongAxis - 1);

    private readonly LikePush leafPush = new();
    private readonly double[] leftPlace = new double[ChebyshevNodes.Count];
    private readonly double[] rightPlace = new double[ChebyshevNodes.Count];
    private double[] push = [];

    /// <summary>The cells of the last call.</summary>
    public SpeciesCells Cells { get; } = new();

    /// <summary>Pushes of the last call; the particles beyond its count are padding.</summary>
    public ReadOnlySpan<double> Push => push;

    /// <summary>Computes <see cref="Push"/> from gaps as <see cref="LikePush.Compute"/> takes them.</summary>
    public void Compute(ReadOnlySpan<double> gap, int count)
    {
        if (push.Length < 8 * Lanes.Blocks(count)) push = new double[8 * Lanes.Blocks(count)];
        if (count == 0) return;
        Cells.Take(gap, count);
        Cells.Release();
        for (var leaf = Cells.FirstLeaf; leaf < 2 * Cells.FirstLeaf; leaf++)
        {
            var (first, end) = (8 * Cells.FirstBlock(leaf), 8 * Cells.EndBlock(leaf));
            leafPush.Compute(gap[first..end], Cells.LastParticle(leaf) + 1 - first);
            leafPush.Push[..(end - first)].CopyTo(push.AsSpan(first));
        }
        for (var cell = 1; cell < Cells.FirstLeaf; cell++) Between(2 * cell, (2 * cell) + 1, Cells.After(2 * cell));
        Cells.Spread(push.AsSpan(0, 8 * Lanes.Blocks(count)));
    }

    /// <summary>All pairs of two cells, the first on the left.</summary>
    private void Between(int left, int right, double clearance)
    {
        var (leftLength, rightLength) = (Cells.Length(left), Cells.Length(right));
        var (leftFar, rightFar) = (clearance >= LeastClearance * leftLength, clearance >= LeastClearance * rightLength);
        var (halveLeft, halveRight) = (!leftFar && !Cells.IsLeaf(left), !rightFar && !Cells.IsLeaf(right));
        if (halveLeft && (!halveRight || leftLength >= rightLength))
        {
            var (near, far) = ((2 * left) + 1, 2 * left);
            Between(far, right, Cells.After(far) + Cells.Length(near) + clearance);
            Between(near, right, clearance);
        }
        else if (halveRight)
        {
            var (near, far) = (2 * right, (2 * right) + 1);
            Between(left, near, clearance);
            Between(left, far, clearance + Cells.Length(near) + Cells.After(near));
        }
        else WeightedPush.Add(Left(left, leftFar), Right(right, rightFar), clearance);
    }

    private WeightedPoints Left(int cell, bool far)
    {
        if (!far) return new(Cells.ToLast(cell), Cells.ParticleWeight(cell), OfParticles(cell));
        // Nodes lie symmetrically: their distances to the last point are those from the first in reverse.
        ChebyshevNodes.Place(Cells.Length(cell), leftPlace);
        Array.Reverse(leftPlace);
        return new(leftPlace, Cells.Weight(cell), Cells.Push(cell));
    }

    private WeightedPoints Right(int cell, bool far)
    {
        if (!far) return new(Cells.FromFirst(cell), Cells.ParticleWeight(cell), OfParticles(cell));
        ChebyshevNodes.Place(Cells.Length(cell), rightPlace);
        return new(rightPlace, Cells.Weight(cell), Cells.Push(cell));
    }

    private Span<double> OfParticles(int cell) => push.AsSpan((8 * Cells.FirstBlock(cell))..(8 * Cells.EndBlock(cell)));
}
