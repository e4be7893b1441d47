using Orowan.Formats;

namespace Orowan.Claims.MultipleSigns;

/// <summary>The lines of B, Theorem 3.3, Remark 3.4 and the distance of Corollary 4.2.</summary>
internal static class LimitLedger
{
    private static readonly TorusNumbers Example = new(8, 0.5, 0.1, 0.5, 1, 0.25, 0.4);

    public static IEnumerable<Entry> Entries { get; } =
    [
        Entry.OfHolding(
            LimitConditions.Condition,
            Fault.OfSubject("lambda three times as large", Example, KernelFaults.Log(v => v.Delta == 0 ? v : new MisstatedTorusPotential(v, Understated: 3))),
            Fault.OfSolver("every particle at 0", Example, Gathered)),
        Entry.OfHolding(
            LimitTheorems.Theorem,
            Fault.OfSolver("external force of the wrong sign", Example, TorusFaults.ScaledExternal(-1)),
            Fault.OfSolver("1/n lost", Example, TorusFaults.ScaledInteraction(c => c.Count))),
        Entry.OfHolding(
            LimitTheorems.Regularised,
            Fault.OfSolver("external force of the wrong sign", Example, TorusFaults.ScaledExternal(-1)),
            Fault.OfSolver("1/n lost", Example, TorusFaults.ScaledInteraction(c => c.Count))),
        Entry.OfHolding(
            LimitTheorems.Continuum,
            Fault.OfSolver("densities with a delta below 0.3 that do not move", Example, GromaBaloghFaults.Run((c, run) => c.V.Delta is > 0 and < 0.3 ? Still(run) : run))),
        Entry.OfHolding(
            LimitTheorems.Outside,
            Fault.OfSolver("external force of the wrong sign", Example, TorusFaults.ScaledExternal(-1)),
            Fault.OfSolver("densities that do not move", Example, GromaBaloghFaults.Run((_, run) => Still(run)))),
        Entry.OfHolding(
            LimitConditions.Remark,
            Fault.OfSolver("every particle at 0", Example, Gathered)),
        Entry.OfHolding(
            SlipLimits.Theorem,
            Fault.OfSolver("external force of the wrong sign", Example, TorusFaults.ScaledExternal(-1)),
            Fault.OfSolver("external force of the wrong sign in (2.21) alone", Example, GromaBaloghFaults.OtherCase(c => c.V.Delta == 0 ? GromaBaloghFaults.WithExternal(c, -1) : c)),
            Fault.OfSolver("all places at 0", Example, TorusFaults.SpoiledRun((_, run) => run with { X = [.. run.X.Select((row, k) => k == 0 ? row : [.. row.Select((x, i) => i % 2 == 0 ? 0 : x)])] }))),
        Entry.OfHolding(
            SlipLimits.Condition,
            Fault.OfSubject("lambda three times as large", Example, KernelFaults.Edge(v => new MisstatedTorusPotential(v, Understated: 3)))),
        Entry.OfHolding(
            NoLimit.Distance,
            Fault.OfSolver("dipoles that break up", Example, BrokenUp),
            Fault.OfSolver("interaction forgotten", Example, TorusFaults.ScaledInteraction(_ => 1e-12)),
            Fault.OfSolver("densities that do not move", Example, GromaBaloghFaults.Run((_, run) => Still(run)))),
    ];

    private static GromaBaloghRun Still(GromaBaloghRun run) => run with { Rows = [.. run.Rows.Select(row => run.Rows[0] with { Time = row.Time })] };

    /// <summary>Dipoles under V_delta with delta = n^(-1/2), which does not hold them together: they follow the densities.</summary>
    private static Func<ISolver, ISolver> BrokenUp => solver => new ReplacedSolver<TorusCase, TorusRun>(
        solver, (c, s) => s.Solve(c.Dipoles is null ? c : c with { V = TorusKernels.Standard.Log(Math.Pow(c.Count, -0.5)) }));

    /// <summary>Every particle at 0.</summary>
    private static Func<ISolver, ISolver> Gathered => TorusFaults.SpoiledRun((_, run) => run with { X = [.. run.X.Select(row => new double[row.Length])] });
}
