using Orowan.Formats;

namespace Orowan.Claims;

/// <summary>A solver whose answers to cases of one type are replaced; cases of other types are passed on.</summary>
/// <param name="solver">The solver that works.</param>
/// <param name="solve">The answer for such a case, given the solver that works.</param>
internal sealed class ReplacedSolver<TCase, TOwnRun>(ISolver solver, Func<TCase, ISolver, TOwnRun> solve) : ISolver
    where TCase : Case<TOwnRun>
    where TOwnRun : Run
{
    public TRun Solve<TRun>(Case<TRun> subject)
        where TRun : Run => subject is TCase own ? (TRun)(Run)solve(own, solver) : solver.Solve(subject);
}
