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
