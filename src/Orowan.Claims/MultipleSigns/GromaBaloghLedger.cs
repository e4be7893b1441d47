using System.Collections.Immutable;
using Orowan.Formats;
using Orowan.Measures;
using Orowan.Potentials;

namespace Orowan.Claims.MultipleSigns;

/// <summary>The lines of B, section 3, on densities: Definitions 3.2 and 3.8, Theorem 3.6, Lemma 3.7.</summary>
internal static class GromaBaloghLedger
{
    /// <summary>On the circle, with U, inviscid.</summary>
    private static readonly GromaBaloghCase Circle = new(
        1,
        TorusMotion.Isotropic,
        new TorusLogRegularisedPotential(0.1),
        new FourierPotential(1, [FourierTerm.Cosine(0.05, 1)]),
        0,
        Wave(0.5, FourierTerm.Cosine(0.3, 1)),
        Wave(0.5, FourierTerm.Sine(0.2, 1), FourierTerm.Cosine(0.1, 2)),
        0.1,
        [0, 0.05, 0.1],
        null,
        1e-8);

    private static readonly GromaBaloghCase Viscous = Circle with { Viscosity = 0.02 };

    /// <summary>On slip planes, with U.</summary>
    private static readonly GromaBaloghCase Slip = new(
        2,
        TorusMotion.Slip,
        new TorusEdgePotential(0.1),
        new FourierPotential(2, [FourierTerm.Cosine(0.05, 1, 0)]),
        0,
        Wave(0.5, FourierTerm.Cosine(0.3, 1, 1)),
        Wave(0.5, FourierTerm.Sine(0.2, 1, -1)),
        0.04,
        [0, 0.02, 0.04],
        null,
        1e-7);

    /// <summary>The field of the interaction is a single wave, that on which (2.10) is sharp.</summary>
    private static readonly GromaBaloghCase Sharp = Circle with
    {
        V = new FourierPotential(1, [FourierTerm.Cosine(0.5, 1)]),
        U = FourierPotential.Zero(1),
    };

    /// <summary>A bump of + spreads over - that is even: the field dies away, the hole in - stays.</summary>
    private static readonly GromaBaloghCase Spreading = Circle with
    {
        U = FourierPotential.Zero(1),
        Plus = Wave(0.5, FourierTerm.Cosine(0.4, 1)),
        Minus = Wave(0.5),
        T = 1,
        Output = [0, 0.5, 1],
    };

    /// <summary>Waves up to 12: more than a grid of 16 points carries.</summary>
    private static readonly GromaBaloghCase Steep = Circle with { U = FourierPotential.Zero(1), Plus = Wave(0.5, FourierTerm.Cosine(0.2, 12)), T = 1e-6, Output = [0, 1e-6] };

    /// <summary>The datum of (3.11) for even densities, epsilon = 1/10, of mass 1.1: U takes the species apart.</summary>
    private static readonly GromaBaloghCase Datum = Circle with
    {
        V = new FourierPotential(1, [FourierTerm.Cosine(1e-3, 1)]),
        U = new FourierPotential(1, [FourierTerm.Cosine(1, 1)]),
        Viscosity = 0.1,
        Plus = Wave(0.55),
        Minus = Wave(0.55),
        T = 0.25,
        Output = [0, 0.25],
    };

    /// <summary>Densities that are nearly even: the flux is small, and its square smaller.</summary>
    private static readonly GromaBaloghCase Even = Circle with
    {
        U = FourierPotential.Zero(1),
        Plus = Wave(0.5, FourierTerm.Cosine(0.01, 1)),
        Minus = Wave(0.5),
    };

    private static readonly Ladder<GromaBaloghCase> Ladder = new([.. Enumerable.Range(0, 4).Select(k => Circle with
    {
        V = new TorusLogRegularisedPotential(Math.ScaleB(0.02, -k)),
    })]);

    /// <summary>A row of 16 points with the masses of the case and no waves.</summary>
    private static GromaBaloghRow CoarseAndEven(GromaBaloghRow row)
    {
        double[] Even(int sign) => [.. Enumerable.Repeat(row.MassOf(sign), GromaBaloghCase.LeastGrid)];
        return new(row.Time, Even(1), Even(-1));
    }

    private static Func<ISolver, ISolver> WrongSign => GromaBaloghFaults.ScaledInteraction(-1);

    private static Func<ISolver, ISolver> Lost2Pi => GromaBaloghFaults.ScaledInteraction(0.5 / Math.PI);

