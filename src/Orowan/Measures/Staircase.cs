using System.Collections.Immutable;

namespace Orowan.Measures;

/// <summary>Dual variables of a transport: u of the first measure's atoms and v of the second's, u_i + v_j at most c_ij, equal where mass goes.</summary>
/// <param name="First">u, a number for every atom of the first measure.</param>
/// <param name="Second">v, a number for every atom of the second measure.</param>
public sealed record DualPrices(ImmutableArray<double> First, ImmutableArray<double> Second)
{
    /// <summary>The sum of m_i u_i and m_j v_j: no plan costs less, up to the total mass times the <see cref="Infeasibility"/>.</summary>
    public double Value(AtomicMeasure first, AtomicMeasure second) =>
        BlockSum.Of(First.Length, i => first.Mass[i] * First[i]) + BlockSum.Of(Second.Length, j => second.Mass[j] * Second[j]);

    /// <summary>Prices u_k of the atoms order_k, v_k of otherOrder_k.</summary>
    internal static DualPrices InOrder(int[] order, double[] u, int[] otherOrder, double[] v)
    {
        var (first, second) = (new double[order.Length], new double[otherOrder.Length]);
        for (var k = 0; k < order.Length; k++) first[order[k]] = u[k];
        for (var k = 0; k < otherOrder.Length; k++) second[otherOrder[k]] = v[k];
        return new([.. first], [.. second]);
    }

    /// <summary>By how much u_i + v_j exceeds c_ij at most, or 0. O(n m).</summary>
    /// <param name="costs">Costs of all pairs, row after row.</param>
    public double Infeasibility(ReadOnlySpan<double> costs)
    {
        double largest = 0;
        for (var i = 0; i < First.Length; i++)
        {
            for (var j = 0; j < Second.Length; j++) largest = Math.Max(largest, First[i] + Second[j] - costs[(i * Second.Length) + j]);
        }
        return largest;
    }
}

/// <summary>
/// Prices of matched quantiles. The cells (i, j) of a monotone plan, joined by a step to the next row or the next column where both run out at
/// once, are a staircase; u_i + v_j = h(x_i - y_j) on it gives all prices from the first. For convex h the costs of sorted places are a Monge
/// array, c_ij + c_kl at most c_il + c_kj for i &lt; k, j &lt; l, and then u_i + v_j is at most c_ij everywhere.
/// </summary>
internal static class Staircase
{
    /// <summary>u and v with u_0 = 0, for places in increasing order; masses may be 0.</summary>
    /// <param name="rowFirst">Where row and column run out together, whether the next row is priced first.</param>
    public static (double[] U, double[] V) Climb(double[] x, Int128[] a, double[] y, Int128[] b, int power, bool rowFirst)
    {
        double Cost(int i, int j) => power == 1 ? Math.Abs(x[i] - y[j]) : (x[i] - y[j]) * (x[i] - y[j]);
        var (u, v) = (new double[x.Length], new double[y.Length]);
        // Prices add up over the whole staircase: they are carried with twice the digits.
        var (row, column) = (new Carried(0, 0), Carried.Rest(Cost(0, 0), new(0, 0)));
        v[0] = column.High;
        var (left, right) = (a[0], b[0]);
        for (int i = 0, j = 0; ;)
        {
            var moved = Int128.Min(left, right);
            (left, right) = (left - moved, right - moved);
            var wantsRow = right > 0 || (left == 0 && rowFirst);
            if (i + 1 < x.Length && (wantsRow || j + 1 == y.Length))
            {
                left = a[++i];
                row = Carried.Rest(Cost(i, j), column);
                u[i] = row.High;
            }
            else if (j + 1 < y.Length)
            {
                right = b[++j];
                column = Carried.Rest(Cost(i, j), row);
                v[j] = column.High;
            }
            else
            {
                return (u, v);
            }
        }
    }

    /// <summary>A price as the sum of two doubles.</summary>
    private readonly record struct Carried(double High, double Low)
    {
        /// <summary>cost - price: Knuth's difference with the rounding it makes.</summary>
        public static Carried Rest(double cost, Carried price)
        {
            var difference = cost - price.High;
            var part = difference - cost;
            var rest = (cost - (difference - part)) - (price.High + part) - price.Low;
            var high = difference + rest;
            return new(high, rest - (high - difference));
        }
    }
}
