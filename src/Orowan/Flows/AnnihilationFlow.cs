using System.Collections.Immutable;
using Orowan.Formats;
using Orowan.Integration;
using Orowan.Particles;

namespace Orowan.Flows;

/// <summary>A row of a trajectory: the state at a time, its energy, and the dissipation up to it.</summary>
public sealed record LineRow(double Time, LineState State, double Energy, double Dissipation);

/// <summary>A trajectory computed at one local tolerance.</summary>
/// <param name="Rows">A row for each time wanted, as far as the flow got.</param>
/// <param name="Collisions">Annihilations in the order of time.</param>
/// <param name="Contacts">The state just before each collision, charges still on.</param>
/// <param name="Ended">Why the flow stopped before the horizon; null when it did not.</param>
public sealed record LinePass(
    ImmutableArray<LineRow> Rows,
    ImmutableArray<Collision> Collisions,
    ImmutableArray<LineState> Contacts,
    long Steps,
    long Rejected,
    long Forces,
    string? Ended);

/// <summary>
/// The flow of (1.2) of A with its annihilation rule (Definition 4.2): the gradient flow of E_n up to the first time at which opposite
/// charges meet, their charges set to 0, and a restart with the others. Only neighbouring alive opposites can meet.
/// </summary>
internal sealed class AnnihilationFlow
{
    private const double Safety = 0.9;
    private const double LargestGrowth = 6;
    private const double LargestShrink = 0.2;
    private const long MostSteps = 20_000_000;

    /// <summary>A contact this close to the end of a step, as a share of it, is at its end.</summary>
    private const double ContactAtEnd = 1e-14;

    private readonly LinePhysics physics;
    private readonly double tolerance;
    private readonly double lengthScale;
    private readonly ImmutableArray<double> output;
    private readonly List<LineRow> rows = [];
    private readonly List<Collision> collisions = [];
    private readonly List<LineState> contacts = [];
    private readonly PairForces forces;
    private readonly int leastSteps;
    private readonly bool annihilates;

    private double[] places = [];
    private Chain chain;
    private double segmentStart;
    private double dissipated;
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
    /// <exception cref="ArgumentException">Alive neighbours of <paramref name="start"/> are out of order.</exception>
    public AnnihilationFlow(
        LinePhysics physics,
        LineState start,
        ImmutableArray<double> output,
        double tolerance,
        double lengthScale,
        double perturbation = 0,
        int leastSteps = 1,
        bool annihilates = true)
    {
        this.leastSteps = leastSteps;
        this.annihilates = annihilates;
        this.physics = physics;
        this.output = output;
        this.tolerance = tolerance;
        this.lengthScale = lengthScale;
        forces = new PairForces(physics.V, physics.W);
        places = (double[])start.X.Clone();
        chain = Chain.From(start).Perturbed(perturbation);
        EmitAtStart(start);
    }

    /// <summary>Runs to time <paramref name="horizon"/>.</summary>
    public LinePass Run(double horizon)
    {
        while (ended is null && segmentStart < horizon) Segment(horizon);
        return new LinePass([.. rows], [.. collisions], [.. contacts], steps, rejected, evaluations, ended);
    }

