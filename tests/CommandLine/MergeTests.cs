using Orowan.Audit;
using Orowan.Cases;
using Orowan.Claims;
using Xunit;

namespace Orowan.Tests.CommandLine;

public sealed class MergeTests : IDisposable
{
    private static readonly Entry[] Ledger =
        [Toys.Holding(), Toys.Corrected(5), Toys.Violated(), Toys.Vague(), Toys.Narrow(3), Toys.Crashing()];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(1, 20)]
    [InlineData(3, 20)]
    [InlineData(5, 4)]
    public void Parts_merge_to_the_bytes_of_the_whole(int parts, int cases)
    {
        Run("audit", "--cases", $"{cases}", "--out", "whole");
        // The last part first: the order of the parts must not matter.
        var names = Enumerable.Range(1, parts).Reverse().Select(part => Part(part, parts, cases)).ToArray();
        var answer = Run(["merge", .. names, "--out", "merged"]);
        Assert.Equal(ExitStatus.Violated, answer.Status);
        Assert.Equal(folder.Contents("whole"), folder.Contents("merged"));
    }

    [Fact]
    public void Parts_of_the_real_ledger_merge_to_the_bytes_of_the_whole()
    {
        Real("audit", "--cases", "6", "--paper", "A", "--out", "whole");
        Real("audit", "--cases", "6", "--paper", "A", "--out", "one", "--shard", "1/2");
        Real("audit", "--cases", "6", "--paper", "A", "--out", "two", "--shard", "2/2");
        Real("merge", "one", "two", "--out", "merged");
        Assert.Equal(folder.Contents("whole"), folder.Contents("merged"));
        Assert.Matches(
            @"\n- Particles on the line: 6 runs, of them \d with an annihilation, \d with several at one time, \d with none\n",
            File.ReadAllText(folder.File("merged/report.md")));
    }

    [Fact]
    public void A_part_that_is_missing_doubled_or_of_another_audit_is_refused()
    {
        var (one, two, other) = (Part(1, 2, 4), Part(2, 2, 4), Part(2, 2, 5));
        Refused("expected part 2/2 once, found it nowhere", one);
        Refused("expected part 2/2 once, found it 2 times", one, two, two);
        Refused("expected a part of the same audit", one, other);
        Assert.False(Directory.Exists(folder.File("merged")));
    }

    [Fact]
    public void A_whole_audit_is_not_taken_for_a_part_that_stood_in_its_folder()
    {
        var one = Part(1, 1, 4);
        Run("audit", "--cases", "4", "--out", one);
        Refused("shard.json", one);
    }

    [Fact]
    public void A_report_compared_with_itself_has_not_moved()
    {
        Run("audit", "--cases", "7", "--out", "one");
        Assert.Equal(
            new Answer(ExitStatus.AsExpected, "0 moved (status or verdict), 0 shifted (count or ratio).\n", ""),
            Run("compare", "one", "one/report.json"));
    }

    [Fact]
    public void More_cases_shift_counts_and_another_verdict_moves()
    {
        Run("audit", "--claim", "A-few", "--cases", "2", "--seed", "0", "--out", "two");
        Run("audit", "--claim", "A-few", "--cases", "3", "--seed", "0", "--out", "three");
        Run("audit", "--claim", "A-few", "--cases", "4", "--seed", "0", "--out", "four");
        var shifted = Run("compare", "two", "three");
        Assert.Equal(ExitStatus.AsExpected, shifted.Status);
        // Cases, holding cases, and the ratio 4/4 instead of 3/4.
        Assert.Contains("0 moved (status or verdict), 3 shifted", shifted.Output, StringComparison.Ordinal);
        var moved = Run("compare", "three", "four");
        Assert.Equal(ExitStatus.Violated, moved.Status);
        Assert.Contains(
            moved.OutputLines, line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["A-few", "verdict", "Holds", "Violated"]);
    }

    private string Part(int part, int parts, int cases)
    {
        var name = $"part-{part}-of-{parts}-{cases}";
        Run("audit", "--cases", $"{cases}", "--out", name, "--shard", $"{part}/{parts}");
        return name;
    }

    private void Refused(string expected, params string[] parts)
    {
        var answer = Run(["merge", .. parts, "--out", "merged"]);
        Assert.Equal((ExitStatus.Usage, ""), (answer.Status, answer.Output));
        Assert.Contains(expected, Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    private Answer Run(params string[] args) => Terminal.Run(folder, Ledger, [Toys.Family], args);

    private void Real(params string[] args) =>
        Assert.DoesNotContain(
            Terminal.Run(folder, [.. Orowan.Claims.Ledger.Entries], [.. Families.All], args).ErrorLines,
            line => !line.Contains("cases (", StringComparison.Ordinal));
}
