using Orowan.Formats;
using Xunit;

namespace Orowan.Tests.Formats;

public class RunFormatTests
{
    [Fact]
    public void The_sample_is_read_whole()
    {
        var run = Sample.ParseRun(Sample.RunWith("ended", "\"contact\""));
        Assert.Equal([0, 2], run.Times.AsEnumerable());
        Assert.Equal([-0.6, 0.7, 0.9], run.X[1]);
        Assert.Equal([1, 0, 0], run.B[1]);
        var collision = Assert.Single(run.Collisions!.Value);
        Assert.Equal(1.5, collision.Time);
        Assert.Equal((1, 2), Assert.Single(collision.Pairs));
        Assert.Equal(0.8, Assert.Single(collision.At));
        Assert.Equal([-0.25, -0.5], run.Energy!.Value.AsEnumerable());
        Assert.Equal([0, 0.25], run.Dissipation!.Value.AsEnumerable());
        Assert.Equal(1e-10, run.Uncertainty);
        Assert.Equal("other 1.0", run.Solver);
        Assert.Equal(12, run.Statistics!["steps"]);
        Assert.Equal([null, -812.5], Assert.Single(run.Close).LogGap.AsEnumerable());
        Assert.Equal("contact", run.Ended);
    }

    [Fact]
    public void Only_times_positions_and_charges_are_needed()
    {
        var run = Sample.ParseRun("{\"times\": [0.5], \"x\": [[0, 1, 2]], \"b\": [[1, 1, -1]]}");
        Assert.Null(run.Collisions);
        Assert.Null(run.Energy);
        Assert.Null(run.Dissipation);
        Assert.Null(run.Uncertainty);
        Assert.Null(run.Solver);
        Assert.Null(run.Statistics);
        Assert.Empty(run.Close);
        Assert.Null(run.Ended);
    }

    [Fact]
    public void No_collisions_is_not_the_same_as_collisions_not_stated() =>
        Assert.Empty(Sample.ParseRun(Sample.RunWith("collisions", "[]")).Collisions!.Value);

    [Fact]
    public void The_last_time_may_miss_the_horizon_by_a_rounding_error() =>
        Assert.Equal(2.000000000001, Sample.ParseRun(Sample.RunWith("times", "[0, 2.000000000001]")).Times[1]);

