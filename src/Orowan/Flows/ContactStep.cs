using Orowan.Integration;

namespace Orowan.Flows;

/// <summary>Steps of one method along one flow that end at the first contact of opposites where there is one.</summary>
/// <param name="tolerance">Local error allowed per step; contacts closer in time than four times as much of the time are one event.</param>
/// <param name="annihilates">False when opposites pass through each other, so that no contact is looked for.</param>
/// <param name="room">Space for four values of each unknown, or more; it is written to.</param>
internal sealed class ContactStep(ChainFlow flow, IStepper method, PassRecord record, double tolerance, bool annihilates, double[] room)
{
    /// <summary>A contact this close to the end of a step, as a share of it, is at its end.</summary>
    private const double AtEnd = 1e-14;

    private const double Simultaneous = 4;

    private bool endsInside;
    private long looks;

    /// <summary>Length of the step taken.</summary>
    public double Length { get; private set; }

    /// <summary>Length for the next attempt, after a step as after a refusal; a cut at a contact does not shorten it.</summary>
    public double Next { get; private set; }

    /// <summary>The step's dense output; null where nothing needed it.</summary>
    public DensePiece? Dense { get; private set; }

    /// <summary>Left members of the pairs that meet at the step's end.</summary>
    public int[] Met { get; private set; } = [];

    /// <summary>Time from the step's end to the contact.</summary>
    public double Missing { get; private set; }

    /// <summary>The state at the step's end.</summary>
    public ReadOnlySpan<double> End => endsInside ? Room(0) : method.Proposal;

    /// <summary>Evaluations of the rate by the method and at contacts.</summary>
    public long Evaluations => method.Evaluations + looks;

    /// <summary>
    /// Attempts a step from the time <paramref name="from"/> with <paramref name="length"/>; false when it is refused, and
    /// <see cref="Next"/> is shorter then.
    /// </summary>
    public bool TryTake(double from, double length)
    {
        (Length, Dense, Met, Missing, endsInside) = (length, null, [], 0, false);
        var error = method.Attempt(length);
        if (!(error <= 1))
        {
            Next = StepLength.AfterRejected(length, error, method.ErrorOrder);
            return false;
        }
        Next = method.LengthAfter(length, error);
        var mayMeet = annihilates && ContactSearch.MayMeet(flow, method, length);
        if ((mayMeet || record.WantsInside(from + length)) && !TryInterpolate(from)) return false;
        if (mayMeet && ContactSearch.First(flow, method, length, Dense!.Value.Step) is { } theta && theta < 1 - AtEnd && theta * length > 0)
        {
            Length = theta * length;
            if (TryEndInside(from, theta)) return true;
            if (double.IsInfinity(method.Attempt(Length)))
            {
                Next = 0.5 * Length;
                return false;
            }
            if (!TryInterpolate(from)) return false;
        }
        // Also where no gap has closed: at the end of a run that stops at a contact, rounding decides whether it has.
        if (annihilates) FindMet(from, method.Proposal, method.ProposalRate);
        return true;
    }

    private bool TryInterpolate(double from)
    {
        if (method.Interpolate() is not { } dense)
        {
            Next = 0.5 * Length;
            return false;
        }
        Dense = new DensePiece(dense, from, Length);
        return true;
    }

    /// <summary>
    /// Ends the step at the contact that its dense output has at theta, if that is accurate enough: what its derivative lacks to the rate
    /// there, times the time to it, has to be within the error allowed. Otherwise the step is to be taken again up to the contact, for the
    /// method's own order, at some twelve times the cost.
    /// </summary>
    private bool TryEndInside(double from, double theta)
    {
        var dense = Dense!.Value;
        var inside = Room(0);
        var rateInside = Room(1);
        var slopes = Room(2);
        var allowed = Room(3);
        dense.Step.At(theta, inside);
        looks++;
        if (!flow.TryRate(inside, rateInside)) return false;
        flow.AllowedErrors(inside, rateInside, Length, allowed);
        dense.Step.Slopes(theta, slopes);
        for (var i = 0; i < inside.Length; i++)
        {
            var defect = theta * Math.Abs((dense.Length * rateInside[i]) - slopes[i]);
            if (!(defect <= allowed[i])) return false;
        }
        FindMet(from, inside, rateInside);
        endsInside = Met.Length > 0;
        return endsInside;
    }

    private Span<double> Room(int k) => room.AsSpan(k * flow.Dimension, flow.Dimension);

    private void FindMet(double from, ReadOnlySpan<double> end, ReadOnlySpan<double> rate)
    {
        Met = ContactSearch.Met(flow, end, rate, Length, Simultaneous * tolerance * (from + Length), out var missing);
        Missing = missing;
    }
}

/// <summary>A dense output with the time it starts at and the length it spans.</summary>
internal readonly record struct DensePiece(DenseStep Step, double From, double Length)
{
    /// <summary>Writes the state at <paramref name="time"/>, taken to be inside.</summary>
    public void At(double time, Span<double> state) => Step.At(Math.Clamp((time - From) / Length, 0, 1), state);
}
