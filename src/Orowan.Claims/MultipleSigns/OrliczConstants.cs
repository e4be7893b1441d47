using MathNet.Numerics;
using Orowan.Measures;

namespace Orowan.Claims.MultipleSigns;

/// <summary>The constants of B, Lemma A.1, which the paper does not state. Each is certified by a test beside it.</summary>
public static class OrliczConstants
{
    /// <summary>
    /// (i) Norm &lt;= Ent + C for C = 1.611: log y &lt;= log y0 + (y - y0)/y0 at y0 = e/C, y = e/t + 1/lambda gives
    /// t log(e + t/lambda) &lt;= t log t + C as soon as lambda >= C/(e log C), and lambda = Ent + C >= C - 1/e is at least that.
    /// </summary>
    public const double Entropy = 1.611;

    /// <summary>
    /// (iv) s t &lt;= a phi^1(s) + b phi_1(t) for all s, t >= 0 with a = 1.066, b = 0.271, so that C = a + b. The supremum over t is at
    /// log(s/b); what remains, a log(e + s) - log(s/b) + 1 - b/s >= 0 for s >= b, has its least value at an end or at the larger root of
    /// (a - 1)s^2 - (e - b)s + b e, where it is 9e-4. A single set with f = 36.58 attains 1.33674.
    /// </summary>
    public const double Product = ProductA + ProductB;

    /// <summary>a of (iv).</summary>
    public const double ProductA = 1.066;

    /// <summary>b of (iv).</summary>
    public const double ProductB = 0.271;

    /// <summary>
    /// (v) phi^(1/2)(s t/C) &lt;= a phi^1(s) + (1 - a) phi_2(t) for all s, t >= 0 with C = 1.24 and a = 0.89, certified box by box, with an
    /// argument of its own for s beyond e^60. A single set with f = e^3.67 attains 1.23975. Equal weights give 2.006 instead, which s near
    /// e^88 alone decides: 2 would do everywhere else.
    /// </summary>
    public const double Half = 1.24;

    /// <summary>a of (v).</summary>
    public const double HalfA = 0.89;

    /// <summary>
    /// (vi) H^(d/2) into Exp_2. With v the measure of the unit ball, the sum S_m of (1 + |k|^2)^-s over k in Z^d, s = d m/(2(m - 1)), is at most
    /// v (m - 1) + c (<see cref="LatticeExcess"/>), and the modular of f/(C |f|) is at most the sum of S_m^(m-1) C^-2m/m!. For z = v/C^2 = T e^-T, T &lt;= 1,
    /// Abel's sum of a (a + m)^(m-1) z^m/m! over m >= 0 is e^(a T): with a = c/v - 1 the modular is at most (e^(a T) - 1)/(a v), which is 1 at
    /// T = log(1 + a v)/a. So C^2 = v e^T/T, with T = 1 where that is more: C = (2e)^(1/2), (pi e)^(1/2), 3.563 for d = 1, 2, 3.
    /// </summary>
    public static double Embedding(int dimension)
    {
        var v = UnitBall(dimension);
        var a = (LatticeExcess(dimension) / v) - 1;
        var t = Math.Min(1, Math.Log(1 + (a * v)) / a);
        return Math.Sqrt(v * Math.Exp(t) / t);
    }

    /// <summary>The measure of the unit ball, v = pi^(d/2)/Gamma(d/2 + 1).</summary>
    public static double UnitBall(int dimension) => Math.Pow(Math.PI, 0.5 * dimension) / SpecialFunctions.Gamma((0.5 * dimension) + 1);

    /// <summary>
    /// c with sum over k in Z^d of (1 + |k|^2)^-(d/2 + e) &lt;= d v/(2e) + c for all e > 0: in int t^(s-1) e^-t theta(t)^d dt/Gamma(s) with
    /// theta(t) &lt;= 1 + (pi/t)^(1/2), the power j of the second part gives binom(d, j) pi^(j/2) Gamma((d - j)/2 + e)/Gamma(d/2 + e), which falls with e, so that e = 0
    /// is the worst for j &lt; d; j = d gives the pole, Gamma(1 + e)/Gamma(d/2 + e) falling too for d >= 2. For d = 1 that quotient grows, and c is 1 + 2 log 2.
    /// </summary>
    public static double LatticeExcess(int dimension) => dimension == 1
        ? 1 + (2 * Math.Log(2))
        : Enumerable.Range(0, dimension).Sum(j => SpecialFunctions.Binomial(dimension, j) * Math.Pow(Math.PI, 0.5 * j)
            * SpecialFunctions.Gamma(0.5 * (dimension - j)) / SpecialFunctions.Gamma(0.5 * dimension));

    /// <summary>(iv), proof: the norm for phi is at most this times the norm for psi; the quotient of the norms of constants.</summary>
    public static double Equivalence(YoungFunction phi, YoungFunction psi) => psi.UnitPoint / phi.UnitPoint;

    /// <summary>(ii), (iii) s t &lt;= phi^beta(s) + (beta/e) phi_(1/beta)(t) for 0 &lt; beta &lt;= 1.</summary>
    public static double Hoelder(double beta) => 1 + (beta / Math.E);

    /// <summary>(ii), (iii) 1/((log 2)^beta t) with phi^beta(t) = 1: what constants need, and no function needs more.</summary>
    public static double Norming(double beta) => 1 / (Math.Pow(Math.Log(2), beta) * YoungFunction.Logarithmic(beta).UnitPoint);
}
