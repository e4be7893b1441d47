using System.Collections.Immutable;
using Orowan.Flows;
using Orowan.Formats;

namespace Orowan.Claims.MultipleSigns;

/// <summary>The reference flow from one row of a run to the time of the next, with nodes between them for integrals over time.</summary>
internal sealed class TorusInterval
{
    /// <summary>Tolerance of the restarted flow: far below what a case asks for.</summary>
    private const double FinestTolerance = 1e-12;

    private const int Order = 8;

    private static readonly ReferenceSolver Reference = new();

    private static readonly ImmutableArray<(double Node, double Weight)> Fine = Panels(3);

    private static readonly ImmutableArray<(double Node, double Weight)> Coarse = Panels(2);

    private readonly TorusTrial trial;
    private readonly Lazy<(TorusRun? Run, string? Error)> pass;
    private readonly Lazy<double> amplification;

    public TorusInterval(TorusTrial trial, TorusRow from, TorusRow to)
    {
        this.trial = trial;
        (From, To) = (from, to);
        pass = new(() => Flow(trial.Case, from.State, to.Time - from.Time, Nodes(to.Time - from.Time)));
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
    /// The integral over the interval of a function of the states of the restarted flow, and its error: Gauss-Legendre of order 8 on three
    /// panels, against two, which is 25 times further off or more.
    /// </summary>
    public (double[] Integral, double Error) Integrate(Func<TorusState, double[]> integrand)
    {
        var (span, run) = (To.Time - From.Time, pass.Value.Run!);
        var nodes = Nodes(span);
        var (fine, coarse) = (Sum(Fine), Sum(Coarse));
        return (fine, fine.Zip(coarse, (a, b) => Math.Abs(a - b)).Max() + (16 * TorusClaims.Spacing * fine.Max(Math.Abs)));

        double[] Sum(ImmutableArray<(double Node, double Weight)> rule)
        {
            double[]? sum = null;
            foreach (var (node, weight) in rule)
            {
                var value = integrand(StateOf(run, nodes.BinarySearch(node * span)));
                sum ??= new double[value.Length];
                for (var i = 0; i < value.Length; i++) sum[i] += weight * span * value[i];
            }
            return sum!;
        }
    }

    private static ImmutableArray<(double Node, double Weight)> Panels(int count) =>
        [.. Enumerable.Range(0, count).SelectMany(p => TorusClaims.Gauss(Order).Select(q => ((p + q.Node) / count, q.Weight / count)))];

    private static ImmutableArray<double> Nodes(double span) =>
        [0, .. Fine.Concat(Coarse).Select(q => q.Node * span).Order(), span];

    private static TorusState StateOf(TorusRun run, Index row) => new(run.X[row], run.D?[row]);

    private static (TorusRun? Run, string? Error) Flow(TorusCase subject, TorusState start, double span, ImmutableArray<double> output)
    {
        try
        {
            return (Reference.Solve(StartingAt(subject, start, span, output)), null);
        }
        catch (ArgumentException error)
        {
            return (null, error.Message);
        }
    }

    private static TorusCase StartingAt(TorusCase subject, TorusState start, double span, ImmutableArray<double> output) =>
        start.D is { } d
            ? TorusCase.OfDipoles(
                subject.Dimension, subject.Motion, subject.V, subject.U, Centres(start.X, subject.Dimension), [.. d], span, output, FinestTolerance)
            : subject with { X = [.. start.X], Dipoles = null, T = span, Output = output, Tolerance = FinestTolerance };

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
