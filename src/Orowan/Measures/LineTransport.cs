namespace Orowan.Measures;

/// <summary>The 2-Wasserstein distance on the line, (3.1) of A, between sums of equally many equal atoms.</summary>
public static class LineTransport
{
    /// <summary>
    /// W^2(mu, nu) for mu = m sum of delta_{x_i}, nu = m sum of delta_{y_i}, exactly: on the line the k-th smallest atom goes to the k-th
    /// smallest. 0 for no atoms. Dimension: mass times length squared.
    /// </summary>
    /// <param name="x">Places of the atoms of mu, in any order.</param>
    /// <param name="y">Places of the atoms of nu, as many.</param>
    /// <param name="mass">m, the mass of one atom.</param>
    /// <exception cref="ArgumentException">The two measures have different numbers of atoms.</exception>
    public static double SquaredDistance(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double mass)
    {
        if (x.Length != y.Length) throw new ArgumentException($"The measures must have equal mass, but they have {x.Length} and {y.Length} atoms.", nameof(y));
        var (from, to) = (x.ToArray(), y.ToArray());
        Array.Sort(from);
        Array.Sort(to);
        double sum = 0;
        for (var i = 0; i < from.Length; i++) sum += (from[i] - to[i]) * (from[i] - to[i]);
        return mass * sum;
    }
}
