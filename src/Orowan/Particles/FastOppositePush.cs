namespace Orowan.Particles;

/// <summary>As <see cref="OppositePush"/>, in a time proportional to the number of particles.</summary>
/// <remarks>The error is that of <see cref="FastLikePush"/>, with 1/|d + i e| for the size of a term.</remarks>
internal sealed class FastOppositePush : FastOppositeSum
{
    private Species rows = new();
    private Species columns = new();
    private double softening;

    /// <summary>Adds the pushes of both species to each other, from the cells of their gaps.</summary>
    public void Add(Species first, SpeciesCells firstCells, Species second, SpeciesCells secondCells, double length)
    {
        (rows, columns, softening) = (first, second, length);
        firstCells.Release();
        secondCells.Release();
        Visit(first, firstCells, second, secondCells, length);
        firstCells.Spread(first.Opposite.AsSpan(0, 8 * Lanes.Blocks(first.Count)));
        secondCells.Spread(second.Opposite.AsSpan(0, 8 * Lanes.Blocks(second.Count)));
    }

    protected override void Near(int firstRow, int endRow, int firstBlock, int endBlock) =>
        OppositePush.Add(rows, firstRow, endRow, columns, firstBlock, endBlock, softening);

    protected override void Far(WeightedPoints rowPoints, WeightedPoints columnPoints, double reach, long pairs) =>
        WeightedPull.Add(rowPoints, columnPoints, softening);
}
