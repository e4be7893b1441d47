using System.Collections.Immutable;

namespace Orowan.Measures;

/// <summary>Equal atoms on R x {+1, -1}: the empirical measures (mu^+, mu^-) of A, (3.2) and (4.15).</summary>
/// <param name="X">Places, length n.</param>
/// <param name="Sign">Signs, length n, each -1 or 1.</param>
/// <param name="Mass">Mass of one atom; 1/n for a probability measure.</param>
public sealed record SignedAtoms(ImmutableArray<double> X, ImmutableArray<int> Sign, double Mass)
{
    /// <summary>Places of the atoms of one sign.</summary>
    public double[] Of(int sign) => [.. Enumerable.Range(0, X.Length).Where(i => Sign[i] == sign).Select(i => X[i])];
}

/// <summary>
/// The 2-Wasserstein distance <b>W</b> of A, (3.3), on R x {+1, -1} with d^2 = |x - y|^2 + |p - q|: mass may change its sign at the price 2.
/// </summary>
public static class SignedTransport
{
    /// <summary>What it costs to change the sign: |p - q| = 2.</summary>
    private const double SignChange = 2;

    /// <summary>An optimal plan between two measures of equally many atoms of one mass, with its proof of optimality.</summary>
    /// <exception cref="ArgumentException">The measures differ in the number or the mass of their atoms, or a place is not finite.</exception>
    public static SignedPlan Optimal(SignedAtoms first, SignedAtoms second)
    {
        if (first.X.Length != second.X.Length) throw new ArgumentException($"The measures have {first.X.Length} and {second.X.Length} atoms.", nameof(second));
        if (!first.Mass.Equals(second.Mass)) throw new ArgumentException($"The atoms have the masses {first.Mass:R} and {second.Mass:R}.", nameof(second));
        var costs = Costs(first, second);
        return new SignedPlan(Assignment.Cheapest(costs), costs, first.Mass);
    }

    /// <summary><b>W</b>^2, exact up to rounding.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Optimal"/>.</exception>
    public static double SquaredDistance(SignedAtoms first, SignedAtoms second) => Optimal(first, second).SquaredDistance;

    /// <summary>W^2(mu^+, nu^+) + W^2(mu^-, nu^-), the right-hand side of (3.4) of A.</summary>
    /// <exception cref="ArgumentException">The masses of a sign differ.</exception>
    public static double SquaredDistanceBySpecies(SignedAtoms first, SignedAtoms second) =>
        LineTransport.SquaredDistance(first.Of(1), second.Of(1), first.Mass) + LineTransport.SquaredDistance(first.Of(-1), second.Of(-1), first.Mass);

    private static double[] Costs(SignedAtoms first, SignedAtoms second)
    {
        var n = first.X.Length;
        var costs = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var r = first.X[i] - second.X[j];
                costs[(i * n) + j] = (r * r) + (first.Sign[i] == second.Sign[j] ? 0 : SignChange);
            }
        }
        return costs;
    }
}

/// <summary>A plan of transport between two measures of equal atoms.</summary>
public sealed class SignedPlan
{
    private readonly Assignment assignment;
    private readonly double mass;

    internal SignedPlan(Assignment assignment, double[] costs, double mass)
    {
        this.assignment = assignment;
        this.mass = mass;
        SquaredDistance = mass * assignment.CostUnder(costs);
        LowerBound = mass * (assignment.DualCost - (costs.Length == 0 ? 0 : assignment.ColumnOf.Length * assignment.Infeasibility(costs)));
    }

    /// <summary>What the plan costs: <b>W</b>^2.</summary>
    public double SquaredDistance { get; }

    /// <summary>No plan costs less: the sum of the prices, less n times what they lack to being feasible.</summary>
    public double LowerBound { get; }

    /// <summary>The atom of the second measure that each atom of the first goes to.</summary>
    public ReadOnlySpan<int> Partner => assignment.ColumnOf;

    /// <summary>The mass of one atom.</summary>
    public double Mass => mass;
}
