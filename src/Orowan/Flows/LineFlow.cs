using System.Collections.Immutable;
using Orowan.Particles;
using Orowan.Potentials;

namespace Orowan.Flows;

/// <summary>The flow of (1.2) of A from any state, for checks that restart it inside a run.</summary>
public static class LineFlow
{
    /// <summary>Local tolerance at which a restart is as accurate as rounding lets it be.</summary>
    public const double FinestTolerance = 1e-14;

    /// <summary>Runs from <paramref name="start"/> at time 0 to <paramref name="horizon"/>.</summary>
    /// <param name="output">Times of the rows wanted, increasing, in [0, horizon].</param>
    /// <param name="lengthScale">The length that errors are measured against.</param>
    /// <param name="annihilates">False for the flow (4.9) of A, which lets opposites pass through each other.</param>
    /// <param name="keepsTrajectory">Whether <see cref="LinePass.Trajectory"/> is wanted, for which each step costs a fourth more.</param>
    /// <exception cref="ArgumentException">Alive neighbours of <paramref name="start"/> are out of order.</exception>
    public static LinePass Restart(
        Potential v,
        Potential w,
        LineState start,
        ImmutableArray<double> output,
        double horizon,
        double lengthScale,
        double localTolerance = FinestTolerance,
        bool annihilates = true,
        bool keepsTrajectory = false)
    {
        var trajectory = keepsTrajectory ? new LineTrajectory() : null;
        return new AnnihilationFlow(
            new LinePhysics(v, w), start, output, localTolerance, lengthScale, annihilates: annihilates, trajectory: trajectory).Run(horizon);
    }

    /// <summary>dx/dt of (1.2) of A, length n; zero for ghosts.</summary>
    /// <exception cref="ArgumentException">Alive neighbours of <paramref name="state"/> are out of order.</exception>
    public static double[] Velocities(Potential v, Potential w, LineState state)
    {
        var chain = Chain.From(state);
        var alive = new double[chain.Count];
        new PairForces(v, w).Velocities(chain.Charge, chain.Gap, chain.Total, alive);
        var velocities = new double[state.X.Length];
        for (var i = 0; i < alive.Length; i++) velocities[chain.Label[i]] = alive[i];
        return velocities;
    }
}
