namespace Orowan.Potentials;

/// <summary>The assumptions of B on an interaction on the torus, (V1)-(V4) of section 2.2 and (V1)_I-(V5)_I of section 4.2.</summary>
/// <remarks>
/// <para>
/// (V1) no coefficient is negative but V_0; (V2) K finite, uniformly in delta: K falls with delta for all kinds here; (V3) V_delta -> V
/// in the sense of distributions, and V_delta * phi -> V * phi in Exp: the coefficients converge one by one and are dominated by those of V,
/// so that |V_delta * phi - V * phi| &lt;= sum_k (V_k - V_delta,k) |phi_k| -> 0 uniformly for phi in C^1; (V4) bounded second derivatives
/// and evenness: delta > 0.
/// </para>
/// <para>
/// (V1)_I: |r|^2 |D^2 V| is bounded, by pi^2 / sin^2 pi r &lt;= pi^2 / (4 r^2) on the circle and by the expansion at the one singularity in the
/// plane. (V2)_I: delta > 0. (V3)_I: see <see cref="Barrier"/>. (V4)_I: delta sup|grad V_delta| is delta pi / sinh 2 pi delta &lt;= 1/2 on
/// the circle. (V5)_I follows from (V1)_I, as the regularised curvature away from 0 is at most a multiple of the singular one.
/// </para>
/// </remarks>
public static class TorusAdmissibility
{
    /// <summary>
    /// Null if an interaction meets (V1)-(V4), or, for motion on slip planes, is the potential of section 4.3 itself; else one sentence that
    /// begins with the assumption that fails.
    /// </summary>
    /// <param name="slip">Whether particles move on slip planes.</param>
    public static string? ReasonAgainst(TorusPotential v, bool slip)
    {
        if (v is FourierPotential polynomial)
        {
            if (!polynomial.IsEven) return "(V4): V must be even, but it has sines.";
            foreach (var term in polynomial.Terms)
            {
                if (term.K.All(k => k == 0)) continue;
                if (v.Coefficient(term.K.AsSpan()) is var coefficient && coefficient < 0)
                    return $"(V1): coefficients must not be negative, but that of k = ({string.Join(", ", term.K)}) is {coefficient:R}.";
            }
            return null;
        }
        if (!v.IsSingular || (slip && v is TorusEdgePotential)) return null;
        return "(V4): V_delta must have bounded second derivatives, but V is singular at 0.";
    }

    /// <summary>
    /// The constant c = -delta V'(2 gamma delta) of (V3)_I in one dimension, for a potential with a length delta; along the direction of
    /// <paramref name="axis"/> in two. Positive where the well holds a dipole of half width gamma delta.
    /// </summary>
    /// <exception cref="ArgumentException">The potential has no length delta.</exception>
    public static double Barrier(TorusPotential v, double gamma, int axis = 0)
    {
        if (v.Delta == 0) throw new ArgumentException("The potential has no length delta.", nameof(v));
        Span<double> r = stackalloc double[v.Dimension];
        Span<double> gradient = stackalloc double[v.Dimension];
        r.Clear();
        r[axis] = 2 * gamma * v.Delta;
        v.Gradient(r, gradient);
        return -v.Delta * gradient[axis];
    }
}
