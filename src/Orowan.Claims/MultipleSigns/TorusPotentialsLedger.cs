using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.MultipleSigns;

/// <summary>The lines of paper B on potentials: assumptions (V1) to (V4), Remarks 2.1 and 2.7, section 2.3.2.</summary>
internal static class TorusPotentialsLedger
{
    private static readonly TorusNumbers Numbers = TorusExamples.Numbers;

    private static readonly TorusPotentialPair Circle = TorusExamples.CirclePotentials;

    private static readonly TorusPotentialPair Plane = TorusExamples.PlanePotentials;

    public static IEnumerable<Entry> Entries { get; } =
    [
        Entry.OfHolding(
            TorusAssumptions.Positive,
            Fault.OfSubject("a negative coefficient in the values", Circle, V(v => new MisstatedTorusPotential(v, Ripple: 0.2))),
            Fault.OfSubject("coefficients stated with the wrong sign", Plane, V(v => new MisstatedTorusPotential(v, Coefficients: -1))),
            Fault.OfSubject("coefficients stated too large by 1e-6", Circle, V(v => new MisstatedTorusPotential(v, Coefficients: 1 + 1e-6))),
            Fault.OfSubject("lambda understated by half", Plane, V(v => new MisstatedTorusPotential(v, Understated: 0.5)))),
        Entry.OfHolding(
            TorusAssumptions.Bounded,
            Fault.OfSubject("K understated by a tenth", Circle, V(v => new MisstatedTorusPotential(v, Understated: 0.9))),
            Fault.OfSubject("coefficients doubled", Plane, V(v => new MisstatedTorusPotential(v, Coefficients: 2)))),
        Entry.OfHolding(
            TorusAssumptions.Convergent,
            Fault.OfSubject("V_delta four times too strong", Circle, V(v => new MisstatedTorusPotential(v, Factor: 4))),
            Fault.OfSubject("coefficients of the wrong sign", Plane, V(v => new MisstatedTorusPotential(v, Coefficients: -1)))),
        Entry.OfHolding(
            TorusAssumptions.Regular,
            Fault.OfSubject("sign of grad V turned round", Circle, V(v => new MisstatedTorusPotential(v, GradientFactor: -1))),
            Fault.OfSubject("lambda understated by half", Plane, V(v => new MisstatedTorusPotential(v, Understated: 0.5))),
            Fault.OfSubject("V not even", Plane, V(v => new MisstatedTorusPotential(v, Shift: 1e-9)))),
        Entry.OfHolding(
            TorusAssumptions.External,
            Fault.OfSubject("sign of grad U turned round", Circle, U(u => new MisstatedTorusPotential(u, GradientFactor: -1))),
            Fault.OfSubject("sup|D^2 U| understated by half", Circle, U(u => new MisstatedTorusPotential(u, Understated: 0.5)))),
        Entry.OfHolding(
            TorusAssumptions.NotStationary,
            Fault.OfSubject("U without slope", Circle, s => s is TorusPotentialPair p ? p with { U = new FourierPotential(1, [FourierTerm.Cosine(1e-200, 1)]) } : s)),
        Entry.OfHolding(
            ScrewPotential.Claim,
            Fault.OfSubject("too strong by 1e-9", Numbers, KernelFaults.Green(v => new MisstatedTorusPotential(v, Factor: 1 + 1e-9))),
            Fault.OfSubject("alpha = 1 in the coefficients", Numbers, KernelFaults.Green(v => new MisstatedTorusPotential(v, Coefficients: 2 * Math.PI))),
            Fault.OfSubject("sign of the Hessian turned round", Numbers, KernelFaults.Green(v => new MisstatedTorusPotential(v, GradientFactor: -1)))),
        Entry.OfHolding(
            EdgeEquations.OnASlipPlane,
            Fault.OfSubject("too strong by 1e-6", Numbers, KernelFaults.Edge(v => new MisstatedTorusPotential(v, Factor: 1 + 1e-6)))),
        Entry.OfHolding(
            EdgeWalls.Limit,
            Fault.OfSubject("e_2 in place of e_1", Numbers, FreeEdge((x1, x2) => -Math.Log(double.Hypot(x1, x2)) + (x2 * x2 / ((x1 * x1) + (x2 * x2))))),
            Fault.OfSubject("the logarithm with the wrong sign", Numbers, FreeEdge((x1, x2) => Math.Log(double.Hypot(x1, x2)) + (x1 * x1 / ((x1 * x1) + (x2 * x2)))))),
        Entry.OfCorrected(
            EdgeWalls.Tails,
            EdgeWalls.PrintedTails,
            Numbers,
            "With C_M = 2 sum log m the limit of V_wall at infinity is log 2 pi = 1.8379 and not 0: V_wall(0.8, 0.4) = 1.804 against a bound of 0.0399. C_M must be lowered by log 2 pi.",
            Fault.OfSubject("twice the angular part", Numbers, FreeEdge((x1, x2) => -Math.Log(double.Hypot(x1, x2)) + (2 * x1 * x1 / ((x1 * x1) + (x2 * x2)))))),
        Entry.OfCorrected(
            EdgeWalls.Sum,
            EdgeWalls.PrintedSum,
            Numbers,
            "Each wall adds log 2 pi far away, so that the sum over n diverges: the four terms 2 < |n| <= 4 add 7.3515 where the tails allow 5e-7. With V_wall - log 2 pi it converges, to the zero-mean V.",
            Fault.OfSubject("too strong by 1e-9", Numbers, KernelFaults.Edge(v => new MisstatedTorusPotential(v, Factor: 1 + 1e-9)))),
        Entry.OfHolding(
            EdgeWalls.Symmetry,
            Fault.OfSubject("edge too strong by 1e-9", Numbers, KernelFaults.Edge(v => new MisstatedTorusPotential(v, Factor: 1 + 1e-9)))),
        Entry.OfHolding(
            EdgeEquations.InThePlane,
            Fault.OfSubject("e_2 in place of e_1", Numbers, FreeEdge((x1, x2) => -Math.Log(double.Hypot(x1, x2)) + (x2 * x2 / ((x1 * x1) + (x2 * x2))))),
            Fault.OfSubject("the angular part forgotten", Numbers, FreeEdge((x1, x2) => -Math.Log(double.Hypot(x1, x2))))),
        Entry.OfHolding(
            EdgeEquations.NearTheOrigin,
            Fault.OfSubject("too strong by 1e-6", Numbers, KernelFaults.Edge(v => new MisstatedTorusPotential(v, Factor: 1 + 1e-6)))),
        Entry.OfHolding(
            EdgeEquations.OnTheTorus,
            Fault.OfSubject("too strong by 1e-4", Numbers, KernelFaults.Edge(v => new MisstatedTorusPotential(v, Factor: 1 + 1e-4)))),
        Entry.OfHolding(
            EdgeEquations.Coefficients,
            Fault.OfSubject("coefficients of the screw", Numbers, KernelFaults.With(k => k with { Edge = k.Green })),
            Fault.OfSubject("too strong by 1e-6", Numbers, KernelFaults.Edge(v => new MisstatedTorusPotential(v, Factor: 1 + 1e-6)))),
        Entry.OfCorrected(
            SlowRegularisation.Corrected,
            SlowRegularisation.Printed,
            Numbers,
            "Theorem 3.3 needs exp(3 lambda_delta T) n^{-1/d} -> 0 and lambda_delta ~ delta^-2: at T = 1/2, d = 1, n = 10^6, delta = n^{-1/2} = 10^-3 the logarithm of that is 1.5e6, not negative. "
            + "What the condition allows is delta_n above a multiple of (log n)^{-1/2}.",
            Fault.OfSubject("lambda ten times too large", Numbers, KernelFaults.Log(v => new MisstatedTorusPotential(v, Understated: 10)))),
        Entry.OfHolding(
            IsotropicAssumptions.First,
            Fault.OfSubject("V twice too strong", Numbers, KernelFaults.Log(v => new MisstatedTorusPotential(v, Factor: 2)))),
        Entry.OfCorrected(
            IsotropicAssumptions.Model,
            IsotropicAssumptions.PrintedModel,
            Numbers,
            "-(1/2) log(s^2 + delta^2) on [-1/2, 1/2) is not in C^1(T): its derivative jumps by 1/(1/4 + delta^2), 3.96 for delta = 0.05, at s = 1/2, so (V2)_I and sup|V''| fail. Its sum over periods does what is asked.",
            Fault.OfSubject("V four times too strong", Numbers, KernelFaults.Log(v => new MisstatedTorusPotential(v, Factor: 4)))),
        Entry.OfHolding(
            IsotropicAssumptions.Third,
            Fault.OfSubject("V half as strong", Numbers, KernelFaults.Log(v => new MisstatedTorusPotential(v, Factor: 0.5)))),
        Entry.OfHolding(
            IsotropicAssumptions.Fourth,
            Fault.OfSubject("V too strong by 1e-6", Numbers, KernelFaults.Log(v => new MisstatedTorusPotential(v, Factor: 1 + 1e-6)))),
        Entry.OfHolding(
            IsotropicAssumptions.Fifth,
            Fault.OfSubject("V three times too strong", Numbers, KernelFaults.Log(v => new MisstatedTorusPotential(v, Factor: 3)))),
        Entry.OfHolding(
            IsotropicAssumptions.Barrier,
            Fault.OfSubject("V of the wrong sign", Numbers, KernelFaults.Edge(v => new MisstatedTorusPotential(v, Factor: -1)))),
        Entry.OfHolding(
            IsotropicAssumptions.Singularity,
            Fault.OfSubject("V three times too strong", Numbers, KernelFaults.Edge(v => new MisstatedTorusPotential(v, Factor: 3)))),
    ];

    private static Func<ISubject, ISubject> V(Func<TorusPotential, TorusPotential> change) => s => s is TorusPotentialPair p ? p with { V = change(p.V) } : s;

    private static Func<ISubject, ISubject> FreeEdge(Func<double, double, double> edge) =>
        KernelFaults.With(k => k with { FreeEdge = edge });

    private static Func<ISubject, ISubject> U(Func<TorusPotential, TorusPotential> change) => s => s is TorusPotentialPair p ? p with { External = change(p.U) } : s;
}
