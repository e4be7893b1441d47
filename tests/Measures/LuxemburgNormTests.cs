using Orowan.Measures;
using Xunit;

namespace Orowan.Tests.Measures;

/// <summary>Luxemburg norms and entropies of step functions, against values of 40 digits rounded to 17.</summary>
public sealed class LuxemburgNormTests
{
    private static readonly YoungFunction[] Functions =
    [
        YoungFunction.Exponential(1), YoungFunction.Exponential(2), YoungFunction.Exponential(20),
        YoungFunction.Logarithmic(1), YoungFunction.Logarithmic(0.5), YoungFunction.Logarithmic(0.05),
    ];

    /// <summary>Values, measures, and the norms for each of the functions, from a bisection in 40 digits outside this project.</summary>
    public static TheoryData<double[], double[], double[]> Pinned => new()
    {
        { [1], [1], [1.4426950408889634, 1.2011224087864498, 1.0184945911115928, 1.2567506185377672, 1.131989822297464, 1.0135794483479233] },
        { [1E300], [1E-300], [1.4476482730108395E297, 3.8047973310162521E298, 7.211625286170655E299, 684.2472086297609, 26.220392644752305, 1.386617157119769] },
        { [1.65E38], [7E-41], [1.7845539651782527E36, 1.7159586366064063E37, 1.3157889391361986E38, 1.0162029082546208, 0.10970008198842578, 0.014481932002239879] },
        { [3, 1E-05, 40], [0.25, 0.5, 0.01], [8.8688464967754479, 18.632689360572451, 37.055343116881742, 2.255884596012031, 1.6484947683227027, 1.1955017460740757] },
        { [1E-250, 2E250, 5], [1E-09, 3E-290, 0.5], [3.0000702105849136E247, 7.746057333359873E248, 1.444890936404137E250, 3.5449339296908791, 3.0349899795140768, 2.554751815081545] },
    };

    [Theory]
    [MemberData(nameof(Pinned))]
    public void The_norm_is_right_to_the_error_that_it_states(double[] values, double[] measures, double[] norms)
    {
        for (var k = 0; k < Functions.Length; k++)
        {
            var norm = LuxemburgNorm.Of(Functions[k], values, measures);
            Assert.True(Math.Abs(norm.Value - norms[k]) <= norm.Error, $"{Functions[k]}: {norm.Value:R} against {norms[k]:R}, stated {norm.Error:R}");
            Assert.InRange(norm.Error, 0, 1e-14 * norms[k]);
        }
    }

    /// <summary>The same for psi_1(t) = exp(t) - t - 1 and psi^1(t) = (t + 1) log(1 + t) - t.</summary>
    [Theory]
    [InlineData(new[] { 1.0 }, new[] { 1.0 }, 0.87245324960007241, 0.58197670686932643)]
    [InlineData(new[] { 1E300 }, new[] { 1E-300 }, 1.4476482730108395E297, 683.24866902141857)]
    [InlineData(new[] { 1.65E38 }, new[] { 7E-41 }, 1.7845539651782527E36, 1.0047834349362989)]
    [InlineData(new[] { 3, 1E-05, 40 }, new[] { 0.25, 0.5, 0.01 }, 8.6136986576505362, 1.4752916565944404)]
    [InlineData(new[] { 1E-250, 2E250, 5 }, new[] { 1E-09, 3E-290, 0.5 }, 3.0000702105849136E247, 1.9296663799909713)]
    public void Norms_of_the_complementary_pair_are_right_to_the_error_that_they_state(double[] values, double[] measures, double exponential, double logarithmic)
    {
        foreach (var (phi, expected) in new[] { (YoungFunction.ExponentialConjugate, exponential), (YoungFunction.LogarithmicConjugate, logarithmic) })
        {
            var norm = LuxemburgNorm.Of(phi, values, measures);
            Assert.InRange(Math.Abs(norm.Value - expected), 0, norm.Error);
            Assert.InRange(norm.Error, 0, 1e-14 * expected);
        }
    }

    [Fact]
    public void Signs_order_and_zeros_do_not_matter()
    {
        foreach (var phi in Functions)
        {
            var norm = LuxemburgNorm.Of(phi, [3, 0.5], [0.25, 0.5]).Value;
            Assert.Equal(norm, LuxemburgNorm.Of(phi, [0, -0.5, -3], [0.25, 0.5, 0.25]).Value, 1e-15 * norm);
        }
    }

    [Fact]
    public void Zero_has_norm_zero() => Assert.All(Functions, phi => Assert.Equal(new Estimate(0, 0), LuxemburgNorm.Of(phi, [0, 0], [0.5, 0.5])));

    [Fact]
    public void L_log_0_L_is_the_integral() => Assert.Equal(1.75, LuxemburgNorm.Of(YoungFunction.Logarithmic(0), [3, -2], [0.25, 0.5]).Value, 1e-15);

    [Theory]
    [InlineData(double.NaN, 0.5)]
    [InlineData(double.PositiveInfinity, 0.5)]
    [InlineData(1, 0)]
    [InlineData(1, -0.5)]
    [InlineData(1, double.NaN)]
    [InlineData(1, double.PositiveInfinity)]
    public void What_is_no_function_or_no_measure_is_refused(double value, double measure) =>
        Assert.Throws<ArgumentException>(() => LuxemburgNorm.Of(Functions[0], [1, value], [0.5, measure]));

    [Fact]
    public void Lengths_must_agree()
    {
        Assert.Throws<ArgumentException>(() => LuxemburgNorm.Of(Functions[0], [1, 2], [0.5]));
        Assert.Throws<ArgumentException>(() => Entropy.Of([1, 2], [0.5]));
    }

    [Fact]
    public void A_norm_beyond_the_doubles_is_refused()
    {
        Assert.Throws<ArgumentException>(() => LuxemburgNorm.Of(YoungFunction.Exponential(1), [double.MaxValue], [1]));
        Assert.Throws<ArgumentException>(() => LuxemburgNorm.Of(YoungFunction.Logarithmic(1), [1e-200], [1e-200]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void An_order_that_is_none_is_refused(double order)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => YoungFunction.Exponential(order));
        if (order != 0) Assert.Throws<ArgumentOutOfRangeException>(() => YoungFunction.Logarithmic(order));
    }

    [Fact]
    public void Young_functions_agree_with_their_logarithms_and_slopes()
    {
        foreach (var phi in Functions)
        {
            foreach (var t in new[] { 1e-12, 1e-6, 0.01, 0.3, 1, 1.2 })
            {
                Assert.Equal(Math.Log(phi.Value(t)), phi.LogOf(Math.Log(t)), 1e-12 * (1 + Math.Abs(Math.Log(phi.Value(t)))));
                var step = 1e-6 * t;
                var slope = (phi.Value(t + step) - phi.Value(t - step)) / (2 * step);
                Assert.Equal(t * slope, phi.Growth(t), 1e-6 * phi.Growth(t));
            }
        }
    }

    [Fact]
    public void Entropy_is_the_integral_of_f_log_f()
    {
        Assert.Equal((0.25 * 2 * Math.Log(2)) - (0.5 * Math.Exp(-1)), Entropy.Of([2, -Math.Exp(-1), 0], [0.25, 0.5, 0.25]).Value, 1e-15);
        var huge = Entropy.Of([1e306], [1e-306]);
        Assert.Equal(306 * Math.Log(10), huge.Value, huge.Error + 1e-12);
    }
}
