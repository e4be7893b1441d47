using Orowan.Formats;
using Orowan.Particles;

namespace Orowan.Flows;

/// <summary>The flow (2.12) or (2.19) of B from any state, for checks that restart it or look at one state.</summary>
public static class TorusFlow
{
    /// <summary>Local tolerance at which a restart is as accurate as rounding lets it be.</summary>
    public const double FinestTolerance = 1e-14;

    /// <summary>
    /// Runs from the initial data of <paramref name="subject"/> once, at one local tolerance and without an estimate of the global error;
    /// positions may be outside [0, 1).
    /// </summary>
    public static TorusRun Run(TorusCase subject, double localTolerance = FinestTolerance) =>
        TorusSolver.ToRun(subject, new TorusIntegration(subject, localTolerance).Run(), null, null);

    /// <summary>dx/dt of (2.12) or (2.19) of B at the initial data of <paramref name="subject"/>, row-major n by d.</summary>
    /// <exception cref="ArgumentException">Two particles are at one place and V is singular.</exception>
    public static double[] Velocities(TorusCase subject)
    {
        var (flow, rate) = RateOf(subject);
        return flow.Velocities(rate);
    }

    /// <summary>E_n of (2.1) of B at the initial data, with the diagonal unless V is singular.</summary>
    public static double Energy(TorusCase subject)
    {
        var flow = new TorusDynamics(subject, TorusPairing.Of(subject), FinestTolerance);
        return flow.Energy(flow.Initial(0));
    }

    private static (TorusDynamics Flow, double[] Rate) RateOf(TorusCase subject)
    {
        var flow = new TorusDynamics(subject, TorusPairing.Of(subject), FinestTolerance);
        var rate = new double[flow.Dimension];
        return flow.TryRate(flow.Initial(0), rate)
            ? (flow, rate)
            : throw new ArgumentException("Two particles are at one place, and V is singular.", nameof(subject));
    }
}
