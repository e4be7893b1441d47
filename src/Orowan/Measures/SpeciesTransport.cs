using System.Collections.Immutable;

namespace Orowan.Measures;

/// <summary>Transport that keeps the sign of all mass: the right-hand sides of A, (3.4), and B, Proposition 2.2(i).</summary>
public static class SpeciesTransport
{
    /// <summary>Share of the total by which the masses of a sign may differ and count as equal: rounding of the given masses.</summary>
    private const double Slack = 1e-12;

    /// <summary>
    /// Whether no optimal plan needs to change a sign. With equal masses of each sign, changes come in pairs, one each way, and cost 2c
    /// together, c being the cost of one. Exchanging the ends of such a pair changes the squared distances by at most 2 D^2, where D is
    /// the diameter of all places: keeping the signs is optimal when D^2 is at most c.
    /// </summary>
    public static bool MaySplit(AtomicMeasure first, AtomicMeasure second, Space space, SignCost signs)
    {
        foreach (var sign in (int[])[1, -1])
        {
            var (from, to) = (first.MassOf(sign), second.MassOf(sign));
            if (Math.Abs(from - to) > Slack * first.TotalMass || (from > 0) != (to > 0)) return false;
        }
        var diameter = space.IsPeriodic ? space.Diameter : Math.Max(first.X.Max(), second.X.Max()) - Math.Min(first.X.Min(), second.X.Min());
        return diameter * diameter <= signs.Crossing;
    }

    /// <summary>The optimal plan among those that keep signs: each species by itself. Its cost is W^2(mu^+, nu^+) + W^2(mu^-, nu^-).</summary>
    /// <exception cref="ArgumentException">The masses of a sign differ, or a dimension is not the space's.</exception>
    public static TransportPlan Split(AtomicMeasure first, AtomicMeasure second, Space space)
    {
        var shipments = ImmutableArray.CreateBuilder<Shipment>();
        double cost = 0;
        var plans = new List<(int[] From, int[] To, TransportPlan Plan)>();
        foreach (var sign in (int[])[1, -1])
        {
            var (from, to) = (first.Members(sign), second.Members(sign));
            if (first.MassOf(sign) == 0 && second.MassOf(sign) == 0) continue;
            if (from.Length == 0 || to.Length == 0) throw new ArgumentException("The masses of each sign must be equal.", nameof(second));
            var plan = Transport.OfOneSpecies(first.Part(from), second.Part(to), space, 2);
            shipments.AddRange(plan.Shipments.Select(s => new Shipment(from[s.From], to[s.To], s.Mass)));
            cost += plan.Cost;
            plans.Add((from, to, plan));
        }
        return new(
            shipments.ToImmutable(),
            cost,
            [.. plans.SelectMany(each => each.Plan.Methods).Distinct()],
            () => Prices(first.Count, second.Count, plans),
            _ => plans.Sum(each => each.Plan.LowerBound))
        {
            IsBySpecies = true,
        };
    }

    /// <summary>Each species' own prices; 0 for atoms of a sign that has no mass.</summary>
    private static DualPrices Prices(int n, int m, List<(int[] From, int[] To, TransportPlan Plan)> plans)
    {
        var (u, v) = (new double[n], new double[m]);
        foreach (var (from, to, plan) in plans)
        {
            for (var i = 0; i < from.Length; i++) u[from[i]] = plan.Prices.First[i];
            for (var j = 0; j < to.Length; j++) v[to[j]] = plan.Prices.Second[j];
        }
        return new([.. u], [.. v]);
    }
}
