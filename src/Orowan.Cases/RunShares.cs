using Orowan.Formats;

namespace Orowan.Cases;

/// <summary>How many of some runs annihilate: a family that never does what a claim is about says nothing of it.</summary>
/// <param name="Runs">Number of runs.</param>
/// <param name="Annihilating">Runs with at least one annihilation.</param>
/// <param name="Simultaneous">Runs in which several pairs annihilate at one time.</param>
/// <param name="Unknown">Runs that do not state their collisions.</param>
public sealed record RunShares(int Runs, int Annihilating, int Simultaneous, int Unknown)
{
    /// <summary>Runs that state that nothing annihilates.</summary>
    public int Quiet => Runs - Annihilating - Unknown;

    /// <summary>Of no runs.</summary>
    public static RunShares None { get; } = new(0, 0, 0, 0);

    /// <summary>Counts <paramref name="runs"/>.</summary>
    public static RunShares Of(IEnumerable<LineRun> runs) => runs.Aggregate(None, (shares, run) => shares.With(run));

    /// <summary>These runs and those of <paramref name="other"/>.</summary>
    public RunShares Plus(RunShares other) =>
        new(Runs + other.Runs, Annihilating + other.Annihilating, Simultaneous + other.Simultaneous, Unknown + other.Unknown);

    /// <summary>These runs and one more.</summary>
    public RunShares With(LineRun run) => this with
    {
        Runs = Runs + 1,
        Annihilating = Annihilating + (run.Collisions is { Length: > 0 } ? 1 : 0),
        Simultaneous = Simultaneous + (run.Collisions is { } some && some.Any(c => c.Pairs.Length > 1) ? 1 : 0),
        Unknown = Unknown + (run.Collisions is null ? 1 : 0),
    };
}
