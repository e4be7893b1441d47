namespace Orowan.Tests.Measures;

/// <summary>The cheapest one-to-one assignment of n rows to n columns, with the prices that prove it cheapest.</summary>
/// <param name="ColumnOf">The column of each row, length n.</param>
/// <param name="RowPrice">Dual variables u of the rows, length n.</param>
/// <param name="ColumnPrice">Dual variables v of the columns, length n.</param>
internal sealed record Assignment(int[] ColumnOf, double[] RowPrice, double[] ColumnPrice)
{
    /// <summary>The sum of all prices. No assignment costs less, up to n times the <see cref="Infeasibility"/> of the prices.</summary>
    public double DualCost => RowPrice.Sum() + ColumnPrice.Sum();

    /// <summary>
    /// Solves the assignment problem by shortest augmenting paths (Jonker and Volgenant, Computing 38, 1987) after their column reduction
    /// and augmenting row reduction. O(n^3) operations at worst, O(n) memory beside the costs: a second method beside the network simplex of
    /// <see cref="Orowan.Measures.Transportation"/>.
    /// </summary>
    /// <param name="cost">Costs, n rows of n, row after row; finite.</param>
    /// <exception cref="ArgumentException"><paramref name="cost"/> is not a square, or an entry is not finite.</exception>
    public static Assignment Cheapest(ReadOnlySpan<double> cost) => new AssignmentSearch(Side(cost)).Solve(cost);

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
}
