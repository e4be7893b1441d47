using Orowan.Formats;

namespace Orowan.Audit;

/// <summary>Subjects in words.</summary>
internal static class SubjectText
{
    /// <summary>What subjects of a type are called.</summary>
    public static string Of(Type type) =>
        type == typeof(LineCase) ? "particles on the line"
        : type == typeof(DensityCase) ? "densities on the line"
        : type == typeof(GromaBaloghCase) ? "densities under the Groma-Balogh equations"
        : type == typeof(Ladder<GromaBaloghCase>) ? "a ladder of cases of the Groma-Balogh equations"
        : type == typeof(PotentialPair) ? "a pair of potentials"
        : type == typeof(LineMeasures) ? "pairs of measures on the line"
        : type == typeof(TorusMeasures) ? "pairs of measures on the torus"
        : type == typeof(TorusDensity) ? "densities on the torus"
        : type == typeof(ClosedFormCase) ? "exactly solvable cases"
        : type == typeof(StepFunctionPair) ? "two step functions"
        : type == typeof(TorusCase) ? "particles on the torus"
        : type == typeof(TorusPotentialPair) ? "an interaction and an external potential on the torus"
        : type == typeof(TorusNumbers) ? "exactly solvable cases on the torus"
        : type == typeof(ShortDipoles) ? "ladders of short dipoles"
        : type == typeof(TrigonometricPair) ? "two trigonometric polynomials and a potential on the torus"
        : type == typeof(Pair<LineCase>) ? "a pair of cases of particles on the line"
        : type == typeof(Ladder<LineCase>) ? "a ladder of cases of particles on the line"
        : type == typeof(TorusCase) ? "particles on the torus"
        : type == typeof(Pair<TorusCase>) ? "a pair of cases of particles on the torus"
        : type == typeof(Ladder<TorusCase>) ? "a ladder of cases of particles on the torus"
        : type.Name;
}
