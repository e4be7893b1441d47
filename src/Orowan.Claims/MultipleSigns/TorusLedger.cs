using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.MultipleSigns;

/// <summary>The lines of paper B on runs: sections 1, 2.2 and 2.3.</summary>
internal static class TorusLedger
{
    private static readonly TorusNumbers Numbers = TorusExamples.Numbers;

    public static IEnumerable<Entry> Entries { get; } =
    [
        Entry.OfCorrected(
            TorusMotionClaims.GradientOfEnergy,
            TorusMotionClaims.GradientOfPrintedEnergy,
            TorusExamples.Plane with { X = [0.1, 0.2, 0.3, 0.3], B = [1, 1] },
            "In the sum of (1.1) each pair stands twice, so that (1.2) has 2/n where footnote 1, (1.4) and (2.12) have 1/n; (1.5), said to be (1.1) with the diagonal kept, has 1/(2 n^2).",
            Fault.OfSolver("interaction doubled", TorusExamples.Plane, TorusFaults.ScaledInteraction(_ => 2))),
        Entry.OfNotNumerical("B-eq-1.2", "Equation (1.2)", "The flow of (1.1): judged with its energy as B-eq-1.1, and regularised as B-eq-2.11."),
        Entry.OfHolding(
            TorusWeakForm.Footnote,
            Fault.OfSolver("sign of the interaction turned round", TorusExamples.Plane, TorusFaults.ScaledInteraction(_ => -1)),
            Fault.OfSolver("1/n lost", TorusExamples.Circle, TorusFaults.ScaledInteraction(c => c.Count)),
            Fault.OfSolver("slip planes ignored", TorusExamples.Slip, TorusFaults.FreeOfPlanes)),
        Entry.OfHolding(TorusMotionClaims.Masses, Fault.OfSolver("a charge flips", TorusExamples.Plane, TorusFaults.FlippedCharge)),
        Entry.OfNotNumerical(
            "B-eq-1.4",
            "Equations (1.4a), (1.4b)",
            "Formal for empirical measures, whose singular field at their own atoms is set to 0: with that convention B-1.2-footnote and B-eq-1.7 judge them on the singular cases too."),
        Entry.OfHolding(
            TorusEnergyClaims.StatedEnergy,
            Fault.OfSolver("energy stated with 1/n^2 for 1/(2 n^2)", TorusExamples.Plane, TorusFaults.StatedEnergy((_, e) => 2 * e)),
            Fault.OfSolver("energy stated without the diagonal", TorusExamples.Plane, TorusFaults.WithoutDiagonal)),
        Entry.OfHolding(
            TorusMotionClaims.Balance,
            Fault.OfSolver("dissipation stated without 1/n", TorusExamples.Plane, TorusFaults.StatedDissipation),
            Fault.OfSolver("energy stated without the diagonal", TorusExamples.Circle, TorusFaults.WithoutDiagonal),
            Fault.OfSolver("sign of the interaction turned round", TorusExamples.Plane, TorusFaults.ScaledInteraction(_ => -1)),
            Fault.OfSolver("sign of U turned round", TorusExamples.Circle, TorusFaults.ScaledExternal(-1))),
        Entry.OfHolding(
            TorusMotionClaims.Lipschitz,
            Fault.OfSolver("a particle jumps", TorusExamples.Plane, TorusFaults.Moved(-1, 0, 2)),
            Fault.OfSolver("positions wrapped", TorusExamples.Circle with { X = [0.02, 0.25, 0.5, 0.66, 0.995], B = [1, -1, 1, -1, -1] }, TorusFaults.Wrapped)),
        Entry.OfHolding(
            TorusWeakForm.Weak,
            Fault.OfSolver("sign of the interaction turned round", TorusExamples.Plane, TorusFaults.ScaledInteraction(_ => -1)),
            Fault.OfSolver("sign of U turned round", TorusExamples.Circle, TorusFaults.ScaledExternal(-1)),
            Fault.OfSolver("1/n^2 for 1/n", TorusExamples.Slip, TorusFaults.ScaledInteraction(c => 1.0 / c.Count))),
        Entry.OfHolding(
            TorusEnergyClaims.Convexity,
            Fault.OfSubject("a negative coefficient", TorusExamples.Circle, s => s is TorusCase c ? c with { V = new MisstatedTorusPotential(c.V, Factor: -1) } : s)),
        Entry.OfHolding(
            TorusEnergyClaims.EnergyOfMeasures,
            Fault.OfSolver("energy stated without the diagonal", TorusExamples.Plane, TorusFaults.WithoutDiagonal),
            Fault.OfSolver("energy stated with 1/n^2 for 1/(2 n^2)", TorusExamples.Circle, TorusFaults.StatedEnergy((_, e) => 2 * e)),
            Fault.OfSubject("coefficients too large by 1e-6", TorusExamples.Plane, s => s is TorusCase c ? c with { V = new MisstatedTorusPotential(c.V, Coefficients: 1 + 1e-6) } : s)),
        Entry.OfHolding(
            TorusEnergyClaims.Floor,
            Fault.OfSolver("energy stated without bound", TorusExamples.Plane, TorusFaults.StatedEnergy((_, e) => e - 10))),
        Entry.OfHolding(
            TorusMotionClaims.Gradient,
            Fault.OfSolver("all forces too large by 1e-6", TorusExamples.Plane, TorusFaults.ForcesTooLarge(1 + 1e-6)),
            Fault.OfSolver("1/n lost", TorusExamples.Circle, TorusFaults.ScaledInteraction(c => c.Count)),
            Fault.OfSolver("slip planes ignored", TorusExamples.Slip, TorusFaults.FreeOfPlanes)),
        Entry.OfHolding(
            TorusMotionClaims.Motion,
            Fault.OfSolver("sign of the interaction turned round", TorusExamples.Plane, TorusFaults.ScaledInteraction(_ => -1)),
            Fault.OfSolver("1/n lost", TorusExamples.Circle, TorusFaults.ScaledInteraction(c => c.Count)),
            Fault.OfSolver("1/n^2 for 1/n", TorusExamples.Circle, TorusFaults.ScaledInteraction(c => 1.0 / c.Count)),
            Fault.OfSolver("1/(n - 1) for 1/n", TorusExamples.Plane, TorusFaults.ScaledInteraction(c => c.Count / (c.Count - 1.0))),
            Fault.OfSolver("sign of U turned round", TorusExamples.Plane, TorusFaults.ScaledExternal(-1)),
            Fault.OfSolver("U forgotten", TorusExamples.Circle, TorusFaults.ScaledExternal(0)),
            Fault.OfSolver("delta doubled", TorusExamples.Plane, TorusFaults.OtherCase(c => c with { V = new TorusGreenPotential(2 * c.V.Delta) })),
            Fault.OfSolver("slip planes ignored", TorusExamples.Slip, TorusFaults.FreeOfPlanes),
            Fault.OfSolver("slip planes drift", TorusExamples.Slip, TorusFaults.DriftingPlanes),
            Fault.OfSolver("positions wrapped", TorusExamples.Circle with { X = [0.02, 0.25, 0.5, 0.66, 0.995], B = [1, -1, 1, -1, -1] }, TorusFaults.Wrapped),
            Fault.OfSolver("a charge flips", TorusExamples.Circle, TorusFaults.FlippedCharge),
            Fault.OfSolver("half widths change sign in the last row", TorusExamples.Relaxing, TorusFaults.LastHalfWidths(-1)),
            Fault.OfSolver("half widths 0.1 % too large in the last row", TorusExamples.Relaxing, TorusFaults.LastHalfWidths(1.001)),
            Fault.OfSolver("movements of centres too large by 1e-6", TorusExamples.Relaxing, TorusFaults.Drifts((_, k, row) => [.. row.Select(z => k == 0 ? z : z + 1e-6)])),
            Fault.OfSolver("other initial data", TorusExamples.Plane, TorusFaults.Moved(0, 0, 1e-6)),
            Fault.OfSolver("a position off by 1e-6 in one row", TorusExamples.Plane, TorusFaults.Moved(2, 3, 1e-6)),
            Fault.OfSolver("stops early", TorusExamples.Circle, TorusFaults.SpoiledRun((_, run) => run with { Times = run.Times[..^1], X = run.X[..^1], B = run.B[..^1] }))),
        Entry.OfHolding(
            TorusMotionClaims.Momentum,
            Fault.OfSolver("one particle off by 1e-6", TorusExamples.Plane, TorusFaults.Moved(-1, 0, 1e-6)),
            Fault.OfSolver("sign of U turned round", TorusExamples.Circle, TorusFaults.ScaledExternal(-1))),
        Entry.OfNotNumerical("B-eq-2.13", "Equation (2.13)", "The equations (1.7) in d dimensions, judged as B-eq-1.7."),
        Entry.OfNotNumerical("B-eq-2.14", "Equation (2.14)", "The equations (1.4) in d dimensions; that limits solve them is Theorem 3.3, that limits of short dipoles do not is Corollary 4.2."),
        Entry.OfHolding(
            TorusClosedForms.SlipPlanes,
            Fault.OfSolver("slip planes ignored", Numbers, TorusFaults.FreeOfPlanes),
            Fault.OfSolver("slip planes drift", Numbers, TorusFaults.DriftingPlanes),
            Fault.OfSolver("confined in every case", Numbers, TorusFaults.OtherCase(c => c with { Motion = c.Dimension == 2 ? TorusMotion.Slip : c.Motion }))),
        Entry.OfHolding(
            TorusClosedForms.SlipMeasures,
            Fault.OfSolver("sign of the interaction turned round", Numbers, TorusFaults.ScaledInteraction(_ => -1)),
            Fault.OfSolver("sign of U turned round", Numbers, TorusFaults.ScaledExternal(-1)),
            Fault.OfSolver("slip planes ignored", Numbers, TorusFaults.FreeOfPlanes)),
        Entry.OfHolding(
            TorusClosedForms.SingularSlipMeasures,
            Fault.OfSolver("sign of the interaction turned round", Numbers, TorusFaults.ScaledInteraction(_ => -1)),
            Fault.OfSolver("1/n lost", Numbers, TorusFaults.ScaledInteraction(c => c.Count))),
        Entry.OfHolding(
            TorusClosedForms.Collision,
            Fault.OfSolver("opposites pass", Numbers, TorusFaults.OtherCase(c => c with { V = new TorusLogRegularisedPotential(0.1) })),
            Fault.OfSolver("equal charges in place of opposite ones", Numbers, TorusFaults.OtherCase(c => c with { B = [.. c.B.Select(_ => 1)] }))),
        Entry.OfHolding(
            TorusClosedForms.BreakUp,
            Fault.OfSolver("force of U doubled", Numbers, TorusFaults.ScaledExternal(2)),
            Fault.OfSolver("force of U halved", Numbers, TorusFaults.ScaledExternal(0.5))),
        Entry.OfHolding(
            TorusClosedForms.One,
            Fault.OfSolver("sign of U turned round", Numbers, TorusFaults.ScaledExternal(-1)),
            Fault.OfSolver("U too strong by 1e-5", Numbers, TorusFaults.ScaledExternal(1 + 1e-5))),
        Entry.OfHolding(
            TorusClosedForms.Pair,
            Fault.OfSolver("1/n lost", Numbers, TorusFaults.ScaledInteraction(c => c.Count)),
            Fault.OfSolver("V too strong by 1e-5", Numbers, TorusFaults.ScaledInteraction(_ => 1 + 1e-5))),
        Entry.OfHolding(
            TorusClosedForms.RegularPair,
            Fault.OfSolver("1/n lost", Numbers, TorusFaults.ScaledInteraction(c => c.Count)),
            Fault.OfSolver("delta too large by 1e-4", Numbers, TorusFaults.OtherCase(c => c with { V = new TorusLogRegularisedPotential(1.0001 * c.V.Delta) }))),
        Entry.OfHolding(
            TorusClosedForms.Lattice,
            Fault.OfSolver("1/n lost", Numbers, TorusFaults.ScaledInteraction(c => c.Count)),
            Fault.OfSolver("V too strong by 1e-5", Numbers, TorusFaults.ScaledInteraction(_ => 1 + 1e-5))),
    ];
}