    [Theory]
    [InlineData("times", null, "times: expected this field, found none")]
    [InlineData("times", "[]", "times: expected an array of times, at least one, found an empty array")]
    [InlineData("times", "[0, 0]", "times[1]: expected a number larger than times[0] = 0, found 0")]
    [InlineData("times", "[1, 0]", "times[1]: expected a number larger than times[0] = 1, found 0")]
    [InlineData("times", "[-1, 0]", "times[0]: expected a time in [0, T] = [0, 2], found -1")]
    [InlineData("times", "[0, 2.00000001]", "times[1]: expected a time in [0, T] = [0, 2], found 2.00000001")]
    [InlineData("times", "[0, 1, 2]", "x: expected 3 rows, one for each of times, found 2")]
    [InlineData("x", null, "x: expected this field, found none")]
    [InlineData("x", "[]", "x: expected an array of rows of positions, at least one, found an empty array")]
    [InlineData("x", "[[0, 1, 2], []]", "x[1]: expected a row of positions, at least one, found an empty array")]
    [InlineData("x", "[[0, 1, 2], 3]", "x[1]: expected a row of positions, found 3")]
    [InlineData("x", "[[0, 1, 2], [0, 1, 2, 3]]", "x[1]: does not belong to the case: expected n = 3 positions, found 4")]
    [InlineData("x", "[[0, 1, 2], [0, 1, \"2\"]]", "x[1][2]: expected a finite number, found the text \"2\"")]
    [InlineData("x", "[[0, 1, 2], [0, 1, 1e999]]", "x[1][2]: expected a finite number, found 1e999")]
    [InlineData("b", null, "b: expected this field, found none")]
    [InlineData("b", "[[1, 1, -1]]", "b: expected 2 rows, one for each of times, found 1")]
    [InlineData("b", "[[1, 1, -1], [1, 1]]", "b[1]: does not belong to the case: expected n = 3 charges, found 2")]
    [InlineData("b", "[[1, 1, -1], [1, 1, 2]]", "b[1][2]: expected a charge, -1, 0 or 1, found 2")]
    [InlineData("energy", "[1]", "energy: expected 2 numbers, one for each of times, found 1")]
    [InlineData("energy", "[1, 1e400]", "energy[1]: expected a finite number, found 1e400")]
    [InlineData("dissipation", "[1, 2, 3]", "dissipation: expected 2 numbers, one for each of times, found 3")]
    [InlineData("dissipation", "null", "dissipation: expected an array of numbers, found null")]
    [InlineData("uncertainty", "-1", "uncertainty: expected a number of at least 0, found -1")]
    [InlineData("uncertainty", "1e400", "uncertainty: expected a finite number, found 1e400")]
    [InlineData("uncertainty", "null", "uncertainty: expected a finite number, found null")]
    [InlineData("solver", "1", "solver: expected a text, found 1")]
    [InlineData("solver", "\"\\ud800\"", "solver: expected a text, found half of a surrogate pair")]
    [InlineData("ended", "false", "ended: expected a text, found false")]
    [InlineData("statistics", "[]", "statistics: expected an object, found an array of 0")]
    [InlineData("statistics", "{\"steps\": 1.5}", "statistics.steps: expected an integer, found 1.5")]
    [InlineData("statistics", "{\"steps\": 1e300}", "statistics.steps: expected an integer, found 1e300")]
    [InlineData("statistics", "{\"steps\": \"1\"}", "statistics.steps: expected an integer, found the text \"1\"")]
    [InlineData("collisions", "{}", "collisions: expected an array of collisions, found an object")]
    [InlineData("collisions", "[{\"time\": 1, \"pairs\": [[0, 1]]}]", "collisions[0].at: expected this field, found none")]
    [InlineData("collisions", "[{\"time\": 1, \"pairs\": [[0, 1]], \"at\": [0], \"where\": 1}]",
        "collisions[0].where: unknown field; expected one of: time, pairs, at")]
    [InlineData("collisions", "[{\"time\": 3, \"pairs\": [[0, 1]], \"at\": [0]}]",
        "collisions[0].time: expected a time in [0, T] = [0, 2], found 3")]
    [InlineData("collisions", "[{\"time\": 1, \"pairs\": [], \"at\": [0]}]",
        "collisions[0].pairs: expected an array of pairs, at least one, found an empty array")]
    [InlineData("collisions", "[{\"time\": 1, \"pairs\": [[0, 3]], \"at\": [0]}]",
        "collisions[0].pairs[0][1]: expected the number of a particle, 0 to 2, found 3")]
    [InlineData("collisions", "[{\"time\": 1, \"pairs\": [[-1, 1]], \"at\": [0]}]",
        "collisions[0].pairs[0][0]: expected the number of a particle, 0 to 2, found -1")]
    [InlineData("collisions", "[{\"time\": 1, \"pairs\": [[0.5, 1]], \"at\": [0]}]",
        "collisions[0].pairs[0][0]: expected the number of a particle, 0 to 2, found 0.5")]
    [InlineData("collisions", "[{\"time\": 1, \"pairs\": [[1, 1]], \"at\": [0]}]",
        "collisions[0].pairs[0]: expected two different particles, found 1 twice")]
    [InlineData("collisions", "[{\"time\": 1, \"pairs\": [[0, 1, 2]], \"at\": [0]}]",
        "collisions[0].pairs[0]: expected a pair of particles, two numbers, found an array of 3")]
    [InlineData("collisions", "[{\"time\": 1, \"pairs\": [[0, 1]], \"at\": [0, 1]}]",
        "collisions[0].at: expected 1 places, one for each of pairs, found 2")]
    [InlineData("collisions", "[{\"time\": 1, \"pairs\": [[0, 1]], \"at\": [0]}, {\"time\": 1, \"pairs\": [[0, 1]], \"at\": [0]}]",
        "collisions[1].time: expected a time larger than 1, that of the collision before "
        + "(pairs that meet at one time stand together in one collision), found 1")]
    [InlineData("close", "[{\"pair\": [0, 1], \"logGap\": [null]}]", "close[0].logGap: expected 2 values, one for each of times, found 1")]
    [InlineData("close", "[{\"pair\": [0, 1], \"logGap\": [null, 1e400]}]", "close[0].logGap[1]: expected a finite number, found 1e400")]
    [InlineData("close", "[{\"pair\": [0, 1], \"logGap\": [null, true]}]",
        "close[0].logGap[1]: expected a finite number or null, found true")]
    [InlineData("close", "[{\"pair\": [0, 0], \"logGap\": [null, 1]}]", "close[0].pair: expected two different particles, found 0 twice")]
    [InlineData("close", "[{\"pair\": [0, 1]}]", "close[0].logGap: expected this field, found none")]
    [InlineData("d", "[1]", "d: unknown field; expected one of: times, x, b, collisions, energy, dissipation, uncertainty, solver, "
        + "statistics, close, ended")]
    public void A_bad_field_is_named_with_what_was_expected(string field, string? json, string expected) =>
        Assert.Equal("run.json: " + expected, Sample.RunError(field, json));

    [Fact]
    public void The_only_particle_cannot_collide()
    {
        var alone = Sample.Case with { X = [0], B = [1] };
        var json = "{\"times\": [0], \"x\": [[0]], \"b\": [[1]], \"collisions\": [{\"time\": 1, \"pairs\": [[0, 1]], \"at\": [0]}]}";
        Assert.Equal(
            "run.json: collisions[0].pairs[0][1]: expected the number of a particle, 0, found 1",
            Sample.Message(() => Sample.ParseRun(json, alone)));
    }

    [Fact]
    public void A_trajectory_is_read_from_its_file()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.run.json");
        AtomicFile.Write(path, stream => RunFormat.Write(stream, Sample.ParseRun(Sample.RunWith("ended", null))));
        Same.Runs(Sample.ParseRun(Sample.RunWith("ended", null)), RunFormat.ReadLineRun(path, Sample.Case));
        Assert.StartsWith(
            $"{path}: x[0]: does not belong to the case: expected n = 2 positions, found 3",
            Sample.Message(() => RunFormat.ReadLineRun(path, Sample.Case with { X = [0, 1], B = [1, 1] })),
            StringComparison.Ordinal);
    }
}
