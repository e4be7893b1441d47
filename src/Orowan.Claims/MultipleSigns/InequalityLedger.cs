using Orowan.Formats;
using Orowan.Measures;
using Orowan.Potentials;

namespace Orowan.Claims.MultipleSigns;

/// <summary>The lines of B, Lemmas 2.5 and 3.1, Remark 2.6 and appendix A.</summary>
internal static class InequalityLedger
{
    /// <summary>One set on which f, of norm 1 in L log L, and g, of norm 1 in Exp, make Hoelder's inequality sharp.</summary>
    private static readonly StepFunctionPair SharpProduct = Matched(36.58, 1);

    /// <summary>The same for L log L and Exp_2.</summary>
    private static readonly StepFunctionPair SharpHalf = Matched(39.25, 0.5);

    private static readonly StepFunctionPair Ones = new([1], [1], [1], 0.6);

    /// <summary>The entropy is closest to the norm, as constants go.</summary>
    private static readonly StepFunctionPair Constant = new([1], [1.293], [1], 1);

    /// <summary>Two functions on disjoint halves: in Exp_(1/2) each has norm 1/(log 3)^2 = 0.8285, their sum 1/(log 2)^2 = 2.081.</summary>
    private static readonly StepFunctionPair Halves = new([0.5, 0.5], [1, 0], [0, 1], 2);

    /// <summary>The mode on which (2.10) is an equality, d = 1.</summary>
    private static readonly TrigonometricPair Sharp = new(
        new TorusLogRegularisedPotential(0.05), new FourierPotential(1, [FourierTerm.Cosine(1, 1)]), new FourierPotential(1, [FourierTerm.Cosine(1, 0)]));

    /// <summary>A mode on which the variant for slip planes is an equality: K_1 = 3/pi 1/4 e^-(2^(1/2) delta) at k = (1, 1) for large delta.</summary>
    private static readonly TrigonometricPair SharpSlip = new(
        new TorusEdgePotential(1), new FourierPotential(2, [FourierTerm.Cosine(1, 1, 1)]), new FourierPotential(2, [FourierTerm.Cosine(1, 0, 0)]));

    /// <summary>The mode on which (2.10) is an equality in three dimensions: K = 2^(3/2) V_k, where k = (1, 0, 0).</summary>
    private static readonly TrigonometricPair Solid = new(
        new FourierPotential(3, [FourierTerm.Cosine(1, 1, 0, 0), FourierTerm.Cosine(0.25, 0, 1, 1)]),
        new FourierPotential(3, [FourierTerm.Cosine(1, 1, 0, 0)]),
        new FourierPotential(3, [FourierTerm.Cosine(1, 0, 2, 0), FourierTerm.Sine(1, 2, 0, 0)]));

    private static readonly TrigonometricPair High = Sharp with { F = new FourierPotential(1, [FourierTerm.Cosine(1, 100), FourierTerm.Sine(0.5, 170)]) };

