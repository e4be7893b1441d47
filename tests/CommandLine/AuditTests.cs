using System.Text.Json;
using Orowan.Audit;
using Orowan.Cases;
using Orowan.Claims;
using Orowan.Formats;
using Xunit;

namespace Orowan.Tests.CommandLine;

public sealed class AuditTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_same_audit_gives_the_same_bytes_whatever_the_jobs()
    {
        Real("audit", "--claim", "A-eq-4.5", "--claim", "A-4.5-i", "--cases", "12", "--jobs", "1", "--out", "one");
        Real("audit", "--claim", "A-4.5-i", "--claim", "A-eq-4.5", "--cases", "12", "--jobs", "1", "--out", "again");
        Real("audit", "--claim", "A-eq-4.5", "--claim", "A-4.5-i", "--cases", "12", "--jobs", "2", "--out", "two");
        Assert.Equal(5, folder.Contents("one").Count);
        Assert.Equal(folder.Contents("one"), folder.Contents("again"));
        Assert.Equal(folder.Contents("one"), folder.Contents("two"));
    }

    [Fact]
    public void Another_seed_gives_other_cases()
    {
        Real("audit", "--claim", "A-4.5-i", "--cases", "2", "--out", "one");
        Real("audit", "--claim", "A-4.5-i", "--cases", "2", "--seed", "2", "--out", "two");
        Assert.NotEqual(
            File.ReadAllText(folder.File("one/cases/A-4.5-i.json")),
            File.ReadAllText(folder.File("two/cases/A-4.5-i.json")),
            StringComparer.Ordinal);
    }

    [Fact]
    public void The_report_has_the_fields_of_the_format_in_their_order()
    {
        Toy([Toys.Corrected(5), Toys.Holding()], "audit", "--cases", "7", "--seed", "3");
        using var report = Report();
        var root = report.RootElement;
        Assert.Equal(["suite", "version", "commit", "seed", "cases", "command", "claims"], Fields(root), StringComparer.Ordinal);
        Assert.Equal("orowan audit --cases 7 --seed 3", root.GetProperty("command").GetString());
        string[] block =
        [
            "id", "paper", "label", "statement", "status", "verdict",
            "cases", "holds", "violated", "undecided", "inadmissible", "sharpest", "printed",
        ];
        var corrected = root.GetProperty("claims")[0];
        Assert.Equal(block, Fields(corrected), StringComparer.Ordinal);
        Assert.Equal([.. block, "counterexample"], Fields(corrected.GetProperty("printed")), StringComparer.Ordinal);
        Assert.Equal(["ratio", "value", "bound", "uncertainty", "case"], Fields(corrected.GetProperty("sharpest")), StringComparer.Ordinal);
        Assert.Equal(JsonValueKind.Null, root.GetProperty("claims")[1].GetProperty("printed").ValueKind);
    }

    [Fact]
    public void The_counts_and_the_sharpest_case_are_those_of_the_cases()
    {
        Toy([Toys.Narrow(3)], "audit", "--cases", "7", "--seed", "0");
        Toy([Toys.Violated()], "audit", "--cases", "8", "--seed", "0", "--out", "few");
        using var narrow = Report();
        Assert.Equal(("Undecided", 7, 1, 0, 0, 6), Counts(narrow.RootElement.GetProperty("claims")[0]));
        using var few = Report("few");
        // Numbers of particles 2 to 8, and 2 again.
        Assert.Equal(("Violated", 8, 4, 4, 0, 0), Counts(few.RootElement.GetProperty("claims")[0]));
        var sharpest = few.RootElement.GetProperty("claims")[0].GetProperty("sharpest");
        Assert.Equal((8, 2), (sharpest.GetProperty("value").GetDouble(), sharpest.GetProperty("ratio").GetDouble()));
        Assert.Equal(8, Particles("few/cases/A-few.json"));
    }

    [Fact]
    public void A_violated_claim_is_recorded_shrunk_and_replays_to_violated()
    {
        var answer = Toy([Toys.Holding(), Toys.Violated()], "audit", "--cases", "20");
        Assert.Equal(ExitStatus.Violated, answer.Status);
        Assert.Contains("1 violated (A-few)", answer.Output, StringComparison.Ordinal);
        Assert.Equal(5, Particles("audit/cases/A-few.violated.json"));
        var replay = Toy([Toys.Holding(), Toys.Violated()], "replay", folder.File("audit/cases/A-few.violated.json"));
        Assert.Equal(ExitStatus.Violated, replay.Status);
        Assert.Contains(replay.OutputLines, line => line.StartsWith("A-few  Violated ", StringComparison.Ordinal));
        Assert.Equal(ExitStatus.Violated, Toy([Toys.Vague(), Toys.Violated()], "audit", "--cases", "20").Status);
    }

    [Fact]
    public void What_cannot_be_decided_never_counts_as_holding()
    {
        Assert.Equal(ExitStatus.Undecided, Toy([Toys.Vague(), Toys.Holding()], "audit", "--cases", "3").Status);
        Assert.Contains("broke", File.ReadAllText(Crash()), StringComparison.Ordinal);

        string Crash()
        {
            Assert.Equal(ExitStatus.Undecided, Toy([Toys.Crashing()], "audit", "--cases", "3").Status);
            return folder.File("audit/report.md");
        }
    }

    [Theory]
    [InlineData(2, ExitStatus.AsExpected)]
    [InlineData(3, ExitStatus.Undecided)]
    public void A_claim_holds_while_no_more_than_half_of_its_cases_are_inadmissible(int cases, int status) =>
        // The first case has three particles, the others more.
        Assert.Equal(status, Toy([Toys.Narrow(3)], "audit", "--cases", $"{cases}", "--seed", "1").Status);

    [Fact]
    public void A_claim_without_a_family_is_undecided() =>
        Assert.Equal(ExitStatus.Undecided, Terminal.Run(folder, [Toys.Holding()], [], "audit").Status);

    [Fact]
    public void A_corrected_claim_is_as_expected_when_its_printed_form_fails_on_its_counterexample()
    {
        var answer = Toy([Toys.Corrected(5)], "audit", "--cases", "3", "--seed", "0");
        Assert.Equal(ExitStatus.AsExpected, answer.Status);
        using var report = Report();
        var printed = report.RootElement.GetProperty("claims")[0].GetProperty("printed");
        // 2, 3, 4 particles hold; the counterexample is the fourth case.
        Assert.Equal(("Violated", 4, 3, 1, 0, 0), Counts(printed));
        Assert.Equal("cases/A-corrected.printed.json", printed.GetProperty("sharpest").GetProperty("case").GetString());
        Assert.Equal(5, Particles("audit/cases/A-corrected.printed.json"));
        var replay = Toy([Toys.Corrected(5)], "replay", folder.File("audit/cases/A-corrected.printed.json"));
        Assert.Equal(ExitStatus.AsExpected, replay.Status);
        Assert.Contains(replay.OutputLines, line => line.StartsWith("A-corrected (printed)  Violated ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_counterexample_that_no_longer_refutes_has_moved()
    {
        var answer = Toy([Toys.Corrected(3)], "audit", "--cases", "20");
        Assert.Equal(ExitStatus.Violated, answer.Status);
        Assert.Contains("1 moved from what the ledger says (A-corrected)", string.Join(' ', answer.OutputLines), StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_fits_a_hundred_columns_and_names_every_claim()
    {
        var answer = Real("audit", "--cases", "2");
        Assert.All(answer.OutputLines, line => Assert.True(line.Length <= 100, line));
        Assert.All(
            Ledger.Entries, entry => Assert.Single(answer.OutputLines, line => line.StartsWith($"{entry.Id} ", StringComparison.Ordinal)));
        Assert.DoesNotContain('\u001b', answer.Output + answer.Error);
    }

    [Fact]
    public void A_long_id_does_not_widen_the_table()
    {
        var answer = Toy([Toys.Holding("A-" + new string('x', 150))], "audit", "--cases", "1");
        Assert.All(answer.OutputLines.Take(3), line => Assert.True(line.Length <= 100, line));
    }

    [Fact]
    public void Progress_is_plain_lines_where_there_is_no_terminal()
    {
        var answer = Toy([Toys.Holding()], "audit", "--cases", "40");
        Assert.Equal(
            Enumerable.Range(1, 10).Select(k => $"orowan: {4 * k} of 40 cases ({10 * k} %)"), answer.ErrorLines, StringComparer.Ordinal);
    }

    [Fact]
    public void A_second_audit_replaces_the_first_and_leaves_other_files_alone()
    {
        Toy([Toys.Violated()], "audit", "--cases", "20");
        folder.Write("audit/notes.txt", "mine");
        Toy([Toys.Holding()], "audit", "--cases", "20");
        Assert.Equal(
            ["cases/A-toy.json", "notes.txt", "report.json", "report.md"],
            folder.Contents("audit").Select(file => file.Name),
            StringComparer.Ordinal);
    }

    [Fact]
    public void A_folder_of_cases_that_holds_something_else_is_refused()
    {
        folder.Write("audit/cases/notes.txt", "mine");
        var answer = Toy([Toys.Holding()], "audit");
        Assert.Equal(ExitStatus.Usage, answer.Status);
        Assert.Contains("notes.txt", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("audit/cases/notes.txt", Assert.Single(folder.Contents()).Name);
    }

    [Fact]
    public void An_output_folder_that_is_a_file_is_refused()
    {
        var file = folder.Write("file", "mine");
        var answer = Toy([Toys.Holding()], "audit", "--out", file);
        Assert.Equal(ExitStatus.Usage, answer.Status);
        Assert.Contains(file, Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(file));
    }

    [Fact]
    public void An_interrupted_audit_leaves_the_old_report()
    {
        Toy([Toys.Violated()], "audit", "--cases", "20");
        var old = folder.Contents();
        using var cancellation = new CancellationTokenSource();
        var family = new Toys.Counted(index =>
        {
            if (index >= 10) cancellation.Cancel();
            return Toys.Line(2);
        });
        var answer = Terminal.Run(
            session => new Session(session.Output, session.Error)
            {
                Ledger = [Toys.Holding()],
                Families = [family],
                Folder = folder.Path,
                Cancellation = cancellation.Token,
            },
            "audit");
        Assert.Equal(ExitStatus.Interrupted, answer.Status);
        Assert.Empty(answer.Output);
        Assert.Equal(old, folder.Contents());
    }

    [Fact]
    public void The_commit_is_read_from_the_repository_around_the_folder()
    {
        Assert.Equal("unknown", Commit());
        folder.Write(".git/HEAD", "ref: refs/heads/main\n");
        Assert.Equal("unknown", Commit());
        folder.Write(".git/packed-refs", $"# pack-refs with: peeled\n{new string('a', 40)} refs/heads/main\n");
        Assert.Equal(new string('a', 40), Commit());
        folder.Write(".git/refs/heads/main", new string('b', 40) + "\n");
        Assert.Equal(new string('b', 40), Commit());
        folder.Write(".git/HEAD", new string('c', 40) + "\n");
        Assert.Equal(new string('c', 40), Commit());

        string? Commit()
        {
            Toy([Toys.Holding()], "audit", "--cases", "1");
            using var report = Report();
            return report.RootElement.GetProperty("commit").GetString();
        }
    }

    [Fact]
    public void Emitted_cases_with_runs_of_another_program_pass_the_check()
    {
        Toy([Toys.Solving()], "audit", "--cases", "3", "--seed", "0", "--emit", "theirs");
        string[] names = ["counted-000000.case.json", "counted-000001.case.json", "counted-000002.case.json"];
        Assert.Equal(names, folder.Contents("theirs").Select(file => file.Name), StringComparer.Ordinal);
        foreach (var name in names.Select(name => folder.File($"theirs/{name}")))
        {
            Assert.Equal(
                ExitStatus.AsExpected,
                Terminal.Run("simulate", name, "--out", name.Replace(".case.", ".run.", StringComparison.Ordinal)).Status);
        }
        Assert.Equal(ExitStatus.AsExpected, Toy([Toys.Solving()], "check", folder.File("theirs")).Status);
        Assert.Equal(ExitStatus.Usage, Toy([Toys.Solving()], "audit", "--emit", "theirs").Status);
    }

    [Fact]
    public void All_claims_judge_the_same_run()
    {
        var solver = new CountingSolver();
        Terminal.Run(
            session => new Session(session.Output, session.Error)
            {
                Ledger = [Toys.Solving(), Toys.Solving()],
                Families = [Toys.Family],
                Folder = folder.Path,
                Solver = solver,
            },
            "audit", "--cases", "5");
        Assert.Equal(5, solver.Runs);
    }

    private Answer Toy(IReadOnlyList<Entry> ledger, params string[] args) => Terminal.Run(folder, ledger, [Toys.Family], args);

    private Answer Real(params string[] args)
    {
        var answer = Terminal.Run(folder, [.. Ledger.Entries], [.. Families.All], args);
        Assert.True(answer.Status is ExitStatus.AsExpected or ExitStatus.Violated or ExitStatus.Undecided, answer.Error);
        return answer;
    }

    private JsonDocument Report(string name = "audit") => JsonDocument.Parse(File.ReadAllText(folder.File($"{name}/report.json")));

    private int Particles(string file) => ((LineCase)CaseFormat.ReadSubject(folder.File(file))).Count;

    private static IEnumerable<string> Fields(JsonElement block) => block.EnumerateObject().Select(field => field.Name);

    private static (string? Verdict, int Cases, int Holds, int Violated, int Undecided, int Inadmissible) Counts(JsonElement block) =>
        (block.GetProperty("verdict").GetString(),
            Count(block, "cases"),
            Count(block, "holds"),
            Count(block, "violated"),
            Count(block, "undecided"),
            Count(block, "inadmissible"));

    private static int Count(JsonElement block, string field) => block.GetProperty(field).GetInt32();

    private sealed class CountingSolver : ISolver
    {
        private readonly Orowan.Flows.ReferenceSolver reference = new();
        private int runs;

        public int Runs => runs;

        public TRun Solve<TRun>(Case<TRun> subject)
            where TRun : Run
        {
            Interlocked.Increment(ref runs);
            return reference.Solve(subject);
        }
    }
}
