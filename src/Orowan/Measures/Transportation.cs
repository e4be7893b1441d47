namespace Orowan.Measures;

/// <summary>The cheapest way to meet demands from supplies of whole numbers, with the prices that prove it cheapest.</summary>
/// <param name="Flows">Row, column and amount, each positive; at most n + m - 1.</param>
/// <param name="RowPrice">Dual variables u of the rows.</param>
/// <param name="ColumnPrice">Dual variables v of the columns; u_i + v_j is at most the cost, up to one rounding.</param>
internal sealed record Transportation(IReadOnlyList<(int Row, int Column, Int128 Amount)> Flows, double[] RowPrice, double[] ColumnPrice)
{
    /// <summary>
    /// The network simplex method on perturbed masses. Every row gets m + 1 and every column 1 on top of k times its mass, the last column the
    /// rest, n (m + 1) - (m - 1). A basis is a tree; cutting it at one arc leaves a side without the last column, with r rows and c columns,
    /// whose masses differ by k times a whole number plus r (m + 1) - c, which is not 0 because c &lt; m. So no basis is degenerate, every
    /// exchange lowers the cost, and the method ends. As k exceeds twice every such difference, flow / k to the nearest whole number is the flow
    /// of the same tree for the masses as given.
    /// </summary>
    /// <param name="cost">Costs, row after row; finite.</param>
    /// <param name="supply">What each row has; none negative.</param>
    /// <param name="demand">What each column wants; none negative, the same total.</param>
    /// <exception cref="ArgumentException">There are not n m costs, or the totals differ.</exception>
    /// <exception cref="OverflowException">The total times 4 n (m + 1) has no room in 127 bits.</exception>
    public static Transportation Cheapest(ReadOnlySpan<double> cost, Int128[] supply, Int128[] demand)
    {
        var (n, m) = (supply.Length, demand.Length);
        if (cost.Length != n * m) throw new ArgumentException($"{n} rows and {m} columns need {n * m} costs; there are {cost.Length}.", nameof(cost));
        if (WholeMasses.Sum(supply) != WholeMasses.Sum(demand)) throw new ArgumentException("Supply and demand must have one total.", nameof(demand));
        var k = checked((2 * (Int128)n * (m + 1)) + 1);
        Int128[] from = [.. supply.Select(a => checked((a * k) + m + 1))];
        Int128[] to = [.. demand.Select((b, j) => checked((b * k) + (j < m - 1 ? 1 : ((Int128)n * (m + 1)) - (m - 1))))];
        var tree = new TransportTree(n, m);
        new TransportPricing(tree).Improve(cost, from, to);
        var flows = tree.Flows().Select(f => (f.Row, f.Column, Amount: (f.Amount + (k / 2)) / k)).Where(f => f.Amount > 0);
        return new([.. flows.OrderBy(f => f.Row).ThenBy(f => f.Column)], HighestPrices(cost, tree.ColumnPrice), tree.ColumnPrice.ToArray());
    }

    /// <summary>u_i = min over j of c_ij - v_j: whatever roundings the prices of the columns carry, together they are feasible.</summary>
    private static double[] HighestPrices(ReadOnlySpan<double> cost, ReadOnlySpan<double> columnPrice)
    {
        var prices = new double[cost.Length / columnPrice.Length];
        for (var i = 0; i < prices.Length; i++) prices[i] = CheapestColumn.Of(cost.Slice(i * columnPrice.Length, columnPrice.Length), columnPrice).Reduced;
        return prices;
    }
}
