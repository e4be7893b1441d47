namespace Orowan.Claims;

/// <summary>Limits as rates.</summary>
public static class Rates
{
    /// <summary>
    /// The slope of log y against log n by least squares, and how wrong it may be: three standard errors, from the residuals, and the
    /// relative errors of the y pushed through the weights of the slope.
    /// </summary>
    public static (double Slope, double Uncertainty) Of(IReadOnlyList<(double N, double Y, double Error)> points)
    {
        var (x, y) = (points.Select(p => Math.Log(p.N)).ToArray(), points.Select(p => Math.Log(p.Y)).ToArray());
        var (meanX, meanY) = (x.Average(), y.Average());
        var square = x.Sum(v => (v - meanX) * (v - meanX));
        var slope = x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum() / square;
        var residual = x.Zip(y, (a, b) => Math.Pow(b - meanY - (slope * (a - meanX)), 2)).Sum();
        var pushed = x.Zip(points, (a, p) => Math.Abs(a - meanX) * p.Error).Sum() / square;
        return (slope, (3 * Math.Sqrt(residual / Math.Max(1, points.Count - 2) / square)) + pushed);
    }
}
