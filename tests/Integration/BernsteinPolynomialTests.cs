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
}
