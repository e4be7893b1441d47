using Orowan.Continuum;
using Orowan.Formats;

namespace Orowan.Flows;

/// <summary>The reference solver: every kind of case this suite knows.</summary>
public sealed class ReferenceSolver : ISolver
{
    /// <summary>Name and version as written into trajectories.</summary>
    public const string Name = "orowan 0.1";

    /// <inheritdoc/>
    public TRun Solve<TRun>(Case<TRun> subject)
        where TRun : Run =>
        subject switch
        {
            LineCase line => (TRun)(Run)AnnihilationSolver.Solve(line),
            TorusCase torus => (TRun)(Run)TorusSolver.Solve(torus),
            DensityCase density => (TRun)(Run)DensitySolver.Solve(density),
            GromaBaloghCase density => (TRun)(Run)GromaBaloghSolver.Solve(density),
            _ => throw new NotSupportedException($"The reference solver does not know cases of type {subject.GetType().Name}."),
        };
}
