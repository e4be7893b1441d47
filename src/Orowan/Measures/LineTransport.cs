using System.Collections.Immutable;

namespace Orowan.Measures;

/// <summary>Optimal transport on the line, (3.1) of A: the monotone plan, for W_2 and W_1 alike.</summary>
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
        return mass * BlockSum.OfSquares(from, to);
    }

    /// <summary>
    /// The monotone plan between weighted measures: levels of mass are matched from the left. For a cost h(x - y) with h convex it is
    /// optimal (exchanging two crossing shipments never costs more). O(n log n).
    /// </summary>
    /// <exception cref="ArgumentException">The measures are not on the line, or the totals differ.</exception>
    internal static TransportPlan Plan(AtomicMeasure first, AtomicMeasure second, int power)
    {
        var whole = WholeMasses.Of(first, second);
        var (x, y) = (Order(first), Order(second));
        var shipments = ImmutableArray.CreateBuilder<Shipment>(x.Length + y.Length);
        Int128 left = 0, right = 0;
        for (int i = -1, j = -1; ;)
        {
            while (left == 0 && ++i < x.Length) left = whole.First[x[i]];
            while (right == 0 && ++j < y.Length) right = whole.Second[y[j]];
            if (i >= x.Length || j >= y.Length) break;
            var moved = Int128.Min(left, right);
            shipments.Add(new Shipment(x[i], y[j], whole.MassOf(moved)));
            (left, right) = (left - moved, right - moved);
        }
        var cost = Transport.CostOf(shipments, first, second, Space.Line, null, power);
        return new(shipments.ToImmutable(), cost, [TransportMethod.MatchedQuantiles], () => Prices(first, x, second, y, whole, power), whole.ValueOf);
    }

    private static DualPrices Prices(AtomicMeasure first, int[] fromOrder, AtomicMeasure second, int[] toOrder, WholeMasses whole, int power)
    {
        var (u, v) = Staircase.Climb(
            Array.ConvertAll(fromOrder, i => first.X[i]),
            Array.ConvertAll(fromOrder, i => whole.First[i]),
            Array.ConvertAll(toOrder, j => second.X[j]),
            Array.ConvertAll(toOrder, j => whole.Second[j]),
            power,
            rowFirst: true);
        return DualPrices.InOrder(fromOrder, u, toOrder, v);
    }

    /// <summary>The numbers of the atoms from left to right.</summary>
    private static int[] Order(AtomicMeasure measure)
    {
        var (keys, order) = (measure.X.ToArray(), Enumerable.Range(0, measure.Count).ToArray());
        Array.Sort(keys, order);
        return order;
    }
}
