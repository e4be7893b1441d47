using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>A, section 1.2: the potential of dislocation walls, and the three choices of potentials.</summary>
internal static class WallInteraction
{
    /// <summary>Dislocations of the wall that are summed one by one on each side.</summary>
    private const int Dislocations = 4000;

    /// <summary>Distances in units of the spacing of the wall over pi.</summary>
    private static readonly double[] Distances = [1e-6, 1e-3, 0.03, 0.2, 0.7, 1, 2, 4, 7, 18, 40];

    public static Claim<ClosedFormCase> Claim { get; } = ExactCases.About(
        "A-1.2-wall",
        "Section 1.2(iii), the wall potential",
        "V(r) = r coth r - log|2 sinh r|, stretched to V(r/s): V + log(r/s) - (1 - log 2) lies in [0, (r/s)^2/6]; V is decreasing on (0, infinity) and "
        + "positive; V(r) <= (2r + 1) e^(-2r)/(1 - e^(-2r)) for s = 1, its integral over the line is s pi^2/3; "
        + "and V' = -r/sinh^2 r is the sum over the wall, - sum_k r (r^2 - k^2 pi^2)/(r^2 + k^2 pi^2)^2.",
        "h = V + log r has 0 <= h' = 1/r - r/sinh^2 r <= r/3, as sinh^2 r - r^2 <= (r^2/3) sinh^2 r term by term. V = 2r e/(1 - e) - log(1 - e), "
        + "e = exp(-2r), and both parts integrate to pi^2/12. 1/sinh^2 r = sum_k 1/(r + i k pi)^2; the tail of the sum is its integral from the "
        + "middle between two dislocations, P/(r^2 + P^2)/pi.",
        (like, _) => CheckWall(new ScaledPotential(1, like.Gap, like.Wall), like.Gap));

    public static Claim<ClosedFormCase> Choices { get; } = ExactCases.About(
        "A-1.2-choices",
        "Section 1.2, choices (i) to (iii)",
        "The three choices meet Assumption 2.1: V = -log with W = 0; V = -log with W = (1/2) log(r^2 + delta^2); V the wall potential with W minus the wall "
        + "potential at sqrt(r^2 + delta^2). |r V'| <= 1, |r W'| <= 1, V >= -log r, V and W even, W'(0) = 0, and W' has its Lipschitz constant, 1/delta^2 in "
        + "the second choice.",
        "r V' = -1 or -(r/sinh r)^2; r W' = (r^2/q^2) q f'(q) up to the sign, q = sqrt(r^2 + delta^2), f one of the two V; for the wall V + log r >= 1 - log 2.",
        (like, _) => ThreeChoices(like).SelectMany(pair => CheckChoice(pair.V, pair.W)));

    private static PotentialPair[] ThreeChoices(ClosedFormCase like) =>
    [
        new(new LogPotential(), new ZeroPotential()),
        new(new LogPotential(), new NegatedPotential(new RegularisedLogPotential(like.Delta * like.Gap))),
        new(like.Wall, new NegatedPotential(new RegularisedWallPotential(like.Delta * like.Gap))),
    ];

    private static IEnumerable<Comparison> CheckChoice(Potential v, Potential w)
    {
        var choice = $"V = {v.GetType().Name}, W = {w.GetType().Name}";
        yield return Comparison.Equal(Admissibility.ReasonAgainst(v, w) is null ? 0 : 1, 0, 0, 1, $"Assumption 2.1 for {choice}");
        yield return Comparison.Equal(w.Slope(0), 0, 0, 1, $"W'(0) for {choice}");
        var before = 0.0;
        foreach (var r in Distances)
        {
            var (at, rounding) = ($"r = {r:R} for {choice}", 32 * Floating.Spacing);
            yield return Comparison.AtMost(Math.Abs(r * v.Slope(r)), 1, rounding, $"|r V'| at {at}");
            yield return Comparison.AtMost(Math.Abs(r * w.Slope(r)), 1, rounding, $"|r W'| at {at}");
            yield return Comparison.AtMostOnScale(-Math.Log(r), v.Value(r), rounding * (1 + Math.Abs(v.Value(r))), 1 + Math.Abs(v.Value(r)), $"V at {at}");
            yield return Comparison.Equal(v.Value(-r), v.Value(r), 0, 1, $"V(-r) at {at}");
            yield return Comparison.Equal(w.Value(-r), w.Value(r), 0, 1, $"W(-r) at {at}");
            var (change, allowed) = (Math.Abs(w.Slope(r) - w.Slope(before)), w.SlopeLipschitz * (r - before));
            yield return Comparison.AtMostOnScale(
                change, allowed, rounding * (Math.Abs(w.Slope(r)) + Math.Abs(w.Slope(before))), Math.Max(allowed, 1), $"change of W' up to {at}");
            before = r;
        }
        if (w is NegatedPotential { Of: RegularisedLogPotential p })
        {
            var expected = 1 / (p.Delta * p.Delta);
            yield return Comparison.Equal(w.SlopeLipschitz, expected, 8 * Floating.Spacing * expected, expected, $"Lip(W') for {choice}");
        }
    }

