using Orowan.Integration;

namespace Orowan.Flows;

/// <summary>
/// Which explicit method a flow with collisions is followed with: the pair of order 8, or the one of order 5 where collisions come so
/// densely that no step gets as long as order 8 would let it.
/// </summary>
/// <remarks>
/// From one collision to the next, order 8 takes at least 12 evaluations of the rate, 3 for the dense output that the contact is found on
/// and 2 at the contact; order 5 takes 6, none and 2. What order 5 really takes is measured on trial, and compared with what order 8
/// would have taken, at best, with the last length its errors allowed; a trial that fails is repeated after twice as many collisions as
/// before. It is a matter of counts, so the same run makes the same choices everywhere.
/// </remarks>
internal sealed class ExplicitOrder
{
    /// <summary>Weight of the segments before, each time another one is added.</summary>
    private const double Memory = 0.8;

    /// <summary>Collisions before the first trial: the steps up to the first one still look for their length.</summary>
    private const int FirstTrial = 3;

    /// <summary>Evaluations that a trial may take more than order 8 would have: its first steps look for their length.</summary>
    private const double Patience = 12;

    /// <summary>Evaluations at a contact beside those of the method: one at the contact, one after it.</summary>
    private const int AtContact = 2;

    private DormandPrince? high;
    private DormandPrince? low;
    private bool isLow;
    private double reach;
    private double spent;
    private double expected;
    private int untilTrial = FirstTrial;
    private int wait = 1;

    /// <summary>The method of the moment, at <paramref name="y"/>; the one before is done with, and its room is used again.</summary>
    public DormandPrince Start(IFlow flow, ReadOnlySpan<double> y)
    {
        ref var method = ref isLow ? ref low : ref high;
        if (method is null) method = new DormandPrince(flow, y, isLow ? DormandPrinceOfOrder5.Pair : DormandPrinceOfOrder8.Pair);
        else method.Restart(flow, y);
        return method;
    }

    /// <summary>
    /// Called after an accepted step inside a segment between collisions; true when the other order is to continue: order 5 has already
    /// taken more than order 8 would have.
    /// </summary>
    /// <param name="elapsed">Time since the segment began.</param>
    /// <param name="evaluations">Evaluations of the method since then.</param>
    /// <param name="step">Length that the error allows to the next step; of the other order after a change.</param>
    public bool Changes(double elapsed, long evaluations, ref double step)
    {
        if (!isLow)
        {
            reach = step;
            return false;
        }
        if (spent + evaluations <= Patience + expected + ByHigh(elapsed)) return false;
        GiveUp(ref step);
        return true;
    }

    /// <summary>Called at a collision, where any method starts again, with the same about the segment that ends there.</summary>
    public void Collided(double elapsed, long evaluations, ref double step)
    {
        if (!isLow)
        {
            (reach, spent, expected) = (step, 0, 0);
            isLow = --untilTrial <= 0;
            return;
        }
        spent = (Memory * spent) + evaluations + AtContact;
        expected = (Memory * expected) + ByHigh(elapsed);
        if (spent > Patience + expected) GiveUp(ref step);
    }

    private void GiveUp(ref double step)
    {
        (isLow, step) = (false, Math.Max(step, reach));
        wait *= 2;
        untilTrial = wait;
    }

    /// <summary>What order 8 takes up to a collision after this time when no step is refused.</summary>
    private double ByHigh(double elapsed)
    {
        var pair = DormandPrinceOfOrder8.Pair;
        return (Math.Ceiling(elapsed / reach) * (pair.StepStages - 1)) + (pair.Arguments.Length - pair.StepStages) + AtContact;
    }
}
