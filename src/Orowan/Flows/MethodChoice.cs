using Orowan.Integration;

namespace Orowan.Flows;

/// <summary>
/// Which method a flow is followed with: the explicit one, until its steps look held down by stability and there is a long way to go; then
/// the implicit one on trial, and back when its steps turn out too short to pay.
/// </summary>
/// <remarks>
/// The flow is a gradient flow, so its spectrum is real, and the step times the spectral radius is all that stability depends on. At
/// tolerances near rounding an explicit step is held down well inside its stability interval, because the fast modes turn rounding
/// into estimated error; that cannot be told from accuracy beforehand, hence the trial, and longer waits between trials that fail.
/// </remarks>
internal sealed class MethodChoice
{
    /// <summary>Accepted steps between two looks; a look costs about as much as one explicit step.</summary>
    private const int Patience = 50;

    /// <summary>Accepted implicit steps before a look: the step has had time to grow.</summary>
    private const int Trial = 15;

    /// <summary>Step times spectral radius above which an explicit step may be held down; its stability ends at 6.</summary>
    private const double HeldDown = 0.25;

    /// <summary>Explicit steps still to go, as a multiple of what the steps of a trial cost, that make the trial worth it.</summary>
    private const double LongWay = 3;

    /// <summary>Step times spectral radius that an explicit step is taken to reach in the long run.</summary>
    private const double ExplicitReach = 3;

    private int patience = Patience;
    private int untilLook = Patience;
    private bool isImplicit;
    private DormandPrince? explicitMethod;

    /// <summary>Evaluations of the rate by the looks so far.</summary>
    public long Evaluations { get; private set; }

    /// <summary>The method of the moment, at <paramref name="y"/>; the one before is done with, and its room is used again.</summary>
    public IStepper Start(IStiffFlow flow, ReadOnlySpan<double> y)
    {
        if (isImplicit) return new RadauIIA(flow, y);
        if (explicitMethod is null) explicitMethod = new DormandPrince(flow, y);
        else explicitMethod.Restart(flow, y);
        return explicitMethod;
    }

    /// <summary>
    /// Called after each accepted step, with the length of the next one and the time still to go; true when the other method is to
    /// continue.
    /// </summary>
    public bool Changes(IStiffFlow flow, IStepper method, double step, double remaining)
    {
        if (--untilLook > 0) return false;
        untilLook = isImplicit ? Trial : patience;
        if (!isImplicit && remaining < LongWay * Trial * Cost(flow) * step) return false;
        var (radius, evaluations) = SpectralRadius.Of(flow, method.State, method.Rate);
        Evaluations += evaluations;
        var relative = step * radius;
        if (isImplicit ? relative >= ExplicitReach * Cost(flow) : !(relative > HeldDown && double.IsFinite(relative))) return false;
        isImplicit = !isImplicit;
        if (!isImplicit) patience *= 2;
        untilLook = isImplicit ? Trial : patience;
        return true;
    }

    /// <summary>Explicit steps that cost about as much as an implicit one: a few iterations, and factorisations that grow with N.</summary>
    private static double Cost(IStiffFlow flow) => 5 + (0.2 * flow.Dimension);
}
