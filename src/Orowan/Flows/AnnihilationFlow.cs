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

    private readonly LinePhysics physics;
    private readonly double tolerance;
    private readonly double lengthScale;
    private readonly ImmutableArray<double> output;
    private readonly List<LineRow> rows = [];
    private readonly List<Collision> collisions = [];
    private readonly List<LineState> contacts = [];
    private readonly PairForces forces;
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
    /// <param name="annihilates">False for the flow (4.9) of A, which lets opposites pass through each other.</param>
    /// <exception cref="ArgumentException">Alive neighbours of <paramref name="start"/> are out of order.</exception>
    public AnnihilationFlow(
        LinePhysics physics,
        LineState start,
        ImmutableArray<double> output,
        double tolerance,
        double lengthScale,
        double perturbation = 0,
        bool annihilates = true)
    {
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
        while (ended is null && segmentStart < horizon) Segment(horizon - segmentStart);
        return new LinePass([.. rows], [.. collisions], [.. contacts], steps, rejected, evaluations, ended);
    }

    /// <summary>
    /// Integrates until the next collision or for the time <paramref name="span"/>. Time inside is counted from the segment's start, so
    /// that steps far below the spacing of doubles at the present time are not lost.
    /// </summary>
    private void Segment(double span)
    {
        var flow = new ChainFlow(chain, physics, tolerance, lengthScale);
        if (flow.Regauge(flow.Initial()) is { } suited) flow = new ChainFlow(suited, physics, tolerance, lengthScale);
        var method = new DormandPrince(flow, flow.Initial());
        var dissipatedBefore = dissipated;
        double time = 0;
        var step = FirstStep(flow, method, span);
        while (time < span)
        {
            if (span - time <= step * (1 + 1e-12)) step = span - time;
            var error = method.Attempt(step);
            if (!(error <= 1))
            {
                rejected++;
                step *= double.IsInfinity(error) ? 0.25 : Math.Max(LargestShrink, Safety * Math.Pow(error, -1.0 / DormandPrince.ErrorOrder));
                if (Stalled(step, time, flow, method)) break;
                continue;
            }
            var dense = NeedsDense(flow, method, segmentStart + time, step) ? method.Interpolate() : null;
            if (dense is null && NeedsDense(flow, method, segmentStart + time, step))
            {
                rejected++;
                step *= 0.5;
                if (Stalled(step, time, flow, method)) break;
                continue;
            }
            if (dense is not null && FirstContact(flow, dense) is { } theta && theta < 1 - 1e-14)
            {
                if (theta * step > 0)
                {
                    step *= theta;
                    error = method.Attempt(step);
                    dense = double.IsInfinity(error) ? null : method.Interpolate();
                    if (dense is null) { step *= 0.5; continue; }
                }
            }
            steps++;
            var last = time + step >= span;
            var met = Meeting(flow, method, out var correction);
            var end = met.Length > 0 ? segmentStart + time + step + correction : last ? segmentStart + span : segmentStart + time + step;
            if (dense is not null) EmitInside(flow, dense, segmentStart + time, step, met.Length > 0 ? Math.BitDecrement(end) : end, dissipatedBefore);
            method.Accept();
            if (met.Length > 0)
            {
                Annihilate(flow, method.State, met, end, dissipatedBefore);
                evaluations += method.Evaluations;
                return;
            }
            time = last ? span : time + step;
            step *= Math.Clamp(Safety * Math.Pow(Math.Max(error, 1e-12), -1.0 / DormandPrince.ErrorOrder), LargestShrink, LargestGrowth);
            if (flow.Regauge(method.State) is { } regauged)
            {
                dissipatedBefore += method.State[^1];
                evaluations += method.Evaluations;
                flow = new ChainFlow(regauged, physics, tolerance, lengthScale);
                method = new DormandPrince(flow, flow.Initial());
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
        segmentStart += span;
    }

    /// <summary>
    /// A step so short that time stands still: only a singular contact without a rule (opposites under a singular W, or like charges
    /// that attract) does this.
    /// </summary>
    private bool Stalled(double step, double time, ChainFlow flow, DormandPrince method)
    {
        if (step > 1e-17 * time && step > 1e-290) return false;
        var nearest = Enumerable.Range(0, chain.Gap.Length).MinBy(i => Math.Abs(flow.GapOf(method.State, i)));
        ended = $"particles {chain.Label[nearest]} and {chain.Label[nearest + 1]} meet under a singular force at t = {segmentStart + time:R}";
        return true;
    }

    /// <summary>A hundredth of the shortest time in which a gap changes by itself; the error control takes over from there.</summary>
    private static double FirstStep(ChainFlow flow, DormandPrince method, double span)
    {
        double fastest = 0;
        for (var i = 0; i < flow.Dimension - 1; i++)
        {
            var unit = flow.IsLogarithmic(i) ? 1 : Math.Max(Math.Abs(method.State[i]), double.Epsilon);
            fastest = Math.Max(fastest, Math.Abs(method.Rate[i]) / unit);
        }
        return fastest == 0 ? span : Math.Min(span, 0.01 / fastest);
    }

    private bool NeedsDense(ChainFlow flow, DormandPrince method, double from, double step)
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
    /// Left members of the pairs that meet at the end of the step last attempted. The gap is zero to the accuracy of the run and still
    /// closing, driven by the others and not by its own exponential decay; of two such pairs that share a particle the narrower one.
    /// </summary>
    private int[] Meeting(ChainFlow flow, DormandPrince method, out double correction)
    {
        correction = 0;
        var contact = 2 * tolerance * lengthScale;
        var closing = double.IsInfinity(physics.W.SlopeLipschitz) ? 0 : 2 * physics.W.SlopeLipschitz / chain.Total;
        var candidates = new List<int>();
        for (var i = 0; i + 1 < flow.Dimension; i++)
        {
            if (!CanMeet(flow, i)) continue;
            var (gap, rate) = (method.Proposal[i], method.ProposalRate[i]);
            if (gap <= 0 || (gap <= contact && -rate > 2 * closing * gap)) candidates.Add(i);
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
        collisions.Add(new Collision(at, pairs.ToImmutable(), where.ToImmutable()));
        chain = now.Without(met, x);
        segmentStart = at;
        dissipated = dissipatedBefore + y[^1];
        EmitAtStart(chain.ToState(places));
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
