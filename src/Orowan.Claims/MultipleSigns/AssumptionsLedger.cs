using Orowan.Formats;

namespace Orowan.Claims.MultipleSigns;

/// <summary>The lines of B on (V1)_I to (V5)_I in the plane, and on finite content of its prose: footnote 2, section 4.1, level sets, Remark 4.5.</summary>
internal static class AssumptionsLedger
{
    private static readonly TorusNumbers Numbers = TorusExamples.Numbers;

    public static IEnumerable<Entry> Entries { get; } =
    [
        Entry.OfCorrected(
            LatticeLaplacian.Corrected,
            LatticeLaplacian.Printed,
            Numbers,
            "On Z^2 the fundamental solution grows like (2/pi) log|x|: from (65536, 65536) to (131072, 131072) by 0.441, as from any m to 2m for large m. It is finite at 0, which is what the footnote needs.",
            Fault.OfSubject("V too strong by a thousandth", Numbers, KernelFaults.Green(v => new MisstatedTorusPotential(v, Factor: 1.001)))),
        Entry.OfHolding(
            TrappingCurves.Field,
            Fault.OfSubject("V four times too strong", Numbers, KernelFaults.Log(v => new MisstatedTorusPotential(v, Factor: 4)))),
        Entry.OfHolding(
            PlaneAssumptions.First,
            Fault.OfSubject("green too strong by a tenth", Numbers, KernelFaults.Green(v => new MisstatedTorusPotential(v, Factor: 1.1))),
            Fault.OfSubject("edge too strong by a tenth", Numbers, KernelFaults.Edge(v => new MisstatedTorusPotential(v, Factor: 1.1)))),
        Entry.OfHolding(
            PlaneAssumptions.Second,
            Fault.OfSubject("V not even", Numbers, KernelFaults.Log(v => new MisstatedTorusPotential(v, Shift: 1e-9))),
            Fault.OfSubject("D^2 V of edge jumps by 1", Numbers, KernelFaults.Edge(v => new MisstatedTorusPotential(v, Bend: 1)))),
        Entry.OfHolding(
            PlaneAssumptions.Third,
            Fault.OfSubject("green too weak by a tenth", Numbers, KernelFaults.Green(v => new MisstatedTorusPotential(v, Factor: 0.9))),
            Fault.OfSubject("edge too weak by a tenth", Numbers, KernelFaults.Edge(v => new MisstatedTorusPotential(v, Factor: 0.9)))),
        Entry.OfHolding(
            PlaneAssumptions.Fourth,
            Fault.OfSubject("green too strong by a tenth", Numbers, KernelFaults.Green(v => new MisstatedTorusPotential(v, Factor: 1.1))),
            Fault.OfSubject("edge too strong by a tenth", Numbers, KernelFaults.Edge(v => new MisstatedTorusPotential(v, Factor: 1.1)))),
        Entry.OfHolding(
            PlaneAssumptions.Fifth,
            Fault.OfSubject("green twice too strong", Numbers, KernelFaults.Green(v => new MisstatedTorusPotential(v, Factor: 2))),
            Fault.OfSubject("edge twice too strong", Numbers, KernelFaults.Edge(v => new MisstatedTorusPotential(v, Factor: 2)))),
        Entry.OfCorrected(
            TrappingCurves.Levels,
            TrappingCurves.PrintedLevels,
            Numbers,
            "For gamma = 1/2 the level -gamma log delta stands at |s| ~ delta^(1/2): its radius over delta grows tenfold from delta = 1e-2 to 1e-4; for gamma >= 1 it is empty. "
            + "A level at a constant below V_delta(0), V_delta = -log delta - const, does what is asked.",
            Fault.OfSubject("V half as strong", Numbers, KernelFaults.Green(v => new MisstatedTorusPotential(v, Factor: 0.5)))),
        Entry.OfHolding(
            PlaneDipoles.Neighbours,
            Fault.OfSolver("centres contract to a point", TorusExamples.Dipoles, TorusFaults.Drifts((run, k, row) => [.. row.Select((z, i) => k == 0 ? z : -0.99 * Middle(run, i))]))),
    ];

    /// <summary>Component i of the initial centres, in the plane.</summary>
    private static double Middle(TorusRun run, int i) => (4 * (i / 2)) + (i % 2) is var first ? 0.5 * (run.X[0][first] + run.X[0][first + 2]) : 0;
}
