using System.Collections.Immutable;

namespace Orowan.Measures;

/// <summary>
/// Optimal transport on the circle R/Z (Delon, Salomon and Sobolevskii, SIAM J. Appl. Math. 70, 2010). Lift both measures to the line with
/// period 1 and let X(s), Y(s) be the places at mass level s, X(s + N) = X(s) + 1. A plan that keeps the cyclic order matches s with
/// s + theta; it costs C(theta) = sum over levels in [0, N) of h(X(s) - Y(s + theta)). For convex h some theta is optimal among all plans,
/// and C is convex; for atoms it is piecewise linear, and its minimum is found from its slopes without ever comparing costs.
/// </summary>
internal sealed class CircleTransport
{
    private readonly AtomicMeasure first;
    private readonly AtomicMeasure second;
    private readonly int power;
    private readonly WholeMasses whole;
    private readonly int[] fromOrder;
    private readonly int[] toOrder;
    private readonly double[] x;
    private readonly double[] y;
    private readonly Int128[] a;
    private readonly Int128[] b;
    private readonly Int128[] level;
    private readonly Int128 total;

    private CircleTransport(AtomicMeasure first, AtomicMeasure second, int power)
    {
        (this.first, this.second, this.power) = (first, second, power);
        whole = WholeMasses.Of(first, second);
        (fromOrder, x, a) = Sorted(first, whole.First);
        (toOrder, y, b) = Sorted(second, whole.Second);
        level = new Int128[a.Length + 1];
        for (var i = 0; i < a.Length; i++) level[i + 1] = level[i] + a[i];
        total = level[^1];
    }

    /// <summary>An optimal plan for the cost |x - y|^power, power 1 or 2.</summary>
    /// <exception cref="ArgumentException">The totals differ.</exception>
    public static TransportPlan Plan(AtomicMeasure first, AtomicMeasure second, int power)
    {
        var circle = new CircleTransport(first, second, power);
        return circle.PlanAt(circle.BestOffset());
    }

    /// <summary>Atoms of at least some mass, by place in [0, 1).</summary>
    private static (int[] Order, double[] Place, Int128[] Mass) Sorted(AtomicMeasure measure, Int128[] masses, int least = 1)
    {
        int[] order = [.. Enumerable.Range(0, measure.Count).Where(i => masses[i] >= least)];
        var place = Array.ConvertAll(order, i => Wrapped(measure.X[i]));
        Array.Sort(place, order);
        return (order, place, Array.ConvertAll(order, i => masses[i]));
    }

    /// <summary>The place in [0, 1); a tiny negative one rounds to 1, which is 0.</summary>
    private static double Wrapped(double place) => place - Math.Floor(place) is var r && r < 1 ? r : 0;

    /// <summary>
    /// At theta = -N every Y lies left of every X, at N right of it, so the minimum is between. Each trial moves an end of the bracket to
    /// the next corner of C beyond which the slope has not changed, so the search ends after finitely many corners; trials by the secant of
    /// the slopes and by halving take turns.
    /// </summary>
    private Int128 BestOffset()
    {
        var (low, high) = (-total, total);
        var (atLow, atHigh) = (Slopes(low), Slopes(high));
        if (atLow.Right >= 0) return low;
        if (atHigh.Left <= 0) return high;
        for (var halve = false; ; halve = !halve)
        {
            var trial = low + ((high - low) / 2);
            if (!halve)
            {
                var share = atLow.Right / (atLow.Right - atHigh.Left);
                trial = low + (Int128)Math.Round((double)(high - low) * share);
            }
            trial = Int128.Clamp(trial, low + Int128.Min(1, high - low), high);
            var at = Slopes(trial);
            if (at.Left <= 0 && at.Right >= 0) return trial;
            if (at.Right < 0)
            {
                low = trial + at.LinearRight;
                atLow = Slopes(low);
                if (atLow.Right >= 0) return low;
            }
            else
            {
                high = trial - at.LinearLeft;
                atHigh = Slopes(high);
                if (atHigh.Left <= 0) return high;
            }
        }
    }

