using Orowan.Claims.MultipleSigns;
using Orowan.Measures;
using Xunit;

namespace Orowan.Tests.Claims;

/// <summary>The constants of B, Lemma A.1, certified: each for all arguments, by a closed minimum, monotonicity box by box, or Jensen.</summary>
public sealed class OrliczConstantsTests
{
    private const double C = OrliczConstants.Half;
    private const double A = OrliczConstants.HalfA;

    /// <summary>Far more than the roundings of the few operations of a bound, which are of size 1 here.</summary>
    private const double Margin = 1e-9;

    /// <summary>(i): C/(e log C) &lt;= C - 1/e; one in the third digit less and the argument fails.</summary>
    [Fact]
    public void The_entropy_bounds_the_norm()
    {
        static double Slack(double c) => c - Math.Exp(-1) - (c / (Math.E * Math.Log(c)));
        Assert.True(Slack(OrliczConstants.Entropy) > Margin);
        Assert.True(Slack(1.61) < 0);
    }

    /// <summary>(iv): F(s) = a log(e + s) - log(s/b) + 1 - b/s on s >= b is least at b or at the larger root of its slope's numerator.</summary>
    [Fact]
    public void The_weights_of_Youngs_inequality_are_right()
    {
        static double Least(double a, double b)
        {
            double F(double s) => (a * Math.Log(Math.E + s)) - Math.Log(s / b) + 1 - (b / s);
            var (square, linear) = (a - 1, Math.E - b);
            var root = (linear + Math.Sqrt((linear * linear) - (4 * square * b * Math.E))) / (2 * square);
            return Math.Min(F(b), F(root));
        }

        Assert.True(Least(OrliczConstants.ProductA, OrliczConstants.ProductB) > Margin);
        Assert.True(Least(OrliczConstants.ProductA, OrliczConstants.ProductB - 0.001) < 0);
    }

    /// <summary>
    /// (v): divided by s, (t/C) (log(e + s t/C))^(1/2) &lt;= a log(e + s) + (1 - a)(exp(t^2) - 1)/s. The left side grows with s and t; of the right
    /// side the first term grows with s, the second falls with s and grows with t. So the corners decide a box in (x, theta) = (log s, t^2), and a
    /// box that they do not decide is cut in four. For x beyond 60 see the next test; for x below -20 the box reaches down to s = 0.
    /// </summary>
    [Fact]
    public void The_constant_for_L_log_half_L_holds_for_all_s_up_to_e_60()
    {
        var boxes = new Stack<(double X0, double X1, double T0, double T1)>();
        // Beyond theta = 100 the last term alone is larger: (1 - a)(e^100 - 1)/e^60 > 1e16, and it grows faster.
        boxes.Push((-20, 60, 0, 100));
        boxes.Push((double.NegativeInfinity, -20, 0, 100));
        var count = 0;
        while (boxes.TryPop(out var box))
        {
            Assert.True(++count < 2_000_000, $"undecided near x = {box.X0:R}, theta = {box.T0:R}");
            if (Left(box.X1, box.T1) + Margin <= Right(box.X0, box.X1, box.T0)) continue;
            var t = (box.T0 + box.T1) / 2;
            if (double.IsInfinity(box.X0))
            {
                boxes.Push(box with { T1 = t });
                boxes.Push(box with { T0 = t });
                continue;
            }
            var x = (box.X0 + box.X1) / 2;
            boxes.Push((box.X0, x, box.T0, t));
            boxes.Push((box.X0, x, t, box.T1));
            boxes.Push((x, box.X1, box.T0, t));
            boxes.Push((x, box.X1, t, box.T1));
        }
        Assert.True(count > 1000);
    }

    /// <summary>
    /// (v) for L = log(e + s) >= 60, theta = r L. log(e + s t/C) &lt;= L + log(theta)/2, as C > 1, so for r &lt;= 1.15 the left side over L is at most
    /// (r (1 + log(r L)/(2L)))^(1/2)/C, which falls with L once r L > e; at r = 1.15, L = 60 it is below a. For r >= 1.15 the last term over L is at least
    /// (1 - a)(e^((r-1)L) - 1)/L, more than 2r at r = 1.15 and growing faster, and the left side over L is at most r.
    /// </summary>
    [Fact]
    public void The_constant_for_L_log_half_L_holds_beyond_e_60()
    {
        const double r = 1.15;
        const double l = 59.9;
        Assert.True(Math.Sqrt(r * (1 + (Math.Log(r * l) / (2 * l)))) / C + Margin < A);
        Assert.True((1 - A) * (Math.Exp((r - 1) * l) - 1) / l > 2 * r);
    }

    /// <summary>One set with f = e^3.67 comes within 3e-4 of the constant, one with f = 36.58 within 3e-4 of that of (iv).</summary>
    [Fact]
    public void Single_sets_come_close_to_the_constants()
    {
        static double HalfOf(double s)
        {
            double[] m = [1 / YoungFunction.Logarithmic(1).Value(s)];
            return LuxemburgNorm.Of(YoungFunction.Logarithmic(0.5), [s * Math.Sqrt(Math.Log(1 + (1 / m[0])))], m).Value;
        }

        static double ProductOf(double s) => Math.Log(1 + YoungFunction.Logarithmic(1).Value(s)) / Math.Log(Math.E + s);
        Assert.InRange(HalfOf(Math.Exp(3.67)), 1.2397, C);
        Assert.InRange(ProductOf(36.58), 1.3367, OrliczConstants.Product);
    }

    /// <summary>
    /// With equal weights the constant is 2 c with phi^(1/2)(s t/c) &lt;= phi^1(s) + phi_2(t), and c = 1 fails near s = e^88, t^2 = 88.9, alone: c = 1.003 does not.
    /// </summary>
    [Fact]
    public void Equal_weights_are_decided_near_e_88()
    {
        static double Excess(double x, double c) =>
            Enumerable.Range(0, 400).Max(k => ExcessAt(x, x - 4 + (0.02 * k), c));

        static double ExcessAt(double x, double theta, double c) => theta <= 0
            ? double.NegativeInfinity
            : (Math.Sqrt(theta) / c * Math.Sqrt(LogOfShifted(x + (0.5 * Math.Log(theta)) - Math.Log(c)))) - LogOfShifted(x) - Math.Exp(theta - x) + Math.Exp(-x);

        Assert.True(Excess(88, 1) > 0.2);
        Assert.True(Excess(88, 1.003) < 0);
        Assert.True(Excess(2, 1) < 0);
    }

    private static double Left(double x, double theta)
    {
        var t = Math.Sqrt(theta) / C;
        return t * Math.Sqrt(LogOfShifted(x + Math.Log(t)));
    }

    private static double Right(double x0, double x1, double theta) =>
        (A * LogOfShifted(x0)) + ((1 - A) * Math.Exp(-x1) * (Math.Exp(theta) - 1));

    private static double LogOfShifted(double x) =>
        double.IsNegativeInfinity(x) ? 1 : Math.Max(1, x) + Math.Log(1 + Math.Exp(-Math.Abs(x - 1)));
}
