namespace Orowan.Continuum;

/// <summary>The 2-Wasserstein distance on the circle R/Z between measures made of even pieces and atoms.</summary>
/// <remarks>
/// Lifted to the line with period 1, the quantile functions X and Y of mass m have X(s + m) = X(s) + 1, and W^2 is the least over theta of
/// C(theta) = int_0^m (X(s) - Y(s + theta))^2 ds, which is convex (Delon, Salomon and Sobolevskii 2010): a golden section finds it, each C(theta)
/// exact as on the line. At its minimum C grows at most with the square of theta, so that theta to 1e-8 of m gives W^2 to rounding; between atoms it may grow linearly, by 1e-8.
/// </remarks>
public static class CircleQuantiles
{
    /// <summary>How far masses may differ, relative to the second: it is scaled to the mass of the first.</summary>
    private const double MassSlack = 1e-9;

    /// <summary>First step of the search, as a share of the mass.</summary>
    private const double FirstStep = 0.02;

    /// <summary>theta is found to this share of the mass.</summary>
    private const double Accuracy = 1e-8;

    private const double Golden = 0.6180339887498949;

    /// <summary>
    /// W^2(mu, nu), dimension mass times length squared, for measures whose pieces are given from the left to the right within an interval of
    /// length 1.
    /// </summary>
    /// <exception cref="ArgumentException">The masses differ by more than 1e-9 of the first.</exception>
    public static double SquaredDistance(IEnumerable<QuantilePiece> mu, IEnumerable<QuantilePiece> nu)
    {
        QuantilePiece[] first = [.. mu.Where(p => p.Mass > 0)], second = [.. nu.Where(p => p.Mass > 0)];
        var mass = second.Sum(p => p.Mass);
        if (first.Length == 0 || mass == 0) return QuantileTransport.SquaredDistance(first, second);
        var scale = first.Sum(p => p.Mass) / mass;
        if (!(Math.Abs(scale - 1) <= MassSlack))
            throw new ArgumentException($"The measures must have equal mass, but they have {scale * mass:R} and {mass:R}.", nameof(nu));
        for (var j = 0; j < second.Length; j++) second[j] = second[j] with { Mass = scale * second[j].Mass };
        mass *= scale;
        double Cost(double theta) => CostAt(first, second, mass, theta);
        var (low, high) = Bracket(Cost, FirstStep * mass);
        double a = high - (Golden * (high - low)), b = low + (Golden * (high - low));
        double atA = Cost(a), atB = Cost(b);
        while (high - low > Accuracy * mass)
        {
            if (atA <= atB)
            {
                (high, b, atB) = (b, a, atA);
                a = high - (Golden * (high - low));
                atA = Cost(a);
            }
            else
            {
                (low, a, atA) = (a, b, atB);
                b = low + (Golden * (high - low));
                atB = Cost(b);
            }
        }
        return Math.Min(atA, atB);
    }

    /// <summary>An interval that holds the minimum of a convex function, by doubling steps downhill from 0.</summary>
    private static (double Low, double High) Bracket(Func<double, double> cost, double step)
    {
        var (start, up) = (cost(0), cost(step));
        if (up > start) (step, up) = (-step, cost(-step));
        double before = 0, here = step;
        // Neither side is lower: the minimum lies within a step of 0.
        if (up >= start) return (-Math.Abs(step), Math.Abs(step));
        while (true)
        {
            step *= 2;
            var (next, value) = (here + step, cost(here + step));
            if (value >= up) return (Math.Min(before, next), Math.Max(before, next));
            (before, here, up) = (here, next, value);
        }
    }

    /// <summary>Atoms of equal mass at places of any turn, from the left to the right in [0, 1).</summary>
    public static IEnumerable<QuantilePiece> Atoms(IEnumerable<double> places, double mass) =>
        QuantileTransport.Atoms(places.Select(x => x - Math.Floor(x)), mass);

    /// <summary>C(theta): what is left of the piece of either measure says where its quantile stands, so that no sum of masses is off by a rounding.</summary>
    private static double CostAt(QuantilePiece[] first, QuantilePiece[] second, double mass, double theta)
    {
        var turn = Math.Floor(theta / mass);
        var (j, rest) = (0, theta - (turn * mass));
        while (j < second.Length - 1 && rest >= second[j].Mass) rest -= second[j++].Mass;
        var left = Math.Max(0, second[j].Mass - rest);
        double sum = 0;
        foreach (var a in first)
        {
            for (var own = a.Mass; own > 0;)
            {
                while (left <= 0)
                {
                    if (++j == second.Length) (j, turn) = (0, turn + 1);
                    left = second[j].Mass;
                }
                var step = Math.Min(own, left);
                var start = At(a, own) - At(second[j], left) - turn;
                (own, left) = (own - step, left - step);
                var end = At(a, own) - At(second[j], left) - turn;
                sum += step * ((start * start) + (start * end) + (end * end)) / 3;
            }
        }
        return sum;
    }

    /// <summary>The place in a piece of which <paramref name="left"/> is still to come.</summary>
    private static double At(QuantilePiece piece, double left) => piece.To - (left / piece.Mass * (piece.To - piece.From));
}
