using Orowan.Formats;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, section 2.3.2: walls of edge dislocations and the potential on the torus that they add up to.</summary>
internal static class EdgeWalls
{
    private const int Terms = 2000;

    private static readonly double Excess = Math.Log(2 * Math.PI);

    public static Claim<TorusNumbers> Limit { get; } = TorusClaims.OnNumbers(
        "B-eq-2.15",
        "Equation (2.15)",
        "The limit V_wall of V_M = C_M + sum_{|m| <= M} V_edge(x + m e_2), C_M = 2 sum log m, exists away from (0, k) and is 1-periodic in x2: "
        + "|V_M(x) - V_wall(x)| <= (28/3) |x|^2 / M for M >= 2|x|, uniformly on bounded sets, with V_wall = log 2 pi + y (c e^-y - e^-2y)/D - (1/2) log D, "
        + "y = 2 pi |x1|, c = cos 2 pi x2, D = 1 - 2 c e^-y + e^-2y.",
        "A pair +-m adds -log|1 - z^2/m^2| + 2 x1^2/m^2 + ..., z = x2 + i x1, at most (28/3)|x|^2/m^2; the sum of 1/m^2 beyond M is below 1/M. The "
        + "closed form is the product formula of the sine. The leading term is |x|^2/M, so that the ratio tends to 3/28.",
        CheckLimit);

    public static Claim<TorusNumbers> Tails { get; } = TorusClaims.OnNumbers(
        "B-2.3.2-tails",
        "Section 2.3.2, tails of V_wall",
        "With C_M = 2 sum log m - log 2 pi, V_wall decays: |V_wall(x)| <= (y + 1) e^-y / (1 - e^-y), y = 2 pi |x1|.",
        "(2.15) in closed form: |c - e^-y|/D is largest at c = 1, and -log(1 - t) <= t/(1 - t). Judged on V_M with M = 2000, wrong by at most (28/3)|x|^2/M.",
        subject => CheckTails(subject, Excess));

    public static Claim<TorusNumbers> PrintedTails { get; } = Tails with
    {
        Statement = "With C_M = 2 sum log m as printed, V_wall has exponentially decaying tails: |V_wall(x)| <= (y + 1) e^-y / (1 - e^-y).",
        Derivation = "The rate and factor are those of the closed form.",
        Check = (subject, _) => CheckTails(subject, 0),
    };

    public static Claim<TorusNumbers> Sum { get; } = TorusClaims.OnNumbers(
        "B-2.3.2-sum",
        "Section 2.3.2, V as a sum of walls",
        "V(x) = lim sum_{|n| <= N} [V_wall(x + n e_1) - log 2 pi] exists and is the potential with coefficients k_2^2/(pi |k|^4) and mean 0; "
        + "the terms N < |n| <= 2N add at most twice the sum of the bound of B-2.3.2-tails.",
        "The mean of V_wall - log 2 pi over x2 is 0 for each x1, because the mean of log(2 cosh y - 2 cos 2 pi x2) is y; so V has mean 0.",
        CheckSum);

    public static Claim<TorusNumbers> PrintedSum { get; } = Sum with
    {
        Statement = "V(x) = lim sum_{|n| <= N} V_wall(x + n e_1), V_wall as in (2.15), is well defined: the terms N < |n| <= 2N add at most twice the sum of the bound on the tails.",
        Derivation = "Each term tends to log 2 pi = 1.8379 and not to 0.",
        Check = (subject, _) => [Increment(subject, Excess)],
    };

    public static Claim<TorusNumbers> Symmetry { get; } = TorusClaims.OnNumbers(
        "B-2.3.2-screw",
        "(ours) edge and screw",
        "V(x1, x2) + V(x2, x1) = 2 V_green(x1, x2), also when both are regularised; V(1/2, 1/2) = -(1/2) log 2.",
        "k_2^2 + k_1^2 = |k|^2 in the coefficients; at (1/2, 1/2) both orders are equal and V_green is -(1/2) log 2.",
        CheckSymmetry);

    private static (double X1, double X2) Place(TorusNumbers subject) => (subject.X1 - 0.5 is var a && Math.Abs(a) < 0.02 ? 0.02 : a, subject.X2 - 0.5);

    private static IEnumerable<Comparison> CheckLimit(TorusNumbers subject)
    {
        var (x1, x2) = Place(subject);
        foreach (var shift in new[] { 0, 1 })
        {
            foreach (var terms in new[] { Terms / 8, Terms })
            {
                var sum = EdgeOracle.PartialWall(subject.Kernels, x1, x2 + shift, terms);
                yield return Comparison.AtMost(
                    Math.Abs(sum - EdgeOracle.Wall(x1, x2) - Excess),
                    EdgeOracle.WallTail(x1, x2 + shift, terms),
                    Floating.Spacing * terms * Math.Log(terms),
                    $"M = {terms}, x = ({x1:R}, {x2 + shift:R})");
            }
        }
    }

    private static IEnumerable<Comparison> CheckTails(TorusNumbers subject, double excess)
    {
        foreach (var far in new[] { 0.5, 1, 1.5 })
        {
            var (x1, x2) = (far + subject.X1, subject.X2);
            var (bound, tail) = (EdgeOracle.WallBound(x1), EdgeOracle.WallTail(x1, x2, Terms));
            var value = Math.Abs(EdgeOracle.PartialWall(subject.Kernels, x1, x2, Terms) - excess);
            yield return Comparison.AtMostOnScale(value, bound, tail, 1, $"x = ({x1:R}, {x2:R})", 0.1);
        }
    }

    private static IEnumerable<Comparison> CheckSum(TorusNumbers subject)
    {
        var (x1, x2) = Place(subject);
        yield return Comparison.Equal(
            subject.Kernels.Edge(0).At(x1, x2), EdgeOracle.Periodic(x1, x2), 1e-13 * (1 + Math.Abs(Math.Log(double.Hypot(x1, x2)))), 1, $"x = ({x1:R}, {x2:R})", 1e-9);
        yield return Increment(subject, 0);
    }

    /// <summary>The terms N &lt; |n| &lt;= 2N, N = 2, with <paramref name="excess"/> left in each.</summary>
    private static Comparison Increment(TorusNumbers subject, double excess)
    {
        var (x1, x2) = Place(subject);
        int[] walls = [-4, -3, 3, 4];
        return Comparison.AtMostOnScale(
            Math.Abs(walls.Sum(n => EdgeOracle.Wall(x1 + n, x2) + excess)), walls.Sum(n => EdgeOracle.WallBound(x1 + n)), 1e-15, 1, "the terms 2 < |n| <= 4");
    }

    private static IEnumerable<Comparison> CheckSymmetry(TorusNumbers subject)
    {
        var (x1, x2) = Place(subject);
        foreach (var delta in new[] { 0, subject.Delta })
        {
            var (edge, green) = (subject.Kernels.Edge(delta), subject.Kernels.Green(delta));
            yield return Comparison.Equal(edge.At(x1, x2) + edge.At(x2, x1), 2 * green.At(x1, x2), 1e-11, 1, $"delta = {delta:R}, x = ({x1:R}, {x2:R})", 1e-9);
        }
        yield return Comparison.Equal(subject.Kernels.Edge(0).At(0.5, 0.5), -0.5 * Math.Log(2), 1e-13, 1, "x = (1/2, 1/2)", 1e-9);
    }
}
