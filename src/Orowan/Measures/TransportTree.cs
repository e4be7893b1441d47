namespace Orowan.Measures;

/// <summary>
/// A basis of the transportation problem: a spanning tree of the rows 0, ..., n - 1 and the columns n, ..., n + m - 1, hung at a root. Every node
/// but the root knows the flow and the cost of the arc to its parent, and its price; u_i + v_j = c_ij on every arc.
/// </summary>
internal sealed class TransportTree(int rows, int columns)
{
    private const int None = -1;

    private readonly int[] parent = Filled(rows + columns);
    private readonly int[] firstChild = Filled(rows + columns);
    private readonly int[] next = Filled(rows + columns);
    private readonly int[] previous = Filled(rows + columns);
    private readonly int[] depth = new int[rows + columns];
    private readonly double[] arcCost = new double[rows + columns];
    private readonly double[] price = new double[rows + columns];
    private readonly Int128[] flow = new Int128[rows + columns];

    public int Rows => rows;

    public int Columns => columns;

    public ReadOnlySpan<double> ColumnPrice => price.AsSpan(rows);

    public ReadOnlySpan<double> RowPrice => price.AsSpan(0, rows);

    /// <summary>Makes the tree of n + m - 1 arcs without a cycle.</summary>
    public void Plant(IReadOnlyList<(int Row, int Column, Int128 Amount, double Cost)> arcs)
    {
        var arcsOf = Enumerable.Range(0, rows + columns).Select(_ => new List<int>()).ToArray();
        for (var k = 0; k < arcs.Count; k++)
        {
            arcsOf[arcs[k].Row].Add(k);
            arcsOf[rows + arcs[k].Column].Add(k);
        }
        var stack = new Stack<int>([0]);
        while (stack.TryPop(out var node))
        {
            foreach (var k in arcsOf[node])
            {
                var other = node < rows ? rows + arcs[k].Column : arcs[k].Row;
                if (other == parent[node]) continue;
                Hang(other, node, arcs[k].Amount, arcs[k].Cost);
                Settle(other);
                stack.Push(other);
            }
        }
    }

    /// <summary>All arcs with what flows along them.</summary>
    public IEnumerable<(int Row, int Column, Int128 Amount)> Flows() =>
        from node in Enumerable.Range(0, rows + columns)
        where parent[node] != None
        select node < rows ? (node, parent[node] - rows, flow[node]) : (parent[node], node - rows, flow[node]);

    /// <summary>
    /// Takes the arc from a row to a column into the tree and drops the arc of the cycle that runs empty first, if that lowers the cost:
    /// the sum of the costs around the cycle, rounded only in its 106th digit, decides, not the rounded prices.
    /// </summary>
    public bool Exchange(int row, int column, double cost)
    {
        var end = rows + column;
        var (a, b, leaving, onRowSide, least) = (row, end, None, false, Int128.MaxValue);
        var (change, size) = (new CompensatedSum(cost), Math.Abs(cost));
        while (a != b)
        {
            // What flows from the row along the new arc no longer leaves it along the tree; so from either end every other arc loses.
            var fromRow = depth[a] >= depth[b];
            var node = fromRow ? a : b;
            var loses = fromRow == (node < rows);
            if (loses && flow[node] < least) (leaving, onRowSide, least) = (node, fromRow, flow[node]);
            change.Add(loses ? -arcCost[node] : arcCost[node]);
            size += Math.Abs(arcCost[node]);
            if (fromRow) a = parent[a];
            else b = parent[b];
        }
        // Sums of this kind of L terms are wrong by less than 2 L^2 2^-106 times the sum of their sizes.
        if (change.Value >= -size * Math.ScaleB(1, -70)) return false;
        Shift(row, a, least);
        Shift(end, a, least);
        if (onRowSide) Regraft(row, leaving, end, least, cost);
        else Regraft(end, leaving, row, least, cost);
        return true;
    }

    /// <summary>Changes the flows on the way up from a node; the arcs lose and gain by turns.</summary>
    private void Shift(int from, int to, Int128 amount)
    {
        var change = -amount;
        for (var node = from; node != to; node = parent[node], change = -change) flow[node] += change;
    }

    /// <summary>Cuts the arc above <paramref name="cut"/> and hangs what was below it, by its node <paramref name="inner"/>, under <paramref name="outer"/>.</summary>
    private void Regraft(int inner, int cut, int outer, Int128 amount, double cost)
    {
        var (node, above) = (inner, outer);
        while (true)
        {
            var (old, oldFlow, oldCost) = (parent[node], flow[node], arcCost[node]);
            Unhang(node);
            Hang(node, above, amount, cost);
            if (node == cut) break;
            (above, node, amount, cost) = (node, old, oldFlow, oldCost);
        }
        for (node = inner; ;)
        {
            Settle(node);
            if (firstChild[node] != None)
            {
                node = firstChild[node];
                continue;
            }
            while (node != inner && next[node] == None) node = parent[node];
            if (node == inner) return;
            node = next[node];
        }
    }

    /// <summary>Depth and price follow from the parent's.</summary>
    private void Settle(int node)
    {
        depth[node] = depth[parent[node]] + 1;
        price[node] = arcCost[node] - price[parent[node]];
    }

    private void Hang(int node, int under, Int128 amount, double cost)
    {
        (parent[node], flow[node], arcCost[node]) = (under, amount, cost);
        (previous[node], next[node]) = (None, firstChild[under]);
        if (next[node] != None) previous[next[node]] = node;
        firstChild[under] = node;
    }

    private void Unhang(int node)
    {
        if (previous[node] == None) firstChild[parent[node]] = next[node];
        else next[previous[node]] = next[node];
        if (next[node] != None) previous[next[node]] = previous[node];
    }

    private static int[] Filled(int length)
    {
        var nodes = new int[length];
        Array.Fill(nodes, None);
        return nodes;
    }
}
