namespace Orowan.Benchmarks;

/// <summary>One solver at one tolerance: the error reached and the median time.</summary>
internal sealed record WorkPrecision(ISolverUnderTest Solver, double Tolerance, double Error, double Seconds)
{
    /// <summary>
    /// The fastest of a kind, each at the loosest tolerance with which it is at least as accurate as the target: what a tighter one takes
    /// less is the machine's mood.
    /// </summary>
    public static WorkPrecision? Best(IEnumerable<WorkPrecision> rows, string kind, double target) =>
        rows.Where(r => string.Equals(r.Solver.Kind, kind, StringComparison.Ordinal) && r.Error <= target)
            .GroupBy(r => r.Solver)
            .Select(ofSolver => ofSolver.MaxBy(r => r.Tolerance)!)
            .MinBy(r => r.Seconds);
}
