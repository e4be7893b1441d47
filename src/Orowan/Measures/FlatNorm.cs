namespace Orowan.Measures;

/// <summary>The dual bounded-Lipschitz norm of a difference of measures.</summary>
public static class FlatNorm
{
    /// <summary>
    /// sup of int f d(mu - nu) over all f with |f| at most 1 and Lipschitz constant at most 1. By duality the cheapest way to turn mu into nu
    /// when moving costs |x - y| and making or removing mass costs 1: a transport with one more place, at distance 1 from all others, that
    /// has and takes any amount. The totals may differ. O((n + m)^3): for small measures.
    /// </summary>
    /// <exception cref="ArgumentException">A dimension is not the space's.</exception>
    public static double Distance(AtomicMeasure first, AtomicMeasure second, Space space)
    {
        if (first.Dimension != space.Dimension || second.Dimension != space.Dimension)
            throw new ArgumentException($"The {space.Name} has dimension {space.Dimension}, the measures {first.Dimension} and {second.Dimension}.", nameof(space));
        var (n, m) = (first.Count + 1, second.Count + 1);
        var costs = new double[n * m];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < m; j++)
            {
                var outside = (i == first.Count ? 1 : 0) + (j == second.Count ? 1 : 0);
                costs[(i * m) + j] = outside == 0 ? Math.Sqrt(space.SquaredDistance(first.At(i), second.At(j))) : outside % 2;
            }
        }
        // Places are of no account for the masses; the extra place has what the other measure has.
        var whole = WholeMasses.Of(WithOutside(first, second.TotalMass), WithOutside(second, first.TotalMass));
        var solved = Transportation.Cheapest(costs, whole.First, whole.Second);
        return solved.Flows.Sum(f => whole.MassOf(f.Amount) * costs[(f.Row * m) + f.Column]);
    }

    private static AtomicMeasure WithOutside(AtomicMeasure measure, double mass) =>
        new(1, [.. new double[measure.Count + 1]], [.. measure.Mass, mass]);
}
