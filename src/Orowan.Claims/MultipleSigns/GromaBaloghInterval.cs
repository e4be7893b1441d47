using System.Collections.Immutable;
using Orowan.Continuum;
using Orowan.Formats;
using Orowan.Measures;

namespace Orowan.Claims.MultipleSigns;

/// <summary>The reference flow from one row of a run to the time of the next, with nodes between them for integrals over time.</summary>
internal sealed class GromaBaloghInterval
{
    private static readonly ClenshawCurtis OnCircle = new(16);

    /// <summary>Fewer nodes where a node costs more, and horizons are shorter.</summary>
    private static readonly ClenshawCurtis OnTorus = new(8);

    /// <summary>Densities of order 1 round at 1e-16, and what is made of them not below that: an integrand that is 0 comes out as rounding.</summary>
    private const double Rounding = 1e-15;

    private readonly GromaBaloghTrial trial;
    private readonly Lazy<(GromaBaloghRun Run, ImmutableArray<GromaBaloghSnapshot> Nodes)> flow;

    public GromaBaloghInterval(GromaBaloghTrial trial, GromaBaloghSnapshot from, GromaBaloghSnapshot to)
    {
        this.trial = trial;
        (From, To) = (from, to);
        flow = new(() =>
        {
            var run = GromaBaloghRestart.Run(trial.Case, from.Row, [.. Rule.Nodes.Select(node => node * Length)]);
            return (run, [.. run.Rows.Select(row => trial.Of(row with { Time = from.Time + row.Time }))]);
        });
    }

    private ClenshawCurtis Rule => trial.Case.Dimension == 1 ? OnCircle : OnTorus;

    /// <summary>The row at the start.</summary>
    public GromaBaloghSnapshot From { get; }

    /// <summary>The row at the end, as the run has it.</summary>
    public GromaBaloghSnapshot To { get; }

    public double Length => To.Time - From.Time;

    /// <summary>Why the flow cannot be followed to the end; null when it can.</summary>
    public string? Error => flow.Value.Run.Ended;

    /// <summary>The error of the reference flow itself.</summary>
    public double Uncertainty => flow.Value.Run.Uncertainty!.Value;

    /// <summary>The flow at the nodes, the first that of the start, the last that of the end.</summary>
    public ImmutableArray<GromaBaloghSnapshot> Nodes => flow.Value.Nodes;

    /// <summary>The largest difference between the row at the end and where the flow leads to, at points that both have; infinite without such.</summary>
    public double Defect
    {
        get
        {
            var (ours, theirs) = (Nodes[^1], To);
            if (ours.Symbols.Side != theirs.Symbols.Side) ours = trial.Of(Resampled(ours, theirs.Symbols.Side));
            return new[] { 1, -1 }.Max(sign => ours.Row.Of(sign).Zip(theirs.Row.Of(sign), (a, b) => Math.Abs(a - b)).Max());
        }
    }

    /// <summary>The defect of the row at the end as far as a right run may have it.</summary>
    public double Slack => Math.Min(Defect, 2 * trial.Judged) + Uncertainty;

    /// <summary>What errors of the rows make of the difference of their entropies.</summary>
    public double EntropyError => Slack * To.EntropySlope();

    /// <summary>The integral over the interval of a function of the flow, and what a rule of half the points makes of it.</summary>
    public Estimate Integrate(Func<GromaBaloghSnapshot, double> integrand)
    {
        double fine = 0, coarse = 0, size = 0;
        for (var j = 0; j < Nodes.Length; j++)
        {
            var value = integrand(Nodes[j]);
            fine += Rule.Weights[j] * value;
            size += Rule.Weights[j] * Math.Abs(value);
            if (j % 2 == 0) coarse += Rule.Coarse[j / 2] * value;
        }
        return new(Length * fine, Length * (Math.Abs(fine - coarse) + (size * (1e-13 + Uncertainty)) + Rounding));
    }

    /// <summary>The densities on another grid, by their coefficients.</summary>
    private static GromaBaloghRow Resampled(GromaBaloghSnapshot snapshot, int side)
    {
        var (plus, minus) = (new SampledDensity(snapshot.Symbols.Dimension, [.. snapshot.Row.Plus]), new SampledDensity(snapshot.Symbols.Dimension, [.. snapshot.Row.Minus]));
        return new(snapshot.Time, Coarsened(plus, side), Coarsened(minus, side));
    }

    /// <summary>Waves that the other grid has no room for are left out.</summary>
    private static double[] Coarsened(SampledDensity density, int side) =>
        [.. new TorusTransform(density.Dimension, side).Values(density.Modes.Where(mode => mode.K.All(k => 2 * Math.Abs(k) < side))).Select(value => value.Real)];
}
