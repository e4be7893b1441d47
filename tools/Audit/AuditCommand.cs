using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Orowan.Audit;

/// <summary><c>orowan audit</c>: judges the ledger on generated cases and writes the report.</summary>
internal static class AuditCommand
{
    private const int MostCases = 1_000_000;
    private const int MostJobs = 512;
    private const int MostShards = 10_000;
    private const int UsualCases = 200;
    private const int UsualDeepCases = 1000;

    public static Command Build(Session session)
    {
        var paper = Arguments.Word("--paper", ["A", "B"], "Only the claims of this paper.");
        var claims = new Option<string[]>("--claim") { Description = "Only this claim; may be given several times.", HelpName = "ID" };
        var cases = new Option<int?>("--cases")
        {
            Description = $"Cases of each family. [default: {UsualCases}; with --deep {UsualDeepCases}]",
            HelpName = "N",
            CustomParser = result => Arguments.Number(result, "--cases", 1, MostCases),
        };
        var seed = Arguments.WholeNumber("--seed", "S", 0UL, ulong.MaxValue, 1UL, "Seed of the families.");
        var jobs = Arguments.WholeNumber(
            "--jobs", "J", 1, MostJobs, Math.Min(MostJobs, Environment.ProcessorCount),
            "Cases judged at a time; changes nothing but the time.");
        var folder = Arguments.Name("--out", "DIR", "Folder of report.json, report.md and cases/. [default: audit]");
        var shard = new Option<Shard?>("--shard")
        {
            Description = "Only part I of N; 'orowan merge' makes one report of all N folders.",
            HelpName = "I/N",
            CustomParser = ParseShard,
        };
        var solver = Arguments.Solver(session, "The solver under audit instead of ours.");
        var deep = new Option<bool>("--deep")
        {
            Description = "More and larger cases: the families that have a larger profile draw it.",
        };
        var emitted = Arguments.Name(
            "--emit",
            "DIR",
            "Also writes every generated case here as X.case.json, for another program to solve and 'orowan check DIR' to judge.");
        var command = new Command("audit", "Judges every claim of the ledger on generated cases and writes a report.")
        {
            paper, claims, cases, seed, jobs, shard, folder, solver, deep, emitted,
        };
        command.SetAction(parsed =>
        {
            var ids = parsed.GetValue(claims) ?? [];
            var name = parsed.GetValue(folder) ?? "audit";
            var isDeep = parsed.GetValue(deep);
            var number = parsed.GetValue(cases) ?? (isDeep ? UsualDeepCases : UsualCases);
            var plan = AuditPlan.Of(session.Ledger, parsed.GetValue(paper), ids, number, parsed.GetValue(seed)) with
            {
                Solver = parsed.GetValue(solver),
                IsDeep = isDeep,
            };
            return Run(session, plan, parsed.GetValue(shard), parsed.GetValue(jobs), name, parsed.GetValue(emitted));
        });
        return command;
    }

    /// <summary>Prints a report that stands in <paramref name="folder"/>.</summary>
    public static int Finish(Session session, Report report, string folder)
    {
        Print(new Page(session.Output), report, folder);
        return report.ExitStatus;
    }

    private static int Run(Session session, AuditPlan plan, Shard? shard, int jobs, string name, string? emitted)
    {
        var folder = ReportFolder.Open(name, session.Folder);
        var auditor = new Auditor(plan, session);
        var part = shard ?? Shard.Whole;
        if (emitted is not null) EmittedCases.Write(emitted, session.Folder, auditor.Draws(part), plan.Seed);
        var (tallies, shares) = ProgressDisplay.Follow(session.Error, auditor.Draws(part).Count(), judged => auditor.Collect(part, jobs, judged));
        var commit = GitCommit.Of(session.Folder);
        // Before the counterexamples are counted: they belong to the whole and not to a part.
        var counts = shard is null ? null : ShardFormat.Bytes(plan, shard, commit, auditor.Forms, tallies, shares);
        var report = new ReportBuilder(plan, auditor.Conclude(tallies, jobs), shares).Build(commit);
        var limits = LimitsSection.Of(report);
        session.Cancellation.ThrowIfCancellationRequested();
        folder.Write(report, limits, counts);
        return Finish(session, report, name);
    }

    private static Shard? ParseShard(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (text.Split('/') is [var first, var second]
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && index >= 1 && index <= count && count <= MostShards)
        {
            return new(index, count);
        }
        result.AddError($"--shard: expected I/N with 1 <= I <= N <= {MostShards}, found '{OneLine.Clip(text, 40)}'");
        return null;
    }

    private static void Print(Page page, Report report, string folder)
    {
        var table = new TextTable("claim", "expected", "verdict", "held", "viol.", "undec.", "inadm.", "sharpest", "what");
        table.Right(3, 4, 5, 6, 7);
        foreach (var claim in report.Claims)
        {
            AddRow(table, claim, claim.Id, claim.Entry.Label);
            if (claim.Printed is { } printed) AddRow(table, printed, "  as printed", "with its counterexample");
        }
        table.Write(page);
        page.Line();
        page.Prose($"{Summary.Of(report)} Report: {Path.Combine(folder, "report.md")}");
    }

    private static void AddRow(TextTable table, ClaimReport claim, string name, string what) =>
        table.Add(
            name,
            ReportJson.Word(claim.Status),
            claim.Verdict is { } verdict ? Cell.Of(verdict) : "-",
            $"{claim.Tally.Holds}",
            $"{claim.Tally.Violated}",
            $"{claim.Tally.Undecided}",
            $"{claim.Tally.Inadmissible}",
            claim.Sharpest is { } sharpest ? FindingText.Short(sharpest.Comparison.Ratio) : "-",
            what);
}
