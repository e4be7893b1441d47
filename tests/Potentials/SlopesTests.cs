using Xunit;

namespace Orowan.Tests.Potentials;

public sealed class SlopesTests
{
    public static TheoryData<string> Names => Samples.Names;

    /// <summary>The wide kernels do the scalar operations in the scalar order, so they owe the same bits at every length.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Wide_slopes_are_the_scalar_slopes(string name)
    {
        var potential = Samples.ByName[name];
        var all = Distances().ToArray();
        foreach (var length in new[] { 0, 1, 2, 3, 7, 8, 9, 127, 128, 129, 300, all.Length })
        {
            var slopes = new double[length + 3];
            Array.Fill(slopes, 17);
            potential.Slopes(all.AsSpan(all.Length - length), slopes);
            for (var i = 0; i < length; i++) Assert.Equal(potential.Slope(all[all.Length - length + i]), slopes[i]);
            Assert.All(slopes[length..], untouched => Assert.Equal(17, untouched));
        }
    }

    [Theory]
    [InlineData("log")]
    [InlineData("log-regularised 0.05")]
    [InlineData("negated log-regularised")]
    [InlineData("scaled -0.5 7 log-regularised")]
    [InlineData("sum log negated log-regularised")]
    public void Wide_slopes_do_not_allocate(string name)
    {
        var potential = Samples.ByName[name];
        var distances = Distances().ToArray();
        var slopes = new double[distances.Length];
        potential.Slopes(distances, slopes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        potential.Slopes(distances, slopes);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>Ordinary distances of both signs, contacts, and some that are too large to square in the midst of a vector.</summary>
    private static IEnumerable<double> Distances()
    {
        var ordinary = Samples.Distances(1e-12, 1e6, 997).Select((r, i) => i % 3 == 0 ? -r : r);
        var extreme = new[] { 0, -0.0, 1e200, 1e-300, -1e155, double.Epsilon, 1e300, 3, -2, 1, 5, 0.1 };
        return ordinary.Concat(extreme).Concat(ordinary.Take(50));
    }
}
