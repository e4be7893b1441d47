using System.Numerics;
using Orowan.Formats;
using Orowan.Measures;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Measures;

/// <summary>The transform on grids against its definition.</summary>
public sealed class TorusTransformTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(64)]
    [InlineData(12)]
    [InlineData(35)]
    public void A_line_is_transformed_by_its_definition(int side)
    {
        var values = Random(side);
        var transform = new TorusTransform(1, side);
        var found = (Complex[])values.Clone();
        transform.Forward(found);
        for (var k = 0; k < side; k++)
        {
            var sum = Complex.Zero;
            for (var i = 0; i < side; i++) sum += values[i] * Complex.Exp(-2 * Math.PI * Complex.ImaginaryOne * (k * i % side) / side);
            Assert.True((found[k] - (sum / side)).Magnitude < 1e-14, $"coefficient {k}");
        }
        transform.Inverse(found);
        for (var i = 0; i < side; i++) Assert.True((found[i] - values[i]).Magnitude < 1e-13, $"value {i}");
    }

    /// <summary>Waves beyond N/2 are those that they look like on the grid.</summary>
    [Theory]
    [InlineData(8, 5)]
    [InlineData(7, -23)]
    public void Waves_have_their_values_on_any_grid(int side, int k)
    {
        var values = new TorusTransform(2, side).Values([new([k, 2], 3)]);
        for (var i = 0; i < values.Length; i++)
        {
            var expected = 3 * Complex.Exp(2 * Math.PI * Complex.ImaginaryOne * ((k * (i / side)) + (2 * (i % side))) / side);
            Assert.True((values[i] - expected).Magnitude < 1e-12, $"value {i}");
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(6)]
    public void A_square_is_transformed_by_its_definition(int side)
    {
        var values = Random(side * side);
        var found = (Complex[])values.Clone();
        var transform = new TorusTransform(2, side);
        transform.Forward(found);
        for (var k = 0; k < side; k++)
        {
            for (var l = 0; l < side; l++)
            {
                var sum = Complex.Zero;
                for (var i = 0; i < side; i++)
                {
                    for (var j = 0; j < side; j++) sum += values[(i * side) + j] * Complex.Exp(-2 * Math.PI * Complex.ImaginaryOne * ((k * i) + (l * j)) / side);
                }
                Assert.True((found[(k * side) + l] - (sum / (side * side))).Magnitude < 1e-14, $"({k}, {l})");
            }
        }
        transform.Inverse(found);
        for (var i = 0; i < values.Length; i++) Assert.True((found[i] - values[i]).Magnitude < 1e-13, $"value {i}");
    }

    [Theory]
    [InlineData(1, 8)]
    [InlineData(1, 9)]
    [InlineData(2, 6)]
    [InlineData(2, 5)]
    public void Samples_are_those_of_their_polynomial(int dimension, int side)
    {
        var count = dimension == 1 ? side : side * side;
        var density = new SampledDensity(dimension, [.. Random(count).Select(z => z.Real)]);
        Assert.Equal(density.Samples.Average(), density.Mass, 1e-15);
        var finer = density.Values(3 * side);
        for (var i = 0; i < count; i++)
        {
            var place = dimension == 1 ? 3 * i : (3 * (i / side) * 3 * side) + (3 * (i % side));
            Assert.Equal(density.Samples[i], finer[place], 1e-13);
        }
    }

    [Fact]
    public void A_series_has_the_values_of_its_terms()
    {
        var series = new FourierPotential(2, [FourierTerm.Cosine(0.5, 0, 0), FourierTerm.Sine(0.2, 1, -2), new([2, 1], 0.1, 0.05)]);
        var values = new SeriesDensity(series).Values(16);
        for (var i = 0; i < values.Length; i++) Assert.Equal(series.Value([i / 16 / 16.0, i % 16 / 16.0]), values[i], 1e-14);
        Assert.Throws<ArgumentException>(() => new SeriesDensity(series).Values(4));
    }

    private static Complex[] Random(int count)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(_ => new Complex(random.NextDouble() - 0.5, random.NextDouble() - 0.5))];
    }
}
