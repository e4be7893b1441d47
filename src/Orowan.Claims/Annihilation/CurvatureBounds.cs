using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>B_f >= sup |r^2 f''(r)|, r != 0, by kind: the Lipschitz constant of f' beyond a distance g is then at most B_f/g^2.</summary>
internal static class CurvatureBounds
{
    /// <summary>The bound, or null for a kind that none is known for.</summary>
    /// <remarks>
    /// With u = (r/w)^2 or (r/delta)^2. Logarithm 1. Wall: r^2 (2 r coth r - 1)/sinh^2 r &lt;= (1 + 2r^2/3)/(1 + r^2/3) &lt;= 2, as r coth r
    /// &lt;= 1 + r^2/3 and sinh^2 r >= r^2 (1 + r^2/3). Regularised logarithm: u|u - 1|/(u + 1)^2 &lt;= 1. Regularised wall, a function g of
    /// rho = sqrt(r^2 + delta^2): |rho^2 g''| + |rho g'| r^2 delta^2/rho^4 &lt;= 2 + 1/4. Gaussian: |u^2 - u| e^(-u/2) &lt;= 16/e^2. Lorentzian:
    /// 2u|3u - 1|/(1 + u)^3 &lt;= 8/9. Sublog, y = 1/r^2, L = log(1 + y) >= y/(1 + y): p L^(p-1) 2y(y + 3)/(1 + y)^2 &lt;= 6p and
    /// p(1 - p) L^(p-2) (2y/(1 + y))^2 &lt;= 4p(1 - p).
    /// </remarks>
    public static double? Of(Potential potential) => potential switch
    {
        ZeroPotential => 0,
        LogPotential or RegularisedLogPotential => 1,
        WallPotential => 2,
        RegularisedWallPotential => 2.25,
        GaussianPotential p => Math.Abs(p.Height) * 16 / (Math.E * Math.E),
        LorentzianPotential p => Math.Abs(p.Height) * 8 / 9,
        SubLogPotential p => (6 * p.Power) + (4 * p.Power * (1 - p.Power)),
        ScaledPotential p => Math.Abs(p.Factor) * Of(p.Of),
        NegatedPotential p => Of(p.Of),
        SumPotential p => p.Terms.Aggregate((double?)0, (sum, term) => sum + Of(term)),
        BrokenPotential p => Of(p.Of),
        _ => null,
    };
}
