namespace Orowan.Measures;

/// <summary>The cheapest way to meet demands from supplies of whole numbers, with the prices that prove it cheapest.</summary>
/// <param name="Flows">Row, column and amount, each positive.</param>
/// <param name="RowPrice">Dual variables u of the rows.</param>
/// <param name="ColumnPrice">Dual variables v of the columns; u_i + v_j is at most the cost, up to one rounding.</param>
internal sealed record Transportation(IReadOnlyList<(int Row, int Column, Int128 Amount)> Flows, double[] RowPrice, double[] ColumnPrice)
{
    /// <summary>
    /// Successive shortest paths: each row sends what it has along the shortest path, in reduced costs c - u - v that are never negative, to
    /// a column that still wants; on its way a path may take back what earlier rows sent. Whole numbers make the end certain and exact.
    /// </summary>
    /// <param name="cost">Costs, row after row; finite.</param>
    /// <param name="supply">What each row has; none negative.</param>
    /// <param name="demand">What each column wants; none negative, the same total.</param>
    public static Transportation Cheapest(ReadOnlySpan<double> cost, Int128[] supply, Int128[] demand)
    {
        if (cost.Length != supply.Length * demand.Length)
            throw new ArgumentException($"{supply.Length} rows and {demand.Length} columns need {supply.Length * demand.Length} costs; there are {cost.Length}.", nameof(cost));
        if (WholeMasses.Sum(supply) != WholeMasses.Sum(demand)) throw new ArgumentException("Supply and demand must have one total.", nameof(demand));
        var search = new Search(supply.Length, (Int128[])demand.Clone());
        search.Start(cost);
        for (var row = 0; row < supply.Length; row++)
        {
            for (var left = supply[row]; left > 0;) left -= search.Send(cost, row, left);
        }
        return search.Result(cost);
    }

    /// <summary>Flows and prices, and the buffers of one search of Dijkstra's kind.</summary>
    private sealed class Search(int rows, Int128[] wanted)
    {
        private readonly int columns = wanted.Length;
        private readonly double[] rowPrice = new double[rows];
        private readonly double[] columnPrice = new double[wanted.Length];
        private readonly List<(int Row, Int128 Amount)>[] held = [.. wanted.Select(_ => new List<(int, Int128)>())];
        private readonly double[] distance = new double[wanted.Length];
        private readonly double[] rowDistance = new double[rows];
        private readonly int[] fromRow = new int[wanted.Length];
        private readonly int[] fromColumn = new int[rows];
        private readonly bool[] settled = new bool[wanted.Length];
        private readonly List<int> reached = [];

        /// <summary>The largest prices of the columns with rows at 0, then of the rows.</summary>
        public void Start(ReadOnlySpan<double> cost)
        {
            Array.Fill(columnPrice, double.PositiveInfinity);
            for (var i = 0; i < rows; i++)
            {
                for (var j = 0; j < columns; j++) columnPrice[j] = Math.Min(columnPrice[j], cost[(i * columns) + j]);
            }
            for (var i = 0; i < rows; i++) rowPrice[i] = HighestPrice(cost, i);
        }

        /// <summary>Sends as much of <paramref name="left"/> as the shortest path from <paramref name="start"/> takes; at least 1.</summary>
        public Int128 Send(ReadOnlySpan<double> cost, int start, Int128 left)
        {
            var (end, length) = ShortestPath(cost, start);
            Reprice(end, length);
            return Augment(start, end, left);
        }

        public Transportation Result(ReadOnlySpan<double> cost)
        {
            for (var i = 0; i < rows; i++) rowPrice[i] = HighestPrice(cost, i);
            var flows = from j in Enumerable.Range(0, columns) from flow in held[j] select (flow.Row, j, flow.Amount);
            return new([.. flows.OrderBy(f => f.Row).ThenBy(f => f.j)], rowPrice, columnPrice);
        }

        private double HighestPrice(ReadOnlySpan<double> cost, int row)
        {
            var highest = double.PositiveInfinity;
            for (var j = 0; j < columns; j++) highest = Math.Min(highest, cost[(row * columns) + j] - columnPrice[j]);
            return highest;
        }

        private (int End, double Length) ShortestPath(ReadOnlySpan<double> cost, int start)
        {
            Array.Fill(distance, double.PositiveInfinity);
            Array.Fill(rowDistance, double.PositiveInfinity);
            Array.Clear(settled);
            reached.Clear();
            Reach(cost, start, -1, 0);
            while (true)
            {
                var nearest = -1;
                for (var j = 0; j < columns; j++)
                {
                    if (!settled[j] && (nearest < 0 || distance[j] < distance[nearest])) nearest = j;
                }
                settled[nearest] = true;
                if (wanted[nearest] > 0) return (nearest, distance[nearest]);
                foreach (var (row, _) in held[nearest])
                {
                    if (double.IsPositiveInfinity(rowDistance[row])) Reach(cost, row, nearest, distance[nearest]);
                }
            }
        }

        private void Reach(ReadOnlySpan<double> cost, int row, int through, double at)
        {
            (rowDistance[row], fromColumn[row]) = (at, through);
            reached.Add(row);
            var costs = cost.Slice(row * columns, columns);
            var shift = at - rowPrice[row];
            for (var j = 0; j < columns; j++)
            {
                if (settled[j]) continue;
                var along = shift + (costs[j] - columnPrice[j]);
                if (along >= distance[j]) continue;
                (distance[j], fromRow[j]) = (along, row);
            }
        }

        /// <summary>Keeps reduced costs at least 0, and 0 along the path and where anything flows.</summary>
        private void Reprice(int end, double length)
        {
            foreach (var row in reached) rowPrice[row] += length - rowDistance[row];
            for (var j = 0; j < columns; j++)
            {
                if (settled[j] && j != end) columnPrice[j] -= length - distance[j];
            }
        }

        private Int128 Augment(int start, int end, Int128 left)
        {
            var amount = Int128.Min(left, wanted[end]);
            for (var row = fromRow[end]; row != start; row = fromRow[fromColumn[row]]) amount = Int128.Min(amount, Flow(row, fromColumn[row]));
            wanted[end] -= amount;
            for (var column = end; ;)
            {
                var row = fromRow[column];
                Change(row, column, amount);
                if (row == start) return amount;
                column = fromColumn[row];
                Change(row, column, -amount);
            }
        }

        private Int128 Flow(int row, int column) => held[column].Find(flow => flow.Row == row).Amount;

        private void Change(int row, int column, Int128 by)
        {
            var flows = held[column];
            var at = flows.FindIndex(flow => flow.Row == row);
            if (at < 0) flows.Add((row, by));
            else if (flows[at].Amount + by == 0) flows.RemoveAt(at);
            else flows[at] = (row, flows[at].Amount + by);
        }
    }
}
