using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>The lines of sections 1 and 2 of paper A, but for those on Assumption 2.1 and (1.2), which stand with the rest of the paper.</summary>
internal static class IntroductionLedger
{
    private static readonly ClosedFormCase Closed = new(5, 0.5, 0.25, 0.5, 1);

    public static IEnumerable<Entry> Entries { get; } =
    [
        Entry.OfNotNumerical(
            "A-1.1-plasticity",
            "Section 1.1",
            "Context. That two opposite particles with a singular attraction collide in finite time is A-1.7-speed; the rest is about two dimensions."),
        Entry.OfHolding(
            InteractionEnergy.Claim,
            Fault.OfSolver("energy stated with 1/n^2 for 1/(2 n^2)", LineExamples.TwoBlocks, LineFaults.StatedEnergy(2)),
            Fault.OfSubject("V not even", LineExamples.TwoBlocks, s => s is LineCase c ? c with { V = new MisstatedPotential(c.V, Shift: 1e-9) } : s)),
        Entry.OfHolding(
            WallInteraction.Choices,
            Fault.OfSubject("wall too strong by 1e-6", Closed, Wall(v => new ScaledPotential(1 + 1e-6, 1, v))),
            Fault.OfSubject("wall not even", Closed, Wall(v => new MisstatedPotential(v, Shift: 1e-9)))),
        Entry.OfHolding(
            WallInteraction.Claim,
            Fault.OfSubject("the logarithm in place of the wall", Closed, Wall(_ => new LogPotential())),
            Fault.OfSubject("wall too strong by 1e-6", Closed, Wall(v => new ScaledPotential(1 + 1e-6, 1, v))),
            Fault.OfSubject("sign of V' turned round", Closed, Wall(v => new MisstatedPotential(v, SlopeSign: -1)))),
        Entry.OfHolding(
            Ghosts.First,
            Fault.OfSolver("stated collision long before", LineExamples.PlusPlusMinus, LineFaults.LateCollisions(-2.2)),
            Fault.OfSolver("annihilation of what is close", LineExamples.PlusPlusMinus, NaiveSolver.With(r => r with { MeetBelow = 0.6 }))),
        Entry.OfHolding(
            Ghosts.Claim,
            Fault.OfSolver("a ghost drifts", LineExamples.PlusPlusMinus, LineFaults.Moved(-1, 2, 1e-6)),
            Fault.OfSolver("ghosts push", LineExamples.PlusPlusMinus, NaiveSolver.With(r => r with { GhostsPush = true })),
            Fault.OfSolver("the particle that is left moves", LineExamples.PlusPlusMinus, LineFaults.Moved(-1, 0, 1e-6)),
            Fault.OfSolver("a charge comes back", LineExamples.PlusPlusMinus, LineFaults.Charges((c, run, row) => row == run.B.Length - 1 ? [.. c.B] : run.B[row])),
            Fault.OfSolver("a pair annihilates twice", LineExamples.PlusPlusMinus, LineFaults.SpoiledRun((_, run) => run with { Collisions = [.. run.Collisions!.Value, .. run.Collisions.Value] })),
            Fault.OfSolver("two pairs annihilate at one place", LineExamples.Mirror, LineFaults.SpoiledRun((_, run) => run with { Collisions = [.. run.Collisions!.Value.Select(c => c with { At = [.. c.At.Select(_ => c.At[0])] })] }))),
        Entry.OfNotNumerical("A-1.2-vortices", "Section 1.2, two related examples", "Context: other models and results of other papers ([40], [41], [43]), in two dimensions."),
        Entry.OfNotNumerical("A-1.3-kappa", "Section 1.3, rho and kappa", "A definition; that [kappa_n]_+- are the alive particles is A-4.6-i."),
        Entry.OfNotNumerical("A-eq-1.3", "Equation (1.3)", "An equation for limit densities. That the empirical measures satisfy it is A-4.6-iii, that their limits do is A-5.1."),
        Entry.OfHolding(
            Masses.Claim,
            Fault.OfSolver("one-sided annihilation", LineExamples.PlusPlusMinus, LineFaults.Charges((c, run, row) => [.. run.B[row].Zip(c.B, (now, initial) => initial == -1 ? -1 : now)])),
            Fault.OfSolver("a charge comes back", LineExamples.PlusPlusMinus, LineFaults.Charges((c, run, row) => row == run.B.Length - 1 ? [.. c.B] : run.B[row]))),
        Entry.OfNotNumerical("A-1.4-main", "Section 1.4, main result", "A summary of Theorem 5.1, which is judged as A-5.1."),
        Entry.OfNotNumerical(
            "A-eq-1.4",
            "Equation (1.4)",
            "A formal computation with densities, outside Assumption 2.1: with W = -V both fluxes are |kappa| (V' * kappa) since [kappa]_+ + [kappa]_- = |kappa|. "
            + "Its solutions are those of another paper ([6]); what singular particles do before they collide is A-1.7-speed."),
        Entry.OfNotNumerical("A-1.5-literature", "Section 1.5", "Results of other papers on other equations; the semicircle, which spreads by itself, is compared in A-5.1."),
        Entry.OfNotNumerical("A-eq-1.5", "Equation (1.5)", "(1.3) for the empirical measures, judged as the weak form in A-4.6-iii."),
        Entry.OfHolding(
            SmallScaleOscillations.Claim,
            Fault.OfSolver("1/n lost", Closed, LineFaults.ScaledForces(c => c.Count)),
            Fault.OfSolver("all forces too large by 1e-6", Closed, LineFaults.ScaledForces(_ => 1 + 1e-6)),
            Fault.OfSolver("annihilation of what is close", Closed, NaiveSolver.With(r => r with { MeetBelow = 0.5 }))),
        Entry.OfHolding(
            RegularLikeForce.Claim,
            Fault.OfSolver("1/n lost", Closed, LineFaults.ScaledForces(c => 4 * c.Count)),
            Fault.OfSolver("V singular", Closed, LineFaults.OtherCase(c => c with { V = new LogPotential() }))),
        Entry.OfNotNumerical("A-1.6-singularity", "Section 1.6, at most logarithmic V", "Says what the technique of another paper ([38]) needs, not what particles do. That V -> infinity is needed is A-1.6-regular-v."),
        Entry.OfHolding(
            EnergyFromBelow.Claim,
            Fault.OfSolver("a particle thrown away", LineExamples.PlusPlusMinus, LineFaults.Moved(3, 0, -1e30)),
            Fault.OfSolver("energy stated without bound", LineExamples.TwoBlocks, LineFaults.StatedEnergy(-1e4))),
        Entry.OfNotNumerical("A-1.6-uniqueness", "Section 1.6, uniqueness for (1.3)", "States an open question."),
        Entry.OfHolding(
            SingularPair.Speed,
            Fault.OfSolver("1/n lost", Closed, LineFaults.ScaledForces(c => c.Count)),
            Fault.OfSolver("W regularised", Closed, LineFaults.OtherCase(c => c with { W = LineExamples.Attraction(1e-3) }))),
        Entry.OfHolding(
            SingularPair.Hoelder,
            Fault.OfSolver("all forces too large by 1e-6", Closed, LineFaults.ScaledForces(_ => 1 + 1e-6)),
            Fault.OfSolver("W regularised", Closed, LineFaults.OtherCase(c => c with { W = LineExamples.Attraction(1e-3) }))),
        Entry.OfHolding(
            SingularPair.Well,
            Fault.OfSolver("energy stated with 1/n^2 for 1/(2 n^2)", Closed, LineFaults.StatedEnergy(2)),
            Fault.OfSolver("W regularised", Closed, LineFaults.OtherCase(c => c with { W = LineExamples.Attraction(1e-3) }))),
        Entry.OfHolding(
            IsolatedPair.Claim,
            Fault.OfSolver("annihilation of what is close", Closed, NaiveSolver.With(r => r with { MeetBelow = 1e-6 })),
            Fault.OfSolver("1/n lost", Closed, LineFaults.ScaledForces(c => c.Count))),
        Entry.OfHolding(
            ClosingDirection.Claim,
            Fault.OfSolver("annihilation of what is close", IntroductionExamples.PushedApart, NaiveSolver.With(r => r with { MeetBelow = 0.2 }))),
        Entry.OfNotNumerical(
            "A-1.7-remains",
            "Section 1.7(a), a pair that does not collide",
            "That it may annihilate others later is a possibility, not a statement about each run. That it stays in the system is A-1.7-pair and A-1.7-direction."),
        Entry.OfNotNumerical("A-1.7-limits", "Section 1.7(b), (c)", "Expectations about limits that the paper leaves open."),
        Entry.OfNotNumerical(
            "A-1.7-premature",
            "Section 1.7, premature annihilation",
            "With finitely many particles the separation by delta is the rule itself; for the limit it is an expectation. As a fault the rule is caught by A-1.7-pair and A-1.7-direction."),
        Entry.OfNotNumerical("A-1.7-dimensions", "Section 1.7, higher dimensions", "An outlook; everything here is on the line."),
        Entry.OfHolding(
            TotalAnnihilation.Claim,
            Fault.OfSolver("annihilation of what is close", IntroductionExamples.LonePair, NaiveSolver.With(r => r with { MeetBelow = 0.2 }))),
        Entry.OfNotNumerical("A-2-notation", "Section 2, notation", "Definitions, V'(0) := 0 among them; particles at one place are a pair that annihilates, so no claim depends on it."),
        Entry.OfNotNumerical("A-eq-2.1", "Conditions (2.1a) to (2.1d)", "The clauses of Assumption 2.1, judged together as A-2.1."),
        Entry.OfHolding(
            InitialSeparation.Claim,
            Fault.OfSolver("no annihilation", LineExamples.PlusPlusMinus, LineFaults.NoAnnihilation),
            Fault.OfSolver("two opposite particles start at one place", LineExamples.PlusPlusMinus, LineFaults.Moved(0, 1, 0.5))),
        Entry.OfHolding(
            ClosedForms.LikePair,
            Fault.OfSolver("1/n lost", Closed, LineFaults.ScaledForces(c => c.Count)),
            Fault.OfSolver("ghosts not counted in n", Closed, LineFaults.ScaledForces(c => c.Count / 2.0))),
        Entry.OfHolding(
            ClosedForms.WallPair,
            Fault.OfSubject("wall too strong by 1e-6", Closed, Wall(v => new ScaledPotential(1 + 1e-6, 1, v))),
            Fault.OfSolver("1/n lost", Closed, LineFaults.ScaledForces(c => c.Count))),
        Entry.OfHolding(
            ClosedForms.Three,
            Fault.OfSolver("no annihilation", Closed, LineFaults.NoAnnihilation),
            Fault.OfSolver("stated collision times late", Closed, LineFaults.LateCollisions(1e-6)),
            Fault.OfSolver("all forces too large by 1e-6", Closed, LineFaults.ScaledForces(_ => 1 + 1e-6))),
    ];

    private static Func<ISubject, ISubject> Wall(Func<Potential, Potential> change) => s => s is ClosedFormCase c ? c with { Wall = change(c.Wall) } : s;
}
