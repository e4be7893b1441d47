using System.Collections.Immutable;

namespace Orowan.Claims;

/// <summary>
/// The rule of Clenshaw and Curtis on [0, 1]: exact for polynomials of degree n at the n + 1 points (1 - cos(pi j/n))/2. Every second point makes
/// the rule of n/2, so that one set of values gives an integral and what the coarser rule makes of it.
/// </summary>
/// <param name="n">Even, at least 2.</param>
internal sealed class ClenshawCurtis(int n)
{
    /// <summary>Increasing from 0 to 1, n + 1 of them.</summary>
    public ImmutableArray<double> Nodes { get; } = [.. Enumerable.Range(0, n + 1).Select(j => 0.5 * (1 - Math.Cos(Math.PI * j / n)))];

    /// <summary>Their weights, of sum 1.</summary>
    public ImmutableArray<double> Weights { get; } = WeightsOf(n);

    /// <summary>The weights of every second node alone.</summary>
    public ImmutableArray<double> Coarse { get; } = WeightsOf(n / 2);

    /// <summary>int of cos(2 k theta) over the circle's projection is 2/(1 - 4 k^2), the first and the last term by half.</summary>
    private static ImmutableArray<double> WeightsOf(int n) => [.. Enumerable.Range(0, n + 1).Select(j =>
    {
        double sum = 1;
        for (var k = 1; k <= n / 2; k++) sum -= (2 * k == n ? 1.0 : 2.0) * Math.Cos(2 * Math.PI * k * j / n) / ((4.0 * k * k) - 1);
        return (j == 0 || j == n ? 0.5 : 1.0) * sum / n;
    })];
}
