using System.Collections.Immutable;
using Orowan.Claims.Annihilation;
using Orowan.Formats;

namespace Orowan.Tests.Claims;

/// <summary>One thing that is wrong with a run, and the claims that must see it; others may.</summary>
internal sealed record Spoil(Func<LineRun, LineRun> Apply, params string[] SeenBy);

/// <summary>Runs that are right but for one thing, as a program that is wrong in one thing would hand them in.</summary>
internal static class Spoiled
{
    /// <summary>The row just before the annihilation, and the first one after it.</summary>
    private static readonly int LastBefore = Shared.Example.Output.Count(t => t < Good.Collisions!.Value[0].Time) - 1;

    private static readonly int FirstAfter = LastBefore + 1;

    public static LineRun Good => Shared.Solver.Solve(Shared.Example);

    public static ImmutableSortedDictionary<string, Spoil> ByName { get; } = new Dictionary<string, Spoil>(StringComparer.Ordinal)
    {
        ["a charge flips in one row"] = new(run => WithCharges(run, FirstAfter, b => b[0] = -b[0]), "A-4.2-a", "A-4.2-c", "A-4.5-v", "A-4.6-i"),
        ["a charge is off in one row"] = new(run => WithCharges(run, LastBefore, b => b[0] = 0), "A-4.2-a", "A-4.2-d", "A-4.2-e", "A-eq-4.5", "A-4.6-i"),
        ["a ghost comes alive"] = new(run => WithCharges(run, ^1, b => b[4] = 1), "A-4.2-a", "A-4.6-i"),
        ["a position is off by 1e-6 in one row"] = new(run => WithPositions(run, 2, x => x[1] += 1e-6), "A-eq-1.2", "A-sum", "A-4.2-c", "A-4.5-iv"),
        ["a position is off by 1e-6 in the last row"] = new(run => WithPositions(run, ^1, x => x[1] += 1e-6), "A-eq-1.2", "A-sum", "A-4.2-c", "A-4.5-iv"),
        ["an initial position is off by 1e-6"] = new(run => WithPositions(run, 0, x => x[1] += 1e-6), "A-sum", "A-4.2-c"),
        ["two positions are off by 1e-6 in opposite ways"] = new(run => WithPositions(run, 2, x => (x[0], x[1]) = (x[0] - 1e-6, x[1] + 1e-6)), "A-eq-1.2", "A-4.2-c", "A-4.5-iv"),
        ["no collisions are stated"] = new(run => run with { Collisions = [] }, "A-4.2-a"),
        ["the collision is stated 1e-6 late"] = new(run => WithTime(run, t => t + 1e-6), "A-4.2-d"),
        ["the collision is stated 1e-6 early"] = new(run => WithTime(run, t => t - 1e-6), "A-4.2-d"),
        ["the collision is stated in another interval"] = new(run => WithTime(run, t => t + 0.5), "A-4.2-a", "A-4.2-d"),
        ["the collision is stated of another pair"] = new(run => WithPair(run, (1, 3)), "A-4.2-a"),
        ["the collision is stated elsewhere"] = new(run => WithCollision(run, c => c with { At = [c.At[0] + 1e-6] })),
        ["two rows are swapped"] = new(run => Swapped(run, 4, 5), "A-eq-1.2", "A-4.2-c", "A-4.5-iv"),
        ["two rows around the collision are swapped"] = new(run => Swapped(run, LastBefore, FirstAfter), "A-4.2-a", "A-4.2-c", "A-4.2-d"),
        ["the energy is stated twice as large"] = new(run => run with { Energy = [.. run.Energy!.Value.Select(e => 2 * e)] }, "A-4.5-iv"),
        ["the energy is stated 1e-6 too large in one row"] = new(run => run with { Energy = run.Energy!.Value.SetItem(3, run.Energy.Value[3] + 1e-6) }, "A-4.5-iv"),
        ["the dissipation is stated n times too large"] = new(run => run with { Dissipation = [.. run.Dissipation!.Value.Select(d => d * run.X[0].Length)] }, "A-4.5-iv"),
        ["the dissipation stops at the collision"] = new(run => run with { Dissipation = [.. run.Dissipation!.Value.Select((d, k) => k < FirstAfter ? d : run.Dissipation.Value[LastBefore])] }, "A-4.5-iv"),
        ["a ghost of the data moves"] = new(run => WithPositions(run, ^1, x => x[4] += 1e-6), "A-sum", "A-4.2-c"),
        ["a dead particle moves"] = new(run => WithPositions(run, ^1, x => x[2] += 1e-6), "A-sum", "A-4.2-c", "A-4.2-e", "A-4.6-i"),
        ["a dead pair moves together"] = new(run => WithPositions(run, ^1, x => (x[2], x[3]) = (x[2] + 1e-6, x[3] + 1e-6)), "A-sum", "A-4.2-c"),
        ["the pair does not annihilate"] = new(run => WithAllCharges(run, (row, b) => (b[2], b[3]) = (1, -1)) with { Collisions = [] }, "A-4.2-d"),
        ["the pair annihilates a row early"] = new(run => WithAllCharges(run, (row, b) => Kill(b, row >= LastBefore)), "A-4.2-c", "A-4.2-d", "A-4.2-e"),
        ["the pair annihilates a row late"] = new(run => WithAllCharges(run, (row, b) => Kill(b, row > FirstAfter)), "A-4.2-d"),
        ["only one of the pair annihilates"] = new(run => WithAllCharges(run, (_, b) => b[3] = -1), "A-4.2-d", "A-4.2-e", "A-eq-4.5", "A-4.6-i"),
        ["the wrong pair annihilates"] = new(run => WithAllCharges(run, (row, b) => (b[1], b[2]) = row < FirstAfter ? (1, 1) : (0, 1)), "A-4.2-c", "A-4.2-d", "A-4.2-e"),
        ["everything annihilates at the end"] = new(run => WithCharges(run, ^1, Array.Clear), "A-4.2-d", "A-4.2-e", "A-eq-4.5", "A-4.6-i"),
        ["two like particles are exchanged"] = new(run => WithAllPositions(run, x => (x[0], x[1]) = (x[1], x[0])), "A-4.2-c", "A-4.5-v"),
        ["two opposite particles are exchanged in one row"] = new(run => WithPositions(run, 1, x => (x[2], x[3]) = (x[3], x[2])), "A-4.2-c", "A-4.5-v"),
        ["the rows go on without annihilation"] = new(WithoutAnnihilation, "A-4.2-c", "A-4.2-d", "A-4.5-v"),
        ["all particles drift by 1e-6 a row"] = new(run => run with { X = [.. run.X.Select((x, k) => Array.ConvertAll(x, y => y + (k * 1e-6)))] }, "A-sum", "A-4.2-c"),
        ["the run stops halfway and does not say so"] = new(run => Cut(run, run.Times.Length / 2)),
        ["only the first row is there"] = new(run => Cut(run, 1)),
        ["an annihilation is stated that the rows do not have"] = new(
            run => run with { Collisions = [.. run.Collisions!.Value, new Collision(1.9, [(1, 5)], [1.0])] }, "A-4.2-a"),
        ["the run is of half the speed"] = new(run => Shared.Solver.Solve(Shared.Example with { T = 1, Output = [.. Shared.Example.Output.Select(t => 0.5 * t)] }) with { Times = run.Times }, "A-eq-1.2", "A-4.2-c", "A-4.5-iv"),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Only what a foreign program must say.</summary>
    public static LineRun Bare(LineRun run) => new(run.Times, run.X, run.B);

    private static void Kill(int[] b, bool dead) => (b[2], b[3]) = dead ? (0, 0) : (1, -1);

    private static LineRun WithPositions(LineRun run, Index row, Action<double[]> change)
    {
        var x = run.X.Select(r => (double[])r.Clone()).ToArray();
        change(x[row]);
        return run with { X = [.. x] };
    }

    private static LineRun WithAllPositions(LineRun run, Action<double[]> change)
    {
        var x = run.X.Select(r => (double[])r.Clone()).ToArray();
        foreach (var row in x) change(row);
        return run with { X = [.. x] };
    }

    private static LineRun WithCharges(LineRun run, Index row, Action<int[]> change)
    {
        var b = run.B.Select(r => (int[])r.Clone()).ToArray();
        change(b[row]);
        return run with { B = [.. b] };
    }

    private static LineRun WithAllCharges(LineRun run, Action<int, int[]> change)
    {
        var b = run.B.Select(r => (int[])r.Clone()).ToArray();
        for (var k = 0; k < b.Length; k++) change(k, b[k]);
        return run with { B = [.. b] };
    }

    private static LineRun WithCollision(LineRun run, Func<Collision, Collision> change) => run with { Collisions = [.. run.Collisions!.Value.Select(change)] };

    private static LineRun WithTime(LineRun run, Func<double, double> change) => WithCollision(run, c => c with { Time = change(c.Time) });

    private static LineRun WithPair(LineRun run, (int I, int J) pair) => WithCollision(run, c => c with { Pairs = [pair] });

    private static LineRun Cut(LineRun run, int rows) => run with
    {
        Times = run.Times[..rows],
        X = run.X[..rows],
        B = run.B[..rows],
        Energy = run.Energy!.Value[..rows],
        Dissipation = run.Dissipation!.Value[..rows],
        Collisions = [.. run.Collisions!.Value.Where(c => c.Time <= run.Times[rows - 1])],
    };

    private static LineRun Swapped(LineRun run, int i, int j) => run with
    {
        X = run.X.SetItem(i, run.X[j]).SetItem(j, run.X[i]),
        B = run.B.SetItem(i, run.B[j]).SetItem(j, run.B[i]),
    };

    /// <summary>Up to the collision the run, from there on the flow in which opposites pass through each other.</summary>
    private static LineRun WithoutAnnihilation(LineRun run)
    {
        var passing = LineFaults.PassingThrough(Shared.Example);
        return run with
        {
            X = [.. run.X.Take(FirstAfter), .. passing.X.Skip(FirstAfter)],
            B = [.. run.B.Take(FirstAfter), .. passing.B.Skip(FirstAfter)],
            Collisions = [],
            Energy = null,
            Dissipation = null,
        };
    }
}
