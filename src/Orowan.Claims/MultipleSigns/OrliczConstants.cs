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

    /// <summary>(vi) H^(d/2) into Exp_2, d = 1 or 2: (v e)^(1/2) with v = 2, pi the measure of the unit ball.</summary>
    public static double Embedding(int dimension) => Math.Sqrt(Math.E * (dimension == 1 ? 2 : Math.PI));

    /// <summary>(ii), (iii) s t &lt;= phi^beta(s) + (beta/e) phi_(1/beta)(t) for 0 &lt; beta &lt;= 1.</summary>
    public static double Hoelder(double beta) => 1 + (beta / Math.E);

    /// <summary>(ii), (iii) 1/((log 2)^beta t) with phi^beta(t) = 1: what constants need, and no function needs more.</summary>
    public static double Norming(double beta) => 1 / (Math.Pow(Math.Log(2), beta) * YoungFunction.Logarithmic(beta).UnitPoint);
}
