namespace Orowan.Potentials;

/// <summary>The plain Fourier sum of a planar torus potential that is even in both components, for a large delta, where it is short.</summary>
internal sealed class PlanarSeries
{
    /// <summary>exp(-delta |k|) beyond the sum, relative to its first term: exp(-38).</summary>
    private const double Reach = 39;

    private readonly List<(double K1, double K2, double Factor)> terms = [];

    /// <param name="delta">The regularisation length, at least 1.</param>
    /// <param name="coefficient">V_k for k with components >= 0.</param>
    internal PlanarSeries(double delta, Func<int, int, double> coefficient)
    {
        var largest = (int)Math.Ceiling(1 + (Reach / delta));
        for (var k1 = 0; k1 <= largest; k1++)
        {
            for (var k2 = 0; k2 <= largest; k2++)
            {
                var factor = (k1 == 0 ? 1 : 2) * (k2 == 0 ? 1 : 2) * coefficient(k1, k2);
                if (factor != 0) terms.Add((2 * Math.PI * k1, 2 * Math.PI * k2, factor));
            }
        }
        terms.Sort((a, b) => Math.Abs(a.Factor).CompareTo(Math.Abs(b.Factor)));
    }

    internal double Value(double x1, double x2)
    {
        double sum = 0;
        foreach (var (k1, k2, factor) in terms) sum += factor * Math.Cos(k1 * x1) * Math.Cos(k2 * x2);
        return sum;
    }

    internal (double First, double Second) Gradient(double x1, double x2)
    {
        double first = 0, second = 0;
        foreach (var (k1, k2, factor) in terms)
        {
            first -= factor * k1 * Math.Sin(k1 * x1) * Math.Cos(k2 * x2);
            second -= factor * k2 * Math.Cos(k1 * x1) * Math.Sin(k2 * x2);
        }
        return (first, second);
    }

    internal (double First, double Mixed, double Second) Hessian(double x1, double x2)
    {
        double first = 0, mixed = 0, second = 0;
        foreach (var (k1, k2, factor) in terms)
        {
            var (product, sines) = (factor * Math.Cos(k1 * x1) * Math.Cos(k2 * x2), factor * Math.Sin(k1 * x1) * Math.Sin(k2 * x2));
            first -= k1 * k1 * product;
            mixed += k1 * k2 * sines;
            second -= k2 * k2 * product;
        }
        return (first, mixed, second);
    }
}