    /// <summary>
    /// One-sided slopes of C at theta. Where Y jumps from y' to y, at the level B of y, raising theta by d gives the mass d just below
    /// s = B - theta to y instead of y': the slope is the sum over the jumps of h(X(s-) - y) - h(X(s-) - y'), and with X(s+) from the left.
    /// It stays the same until some s meets a jump of X.
    /// </summary>
    private (double Left, double Right, Int128 LinearLeft, Int128 LinearRight) Slopes(Int128 theta)
    {
        var (turns, rest) = (Floor(-theta), Int128.Zero);
        rest = -theta - (turns * total);
        var i = Array.BinarySearch(level, rest);
        i = i >= 0 ? i : ~i - 1;
        double left = 0, right = 0;
        Int128 linearLeft = total, linearRight = total;
        for (var j = 0; j < y.Length; j++)
        {
            // Here s = B_j - theta = rest + turns N, with level[i] <= rest < level[i + 1].
            var (before, after) = (j == 0 ? y[^1] - 1 : y[j - 1], y[j]);
            var above = x[i] + (double)turns;
            var below = above;
            var back = rest - level[i];
            if (back == 0)
            {
                below = (i == 0 ? x[^1] - 1 : x[i - 1]) + (double)turns;
                back = i == 0 ? a[^1] : a[i - 1];
            }
            left += Convex(above - after) - Convex(above - before);
            right += Convex(below - after) - Convex(below - before);
            linearLeft = Int128.Min(linearLeft, level[i + 1] - rest);
            linearRight = Int128.Min(linearRight, back);
            rest += b[j];
            while (rest >= level[i + 1])
            {
                if (++i < a.Length) continue;
                (i, rest, turns) = (0, rest - total, turns + 1);
            }
        }
        return (left, right, linearLeft, linearRight);
    }

    private Int128 Floor(Int128 level) => level >= 0 ? level / total : -((-level + total - 1) / total);

    private double Convex(double r) => power == 1 ? Math.Abs(r) : r * r;

    private TransportPlan PlanAt(Int128 theta)
    {
        var shipments = ImmutableArray.CreateBuilder<Shipment>(x.Length + y.Length);
        var t = theta - (Floor(theta) * total);
        var j = 0;
        while (t >= b[j]) t -= b[j++];
        var right = b[j] - t;
        for (var i = 0; i < x.Length; i++)
        {
            for (var left = a[i]; left > 0;)
            {
                var moved = Int128.Min(left, right);
                shipments.Add(new Shipment(fromOrder[i], toOrder[j], whole.MassOf(moved)));
                (left, right) = (left - moved, right - moved);
                if (right > 0) continue;
                j = (j + 1) % y.Length;
                right = b[j];
            }
        }
        var cost = Transport.CostOf(shipments, first, second, Space.Circle, null, power);
        return new(shipments.ToImmutable(), cost, [TransportMethod.RotatedQuantiles], () => Prices(theta), whole.ValueOf);
    }

    /// <summary>
    /// Prices of the staircase of one turn, lifted to the line. Going round once changes u by a slope of C at theta: the one to the left or to
    /// the right, as rows or columns come first where both run out at once. Both are feasible on the line, so is every mean of the two; the one
    /// that does not change in a turn is feasible on the circle. It exists because theta is a minimum.
    /// </summary>
    private DualPrices Prices(Int128 theta)
    {
        var (rows, xs, masses) = Sorted(first, whole.First, least: 0);
        var (columns, ys, wanted) = Sorted(second, whole.Second, least: 0);
        // The staircase starts at atoms with mass; those without mass before them come at the end of the turn.
        var lead = Array.FindIndex(masses, mass => mass > 0);
        var (start, turns, offset) = (0, Floor(theta), theta - (Floor(theta) * total));
        while (offset >= wanted[start]) offset -= wanted[start++];
        // A turn and the first atoms of the next, which take what is left over.
        double[] places = [.. xs[lead..], .. xs[..(lead + 1)].Select(place => place + 1)];
        double[] targets = [.. Enumerable.Range(start, ys.Length + 1).Select(j => ys[j % ys.Length] + (double)turns + (j / ys.Length))];
        Int128[] demand = [.. Enumerable.Range(start, ys.Length + 1).Select(j => wanted[j % ys.Length])];
        (demand[0], demand[^1]) = (demand[0] - offset, offset + 1);
        Int128[] supply = [.. masses[lead..], .. masses[..lead], 1];
        var (u, v) = Staircase.Climb(places, supply, targets, demand, power, rowFirst: true);
        var (otherU, otherV) = Staircase.Climb(places, supply, targets, demand, power, rowFirst: false);
        var (change, otherChange) = (u[^1], otherU[^1]);
        var share = change.Equals(otherChange) ? 0 : Math.Clamp(change / (change - otherChange), 0, 1);
        double[] Mean(double[] p, double[] q, int count) => [.. Enumerable.Range(0, count).Select(i => ((1 - share) * p[i]) + (share * q[i]))];
        int[] turned = [.. columns[start..], .. columns[..start]];
        return DualPrices.InOrder([.. rows[lead..], .. rows[..lead]], Mean(u, otherU, rows.Length), turned, Mean(v, otherV, columns.Length));
    }
}
