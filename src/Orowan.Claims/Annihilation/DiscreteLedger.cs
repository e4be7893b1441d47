using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>The lines of section 4 of paper A beside those of <see cref="AnnihilationLedger"/>, and (3.4).</summary>
internal static class DiscreteLedger
{
    private const string WrongSign = "sign of W' turned round";

    private static readonly LineCase Three = LineExamples.PlusPlusMinus;
    private static readonly LineCase Blocks = LineExamples.TwoBlocks;
    private static readonly Func<ISubject, ISubject> HiddenWell = DiscreteFaults.ChangeW(_ => Veiled.Well);

    public static IEnumerable<Entry> Entries { get; } = [.. Concept(), .. Energy(), .. Existence(), .. Jumps(), .. InMeasures()];

    private static IEnumerable<Entry> Concept() =>
    [
        Entry.OfHolding(
            MeasureSpeed.SplitBySpecies,
            Fault.OfSolver("a sign change paid without need", DiscreteExamples.Wide, DiscreteFaults.PaidSignChange)),
        Entry.OfHolding(
            VelocityIntegral.Claim,
            Fault.OfSolver(WrongSign, Blocks, LineFaults.WrongSignOfW),
            Fault.OfSolver("1/n lost", Blocks, LineFaults.ScaledForces(c => c.Count)),
            Fault.OfSolver("1/n^2 for 1/n", Blocks, LineFaults.ScaledForces(c => 1.0 / c.Count))),
        Entry.OfHolding(
            CollisionSets.Times,
            Fault.OfSolver("a collision stated twice", Three, DiscreteFaults.StatedTwice),
            Fault.OfSolver("charges on for ever", Three, LineFaults.Charges((c, _, _) => [.. c.B]))),
        Entry.OfHolding(
            CollisionSets.Heaviside,
            Fault.OfSolver("no annihilation", Three, LineFaults.NoAnnihilation),
            Fault.OfSolver("off a row late", Three, LineFaults.Charges((_, run, row) => run.B[Math.Max(0, row - 1)]))),
        Entry.OfHolding(
            CollisionSets.OneTimeEach,
            Fault.OfSolver("no annihilation", Three, LineFaults.NoAnnihilation)),
        Entry.OfNotNumerical("A-4.3-ordered", "Remark 4.3, second bullet", "It names the ordered list of collision times; that they are ordered and that charges change at each is A-eq-4.2."),
        Entry.OfHolding(
            CollisionSets.ConstantBetween,
            Fault.OfSolver("a charge off in the first row", Three, LineFaults.Charges((_, run, row) => row == 1 ? [0, .. run.B[row][1..]] : run.B[row]))),
        Entry.OfHolding(
            CollisionSets.OnlyOpposites,
            Fault.OfSolver("a like pair stated to collide", Three, DiscreteFaults.LikeCollision)),
        Entry.OfCorrected(
            Uniqueness.EachCollisionEnds,
            Uniqueness.EachCollisionEndsPrinted,
            Uniqueness.Counterexample,
            Uniqueness.Erratum,
            Fault.OfSolver("no annihilation", Three, LineFaults.NoAnnihilation)),
        Entry.OfHolding(
            CollisionSets.Stationary,
            Fault.OfSolver("a ghost drifts", Three, LineFaults.Moved(-1, 2, 1e-6))),
        Entry.OfHolding(
            CollisionSets.Sets,
            Fault.OfSolver("one-sided annihilation", Three, LineFaults.Charges(OneSided)),
            Fault.OfSolver("a collision stated twice", Three, DiscreteFaults.StatedTwice)),
    ];

