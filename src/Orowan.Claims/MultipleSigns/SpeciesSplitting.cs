using Orowan.Formats;
using Orowan.Measures;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, (2.4) to (2.6) and Proposition 2.2: bold W on T^d x {+-1}, and when it splits over the signs.</summary>
internal static class SpeciesSplitting
{
    /// <summary>Up to this d two changes of sign, which cost 8, are not less than the most that keeping the signs can cost, 2 d/4.</summary>
    private const int LastDimension = 16;

    public static Claim<TorusMeasures> Bold { get; } = About(
        "B-eq-2.4",
        "Equation (2.4)",
        "Bold W^2 is the least cost of a coupling, which is attained, and bold W is a metric.",
        "Linear programming duality: prices whose integral equals the cost; symmetry, W(mu, mu) = 0, and the triangle over mu moved by 1/3.",
        CheckBold);

    public static Claim<TorusMeasures> Cost { get; } = About(
        "B-eq-2.5",
        "Equation (2.5)",
        "d^2 = ||x - y||^2 + |a - b|^2 is the square of a distance on T^d x {+-1}; changing the sign in place costs 4.",
        "A Euclidean product of two metrics. Between all atoms, as bold W of unit atoms.",
        CheckCost);

    public static Claim<TorusMeasures> Metric { get; } = About(
        "B-eq-2.6",
        "Equation (2.6)",
        "||x - y|| is the least ||x - y + k|| over k in Z^d, attained with k_i in {-1, 0, 1} for x, y in [0, 1)^d; it is at most sqrt(d)/2, attained at antipodes.",
        "Coordinate by coordinate, |x_i - y_i + k_i| <= 1/2 for the best k_i.",
        CheckMetric);

    public static Claim<TorusMeasures> Split { get; } = OfEqualMasses(
        "B-2.2-i",
        "Proposition 2.2(i)",
        "If the masses of each sign agree, W^2(mu, nu) <= W^2(mu^+, nu^+) + W^2(mu^-, nu^-), with equality for d <= 16.",
        "Changes of sign come in pairs, which cost 8; exchanging the ends of such a pair costs at most 2 diam^2 = d/2 more. For d >= 17 antipodal atoms that exchange their signs are cheaper to "
        + "change in place.",
        (pair, distances) => CheckSplit(pair, distances, pair.Dimension <= LastDimension));

    public static Claim<TorusMeasures> SplitPrinted { get; } = OfEqualMasses(
        "B-2.2-i",
        "Proposition 2.2(i)",
        "As printed, for every d: W^2(mu, nu) = W^2(mu^+, nu^+) + W^2(mu^-, nu^-).",
        "Both sides as optimal transport problems of their own.",
        (pair, distances) => CheckSplit(pair, distances, equality: true));

    public static Claim<TorusMeasures> Plans { get; } = OfEqualMasses(
        "B-2.2-ii",
        "Proposition 2.2(ii)",
        "For d <= 16 the optimal plans gamma^+- of the signs together are an optimal plan of bold W; for d < 16 every optimal plan keeps all signs.",
        "From (i), whose inequality is strict for d < 16. The prices of the problem over both signs prove the plan optimal.",
        (pair, distances) => CheckPlans(pair, distances, pair.Dimension <= LastDimension));

    public static Claim<TorusMeasures> PlansPrinted { get; } = OfEqualMasses(
        "B-2.2-ii",
        "Proposition 2.2(ii)",
        "As printed, for every d: there is an optimal plan (gamma^+, gamma^-) of optimal plans of the signs.",
        "The prices of the problem over both signs bound its cost from below.",
        (pair, distances) => CheckPlans(pair, distances, judged: true));

    public static Claim<TorusMeasures> Diameter { get; } = About(
        "B-2.2-display-1",
        "Proposition 2.2, proof",
        "diam(T^d) = sqrt(d)/2, which is less than 2 for d < 16 only.",
        "W between unit atoms at antipodes.",
        (pair, distances) => CheckDiameter(pair, distances, Math.Sqrt(pair.Dimension) / 2));

    public static Claim<TorusMeasures> DiameterPrinted { get; } = About(
        "B-2.2-display-1",
        "Proposition 2.2, proof",
        "As printed, for every d: diam(T^d) < 2.",
        "W between unit atoms at antipodes.",
        (pair, distances) => CheckDiameter(pair, distances, 2));

