using System.Collections.Immutable;
using Orowan.Formats;
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
    string? Ended)
{
    /// <summary>The dissipation up to each collision.</summary>
    public ImmutableArray<double> DissipatedAtCollisions { get; init; } = [];

    /// <summary>All of the run, where it was asked for.</summary>
    public LineTrajectory? Trajectory { get; init; }
}

/// <summary>What a flow leaves behind on its way: rows at the times wanted, collisions, and the places of ghosts.</summary>
/// <param name="output">Times of the rows wanted, increasing.</param>
/// <param name="places">Positions of all particles at the start; those of ghosts stay, the others are set when they annihilate.</param>
/// <param name="trajectory">Takes every step; null when none is wanted.</param>
internal sealed class PassRecord(PairForces forces, ImmutableArray<double> output, double[] places, LineTrajectory? trajectory)
{
    private readonly List<LineRow> rows = [];
    private readonly List<Collision> collisions = [];
    private readonly List<LineState> contacts = [];
    private readonly List<double> dissipatedAtCollisions = [];

    /// <summary>Whether the dense output of a step that ends at <paramref name="time"/> is wanted.</summary>
    public bool WantsInside(double time) => trajectory is not null || Wants(time);

    private bool Wants(double time) => rows.Count < output.Length && output[rows.Count] <= time;

    /// <summary>Writes all rows wanted up to <paramref name="time"/> with this chain.</summary>
    public void Emit(Chain chain, double time, double dissipated)
    {
        if (Wants(time)) Emit(chain.ToState(places), chain, time, dissipated);
    }

    /// <summary>The same where the state is known as it was given.</summary>
    public void Emit(LineState state, Chain chain, double time, double dissipated)
    {
        while (Wants(time)) rows.Add(new LineRow(output[rows.Count], state, Energy(chain), dissipated));
    }

    /// <summary>Writes the rows wanted up to <paramref name="upTo"/> that lie <paramref name="inside"/> a step.</summary>
    public void EmitInside(ChainFlow flow, DensePiece inside, double upTo, double dissipatedBefore)
    {
        trajectory?.Add(flow, inside, upTo, places);
        if (!Wants(upTo)) return;
        var y = new double[flow.Dimension];
        while (Wants(upTo))
        {
            var time = output[rows.Count];
            inside.At(time, y);
            var chain = flow.At(y);
            rows.Add(new LineRow(time, chain.ToState(places), Energy(chain), dissipatedBefore + y[^1]));
        }
    }

    /// <summary>
    /// Notes that the pairs of <paramref name="chain"/> with left members <paramref name="met"/> annihilate at the time
    /// <paramref name="at"/>; <paramref name="x"/> are the positions of the chain, and so much is <paramref name="dissipated"/> by then.
    /// </summary>
    public void Annihilate(Chain chain, ReadOnlySpan<double> x, int[] met, double at, double dissipated)
    {
        var contact = chain.ToState(places, x);
        var pairs = ImmutableArray.CreateBuilder<(int I, int J)>();
        var where = ImmutableArray.CreateBuilder<double>();
        foreach (var i in met)
        {
            var place = x[i] + (0.5 * (x[i + 1] - x[i]));
            places[chain.Label[i]] = place;
            places[chain.Label[i + 1]] = place;
            pairs.Add((chain.Label[i], chain.Label[i + 1]));
            where.Add(place);
        }
        // Contacts at one double are one event, also where the clock cannot tell two events apart.
        if (collisions.Count > 0 && collisions[^1].Time >= at)
        {
            var last = collisions[^1];
            collisions[^1] = last with { Pairs = last.Pairs.AddRange(pairs), At = last.At.AddRange(where) };
            return;
        }
        contacts.Add(contact);
        dissipatedAtCollisions.Add(dissipated);
        collisions.Add(new Collision(at, pairs.ToImmutable(), where.ToImmutable()));
    }

    /// <summary>All of it.</summary>
    public LinePass ToPass(long steps, long rejected, long evaluations, string? ended) =>
        new([.. rows], [.. collisions], [.. contacts], steps, rejected, evaluations, ended)
        {
            DissipatedAtCollisions = [.. dissipatedAtCollisions],
            Trajectory = trajectory,
        };

    private double Energy(Chain chain) => forces.Energy(chain.Charge, chain.Gap, chain.Total);
}
