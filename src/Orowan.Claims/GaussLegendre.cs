using MathNet.Numerics.Integration;

namespace Orowan.Claims;

/// <summary>Gauss-Legendre rules on [0, 1].</summary>
internal static class GaussLegendre
{
    /// <summary>Nodes, increasing, and weights, for the orders that the library tabulates (up to 20, then 32, 64, 96): others it finds to 1e-10 only.</summary>
    public static IEnumerable<(double Node, double Weight)> Points(int order)
    {
        var rule = new GaussLegendreRule(0, 1, order);
        return rule.Abscissas.Zip(rule.Weights).OrderBy(point => point.First);
    }
}
