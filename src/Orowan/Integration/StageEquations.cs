using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using Complex = System.Numerics.Complex;

namespace Orowan.Integration;

/// <summary>
/// The linear systems (I - h A x J) D = R of a simplified Newton iteration for collocation with coefficients A. With A = V diag(mu) V^-1
/// they fall apart into one system I - h mu J for each eigenvalue, real for the real one and complex for one of each conjugate pair.
/// </summary>
internal sealed class StageEquations : IStageEquations
{
    private readonly RadauTableau tableau;
    private readonly int dimension;
    private readonly Matrix<double> jacobian;
    private readonly Vector<double> realSide;
    private readonly Vector<double> realSolution;
    private readonly Vector<Complex>[] complexSolution;
    private readonly Vector<Complex> complexSide;
    private readonly LU<Complex>[] complexFactors;
    private LU<double>? realFactors;

    internal StageEquations(RadauTableau tableau, int dimension)
    {
        this.tableau = tableau;
        this.dimension = dimension;
        jacobian = Matrix<double>.Build.Dense(dimension, dimension);
        realSide = Vector<double>.Build.Dense(dimension);
        realSolution = Vector<double>.Build.Dense(dimension);
        complexSide = Vector<Complex>.Build.Dense(dimension);
        complexSolution = Array.ConvertAll(tableau.Eigenvalues, _ => Vector<Complex>.Build.Dense(dimension));
        complexFactors = new LU<Complex>[tableau.Eigenvalues.Length];
    }

    /// <inheritdoc/>
    public double FactoredStep { get; private set; } = double.NaN;

    /// <inheritdoc/>
    public void Linearise(IStiffFlow flow, ReadOnlySpan<double> y)
    {
        jacobian.Clear();
        flow.Jacobian(y, jacobian);
        FactoredStep = double.NaN;
    }

    /// <inheritdoc/>
    public bool TryFactor(double step)
    {
        var real = Matrix<double>.Build.Dense(dimension, dimension);
        for (var j = 0; j < dimension; j++)
        {
            for (var i = 0; i < dimension; i++)
            {
                var entry = jacobian.At(i, j);
                if (!double.IsFinite(entry)) return false;
                real.At(i, j, (i == j ? 1 : 0) - (step * tableau.RealEigenvalue * entry));
            }
        }
        realFactors = real.LU();
        for (var m = 0; m < complexFactors.Length; m++)
        {
            var factor = step * tableau.Eigenvalues[m];
            complexFactors[m] = Matrix<Complex>.Build
                .Dense(dimension, dimension, (i, j) => (i == j ? Complex.One : Complex.Zero) - (factor * jacobian.At(i, j)))
                .LU();
        }
        FactoredStep = step;
        return true;
    }

    /// <inheritdoc/>
    public void Solve(double[][] rows)
    {
        for (var i = 0; i < dimension; i++) realSide[i] = Project(0, rows, i).Real;
        realFactors!.Solve(realSide, realSolution);
        for (var m = 0; m < complexFactors.Length; m++)
        {
            for (var i = 0; i < dimension; i++) complexSide[i] = Project(1 + m, rows, i);
            complexFactors[m].Solve(complexSide, complexSolution[m]);
        }
        for (var j = 0; j < rows.Length; j++)
        {
            for (var i = 0; i < dimension; i++)
            {
                var correction = tableau.ToStages[j, 0].Real * realSolution[i];
                for (var m = 0; m < complexFactors.Length; m++)
                {
                    correction += 2 * (tableau.ToStages[j, 1 + m] * complexSolution[m][i]).Real;
                }
                rows[j][i] = correction;
            }
        }
    }

    /// <inheritdoc/>
    public void Filter(double[] vector)
    {
        realSide.SetValues(vector);
        realFactors!.Solve(realSide, realSolution);
        for (var i = 0; i < vector.Length; i++) vector[i] = realSolution[i];
    }

    private Complex Project(int eigenvector, double[][] rows, int component)
    {
        var sum = Complex.Zero;
        for (var j = 0; j < rows.Length; j++) sum += tableau.FromStages[eigenvector, j] * rows[j][component];
        return sum;
    }
}