    private static IEnumerable<Entry> Energy() =>
    [
        Entry.OfHolding(
            EnergyFiniteness.Gradient,
            Fault.OfSubject("V'(0) not put to 0", Three, DiscreteFaults.ChangeV(v => new PushedAtContact(v))),
            Fault.OfSubject("V' too large by a thousandth", Three, DiscreteFaults.ChangeV(v => new MisstatedPotential(v, SlopeSign: 1.001)))),
        Entry.OfNotNumerical("A-4-moments", "Section 4, the moments M_k", "A definition; how M_2 and M_4 grow is A-4.5-i."),
        Entry.OfHolding(
            EnergyFiniteness.Finite,
            Fault.OfSubject("V finite at contact", Three, DiscreteFaults.ChangeV(v => new CappedAtContact(v)))),
        Entry.OfHolding(
            EnergyFloor.Claim,
            Fault.OfSubject("a well of W hidden by its enclosure", DiscreteExamples.NearPair, HiddenWell)),
        Entry.OfHolding(
            EnergyFloor.Display,
            Fault.OfSubject("A_V understated a hundredfold", DiscreteExamples.StrongPair, DiscreteFaults.ChangeV(v => new MisstatedPotential(v, Understated: 0.01)))),
        Entry.OfHolding(
            GradientLipschitz.Claim,
            Fault.OfSubject("Lip W' understated by half", DiscreteExamples.Pair, DiscreteFaults.ChangeW(w => new MisstatedPotential(w, Understated: 0.05)))),
        Entry.OfHolding(
            PairRemoval.Claim,
            LoweredV),
        Entry.OfCorrected(PairRemoval.First, PairRemoval.FirstPrinted, PairRemoval.Counterexample, PairRemoval.Erratum, UnevenV),
        Entry.OfCorrected(PairRemoval.Second, PairRemoval.SecondPrinted, PairRemoval.Counterexample, PairRemoval.Erratum, UnevenV),
        Entry.OfCorrected(PairRemoval.Third, PairRemoval.ThirdPrinted, PairRemoval.Counterexample, PairRemoval.Erratum, UnevenV),
        Entry.OfCorrected(
            PairRemoval.Fourth,
            PairRemoval.FourthPrinted,
            PairRemoval.Counterexample,
            PairRemoval.Erratum + " With n = 2 there is no other particle, so no C saves the printed inequality: -0.17329 >= -0.08664 fails.",
            LoweredV),
        Entry.OfHolding(
            PairRemoval.Fifth,
            LoweredV),
    ];

    /// <summary>The same forces, V lower by log 100, and a K that knows nothing of it.</summary>
    private static Fault LoweredV =>
        Fault.OfSubject("V lowered behind its enclosure", Three, DiscreteFaults.ChangeV(v => new Veiled(new ScaledPotential(1, 0.01, v))));

    private static Fault UnevenV => Fault.OfSubject("V not even", Three, DiscreteFaults.ChangeV(v => new MisstatedPotential(v, Shift: 1)));

    private static IEnumerable<Entry> Existence() =>
    [
        Entry.OfCorrected(
            Uniqueness.Corrected,
            Uniqueness.Printed,
            Uniqueness.Counterexample,
            Uniqueness.Erratum,
            Fault.OfSolver("no annihilation", Three, LineFaults.NoAnnihilation),
            Fault.OfSolver(WrongSign, Blocks, LineFaults.WrongSignOfW)),
        Entry.OfHolding(
            FlowWithoutCollision.Counterpart,
            Fault.OfSolver(WrongSign, Blocks, LineFaults.WrongSignOfW),
            Fault.OfSolver("1/n lost", Blocks, LineFaults.ScaledForces(c => c.Count))),
        Entry.OfHolding(
            FlowWithoutCollision.Gradient,
            Fault.OfSubject("V' too large by a thousandth", Three, DiscreteFaults.ChangeV(v => new MisstatedPotential(v, SlopeSign: 1.001)))),
        Entry.OfHolding(
            MomentRates.SecondRate,
            Fault.OfSubject("A^-_V understated by a tenth", Three, DiscreteFaults.ChangeV(v => new MisstatedPotential(v, Understated: 0.9)))),
        Entry.OfHolding(
            MomentRates.SecondMoment,
            Fault.OfSubject("A^-_V understated by half", Three, DiscreteFaults.ChangeV(v => new MisstatedPotential(v, Understated: 0.5))),
            Fault.OfSolver("1/n lost", Three, LineFaults.ScaledForces(c => c.Count))),
        Entry.OfHolding(
            MomentRates.FourthRate,
            Fault.OfSubject("A_V understated by a tenth", DiscreteExamples.TwoNegatives, DiscreteFaults.ChangeV(v => new MisstatedPotential(v, Understated: 0.9)))),
        Entry.OfHolding(
            MomentRates.FourthMoment,
            Fault.OfSolver("last row stretched", Three, DiscreteFaults.Stretched(3))),
        Entry.OfHolding(
            FlowWithoutCollision.FirstMeeting,
            Fault.OfSolver("stated collision times late", Three, LineFaults.LateCollisions(1e-3))),
    ];

