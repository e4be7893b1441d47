using Orowan.Formats;
using static Orowan.Claims.MultipleSigns.GronwallClaims;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, (3.6) and the displays around (3.9), at one instant: the fields of two configurations.</summary>
internal static class GronwallDisplays
{
    private static readonly int[] Signs = [1, -1];

    public static Claim<Pair<TorusCase>> FieldLipschitz { get; } = OnPairs(
        "B-eq-3.6",
        "Inequality (3.6)",
        "|v[mu](x) - v[mu](y)| <= (lambda + U2)|x - y| on the torus.",
        "The total mass of |kappa| is at most 1, and |grad V(x - z) - grad V(y - z)| <= lambda |x - y| along the shortest segment.",
        (pair, coupling) => CheckField(pair, coupling));

    public static Claim<Pair<TorusCase>> FieldOfMeasures { get; } = OnPairs(
        "B-3.5-display-fields",
        "Lemma 3.5, proof, fields of two measures",
        "|v[mu](y) - v[nu](y)| <= lambda (W_1(mu^+, nu^+) + W_1(mu^-, nu^-)) <= lambda (W(mu^+, nu^+) + W(mu^-, nu^-)), the field at y being int grad V(y - z) d kappa(z).",
        "z -> grad V(y - z) is lambda-Lipschitz in each direction; W_1 <= m^(1/2) W for mass m <= 1.",
        (pair, coupling) => CheckMeasures(pair, coupling));

    public static Claim<Pair<TorusCase>> FieldOfMeasuresAsPrinted { get; } = OnPairs(
        FieldOfMeasures.Id,
        FieldOfMeasures.Label,
        "|v[mu](y) - v[nu](y)| = |int grad V(x - y) d((mu^+ - mu^-) - (nu^+ - nu^-))(y)|, with x and y as they stand in the lines before.",
        "As printed: the left side is taken at y, the right side at x.",
        (pair, coupling) => Points(pair).Zip(Points(pair).Reverse(), (y, x) =>
        {
            var (left, right) = (Difference(coupling, y), Difference(coupling, x));
            return Comparison.Equal(left, right, Rounding * SpeedOf(pair.First), SpeedOf(pair.First), "x and y");
        }));

    public static Claim<Pair<TorusCase>> Chain { get; } = OnPairs(
        "B-3.5-display-chain",
        "Lemma 3.5, proof, the two displays after (3.9)",
        "2 int (x - y + k).(v[mu](x) - v[nu](y)) d gamma <= 2(lambda + U2) W^2 + 2 lambda (W(mu^+, nu^+) + W(mu^-, nu^-)) W for each species, and the sum of both right sides "
        + "is at most 2(3 lambda + U2) times their W^2 together.",
        "(3.6) and the fields of two measures under the integral; (a + b)^2 <= 2(a^2 + b^2).",
        (pair, coupling) => CheckChain(pair, coupling));

    public static Claim<Pair<TorusCase>> Limit { get; } = OnPairs(
        "B-3.5-display-limit",
        "Lemma 3.5, proof, the double integral in step 1",
        "I(mu) = int int grad phi(x) . grad V(x - y) d(kappa(y) mu^+-(x)) passes to limits: |I(mu) - I(nu)| <= 2 pi|k| ((2 pi|k| G + lambda) W_1(mu^+-, nu^+-) "
        + "+ m^+- lambda (W_1(mu^+, nu^+) + W_1(mu^-, nu^-))) for phi = cos, sin of 2 pi k.x, G = sup|grad V|, m^+- = n^+-/n.",
        "x -> grad phi(x) . grad V(x - y) has the Lipschitz constant 4 pi^2|k|^2 G + 2 pi|k| lambda, y -> the same 2 pi|k| lambda; |kappa| has mass 1. So convergence in W is enough.",
        (pair, coupling) => CheckLimit(pair, coupling));

    private static IEnumerable<double[]> Points(Pair<TorusCase> pair) => Enumerable.Range(0, pair.First.Count)
        .SelectMany(i => new[] { pair.First.At(i).ToArray(), pair.Second.At(i).ToArray() });

    private static double Norm(double[] v) => v.Length == 1 ? Math.Abs(v[0]) : double.Hypot(v[0], v[1]);

    private static double[] Minus(double[] a, double[] b) => [.. a.Zip(b, (p, q) => p - q)];

    private static double Difference(SpeciesCoupling coupling, double[] at) => Norm(Minus(coupling.FieldOfFirst(at), coupling.FieldOfSecond(at)));

