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
        Span<Complex> system = stackalloc Complex[blocks.Max(block => block.Size * block.Size)];
        for (var m = 0; m < inverses.Length; m++)
        {
            var factor = step * (m == 0 ? tableau.RealEigenvalue : tableau.Eigenvalues[m - 1]);
            var at = 0;
            foreach (var (_, size) in blocks)
            {
                for (var p = 0; p < size * size; p++) system[p] = (p % (size + 1) == 0 ? Complex.One : Complex.Zero) - (factor * jacobian[at + p]);
                SmallMatrix.Invert(system[..(size * size)], inverses[m].AsSpan(at, size * size), size);
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
}
