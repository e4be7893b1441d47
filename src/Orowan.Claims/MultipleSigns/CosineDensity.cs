namespace Orowan.Claims.MultipleSigns;

/// <summary>The density 1 + c cos(2 pi (x - p)) on the circle.</summary>
/// <param name="Contrast">c, |c| &lt; 1.</param>
/// <param name="Place">p, where it is largest for c > 0.</param>
internal readonly record struct CosineDensity(double Contrast, double Place)
{
    /// <summary>Halvings of [0, 1] down to a spacing of doubles.</summary>
    private const int Halvings = 60;

    /// <summary>The least value.</summary>
    public double Least => 1 - Math.Abs(Contrast);

    /// <summary>The mass of [0, x].</summary>
    public double MassBelow(double x) => x + (Contrast / (2 * Math.PI) * (Math.Sin(2 * Math.PI * (x - Place)) + Math.Sin(2 * Math.PI * Place)));

    /// <summary>Where <see cref="MassBelow"/> is <paramref name="q"/>.</summary>
    public double Quantile(double q)
    {
        double low = 0, high = 1;
        for (var k = 0; k < Halvings; k++)
        {
            var middle = 0.5 * (low + high);
            if (MassBelow(middle) < q) low = middle;
            else high = middle;
        }
        return low;
    }
}
