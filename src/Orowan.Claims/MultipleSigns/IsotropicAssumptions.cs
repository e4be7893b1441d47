using Orowan.Formats;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, section 4.2: the assumptions (V1)_I to (V5)_I on the circle, and section 4.3: the barrier of the edge potential.</summary>
internal static class IsotropicAssumptions
{
    public static Claim<TorusNumbers> First { get; } = TorusClaims.OnNumbers(
        "B-V1I",
        "Assumption (V1)_I",
        "|s|^2 |V''(s)| <= pi^2/4 for V = -log|2 sin pi s|, attained at s = 1/2; V is even.",
        "V'' = pi^2/sin^2 pi s, and s/sin pi s increases on (0, 1/2].",
        CheckFirst);

    public static Claim<TorusNumbers> Model { get; } = TorusClaims.OnNumbers(
        "B-4.2-model",
        "Section 4.2, model potential",
        "The potential sum over m of -(1/2) log((s + m)^2 + delta^2), which is -(1/2) log(1 - 2q cos 2 pi s + q^2), q = exp(-2 pi delta), up to a constant, is in C^2(T): V' is continuous across s = 1/2, "
        + "(V2)_I, and V - [-(1/2) log(s^2 + delta^2)] stays below log 2 + 2 delta + 2 in size.",
        "One-sided values of V' at 1/2 -+ 1e-9 against sup|V''| there, which is at most pi^2. log|2 sin pi s| against log|s|.",
        subject => CheckKink(subject, s => subject.Kernels.Log(subject.Delta).GradientAt(s - Math.Round(s))[0]).Concat(CheckNear(subject)));

    public static Claim<TorusNumbers> PrintedModel { get; } = Model with
    {
        Statement = "V_delta(s) = -(1/2) log(s^2 + delta^2) satisfies (V1)_I to (V5)_I on T = R/Z, so it is in C^2(T): V' is continuous across s = 1/2.",
        Derivation = "V' = -s/(s^2 + delta^2) is odd and not 0 at 1/2, so that its periodic continuation jumps by 1/(1/4 + delta^2).",
        Check = (subject, _) => CheckKink(subject, s => s - Math.Round(s) is var r ? -r / ((r * r) + (subject.Delta * subject.Delta)) : 0),
    };

    public static Claim<TorusNumbers> Third { get; } = TorusClaims.OnNumbers(
        "B-V3I",
        "Assumption (V3)_I, d = 1",
        "V'(2 gamma delta) <= -c/delta with c = [2 gamma/(1 + 4 gamma^2)] [1 - (2/3)(2 pi gamma delta)^2]/[1 + 0.39 (pi delta)^2] for pi delta <= 1, gamma <= 1/(4 pi delta); best near gamma = 1/2, c = 1/2.",
        "-V' = pi sin 2a/(cosh 2x - cos 2a), x = pi delta, a = 2 pi gamma delta; sin 2a >= 2a (1 - (2a)^2/6) and cosh 2x - cos 2a <= 2 x^2 (1 + 0.39 x^2) + 2 a^2.",
        CheckThird);

    public static Claim<TorusNumbers> Fourth { get; } = TorusClaims.OnNumbers(
        "B-V4I",
        "Assumption (V4)_I",
        "delta sup|V'| = pi delta/sinh 2 pi delta <= 1/2 on the circle, and it tends to 1/2.",
        "The extreme of sin/(C - cos) is 1/sinh 2 pi delta, where cos 2 pi s = 1/C.",
        CheckFourth);

    public static Claim<TorusNumbers> Fifth { get; } = TorusClaims.OnNumbers(
        "B-V5I",
        "Assumption (V5)_I",
        "|V_delta''(s)| <= (pi^2/4)/s^2 for 0 < |s| <= 1/2, so sup over |s| > c/n is at most (pi^2/(4 c^2)) n^2, for every delta.",
        "|V_delta''| <= pi^2/sin^2 pi s: with S = sinh^2 pi delta, u = sin^2 pi s, |u(1 + 2S) - S| <= (S + u)^2/u.",
        CheckFifth);

