using System.Collections.Immutable;
using Orowan.Integration;
using Orowan.Particles;

namespace Orowan.Flows;

/// <summary>
/// The flow of (1.2) of A with its annihilation rule (Definition 4.2): the gradient flow of E_n up to the first time at which opposite
/// charges meet, their charges set to 0, and a restart with the others. Only neighbouring alive opposites can meet.
/// </summary>
internal sealed class AnnihilationFlow
{
    private const long MostSteps = 20_000_000;

    private readonly LinePhysics physics;
    private readonly double tolerance;
    private readonly double lengthScale;
    private readonly PairForces forces;
    private readonly PassRecord record;
    private readonly MethodChoice choice;
    private readonly int leastSteps;
    private readonly bool annihilates;
    private readonly double[] atContact;

    private Chain chain;
    private double segmentStart;
    private double dissipated;

    /// <summary>
    /// Length of the next attempt; NaN before the first. A collision does not change it: what is left of a pair that meets is weak far
    /// away, and where it is not, the error control finds out.
    /// </summary>
    private double step = double.NaN;

    private long steps;
    private long rejected;
    private long evaluations;
    private string? ended;

    /// <param name="physics">The potentials.</param>
    /// <param name="start">State at time 0.</param>
    /// <param name="output">Times of the rows wanted, increasing, not negative.</param>
    /// <param name="tolerance">Local error allowed per step, relative to the natural unit of each unknown.</param>
    /// <param name="lengthScale">The length that errors of positions are measured against.</param>
    /// <param name="perturbation">Relative change of every gap at the start, with alternating signs; 0 for the flow itself.</param>
    /// <param name="leastSteps">No step is longer than the horizon over this.</param>
    /// <param name="annihilates">False for the flow (4.9) of A, which lets opposites pass through each other.</param>
    /// <param name="trajectory">Takes every step; null when none is wanted.</param>
    /// <exception cref="ArgumentException">Alive neighbours of <paramref name="start"/> are out of order.</exception>
    public AnnihilationFlow(
        LinePhysics physics,
        LineState start,
        ImmutableArray<double> output,
        double tolerance,
        double lengthScale,
        double perturbation = 0,
        int leastSteps = 1,
        bool annihilates = true,
        LineTrajectory? trajectory = null)
    {
        this.leastSteps = leastSteps;
        this.annihilates = annihilates;
        this.physics = physics;
        this.tolerance = tolerance;
        this.lengthScale = lengthScale;
        choice = new MethodChoice(tolerance);
        forces = new PairForces(physics.V, physics.W);
        record = new PassRecord(forces, output, (double[])start.X.Clone(), trajectory);
        chain = Chain.From(start).Perturbed(perturbation);
        atContact = new double[4 * (chain.Gap.Length + 1)];
        record.Emit(start, chain, 0, 0);
    }

    /// <summary>Runs to time <paramref name="horizon"/>.</summary>
    public LinePass Run(double horizon)
    {
        while (ended is null && segmentStart < horizon) Segment(horizon);
        return record.ToPass(steps, rejected, evaluations + choice.Evaluations, ended);
    }

