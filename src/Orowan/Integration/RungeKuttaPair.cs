namespace Orowan.Integration;

/// <summary>
/// An explicit Runge-Kutta pair whose last stage is the rate at the step's end, with a dense output. Only the weights that are not zero
/// are kept, a row of (stage, weight) for each combination.
/// </summary>
/// <param name="Order">Order of the step.</param>
/// <param name="ErrorOrder">p such that the estimated error of a step of length h behaves like h^p.</param>
/// <param name="StepStages">Stages that a step needs; the last one is the rate at its end. The others are the dense output's.</param>
/// <param name="Arguments">Row s combines the stages before s into the argument of stage s; row StepStages - 1 is the step itself.</param>
/// <param name="Error">Step minus an embedded solution.</param>
/// <param name="Damping">Step minus an embedded solution of lower order, that damps the other one; null where there is none.</param>
/// <param name="Dense">The coefficients of the dense output from the fourth on, in the form of <see cref="NestedDenseStep"/>.</param>
internal sealed record RungeKuttaPair(
    int Order,
    int ErrorOrder,
    int StepStages,
    RungeKuttaPair.Combination[] Arguments,
    RungeKuttaPair.Combination Error,
    RungeKuttaPair.Combination? Damping,
    RungeKuttaPair.Combination[] Dense)
{
    /// <summary>A weighted sum of stages: the weights, and the stages they belong to.</summary>
    internal sealed record Combination(int[] Stages, double[] Weights);
}
