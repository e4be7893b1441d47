using System.Collections.Concurrent;

namespace Orowan.Formats;

/// <summary>Solves each case object once and hands the same run to everybody who asks, so that all claims judge the same run.</summary>
public sealed class MemoisedSolver(ISolver solver) : ISolver
{
    private readonly ConcurrentDictionary<object, Lazy<Run>> runs = new(ReferenceEqualityComparer.Instance);

    /// <inheritdoc/>
    public TRun Solve<TRun>(Case<TRun> subject)
        where TRun : Run =>
        (TRun)runs.GetOrAdd(subject, _ => new Lazy<Run>(() => solver.Solve(subject))).Value;

    /// <summary>The run of <paramref name="subject"/> if somebody asked for it and got it; null otherwise. Nothing is solved.</summary>
    public TRun? Made<TRun>(Case<TRun> subject)
        where TRun : Run
    {
        try
        {
            return runs.TryGetValue(subject, out var run) ? (TRun)run.Value : null;
        }
#pragma warning disable CA1031 // Whatever the solver failed with was seen by who asked; there is no run.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}

/// <summary>A solver that knows one case: a run that was made elsewhere.</summary>
public sealed class RecordedRun(ISubject known, Run run) : ISolver
{
    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Another case is asked for.</exception>
    public TRun Solve<TRun>(Case<TRun> subject)
        where TRun : Run =>
        ReferenceEquals(subject, known) && run is TRun ours
            ? ours
            : throw new NotSupportedException("This run belongs to another case.");
}
