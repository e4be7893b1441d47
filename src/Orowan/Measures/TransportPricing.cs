namespace Orowan.Measures;

/// <summary>The first tree of the network simplex method, and the choice of the arcs that come into it.</summary>
internal sealed class TransportPricing(TransportTree tree)
{
    /// <summary>Reduced costs that are negative by less than this share of their parts are roundings.</summary>
    private const double Rounding = 1e-15;

    /// <summary>
    /// Row after row the arc with the least reduced cost comes in, until none of all rows lowers the cost. More rows to choose from would need fewer
    /// exchanges, but not so many fewer that pricing them pays.
    /// </summary>
    /// <param name="supply">What each row has; no part of the rows and of the columns may have one total, but all of them do.</param>
    public void Improve(ReadOnlySpan<double> cost, Int128[] supply, Int128[] demand)
    {
        tree.Plant(Start(cost, supply, demand));
        for (int row = 0, idle = 0; idle < tree.Rows; row = row + 1 < tree.Rows ? row + 1 : 0)
        {
            var costs = cost.Slice(row * tree.Columns, tree.Columns);
            var (open, column) = CheapestColumn.Of(costs, tree.ColumnPrice);
            var (u, v) = (tree.RowPrice[row], tree.ColumnPrice[column]);
            var improves = open - u < -Rounding * (Math.Abs(u) + Math.Abs(v) + Math.Abs(costs[column]));
            idle = improves && tree.Exchange(row, column, costs[column]) ? 0 : idle + 1;
        }
    }

    /// <summary>Row after row sends what it has to the cheapest columns that still want. One of the two is done with each arc, so the arcs are a tree.</summary>
    private List<(int Row, int Column, Int128 Amount, double Cost)> Start(ReadOnlySpan<double> cost, Int128[] supply, Int128[] demand)
    {
        var arcs = new List<(int, int, Int128, double)>(tree.Rows + tree.Columns);
        var wanted = (Int128[])demand.Clone();
        var closed = new double[tree.Columns];
        for (var i = 0; i < tree.Rows; i++)
        {
            var costs = cost.Slice(i * tree.Columns, tree.Columns);
            for (var left = supply[i]; left > 0;)
            {
                var column = CheapestColumn.Of(costs, closed).Column;
                var moved = Int128.Min(left, wanted[column]);
                arcs.Add((i, column, moved, costs[column]));
                (left, wanted[column]) = (left - moved, wanted[column] - moved);
                if (wanted[column] == 0) closed[column] = double.NegativeInfinity;
            }
        }
        return arcs;
    }
}
