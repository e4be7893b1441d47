using Orowan.Formats;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Flows;

/// <summary>Opposite neighbours that attract each other close exponentially and never meet, however small their gap becomes.</summary>
public sealed class OppositePairTests
{
    /// <summary>The gap itself, carried by the positions about 0, or its logarithm beside them.</summary>
    [Theory]
    [InlineData(0.05, 0.2, 1, 0)]
    [InlineData(0.05, 0.01, 1, 0)]
    [InlineData(1e-3, 0.01, 1, 0)]
    [InlineData(1e-3, 0.01, 1, 0.3)]
    [InlineData(0.05, 0.2, 1, -7)]
    [InlineData(1, 5, 30, 0)]
    [InlineData(0.3, 0.2, 4, 100)]
    public void An_isolated_pair_follows_Lambert(double delta, double gap, double horizon, double centre)
    {
        double[] x = [centre - (0.5 * gap), centre + (0.5 * gap)];
        var stated = x[1] - x[0];
        var run = Line.Solve(Line.Case(Line.Log, Line.Attraction(delta), x, [1, -1], horizon, Line.Times(horizon, 16)));
        Assert.Null(run.Ended);
        Assert.Empty(run.Collisions!.Value);
        Assert.All(run.B, row => Assert.Equal([1, -1], row));
        for (var k = 0; k < run.Times.Length; k++)
        {
            var expected = ClosedForm.LambertLogGap(stated, run.Times[k], 2, delta);
            if (LogGap(run, k) is { } logarithm)
            {
                Line.AssertWithin(Math.Abs(logarithm - expected), 1e-10 * Math.Abs(expected), $"log of the gap at t = {run.Times[k]:R}");
            }
            Line.AssertWithin(
                Math.Abs(run.X[k][1] - run.X[k][0] - Math.Exp(expected)),
                (2 * run.Uncertainty!.Value) + (8 * Floating.Spacing * stated),
                $"gap in the positions at t = {run.Times[k]:R}");
        }
    }

    [Theory]
    [InlineData(0.05, -430, -390)]
    [InlineData(1e-3, -1.1e6, -0.9e6)]
    public void A_gap_far_below_the_smallest_double_is_written_by_its_logarithm(double delta, double from, double to)
    {
        var run = Line.Solve(Line.Case(Line.Log, Line.Attraction(delta), [0.3, 0.31], [-1, 1], 1, [0, 1]));
        var close = Assert.Single(run.Close);
        Assert.Equal((0, 1), (close.I, close.J));
        Assert.Null(close.LogGap[0]);
        var last = close.LogGap[1]!.Value;
        Assert.InRange(last, from, to);
        var expected = ClosedForm.LambertLogGap(0.31 - 0.3, 1, 2, delta);
        Line.AssertWithin(Math.Abs(last - expected), 1e-10 * Math.Abs(expected), "log of the gap");
    }

    /// <summary>Ghosts slow the pair down by their share of n and do nothing else.</summary>
    [Fact]
    public void Ghosts_only_count_in_n()
    {
        var run = Line.Solve(Line.Case(Line.Log, Line.Attraction(0.1), [-1, 0, 0.2, 0.7, 5], [0, 1, -1, 0, 0], 1, Line.Times(1, 8)));
        Assert.Empty(run.Collisions!.Value);
        for (var k = 0; k < run.Times.Length; k++)
        {
            var half = 0.5 * Math.Exp(ClosedForm.LambertLogGap(0.2, run.Times[k], 5, 0.1));
            double[] expected = [-1, 0.1 - half, 0.1 + half, 0.7, 5];
            for (var i = 0; i < 5; i++)
            {
                Line.AssertWithin(Math.Abs(run.X[k][i] - expected[i]), run.Uncertainty!.Value, $"particle {i} at t = {run.Times[k]:R}");
            }
            Assert.Equal((-1.0, 0.7, 5.0), (run.X[k][0], run.X[k][3], run.X[k][4]));
        }
    }

    /// <summary>
    /// Coincident pairs form an invariant set, so the alive never all annihilate at one instant: what an analyst knows and a code that
    /// merges what looks equal does not.
    /// </summary>
    [Theory]
    [InlineData("+-+-")]
    [InlineData("+--+")]
    [InlineData("-+-+")]
    [InlineData("-++-")]
    public void Far_dipoles_close_and_are_never_annihilated(string signs)
    {
        var b = Line.Charges(signs);
        var run = Line.Solve(Line.Case(Line.Log, Line.Attraction(0.3), [-1.05, -0.95, 0.95, 1.05], b, 20, Line.Times(20, 20)));
        Assert.Null(run.Ended);
        Assert.Empty(run.Collisions!.Value);
        Assert.All(run.B, row => Assert.Equal(b, row));
        foreach (var left in new[] { 0, 2 })
        {
            var logarithms = Enumerable.Range(0, run.Times.Length).Select(k => LogGap(run, k, left)).OfType<double>().ToArray();
            Assert.True(logarithms.Length >= 10, "most of the rows are below the resolution of positions");
            Assert.All(logarithms, l => Assert.True(double.IsFinite(l)));
            Assert.All(logarithms.Zip(logarithms.Skip(1)), pair => Assert.True(pair.Second < pair.First, $"{pair.Second:R} after {pair.First:R}"));
        }
    }

