using System.Collections.Immutable;
using System.CommandLine;
using Orowan.Cases;
using Orowan.Formats;

namespace Orowan.Audit;

/// <summary><c>orowan merge</c>: one report of all parts of an audit, the same bytes as without parts.</summary>
internal static class MergeCommand
{
    public static Command Build(Session session)
    {
        var parts = new Argument<string[]>("DIR")
        {
            Description = "Folders that 'orowan audit --shard' wrote, one for each part.",
            Arity = ArgumentArity.OneOrMore,
        };
        var folder = Arguments.Name("--out", "DIR", "Folder of the report.");
        folder.Required = true;
        var command = new Command("merge", "Makes one report of all parts of an audit.") { parts, folder };
        command.SetAction(parsed => Run(session, parsed.GetRequiredValue(parts), parsed.GetRequiredValue(folder)!));
        return command;
    }

    private static int Run(Session session, string[] names, string name)
    {
        var parts = names
            .Select(part => ShardFormat.Read(Path.Combine(Path.GetFullPath(part, session.Folder), ReportFolder.ShardFile)))
            .ToImmutableArray();
        RequireOneAudit(parts);
        var folder = ReportFolder.Open(name, session.Folder);
        var plan = AuditPlan.Of(session.Ledger, parts[0].Paper, parts[0].Claims, parts[0].Cases, parts[0].Seed) with
        {
            Solver = parts[0].Solver is { } solver ? SolverCommand.Parse(solver, session.Environment) : null,
            IsDeep = parts[0].IsDeep,
        };
        var auditor = new Auditor(plan, session);
        var tallies = auditor.Forms.Select(form => Joined(auditor, form, parts)).ToImmutableArray();
        var shares = parts.Aggregate(RunShares.None, (sum, part) => sum.Plus(part.Shares));
        var report = new ReportBuilder(plan, auditor.Conclude(tallies, Environment.ProcessorCount), shares).Build(parts[0].Commit);
        var limits = LimitsSection.Of(report);
        session.Cancellation.ThrowIfCancellationRequested();
        folder.Write(report, limits);
        return AuditCommand.Finish(session, report, name);
    }

    private static Tally Joined(Auditor auditor, Form form, ImmutableArray<ShardCounts> parts)
    {
        var tally = new Tally();
        foreach (var part in parts)
        {
            var counts = part.Tallies
                .Where(counts => counts.ShouldHold == form.ShouldHold)
                .FirstOrDefault(counts => string.Equals(counts.Id, form.Entry.Id, StringComparison.Ordinal))
                ?? throw new InputException($"{part.Source}: expected counts of {form.Entry.Id}, found none");
            tally.Join(
                counts.Holds,
                counts.Violated,
                counts.Undecided,
                counts.Inadmissible,
                Witness(counts.Sharpest),
                Witness(counts.FirstUndecided));

            Witness? Witness(long? number) => number is not { } known
                ? null
                : auditor.WitnessOf(form, known)
                    ?? throw new InputException($"{part.Source}: expected the number of a case for {form.Entry.Id}, found {known}");
        }
        return tally;
    }

    private static void RequireOneAudit(ImmutableArray<ShardCounts> parts)
    {
        var first = parts[0];
        if (parts.FirstOrDefault(part => !IsSameAudit(part, first)) is { } other)
            throw new InputException(
                $"{other.Source}: expected a part of the same audit as {first.Source}, "
                + "found another commit, seed, solver, depth, number of cases or parts, or other claims");
        foreach (var index in Enumerable.Range(1, first.Shard.Of))
        {
            var found = parts.Count(part => part.Shard.Index == index);
            if (found != 1)
                throw new InputException(
                    $"expected part {index}/{first.Shard.Of} once, found it {(found == 0 ? "nowhere" : $"{found} times")}");
        }
    }

    private static bool IsSameAudit(ShardCounts a, ShardCounts b) =>
        (a.Commit, a.Seed, a.Cases, a.Paper, a.Solver, a.IsDeep, a.Shard.Of) == (b.Commit, b.Seed, b.Cases, b.Paper, b.Solver, b.IsDeep, b.Shard.Of)
            && a.Claims.SequenceEqual(b.Claims, StringComparer.Ordinal);
}
