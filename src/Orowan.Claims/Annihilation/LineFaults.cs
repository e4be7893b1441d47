using System.Collections.Immutable;
using Orowan.Flows;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>Broken solvers and broken trajectories for particles on the line, made from a solver that works.</summary>
public static class LineFaults
{
    /// <summary>A small solver of another make without a fault: on the examples it passes every claim, so a fault is in what it breaks.</summary>
    public static Func<ISolver, ISolver> Naive { get; } = NaiveSolver.With(rules => rules);

    /// <summary>Solves another case and returns its run as the run of this one.</summary>
    public static Func<ISolver, ISolver> OtherCase(Func<LineCase, LineCase> change) => solver => new ReplacedSolver<LineCase, LineRun>(solver, (c, s) => s.Solve(change(c)));

    /// <summary>Solves the case and spoils the run.</summary>
    public static Func<ISolver, ISolver> SpoiledRun(Func<LineCase, LineRun, LineRun> spoil) =>
        solver => new ReplacedSolver<LineCase, LineRun>(solver, (c, s) => spoil(c, s.Solve(c)));

    /// <summary>The sign of W' turned round.</summary>
    public static Func<ISolver, ISolver> WrongSignOfW { get; } = OtherCase(c => c with { W = new NegatedPotential(c.W) });

    /// <summary>Every force too large by <paramref name="factor"/>: a lost 1/n, or 1/n twice.</summary>
    public static Func<ISolver, ISolver> ScaledForces(Func<LineCase, double> factor) =>
        OtherCase(c => c with { V = new ScaledPotential(factor(c), 1, c.V), W = new ScaledPotential(factor(c), 1, c.W) });

    /// <summary>Opposites pass through each other and nothing annihilates: the flow (4.9) of A for all time.</summary>
    public static Func<ISolver, ISolver> NoAnnihilation { get; } = solver => new ReplacedSolver<LineCase, LineRun>(solver, (c, _) => PassingThrough(c));

    /// <summary>The run with one position of its row <paramref name="row"/> (from the end) moved.</summary>
    public static Func<ISolver, ISolver> Moved(int row, int particle, double by) =>
        SpoiledRun((_, run) =>
        {
            var x = run.X.Select(r => (double[])r.Clone()).ToImmutableArray();
            x[row < 0 ? x.Length + row : row][particle] += by;
            return run with { X = x };
        });

    /// <summary>The run with two particles exchanged in every row after the first.</summary>
    public static Func<ISolver, ISolver> Swapped(int i, int j) =>
        SpoiledRun((_, run) =>
        {
            var x = run.X.Select(r => (double[])r.Clone()).ToImmutableArray();
            foreach (var row in x.Skip(1)) (row[i], row[j]) = (row[j], row[i]);
            return run with { X = x };
        });

    /// <summary>The run with every stated collision time later by <paramref name="by"/>.</summary>
    public static Func<ISolver, ISolver> LateCollisions(double by) =>
        SpoiledRun((_, run) => run with { Collisions = run.Collisions?.Select(c => c with { Time = c.Time + by }).ToImmutableArray() });

    /// <summary>The run with its stated energies multiplied.</summary>
    public static Func<ISolver, ISolver> StatedEnergy(double factor) =>
        SpoiledRun((_, run) => run with { Energy = run.Energy?.Select(e => factor * e).ToImmutableArray() });

    /// <summary>The run with its stated dissipation multiplied.</summary>
    public static Func<ISolver, ISolver> StatedDissipation(Func<LineCase, double> factor) =>
        SpoiledRun((subject, run) => run with { Dissipation = run.Dissipation?.Select(d => factor(subject) * d).ToImmutableArray() });

    /// <summary>The run with the charges of each row changed.</summary>
    public static Func<ISolver, ISolver> Charges(Func<LineCase, LineRun, int, int[]> charges) =>
        SpoiledRun((subject, run) => run with { B = [.. Enumerable.Range(0, run.B.Length).Select(k => charges(subject, run, k))] });

    /// <summary>The trajectory in which no pair annihilates.</summary>
    public static LineRun PassingThrough(LineCase subject)
    {
        var state = new Particles.LineState([.. subject.X], [.. subject.B]);
        var pass = LineFlow.Restart(subject.V, subject.W, state, subject.Output, subject.T, subject.LengthScale, annihilates: false);
        return new LineRun([.. pass.Rows.Select(r => r.Time)], [.. pass.Rows.Select(r => r.State.X)], [.. pass.Rows.Select(r => r.State.B)])
        {
            Collisions = [],
            Energy = [.. pass.Rows.Select(r => r.Energy)],
            Dissipation = [.. pass.Rows.Select(r => r.Dissipation)],
            Uncertainty = 1e-10,
            Solver = "without annihilation",
            Ended = pass.Ended,
        };
    }
}
