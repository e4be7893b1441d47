using System.Globalization;
using Orowan.Formats;

namespace Orowan.Audit;

/// <summary>
/// The densities of (1.3) as a self-contained SVG: what is alive of rho^+ and rho^- in the first and the last row, and what is annihilated by
/// then, which may pile up at a place and is cut off at the top. The species differ by colour and by dash.
/// </summary>
internal static class DensityPicture
{
    private const double Width = 860;
    private const double Height = 560;

    private const string Style =
        ".plus{stroke:#d55e00;stroke-width:1.6}.minus{stroke:#0072b2;stroke-width:1.6;stroke-dasharray:6 3}.first{opacity:0.4}"
        + ".ghost{stroke:#888;stroke-width:1.2;stroke-dasharray:1 3}.axis{stroke:#222}.grid{stroke:#e4e4e4}";

    public static string Svg(DensityRun run)
    {
        var svg = PlotPanel.Open(Width, Height, Style);
        if (run.Rows.IsEmpty) return svg.Append("</svg>\n").ToString();
        DensityRow[] rows = [run.Rows[0], run.Rows[^1]];
        var panel = new PlotPanel(svg, 80, 90, Width - 100, Height - 160, Ends(rows), (0, Highest(rows)), IsLogarithmic: false);
        panel.Axes("", "position x", "density", AxisTicks.In(panel.Across.Low, panel.Across.High), AxisTicks.In(0, panel.Up.High));
        var (first, last) = (rows[0], rows[1]);
        panel.Curve("plus first", Cells(first, first.Alive(1), panel));
        panel.Curve("minus first", Cells(first, first.Alive(-1), panel));
        panel.Curve("ghost", Cells(last, [.. last.Plus.Zip(last.Minus, Math.Min)], panel));
        panel.Curve("plus", Cells(last, last.Alive(1), panel));
        panel.Curve("minus", Cells(last, last.Alive(-1), panel));
        panel.Legend("plus first", isDot: false, 0, -66, $"[kappa]_+ at t = {Short(first.Time)}");
        panel.Legend("minus first", isDot: false, 0, -46, $"[kappa]_- at t = {Short(first.Time)}");
        panel.Legend("plus", isDot: false, 260, -66, $"[kappa]_+ at t = {Short(last.Time)}");
        panel.Legend("minus", isDot: false, 260, -46, $"[kappa]_- at t = {Short(last.Time)}");
        panel.Legend("ghost", isDot: false, 520, -66, $"annihilated by t = {Short(last.Time)}");
        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>Both ends of what is not empty, with a margin.</summary>
    private static (double Low, double High) Ends(DensityRow[] rows)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Plus.Length; i++)
            {
                if (!(row.Plus[i] + row.Minus[i] > 0)) continue;
                (low, high) = (Math.Min(low, row.Low + (i * row.Width)), Math.Max(high, row.Low + ((i + 1) * row.Width)));
            }
        }
        var margin = 0.05 * (high - low);
        return high > low ? (low - margin, high + margin) : (-1, 1);
    }

    private static double Highest(DensityRow[] rows)
    {
        var highest = 1.1 * rows.Max(row => Math.Max(row.Alive(1).Max(), row.Alive(-1).Max()));
        return highest > 0 ? highest : 1;
    }

    /// <summary>The value of each cell over its width, cut off at the top of the panel.</summary>
    private static IEnumerable<(double X, double Y)> Cells(DensityRow row, double[] values, PlotPanel panel)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var (low, high) = (row.Low + (i * row.Width), row.Low + ((i + 1) * row.Width));
            if (high < panel.Across.Low || low > panel.Across.High) continue;
            yield return (Math.Max(low, panel.Across.Low), Math.Clamp(values[i], 0, panel.Up.High));
            yield return (Math.Min(high, panel.Across.High), Math.Clamp(values[i], 0, panel.Up.High));
        }
    }

    private static string Short(double time) => time.ToString("g4", CultureInfo.InvariantCulture);
}