    /// <summary>
    /// Three dipoles in a row hold each other: their gaps tend to a fixed ratio and close at one common rate, which the drive by the
    /// neighbours' gaps, a fixed share of it, does not turn into a contact.
    /// </summary>
    [Fact]
    public void Three_near_dipoles_close_together_and_are_never_annihilated()
    {
        const double Delta = 0.01;
        var run = Line.Solve(Line.Case(
            Line.Log, Line.Attraction(Delta), [0.2644, 0.3037, 0.6340, 0.7816, 0.8177, 0.95], Line.Charges("-+-+-+"), 3, Line.Times(3, 12)));
        Assert.Null(run.Ended);
        Assert.Empty(run.Collisions!.Value);
        Assert.All(run.B, row => Assert.DoesNotContain(0, row));
        Assert.All(run.Close, gap => Assert.True(gap.LogGap[^1] < -1_000, $"the logarithm of gap {gap.I} ends at {gap.LogGap[^1]:R}"));
        Assert.NotEmpty(run.Close);
    }

    /// <summary>
    /// Gaps g, e far below their distance R obey g' = -(1/n) [2 W''(0) g + W''(R) (g + e) + V''(R) (g - e)] when the dipoles point the same
    /// way, with V and W exchanged in the last two terms when they do not; mirror symmetry keeps g = e.
    /// </summary>
    [Theory]
    [InlineData("+-+-")]
    [InlineData("+--+")]
    public void Both_far_dipoles_close_alike_at_the_rate_of_linear_theory(string signs)
    {
        var b = Line.Charges(signs);
        var (v, w) = (Line.Log, Line.Attraction(0.3));
        var run = Line.Solve(Line.Case(v, w, [-1.05, -0.95, 0.95, 1.05], b, 20, [0, 19, 19.5, 20]));
        var distance = run.X[2][2] - run.X[2][0];
        var curvature = (b[0] == b[2] ? w : v).Curvature(distance);
        var expected = -2 * (w.Curvature(0) + curvature) / 4;
        foreach (var left in new[] { 0, 2 })
        {
            // The dipoles repel each other slowly, so the rate changes: the mean over one unit of time against the rate in its middle.
            Assert.Equal(expected, LogGap(run, 3, left)!.Value - LogGap(run, 1, left)!.Value, 1e-6);
        }
    }

    /// <summary>Outside Assumption 2.1: W = log r pulls without bound, and d^2 = d_0^2 - 4t/n ends in a contact with infinite speed.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void A_singular_attraction_meets_at_the_right_time_or_says_why_it_stops(int n)
    {
        const double Gap = 0.6;
        var meets = n * Gap * Gap / 4;
        double[] x = [.. new[] { -0.3, 0.3, 2 }.Take(n)];
        int[] b = [.. new[] { 1, -1, 0 }.Take(n)];
        var w = new NegatedPotential(new LogPotential());
        var run = Line.Solve(Line.Case(Line.Log, w, x, b, 1, Line.Times(1, 40), 1e-9));
        foreach (var (t, row) in run.Times.Zip(run.X).Where(r => r.First < meets))
        {
            Assert.Equal(Math.Sqrt((Gap * Gap) - (4 * t / n)), row[1] - row[0], 2e-8);
        }
        if (run.Ended is { } reason)
        {
            Assert.Contains("particles 0 and 1", reason, StringComparison.Ordinal);
            Assert.True(run.Times[^1] < meets);
            return;
        }
        Assert.Equal(meets, Assert.Single(run.Collisions!.Value).Time, 1e-8);
    }

    [Fact]
    public void Like_particles_that_attract_end_the_run_with_a_sentence()
    {
        var run = Line.Solve(Line.Case(new NegatedPotential(new LogPotential()), Line.None, [-0.3, 0.3], [1, 1], 1, Line.Times(1, 40), 1e-9));
        Assert.NotNull(run.Ended);
        Assert.Contains("particles 0 and 1 meet under a singular force", run.Ended, StringComparison.Ordinal);
        Assert.True(run.Times[^1] < 0.18, "no row after the contact at t = 0.18");
        Assert.True(run.Times[^1] > 0.17, "rows up to the contact at t = 0.18");
        Assert.Equal(run.Times.Length, run.X.Length);
    }

    /// <summary>log of the gap where it is written; else where positions around 0 carry it to all digits; else null.</summary>
    private static double? LogGap(LineRun run, int row, int left = 0)
    {
        foreach (var close in run.Close)
        {
            if (close.I == left && close.LogGap[row] is { } logarithm) return logarithm;
        }
        var (x, y) = (run.X[row][left], run.X[row][left + 1]);
        return Math.Max(Math.Abs(x), Math.Abs(y)) <= y - x ? Math.Log(y - x) : null;
    }
}
