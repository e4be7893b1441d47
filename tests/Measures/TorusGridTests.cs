using Orowan.Claims.MultipleSigns;
using Orowan.Measures;
using Orowan.Potentials;
using Xunit;
using Gamma = MathNet.Numerics.SpecialFunctions;

namespace Orowan.Tests.Measures;

/// <summary>Norms of trigonometric polynomials, against values of 30 digits from quadrature between the zeros, outside this project.</summary>
public sealed class TorusGridTests
{
    private static readonly FourierPotential Cosine = new(1, [FourierTerm.Cosine(1, 1)]);

    /// <summary>3 cos 2 pi x - 2 sin 6 pi x + 1/2.</summary>
    private static readonly FourierPotential Mixed = new(1, [FourierTerm.Cosine(3, 1), FourierTerm.Sine(-2, 3), FourierTerm.Cosine(0.5, 0)]);

    private static readonly FourierPotential Planar = new(2, [FourierTerm.Cosine(1, 1, 0), FourierTerm.Cosine(1, 0, 1)]);

    [Fact]
    public void Norms_are_right_to_the_error_that_they_state()
    {
        // exp(f^2) is smooth: the rule converges faster than any power.
        Near(0.90987693005519876, TorusGrid.Norm(YoungFunction.Exponential(2), Cosine), 1e-12);
        Near(3.6525125278809216, TorusGrid.Norm(YoungFunction.Exponential(2), Mixed), 1e-12);
        Near(1.407671314096198, TorusGrid.Norm(YoungFunction.Exponential(2), Planar), 1e-10);
        // |f| has kinks.
        Near(0.98379591944007793, TorusGrid.Norm(YoungFunction.Exponential(1), Cosine), 2e-5);
        Near(0.82577708562141899, TorusGrid.Norm(YoungFunction.Logarithmic(1), Cosine), 2e-5);
        Near(3.5643412916035843, TorusGrid.Norm(YoungFunction.Exponential(1), Mixed), 2e-4);
        Near(2.5332094665607261, TorusGrid.Norm(YoungFunction.Logarithmic(0.5), Mixed), 2e-4);
        Near(1.5340080177403533, TorusGrid.Product(Mixed, Cosine), 2e-4);
    }

    [Fact]
    public void Polynomials_are_paired_exactly()
    {
        Assert.Equal(1.5, TorusGrid.Pairing(Mixed, Cosine).Value, 1e-14);
        Assert.Equal(1, TorusGrid.Pairing(Planar, Planar).Value, 1e-14);
    }

    [Fact]
    public void Coefficients_of_one_wave_vector_are_added_and_those_of_its_opposite_are_conjugate()
    {
        var spectrum = Spectrum.Of(new FourierPotential(2, [new([1, -2], 2, 4), new([-1, 2], 1, 1), FourierTerm.Cosine(3, 0, 0)]));
        Assert.Equal(3, spectrum.Modes.Length);
        Assert.Equal(new System.Numerics.Complex(1.5, 1.5), spectrum.Modes[0].Value);
        Assert.Equal(new System.Numerics.Complex(3, 0), spectrum.Modes[1].Value);
        Assert.Equal(new System.Numerics.Complex(1.5, -1.5), spectrum.Modes[2].Value);
    }

    /// <summary>cos 2 pi k x has coefficients 1/2 at k and -k.</summary>
    [Theory]
    [InlineData(0.5)]
    [InlineData(-0.5)]
    [InlineData(-3)]
    [InlineData(2)]
    [InlineData(0)]
    public void Sobolev_norms_of_any_order(double s)
    {
        var spectrum = Spectrum.Of(new FourierPotential(1, [FourierTerm.Cosine(2, 3), FourierTerm.Cosine(5, 0)]));
        Assert.Equal(Math.Sqrt((2 * Math.Pow(10, s)) + 25), spectrum.SobolevNorm(s), 1e-14 * Math.Pow(10, 1 + Math.Abs(s)));
        if (s > 0) Assert.Equal(Math.Sqrt(2 * Math.Pow(9, s)), spectrum.SobolevSeminorm(s), 1e-12);
    }

    /// <summary>
    /// C_d of H^(d/2) into Exp_2: with S_m = sum_j binomial(d, j) pi^(j/2) Gamma(s - j/2)/Gamma(s), s = d m/(2(m-1)), the series 1/(v e) + sum S_m^(m-1)/((v e)^m m!)
    /// is below 1; from m = 100 on S_m &lt;= v(m-1) + c, m! >= (2 pi m)^(1/2) (m/e)^m and (1 - 1/m)^(m-1) &lt;= 1/2 leave e^(c/v)/(v (2 pi)^(1/2) 10).
    /// </summary>
    [Theory]
    [InlineData(1, 2.3862943611198906)]
    [InlineData(2, 7.283185307179587)]
    public void The_embedding_into_Exp_2_has_its_constant(int d, double c)
    {
        var square = Math.Pow(OrliczConstants.Embedding(d), 2);
        var ball = d == 1 ? 2 : Math.PI;
        var sum = 1 / square;
        for (var m = 2; m <= 100; m++)
        {
            var s = d * m / (2.0 * (m - 1));
            var lattice = Enumerable.Range(0, d + 1).Sum(j => Gamma.Binomial(d, j) * Math.Pow(Math.PI, j / 2.0) * Gamma.Gamma(s - (j / 2.0)) / Gamma.Gamma(s));
            Assert.InRange(lattice, 0, (ball * (m - 1)) + c + 1e-9);
            sum += Math.Exp(((m - 1) * Math.Log(lattice)) - (m * Math.Log(square)) - Gamma.FactorialLn(m));
        }
        Assert.InRange(sum + (Math.Exp(c / ball) / (ball * Math.Sqrt(2 * Math.PI) * 10)), 0, 0.75);
    }

    private static void Near(double expected, Estimate actual, double smallest)
    {
        Assert.True(Math.Abs(actual.Value - expected) <= actual.Error, $"{actual.Value:R} against {expected:R}, stated {actual.Error:R}");
        Assert.InRange(actual.Error, 0, smallest);
    }
}
