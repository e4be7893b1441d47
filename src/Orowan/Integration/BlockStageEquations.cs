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
    private readonly double[] real;
    private readonly double[] imaginary;
    private readonly double[][] corrections;
    private readonly int largest;

    internal BlockStageEquations(RadauTableau tableau, IBlockFlow flow)
    {
        this.tableau = tableau;
        blocks = flow.Blocks;
        jacobian = new double[blocks.Sum(block => block.Size * block.Size)];
        inverses = [.. Enumerable.Range(0, 1 + tableau.Eigenvalues.Length).Select(_ => new Complex[jacobian.Length])];
        real = new double[flow.Dimension];
        imaginary = new double[flow.Dimension];
        corrections = [.. Enumerable.Range(0, tableau.Stages).Select(_ => new double[flow.Dimension])];
        largest = blocks.Max(block => block.Size);
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
        Span<Complex> system = stackalloc Complex[largest * largest];
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
        foreach (var row in corrections) row.AsSpan().Clear();
        for (var m = 0; m < inverses.Length; m++)
        {
            real.AsSpan().Clear();
            imaginary.AsSpan().Clear();
            for (var j = 0; j < rows.Length; j++)
            {
                var factor = tableau.FromStages[m, j];
                ScaledSum.AddTo(real, factor.Real, rows[j]);
                if (m > 0) ScaledSum.AddTo(imaginary, factor.Imaginary, rows[j]);
            }
            Apply(inverses[m]);
            // The other one of a pair of eigenvalues gives the conjugate.
            var times = m == 0 ? 1 : 2;
            for (var j = 0; j < rows.Length; j++)
            {
                var factor = times * tableau.ToStages[j, m];
                ScaledSum.AddTo(corrections[j], factor.Real, real);
                if (m > 0) ScaledSum.AddTo(corrections[j], -factor.Imaginary, imaginary);
            }
        }
        for (var j = 0; j < rows.Length; j++) corrections[j].CopyTo(rows[j], 0);
    }

    /// <inheritdoc/>
    public void Filter(double[] vector)
    {
        vector.CopyTo(real, 0);
        imaginary.AsSpan().Clear();
        Apply(inverses[0]);
        real.CopyTo(vector, 0);
    }

    /// <summary>Multiplies <see cref="real"/> + i <see cref="imaginary"/> by the blocks.</summary>
    private void Apply(Complex[] inverse)
    {
        Span<Complex> block = stackalloc Complex[largest];
        var at = 0;
        foreach (var (first, size) in blocks)
        {
            for (var j = 0; j < size; j++) block[j] = new(real[first + j], imaginary[first + j]);
            for (var i = 0; i < size; i++)
            {
                var (sumReal, sumImaginary) = (0.0, 0.0);
                for (var j = 0; j < size; j++)
                {
                    var entry = inverse[at + (i * size) + j];
                    sumReal += (entry.Real * block[j].Real) - (entry.Imaginary * block[j].Imaginary);
                    sumImaginary += (entry.Real * block[j].Imaginary) + (entry.Imaginary * block[j].Real);
                }
                (real[first + i], imaginary[first + i]) = (sumReal, sumImaginary);
            }
            at += size * size;
        }
    }
}