    public static Claim<TorusNumbers> Barrier { get; } = TorusClaims.OnNumbers(
        "B-4.6-barrier",
        "Section 4.3, display of the barrier",
        "d_1 V(2 delta, h) <= -6/(25 delta) + sup|d_1 W| for |h| <= delta <= 1/8, W = V - V_edge; -6/25 is sharp, at h = +-delta.",
        "d_1 V_edge = x_1 (x_2^2 - x_1^2)/|x|^4, at (2 delta, h) largest for |h| = delta. The supremum of |d_1 W| over [-1/2, 1/2]^2 by a grid on its outer half, from below.",
        CheckBarrier);

    public static Claim<TorusNumbers> Singularity { get; } = TorusClaims.OnNumbers(
        "B-4.6-singularity",
        "Section 4.3, in place of (V4)_I",
        "|s| |V(s)| and, which is what replaces (V4)_I, |s| |grad V(s)| are bounded for the edge potential: |s| |grad V_edge| = sqrt(1 + sin^2 2 theta) <= sqrt 2, and |grad W| <= 4 pi on the cell.",
        "In polar coordinates d_r V_edge = -1/r, (1/r) d_theta V_edge = -sin(2 theta)/r. |s| |V| <= |s| (|log s| + 1) + |s| sup|W| with |W| <= 3.",
        CheckSingularity);

    private static IEnumerable<double> Places(TorusNumbers subject) =>
        Enumerable.Range(1, 12).Select(i => 0.5 * Math.Pow(subject.Gap, i)).Append(0.5).Append(subject.X1 - Math.Round(subject.X1));

    private static IEnumerable<Comparison> CheckFirst(TorusNumbers subject)
    {
        var v = subject.Kernels.Log(0);
        foreach (var s in Places(subject))
        {
            if (s == 0) continue;
            yield return Comparison.AtMost(s * s * Math.Abs(v.HessianAt(s)[0]), Math.PI * Math.PI / 4, 1e-13, $"s = {s:R}");
            yield return Comparison.Equal(v.At(-s), v.At(s), 8 * Floating.Spacing * (1 + Math.Abs(v.At(s))), 1, $"evenness at {s:R}");
        }
    }

    private static IEnumerable<Comparison> CheckKink(TorusNumbers subject, Func<double, double> slope)
    {
        const double Step = 1e-9;
        yield return Comparison.Equal(slope(0.5 + Step) - slope(0.5 - Step), 0, 3 * Math.PI * Math.PI * Step, 1, $"jump of V' across 1/2, delta = {subject.Delta:R}");
    }

    private static IEnumerable<Comparison> CheckNear(TorusNumbers subject)
    {
        var v = subject.Kernels.Log(subject.Delta);
        foreach (var s in Places(subject))
        {
            var model = -0.5 * Math.Log((s * s) + (subject.Delta * subject.Delta));
            var bound = Math.Log(2) + 2 + (4 * subject.Delta);
            yield return Comparison.AtMost(Math.Abs(v.At(s) - model), bound, 1e-12, $"s = {s:R}");
        }
    }

    private static IEnumerable<Comparison> CheckThird(TorusNumbers subject)
    {
        var delta = Math.Min(0.3, subject.Delta);
        var v = subject.Kernels.Log(delta);
        foreach (var gamma in new[] { 0.5, subject.Gap })
        {
            if (gamma > 1 / (4 * Math.PI * delta)) continue;
            var (x, a) = (Math.PI * delta, 2 * Math.PI * gamma * delta);
            var c = 2 * gamma / (1 + (4 * gamma * gamma)) * (1 - (2 * a * a / 3)) / (1 + (0.39 * x * x));
            yield return Comparison.AtMostOnScale(v.GradientAt(2 * gamma * delta)[0], -c / delta, 1e-12 / delta, 1 / delta, $"gamma = {gamma:R}, delta = {delta:R}");
        }
        yield return Comparison.AtMost(-v.GradientAt(delta)[0] * delta, 0.5, 1e-13, "gamma = 1/2 gives at most 1/2");
    }