    /// <summary>
    /// Integrates until the next collision or up to <paramref name="horizon"/>. Time inside is counted from the segment's start, so
    /// that steps far below the spacing of doubles at the present time are not lost.
    /// </summary>
    private void Segment(double horizon)
    {
        var span = horizon - segmentStart;
        var flow = FlowOf(chain);
        if (flow.Regauge(flow.Initial()) is { } suited) flow = FlowOf(suited);
        var (method, taken) = Start(flow, flow.Initial(), chain.IsOfOneCharge ? span : 0);
        var dissipatedBefore = dissipated;
        double time = 0;
        if (double.IsNaN(step)) step = FirstStep(flow, method, span);
        while (time < span)
        {
            step = Math.Min(step, horizon / leastSteps);
            if (span - time <= step * (1 + 1e-12)) step = span - time;
            if (!taken.TryTake(segmentStart + time, step))
            {
                rejected++;
                step = taken.Next;
                if (Stalled(time, flow, method)) break;
                continue;
            }
            steps++;
            step = taken.Next;
            var last = time + taken.Length >= span;
            var end = last ? horizon : segmentStart + time + taken.Length;
            if (taken.Met.Length > 0) end = Math.Min(horizon, end + taken.Missing);
            if (taken.Dense is { } dense) record.EmitInside(flow, dense, taken.Met.Length > 0 ? Math.BitDecrement(end) : end, dissipatedBefore);
            if (taken.Met.Length > 0)
            {
                evaluations += taken.Evaluations;
                choice.Interrupt(method, ref step, time + taken.Length);
                Annihilate(flow, taken, end, dissipatedBefore);
                return;
            }
            method.Accept();
            time = last ? span : time + taken.Length;
            if (flow.Regauge(method.State) is { } regauged)
            {
                dissipatedBefore += method.State[^1];
                evaluations += taken.Evaluations;
                flow = FlowOf(regauged);
                (method, taken) = Start(flow, flow.Initial());
            }
            else if (choice.Changes(flow, method, ref step, time, span - time))
            {
                evaluations += taken.Evaluations;
                (method, taken) = Start(flow, method.State);
            }
            if (steps + rejected > MostSteps)
            {
                ended = $"more than {MostSteps} steps are needed beyond t = {segmentStart + time:R}";
                break;
            }
        }
        evaluations += taken.Evaluations;
        chain = flow.At(method.State);
        dissipated = dissipatedBefore + method.State[^1];
        segmentStart = horizon;
        if (ended is null) record.Emit(chain, segmentStart, dissipated);
    }

    private ChainFlow FlowOf(Chain unknowns) => new(unknowns, physics, tolerance, lengthScale, forces);

    private (IStepper Method, ContactStep Taken) Start(ChainFlow flow, ReadOnlySpan<double> y, double remaining = 0)
    {
        var method = choice.Start(flow, y, remaining);
        return (method, new ContactStep(flow, method, record, tolerance, annihilates, atContact));
    }

    /// <summary>
    /// A step so short that time stands still: only a singular contact without a rule (opposites under a singular W, or like charges
    /// that attract) does this.
    /// </summary>
    private bool Stalled(double time, ChainFlow flow, IStepper method)
    {
        if (step > 1e-17 * time && step > 1e-290) return false;
        var nearest = Enumerable.Range(0, chain.Gap.Length).MinBy(i => Math.Abs(flow.GapOf(method.State, i)));
        ended = $"particles {chain.Label[nearest]} and {chain.Label[nearest + 1]} meet under a singular force at t = {segmentStart + time:R}";
        return true;
    }

    /// <summary>By the shortest time in which a gap changes by itself.</summary>
    private double FirstStep(ChainFlow flow, IStepper method, double span)
    {
        double fastest = 0;
        for (var i = 0; i < flow.Dimension - 1; i++)
        {
            var unit = flow.IsLogarithmic(i) ? 1 : Math.Max(Math.Abs(method.State[i]), double.Epsilon);
            fastest = Math.Max(fastest, Math.Abs(method.Rate[i]) / unit);
        }
        if (fastest == 0) return span;
        var (length, looks) = StepLength.First(flow, method.State, method.Rate, 1 / fastest, method.ErrorOrder, span);
        evaluations += looks;
        return length;
    }

    private void Annihilate(ChainFlow flow, ContactStep taken, double at, double dissipatedBefore)
    {
        var now = flow.At(taken.End);
        var x = new double[now.Count];
        now.Positions(now.Gap, x);
        dissipated = dissipatedBefore + taken.End[^1];
        record.Annihilate(now, x, taken.Met, at, dissipated);
        chain = now.Without(taken.Met, x);
        segmentStart = at;
        record.Emit(chain, segmentStart, dissipated);
    }
}
