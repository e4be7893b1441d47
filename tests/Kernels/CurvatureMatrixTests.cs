using MathNet.Numerics.LinearAlgebra;
using Orowan.Flows;
using Orowan.Particles;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Kernels;

public sealed class CurvatureMatrixTests
{
    private static readonly (Potential V, Potential W)[] Pairs =
    [
        (new LogPotential(), new NegatedPotential(new RegularisedLogPotential(0.05))),
        (new LogPotential(), new ZeroPotential()),
        (new WallPotential(), new NegatedPotential(new RegularisedWallPotential(0.1))),
    ];

    public static TheoryData<string, string, int> Samples()
    {
        var samples = new TheoryData<string, string, int>();
        foreach (var charges in (string[])["equal", "blocks", "random"])
        {
            foreach (var gaps in (string[])["even", "uneven"])
            {
                foreach (var count in (int[])[7, 64, 203]) samples.Add(charges, gaps, count);
            }
        }
        return samples;
    }

    /// <summary>In the norm of the matrix itself, x M x, which conjugate gradients converge in: smooth vectors and rough ones.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void Is_the_whole_matrix_to_some_per_cent(string charges, string gaps, int count)
    {
        var chain = ChainSample.Make(charges, gaps, count);
        foreach (var (v, w) in Pairs)
        {
            var whole = Whole(chain, v, w, out var sizes);
            var matrix = new CurvatureMatrix(v, w);
            matrix.Take(chain.Charge, chain.Gap, count);
            foreach (var vector in Vectors(count))
            {
                var product = Product(matrix, vector);
                var difference = (whole * vector) - product;
                var allowed = 0.1 * (sizes * vector.PointwiseAbs()).PointwiseMaximum(1e-300);
                for (var i = 0; i < count; i++)
                {
                    Assert.True(Math.Abs(difference[i]) <= allowed[i], $"{v} {w} row {i}: {product[i]:R} and {(whole * vector)[i]:R}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Is_symmetric_and_moves_nothing_with_a_translation(string charges, string gaps, int count)
    {
        var chain = ChainSample.Make(charges, gaps, count);
        foreach (var (v, w) in Pairs)
        {
            var matrix = new CurvatureMatrix(v, w);
            matrix.Take(chain.Charge, chain.Gap, count);
            var (a, b) = (Vectors(count)[0], Vectors(count)[2]);
            var (forward, backward) = (a * Product(matrix, b), b * Product(matrix, a));
            var size = matrix.Diagonal.ToArray().Max(Math.Abs);
            Assert.Equal(forward, backward, 1e-12 * count * size);
            Assert.True(Product(matrix, Vector<double>.Build.Dense(count, 1)).AbsoluteMaximum() <= 1e-13 * count * size);
        }
    }

    [Fact]
    public void Factors_of_the_neighbours_solve_their_system()
    {
        var random = new Random(3);
        double[] next = [.. Enumerable.Range(0, 40).Select(i => i is 17 or 39 ? double.PositiveInfinity : 0.01 + random.NextDouble())];
        var whole = Matrix<double>.Build.DenseIdentity(next.Length);
        const double Gamma = 0.3;
        for (var i = 0; i < next.Length; i++)
        {
            Join(whole, i, i + 1, next[i]);
            if (i + 1 < next.Length) Join(whole, i, i + 2, next[i] + next[i + 1]);
        }
        var side = Vector<double>.Build.Dense(next.Length, _ => random.NextDouble());
        var found = new double[next.Length];
        var factors = new NeighbourFactors(new LogPotential());
        factors.Take(next, 5);
        factors.Factor(Gamma);
        factors.Solve(side.ToArray(), found);
        Assert.True((whole.Solve(side) - Vector<double>.Build.Dense(found)).AbsoluteMaximum() <= 1e-13);

        static void Join(Matrix<double> matrix, int i, int j, double distance)
        {
            if (double.IsInfinity(distance)) return;
            var weight = Gamma / (5 * distance * distance);
            matrix[i, i] += weight;
            matrix[j, j] += weight;
            matrix[i, j] -= weight;
            matrix[j, i] -= weight;
        }
    }

    private static Vector<double>[] Vectors(int count)
    {
        var random = new Random(count);
        return
        [
            Vector<double>.Build.Dense(count, i => Math.Cos(3.0 * i / count)),
            Vector<double>.Build.Dense(count, i => i % 2 == 0 ? 1 : -1),
            Vector<double>.Build.Dense(count, _ => (2 * random.NextDouble()) - 1),
        ];
    }

    private static Vector<double> Product(CurvatureMatrix matrix, Vector<double> vector)
    {
        var (by, product) = (new double[matrix.Groups.Slots], new double[matrix.Groups.Slots]);
        var slot = matrix.Groups.SlotOf.ToArray();
        for (var i = 0; i < slot.Length; i++) by[slot[i]] = vector[i];
        matrix.Multiply(by, product);
        return Vector<double>.Build.Dense(slot.Length, i => product[slot[i]]);
    }

    /// <summary>The matrix entry by entry, from distances that are sums of gaps, and the sizes of its entries.</summary>
    private static Matrix<double> Whole(ChainSample chain, Potential v, Potential w, out Matrix<double> sizes)
    {
        var count = chain.Charge.Length;
        var matrix = Matrix<double>.Build.Dense(count, count);
        for (var i = 0; i < count; i++)
        {
            double distance = 0;
            for (var j = i + 1; j < count; j++)
            {
                distance += chain.Gap[j - 1];
                var curvature = (chain.Charge[i] == chain.Charge[j] ? v : w).Curvature(distance) / count;
                matrix[i, j] = matrix[j, i] = -curvature;
                matrix[i, i] += curvature;
                matrix[j, j] += curvature;
            }
        }
        sizes = matrix.PointwiseAbs();
        return matrix;
    }
}
