using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>The lines of section 5 of paper A.</summary>
internal static class Section5Ledger
{
    private static readonly ClosedFormCase Closed = new(5, 0.5, 0.25, 0.5, 1);

    public static IEnumerable<Entry> Entries { get; } =
    [
        Entry.OfHolding(
            Section5Convergence.Theorem,
            Fault.OfSolver("particles with forces twice too strong", Section5Faults.Finely, StrongerParticles),
            Fault.OfSolver("densities with forces 1.5 times too strong", Section5Faults.Finely, Stronger),
            Fault.OfSolver("an error stated ten times too small", Section5Faults.Meeting, Section5Faults.Run((_, run) => run with { Uncertainty = 0.1 * run.Uncertainty })),
            Fault.OfSolver("the factor 1/n squared", Section5Faults.Meeting, LineFaults.ScaledForces(c => 1.0 / c.Count)),
            Fault.OfSolver("annihilated in the wrong place", Section5Faults.Meeting, Section5Faults.MisplacedGhosts),
            Fault.OfSolver("kernel under-resolved", Section5Faults.Meeting, Section5Faults.UnderResolved)),
        Entry.OfHolding(
            Section5Semicircle.Rate,
            Fault.OfSolver("forces a fifth too strong", Closed, LineFaults.ScaledForces(_ => 1.2)),
            Fault.OfSolver("1/n lost", Closed, LineFaults.ScaledForces(c => c.Count))),
        Entry.OfHolding(
            Section5Semicircle.Oracle,
            Fault.OfSolver("forces a tenth too strong", Closed, Section5Faults.OtherCase(c => c with { V = new ScaledPotential(1.1, 1, c.V) })),
            Fault.OfSolver("kernel under-resolved", Closed, Section5Faults.UnderResolved),
            Fault.OfSolver("all moved by a fiftieth", Closed, Section5Faults.Rows(row => row with { Low = row.Low + 0.02 })),
            Fault.OfSolver("rows in reverse", Closed, Section5Faults.Reversed)),
        Entry.OfNotNumerical("A-5.1-display-1", "Theorem 5.1, step 1: moments as integrals", "What M_k of (4.16) says for measures; the moments themselves are judged in A-4.5-i for particles and in A-5.1-moments."),
        Entry.OfHolding(
            Section5Compactness.Action,
            Fault.OfSolver("1/n lost", LineExamples.TwoBlocks, LineFaults.ScaledForces(c => c.Count)),
            Fault.OfSolver("rows at double speed", LineExamples.BlocksApart, LineFaults.ScaledForces(_ => 2))),
        Entry.OfHolding(
            Section5Compactness.LowerBound,
            Fault.OfSolver("like particles fly apart", LikeThree, LineFaults.SpoiledRun((_, run) => run with { X = [.. run.X.Select((x, k) => k == 0 ? x : Array.ConvertAll(x, y => 1e30 * y))] }))),
        Entry.OfNotNumerical("A-5.1-display-3", "Theorem 5.1, step 1: rho, kappa, rho~", "Definitions, those of (3.5)."),
        Entry.OfHolding(
            Section5Convergence.Difference,
            Fault.OfSolver("particles with forces twice too strong", Section5Faults.Finely, StrongerParticles),
            Fault.OfSolver("sign of the density turned round", Section5Faults.Meeting, Section5Faults.Rows(row => row with { Plus = row.Minus, Minus = row.Plus }))),
        Entry.OfNotNumerical("A-5.1-display-5", "Theorem 5.1, step 2: restrictions to the blocks", "A definition; that the points a_l exist is judged as A-4.5-v-display-1."),
        Entry.OfNotNumerical("A-5.1-display-6", "Theorem 5.1, step 2: sums of the restrictions", "By construction: every particle lies in one block, of its own sign (A-4.5-v-display-1)."),
        Entry.OfHolding(
            Section5Convergence.Alive,
            Fault.OfSolver("particles with forces twice too strong", Section5Faults.Finely, StrongerParticles),
            Fault.OfSolver("one-sided annihilation", Section5Faults.Touching with { Cells = 128 }, OneSided)),
        Entry.OfNotNumerical("A-5.1-display-8", "Theorem 5.1, step 2: common points of the supports", "A consequence of blocks in order, judged as A-5.1-supports: neighbours share at most a point."),
        Entry.OfHolding(
            Section5Terms.First,
            Fault.OfSolver("particles with forces twice too strong", Section5Faults.Finely, StrongerParticles),
            Fault.OfSolver("annihilated in the wrong place", Section5Faults.Meeting, Section5Faults.MisplacedGhosts)),
        Entry.OfNotNumerical("A-5.1-display-10", "Theorem 5.1, step 3: the second integral", "Fubini for finite sums; its value is that of A-5.1-display-11."),
        Entry.OfHolding(
            Section5Terms.Second,
            Fault.OfSolver("particles mirrored", Section5Faults.Attracting, LineFaults.SpoiledRun((_, run) => run with { X = [.. run.X.Select((x, k) => k == 0 ? x : Array.ConvertAll(x, y => -y))] }))),
        Entry.OfHolding(
            Section5Terms.Third,
            Fault.OfSolver("one-sided annihilation", Section5Faults.Touching with { Cells = 128 }, OneSided)),
        Entry.OfHolding(
            Section5Terms.Solution,
            Fault.OfSolver("rows in reverse", Section5Faults.Meeting, Section5Faults.Reversed),
            Fault.OfSolver("like charges attract", Section5Faults.Meeting, Section5Faults.WrongSign),
            Fault.OfSolver("forces 1.5 times too strong", Section5Faults.Alone, Stronger)),
        Entry.OfHolding(
            Section5Limits.Masses,
            Fault.OfSolver("mass lost", Section5Faults.Meeting, Section5Faults.Rows(row => row with { Plus = [.. row.Plus.Select(p => (1 - 1e-6) * p)] })),
            Fault.OfSolver("mass of - lost", Section5Faults.Meeting, Section5Faults.Rows(row => row with { Minus = [.. row.Minus.Select(p => 0.9 * p)] })),
            Fault.OfSolver("density negative", Section5Faults.Meeting, Section5Faults.Rows(Dented))),
        Entry.OfHolding(
            Section5Limits.Alive,
            Fault.OfSolver("annihilated come back", Section5Faults.Meeting, Section5Faults.Reversed),
            Fault.OfSolver("one-sided annihilation", Section5Faults.Meeting, Section5Faults.Rows(row => row with { Plus = row.Alive(1) }))),
        Entry.OfHolding(
            Section5Limits.Moments,
            Fault.OfSolver("forces twice as strong", Section5Faults.Alone, Section5Faults.OtherCase(c => c with { V = new ScaledPotential(2, 1, c.V) })),
            Fault.OfSolver("annihilated in the wrong place", Section5Faults.Meeting, Section5Faults.MisplacedGhosts)),
        Entry.OfHolding(
            Section5Limits.Speed,
            Fault.OfSolver("annihilated in the wrong place", Section5Faults.Meeting, Section5Faults.MisplacedGhosts),
            Fault.OfSolver("like charges attract", Section5Faults.Alone, Section5Faults.WrongSign)),
        Entry.OfHolding(
            Section5Limits.Energy,
            Fault.OfSolver("energy stated with 1/n^2 for 1/(2 n^2)", Section5Faults.Alone, Section5Faults.Run((_, run) => run with
            {
                Energy = [.. run.Energy!.Value.Select(energy => 2 * energy)],
            })),
            Fault.OfSolver("rows in reverse", Section5Faults.Alone, Section5Faults.Reversed),
            Fault.OfSolver("like charges attract", Section5Faults.Alone, Section5Faults.WrongSign)),
        Entry.OfHolding(
            Section5Limits.Atoms,
            Fault.OfSolver("the alive drawn together", Section5Faults.Alone, Section5Faults.Rows(Collapsed))),
        Entry.OfCorrected(
            Section5Limits.Supports,
            Section5Limits.SupportsPrinted,
            Section5Faults.Touching,
            "Lemma 3.4 gives sup supp <= inf supp only: + on [-1, 0] and - on [0, 1], the limits of particles strictly apart, touch at 0. The supports still "
            + "meet in finitely many points, which is what the proof uses. That union over all pairs of blocks is not that over neighbours alone either: a block "
            + "between that holds o(n) particles has an empty support in the limit, so that blocks 1 and 4 may touch.",
            Fault.OfSolver("a new block appears", Section5Faults.Meeting, Section5Faults.Rows(Interlaced))),
        Entry.OfHolding(
            Section5Necessity.Claim,
            Fault.OfSolver("1/n lost", Closed, LineFaults.ScaledForces(c => c.Count)),
            Fault.OfSolver("what is annihilated drifts", Closed, Section5Faults.Rows(row => row with { Low = row.Low - 0.1 }))),
        Entry.OfNotNumerical("A-eq-5.4", "(5.4)", "[kappa]_+- is the least pair with its difference, so any other is larger: no property of solutions. For particles it is A-1.6-oscillations where it is strict."),
        Entry.OfNotNumerical("A-eq-5.5", "(5.5)", "A consequence of disjoint blocks without atoms, judged as A-5.1-supports and A-5.1-atoms."),
        Entry.OfNotNumerical("A-eq-5.6", "(5.6)", "The weak form of the empirical measures, judged in A-4.6-iii."),
    ];

