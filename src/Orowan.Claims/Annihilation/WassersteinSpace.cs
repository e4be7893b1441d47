using Orowan.Formats;
using Orowan.Measures;

namespace Orowan.Claims.Annihilation;

/// <summary>A, section 3.1: the distances W and bold W as infima over couplings, and the notation around them.</summary>
internal static class WassersteinSpace
{
    public static Claim<LineMeasures> OneSpecies { get; } = About(
        "A-eq-3.1",
        "Equation (3.1)",
        "W^2(mu, nu) is the least cost of a coupling, attained by the monotone one; it is at most the cost of the product mu x nu, and W_1 is at most W_2.",
        "Linear programming duality: prices with u_i + v_j <= |x_i - y_j|^2 whose integral equals the cost. The product has the right marginals; Cauchy-Schwarz.",
        CheckOneSpecies);

    public static Claim<LineMeasures> Couplings { get; } = About(
        "A-3-couplings",
        "Section 3.1, Gamma(mu, nu)",
        "The optimal plans, of W and of bold W, are couplings: their marginals are mu and nu on all Borel sets.",
        "Atom by atom, which is enough for measures with finitely many atoms.",
        CheckCouplings);

    public static Claim<LineMeasures> SignedMetric { get; } = About(
        "A-3-metric",
        "Section 3.1, d on R x {+-1}",
        "d(x, y) = (|x - y|^2 + |p - q|)^{1/2} is a distance: d(x, z) <= d(x, y) + d(y, z) for all places and signs.",
        "|p - q| = 0 or 2 is the square of the metric 0 or sqrt 2 on {+-1}, so d is the Euclidean product of two metrics. Between all atoms, as bold W of unit atoms.",
        CheckSignedMetric);

    public static Claim<LineMeasures> Bold { get; } = About(
        "A-eq-3.3",
        "Equation (3.3)",
        "Bold W^2 is the least cost of a coupling on (R x {+-1})^2, and bold W is a metric.",
        "Linear programming duality; symmetry, W(mu, mu) = 0, and the triangle over the mirror image of mu with its signs exchanged.",
        CheckBold);

    public static Claim<LineMeasures> Notation { get; } = About(
        "A-eq-3.2",
        "Equation (3.2)",
        "mu(A^+, A^-) = mu^+(A^+) + mu^-(A^-) is a probability measure on R x {+-1}: 0 <= mu^+(R) = m <= 1 and mu^-(R) = 1 - m, the space P_2^m.",
        "Summed over the atoms.",
        (pair, _) => Both(pair).SelectMany(mu => (Comparison[])
        [
            Comparison.Equal(mu.MassOf(1) + mu.MassOf(-1), 1, 8 * mu.Count * Floating.Spacing, 1, "mu^+(R) + mu^-(R)"),
            Comparison.AtMost(mu.MassOf(1), 1, 8 * mu.Count * Floating.Spacing, "m"),
        ]));

    public static Claim<LineMeasures> Parts { get; } = About(
        "A-eq-3.5",
        "Equation (3.5)",
        "rho = rho^+ + rho^- is a probability measure, kappa = rho^+ - rho^- has kappa(R) = 2m - 1, and [kappa]_+- <= rho^+-, with |kappa| <= rho.",
        "At each place; of half the sum of both measures, so that places are shared.",
        CheckParts);

    private static Claim<LineMeasures> About(string id, string label, string statement, string derivation, Func<LineMeasures, IDistances, IEnumerable<Comparison>> check) =>
        new(id, label, statement, derivation, _ => null, (pair, solver) => check(pair, Distances.Of(solver)));

    private static IEnumerable<AtomicMeasure> Both(LineMeasures pair) => [pair.First, pair.Second];

    private static IEnumerable<Comparison> CheckOneSpecies(LineMeasures pair, IDistances distances)
    {
        var (mu, nu) = (pair.First, pair.Second);
        var (cost, u) = (distances.Squared(mu, nu, Space.Line), Distances.Rounding(mu, nu));
        double product = 0;
        for (var i = 0; i < mu.Count; i++)
        {
            for (var j = 0; j < nu.Count; j++) product += mu.Mass[i] * nu.Mass[j] * (mu.X[i] - nu.X[j]) * (mu.X[i] - nu.X[j]);
        }
        yield return Comparison.Equal(cost, Transport.ByAllCosts(mu, nu, Space.Line).LowerBound, u, Scale(pair), "the prices prove it");
        yield return Comparison.AtMostOnScale(cost, product, u, Scale(pair), "against the product coupling");
        var first = distances.Optimal(mu, nu, Space.Line, null, 1).Cost;
        yield return Comparison.AtMostOnScale(first * first, cost, u, Scale(pair), "W_1^2 against W_2^2");
    }

