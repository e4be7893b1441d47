using Orowan.Formats;

namespace Orowan.Claims;

/// <summary>How wrong the rows of a run may be: what the run says of itself, or ten times the tolerance of its case where it says nothing.</summary>
internal static class StatedErrors
{
    private const double UnstatedFactor = 10;

    /// <summary>The error of positions that the case allows, whatever a run says of itself.</summary>
    public static double AllowedError(this LineCase subject) => UnstatedFactor * subject.Tolerance * subject.LengthScale;

    /// <summary>The error of positions that the case allows, whatever a run says of itself.</summary>
    public static double AllowedError(this TorusCase subject) => UnstatedFactor * subject.Tolerance * subject.LengthScale;

    /// <summary>The error in W_2 that the case allows, whatever a run says of itself.</summary>
    public static double AllowedError(this DensityCase subject) => UnstatedFactor * subject.Tolerance * subject.LengthScale;

    /// <summary>The error of a density at a point that the case allows, whatever a run says of itself.</summary>
    public static double AllowedError(this GromaBaloghCase subject) => UnstatedFactor * subject.Tolerance;

    /// <summary>The error of positions in a row.</summary>
    public static double ErrorOf(this LineCase subject, LineRun run) => run.Uncertainty ?? subject.AllowedError();

    /// <summary>The error of positions in a row.</summary>
    public static double ErrorOf(this TorusCase subject, TorusRun run) => run.Uncertainty ?? subject.AllowedError();

    /// <summary>The error of a row in W_2.</summary>
    public static double ErrorOf(this DensityCase subject, DensityRun run) => run.Uncertainty ?? subject.AllowedError();

    /// <summary>The error of a density at a point of a row.</summary>
    public static double ErrorOf(this GromaBaloghCase subject, GromaBaloghRun run) => run.Uncertainty ?? subject.AllowedError();
}
