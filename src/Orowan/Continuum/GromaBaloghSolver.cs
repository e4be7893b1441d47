using System.Collections.Immutable;
using Orowan.Flows;
using Orowan.Formats;
using Orowan.Measures;

namespace Orowan.Continuum;

/// <summary>Solves cases of the Groma-Balogh equations, with the errors of time and of space estimated each by itself.</summary>
/// <remarks>
/// Three integrations: on the grid, on a grid of half as many points at the same local tolerance, and on that again at a looser one. The
/// last two differ by the error of time. The first two differ by what the coarse grid lacks; as coefficients of smooth functions
/// fall exponentially, the fine grid lacks less by the ratio of what the outer waves hold on either, and at least what its own outer waves hold.
/// </remarks>
internal static class GromaBaloghSolver
{
    /// <summary>The local tolerance of the looser integration as a share of the tolerance.</summary>
    private const double LocalShare = 0.1;

    /// <summary>Ratio of the local tolerances.</summary>
    private const double Refinement = 0.01;

    /// <summary>Below this local tolerance the error estimate of a step drowns in rounding.</summary>
    private const double FinestLocal = 1e-14;

    /// <summary>Least numbers of steps: two integrations whose steps nothing limits must not take the same ones.</summary>
    private const int RoughSteps = 5;

    private const int FineSteps = 8;

    /// <summary>Half of the coarsest grids: that must still carry what is given.</summary>
    private const int LeastHalfOnCircle = 32;

    private const int LeastHalfOnTorus = 16;

    public static GromaBaloghRun Solve(GromaBaloghCase subject)
    {
        var most = subject.Dimension == 1 ? 4096 : 256;
        var side = subject.Grid ?? (2 * GromaBaloghCase.GridFor(subject.HighestWave, subject.Dimension == 1 ? LeastHalfOnCircle : LeastHalfOnTorus));
        var passes = new List<GromaBaloghPass>();
        var local = Math.Max(FinestLocal, LocalShare * Refinement * subject.Tolerance);
        var (half, rough) = (Integrate(side / 2, local, FineSteps), Integrate(side / 2, local / Refinement, RoughSteps));
        while (true)
        {
            var fine = Integrate(side, local, FineSteps);
            var time = (TwoIntegrations.Caution * Difference(rough, half, 1)) + TwoIntegrations.Allowed(fine.Steps, local);
            var lacking = half.Tail > 0 ? Math.Min(1, fine.Tail / half.Tail) : 0;
            var space = (TwoIntegrations.Caution * ((lacking * Difference(half, fine, 2)) + fine.Tail)) + Rounding(fine);
            var mayRefineTime = time > 0.5 * subject.Tolerance && local > FinestLocal;
            var mayRefineSpace = subject.Grid is null && side < most;
            var isDone = fine.Ended is null ? time + space <= subject.Tolerance || !(mayRefineTime || mayRefineSpace) : !mayRefineSpace;
            if (isDone)
                return ToRun(subject, fine, time + space, side, passes);
            if (mayRefineTime && fine.Ended is null)
            {
                (local, rough) = (Math.Max(FinestLocal, Refinement * local), half);
                half = Integrate(side / 2, local, FineSteps);
            }
            else
            {
                (half, rough) = (fine, Integrate(side, local / Refinement, RoughSteps));
                side *= 2;
            }
        }

        GromaBaloghPass Integrate(int points, double allowed, int leastSteps)
        {
            passes.Add(GromaBaloghIntegration.Run(subject, subject.Plus, subject.Minus, subject.Output, points, allowed, leastSteps));
            return passes[^1];
        }
    }

    /// <summary>Largest difference of a density at a point of both grids, the second of which is finer by <paramref name="factor"/>.</summary>
    private static double Difference(GromaBaloghPass coarse, GromaBaloghPass fine, int factor)
    {
        double largest = 0;
        foreach (var (first, second) in coarse.Rows.Zip(fine.Rows))
        {
            largest = Math.Max(largest, Math.Max(Between(first.Plus, second.Plus, factor), Between(first.Minus, second.Minus, factor)));
        }
        // A row that the coarser integration did not reach says nothing for the finer one.
        foreach (var row in fine.Rows.Skip(coarse.Rows.Count)) largest = Math.Max(largest, Math.Max(row.Plus.Max(), row.Minus.Max()));
        return largest;
    }

    private static double Between(double[] coarse, double[] fine, int factor)
    {
        var isLine = fine.Length == factor * coarse.Length;
        var side = isLine ? coarse.Length : (int)Math.Round(Math.Sqrt(coarse.Length));
        double largest = 0;
        for (var i = 0; i < coarse.Length; i++)
        {
            var place = isLine ? factor * i : (((i / side * factor * side) + (i % side)) * factor);
            largest = Math.Max(largest, Math.Abs(coarse[i] - fine[place]));
        }
        return largest;
    }

    /// <summary>Each step rounds all values once more, at random.</summary>
    private static double Rounding(GromaBaloghPass pass) =>
        (4 + Math.Sqrt(pass.Steps)) * Floating.Spacing * pass.Rows.Select(row => Math.Max(row.Plus.Max(), row.Minus.Max())).DefaultIfEmpty(1).Max();

    /// <summary>int rho log rho by the values on the grid: spectrally accurate for smooth positive densities.</summary>
    private static double EntropyOf(double[] density)
    {
        var weights = new double[density.Length];
        Array.Fill(weights, 1.0 / density.Length);
        return Entropy.Of(density, weights).Value;
    }

    private static GromaBaloghRun ToRun(GromaBaloghCase subject, GromaBaloghPass pass, double uncertainty, int side, List<GromaBaloghPass> passes) =>
        new(subject.Dimension, [.. pass.Rows.Select(row => new GromaBaloghRow(row.Time, row.Plus, row.Minus))])
        {
            Balance = new(
                [.. pass.Rows.Select(row => EntropyOf(row.Plus) + EntropyOf(row.Minus))],
                [.. pass.Rows.Select(row => row.Integrals[0])],
                [.. pass.Rows.Select(row => row.Integrals[1])],
                [.. pass.Rows.Select(row => row.Integrals[2])],
                [.. pass.Rows.Select(row => row.Integrals[3])]),
            Uncertainty = uncertainty,
            Solver = ReferenceSolver.Name,
            Statistics = ImmutableSortedDictionary<string, long>.Empty
                .Add("evaluations", passes.Sum(p => p.Evaluations))
                .Add("grid", side)
                .Add("rejected", passes.Sum(p => p.Rejected))
                .Add("steps", passes.Sum(p => p.Steps)),
            Ended = pass.Ended,
        };
}
