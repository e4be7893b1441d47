using Orowan.Claims;
using Orowan.Claims.Annihilation;
using Orowan.Formats;
using Xunit;

namespace Orowan.Tests.Claims;

/// <summary>The table of faults: each claim holds on the example of each of its faults, and is violated once the fault is put in.</summary>
public sealed class FaultTable
{
    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var entry in Ledger.Entries)
            {
                foreach (var fault in entry.Faults) rows.Add(entry.Id, fault.Name);
            }
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_claim_holds_unbroken_and_is_violated_broken(string id, string fault)
    {
        var (claim, broken) = (Shared.Claim(id), Shared.Entry(id).Faults.Single(f => string.Equals(f.Name, fault, StringComparison.Ordinal)));
        var unbroken = claim.Judge(broken.Example, Shared.Solver);
        Assert.True(unbroken.Verdict is Verdict.Holds, $"unbroken: {Shared.Describe(unbroken)}");
        var judged = broken.Judge(claim, Shared.Solver);
        Assert.True(judged.Verdict is Verdict.Violated, $"broken: {Shared.Describe(judged)}");
    }

    private static readonly Dictionary<string, LineCase> Examples = new(StringComparer.Ordinal)
    {
        ["(+, +, -)"] = LineExamples.PlusPlusMinus,
        ["two blocks"] = LineExamples.TwoBlocks,
        ["general potentials"] = LineExamples.GeneralBlocks,
        ["mirror image"] = LineExamples.Mirror,
    };

    public static TheoryData<string> ExampleNames => [.. Examples.Keys];

    /// <summary>The broken codes of the table differ from this one by their fault alone.</summary>
    [Theory]
    [MemberData(nameof(ExampleNames))]
    public void The_small_solver_without_a_fault_violates_nothing(string example)
    {
        var subject = Examples[example];
        var run = LineFaults.Naive(Shared.Solver).Solve(subject);
        Assert.All(Shared.Check(subject, run), judged => Assert.False(judged.Value.Verdict is Verdict.Violated, $"{judged.Key}: {Shared.Describe(judged.Value)}"));
    }

    [Fact]
    public void Every_claim_has_a_fault() =>
        Assert.Empty(Ledger.Entries.Where(entry => entry.Claim is not null && entry.Faults.Count == 0).Select(entry => entry.Id));

    [Fact]
    public void The_faults_of_a_claim_have_different_names() =>
        Assert.All(Ledger.Entries, entry => Assert.Equal(entry.Faults.Count, entry.Faults.Select(f => f.Name).Distinct(StringComparer.Ordinal).Count()));
}
