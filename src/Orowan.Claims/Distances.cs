using Orowan.Measures;

namespace Orowan.Claims;

/// <summary>The optimal plans that the claims on measures use; a broken solver may bring its own.</summary>
internal interface IDistances
{
    TransportPlan Optimal(AtomicMeasure first, AtomicMeasure second, Space space, SignCost? signs, int power);
}

/// <summary>What the claims on measures have in common.</summary>
internal static class Distances
{
    private static readonly IDistances Ours = new Exact();

    public static IDistances Of(Orowan.Formats.ISolver solver) => solver as IDistances ?? Ours;

    /// <summary>W_2, or bold W.</summary>
    public static double Distance(this IDistances distances, AtomicMeasure first, AtomicMeasure second, Space space, SignCost? signs = null) =>
        Math.Sqrt(Math.Max(0, distances.Optimal(first, second, space, signs, 2).Cost));

    /// <summary>W_2^2, or bold W^2.</summary>
    public static double Squared(this IDistances distances, AtomicMeasure first, AtomicMeasure second, Space space, SignCost? signs = null) =>
        distances.Optimal(first, second, space, signs, 2).Cost;

    /// <summary>
    /// What rounding makes of a squared distance: the size of all squares, for each shipment a few times. Given masses are multiples of
    /// 2^-53, so totals differ by as much for each atom.
    /// </summary>
    public static double Rounding(AtomicMeasure first, AtomicMeasure second, double crossing = 0)
    {
        var largest = first.X.Concat(second.X).Max(Math.Abs);
        return 16 * Floating.Spacing * (first.Count + second.Count) * ((4 * first.Dimension * largest * largest) + crossing + 1e-300);
    }

    /// <summary>The same atoms elsewhere.</summary>
    public static AtomicMeasure At(this AtomicMeasure measure, Func<int, double, double> place) =>
        new(measure.Dimension, [.. measure.X.Select((x, i) => place(i, x))], measure.Mass, measure.Sign);

    private sealed class Exact : IDistances
    {
        public TransportPlan Optimal(AtomicMeasure first, AtomicMeasure second, Space space, SignCost? signs, int power) =>
            Transport.Optimal(first, second, space, signs, power);
    }
}

/// <summary>Broken distances.</summary>
internal static class DistanceFaults
{
    /// <summary>Plans spoiled after they were found.</summary>
    public static Func<Formats.ISolver, Formats.ISolver> Plan(Func<TransportPlan, TransportPlan> spoil) => solver => new Spoiled(solver, spoil, s => s, s => s);

    /// <summary>All costs of W_p too large or too small by a factor.</summary>
    public static Func<Formats.ISolver, Formats.ISolver> Scaled(double factor) => Plan(plan => plan with { Cost = factor * plan.Cost });

    /// <summary>A constant added to all costs.</summary>
    public static Func<Formats.ISolver, Formats.ISolver> Raised(double by) => Plan(plan => plan with { Cost = plan.Cost + by });

    /// <summary>Another sign cost.</summary>
    public static Func<Formats.ISolver, Formats.ISolver> Signs(Func<SignCost?, SignCost?> change) => solver => new Spoiled(solver, p => p, change, s => s);

    /// <summary>Another space.</summary>
    public static Func<Formats.ISolver, Formats.ISolver> Elsewhere(Func<Space, Space> change) => solver => new Spoiled(solver, p => p, s => s, change);

    private sealed record Spoiled(
        Formats.ISolver Solver, Func<TransportPlan, TransportPlan> Spoil, Func<SignCost?, SignCost?> Change, Func<Space, Space> Move) : Formats.ISolver, IDistances
    {
        public TRun Solve<TRun>(Formats.Case<TRun> subject)
            where TRun : Formats.Run => Solver.Solve(subject);

        public TransportPlan Optimal(AtomicMeasure first, AtomicMeasure second, Space space, SignCost? signs, int power) =>
            Spoil(Transport.Optimal(first, second, Move(space), Change(signs), power));
    }
}
