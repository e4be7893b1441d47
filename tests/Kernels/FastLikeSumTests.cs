using Orowan.Particles;
using Xunit;

namespace Orowan.Tests.Kernels;

public sealed class FastLikeSumTests
{
    [Theory]
    [InlineData("even", 2048)]
    [InlineData("uneven", 5001)]
    [InlineData("clustered", 20_000)]
    [InlineData("graded", 20_000)]
    [InlineData("nested", 20_000)]
    [InlineData("nested", 200_000)]
    public void Every_pair_is_visited_once_and_by_nodes_where_it_is_far_enough_only(string gaps, int count)
    {
        var chain = ChainSample.Make("equal", gaps, count);
        var visitor = new Visitor();
        visitor.VisitAll([.. chain.Gap, .. new double[8]], count);
        Assert.Equal((long)count * (count - 1) / 2, visitor.Pairs);
        var allowed = 0.5 * (ChebyshevNodes.LongAxis - 1) * (1 - Floating.Spacing);
        Assert.True(visitor.LeastClearance >= allowed, $"a cell is as near as {visitor.LeastClearance:R} lengths");
        // What the bounds of forces and of energies are taken with.
        Assert.InRange(visitor.MostPairsOfACell, 1, 128);
        Assert.InRange(visitor.PairsOfCells, 1, count / 4);
    }

    private sealed class Visitor : FastLikeSum
    {
        private int[] pairsOf = [];

        public long Pairs { get; private set; }

        public int PairsOfCells { get; private set; }

        public double LeastClearance { get; private set; } = double.PositiveInfinity;

        public int MostPairsOfACell => pairsOf.Max();

        public void VisitAll(double[] gap, int count)
        {
            Cells.Take(gap, count);
            pairsOf = new int[2 * Cells.FirstLeaf];
            Visit();
        }

        protected override void Inside(int leaf) => Pairs += (long)Cells.Particles(leaf) * (Cells.Particles(leaf) - 1) / 2;

        protected override void Between(int left, WeightedPoints leftPoints, int right, WeightedPoints rightPoints, double clearance)
        {
            Pairs += (long)Cells.Particles(left) * Cells.Particles(right);
            PairsOfCells++;
            pairsOf[left]++;
            pairsOf[right]++;
            Measure(left, leftPoints, clearance);
            Measure(right, rightPoints, clearance);
        }

        protected override Span<double> ParticlePush(int leaf) => [];

        private void Measure(int cell, WeightedPoints points, double clearance)
        {
            // Particles have no pushes here, nodes have.
            if (points.Push.Length > 0) LeastClearance = Math.Min(LeastClearance, clearance / Cells.Length(cell));
        }
    }
}
