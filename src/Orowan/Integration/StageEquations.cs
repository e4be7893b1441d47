using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using Complex = System.Numerics.Complex;

namespace Orowan.Integration;

/// <summary>
/// The linear systems (I - h A x J) D = R of a simplified Newton iteration for collocation with coefficients A. With A = V diag(mu) V^-1
/// they fall apart into one system I - h mu J for each eigenvalue, real for the real one and complex for one of each conjugate pair.
/// </summary>
internal sealed class StageEquations
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

    /// <summary>The step that the factors belong to; NaN when there are none.</summary>
    internal double FactoredStep { get; private set; } = double.NaN;

    /// <summary>Takes the Jacobian of <paramref name="flow"/> at y; the factors are void then.</summary>
    internal void Linearise(IStiffFlow flow, ReadOnlySpan<double> y)
    {
        jacobian.Clear();
        flow.Jacobian(y, jacobian);
        FactoredStep = double.NaN;
    }

    /// <summary>Factors the systems for steps of length <paramref name="step"/>; false when a matrix is not finite.</summary>
    internal bool TryFactor(double step)
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

    /// <summary>Replaces the residuals of the stages, one row each, by the corrections of the stages.</summary>
    internal void Solve(double[][] rows)
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

    /// <summary>Replaces a vector v by (I - h mu J)^-1 v with the real eigenvalue mu.</summary>
    internal void Filter(double[] vector)
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
