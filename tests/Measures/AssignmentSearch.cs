using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Orowan.Tests.Measures;

/// <summary>
/// The state of one solution of the assignment problem. Reduced costs c - v of a row are compared eight at a time; of equal ones the first
/// column wins, so the width of the hardware changes nothing.
/// </summary>
internal sealed class AssignmentSearch(int n)
{
    private const int Lanes = 8;

    private readonly double[] columnPrice = new double[n];
    private readonly int[] columnOf = new int[n];
    private readonly int[] rowOf = new int[n];

    /// <summary>Column prices, minus infinity where the column is settled: then no path through it looks short.</summary>
    private readonly double[] open = new double[n];

    /// <summary>Length of the shortest path to each column; plus infinity where it is settled.</summary>
    private readonly double[] key = new double[n];

    private readonly double[] settledAt = new double[n];
    private readonly long[] previous = new long[n];
    private readonly List<int> settled = [];

    public Assignment Solve(ReadOnlySpan<double> cost)
    {
        Array.Fill(rowOf, -1);
        Array.Fill(columnOf, -1);
        ReduceColumns(cost);
        var free = Enumerable.Range(0, n).Where(i => columnOf[i] < 0).ToList();
        for (var pass = 0; pass < 2 && free.Count > 0; pass++) free = ReduceRows(cost, free);
        foreach (var row in free) Augment(cost, row);
        var rowPrice = new double[n];
        for (var i = 0; i < n; i++) rowPrice[i] = TwoCheapest(cost.Slice(i * n, n)).Cheapest;
        return new Assignment(columnOf, rowPrice, columnPrice);
    }

