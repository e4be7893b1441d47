using Orowan.Formats;

namespace Orowan.Claims.MultipleSigns;

/// <summary>The displays (4.2) to (4.6), (4.10) of B on the circle as they are printed, with the sign of U to be chosen: +1 corrected, -1 as printed.</summary>
/// <remarks>
/// Sums over q or p of differences are formed from the potentials at nearby points; what is small against V' is then exact to the rounding
/// of V'. The term l = i of (4.5) is zero by symmetry.
/// </remarks>
internal static class DipoleSums
{
    private static readonly int[] Signs = [1, -1];

    /// <summary>E_n(z, d) as in the display before (4.2), with <paramref name="sign"/> (1/n) sum p U(z_k + p d_k).</summary>
    public static double Energy(TorusCase subject, DipoleRow row, int sign)
    {
        double interaction = 0, external = 0;
        var (n, m) = (subject.Count, row.Z.Length);
        for (var k = 0; k < m; k++)
        {
            for (var l = 0; l < m; l++)
            {
                foreach (var p in Signs)
                {
                    foreach (var q in Signs) interaction += p * q * subject.V.At(Argument(row, k, l, p, q));
                }
            }
            foreach (var p in Signs) external += p * subject.U.At(row.Z[k] + (p * row.D[k]));
        }
        return (interaction / (2.0 * n * n)) + (sign * external / n);
    }

    /// <summary>The right side of (4.5) with <paramref name="sign"/> for the sign of -1/2 sum p U'(z_i + p d_i).</summary>
    public static double Centre(TorusCase subject, DipoleRow row, int i, int sign)
    {
        double sum = 0;
        for (var l = 0; l < row.Z.Length; l++)
        {
            if (l == i) continue;
            foreach (var p in Signs)
            {
                foreach (var q in Signs) sum += p * q * Slope(subject, row, i, l, p, q);
            }
        }
        return (-sum / (2 * subject.Count)) - (0.5 * sign * (Outer(subject, row, i, 1) - Outer(subject, row, i, -1)));
    }

    /// <summary>The right side of (4.6).</summary>
    public static double HalfWidth(TorusCase subject, DipoleRow row, int i, int sign)
    {
        double sum = 0;
        for (var l = 0; l < row.Z.Length; l++)
        {
            foreach (var p in Signs)
            {
                foreach (var q in Signs) sum += q * Slope(subject, row, i, l, p, q);
            }
        }
        return (-sum / (2 * subject.Count)) - (0.5 * sign * (Outer(subject, row, i, 1) + Outer(subject, row, i, -1)));
    }

    /// <summary>F_n^i of (4.10).</summary>
    public static double Rest(TorusCase subject, DipoleRow row, int i, int sign)
    {
        double sum = 0;
        for (var l = 0; l < row.Z.Length; l++)
        {
            if (l == i) continue;
            foreach (var p in Signs)
            {
                foreach (var q in Signs) sum -= q * Slope(subject, row, i, l, p, q);
            }
        }
        return (sum / (2 * subject.Count)) - (0.5 * sign * (Outer(subject, row, i, 1) + Outer(subject, row, i, -1)));
    }

    /// <summary>sum_pq p q V'(z_i - z_l + p d_i - q d_l).</summary>
    public static double FourPoints(TorusCase subject, DipoleRow row, int i, int l) =>
        Signs.Sum(p => Signs.Sum(q => p * q * Slope(subject, row, i, l, p, q)));

    /// <summary>V'(2 d_i)/n, the term l = i of (4.10).</summary>
    public static double Own(TorusCase subject, DipoleRow row, int i) => subject.V.GradientAt(2 * row.D[i])[0] / subject.Count;

    /// <summary>z_i - z_l + p d_i - q d_l; within a dipole from the half width alone.</summary>
    private static double Argument(DipoleRow row, int i, int l, int p, int q) =>
        i == l ? (p - q) * row.D[i] : row.Z[i] - row.Z[l] + (p * row.D[i]) - (q * row.D[l]);

    private static double Slope(TorusCase subject, DipoleRow row, int i, int l, int p, int q) => subject.V.GradientAt(Argument(row, i, l, p, q))[0];

    private static double Outer(TorusCase subject, DipoleRow row, int i, int p) => subject.U.GradientAt(row.Z[i] + (p * row.D[i]))[0];
}
