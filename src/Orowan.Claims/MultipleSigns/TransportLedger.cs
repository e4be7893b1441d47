using Orowan.Formats;
using Orowan.Measures;

namespace Orowan.Claims.MultipleSigns;

/// <summary>The lines of paper B on transport: (2.4) to (2.9), Proposition 2.2, Lemmas 2.3 and 2.4.</summary>
internal static class TransportLedger
{
    /// <summary>Two atoms of each sign on T^2, none where another is.</summary>
    private static readonly TorusMeasures Plane = new(
        2,
        AtomicMeasure.Equal(2, [0.1, 0.2, 0.7, 0.4, 0.9, 0.9, 0.3, 0.6], [1, 1, -1, -1]),
        AtomicMeasure.Equal(2, [0.2, 0.1, 0.4, 0.9, 0.8, 0.3, 0.9, 0.5], [1, 1, -1, -1]));

    /// <summary>The same atoms with other signs, so that signs must change.</summary>
    private static readonly TorusMeasures Uneven = Plane with { Second = AtomicMeasure.Equal(2, Plane.Second.X, [1, 1, 1, -1]) };

    private static readonly TorusDensity Uniform = new(1, [1, 1], [1, 1]);

    public static IEnumerable<Entry> Entries { get; } =
    [
        Entry.OfHolding(
            SpeciesSplitting.Bold,
            Fault.OfSolver("sign cost of A", Uneven, DistanceFaults.Signs(_ => SignCost.A)),
            Fault.OfSolver("costs halved", Plane, DistanceFaults.Scaled(0.5))),
        Entry.OfHolding(SpeciesSplitting.Cost, Fault.OfSolver("sign cost of A", Plane, DistanceFaults.Signs(_ => SignCost.A))),
        Entry.OfHolding(SpeciesSplitting.Metric, Fault.OfSolver("costs too large by a millionth", Plane, DistanceFaults.Scaled(1 + 1e-6))),
        Entry.OfCorrected(
            SpeciesSplitting.Split,
            SpeciesSplitting.SplitPrinted,
            SpeciesSplitting.Counterexample,
            "The statement is for every d, but for d >= 17 it fails: a positive atom at 0 and a negative one at (1/2, ..., 1/2), masses 1/2, exchange their signs. In place that costs 4, "
            + "keeping the signs costs d/4 = 17/4 > 4 for d = 17.",
            Fault.OfSolver("costs too large by a millionth", Plane, DistanceFaults.Scaled(1 + 1e-6)),
            Fault.OfSolver("a sign cost without need", Plane, DistanceFaults.Raised(0.01))),
        Entry.OfCorrected(
            SpeciesSplitting.Plans,
            SpeciesSplitting.PlansPrinted,
            SpeciesSplitting.Counterexample,
            "For d = 17 the only optimal plan of the example of (i) changes both signs in place at the cost 4; the plans of the signs cost 17/4.",
            Fault.OfSolver("a shipment lost", Plane, DistanceFaults.Plan(plan => plan with { Shipments = plan.Shipments[..^1] })),
            Fault.OfSolver("partners exchanged", Plane, DistanceFaults.Plan(Exchange))),
        Entry.OfCorrected(
            SpeciesSplitting.Diameter,
            SpeciesSplitting.DiameterPrinted,
            SpeciesSplitting.Counterexample,
            "diam(T^d) = sqrt(d)/2, which is 2 for d = 16 and 2.0616 for d = 17.",
            Fault.OfSolver("costs too large by a millionth", Plane, DistanceFaults.Scaled(1 + 1e-6))),
        Entry.OfNotNumerical("B-eq-2.7", "Equation (2.7)", "The hypothesis of Lemma 2.3: a continuity equation. The curves of the claims satisfy it, being images of a measure under a flow."),
        Entry.OfCorrected(
            TransportDerivative.Derivative,
            TransportDerivative.DerivativePrinted,
            TransportDerivative.Counterexample,
            "W^2 need not be differentiable where the optimal plan or the nearest image is not unique: for d = 1, sigma = delta_0 and one atom that passes 1/2 with the velocity v the one-sided derivatives "
            + "are -|v| and |v|, while the formula gives one of the two, as k is chosen. It holds for almost every t, which is what (3.7) and (3.9) need.",
            Fault.OfSolver("costs too large by a tenth", TransportDerivative.Near, DistanceFaults.Scaled(1.1)),
            Fault.OfSolver("shipments of four atoms exchanged", TransportDerivative.Paired, DistanceFaults.Plan(Exchange))),
        Entry.OfNotNumerical(
            "B-2.3-display-1",
            "Lemma 2.3, the map T_s",
            "A definition, with slips: with y(t) = x the equation is y'(s) = v(s, y(s)) for s in (0, T), not for 0 < s < T - t, which does not contain t when t > T/2 (T = 1, t = 0.6: (0, 0.4)); "
            + "and T_s is needed for s < 0 too. (2.9) is judged for both signs of h."),
        Entry.OfHolding(
            TransportDerivative.Expansion,
            Fault.OfSolver("costs too large by a tenth", TransportDerivative.Near, DistanceFaults.Scaled(1.1)),
            Fault.OfSolver("partners exchanged", Plane, DistanceFaults.Plan(Exchange))),
        Entry.OfHolding(TransportDerivative.Flow, Fault.OfSolver("a constant on top of W^2", TransportDerivative.Near, DistanceFaults.Raised(1e-4))),
        Entry.OfHolding(TransportDerivative.Chain, Fault.OfSolver("costs too large by a tenth", TransportDerivative.Near, DistanceFaults.Scaled(1.1))),
        Entry.OfHolding(
            Approximation.Masses,
            Fault.OfSolver("rounded down", Approximation.MostlyPositive, Spoiled(RoundedDown))),
        Entry.OfCorrected(
            Approximation.SignChange,
            Approximation.SignChangePrinted,
            Approximation.MostlyPositive,
            "|a - b|^2 = 4 in (2.5), not 2, and nothing needs to move: for d = 1, n = 1 and rho^+(T) = 0.9 the mass 0.9 < 1/n changes its sign, W^2 = 3.6, while (1/4)^2 + 2 = 2.0625. With C = 4, or 2 when "
            + "n rho^+(T^d) is rounded to the nearest number, the lemma stands.",
            Fault.OfSolver("costs too large by a fifth", Approximation.MostlyPositive, DistanceFaults.Scaled(1.2))),
        Entry.OfHolding(Approximation.Entropy, Fault.OfSolver("all in one cell", Uniform, Spoiled(Gathered))),
        Entry.OfHolding(Approximation.Particles, Fault.OfSolver("all particles at one place", Uniform, Spoiled(AtOnePlace))),
        Entry.OfCorrected(
            Approximation.Rate,
            Approximation.RatePrinted,
            Approximation.Gaps,
            "Over a gap mass is handed on from cell to cell, not to the next cell only. For d = 1 and two equal blocks of width 1/4 with gaps of 1/4, odd n, half a particle must cross a gap, so "
            + "W^2 >= (1/(2n)) (1/4)^2 = 1/(32 n) and n W is at least (n/32)^{1/2}: the exponent of W is -1/2, not -1. The lemma itself, W^2 <= C/n^{1/d}, stands, by W^2 <= diam W_1.",
            Fault.OfSolver("all particles at one place", Uniform, Spoiled(AtOnePlace))),
    ];

