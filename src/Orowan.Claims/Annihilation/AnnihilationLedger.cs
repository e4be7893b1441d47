using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>The lines of paper A.</summary>
internal static class AnnihilationLedger
{
    private static readonly PotentialPair LogAndAttraction = new(new LogPotential(), LineExamples.Attraction(0.25));
    private static readonly PotentialPair LogAlone = new(new LogPotential(), new ZeroPotential());

    public static IEnumerable<Entry> Entries { get; } =
    [
        Entry.OfHolding(
            GradientFlow.Claim,
            Fault.OfSolver("sign of W' turned round", LineExamples.TwoBlocks, LineFaults.WrongSignOfW),
            Fault.OfSolver("1/n lost", LineExamples.TwoBlocks, LineFaults.ScaledForces(c => c.Count)),
            Fault.OfSolver("1/n^2 for 1/n", LineExamples.TwoBlocks, LineFaults.ScaledForces(c => 1.0 / c.Count)),
            Fault.OfSolver("general potentials, 1/n lost", LineExamples.GeneralBlocks, LineFaults.ScaledForces(c => c.Count))),
        Entry.OfHolding(
            SumOfPositions.Claim,
            Fault.OfSolver("one particle drifts", LineExamples.TwoBlocks, LineFaults.Moved(-1, 0, 1e-6))),
        Entry.OfHolding(
            PotentialAssumptions.Claim,
            Fault.OfSubject("constants of V understated by a tenth", LogAndAttraction, MisstateV(v => new MisstatedPotential(v, Understated: 0.9))),
            Fault.OfSubject("constants of W understated by a tenth", LogAndAttraction, MisstateW(w => new MisstatedPotential(w, Understated: 0.9))),
            Fault.OfSubject("sign of V' turned round", LogAlone, MisstateV(v => new MisstatedPotential(v, SlopeSign: -1))),
            Fault.OfSubject("V not even", LogAlone, MisstateV(v => new MisstatedPotential(v, Shift: 1e-9)))),
        Entry.OfHolding(
            PotentialAssumptions.Growth,
            Fault.OfSubject("A_V understated by half", LogAlone, MisstateV(v => new MisstatedPotential(v, Understated: 0.5)))),
        Entry.OfHolding(
            PotentialAssumptions.LowerBound,
            Fault.OfSubject("K of another pair", LogAlone, _ => new PotentialPair(new LogPotential(), Veiled.Well))),
        Entry.OfHolding(
            SolutionConcept.Charges,
            Fault.OfSolver("a charge comes back", LineExamples.PlusPlusMinus, LineFaults.Charges(CameBack)),
            Fault.OfSolver("rows off before the stated collision", LineExamples.PlusPlusMinus, LineFaults.Charges(DeadEarly))),
        Entry.OfHolding(
            SolutionConcept.Lipschitz,
            Fault.OfSolver("one particle jumps", LineExamples.PlusPlusMinus, LineFaults.Moved(-1, 0, -2))),
        Entry.OfHolding(
            SolutionConcept.Motion,
            Fault.OfSolver("sign of W' turned round", LineExamples.TwoBlocks, LineFaults.WrongSignOfW),
            Fault.OfSolver("1/n lost", LineExamples.TwoBlocks, LineFaults.ScaledForces(c => c.Count)),
            Fault.OfSolver("1/n^2 for 1/n", LineExamples.TwoBlocks, LineFaults.ScaledForces(c => 1.0 / c.Count)),
            Fault.OfSolver("sign of V' turned round", LineExamples.BlocksApart, NaiveSolver.With(rules => rules with { LikeSign = -1 })),
            Fault.OfSolver("V' halved", LineExamples.BlocksApart, NaiveSolver.With(rules => rules with { LikeSign = 0.5 })),
            Fault.OfSolver("W' forgotten", LineExamples.TwoBlocks, NaiveSolver.With(rules => rules with { OppositeSign = 0 })),
            Fault.OfSolver("1/(n - 1) for 1/n", LineExamples.TwoBlocks, NaiveSolver.With(rules => rules with { Normalisation = n => n - 1 })),
            Fault.OfSolver("forces cut off", LineExamples.TwoBlocks, NaiveSolver.With(rules => rules with { CutOff = 2 })),
            Fault.OfSolver("self-interaction kept", LineExamples.TwoBlocks, NaiveSolver.With(rules => rules with { SelfForce = 1e-3 })),
            Fault.OfSolver("general potentials, sign of W' turned round", LineExamples.GeneralBlocks, LineFaults.WrongSignOfW),
            Fault.OfSolver("general potentials, V' halved", LineExamples.GeneralBlocks, NaiveSolver.With(rules => rules with { LikeSign = 0.5 })),
            Fault.OfSolver("general potentials, forces cut off", LineExamples.GeneralBlocks, NaiveSolver.With(rules => rules with { CutOff = 2 })),
            Fault.OfSolver("ghosts still push", LineExamples.TwoBlocks, NaiveSolver.With(rules => rules with { GhostsPush = true })),
            Fault.OfSolver("ghosts drift", LineExamples.TwoBlocks, NaiveSolver.With(rules => rules with { GhostDrift = 1e-3 })),
            Fault.OfSolver("a ghost is moved", LineExamples.PlusPlusMinus, LineFaults.Moved(-1, 2, 1e-6)),
            Fault.OfSolver("other initial data", LineExamples.PlusPlusMinus, LineFaults.Moved(0, 0, 1e-6))),
        Entry.OfHolding(
            SolutionConcept.FirstContact,
            Fault.OfSolver("no annihilation", LineExamples.PlusPlusMinus, LineFaults.NoAnnihilation),
            Fault.OfSolver("annihilation a row early", LineExamples.PlusPlusMinus, LineFaults.Charges(DeadEarly)),
            Fault.OfSolver("annihilation a row late", LineExamples.PlusPlusMinus, LineFaults.Charges(DeadLate)),
            Fault.OfSolver("annihilation at a distance", LineExamples.TwoBlocks, NaiveSolver.With(rules => rules with { MeetBelow = 0.01 })),
            Fault.OfSolver("annihilation after passing", LineExamples.TwoBlocks, NaiveSolver.With(rules => rules with { MeetBelow = -0.01 })),
            Fault.OfSolver("annihilation at the end of the step", LineExamples.TwoBlocks, NaiveSolver.With(rules => rules with { AtStepEnd = true })),
            Fault.OfSolver("annihilation of non-neighbours", LineExamples.TwoBlocks, NaiveSolver.With(rules => rules with { WrongPartner = true })),
            Fault.OfSolver("annihilation of like neighbours", LineExamples.Mirror, NaiveSolver.With(rules => rules with { LikeAnnihilate = true, MeetBelow = 0.26 })),
            Fault.OfSolver("general potentials, annihilation at a distance", LineExamples.GeneralBlocks, NaiveSolver.With(rules => rules with { MeetBelow = 0.01 })),
            Fault.OfSolver("contacts ignored", LineExamples.TwoBlocks, NaiveSolver.With(rules => rules with { MeetBelow = double.NegativeInfinity })),
            Fault.OfSolver("stated collision times late", LineExamples.PlusPlusMinus, LineFaults.LateCollisions(1e-6))),
        Entry.OfHolding(
            SolutionConcept.Bijection,
            Fault.OfSolver("one-sided annihilation", LineExamples.PlusPlusMinus, LineFaults.Charges(OneSided)),
            Fault.OfSolver("only the left one of a pair dies", LineExamples.TwoBlocks, NaiveSolver.With(rules => rules with { OneSided = true })),
            Fault.OfSolver("a pair dies where each stands", LineExamples.TwoBlocks, NaiveSolver.With(rules => rules with { MeetBelow = 0.01, GhostsMeet = false })),
            Fault.OfSolver("the annihilated lie apart", LineExamples.PlusPlusMinus, LineFaults.Moved(-1, 2, 1e-6))),
        Entry.OfCorrected(
            NumberOfAnnihilations.Corrected,
            NumberOfAnnihilations.Printed,
            NumberOfAnnihilations.Counterexample,
            "gamma_k counts both members of each pair: (+, +, -) at (-0.5, 0.5, 1) with V = -log, W = 0 has one pair that dies at t = 2.25, so the sum is 2 > 3/2.",
            Fault.OfSolver("one-sided annihilation", LineExamples.PlusPlusMinus, LineFaults.Charges(OneSided)),
            Fault.OfSolver("annihilation of like particles", LineExamples.PlusPlusMinus, LineFaults.Charges(AllDead))),
        Entry.OfHolding(
            Moments.Claim,
            Fault.OfSolver("1/n lost", LineExamples.PlusPlusMinus, LineFaults.ScaledForces(c => c.Count)),
            Fault.OfSolver("all forces too large by 1e-6", LineExamples.PlusPlusMinus, LineFaults.ScaledForces(_ => 1 + 1e-6))),
        Entry.OfHolding(
            LikeGaps.Claim,
            Fault.OfSolver("1/n^2 for 1/n", LineExamples.PlusPlusMinus, LineFaults.ScaledForces(c => 1.0 / c.Count)),
            Fault.OfSolver("like particles pushed together", LineExamples.PlusPlusMinus, LineFaults.Moved(3, 0, 1e-6))),
        Entry.OfHolding(
            EnergyBalance.Claim,
            Fault.OfSolver("energy stated with 1/n^2 for 1/(2 n^2)", LineExamples.TwoBlocks, LineFaults.StatedEnergy(2)),
            Fault.OfSolver("dissipation stated without 1/n", LineExamples.TwoBlocks, LineFaults.StatedDissipation(c => c.Count)),
            Fault.OfSolver("sign of W' turned round", LineExamples.TwoBlocks, LineFaults.WrongSignOfW),
            Fault.OfSolver("general potentials, sign of W' turned round", LineExamples.GeneralBlocks, LineFaults.WrongSignOfW)),
        Entry.OfHolding(
            OrderAndSeparation.Claim,
            Fault.OfSolver("no annihilation", LineExamples.PlusPlusMinus, LineFaults.NoAnnihilation),
            Fault.OfSolver("two like particles swapped", LineExamples.PlusPlusMinus, LineFaults.Swapped(0, 1))),
        Entry.OfHolding(
            SignedMeasure.Claim,
            Fault.OfSolver("one-sided annihilation", LineExamples.PlusPlusMinus, LineFaults.Charges(OneSided)),
            Fault.OfSolver("a ghost drifts", LineExamples.PlusPlusMinus, LineFaults.Moved(-1, 2, 1e-6))),
    ];

    private static Func<ISubject, ISubject> MisstateV(Func<Potential, Potential> misstate) => s => s is PotentialPair p ? p with { V = misstate(p.V) } : s;

    private static Func<ISubject, ISubject> MisstateW(Func<Potential, Potential> misstate) => s => s is PotentialPair p ? p with { W = misstate(p.W) } : s;

    private static int[] CameBack(LineCase subject, LineRun run, int row) => row == run.B.Length - 1 ? [.. subject.B] : run.B[row];

    private static int[] DeadEarly(LineCase subject, LineRun run, int row) => run.B[Math.Min(row + 1, run.B.Length - 1)];

    private static int[] DeadLate(LineCase subject, LineRun run, int row) => run.B[Math.Max(row - 1, 0)];

    /// <summary>Only the positive member of a pair dies.</summary>
    private static int[] OneSided(LineCase subject, LineRun run, int row) => [.. run.B[row].Zip(subject.B, (now, initial) => initial == -1 ? -1 : now)];

    private static int[] AllDead(LineCase subject, LineRun run, int row) => row == run.B.Length - 1 ? new int[subject.Count] : run.B[row];
}
