using System.Numerics;
using System.Runtime.Intrinsics;
using Orowan.Particles;
using Xunit;

namespace Orowan.Tests.Kernels;

public sealed class ChebyshevNodesTests
{
    private const int Count = ChebyshevNodes.Count;

    /// <summary>
    /// The interpolant of 1/(z - t) has the relative error T_q(t)/T_q(z), with its sign: z is near enough for it to be far above roundings,
    /// which are at most some 500 (the rows of the matrix, 384, and Clenshaw's recurrence) times the largest value at a node.
    /// </summary>
    [Theory]
    [InlineData(1.05)]
    [InlineData(1.2)]
    [InlineData(-1.4)]
    public void The_error_of_interpolation_is_the_one_in_closed_form(double z)
    {
        double[] value = [.. Nodes().Select(t => 1 / (z - t))];
        var coefficient = new double[Count];
        ChebyshevNodes.Coefficients(value, coefficient);
        for (var t = -1.0; t <= 1; t += 1.0 / 64)
        {
            var interpolated = ChebyshevNodes.Value(coefficient, Vector512.Create(t))[0];
            var expected = (1 - (Degree(t) / Degree(z))) / (z - t);
            Assert.Equal(expected, interpolated, 500 * value.Max(Math.Abs) * Floating.Spacing);
        }
    }

    /// <summary>A polynomial of degree q - 1 has the same sum over points and over the nodes that stand for them.</summary>
    [Fact]
    public void Weights_at_nodes_have_the_moments_of_the_points()
    {
        var random = new Random(3);
        double[] place = [.. Enumerable.Range(0, 64).Select(_ => (2 * random.NextDouble()) - 1)];
        double[] given = [.. Enumerable.Range(0, 64).Select(_ => random.NextDouble())];
        var moments = new Vector512<double>[Count];
        for (var i = 0; i < 64; i += 8)
        {
            ChebyshevNodes.Gather(Vector512.LoadUnsafe(ref place[i]), Vector512.LoadUnsafe(ref given[i]), moments);
        }
        var weight = new double[Count];
        ChebyshevNodes.Weights(moments, weight);
        var nodes = Nodes();
        for (var m = 0; m < Count; m++)
        {
            double ofPoints = 0, ofNodes = 0;
            for (var i = 0; i < 64; i++) ofPoints += given[i] * Math.Cos(m * Math.Acos(place[i]));
            for (var k = 0; k < Count; k++) ofNodes += weight[k] * Math.Cos(m * Math.Acos(nodes[k]));
            // 384 roundings from the matrix; a rounding of t grows by no more than m^2.
            Assert.Equal(ofPoints, ofNodes, 2 * (384 + (Count * Count)) * given.Sum() * Floating.Spacing);
        }
    }

    /// <summary>On the ellipse whose axes decide what is far, 1/|T_q| is at most 2^-54.</summary>
    [Fact]
    public void Beyond_the_ellipse_the_error_is_below_half_a_rounding()
    {
        for (var angle = 0; angle < 360; angle++)
        {
            var (sine, cosine) = Math.SinCos(angle * Math.PI / 180);
            var z = new Complex(ChebyshevNodes.LongAxis * cosine, ChebyshevNodes.ShortAxis * sine);
            var root = Complex.Sqrt((z * z) - 1);
            var w = Complex.Abs(z + root) >= 1 ? z + root : z - root;
            Assert.True(Complex.Abs(0.5 * (Complex.Pow(w, Count) + Complex.Pow(w, -Count))) >= Math.ScaleB(1, 54));
        }
    }

    private static double[] Nodes()
    {
        var place = new double[Count];
        ChebyshevNodes.Place(2, place);
        return Array.ConvertAll(place, x => x - 1);
    }

    /// <summary>T_q, by its recurrence, on the whole line.</summary>
    private static double Degree(double t)
    {
        var (before, now) = (1.0, t);
        for (var m = 1; m < Count; m++) (before, now) = (now, (2 * t * now) - before);
        return now;
    }
}
