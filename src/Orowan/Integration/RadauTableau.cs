using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Orowan.Integration;

/// <summary>
/// The Radau IIA method with s stages: collocation at the zeros of P_s - P_(s-1) on [0, 1] (P the shifted Legendre polynomials), of which
/// the last is 1. Order 2s - 1, stage order s. E. Hairer, G. Wanner, Solving Ordinary Differential Equations II, 2nd ed., section IV.5.
/// </summary>
/// <remarks>
/// Weights and coefficients are sums of positive products over the nodes, without a linear system, so that they are right to a few
/// roundings: b_j = (1 + t_j) / (2 s^2 P_(s-1)(t_j)^2) with t = 2c - 1, and a_ij, the integral of the Lagrange polynomial l_j up to c_i, by
/// the method's own quadrature scaled to [0, c_i], which is exact up to degree 2s - 2.
/// </remarks>
internal sealed class RadauTableau
{
    private static readonly Lazy<RadauTableau> Three = new(() => new RadauTableau(3));
    private static readonly Lazy<RadauTableau> Five = new(() => new RadauTableau(5));
    private static readonly Lazy<RadauTableau> Seven = new(() => new RadauTableau(7));

    private RadauTableau(int stages)
    {
        Stages = stages;
        Nodes = FindNodes(stages);
        Weights = Array.ConvertAll(Nodes, Weight);
        Coefficients = Matrix<double>.Build.Dense(stages, stages, (i, j) => Nodes[i] * WeightedSum(k => Lagrange(j, Nodes[i] * Nodes[k])));
        Control = Matrix<double>.Build.Dense(stages + 1, stages);
        for (var j = 0; j < stages; j++) Control.SetColumn(j, BernsteinOfLagrange(j));
        (RealEigenvalue, Eigenvalues, ToStages, FromStages) = Diagonalise(Coefficients);
    }

    /// <summary>s.</summary>
    public int Stages { get; }

    /// <summary>c, increasing, the last one 1.</summary>
    public double[] Nodes { get; }

    /// <summary>b, the last row of <see cref="Coefficients"/>.</summary>
    public double[] Weights { get; }

    /// <summary>A, s by s.</summary>
    public Matrix<double> Coefficients { get; }

    /// <summary>
    /// Bernstein coefficients, s + 1 rows, of the polynomial of degree s that is 0 at 0 and takes given values at the nodes, s columns.
    /// </summary>
    public Matrix<double> Control { get; }

    /// <summary>The real eigenvalue of A.</summary>
    public double RealEigenvalue { get; }

    /// <summary>One of each pair of complex eigenvalues of A, (s - 1) / 2 of them.</summary>
    public Complex[] Eigenvalues { get; }

    /// <summary>Eigenvectors of A as columns: the real one, then those of <see cref="Eigenvalues"/>.</summary>
    public Matrix<Complex> ToStages { get; }

    /// <summary>The rows of the inverse of the matrix of all eigenvectors that belong to the columns of <see cref="ToStages"/>.</summary>
    public Matrix<Complex> FromStages { get; }

    /// <exception cref="ArgumentOutOfRangeException">Stages other than 3, 5 or 7.</exception>
    public static RadauTableau Of(int stages) => stages switch
    {
        3 => Three.Value,
        5 => Five.Value,
        7 => Seven.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(stages), stages, "3, 5 or 7 stages"),
    };

    /// <summary>
    /// Value at <paramref name="theta"/>, also outside [0, 1], of the polynomial of degree s that is 0 at 0, 1 at node j and 0 at the others.
    /// </summary>
    public double Cardinal(int j, double theta) => theta / Nodes[j] * Lagrange(j, theta);

    private double Lagrange(int j, double theta)
    {
        var product = 1.0;
        for (var k = 0; k < Stages; k++)
        {
            if (k != j) product *= (theta - Nodes[k]) / (Nodes[j] - Nodes[k]);
        }
        return product;
    }

    private double WeightedSum(Func<int, double> value)
    {
        double sum = 0;
        for (var k = 0; k < Stages; k++) sum += Weights[k] * value(k);
        return sum;
    }

    private double Weight(double node)
    {
        var (_, before) = Legendre(Stages, (2 * node) - 1);
        return node / (Stages * Stages * before * before);
    }

    /// <summary>Newton's iteration from the Radau nodes of the Chebyshev weight, cos(2 pi k / (2s - 1)), down to the spacing of doubles.</summary>
    private static double[] FindNodes(int stages)
    {
        var nodes = new double[stages];
        nodes[^1] = 1;
        for (var k = 1; k < stages; k++)
        {
            var t = Math.Cos(2 * Math.PI * k / ((2 * stages) - 1));
            for (var change = 1.0; Math.Abs(change) > 1e-15; t -= change)
            {
                var (last, before) = Legendre(stages, t);
                var (_, beforeThat) = Legendre(stages - 1, t);
                var slope = ((stages * (before - (t * last))) - ((stages - 1) * (beforeThat - (t * before)))) / ((1 - t) * (1 + t));
                change = (last - before) / slope;
            }
            nodes[stages - 1 - k] = 0.5 * (1 + t);
        }
        return nodes;
    }

    /// <summary>P_degree(t) and P_(degree - 1)(t).</summary>
    private static (double Last, double Before) Legendre(int degree, double t)
    {
        var (last, before) = (t, 1.0);
        for (var k = 2; k <= degree; k++) (last, before) = (((((2 * k) - 1) * t * last) - ((k - 1) * before)) / k, last);
        return (last, before);
    }

    /// <summary>The product of the linear factors of the polynomial of <see cref="Cardinal"/>, one factor at a time.</summary>
    private double[] BernsteinOfLagrange(int j)
    {
        var product = new double[] { 0, 1 / Nodes[j] };
        for (var k = 0; k < Stages; k++)
        {
            if (k == j) continue;
            var degree = product.Length;
            var (atStart, atEnd) = (-Nodes[k] / (Nodes[j] - Nodes[k]), (1 - Nodes[k]) / (Nodes[j] - Nodes[k]));
            var next = new double[degree + 1];
            for (var i = 0; i < degree; i++)
            {
                next[i] += product[i] * atStart * (degree - i) / degree;
                next[i + 1] += product[i] * atEnd * (i + 1) / degree;
            }
            product = next;
        }
        return product;
    }

    private static (double Real, Complex[] Pairs, Matrix<Complex> To, Matrix<Complex> From) Diagonalise(Matrix<double> coefficients)
    {
        var stages = coefficients.RowCount;
        var decomposition = coefficients.Evd();
        var values = decomposition.EigenValues;
        var real = Enumerable.Range(0, stages).Single(k => values[k].Imaginary == 0);
        var upper = Enumerable.Range(0, stages).Where(k => values[k].Imaginary > 0).ToArray();
        var all = Matrix<Complex>.Build.Dense(stages, stages);
        all.SetColumn(0, decomposition.EigenVectors.Column(real).ToComplex());
        for (var m = 0; m < upper.Length; m++)
        {
            var (first, second) = (decomposition.EigenVectors.Column(upper[m]), decomposition.EigenVectors.Column(upper[m] + 1));
            var vector = first.ToComplex() + (second.ToComplex() * Complex.ImaginaryOne);
            all.SetColumn(1 + m, vector);
            all.SetColumn(1 + upper.Length + m, vector.Conjugate());
        }
        var kept = upper.Length + 1;
        return (
            values[real].Real,
            Array.ConvertAll(upper, k => values[k]),
            all.SubMatrix(0, stages, 0, kept),
            all.Inverse().SubMatrix(0, kept, 0, stages));
    }
}
