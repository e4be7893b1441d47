using System.Globalization;
using System.Text;
using Orowan.Formats;

namespace Orowan.Audit;

/// <summary>
/// The trajectories of a run as a self-contained SVG: time to the right, position upwards. Charges differ by colour and by dash, so that
/// the picture can be read without colours; a particle that was annihilated goes on as a thin dotted line where it died.
/// </summary>
internal sealed class TrajectoryPicture
{
    private const double Width = 860;
    private const double Height = 540;
    private const double Left = 80;
    private const double Right = 20;
    private const double Top = 50;
    private const double Bottom = 60;

    private const string Style =
        ".plus{stroke:#d55e00;stroke-width:1.6}.minus{stroke:#0072b2;stroke-width:1.6;stroke-dasharray:6 3}"
        + ".ghost{stroke:#888;stroke-width:0.8;stroke-dasharray:1 3}.axis{stroke:#222}.grid{stroke:#e4e4e4}";

    private readonly StringBuilder svg = new();
    private readonly LineCase subject;
    private readonly LineRun run;
    private readonly double lowest;
    private readonly double highest;

    private TrajectoryPicture(LineCase subject, LineRun run)
    {
        this.subject = subject;
        this.run = run;
        var places = run.X.SelectMany(row => row).Concat(subject.X).ToArray();
        (lowest, highest) = (places.Min(), places.Max());
        // A particle that stands still, or alone, needs some room around it; a range below the spacing of doubles has no ticks.
        var margin = Math.Max(
            0.05 * (highest - lowest), Math.Max(1e-9 * Math.Max(Math.Abs(lowest), Math.Abs(highest)), highest > lowest ? 0 : 1));
        (lowest, highest) = (lowest - margin, highest + margin);
    }

    public static string Svg(LineCase subject, LineRun run) => new TrajectoryPicture(subject, run).Draw();

    private string Draw()
    {
        svg.Append($"""<svg xmlns="http://www.w3.org/2000/svg" width="{Width:f0}" height="{Height:f0}" """);
        svg.Append($"""viewBox="0 0 {Width:f0} {Height:f0}" """);
        svg.Append("""font-family="sans-serif" font-size="13" fill="#222">""").Append('\n');
        svg.Append($"<style>{Style}</style>\n");
        svg.Append($"""<rect width="{Width:f0}" height="{Height:f0}" fill="#fff"/>""").Append('\n');
        DrawAxes();
        for (var particle = 0; particle < subject.Count; particle++) DrawParticle(particle);
        foreach (var collision in run.Collisions ?? []) DrawCollision(collision);
        DrawLegend();
        return svg.Append("</svg>\n").ToString();
    }

    private void DrawAxes()
    {
        foreach (var (at, text) in AxisTicks.In(0, subject.T))
        {
            Line("grid", AcrossTime(at), Top, AcrossTime(at), Height - Bottom);
            Text(AcrossTime(at), Height - Bottom + 18, "middle", text);
        }
        foreach (var (at, text) in AxisTicks.In(lowest, highest))
        {
            Line("grid", Left, UpPlace(at), Width - Right, UpPlace(at));
            Text(Left - 8, UpPlace(at) + 4, "end", text);
        }
        Line("axis", Left, Height - Bottom, Width - Right, Height - Bottom);
        Line("axis", Left, Top, Left, Height - Bottom);
        Text((Left + Width - Right) / 2, Height - 16, "middle", "time t");
        var middle = Number((Top + Height - Bottom) / 2);
        svg.Append($"""<text transform="translate(20 {middle}) rotate(-90)" text-anchor="middle">position x</text>""").Append('\n');
    }

    private void DrawParticle(int particle)
    {
        var death = DeathOf(particle);
        List<(double Time, double X)> alive = [(0, subject.X[particle])];
        List<(double Time, double X)> dead = [];
        if (death is { } end) dead.Add(end);
        for (var row = 0; row < run.Times.Length; row++)
        {
            (run.B[row][particle] == 0 ? dead : alive).Add((run.Times[row], run.X[row][particle]));
        }
        if (death is { } met) alive.Add(met);
        Curve("ghost", dead);
        if (subject.B[particle] != 0) Curve(subject.B[particle] > 0 ? "plus" : "minus", alive);
    }

    private (double Time, double X)? DeathOf(int particle)
    {
        foreach (var collision in run.Collisions ?? [])
        {
            for (var k = 0; k < collision.Pairs.Length; k++)
            {
                if (collision.Pairs[k].I == particle || collision.Pairs[k].J == particle) return (collision.Time, collision.At[k]);
            }
        }
        return null;
    }

    private void DrawCollision(Collision collision)
    {
        foreach (var place in collision.At) Circle(AcrossTime(collision.Time), UpPlace(place));
    }

    private void DrawLegend()
    {
        (string Class, string Text)[] entries = [("plus", "charge +"), ("minus", "charge -"), ("ghost", "annihilated")];
        var x = Left;
        foreach (var (kind, text) in entries)
        {
            Line(kind, x, 28, x + 36, 28);
            Text(x + 42, 32, "start", text);
            x += 140;
        }
        Circle(x + 5, 28);
        Text(x + 16, 32, "start", "collision");
        Text(Width - Right, 32, "end", $"n = {subject.Count}");
    }

    private void Curve(string kind, List<(double Time, double X)> points)
    {
        if (points.Count == 0) return;
        var path = string.Join(' ', points.Select(point => $"{Number(AcrossTime(point.Time))},{Number(UpPlace(point.X))}"));
        svg.Append($"""<polyline class="{kind}" fill="none" points="{path}"/>""").Append('\n');
    }

    private void Line(string kind, double x1, double y1, double x2, double y2) =>
        svg.Append($"""<line class="{kind}" x1="{Number(x1)}" y1="{Number(y1)}" x2="{Number(x2)}" y2="{Number(y2)}"/>""").Append('\n');

    private void Circle(double x, double y) =>
        svg.Append($"""<circle class="axis" cx="{Number(x)}" cy="{Number(y)}" r="4" fill="#fff"/>""").Append('\n');

    private void Text(double x, double y, string anchor, string text) =>
        svg.Append($"""<text x="{Number(x)}" y="{Number(y)}" text-anchor="{anchor}">{text}</text>""").Append('\n');

    private double AcrossTime(double time) => Left + ((Width - Left - Right) * time / subject.T);

    private double UpPlace(double x) => Height - Bottom - ((Height - Top - Bottom) * (x - lowest) / (highest - lowest));

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
