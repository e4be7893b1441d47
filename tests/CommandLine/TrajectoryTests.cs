using System.Xml.Linq;
using Orowan.Audit;
using Orowan.Flows;
using Orowan.Formats;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.CommandLine;

public sealed class TrajectoryTests : IDisposable
{
    /// <summary>(+, +, -): the right pair annihilates at t = 9/4.</summary>
    private static readonly LineCase Three = new(
        new LogPotential(), new ZeroPotential(), [-0.5, 0.5, 1], [1, 1, -1], 3, [.. Enumerable.Range(0, 13).Select(k => 0.25 * k)], 1e-9);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_simulated_trajectory_reads_back_and_is_the_solvers()
    {
        var answer = Terminal.Run("simulate", Case());
        Assert.Equal((ExitStatus.AsExpected, ""), (answer.Status, answer.Error));
        var run = RunFormat.Parse(System.Text.Encoding.UTF8.GetBytes(answer.Output), "output", Three);
        Assert.Equal(RunFormat.ToJson(new ReferenceSolver().Solve(Three)), RunFormat.ToJson(run));
        Assert.Equal(2.25, Assert.Single(run.Collisions!.Value).Time, 1e-8);
    }

    [Fact]
    public void A_trajectory_for_a_file_leaves_the_output_empty()
    {
        var printed = Terminal.Run("simulate", Case());
        Assert.Equal(new Answer(ExitStatus.AsExpected, "", ""), Terminal.Run("simulate", Case(), "--out", folder.File("a.run.json")));
        Assert.Equal(printed.Output, File.ReadAllText(folder.File("a.run.json")));
    }