    /// <summary>
    /// Integrates until the next collision or up to <paramref name="horizon"/>. Time inside is counted from the segment's start, so
    /// that steps far below the spacing of doubles at the present time are not lost.
    /// </summary>
    private void Segment(double horizon)
    {
        var span = horizon - segmentStart;
        var flow = new ChainFlow(chain, physics, tolerance, lengthScale);
        if (flow.Regauge(flow.Initial()) is { } suited) flow = new ChainFlow(suited, physics, tolerance, lengthScale);
        var choice = new MethodChoice();
        var method = choice.Start(flow, flow.Initial());
        var dissipatedBefore = dissipated;
        double time = 0;
        var step = FirstStep(flow, method, span);
        while (time < span)
        {
            step = Math.Min(step, horizon / leastSteps);
            if (span - time <= step * (1 + 1e-12)) step = span - time;
            var error = method.Attempt(step);
            if (!(error <= 1))
            {
                rejected++;
                step *= double.IsInfinity(error) ? 0.25 : Math.Max(LargestShrink, Safety * Math.Pow(error, -1.0 / method.ErrorOrder));
                if (Stalled(step, time, flow, method)) break;
                continue;
            }
            if (!TryInterpolate(flow, method, time, ref step, ref error, out var dense))
            {
                rejected++;
                step *= 0.5;
                if (Stalled(step, time, flow, method)) break;
                continue;
            }
            steps++;
            var last = time + step >= span;
            var met = Meeting(flow, method, time, step, out var correction);
            var end = last ? horizon : segmentStart + time + step;
            if (met.Length > 0) end = Math.Min(horizon, end + correction);
            if (dense is not null) EmitInside(flow, dense, segmentStart + time, step, met.Length > 0 ? Math.BitDecrement(end) : end, dissipatedBefore);
            method.Accept();
            if (met.Length > 0)
            {
                Annihilate(flow, method.State, met, end, dissipatedBefore);
                evaluations += method.Evaluations;
                return;
            }
            time = last ? span : time + step;
            step *= Math.Clamp(Safety * Math.Pow(Math.Max(error, 1e-12), -1.0 / method.ErrorOrder), LargestShrink, LargestGrowth);
            if (flow.Regauge(method.State) is { } regauged)
            {
                dissipatedBefore += method.State[^1];
                evaluations += method.Evaluations;
                flow = new ChainFlow(regauged, physics, tolerance, lengthScale);
                method = choice.Start(flow, flow.Initial());
            }
            else if (choice.Changes(flow, method.State, step, span - time))
            {
                evaluations += method.Evaluations;
                method = choice.Start(flow, method.State);
            }
            if (steps + rejected > MostSteps)
            {
                ended = $"more than {MostSteps} steps are needed beyond t = {segmentStart + time:R}";
                break;
            }
        }
        evaluations += method.Evaluations;
        chain = flow.At(method.State);
        dissipated = dissipatedBefore + method.State[^1];
        segmentStart = horizon;
        if (ended is null) EmitAtStart(chain.ToState(places));
    }

    /// <summary>
    /// The dense output where a row or a possible contact needs it; where a gap closes inside the step, the step is taken again up to
    /// that contact, so that the state there has the full order. False when a stage of either leaves the domain.
    /// </summary>
    private bool TryInterpolate(ChainFlow flow, IStepper method, double time, ref double step, ref double error, out DenseStep? dense)
    {
        dense = null;
        if (!NeedsDense(flow, method, segmentStart + time, step)) return true;
        dense = method.Interpolate();
        if (dense is null) return false;
        if (FirstContact(flow, dense) is not { } theta || theta >= 1 - ContactAtEnd || theta * step <= 0) return true;
        step *= theta;
        error = method.Attempt(step);
        dense = double.IsInfinity(error) ? null : method.Interpolate();
        return dense is not null;
    }

    /// <summary>
    /// A step so short that time stands still: only a singular contact without a rule (opposites under a singular W, or like charges
    /// that attract) does this.
    /// </summary>
    private bool Stalled(double step, double time, ChainFlow flow, IStepper method)
    {
        if (step > 1e-17 * time && step > 1e-290) return false;
        var nearest = Enumerable.Range(0, chain.Gap.Length).MinBy(i => Math.Abs(flow.GapOf(method.State, i)));
        ended = $"particles {chain.Label[nearest]} and {chain.Label[nearest + 1]} meet under a singular force at t = {segmentStart + time:R}";
        return true;
    }

    /// <summary>A hundredth of the shortest time in which a gap changes by itself; the error control takes over from there.</summary>
    private static double FirstStep(ChainFlow flow, IStepper method, double span)
    {
        double fastest = 0;
        for (var i = 0; i < flow.Dimension - 1; i++)
        {
            var unit = flow.IsLogarithmic(i) ? 1 : Math.Max(Math.Abs(method.State[i]), double.Epsilon);
            fastest = Math.Max(fastest, Math.Abs(method.Rate[i]) / unit);
        }
        return fastest == 0 ? span : Math.Min(span, 0.01 / fastest);
    }

    private bool NeedsDense(ChainFlow flow, IStepper method, double from, double step)
    {
        if (rows.Count < output.Length && output[rows.Count] <= from + step) return true;
        for (var i = 0; i + 1 < flow.Dimension; i++)
        {
            if (CanMeet(flow, i) && MayClose(method.State[i], method.Rate[i], method.Proposal[i], method.ProposalRate[i], step)) return true;
        }
        return false;
    }