    private static IEnumerable<Comparison> CheckCouplings(LineMeasures pair, IDistances distances)
    {
        foreach (var signs in (SignCost?[])[null, SignCost.A])
        {
            var plan = distances.Optimal(pair.First, pair.Second, Space.Line, signs, 2);
            for (var i = 0; i < pair.First.Count; i++)
            {
                var sent = plan.Shipments.Where(s => s.From == i).Sum(s => s.Mass);
                yield return Comparison.Equal(sent, pair.First.Mass[i], 64 * Floating.Spacing, 1, $"first marginal, atom {i}");
            }
            for (var j = 0; j < pair.Second.Count; j++)
            {
                var came = plan.Shipments.Where(s => s.To == j).Sum(s => s.Mass);
                yield return Comparison.Equal(came, pair.Second.Mass[j], 64 * Floating.Spacing, 1, $"second marginal, atom {j}");
            }
        }
    }

    private static IEnumerable<Comparison> CheckSignedMetric(LineMeasures pair, IDistances distances)
    {
        AtomicMeasure[] atoms = [.. Both(pair).SelectMany(mu => mu.X.Zip(mu.Sign, (x, p) => new AtomicMeasure(1, [x], [1], [p]))).Take(8)];
        var u = Distances.Rounding(pair.First, pair.Second, 2);
        var n = atoms.Length;
        var d = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) d[i, j] = distances.Distance(atoms[i], atoms[j], Space.Line, SignCost.A);
        }
        for (var k = 0; k < n * n * n; k++)
        {
            var (i, j, l) = (k / (n * n), k / n % n, k % n);
            yield return Comparison.AtMostOnScale(d[i, l], d[i, j] + d[j, l], u, Math.Max(Extent(pair), 1), $"atoms {i}, {j}, {l}");
        }
    }

    private static IEnumerable<Comparison> CheckBold(LineMeasures pair, IDistances distances)
    {
        var (mu, nu) = (pair.First, pair.Second);
        var sigma = new AtomicMeasure(1, [.. mu.X.Select(x => -x)], mu.Mass, [.. mu.Sign.Select(p => -p)]);
        double Bold(AtomicMeasure a, AtomicMeasure b) => distances.Distance(a, b, Space.Line, SignCost.A);
        var (cost, u, scale) = (Bold(mu, nu), Distances.Rounding(mu, nu, 2), Scale(pair) + 2);
        yield return Comparison.Equal(cost * cost, Transport.ByAllCosts(mu, nu, Space.Line, SignCost.A).LowerBound, u, scale, "the prices prove it");
        yield return Comparison.Equal(Bold(mu, mu), 0, Math.Sqrt(u), Math.Sqrt(scale), "mu to itself");
        yield return Comparison.Equal(cost * cost, Math.Pow(Bold(nu, mu), 2), 2 * u, scale, "symmetry");
        yield return Comparison.AtMostOnScale(cost, Bold(mu, sigma) + Bold(sigma, nu), Math.Sqrt(u), Math.Sqrt(scale), "the triangle over the mirror image");
    }

    private static IEnumerable<Comparison> CheckParts(LineMeasures pair, IDistances distances)
    {
        var u = 32 * Floating.Spacing * (pair.First.Count + pair.Second.Count);
        var atoms = Both(pair).SelectMany(mu => Enumerable.Range(0, mu.Count).Select(i => (X: mu.X[i], Plus: mu.Sign[i] > 0 ? mu.Mass[i] / 2 : 0, Minus: mu.Sign[i] < 0 ? mu.Mass[i] / 2 : 0)));
        var places = atoms.GroupBy(a => a.X).Select(g => (X: g.Key, Plus: g.Sum(a => a.Plus), Minus: g.Sum(a => a.Minus))).ToArray();
        yield return Comparison.Equal(places.Sum(p => p.Plus + p.Minus), 1, u, 1, "rho(R)");
        var m = (pair.First.MassOf(1) + pair.Second.MassOf(1)) / 2;
        yield return Comparison.Equal(places.Sum(p => p.Plus - p.Minus), (2 * m) - 1, u, 1, "kappa(R)");
        foreach (var p in places)
        {
            var kappa = p.Plus - p.Minus;
            yield return Comparison.AtMostOnScale(Math.Max(kappa, 0), p.Plus, u, 1, $"[kappa]_+ at {p.X:R}");
            yield return Comparison.AtMostOnScale(Math.Max(-kappa, 0), p.Minus, u, 1, $"[kappa]_- at {p.X:R}");
            yield return Comparison.AtMostOnScale(Math.Abs(kappa), p.Plus + p.Minus, u, 1, $"|kappa| at {p.X:R}");
        }
    }

    private static double Extent(LineMeasures pair) => new LineCurves(pair).Extent;

    private static double Scale(LineMeasures pair) => Extent(pair) * Extent(pair);
}
