using FsCheck;
using Orowan.Cases;
using Orowan.Formats;

namespace Orowan.Properties;

/// <summary>The families as FsCheck sees them.</summary>
public static class Subjects
{
    public static Arbitrary<LineCase> LineCase() => LineCases.Separated.ToArbitrary();

    public static Arbitrary<PotentialPair> PotentialPair() => PotentialPairs.Admissible.ToArbitrary();

    public static Arbitrary<ClosedFormCase> ClosedFormCase() => ClosedFormCases.Solvable.ToArbitrary();

    public static Arbitrary<DensityCase> DensityCase() => DensityCases.Separated.ToArbitrary();

    public static Arbitrary<LineMeasures> LineMeasures() => MeasurePairs.OnLine.ToArbitrary();

    public static Arbitrary<TorusMeasures> TorusMeasures() => MeasurePairs.OnTorus.ToArbitrary();

    public static Arbitrary<TorusDensity> TorusDensity() => TorusDensities.Stepped.ToArbitrary();

    public static Arbitrary<StepFunctionPair> StepFunctionPair() => StepFunctions.Paired.ToArbitrary();

    public static Arbitrary<TorusCase> TorusCase() => TorusCases.Admissible.ToArbitrary();

    public static Arbitrary<TorusPotentialPair> TorusPotentialPair() => TorusPotentialPairs.Admissible.ToArbitrary();

    public static Arbitrary<TorusNumbers> TorusNumbers() => TorusNumbersCases.Solvable.ToArbitrary();

    public static Arbitrary<ShortDipoles> ShortDipoles() => TorusDipoleCases.Ladders.ToArbitrary();

    public static Arbitrary<TrigonometricPair> TrigonometricPair() => TrigonometricFunctions.Paired.ToArbitrary();

    public static Arbitrary<Pair<TorusCase>> TorusPair() => TorusPairs.SameCharges.ToArbitrary();
}
