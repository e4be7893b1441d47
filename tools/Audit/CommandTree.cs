using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Orowan.Formats;

namespace Orowan.Audit;

/// <summary>All commands, and the one line that a wrong command line is answered with.</summary>
internal static class CommandTree
{
    private static readonly string Description =
        "Orowan checks what two papers prove about signed particles (dislocations) and their many-particle limits, by running them.\n\n"
        + $"Audit: {ReportMarkdown.VerdictRule}\n\n"
        + "Exit status: 0 every claim is as the ledger says; 1 some claim is violated, or moved; 2 something is undecided; "
        + "64 wrong usage or input; 70 a fault of this program; 130 stopped.";

    public static RootCommand Build(Session session)
    {
        var root = new RootCommand(Description)
        {
            AuditCommand.Build(session),
            ClaimsCommand.Build(session),
            SimulateCommand.Build(session),
            CheckCommand.Build(session),
            ReplayCommand.Build(session),
            MergeCommand.Build(session),
            CompareCommand.Build(session),
            DistanceCommand.Build(session),
            GoldenCommand.Build(session),
        };
        root.HelpName = "orowan";
        root.Directives.Clear();
        foreach (var option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction help }) help.MaxWidth = OneLine.Width;
            if (option is VersionOption version) version.Action = new PrintVersion();
        }
        return root;
    }

    /// <summary>The first thing wrong with a command line.</summary>
    public static InputException Refusal(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var path = command is RootCommand ? "orowan" : $"orowan {PathOf(parsed)}";
        var problem = command.Subcommands.Count > 0
            ? $"expected a command: {string.Join(", ", command.Subcommands.Select(c => c.Name))}{Found(parsed)}"
            : OneLine.Of(parsed.Errors[0].Message).TrimEnd('.');
        return new InputException($"{problem} (see '{path} --help')");
    }

    private static string Found(ParseResult parsed) =>
        parsed.UnmatchedTokens is [var first, ..] ? $"; found '{OneLine.Clip(OneLine.Of(first), 40)}'" : "";

    private static string PathOf(ParseResult parsed)
    {
        var names = new List<string>();
        for (var result = parsed.CommandResult; result is { Command: not RootCommand }; result = result.Parent as CommandResult)
        {
            names.Insert(0, result.Command.Name);
        }
        return string.Join(' ', names);
    }

    /// <summary>The version of this assembly; the parser's own answer is that of the process, which in a test is another.</summary>
    private sealed class PrintVersion : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine($"orowan {Application.Version}");
            return ExitStatus.AsExpected;
        }
    }
}
