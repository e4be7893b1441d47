using System.Collections.Immutable;
using System.Text;
using Orowan.Formats;

namespace Orowan.Audit;

/// <summary>The command line of a user's solver: a program and its arguments.</summary>
/// <param name="Text">As given.</param>
/// <param name="Words">Program and arguments, at least one.</param>
public sealed record SolverCommand(string Text, ImmutableArray<string> Words)
{
    /// <summary>The word that stands for the name of a file with the case; without it the case comes on the standard input.</summary>
    public const string CaseFile = "{}";

    /// <summary>
    /// Words are separated by blanks; single quotes keep everything between them, double quotes too but for a backslash before a quote or
    /// a backslash. No shell takes part: what needs one says so, <c>sh -c '...'</c>.
    /// </summary>
    /// <exception cref="InputException">A quote is not closed, there is no word, or no program of this name.</exception>
    public static SolverCommand Parse(string text, Func<string, string?> environment)
    {
        var words = Split(text);
        if (words.Length == 0) throw new InputException("--solver: expected a program and its arguments, found an empty text");
        if (!Exists(words[0], environment))
            throw new InputException($"--solver: expected a program that can be run, found none of the name '{OneLine.Clip(words[0], 60)}'");
        return new(text, words);
    }

    /// <summary>Whether the case goes into a file and not to the standard input.</summary>
    public bool TakesFile => Words.Any(word => word.Contains(CaseFile, StringComparison.Ordinal));

    /// <summary>The text as one word of a shell.</summary>
    public string Quoted => $"'{Text.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private static ImmutableArray<string> Split(string text)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        StringBuilder? word = null;
        char? quote = null;
        for (var k = 0; k < text.Length; k++)
        {
            var c = text[k];
            if (quote is { } open)
            {
                if (c == open) quote = null;
                else if (open == '"' && c == '\\' && k + 1 < text.Length && text[k + 1] is '"' or '\\') word!.Append(text[++k]);
                else word!.Append(c);
            }
            else if (c is '\'' or '"')
            {
                quote = c;
                word ??= new();
            }
            else if (!char.IsWhiteSpace(c))
            {
                (word ??= new()).Append(c);
            }
            else if (word is not null)
            {
                words.Add(word.ToString());
                word = null;
            }
        }
        if (quote is not null) throw new InputException("--solver: expected a closing quote, found the end of the text");
        if (word is not null) words.Add(word.ToString());
        return words.ToImmutable();
    }

    private static bool Exists(string program, Func<string, string?> environment)
    {
        if (program.Contains(Path.DirectorySeparatorChar)) return File.Exists(program);
        var folders = (environment("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string[] ends = OperatingSystem.IsWindows() ? ["", ".exe", ".cmd", ".bat"] : [""];
        return folders.Any(folder => ends.Any(end => File.Exists(Path.Combine(folder, program + end))));
    }
}
