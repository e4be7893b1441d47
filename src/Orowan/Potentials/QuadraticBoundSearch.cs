namespace Orowan.Potentials;

/// <summary>
/// The largest value of -h(r)/r^2, r > 0, or 0, from above, by branch and bound over cells of r: the cell with the highest bound is halved
/// (on the logarithmic scale) until the highest bound is within a thousandth of the best value seen, or below 1e-12.
/// </summary>
/// <remarks>
/// On a cell [l, u] two bounds hold and the smaller one counts: -min h/l^2 by the enclosure of h, and, because h falls by at most
/// A log(r/l) with A = sup (-r h')_+, the largest value of (-h(l) + A s) e^{-2s}/l^2 over 0 &lt;= s &lt;= log(u/l). The second one serves
/// u = infinity too. At l = 0 the cell counts 0 once the enclosure shows h >= 0 there; a cell that shrinks to 0 without that has no bound.
/// Where h only touches 0 the bounds, being of first order, do not get to 1e-12; the search then stops at a fixed number of cells with
/// what it has certified.
/// </remarks>
internal static class QuadraticBoundSearch
{
    private const double Accuracy = 1e-3;

    private const double Negligible = 1e-12;

    private const double NearestEnd = 1e-300;

    private const int MostCells = 20_000;

    /// <summary>For h = -c log r + k, c > 0: -h/r^2 is largest at log r = 1/2 + k/c.</summary>
    public static double OfLogarithm(double c, double k)
    {
        if (c > 0) return c / 2 * Math.Exp(-1 - 2 * k / c);
        return double.PositiveInfinity;
    }

    public static double Largest(PotentialCombination h)
    {
        var cells = new PriorityQueue<Interval, double>();
        var seen = 0.0;
        var settled = 0.0;
        Enter(new Interval(0, 1));
        Enter(new Interval(1, double.PositiveInfinity));
        for (var count = 0; cells.TryDequeue(out var cell, out var priority); count++)
        {
            var bound = -priority;
            if (IsSettled(bound) || count >= MostCells || cell.High < NearestEnd) return Math.Max(bound, settled);
            var middle = Middle(cell);
            Enter(new Interval(cell.Low, middle));
            Enter(new Interval(middle, cell.High));
        }

        return settled;

        void Enter(Interval cell)
        {
            if (cell.Low > 0) seen = Math.Max(seen, -h.Value(cell.Low) / cell.Low / cell.Low);
            var bound = UpperBound(h, cell);
            if (IsSettled(bound)) settled = Math.Max(settled, bound);
            else cells.Enqueue(cell, -bound);
        }

        bool IsSettled(double bound) => bound <= Math.Max(Negligible, seen * (1 + Accuracy));
    }

    private static double Middle(Interval cell)
    {
        if (cell.Low == 0) return cell.High / 4;
        return double.IsInfinity(cell.High) ? 4 * cell.Low : Math.Sqrt(cell.Low) * Math.Sqrt(cell.High);
    }

    private static double UpperBound(PotentialCombination h, Interval cell)
    {
        var byValues = -h.Values(cell).Low;
        if (byValues <= 0) return 0;
        if (cell.Low == 0) return double.PositiveInfinity;
        var atLow = -h.Values(new Interval(cell.Low, cell.Low)).Low;
        var bound = Math.Min(byValues, LargestAfter(atLow, h.RepulsionBound, Math.Log(cell.High / cell.Low)));
        return Math.Max(0, bound) / cell.Low / cell.Low * (1 + 8 * Floating.Spacing);
    }

    /// <summary>The largest (b + A s) e^{-2s} over 0 &lt;= s &lt;= length: the function rises up to s = 1/2 - b/A, then falls.</summary>
    private static double LargestAfter(double b, double slope, double length)
    {
        if (slope == 0) return Math.Max(b, 0);
        if (double.IsInfinity(slope) || double.IsInfinity(b)) return double.PositiveInfinity;
        var best = Math.Clamp(0.5 - b / slope, 0, length);
        return (b + slope * best) * Math.Exp(-2 * best);
    }
}
