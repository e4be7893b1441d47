using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Flows;

/// <summary>Motions of particles of one sign, or of two signs that do not feel each other, that are known exactly.</summary>
public sealed class LikeParticlesTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(16)]
    [InlineData(32)]
    public void Hermite_zeros_stay_Hermite_zeros(int n)
    {
        var (zeros, initial) = (ClosedForm.HermiteZeros(n), Math.Sqrt(1.0 / n));
        double[] At(double t) => [.. zeros.Select(h => ClosedForm.HermiteScale(initial, t, n) * h)];
        var run = Line.AssertExact(
            Line.Case(Line.Log, Line.None, At(0), [.. Enumerable.Repeat(1, n)], 1, Line.Times(1, 10)), At);
        Assert.Empty(run.Collisions!.Value);
    }

    /// <summary>
    /// V outside (2.1c): charges of one sign attract each other at the rate 1, far below what doubles at their place can tell apart. The
    /// gap, e^-50 and less in these rows, is nothing beside the error of the run.
    /// </summary>
    [Theory]
    [InlineData(1e-6)]
    [InlineData(1e-9)]
    [InlineData(1e-11)]
    public void Like_particles_that_attract_without_a_singularity_close_for_ever(double tolerance)
    {
        double[] output = [.. Enumerable.Range(10, 51).Select(k => 5.0 * k)];
        var run = Line.Solve(Line.Case(new GaussianPotential(-1, 1), Line.None, [0, 1], [1, 1], 300, output, tolerance));
        Assert.Null(run.Ended);
        Assert.All(run.X, row => Assert.All(row, x => Line.AssertWithin(Math.Abs(x - 0.5), run.Uncertainty!.Value, "distance from the centre")));
        Assert.All(run.Close.SelectMany(c => c.LogGap), log => Assert.True(log is null || double.IsFinite(log.Value)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(32)]
    public void Hermite_zeros_satisfy_the_equation_of_equilibrium(int n)
    {
        var h = ClosedForm.HermiteZeros(n);
        for (var i = 0; i < n; i++)
        {
            var sum = Enumerable.Range(0, n).Where(j => j != i).Sum(j => 1 / (h[i] - h[j]));
            Line.AssertWithin(Math.Abs(sum - h[i]), 1e-12 * n, $"defect of zero {i} of H_{n}");
        }
    }

    [Theory]
    [InlineData("++", 0)]
    [InlineData("--", 0)]
    [InlineData("0++", 1)]
    [InlineData("+0+", 0)]
    [InlineData("00--0", 2)]
    public void Two_like_particles_move_apart(string signs, int left)
    {
        var b = Line.Charges(signs);
        var n = b.Length;
        var x = Enumerable.Range(0, n).Select(i => 0.3 * i).ToArray();
        var right = Array.FindLastIndex(b, q => q != 0);
        var (centre, gap) = (0.5 * (x[left] + x[right]), x[right] - x[left]);
        double[] At(double t)
        {
            var now = (double[])x.Clone();
            var half = 0.5 * ClosedForm.LikeGap(gap, t, n);
            (now[left], now[right]) = (centre - half, centre + half);
            return now;
        }

        Line.AssertExact(Line.Case(Line.Log, Line.Attraction(0.2), x, b, 3, Line.Times(3, 7)), At);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.4)]
    [InlineData(3)]
    public void Two_like_walls_move_apart(double gap)
    {
        double[] At(double t) => [-0.5 * ClosedForm.WallGap(gap, t, 2), 0.5 * ClosedForm.WallGap(gap, t, 2)];
        Line.AssertExact(Line.Case(new WallPotential(), Line.None, At(0), [1, 1], 2, Line.Times(2, 8)), At);
    }

    /// <summary>
    /// A, section 1.6 on small-scale oscillations. With W = 0 each sign is a Hermite flow of its own with the factor 1/n of all, so the two
    /// scales stay equal and zeros of H_m and H_(m-1) stay interlaced: nothing annihilates, although kappa_n is of mass 1/n, and M_2
    /// grows at the rate [m(m-1) + (m-1)(m-2)]/n^2.
    /// </summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public void Interlaced_Hermite_zeros_never_collide(int m)
    {
        var n = (2 * m) - 1;
        var (plus, minus) = (ClosedForm.HermiteZeros(m), ClosedForm.HermiteZeros(m - 1));
        var shape = plus.Concat(minus).Order().ToArray();
        double[] At(double t) => [.. shape.Select(h => ClosedForm.HermiteScale(0.5, t, n) * h)];
        var b = Enumerable.Range(0, n).Select(i => i % 2 == 0 ? 1 : -1).ToArray();
        Assert.Equal(plus, shape.Where((_, i) => i % 2 == 0));
        var run = Line.AssertExact(Line.Case(Line.Log, Line.None, At(0), b, 20, Line.Times(20, 10)), At);
        Assert.Empty(run.Collisions!.Value);
        Assert.All(run.B, row => Assert.Equal(b, row));
        var rate = 2.0 * (m - 1) * (m - 1) / n / n;
        Assert.Equal(20 * rate, SecondMoment(run.X[^1]) - SecondMoment(run.X[0]), 1e-9);
    }

    /// <summary>The pair is isolated for so short a time: what the others do changes its gap by less than 1e-16 of itself.</summary>
    [Theory]
    [InlineData(false, 1)]
    [InlineData(false, -1)]
    [InlineData(true, 1)]
    [InlineData(true, -1)]
    public void Like_particles_that_nearly_touch_keep_the_digits_of_their_gap(bool withGhosts, int sign)
    {
        const double Gap = 1e-8;
        double[] x = withGhosts ? [-1, -0.5 * Gap, 0.5 * Gap, 1] : [-0.5 * Gap, 0.5 * Gap];
        int[] b = withGhosts ? [0, sign, sign, 0] : [sign, sign];
        var (n, left) = (x.Length, withGhosts ? 1 : 0);
        double[] output = [0, 1e-18, 1e-17, 1e-16, 1e-12, 1e-3];
        var run = Line.Solve(Line.Case(Line.Log, Line.None, x, b, 1, output));
        for (var k = 0; k < output.Length; k++)
        {
            var expected = ClosedForm.LikeGap(Gap, output[k], n);
            Line.AssertWithin(Math.Abs(run.X[k][left + 1] - run.X[k][left] - expected), 1e-10 * expected, $"gap at t = {output[k]:R}");
        }
    }

    [Fact]
    public void A_gap_of_like_particles_keeps_its_digits_among_others()
    {
        const double Gap = 1e-8;
        double[] output = [0, 1e-18, 1e-17, 1e-16];
        var run = Line.Solve(Line.Case(Line.Log, Line.None, [-1, -0.5 * Gap, 0.5 * Gap, 1], [1, 1, 1, 1], 1, output));
        for (var k = 0; k < output.Length; k++)
        {
            var expected = ClosedForm.LikeGap(Gap, output[k], 4);
            Line.AssertWithin(Math.Abs(run.X[k][2] - run.X[k][1] - expected), 1e-10 * expected, $"gap at t = {output[k]:R}");
        }
    }

    private static double SecondMoment(double[] x) => x.Sum(y => y * y) / x.Length;
}
