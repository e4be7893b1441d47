using System.Collections.Immutable;
using Orowan.Cases;
using Orowan.Claims;
using Orowan.Formats;

namespace Orowan.Audit;

/// <summary>Makes the report of an audit's findings, and collects the cases that it refers to.</summary>
internal sealed class ReportBuilder(AuditPlan plan, ImmutableArray<FormFindings> findings, RunShares shares)
{
    private readonly List<RecordedCase> cases = [];

    public Report Build(string commit)
    {
        ImmutableArray<ClaimReport> claims = [.. plan.Entries.Select(OfEntry)];
        return new(plan, commit, claims, [.. cases], shares);
    }

    private ClaimReport OfEntry(Entry entry)
    {
        var own = findings.FirstOrDefault(found => ReferenceEquals(found.Form.Entry, entry) && found.Form.ShouldHold);
        var printed = findings.FirstOrDefault(found => ReferenceEquals(found.Form.Entry, entry) && !found.Form.ShouldHold);
        if (own is null && printed is null) return new(entry, entry.Claim ?? entry.Printed, entry.Expected, null, new Tally());
        if (own is null) return OfPrinted(printed!, entry.Id);
        var block = OfHolding(own);
        return printed is null ? block : block with { Printed = OfPrinted(printed, $"{entry.Id}.printed") };
    }

    private ClaimReport OfHolding(FormFindings found)
    {
        var block = Block(found, found.Form.Entry.Expected) with { Sharpest = Sharpest(found.Tally.Sharpest, found.Form.Entry.Id) };
        return found.Shrunk is { } shrunk ? block with { ViolatedFile = Record($"{found.Form.Entry.Id}.violated", shrunk) } : block;
    }

    /// <summary>The counterexample of the ledger stands for a refuted statement: it is smaller than what was drawn.</summary>
    private ClaimReport OfPrinted(FormFindings found, string name)
    {
        var block = Block(found, Status.Refuted);
        if (found.Form.Entry.Counterexample is not { } counterexample)
            return block with { Sharpest = Sharpest(found.Tally.Sharpest, name) };
        var file = Record(name, counterexample);
        return block with
        {
            Sharpest = found.Counterexample?.Worst is { } worst ? new(worst, file, "the counterexample of the ledger") : null,
            CounterexampleFile = file,
            CounterexampleVerdict = found.Counterexample?.Verdict,
        };
    }

    private ClaimReport Block(FormFindings found, Status status) =>
        new(found.Form.Entry, found.Form.Claim, status, found.Tally.Verdict, found.Tally) { FirstUndecided = FirstUndecided(found) };

    private SharpestReport? Sharpest(Witness? witness, string name) =>
        witness is { From: { } draw, Finding.Worst: { } worst } ? new(worst, Record(name, Subject(draw)), Origin(draw)) : null;

    private UndecidedReport? FirstUndecided(FormFindings found)
    {
        if (found.Tally.FirstUndecided is not { From: { } draw } witness) return null;
        var name = found.Form.ShouldHold ? $"{found.Form.Entry.Id}.undecided" : $"{found.Form.Entry.Id}.printed.undecided";
        return new(Record(name, Subject(draw)), Origin(draw), FindingText.Why(witness.Finding));
    }

    private ISubject Subject(Draw draw) => draw.Family.At(plan.Seed, draw.Index);

    private static string Origin(Draw draw) => $"number {draw.Index} of the family {draw.Family.Name}";

    private string Record(string name, ISubject subject)
    {
        var file = $"{ReportFolder.Cases}/{name}.json";
        cases.Add(new(file, subject));
        return file;
    }
}
