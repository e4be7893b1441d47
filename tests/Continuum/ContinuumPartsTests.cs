using Orowan.Continuum;
using Orowan.Formats;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Continuum;

/// <summary>The parts of the scheme against closed forms and direct sums.</summary>
public sealed class ContinuumPartsTests
{
    /// <summary>-log: 3/2 - log h - [(k+1)^2 log(k+1) + (k-1)^2 log|k-1| - 2 k^2 log k]/2.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(0.001)]
    public void Averages_of_the_logarithm_are_its_second_differences(double width)
    {
        var averages = AveragedKernel.Of(new LogPotential(), width, 40);
        for (var k = 0; k < averages.Length; k++)
        {
            var expected = 1.5 - Math.Log(width) - ((Term(k + 1) + Term(k - 1) - (2 * Term(k))) / 2);

            // The differences of k^2 log k lose digits that the averages have.
            Assert.Equal(expected, averages[k], 4e-15 * (10 + (k * k)));
        }

        static double Term(int k) => k == 0 ? 0 : k * k * Math.Log(Math.Abs(k));
    }

    /// <summary>(1 - |s|) against exp(-(k + s)^2/2) is elementary at k = 0: (2 pi)^(1/2) erf(2^(-1/2)) - 2 (1 - e^(-1/2)).</summary>
    [Fact]
    public void The_average_of_a_smooth_potential_is_right() =>
        Assert.Equal(
            (Math.Sqrt(2 * Math.PI) * MathNet.Numerics.SpecialFunctions.Erf(Math.Sqrt(0.5))) - (2 * (1 - Math.Exp(-0.5))),
            AveragedKernel.Of(new GaussianPotential(1, 1), 1, 1)[0],
            1e-14);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Convolutions_are_the_direct_sums(bool summed)
    {
        const int Cells = 23;
        const double Width = 0.1;
        double[] kappa = [.. Enumerable.Range(0, Cells).Select(i => i is 0 or > 20 ? 0 : Math.Sin(i * 1.7))];
        Potential v = new WallPotential(), w = new RegularisedLogPotential(0.2);
        var (plus, minus) = (new double[Cells], new double[Cells]);
        new PairedConvolution(v, w, Width, Cells, summed).Potentials(kappa, plus, minus);
        double[] like = AveragedKernel.Of(v, Width, Cells), opposite = AveragedKernel.Of(w, Width, Cells);
        for (var i = 0; i < Cells; i++)
        {
            double p = 0, m = 0;
            for (var j = 0; j < Cells; j++)
            {
                var (a, b, k) = (Math.Max(kappa[j], 0), Math.Max(-kappa[j], 0), Math.Abs(i - j));
                p += Width * ((like[k] * a) + (opposite[k] * b));
                m += Width * ((like[k] * b) + (opposite[k] * a));
            }
            Assert.Equal(p, plus[i], 1e-13);
            Assert.Equal(m, minus[i], 1e-13);
        }
    }

    [Fact]
    public void Transport_of_even_pieces_and_atoms_is_exact()
    {
        QuantilePiece[] block = [new(0.5, 0, 1)], moved = [new(0.5, 3, 4)], stretched = [new(0.25, 0, 1), new(0.25, 1, 2)];
        Assert.Equal(4.5, QuantileTransport.SquaredDistance(block, moved), 1e-14);
        Assert.Equal(0.5 / 3, QuantileTransport.SquaredDistance(block, stretched), 1e-14);
        Assert.Equal(0.5 / 12, QuantileTransport.SquaredDistance(block, QuantileTransport.Atoms([0.5], 0.5)), 1e-14);
        Assert.Equal(0.5 / 48, QuantileTransport.SquaredDistance(block, QuantileTransport.Atoms([0.75, 0.25], 0.25)), 1e-14);
        Assert.Equal(0, QuantileTransport.SquaredDistance([], []));
        Assert.Throws<ArgumentException>(() => QuantileTransport.SquaredDistance(block, [new(0.4, 0, 1)]));
    }

    [Fact]
    public void Moments_and_quantiles_of_parts_agree_with_sums()
    {
        DensityPart[] parts = [new SemicirclePart(0.3, 0.7, 0.6), new StepPart([-1, 0, 0.5, 2], [0.1, 0, 0.2])];
        foreach (var part in parts)
        {
            const int Pieces = 200000;
            var width = (part.High - part.Low) / Pieces;
            var weights = Enumerable.Range(0, Pieces).Select(i =>
                (X: part.Low + ((i + 0.5) * width), Mass: part.MassBelow(part.Low + ((i + 1) * width)) - part.MassBelow(part.Low + (i * width)))).ToArray();
            Assert.Equal(part.Mass, weights.Sum(w => w.Mass), 1e-12);
            foreach (var k in new[] { 1, 2, 4 }) Assert.Equal(weights.Sum(w => w.Mass * Math.Pow(w.X, k)), part.Moment(k), 1e-7);
            var density = new Density([part]);
            Assert.Equal(0.4 * part.Mass, density.MassBelow(density.Quantile(0.4 * part.Mass)), 1e-14);
            Assert.Throws<ArgumentOutOfRangeException>(() => part.Moment(3));
        }
    }
}
