using System.CommandLine;
using Orowan.Claims;
using Orowan.Formats;

namespace Orowan.Audit;

/// <summary><c>orowan claims</c>: the catalogue, or all about one claim.</summary>
internal static class ClaimsCommand
{
    public static Command Build(Session session)
    {
        var id = new Argument<string?>("ID") { Description = "A claim; without it all are listed.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("claims", "Lists the claims; with ID: its statement, constants and derivation, tests, status.") { id };
        command.SetAction(parsed =>
        {
            var page = new Page(session.Output);
            if (parsed.GetValue(id) is { } wanted) Show(page, session, NearestIds.Find(session.Ledger, wanted));
            else List(page, session);
            return ExitStatus.AsExpected;
        });
        return command;
    }

    private static void List(Page page, Session session)
    {
        var table = new TextTable("claim", "expected", "label", "statement");
        foreach (var entry in session.Ledger)
        {
            var statement = (entry.Claim ?? entry.Printed)?.Statement ?? entry.Reason;
            table.Add(entry.Id, ReportJson.Word(entry.Expected), entry.Label, OneLine.Of(statement ?? ""));
        }
        table.Write(page);
        page.Line();
        page.Prose($"{Summary.Count(session.Ledger.Count, "claim")}; 'orowan claims ID' tells all about one.");
    }

    private static void Show(Page page, Session session, Entry entry)
    {
        var claim = entry.Claim ?? entry.Printed;
        page.Line($"{entry.Id}  {entry.Label}");
        page.Line();
        Part(page, entry.Expected == Status.Corrected ? "Statement, corrected" : "Statement", claim?.Statement);
        Part(page, "Constants and derivation", claim?.Derivation);
        Part(page, "Expected", ReportJson.Word(entry.Expected));
        Part(page, "Remark", entry.Reason);
        if (claim is not null) Part(page, "How it is tested", Testing(session, entry, claim));
        if (entry is { Claim: not null, Printed: { } printed })
        {
            Part(page, "Statement as printed", printed.Statement);
            Part(page, "Constants and derivation of the printed form", printed.Derivation);
        }
        if (entry.Counterexample is not { } counterexample) return;
        page.Line("Counterexample to the printed form");
        foreach (var line in CaseFormat.ToJson(counterexample).TrimEnd().Split('\n')) page.Line($"  {line}");
    }

    private static string Testing(Session session, Entry entry, IClaim claim)
    {
        var families = session.FamiliesOf(claim.SubjectType);
        var drawn = families.Count == 0
            ? "no family draws such cases"
            : $"cases of {string.Join(", ", families.Select(family => family.Name))}";
        var faults = entry.Faults.Count == 0
            ? "no fault is recorded"
            : $"faults that it must notice: {string.Join("; ", entry.Faults.Select(fault => fault.Name))}";
        return $"On {SubjectText.Of(claim.SubjectType)}: {drawn}; {faults}.";
    }

    private static void Part(Page page, string title, string? text)
    {
        if (text is null) return;
        page.Line(title);
        page.Prose(text);
        page.Line();
    }
}
