using Orowan.Claims.MultipleSigns;
using Orowan.Measures;
using Xunit;

namespace Orowan.Tests.Claims;

/// <summary>What the constants of B, Lemma A.1(ii) and of the proof of (iv) rest on, certified for all arguments.</summary>
public sealed class OrliczDualityTests
{
    private const double Margin = 1e-9;

    /// <summary>
    /// (ii): M(k t) is convex in z = exp(t^alpha) - 1, alpha = 1/beta, where s(k t) t^(1-alpha) e^(-t^alpha) grows with t, y = k t = phi'(s). With L = log(e + s),
    /// p = s/(e + s) = 1 - e^(1-L), the derivative of its logarithm is not negative where E = p (L (2 - p) - (1 - beta) p)/(L (L + beta p)) ((1 - beta) + t^alpha)
    /// is at most 1. t^alpha falls with k; at k = C = Lambda^beta, Lambda = log(e + u)/log 2, phi^beta(u) = 1, it is (L/Lambda)(1 + beta p/L)^(1/beta).
    /// Every factor is monotone in p and beta, so the corners decide a box. From p = 0.99 on E &lt;= (2 - p)(1/L + e^(1/L)/Lambda), which falls.
    /// </summary>
    [Fact]
    public void Constants_are_the_worst_for_duality()
    {
        var boxes = new Stack<(double P0, double P1, double B0, double B1)>([(0, 0.99, 0, 1)]);
        var count = 0;
        while (boxes.TryPop(out var box))
        {
            Assert.True(++count < 100_000, $"undecided near p = {box.P0:R}, beta = {box.B0:R}");
            if (Largest(box.P0, box.P1, box.B0, box.B1) + Margin <= 1) continue;
            var (p, b) = ((box.P0 + box.P1) / 2, (box.B0 + box.B1) / 2);
            boxes.Push((box.P0, p, box.B0, b));
            boxes.Push((box.P0, p, b, box.B1));
            boxes.Push((p, box.P1, box.B0, b));
            boxes.Push((p, box.P1, b, box.B1));
        }
        Assert.True(count > 1);
        var l = LogOf(0.99);
        Assert.True((1.01 * ((1 / l) + (Math.Exp(1 / l) / Lambda(1)))) + Margin < 1);
    }

    /// <summary>The bound is no formality: with k half as large it fails.</summary>
    [Fact]
    public void Smaller_factors_are_not_enough()
    {
        static double E(double p, double beta, double factor)
        {
            var l = LogOf(p);
            return p * ((l * (2 - p)) - ((1 - beta) * p)) / (l * (l + (beta * p))) * (1 - beta + (l / (factor * Lambda(beta)) * Math.Pow(1 + (beta * p / l), 1 / beta)));
        }

        Assert.InRange(E(0.6, 0.05, 1), 0.7, 1);
        Assert.True(E(0.6, 0.05, 0.5) > 1);
    }

    /// <summary>
    /// (iv), proof: phi(s/c) &lt;= 1 + k (psi(s) - 1) where c = s_psi/s_phi, phi(s_phi) = psi(s_psi) = 1, and k makes the slopes equal there. Exp: the second
    /// derivative k e^s - e^(s/c)/c^2 is at least e^(s/c) (k - 1/c^2). L log L: k/(1 + s) against (1/c)/(e c + s) + e/(e c + s)^2, so
    /// k (e c + s)^2 - (1 + s)(2 e + s/c), a polynomial with positive coefficients. At s = 0 the difference is 1 - k.
    /// </summary>
    [Fact]
    public void Norms_are_equivalent_with_the_quotient_of_the_norms_of_constants()
    {
        var (exp, psi) = (YoungFunction.Exponential(1), YoungFunction.ExponentialConjugate);
        var c = OrliczConstants.Equivalence(exp, psi);
        var k = SlopeAt(exp) / (c * SlopeAt(psi));
        Assert.Equal(1.6536, c, 1e-4);
        Assert.True(k < 1 - Margin && k > (1 / (c * c)) + Margin);

        var (log, other) = (YoungFunction.Logarithmic(1), YoungFunction.LogarithmicConjugate);
        (c, k) = (OrliczConstants.Equivalence(log, other), SlopeAt(log) / (OrliczConstants.Equivalence(log, other) * SlopeAt(other)));
        Assert.Equal(2.1595, c, 1e-4);
        Assert.True(k < 1 - Margin && k > (1 / c) + Margin);
        Assert.True((k * Math.E * Math.E * c * c) - (2 * Math.E) > Margin);
        Assert.True((2 * k * Math.E * c) - (2 * Math.E) - (1 / c) > Margin);
    }