    private static IEnumerable<Comparison> CheckField(Pair<TorusCase> pair, SpeciesCoupling coupling)
    {
        var (rate, speed) = (RateOf(pair.First), SpeedOf(pair.First));
        double[][] points = [.. Points(pair)];
        for (var i = 0; i < points.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var r = Norm([.. points[i].Zip(points[j], (p, q) => p - q - Math.Round(p - q))]);
                var value = Norm(Minus(coupling.FieldOfFirst(points[i]), coupling.FieldOfFirst(points[j])));
                yield return Comparison.AtMostOnScale(value, rate * r, Rounding * speed, (rate * r) + (1e-6 * speed) + double.Epsilon, $"points {i} and {j}");
            }
        }
    }

    private static IEnumerable<Comparison> CheckMeasures(Pair<TorusCase> pair, SpeciesCoupling coupling)
    {
        var (lambda, speed) = (pair.First.V.HessianBound, SpeedOf(pair.First));
        var first = Signs.Sum(coupling.FirstDistanceOf);
        var second = Signs.Sum(sign => Math.Sqrt(coupling.SquareOf(sign)));
        foreach (var y in Points(pair))
        {
            var bound = lambda * first;
            yield return Comparison.AtMostOnScale(Difference(coupling, y), bound, Rounding * (speed + lambda), bound + (1e-6 * (speed + lambda)) + double.Epsilon, "W_1");
        }
        yield return Comparison.AtMostOnScale(first, second, 1e-12, 1, "W_1 and W");
    }

    private static IEnumerable<Comparison> CheckLimit(Pair<TorusCase> pair, SpeciesCoupling coupling)
    {
        var (v, n) = (pair.First.V, (double)pair.First.Count);
        var together = Signs.Sum(coupling.FirstDistanceOf);
        foreach (var k in pair.First.Dimension == 1 ? (int[][])[[1], [3]] : [[1, 0], [1, -1], [0, 2]])
        {
            var wave = 2 * Math.PI * Norm([.. k.Select(component => (double)component)]);
            foreach (var sign in Signs)
            {
                var bound = wave * ((((wave * v.GradientBound) + v.HessianBound) * coupling.FirstDistanceOf(sign)) + (pair.First.CountOf(sign) / n * v.HessianBound * together));
                var (first, second) = (DoubleIntegral(pair.First, k, sign), DoubleIntegral(pair.Second, k, sign));
                var size = wave * v.GradientBound;
                foreach (var (a, b, name) in new[] { (first.Cos, second.Cos, "cos"), (first.Sin, second.Sin, "sin") })
                {
                    var at = $"{name} of k = ({string.Join(", ", k)}), species {sign}";
                    yield return Comparison.AtMostOnScale(Math.Abs(a - b), bound, Rounding * size, bound + (1e-6 * size) + double.Epsilon, at);
                }
            }
        }
    }

    /// <summary>The double integral as the double sum it is, for the cosine and for the sine; on slip planes the first component alone.</summary>
    private static (double Cos, double Sin) DoubleIntegral(TorusCase subject, int[] k, int sign)
    {
        var d = subject.Dimension;
        var (r, gradient, cosine, sine) = (new double[d], new double[d], 0.0, 0.0);
        for (var i = 0; i < subject.Count; i++)
        {
            if (subject.B[i] != sign) continue;
            var (sin, cos) = Math.SinCos(TorusWeakForm.Phase(k, subject.At(i)));
            for (var j = 0; j < subject.Count; j++)
            {
                for (var a = 0; a < d; a++) r[a] = subject.At(i)[a] - subject.At(j)[a];
                subject.V.Gradient(r, gradient);
                double along = 0;
                for (var a = 0; a < (subject.Motion == TorusMotion.Slip ? 1 : d); a++) along += 2 * Math.PI * k[a] * gradient[a];
                cosine -= subject.B[j] * along * sin / ((double)subject.Count * subject.Count);
                sine += subject.B[j] * along * cos / ((double)subject.Count * subject.Count);
            }
        }
        return (cosine, sine);
    }

    private static IEnumerable<Comparison> CheckChain(Pair<TorusCase> pair, SpeciesCoupling coupling)
    {
        var (rate, lambda) = (RateOf(pair.First), pair.First.V.HessianBound);
        var together = Signs.Sum(sign => Math.Sqrt(coupling.SquareOf(sign)));
        double sum = 0;
        foreach (var sign in Signs)
        {
            var square = coupling.SquareOf(sign);
            var bound = (2 * rate * square) + (2 * lambda * together * Math.Sqrt(square));
            sum += bound;
            var uncertainty = Rounding * (bound + SpeedOf(pair.First) * Math.Sqrt(square));
            yield return Comparison.AtMostOnScale(coupling.Rate(sign).Product, bound, uncertainty, Math.Max(bound, 1e4 * uncertainty) + double.Epsilon, $"species {sign}");
        }
        var whole = 2 * ((3 * lambda) + pair.First.U.HessianBound) * coupling.Plan.Cost;
        yield return Comparison.AtMostOnScale(sum, whole, Rounding * whole, whole + double.Epsilon, "both species");
    }
}
