using System.Text.Json;
using Orowan.Audit;
using Orowan.Cases;
using Orowan.Claims;
using Orowan.Formats;
using Xunit;

namespace Orowan.Tests.CommandLine;

/// <summary>Programs of users as the solver under audit.</summary>
public sealed class SolverTests : IDisposable
{
    /// <summary>Our own program, as anybody else's: a process that reads a case and prints a trajectory.</summary>
    private static readonly string Ours = $"dotnet '{Path.Combine(AppContext.BaseDirectory, "orowan.dll")}' simulate";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("{}")]
    [InlineData("/dev/stdin")]
    public void A_program_that_solves_right_is_found_right(string file)
    {
        var answer = Audit($"{Ours} {file}", Toys.Solving());
        Assert.True(answer.Status == ExitStatus.AsExpected, answer.Output + answer.Error);
        using var report = JsonDocument.Parse(File.ReadAllText(folder.File("audit/report.json")));
        Assert.Equal(2, report.RootElement.GetProperty("claims")[0].GetProperty("holds").GetInt32());
        Assert.Equal(
            $"orowan audit --cases 2 --seed 0 --solver {SolverCommand.Parse($"{Ours} {file}", Environment.GetEnvironmentVariable).Quoted}",
            report.RootElement.GetProperty("command").GetString());
    }

    /// <summary>Each claim asks for the run, the program is started once for each case, and what it says is shown once.</summary>
    [Fact]
    public void A_program_that_fails_leaves_its_claims_undecided_with_its_last_words()
    {
        var log = folder.File("log");
        var answer = Audit($"sh -c 'echo x >> {log}; echo first >&2; echo no convergence >&2; exit 3'", Toys.Solving(), Toys.Solving());
        Assert.Equal(ExitStatus.Undecided, answer.Status);
        Assert.Contains("the solver ended with status 3: no convergence", Prose(), StringComparison.Ordinal);
        Assert.Equal("solver: first\nsolver: no convergence", string.Join('\n', answer.ErrorLines.Where(line => line.StartsWith("solver: ", StringComparison.Ordinal))));
        Assert.Equal(2, File.ReadAllLines(log).Length);
    }

    [Theory]
    [InlineData("true", "its standard output: expected a JSON object, found an empty file")]
    [InlineData("echo {", "its standard output: line ")]
    [InlineData("echo '{\"x\": [[0]]}'", "its standard output: times: ")]
    [InlineData("echo '{\"times\": [0], \"x\": [[0]], \"b\": [[1]]}'", "does not belong to the case")]
    [InlineData("sh -c 'cat {}; exit 0'", "its standard output: ")]
    [InlineData("sh -c 'kill -9 $$'", "the solver ended with status 137")]
    public void An_answer_that_is_no_trajectory_leaves_claims_undecided_with_the_error(string command, string expected)
    {
        Assert.Equal(ExitStatus.Undecided, Audit(command, Toys.Solving(), Toys.Holding()).Status);
        Assert.Contains(expected, Prose(), StringComparison.Ordinal);
        using var report = JsonDocument.Parse(File.ReadAllText(folder.File("audit/report.json")));
        Assert.Equal("Undecided Holds", string.Join(' ', report.RootElement.GetProperty("claims").EnumerateArray().Select(claim => claim.GetProperty("verdict").GetString())));
    }

    [Theory]
    [InlineData("", "found an empty text")]
    [InlineData("  ", "found an empty text")]
    [InlineData("no-such-program-at-all x", "found none of the name 'no-such-program-at-all'")]
    [InlineData("./none.sh", "found none of the name './none.sh'")]
    [InlineData("sh -c 'x", "expected a closing quote")]
    public void A_program_that_is_not_there_is_wrong_usage(string command, string expected)
    {
        var answer = Audit(command, Toys.Solving());
        Assert.Equal((ExitStatus.Usage, ""), (answer.Status, answer.Output));
        Assert.Contains(expected, Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(folder.Contents());
    }

    [Fact]
    public void Words_are_split_as_a_shell_would() => Assert.Equal(
        """sh|a b|c"d||e'f|g\h""",
        string.Join('|', SolverCommand.Parse("""sh "a b"  'c"d' '' "e'f" g\h""", _ => "/bin").Words));

    [Fact]
    public void Parts_keep_the_solver_and_the_depth()
    {
        string[] asked = ["audit", "--cases", "3", "--seed", "0", "--deep", "--solver", "true", "--out"];
        Run([.. asked, "whole"]);
        Run([.. asked, "one", "--shard", "1/2"]);
        Run([.. asked, "two", "--shard", "2/2"]);
        Run("audit", "--cases", "3", "--seed", "0", "--out", "other", "--shard", "2/2");
        Assert.Equal(ExitStatus.Usage, Run("merge", "one", "other", "--out", "merged").Status);
        Assert.Equal(ExitStatus.Undecided, Run("merge", "one", "two", "--out", "merged").Status);
        Assert.Equal(folder.Contents("whole"), folder.Contents("merged"));
        Assert.Contains("--seed 0 --solver 'true' --deep", File.ReadAllText(folder.File("merged/report.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_audits_draw_larger_cases()
    {
        Assert.Contains(
            Enumerable.Range(0, 40).Select(index => (LineCase)((IFamily)LineCases.Separated).Deep.At(1, index)),
            subject => subject.Count > 32);
        Assert.Same(Toys.Family, Toys.Family.Deep);
        Run("audit", "--claim", "A-run", "--deep", "--cases", "1", "--out", "deep");
        Assert.Contains("--cases 1 --seed 1 --deep", File.ReadAllText(folder.File("deep/report.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_recorded_case_replays_with_the_same_program()
    {
        Audit("true", Toys.Solving());
        var answer = Run("replay", folder.File("audit/cases/A-run.undecided.json"), "--solver", "true");
        Assert.Equal(ExitStatus.Undecided, answer.Status);
        Assert.Contains("the solver gave no trajectory", answer.Output, StringComparison.Ordinal);
        Assert.Equal(ExitStatus.AsExpected, Run("replay", folder.File("audit/cases/A-run.undecided.json")).Status);
    }

    [Fact]
    public void A_stopped_audit_ends_the_program_and_leaves_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        var family = new Toys.Counted(_ =>
        {
            cancellation.CancelAfter(200);
            return Toys.Line(2);
        });
        var answer = Terminal.Run(
            session => new Session(session.Output, session.Error)
            {
                Ledger = [Toys.Solving()],
                Families = [family],
                Folder = folder.Path,
                Cancellation = cancellation.Token,
            },
            "audit", "--cases", "1", "--solver", "sleep 600");
        Assert.Equal(ExitStatus.Interrupted, answer.Status);
        Assert.Empty(folder.Contents());
    }

    private Answer Audit(string command, params Entry[] ledger) =>
        Terminal.Run(folder, ledger, [Toys.Family], "audit", "--cases", "2", "--seed", "0", "--solver", command);

    private Answer Run(params string[] args) => Terminal.Run(folder, [Toys.Solving()], [Toys.Family], args);

    private string Prose() => File.ReadAllText(folder.File("audit/report.md")).Replace("\\", "", StringComparison.Ordinal);
}
