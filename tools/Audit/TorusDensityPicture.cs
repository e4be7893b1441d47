using System.Globalization;
using System.Text;
using Orowan.Formats;

namespace Orowan.Audit;

/// <summary>
/// Densities on the torus as a self-contained SVG: on the circle rho^+ and rho^- of the first and the last row, in the plane kappa = rho^+ - rho^-
/// of the last row, each point of a grid of at most 64 by 64 a square.
/// </summary>
internal sealed class TorusDensityPicture
{
    private const double Width = 760;
    private const double Height = 640;
    private const double Margin = 70;

    /// <summary>Squares in each direction.</summary>
    private const int MostSquares = 64;

    private const string Style =
        ".plus{stroke:#d55e00;stroke-width:1.6}.minus{stroke:#0072b2;stroke-width:1.6;stroke-dasharray:6 3}.first{opacity:0.4}.axis{stroke:#222}.grid{stroke:#e4e4e4}";

    private readonly StringBuilder svg = new();
    private readonly GromaBaloghRun run;
    private readonly double lowest;
    private readonly double highest;

    private TorusDensityPicture(GromaBaloghRun run)
    {
        this.run = run;
        double[][] shown = run.Rows.IsEmpty ? [] : [run.Rows[0].Plus, run.Rows[0].Minus, run.Rows[^1].Plus, run.Rows[^1].Minus];
        (lowest, highest) = run.Dimension == 1 ? (Math.Min(0, Extreme(shown, Math.Min)), 1.05 * Extreme(shown, Math.Max)) : (0, 1);
        if (!(highest > lowest)) (lowest, highest) = (0, 1);
    }

    public static string Svg(GromaBaloghCase subject, GromaBaloghRun run) => new TorusDensityPicture(run).Draw(subject);

    private static double Extreme(double[][] rows, Func<double, double, double> choose) => rows.SelectMany(row => row).Aggregate(0.0, choose);

    private string Draw(GromaBaloghCase subject)
    {
        svg.Append($"""<svg xmlns="http://www.w3.org/2000/svg" width="{Width:f0}" height="{Height:f0}" """);
        svg.Append($"""viewBox="0 0 {Width:f0} {Height:f0}" font-family="sans-serif" font-size="13" fill="#222">""").Append('\n');
        svg.Append($"<style>{Style}</style>\n");
        svg.Append($"""<rect width="{Width:f0}" height="{Height:f0}" fill="#fff"/>""").Append('\n');
        foreach (var (at, text) in AxisTicks.In(0, 1))
        {
            Line("grid", Across(at), Margin, Across(at), Height - Margin);
            Text(Across(at), Height - Margin + 18, "middle", text);
        }
        foreach (var (at, text) in AxisTicks.In(lowest, highest))
        {
            Line("grid", Margin, Up(at), Width - Margin, Up(at));
            Text(Margin - 8, Up(at) + 4, "end", text);
        }
        Text(Width / 2, Height - 20, "middle", subject.Dimension == 1 ? "position x" : "position x_1");
        Text(Margin, Margin - 14, "middle", subject.Dimension == 1 ? "density" : "position x_2");
        if (run.Rows.IsEmpty) return svg.Append("</svg>\n").ToString();
        if (subject.Dimension == 1) DrawLines();
        else DrawMap();
        return svg.Append("</svg>\n").ToString();
    }

    private void DrawLines()
    {
        Curve("plus first", run.Rows[0].Plus);
        Curve("minus first", run.Rows[0].Minus);
        Curve("plus", run.Rows[^1].Plus);
        Curve("minus", run.Rows[^1].Minus);
        (string Kind, string Label)[] entries =
        [
            ("plus first", $"rho+ at t = {Short(run.Rows[0].Time)}"), ("minus first", $"rho- at t = {Short(run.Rows[0].Time)}"),
            ("plus", $"rho+ at t = {Short(run.Rows[^1].Time)}"), ("minus", $"rho- at t = {Short(run.Rows[^1].Time)}"),
        ];
        var x = Margin + 70;
        foreach (var (kind, label) in entries)
        {
            Line(kind, x, 30, x + 30, 30);
            Text(x + 36, 34, "start", label);
            x += 150;
        }
    }

    private void DrawMap()
    {
        var kappa = run.Rows[^1].Kappa();
        var largest = Math.Max(kappa.Max(Math.Abs), double.Epsilon);
        var squares = Math.Min(run.Grid, MostSquares);
        var (across, up) = ((Width - (2 * Margin)) / squares, (Height - (2 * Margin)) / squares);
        for (var i = 0; i < squares; i++)
        {
            for (var j = 0; j < squares; j++)
            {
                var value = kappa[(i * run.Grid / squares * run.Grid) + (j * run.Grid / squares)] / largest;
                var (x, y) = (Number(Margin + (i * across)), Number(Height - Margin - ((j + 1) * up)));
                svg.Append($"""<rect x="{x}" y="{y}" width="{Number(across + 0.3)}" height="{Number(up + 0.3)}" fill="{Colour(value)}"/>""").Append('\n');
            }
        }
        Text(Margin + 70, 34, "start", $"kappa = rho+ - rho- at t = {Short(run.Rows[^1].Time)}, from {Short(-largest)} (blue) over 0 (white) to {Short(largest)} (orange)");
    }

    /// <summary>White at 0, the colours of the two charges at 1 and -1.</summary>
    private static string Colour(double value)
    {
        var (red, green, blue) = value > 0 ? (0xd5, 0x5e, 0x00) : (0x00, 0x72, 0xb2);
        var share = Math.Min(1, Math.Abs(value));
        return $"#{Mixed(red):x2}{Mixed(green):x2}{Mixed(blue):x2}";

        int Mixed(int channel) => (int)Math.Round(255 + (share * (channel - 255)));
    }

    private void Curve(string kind, double[] values)
    {
        var points = values.Append(values[0]).Select((value, i) => $"{Number(Across((double)i / values.Length))},{Number(Up(value))}");
        svg.Append($"""<polyline class="{kind}" fill="none" points="{string.Join(' ', points)}"/>""").Append('\n');
    }

    private void Line(string kind, double x1, double y1, double x2, double y2) =>
        svg.Append($"""<line class="{kind}" x1="{Number(x1)}" y1="{Number(y1)}" x2="{Number(x2)}" y2="{Number(y2)}"/>""").Append('\n');

    private void Text(double x, double y, string anchor, string text) =>
        svg.Append($"""<text x="{Number(x)}" y="{Number(y)}" text-anchor="{anchor}">{text}</text>""").Append('\n');

    private static double Across(double x) => Margin + ((Width - (2 * Margin)) * x);

    private double Up(double value) => Height - Margin - ((Height - (2 * Margin)) * (value - lowest) / (highest - lowest));

    private static string Short(double value) => value.ToString("g4", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
