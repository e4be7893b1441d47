using Orowan.Audit;
using Xunit;

namespace Orowan.Tests.CommandLine;

public sealed class UsageTests
{
    [Theory]
    [InlineData("expected a command")]
    [InlineData("found 'frobnicate'", "frobnicate")]
    [InlineData("expected a command: accept", "golden")]
    [InlineData("--cases: expected a whole number from 1 to 1000000, found '0'", "audit", "--cases", "0")]
    [InlineData("found '-1'", "audit", "--cases", "-1")]
    [InlineData("found '1000000000'", "audit", "--cases", "1000000000")]
    [InlineData("found '1e3'", "audit", "--cases", "1e3")]
    [InlineData("--cases", "audit", "--cases")]
    [InlineData("--jobs: expected a whole number", "audit", "--jobs", "0")]
    [InlineData("--seed: expected a whole number", "audit", "--seed", "x")]
    [InlineData("found '18446744073709551616'", "audit", "--seed", "18446744073709551616")]
    [InlineData("2 were provided", "audit", "--seed", "1", "--seed", "2")]
    [InlineData("--paper: expected A or B, found 'C'", "audit", "--paper", "C")]
    [InlineData("no claim 'A-eq-4.50'", "audit", "--claim", "A-eq-4.50")]
    [InlineData("expected a claim of paper B", "audit", "--claim", "A-eq-4.5", "--paper", "B")]
    [InlineData("--shard: expected I/N", "audit", "--shard", "3/2")]
    [InlineData("--shard: expected I/N", "audit", "--shard", "0/2")]
    [InlineData("--shard: expected I/N", "audit", "--shard", "half")]
    [InlineData("--out", "merge", "nowhere")]
    [InlineData("nowhere", "merge", "nowhere", "--out", "report")]
    [InlineData("nowhere", "compare", "nowhere", "nowhere")]
    [InlineData("--frob", "audit", "--frob")]
    [InlineData("--out", "audit", "--out", "")]
    [InlineData("A-eq-4.5", "claims", "A-eq-4.50")]
    [InlineData("CASE", "simulate")]
    [InlineData("nowhere.json", "simulate", "nowhere.json")]
    [InlineData("nowhere.json", "replay", "nowhere.json")]
    [InlineData("directory", "replay", "/")]
    [InlineData("nowhere.json", "check", "nowhere.json", "nowhere.run.json")]
    [InlineData("expected a trajectory", "check", "nowhere.json")]
    [InlineData("nowhere.json", "replay", "nowhere.json\nsecond line")]
    public void Wrong_usage_is_one_line_and_status_64(string expected, params string[] args)
    {
        var answer = Terminal.Run(args);
        Assert.Equal(ExitStatus.Usage, answer.Status);
        Assert.Empty(answer.Output);
        Assert.Contains(expected, Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        Assert.StartsWith("orowan: ", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("audit")]
    [InlineData("claims")]
    [InlineData("simulate")]
    [InlineData("check")]
    [InlineData("replay")]
    [InlineData("merge")]
    [InlineData("distance")]
    [InlineData("compare")]
    [InlineData("golden", "accept")]
    [InlineData]
    public void Help_names_the_command_and_fits_the_terminal(params string[] command)
    {
        var answer = Terminal.Run([.. command, "--help"]);
        Assert.Equal(ExitStatus.AsExpected, answer.Status);
        Assert.Empty(answer.Error);
        Assert.Contains(string.Join(' ', ["orowan", .. command]), answer.Output, StringComparison.Ordinal);
        Assert.All(answer.OutputLines, line => Assert.True(line.Length <= 100, line));
    }

    [Fact]
    public void Version_is_that_of_the_command_line_and_not_of_the_process() =>
        Assert.Equal(new Answer(ExitStatus.AsExpected, "orowan 0.1.0\n", ""), Terminal.Run("--version"));

    [Fact]
    public void An_output_that_takes_no_more_is_one_line_and_no_fault_of_ours()
    {
        using var error = new StringWriter();
        using var full = new FullWriter();
        Assert.Equal(ExitStatus.Usage, Application.Run(["claims"], full, error));
        Assert.Equal("orowan: standard output: expected a place to write, found: No space left on device\n", error.ToString());
    }

    private sealed class FullWriter : StringWriter
    {
        public override void Write(char[] buffer, int index, int count) => throw new IOException("No space left on device");

        public override void Write(string? value) => throw new IOException("No space left on device");

        public override void Write(ReadOnlySpan<char> buffer) => throw new IOException("No space left on device");
    }

    [Fact]
    public void A_fault_of_ours_is_one_line_that_says_where_the_details_are()
    {
        using var folder = new TemporaryFolder();
        var broken = new Toys.Counted(_ => throw new InvalidOperationException("first\nsecond"));
        var answer = Terminal.Run(folder, [Toys.Holding()], [broken], "audit", "--cases", "3");
        Assert.Equal(ExitStatus.Fault, answer.Status);
        var line = Assert.Single(answer.ErrorLines);
        Assert.Contains("InvalidOperationException: first second", line, StringComparison.Ordinal);
        var details = line[(line.IndexOf("details in ", StringComparison.Ordinal) + "details in ".Length)..^1];
        Assert.Contains("   at ", File.ReadAllText(details), StringComparison.Ordinal);
        File.Delete(details);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }
}
