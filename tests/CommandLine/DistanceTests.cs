using System.Text.Json;
using Orowan.Audit;
using Xunit;

namespace Orowan.Tests.CommandLine;

public sealed class DistanceTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("line", null, """{"x": [0, 1]}""", """{"x": [4, 3]}""", 3.0)]
    [InlineData("circle", null, """{"x": [0.1]}""", """{"x": [0.9]}""", 0.2)]
    [InlineData("circle", null, """{"x": [0, 0.5], "mass": [1, 3]}""", """{"x": [0.5], "mass": [4]}""", 0.5)]
    [InlineData("torus", null, """{"x": [[0.1, 0.9], [0.5, 0.5]]}""", """{"x": [[0.5, 0.5], [0.9, 0.1]]}""", 0.2)]
    [InlineData("line", null, """{"x": [0, 1], "mass": [1e-300, 2e-300]}""", """{"x": [5, 1], "mass": [2e-300, 1e-300]}""", 5.744562646538029e-150)]
    [InlineData("line", "A", """{"x": [0, 10], "b": [1, -1]}""", """{"x": [10, 0], "b": [1, -1]}""", 1.4142135623730951)]
    [InlineData("line", "B", """{"x": [0, 10], "b": [1, -1]}""", """{"x": [10, 0], "b": [1, -1]}""", 2.0)]
    [InlineData("torus", "B", """{"x": [[0, 0], [0.5, 0.5]], "b": [1, -1]}""", """{"x": [[0.5, 0.5], [0, 0]], "b": [1, 1]}""", 1.4142135623730951)]
    [InlineData("line", "A", """{"x": [0, 1, 2], "b": [1, -1, 1], "mass": [0.25, 0.5, 0.25]}""", """{"x": [0, 1], "b": [1, -1], "mass": [0.5, 0.5]}""", 1.0)]
    public void The_distance_stands_first(string space, string? signs, string first, string second, double expected)
    {
        string[] args = ["distance", File("a.json", first), File("b.json", second), "--space", space, .. signs is null ? Array.Empty<string>() : ["--signs", signs]];
        var answer = Terminal.Run(args);
        Assert.Equal((ExitStatus.AsExpected, ""), (answer.Status, answer.Error));
        Assert.Equal(1, double.Parse(answer.OutputLines[0]) / expected, 1e-15);
        Assert.Equal(double.Parse(answer.OutputLines[0]).ToString("G17"), answer.OutputLines[0]);
    }

    [Fact]
    public void The_coupling_has_both_measures_as_marginals()
    {
        var (first, second) = (File("a.json", """{"x": [0.5, 0, 2], "mass": [0.25, 0.5, 0.25]}"""), File("b.json", """{"x": [1, 0], "mass": [0.5, 0.5]}"""));
        Assert.Equal(ExitStatus.AsExpected, Terminal.Run("distance", first, second, "--space", "line", "--coupling", folder.File("c.json")).Status);
        using var coupling = JsonDocument.Parse(System.IO.File.ReadAllBytes(folder.File("c.json")));
        double[] Column(string name) => [.. coupling.RootElement.GetProperty(name).EnumerateArray().Select(e => e.GetDouble())];
        Assert.Equal([1, 0, 2], Column("from"));
        Assert.Equal([1, 0, 0], Column("to"));
        Assert.Equal([0.5, 0.25, 0.25], Column("mass"));
        double[] x = [0.5, 0, 2], y = [1, 0];
        var (u, v) = (Column("u"), Column("v"));
        for (var i = 0; i < 3; i++) Assert.All(Enumerable.Range(0, 2), j => Assert.True(u[i] + v[j] <= ((x[i] - y[j]) * (x[i] - y[j])) + 1e-15));
        Assert.Equal(0.3125, (0.25 * (u[0] + u[2])) + (0.5 * (u[1] + v[0] + v[1])), 1e-15);
        Assert.Equal(Math.Sqrt(0.3125), coupling.RootElement.GetProperty("distance").GetDouble());
    }

    [Theory]
    [InlineData("a.json: x: expected", "line", """{"x": []}""")]
    [InlineData("a.json: x: expected this field", "line", "{}")]
    [InlineData("a.json", "line", "")]
    [InlineData("a.json", "line", """{"x": [NaN]}""")]
    [InlineData("a.json: x[0]: expected a finite number", "line", """{"x": [1e999]}""")]
    [InlineData("a.json: x[0]", "line", """{"x": [[0, 1]]}""")]
    [InlineData("a.json: x[0]: expected a place, an array of 2 numbers", "torus", """{"x": [0.5]}""")]
    [InlineData("a.json: x[1]: expected a place, an array of 2 numbers", "torus", """{"x": [[0, 0], [0, 0, 0]]}""")]
    [InlineData("a.json: mass[0]: expected a mass of at least 0", "line", """{"x": [0], "mass": [-1]}""")]
    [InlineData("a.json: mass: expected 1 masses", "line", """{"x": [0], "mass": [0.5, 0.5]}""")]
    [InlineData("a.json: mass: expected masses with a positive and finite sum", "line", """{"x": [0], "mass": [0]}""")]
    [InlineData("a.json: mass: expected masses with a positive and finite sum", "line", """{"x": [0, 1], "mass": [1e308, 1e308]}""")]
    [InlineData("a.json: b: expected no signs", "line", """{"x": [0], "b": [1]}""")]
    [InlineData("a.json: weight: unknown field", "line", """{"x": [0], "weight": [1]}""")]
    [InlineData("b.json: mass: expected the same total as the first measure, 2, found 1", "line", """{"x": [0], "mass": [2]}""")]
    [InlineData("b.json: x: expected a problem that can be solved, found: Places are 1E+200 apart", "line", """{"x": [1e200]}""")]
    public void Bad_measures_are_one_line_and_status_64(string expected, string space, string first)
    {
        var good = space is "torus" ? """{"x": [[0, 0]]}""" : """{"x": [0]}""";
        Refused(expected, "distance", File("a.json", first), File("b.json", good), "--space", space, "--coupling", folder.File("c.json"));
        Assert.False(System.IO.File.Exists(folder.File("c.json")));
    }

    [Theory]
    [InlineData("line", "1e155", false)]
    [InlineData("line", "1e200", false)]
    [InlineData("line", "1e308", false)]
    [InlineData("circle", "1e155", true)]
    [InlineData("circle", "1e308", true)]
    [InlineData("torus", "1e200", true)]
    [InlineData("torus", "1e308", true)]
    public void Huge_places_are_refused_on_the_line_and_count_modulo_1_on_the_torus(string space, string far, bool solved)
    {
        string Place(string x) => space is "torus" ? $"[{x}, {x}]" : x;
        foreach (string[] signs in (string[][])[[], ["--signs", "A"], ["--signs", "B"]])
        {
            var (b, c) = signs.Length == 0 ? ("", "") : (", \"b\": [1, -1]", ", \"b\": [1, 1]");
            string[] args = [
                "distance", File("a.json", $$"""{"x": [{{Place(far)}}, {{Place("-" + far)}}]{{b}}}"""), File("b.json", $$"""{"x": [{{Place("0.25")}}, {{Place("-" + far)}}]{{c}}}"""),
                "--space", space, .. signs, "--coupling", folder.File("c.json")];
            if (!solved)
            {
                Refused("b.json: x: expected a problem that can be solved, found: Places are", args);
                continue;
            }
            var answer = Terminal.Run(args);
            Assert.Equal((ExitStatus.AsExpected, ""), (answer.Status, answer.Error));
        }
    }

    [Theory]
    [InlineData("b: expected this field", """{"x": [0]}""")]
    [InlineData("b: expected 1 signs", """{"x": [0], "b": [1, 1]}""")]
    [InlineData("b[0]: expected a sign, 1 or -1", """{"x": [0], "b": [0]}""")]
    [InlineData("b[0]: expected a sign, 1 or -1", """{"x": [0], "b": [0.5]}""")]
    public void Signs_must_be_there_and_be_signs(string expected, string first) =>
        Refused(expected, "distance", File("a.json", first), File("b.json", """{"x": [0], "b": [1]}"""), "--space", "line", "--signs", "A");

    [Fact]
    public void Wrong_usage_is_refused()
    {
        var file = File("a.json", """{"x": [0]}""");
        Refused("--space", "distance", file, file);
        Refused("expected line or circle or torus", "distance", file, file, "--space", "sphere");
        Refused("expected A or B", "distance", file, file, "--space", "line", "--signs", "C");
        Refused("nowhere.json", "distance", file, "nowhere.json", "--space", "line");
        Refused("none/c.json", "distance", file, file, "--space", "line", "--coupling", folder.File("none/c.json"));
    }

    private static void Refused(string expected, params string[] args)
    {
        var answer = Terminal.Run(args);
        Assert.Equal((ExitStatus.Usage, ""), (answer.Status, answer.Output));
        Assert.Contains(expected, Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    private string File(string name, string text)
    {
        System.IO.File.WriteAllText(folder.File(name), text);
        return folder.File(name);
    }
}
