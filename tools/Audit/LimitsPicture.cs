using Orowan.Claims;
using Orowan.Formats;

namespace Orowan.Audit;

/// <summary>
/// The picture of the limits: on the left the distances of particles to the Groma-Balogh densities for slow and for fast delta_n, on the right
/// particles that annihilate beside the densities of (1.3). Sequences differ by dash and mark as well as by colour.
/// </summary>
internal static class LimitsPicture
{
    private const double Width = 1340;
    private const double Height = 560;

    private const string Style =
        ".plus{stroke:#d55e00;stroke-width:1.6}.minus{stroke:#0072b2;stroke-width:1.6;stroke-dasharray:6 3}.first{opacity:0.4}"
        + ".inside{stroke:#009e73;stroke-width:1.8;stroke-dasharray:7 3}.outside{stroke:#0072b2;stroke-width:1.8}.fast{stroke:#d55e00;stroke-width:1.8;stroke-dasharray:2 3}"
        + ".own{stroke:#888;stroke-width:1.2;stroke-dasharray:10 4 2 4}.still{stroke:#222;stroke-dasharray:1 3}.guide{stroke:#bbb}"
        + "circle{stroke-dasharray:none}circle.plus{fill:#d55e00}circle.minus{fill:#fff;stroke-dasharray:none}circle.ghost{fill:#888;stroke:none}"
        + "circle.inside{fill:#009e73;stroke-dasharray:none}circle.outside{fill:#0072b2}circle.fast{fill:#fff;stroke-dasharray:none}"
        + ".axis{stroke:#222}.grid{stroke:#e4e4e4}";

    private static readonly string[] Kinds = ["inside", "outside", "fast"];

    public static string Svg(LimitTable table)
    {
        var svg = PlotPanel.Open(Width, Height, Style);
        DrawSequences(table, svg);
        DrawDensities(table, svg);
        return svg.Append("</svg>\n").ToString();
    }

    private static void DrawSequences(LimitTable table, System.Text.StringBuilder svg)
    {
        var counts = table.Sequences[0].Rungs.Select(rung => rung.Count).ToArray();
        var values = table.Sequences.SelectMany(s => s.Rungs.Select(rung => rung.ToLimit).Concat(s.Rungs.Select(rung => rung.ToRegularised ?? rung.ToLimit))).ToArray();
        var panel = new PlotPanel(svg, 80, 150, 540, 350, (counts[0] * 0.9, counts[^1] * 1.1), (values.Min() * 0.5, values.Max() * 1.3), IsLogarithmic: true);
        panel.Axes(
            "Paper B: slow delta_n converges, fast delta_n does not",
            "number of particles n",
            $"distance W at T = {table.Horizon:0.##}, in units of the circle",
            counts.Select(n => ((double)n, $"{n}")),
            PlotPanel.LogarithmicTicks(panel.Up.Low, panel.Up.High));
        panel.Curve("still", [(panel.Across.Low, table.Standstill), (panel.Across.High, table.Standstill)]);
        var (last, down) = (counts[^1], -112.0);
        foreach (var (kind, sequence) in Kinds.Zip(table.Sequences))
        {
            panel.Curve(kind, sequence.Rungs.Select(rung => ((double)rung.Count, rung.ToLimit)));
            foreach (var rung in sequence.Rungs) panel.Dot(kind, rung.Count, rung.ToLimit);
            panel.Legend(kind, isDot: false, 0, down, $"W(mu_n, rho), delta_n = {sequence.Name}: exponent {sequence.Slope:0.00} +- {sequence.Error:0.00}");
            down += 18;
        }
        panel.Curve("own", table.Sequences[1].Rungs.Select(rung => ((double)rung.Count, rung.ToRegularised ?? rung.ToLimit)));
        panel.Legend("own", isDot: false, 0, down, "W(mu_n, rho_delta), delta_n = n^(-1/2): densities with the same V_delta");
        panel.Legend("still", isDot: false, 0, down + 18, $"W(rho_0, rho) = {table.Standstill:0.0000}: where particles that do not move end");
        var lowest = table.Sequences[1].Rungs[^1].ToRegularised ?? table.Sequences[1].Rungs[^1].ToLimit;
        panel.Curve("guide", [(last / 4.0, 0.7 * lowest * 4), (last, 0.7 * lowest)]);
        panel.Note(last / 2.2, 0.7 * lowest * 1.9, "end", "slope -1");
    }

    private static void DrawDensities(LimitTable table, System.Text.StringBuilder svg)
    {
        var (row, start) = (table.Density, table.Start);
        var highest = 1.1 * new[] { row.Alive(1), row.Alive(-1), start.Plus, start.Minus }.Max(values => values.Max());
        var panel = new PlotPanel(svg, 740, 150, 560, 350, (-2.1, 2.1), (0, highest), IsLogarithmic: false);
        panel.Axes(
            "Paper A: particles that annihilate and the densities of (1.3)",
            "position x",
            $"density of the alive at t = {row.Time:0.##}",
            AxisTicks.In(-2.1, 2.1),
            AxisTicks.In(0, highest));
        foreach (var (kind, sign) in new[] { ("plus", 1), ("minus", -1) })
        {
            panel.Curve($"{kind} first", Steps(start, start.Of(sign), panel));
            panel.Curve(kind, Steps(row, row.Alive(sign), panel));
            double[] alive = [.. table.Places.Where((_, i) => table.Charges[i] == sign).Order()];
            foreach (var (a, b) in alive.Zip(alive.Skip(1)).Where(pair => pair.Second > pair.First))
                panel.Dot(kind, (a + b) / 2, Math.Min(highest, 1 / (table.Places.Length * (b - a))));
        }
        foreach (var place in table.Places.Where((_, i) => table.Charges[i] == 0)) panel.Dot("ghost", place, 0);
        var n = table.Places.Length;
        panel.Legend("plus", isDot: false, 0, -112, "[kappa]_+ by finite volumes");
        panel.Legend("minus", isDot: false, 290, -112, "[kappa]_- by finite volumes");
        panel.Legend("plus", isDot: true, 0, -94, $"n = {n}: 1/(n gap) of + neighbours");
        panel.Legend("minus", isDot: true, 290, -94, $"n = {n}: 1/(n gap) of - neighbours");
        panel.Legend("plus first", isDot: false, 0, -76, "rho+ at t = 0");
        panel.Legend("minus first", isDot: false, 290, -76, "rho- at t = 0");
        panel.Legend("ghost", isDot: true, 0, -58, $"annihilated: {table.Charges.Count(b => b == 0)} of {n} particles");
        panel.Legend("grid", isDot: false, 290, -58, $"W(mu_n, rho) = {table.Distance:0.0000} +- {table.Uncertainty:0.0000}");
    }

    /// <summary>The values of cells as a line through their centres, within the panel.</summary>
    private static IEnumerable<(double, double)> Steps(DensityRow row, double[] values, PlotPanel panel) =>
        values.Select((value, i) => (X: row.Low + ((i + 0.5) * row.Width), Y: value)).Where(p => p.X >= panel.Across.Low && p.X <= panel.Across.High);
}
