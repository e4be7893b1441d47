using System.Collections.Immutable;

namespace Orowan.Measures;

/// <summary>
/// Exact optimal transport between atomic measures of equal mass on the line, the circle or T^d: W of A, (3.1), and of B; with a sign cost
/// the distances <b>W</b> of A, (3.3), and B, (2.4), on X x {+1, -1}. The costs are exact up to rounding.
/// </summary>
public static class Transport
{
    /// <summary>The largest table of costs that is made, n times m; a gibibyte.</summary>
    public const int MostCosts = 1 << 27;

    /// <summary>Share of the total by which two totals may differ and count as equal: what ten printed digits leave.</summary>
    public const double TotalSlack = 1e-9;

    /// <summary>W_2, or <b>W</b> with a sign cost.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Optimal"/>.</exception>
    public static double Distance(AtomicMeasure first, AtomicMeasure second, Space space, SignCost? signs = null)
    {
        // Equal atoms on the line need no plan: two sorts of doubles.
        if (!space.IsPeriodic && signs is null && first.Dimension == 1 && second.Dimension == 1 && WholeMasses.IsAssignment(first, second))
        {
            RequireNear(first, second, space);
            _ = WholeMasses.Of(first, second);
            return Math.Sqrt(LineTransport.SquaredDistance(first.X.AsSpan(), second.X.AsSpan(), first.Mass[0]));
        }
        return Math.Sqrt(Optimal(first, second, space, signs).Cost);
    }

    /// <summary>W_1, the transport at the cost |x - y|.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Optimal"/>.</exception>
    public static double FirstDistance(AtomicMeasure first, AtomicMeasure second, Space space) => Optimal(first, second, space, null, 1).Cost;

    /// <summary>
    /// An optimal plan. On the line and the circle quantiles are matched; elsewhere, and where signs may have to change, the assignment or
    /// transportation problem is solved on the table of all costs.
    /// </summary>
    /// <param name="signs">What a change of sign costs; null to leave signs out of account.</param>
    /// <param name="power">2 for W_2, 1 for W_1; with signs 2 only.</param>
    /// <exception cref="ArgumentException">
    /// The totals differ by more than 1e-9 of them (less is spread in proportion), a dimension is not the space's, signs are missing, places on
    /// the line are so far apart that their squares, or sums of those, are no doubles, or the table would have more than <see cref="MostCosts"/>
    /// entries.
    /// </exception>
    public static TransportPlan Optimal(AtomicMeasure first, AtomicMeasure second, Space space, SignCost? signs = null, int power = 2)
    {
        if (power is not (1 or 2)) throw new ArgumentOutOfRangeException(nameof(power), power, "The power must be 1 or 2.");
        if (signs is not null && power == 1) throw new ArgumentException("The sign costs are those of W_2.", nameof(power));
        foreach (var measure in new[] { first, second })
        {
            if (measure.Dimension != space.Dimension)
                throw new ArgumentException($"The {space.Name} has dimension {space.Dimension}, the measure {measure.Dimension}.", nameof(space));
            if (signs is not null && !measure.HasSigns) throw new ArgumentException("A sign cost needs measures with signs.", nameof(signs));
        }
        RequireNear(first, second, space);
        if (signs is null) return OfOneSpecies(first, second, space, power);
        return SpeciesTransport.MaySplit(first, second, space, signs)
            ? SpeciesTransport.Split(first, second, space)
            : ByAllCosts(first, second, space, signs, power);
    }

    /// <summary>The costs of all pairs, row after row.</summary>
    internal static double[] Costs(AtomicMeasure first, AtomicMeasure second, Space space, SignCost? signs, int power)
    {
        if ((long)first.Count * second.Count > MostCosts)
            throw new ArgumentException($"{first.Count} times {second.Count} atoms need more than {MostCosts} costs.", nameof(second));
        var costs = new double[first.Count * second.Count];
        for (var i = 0; i < first.Count; i++)
        {
            for (var j = 0; j < second.Count; j++) costs[(i * second.Count) + j] = CostOfPair(first, i, second, j, space, signs, power);
        }
        return costs;
    }

    /// <summary>What shipments cost.</summary>
    internal static double CostOf(
        IReadOnlyList<Shipment> shipments, AtomicMeasure first, AtomicMeasure second, Space space, SignCost? signs, int power) =>
        BlockSum.Of(shipments.Count, k => shipments[k].Mass * CostOfPair(first, shipments[k].From, second, shipments[k].To, space, signs, power));

    internal static TransportPlan OfOneSpecies(AtomicMeasure first, AtomicMeasure second, Space space, int power) =>
        !space.IsPeriodic ? LineTransport.Plan(first, second, power)
        : space.Dimension == 1 ? CircleTransport.Plan(first, second, power)
        : ByAllCosts(first, second, space, null, power);

    /// <summary>The same by the table of all costs whatever the space, so always with prices: a second method for the matched quantiles.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Optimal"/>.</exception>
    public static TransportPlan ByAllCosts(AtomicMeasure first, AtomicMeasure second, Space space, SignCost? signs = null, int power = 2)
    {
        RequireNear(first, second, space);
        var whole = WholeMasses.Of(first, second);
        var costs = Costs(first, second, space, signs, power);
        var solved = Transportation.Cheapest(costs, whole.First, whole.Second);
        var isAssignment = WholeMasses.IsAssignment(first, second);
        ImmutableArray<Shipment> shipments = [.. solved.Flows.Select(f => new Shipment(f.Row, f.Column, isAssignment ? first.Mass[0] : whole.MassOf(f.Amount)))];
        var cost = CostOf(shipments, first, second, space, signs, power);
        var method = isAssignment ? TransportMethod.Assignment : TransportMethod.TransportationProblem;
        return new(shipments, cost, [method], () => new([.. solved.RowPrice], [.. solved.ColumnPrice]), whole.ValueOf);
    }

    /// <summary>Costs, prices, which are sums of costs with n + m terms at most, and either times the total mass must be doubles.</summary>
    private static void RequireNear(AtomicMeasure first, AtomicMeasure second, Space space)
    {
        if (space.IsPeriodic) return;
        var most = Math.Sqrt(double.MaxValue / (4.0 * (first.Count + second.Count)) / Math.Max(1, first.TotalMass));
        var spread = Math.Max(first.X.Max(), second.X.Max()) - Math.Min(first.X.Min(), second.X.Min());
        if (spread > most) throw new ArgumentException($"Places are {spread:R} apart; squares of at most {most:R} can be summed.", nameof(second));
    }

    private static double CostOfPair(AtomicMeasure first, int i, AtomicMeasure second, int j, Space space, SignCost? signs, int power)
    {
        double square;
        if (space.Dimension == 1)
        {
            var r = space.Difference(first.X[i], second.X[j]);
            square = r * r;
        }
        else
        {
            square = space.SquaredDistance(first.At(i), second.At(j));
        }
        if (signs is not null && first.Sign[i] != second.Sign[j]) square += signs.Crossing;
        return power == 2 ? square : Math.Sqrt(square);
    }
}