    /// <summary>v_j = min over i of c_ij; its row gets the column if it has none yet.</summary>
    private void ReduceColumns(ReadOnlySpan<double> cost)
    {
        var cheapest = new int[n];
        Array.Fill(columnPrice, double.PositiveInfinity);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                if (cost[(i * n) + j] < columnPrice[j]) (columnPrice[j], cheapest[j]) = (cost[(i * n) + j], i);
            }
        }
        for (var j = n - 1; j >= 0; j--)
        {
            if (columnOf[cheapest[j]] < 0) (columnOf[cheapest[j]], rowOf[j]) = (j, cheapest[j]);
        }
    }

    /// <summary>
    /// Each free row takes its cheapest column, whose price falls until the second cheapest is as good; the row that had it is free and
    /// goes on at once. A chain may fall by roundings for ever, so their number is bounded; what stays free is augmented.
    /// </summary>
    private List<int> ReduceRows(ReadOnlySpan<double> cost, List<int> free)
    {
        var later = new List<int>();
        var budget = 4L * n;
        foreach (var first in free)
        {
            for (var row = first; row >= 0;)
            {
                var best = TwoCheapest(cost.Slice(row * n, n));
                var column = best.Column;
                var lowered = columnPrice[column] - (best.Second - best.Cheapest);
                var falls = lowered < columnPrice[column] && double.IsFinite(lowered);
                if (falls) columnPrice[column] = lowered;
                else if (rowOf[column] >= 0 && best.SecondColumn >= 0 && best.Second.Equals(best.Cheapest)) column = best.SecondColumn;
                var displaced = rowOf[column];
                (rowOf[column], columnOf[row]) = (row, column);
                if (displaced < 0) break;
                columnOf[displaced] = -1;
                row = displaced;
                if (falls && --budget > 0) continue;
                later.Add(row);
                break;
            }
        }
        return later;
    }

    /// <summary>Dijkstra from a free row to the nearest free column; prices of the columns on the way fall by what was to spare.</summary>
    private void Augment(ReadOnlySpan<double> cost, int start)
    {
        columnPrice.CopyTo(open, 0);
        Array.Fill(key, double.PositiveInfinity);
        settled.Clear();
        var row = start;
        double shift = 0;
        while (true)
        {
            var (length, nearest) = Relax(cost.Slice(row * n, n), row, shift);
            if (rowOf[nearest] < 0)
            {
                foreach (var j in settled) columnPrice[j] += settledAt[j] - length;
                Follow(start, nearest);
                return;
            }
            (open[nearest], key[nearest], settledAt[nearest]) = (double.NegativeInfinity, double.PositiveInfinity, length);
            settled.Add(nearest);
            row = rowOf[nearest];
            shift = length - (cost[(row * n) + nearest] - columnPrice[nearest]);
        }
    }

    private void Follow(int start, int free)
    {
        for (var column = free; ;)
        {
            var row = (int)previous[column];
            rowOf[column] = row;
            (columnOf[row], column) = (column, columnOf[row]);
            if (row == start) return;
        }
    }

    /// <summary>Shortens the paths through a row, and finds the nearest open column.</summary>
    private (double Length, int Column) Relax(ReadOnlySpan<double> costs, int row, double shift)
    {
        ref var c = ref MemoryMarshal.GetReference(costs);
        ref var v = ref MemoryMarshal.GetArrayDataReference(open);
        ref var d = ref MemoryMarshal.GetArrayDataReference(key);
        ref var p = ref MemoryMarshal.GetArrayDataReference(previous);
        var (shifts, rows) = (Vector512.Create(shift), Vector512.Create((long)row));
        var (least, where, here) = (Vector512.Create(double.PositiveInfinity), Vector512.Create(-1L), Vector512.Create(0L, 1, 2, 3, 4, 5, 6, 7));
        var j = 0;
        for (; j <= n - Lanes; j += Lanes)
        {
            var along = Vector512.LoadUnsafe(ref c, (nuint)j) - Vector512.LoadUnsafe(ref v, (nuint)j) + shifts;
            var known = Vector512.LoadUnsafe(ref d, (nuint)j);
            var shorter = Vector512.LessThan(along, known);
            if (shorter != Vector512<double>.Zero)
            {
                known = Vector512.ConditionalSelect(shorter, along, known);
                known.StoreUnsafe(ref d, (nuint)j);
                Vector512.ConditionalSelect(shorter.AsInt64(), rows, Vector512.LoadUnsafe(ref p, (nuint)j)).StoreUnsafe(ref p, (nuint)j);
            }
            var nearer = Vector512.LessThan(known, least);
            least = Vector512.ConditionalSelect(nearer, known, least);
            where = Vector512.ConditionalSelect(nearer.AsInt64(), here, where);
            here += Vector512.Create((long)Lanes);
        }
        var (length, column) = (double.PositiveInfinity, -1);
        for (var lane = 0; lane < Lanes; lane++) Take(least[lane], (int)where[lane], ref length, ref column);
        for (; j < n; j++)
        {
            var along = costs[j] - open[j] + shift;
            if (along < key[j]) (key[j], previous[j]) = (along, row);
            Take(key[j], j, ref length, ref column);
        }
        return (length, column);
    }

    private static void Take(double value, int at, ref double least, ref int where)
    {
        if (value < least || (value.Equals(least) && at >= 0 && at < where)) (least, where) = (value, at);
    }

    /// <summary>The two cheapest columns of a row in reduced costs; the second cost is infinite where there is one column.</summary>
    private (double Cheapest, int Column, double Second, int SecondColumn) TwoCheapest(ReadOnlySpan<double> costs)
    {
        ref var c = ref MemoryMarshal.GetReference(costs);
        ref var v = ref MemoryMarshal.GetArrayDataReference(columnPrice);
        var infinite = Vector512.Create(double.PositiveInfinity);
        var (least, second, where, whereSecond) = (infinite, infinite, Vector512.Create(-1L), Vector512.Create(-1L));
        var here = Vector512.Create(0L, 1, 2, 3, 4, 5, 6, 7);
        var j = 0;
        for (; j <= n - Lanes; j += Lanes)
        {
            var reduced = Vector512.LoadUnsafe(ref c, (nuint)j) - Vector512.LoadUnsafe(ref v, (nuint)j);
            var first = Vector512.LessThan(reduced, least);
            var middle = Vector512.AndNot(Vector512.LessThan(reduced, second), first);
            second = Vector512.ConditionalSelect(first, least, Vector512.ConditionalSelect(middle, reduced, second));
            whereSecond = Vector512.ConditionalSelect(first.AsInt64(), where, Vector512.ConditionalSelect(middle.AsInt64(), here, whereSecond));
            least = Vector512.ConditionalSelect(first, reduced, least);
            where = Vector512.ConditionalSelect(first.AsInt64(), here, where);
            here += Vector512.Create((long)Lanes);
        }
        var found = (Cheapest: double.PositiveInfinity, Column: -1, Second: double.PositiveInfinity, SecondColumn: -1);
        for (var lane = 0; lane < Lanes; lane++)
        {
            Rank(least[lane], (int)where[lane], ref found);
            Rank(second[lane], (int)whereSecond[lane], ref found);
        }
        for (; j < n; j++) Rank(costs[j] - columnPrice[j], j, ref found);
        return found;
    }

    private static void Rank(double value, int at, ref (double Cheapest, int Column, double Second, int SecondColumn) found)
    {
        if (at < 0) return;
        if (Precedes(value, at, found.Cheapest, found.Column)) found = (value, at, found.Cheapest, found.Column);
        else if (Precedes(value, at, found.Second, found.SecondColumn)) (found.Second, found.SecondColumn) = (value, at);
    }

    private static bool Precedes(double value, int at, double other, int otherAt) =>
        value < other || (value.Equals(other) && (otherAt < 0 || at < otherAt));
}
