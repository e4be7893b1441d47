namespace Orowan.Continuum;

/// <summary>Fluxes of one alive species through the faces of its cells, upwind of u = -xi'.</summary>
/// <remarks>
/// At the face between cells j and j + 1 the velocity is u = -(xi_{j+1} - xi_j)/h, and the density is that of the cell upwind, continued
/// to the face with the slope s of van Leer's monotonised central limiter: |s| is at most twice either difference to a neighbour, and 0 at an
/// extremum, so that the values at both faces of a cell are not negative and add up to twice its density. With |u| dt &lt;= c h the cell
/// loses at most the share 2c of its mass. The energy of the cells changes by -h times the sum of u F = u^2 rho >= 0, so the scheme
/// dissipates the energy as (1.3) does.
/// </remarks>
internal sealed class UpwindFluxes(int cells, double width)
{
    /// <summary>F at face f between cells f - 1 and f; 0 at both ends, which are walls.</summary>
    public double[] Flux { get; } = new double[cells + 1];

    /// <summary>The largest |u| at a face that lets something through.</summary>
    public double Fastest { get; private set; }

    /// <summary>h times the sum of u F over the faces: the rate at which the energy is dissipated.</summary>
    public double Dissipation { get; private set; }

    /// <summary>Computes the fluxes of the density <paramref name="sign"/> kappa where that is positive.</summary>
    /// <param name="kappa">rho^+ - rho^-, length N.</param>
    /// <param name="sign">1 for the positive species, -1 for the negative.</param>
    /// <param name="potential">xi of the species, length N.</param>
    /// <param name="dust">Cells of a density up to this keep it.</param>
    public void Compute(ReadOnlySpan<double> kappa, int sign, ReadOnlySpan<double> potential, double dust)
    {
        (Fastest, Dissipation) = (0, 0);
        for (var f = 1; f < cells; f++)
        {
            var u = (potential[f - 1] - potential[f]) / width;
            var upwind = u > 0 ? f - 1 : f;
            var density = sign * kappa[upwind];
            if (density <= dust)
            {
                Flux[f] = 0;
                continue;
            }
            var atFace = density + (Math.Sign(u) * Slope(kappa, sign, upwind) / 2);
            Flux[f] = u * atFace;
            Fastest = Math.Max(Fastest, Math.Abs(u));
            Dissipation += width * u * Flux[f];
        }
    }

    /// <summary>The limited slope in cell j, times h.</summary>
    private double Slope(ReadOnlySpan<double> kappa, int sign, int j)
    {
        if (j == 0 || j == cells - 1) return 0;
        var middle = Math.Max(0, sign * kappa[j]);
        var left = middle - Math.Max(0, sign * kappa[j - 1]);
        var right = Math.Max(0, sign * kappa[j + 1]) - middle;
        if (left * right <= 0) return 0;
        var size = Math.Min(2 * Math.Min(Math.Abs(left), Math.Abs(right)), Math.Abs(left + right) / 2);
        return Math.CopySign(size, left);
    }
}