    public static IEnumerable<Entry> Entries { get; } =
    [
        Entry.OfHolding(
            GromaBaloghFlowClaims.Probability,
            Fault.OfSolver("mass of + lost", Circle, GromaBaloghFaults.Rows(row => GromaBaloghFaults.Lost(row, 1e-9))),
            Fault.OfSolver("density negative", Circle, GromaBaloghFaults.Rows(GromaBaloghFaults.Rippled))),
        Entry.OfHolding(
            GromaBaloghFlowClaims.Flow,
            Fault.OfSolver("interaction of the wrong sign", Circle, WrongSign),
            Fault.OfSolver("factor 2 pi lost", Circle, Lost2Pi),
            Fault.OfSolver("U dropped", Circle, GromaBaloghFaults.ScaledExternal(0)),
            Fault.OfSolver("viscosity half as large", Viscous, GromaBaloghFaults.ScaledViscosity(0.5)),
            Fault.OfSolver("kappa taken for rho^+ + rho^-", Circle, GromaBaloghFaults.Naive(64, alike: true)),
            Fault.OfSolver("kernel sampled on 16 points", Spreading, GromaBaloghFaults.Naive(16, alike: false)),
            Fault.OfSolver("grid of 16 points", Spreading, GromaBaloghFaults.Coarse),
            Fault.OfSolver("another datum on a grid that does not carry it", Steep, GromaBaloghFaults.Run((_, run) => run with { Rows = [.. run.Rows.Select(CoarseAndEven)] })),
            Fault.OfSolver("moves off its slip planes", Slip, GromaBaloghFaults.OtherCase(c => c with { Motion = TorusMotion.Isotropic }))),
        Entry.OfHolding(
            GromaBaloghFlowClaims.Weak,
            Fault.OfSolver("interaction of the wrong sign", Circle, WrongSign),
            Fault.OfSolver("U dropped", Circle, GromaBaloghFaults.ScaledExternal(0)),
            Fault.OfSolver("viscosity added", Circle, GromaBaloghFaults.OtherCase(c => c with { Viscosity = 1e-3 }))),
        Entry.OfCorrected(
            GromaBaloghFlowClaims.WeakOnSlip,
            GromaBaloghFlowClaims.WeakOnSlipAsPrinted,
            Slip,
            "Test functions with support in [0, T] need not vanish at T: phi = 1 leaves the mass of rho^+-, 1/2 here, where 0 is printed. Definition 3.2 has [0, T).",
            Fault.OfSolver("interaction of the wrong sign", Slip, WrongSign),
            Fault.OfSolver("moves off its slip planes", Slip, GromaBaloghFaults.OtherCase(c => c with { Motion = TorusMotion.Isotropic }))),
        Entry.OfHolding(
            GromaBaloghLimits.Regularisation,
            Fault.OfSolver("delta squared in place of delta", Ladder, GromaBaloghFaults.OtherCase(c => c with { V = new TorusLogRegularisedPotential(50 * c.V.Delta * c.V.Delta) })),
            Fault.OfSolver("delta fixed", Ladder, GromaBaloghFaults.OtherCase(c => c with { V = new TorusLogRegularisedPotential(0.02 + (1e-3 * Math.Sqrt(c.V.Delta))) }))),
        Entry.OfHolding(
            GromaBaloghEntropyClaims.Uniform,
            Fault.OfSolver("interaction of the wrong sign", Sharp, WrongSign),
            Fault.OfSolver("rows in reverse", Circle with { U = FourierPotential.Zero(1) }, GromaBaloghFaults.Reversed)),
        Entry.OfHolding(
            GromaBaloghEntropyClaims.Exact,
            Fault.OfSolver("entropy stated too large by 1e-4", Circle, GromaBaloghFaults.Run((_, run) => run with
            {
                Balance = run.Balance! with { Entropy = [.. run.Balance!.Entropy.Select(entropy => 1.0001 * entropy)] },
            })),
            Fault.OfSolver("entropy alone stated too large by 1e-4", Circle, GromaBaloghFaults.Run((_, run) => run with
            {
                Balance = null,
                Entropy = [.. run.Balance!.Entropy.Select(entropy => 1.0001 * entropy)],
            })),
            Fault.OfSolver("dissipation stated with the sign of the gain", Circle, GromaBaloghFaults.Run((_, run) => run with
            {
                Balance = run.Balance! with { Interaction = [.. run.Balance!.Interaction.Select(interaction => -interaction)] },
            })),
            Fault.OfSolver("interaction of the wrong sign", Circle, WrongSign),
            Fault.OfSolver("interaction too strong by 1 %", Circle, GromaBaloghFaults.ScaledInteraction(1.01)),
            Fault.OfSolver("viscosity too large by 1 %", Viscous, GromaBaloghFaults.ScaledViscosity(1.01)),
            Fault.OfSolver("U dropped", Circle, GromaBaloghFaults.ScaledExternal(0)),
            Fault.OfSolver("factor 2 pi lost", Slip, Lost2Pi)),
        Entry.OfHolding(
            GromaBaloghEntropyClaims.OneSpecies,
            Fault.OfSolver("interaction too strong by 1 %", Circle, GromaBaloghFaults.ScaledInteraction(1.01)),
            Fault.OfSolver("viscosity dropped", Viscous, GromaBaloghFaults.ScaledViscosity(0))),
        Entry.OfHolding(
            GromaBaloghEntropyClaims.BothSpecies,
            Fault.OfSolver("interaction of the wrong sign", Circle, WrongSign),
            Fault.OfSolver("rows in reverse", Circle, GromaBaloghFaults.Reversed)),
        Entry.OfHolding(
            GromaBaloghEntropyClaims.Inviscid,
            Fault.OfSolver("interaction of the wrong sign", Sharp, WrongSign),
            Fault.OfSolver("densities sharpened", Sharp, GromaBaloghFaults.Rows(row => GromaBaloghFaults.Sharpened(row, 1.2)))),
        Entry.OfHolding(
            GromaBaloghPositivity.Datum,
            Fault.OfSubject("mass of + lost", Circle, s => s is GromaBaloghCase c ? c with { Plus = Wave(0.4) } : s)),
        Entry.OfNotNumerical("B-eq-3.12", "Equation (3.12)", "(3.11) with the field of the solution put in: what it solves is judged as B-3.2-flow."),
        Entry.OfCorrected(
            GromaBaloghPositivity.LowerBound,
            GromaBaloghPositivity.LowerBoundAsPrinted,
            Spreading,
            "The norm in L^inf(T^d) in (3.13) depends on t, and dies away while the minimum that it made stays: + in a bump spreads over an even -, and at t = 1 the printed bound is 0.4735, the "
            + "least density 0.2360. A sub-solution needs the supremum over [0, t], or the integral, of the norm.",
            Fault.OfSolver("mean taken away", Circle, GromaBaloghFaults.Rows(row => row with { Minus = [.. row.Minus.Select(m => m - row.Minus.Average())] }))),
        Entry.OfHolding(
            GromaBaloghEntropyClaims.Integrated,
            Fault.OfSolver("interaction of the wrong sign", Sharp, WrongSign),
            Fault.OfSolver("rows in reverse", Circle, GromaBaloghFaults.Reversed)),
        Entry.OfCorrected(
            GromaBaloghEntropyClaims.TotalVariation,
            GromaBaloghEntropyClaims.TotalVariationAsPrinted,
            Datum,
            "The datum epsilon + (1 - epsilon) eta * rho has mass 1 + epsilon, epsilon in each of two components, and so has every solution: with epsilon = 1/10 and U that takes the species apart "
            + "int |kappa| exceeds 1. epsilon/2 would do; in (3.15) C = t (1 + epsilon) sup|Lap U| does.",
            Fault.OfSolver("+ four times as dense", Circle, GromaBaloghFaults.Rows(row => row with { Plus = [.. row.Plus.Select(p => 4 * p)] }))),
        Entry.OfHolding(
            GromaBaloghEntropyClaims.Viscid,
            Fault.OfSolver("interaction of the wrong sign", Sharp with { Viscosity = 1e-3 }, WrongSign),
            Fault.OfSolver("rows in reverse", Viscous with { U = FourierPotential.Zero(1) }, GromaBaloghFaults.Reversed)),
        Entry.OfHolding(
            GromaBaloghLimits.Viscosity,
            Fault.OfSolver("viscosity squared", Ladder, GromaBaloghFaults.OtherCase(c => c with { Viscosity = 100 * c.Viscosity * c.Viscosity })),
            Fault.OfSolver("root of the viscosity", Ladder, GromaBaloghFaults.OtherCase(c => c with { Viscosity = 0.1 * Math.Sqrt(c.Viscosity) }))),
        Entry.OfNotNumerical("B-eq-3.17", "Equation (3.17)", "(3.10) for a limit of viscous densities, which is the inviscid one: judged as B-eq-3.10, the limit as B-eq-3.16."),
        Entry.OfHolding(
            GromaBaloghBounds.Apriori,
            Fault.OfSolver("norm in L log L ten times too large", Circle, GromaBaloghFaults.Norms(phi => phi == YoungFunction.Logarithmic(1) ? 10 : 1))),
        Entry.OfNotNumerical(
            "B-eq-3.19", "Convergence (3.19)", "A subsequence converges by compactness; that the densities themselves converge, and at which rate, is judged as B-3.6."),
        Entry.OfNotNumerical(
            "B-3.6-display-mass", "Theorem 3.6, proof, mass of the limit", "The mass 1 of each rho_delta, tested with functions of time alone: judged as B-3.2-probability and B-eq-3.23 with k = 0."),
        Entry.OfHolding(
            GromaBaloghBounds.Products,
            Fault.OfSolver("norm in L log^(1/2) L a hundred times too large", Circle, GromaBaloghFaults.Norms(phi => phi == YoungFunction.Logarithmic(0.5) ? 100 : 1))),
        Entry.OfHolding(
            GromaBaloghBounds.InTime,
            Fault.OfSolver("norm in L log^(1/2) L a hundredth", Even, GromaBaloghFaults.Norms(phi => phi == YoungFunction.Logarithmic(0.5) ? 0.01 : 1))),
        Entry.OfHolding(
            GromaBaloghBounds.FieldInTime,
            Fault.OfSolver("interaction of the wrong sign", Circle, WrongSign),
            Fault.OfSolver("U dropped", Circle, GromaBaloghFaults.ScaledExternal(0))),
        Entry.OfCorrected(
            GromaBaloghBounds.Power,
            GromaBaloghBounds.PowerAsPrinted,
            Even,
            "Hoelder's inequality has the norm of the flux itself; its square is smaller where the flux is small, as for densities that are nearly even, and then bounds nothing. That the left side is "
            + "bounded uniformly follows all the same.",
            Fault.OfSolver("norm in L log^(1/2) L a hundredth", Even, GromaBaloghFaults.Norms(phi => phi == YoungFunction.Logarithmic(0.5) ? 0.01 : 1))),
        Entry.OfHolding(
            GromaBaloghBounds.Convolution,
            Fault.OfSubject("interaction ten times as strong as K says", Circle, s => s is GromaBaloghCase c ? c with { V = new MisstatedTorusPotential(c.V, Coefficients: 1, Understated: 0.1) } : s)),
        Entry.OfCorrected(
            GromaBaloghFlowClaims.Regularised,
            GromaBaloghFlowClaims.RegularisedAsPrinted,
            Circle,
            "Test functions with support in [0, T] need not vanish at T; what stands for T is missing: for phi = 1 the mass of rho^+-, 1/2.",
            Fault.OfSolver("interaction of the wrong sign", Circle, WrongSign),
            Fault.OfSolver("U dropped", Slip, GromaBaloghFaults.ScaledExternal(0))),
        Entry.OfHolding(
            GromaBaloghBounds.Weak,
            Fault.OfSolver("norm in L log^(1/2) L a hundredth", Even, GromaBaloghFaults.Norms(phi => phi == YoungFunction.Logarithmic(0.5) ? 0.01 : 1))),
        Entry.OfNotNumerical(
            "B-eq-3.26", "Convergence (3.26)", "The dual bounded Lipschitz norm is at most the L^1 norm, in which B-3.6 finds order delta."),
        Entry.OfHolding(
            GromaBaloghEntropyClaims.OnSlip,
            Fault.OfSolver("interaction of the wrong sign", Slip with { U = FourierPotential.Zero(2) }, GromaBaloghFaults.ScaledInteraction(-5)),
            Fault.OfSolver("rows in reverse", Slip with { U = FourierPotential.Zero(2) }, GromaBaloghFaults.Reversed)),
    ];

    /// <summary>A mean and waves.</summary>
    private static SeriesDensity Wave(double mean, params ImmutableArray<FourierTerm> terms)
    {
        var dimension = terms.IsEmpty ? 1 : terms[0].K.Length;
        return new(new FourierPotential(dimension, [FourierTerm.Cosine(mean, [.. new int[dimension]]), .. terms]));
    }
}
