using System.Collections.Immutable;
using Orowan.Flows;
using Orowan.Formats;

namespace Orowan.Continuum;

/// <summary>
/// Solves cases of densities on the line at two resolutions, so that the error of the finer one is estimated, not assumed: at order 1,
/// which the scheme keeps after contact, it equals the distance between the two; before contact the order is higher and the error less.
/// </summary>
internal static class DensitySolver
{
    private const int FirstCells = 64;

    /// <summary>The largest number of cells the search for a tolerance tries.</summary>
    private const int LastCells = 2048;

    private const long MostSteps = 1_000_000;

    public static DensityRun Solve(DensityCase subject)
    {
        var cells = subject.Cells ?? FirstCells;
        var coarse = Integrate(subject, (cells + 1) / 2, null);
        while (true)
        {
            var fine = Integrate(subject, cells, coarse.Widenings);
            var uncertainty = DensityOrders.Caution * Difference(coarse, fine);
            var done = subject.Cells is not null || cells >= LastCells || uncertainty <= subject.Tolerance * subject.LengthScale;
            if (done) return ToRun(fine, uncertainty, coarse.Steps + fine.Steps);
            (coarse, cells) = (fine, 2 * cells);
        }
    }

    private static Pass Integrate(DensityCase subject, int cells, IReadOnlyList<double>? schedule)
    {
        var density = new AnnihilatingDensity(subject, cells, schedule);
        var rows = ImmutableArray.CreateBuilder<DensityRow>();
        var (energy, dissipation) = (new List<double>(), new List<double>());
        string? ended = null;
        foreach (var time in subject.Output)
        {
            density.Advance(time, MostSteps);
            if (density.Time < time)
            {
                ended = $"{MostSteps} steps lead to t = {density.Time:R} only";
                break;
            }
            rows.Add(density.Row);
            energy.Add(density.Energy);
            dissipation.Add(density.Dissipation);
        }
        return new(rows.ToImmutable(), [.. energy], [.. dissipation], density.Steps, density.Widenings, ended);
    }

    private static double Difference(Pass coarse, Pass fine) =>
        coarse.Rows.Zip(fine.Rows).Select(pair => Math.Sqrt(QuantileTransport.SquaredDistance(pair.First, pair.Second))).DefaultIfEmpty(0).Max();

    private static DensityRun ToRun(Pass pass, double uncertainty, long steps) => new(pass.Rows)
    {
        Energy = pass.Energy,
        Dissipation = pass.Dissipation,
        Uncertainty = uncertainty,
        Solver = ReferenceSolver.Name,
        Statistics = ImmutableSortedDictionary<string, long>.Empty
            .Add("cells", pass.Rows.Length == 0 ? 0 : pass.Rows[^1].Plus.Length)
            .Add("steps", steps),
        Ended = pass.Ended,
    };

    private sealed record Pass(
        ImmutableArray<DensityRow> Rows,
        ImmutableArray<double> Energy,
        ImmutableArray<double> Dissipation,
        long Steps,
        IReadOnlyList<double> Widenings,
        string? Ended);
}
