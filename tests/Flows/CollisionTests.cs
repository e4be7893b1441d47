using System.Collections.Immutable;
using Orowan.Claims.Annihilation;
using Orowan.Formats;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Flows;

/// <summary>Annihilations with known times and places, and how rows and events record them.</summary>
public sealed class CollisionTests
{
    public static TheoryData<double, double, double> PlusPlusMinusData => new()
    {
        { -0.5, 0.5, 1 },
        { 0, 0.001, 1 },
        { 0, 1, 1.0001 },
        { 0, 1, 1 + 1e-9 },
        { -3, -2, 0.7 },
        { 100, 100.25, 100.5 },
    };

    [Theory]
    [MemberData(nameof(PlusPlusMinusData))]
    public void The_right_one_of_two_like_particles_meets_a_resting_opposite(double first, double second, double third)
    {
        double[] x = [first, second, third];
        foreach (var (sign, n) in new[] { (1, 3), (-1, 3), (1, 5) })
        {
            double[] all = [.. x.Concat([third + 1, third + 2]).Take(n)];
            int[] b = [.. new[] { sign, sign, -sign, 0, 0 }.Take(n)];
            var meets = ClosedForm.PlusPlusMinusTime(x, n);
            var horizon = 1.25 * meets;
            var run = Line.AssertExact(
                Line.Case(Line.Log, Line.None, all, b, horizon, Line.Times(horizon, 9), 1e-10),
                t => ClosedForm.PlusPlusMinus(x, t, n));
            var collision = Assert.Single(run.Collisions!.Value);
            Assert.Equal<(int, int)>([(1, 2)], collision.Pairs);
            Line.AssertWithin(Math.Abs(collision.Time - meets), run.Uncertainty!.Value, "error of the time of the collision");
            Line.AssertWithin(Math.Abs(collision.At[0] - third), run.Uncertainty.Value, "error of the place of the collision");
            Assert.Equal([sign, 0, 0], run.B[^1].Take(3));
            Assert.Equal(run.X[^1][1], run.X[^1][2]);
        }
    }

    /// <summary>Reflection turns (+, +, -) into (-, +, +).</summary>
    [Fact]
    public void The_left_one_of_two_like_particles_meets_a_resting_opposite()
    {
        double[] mirrored = [-1, -0.5, 0.5];
        var run = Line.AssertExact(
            Line.Case(Line.Log, Line.None, mirrored, [-1, 1, 1], 3, Line.Times(3, 12), 1e-10),
            t => [.. ClosedForm.PlusPlusMinus([-0.5, 0.5, 1], t, 3).Reverse().Select(y => -y)]);
        Assert.Equal(2.25, Assert.Single(run.Collisions!.Value).Time, run.Uncertainty!.Value);
    }

    [Theory]
    [InlineData("++--++")]
    [InlineData("--++--")]
    public void Mirror_images_annihilate_in_one_event_at_different_places(string signs)
    {
        var run = Line.Solve(Line.Case(Line.Log, Line.None, [-1.5, -1.25, -1, 1, 1.25, 1.5], Line.Charges(signs), 2, Line.Times(2, 20)));
        AssertMirrored(run);
        var collision = run.Collisions!.Value[0];
        Assert.Equal<(int, int)>([(1, 2), (3, 4)], collision.Pairs);
        Assert.NotEqual(collision.At[0], collision.At[1]);
    }

    [Fact]
    public void Mirror_images_annihilate_together_again_and_again()
    {
        double[] half = [0.3, 0.45, 0.8, 0.9, 1.5, 1.55, 1.7];
        int[] charges = [1, 1, -1, -1, 1, -1, -1];
        double[] x = [.. half.Reverse().Select(y => -y), .. half];
        int[] b = [.. charges.Reverse(), .. charges];
        var run = Line.Solve(Line.Case(Line.Log, Line.Attraction(0.25), x, b, 2, Line.Times(2, 20)));
        Assert.True(run.Collisions!.Value.Length >= 2, "the case has several events");
        AssertMirrored(run);
    }

    private static void AssertMirrored(LineRun run)
    {
        var n = run.X[0].Length;
        Assert.NotEmpty(run.Collisions!.Value);
        foreach (var collision in run.Collisions!.Value)
        {
            var pairs = collision.Pairs.ToImmutableSortedSet();
            Assert.Equal(pairs, [.. pairs.Select(p => (n - 1 - p.J, n - 1 - p.I))]);
            Assert.Equal(0, pairs.Count % 2);
            Assert.Equal(0, collision.At.Sum(), 2 * run.Uncertainty!.Value);
            Assert.Equal(collision.At.Length, collision.At.Distinct().Count());
        }
        Assert.All(run.B, row => Assert.Equal(row, row.Reverse()));
    }

