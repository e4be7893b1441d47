using FsCheck;
using Orowan.Cases;
using Orowan.Formats;

namespace Orowan.Properties;

/// <summary>
/// The families as FsCheck sees them, in their smaller profile where they have one; OROWAN_DEEP=1 in the environment asks for the larger.
/// </summary>
public static class Subjects
{
    /// <summary>The name of the variable.</summary>
    public const string DeepVariable = "OROWAN_DEEP";

    private static readonly bool IsDeep = AsksForDeep(Environment.GetEnvironmentVariable(DeepVariable));

    /// <summary>Whether the value of <see cref="DeepVariable"/> asks for the larger profiles.</summary>
    /// <exception cref="ArgumentException">It is neither 0 nor 1; a value that is not understood must not pass for a deep run.</exception>
    public static bool AsksForDeep(string? value) => value switch
    {
        null or "" or "0" => false,
        "1" => true,
        _ => throw new ArgumentException($"{DeepVariable} is \"{value}\"; it must be 0 or 1.", nameof(value)),
    };

    public static Arbitrary<LineCase> LineCase() => LineCases.Separated.ForProperties(IsDeep).ToArbitrary();

    public static Arbitrary<PotentialPair> PotentialPair() => PotentialPairs.Admissible.ForProperties(IsDeep).ToArbitrary();

    public static Arbitrary<GromaBaloghCase> GromaBaloghCase() => GromaBaloghCases.Smooth.ForProperties(IsDeep).ToArbitrary();

    public static Arbitrary<Ladder<GromaBaloghCase>> GromaBaloghLadder() => GromaBaloghCases.Ladders.ForProperties(IsDeep).ToArbitrary();

    public static Arbitrary<ClosedFormCase> ClosedFormCase() => ClosedFormCases.Solvable.ForProperties(IsDeep).ToArbitrary();

    public static Arbitrary<DensityCase> DensityCase() => DensityCases.Separated.ForProperties(IsDeep).ToArbitrary();

    public static Arbitrary<LineMeasures> LineMeasures() => MeasurePairs.OnLine.ForProperties(IsDeep).ToArbitrary();

    public static Arbitrary<TorusMeasures> TorusMeasures() => MeasurePairs.OnTorus.ForProperties(IsDeep).ToArbitrary();

    public static Arbitrary<TorusDensity> TorusDensity() => TorusDensities.Stepped.ForProperties(IsDeep).ToArbitrary();

    public static Arbitrary<StepFunctionPair> StepFunctionPair() => StepFunctions.Paired.ForProperties(IsDeep).ToArbitrary();

    public static Arbitrary<TorusCase> TorusCase() => TorusCases.Admissible.ForProperties(IsDeep).ToArbitrary();

    public static Arbitrary<TorusPotentialPair> TorusPotentialPair() => TorusPotentialPairs.Admissible.ForProperties(IsDeep).ToArbitrary();

    public static Arbitrary<TorusNumbers> TorusNumbers() => TorusNumbersCases.Solvable.ForProperties(IsDeep).ToArbitrary();

    public static Arbitrary<ShortDipoles> ShortDipoles() => TorusDipoleCases.Ladders.ForProperties(IsDeep).ToArbitrary();

    public static Arbitrary<TrigonometricPair> TrigonometricPair() => TrigonometricFunctions.Paired.ForProperties(IsDeep).ToArbitrary();

    public static Arbitrary<Pair<TorusCase>> TorusPair() => TorusPairs.SameCharges.ForProperties(IsDeep).ToArbitrary();
}
