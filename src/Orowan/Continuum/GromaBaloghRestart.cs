using Orowan.Flows;
using Orowan.Formats;

namespace Orowan.Continuum;

/// <summary>The reference flow of the Groma-Balogh equations from densities of one's own: what a row of any run leads to.</summary>
public static class GromaBaloghRestart
{
    /// <summary>The local tolerance as a share of the case's: the flow must be better than the runs it judges.</summary>
    private const double LocalShare = 1e-3;

    private const double FinestLocal = 1e-14;

    /// <summary>The coarsest grids: a run on fewer points is not followed on its own grid, whose errors it would share.</summary>
    private const int LeastOnCircle = 64;

    private const int LeastOnTorus = 32;

    /// <summary>The rows at <paramref name="times"/> since the row <paramref name="from"/>.</summary>
    /// <remarks>
    /// The uncertainty is that of the steps and of the waves left out, not what the flow makes of it. Waves beyond a third of the points of
    /// the row are left out, unless the case itself has such.
    /// </remarks>
    /// <param name="times">Times since the row, increasing, not negative.</param>
    public static GromaBaloghRun Run(GromaBaloghCase subject, GromaBaloghRow from, IReadOnlyList<double> times)
    {
        var (plus, minus) = (new SampledDensity(subject.Dimension, [.. from.Plus]), new SampledDensity(subject.Dimension, [.. from.Minus]));
        var side = GromaBaloghCase.GridFor(Math.Max(GromaBaloghCase.Truncation(plus.Side), subject.HighestWave), subject.Dimension == 1 ? LeastOnCircle : LeastOnTorus);
        var local = Math.Max(FinestLocal, LocalShare * subject.Tolerance);
        var pass = GromaBaloghIntegration.Run(subject, plus, minus, times, side, local, 1);
        return new(subject.Dimension, [.. pass.Rows.Select(row => new GromaBaloghRow(row.Time, row.Plus, row.Minus))])
        {
            Uncertainty = (TwoIntegrations.Caution * pass.Tail) + TwoIntegrations.Allowed(pass.Steps, local * Math.Sqrt(GromaBaloghCase.Truncation(side))),
            Solver = ReferenceSolver.Name,
            Ended = pass.Ended,
        };
    }
}
