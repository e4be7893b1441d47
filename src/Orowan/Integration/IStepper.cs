namespace Orowan.Integration;

/// <summary>Takes one step at a time along a flow, with an error estimate and a dense output; knows no time and no step-size rule.</summary>
public interface IStepper
{
    /// <summary>p such that the estimated error of a step of length h behaves like h^p.</summary>
    int ErrorOrder { get; }

    /// <summary>Number of evaluations of the rate so far.</summary>
    long Evaluations { get; }

    /// <summary>The state at the start of the step.</summary>
    ReadOnlySpan<double> State { get; }

    /// <summary>The rate at the start of the step.</summary>
    ReadOnlySpan<double> Rate { get; }

    /// <summary>The state at the end of the step last attempted.</summary>
    ReadOnlySpan<double> Proposal { get; }

    /// <summary>The rate at the end of the step last attempted.</summary>
    ReadOnlySpan<double> ProposalRate { get; }

    /// <summary>
    /// Attempts a step of length <paramref name="length"/> from <see cref="State"/> and returns its estimated error as a multiple of
    /// the error allowed (largest over the unknowns); infinite when a stage leaves the domain or the stage equations are not solved.
    /// </summary>
    double Attempt(double length);

    /// <summary>The length of the next step after one of <paramref name="length"/> whose error was at most 1.</summary>
    double LengthAfter(double length, double error) => StepLength.AfterAccepted(length, error, ErrorOrder);

    /// <summary>Makes the end of the step last attempted the new start.</summary>
    void Accept();

    /// <summary>
    /// The dense output of the step last attempted, valid until the next attempt; null when it needs a state outside the domain (shorten the
    /// step then).
    /// </summary>
    DenseStep? Interpolate();
}
