using Orowan.Claims;

namespace Orowan.Audit;

/// <summary>A cell; the colour repeats what the text says.</summary>
internal readonly record struct Cell(string Text, string? Colour = null)
{
    public static implicit operator Cell(string text) => new(text);

    /// <summary>A verdict as a word.</summary>
    public static Cell Of(Verdict? verdict) => new(FindingText.Word(verdict), verdict switch
    {
        Verdict.Holds => "green",
        Verdict.Undecided => "yellow",
        Verdict.Violated => "red",
        _ => null,
    });
}

/// <summary>A table of lines that are never wider than <see cref="OneLine.Width"/> and never wrapped: the last column gives way.</summary>
internal sealed class TextTable(params string[] headers)
{
    private const string Gap = "  ";

    private readonly List<Cell[]> rows = [];
    private readonly HashSet<int> right = [];

    /// <summary>Sets columns of numbers against the right.</summary>
    public void Right(params int[] columns) => right.UnionWith(columns);

    public void Add(params Cell[] cells) => rows.Add(cells);

    public void Write(Page page)
    {
        var widths = Widths();
        page.Line([.. headers.Select((header, column) => new Cell(Pad(header, column, widths)))], Gap);
        page.Line([.. widths.Select(width => new Cell(new string('-', width)))], Gap);
        foreach (var row in rows) page.Line([.. row.Select((cell, column) => cell with { Text = Pad(cell.Text, column, widths) })], Gap);
    }

    private int[] Widths()
    {
        var widths = headers.Select((header, column) => rows.Select(row => row[column].Text.Length).Append(header.Length).Max()).ToArray();
        var left = OneLine.Width - (Gap.Length * (widths.Length - 1));
        // From the right: the last column is prose, and the first is an id, which should stay whole.
        for (var column = widths.Length - 1; column >= 0 && widths.Sum() > left; column--)
        {
            widths[column] = Math.Max(headers[column].Length, widths[column] - (widths.Sum() - left));
        }
        return widths;
    }

    private string Pad(string text, int column, int[] widths)
    {
        var clipped = OneLine.Clip(text, widths[column]);
        return right.Contains(column) ? clipped.PadLeft(widths[column]) : clipped.PadRight(widths[column]);
    }
}
