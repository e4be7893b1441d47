using Spectre.Console;

namespace Orowan.Audit;

/// <summary>Where results are printed: coloured on a terminal, plain everywhere else.</summary>
internal sealed class Page(TextWriter writer)
{
    private readonly IAnsiConsole console = Terminal.Of(writer);

    /// <summary>Lines of prose, broken between words.</summary>
    public void Prose(string text, string indent = "")
    {
        foreach (var line in OneLine.Wrap(text, indent)) writer.WriteLine(line);
    }

    /// <summary>A line as it is.</summary>
    public void Line(string line = "") => writer.WriteLine(line);

    /// <summary>Cells side by side, without blanks at the end of the line.</summary>
    public void Line(IReadOnlyList<Cell> cells, string gap)
    {
        if (!console.Profile.Capabilities.Ansi)
        {
            writer.WriteLine(string.Join(gap, cells.Select(cell => cell.Text)).TrimEnd());
            return;
        }
        // A window narrower than the table breaks lines itself; broken here as well they could not be read at all.
        console.Profile.Width = Math.Max(console.Profile.Width, OneLine.Width);
        console.MarkupLine(string.Join(gap, cells.Select(Coloured)).TrimEnd());
    }

    private static string Coloured(Cell cell) =>
        cell.Colour is { } colour ? $"[{colour}]{Markup.Escape(cell.Text)}[/]" : Markup.Escape(cell.Text);
}

/// <summary>The terminal behind a writer, if there is one.</summary>
internal static class Terminal
{
    /// <summary>A console that writes escape codes to a terminal only; a build server that shows colours is not one.</summary>
    public static IAnsiConsole Of(TextWriter writer)
    {
        var output = new AnsiConsoleOutput(writer);
        return AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = output,
            Ansi = output.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            Interactive = output.IsTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
    }
}
