using Orowan.Formats;

namespace Orowan.Continuum;

/// <summary>Equal cells on the line with what is alive and what is annihilated in them.</summary>
/// <remarks>rho^+- = [kappa]_+- + ghosts: stored so, nothing cancels where all is annihilated.</remarks>
/// <param name="Low">Left end of the first cell.</param>
/// <param name="Width">h.</param>
/// <param name="Kappa">rho^+ - rho^- in each cell, length N.</param>
/// <param name="Ghosts">The annihilated of either species, N densities: as much of the one as of the other.</param>
internal sealed record DensityGrid(double Low, double Width, double[] Kappa, double[] Ghosts)
{
    /// <summary>Cells around the initial hull, on each side, as a share of those over it.</summary>
    private const int MarginShare = 4;

    public int Cells => Kappa.Length;

    /// <summary>The averages of the initial densities over <paramref name="cells"/> cells of the hull and a margin, exact in mass.</summary>
    public static DensityGrid Of(DensityCase subject, int cells)
    {
        var margin = Math.Max(4, cells / MarginShare);
        var width = (subject.High - subject.Low) / cells;
        var low = subject.Low - (margin * width);
        var count = cells + (2 * margin);
        var plus = Averages(subject.Plus, subject.Low, width, cells, margin, count);
        var minus = Averages(subject.Minus, subject.Low, width, cells, margin, count);
        return Annihilated(low, width, plus, minus);
    }

    /// <summary>The grid with densities of both species, of which what they have in common in a cell is annihilated.</summary>
    public static DensityGrid Annihilated(double low, double width, double[] plus, double[] minus) =>
        new(low, width, [.. plus.Zip(minus, (p, m) => p - m)], [.. plus.Zip(minus, Math.Min)]);

    /// <summary>Twice as many cells, half of them new and empty, the old ones in the middle.</summary>
    public DensityGrid Extended()
    {
        var margin = Cells / 2;
        return this with { Low = Low - (margin * Width), Kappa = Padded(Kappa, margin), Ghosts = Padded(Ghosts, margin) };
    }

    /// <summary>Half as many cells, each two of the old ones; opposites that then share a cell are annihilated.</summary>
    public DensityGrid Coarsened()
    {
        var (plus, minus) = (Merged(Of(1)), Merged(Of(-1)));
        return Annihilated(Low, 2 * Width, plus, minus);
    }

    /// <summary>rho^+ or rho^-, the annihilated included.</summary>
    public double[] Of(int sign) => [.. Kappa.Zip(Ghosts, (k, g) => Math.Max(0, sign * k) + g)];

    /// <summary>Whether anything above <paramref name="dust"/> is alive in one of the outermost cells, four on each side.</summary>
    public bool ReachesEnd(double dust) =>
        Enumerable.Range(0, Math.Min(4, Cells)).Any(i => Math.Abs(Kappa[i]) > dust || Math.Abs(Kappa[Cells - 1 - i]) > dust);

    public DensityRow ToRow(double time) => new(time, Low, Width, Of(1), Of(-1));

    /// <summary>The mass of a cell is the difference of the mass below its ends; at the ends of the hull there is none or all.</summary>
    private static double[] Averages(Density density, double low, double width, int cells, int margin, int count)
    {
        var averages = new double[count];
        if (density.Parts.IsEmpty) return averages;
        var total = density.Mass;
        double below = 0;
        for (var i = 0; i < cells; i++)
        {
            var next = i == cells - 1 ? total : density.MassBelow(low + ((i + 1) * width));
            averages[margin + i] = Math.Max(0, next - below) / width;
            below = Math.Max(below, next);
        }
        return averages;
    }

    private double[] Padded(double[] values, int margin)
    {
        var padded = new double[Cells + (2 * margin)];
        values.CopyTo(padded, margin);
        return padded;
    }

    /// <summary>The means of neighbours, two by two.</summary>
    public static double[] Merged(double[] values)
    {
        var merged = new double[(values.Length + 1) / 2];
        for (var i = 0; i < values.Length; i++) merged[i / 2] += values[i] / 2;
        return merged;
    }
}
