using System.Globalization;
using System.Xml.Linq;
using Orowan.Audit;
using Orowan.Claims;
using Orowan.Flows;
using Orowan.Formats;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.CommandLine;

/// <summary>The table and the picture of the limits by their content, and the picture of densities.</summary>
public sealed class LimitsTests : IDisposable
{
    private static readonly LimitTable Table = LimitTable.Of(new ReferenceSolver());

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Slow_sequences_converge_and_the_fast_one_does_not()
    {
        var (inside, outside, fast) = (Table.Sequences[0], Table.Sequences[1], Table.Sequences[2]);
        Assert.All(new[] { inside, outside, fast }, sequence => Assert.Equal([8, 16, 32, 64, 128], sequence.Rungs.Select(rung => rung.Count)));
        foreach (var slow in new[] { inside, outside })
        {
            Assert.All(slow.Rungs.Zip(slow.Rungs.Skip(1)), pair => Assert.True(pair.Second.ToLimit < pair.First.ToLimit));
            // Against the densities with the same V_delta the order is 1.
            Assert.All(slow.Rungs.Zip(slow.Rungs.Skip(1)), pair => Assert.InRange(Math.Log2(pair.First.ToRegularised!.Value / pair.Second.ToRegularised!.Value), 0.8, 1.2));
        }
        // (3.2) holds along the first, not along the others.
        Assert.All(inside.Rungs.Zip(inside.Rungs.Skip(1)), pair => Assert.True(pair.Second.Condition < pair.First.Condition));
        Assert.True(outside.Rungs[^1].Condition > 1 && fast.Rungs[^1].Condition > 1);
        Assert.True(outside.Slope + outside.Error < -0.4);
        Assert.Equal((0.05, 4), (Table.Horizon, Table.Strength));
        Assert.InRange(fast.Rungs[^1].ToLimit / Table.Standstill, 0.99, 1.01);
        Assert.True(fast.Rungs[^1].ToLimit > 4 * outside.Rungs[^1].ToLimit);
    }

    [Fact]
    public void Particles_that_annihilate_stand_beside_their_densities()
    {
        Assert.Equal(80, Table.Places.Length);
        Assert.InRange(Table.Charges.Count(b => b == 0), 2, 60);
        Assert.InRange(Table.Distance, 0, 0.05);
        // As much mass is annihilated among the particles as in the densities, up to a pair or two.
        Assert.InRange(Table.Charges.Count(b => b == 1) / 80.0, Table.Density.AliveMass(1) - 0.03, Table.Density.AliveMass(1) + 0.03);
    }

    [Fact]
    public void The_picture_shows_every_sequence_with_axes_units_and_legend()
    {
        Audit("first");
        Audit("second");
        var text = File.ReadAllText(folder.File("first/limits.svg"));
        Assert.Equal(text, File.ReadAllText(folder.File("second/limits.svg")));
        var report = File.ReadAllText(folder.File("first/report.md"));
        Assert.Contains("(limits.svg)", report, StringComparison.Ordinal);
        Assert.Equal(15, report.Split('\n').Count(line => line.StartsWith("| n^(-", StringComparison.Ordinal) || line.StartsWith("| (6T/log n)^(1/2)", StringComparison.Ordinal)));
        var picture = XDocument.Parse(text);
        var words = picture.Descendants().Where(e => Is(e, "text")).Select(e => e.Value).ToArray();
        Assert.Contains("number of particles n", words, StringComparer.Ordinal);
        Assert.Contains("distance W at T = 0.05, in units of the circle", words, StringComparer.Ordinal);
        Assert.Contains("position x", words, StringComparer.Ordinal);
        Assert.Contains("density of the alive at t = 0.5", words, StringComparer.Ordinal);
        foreach (var sequence in Table.Sequences) Assert.Contains(words, word => word.Contains($"delta_n = {sequence.Name}: exponent", StringComparison.Ordinal));
        foreach (var kind in new[] { "inside", "outside", "fast" })
        {
            Assert.Equal(5, Assert.Single(picture.Descendants(), e => Is(e, "polyline") && IsOf(e, kind)).Attribute("points")!.Value.Split(' ').Length);
            Assert.Equal(5, picture.Descendants().Count(e => Is(e, "circle") && IsOf(e, kind)));
        }
        Assert.Equal(Table.Charges.Count(b => b == 0) + 1, picture.Descendants().Count(e => Is(e, "circle") && IsOf(e, "ghost")));
        // Nothing leaves the picture.
        var width = double.Parse(picture.Root!.Attribute("width")!.Value, CultureInfo.InvariantCulture);
        Assert.All(picture.Descendants().Where(e => Is(e, "circle")), e => Assert.InRange(double.Parse(e.Attribute("cx")!.Value, CultureInfo.InvariantCulture), 0, width));
    }

    [Fact]
    public void Densities_have_a_picture_of_what_is_alive_and_what_is_not()
    {
        var subject = new DensityCase(
            new LogPotential(), new ZeroPotential(), new([StepPart.Block(-1, 0, 0.5)]), new([StepPart.Block(0, 1, 0.5)]), 0.25, [0, 0.25], 32, DensityCase.DefaultTolerance);
        var file = folder.File("a.case.json");
        File.WriteAllText(file, CaseFormat.ToJson(subject));
        Assert.Equal(ExitStatus.AsExpected, Terminal.Run("simulate", file, "--out", folder.File("a.run.json"), "--plot", folder.File("a.svg")).Status);
        var picture = XDocument.Load(folder.File("a.svg"));
        Assert.Equal(
            ["ghost", "minus", "minus first", "plus", "plus first"],
            picture.Descendants().Where(e => Is(e, "polyline")).Select(e => e.Attribute("class")!.Value).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
        Assert.Contains(picture.Descendants(), e => Is(e, "text") && string.Equals(e.Value, "annihilated by t = 0.25", StringComparison.Ordinal));
    }

    private void Audit(string place) => Assert.Equal(ExitStatus.AsExpected, Terminal.Run("audit", "--claim", "A-5.1", "--cases", "1", "--out", folder.File(place)).Status);

    private static bool Is(XElement element, string name) => string.Equals(element.Name.LocalName, name, StringComparison.Ordinal);

    private static bool IsOf(XElement element, string kind) => string.Equals(element.Attribute("class")?.Value, kind, StringComparison.Ordinal);
}
