using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>Certified lower bounds of f(r) + q r^2 over r != 0, for the floors of the energy.</summary>
internal static class LowestPair
{
    private const int MostCells = 400;

    /// <summary>
    /// A number that f(r) + q r^2 is never below, q > 0: beyond R it is at least f(R) - A^- log(r/R) + q r^2, which rises once
    /// 2 q r^2 >= A^-; on [0, R] branch and bound over enclosures of f.
    /// </summary>
    public static double WithSquare(Potential f, double q)
    {
        if (f is ZeroPotential) return 0;

        // For -log r + q r^2 the lowest place is r = (2q)^{-1/2}.
        if (f is LogPotential) return 0.5 * (1 + Math.Log(2 * q));
        var end = Math.Max(1, Math.Sqrt(f.RepulsionBound / (2 * q)));
        return Math.Min(OnInterval(f, q, end), Below(f.Values(new Interval(end, end)).Low + (q * end * end)));
    }

    /// <summary>A number that f(r) is never below for 0 &lt; r &lt;= 1.</summary>
    public static double UpToOne(Potential f) => f is LogPotential ? 0 : OnInterval(f, 0, 1);

    private static double OnInterval(Potential f, double q, double end)
    {
        var cells = new PriorityQueue<Interval, double>();
        void Enter(Interval cell) => cells.Enqueue(cell, Below(f.Values(cell).Low + (q * cell.Low * cell.Low)));
        Enter(new Interval(0, end));
        for (var count = 0; count < MostCells; count++)
        {
            var cell = cells.Dequeue();
            var middle = cell.Low == 0 ? 0.25 * cell.High : Math.Sqrt(cell.Low * cell.High);
            if (!(middle > cell.Low && middle < cell.High))
            {
                Enter(cell);
                break;
            }
            Enter(new Interval(cell.Low, middle));
            Enter(new Interval(middle, cell.High));
        }
        cells.TryPeek(out _, out var lowest);
        return lowest;
    }

    private static double Below(double value) => value - (8 * Floating.Spacing * Math.Abs(value));
}
