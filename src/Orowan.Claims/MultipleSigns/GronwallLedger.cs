using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.MultipleSigns;

/// <summary>The lines of B, Lemma 3.5.</summary>
internal static class GronwallLedger
{
    /// <summary>lambda = 1: V = cos(2 pi r)/(4 pi^2).</summary>
    private static readonly FourierPotential Slow = new(1, [FourierTerm.Cosine(0.02533029591058444, 1)]);

    /// <summary>Two equal charges at 0 and at +-1e-4: they part as e^t until t = 8 or so, e^4 = 55 against e^3 = 20 without t in the exponent.</summary>
    private static readonly Pair<TorusCase> Parting = PairOf(Slow, [0, 0], [-1e-4, 1e-4], [1, 1], 4);

    /// <summary>Four charges for a time of 1/lambda: n forces more or less show, while the bound is no more than e.</summary>
    private static readonly TorusCase Four = new(1, TorusMotion.Isotropic, Slow, FourierPotential.Zero(1), [0.1, 0.35, 0.6, 0.72], [1, -1, 1, 1], 1, [0, 0.5, 1], 1e-10);

    private static readonly Pair<TorusCase> Mixed = new(
        new TorusCase(1, TorusMotion.Isotropic, new TorusLogRegularisedPotential(0.1), Wave, [0.1, 0.35, 0.6], [1, -1, 1], 0.02, [0, 0.01, 0.02], 1e-10),
        new TorusCase(1, TorusMotion.Isotropic, new TorusLogRegularisedPotential(0.1), Wave, [0.62, 0.3, 0.15], [1, -1, 1], 0.02, [0, 0.01, 0.02], 1e-10));

    /// <summary>One particle and one place opposite to it on the circle: W^2 is not differentiable.</summary>
    private static readonly Pair<TorusCase> Antipodal = new(
        new TorusCase(1, TorusMotion.Isotropic, Slow, Wave, [0], [1], 0.1, [0, 0.1], 1e-10), new TorusCase(1, TorusMotion.Isotropic, Slow, Wave, [0.5], [1], 0.1, [0, 0.1], 1e-10));

    /// <summary>As <see cref="Parting"/>, closer to the largest curvature.</summary>
    private static readonly Pair<TorusCase> Close = PairOf(Slow, [0, 0], [-1e-3, 1e-3], [1, 1], 1);

    /// <summary>One particle each.</summary>
    private static readonly Pair<TorusCase> One = PairOf(Slow, [0], [1e-3], [1], 1);

    private static FourierPotential Wave => new(1, [FourierTerm.Sine(0.1, 1)]);

    public static IEnumerable<Entry> Entries { get; } =
    [
        Entry.OfHolding(
            Gronwall.AsStated,
            Fault.OfSolver("interaction 5 times too strong", Parting, TorusFaults.ScaledInteraction(_ => 5))),
        Entry.OfHolding(
            Gronwall.Lipschitz,
            Fault.OfSolver("all forces 100 times too large", Mixed, TorusFaults.ForcesTooLarge(100))),
        Entry.OfHolding(
            Refinement.Cauchy,
            Fault.OfSolver("1/n lost", Four, TorusFaults.ScaledInteraction(c => c.Count))),
        Entry.OfHolding(
            TorusWeakForm.InTime,
            Fault.OfSolver("sign of the interaction turned round", TorusExamples.Plane, TorusFaults.ScaledInteraction(_ => -1)),
            Fault.OfSolver("sign of U turned round", TorusExamples.Circle, TorusFaults.ScaledExternal(-1)),
            Fault.OfSolver("slip planes ignored", TorusExamples.Slip, TorusFaults.FreeOfPlanes)),
        Entry.OfHolding(
            GronwallDisplays.Limit,
            Fault.OfSubject("interaction 100 times as strong as lambda says", Mixed, Both(c => c with { V = new MisstatedTorusPotential(c.V, Factor: 100) }))),
        Entry.OfHolding(
            GronwallDisplays.FieldLipschitz,
            Fault.OfSubject("interaction twice as strong as lambda says", Close, Both(c => c with { V = new MisstatedTorusPotential(c.V, Factor: 2) }))),
        Entry.OfCorrected(
            TransportRates.ToFixed,
            TransportRates.ToFixedAsPrinted,
            Antipodal,
            "Not for every t: 1/2 on the circle has two nearest images, and the right side is +0.628 or -0.628 by the choice of k, while W^2 falls at 0.628 to either side. "
            + "What (3.9) needs are one-sided inequalities.",
            Fault.OfSolver("interaction 5 times too strong", Parting, TorusFaults.ScaledInteraction(_ => 5))),
        Entry.OfNotNumerical("B-eq-3.8", "Equation (3.8)", "(3.7) for the second solution, judged with it as B-eq-3.7."),
        Entry.OfHolding(
            TransportRates.OfBoth,
            Fault.OfSolver("interaction 5 times too strong", Parting, TorusFaults.ScaledInteraction(_ => 5)),
            Fault.OfSolver("1/n lost", Parting, TorusFaults.ScaledInteraction(c => c.Count))),
        Entry.OfCorrected(
            GronwallDisplays.FieldOfMeasures,
            GronwallDisplays.FieldOfMeasuresAsPrinted,
            Mixed,
            "The left side is a function of y, the right side of x: the integrand must be grad V(y - z).",
            Fault.OfSubject("interaction twice as strong as lambda says", One, Both(c => c with { V = new MisstatedTorusPotential(c.V, Factor: 2) }))),
        Entry.OfHolding(
            GronwallDisplays.Chain,
            Fault.OfSubject("interaction 10 times as strong as lambda says", Close, Both(c => c with { V = new MisstatedTorusPotential(c.V, Factor: 10) }))),
        Entry.OfCorrected(
            Gronwall.AsProved,
            Gronwall.AsPrinted,
            Parting,
            "The exponent lacks t: two equal charges part as e^(lambda t), here 55 against e^3 = 20 at t = 4.",
            Fault.OfSolver("interaction 5 times too strong", Parting, TorusFaults.ScaledInteraction(_ => 5))),
        Entry.OfHolding(
            Gronwall.Sharp,
            Fault.OfSolver("interaction too strong by 1 %", Parting, TorusFaults.ScaledInteraction(_ => 1.01)),
            Fault.OfSolver("1/n lost", Parting, TorusFaults.ScaledInteraction(c => c.Count))),
    ];

    private static Pair<TorusCase> PairOf(TorusPotential v, double[] x, double[] y, int[] b, double horizon)
    {
        var first = new TorusCase(1, TorusMotion.Isotropic, v, FourierPotential.Zero(1), [.. x], [.. b], horizon, [0, horizon / 2, horizon], 1e-12);
        return new(first, first with { X = [.. y] });
    }

    private static Func<ISubject, ISubject> Both(Func<TorusCase, TorusCase> change) => s => s is Pair<TorusCase> p ? new Pair<TorusCase>(change(p.First), change(p.Second)) : s;
}