    /// <summary>A positive atom at 0 and a negative one at (1/2, ..., 1/2) exchange their signs, d = 17.</summary>
    public static TorusMeasures Counterexample { get; } = Exchanged(17);

    /// <summary>The same in another dimension.</summary>
    public static TorusMeasures Exchanged(int dimension)
    {
        double[] places = [.. new double[dimension], .. Enumerable.Repeat(0.5, dimension)];
        return new(dimension, AtomicMeasure.Equal(dimension, [.. places], [1, -1]), AtomicMeasure.Equal(dimension, [.. places], [-1, 1]));
    }

    private static Claim<TorusMeasures> About(string id, string label, string statement, string derivation, Func<TorusMeasures, IDistances, IEnumerable<Comparison>> check) =>
        new(id, label, statement, derivation, _ => null, (pair, solver) => check(pair, Distances.Of(solver)));

    private static Claim<TorusMeasures> OfEqualMasses(string id, string label, string statement, string derivation, Func<TorusMeasures, IDistances, IEnumerable<Comparison>> check) =>
        new(id, label, statement, derivation, EqualMasses, (pair, solver) => check(pair, Distances.Of(solver)));

    private static string? EqualMasses(TorusMeasures pair) =>
        Math.Abs(pair.First.MassOf(1) - pair.Second.MassOf(1)) > 1e-12 ? "the masses of each sign must agree" : null;

    /// <summary>What rounding makes of bold W^2; places are in [0, 1).</summary>
    private static double Rounding(TorusMeasures pair) => 32 * Floating.Spacing * (pair.First.Count + pair.Second.Count) * (pair.Dimension + 4);

    private static double Scale(TorusMeasures pair) => (pair.Dimension / 4.0) + 4;

    private static IEnumerable<Comparison> CheckBold(TorusMeasures pair, IDistances distances)
    {
        var (mu, nu, u, scale) = (pair.First, pair.Second, Rounding(pair), Scale(pair));
        var moved = mu.At((_, x) => x + (1.0 / 3));
        double Bold(AtomicMeasure a, AtomicMeasure b) => distances.Squared(a, b, pair.Space, SignCost.B);
        yield return Comparison.Equal(Bold(mu, nu), Transport.ByAllCosts(mu, nu, pair.Space, SignCost.B).LowerBound, u, scale, "the prices prove it");
        yield return Comparison.Equal(Bold(mu, mu), 0, u, scale, "mu to itself");
        yield return Comparison.Equal(Bold(mu, nu), Bold(nu, mu), 2 * u, scale, "symmetry");
        var around = Math.Sqrt(Bold(mu, moved)) + Math.Sqrt(Bold(moved, nu));
        yield return Comparison.AtMostOnScale(Math.Sqrt(Bold(mu, nu)), around, Math.Sqrt(u), Math.Sqrt(scale), "the triangle over mu moved by 1/3");
    }

    private static IEnumerable<Comparison> CheckCost(TorusMeasures pair, IDistances distances)
    {
        var u = Rounding(pair);
        AtomicMeasure[] atoms = [.. Atoms(pair.First, p => p).Concat(Atoms(pair.Second, p => p)).Take(7)];
        foreach (var x in atoms)
        {
            var flipped = new AtomicMeasure(x.Dimension, x.X, x.Mass, [-x.Sign[0]]);
            yield return Comparison.Equal(distances.Squared(x, flipped, pair.Space, SignCost.B), 4, u, 4, "a change of sign in place");
            foreach (var y in atoms)
            {
                foreach (var z in atoms)
                {
                    double D(AtomicMeasure a, AtomicMeasure b) => distances.Distance(a, b, pair.Space, SignCost.B);
                    yield return Comparison.AtMostOnScale(D(x, z), D(x, y) + D(y, z), Math.Sqrt(u) * 1e-3, Math.Sqrt(Scale(pair)), "the triangle between atoms");
                }
            }
        }
    }

    private static IEnumerable<AtomicMeasure> Atoms(AtomicMeasure of, Func<int, int> sign) =>
        Enumerable.Range(0, of.Count).Select(i => new AtomicMeasure(of.Dimension, [.. of.At(i)], [1], [sign(of.Sign[i])]));