    /// <summary>(vi): at C_d the modular of f/C_d |f| is at most 1, term by term, and hardly less would not do for this proof when d = 3.</summary>
    [Theory]
    [InlineData(1, 2.3316)]
    [InlineData(2, 2.9223)]
    [InlineData(3, 3.5626)]
    [InlineData(4, 4.536)]
    public void The_modular_of_the_embedding_is_at_most_one(int dimension, double about)
    {
        double Modular(double constant)
        {
            var (v, c, sum) = (OrliczConstants.UnitBall(dimension), OrliczConstants.LatticeExcess(dimension), 0.0);
            for (var m = 1; m < 200_000; m++)
                sum += Math.Exp(((m - 1) * Math.Log((v * (m - 1)) + c)) - (2 * m * Math.Log(constant)) - MathNet.Numerics.SpecialFunctions.FactorialLn(m));
            return sum;
        }

        var embedding = OrliczConstants.Embedding(dimension);
        Assert.InRange(Modular(embedding), 0, 1 + Margin);
        Assert.Equal(about, embedding, 1e-3);
        if (dimension >= 3) Assert.True(Modular(0.999 * embedding) > 1);
    }

    /// <summary>The lattice sum itself, cut off at |k_i| = 40, is below its bound.</summary>
    [Fact]
    public void Lattice_sums_are_below_their_bound()
    {
        foreach (var e in new[] { 0.1, 0.5, 1.5 })
        {
            double sum = 0;
            for (var i = -40; i <= 40; i++)
            {
                for (var j = -40; j <= 40; j++)
                {
                    for (var k = -40; k <= 40; k++) sum += Math.Pow(1 + (i * i) + (j * j) + (k * k), -1.5 - e);
                }
            }
            Assert.InRange(sum, 1, (1.5 * OrliczConstants.UnitBall(3) / e) + OrliczConstants.LatticeExcess(3));
        }
    }

    private static double SlopeAt(YoungFunction phi) => phi.Growth(phi.UnitPoint) / phi.UnitPoint;

    /// <summary>L = 1 - log(1 - p).</summary>
    private static double LogOf(double p) => 1 - Math.Log(1 - p);

    /// <summary>log(e + u)/log 2, decreasing in beta as u is; u = 1 at beta = 0.</summary>
    private static double Lambda(double beta) => Math.Log(Math.E + (beta == 0 ? 1 : YoungFunction.Logarithmic(beta).UnitPoint)) / Math.Log(2);

    /// <summary>E on a box at most: (1 + beta q)^(1/beta) falls with beta and grows with q = p/L, which p1/L0 bounds.</summary>
    private static double Largest(double p0, double p1, double b0, double b1)
    {
        var (l0, l1) = (LogOf(p0), LogOf(p1));
        var power = b0 == 0 ? Math.Exp(p1 / l0) : Math.Pow(1 + (b0 * p1 / l0), 1 / b0);
        return p1 * ((l1 * (2 - p0)) - ((1 - b1) * p0)) / (l0 * (l0 + (b0 * p0))) * (1 - b0 + (l1 / Lambda(b1) * power));
    }
}
