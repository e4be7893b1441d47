using System.Collections.Immutable;
using Orowan.Flows;
using Orowan.Formats;

namespace Orowan.Claims.MultipleSigns;

/// <summary>The reference flow from one row of a run to the time of the next, with nodes between them for integrals over time.</summary>
internal sealed class TorusInterval
{
    private readonly TorusTrial trial;
    private readonly Lazy<(TorusRun? Run, string? Error)> pass;
    private readonly Lazy<double> amplification;
    private readonly Dictionary<double, TorusState> visited = [];

    public TorusInterval(TorusTrial trial, TorusRow from, TorusRow to)
    {
        this.trial = trial;
        (From, To) = (from, to);
        pass = new(() => Flow(trial.Case, from.State, to.Time - from.Time, [0, to.Time - from.Time]));
        amplification = new(Amplify);
    }

    /// <summary>Row at the start.</summary>
    public TorusRow From { get; }

    /// <summary>Row at the end, as the run has it.</summary>
    public TorusRow To { get; }

    /// <summary>Why the flow cannot be followed to the end; null when it can.</summary>
    public string? Error => pass.Value.Error ?? pass.Value.Run!.Ended;

    /// <summary>The state that the reference flow reaches at the end.</summary>
    public TorusState End => StateOf(pass.Value.Run!, ^1);

    /// <summary>(1/n) times the integral of |x'|^2 over the interval, by the flow's own quadrature.</summary>
    public double Dissipation => pass.Value.Run!.Dissipation!.Value[^1];

    /// <summary>How much an error of the start grows until the end, measured on three directions of the size of the tolerance.</summary>
    public double Amplification => amplification.Value;

    /// <summary>
    /// The integral over the interval of a function of the states of the restarted flow, and its error. Short dipoles and close charges
    /// leave a fast transient at the start, so that the panels shrink towards it.
    /// </summary>
    public (double[] Integral, double Error) Integrate(Func<TorusState, double[]> integrand) => Integrate((_, state) => integrand(state));

    /// <summary>The same of a function of the time since the start, too.</summary>
    public (double[] Integral, double Error) Integrate(Func<double, TorusState, double[]> integrand)
    {
        var count = integrand(0, From.State).Length;
        var rule = new AdaptiveGauss(count + 1, _ => count, trial.Case.T);
        Panel[] quarters = [.. new Panel(0, To.Time - From.Time).Halves().SelectMany(p => p.Halves())];
        rule.Add([.. quarters[0].Graded(), .. quarters.Skip(1)], times => [.. times.Zip(At(times), Sized)]);
        return (rule.Values[..count], rule.Errors[..count].Max() + (16 * Floating.Spacing * rule.Values[count]));

        double[] Sized(double time, TorusState state)
        {
            var values = integrand(time, state);
            return [.. values, values.Max(Math.Abs)];
        }
    }

    /// <summary>The states at times since the start; several integrals ask for the same ones.</summary>
    private IEnumerable<TorusState> At(double[] times)
    {
        lock (visited)
        {
            var missing = times.Where(t => !visited.ContainsKey(t)).Distinct().ToImmutableArray();
            if (missing.Length > 0)
            {
                var flow = Flow(trial.Case, From.State, missing[^1], missing);
                if (flow.Run is not { Ended: null } run)
                    throw new InvalidOperationException($"The flow from t = {From.Time:R} cannot be followed again: {flow.Error ?? flow.Run!.Ended}.");
                for (var k = 0; k < missing.Length; k++) visited[missing[k]] = StateOf(run, k);
            }
            return [.. times.Select(t => visited[t])];
        }
    }

    private static TorusState StateOf(TorusRun run, Index row) => new(run.X[row], run.D?[row]);

    /// <summary>One integration, as fine as rounding lets it be; how errors grow is measured apart.</summary>
    private static (TorusRun? Run, string? Error) Flow(TorusCase subject, TorusState start, double span, ImmutableArray<double> output)
    {
        try
        {
            return (TorusFlow.Run(StartingAt(subject, start, span, output)), null);
        }
        catch (ArgumentException error)
        {
            return (null, error.Message);
        }
    }

    private static TorusCase StartingAt(TorusCase subject, TorusState start, double span, ImmutableArray<double> output) =>
        start.D is { } d
            ? TorusCase.OfDipoles(
                subject.Dimension, subject.Motion, subject.V, subject.U, Centres(start.X, subject.Dimension), [.. d], span, output, subject.Tolerance)
            : subject with { X = [.. start.X], Dipoles = null, T = span, Output = output };

    private static ImmutableArray<double> Centres(double[] x, int d) =>
        [.. Enumerable.Range(0, x.Length / 2).Select(k => 0.5 * (x[(2 * (k / d) * d) + (k % d)] + x[(((2 * (k / d)) + 1) * d) + (k % d)]))];

    private double Amplify()
    {
        double largest = 1;
        for (var direction = 0; direction < 3; direction++)
        {
            var by = trial.Judged;
            var start = From.State.X.Select((x, i) => x + (by * Sign(direction, i))).ToArray();
            var moved = Flow(trial.Case with { Dipoles = null }, new(start, null), To.Time - From.Time, [To.Time - From.Time]);
            if (moved.Run is not { Ended: null } run) return double.PositiveInfinity;
            largest = Math.Max(largest, run.X[^1].Zip(End.X, (a, b) => Math.Abs(a - b)).Max() / by);
        }
        return largest;
    }

    /// <summary>Opposites against each other, every second pair of numbers, and a pattern without symmetry.</summary>
    private int Sign(int direction, int i) => direction switch
    {
        0 => trial.Case.B[i / trial.Case.Dimension],
        1 => i / 2 % 2 == 0 ? 1 : -1,
        _ => (i * i * 7) + (i * 3) is var hash && hash % 5 < 2 ? 1 : -1,
    };
}
