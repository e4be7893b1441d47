using System.Collections.Immutable;
using System.Text;
using Orowan.Cases;
using Orowan.Claims;
using Orowan.Formats;

namespace Orowan.Audit;

/// <summary>What an audit judges: everything that its results depend on, besides the ledger, the families and the solver.</summary>
/// <param name="Entries">The lines of the ledger, in its order.</param>
/// <param name="Paper">The paper asked for; null for both.</param>
/// <param name="Claims">The ids asked for, in the ledger's order; empty for all.</param>
/// <param name="Cases">Cases of each family.</param>
/// <param name="Seed">Seed of the families.</param>
internal sealed record AuditPlan(ImmutableArray<Entry> Entries, string? Paper, ImmutableArray<string> Claims, int Cases, ulong Seed)
{
    /// <summary>The user's solver under audit; null for ours.</summary>
    public SolverCommand? Solver { get; init; }

    /// <summary>Whether the families draw their larger cases.</summary>
    public bool IsDeep { get; init; }

    /// <summary>The plan that a command line asks for.</summary>
    /// <exception cref="InputException">A claim is not in the ledger or not of the paper, or nothing is left to judge.</exception>
    public static AuditPlan Of(IReadOnlyList<Entry> ledger, string? paper, IReadOnlyList<string> ids, int cases, ulong seed)
    {
        var wanted = ids.Select(id => NearestIds.Find(ledger, id).Id).ToHashSet(StringComparer.Ordinal);
        if (paper is not null && wanted.FirstOrDefault(id => !IsOf(id, paper)) is { } stranger)
            throw new InputException($"--claim {stranger}: expected a claim of paper {paper}");
        var entries = ledger
            .Where(entry => (wanted.Count == 0 || wanted.Contains(entry.Id)) && (paper is null || IsOf(entry.Id, paper)))
            .ToImmutableArray();
        if (entries.IsEmpty)
            throw new InputException($"--paper {paper}: expected a paper with claims in the ledger, found none of this one");
        return new(entries, paper, wanted.Count == 0 ? [] : [.. entries.Select(entry => entry.Id)], cases, seed);
    }

    /// <summary>The command line that repeats this audit, without what does not change its results.</summary>
    public string Command
    {
        get
        {
            var command = new StringBuilder("orowan audit");
            if (Paper is not null) command.Append($" --paper {Paper}");
            foreach (var id in Claims) command.Append($" --claim {id}");
            command.Append($" --cases {Cases} --seed {Seed}");
            if (Solver is not null) command.Append($" --solver {Solver.Quoted}");
            return command.Append(IsDeep ? " --deep" : "").ToString();
        }
    }

    /// <summary>The command line that repeats the audit of one claim.</summary>
    public string CommandFor(string id) => (this with { Paper = null, Claims = [id] }).Command;

    /// <summary>The paper of a claim: its id begins with it.</summary>
    public static string PaperOf(string id) => id[..1];

    private static bool IsOf(string id, string paper) => string.Equals(PaperOf(id), paper, StringComparison.Ordinal);
}

/// <summary>A statement under judgement: the claim of a ledger line that should hold, or its form as printed that should fail.</summary>
/// <remarks>A class and not a record: two forms are the same when they are one, however much they look alike.</remarks>
internal sealed class Form(Entry entry, IClaim claim, bool shouldHold)
{
    public Entry Entry { get; } = entry;

    public IClaim Claim { get; } = claim;

    public bool ShouldHold { get; } = shouldHold;

    /// <summary>The forms of a line: two when it is corrected, none when it is not numerical.</summary>
    public static IEnumerable<Form> Of(Entry entry)
    {
        if (entry.Expected == Status.NotNumerical) yield break;
        if (entry.Claim is { } claim) yield return new(entry, claim, shouldHold: true);
        if (entry.Printed is { } printed) yield return new(entry, printed, shouldHold: false);
    }
}

/// <summary>Where a subject came from: number <paramref name="Index"/> of a family.</summary>
/// <param name="Number">Its place among all draws of the audit.</param>
internal sealed record Draw(IFamily Family, int Index, int Number);

/// <summary>Every <paramref name="Of"/>-th index of each family, beginning with <paramref name="Index"/> - 1.</summary>
internal sealed record Shard(int Index, int Of)
{
    public static Shard Whole { get; } = new(1, 1);

    public bool Contains(int index) => index % Of == Index - 1;
}