    private static IEnumerable<Entry> Jumps() =>
    [
        Entry.OfCorrected(
            EnergyJumps.Continuity,
            EnergyJumps.ContinuityPrinted,
            LineExamples.PlusPlusMinus,
            "(4.3) with H(0) = 0 makes b, and so e, right-continuous; e(t_k) - e(t_k-) is the jump of (4.7) itself. For (+, +, -) at (-0.5, 0.5, 1), n = 3, V = -log, "
            + "W = 0 it is (log 2)/9 = 0.07702 at t = 9/4.",
            Fault.OfSolver("rows in reverse order", DiscreteExamples.TwoNegatives, DiscreteFaults.Reversed)),
        Entry.OfHolding(
            EnergyJumps.OneJump,
            LoweredV),
        Entry.OfHolding(
            EnergyJumps.OneJumpInProof,
            LoweredV),
        Entry.OfHolding(
            EnergyJumps.AllJumps,
            LoweredV),
        Entry.OfHolding(
            EnergyJumps.Summed,
            LoweredV),
        Entry.OfCorrected(
            EnergyJumps.ThirdSum,
            EnergyJumps.ThirdSumPrinted,
            LineExamples.PlusPlusMinus,
            "The sum lacks its factor 1/n: for (+, +, -) at (-0.5, 0.5, 1) one pair dies at 1, so the sum is 2, while M_2(x(T)) = 1.",
            Fault.OfSolver("last row at half its places", Three, DiscreteFaults.Stretched(0.5))),
        Entry.OfHolding(
            DissipationDisplay.Claim,
            Fault.OfSolver("last row stretched", DiscreteExamples.TwoNegatives, DiscreteFaults.Stretched(1.001))),
        Entry.OfHolding(
            SeparationPoints.Claim,
            Fault.OfSolver("a negative one moved among the positive", Three, LineFaults.Moved(3, 2, -1))),
    ];

    private static IEnumerable<Entry> InMeasures() =>
    [
        Entry.OfHolding(
            SpeciesMeasures.Numbers,
            Fault.OfSolver("a ghost in the first row", Three, LineFaults.Charges((_, run, row) => row == 0 ? [0, .. run.B[row][1..]] : run.B[row]))),
        Entry.OfHolding(
            SpeciesMeasures.Masses,
            Fault.OfSolver("a charge turned round", Three, LineFaults.Charges((_, run, row) => row == 3 ? [-1, .. run.B[row][1..]] : run.B[row]))),
        Entry.OfHolding(
            SpeciesMeasures.Charge,
            Fault.OfSolver("one-sided annihilation", Three, LineFaults.Charges(OneSided)),
            Fault.OfSolver("a ghost drifts", Three, LineFaults.Moved(-1, 2, 1e-6))),
        Entry.OfHolding(
            MeasureSpeed.Continuity,
            Fault.OfSolver("one particle jumps", Three, LineFaults.Moved(-1, 0, -2))),
        Entry.OfCorrected(
            MeasureSpeed.Speed,
            MeasureSpeed.SpeedPrinted,
            MeasureSpeed.Counterexample,
            MeasureSpeed.Erratum,
            Fault.OfSolver("a sign change paid without need", Three, DiscreteFaults.PaidSignChange)),
        Entry.OfHolding(
            MeasureSpeed.Split,
            Fault.OfSolver("a sign change paid without need", Three, DiscreteFaults.PaidSignChange)),
        Entry.OfNotNumerical(
            "A-4.6-ii-display-1",
            "Lemma 4.6(ii), the coupling of the proof",
            "It defines the coupling that follows each particle; its marginals are mu_n^+-(s) and mu_n^+-(t) by construction, its cost is A-eq-4.19."),
        Entry.OfHolding(
            MeasureSpeed.Coupling,
            Fault.OfSolver("matched in reverse order", Three, DiscreteFaults.ReverseMatching)),
        Entry.OfHolding(
            VelocityDisplays.Positive,
            Fault.OfSubject("V'(0) not put to 0", Three, DiscreteFaults.ChangeV(v => new PushedAtContact(v)))),
        Entry.OfCorrected(
            VelocityDisplays.Negative,
            VelocityDisplays.NegativePrinted,
            VelocityDisplays.Counterexample,
            VelocityDisplays.Erratum,
            Fault.OfSubject("V'(0) not put to 0", Three, DiscreteFaults.ChangeV(v => new PushedAtContact(v)))),
        Entry.OfHolding(WeakForm.Chain, LastRowOff),
        Entry.OfCorrected(WeakForm.Substituted, WeakForm.SubstitutedPrinted, LineExamples.PlusPlusMinus, WeakForm.SubstitutedErratum, MiddleRowOff),
        Entry.OfHolding(WeakForm.AgainstCharge, MiddleRowOff),
        Entry.OfHolding(WeakForm.Claim, MiddleRowOff, Fault.OfSolver(WrongSign, Blocks, LineFaults.WrongSignOfW)),
    ];

    private static Fault MiddleRowOff => Fault.OfSolver("one particle off in a middle row", Three, LineFaults.Moved(6, 0, 1e-4));

    private static Fault LastRowOff => Fault.OfSolver("1/n lost", Blocks, LineFaults.ScaledForces(c => c.Count));

    /// <summary>Only the positive member of a pair dies.</summary>
    private static int[] OneSided(LineCase subject, LineRun run, int row) => [.. run.B[row].Zip(subject.B, (now, initial) => initial == -1 ? -1 : now)];
}
