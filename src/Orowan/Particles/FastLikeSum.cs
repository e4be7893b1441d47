namespace Orowan.Particles;

/// <summary>Pairs of one species by cells: far ones act through their nodes, in a time proportional to the number of particles.</summary>
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
/// </remarks>
internal abstract class FastLikeSum
{
    /// <summary>Clearance over length from which on a cell may be replaced by its nodes.</summary>
    private const double LeastClearance = 0.5 * (ChebyshevNodes.LongAxis - 1);

    private readonly double[] leftPlace = new double[ChebyshevNodes.Count];
    private readonly double[] rightPlace = new double[ChebyshevNodes.Count];

    /// <summary>The cells of the last call.</summary>
    public SpeciesCells Cells { get; } = new();

    /// <summary>Visits all pairs of particles of <see cref="Cells"/>.</summary>
    protected void Visit()
    {
        for (var leaf = Cells.FirstLeaf; leaf < 2 * Cells.FirstLeaf; leaf++) Inside(leaf);
        for (var cell = 1; cell < Cells.FirstLeaf; cell++) Between(2 * cell, (2 * cell) + 1, Cells.After(2 * cell));
    }

    /// <summary>The pairs within a leaf.</summary>
    protected abstract void Inside(int leaf);

    /// <summary>The pairs of two cells, each by its nodes or its particles: distances to the last, and from the first of a cell.</summary>
    protected abstract void Between(int left, WeightedPoints leftPoints, int right, WeightedPoints rightPoints, double clearance);

    /// <summary>Pushes on the particles of a leaf.</summary>
    protected abstract Span<double> ParticlePush(int leaf);

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
        else Between(left, Left(left, leftFar), right, Right(right, rightFar), clearance);
    }

    private WeightedPoints Left(int cell, bool far)
    {
        if (!far) return new(Cells.ToLast(cell), Cells.ParticleWeight(cell), ParticlePush(cell));
        // Nodes lie symmetrically: their distances to the last point are those from the first in reverse.
        ChebyshevNodes.Place(Cells.Length(cell), leftPlace);
        Array.Reverse(leftPlace);
        return new(leftPlace, Cells.Weight(cell), Cells.Push(cell));
    }

    private WeightedPoints Right(int cell, bool far)
    {
        if (!far) return new(Cells.FromFirst(cell), Cells.ParticleWeight(cell), ParticlePush(cell));
        ChebyshevNodes.Place(Cells.Length(cell), rightPlace);
        return new(rightPlace, Cells.Weight(cell), Cells.Push(cell));
    }
}
