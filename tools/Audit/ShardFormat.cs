using System.Collections.Immutable;
using System.Globalization;
using Orowan.Cases;
using Orowan.Formats;

namespace Orowan.Audit;

/// <summary>What a part of an audit found about one statement: counts, and the numbers of the draws that matter.</summary>
internal sealed record ShardTally(
    string Id, bool ShouldHold, int Holds, int Violated, int Undecided, int Inadmissible, long? Sharpest, long? FirstUndecided);

/// <summary>A part of an audit; parts of one audit differ in <paramref name="Shard"/> and in what was counted only.</summary>
internal sealed record ShardCounts(
    string Source,
    Shard Shard,
    string Commit,
    ulong Seed,
    int Cases,
    string? Paper,
    string? Solver,
    bool IsDeep,
    ImmutableArray<string> Claims,
    ImmutableArray<ShardTally> Tallies,
    RunShares Shares);

/// <summary>The JSON of a part of an audit. Findings are not in it: those that matter are judged again by the merge.</summary>
internal static class ShardFormat
{
    public static byte[] Bytes(
        AuditPlan plan, Shard shard, string commit, ImmutableArray<Form> forms, ImmutableArray<Tally> tallies, RunShares shares) =>
        JsonOutput.Bytes(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("version", Application.Version);
        writer.WriteString("commit", commit);
        writer.WriteString("seed", plan.Seed.ToString(CultureInfo.InvariantCulture));
        writer.WriteNumber("cases", plan.Cases);
        if (plan.Paper is not null) writer.WriteString("paper", plan.Paper);
        if (plan.Solver is not null) writer.WriteString("solver", plan.Solver.Text);
        if (plan.IsDeep) writer.WriteNumber("deep", 1);
        writer.WriteStartArray("claims");
        foreach (var id in plan.Claims) writer.WriteStringValue(id);
        writer.WriteEndArray();
        writer.WriteIntegers("shard", [shard.Index, shard.Of]);
        writer.WriteStartArray("tallies");
        foreach (var (form, tally) in forms.Zip(tallies))
        {
            writer.WriteStartObject();
            writer.WriteString("id", form.Entry.Id);
            writer.WriteNumber("printed", form.ShouldHold ? 0 : 1);
            writer.WriteIntegers("counts", [tally.Holds, tally.Violated, tally.Undecided, tally.Inadmissible]);
            if (tally.Sharpest?.From is { } sharpest) writer.WriteNumber("sharpest", sharpest.Number);
            if (tally.FirstUndecided?.From is { } undecided) writer.WriteNumber("undecided", undecided.Number);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteIntegers("runs", [shares.Runs, shares.Annihilating, shares.Simultaneous, shares.Unknown]);
        writer.WriteEndObject();
    });

    /// <exception cref="InputException">The file is not a part of an audit by this version.</exception>
    public static ShardCounts Read(string file) => JsonInput.ReadFile(file, at =>
    {
        at.WithOnly("version", "commit", "seed", "cases", "paper", "solver", "deep", "claims", "shard", "tallies", "runs");
        var version = at.Required("version").Text();
        if (!string.Equals(version, Application.Version, StringComparison.Ordinal))
            throw at.Required("version").Expected($"version {Application.Version}", version);
        var shard = Counts(at.Required("shard"), 2);
        if (shard[0] < 1 || shard[0] > shard[1]) throw at.Required("shard").Expected("I and N with 1 <= I <= N");
        return new ShardCounts(
            file,
            new Shard(shard[0], shard[1]),
            at.Required("commit").Text(),
            ulong.TryParse(at.Required("seed").Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
                ? seed
                : throw at.Required("seed").Expected("a seed"),
            Count(at.Required("cases")),
            at.Optional("paper")?.Text(),
            at.Optional("solver")?.Text(),
            at.Optional("deep") is not null,
            at.Required("claims").IsEmptyArray ? [] : [.. at.Required("claims").Items().Select(claim => claim.Text())],
            [.. at.Required("tallies").Items().Select(ReadTally)],
            ReadShares(at.Required("runs")));
    });

    private static ShardTally ReadTally(JsonCursor at)
    {
        at.WithOnly("id", "printed", "counts", "sharpest", "undecided");
        var counts = Counts(at.Required("counts"), 4);
        return new(
            at.Required("id").Text(), Count(at.Required("printed")) == 0, counts[0], counts[1], counts[2], counts[3],
            at.Optional("sharpest")?.WholeNumber(), at.Optional("undecided")?.WholeNumber());
    }

    private static RunShares ReadShares(JsonCursor at)
    {
        var counts = Counts(at, 4);
        return new(counts[0], counts[1], counts[2], counts[3]);
    }

    private static ImmutableArray<int> Counts(JsonCursor at, int length) =>
        at.Items() is var items && items.Length == length ? [.. items.Select(Count)] : throw at.Expected($"{length} whole numbers");

    private static int Count(JsonCursor at) =>
        at.WholeNumber() is >= 0 and <= int.MaxValue and var count ? (int)count : throw at.Expected("a whole number that is not negative");
}
