using System.Collections.Immutable;
using Orowan.Cases;
using Orowan.Claims;
using Orowan.Formats;

namespace Orowan.Audit;

/// <summary>How a claim stands to what the ledger expects of it, from best to worst.</summary>
internal enum Standing
{
    /// <summary>As the ledger says.</summary>
    AsExpected,

    /// <summary>Not decided.</summary>
    Undecided,

    /// <summary>What should fail as printed no longer does.</summary>
    Moved,

    /// <summary>What should hold is violated.</summary>
    Violated,
}

/// <summary>The finding that a claim's block shows.</summary>
/// <param name="Comparison">Value, bound, uncertainty, place.</param>
/// <param name="CaseFile">Its case, relative to the report.</param>
/// <param name="Origin">Where the case comes from, in words.</param>
internal sealed record SharpestReport(Comparison Comparison, string CaseFile, string Origin);

/// <summary>A case that could not be decided.</summary>
/// <param name="Why">The error, or the uncertainty that is too large.</param>
internal sealed record UndecidedReport(string CaseFile, string Origin, string Why);

/// <summary>The block of one statement.</summary>
/// <param name="Claim">Null for a statement that is not numerical.</param>
/// <param name="Verdict">Null when there is nothing to judge.</param>
internal sealed record ClaimReport(Entry Entry, IClaim? Claim, Status Status, Verdict? Verdict, Tally Tally)
{
    public SharpestReport? Sharpest { get; init; }

    public UndecidedReport? FirstUndecided { get; init; }

    /// <summary>The ledger's counterexample, relative to the report; null when there is none.</summary>
    public string? CounterexampleFile { get; init; }

    /// <summary>The verdict on the counterexample; null when it is inadmissible or there is none.</summary>
    public Verdict? CounterexampleVerdict { get; init; }

    /// <summary>The simplest violating case found, relative to the report.</summary>
    public string? ViolatedFile { get; init; }

    /// <summary>The block of the statement as printed, for a corrected claim.</summary>
    public ClaimReport? Printed { get; init; }

    public string Id => Entry.Id;

    /// <summary>The statement; for one that is not numerical, why it is not.</summary>
    public string Statement => Claim?.Statement ?? $"Not numerical: {Entry.Reason}";

    /// <summary>Where the constants come from; null where there are none.</summary>
    public string? Derivation => Claim?.Derivation;

    public Standing Standing => Status switch
    {
        Status.NotNumerical => Standing.AsExpected,
        Status.Refuted => AsRefuted,
        Status.Corrected when Printed is { } printed && printed.Standing > AsHolding => printed.Standing,
        _ => AsHolding,
    };

    private Standing AsHolding => Verdict switch
    {
        Claims.Verdict.Holds => Standing.AsExpected,
        Claims.Verdict.Violated => Standing.Violated,
        _ => Standing.Undecided,
    };

    /// <summary>The ledger's own counterexample must do it, where there is one; another violating case is no substitute.</summary>
    private Standing AsRefuted => (CounterexampleFile is null ? Verdict : CounterexampleVerdict) switch
    {
        Claims.Verdict.Violated => Standing.AsExpected,
        Claims.Verdict.Undecided => Standing.Undecided,
        _ => Standing.Moved,
    };
}

/// <summary>A case that stands beside the report.</summary>
internal sealed record RecordedCase(string File, ISubject Subject);

/// <summary>All that an audit found. No time and no place enters it: the same audit gives the same bytes.</summary>
internal sealed record Report(
    AuditPlan Plan, string Commit, ImmutableArray<ClaimReport> Claims, ImmutableArray<RecordedCase> Cases, RunShares Shares)
{
    /// <summary>The worst standing of all.</summary>
    public Standing Standing => Claims.Max(claim => claim.Standing);

    public int ExitStatus => Standing switch
    {
        Standing.AsExpected => Audit.ExitStatus.AsExpected,
        Standing.Undecided => Audit.ExitStatus.Undecided,
        _ => Audit.ExitStatus.Violated,
    };
}
