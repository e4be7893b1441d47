using System.Collections.Immutable;

namespace Orowan.Formats;

/// <summary>What a claim is about; one JSON document each: a case, a pair or ladder of cases, or a pair of potentials alone.</summary>
public interface ISubject
{
}

/// <summary>Everything a run of type <typeparamref name="TRun"/> needs: system, potentials, initial data, horizon, output times.</summary>
public abstract record Case<TRun> : ISubject
    where TRun : Run;

/// <summary>What a solver returned for a case.</summary>
public abstract record Run;

/// <summary>Two subjects compared with each other (Gronwall estimates, transport between two measures).</summary>
public sealed record Pair<T>(T First, T Second) : ISubject
    where T : ISubject;

/// <summary>A sequence of subjects whose size grows; limits are judged on it as rates.</summary>
public sealed record Ladder<T>(ImmutableArray<T> Rungs) : ISubject
    where T : ISubject;

/// <summary>Solves cases. A run made elsewhere is a solver that knows one case.</summary>
public interface ISolver
{
    /// <summary>The run of <paramref name="subject"/>; the same case gives the same run.</summary>
    /// <exception cref="NotSupportedException">The solver does not know this kind of case.</exception>
    TRun Solve<TRun>(Case<TRun> subject)
        where TRun : Run;
}