    /// <summary>The time of the collision is taken from the run itself, so that a row can fall on it to the last digit.</summary>
    [Fact]
    public void A_row_at_the_time_of_a_collision_holds_the_state_after_it()
    {
        var subject = Line.Case(Line.Log, Line.None, [-0.5, 0.5, 1], [1, 1, -1], 3, [0, 3], 1e-10);
        var meets = Assert.Single(Line.Solve(subject).Collisions!.Value).Time;
        var before = Math.BitDecrement(meets);
        var run = Line.Solve(subject with { Output = [0, before, meets, 3] });
        Assert.Equal(meets, Assert.Single(run.Collisions!.Value).Time);
        Assert.Equal<double>([0, before, meets, 3], run.Times);
        Assert.Equal([1, 1, -1], run.B[1]);
        Assert.Equal([1, 0, 0], run.B[2]);
        Assert.Equal(run.X[2][1], run.X[2][2]);
        Assert.Equal(run.X[2], run.X[3]);
    }

    [Fact]
    public void Rows_need_neither_start_at_zero_nor_end_at_the_horizon()
    {
        double[] x = [-0.5, 0.5, 1];
        var run = Line.AssertExact(
            Line.Case(Line.Log, Line.None, x, [1, 1, -1], 3, [0.3, 1.7], 1e-10),
            t => ClosedForm.PlusPlusMinus(x, t, 3));
        Assert.Equal<double>([0.3, 1.7], run.Times);
        Assert.Equal(2.25, Assert.Single(run.Collisions!.Value).Time, run.Uncertainty!.Value);
        Assert.All(run.B, row => Assert.Equal([1, 1, -1], row));
    }

    [Fact]
    public void Ghosts_in_the_data_rest_and_exert_nothing()
    {
        double[] alive = [-1, -0.25, 0.5, 1.5];
        int[] charges = [1, 1, -1, -1];
        double[] x = [-1, -0.5, -0.25, 0.1, 0.5, 0.500001, 1.5, 3];
        int[] b = [1, 0, 1, 0, -1, 0, -1, 0];
        int[] where = [0, 2, 4, 6];
        var full = Line.Solve(Line.Case(Line.Log, Line.Attraction(0.3), x, b, 2, Line.Times(2, 8)));

        // n counts ghosts: twice the particles move half as fast.
        var bare = Line.Solve(Line.Case(Line.Log, Line.Attraction(0.3), alive, charges, 1, Line.Times(1, 8)));
        for (var k = 0; k < full.Times.Length; k++)
        {
            for (var i = 0; i < where.Length; i++)
            {
                Line.AssertWithin(
                    Math.Abs(full.X[k][where[i]] - bare.X[k][i]),
                    full.Uncertainty!.Value + bare.Uncertainty!.Value,
                    $"particle {where[i]} at t = {full.Times[k]:R}");
            }
            for (var ghost = 1; ghost < x.Length; ghost += 2) Assert.Equal((x[ghost], 0), (full.X[k][ghost], full.B[k][ghost]));
        }
        Assert.Equal(bare.Collisions!.Value.Length, full.Collisions!.Value.Length);
    }

    [Theory]
    [InlineData("+")]
    [InlineData("-")]
    [InlineData("0")]
    [InlineData("000")]
    [InlineData("0+0")]
    public void Where_nothing_interacts_nothing_moves(string signs)
    {
        double[] x = [.. signs.Select((_, i) => 0.7 + (0.1 * i))];
        var run = Line.AssertExact(Line.Case(Line.Log, Line.Attraction(0.1), x, Line.Charges(signs), 1, Line.Times(1, 4)), _ => x);
        Assert.All(run.X, row => Assert.Equal(x, row));
        Assert.All(run.Energy!.Value, e => Assert.Equal(0, e));
        Assert.All(run.Dissipation!.Value, d => Assert.Equal(0, d));
        Assert.Empty(run.Collisions!.Value);
    }

