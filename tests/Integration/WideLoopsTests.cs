using Orowan.Integration;
using Xunit;

namespace Orowan.Tests.Integration;

public sealed class WideLoopsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(27)]
    public void Agree_with_one_unknown_at_a_time(int count)
    {
        var random = new Random(count);
        double[] Draw() => [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextDouble()) - 1)];
        var (a, b, unit) = (Draw(), Draw(), Array.ConvertAll(Draw(), Math.Abs));
        var (sum, scaled, both) = ((double[])a.Clone(), (double[])a.Clone(), (double[])a.Clone());
        WideLoops.AddMultiple(sum, 0.7, b);
        WideLoops.Scale(scaled, 0.7);
        WideLoops.MultiplyAndAdd(both, 0.7, b);
        for (var i = 0; i < count; i++)
        {
            Assert.Equal(a[i] + (0.7 * b[i]), sum[i], 1e-15);
            Assert.Equal(0.7 * a[i], scaled[i]);
            Assert.Equal(b[i] + (0.7 * a[i]), both[i], 1e-15);
        }
        Assert.Equal(a.Zip(b, (x, y) => x * y).Sum(), WideLoops.Inner(a, b), 1e-15 * (1 + count));
        Assert.Equal(a.Zip(unit, (x, u) => Math.Abs(x) / u).DefaultIfEmpty().Max(), WideLoops.Largest(a, unit));
    }

    [Fact]
    public void Differences_and_signs_are_those_of_neighbours_and_values()
    {
        double[] values = [.. Enumerable.Range(0, 20).Select(k => Math.Sqrt(k))];
        var differences = new double[19];
        WideLoops.Differences(differences, values);
        for (var i = 0; i < 19; i++) Assert.Equal(values[i + 1] - values[i], differences[i]);
        Assert.True(WideLoops.ArePositive(differences));
        foreach (var at in (int[])[0, 9, 18])
        {
            foreach (var bad in (double[])[0, -1, double.NaN])
            {
                var changed = (double[])differences.Clone();
                changed[at] = bad;
                Assert.False(WideLoops.ArePositive(changed));
            }
        }
    }

    [Theory]
    [InlineData(3, double.NaN)]
    [InlineData(12, double.NaN)]
    [InlineData(3, double.PositiveInfinity)]
    [InlineData(12, double.NegativeInfinity)]
    public void A_number_that_is_not_finite_leaves_none_as_the_largest(int at, double value)
    {
        double[] vector = [.. Enumerable.Repeat(1.0, 13)];
        vector[at] = value;
        Assert.Equal(double.NaN, WideLoops.Largest(vector, [.. Enumerable.Repeat(2.0, 13)]));
    }
}
