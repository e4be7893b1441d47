using Orowan.Formats;
using Orowan.Measures;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, Lemma 2.3: the derivative of W^2 along a curve of measures that a velocity field carries; signs are of no account.</summary>
internal static class TransportDerivative
{
    private const string Label = "Lemma 2.3";

    private static readonly double[] Steps = [0.1, 0.01, 1e-3, 1e-4];

    public static Claim<TorusMeasures> Derivative { get; } = About(
        "B-2.3",
        Label,
        "For every t and optimal gamma, with F = 2 int (x - y + k) v d gamma, least and largest over nearest images k: the right derivative of W^2(mu(t), sigma) is at most F_min, the left one at "
        + "least F_max; where W^2 is differentiable, so for almost every t, it is F. If mu or sigma is one atom the one-sided derivatives are F_min and F_max; if every atom has its partner "
        + "nearer than half of what separates the atoms of sigma, the derivative is F, however many they are.",
        "Divide (2.8) by h > 0 and by h < 0. One atom leaves one plan, so W^2 is a sum of squared distances, each the least over k. With partners within r < D/2 any other plan "
        + "moves some mass over D - r > r in place of r.",
        CheckDerivative);

    public static Claim<TorusMeasures> DerivativePrinted { get; } = About(
        "B-2.3",
        Label,
        "As printed: d/dt W^2(mu(t), sigma) = 2 int (x - y + k(x, y)) v(t, x) d gamma for every 0 < t < T and every optimal gamma.",
        "Both one-sided difference quotients at h = 1e-4.",
        CheckPrinted);

    public static Claim<TorusMeasures> Expansion { get; } = About(
        "B-eq-2.8",
        "Equation (2.8)",
        "W^2(mu(t + h), sigma) - W^2(mu(t), sigma) <= 2h int (x - y + k) v d gamma + h^2 (diam(T^d) a + |v|^2), a and |v| bounding acceleration and velocity; for h of both signs.",
        "The coupling (T_h x id)_# gamma; ||T_h x - y + k||^2 is expanded with |T_h x - x - h v| <= h^2 a/2.",
        CheckExpansion);

    public static Claim<TorusMeasures> Flow { get; } = About(
        "B-eq-2.9",
        "Equation (2.9)",
        "T_h x = x + h v(t, x) + o(h), with |o(h)| <= h^2 a/2 for all x: W between mu(t + h) and the image of mu(t) under x + h v is at most h^2 a/2.",
        "Taylor's formula; a = sup |d/dt v(t, x(t))|.",
        CheckFlow);

    public static Claim<TorusMeasures> Chain { get; } = About(
        "B-2.3-display-2",
        "Lemma 2.3, proof",
        "W^2(mu(t + h), sigma) <= int ||T_h x - y||^2 d gamma <= int ||T_h x - y + k||^2 d gamma for gamma optimal at t and k nearest at t.",
        "(T_h x id)_# gamma is a coupling; k is admissible in the minimum (2.6).",
        CheckChain);

    /// <summary>One atom passes the antipode of sigma on the circle.</summary>
    public static TorusMeasures Counterexample { get; } = new(1, new AtomicMeasure(1, [0.5], [1], [1]), new AtomicMeasure(1, [0], [1], [1]));

    /// <summary>One atom not far from sigma.</summary>
    public static TorusMeasures Near { get; } = Counterexample with { First = new AtomicMeasure(1, [0.125], [1], [1]) };

    /// <summary>Four atoms of two masses, each not far from its own partner.</summary>
    public static TorusMeasures Paired { get; } = new(
        2,
        new AtomicMeasure(2, [0.14, 0.2, 0.6, 0.07, 0.1, 0.66, 0.7, 0.5], [0.1, 0.4, 0.1, 0.4], [1, 1, -1, -1]),
        new AtomicMeasure(2, [0.7, 0.6, 0.1, 0.1, 0.6, 0.1, 0.1, 0.6], [0.4, 0.1, 0.4, 0.1], [-1, 1, 1, -1]));

    private static Claim<TorusMeasures> About(string id, string label, string statement, string derivation, Func<Moving, IDistances, IEnumerable<Comparison>> check) =>
        new(id, label, statement, derivation, _ => null, (pair, solver) => check(new Moving(pair), Distances.Of(solver)));

