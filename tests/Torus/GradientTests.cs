using System.Runtime.Intrinsics;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Torus;

public class GradientTests
{
    [Fact]
    public void Close_to_a_singular_core_the_force_keeps_all_digits()
    {
        var gradient = new double[2];
        foreach (var r in new[] { 1e-3, 1e-6, 1e-12, 1e-40 })
        {
            new TorusEdgePotential(0).Gradient([r, 2 * r], gradient);
            // d_1 (-log|x| + x1^2 / |x|^2) = -x1 (x1^2 - x2^2) / |x|^4 = 3 / (25 r); d_2 = -x2 (3 x1^2 + x2^2) / |x|^4 = -14 / (25 r).
            Assert.Equal(1, gradient[0] / (3 / (25 * r)), 1e-14 + (60 * r * r));
            Assert.Equal(1, gradient[1] / (-14 / (25 * r)), 1e-14 + (60 * r * r));
        }
    }

    /// <summary>Gradients by Ewald's sum at 45 digits.</summary>
    [Theory]
    [InlineData("green", 0.3, 1e-12, 2e-13, -2.1639819689909950635e-10, -4.3279639379819903455e-11)]
    [InlineData("edge", 0.3, 1e-12, 2e-13, -1.0616288551010429297e-10, -6.5326701657618947244e-11)]
    [InlineData("green", 1.9, 3e-14, -1e-09, -1.0788440398178791576e-13, 3.5961467993929309377e-9)]
    [InlineData("edge", 1.9, 3e-14, -1e-09, -3.6038136139097508469e-14, 5.9910223941492780934e-9)]
    [InlineData("edge", 0.001, 1e-12, -3e-12, -9.8696003247069502819e-6, 0.000088826432993708721832)]
    [InlineData("green", 0.7, 0.0625, 0.03125, -1.7911592104269229088, -0.89643778564198652689)]
    [InlineData("edge", 0.7, 0.0624999, 0.03125, -0.81752138116268723973, -1.4808128593271484368)]
    public void Close_to_a_regularised_core_the_force_keeps_all_digits(
        string kind, double delta, double x1, double x2, double first, double second)
    {
        var gradient = new double[2];
        PotentialTests.Of(kind, delta).Gradient([x1, x2], gradient);
        var size = double.Hypot(first, second);
        Assert.Equal(first, gradient[0], 4e-14 * size);
        Assert.Equal(second, gradient[1], 4e-14 * size);
    }

    [Theory]
    [InlineData("green", 0.7)]
    [InlineData("edge", 0)]
    [InlineData("edge", 1e-3)]
    public void Where_the_near_form_ends_the_far_one_goes_on(string kind, double delta)
    {
        var potential = PotentialTests.Of(kind, delta);
        double[] inside = new double[2], outside = new double[2];
        foreach (var share in new[] { -1, -0.3, 0.01, 0.8 })
        {
            var (edge, other) = (1.0 / 16, share / 16);
            potential.Gradient([double.BitDecrement(edge), other], inside);
            potential.Gradient([edge, other], outside);
            for (var a = 0; a < 2; a++) Assert.Equal(outside[a], inside[a], 1e-13 * (1 + Math.Abs(outside[a])));
        }
    }

    [Theory]
    [MemberData(nameof(PotentialTests.Kinds), MemberType = typeof(PotentialTests))]
    public void A_point_alone_and_in_a_row_have_the_same_bits(TorusPotential potential)
    {
        const int Count = 21;
        var d = potential.Dimension;
        var random = new Random(9);
        double[] points = new double[d * Count], rows = new double[d * Count], gradient = new double[d];
        for (var i = 1; i < Count; i++)
        {
            var size = Math.Pow(10, -(i % 7));
            for (var a = 0; a < d; a++) points[(a * Count) + i] = size * (random.NextDouble() - 0.5);
        }
        potential.Gradients(points, rows);
        for (var i = 0; i < Count; i++)
        {
            potential.Gradient([.. Enumerable.Range(0, d).Select(a => points[(a * Count) + i])], gradient);
            for (var a = 0; a < d; a++) Assert.Equal(gradient[a], rows[(a * Count) + i]);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.02)]
    [InlineData(1)]
    public void Opposite_on_the_circle_the_force_keeps_its_digits(double delta)
    {
        TorusPotential potential = delta == 0 ? new TorusLogPotential() : new TorusLogRegularisedPotential(delta);
        var (gradient, hessian) = (new double[1], new double[1]);
        var away = Math.ScaleB(1, -40);
        potential.Gradient([0.5 - away], gradient);
        potential.Hessian([0.5], hessian);
        Assert.Equal(1, gradient[0] / (-hessian[0] * away), 1e-14);
        potential.Gradient([0.5], gradient);
        Assert.Equal(0, gradient[0]);
    }

    [Theory]
    [MemberData(nameof(PotentialTests.Kinds), MemberType = typeof(PotentialTests))]
    public void Gradient_and_Hessian_are_the_derivatives_and_the_rows_of_points_agree(TorusPotential potential)
    {
        var d = potential.Dimension;
        var random = new Random(3);
        const double h = 1e-5;
        double[] above = new double[d], below = new double[d], gradient = new double[d], hessian = new double[d * d];
        var rows = new double[d * 21];
        var points = new double[d * 21];
        for (var i = 0; i < 21; i++)
        {
            double[] x = [.. Enumerable.Range(0, d).Select(_ => 0.05 + (0.9 * random.NextDouble()))];
            potential.Gradient(x, gradient);
            potential.Hessian(x, hessian);
            for (var a = 0; a < d; a++)
            {
                points[(a * 21) + i] = x[a];
                double[] up = [.. x], down = [.. x];
                up[a] += h;
                down[a] -= h;
                Assert.Equal((potential.Value(up) - potential.Value(down)) / (2 * h), gradient[a], 1e-6 * (1 + Math.Abs(gradient[a])));
                potential.Gradient(up, above);
                potential.Gradient(down, below);
                for (var b = 0; b < d; b++)
                {
                    Assert.Equal((above[b] - below[b]) / (2 * h), hessian[(b * d) + a], 1e-5 * (1 + Math.Abs(hessian[(b * d) + a])));
                }
            }
        }
        potential.Gradients(points, rows);
        for (var i = 0; i < 21; i++)
        {
            potential.Gradient([.. Enumerable.Range(0, d).Select(a => points[(a * 21) + i])], gradient);
            for (var a = 0; a < d; a++) Assert.Equal(gradient[a], rows[(a * 21) + i], 1e-13 * (1 + Math.Abs(gradient[a])));
        }
    }

    [Fact]
    public void Sine_and_cosine_in_lanes_are_right_to_two_roundings()
    {
        for (var i = 0; i <= 4000; i++)
        {
            var r = i < 3900 ? (i / 3899.0) - 0.5 : 0.5 - Math.Pow(0.5, ((i - 3900) / 2.0) + 1);
            var (sin, cos) = SineOfPi.At(Vector512.Create(r));
            Assert.Equal(double.SinPi(r), sin[0], 5e-16 * Math.Abs(double.SinPi(r)));
            Assert.Equal(double.CosPi(r), cos[7], 5e-16 * Math.Abs(double.CosPi(r)));
        }
    }
}