    private static IEnumerable<Comparison> CheckFourth(TorusNumbers subject)
    {
        foreach (var delta in new[] { subject.Delta, 1e-4 })
        {
            var v = subject.Kernels.Log(delta);
            var expected = Math.PI * delta / Math.Sinh(2 * Math.PI * delta);
            var extreme = Math.Acos(1 / Math.Cosh(2 * Math.PI * delta)) / (2 * Math.PI);
            yield return Comparison.Equal(delta * Math.Abs(v.GradientAt(extreme)[0]), expected, 1e-11, expected, $"the extreme, delta = {delta:R}");
            yield return Comparison.AtMost(expected, 0.5, 1e-15, $"delta = {delta:R}");
            foreach (var s in Places(subject)) yield return Comparison.AtMost(delta * Math.Abs(v.GradientAt(s)[0]), expected, 1e-13, $"s = {s:R}, delta = {delta:R}");
        }
    }

    private static IEnumerable<Comparison> CheckFifth(TorusNumbers subject)
    {
        foreach (var delta in new[] { subject.Delta, 0.1 * subject.Delta, 1e-5 })
        {
            var v = subject.Kernels.Log(delta);
            foreach (var s in Places(subject))
            {
                if (s == 0) continue;
                yield return Comparison.AtMost(Math.Abs(v.HessianAt(s)[0]), Math.PI * Math.PI / (4 * s * s), 1e-12 / (s * s), $"s = {s:R}, delta = {delta:R}");
            }
        }
    }

    private static IEnumerable<Comparison> CheckBarrier(TorusNumbers subject)
    {
        var (edge, delta) = (subject.Kernels.Edge(0), Math.Min(0.125, subject.Delta));
        double largest = 0;
        for (var i = 0; i <= 16; i++)
        {
            for (var j = 0; j <= 16; j++)
            {
                var (x1, x2) = (0.5 * i / 16, 0.5 * j / 16);
                // A part of the cell gives a smaller supremum, and so a stricter claim.
                if (i > 8 || j > 8) largest = Math.Max(largest, Math.Abs(edge.GradientAt(x1, x2)[0] - FreeSlope(x1, x2)));
            }
        }
        foreach (var h in new[] { 0, 0.5, -0.7, 1, -1 })
        {
            yield return Comparison.AtMostOnScale(
                edge.GradientAt(2 * delta, h * delta)[0], (-6 / (25 * delta)) + largest, 1e-10 / delta, 1 / delta, $"h = {h:R} delta, delta = {delta:R}");
        }
        yield return Comparison.Equal(FreeSlope(2 * delta, delta), -6 / (25 * delta), 1e-13 / delta, 1 / delta, "V_edge at h = delta");
    }

    /// <summary>d_1 V_edge.</summary>
    private static double FreeSlope(double x1, double x2) => ((x1 * x1) + (x2 * x2)) is var r ? x1 * ((x2 * x2) - (x1 * x1)) / (r * r) : 0;

    private static IEnumerable<Comparison> CheckSingularity(TorusNumbers subject)
    {
        var edge = subject.Kernels.Edge(0);
        var (sin, cos) = Math.SinCos(2 * Math.PI * subject.X2);
        foreach (var r in Places(subject))
        {
            var size = Math.Abs(r);
            if (size == 0) continue;
            var gradient = edge.GradientAt(size * cos, size * sin);
            yield return Comparison.AtMost(size * double.Hypot(gradient[0], gradient[1]), Math.Sqrt(2) + (4 * Math.PI * size), 1e-9, $"gradient at distance {size:R}");
            yield return Comparison.AtMost(size * Math.Abs(edge.At(size * cos, size * sin)), size * (Math.Abs(Math.Log(size)) + 4), 1e-12 * size, $"V at distance {size:R}");
        }
    }
}
