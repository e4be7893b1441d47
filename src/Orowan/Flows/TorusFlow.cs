using System.Collections.Immutable;
using Orowan.Formats;
using Orowan.Particles;

namespace Orowan.Flows;

/// <summary>The flow (2.12) or (2.19) of B from any state, for checks that restart it inside a run or look at one state.</summary>
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

    /// <summary>
    /// The flow of <paramref name="subject"/> from row <paramref name="row"/> of a run of it, for a duration <paramref name="horizon"/>, with
    /// rows at the times <paramref name="output"/> counted from there.
    /// </summary>
    public static TorusRun Restart(
        TorusCase subject, TorusRun run, int row, ImmutableArray<double> output, double horizon, double localTolerance = FinestTolerance) =>
        Run(StateOf(subject, run, row) with { Output = output, T = horizon }, localTolerance);

    /// <summary>
    /// The case that starts at row <paramref name="row"/> of a run: by dipoles where the case has them and the run their half widths, else
    /// by positions.
    /// </summary>
    public static TorusCase StateOf(TorusCase subject, TorusRun run, int row)
    {
        if (subject.Dipoles is not { } dipoles || run.D is not { } d)
            return subject with { X = [.. run.X[row]], Dipoles = null };
        var x = run.X[row];
        var dimension = subject.Dimension;
        var z = new double[dipoles.Z.Length];
        for (var i = 0; i < z.Length; i++)
        {
            var (k, a) = (i / dimension, i % dimension);
            var middle = 0.5 * (x[(2 * k * dimension) + a] + x[(((2 * k) + 1) * dimension) + a]);
            z[i] = run.Drift is { } drift ? dipoles.Z[i] + drift[row][i] : middle;
        }
        return TorusCase.OfDipoles(
            dimension, subject.Motion, subject.V, subject.U, [.. z], [.. d[row]], subject.T, subject.Output, subject.Tolerance);
    }

    /// <summary>dx/dt of (2.12) or (2.19) of B at the initial data of <paramref name="subject"/>, row-major n by d.</summary>
    /// <exception cref="ArgumentException">Two particles are at one place and V is singular.</exception>
    public static double[] Velocities(TorusCase subject)
    {
        var (flow, rate) = RateOf(subject);
        return flow.Velocities(rate);
    }

    /// <summary>
    /// The rates (4.5) and (4.6) of B of centres and half widths, each row-major n/2 by d, for a case given by dipoles.
    /// </summary>
    /// <exception cref="ArgumentException">The case has no dipoles, or V is singular and a half width 0.</exception>
    public static (double[] Centres, double[] HalfWidths) DipoleRates(TorusCase subject)
    {
        if (subject.Dipoles is not { } dipoles) throw new ArgumentException("The case has no dipoles.", nameof(subject));
        var (_, rate) = RateOf(subject);
        var mobile = subject.Motion == TorusMotion.Slip ? 1 : subject.Dimension;
        var (centres, widths) = (new double[dipoles.Z.Length], new double[dipoles.Z.Length]);
        for (var k = 0; k < subject.Count / 2; k++)
        {
            for (var a = 0; a < mobile; a++)
            {
                centres[(k * subject.Dimension) + a] = rate[(2 * mobile * k) + a];
                widths[(k * subject.Dimension) + a] = rate[(2 * mobile * k) + mobile + a];
            }
        }
        return (centres, widths);
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
