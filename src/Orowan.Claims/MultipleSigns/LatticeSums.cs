namespace Orowan.Claims.MultipleSigns;

/// <summary>
/// Bounds of what the images of a source in the plane do near it, from the sums G_k = sum over the lattice points w other than 0 of w^-k.
/// </summary>
/// <remarks>
/// On the square lattice only G_4, G_8, ... differ from 0, and with Weierstrass' functions, z = x_1 + i x_2, up to constants
/// V_green + log|z| = pi |z|^2/2 + Re sum G_k z^k/k and
/// V_edge - V_green = (1/2) Re[conj(z) zeta - pi conj(z)^2/2 - (zeta^2 - p)/(2 pi)], because zeta - pi conj(z) is periodic.
/// zeta = 1/z + f, f = -sum G_k z^(k-1), and zeta^2 - p = f^2 - sum (k + 1) G_k z^(k-2). The Hessian of Re g has the norm |g''|, that of
/// Re conj(z) g at most |z| |g''| + 2 |g'|; all series are bounded by those of their moduli.
/// </remarks>
internal static class LatticeSums
{
    /// <summary>G_4 = Gamma(1/4)^8/(960 pi^2), rounded up.</summary>
    private const double G4 = 3.1512120022;

    /// <summary>G_8 = 3 G_4^2/7, rounded up.</summary>
    private const double G8 = 4.2557730355;

    /// <summary>All others: G_16 = 4.0157 is the largest, and they tend to 4.</summary>
    private const double Others = 4.0158;

    private const int Largest = 240;

    /// <summary>A bound of |D^2 (V_green + log|x|)| at distance r &lt;= 1/sqrt 2; attained on the axes.</summary>
    public static double Green(double r)
    {
        var sum = Math.PI;
        for (var k = 4; k <= Largest; k += 4) sum += (k - 1) * G(k) * Math.Pow(r, k - 2);
        return sum;
    }

    /// <summary>A bound of |D^2 (V_edge + log|x| - x_1^2/|x|^2)| at distance r &lt;= 1/sqrt 2.</summary>
    public static double Edge(double r)
    {
        double zeroth = 0, first = 0, second = 0, rest = 0;
        for (var k = 4; k <= Largest; k += 4)
        {
            var g = G(k);
            zeroth += g * Math.Pow(r, k - 1);
            first += (k - 1) * g * Math.Pow(r, k - 2);
            second += (k - 1) * (k - 2) * g * Math.Pow(r, k - 3);
            rest += (k + 1) * (k - 2) * (k - 3) * g * Math.Pow(r, k - 4);
        }
        return Green(r) + (0.5 * ((r * second) + (2 * first) + Math.PI)) + (((2 * ((first * first) + (zeroth * second))) + rest) / (4 * Math.PI));
    }

    private static double G(int k) => k switch { 4 => G4, 8 => G8, _ => Others };
}
