using Orowan.Formats;

namespace Orowan.Claims.MultipleSigns;

/// <summary>The lines of B, section 4.2.1: short dipoles on the circle.</summary>
internal static class DipoleLedger
{
    private const string Sign = "(1.5) and b = +-1 at z +- d give + (1/n) sum p U(z_k + p d_k); printed is -. One dipole, n = 2, z = 1/4, d = 0 in U = cos(2 pi x)/(2 pi) starts with d' = -U'(1/4) = +1, not -1.";

    private static readonly ShortDipoles Example = TorusExamples.Dipoles;

    public static IEnumerable<Entry> Entries { get; } =
    [
        Entry.OfHolding(
            ChangeOfVariables.Coordinates,
            Fault.OfSolver("widths for half widths", Example, TorusFaults.HalfWidths((_, _, d) => [.. d.Select(w => 2 * w)])),
            Fault.OfSolver("half widths with the wrong sign", Example, TorusFaults.HalfWidths((_, _, d) => [.. d.Select(w => -w)]))),
        Entry.OfCorrected(
            ChangeOfVariables.Energy,
            ChangeOfVariables.PrintedEnergy,
            Example,
            Sign,
            Fault.OfSolver("energy stated without the diagonal", Example, TorusFaults.WithoutDiagonal),
            Fault.OfSolver("energy stated with 1/n^2 for 1/(2 n^2)", Example, TorusFaults.StatedEnergy((_, e) => 2 * e))),
        Entry.OfHolding(
            ChangeOfVariables.Flow,
            Fault.OfSubject("gradient of V of the wrong sign", Example, KernelFaults.Log(v => new MisstatedTorusPotential(v, GradientFactor: -1)))),
        Entry.OfCorrected(
            ChangeOfVariables.GradientInCentres,
            ChangeOfVariables.PrintedGradientInCentres,
            Example,
            Sign,
            Fault.OfSubject("V not even", Example, KernelFaults.Log(v => new MisstatedTorusPotential(v, GradientFactor: 2)))),
        Entry.OfCorrected(
            ChangeOfVariables.GradientInWidths,
            ChangeOfVariables.PrintedGradientInWidths,
            Example,
            Sign,
            Fault.OfSubject("gradient of V of the wrong sign", Example, KernelFaults.Log(v => new MisstatedTorusPotential(v, GradientFactor: -1)))),
        Entry.OfCorrected(
            ChangeOfVariables.Centres,
            ChangeOfVariables.PrintedCentres,
            Example,
            Sign,
            Fault.OfSolver("sign of U turned round", Example, TorusFaults.ScaledExternal(-1)),
            Fault.OfSolver("centres drift", Example, TorusFaults.Drifts((run, k, row) => [.. row.Select(z => z + (1e-6 * run.Times[k]))]))),
        Entry.OfCorrected(
            ChangeOfVariables.Widths,
            ChangeOfVariables.PrintedWidths,
            Example,
            Sign,
            Fault.OfSolver("sign of U turned round", Example, TorusFaults.ScaledExternal(-1)),
            Fault.OfSolver("1/n lost", Example, TorusFaults.ScaledInteraction(c => c.Count)),
            Fault.OfSolver("half widths off by a thousandth", Example, TorusFaults.HalfWidths((_, k, d) => [.. d.Select(w => k == 0 ? w : 1.001 * w)]))),
        Entry.OfHolding(
            SlowManifold.Start,
            Fault.OfSolver("half widths twice too large", Example, TorusFaults.HalfWidths((_, _, d) => [.. d.Select(w => 2 * w)]))),
        Entry.OfHolding(
            SlowManifold.SlowCentres,
            Fault.OfSolver("half widths beyond the manifold", Example, TorusFaults.HalfWidths((_, _, d) => [.. d.Select(w => 200 * w)])),
            Fault.OfSubject("forces a million times too strong", Example, KernelFaults.Log(v => new MisstatedTorusPotential(v, GradientFactor: 1e6)))),
        Entry.OfCorrected(
            SlowManifold.MeanValue,
            SlowManifold.PrintedMeanValue,
            Example,
            "The intermediate point depends on p (and a sign is lost): with one point for both p the middle of (4.9) is 0, and the left is about 4 |d_i d_l V'''|, for three dipoles with delta = 6^-3.5 not 0.",
            Fault.OfSubject("V' a thousand times too strong on one side", Example, KernelFaults.Log(v => new MisstatedTorusPotential(v, Skew: 1e3)))),
        Entry.OfCorrected(
            ChangeOfVariables.OwnTerm,
            ChangeOfVariables.PrintedOwnTerm,
            Example,
            Sign,
            Fault.OfSubject("V' not odd", Example, KernelFaults.Log(v => new MisstatedTorusPotential(v, Skew: 1e-3)))),
        Entry.OfHolding(
            SlowManifold.BoundedRest,
            Fault.OfSubject("forces a million times too strong", Example, KernelFaults.Log(v => new MisstatedTorusPotential(v, GradientFactor: 1e6)))),
        Entry.OfHolding(
            SlowManifold.Apriori,
            Fault.OfSubject("forces a hundred times too strong", Example, KernelFaults.Log(v => new MisstatedTorusPotential(v, GradientFactor: 100))),
            Fault.OfSolver("half widths that grow at once", Example, TorusFaults.HalfWidths((_, k, d) => [.. d.Select(w => k == 0 ? w : 3 * w)]))),
        Entry.OfHolding(
            SlowManifold.Displacement,
            Fault.OfSolver("centres drift", Example, TorusFaults.Drifts((run, k, row) => [.. row.Select(z => z + (0.1 * run.Times[k]))]))),
        Entry.OfHolding(
            SlowManifold.Distances,
            Fault.OfSolver("centres jump", Example, TorusFaults.Drifts((_, k, row) => [.. row.Select((z, i) => k > 0 && i == 0 ? z + 0.2 : z)]))),
        Entry.OfHolding(
            SlowManifold.Trapped,
            Fault.OfSolver("sign of the interaction turned round", Example, TorusFaults.ScaledInteraction(_ => -1)),
            Fault.OfSolver("1/n^2 for 1/n, a hundred times", Example, TorusFaults.ScaledInteraction(c => 1e-4 / c.Count))),
        Entry.OfHolding(
            RimOfWell.TurnsBack,
            Fault.OfSubject("gradient of V of the wrong sign", Example, KernelFaults.Log(v => new MisstatedTorusPotential(v, GradientFactor: -1))),
            Fault.OfSolver("sign of the interaction turned round", Example, TorusFaults.ScaledInteraction(_ => -1))),
        Entry.OfCorrected(
            SlowManifold.Iteration,
            SlowManifold.PrintedIteration,
            Example,
            "The last interval ends at (l + 1) delta^3 > T, so that the printed bound is missed by at most one step: 2 C n^3 delta^4, which changes nothing in the limit.",
            Fault.OfSolver("centres jump", Example, TorusFaults.Drifts((_, k, row) => [.. row.Select((z, i) => k > 0 && i == 0 ? z + 0.2 : z)]))),
        Entry.OfHolding(
            SlowManifold.Stays,
            Fault.OfSolver("sign of the interaction turned round", Example, TorusFaults.ScaledInteraction(_ => -1)),
            Fault.OfSolver("centres drift", Example, TorusFaults.Drifts((run, k, row) => [.. row.Select(z => z + (0.1 * run.Times[k]))]))),
        Entry.OfHolding(
            SlowManifold.Narrow,
            Fault.OfSolver("half widths forgotten", Example, TorusFaults.HalfWidths((_, _, d) => [.. d.Select(w => 1e-3 * w)]))),
        Entry.OfHolding(
            DipoleRates.Theorem,
            Fault.OfSolver("dipoles that do not relax", Example, TorusFaults.Drifts((run, k, row) => [.. row.Select((_, i) => run.Times[k] * run.D!.Value[0][i])])),
            Fault.OfSolver("1/n^2 for 1/n", Example, TorusFaults.ScaledInteraction(c => 1.0 / c.Count))),
        Entry.OfHolding(
            DipoleRates.Drift,
            Fault.OfSolver("sign of the drift turned round", Example, TorusFaults.Drifts((_, _, row) => [.. row.Select(z => -z)])),
            Fault.OfSolver("1/n lost", Example, TorusFaults.ScaledInteraction(c => c.Count))),
        Entry.OfHolding(
            DipoleRates.Threshold,
            Fault.OfSolver("sign of the interaction turned round", Example, TorusFaults.ScaledInteraction(_ => -1)),
            Fault.OfSolver("interaction forgotten", Example, TorusFaults.ScaledInteraction(_ => 1e-12))),
        Entry.OfHolding(
            DipoleRates.NoSolution,
            Fault.OfSolver("interaction forgotten", Example, TorusFaults.ScaledInteraction(_ => 1e-12))),
        Entry.OfCorrected(
            DipoleRates.Admissible,
            DipoleRates.PrintedAdmissible,
            Example,
            "mu_n^+ and mu_n^- have mass 1/2 each, rho_0 in P(T) has mass 1: as printed A_0 is empty, and (rho_0, rho_0) is not in P(T x {+-1}). With rho_0/2 for rho_0 all holds, the gaps even with a factor 2 to spare.",
            Fault.OfSolver("a charge flips", Example, TorusFaults.FlippedCharge)),
        Entry.OfCorrected(
            DipoleRates.ThirdDerivative,
            DipoleRates.PrintedThirdDerivative,
            new ShortDipoles(8, 0, 1, 3.5, 0.2, 0, 0.1),
            "On the torus dipoles 1 and n/2 are neighbours: |z_1 - z_{n/2}| = 2/n while |i - l| = n/2 - 1, so the bound with |i - l|^-3 fails for them once n/2 >= 8. The distance must be cyclic.",
            Fault.OfSubject("forces a million times too strong", Example, KernelFaults.Log(v => new MisstatedTorusPotential(v, GradientFactor: 1e6)))),
        Entry.OfCorrected(
            DipoleRates.Improved,
            DipoleRates.PrintedImproved,
            new ShortDipoles(2, 0, 1, 4.5, 1, 0, 0.1),
            "The external part (U'(z + d) - U'(z - d))/2 = d U'' is of order delta; C n^2 delta^2 is smaller once n^2 delta < 1/C. The bound is C(n^2 delta^2 + delta), which does not change the condition n^{3/2} delta -> 0.",
            Fault.OfSolver("half widths beyond the manifold", Example, TorusFaults.HalfWidths((_, _, d) => [.. d.Select(w => 2000 * w)]))),
        Entry.OfHolding(
            DipoleRates.ImprovedDrift,
            Fault.OfSolver("interaction forgotten", Example, TorusFaults.ScaledInteraction(_ => 1e-12)),
            Fault.OfSolver("centres drift", Example, TorusFaults.Drifts((run, k, row) => [.. row.Select(z => z + (0.1 * run.Times[k]))]))),
        Entry.OfHolding(
            PlaneDipoles.Isotropic,
            Fault.OfSolver("half widths beyond the manifold", Example, TorusFaults.HalfWidths((_, _, d) => [.. d.Select(w => 200 * w)])),
            Fault.OfSolver("interaction forgotten", Example, TorusFaults.ScaledInteraction(_ => 1e-12))),
        Entry.OfCorrected(
            PlaneDipoles.WeakForce,
            PlaneDipoles.PrintedWeakForce,
            Example,
            "(grad U(z + d) - grad U(z - d))/2 = D^2 U d is of order delta: n times it over delta is not bounded, on n = 6, 12, 18 it grows like n. Printed is C delta (1/n + sqrt n delta).",
            Fault.OfSubject("grad U doubled", Example, KernelFaults.With(k => k with { External = u => new MisstatedTorusPotential(u, GradientFactor: 2) }))),
        Entry.OfCorrected(
            PlaneDipoles.Slip,
            PlaneDipoles.PrintedSlip,
            Example,
            "Omega(M) as printed is not invariant: d = (0.1, 0.9) delta goes to 45 degrees, d = (0.9, 0.9) delta, |d| = 1.27 delta. The barrier -6/(25 delta) stands at 2 d_1 = 2 delta for |2 d_2| <= delta, so that Omega must ask "
            + "|d . e_1| <= delta, 0 < |d . e_2| <= delta/2. That mu_n does not move is not touched.",
            Fault.OfSolver("sign of the interaction turned round", Example, TorusFaults.ScaledInteraction(_ => -1)),
            Fault.OfSolver("slip planes ignored", Example, TorusFaults.FreeOfPlanes)),
        Entry.OfHolding(
            PlaneDipoles.Polarised,
            Fault.OfSolver("half widths forgotten", Example, TorusFaults.HalfWidths((_, k, d) => k == 0 ? d : [.. d.Select(w => 0.5 * w)]))),
        Entry.OfHolding(
            PlaneDipoles.SamePlane,
            Fault.OfSolver("sign of the interaction turned round", Example, TorusFaults.ScaledInteraction(_ => -1)),
            Fault.OfSolver("interaction forgotten", Example, TorusFaults.ScaledInteraction(_ => 1e-12))),
    ];
}
