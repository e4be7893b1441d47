using System.Globalization;
using System.Xml.Linq;
using Orowan.Audit;
using Orowan.Tests.CommandLine;
using Xunit;

namespace Orowan.Tests.Torus;

public sealed class PictureTests : IDisposable
{
    private const string Slip = """
        {"system": "torus", "dimension": 2, "motion": "slip", "V": {"kind": "torus-edge", "delta": 0.05},
         "x": [[0.1, 0.2], [0.6, 0.7], [0.9, 0.25]], "b": [1, -1, -1], "T": 0.02, "output": [0, 0.01, 0.02]}
        """;

    private const string Circle = """
        {"system": "torus", "dimension": 1, "motion": "isotropic", "V": {"kind": "torus-log"}, "x": [0.1, 0.4], "b": [1, 1], "T": 0.5, "output": [0, 0.25, 0.5]}
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_line_a_particle_with_its_charge_a_corner_a_row_and_on_slip_planes_level()
    {
        var picture = Draw(Slip);
        var lines = picture.Descendants().Where(e => e.Name.LocalName is "polyline").ToArray();
        Assert.Equal("plus minus minus", string.Join(' ', lines.Select(line => line.Attribute("class")!.Value)));
        foreach (var line in lines)
        {
            var points = Points(line);
            Assert.Equal(4, points.Length);
            Assert.All(points, point => Assert.Equal(points[0].Y, point.Y));
        }
        foreach (var text in new[] { "position x_1", "position x_2", "charge +", "charge -" }) Assert.Contains($"|{text}|", Texts(picture), StringComparison.Ordinal);
    }

    [Fact]
    public void On_the_circle_time_runs_to_the_right()
    {
        var picture = Draw(Circle);
        Assert.Contains("|time t|", Texts(picture), StringComparison.Ordinal);
        var lines = picture.Descendants().Where(e => e.Name.LocalName is "polyline").ToArray();
        Assert.Equal(2, lines.Length);
        foreach (var line in lines)
        {
            var across = Points(line).Select(point => point.X).ToArray();
            Assert.Equal(across.Order(), across);
            Assert.True(across[^1] > across[0]);
        }
    }

    [Fact]
    public void The_singular_edge_potential_is_warned_of_unless_for_dipoles_off_one_plane()
    {
        Assert.Contains("(V4)", Assert.Single(Simulate(Slip.Replace("0.05", "0", StringComparison.Ordinal)).ErrorLines), StringComparison.Ordinal);
        const string dipole = """
            {"system": "torus", "dimension": 2, "motion": "slip", "V": {"kind": "torus-edge", "delta": 0},
             "dipoles": {"z": [[0.1, 0.2]], "d": [[0.001, 0.002]]}, "T": 0.02, "output": [0, 0.02]}
            """;
        Assert.Empty(Simulate(dipole).Error);
        var level = Simulate(dipole.Replace("[0.001, 0.002]", "[0.001, 0]", StringComparison.Ordinal)).ErrorLines;
        Assert.Contains("those of dipole 0 are on one", level[0], StringComparison.Ordinal);
        Assert.Contains("the run ends before T = 0.02: particles 0 and 1 meet", level[1], StringComparison.Ordinal);
    }

    private XDocument Draw(string json)
    {
        File.WriteAllText(folder.File("a.case.json"), json);
        Assert.Equal(
            ExitStatus.AsExpected,
            Terminal.Run("simulate", folder.File("a.case.json"), "--out", folder.File("a.run.json"), "--plot", folder.File("a.svg")).Status);
        return XDocument.Load(folder.File("a.svg"));
    }

    private Answer Simulate(string json)
    {
        File.WriteAllText(folder.File("a.case.json"), json);
        var answer = Terminal.Run("simulate", folder.File("a.case.json"), "--out", folder.File("a.run.json"));
        Assert.Equal(ExitStatus.AsExpected, answer.Status);
        return answer;
    }

    /// <summary>The texts of a picture with a bar on either side of each.</summary>
    private static string Texts(XDocument picture) =>
        $"|{string.Join('|', picture.Descendants().Where(e => e.Name.LocalName is "text").Select(e => e.Value))}|";

    private static (double X, double Y)[] Points(XElement line) =>
    [
        .. line.Attribute("points")!.Value.Split(' ').Select(point => point.Split(','))
            .Select(pair => (double.Parse(pair[0], CultureInfo.InvariantCulture), double.Parse(pair[1], CultureInfo.InvariantCulture))),
    ];
}
