using System.Text;
using Orowan.Formats;
using Xunit;

namespace Orowan.Tests.Formats;

public class RoundTripTests
{
    [Fact]
    public void A_case_comes_back_bit_by_bit_and_its_text_is_the_same_again()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var subject = new RandomSubjects(seed).Case();
            var json = CaseFormat.ToJson(subject);
            var again = Assert.IsType<LineCase>(Sample.ParseCase(json));
            Same.Cases(subject, again);
            Assert.Equal(json, CaseFormat.ToJson(again));
        }
    }

    [Fact]
    public void A_run_comes_back_bit_by_bit_and_its_text_is_the_same_again()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new RandomSubjects(seed);
            var subject = random.Case();
            var run = random.Run(subject);
            var json = RunFormat.ToJson(run);
            var again = Sample.ParseRun(json, subject);
            Same.Runs(run, again);
            Assert.Equal(json, RunFormat.ToJson(again));
        }
    }

    [Fact]
    public void A_pair_comes_back()
    {
        var random = new RandomSubjects(1);
        var pair = new Pair<LineCase>(random.Case(), random.Case());
        var again = Assert.IsType<Pair<LineCase>>(Sample.ParseCase(CaseFormat.ToJson(pair)));
        Same.Cases(pair.First, again.First);
        Same.Cases(pair.Second, again.Second);
    }

    [Fact]
    public void A_ladder_comes_back()
    {
        var random = new RandomSubjects(2);
        var ladder = new Ladder<LineCase>([random.Case(), random.Case(), random.Case()]);
        var again = Assert.IsType<Ladder<LineCase>>(Sample.ParseCase(CaseFormat.ToJson(ladder)));
        Assert.Equal(3, again.Rungs.Length);
        for (var i = 0; i < 3; i++) Same.Cases(ladder.Rungs[i], again.Rungs[i]);
    }

    [Fact]
    public void A_pair_of_potentials_comes_back()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new RandomSubjects(seed);
            var potentials = new PotentialPair(random.Potential(5), random.Potential(5));
            Assert.Equal(potentials, Sample.ParseCase(CaseFormat.ToJson(potentials)));
        }
    }

    [Fact]
    public void The_stream_gets_the_bytes_of_the_text()
    {
        using var cases = new MemoryStream();
        CaseFormat.Write(cases, Sample.Case);
        Assert.Equal(CaseFormat.ToJson(Sample.Case), Encoding.UTF8.GetString(cases.ToArray()));
        var run = new RandomSubjects(3).Run(Sample.Case);
        using var runs = new MemoryStream();
        RunFormat.Write(runs, run);
        Assert.Equal(RunFormat.ToJson(run), Encoding.UTF8.GetString(runs.ToArray()));
    }

    [Fact]
    public void A_case_is_laid_out_for_people()
    {
        var expected = """
            {
              "system": "annihilation",
              "V": {"kind": "log"},
              "W": {"kind": "zero"},
              "x": [-0.5, 0.5, 1],
              "b": [1, 1, -1],
              "T": 2,
              "output": [0, 1, 2],
              "tolerance": 1E-09
            }

            """;
        Assert.Equal(expected.ReplaceLineEndings("\n"), CaseFormat.ToJson(Sample.Case));
    }

    [Fact]
    public void A_run_is_laid_out_for_people_with_a_row_on_a_line()
    {
        var expected = """
            {
              "times": [0, 2],
              "x": [
                [-0.123456789012345, 0.123456789012345, 1.0123456789012],
                [-0.234567890123456, 0.234567890123456, 0.345678901234567]
              ],
              "b": [[1, 1, -1], [1, 0, 0]],
              "collisions": [{"time": 1.5, "pairs": [[1, 2]], "at": [0.8]}],
              "solver": "orowan 0.1+a"
            }

            """;
        var run = new LineRun(
            [0, 2],
            [[-0.123456789012345, 0.123456789012345, 1.0123456789012], [-0.234567890123456, 0.234567890123456, 0.345678901234567]],
            [[1, 1, -1], [1, 0, 0]])
        {
            Collisions = [new(1.5, [(1, 2)], [0.8])],
            Solver = "orowan 0.1+a",
        };
        Assert.Equal(expected.ReplaceLineEndings("\n"), RunFormat.ToJson(run));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_number_that_is_not_finite_is_refused_before_anything_is_written(double value)
    {
        using var stream = new MemoryStream();
        Assert.ThrowsAny<ArgumentException>(() => CaseFormat.Write(stream, Sample.Case with { X = [0, 1, value] }));
        var run = new LineRun([0], [[0, 1, 2]], [[1, 1, -1]]) { Energy = [value] };
        Assert.ThrowsAny<ArgumentException>(() => RunFormat.Write(stream, run));
        Assert.Equal(0, stream.Length);
    }
}
