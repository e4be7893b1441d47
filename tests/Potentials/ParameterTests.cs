using System.Collections.Immutable;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Potentials;

public sealed class ParameterTests
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Lengths_must_be_finite_and_positive(double length)
    {
        Refused("Delta", length, () => new RegularisedLogPotential(length));
        Refused("Delta", length, () => new RegularisedWallPotential(length));
        Refused("Width", length, () => new GaussianPotential(1, length));
        Refused("Width", length, () => new LorentzianPotential(1, length));
        Refused("Stretch", length, () => new ScaledPotential(1, length, new LogPotential()));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void Factors_must_be_finite(double factor)
    {
        Refused("Height", factor, () => new GaussianPotential(factor, 1));
        Refused("Height", factor, () => new LorentzianPotential(factor, 1));
        Refused("Factor", factor, () => new ScaledPotential(factor, 1, new LogPotential()));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-0.5)]
    [InlineData(1.0000000000000002)]
    [InlineData(double.NaN)]
    public void Powers_must_be_above_zero_and_at_most_one(double power) => Refused("Power", power, () => new SubLogPotential(power));

    [Fact]
    public void Sums_need_terms()
    {
        Assert.Equal("Terms", Assert.Throws<ArgumentException>(() => new SumPotential([])).ParamName);
        Assert.Equal("Terms", Assert.Throws<ArgumentException>(() => new SumPotential(default)).ParamName);
        Assert.Equal("Terms", Assert.Throws<ArgumentException>(() => new SumPotential([new LogPotential(), null!])).ParamName);
        Assert.Equal("Of", Assert.Throws<ArgumentNullException>(() => new NegatedPotential(null!)).ParamName);
        Assert.Equal("Of", Assert.Throws<ArgumentNullException>(() => new ScaledPotential(1, 1, null!)).ParamName);
    }

    [Fact]
    public void Equality_is_structural()
    {
        static SumPotential Sum(double delta) => new([new LogPotential(), new NegatedPotential(new RegularisedLogPotential(delta))]);
        Assert.Equal(Sum(0.1), Sum(0.1));
        Assert.Equal(Sum(0.1).GetHashCode(), Sum(0.1).GetHashCode());
        Assert.NotEqual(Sum(0.1), Sum(0.2));
        var (log, wall) = (new LogPotential(), new WallPotential());
        Assert.NotEqual(new SumPotential([log, wall]), new SumPotential([wall, log]));
        Assert.NotEqual(new SumPotential([log]), new SumPotential([log, log]));
        Assert.Equal(new RegularisedWallPotential(0.3), new RegularisedWallPotential(0.3));
        Assert.Equal<Potential>(new ScaledPotential(2, 3, Sum(0.1)), new ScaledPotential(2, 3, Sum(0.1)));
        Assert.Single(new[] { Sum(0.1), Sum(0.1) }.ToImmutableHashSet());
    }

    private static void Refused(string name, double value, Func<Potential> build)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(build);
        Assert.Equal(name, refusal.ParamName);
        Assert.Equal(value, refusal.ActualValue);
        Assert.StartsWith(name + " must be", refusal.Message, StringComparison.Ordinal);
    }
}
