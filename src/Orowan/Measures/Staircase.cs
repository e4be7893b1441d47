namespace Orowan.Measures;

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
