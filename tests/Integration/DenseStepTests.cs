using Orowan.Integration;
using Xunit;

namespace Orowan.Tests.Integration;

/// <summary>Values, derivatives and Bernstein coefficients of a dense output are those of one polynomial.</summary>
public sealed class DenseStepTests
{
    private const double Length = 0.3;

    public static TheoryData<string> Methods => ["explicit", "explicit of order 5", "3", "5", "7"];

    /// <summary>Five-point differences of a polynomial of degree 7 are wrong by at most h^4/30 of its fifth derivative.</summary>
    [Theory]
    [MemberData(nameof(Methods))]
    public void The_slope_is_the_derivative(string method)
    {
        const double Step = 1e-3;
        var dense = Stepped(method).Interpolate()!;
        for (var component = 0; component < 4; component++)
        {
            for (var theta = 0.05; theta < 1; theta += 0.15)
            {
                double At(double shift) => dense.At(theta + (shift * Step), component);
                var difference = (8 * (At(1) - At(-1)) - (At(2) - At(-2))) / (12 * Step);
                Assert.Equal(difference, dense.Slope(theta, component), 1e-11);
            }
        }
    }

    /// <summary>At its ends the polynomial has the rates that the method found there, and inside it those of the flow to its order.</summary>
    [Theory]
    [InlineData("explicit", 1e-6)]
    [InlineData("explicit of order 5", 1e-3)]
    public void The_explicit_slope_is_the_rate(string name, double inside)
    {
        var method = Stepped(name);
        var dense = method.Interpolate()!;
        var (state, rate) = (new double[4], new double[4]);
        for (var component = 0; component < 4; component++)
        {
            Assert.Equal(Length * method.Rate[component], dense.Slope(0, component), 1e-14);
            Assert.Equal(Length * method.ProposalRate[component], dense.Slope(1, component), 1e-14);
        }
        dense.At(0.4, state);
        new KeplerFlow(1e-13).TryRate(state, rate);
        for (var component = 0; component < 4; component++) Assert.Equal(Length * rate[component], dense.Slope(0.4, component), inside);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void The_Bernstein_coefficients_are_those_of_the_values(string method)
    {
        var dense = Stepped(method).Interpolate()!;
        var control = new double[dense.Degree + 1];
        for (var component = 0; component < 4; component++)
        {
            dense.Bernstein(component, control);
            for (var theta = 0.0; theta <= 1; theta += 0.125) Assert.Equal(dense.At(theta, component), Casteljau(control, theta), 1e-14);
        }
    }

    /// <summary>Eight unknowns at a time and the rest one by one have the bits of each alone.</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(21)]
    public void All_unknowns_at_once_are_those_one_by_one(int dimension)
    {
        var method = new DormandPrince(new DecayFlow(dimension), [.. Enumerable.Range(1, dimension).Select(k => 1.0 / k)]);
        Assert.True(double.IsFinite(method.Attempt(0.01)));
        var dense = method.Interpolate()!;
        var (state, slopes) = (new double[dimension], new double[dimension]);
        dense.At(0.37, state);
        dense.Slopes(0.37, slopes);
        for (var i = 0; i < dimension; i++)
        {
            Assert.Equal(dense.At(0.37, i), state[i]);
            Assert.Equal(dense.Slope(0.37, i), slopes[i]);
            Assert.Equal(Math.Exp(-0.0037 * (i + 1)) / (i + 1), state[i], 1e-13);
        }
    }

    /// <summary>x falls through zero at t = 0.98; the first root of the dense output is where the orbit does.</summary>
    [Fact]
    public void The_first_root_of_an_unknown_is_on_the_trajectory()
    {
        var method = new DormandPrince(new KeplerFlow(1e-13), KeplerFlow.At(0.93));
        Assert.True(double.IsFinite(method.Attempt(0.1)));
        var theta = method.Interpolate()!.FirstNonPositive(0);
        Assert.NotNull(theta);
        Assert.Equal(0, KeplerFlow.At(0.93 + (0.1 * theta.Value))[0], 1e-11);
        Assert.Null(method.Interpolate()!.FirstNonPositive(1));
    }

    private static double Casteljau(double[] control, double theta)
    {
        var value = (double[])control.Clone();
        for (var level = value.Length - 1; level > 0; level--)
        {
            for (var j = 0; j < level; j++) value[j] = ((1 - theta) * value[j]) + (theta * value[j + 1]);
        }
        return value[0];
    }

    private static IStepper Stepped(string name)
    {
        IStepper method = name switch
        {
            "explicit" => new DormandPrince(new KeplerFlow(1e-13), KeplerFlow.At(0.5)),
            "explicit of order 5" => new DormandPrince(new KeplerFlow(1e-13), KeplerFlow.At(0.5), DormandPrinceOfOrder5.Pair),
            _ => new RadauIIA(new KeplerFlow(1e-13), KeplerFlow.At(0.5), int.Parse(name)),
        };
        Assert.True(double.IsFinite(method.Attempt(Length)));
        return method;
    }

    /// <summary>y_k' = -(k + 1) y_k.</summary>
    private sealed class DecayFlow(int dimension) : IFlow
    {
        public int Dimension => dimension;

        public bool TryRate(ReadOnlySpan<double> y, Span<double> rate)
        {
            for (var k = 0; k < dimension; k++) rate[k] = -(k + 1) * y[k];
            return true;
        }

        public void AllowedErrors(ReadOnlySpan<double> y, ReadOnlySpan<double> rate, double step, Span<double> allowed) => allowed.Fill(1e-9);
    }
}
