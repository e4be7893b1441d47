using System.Xml.Linq;
using Orowan.Audit;
using Orowan.Flows;
using Orowan.Formats;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.CommandLine;

/// <summary>Densities on the torus through the command line: simulate, picture, check.</summary>
public sealed class TorusDensityTests : IDisposable
{
    private static readonly GromaBaloghCase Circle = new(
        1,
        TorusMotion.Isotropic,
        new TorusLogRegularisedPotential(0.1),
        new FourierPotential(1, [FourierTerm.Cosine(0.05, 1)]),
        0.01,
        new SeriesDensity(new(1, [FourierTerm.Cosine(0.5, 0), FourierTerm.Cosine(0.3, 1)])),
        new SeriesDensity(new(1, [FourierTerm.Cosine(0.5, 0), FourierTerm.Sine(0.2, 1)])),
        0.05,
        [0, 0.025, 0.05],
        null,
        1e-8);

    private static readonly GromaBaloghCase Slip = new(
        2,
        TorusMotion.Slip,
        new TorusEdgePotential(0.1),
        FourierPotential.Zero(2),
        0,
        new SeriesDensity(new(2, [FourierTerm.Cosine(0.5, 0, 0), FourierTerm.Cosine(0.3, 1, 1)])),
        new SeriesDensity(new(2, [FourierTerm.Cosine(0.5, 0, 0)])),
        0.01,
        [0, 0.01],
        32,
        1e-5);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_simulated_run_reads_back_and_passes_its_check()
    {
        Assert.Equal(new Answer(ExitStatus.AsExpected, "", ""), Terminal.Run("simulate", Case(Circle), "--out", folder.File("a.run.json")));
        var run = GromaBaloghRunFormat.ReadRun(folder.File("a.run.json"), Circle);
        Assert.Equal(GromaBaloghRunFormat.ToJson(new ReferenceSolver().Solve(Circle)), GromaBaloghRunFormat.ToJson(run));
        var answer = Terminal.Run("check", folder.File("a.case.json"), folder.File("a.run.json"));
        Assert.Equal((ExitStatus.AsExpected, ""), (answer.Status, answer.Error));
        Assert.Contains("0 violated, 0 undecided", answer.Output, StringComparison.Ordinal);
    }