    private static IEnumerable<Comparison> CheckWall(Potential v, double stretch)
    {
        foreach (var q in Distances)
        {
            var (r, at) = (q * stretch, $"r = {q * stretch:R}");
            var value = v.Value(r);
            var rounding = 64 * Floating.Spacing * (Math.Abs(value) + 1);
            var excess = value + Math.Log(q) - (1 - Math.Log(2));
            if (q < 1) yield return Comparison.AtMostOnScale(-excess, 0, rounding, 1, $"logarithmic singularity from below at {at}");
            if (q < 1) yield return Comparison.AtMostOnScale(excess, q * q / 6, rounding, 1, $"logarithmic singularity from above at {at}");
            var tail = ((2 * q) + 1) * Math.Exp(-2 * q) / -double.ExpM1(-2 * q);
            yield return Comparison.AtMost(value, tail, 64 * Floating.Spacing * tail * (1 + q), $"tail at {at}");
            yield return Comparison.Equal(value > 0 ? 0 : 1, 0, 0, 1, $"positive at {at}");
            yield return Comparison.Equal(v.Value(1.01 * r) < value && v.Slope(r) < 0 ? 0 : 1, 0, 0, 1, $"decreasing at {at}");
            var sinh = q / Math.Sinh(q);
            yield return Comparison.Equal(r * v.Slope(r), -sinh * sinh, 64 * Floating.Spacing * (1 + q) * sinh * sinh, sinh * sinh, $"r V' at {at}");
            if (q is > 0.01 and < 3) yield return IsSumOverWall(v, r, q, at);
        }
        yield return Integral(v, stretch);
    }

    /// <summary>r V'(r) against the wall summed dislocation by dislocation.</summary>
    private static Comparison IsSumOverWall(Potential v, double r, double q, string at)
    {
        double sum = 1 / (q * q), size = sum;
        for (var k = Dislocations; k >= 1; k--)
        {
            var p = k * Math.PI;
            var term = 2 * ((q - p) / ((q * q) + (p * p))) * ((q + p) / ((q * q) + (p * p)));
            sum += term;
            size += Math.Abs(term);
        }
        var cut = (Dislocations + 0.5) * Math.PI;
        sum -= 2 * cut / ((q * q) + (cut * cut)) / Math.PI;

        // The midpoint rule errs by at most the change of the summand's derivative over 24, 2 * 2/(pi^2 k^3)/24 for k beyond the cut; doubled.
        var error = (q * q / (Math.Pow(Math.PI, 2) * 3 * Math.Pow(Dislocations, 3))) + (64 * Floating.Spacing * q * q * size);
        return Comparison.Equal(r * v.Slope(r), -q * q * sum, error, q * q * size, $"sum over the wall at {at}");
    }

    /// <summary>The integral over the line by the trapezoidal rule in log r, which converges geometrically; its error is the change on halving the step.</summary>
    private static Comparison Integral(Potential v, double stretch)
    {
        double Trapezoidal(double step)
        {
            double sum = 0;
            for (var k = (int)(-45 / step); k <= (int)(5 / step); k++)
            {
                var r = stretch * Math.Exp(k * step);
                sum += v.Value(r) * r;
            }
            return 2 * step * sum;
        }

        var (coarse, fine) = (Trapezoidal(0.125), Trapezoidal(0.0625));
        var expected = stretch * Math.PI * Math.PI / 3;
        return Comparison.Equal(fine, expected, Math.Abs(fine - coarse) + (1024 * Floating.Spacing * expected), expected, "integral over the line");
    }
}
