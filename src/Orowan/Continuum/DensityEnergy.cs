using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Continuum;

/// <summary>The energy (1.1) of A for densities, of what is alive.</summary>
public static class DensityEnergy
{
    /// <summary>
    /// (1/2) of the double integral of V(x - y) ([kappa]_+ [kappa]_+ + [kappa]_- [kappa]_-), plus that of W(x - y) [kappa]_+(x) [kappa]_-(y): exact
    /// for densities that are constant on the cells of the row. Dimension: the potential's, times mass squared.
    /// </summary>
    public static double Of(Potential v, Potential w, DensityRow row)
    {
        var kappa = row.Kappa();
        var (plus, minus) = (new double[kappa.Length], new double[kappa.Length]);
        new PairedConvolution(v, w, row.Width, kappa.Length).Potentials(kappa, plus, minus);
        double sum = 0;
        for (var i = 0; i < kappa.Length; i++) sum += (Math.Max(kappa[i], 0) * plus[i]) + (Math.Max(-kappa[i], 0) * minus[i]);
        return row.Width * sum / 2;
    }

    /// <summary>The row on cells twice as wide: what its energy then loses or gains shows how well the cells resolve it.</summary>
    public static DensityRow Coarsened(DensityRow row) =>
        row with { Width = 2 * row.Width, Plus = DensityGrid.Merged(row.Plus), Minus = DensityGrid.Merged(row.Minus) };
}
