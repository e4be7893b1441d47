using System.Collections.Immutable;
using Orowan.Measures;
using Xunit;

namespace Orowan.Tests.Measures;

/// <summary>Small problems against all vertices of their linear programs.</summary>
public class LinearProgramTests
{
    /// <summary>Every basic solution of a 3 x 4 transportation problem, 6 of 12 cells.</summary>
    [Fact]
    public void Weighted_atoms_cost_what_the_best_basic_solution_costs()
    {
        foreach (var space in new[] { Space.Line, Space.Circle, Space.Torus(2) })
        {
            for (var seed = 0; seed < 5; seed++)
            {
                var random = new Random(seed);
                var (mu, nu) = (Cloud(random, 3, space.Dimension), Cloud(random, 4, space.Dimension));
                foreach (var (signs, power) in new (SignCost?, int)[] { (null, 2), (null, 1), (SignCost.A, 2), (SignCost.B, 2) })
                    Assert.Equal(BestBasis(Transport.Costs(mu, nu, space, signs, power), mu, nu), Transport.Optimal(mu, nu, space, signs, power).Cost, 1e-13);
            }
        }
    }

    /// <summary>sup int f d(mu - nu) over the vertices of |f_i| at most 1, |f_i - f_j| at most the distance, for four atoms on the line.</summary>
    [Fact]
    public void The_bounded_Lipschitz_norm_is_the_best_vertex()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var random = new Random(seed);
            double Place() => 3 * random.NextDouble();
            double Mass() => random.NextDouble() + 0.1;
            AtomicMeasure mu = new(1, [Place(), Place()], [Mass(), Mass()]), nu = new(1, [Place(), Place()], [Mass(), Mass()]);
            Assert.Equal(BestVertex([.. mu.X, .. nu.X], [.. mu.Mass, .. nu.Mass.Select(m => -m)]), FlatNorm.Distance(mu, nu, Space.Line), 1e-12);
        }
    }

    private static AtomicMeasure Cloud(Random random, int n, int d)
    {
        double[] mass = [.. Enumerable.Range(0, n).Select(_ => random.NextDouble() + 0.05)];
        return new(d, [.. Enumerable.Range(0, n * d).Select(_ => random.NextDouble())], [.. mass.Select(m => m / mass.Sum())], [.. Enumerable.Range(0, n).Select(i => i % 2 == 0 ? 1 : -1)]);
    }

    private static double BestBasis(double[] costs, AtomicMeasure mu, AtomicMeasure nu)
    {
        var (n, m, best) = (mu.Count, nu.Count, double.PositiveInfinity);
        foreach (var basis in Subsets(n * m, n + m - 1))
        {
            // The last column's equation follows from the others.
            var rows = new double[n + m - 1, n + m - 1];
            for (var k = 0; k < basis.Length; k++)
            {
                rows[basis[k] / m, k] = 1;
                if (basis[k] % m < m - 1) rows[n + (basis[k] % m), k] = 1;
            }
            if (Solve(rows, [.. mu.Mass, .. nu.Mass[..^1]]) is not { } x || x.Any(flow => flow < -1e-13)) continue;
            best = Math.Min(best, basis.Select((cell, k) => costs[cell] * x[k]).Sum());
        }
        return best;
    }

    private static double BestVertex(double[] places, double[] masses)
    {
        var n = places.Length;
        var constraints = new List<(double[] Row, double Bound)>();
        for (var i = 0; i < n; i++)
        {
            foreach (var sign in new[] { 1.0, -1 }) constraints.Add((Row(n, i, sign), 1));
            for (var j = 0; j < n; j++)
            {
                if (i == j) continue;
                var row = Row(n, i, 1);
                row[j] = -1;
                constraints.Add((row, Math.Abs(places[i] - places[j])));
            }
        }
        var best = double.NegativeInfinity;
        foreach (var active in Subsets(constraints.Count, n))
        {
            var rows = new double[n, n];
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++) rows[i, j] = constraints[active[i]].Row[j];
            }
            if (Solve(rows, [.. active.Select(k => constraints[k].Bound)]) is not { } f) continue;
            if (constraints.TrueForAll(c => c.Row.Zip(f, (a, b) => a * b).Sum() <= c.Bound + 1e-12)) best = Math.Max(best, masses.Zip(f, (a, b) => a * b).Sum());
        }
        return best;
    }

    private static double[] Row(int n, int i, double value)
    {
        var row = new double[n];
        row[i] = value;
        return row;
    }

    private static IEnumerable<ImmutableArray<int>> Subsets(int n, int k) => k == 0
        ? [[]]
        : from last in Enumerable.Range(k - 1, n - k + 1) from rest in Subsets(last, k - 1) select rest.Add(last);

    /// <summary>Elimination with pivots; null for a singular matrix.</summary>
    private static double[]? Solve(double[,] a, double[] b)
    {
        var n = b.Length;
        for (var c = 0; c < n; c++)
        {
            var p = Enumerable.Range(c, n - c).MaxBy(r => Math.Abs(a[r, c]));
            if (Math.Abs(a[p, c]) < 1e-9) return null;
            for (var k = 0; k < n; k++) (a[c, k], a[p, k]) = (a[p, k], a[c, k]);
            (b[c], b[p]) = (b[p], b[c]);
            for (var r = 0; r < n; r++)
            {
                if (r == c) continue;
                var factor = a[r, c] / a[c, c];
                for (var k = c; k < n; k++) a[r, k] -= factor * a[c, k];
                b[r] -= factor * b[c];
            }
        }
        return [.. b.Select((value, r) => value / a[r, r])];
    }
}
