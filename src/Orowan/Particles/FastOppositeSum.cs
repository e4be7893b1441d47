using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Orowan.Particles;

/// <summary>Pairs of two species by cells: far ones act through their nodes, in a time proportional to the number of particles.</summary>
/// <remarks>
/// <para>
/// d/(d^2 + e^2) is the real part of 1/(d + i e), with poles at the distance e from the line. A cell with its centre at the distance m
/// from the interval of the other one, 0 if it is in there, may be replaced by its nodes when (m/a)^2 + (e/b)^2 >= (L/2)^2, a and b the
/// axes of the ellipse of <see cref="ChebyshevNodes"/>: all poles are outside of it then. Where e is above 1.18 L that holds for every
/// pair, however the cells overlap. Otherwise cells are halved as in <see cref="FastLikeSum"/>, and pairs of particles remain only
/// where both leaves are long.
/// </para>
/// <para>
/// Cells are those of the gaps within each species, whatever their unit: nodes divide an interval by shares. Its ends here are positions,
/// high + low. Offsets are taken from the first particle of a cell that stands by nodes, so that a distance is wrong by a few roundings
/// of itself and of the length of such a cell, which is at most a few times |d + i e|.
/// </para>
/// </remarks>
internal abstract class FastOppositeSum
{
    private const double LongSquare = ChebyshevNodes.LongAxis * ChebyshevNodes.LongAxis;

    private const double ShortSquare = ChebyshevNodes.ShortAxis * ChebyshevNodes.ShortAxis;

    private readonly double[] rowPlace = new double[SpeciesCells.MostPoints];
    private readonly double[] columnPlace = new double[SpeciesCells.MostPoints];
    private Species rows = new();
    private Species columns = new();
    private SpeciesCells rowCells = new();
    private SpeciesCells columnCells = new();
    private double softening;

    /// <summary>Visits all pairs of particles of two species, with the cells of their gaps.</summary>
    protected void Visit(Species first, SpeciesCells firstCells, Species second, SpeciesCells secondCells, double length)
    {
        (rows, rowCells, columns, columnCells, softening) = (first, firstCells, second, secondCells, length);
        Between(1, 1);
    }

    /// <summary>Pairs of particles, some rows and some blocks of columns.</summary>
    protected abstract void Near(int firstRow, int endRow, int firstBlock, int endBlock);

    /// <summary>All pairs of two cells, one of which at least stands by its nodes; offsets are from one point.</summary>
    /// <param name="rowPoints">Of the first species.</param>
    /// <param name="columnPoints">Of the second.</param>
    /// <param name="reach">No distance is larger.</param>
    /// <param name="pairs">Pairs of particles.</param>
    protected abstract void Far(WeightedPoints rowPoints, WeightedPoints columnPoints, double reach, long pairs);

    /// <summary>All pairs of a cell of the rows and one of the columns.</summary>
    private void Between(int row, int column)
    {
        var (firstRow, lastRow) = (8 * rowCells.FirstBlock(row), rowCells.LastParticle(row));
        var (firstColumn, lastColumn) = (8 * columnCells.FirstBlock(column), columnCells.LastParticle(column));
        var rowLength = Distance(rows, firstRow, rows, lastRow);
        var columnLength = Distance(columns, firstColumn, columns, lastColumn);
        var apart = Distance(rows, firstRow, columns, firstColumn);
        var rowFar = IsFar(rowLength, apart, columnLength);
        var columnFar = IsFar(columnLength, -apart, rowLength);
        var (halveRow, halveColumn) = (!rowFar && !rowCells.IsLeaf(row), !columnFar && !columnCells.IsLeaf(column));
        if (halveRow && (!halveColumn || rowLength >= columnLength))
        {
            Between(2 * row, column);
            Between((2 * row) + 1, column);
        }
        else if (halveColumn)
        {
            Between(row, 2 * column);
            Between(row, (2 * column) + 1);
        }
        else if (!rowFar && !columnFar)
        {
            Near(firstRow, lastRow + 1, columnCells.FirstBlock(column), columnCells.EndBlock(column));
        }
        else
        {
            // Particles are seen from the first of the cell that stands by its nodes.
            var rowPoints = rowFar
                ? Nodes(rowCells, row, rowLength, columnFar ? -apart : 0, rowPlace)
                : Particles(rows, rowCells, row, columns, firstColumn, rowPlace);
            var columnPoints = columnFar
                ? Nodes(columnCells, column, columnLength, 0, columnPlace)
                : Particles(columns, columnCells, column, rows, firstRow, columnPlace);
            var pairs = (long)rowCells.Particles(row) * columnCells.Particles(column);
            Far(rowPoints, columnPoints, Math.Abs(apart) + rowLength + columnLength, pairs);
        }
    }

    /// <summary>Whether a cell may stand by its nodes for one that begins <paramref name="start"/> after its first particle.</summary>
    private bool IsFar(double length, double start, double otherLength)
    {
        var half = 0.5 * length;
        var before = start - half;
        var after = half - (start + otherLength);
        var middle = Math.Max(0, Math.Max(before, after));
        return (middle * middle / LongSquare) + (softening * softening / ShortSquare) >= half * half;
    }

    /// <summary>From one particle to another.</summary>
    private static double Distance(Species from, int i, Species to, int j) =>
        (to.High[j] - from.High[i]) + (to.Low[j] - from.Low[i]);

    private static WeightedPoints Nodes(SpeciesCells cells, int cell, double length, double start, double[] place)
    {
        ChebyshevNodes.Place(length, place);
        for (var k = 0; k < ChebyshevNodes.Count; k++) place[k] += start;
        return new(place.AsSpan(0, ChebyshevNodes.Count), cells.Weight(cell), cells.Push(cell));
    }

    /// <summary>The particles of a leaf, as seen from a particle of the other species.</summary>
    private static WeightedPoints Particles(Species species, SpeciesCells cells, int leaf, Species other, int origin, double[] place)
    {
        var (first, end) = (cells.FirstBlock(leaf), cells.EndBlock(leaf));
        var highs = MemoryMarshal.Cast<double, Vector512<double>>(species.High.AsSpan());
        var lows = MemoryMarshal.Cast<double, Vector512<double>>(species.Low.AsSpan());
        var places = MemoryMarshal.Cast<double, Vector512<double>>(place.AsSpan());
        var (high, low) = (Vector512.Create(other.High[origin]), Vector512.Create(other.Low[origin]));
        for (var b = first; b < end; b++) places[b - first] = (highs[b] - high) + (lows[b] - low);
        return new(place.AsSpan(0, 8 * (end - first)), cells.ParticleWeight(leaf), species.Opposite.AsSpan(8 * first, 8 * (end - first)));
    }
}
