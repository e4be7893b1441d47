using System.Collections.Immutable;

namespace Orowan.Cases;

/// <summary>Every family of cases.</summary>
public static class Families
{
    /// <summary>All families, at most one for each type of subject.</summary>
    public static ImmutableArray<IFamily> All { get; } =
    [
        LineCases.Separated, PotentialPairs.Admissible, ClosedFormCases.Solvable, MeasurePairs.OnLine, MeasurePairs.OnTorus, TorusDensities.Stepped,
        StepFunctions.Paired, TrigonometricFunctions.Paired, TorusPairs.SameCharges,
        TorusCases.Admissible, TorusPotentialPairs.Admissible, TorusNumbersCases.Solvable, TorusDipoleCases.Ladders,
        DensityCases.Separated, GromaBaloghCases.Smooth, GromaBaloghCases.Ladders,
    ];

    /// <summary>The family that draws subjects of type <paramref name="subjectType"/>.</summary>
    /// <exception cref="ArgumentException">No family draws subjects of that type.</exception>
    public static IFamily For(Type subjectType) =>
        All.FirstOrDefault(family => family.SubjectType == subjectType)
        ?? throw new ArgumentException($"No family draws subjects of type {subjectType}.", nameof(subjectType));
}