    public static IEnumerable<Entry> Entries { get; } =
    [
        Entry.OfHolding(
            FourierInequalities.Coercivity,
            Fault.OfSubject("K without (1 + |k|^2)^(d/2)", Sharp, Pair(p => p with { Coercivity = v => v.Coefficient([1]) })),
            Fault.OfSubject("K without (1 + |k|^2)^(d/2), d = 3", Solid, Pair(p => p with { Coercivity = v => v.Coefficient([1, 0, 0]) })),
            Fault.OfSubject("K at delta too large by 1e-6", Sharp, Pair(p => p with { Coercivity = v => new TorusLogRegularisedPotential(v.Delta * (1 + 1e-6)).CoercivityBound }))),
        Entry.OfHolding(
            FourierInequalities.Slip,
            Fault.OfSubject("K_1 without (1 + |k|^2)^(d/2)", SharpSlip, Pair(p => p with { Coercivity = v => v.Coefficient([1, 1]) }))),
        Entry.OfHolding(
            FourierInequalities.Product,
            Fault.OfSubject("norm of H^(-d/2)", High with { G = High.F }, Pair(p => p with { Sobolev = (f, s) => f.SobolevNorm(-s) }))),
        Entry.OfCorrected(
            FourierInequalities.Seminorm,
            FourierInequalities.SeminormAsPrinted,
            Sharp,
            "The definition lacks the root: as printed [2u] = 4[u], here 2 where 2[u] = 1, and the norm of the next line is that of [u]^2.",
            Fault.OfSubject("norm with |2 pi k|", Sharp, Pair(p => p with { Sobolev = (f, s) => Math.Sqrt(f.WeightedSquare(m => Math.Pow(1 + (4 * Math.PI * Math.PI * m.Square), s))) }))),
        Entry.OfCorrected(
            OrliczSpaces.Young,
            OrliczSpaces.YoungAsPrinted,
            Ones with { Beta = 0 },
            "phi^0(t) = t is not a Young function as the appendix defines them: phi^0(t)/t = 1 for all t. L log^0 L is L^1.",
            Fault.OfSubject("the power of the logarithm forgotten", Ones, s => s is StepFunctionPair p ? p with { Logarithmic = _ => YoungFunction.Logarithmic(0) } : s)),
        Entry.OfHolding(
            OrliczSpaces.Norm,
            Fault.OfSubject("modular at most 2", Ones, Norm(Loose(2))),
            Fault.OfSubject("the square of the norm", SharpHalf, Norm((phi, v, m) => LuxemburgNorm.Of(phi, v, m) is var n ? n with { Value = n.Value * n.Value } : n))),
        Entry.OfHolding(
            OrliczSpaces.Order,
            Fault.OfSubject("norm in Exp_alpha too small by 1e-6", Ones, Norm(Scaled(phi => phi == YoungFunction.Exponential(1 / Ones.Beta) ? 1 - 1e-6 : 1)))),
        Entry.OfHolding(
            OrliczInequalities.Entropy,
            Fault.OfSubject("modular at most 1/2", Constant, Norm(Loose(0.5))),
            Fault.OfSubject("entropy with the sign of physics", Constant, s => s is StepFunctionPair p ? p with { EntropyOf = (v, m) => -1 * Entropy.Of(v, m) } : s)),
        Entry.OfCorrected(
            OrliczDuality.Logarithmic,
            OrliczDuality.LogarithmicAsPrinted,
            Halves,
            "For beta > 1 the space Exp_(1/beta) is not among those defined (alpha >= 1), and (A.1) is no norm there: 2.0814 > 2 * 0.8285.",
            Fault.OfSubject("modular at most 2", SharpProduct, Norm(Loose(2)))),
        Entry.OfCorrected(
            OrliczDuality.Exponential,
            OrliczDuality.ExponentialAsPrinted,
            Halves,
            "As for (ii): Exp_alpha is defined for alpha >= 1 only, and for alpha = 1/2 the triangle inequality fails.",
            Fault.OfSubject("modular at most 2", SharpProduct, Norm(Loose(2)))),
        Entry.OfHolding(
            OrliczInequalities.Product,
            Fault.OfSubject("norm in L log L too small by 1e-3", SharpProduct, Norm(Scaled(phi => phi == YoungFunction.Logarithmic(1) ? 1 - 1e-3 : 1))),
            Fault.OfSubject("norm in Exp of a modular at most 2", SharpProduct, Norm((phi, v, m) => phi == YoungFunction.Exponential(1) ? Loose(2)(phi, v, m) : LuxemburgNorm.Of(phi, v, m)))),
        Entry.OfHolding(
            OrliczInequalities.Norms,
            Fault.OfSubject("norm for psi_1 too small by 1e-6", Ones, Norm(Scaled(phi => phi == YoungFunction.ExponentialConjugate ? 1 - 1e-6 : 1))),
            Fault.OfSubject("norm for psi^1 too small by 1e-6", Ones, Norm(Scaled(phi => phi == YoungFunction.LogarithmicConjugate ? 1 - 1e-6 : 1)))),
        Entry.OfCorrected(
            OrliczInequalities.Complementary,
            OrliczInequalities.ComplementaryAsPrinted,
            Ones,
            "e^t - 1 and t log(e + t) are not complementary: s t - (e^t - 1) is at most 0 at s = 1, where phi^1 is log(e + 1) = 1.313. The inequality needs only "
            + "that it is not larger; the pair psi of the next sentence is complementary.",
            Fault.OfSubject("e^(1.01 t)", Ones, s => s is StepFunctionPair p ? p with { Exponential = alpha => YoungFunction.Exponential(1.01 * alpha) } : s)),
        Entry.OfHolding(
            OrliczInequalities.Half,
            Fault.OfSubject("norm of the product too large by 1e-3", SharpHalf, Norm(Scaled(phi => phi == YoungFunction.Logarithmic(0.5) ? 1 + 1e-3 : 1))),
            Fault.OfSubject("norm in Exp in place of Exp_2", SharpHalf, Norm((phi, v, m) => LuxemburgNorm.Of(phi == YoungFunction.Exponential(2) ? YoungFunction.Exponential(1) : phi, v, m)))),
        Entry.OfHolding(
            OrliczInequalities.Embeddings,
            Fault.OfSubject("norm in Exp_alpha too small by 1e-6", Ones, Norm(Scaled(phi => phi == YoungFunction.Exponential(1 / Ones.Beta) ? 1 - 1e-6 : 1)))),
        Entry.OfHolding(
            FourierInequalities.Embedding,
            Fault.OfSubject("norm of H^(-d/2), d = 3", Solid with { F = Solid.G }, Pair(p => p with { Sobolev = (f, s) => 0.1 * f.SobolevNorm(-s) })),
            Fault.OfSubject("norm of H^(-d/2)", High, Pair(p => p with { Sobolev = (f, s) => f.SobolevNorm(-s) }))),
        Entry.OfHolding(
            FourierInequalities.Compactness,
            Fault.OfSubject("norm of H^(-d/2), d = 3", Solid, Pair(p => p with { Sobolev = (f, s) => 0.1 * f.SobolevNorm(-s) })),
            Fault.OfSubject("norm of H^(-d/2)", High, Pair(p => p with { Sobolev = (f, s) => f.SobolevNorm(-s) }))),
        Entry.OfNotNumerical(
            "B-A.2",
            "Lemma A.2",
            "Relative compactness of a set of functions of time (Aubin, Lions, Simon) for three Banach spaces: no inequality with a constant is stated, and every finite "
            + "family of functions is compact. The inequality that its proof rests on is judged for the spaces of the paper as B-A.2-interpolation."),
        Entry.OfHolding(
            FourierInequalities.Interpolation,
            Fault.OfSubject("norms a tenth of what they are", Sharp, Pair(p => p with { Sobolev = (f, s) => 0.1 * f.SobolevNorm(s) }))),
    ];

    private static StepFunctionPair Matched(double f, double beta)
    {
        var m = 1 / YoungFunction.Logarithmic(1).Value(f);
        return new([m], [f], [Math.Pow(Math.Log(1 + (1 / m)), beta)], beta);
    }

    private static Func<ISubject, ISubject> Pair(Func<TrigonometricPair, TrigonometricPair> change) => s => s is TrigonometricPair p ? change(p) : s;

    private static Func<ISubject, ISubject> Norm(StepNorm norm) => s => s is StepFunctionPair p ? p with { Norm = norm } : s;

    /// <summary>The least lambda with a modular of at most <paramref name="most"/> in place of 1: measures count as much less.</summary>
    private static StepNorm Loose(double most) => (phi, v, m) =>
    {
        var measures = m.ToArray();
        for (var j = 0; j < measures.Length; j++) measures[j] /= most;
        return LuxemburgNorm.Of(phi, v, measures);
    };

    private static StepNorm Scaled(Func<YoungFunction, double> factor) => (phi, v, m) => factor(phi) * LuxemburgNorm.Of(phi, v, m);
}
