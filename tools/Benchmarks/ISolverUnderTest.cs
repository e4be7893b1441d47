namespace Orowan.Benchmarks;

/// <summary>A solver in the comparison; ours and the peers alike.</summary>
internal interface ISolverUnderTest
{
    string Name { get; }

    /// <summary>"ours", "C" or "SciPy": ratios are between the best of each.</summary>
    string Kind { get; }

    /// <summary>Solves the bed until repetitions or seconds run out; null when the solver fails or takes too long.</summary>
    Answer? Solve(Bed bed, double tolerance, int repetitions, double seconds);
}
