using Orowan.Formats;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, footnote 2: fundamental solutions of the Laplacian in the plane and on a square lattice.</summary>
internal static class LatticeLaplacian
{
    /// <summary>Nodes along a side of the periodic lattice.</summary>
    private const int Side = 96;

    public static Claim<TorusNumbers> Corrected { get; } = TorusClaims.OnNumbers(
        "B-1.3-footnote",
        "Section 1.3, footnote 2",
        "The Dirichlet integral of the Green's function over e/2 < |x| < e is 2 pi log 2 up to 20 e^2, however small e is, so that it is infinite around 0. The fundamental solution a of the Laplacian on the lattice is finite everywhere, "
        + "and so is its Dirichlet sum around 0: a(m, m) = (4/pi) sum_{k <= m} 1/(2k - 1). It is bounded on bounded sets only.",
        "grad V = -x/|x|^2 + w with |w| <= pi |x| and div w = 2 pi: the cross term adds -2 pi |x|^2 to |x|^2 |grad V|^2 on average, the square at most pi^2 |x|^4; over the annulus (3/2) pi^2 e^2 = 14.8 e^2 to leading order. a by its Fourier sum over a periodic lattice of 96^2 nodes, which differs by at most 4 m^2/96^2.",
        CheckCorrected);

    public static Claim<TorusNumbers> Printed { get; } = Corrected with
    {
        Statement = "The fundamental solution of the discrete Laplacian on a lattice is bounded: from m to 2 m it grows by less and less, at most 0.1 at m = 2^16.",
        Derivation = "A bounded sequence that increases has increments that tend to 0. a(2m, 2m) - a(m, m) tends to (2/pi) log 2 = 0.441.",
        Check = (_, _) => [Comparison.AtMost(Diagonal(1 << 17) - Diagonal(1 << 16), 0.1, 1e-9, "a(2m, 2m) - a(m, m), m = 65536")],
    };

    private static IEnumerable<Comparison> CheckCorrected(TorusNumbers subject)
    {
        var green = subject.Kernels.Green(0);
        for (var radius = 0.1 * subject.Gap; radius > 1e-6; radius *= 0.1)
        {
            yield return Comparison.Equal(
                Annulus(radius), 2 * Math.PI * Math.Log(2), (20 * radius * radius) + 1e-10, 1, $"Dirichlet integral over radii {0.5 * radius:R} to {radius:R}", 0.3);
        }
        foreach (var m in Enumerable.Range(1, subject.Count / 2))
        {
            yield return Comparison.Equal(Periodic(m), Diagonal(m), 4.0 * m * m / (Side * Side), Diagonal(m), $"a({m}, {m})", 0.05);
        }

        // The logarithm of the radius and the angle are the variables: the integrand is |x|^2 |grad V|^2.
        double Annulus(double outer)
        {
            const int Angles = 32;
            var sum = 0.0;
            foreach (var (t, weight) in GaussLegendre.Points(3))
            {
                var r = outer * Math.Pow(0.5, t);
                for (var i = 0; i < Angles; i++)
                {
                    var (sin, cos) = Math.SinCos(2 * Math.PI * (i + 0.5) / Angles);
                    var g = green.GradientAt(r * cos, r * sin);
                    sum += weight * r * r * ((g[0] * g[0]) + (g[1] * g[1]));
                }
            }
            return sum * Math.Log(2) * 2 * Math.PI / Angles;
        }
    }

    /// <summary>a(m, m) of the Laplacian that takes the mean over the four neighbours less the value, a(0, 0) = 0.</summary>
    private static double Diagonal(int m)
    {
        double sum = 0;
        for (var k = m; k >= 1; k--) sum += 1.0 / ((2 * k) - 1);
        return 4 / Math.PI * sum;
    }

    /// <summary>The same on the periodic lattice.</summary>
    private static double Periodic(int m)
    {
        double sum = 0;
        for (var k1 = 0; k1 < Side; k1++)
        {
            for (var k2 = 0; k2 < Side; k2++)
            {
                if (k1 == 0 && k2 == 0) continue;
                var eigenvalue = 1 - (0.5 * (Math.Cos(2 * Math.PI * k1 / Side) + Math.Cos(2 * Math.PI * k2 / Side)));
                sum += (1 - Math.Cos(2 * Math.PI * (k1 + k2) * m / Side)) / eigenvalue;
            }
        }
        return sum / (Side * Side);
    }
}
