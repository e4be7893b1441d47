namespace Orowan.Integration;

/// <summary>
/// The couplings of an <see cref="IBlockFlow"/> in the stages of a step: evaluated where the iteration starts, and again only when what it
/// has moved since may have changed them by more than the iteration may leave. Of any other flow the whole rate, each time.
/// </summary>
/// <remarks>
/// How much a movement changes the next correction is measured: an iteration that has converged with old couplings is given new ones, and
/// its next correction over the movement is the sensitivity per step length, taken ten times larger for the steps that follow.
/// </remarks>
internal sealed class StageCoupling
{
    /// <summary>Steps after which the sensitivity is measured again.</summary>
    private const int Patience = 20;

    private const double Caution = 10;

    private readonly IStiffFlow flow;
    private readonly IBlockFlow? blocked;
    private readonly double[][] kept;
    private double moved;
    private double movedBefore;
    private double sensitivity = double.PositiveInfinity;
    private int untilMeasured;
    private bool isOld = true;

    public StageCoupling(IStiffFlow flow, int stages)
    {
        this.flow = flow;
        blocked = flow is IBlockFlow { UsesBlocks: true } f ? f : null;
        kept = [.. Enumerable.Range(0, stages).Select(_ => new double[blocked?.CouplingLength ?? 0])];
    }

    /// <summary>Whole rates, or couplings, evaluated so far.</summary>
    public long Evaluations { get; private set; }

    /// <summary>A new iteration starts.</summary>
    public void Begin()
    {
        isOld = true;
        movedBefore = 0;
    }

    /// <summary>Writes the rate of a stage at y.</summary>
    public bool TryRate(int stage, ReadOnlySpan<double> y, Span<double> rate)
    {
        if (blocked is null)
        {
            Evaluations++;
            return flow.TryRate(y, rate);
        }
        if (isOld)
        {
            Evaluations++;
            if (!blocked.TryCoupling(y, kept[stage])) return false;
        }
        return blocked.TryRate(y, kept[stage], rate);
    }

    /// <summary>The stages have moved by <paramref name="size"/> of the error allowed.</summary>
    public void Move(double size, double step)
    {
        if (!isOld)
        {
            moved += size;
            return;
        }
        if (movedBefore > 0) (sensitivity, untilMeasured) = (size / movedBefore / step, Patience);
        (isOld, moved) = (false, size);
    }

    /// <summary>Whether an iteration that has converged may end; otherwise it goes on with new couplings.</summary>
    /// <param name="share">The error that may be left, as a share of the error allowed.</param>
    public bool Suffices(double step, double share)
    {
        if (blocked is null || moved <= share) return true;
        if (untilMeasured > 0 && Caution * sensitivity * step * moved <= share)
        {
            untilMeasured--;
            return true;
        }
        (isOld, movedBefore) = (true, moved);
        return false;
    }
}