    /// <summary>Times and densities alone, on a grid of another program, without a word about its accuracy.</summary>
    [Fact]
    public void A_run_of_another_program_is_judged_by_times_and_densities()
    {
        var ours = new ReferenceSolver().Solve(Circle);
        double[] Thinned(double[] row) => [.. Enumerable.Range(0, 32).Select(i => row[i * row.Length / 32])];
        var foreign = new GromaBaloghRun(1, [.. ours.Rows.Select(row => new GromaBaloghRow(row.Time, Thinned(row.Plus), Thinned(row.Minus)))]);
        Assert.Equal(ExitStatus.AsExpected, Check(Circle, foreign).Status);
        var late = foreign with { Rows = [.. foreign.Rows.Select((row, k) => k == 2 ? foreign.Rows[1] with { Time = row.Time } : row)] };
        var answer = Check(Circle, late);
        Assert.Equal(ExitStatus.Violated, answer.Status);
        Assert.Contains("B-3.7-balance", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_mass_and_a_negative_density_fail_the_check()
    {
        var ours = new ReferenceSolver().Solve(Slip);
        Assert.Equal(ExitStatus.AsExpected, Check(Slip, ours).Status);
        var lost = ours with { Rows = ours.Rows.SetItem(1, ours.Rows[1] with { Plus = [.. ours.Rows[1].Plus.Select(p => p * (1 - 1e-6))] }) };
        Assert.Equal(ExitStatus.Violated, Check(Slip, lost).Status);
        var dented = (double[])ours.Rows[1].Minus.Clone();
        (dented[0], dented[1]) = (-0.1, dented[1] + dented[0] + 0.1);
        Assert.Equal(ExitStatus.Violated, Check(Slip, ours with { Rows = ours.Rows.SetItem(1, ours.Rows[1] with { Minus = dented }) }).Status);
    }

    [Fact]
    public void A_run_of_another_dimension_is_refused()
    {
        folder.Write("a.case.json", CaseFormat.ToJson(Slip with { T = 0.05 }));
        folder.Write("a.run.json", GromaBaloghRunFormat.ToJson(new ReferenceSolver().Solve(Circle)));
        var answer = Terminal.Run("check", folder.File("a.case.json"), folder.File("a.run.json"));
        Assert.Equal((ExitStatus.Usage, ""), (answer.Status, answer.Output));
        Assert.Contains("a.run.json: plus[0][0]: expected a row of densities", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_show_both_species_or_a_map()
    {
        Assert.Equal(ExitStatus.AsExpected, Terminal.Run("simulate", Case(Circle), "--out", folder.File("a.run.json"), "--plot", folder.File("a.svg")).Status);
        var curves = XDocument.Load(folder.File("a.svg")).Descendants().Where(e => Is(e, "polyline")).Select(e => e.Attribute("class")!.Value);
        Assert.Equal(["minus", "minus first", "plus", "plus first"], curves.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(ExitStatus.AsExpected, Terminal.Run("simulate", Case(Slip), "--out", folder.File("b.run.json"), "--plot", folder.File("b.svg")).Status);
        var squares = XDocument.Load(folder.File("b.svg")).Descendants().Where(e => Is(e, "rect")).ToArray();
        Assert.Equal((32 * 32) + 1, squares.Length);
        Assert.True(squares.Select(e => e.Attribute("fill")!.Value).Distinct(StringComparer.Ordinal).Count() > 10, "One colour for everything.");
    }

    [Fact]
    public void A_tolerance_that_the_grid_cannot_keep_is_said()
    {
        var answer = Terminal.Run("simulate", Case(Circle with { Grid = 16, Tolerance = 1e-10 }));
        Assert.Equal(ExitStatus.AsExpected, answer.Status);
        Assert.Contains("the tolerance 1E-10 is not reached", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Densities_that_collapse_end_the_run_with_a_reason()
    {
        var steep = Circle with { U = new FourierPotential(1, [FourierTerm.Cosine(20, 1)]), Grid = 64, T = 1, Output = [0, 1e-4, 1] };
        var answer = Terminal.Run("simulate", Case(steep), "--out", folder.File("a.run.json"));
        Assert.Equal(ExitStatus.AsExpected, answer.Status);
        Assert.Contains(answer.ErrorLines, line => line.Contains("are too steep for 64 points", StringComparison.Ordinal));
        Assert.Equal(2, GromaBaloghRunFormat.ReadRun(folder.File("a.run.json"), steep).Rows.Length);
    }

    [Fact]
    public void Any_horizon_is_reached_at_rest()
    {
        var flat = new SeriesDensity(new(1, [FourierTerm.Cosine(0.5, 0)]));
        foreach (var horizon in new[] { 10, 1e-300 })
        {
            var still = Circle with { U = FourierPotential.Zero(1), Plus = flat, Minus = flat, Viscosity = 0, T = horizon, Output = [horizon] };
            var answer = Terminal.Run("simulate", Case(still), "--out", folder.File("a.run.json"), "--plot", folder.File("a.svg"));
            Assert.Equal(new Answer(ExitStatus.AsExpected, "", ""), answer);
            Assert.DoesNotContain("NaN", File.ReadAllText(folder.File("a.svg")), StringComparison.Ordinal);
        }
    }

    private static bool Is(XElement element, string name) => string.Equals(element.Name.LocalName, name, StringComparison.Ordinal);

    private string Case(GromaBaloghCase subject) => folder.Write("a.case.json", CaseFormat.ToJson(subject));

    private Answer Check(GromaBaloghCase subject, GromaBaloghRun run)
    {
        folder.Write("a.run.json", GromaBaloghRunFormat.ToJson(run));
        return Terminal.Run("check", Case(subject), folder.File("a.run.json"));
    }
}
