using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Orowan.Formats;
using Orowan.Measures;
using Orowan.Potentials;

namespace Orowan.Claims.MultipleSigns;

/// <summary>
/// A case of densities on the torus with its run, as the claims see it, and our reference flow restarted at each row. Built once for each run,
/// whoever made it, and shared by all claims.
/// </summary>
internal sealed class GromaBaloghTrial
{
    private static readonly ConditionalWeakTable<GromaBaloghRun, GromaBaloghTrial> Trials = [];

    private readonly ConcurrentDictionary<int, GromaBaloghSymbols> symbols = new();
    private readonly Lazy<ImmutableArray<GromaBaloghInterval>> intervals;
    private readonly Lazy<double> externalBound;
    private readonly Lazy<double> interactionBound;

    private GromaBaloghTrial(GromaBaloghCase subject, GromaBaloghRun run, IGridNorms norms)
    {
        (Case, Run, Norms) = (subject, run, norms);
        Judged = subject.AllowedError();
        (externalBound, interactionBound) = (new(BoundOfExternal), new(BoundOfInteraction));
        Uncertainty = subject.ErrorOf(run);
        var start = run.Grid > 2 * Math.Max(subject.Plus.HighestWave, subject.Minus.HighestWave) ? run.Grid : GromaBaloghCase.GridFor(subject.HighestWave, GromaBaloghCase.LeastGrid);
        Start = Of(new GromaBaloghRow(0, subject.Plus.Values(start), subject.Minus.Values(start)));
        var rows = run.Rows.Select(Of);
        Rows = run.Rows.Length > 0 && run.Rows[0].Time == 0 ? [.. rows] : [Start, .. rows];
        intervals = new(() => [.. Rows.Zip(Rows.Skip(1), (from, to) => new GromaBaloghInterval(this, from, to))]);
    }

    public GromaBaloghCase Case { get; }

    public GromaBaloghRun Run { get; }

    public IGridNorms Norms { get; }

    /// <summary>The initial densities of the case.</summary>
    public GromaBaloghSnapshot Start { get; }

    /// <summary>The rows, headed by the initial densities of the case where the run has no row at time 0.</summary>
    public ImmutableArray<GromaBaloghSnapshot> Rows { get; }

    /// <summary>The error of a density in a row: the run's own statement, or ten times the tolerance where it makes none.</summary>
    public double Uncertainty { get; }

    /// <summary>The error a run may have by the case's tolerance, whatever it says of itself.</summary>
    public double Judged { get; }

    /// <summary>Our flow restarted at each row, up to the next; one fewer than the rows.</summary>
    public ImmutableArray<GromaBaloghInterval> Intervals => intervals.Value;

    /// <summary>sup|Lap U| (d_1^2 U on slip planes), from the values on a grid: those of a polynomial of degree m on N points miss it by cos(pi m/N).</summary>
    public double ExternalBound => externalBound.Value;

    /// <summary>|Lap V(0)| (d_1^2 V on slip planes), the largest |Lap V|, as no coefficient is negative.</summary>
    public double InteractionBound => interactionBound.Value;

    public static GromaBaloghTrial Of(GromaBaloghCase subject, ISolver solver)
    {
        var (run, norms) = (solver.Solve(subject), solver as IGridNorms ?? GridNorms.Ours);
        var trial = Trials.GetValue(run, r => new GromaBaloghTrial(subject, r, norms));
        return ReferenceEquals(trial.Case, subject) ? trial : new GromaBaloghTrial(subject, run, norms);
    }

    /// <summary>A claim on runs of densities under (V1), (V2) and (V4).</summary>
    public static Claim<GromaBaloghCase> About(
        string id,
        string label,
        string statement,
        string derivation,
        Func<GromaBaloghTrial, IEnumerable<Comparison>> check,
        Func<GromaBaloghCase, string?>? hypotheses = null) =>
        new(
            id,
            label,
            statement,
            derivation,
            c => TorusAdmissibility.ReasonAgainst(c.V, slip: false) ?? hypotheses?.Invoke(c),
            (c, solver) => check(Of(c, solver)));

    /// <summary>A claim on the reference flow between the rows; unknown where that ends before the next row.</summary>
    public static Claim<GromaBaloghCase> AboutFlow(
        string id,
        string label,
        string statement,
        string derivation,
        Func<GromaBaloghTrial, IEnumerable<Comparison>> check,
        Func<GromaBaloghCase, string?>? hypotheses = null) =>
        About(id, label, statement, derivation, trial => trial.Followed(check), hypotheses);

    /// <summary>What a check of the reference flow finds; unknown where the flow ends before the next row.</summary>
    public IEnumerable<Comparison> Followed(Func<GromaBaloghTrial, IEnumerable<Comparison>> check) =>
        Intervals.FirstOrDefault(interval => interval.Error is not null) is { } broken ? [Comparison.Unknown($"the flow from t = {broken.From.Time:R} ends")] : check(this);

    /// <summary>The integral over all intervals of a function of the flow.</summary>
    public Estimate Total(Func<GromaBaloghSnapshot, double> integrand) =>
        Intervals.Aggregate(new Estimate(0, 0), (sum, interval) => sum + interval.Integrate(integrand));

    /// <summary>The same of a function that is known with an error.</summary>
    public Estimate Total(Func<GromaBaloghSnapshot, Estimate> integrand) => new(
        Total(at => integrand(at).Value).Value, Total(at => integrand(at).Value).Error + Total(at => integrand(at).Error).Value);

    /// <summary>A row as a snapshot.</summary>
    public GromaBaloghSnapshot Of(GromaBaloghRow row)
    {
        var side = SampledDensity.SideOf(Case.Dimension, row.Plus.Length);
        return new(symbols.GetOrAdd(side, n => new GromaBaloghSymbols(Case, n)), row, Norms);
    }

    private double BoundOfExternal()
    {
        var waves = Case.U.Terms.Where(term => Symbol(term.K) > 0).ToArray();
        if (waves.Length == 0) return 0;
        var highest = waves.SelectMany(term => term.K).Max(Math.Abs);
        var side = 16 * highest;
        FourierPotential laplacian = new(
            Case.Dimension, [.. waves.Select(term => new FourierTerm(term.K, Symbol(term.K) * term.Cos, Symbol(term.K) * term.Sin))]);
        var largest = Enumerable.Range(0, Case.Dimension == 1 ? side : side * side)
            .Max(i => Math.Abs(laplacian.Value(Case.Dimension == 1 ? [(double)i / side] : [(double)(i / side) / side, (double)(i % side) / side])));
        return largest / Math.Pow(Math.Cos(Math.PI * highest / side), Case.Dimension);
    }

    private double BoundOfInteraction()
    {
        var hessian = Case.V.HessianAt(new double[Case.Dimension]);
        return Math.Abs(Case.Motion == TorusMotion.Slip || Case.Dimension == 1 ? hessian[0] : hessian[0] + hessian[3]);
    }

    private double Symbol(ImmutableArray<int> k) =>
        4 * Math.PI * Math.PI * (Case.Motion == TorusMotion.Slip ? (double)k[0] * k[0] : k.Sum(component => (double)component * component));
}
