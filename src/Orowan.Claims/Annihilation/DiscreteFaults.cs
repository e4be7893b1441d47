using System.Collections.Immutable;
using Orowan.Formats;
using Orowan.Measures;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>Faults for the claims of section 4 of A that hold for every state, so that no run can break them: broken potentials and distances.</summary>
internal static class DiscreteFaults
{
    /// <summary>V replaced in a case.</summary>
    public static Func<ISubject, ISubject> ChangeV(Func<Potential, Potential> change) => s => s is LineCase c ? c with { V = change(c.V) } : s;

    /// <summary>W replaced in a case.</summary>
    public static Func<ISubject, ISubject> ChangeW(Func<Potential, Potential> change) => s => s is LineCase c ? c with { W = change(c.W) } : s;

    /// <summary>The rows in reverse order at the same times.</summary>
    public static Func<ISolver, ISolver> Reversed { get; } = LineFaults.SpoiledRun((_, run) => run with { X = [.. run.X.Reverse()], B = [.. run.B.Reverse()] });

    /// <summary>Positions of the last row moved apart by a factor.</summary>
    public static Func<ISolver, ISolver> Stretched(double factor) =>
        LineFaults.SpoiledRun((_, run) => run with { X = run.X.SetItem(run.X.Length - 1, [.. run.X[^1].Select(x => factor * x)]) });

    /// <summary>All stated collisions at one time more: the last is stated twice.</summary>
    public static Func<ISolver, ISolver> StatedTwice { get; } =
        LineFaults.SpoiledRun((_, run) => run with { Collisions = run.Collisions is { Length: > 0 } c ? c.Add(c[^1]) : run.Collisions });

    /// <summary>A like pair stated to collide.</summary>
    public static Func<ISolver, ISolver> LikeCollision { get; } =
        LineFaults.SpoiledRun((_, run) => run with { Collisions = run.Collisions?.Select(c => c with { Pairs = [(0, 1)] }).ToImmutableArray() });

    /// <summary>Bold W^2 with one change of sign paid, needed or not.</summary>
    public static Func<ISolver, ISolver> PaidSignChange { get; } = solver => new WrongDistances(solver, Paid: 2, Reverse: false);

    /// <summary>W^2 on the line by matching the smallest with the largest.</summary>
    public static Func<ISolver, ISolver> ReverseMatching { get; } = solver => new WrongDistances(solver, Paid: 0, Reverse: true);

    private sealed record WrongDistances(ISolver Solver, double Paid, bool Reverse) : ISolver, ITransport
    {
        public TRun Solve<TRun>(Case<TRun> subject)
            where TRun : Run => Solver.Solve(subject);

        public double Signed(AtomicMeasure first, AtomicMeasure second) =>
            Transport.ByAllCosts(first, second, Space.Line, SignCost.A).Cost + (Paid * first.Mass[0]);

        public double OnLine(double[] x, double[] y, double mass)
        {
            if (!Reverse) return LineTransport.SquaredDistance(x, y, mass);
            return mass * x.Order().Zip(y.OrderDescending(), (a, b) => (a - b) * (a - b)).Sum();
        }
    }
}
