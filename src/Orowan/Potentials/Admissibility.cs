namespace Orowan.Potentials;

/// <summary>Assumption 2.1 of A for a pair (V, W), and the constants of its consequences (2.2) and (2.3).</summary>
public static class Admissibility
{
    /// <summary>
    /// Null if V and W meet Assumption 2.1 of A; else one sentence that begins with the clause that fails. (2.1b) and the smoothness of V
    /// away from 0 hold for every potential here by construction.
    /// </summary>
    public static string? ReasonAgainst(Potential v, Potential w)
    {
        if (w.IsSingular) return "(2.1a): W must be continuously differentiable on the whole line, but it is singular at 0.";
        if (!double.IsFinite(w.SlopeLipschitz)) return "(2.1a): W' must be Lipschitz, but no finite constant is known for it.";
        if (!v.IsSingular) return $"(2.1c): V(r) must tend to +infinity as r tends to 0, but it tends to {v.AtContact:R}.";
        if (v.AtContact < 0) return "(2.1c): V(r) must tend to +infinity as r tends to 0, but it tends to -infinity.";
        if (!double.IsFinite(v.SlopeBound)) return "(2.1d): r V'(r) must be bounded, but no finite bound is known for it.";
        return double.IsFinite(w.SlopeBound) ? null : "(2.1d): r W'(r) must be bounded, but no finite bound is known for it.";
    }

    /// <summary>
    /// C of (2.2) of A: |V(r)| + |W(r)| &lt;= C (|log|r|| + 1) for all r != 0. Integrating |V'| &lt;= A_V/r from 1 to |r| gives
    /// |V(r)| &lt;= |V(1)| + A_V |log|r||, the same for W; C = max(A_V + A_W, |V(1)| + |W(1)|).
    /// </summary>
    public static double GrowthConstant(Potential v, Potential w) =>
        Math.Max(v.SlopeBound + w.SlopeBound, Math.Abs(v.Value(1)) + Math.Abs(w.Value(1)));

    /// <summary>
    /// A K >= 0 with (V + W)(r) >= -K r^2 for all r != 0, (2.3) of A: certified from above and, for pairs that meet Assumption 2.1, within
    /// 0.1 % of the best constant or below 1e-12, except where V + W touches 0, or comes close to it over a long range, without crossing
    /// it (then it is small but may exceed both); infinite if there is none.
    /// </summary>
    /// <remarks>
    /// V + W is first written with the logarithms of V and W set off against each other: -log r + 1/2 log(r^2 + d^2) =
    /// 1/2 log(1 + (d/r)^2). If only terms >= 0 remain, K = 0. If only c log(1/r) + k remains, K = (c/2) exp(-1 - 2k/c), which is
    /// 1/(2e) for V = -log, W = 0. Else K comes by branch and bound, see <see cref="QuadraticBoundSearch"/>.
    /// </remarks>
    public static double QuadraticLowerBound(Potential v, Potential w)
    {
        var sum = new PotentialCombination();
        sum.Add(v);
        sum.Add(w);
        sum.SetOffLogarithms();
        if (sum.IsPlainlyNonnegative()) return 0;
        return sum.HasOnlyLogarithm ? QuadraticBoundSearch.OfLogarithm(sum.Logarithm, sum.Constant.Low) : QuadraticBoundSearch.Largest(sum);
    }
}
