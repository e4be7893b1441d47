namespace Orowan.Benchmarks;

/// <summary>One solver at one tolerance: the error reached and the median time.</summary>
internal sealed record WorkPrecision(ISolverUnderTest Solver, double Tolerance, double Error, double Seconds)
{
    /// <summary>The fastest of a kind that is at least as accurate as the target.</summary>
    public static WorkPrecision? Best(IEnumerable<WorkPrecision> rows, string kind, double target) =>
        rows.Where(r => string.Equals(r.Solver.Kind, kind, StringComparison.Ordinal) && r.Error <= target).MinBy(r => r.Seconds);
}