    /// <summary>V = -log, W = 0 has no length of its own: x -> c x goes with t -> c^2 t.</summary>
    [Theory]
    [InlineData(1e6, 1e-4)]
    [InlineData(1e-6, 1e-10)]
    [InlineData(1e-60, 1e-10)]
    [InlineData(1e-100, 1e-10)]
    public void Lengths_and_times_scale_together(double c, double tolerance)
    {
        double[] x = [-2, -1.9, -1, 0.5, 0.75, 1.5, 2];
        var b = Line.Charges("++-+---");
        var unit = Line.Solve(Line.Case(Line.Log, Line.None, x, b, 1, Line.Times(1, 8), 1e-10));
        var scaled = Line.Solve(Line.Case(
            Line.Log, Line.None, [.. x.Select(y => c * y)], b, c * c, [.. Line.Times(1, 8).Select(t => c * c * t)], tolerance));
        Assert.NotEmpty(unit.Collisions!.Value);
        Assert.Equal(unit.Collisions!.Value.Select(e => e.Pairs[0]), scaled.Collisions!.Value.Select(e => e.Pairs[0]));
        foreach (var (ours, theirs) in unit.Collisions!.Value.Zip(scaled.Collisions!.Value)) Assert.Equal(ours.Time, theirs.Time / c / c, 1e-9);
        for (var k = 0; k < unit.Times.Length; k++)
        {
            Assert.Equal(unit.B[k], scaled.B[k]);
            Assert.All(unit.X[k].Zip(scaled.X[k]), pair => Assert.Equal(pair.First, pair.Second / c, 1e-9));
        }
    }

    [Fact]
    public void Energy_is_dissipated_and_the_sum_of_positions_kept_to_rounding()
    {
        var b = Line.Charges("++-+--0+-++-");
        double[] x = [.. b.Select((_, i) => (0.4 * i) - 2.1 + (0.05 * Math.Sin(7 * i)))];
        var run = Line.Solve(Line.Case(Line.Log, Line.Attraction(0.3), x, b, 0.2, Line.Times(0.2, 10)));
        Assert.Empty(run.Collisions!.Value);
        for (var k = 0; k < run.Times.Length; k++)
        {
            Assert.Equal(run.Energy!.Value[0], run.Energy.Value[k] + run.Dissipation!.Value[k], 1e-13);
            Assert.Equal(x.Sum(), run.X[k].Sum(), 1e-13);
        }
        Assert.True(run.Dissipation!.Value[^1] > 1e-3, "the case moves");
    }

    /// <summary>
    /// The same twelve with annihilations: at each the energy jumps by -(1/n^2) [sum over the others of (V + W)(x_i - y) + W(0)], with
    /// the state at the collision from a row that falls on it.
    /// </summary>
    [Fact]
    public void Energy_jumps_at_collisions_by_what_the_pair_leaves_behind()
    {
        var (v, w) = (Line.Log, Line.Attraction(0.3));
        var b = Line.Charges("++-+--0+-++-");
        double[] x = [.. b.Select((_, i) => (0.4 * i) - 2.1 + (0.05 * Math.Sin(7 * i)))];
        var subject = Line.Case(v, w, x, b, 3, [0, 3]);
        var times = Line.Solve(subject).Collisions!.Value.Select(c => c.Time).ToArray();
        Assert.NotEmpty(times);
        var run = Line.Solve(subject with { Output = [0, .. times, 3] });
        Assert.Equal(times, run.Collisions!.Value.Select(c => c.Time));
        double jumps = 0;
        for (var k = 1; k < run.Times.Length; k++)
        {
            if (k <= times.Length) jumps += Jump(run.X[k], run.B[k], run.Collisions!.Value[k - 1], v, w);
            Assert.Equal(run.Energy!.Value[0] + jumps, run.Energy.Value[k] + run.Dissipation!.Value[k], 1e-9);
            Assert.Equal(x.Sum(), run.X[k].Sum(), 1e-13);
        }
    }

    /// <summary>The example that the ledger uses as a counterexample is this file's closed form.</summary>
    [Fact]
    public void The_ledgers_example_annihilates_at_nine_quarters() =>
        Assert.Equal(2.25, Assert.Single(Line.Solve(LineExamples.PlusPlusMinus).Collisions!.Value).Time, 1e-9);

    private static double Jump(double[] x, int[] b, Collision collision, Potential v, Potential w)
    {
        double jump = 0;
        for (var p = 0; p < collision.Pairs.Length; p++)
        {
            var y = collision.At[p];
            jump -= w.Value(0);
            for (var i = 0; i < x.Length; i++)
            {
                if (b[i] != 0) jump -= v.Value(x[i] - y) + w.Value(x[i] - y);
            }
            for (var q = p + 1; q < collision.Pairs.Length; q++) jump -= 2 * (v.Value(collision.At[q] - y) + w.Value(collision.At[q] - y));
        }
        return jump / ((double)x.Length * x.Length);
    }
}