    [Fact]
    public void A_file_that_cannot_be_written_leaves_nothing_behind()
    {
        var answer = Terminal.Run("simulate", Case(), "--out", folder.File("none/a.run.json"), "--plot", folder.File("a.svg"));
        Assert.Equal(ExitStatus.Usage, answer.Status);
        Assert.Contains("none/a.run.json", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("a.case.json", Assert.Single(folder.Contents()).Name);
    }

    [Fact]
    public void Potentials_outside_the_assumptions_run_with_a_warning()
    {
        var answer = Terminal.Run("simulate", Case(Three with { V = new RegularisedLogPotential(0.25), T = 0.25, Output = [0, 0.25] }));
        Assert.Equal(ExitStatus.AsExpected, answer.Status);
        Assert.Contains("(2.1c)", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        Assert.StartsWith("{", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_shows_every_particle_and_collision_without_need_of_colour()
    {
        Assert.Equal(
            ExitStatus.AsExpected,
            Terminal.Run("simulate", Case(), "--out", folder.File("a.run.json"), "--plot", folder.File("a.svg")).Status);
        var picture = XDocument.Load(folder.File("a.svg"));
        var curves = picture.Descendants().Where(e => Is(e, "polyline")).CountBy(e => e.Attribute("class")!.Value, StringComparer.Ordinal);
        Assert.Equal([("ghost", 2), ("minus", 1), ("plus", 2)], curves.Select(c => (c.Key, c.Value)).Order());
        // One for the collision and one for the legend.
        Assert.Equal(2, picture.Descendants().Count(e => Is(e, "circle")));
        Assert.Contains(".minus{stroke:#0072b2;stroke-width:1.6;stroke-dasharray", picture.ToString(), StringComparison.Ordinal);
        Assert.Contains(">2.5</text>", File.ReadAllText(folder.File("a.svg")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1e-12, 0.0)]
    [InlineData(1e12, 0.0)]
    [InlineData(1.0, 1e9)]
    public void A_picture_of_any_scale_has_finite_coordinates_and_ticks(double horizon, double place)
    {
        var alone = Three with { X = [place], B = [1], T = horizon, Output = [0] };
        Terminal.Run("simulate", Case(alone), "--plot", folder.File("a.svg"));
        var text = File.ReadAllText(folder.File("a.svg"));
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", text, StringComparison.Ordinal);
        Assert.InRange(XDocument.Parse(text).Descendants().Count(e => Is(e, "text")), 10, 40);
    }

    [Fact]
    public void The_reference_run_passes_its_check()
    {
        var answer = Terminal.Run("check", Case(), Run(run => run));
        Assert.Equal((ExitStatus.AsExpected, ""), (answer.Status, answer.Error));
        Assert.All(answer.OutputLines, line => Assert.True(line.Length <= 100, line));
        Assert.Contains("0 violated, 0 undecided", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_falsified_run_fails_its_check()
    {
        var answer = Terminal.Run("check", Case(), Run(Falsified));
        Assert.Equal((ExitStatus.Violated, ""), (answer.Status, answer.Error));
        var sum = Assert.Single(answer.OutputLines, line => line.StartsWith("A-sum ", StringComparison.Ordinal));
        Assert.Contains("Violated", sum, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_checked_pair_by_pair()
    {
        Case(name: "a");
        Run(run => run, name: "a");
        Case(name: "b");
        Run(run => run, name: "b");
        Assert.Equal(ExitStatus.AsExpected, Terminal.Run("check", folder.Path).Status);
        Run(Falsified, name: "b");
        var answer = Terminal.Run("check", folder.Path);
        Assert.Equal(ExitStatus.Violated, answer.Status);
        Assert.Equal(
            ["a.run.json", "b.run.json"],
            answer.OutputLines.Where(line => line.EndsWith(".json", StringComparison.Ordinal)),
            StringComparer.Ordinal);
        File.Delete(folder.File("b.run.json"));
        answer = Terminal.Run("check", folder.Path);
        Assert.Equal((ExitStatus.Usage, ""), (answer.Status, answer.Output));
        Assert.Contains("b.run.json", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_violated_run_weighs_more_than_an_undecided_one()
    {
        foreach (var (name, count) in new[] { ("a", 5), ("b", 2) })
        {
            Case(Toys.Line(count), name);
            folder.Write($"{name}.run.json", RunFormat.ToJson(new ReferenceSolver().Solve(Toys.Line(count))));
        }
        Assert.Equal(ExitStatus.Undecided, Terminal.Run(folder, [Toys.VagueOnPairs()], [], "check", folder.Path).Status);
        Assert.Equal(ExitStatus.Violated, Terminal.Run(folder, [Toys.VagueOnPairs(), Toys.Violated()], [], "check", folder.Path).Status);
    }

    [Fact]
    public void An_empty_folder_has_nothing_to_check() =>
        Assert.Contains("expected pairs", Assert.Single(Terminal.Run("check", folder.Path).ErrorLines), StringComparison.Ordinal);

    [Fact]
    public void A_run_of_another_case_is_refused()
    {
        var other = Case(Three with { X = [0, 1], B = [1, -1] }, "other");
        var answer = Terminal.Run("check", other, Run(run => run));
        Assert.Equal((ExitStatus.Usage, ""), (answer.Status, answer.Output));
        Assert.Single(answer.ErrorLines);
    }

    [Fact]
    public void A_run_that_starts_elsewhere_is_refused_and_one_that_starts_a_little_off_is_judged()
    {
        var other = Case(Three with { X = [-0.3, 0.1, 0.8] }, "other");
        var answer = Terminal.Run("check", other, Run(run => run));
        Assert.Equal((ExitStatus.Usage, ""), (answer.Status, answer.Output));
        Assert.EndsWith(
            "x[0]: does not belong to the case: expected a row that starts at time 0 where the case does, found other positions",
            Assert.Single(answer.ErrorLines),
            StringComparison.Ordinal);
        var near = Case(Three with { X = [-0.501, 0.5, 1.3] }, "near");
        Assert.Equal(ExitStatus.Violated, Terminal.Run("check", near, Run(run => run)).Status);
        var shifted = Case(Three with { X = [.. Three.X.Select(x => x + 0.5)] }, "shifted");
        Assert.Equal(ExitStatus.Violated, Terminal.Run("check", shifted, Run(run => run)).Status);
    }

    /// <summary>Many particles of another case are never all far from the places and distances of this one; most of them are.</summary>
    [Fact]
    public void A_run_of_other_data_with_as_many_particles_is_refused()
    {
        var random = new Random(1);
        var (own, other) = (Many(random), Many(random));
        var run = folder.Write("many.run.json", RunFormat.ToJson(new ReferenceSolver().Solve(other)));
        Assert.Equal(ExitStatus.Usage, Terminal.Run("check", Case(own, "many"), run).Status);

        static LineCase Many(Random random) => Three with
        {
            X = [.. Enumerable.Range(0, 40).Select(_ => random.NextDouble()).Order()],
            B = [.. Enumerable.Repeat(1, 40)],
            T = 1e-6,
            Output = [0, 1e-6],
        };
    }

    [Fact]
    public void A_run_in_the_plane_that_is_shifted_as_a_whole_is_judged()
    {
        var subject = new TorusCase(
            2, TorusMotion.Isotropic, new TorusGreenPotential(0.2), FourierPotential.Zero(2), [0.1, 0.2, 0.6, 0.7, 0.4, 0.5], [1, -1, 1], 1e-3, [0, 1e-3], 1e-9);
        var file = folder.Write("plane.case.json", CaseFormat.ToJson(subject));
        var run = new ReferenceSolver().Solve(subject);
        var shifted = run with { X = [.. run.X.Select(row => row.Select((x, i) => x + (i % 2 == 0 ? 0.3 : 0.2)).ToArray())] };
        Assert.Equal(ExitStatus.Violated, Terminal.Run("check", file, folder.Write("plane.run.json", RunFormat.ToJson(shifted))).Status);
        var turned = run with { X = [.. run.X.Select(row => row.Select(x => 1 - (x * x)).ToArray())] };
        Assert.Equal(ExitStatus.Usage, Terminal.Run("check", file, folder.Write("other.run.json", RunFormat.ToJson(turned))).Status);
    }

    [Fact]
    public void Claims_that_do_not_apply_do_not_count()
    {
        var answer = Terminal.Run(folder, [Toys.Narrow(3), Toys.Solving()], [], "check", Case(Toys.Line(2)), RunOf(Toys.Line(2)));
        Assert.Equal(ExitStatus.AsExpected, answer.Status);
        Assert.Contains(
            "1 of 1 applicable claim holds, 0 violated, 0 undecided; 1 does not apply.", answer.Output, StringComparison.Ordinal);
        Assert.Contains("Not applicable, another number of particles: A-narrow", answer.Output, StringComparison.Ordinal);
        Assert.Equal(
            ExitStatus.Undecided,
            Terminal.Run(folder, [Toys.Narrow(3)], [], "check", folder.File("a.case.json"), folder.File("a.run.json")).Status);
    }

    [Fact]
    public void A_subject_without_claims_cannot_be_replayed_and_one_without_a_flow_not_be_simulated()
    {
        var pair = folder.Write("pair.json", CaseFormat.ToJson(new PotentialPair(new LogPotential(), new ZeroPotential())));
        var replayed = Terminal.Run(folder, [Toys.Holding()], [], "replay", pair);
        Assert.Equal((ExitStatus.Usage, ""), (replayed.Status, replayed.Output));
        Assert.Contains("pair of potentials", Assert.Single(Terminal.Run("simulate", pair).ErrorLines), StringComparison.Ordinal);
    }

    private static bool Is(XElement element, string name) => string.Equals(element.Name.LocalName, name, StringComparison.Ordinal);

    /// <summary>One position of the last row moved: the sum of the positions is no longer what it was.</summary>
    private static LineRun Falsified(LineRun run) =>
        run with { X = run.X.SetItem(run.X.Length - 1, [run.X[^1][0] + 0.01, .. run.X[^1].Skip(1)]) };

    private string Case(LineCase? subject = null, string name = "a") =>
        folder.Write($"{name}.case.json", CaseFormat.ToJson(subject ?? Three));

    private string Run(Func<LineRun, LineRun> change, string name = "a") =>
        folder.Write($"{name}.run.json", RunFormat.ToJson(change(new ReferenceSolver().Solve(Three))));

    private string RunOf(LineCase subject) => folder.Write("a.run.json", RunFormat.ToJson(new ReferenceSolver().Solve(subject)));
}
