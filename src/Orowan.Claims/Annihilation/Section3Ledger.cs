using Orowan.Formats;
using Orowan.Measures;

namespace Orowan.Claims.Annihilation;

/// <summary>The lines of section 3 of paper A, but for (3.4), which stands with the empirical measures.</summary>
internal static class Section3Ledger
{
    /// <summary>Two atoms of each sign exchange their places, 10 apart: signs change.</summary>
    private static readonly LineMeasures Exchanged = new(
        new AtomicMeasure(1, [0, 10], [0.25, 0.75], [1, -1]), new AtomicMeasure(1, [10, 0, 1], [0.25, 0.25, 0.5], [1, -1, -1]));

    private static Fault HalfCosts => Fault.OfSolver("costs halved", MetricDerivative.Straight, DistanceFaults.Scaled(0.5));

    private static Fault LargeCosts => Fault.OfSolver("costs too large by a hundredth", MetricDerivative.Straight, DistanceFaults.Scaled(1.01));

    private static Fault MassLost =>
        Fault.OfSubject("a tenth of the mass lost", Exchanged, s => s is LineMeasures m ? m with { First = new AtomicMeasure(1, m.First.X, [.. m.First.Mass.Select(x => 0.9 * x)], m.First.Sign) } : s);

    public static IEnumerable<Entry> Entries { get; } =
    [
        Entry.OfHolding(
            WassersteinSpace.OneSpecies,
            HalfCosts,
            Fault.OfSolver("circle for line", Exchanged, DistanceFaults.Elsewhere(_ => Space.Circle))),
        Entry.OfHolding(
            WassersteinSpace.Couplings,
            Fault.OfSolver("a shipment lost", Exchanged, DistanceFaults.Plan(plan => plan with { Shipments = plan.Shipments[..^1] }))),
        Entry.OfHolding(
            WassersteinSpace.SignedMetric,
            Fault.OfSolver("square root forgotten", Exchanged, DistanceFaults.Plan(plan => plan with { Cost = plan.Cost * plan.Cost }))),
        Entry.OfHolding(WassersteinSpace.Notation, MassLost),
        Entry.OfNotNumerical("A-3-p2", "Section 3.1, P_2(R x {+-1})", "A definition; measures with finitely many atoms have all moments."),
        Entry.OfHolding(
            WassersteinSpace.Bold,
            Fault.OfSolver("sign cost forgotten", Exchanged, DistanceFaults.Signs(_ => null)),
            Fault.OfSolver("sign cost of B", Exchanged, DistanceFaults.Signs(_ => SignCost.B))),
        Entry.OfHolding(WassersteinSpace.Parts, MassLost),
        Entry.OfNotNumerical(
            "A-eq-3.6",
            "Equation (3.6)",
            "The weak form of (1.3), an equation to be solved. That empirical measures satisfy it is A-4.6-iii, that their limits do is A-5.1. The factor 1/2 with phi'(x) - phi'(y) "
            + "is exact because V' is odd."),
        Entry.OfCorrected(
            MetricDerivative.Continuity,
            MetricDerivative.ContinuityPrinted,
            MetricDerivative.Slow,
            "The power p belongs to f in L^p, not into the integral: with |f|^p in (3.7) the spaces AC^p would all be AC^1 (take f = g^{1/p}), and |mu'|_W would be no choice for f when p > 1: "
            + "delta_{t/2}, 0 < t < 1, p = 2, has W(mu(0), mu(1)) = 1/2 > 1/4.",
            LargeCosts),
        Entry.OfHolding(MetricDerivative.Speed, LargeCosts, HalfCosts),
        Entry.OfNotNumerical(
            "A-3.1",
            "Lemma 3.1",
            "Compactness of infinite families, known (Ascoli-Arzela). What a finite family can show is its condition (ii) for given curves, which A-4.6-ii and A-5.1 do with their constants."),
        Entry.OfHolding(MetricDerivative.Semicontinuity, LargeCosts),
        Entry.OfNotNumerical("A-eq-3.10", "Equation (3.10)", "An assumption without loss of generality: otherwise the left-hand side of (3.9) is infinite along the sequence."),
        Entry.OfHolding(MetricDerivative.Supremum, LargeCosts, HalfCosts),
        Entry.OfHolding(
            MetricDerivative.Pointwise,
            Fault.OfSolver("a constant on top of W^2", MetricDerivative.Resting, DistanceFaults.Raised(1e-3))),
        Entry.OfCorrected(
            MetricDerivative.Range,
            MetricDerivative.RangePrinted,
            MetricDerivative.Slow,
            "Cauchy-Schwarz gives sqrt(C T) for the C of (3.10), which (3.13) uses again: for the atom that moves by 1/2 in time T = 1 and oscillates with n = 256, C = 0.2578 but D_n(1) = 0.4995. "
            + "(Read with a constant that may change from line to line, as section 2 allows, it is right.)",
            Fault.OfSolver("costs too large by four", MetricDerivative.Straight, DistanceFaults.Scaled(4))),
        Entry.OfHolding(MetricDerivative.Quotients, Fault.OfSolver("costs too large by four", MetricDerivative.Straight, DistanceFaults.Scaled(4))),
        Entry.OfNotNumerical("A-eq-3.14", "Equation (3.14)", "Weak convergence in H^1 from (3.12) and the bound (3.13): a statement about all test functions in the limit; its two ingredients are judged."),
        Entry.OfNotNumerical("A-eq-3.9", "Equation (3.9)", "The inequality that Theorem 3.2 states, judged as A-3.2."),
        Entry.OfNotNumerical("A-3.2-display-2", "Theorem 3.2, H^1 norm of D", "Weak lower semicontinuity of a norm along (3.14); the finite inequality behind it is A-3.2."),
        Entry.OfNotNumerical("A-3.2-display-3", "Theorem 3.2, the sets A_l", "A measurable selection that exists for finitely many functions; A-3.2-display-4 uses it."),
        Entry.OfHolding(MetricDerivative.Maximised, Fault.OfSolver("costs too large by four", MetricDerivative.Straight, DistanceFaults.Scaled(4))),
        Entry.OfNotNumerical(
            "A-3.2-display-5",
            "Theorem 3.2, the limits n -> infinity and L -> infinity",
            "Weak lower semicontinuity on each A_l, monotone convergence, and (3.11) for mu. The inequality that they end in is judged as A-3.2."),
        Entry.OfNotNumerical("A-3-narrow", "Section 3.3, narrow convergence", "A definition."),
        Entry.OfCorrected(
            NarrowLimits.Discontinuous,
            NarrowLimits.DiscontinuousPrinted,
            NarrowLimits.Counterexample,
            NarrowLimits.Erratum,
            Fault.OfSolver("W_1 a thousandth of itself", NarrowExamples.Apart, DistanceFaults.Scaled(1e-3))),
        Entry.OfHolding(NarrowLimits.Separation, HalfCosts),
        Entry.OfHolding(NarrowLimits.TestFunction, Fault.OfSolver("W_1 a tenth of itself", NarrowExamples.Apart, DistanceFaults.Scaled(0.1))),
    ];
}

/// <summary>Pairs for the faults of Lemmas 3.3 and 3.4.</summary>
internal static class NarrowExamples
{
    /// <summary>Atoms that keep their distance from the middle while they move.</summary>
    public static LineMeasures Apart { get; } = new(new AtomicMeasure(1, [0, 2], [0.5, 0.5], [1, 1]), new AtomicMeasure(1, [-0.5, 2.5], [0.5, 0.5], [1, 1]));
}