    private static TransportPlan Exchange(TransportPlan plan)
    {
        if (plan.Shipments.Length < 2) return plan;
        var (a, b) = (plan.Shipments[0], plan.Shipments[1]);
        return plan with { Shipments = plan.Shipments.SetItem(0, a with { To = b.To }).SetItem(1, b with { To = a.To }) };
    }

    private static DensityApproximation RoundedDown(DensityApproximation made)
    {
        var (plus, minus) = DensityApproximation.WithMasses(made.Density, Math.Floor(made.Count * made.Density.MassOf(1)) / made.Count);
        return made with { Plus = plus, Minus = minus };
    }

    private static DensityApproximation Gathered(DensityApproximation made) =>
        made with { Plus = [made.Plus.Sum(), .. made.Plus.Skip(1).Select(_ => 0.0)], Minus = [made.Minus.Sum(), .. made.Minus.Skip(1).Select(_ => 0.0)] };

    private static DensityApproximation AtOnePlace(DensityApproximation made) => made with { Particles = made.Particles.At((_, _) => 0.5) };

    private static Func<ISolver, ISolver> Spoiled(Func<DensityApproximation, DensityApproximation> spoil) => solver => new SpoiledApproximation(solver, spoil);

    private sealed record SpoiledApproximation(ISolver Solver, Func<DensityApproximation, DensityApproximation> Spoil) : ISolver, IApproximation
    {
        public TRun Solve<TRun>(Case<TRun> subject)
            where TRun : Run => Solver.Solve(subject);

        public DensityApproximation Of(TorusDensity density, int n) => Spoil(DensityApproximation.Of(density, n));
    }
}
