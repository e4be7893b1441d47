namespace Orowan.Measures;

/// <summary>The cheapest one-to-one assignment of n rows to n columns, with the prices that prove it cheapest.</summary>
/// <param name="ColumnOf">The column of each row, length n.</param>
/// <param name="RowPrice">Dual variables u of the rows, length n.</param>
/// <param name="ColumnPrice">Dual variables v of the columns, length n.</param>
public sealed record Assignment(int[] ColumnOf, double[] RowPrice, double[] ColumnPrice)
{
    /// <summary>The sum of all prices. No assignment costs less, up to n times the <see cref="Infeasibility"/> of the prices.</summary>
    public double DualCost => RowPrice.Sum() + ColumnPrice.Sum();

    /// <summary>
    /// Solves the assignment problem by shortest augmenting paths (Jonker and Volgenant, Computing 38, 1987): rows enter one by one, each
    /// by the shortest path in reduced costs c - u - v >= 0 to a free column. O(n^3) operations, O(n) memory beside the costs.
    /// </summary>
    /// <param name="cost">Costs, n rows of n, row after row; finite.</param>
    /// <exception cref="ArgumentException"><paramref name="cost"/> is not a square, or an entry is not finite.</exception>
    public static Assignment Cheapest(ReadOnlySpan<double> cost)
    {
        var n = Side(cost);
        var (rowPrice, columnPrice) = (new double[n], new double[n]);
        var (columnOf, rowOf) = (new int[n], new int[n]);
        Array.Fill(rowOf, -1);
        var path = new Path(n);
        for (var row = 0; row < n; row++)
        {
            var free = path.Search(cost, row, rowOf, rowPrice, columnPrice);
            path.Reprice(row, rowOf, rowPrice, columnPrice);
            path.Augment(row, free, rowOf, columnOf);
        }
        return new Assignment(columnOf, rowPrice, columnPrice);
    }

    /// <summary>The cost of this assignment.</summary>
    public double CostUnder(ReadOnlySpan<double> cost)
    {
        double sum = 0;
        for (var i = 0; i < ColumnOf.Length; i++) sum += cost[(i * ColumnOf.Length) + ColumnOf[i]];
        return sum;
    }

    /// <summary>By how much u_i + v_j exceeds c_ij at most; 0 for exact prices, a few roundings of the largest cost here.</summary>
    public double Infeasibility(ReadOnlySpan<double> cost)
    {
        var n = ColumnOf.Length;
        double largest = 0;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) largest = Math.Max(largest, RowPrice[i] + ColumnPrice[j] - cost[(i * n) + j]);
        }
        return largest;
    }

    private static int Side(ReadOnlySpan<double> cost)
    {
        var n = (int)Math.Round(Math.Sqrt(cost.Length));
        if (n * n != cost.Length) throw new ArgumentException($"The costs must be a square; there are {cost.Length}.", nameof(cost));
        foreach (var entry in cost)
        {
            if (!double.IsFinite(entry)) throw new ArgumentException($"The costs must be finite; one is {entry:R}.", nameof(cost));
        }
        return n;
    }

    /// <summary>One search of Dijkstra's kind over the columns; its buffers serve every row.</summary>
    private sealed class Path(int n)
    {
        private readonly double[] distance = new double[n];
        private readonly int[] previous = new int[n];
        private readonly bool[] settled = new bool[n];
        private double length;

        /// <summary>The free column nearest to <paramref name="start"/>.</summary>
        public int Search(ReadOnlySpan<double> cost, int start, int[] rowOf, double[] rowPrice, double[] columnPrice)
        {
            Array.Fill(distance, double.PositiveInfinity);
            Array.Clear(settled);
            length = 0;
            var row = start;
            while (true)
            {
                Relax(cost.Slice(row * n, n), row, rowPrice[row], columnPrice);
                var nearest = Nearest();
                length = distance[nearest];
                settled[nearest] = true;
                if (rowOf[nearest] < 0) return nearest;
                row = rowOf[nearest];
            }
        }

        /// <summary>Keeps reduced costs at least 0, and 0 along the path.</summary>
        public void Reprice(int start, int[] rowOf, double[] rowPrice, double[] columnPrice)
        {
            rowPrice[start] += length;
            for (var j = 0; j < n; j++)
            {
                if (!settled[j] || rowOf[j] < 0) continue;
                rowPrice[rowOf[j]] += length - distance[j];
                columnPrice[j] -= length - distance[j];
            }
        }

        public void Augment(int start, int free, int[] rowOf, int[] columnOf)
        {
            var column = free;
            while (true)
            {
                var row = previous[column];
                rowOf[column] = row;
                (columnOf[row], column) = (column, columnOf[row]);
                if (row == start) return;
            }
        }

        private void Relax(ReadOnlySpan<double> cost, int row, double price, double[] columnPrice)
        {
            for (var j = 0; j < n; j++)
            {
                if (settled[j]) continue;
                var through = length + (cost[j] - price - columnPrice[j]);
                if (through >= distance[j]) continue;
                distance[j] = through;
                previous[j] = row;
            }
        }

        private int Nearest()
        {
            var best = -1;
            for (var j = 0; j < n; j++)
            {
                if (!settled[j] && (best < 0 || distance[j] < distance[best])) best = j;
            }
            return best;
        }
    }
}
