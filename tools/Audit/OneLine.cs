using System.Text;

namespace Orowan.Audit;

/// <summary>Text of any origin made fit for lines of a fixed width.</summary>
internal static class OneLine
{
    private const string Cut = "...";

    /// <summary>The widest line that is printed.</summary>
    public const int Width = 100;

    /// <summary>Runs of blanks and control characters become one blank.</summary>
    public static string Of(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0) line.Append(' ');
            foreach (var c in word.Where(c => !char.IsControl(c))) line.Append(c);
        }
        return line.ToString();
    }

    /// <summary>The text, or as much of its beginning as fits, with dots.</summary>
    public static string Clip(string text, int width) =>
        text.Length <= width ? text
        : width <= Cut.Length ? text[..Math.Max(0, width)]
        : string.Concat(text.AsSpan(0, width - Cut.Length).TrimEnd(), Cut);

    /// <summary>The text over lines of at most <paramref name="width"/>, broken between words.</summary>
    /// <param name="indent">What every line after the first begins with.</param>
    public static IEnumerable<string> Wrap(string text, string indent = "", int width = Width)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear().Append(indent).Append(word);
            }
            else
            {
                line.Append(line.Length > 0 ? " " : "").Append(word);
            }
        }
        if (line.Length > 0) yield return line.ToString();
    }
}
