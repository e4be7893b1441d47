using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>A, Assumption 2.1 with (2.2) and (2.3): the potentials and the constants that every other claim takes from them.</summary>
internal static class PotentialAssumptions
{
    /// <summary>Distances at which potentials are sampled: eight to a factor of ten, from 1e-9 to 1e9.</summary>
    private static readonly double[] Distances = [.. Enumerable.Range(0, 145).Select(k => Math.Pow(10, (k - 72) / 8.0))];

    /// <summary>A scale for the zero potential, which has none.</summary>
    private const double Smallest = 1e-12;

    public static Claim<PotentialPair> Claim { get; } = About(
        "A-2.1",
        "Assumption 2.1",
        "V and W are even and differentiable with the slopes stated; V(r) -> +infinity as r -> 0; |r V'| <= A_V, -r V' <= A^-_V, r V' <= A^+_V, "
        + "the same for W; W'(0) = 0 and W' has the Lipschitz constant stated.",
        "Constants in closed form or certified from above by each potential; slopes against central difference quotients.",
        CheckAssumption);

    public static Claim<PotentialPair> Growth { get; } = About(
        "A-eq-2.2",
        "Inequality (2.2)",
        "|V(r)| + |W(r)| <= C (|log|r|| + 1) with C = max(A_V + A_W, |V(1)| + |W(1)|).",
        "|V'| <= A_V/|r| integrated from 1 to |r|, the same for W.",
        pair =>
        {
            var c = Admissibility.GrowthConstant(pair.V, pair.W);
            return Distances.Select(r =>
            {
                var value = Math.Abs(pair.V.Value(r)) + Math.Abs(pair.W.Value(r));
                return Comparison.AtMost(value, c * (Math.Abs(Math.Log(r)) + 1), Rounding(value), $"r = {r:R}");
            });
        });

    public static Claim<PotentialPair> LowerBound { get; } = About(
        "A-eq-2.3",
        "Inequality (2.3)",
        "(V + W)(r) >= -K r^2 with K the best constant, or a bound of it certified to one part in a thousand; for V = -log, W = 0 it is 1/(2e).",
        "Branch and bound over enclosures of V + W, with the logarithms of V and W set off against each other first.",
        pair =>
        {
            var k = Admissibility.QuadraticLowerBound(pair.V, pair.W);
            return Distances.Select(r =>
            {
                var (v, w) = (pair.V.Value(r), pair.W.Value(r));
                var size = Math.Abs(v) + Math.Abs(w);
                return Comparison.AtMostOnScale(-(v + w), k * r * r, Rounding(size), Math.Max(Math.Max(size, k * r * r), Smallest), $"r = {r:R}");
            });
        });

    private static Claim<PotentialPair> About(
        string id, string label, string statement, string derivation, Func<PotentialPair, IEnumerable<Comparison>> check) =>
        new(id, label, statement, derivation, pair => Admissibility.ReasonAgainst(pair.V, pair.W), (pair, _) => check(pair));

    private static IEnumerable<Comparison> CheckAssumption(PotentialPair pair)
    {
        foreach (var comparison in CheckPotential(pair.V, "V").Concat(CheckPotential(pair.W, "W"))) yield return comparison;
        yield return Comparison.Equal(pair.W.Slope(0), 0, 0, 1, "W'(0)");
        for (var k = 1; k < Distances.Length; k++)
        {
            var (r, q) = (Distances[k - 1], Distances[k]);
            var (from, to) = (pair.W.Slope(r), pair.W.Slope(q));
            var rounding = Rounding(Math.Abs(from) + Math.Abs(to));
            yield return Comparison.AtMostOnScale(
                Math.Abs(to - from),
                pair.W.SlopeLipschitz * (q - r),
                rounding,
                Math.Max(Math.Max(pair.W.SlopeLipschitz * (q - r), rounding), Smallest),
                $"change of W' from r = {r:R} to {q:R}",
                resolution: 1);
        }
        for (var k = -300; k < -10; k += 10)
        {
            var (near, far) = (pair.V.Value(Math.Pow(10, k)), pair.V.Value(Math.Pow(10, k + 10)));
            yield return Comparison.AtMost(far, near, Rounding(Math.Abs(near)), $"growth of V towards 0 at r = 1e{k}");
        }
    }

    private static IEnumerable<Comparison> CheckPotential(Potential f, string name)
    {
        foreach (var r in Distances)
        {
            var (value, slope) = (f.Value(r), f.Slope(r));
            var product = r * slope;
            var rounding = Rounding(Math.Abs(product));
            yield return Comparison.AtMost(Math.Abs(product), f.SlopeBound, rounding, $"|r {name}'| at r = {r:R}");
            yield return Comparison.AtMost(-product, f.RepulsionBound, rounding, $"-r {name}' at r = {r:R}", scale: Math.Max(f.SlopeBound, 1e-9));
            yield return Comparison.AtMost(product, f.AttractionBound, rounding, $"r {name}' at r = {r:R}", scale: Math.Max(f.SlopeBound, 1e-9));
            yield return Comparison.Equal(f.Value(-r), value, 0, 1, $"{name}(-r) at r = {r:R}");
            yield return Comparison.Equal(f.Slope(-r), -slope, 0, 1, $"{name}'(-r) at r = {r:R}");
            yield return SlopeIsDerivative(f, name, r);
        }
    }

    /// <summary>r f'(r) against the central difference quotient of order 6 in log r; its error is its distance to order 4, and rounding.</summary>
    private static Comparison SlopeIsDerivative(Potential f, string name, double r)
    {
        const double Step = 0.01;
        double Difference(int k) => f.Value(r * Math.Exp(k * Step)) - f.Value(r * Math.Exp(-k * Step));
        var (one, two, three) = (Difference(1), Difference(2), Difference(3));
        var sixth = ((45 * one) - (9 * two) + three) / (60 * Step);
        var fourth = ((8 * one) - two) / (12 * Step);
        var error = Math.Abs(sixth - fourth) + (Rounding(Math.Abs(f.Value(r)) + f.SlopeBound) / Step);
        return Comparison.Equal(r * f.Slope(r), sixth, error, Math.Max(Math.Max(f.SlopeBound, error), Smallest), $"{name}' as a derivative at r = {r:R}", resolution: 1);
    }

    private static double Rounding(double size) => 32 * Floating.Spacing * size;
}