    /// <summary>
    /// Whether a gap may touch zero in a step, by the Bernstein coefficients of its cubic Hermite interpolant; a quarter of the smaller
    /// end is kept as a margin for what the cubic does not see.
    /// </summary>
    private static bool MayClose(double start, double startRate, double end, double endRate, double step)
    {
        var margin = 0.25 * Math.Min(start, end);
        return !(end > 0 && start + (step * startRate / 3) > margin && end - (step * endRate / 3) > margin);
    }

    private bool CanMeet(ChainFlow flow, int i) => annihilates && flow.CanClose(i);

    private double? FirstContact(ChainFlow flow, DenseStep dense)
    {
        double? first = null;
        for (var i = 0; i + 1 < flow.Dimension; i++)
        {
            if (!CanMeet(flow, i)) continue;
            if (dense.Bernstein(i).FirstNonPositive() is { } theta && !(theta >= first)) first = theta;
        }
        return first;
    }

    /// <summary>
    /// Left members of the pairs that meet at the end of the step last attempted; of two such pairs that share a particle the narrower
    /// one. <paramref name="correction"/> is the time that is still missing to the contact.
    /// </summary>
    private int[] Meeting(ChainFlow flow, IStepper method, double time, double step, out double correction)
    {
        correction = 0;
        var simultaneous = 4 * tolerance * (segmentStart + time + step);
        var candidates = new List<int>();
        for (var i = 0; i + 1 < flow.Dimension; i++)
        {
            if (CanMeet(flow, i) && flow.IsContact(i, method.Proposal[i], method.ProposalRate[i], step, simultaneous)) candidates.Add(i);
        }
        var met = new List<int>();
        foreach (var i in candidates.OrderBy(i => method.Proposal[i]))
        {
            if (met.Count == 0 && method.ProposalRate[i] < 0) correction = -method.Proposal[i] / method.ProposalRate[i];
            if (!met.Contains(i - 1) && !met.Contains(i + 1)) met.Add(i);
        }
        met.Sort();
        return [.. met];
    }

    private void Annihilate(ChainFlow flow, ReadOnlySpan<double> y, int[] met, double at, double dissipatedBefore)
    {
        var now = flow.At(y);
        var x = new double[now.Count];
        now.Positions(now.Gap, x);
        contacts.Add(now.ToState(places));
        var pairs = ImmutableArray.CreateBuilder<(int, int)>();
        var where = ImmutableArray.CreateBuilder<double>();
        foreach (var i in met)
        {
            var place = x[i] + (0.5 * (x[i + 1] - x[i]));
            places[now.Label[i]] = place;
            places[now.Label[i + 1]] = place;
            pairs.Add((now.Label[i], now.Label[i + 1]));
            where.Add(place);
        }
        Record(at, pairs.ToImmutable(), where.ToImmutable());
        chain = now.Without(met, x);
        segmentStart = at;
        dissipated = dissipatedBefore + y[^1];
        EmitAtStart(chain.ToState(places));
    }

    /// <summary>Contacts at one double are one event, also where the clock cannot tell two events apart.</summary>
    private void Record(double at, ImmutableArray<(int I, int J)> pairs, ImmutableArray<double> places)
    {
        if (collisions.Count == 0 || collisions[^1].Time < at)
        {
            collisions.Add(new Collision(at, pairs, places));
            return;
        }
        contacts.RemoveAt(contacts.Count - 1);
        var last = collisions[^1];
        collisions[^1] = last with { Pairs = last.Pairs.AddRange(pairs), At = last.At.AddRange(places) };
    }

    private void EmitAtStart(LineState state)
    {
        while (rows.Count < output.Length && output[rows.Count] <= segmentStart)
        {
            rows.Add(new LineRow(output[rows.Count], state, forces.Energy(chain.Charge, chain.Gap, chain.Total), dissipated));
        }
    }

    private void EmitInside(ChainFlow flow, DenseStep dense, double from, double step, double upTo, double dissipatedBefore)
    {
        var y = new double[flow.Dimension];
        while (rows.Count < output.Length && output[rows.Count] <= upTo)
        {
            dense.At(Math.Clamp((output[rows.Count] - from) / step, 0, 1), y);
            var now = flow.At(y);
            rows.Add(new LineRow(
                output[rows.Count],
                now.ToState(places),
                forces.Energy(now.Charge, now.Gap, now.Total),
                dissipatedBefore + y[^1]));
        }
    }
}
