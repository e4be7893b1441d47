namespace Orowan.Integration;

/// <summary>The linear systems of a simplified Newton iteration for collocation, (I - h A x J) D = R.</summary>
internal interface IStageEquations
{
    /// <summary>The step that the factors belong to; NaN when there are none.</summary>
    double FactoredStep { get; }

    /// <summary>Takes the Jacobian of <paramref name="flow"/> at y; the factors are void then.</summary>
    void Linearise(IStiffFlow flow, ReadOnlySpan<double> y);

    /// <summary>Factors the systems for steps of length <paramref name="step"/>; false when a matrix is not finite.</summary>
    bool TryFactor(double step);

    /// <summary>Replaces the residuals of the stages, one row each, by the corrections of the stages.</summary>
    void Solve(double[][] rows);

    /// <summary>Replaces a vector v by (I - h mu J)^-1 v with the real eigenvalue mu.</summary>
    void Filter(double[] vector);
}
