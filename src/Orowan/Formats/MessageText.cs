using System.Globalization;
using System.Text;

namespace Orowan.Formats;

/// <summary>Text from outside made fit for a message of one line.</summary>
internal static class MessageText
{
    private const int Longest = 60;

    /// <summary>Line breaks and other control characters become <c>\uXXXX</c>: a file name or a field may contain them.</summary>
    public static string OneLine(string text)
    {
        if (!text.Any(Breaks)) return text;
        var line = new StringBuilder(text.Length + 10);
        foreach (var c in text)
        {
            if (Breaks(c)) line.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else line.Append(c);
        }
        return line.ToString();
    }

    /// <summary>The beginning of a text that may be of any length.</summary>
    public static string Short(string text) => text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest), "...");

    /// <summary>What the system said, without the file that .NET appends: that may be a temporary one.</summary>
    public static string WithoutFile(IOException error)
    {
        var end = error.Message.IndexOf(" : '", StringComparison.Ordinal);
        return end < 0 ? error.Message : error.Message[..end];
    }

    private static bool Breaks(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';
}
