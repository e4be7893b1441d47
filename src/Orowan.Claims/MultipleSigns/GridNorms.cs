using Orowan.Measures;

namespace Orowan.Claims.MultipleSigns;

/// <summary>The Luxemburg norms that the claims on densities use; a broken solver may bring its own.</summary>
internal interface IGridNorms
{
    Estimate Of(YoungFunction phi, double[] values, int dimension);
}

/// <summary>Luxemburg norms of functions that are known at the points of a grid.</summary>
internal sealed class GridNorms : IGridNorms
{
    public static IGridNorms Ours { get; } = new GridNorms();

    /// <summary>The norm by equal weights; the error is twice what half of the points, every second of them as on a chessboard, make of it.</summary>
    public Estimate Of(YoungFunction phi, double[] values, int dimension)
    {
        var side = dimension == 1 ? values.Length : (int)Math.Round(Math.Sqrt(values.Length));
        double[] half = [.. values.Where((_, i) => ((dimension == 1 ? 0 : i / side) + i) % 2 == 0)];
        var (fine, coarse) = (OfPoints(phi, values), OfPoints(phi, half));
        return new(fine.Value, fine.Error + (2 * Math.Abs(fine.Value - coarse.Value)));
    }

    private static Estimate OfPoints(YoungFunction phi, double[] points)
    {
        var weights = new double[points.Length];
        Array.Fill(weights, 1.0 / points.Length);
        return LuxemburgNorm.Of(phi, points, weights);
    }
}
