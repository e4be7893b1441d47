using Orowan.Formats;
using Orowan.Measures;
using Orowan.Potentials;

namespace Orowan.Claims.MultipleSigns;

/// <summary>Broken solvers of the Groma-Balogh equations, made from one that works; cases of other kinds are passed on.</summary>
internal static class GromaBaloghFaults
{
    /// <summary>Solves another case and returns its run as the run of this one.</summary>
    public static Func<ISolver, ISolver> OtherCase(Func<GromaBaloghCase, GromaBaloghCase> change) => solver => new ReplacedSolver<GromaBaloghCase, GromaBaloghRun>(solver, (c, s) => s.Solve(change(c)));

    /// <summary>The interaction times a factor: its sign, a lost 2 pi.</summary>
    public static Func<ISolver, ISolver> ScaledInteraction(double factor) => OtherCase(c => c with { V = new MisstatedTorusPotential(c.V, Factor: factor) });

    /// <summary>The external potential times a factor.</summary>
    public static Func<ISolver, ISolver> ScaledExternal(double factor) => OtherCase(c => WithExternal(c, factor));

    /// <summary>The case with its external potential times a factor.</summary>
    public static GromaBaloghCase WithExternal(GromaBaloghCase subject, double factor) => subject with
    {
        U = new FourierPotential(subject.Dimension, [.. subject.U.Terms.Select(term => new FourierTerm(term.K, factor * term.Cos, factor * term.Sin))]),
    };

    /// <summary>The viscosity times a factor; negative ones have no solution, and stand for themselves as none at all.</summary>
    public static Func<ISolver, ISolver> ScaledViscosity(double factor) => OtherCase(c => c with { Viscosity = factor * c.Viscosity });

    /// <summary>A grid of 16 points in each direction, without a word of it.</summary>
    public static Func<ISolver, ISolver> Coarse { get; } = solver => new ReplacedSolver<GromaBaloghCase, GromaBaloghRun>(solver, (c, s) =>
    {
        var run = s.Solve(c with { Grid = GromaBaloghCase.LeastGrid });
        return run with { Uncertainty = c.Tolerance };
    });

    /// <summary>Every row after the first changed.</summary>
    public static Func<ISolver, ISolver> Rows(Func<GromaBaloghRow, GromaBaloghRow> change) =>
        Run((_, run) => run with { Rows = [.. run.Rows.Select((row, k) => k == 0 ? row : change(row))] });

    /// <summary>Luxemburg norms too large or too small by a factor.</summary>
    public static Func<ISolver, ISolver> Norms(Func<YoungFunction, double> factor) => solver => new OtherNorms(solver, factor);

    /// <summary>A solver that mistakes the species for each other's like, or samples its kernel on too few points.</summary>
    public static Func<ISolver, ISolver> Naive(int points, bool alike) =>
        solver => new ReplacedSolver<GromaBaloghCase, GromaBaloghRun>(solver, (c, _) => new NaiveGromaBalogh(points, alike).Solve(c));

    /// <summary>The rows in reverse order at the same times: what was dissipated comes back.</summary>
    public static Func<ISolver, ISolver> Reversed { get; } =
        Run((_, run) => run with { Rows = [.. run.Rows.Select((row, k) => run.Rows[^(k + 1)] with { Time = row.Time })] });

    /// <summary>rho^+ with some of its mass lost.</summary>
    public static GromaBaloghRow Lost(GromaBaloghRow row, double share) => row with { Plus = [.. row.Plus.Select(p => (1 - share) * p)] };

    /// <summary>rho^+ with a wave of the highest frequency of the grid, so high that it is negative somewhere; the mass stays.</summary>
    public static GromaBaloghRow Rippled(GromaBaloghRow row) => row with { Plus = [.. row.Plus.Select((p, i) => p + ((i % 2 == 0 ? 1 : -1) * 1.1 * row.Plus.Min()))] };

    /// <summary>rho^+ sharpened: contrasts grow by the factor, the mass stays.</summary>
    public static GromaBaloghRow Sharpened(GromaBaloghRow row, double factor) =>
        row with { Plus = Sharp(row.Plus, factor), Minus = Sharp(row.Minus, factor) };

    /// <summary>The run spoiled.</summary>
    public static Func<ISolver, ISolver> Run(Func<GromaBaloghCase, GromaBaloghRun, GromaBaloghRun> spoil) =>
        solver => new ReplacedSolver<GromaBaloghCase, GromaBaloghRun>(solver, (c, s) => spoil(c, s.Solve(c)));

    private static double[] Sharp(double[] values, double factor)
    {
        var mean = values.Average();
        return [.. values.Select(value => mean + (factor * (value - mean)))];
    }

    private sealed class OtherNorms(ISolver solver, Func<YoungFunction, double> factor) : ISolver, IGridNorms
    {
        /// <summary>A run of its own: what is known of another's stays with it.</summary>
        public TRun Solve<TRun>(Case<TRun> subject)
            where TRun : Run => solver.Solve(subject) is var run && run is GromaBaloghRun density ? (TRun)(Run)(density with { }) : run;

        public Estimate Of(YoungFunction phi, double[] values, int dimension) => factor(phi) * GridNorms.Ours.Of(phi, values, dimension);
    }
}
