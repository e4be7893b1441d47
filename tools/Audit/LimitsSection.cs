using System.Text;
using Orowan.Claims;
using Orowan.Flows;

namespace Orowan.Audit;

/// <summary>The part of a report on the limits: one table and one picture, by our own solver, the same in every report that judges Theorem 5.1 of A, or Theorem 3.3 or the distance of Corollary 4.2 of B.</summary>
internal sealed class LimitsSection
{
    /// <summary>The picture's file.</summary>
    public const string Picture = "limits.svg";

    private static readonly string[] Concerned = ["A-5.1", "B-3.3", "B-4.2-distance"];

    private static readonly Lazy<LimitTable> Table = new(() => LimitTable.Of(new ReferenceSolver()));

    private LimitsSection(LimitTable table) => (Svg, Markdown) = (LimitsPicture.Svg(table), Text(table));

    public string Svg { get; }

    public string Markdown { get; }

    /// <summary>The section of a report; null where none of its claims is about limits.</summary>
    public static LimitsSection? Of(Report report) => report.Claims.Any(claim => Concerned.Contains(claim.Id, StringComparer.Ordinal)) ? new(Table.Value) : null;

    private static string Text(LimitTable table)
    {
        var text = new StringBuilder("\n## The limits of both papers\n\n");
        text.Append($"![Distances of particles to their limits]({Picture})\n\n");
        text.Append($"One rho\\_0 and three sequences delta\\_n at T = {table.Horizon:R} (paper B, circle, V = -log, U = {table.Strength:R} cos(2 pi x)/(2 pi)): slow ones with signs that alternate on a lattice, a fast one with short dipoles. ");
        text.Append($"Where particles do not move, W(mu\\_n, rho) tends to W(rho\\_0, rho(T)) = {table.Standstill:0.00000}.\n\n");
        text.Append("| delta\\_n | n | delta | log10 of (3.2) | W(mu\\_n, rho\\_delta) | W(mu\\_n, rho) | exponent of W(mu\\_n, rho) in n, three standard errors |\n|---|---:|---:|---:|---:|---:|---:|\n");
        foreach (var sequence in table.Sequences)
        {
            foreach (var rung in sequence.Rungs)
            {
                var own = rung.ToRegularised is { } distance ? $"{distance:0.00000}" : "-";
                var exponent = rung == sequence.Rungs[^1] ? $"{sequence.Slope:0.000} +- {sequence.Error:0.000}" : "";
                text.Append($"| {sequence.Name.Replace("_", "\\_", StringComparison.Ordinal)} | {rung.Count} | {rung.Delta:g3} | {rung.Condition:0.0} | {own} | {rung.ToLimit:0.00000} | {exponent} |\n");
            }
        }
        text.Append($"\nPaper A, two semicircles of opposite sign that meet: W(mu\\_n, rho) = {table.Distance:0.00000} for n = {table.Places.Length} at t = {table.Density.Time:R}, ");
        text.Append($"{table.Charges.Count(b => b == 0)} particles annihilated; the densities are known to {table.Uncertainty:0.00000}.\n");
        return text.ToString();
    }
}
