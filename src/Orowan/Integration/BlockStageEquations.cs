using System.Numerics;

namespace Orowan.Integration;

/// <summary>
/// The systems of <see cref="StageEquations"/> with a block diagonal Jacobian: each block by its inverse, so that a step costs as many
/// operations as there are unknowns.
/// </summary>
internal sealed class BlockStageEquations : IStageEquations
{
    private readonly RadauTableau tableau;
    private readonly IReadOnlyList<(int First, int Size)> blocks;
    private readonly double[] jacobian;
    private readonly Complex[][] inverses;
    private readonly Complex[] side;
    private readonly Complex[] solution;

    internal BlockStageEquations(RadauTableau tableau, IBlockFlow flow)
    {
        this.tableau = tableau;
        blocks = flow.Blocks;
        jacobian = new double[blocks.Sum(block => block.Size * block.Size)];
        inverses = [.. Enumerable.Range(0, 1 + tableau.Eigenvalues.Length).Select(_ => new Complex[jacobian.Length])];
        side = new Complex[flow.Dimension];
        solution = new Complex[flow.Dimension];
    }

    /// <inheritdoc/>
    public double FactoredStep { get; private set; } = double.NaN;

    /// <inheritdoc/>
    public void Linearise(IStiffFlow flow, ReadOnlySpan<double> y)
    {
        ((IBlockFlow)flow).BlockJacobian(y, jacobian);
        FactoredStep = double.NaN;
    }

    /// <inheritdoc/>
    public bool TryFactor(double step)
    {
        if (!Array.TrueForAll(jacobian, double.IsFinite)) return false;
        for (var m = 0; m < inverses.Length; m++)
        {
            var factor = step * (m == 0 ? tableau.RealEigenvalue : tableau.Eigenvalues[m - 1]);
            var at = 0;
            foreach (var (_, size) in blocks)
            {
                Invert(factor, jacobian.AsSpan(at, size * size), inverses[m].AsSpan(at, size * size), size);
                at += size * size;
            }
        }
        FactoredStep = step;
        return true;
    }

    /// <inheritdoc/>
    public void Solve(double[][] rows)
    {
        var solutions = new Complex[inverses.Length][];
        for (var m = 0; m < inverses.Length; m++)
        {
            for (var i = 0; i < side.Length; i++)
            {
                var sum = Complex.Zero;
                for (var j = 0; j < rows.Length; j++) sum += tableau.FromStages[m, j] * rows[j][i];
                side[i] = sum;
            }
            Apply(inverses[m], side, solution);
            solutions[m] = (Complex[])solution.Clone();
        }
        for (var j = 0; j < rows.Length; j++)
        {
            for (var i = 0; i < side.Length; i++)
            {
                var correction = (tableau.ToStages[j, 0] * solutions[0][i]).Real;
                for (var m = 1; m < solutions.Length; m++) correction += 2 * (tableau.ToStages[j, m] * solutions[m][i]).Real;
                rows[j][i] = correction;
            }
        }
    }

    /// <inheritdoc/>
    public void Filter(double[] vector)
    {
        for (var i = 0; i < side.Length; i++) side[i] = vector[i];
        Apply(inverses[0], side, solution);
        for (var i = 0; i < vector.Length; i++) vector[i] = solution[i].Real;
    }

    private void Apply(Complex[] inverse, Complex[] vector, Complex[] result)
    {
        var at = 0;
        foreach (var (first, size) in blocks)
        {
            for (var i = 0; i < size; i++)
            {
                var sum = Complex.Zero;
                for (var j = 0; j < size; j++) sum += inverse[at + (i * size) + j] * vector[first + j];
                result[first + i] = sum;
            }
            at += size * size;
        }
    }

    /// <summary>(I - factor * block)^-1 by Gauss and Jordan with pivots.</summary>
    private static void Invert(Complex factor, ReadOnlySpan<double> block, Span<Complex> inverse, int size)
    {
        Span<Complex> matrix = stackalloc Complex[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                inverse[(i * size) + j] = i == j ? Complex.One : Complex.Zero;
                matrix[(i * size) + j] = inverse[(i * size) + j] - (factor * block[(i * size) + j]);
            }
        }
        for (var column = 0; column < size; column++)
        {
            var pivot = column;
            for (var i = column + 1; i < size; i++)
            {
                if (Complex.Abs(matrix[(i * size) + column]) > Complex.Abs(matrix[(pivot * size) + column])) pivot = i;
            }
            for (var j = 0; j < size; j++)
            {
                (matrix[(column * size) + j], matrix[(pivot * size) + j]) = (matrix[(pivot * size) + j], matrix[(column * size) + j]);
                (inverse[(column * size) + j], inverse[(pivot * size) + j]) = (inverse[(pivot * size) + j], inverse[(column * size) + j]);
            }
            var scale = Complex.One / matrix[(column * size) + column];
            for (var j = 0; j < size; j++)
            {
                matrix[(column * size) + j] *= scale;
                inverse[(column * size) + j] *= scale;
            }
            for (var i = 0; i < size; i++)
            {
                if (i == column) continue;
                var multiple = matrix[(i * size) + column];
                for (var j = 0; j < size; j++)
                {
                    matrix[(i * size) + j] -= multiple * matrix[(column * size) + j];
                    inverse[(i * size) + j] -= multiple * inverse[(column * size) + j];
                }
            }
        }
    }
}
