using System.Text;
using Orowan.Cases;

namespace Orowan.Audit;

/// <summary>The report for people: the same as the JSON, with the derivation of the constants and how to repeat each finding.</summary>
internal static class ReportMarkdown
{
    /// <summary>How findings become the verdict of a claim, in words.</summary>
    public const string VerdictRule =
        "The verdict of a claim is the worst of its cases: violated if one is violated, undecided if one is undecided (the uncertainty is "
        + "too large to tell, or the check stopped with an error). It is undecided too if it holds on no case, or if more than half of the "
        + "cases are inadmissible (outside the claim's hypotheses).";

    private const string RatioRule =
        "The ratio says how sharp a claim is: 1 is equality in a bound; for an identity it is the deviation as a share of the largest "
        + "deviation that still counts as decided. It is the largest of the violated cases, or else of the holding ones, or else of the "
        + "undecided. A corrected claim has a second line for the statement as printed, which is judged on the same cases and on its "
        + "counterexample, the last of its cases and the one shown.";

    /// <param name="limits">The section on the limits; null for a report without one.</param>
    public static string Text(Report report, string? limits = null)
    {
        var text = new StringBuilder();
        text.Append("# Orowan audit\n\n");
        text.Append($"**{Escape(Summary.Of(report))}**\n\n");
        text.Append($"- Command: `{report.Plan.Command}`\n");
        text.Append($"- Cases of each family: {report.Plan.Cases}; seed: {report.Plan.Seed}\n");
        if (report.Shares.Runs > 0) text.Append($"- Particles on the line: {InWords(report.Shares)}\n");
        text.Append($"- Version: {Application.Version}; commit: {report.Commit}\n\n");
        text.Append($"{VerdictRule}\n\n{RatioRule}\n\n");
        AppendTable(text, report);
        text.Append(limits);
        foreach (var claim in report.Claims) AppendClaim(text, report, claim);
        return text.ToString();
    }

    /// <summary>How many of the runs do what the claims are about.</summary>
    private static string InWords(RunShares shares) =>
        $"{Summary.Count(shares.Runs, "run")}, of them {shares.Annihilating} with an annihilation, {shares.Simultaneous} with several at one time, "
        + $"{shares.Quiet} with none{(shares.Unknown > 0 ? $", {shares.Unknown} that do not say" : "")}";

    private static void AppendTable(StringBuilder text, Report report)
    {
        text.Append("| claim | what | expected | verdict | held | violated | undecided | inadmissible | sharpest ratio |\n");
        text.Append("|---|---|---|---|---:|---:|---:|---:|---:|\n");
        foreach (var claim in report.Claims)
        {
            AppendRow(text, claim, claim.Id);
            if (claim.Printed is { } printed) AppendRow(text, printed, $"{claim.Id} as printed");
        }
    }

    private static void AppendRow(StringBuilder text, ClaimReport claim, string name) =>
        text.Append($"| {Escape(name)} | {Escape(claim.Entry.Label)} | {ReportJson.Word(claim.Status)} | {Verdict(claim)} | ")
            .Append($"{claim.Tally.Holds} | {claim.Tally.Violated} | {claim.Tally.Undecided} | {claim.Tally.Inadmissible} | ")
            .Append($"{(claim.Sharpest is { } sharpest ? FindingText.Short(sharpest.Comparison.Ratio) : "-")} |\n");

    private static void AppendClaim(StringBuilder text, Report report, ClaimReport claim)
    {
        text.Append($"\n## {Escape(claim.Id)}: {Escape(claim.Entry.Label)}\n\n");
        AppendStatement(text, claim);
        if (claim.Entry.Reason is { } reason) text.Append($"**Remark.** {Escape(reason)}\n\n");
        if (claim.Verdict is null) return;
        AppendFindings(text, claim);
        if (claim.ViolatedFile is { } violated) text.Append($"**Simplest violating case.** [{violated}]({violated})\n\n");
        if (claim.Printed is { } printed)
        {
            text.Append("### As printed\n\n");
            AppendStatement(text, printed);
            AppendFindings(text, printed);
        }
        AppendReproduce(text, report, claim);
    }

    private static void AppendStatement(StringBuilder text, ClaimReport claim)
    {
        text.Append($"> {Escape(claim.Statement)}\n\n");
        if (claim.Derivation is { } derivation) text.Append($"**Constants and derivation.** {Escape(derivation)}\n\n");
    }

    private static void AppendFindings(StringBuilder text, ClaimReport claim)
    {
        var tally = claim.Tally;
        text.Append($"**Expected** {ReportJson.Word(claim.Status)}, **found** {Verdict(claim)}: of {Summary.Count(tally.Cases, "case")} ")
            .Append($"{tally.Holds} held, {tally.Violated} violated, {tally.Undecided} undecided, {tally.Inadmissible} inadmissible.\n\n");
        if (claim.Sharpest is { } sharpest)
        {
            text.Append($"**Sharpest case.** Ratio {sharpest.Comparison.Ratio:R}: {Escape(FindingText.Exact(sharpest.Comparison))}; ")
                .Append($"{Escape(sharpest.Origin)}, [{sharpest.CaseFile}]({sharpest.CaseFile}).\n\n");
        }
        if (claim.FirstUndecided is { } undecided)
        {
            text.Append($"**First undecided case.** {Escape(undecided.Why)}; {Escape(undecided.Origin)}, ")
                .Append($"[{undecided.CaseFile}]({undecided.CaseFile}).\n\n");
        }
    }

    private static void AppendReproduce(StringBuilder text, Report report, ClaimReport claim)
    {
        text.Append($"**Reproduce** (seed {report.Plan.Seed}; the second and later lines in this folder):\n\n");
        text.Append($"    {report.Plan.CommandFor(claim.Id)}\n");
        var printed = claim.Printed?.CounterexampleFile ?? claim.Printed?.Sharpest?.CaseFile;
        string?[] files = [claim.Sharpest?.CaseFile, claim.ViolatedFile, claim.FirstUndecided?.CaseFile, printed];
        foreach (var file in files.OfType<string>()) text.Append($"    orowan replay {file}{(report.Plan.Solver is { } solver ? $" --solver {solver.Quoted}" : "")}\n");
    }

    private static string Verdict(ClaimReport claim) => claim.Verdict is { } verdict ? verdict.ToString() : "not judged";

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in OneLine.Of(text))
        {
            if (c is '\\' or '`' or '*' or '_' or '<' or '>' or '|' or '[' or ']' or '#' or '~') escaped.Append('\\');
            escaped.Append(c);
        }
        return escaped.ToString();
    }
}
