using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, section 4: the sentences of 4.1 on wells and fields of dipoles, and those of 4.2 on the choice of the curve Gamma_n.</summary>
internal static class TrappingCurves
{
    /// <summary>gamma of the level that is tried as printed.</summary>
    private const double PrintedGamma = 0.5;

    public static Claim<TorusNumbers> Levels { get; } = TorusClaims.OnNumbers(
        "B-4.2-level",
        "Section 4.2, level sets as Gamma_n",
        "The level set of the regularised Green's function V_delta(s) = V_delta(0) - g, g in (0, 2), which is -log delta up to a constant, lies in the ball of radius C delta and has |grad V . nu| >= c/delta on it: "
        + "C = 1.1 sqrt(T^2 - 1)/(2 pi), c = 0.9 2 pi sqrt(T^2 - 1)/(T (T + 1)), T = 2 e^g - 1, for delta <= e^(-2g)/20.",
        "V_delta(0) - V_delta = log((h + s)/(2 h)) up to pi |s|^2, h = delta/(2 pi), so that s = T h at the level; the force there is r/(s (s + h)).",
        CheckLevels);

    public static Claim<TorusNumbers> PrintedLevels { get; } = Levels with
    {
        Statement = "The level set V_delta(s) = -gamma log delta, gamma = 1/2, lies in a ball of radius C delta, C not depending on delta.",
        Derivation = "V_delta is -log|s| up to a constant where |s| is much larger than delta, so that the level stands at |s| ~ delta^gamma; for gamma >= 1 it is empty, as V_delta(0) = -log delta - 0.166.",
        Check = (subject, _) => CheckPrintedLevels(subject),
    };

    public static Claim<TorusNumbers> Field { get; } = TorusClaims.OnNumbers(
        "B-4-field",
        "Section 4.1, the field of a dipole",
        "At distance r from a dipole of half width |d| < r its field |grad V_delta(y - d) - grad V_delta(y + d)| is at most 2 |d| K/(r - |d|)^2, of the order of delta: K = pi^2/4 on the circle, the K of (V5)_I for green and edge.",
        "The mean value theorem along the segment, whose points are at least r - |d| away, and (V5)_I.",
        CheckField);

    private static IEnumerable<Comparison> CheckLevels(TorusNumbers subject)
    {
        var g = 2 * subject.Gap;
        var t = (2 * Math.Exp(g)) - 1;
        var root = Math.Sqrt((t * t) - 1);
        foreach (var delta in new[] { 1, 0.1, 0.01 }.Select(share => share * Math.Exp(-2 * g) / 20))
        {
            var v = subject.Kernels.Green(delta);
            var (sin, cos) = Math.SinCos(2 * Math.PI * subject.X1);
            var r = Radius(v, cos, sin, v.At(0, 0) - g);
            var gradient = v.GradientAt(r * cos, r * sin);
            yield return Comparison.AtMost(r / delta, 1.1 * root / (2 * Math.PI), 1e-10, $"radius over delta, g = {g:R}, delta = {delta:R}");
            yield return Comparison.AtMost(0.9 * 2 * Math.PI * root / (t * (t + 1)), delta * double.Hypot(gradient[0], gradient[1]), 1e-10, $"force times delta, g = {g:R}, delta = {delta:R}");
        }
    }

    private static IEnumerable<Comparison> CheckPrintedLevels(TorusNumbers subject)
    {
        var first = Ratio(0.01);
        yield return Comparison.AtMost(Ratio(1e-4), 2 * first, 1e-9, "radius over delta at delta = 1e-4 against twice that at 1e-2");

        double Ratio(double delta)
        {
            var v = subject.Kernels.Green(delta);
            return Radius(v, 1, 0, -PrintedGamma * Math.Log(delta)) / delta;
        }
    }

    /// <summary>Where V falls to <paramref name="level"/> along a direction, by bisection.</summary>
    private static double Radius(TorusPotential v, double cos, double sin, double level)
    {
        double low = 0, high = 0.3;
        for (var k = 0; k < 60; k++)
        {
            var middle = 0.5 * (low + high);
            if (v.At(middle * cos, middle * sin) > level) low = middle;
            else high = middle;
        }
        return high;
    }

    private static IEnumerable<Comparison> CheckField(TorusNumbers subject)
    {
        var delta = 0.01 * subject.Delta;
        foreach (var r in new[] { 0.2 * subject.Gap, 0.4 / subject.Count })
        {
            var width = 0.5 * Math.Min(delta, r);
            var line = subject.Kernels.Log(delta);
            var near = (r - width) * (r - width);
            yield return Comparison.AtMost(
                Math.Abs(line.GradientAt(r - width)[0] - line.GradientAt(r + width)[0]), 2 * width * Math.PI * Math.PI / 4 / near, 1e-13 / r, $"circle, r = {r:R}, d = {width:R}");
            var (sin, cos) = Math.SinCos(2 * Math.PI * subject.X1);
            var (sinWidth, cosWidth) = Math.SinCos(2 * Math.PI * subject.X2);
            foreach (var (name, v, k) in new[]
            {
                ("green", subject.Kernels.Green(delta), 1 + (near * LatticeSums.Green(r))),
                ("edge", subject.Kernels.Edge(delta), 3 + (near * LatticeSums.Edge(r))),
            })
            {
                var minus = v.GradientAt((r * cos) - (width * cosWidth), (r * sin) - (width * sinWidth));
                var plus = v.GradientAt((r * cos) + (width * cosWidth), (r * sin) + (width * sinWidth));
                yield return Comparison.AtMost(double.Hypot(plus[0] - minus[0], plus[1] - minus[1]), 2 * width * k / near, 1e-12 / r, $"{name}, r = {r:R}, d = {width:R}");
            }
        }
    }
}