    private static IEnumerable<Comparison> CheckMetric(TorusMeasures pair, IDistances distances)
    {
        var u = Rounding(pair);
        foreach (var a in Atoms(pair.First, p => p))
        {
            foreach (var b in Atoms(pair.Second, p => p))
            {
                var images = a.X.Zip(b.X, (x, y) => ((double[])[-1, 0, 1]).Min(k => (x - y + k) * (x - y + k))).Sum();
                yield return Comparison.Equal(distances.Squared(a, b, pair.Space), images, u, pair.Dimension / 4.0, "the nearest image");
                yield return Comparison.AtMost(distances.Squared(a, b, pair.Space), pair.Dimension / 4.0, u, "the diameter");
            }
            yield return Comparison.Equal(distances.Squared(a, a.At((_, x) => x + 0.5), pair.Space), pair.Dimension / 4.0, u, pair.Dimension / 4.0, "antipodes");
        }
    }

    private static IEnumerable<Comparison> CheckSplit(TorusMeasures pair, IDistances distances, bool equality)
    {
        var (bold, apart, u) = (Transport.ByAllCosts(pair.First, pair.Second, pair.Space, SignCost.B), Apart(pair, distances), 2 * Rounding(pair));
        yield return Comparison.AtMostOnScale(bold.LowerBound, apart, u, Scale(pair), "the inequality");
        if (equality) yield return Comparison.Equal(bold.Cost, apart, u, Scale(pair), $"the equality, d = {pair.Dimension}");
        yield return Comparison.Equal(distances.Squared(pair.First, pair.Second, pair.Space, SignCost.B), bold.LowerBound, u, Scale(pair), "bold W by its prices");
    }

    private static double Apart(TorusMeasures pair, IDistances distances) =>
        Signs(pair).Sum(sign => distances.Squared(pair.First.Part(pair.First.Members(sign)), pair.Second.Part(pair.Second.Members(sign)), pair.Space));

    private static IEnumerable<int> Signs(TorusMeasures pair) => ((int[])[1, -1]).Where(sign => pair.First.MassOf(sign) > 0);

    private static IEnumerable<Comparison> CheckPlans(TorusMeasures pair, IDistances distances, bool judged)
    {
        var (bold, u) = (Transport.ByAllCosts(pair.First, pair.Second, pair.Space, SignCost.B), 2 * Rounding(pair));
        double cost = 0, moved = 0;
        foreach (var sign in Signs(pair))
        {
            var (from, to) = (pair.First.Members(sign), pair.Second.Members(sign));
            var plan = distances.Optimal(pair.First.Part(from), pair.Second.Part(to), pair.Space, null, 2);
            moved += plan.Shipments.Sum(s => s.Mass);
            cost += plan.Shipments.Sum(s => s.Mass * pair.Space.SquaredDistance(pair.First.At(from[s.From]), pair.Second.At(to[s.To])));
        }
        yield return Comparison.Equal(moved, 1, 64 * Floating.Spacing * pair.First.Count, 1, "mass of (gamma^+, gamma^-)");
        if (judged) yield return Comparison.Equal(cost, bold.LowerBound, u, Scale(pair), $"cost of (gamma^+, gamma^-), d = {pair.Dimension}");
        if (pair.Dimension >= LastDimension) yield break;
        var changed = bold.Shipments.Where(s => pair.First.Sign[s.From] != pair.Second.Sign[s.To]).Sum(s => s.Mass);
        yield return Comparison.Equal(changed, 0, 64 * Floating.Spacing * pair.First.Count, 1, "mass that changes sign in an optimal plan");
    }

    private static IEnumerable<Comparison> CheckDiameter(TorusMeasures pair, IDistances distances, double bound)
    {
        var origin = new AtomicMeasure(pair.Dimension, [.. new double[pair.Dimension]], [1]);
        yield return Comparison.AtMost(distances.Distance(origin, origin.At((_, _) => 0.5), pair.Space), bound, Rounding(pair), $"antipodes, d = {pair.Dimension}");
        yield return Comparison.AtMost(distances.Distance(pair.First, pair.Second, pair.Space), bound, Rounding(pair), "W between the measures");
    }
}
