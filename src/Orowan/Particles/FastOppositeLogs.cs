using System.Runtime.Intrinsics;

namespace Orowan.Particles;

/// <summary>As <see cref="OppositeLogs"/>, in a time proportional to the number of particles.</summary>
/// <remarks>log(d^2 + e^2) is twice the real part of log(d + i e): the error is twice that of <see cref="FastLikeLogs"/>.</remarks>
internal sealed class FastOppositeLogs : FastOppositeSum
{
    private Species rows = new();
    private Species columns = new();
    private double softening;
    private LogProduct first = new();
    private LogProduct second = new();
    private Vector512<double> far;
    private long exponent;

    /// <summary>The sum for positions and a softening as <see cref="OppositeLogs.Sum"/> takes them, and the cells of the gaps.</summary>
    public double Sum(Species one, SpeciesCells oneCells, Species other, SpeciesCells otherCells, double length, int power)
    {
        (rows, columns, softening, far) = (one, other, length, default);
        (first, second) = (new LogProduct(), new LogProduct());
        exponent = -2L * rows.Count * columns.Count * power;
        Visit(one, oneCells, other, otherCells, length);
        return Lanes.Sum(far) + LogProduct.Log(first, second, exponent);
    }

    protected override void Near(int firstRow, int endRow, int firstBlock, int endBlock) =>
        OppositeLogs.Multiply(rows, firstRow, endRow, columns, firstBlock, endBlock, softening, ref first, ref second);

    protected override void Far(WeightedPoints rowPoints, WeightedPoints columnPoints, double reach, long pairs)
    {
        var size = 2 * Math.ILogB(Math.Max(softening, reach));
        WeightedLogs.AddSquares(rowPoints, columnPoints, softening, -size, ref far);
        exponent += pairs * size;
    }
}