    private static Func<ISolver, ISolver> StrongerParticles => LineFaults.ScaledForces(_ => 2);

    private static Func<ISolver, ISolver> Stronger => Section5Faults.OtherCase(c => c with { V = new ScaledPotential(1.5, 1, c.V) });

    /// <summary>What the negative species has lost is not taken from the positive one.</summary>
    private static Func<ISolver, ISolver> OneSided => Section5Faults.Rows(row => row with { Minus = row.Alive(-1) });

    /// <summary>Three like particles.</summary>
    private static LineCase LikeThree => new(new LogPotential(), new ZeroPotential(), [-1, 0, 1], [1, 1, 1], 1, [0, 1], LineCase.DefaultTolerance);

    /// <summary>Half of the mass of a cell moved to the next, and as much again.</summary>
    private static DensityRow Dented(DensityRow row)
    {
        var plus = (double[])row.Plus.Clone();
        var i = Array.IndexOf(plus, plus.Max());
        (plus[i], plus[i + 1]) = (-plus[i], plus[i + 1] + (2 * plus[i]));
        return row with { Plus = plus };
    }

    private static DensityRow Collapsed(DensityRow row) =>
        row with { Low = 0, Width = 1e-30 * row.Width, Plus = [.. row.Plus.Select(p => 1e30 * p)], Minus = [.. row.Minus.Select(m => 1e30 * m)] };

    /// <summary>A cell of the positive block exchanges its two densities.</summary>
    private static DensityRow Interlaced(DensityRow row)
    {
        var (plus, minus) = ((double[])row.Plus.Clone(), (double[])row.Minus.Clone());
        var i = Array.IndexOf(plus, row.Plus.Max());
        (plus[i], minus[i]) = (minus[i], plus[i]);
        return row with { Plus = plus, Minus = minus };
    }
}
