namespace Orowan.Benchmarks;

/// <summary>
/// A case that solvers are compared on: H, P and R on the line, with V = -log, W = 1/2 log(r^2 + 0.05^2) and T = 1; D on the circle, with
/// n/2 short dipoles, V the logarithm regularised at delta = n^-3.5, U = cos(2 pi x) / (2 pi) and T = 1.
/// </summary>
/// <param name="Name">H, P, R or D.</param>
/// <param name="X">Initial positions, increasing; of D the centres and then the half widths in units of delta.</param>
/// <param name="B">Charges; of D they say nothing.</param>
/// <param name="End">The exact positions at T, where there is a closed form.</param>
internal sealed record Bed(string Name, double[] X, int[] B, double[]? End)
{
    public const double Softening = 0.05;

    public const double Horizon = 1;

    public static readonly string[] Names = ["H", "P", "R", "D"];

    public static Bed Make(string name, int n) =>
        name switch
        {
            "H" => Hermite(n),
            "P" => Perturbed(n),
            "R" => Blocks(n),
            "D" => Dipoles(n),
            _ => throw new ArgumentException($"There is no bed {name}; there are {string.Join(", ", Names)}.", nameof(name)),
        };

    /// <summary>x_i(t) = sqrt(1/n + 2 t/n) h_i, h the zeros of the Hermite polynomial H_n, since sum over j of 1/(h_i - h_j) = h_i.</summary>
    private static Bed Hermite(int n)
    {
        var zeros = HermiteZeros.Of(n);
        var (start, end) = (Math.Sqrt(1.0 / n), Math.Sqrt((1 + (2 * Horizon)) / n));
        return new Bed("H", Array.ConvertAll(zeros, h => start * h), Equal(n), Array.ConvertAll(zeros, h => end * h));
    }

    /// <summary>H with every particle moved by up to 0.3 of its narrower gap, so that no closed form flatters a method.</summary>
    private static Bed Perturbed(int n)
    {
        var x = Hermite(n).X;
        var random = new Random(n);
        var moved = new double[n];
        for (var i = 0; i < n; i++)
        {
            var left = i == 0 ? double.PositiveInfinity : x[i] - x[i - 1];
            var right = i == n - 1 ? double.PositiveInfinity : x[i + 1] - x[i];
            moved[i] = x[i] + (0.3 * Math.Min(left, right) * ((2 * random.NextDouble()) - 1));
        }
        return new Bed("P", moved, Equal(n), null);
    }

    /// <summary>Eight blocks of alternating charge at the quantiles of the density 1 + sin(2 x + 0.7)/2 on [-1, 1].</summary>
    private static Bed Blocks(int n)
    {
        static double Mass(double x) => x + 1 - (0.25 * (Math.Cos((2 * x) + 0.7) - Math.Cos(-2 + 0.7)));
        var x = new double[n];
        for (var i = 0; i < n; i++)
        {
            var (low, high) = (-1.0, 1.0);
            for (var halving = 0; halving < 60; halving++)
            {
                var middle = 0.5 * (low + high);
                if (Mass(middle) < (i + 0.5) / n * Mass(1)) low = middle;
                else high = middle;
            }
            x[i] = 0.5 * (low + high);
        }
        return new Bed("R", x, [.. Enumerable.Range(0, n).Select(i => i * 8 / n % 2 == 0 ? 1 : -1)], null);
    }

    /// <summary>Dipoles of half widths up to delta / 2 at equal distances, moved by up to 0.15 of them.</summary>
    private static Bed Dipoles(int n)
    {
        var (half, random) = (n / 2, new Random(n));
        double[] centres = [.. Enumerable.Range(0, half).Select(k => (k + 0.5 + (0.3 * (random.NextDouble() - 0.5))) / half)];
        double[] widths = [.. Enumerable.Range(0, half).Select(_ => random.NextDouble() - 0.5)];
        return new Bed("D", [.. centres, .. widths], Equal(n), null);
    }

    private static int[] Equal(int n) => [.. Enumerable.Repeat(1, n)];
}
