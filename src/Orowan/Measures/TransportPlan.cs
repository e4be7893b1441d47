using System.Collections.Immutable;

namespace Orowan.Measures;

/// <summary>Mass that a plan takes from one atom to another.</summary>
/// <param name="From">Atom of the first measure.</param>
/// <param name="To">Atom of the second.</param>
/// <param name="Mass">How much; positive.</param>
public readonly record struct Shipment(int From, int To, double Mass);

/// <summary>How a plan is found.</summary>
public enum TransportMethod
{
    /// <summary>On the line: equal levels of mass are matched.</summary>
    MatchedQuantiles,

    /// <summary>On the circle: the same after the optimal rotation.</summary>
    RotatedQuantiles,

    /// <summary>Equal atoms: the network simplex method on the table of all costs.</summary>
    Assignment,

    /// <summary>Other atoms: the same method.</summary>
    TransportationProblem,
}

/// <summary>An optimal plan of transport between two measures, with the prices that prove it optimal.</summary>
public sealed record TransportPlan
{
    private readonly Lazy<(DualPrices Prices, double Value)> proof;

    /// <param name="prices">Made when first asked for: a distance alone needs none.</param>
    /// <param name="value">What they are worth.</param>
    internal TransportPlan(
        ImmutableArray<Shipment> shipments, double cost, ImmutableArray<TransportMethod> methods, Func<DualPrices> prices, Func<DualPrices, double> value)
    {
        (Shipments, Cost, Methods) = (shipments, cost, methods);
        proof = new(Prove);

        (DualPrices, double) Prove()
        {
            var made = prices();
            return (made, value(made));
        }
    }

    /// <summary>The coupling, at most n + m - 1 pairs.</summary>
    public ImmutableArray<Shipment> Shipments { get; init; }

    /// <summary>What it costs: W_p^p.</summary>
    public double Cost { get; init; }

    /// <summary>How it was found: one method, or those of the species.</summary>
    public ImmutableArray<TransportMethod> Methods { get; }

    /// <summary>Whether each sign was transported by itself.</summary>
    public bool IsBySpecies { get; init; }

    /// <summary>The proof that no plan costs less; where signs are kept, among the plans that keep them.</summary>
    public DualPrices Prices => proof.Value.Prices;

    /// <summary>What the dual prices say that every plan costs at least.</summary>
    public double LowerBound => proof.Value.Value;
}

/// <summary>Sums of many numbers of one kind.</summary>
internal static class BlockSum
{
    private const int Block = 512;

    /// <summary>The sum over blocks of sums over their members: the error grows with n/512 + 512 roundings, not with n.</summary>
    public static double Of(int count, Func<int, double> term)
    {
        double sum = 0;
        for (var start = 0; start < count; start += Block)
        {
            double part = 0;
            for (var i = start; i < Math.Min(count, start + Block); i++) part += term(i);
            sum += part;
        }
        return sum;
    }

    /// <summary>The sum of the squares (x_i - y_i)^2.</summary>
    public static double OfSquares(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (var start = 0; start < x.Length; start += Block)
        {
            double part = 0;
            for (var i = start; i < Math.Min(x.Length, start + Block); i++) part += (x[i] - y[i]) * (x[i] - y[i]);
            sum += part;
        }
        return sum;
    }
}
