using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
using Orowan.Formats;

namespace Orowan.Audit;

/// <summary>Options whose errors say what was expected.</summary>
internal static class Arguments
{
    /// <summary>A whole number in a range.</summary>
    public static Option<T> WholeNumber<T>(string name, string helpName, T least, T most, T usual, string description)
        where T : struct, IBinaryInteger<T> =>
        new(name)
        {
            Description = description,
            HelpName = helpName,
            DefaultValueFactory = _ => usual,
            CustomParser = result => Number(result, name, least, most),
        };

    /// <summary>One word of a few.</summary>
    public static Option<string?> Word(string name, IReadOnlyList<string> words, string description) =>
        new(name)
        {
            Description = description,
            HelpName = string.Join('|', words),
            CustomParser = result => OneOf(result, name, words),
        };

    /// <summary>The name of a file or a folder; an empty one is refused here.</summary>
    public static Option<string?> Name(string name, string helpName, string description) =>
        new(name)
        {
            Description = description,
            HelpName = helpName,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (text.Length == 0) result.AddError($"{name}: expected a name, found an empty one");
                return text;
            },
        };

    /// <summary>A user's solver.</summary>
    public static Option<SolverCommand?> Solver(Session session, string description) =>
        new("--solver")
        {
            Description = description
                + " A program and its arguments, run once for each case: it reads the case (JSON) from its standard input, or from the file "
                + $"whose name stands where CMD has {SolverCommand.CaseFile}, and writes the trajectory (JSON) to its standard output. "
                + "There is no time limit; what it writes to its standard error is shown. Where its exit status is not 0, or its output "
                + "is no trajectory of the case, claims are undecided with the error. A trajectory without an uncertainty is taken to be "
                + "right to 10 times the case's tolerance.",
            HelpName = "CMD",
            CustomParser = result =>
            {
                try
                {
                    return SolverCommand.Parse(result.Tokens[0].Value, session.Environment);
                }
                catch (InputException error)
                {
                    result.AddError(error.Message);
                    return null;
                }
            },
        };

    /// <summary>A whole number in a range, or an error of the option.</summary>
    public static T Number<T>(ArgumentResult result, string name, T least, T most)
        where T : struct, IBinaryInteger<T>
    {
        var text = result.Tokens[0].Value;
        if (T.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        result.AddError($"{name}: expected a whole number from {least} to {most}, found '{OneLine.Clip(text, 40)}'");
        return least;
    }

    private static string? OneOf(ArgumentResult result, string name, IReadOnlyList<string> words)
    {
        var text = result.Tokens[0].Value;
        if (words.Contains(text, StringComparer.Ordinal)) return text;
        result.AddError($"{name}: expected {string.Join(" or ", words)}, found '{OneLine.Clip(text, 40)}'");
        return null;
    }
}