    private static IEnumerable<Comparison> CheckDerivative(Moving moving, IDistances distances)
    {
        var plan = distances.Optimal(moving.Mu, moving.Sigma, moving.Space, null, 2);
        var (least, most) = moving.Slopes(plan);
        foreach (var h in Steps)
        {
            var allowed = (moving.Second * h) + (moving.Rounding / h);
            var (right, left) = (Quotient(moving, distances, plan, h), Quotient(moving, distances, plan, -h));
            yield return Comparison.AtMostOnScale(right, least, allowed, moving.First, $"right quotient, h = {h:R}", resolution: 100);
            yield return Comparison.AtMostOnScale(-left, -most, allowed, moving.First, $"left quotient, h = {h:R}", resolution: 100);
            // Within the step no other plan may become optimal, and no other image nearest.
            var single = (moving.Mu.Count == 1 || moving.Sigma.Count == 1) && moving.IsAwayFromTies;
            if (!single && !moving.IsPaired(plan, h)) continue;
            yield return Comparison.Equal(right, least, allowed, moving.First, $"right quotient of one plan, h = {h:R}", resolution: 100);
            yield return Comparison.Equal(left, most, allowed, moving.First, $"left quotient of one plan, h = {h:R}", resolution: 100);
        }
        yield return Comparison.Resolved((moving.Second * Steps[^1]) + (moving.Rounding / Steps[^1]), moving.First, "the shortest step", resolution: 0.05);
    }

    private static IEnumerable<Comparison> CheckPrinted(Moving moving, IDistances distances)
    {
        var plan = distances.Optimal(moving.Mu, moving.Sigma, moving.Space, null, 2);
        var slope = moving.Slope(plan);
        foreach (var h in (double[])[Steps[^1], -Steps[^1]])
        {
            var allowed = (moving.Second * Math.Abs(h)) + (moving.Rounding / Math.Abs(h));
            yield return Comparison.Equal(Quotient(moving, distances, plan, h), slope, allowed, moving.First, $"h = {h:R}", resolution: 0.05);
        }
    }

    private static double Quotient(Moving moving, IDistances distances, TransportPlan plan, double h) =>
        (distances.Squared(moving.At(h), moving.Sigma, moving.Space) - plan.Cost) / h;

    private static IEnumerable<Comparison> CheckExpansion(Moving moving, IDistances distances)
    {
        foreach (var plan in (TransportPlan[])[distances.Optimal(moving.Mu, moving.Sigma, moving.Space, null, 2), Transport.ByAllCosts(moving.Mu, moving.Sigma, moving.Space)])
        {
            var slope = moving.Slope(plan);
            foreach (var h in Steps.SelectMany(h => (double[])[h, -h]))
            {
                var change = distances.Squared(moving.At(h), moving.Sigma, moving.Space) - plan.Cost;
                yield return Comparison.AtMostOnScale(change, (h * slope) + (h * h * moving.Second), moving.Rounding, Math.Abs(h) * moving.First, $"h = {h:R}");
            }
        }
    }

    private static IEnumerable<Comparison> CheckFlow(Moving moving, IDistances distances)
    {
        foreach (var h in Steps.SelectMany(h => (double[])[h, -h]))
        {
            var straight = moving.Straight(h);
            var squared = distances.Squared(moving.At(h), straight, moving.Space);
            var bound = Math.Pow(h * h * moving.Acceleration / 2, 2);
            yield return Comparison.AtMostOnScale(squared, bound, moving.Rounding, h * h, $"h = {h:R}");
        }
    }

    private static IEnumerable<Comparison> CheckChain(Moving moving, IDistances distances)
    {
        var plan = distances.Optimal(moving.Mu, moving.Sigma, moving.Space, null, 2);
        foreach (var h in Steps.SelectMany(h => (double[])[h, -h]))
        {
            var (nearest, kept) = moving.CostsAfter(plan, h);
            yield return Comparison.AtMostOnScale(distances.Squared(moving.At(h), moving.Sigma, moving.Space), nearest, moving.Rounding, 1, $"first inequality, h = {h:R}");
            yield return Comparison.AtMostOnScale(nearest, kept, moving.Rounding, 1, $"second inequality, h = {h:R}");
        }
    }
}
