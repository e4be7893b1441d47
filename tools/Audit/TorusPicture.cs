using System.Globalization;
using System.Text;
using Orowan.Formats;

namespace Orowan.Audit;

/// <summary>
/// The trajectories of a run on the torus as a self-contained SVG: in one dimension time to the right and position upwards, in two the
/// paths in the plane, each with a dot at its end. Positions are unwrapped, so that no path jumps.
/// </summary>
internal sealed class TorusPicture
{
    private const double Width = 760;
    private const double Height = 640;
    private const double Margin = 70;

    private const string Style =
        ".plus{stroke:#d55e00;stroke-width:1.6}.minus{stroke:#0072b2;stroke-width:1.6;stroke-dasharray:6 3}.axis{stroke:#222}.grid{stroke:#e4e4e4}";

    private readonly StringBuilder svg = new();
    private readonly TorusCase subject;
    private readonly TorusRun run;
    private readonly (double Low, double High) across;
    private readonly (double Low, double High) up;

    private TorusPicture(TorusCase subject, TorusRun run)
    {
        this.subject = subject;
        this.run = run;
        across = subject.Dimension == 1 ? (0, subject.T) : Range(0);
        up = Range(subject.Dimension - 1);
    }

    public static string Svg(TorusCase subject, TorusRun run) => new TorusPicture(subject, run).Draw();

    private string Draw()
    {
        svg.Append($"""<svg xmlns="http://www.w3.org/2000/svg" width="{Width:f0}" height="{Height:f0}" """);
        svg.Append($"""viewBox="0 0 {Width:f0} {Height:f0}" font-family="sans-serif" font-size="13" fill="#222">""").Append('\n');
        svg.Append($"<style>{Style}</style>\n");
        svg.Append($"""<rect width="{Width:f0}" height="{Height:f0}" fill="#fff"/>""").Append('\n');
        foreach (var (at, text) in AxisTicks.In(across.Low, across.High))
        {
            Line("grid", Across(at), Margin, Across(at), Height - Margin);
            Text(Across(at), Height - Margin + 18, "middle", text);
        }
        foreach (var (at, text) in AxisTicks.In(up.Low, up.High))
        {
            Line("grid", Margin, Up(at), Width - Margin, Up(at));
            Text(Margin - 8, Up(at) + 4, "end", text);
        }
        Text(Width / 2, Height - 20, "middle", subject.Dimension == 1 ? "time t" : "position x_1");
        Text(Margin, Margin - 14, "middle", subject.Dimension == 1 ? "position x" : "position x_2");
        for (var particle = 0; particle < subject.Count; particle++) DrawParticle(particle);
        Line("plus", Width - 260, 30, Width - 230, 30);
        Text(Width - 224, 34, "start", "charge +");
        Line("minus", Width - 160, 30, Width - 130, 30);
        Text(Width - 124, 34, "start", "charge -");
        return svg.Append("</svg>\n").ToString();
    }

    private void DrawParticle(int particle)
    {
        var start = subject.At(particle);
        List<(double Across, double Up)> points = [subject.Dimension == 1 ? (0, start[0]) : (start[0], start[1])];
        for (var row = 0; row < run.Times.Length; row++)
        {
            var x = run.X[row].AsSpan(particle * subject.Dimension, subject.Dimension);
            points.Add(subject.Dimension == 1 ? (run.Times[row], x[0]) : (x[0], x[1]));
        }
        var kind = subject.B[particle] > 0 ? "plus" : "minus";
        var path = string.Join(' ', points.Select(point => $"{Number(Across(point.Across))},{Number(Up(point.Up))}"));
        svg.Append($"""<polyline class="{kind}" fill="none" points="{path}"/>""").Append('\n');
        var (endAcross, endUp) = points[^1];
        svg.Append($"""<circle class="{kind}" cx="{Number(Across(endAcross))}" cy="{Number(Up(endUp))}" r="2.5"/>""").Append('\n');
    }

    /// <summary>The range of a component over the run, a whole cell at least.</summary>
    private (double Low, double High) Range(int component)
    {
        var places = run.X.Append([.. subject.X]).SelectMany(row => row.Where((_, i) => i % subject.Dimension == component)).ToArray();
        return (Math.Min(0, places.Min()), Math.Max(1, places.Max()));
    }

    private void Line(string kind, double x1, double y1, double x2, double y2) =>
        svg.Append($"""<line class="{kind}" x1="{Number(x1)}" y1="{Number(y1)}" x2="{Number(x2)}" y2="{Number(y2)}"/>""").Append('\n');

    private void Text(double x, double y, string anchor, string text) =>
        svg.Append($"""<text x="{Number(x)}" y="{Number(y)}" text-anchor="{anchor}">{text}</text>""").Append('\n');

    private double Across(double value) => Margin + ((Width - (2 * Margin)) * (value - across.Low) / (across.High - across.Low));

    private double Up(double value) => Height - Margin - ((Height - (2 * Margin)) * (value - up.Low) / (up.High - up.Low));

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
