using MathNet.Numerics.Integration;
using Orowan.Potentials;
using Xunit;
using static System.Math;

namespace Orowan.Tests.Potentials;

/// <summary>The wall potential by what it is, A, section 1.2: the sum over a vertical wall of equally spaced dislocations.</summary>
public sealed class WallTests
{
    private readonly WallPotential wall = new();

    /// <summary>V + log r = 1 - log 2 + r^2/6 + O(r^4); up to r = 1e-8 the remainder is below a unit of the terms.</summary>
    [Fact]
    public void Near_zero_it_is_the_logarithm()
    {
        foreach (var r in Samples.Distances(1e-300, 1e-8, 61)) Assert.Equal(1 - Log(2), wall.Value(r) + Log(r), 4e-16 * (2 - Log(r)));
        Assert.Equal(1 - Log(2) + 1e-4 / 6, wall.Value(0.01) + Log(0.01), 1e-9);
    }

    /// <summary>
    /// The integral over R is pi^2/3. On (0, 1) the logarithm is split off, whose integral is 1; beyond 40 the rest is below 1e-33.
    /// </summary>
    [Fact]
    public void Its_integral_is_a_third_of_pi_squared()
    {
        var near = 1 + GaussLegendreRule.Integrate(r => wall.Value(r) + Log(r), 0, 1, 32);
        var far = 0.0;
        for (var r = 1; r < 40; r++) far += GaussLegendreRule.Integrate(wall.Value, r, r + 1, 32);
        Assert.Equal(PI * PI / 3, 2 * (near + far), 1e-13);
    }

    /// <summary>
    /// V' = -sum_k r (r^2 - k^2 pi^2)/(r^2 + k^2 pi^2)^2 over all integers k. The tail beyond N is, by the midpoint rule,
    /// 2 r (N + 1/2)/(r^2 + (N + 1/2)^2 pi^2) up to O(r/N^3), since x/(r^2 + pi^2 x^2) has the derivative
    /// (r^2 - pi^2 x^2)/(r^2 + pi^2 x^2)^2.
    /// </summary>
    [Theory]
    [InlineData(0.01)]
    [InlineData(0.5)]
    [InlineData(1.7)]
    [InlineData(6.0)]
    public void Its_slope_is_the_sum_over_the_wall(double r)
    {
        const int Last = 4000;
        var sum = 0.0;
        for (var k = Last; k > 0; k--) sum += 2 * Term(r, k * PI);
        sum += Term(r, 0);
        var end = Last + 0.5;
        sum -= 2 * r * end / (r * r + PI * PI * end * end);
        Assert.Equal(wall.Slope(r), -sum, 1e-10 * r + 1e-14 / r);
    }

    private static double Term(double r, double height)
    {
        var square = r * r + height * height;
        return r * (r - height) * (r + height) / (square * square);
    }

    [Fact]
    public void Its_slope_is_minus_r_over_sinh_squared()
    {
        foreach (var r in Samples.Distances(1e-6, 300, 400)) Assert.Equal(1, wall.Slope(r) * -(Sinh(r) / r * Sinh(r)), 4e-15 + 1e-15 * r);
    }

    [Fact]
    public void It_decreases_and_is_positive()
    {
        var values = Samples.Distances(1e-10, 300, 3000).Select(wall.Value).ToArray();
        Assert.All(values, value => Assert.True(value > 0));
        for (var i = 1; i < values.Length; i++) Assert.True(values[i] < values[i - 1]);
    }

    /// <summary>What the printed formula gives in doubles is 17 % off here, so this pins the form used.</summary>
    [Fact]
    public void At_eighteen_the_printed_formula_fails_and_this_one_does_not()
    {
        const double R = 18;
        var printed = R * Cosh(R) / Sinh(R) - Log(2 * Sinh(R));
        Assert.True(Abs(printed / wall.Value(R) - 1) > 0.05);
        Assert.Equal(1, wall.Value(R) / ((2 * R + 1) * Exp(-2 * R)), 1e-14);
    }

    [Fact]
    public void The_regularised_wall_is_the_wall_at_the_hypotenuse()
    {
        var regularised = new RegularisedWallPotential(0.3);
        foreach (var r in Samples.Distances(1e-6, 100, 200))
        {
            var q = Sqrt(r * r + 0.09);
            Assert.Equal(wall.Value(q), regularised.Value(r), 1e-14 * wall.Value(q) * (1 + 2 * q));
            Assert.Equal(wall.Slope(q) * r / q, regularised.Slope(r), 1e-14 * Abs(wall.Slope(q)) * (1 + 2 * q));
        }
    }
}
