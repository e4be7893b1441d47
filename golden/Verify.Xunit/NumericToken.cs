using System.Text.RegularExpressions;

namespace Orowan.Golden;

/// <summary>A number, a word (or a single sign), or white space; lines and columns count from 1.</summary>
internal readonly record struct NumericToken(bool IsNumber, string Text, int Line, int Column)
{
    // No integer type writes a point or an exponent, and a count that is off by one is wrong at any tolerance.
    public bool IsInteger => IsNumber && Text.AsSpan().IndexOfAny(".eE") < 0;
}

/// <summary>Cuts a golden file into tokens that together are the whole text.</summary>
/// <remarks>
/// A number touches no letter, digit or further point: x1, 1.2.3 and 5ms are words, and are compared as such; write 5 ms. NaN and
/// Infinity are words too, so they equal themselves and no number. Header lines hold no numbers: the tolerance itself is exact.
/// </remarks>
internal static partial class NumericTokens
{
    public static List<NumericToken> Of(string text)
    {
        var body = NumericRule.Header(text).Sum(line => line.Length + 1);
        var tokens = new List<NumericToken>();
        var (line, start) = (1, 0);
        foreach (Match match in Token().Matches(text))
        {
            var isNumber = match.Groups["number"].Success && match.Index >= body;
            tokens.Add(new NumericToken(isNumber, match.Value, line, match.Index - start + 1));
            if (match.ValueSpan is "\n")
                (line, start) = (line + 1, match.Index + 1);
        }

        return tokens;
    }

    [GeneratedRegex(
        """(?<number>(?<![\w.])[-+]?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?(?!\w|\.[0-9]))|\n|[^\S\n]+|\w+|\S""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Token();
}
