using Orowan.Integration;

namespace Orowan.Flows;

/// <summary>Where opposite neighbours touch in a step of a <see cref="ChainFlow"/>. Only neighbouring alive opposites can.</summary>
internal static class ContactSearch
{
    /// <summary>Whether a gap between opposites may touch zero in the step last attempted, of length <paramref name="step"/>.</summary>
    public static bool MayMeet(ChainFlow flow, IStepper method, double step)
    {
        for (var i = 0; i + 1 < flow.Dimension; i++)
        {
            if (MayClose(flow, method, i, step)) return true;
        }
        return false;
    }

    /// <summary>The first theta in the step last attempted, of length <paramref name="step"/>, at which a gap between opposites is not positive.</summary>
    public static double? First(ChainFlow flow, IStepper method, double step, DenseStep dense)
    {
        double? first = null;
        for (var i = 0; i + 1 < flow.Dimension; i++)
        {
            if (MayClose(flow, method, i, step) && dense.FirstNonPositive(i, first ?? 1) is { } theta && !(theta >= first)) first = theta;
        }
        return first;
    }

    /// <summary>
    /// Left members of the pairs that meet at the end of a step, in their order; of two such pairs that share a particle the narrower one.
    /// </summary>
    /// <param name="end">The state at the end.</param>
    /// <param name="rate">The rate there.</param>
    /// <param name="simultaneous">Times closer than this are one.</param>
    /// <param name="missing">The time that is still missing to the contact.</param>
    public static int[] Met(
        ChainFlow flow,
        ReadOnlySpan<double> end,
        ReadOnlySpan<double> rate,
        double step,
        double simultaneous,
        out double missing)
    {
        missing = 0;
        var met = new List<int>();
        foreach (var (gap, i) in flow.Contacts(end, rate, step, simultaneous))
        {
            if (met.Count == 0 && rate[i] < 0) missing = -gap / rate[i];
            if (!met.Contains(i - 1) && !met.Contains(i + 1)) met.Add(i);
        }
        met.Sort();
        return [.. met];
    }

    /// <summary>
    /// Whether gap i may touch zero in the step, by the Bernstein coefficients of its cubic Hermite interpolant; a quarter of the smaller
    /// end is kept as a margin for what the cubic does not see.
    /// </summary>
    private static bool MayClose(ChainFlow flow, IStepper method, int i, double step)
    {
        if (!flow.CanClose(i)) return false;
        var (start, end) = (method.State[i], method.Proposal[i]);
        var margin = 0.25 * Math.Min(start, end);
        return !(end > 0 && start + (step * method.Rate[i] / 3) > margin && end - (step * method.ProposalRate[i] / 3) > margin);
    }
}
