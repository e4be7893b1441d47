using System.Globalization;
using System.Text;

namespace Orowan.Audit;

/// <summary>A rectangle of an SVG with two axes, straight or logarithmic, that draws in their units.</summary>
/// <param name="Left">Left edge in pixels.</param>
/// <param name="Top">Upper edge in pixels.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Across">Ends of the horizontal axis.</param>
/// <param name="Up">Ends of the vertical axis.</param>
/// <param name="IsLogarithmic">Whether both axes are logarithmic.</param>
internal sealed record PlotPanel(StringBuilder Svg, double Left, double Top, double Width, double Height, (double Low, double High) Across, (double Low, double High) Up, bool IsLogarithmic)
{
    /// <summary>Opens a picture of this size on white ground.</summary>
    public static StringBuilder Open(double width, double height, string style) => new StringBuilder()
        .Append($"""<svg xmlns="http://www.w3.org/2000/svg" width="{width:f0}" height="{height:f0}" """)
        .Append($"""viewBox="0 0 {width:f0} {height:f0}" font-family="sans-serif" font-size="13" fill="#222">""").Append('\n')
        .Append($"<style>{style}</style>\n")
        .Append($"""<rect width="{width:f0}" height="{height:f0}" fill="#fff"/>""").Append('\n');

    /// <summary>Grid, ticks and labels of both axes, and a title above.</summary>
    public void Axes(string title, string across, string up, IEnumerable<(double At, string Text)> acrossTicks, IEnumerable<(double At, string Text)> upTicks)
    {
        foreach (var (at, text) in acrossTicks)
        {
            Pixels("grid", X(at), Top, X(at), Top + Height);
            Label(X(at), Top + Height + 18, "middle", text);
        }
        foreach (var (at, text) in upTicks)
        {
            Pixels("grid", Left, Y(at), Left + Width, Y(at));
            Label(Left - 8, Y(at) + 4, "end", text);
        }
        Pixels("axis", Left, Top + Height, Left + Width, Top + Height);
        Pixels("axis", Left, Top, Left, Top + Height);
        Label(Left + (Width / 2), Top + Height + 38, "middle", across);
        Svg.Append($"""<text transform="translate({Number(Left - 52)} {Number(Top + (Height / 2))}) rotate(-90)" text-anchor="middle">{up}</text>""").Append('\n');
        Svg.Append($"""<text x="{Number(Left)}" y="{Number(Top - 14)}" font-weight="bold">{title}</text>""").Append('\n');
    }

    /// <summary>A line through points in the units of the axes.</summary>
    public void Curve(string kind, IEnumerable<(double X, double Y)> points) =>
        Svg.Append($"""<polyline class="{kind}" fill="none" points="{string.Join(' ', points.Select(p => $"{Number(X(p.X))},{Number(Y(p.Y))}"))}"/>""").Append('\n');

    /// <summary>A dot.</summary>
    public void Dot(string kind, double x, double y) => Svg.Append($"""<circle class="{kind}" cx="{Number(X(x))}" cy="{Number(Y(y))}" r="3"/>""").Append('\n');

    /// <summary>A filled square from its lower left corner, in the units of the axes; a little wider, so that neighbours leave no seam.</summary>
    public void Square(double x, double y, double side, string fill)
    {
        const double Seam = 0.3;
        var (width, height) = (Number(X(x + side) - X(x) + Seam), Number(Y(y) - Y(y + side) + Seam));
        Svg.Append($"""<rect x="{Number(X(x))}" y="{Number(Y(y + side))}" width="{width}" height="{height}" fill="{fill}"/>""").Append('\n');
    }

    /// <summary>An entry of a legend, in pixels from the upper left corner of the panel.</summary>
    public void Legend(string kind, bool isDot, double right, double down, string text)
    {
        if (isDot) Svg.Append($"""<circle class="{kind}" cx="{Number(Left + right + 15)}" cy="{Number(Top + down)}" r="3"/>""").Append('\n');
        else Pixels(kind, Left + right, Top + down, Left + right + 30, Top + down);
        Label(Left + right + 38, Top + down + 4, "start", text);
    }

    /// <summary>A text at a place in the units of the axes.</summary>
    public void Note(double x, double y, string anchor, string text) => Label(X(x), Y(y), anchor, text);

    /// <summary>1, 2 and 5 times powers of ten between both ends, for a logarithmic axis.</summary>
    public static IEnumerable<(double At, string Text)> LogarithmicTicks(double low, double high)
    {
        for (var power = Math.Floor(Math.Log10(low)); power <= Math.Log10(high); power++)
        {
            foreach (var factor in (double[])[1, 2, 5])
            {
                var at = factor * Math.Pow(10, power);
                if (at >= low && at <= high) yield return (at, at.ToString("g3", CultureInfo.InvariantCulture));
            }
        }
    }

    private double X(double value) => Left + (Width * Share(value, Across));

    private double Y(double value) => Top + Height - (Height * Share(value, Up));

    private double Share(double value, (double Low, double High) axis) =>
        IsLogarithmic ? Math.Log(value / axis.Low) / Math.Log(axis.High / axis.Low) : (value - axis.Low) / (axis.High - axis.Low);

    private void Pixels(string kind, double x1, double y1, double x2, double y2) =>
        Svg.Append($"""<line class="{kind}" x1="{Number(x1)}" y1="{Number(y1)}" x2="{Number(x2)}" y2="{Number(y2)}"/>""").Append('\n');

    private void Label(double x, double y, string anchor, string text) =>
        Svg.Append($"""<text x="{Number(x)}" y="{Number(y)}" text-anchor="{anchor}">{text}</text>""").Append('\n');

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
