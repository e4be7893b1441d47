using System.Globalization;
using Orowan.Formats;

namespace Orowan.Audit;

/// <summary>
/// Densities on the torus as a self-contained SVG: on the circle rho^+ and rho^- of the first and the last row, in the plane kappa = rho^+ - rho^-
/// of the last row, each point of a grid of at most 64 by 64 a square.
/// </summary>
internal static class TorusDensityPicture
{
    private const double Width = 760;
    private const double Height = 640;
    private const double Margin = 70;

    /// <summary>Squares in each direction.</summary>
    private const int MostSquares = 64;

    private const string Style =
        ".plus{stroke:#d55e00;stroke-width:1.6}.minus{stroke:#0072b2;stroke-width:1.6;stroke-dasharray:6 3}.first{opacity:0.4}.axis{stroke:#222}.grid{stroke:#e4e4e4}";

    public static string Svg(GromaBaloghCase subject, GromaBaloghRun run)
    {
        var svg = PlotPanel.Open(Width, Height, Style);
        var isLine = subject.Dimension == 1;
        PlotPanel panel = new(svg, Margin, Margin, Width - (2 * Margin), Height - (2 * Margin), (0, 1), isLine ? Ends(run) : (0, 1), IsLogarithmic: false);
        if (!isLine && !run.Rows.IsEmpty) DrawMap(panel, run);
        panel.Axes(
            "", isLine ? "position x" : "position x_1", isLine ? "density" : "position x_2", AxisTicks.In(0, 1), AxisTicks.In(panel.Up.Low, panel.Up.High));
        if (isLine && !run.Rows.IsEmpty) DrawLines(panel, run);
        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>From 0, or the least value below it, to above the largest of what is shown.</summary>
    private static (double Low, double High) Ends(GromaBaloghRun run)
    {
        double[] shown = run.Rows.IsEmpty ? [] : [.. run.Rows[0].Plus, .. run.Rows[0].Minus, .. run.Rows[^1].Plus, .. run.Rows[^1].Minus];
        var (low, high) = (shown.Append(0).Min(), 1.05 * shown.Append(0).Max());
        return high > low ? (low, high) : (0, 1);
    }

    private static void DrawLines(PlotPanel panel, GromaBaloghRun run)
    {
        var right = 0.0;
        foreach (var (kind, row) in new[] { (" first", run.Rows[0]), ("", run.Rows[^1]) })
        {
            foreach (var (name, symbol, sign) in new[] { ("plus", "rho+", 1), ("minus", "rho-", -1) })
            {
                var values = row.Of(sign);
                panel.Curve(name + kind, values.Append(values[0]).Select((value, i) => ((double)i / values.Length, value)));
                panel.Legend(name + kind, isDot: false, right, -40, $"{symbol} at t = {Short(row.Time)}");
                right += 155;
            }
        }
    }

    private static void DrawMap(PlotPanel panel, GromaBaloghRun run)
    {
        var kappa = run.Rows[^1].Kappa();
        var largest = Math.Max(kappa.Max(Math.Abs), double.Epsilon);
        var squares = Math.Min(run.Grid, MostSquares);
        for (var i = 0; i < squares; i++)
        {
            for (var j = 0; j < squares; j++)
            {
                var value = kappa[(i * run.Grid / squares * run.Grid) + (j * run.Grid / squares)] / largest;
                panel.Square((double)i / squares, (double)j / squares, 1.0 / squares, Colour(value));
            }
        }
        panel.Note(0, 1.04, "start", $"kappa = rho+ - rho- at t = {Short(run.Rows[^1].Time)}, from {Short(-largest)} (blue) over 0 (white) to {Short(largest)} (orange)");
    }

    /// <summary>White at 0, the colours of the two charges at 1 and -1.</summary>
    private static string Colour(double value)
    {
        var (red, green, blue) = value > 0 ? (0xd5, 0x5e, 0x00) : (0x00, 0x72, 0xb2);
        var share = Math.Min(1, Math.Abs(value));
        return $"#{Mixed(red):x2}{Mixed(green):x2}{Mixed(blue):x2}";

        int Mixed(int channel) => (int)Math.Round(255 + (share * (channel - 255)));
    }

    private static string Short(double value) => value.ToString("g4", CultureInfo.InvariantCulture);
}
