using Orowan.Integration;
using Xunit;

namespace Orowan.Tests.Integration;

public sealed class RadauTableauTests
{
    /// <summary>A few dozen roundings of numbers of size 1.</summary>
    private const double Rounding = 1e-14;

    public static TheoryData<int> Stages => [3, 5, 7];

    [Theory]
    [MemberData(nameof(Stages))]
    public void Simplifying_assumptions_hold(int stages)
    {
        var tableau = RadauTableau.Of(stages);
        for (var q = 1; q < 2 * stages; q++)
        {
            var quadrature = Enumerable.Range(0, stages).Sum(j => tableau.Weights[j] * Math.Pow(tableau.Nodes[j], q - 1));
            Assert.Equal(1.0 / q, quadrature, Rounding);
            for (var i = 0; i < stages && q <= stages; i++)
            {
                var sum = Enumerable.Range(0, stages).Sum(j => tableau.Coefficients[i, j] * Math.Pow(tableau.Nodes[j], q - 1));
                Assert.Equal(Math.Pow(tableau.Nodes[i], q) / q, sum, Rounding);
            }
        }
        for (var j = 0; j < stages; j++) Assert.Equal(tableau.Weights[j], tableau.Coefficients[stages - 1, j], Rounding);
    }

    [Fact]
    public void Three_stages_are_those_of_the_book()
    {
        var tableau = RadauTableau.Of(3);
        var root = Math.Sqrt(6);
        Assert.Equal((4 - root) / 10, tableau.Nodes[0], 1e-15);
        Assert.Equal((4 + root) / 10, tableau.Nodes[1], 1e-15);
        Assert.Equal((88 - (7 * root)) / 360, tableau.Coefficients[0, 0], 1e-15);
        Assert.Equal((296 - (169 * root)) / 1800, tableau.Coefficients[0, 1], 1e-15);
        Assert.Equal((-2 + (3 * root)) / 225, tableau.Coefficients[0, 2], 1e-15);
        Assert.Equal(1.0 / 9, tableau.Weights[2], 1e-15);
        Assert.Equal(1 / 3.6378342527444957, tableau.RealEigenvalue, Rounding);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void Eigenvectors_take_the_coefficients_apart(int stages)
    {
        var tableau = RadauTableau.Of(stages);
        for (var i = 0; i < stages; i++)
        {
            for (var j = 0; j < stages; j++)
            {
                var sum = tableau.ToStages[i, 0] * tableau.RealEigenvalue * tableau.FromStages[0, j];
                for (var m = 0; m < tableau.Eigenvalues.Length; m++)
                {
                    sum += 2 * (tableau.ToStages[i, 1 + m] * tableau.Eigenvalues[m] * tableau.FromStages[1 + m, j]).Real;
                }
                Assert.Equal(tableau.Coefficients[i, j], sum.Real, 1e-12);
            }
        }
        Assert.All(tableau.Eigenvalues, value => Assert.True(value.Real > 0 && value.Imaginary > 0));
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void Control_points_belong_to_the_cardinal_polynomials(int stages)
    {
        var tableau = RadauTableau.Of(stages);
        for (var j = 0; j < stages; j++)
        {
            var increments = Enumerable.Range(0, stages + 1).Select(k => new[] { tableau.Control[k, j] }).ToArray();
            var step = new CollocationStep([0.0], increments);
            for (var k = 0; k < stages; k++) Assert.Equal(j == k ? 1 : 0, step.At(tableau.Nodes[k], 0), 1e-13);
            foreach (var theta in new[] { 0, 0.1, 0.37, 0.5, 0.93 }) Assert.Equal(tableau.Cardinal(j, theta), step.At(theta, 0), 1e-13);
        }
    }
}
