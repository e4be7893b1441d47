using Orowan.Integration;
using Xunit;

namespace Orowan.Tests.Integration;

public sealed class BernsteinPolynomialTests
{
    [Fact]
    public void A_simple_root_is_found_to_rounding()
    {
        // 1 - 3 theta
        var root = BernsteinPolynomial.FirstNonPositive([1, 0, -1, -2]);
        Assert.NotNull(root);
        Assert.Equal(1.0 / 3, root.Value, 1e-15);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.3)]
    [InlineData(0.9)]
    public void A_double_root_between_positive_ends_is_found(double at)
    {
        // (theta - at)^2 lowered by a rounding
        var root = BernsteinPolynomial.FirstNonPositive([(at * at) - 1e-16, (at * at) - at - 1e-16, ((1 - at) * (1 - at)) - 1e-16]);
        Assert.NotNull(root);
        Assert.Equal(at, root.Value, 1e-7);
    }

    [Theory]
    [InlineData(1e-3)]
    [InlineData(1e-9)]
    [InlineData(1e-14)]
    public void A_polynomial_that_only_comes_near_is_certified(double least)
    {
        Assert.Null(BernsteinPolynomial.FirstNonPositive([0.25 + least, -0.25 + least, 0.25 + least]));
    }

    [Fact]
    public void The_first_of_several_roots_is_found()
    {
        // (theta - 1/4)(theta - 1/2)(theta - 3/4), negated: positive, then not.
        var found = BernsteinPolynomial.FirstNonPositive([3.0 / 32, -13.0 / 96, 13.0 / 96, -3.0 / 32]);
        Assert.NotNull(found);
        Assert.Equal(0.25, found.Value, 1e-14);
    }

    [Fact]
    public void Ends_count()
    {
        Assert.Equal(0, BernsteinPolynomial.FirstNonPositive([0, 1, 1]));
        Assert.Equal(1, BernsteinPolynomial.FirstNonPositive([1.0, 1, 0]));
        Assert.Null(BernsteinPolynomial.FirstNonPositive([1.0]));
    }

    /// <summary>Against a long bisection, for polynomials of degree 7 that fall through zero once, steeply or hardly at all.</summary>
    [Fact]
    public void The_only_root_is_that_of_a_bisection()
    {
        var random = new Random(5);
        for (var trial = 0; trial < 500; trial++)
        {
            var positive = random.Next(1, 7);
            double[] control = [.. Enumerable.Range(0, 8).Select(k => (k < positive ? 1 : -1) * Math.Pow(10, -6 * random.NextDouble()))];
            var found = BernsteinPolynomial.FirstNonPositive(control);
            Assert.NotNull(found);
            var (low, high) = (0.0, 1.0);
            for (var halving = 0; halving < 60; halving++)
            {
                var middle = 0.5 * (low + high);
                if (Value(control, middle) > 0) low = middle;
                else high = middle;
            }
            var slope = (Value(control, high + 1e-6) - Value(control, high - 1e-6)) / 2e-6;
            Assert.Equal(high, found.Value, (1e-15 / Math.Abs(slope)) + 1e-15);
        }
    }

    private static double Value(double[] control, double theta)
    {
        double sum = 0, binomial = 1;
        for (var k = 0; k < control.Length; k++)
        {
            sum += control[k] * binomial * Math.Pow(theta, k) * Math.Pow(1 - theta, control.Length - 1 - k);
            binomial = binomial * (control.Length - 1 - k) / (k + 1);
        }
        return sum;
    }
}
