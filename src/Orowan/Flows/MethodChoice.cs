using Orowan.Integration;

namespace Orowan.Flows;

/// <summary>
/// Which method a flow is followed with: the explicit one, until its steps look held down by stability and there is a long way to go; then
/// an implicit one on trial, and back when its steps turn out too short to pay.
/// </summary>
/// <remarks>
/// <para>
/// The flow is a gradient flow, so its spectrum is real, and the step times the spectral radius is all that stability depends on. At
/// tolerances near rounding an explicit step is held down well inside its stability interval, because the fast modes turn rounding
/// into estimated error; that cannot be told from accuracy beforehand, hence the trial, and longer waits between trials that fail.
/// </para>
/// <para>
/// Large flows that solve their own systems take backward differences, whose steps cost less than explicit ones; the others take Radau IIA.
/// </para>
/// </remarks>
/// <param name="tolerance">Local tolerance of the run; 0 where it is not known, and then no run starts implicitly.</param>
internal sealed class MethodChoice(double tolerance = 0)
{
    /// <summary>Accepted steps between two looks; a look costs about as much as one explicit step.</summary>
    private const int Patience = 50;

    /// <summary>The same where the implicit steps are cheap.</summary>
    private const int PatienceOfLarge = 20;

    /// <summary>Accepted implicit steps before a look: the step has had time to grow.</summary>
    private const int Trial = 15;

    /// <summary>Step times spectral radius above which an explicit step may be held down; its stability ends at 6.</summary>
    private const double HeldDown = 0.25;

    /// <summary>Explicit steps still to go, as a multiple of what the steps of a trial cost, that make the trial worth it.</summary>
    private const double LongWay = 3;

    /// <summary>Step times spectral radius that an explicit step is taken to reach in the long run.</summary>
    private const double ExplicitReach = 3;

    /// <summary>The most that backward differences are taken to grow by in each step in the long run.</summary>
    private const double SteadyGrowth = 1.1;

    private int patience = Patience;
    private int untilLook = Patience;
    private bool isImplicit;
    private bool begun;
    private double stepBefore;
    private readonly ExplicitOrder order = new();

    /// <summary>Evaluations of the rate by the looks so far.</summary>
    public long Evaluations { get; private set; }

    /// <summary>The method of the moment, at <paramref name="y"/>; the one before is done with, and its room is used again.</summary>
    /// <param name="remaining">The time still to go, where nothing is to interrupt the flow; 0 where that is not known.</param>
    public IStepper Start(IStiffFlow flow, ReadOnlySpan<double> y, double remaining = 0)
    {
        if (!begun) Begin(flow, y, remaining);
        if (isImplicit) return IsLarge(flow, out var large) ? new BackwardDifferences(large, y) : new RadauIIA(flow, y);
        return order.Start(flow, y);
    }

    /// <summary>Called after each accepted step; true when another method is to continue.</summary>
    /// <param name="step">The length of the next step; of the other method's after a change.</param>
    /// <param name="elapsed">The time since the flow began or was interrupted.</param>
    /// <param name="remaining">The time still to go.</param>
    public bool Changes(IStiffFlow flow, IStepper method, ref double step, double elapsed, double remaining)
    {
        if (!isImplicit && order.Changes(elapsed, method.Evaluations, ref step)) return true;
        if (--untilLook > 0) return false;
        untilLook = isImplicit ? Trial : patience;
        if (!isImplicit && remaining < LongWay * Trial * Cost(flow) * step) return false;
        if (isImplicit && IsLarge(flow, out _) && stepBefore == 0)
        {
            stepBefore = step;
            return false;
        }
        var radius = Radius(flow, method);
        var isLong = IsLarge(flow, out _) && isImplicit
            ? Cost(flow) * StepsToGo(step, remaining) <= radius * remaining / ExplicitReach
            : step * radius >= (isImplicit ? ExplicitReach * Cost(flow) : HeldDown);
        stepBefore = step;
        if (isImplicit == isLong || !double.IsFinite(radius)) return false;
        (isImplicit, stepBefore) = (!isImplicit, 0);
        if (!isImplicit) patience *= 2;
        untilLook = isImplicit ? Trial : patience;
        return true;
    }

    /// <summary>A collision ends what the steps have grown to, and a method that needs a past loses it.</summary>
    /// <param name="method">The method of the moment.</param>
    /// <param name="step">The length of the next step.</param>
    /// <param name="elapsed">The time since the flow began or was interrupted before.</param>
    public void Interrupt(IStepper method, ref double step, double elapsed)
    {
        if (!isImplicit) order.Collided(elapsed, method.Evaluations, ref step);
        if (patience <= PatienceOfLarge && isImplicit) isImplicit = false;
        if (!isImplicit) untilLook = patience;
    }

    /// <summary>A large flow starts with backward differences when its fast modes would hold down explicit steps for long.</summary>
    private void Begin(IStiffFlow flow, ReadOnlySpan<double> y, double remaining)
    {
        begun = true;
        if (!IsLarge(flow, out var large)) return;
        patience = untilLook = PatienceOfLarge;
        if (!(remaining > 0 && tolerance > 0)) return;
        var rate = new double[flow.Dimension];
        Evaluations++;
        if (!flow.TryRate(y, rate)) return;
        large.Linearise(y, rate);
        isImplicit = Cost(flow) * UsualSteps(tolerance) < 0.5 * large.LastingRate * remaining / ExplicitReach;
        untilLook = isImplicit ? Trial : patience;
    }

    private double Radius(IStiffFlow flow, IStepper method)
    {
        if (IsLarge(flow, out var large))
        {
            large.Linearise(method.State, method.Rate);
            return large.FastestRate;
        }
        var (radius, evaluations) = SpectralRadius.Of(flow, method.State, method.Rate);
        Evaluations += evaluations;
        return radius;
    }

    /// <summary>
    /// Steps of backward differences through a transient in which they grow with the time since the start, at a local tolerance: some 110 at
    /// 1e-4 and as the power -1/6 of it, the order being 5.
    /// </summary>
    private static double UsualSteps(double tolerance) => 110 * Math.Pow(1e-4 / tolerance, 1.0 / 6);

    /// <summary>Steps still to go when they go on growing as they did since the last look: h (1 + r + ... + r^(N-1)) = remaining.</summary>
    private double StepsToGo(double step, double remaining)
    {
        var growth = Math.Min(SteadyGrowth, stepBefore > 0 ? Math.Pow(step / stepBefore, 1.0 / Trial) : 1);
        return growth > 1 ? Math.Log(1 + (remaining * (growth - 1) / step)) / Math.Log(growth) : remaining / step;
    }

    private static bool IsLarge(IStiffFlow flow, out INewtonFlow large)
    {
        large = (flow as INewtonFlow)!;
        return large is { SolvesItself: true };
    }

    /// <summary>
    /// Explicit steps that cost about as much as an implicit one: of Radau IIA a few iterations, and factorisations that grow with N; of
    /// backward differences, one to two of twelve evaluations and operations in proportion to N where an evaluation takes N^2. It decides how
    /// long a run takes and not how accurate it is.
    /// </summary>
    private static double Cost(IStiffFlow flow) => IsLarge(flow, out _) ? 0.15 + (90.0 / flow.Dimension) : 5 + (0.2 * flow.Dimension);
}
