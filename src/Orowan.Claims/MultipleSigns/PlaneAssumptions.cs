using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, section 4.2: the assumptions (V1)_I to (V5)_I in the plane, for the Green's function of Remark 2.1 and the edge potential.</summary>
internal static class PlaneAssumptions
{
    /// <summary>The largest t/(s (s + 1)), s = sqrt(1 + t^2): golden^(-5/2), where s is the golden ratio.</summary>
    private const double GreenForce = 0.30028310600077;

    /// <summary>The largest (t/s) q (1 + q), q = 1/(1 + s), at s = 1.51414 on the axis x_1 = 0, 0.41745487470; rounded up.</summary>
    private const double EdgeForce = 0.4174548748;

    /// <summary>Entries of |s|^2 D^2 V near 0 come from differences that lose |s|^2 |D^2 V| / 1e-8 of their digits at most.</summary>
    private const double HessianRounding = 1e-8;

    public static Claim<TorusNumbers> First { get; } = TorusClaims.OnNumbers(
        "B-V1I-plane",
        "Assumption (V1)_I, d = 2",
        "|s|^2 |D^2 V(s)| <= 1 + |s|^2 S(|s|) for V = green and 3 + |s|^2 S(|s|) for edge, |s| <= 1/sqrt 2: 7.9 and 88.1 at most; V is even. For green with equality on the axes.",
        "|D^2 log|s|| = 1/|s|^2 and |D^2 V_edge| <= 3/|s|^2 for the free potentials; S bounds the Hessian of what the images add, by lattice sums: S = pi + sum (k - 1) G_k |s|^(k-2) for green.",
        subject => CheckSquare(subject, [0], even: true));

    public static Claim<TorusNumbers> Second { get; } = TorusClaims.OnNumbers(
        "B-V2I",
        "Assumption (V2)_I",
        "V_delta is even and in C^2(T^d), for log, green and edge with delta > 0: D^2 V_delta does not jump, neither across the edges of the cell nor at 0.",
        "Fourier coefficients that fall like exp(-delta |k|). Values 1e-7 to either side of an edge of the cell differ by 2e-7 |D^3 V_delta|, at most 300 there; those at 0 and 1e-7 delta from it by a second order.",
        CheckSmooth);

    public static Claim<TorusNumbers> Third { get; } = TorusClaims.OnNumbers(
        "B-V3I-plane",
        "Assumption (V3)_I, d = 2",
        "With Gamma_n the circle |s| = gamma delta: grad V . nu <= -c/delta, c = gamma/(t (t + k)) - 2 pi gamma delta^2 for green and gamma/(t (t + k)) [1 - k/(t + k)] - 2 pi gamma delta^2 for edge, "
        + "k = 1/(2 pi), t = sqrt(gamma^2 + k^2), for gamma delta <= 1/10. At gamma = 1: 0.843 and 0.728.",
        "The radial derivatives of -log(h + s) and of log q - h q - x_2^2 q^2, h = delta/(2 pi), q = 1/(s + h): -r q/s and -(r q/s)(1 - h q + 2 h q sin^2). What the images add has a Hessian of at most 2 pi there.",
        CheckThird);

    public static Claim<TorusNumbers> Fourth { get; } = TorusClaims.OnNumbers(
        "B-V4I-plane",
        "Assumption (V4)_I, d = 2",
        "delta sup|grad V_delta| <= 2 pi golden^(-5/2) + 4 pi delta = 1.887 + 4 pi delta for green, golden = (1 + sqrt 5)/2, and 2.623 + 4 pi delta for edge; the first terms are attained as delta -> 0.",
        "sup r/(s (s + h)) = golden^(-5/2)/h where s = golden h; for edge sup (r/s) q (1 + h q) = 0.41746/h at s = 1.514 h, x_1 = 0. The images add at most 4 pi.",
        CheckFourth);

    public static Claim<TorusNumbers> Fifth { get; } = TorusClaims.OnNumbers(
        "B-V5I-plane",
        "Assumption (V5)_I, d = 2",
        "|D^2 V_delta(s)| <= K/|s|^2 for every delta, with 1 + |s|^2 S(|s|) <= 7.9 for green and 3 + |s|^2 S(|s|) <= 88.1 for edge in place of K: so the supremum over |s| > c/sqrt n is at most (K/c^2) n.",
        "At delta = 0 it is (V1)_I. A source at height h has a smaller Hessian, at most 1/(|s|^2 + h^2) and 3/(|s|^2 + h^2); that its images add no more than at h = 0 is tested, not derived.",
        subject => CheckSquare(subject, [subject.Delta, 0.1 * subject.Delta, 1e-3], even: false));

    private static IEnumerable<Kind> Kinds(TorusNumbers subject) =>
    [
        new("green", subject.Kernels.Green, 1, LatticeSums.Green, GreenForce, 0.5 * (1 + Math.Sqrt(5)), (_, _) => 1),
        new("edge", subject.Kernels.Edge, 3, LatticeSums.Edge, EdgeForce, 1.51414, (t, k) => 1 - (k / (t + k))),
    ];

    /// <summary>Places in the cell, on the axes, the diagonal and at the subject's angle, closer and closer to 0.</summary>
    private static IEnumerable<(double X1, double X2)> Places(TorusNumbers subject)
    {
        yield return (subject.X1 - Math.Round(subject.X1), subject.X2 - Math.Round(subject.X2));
        yield return (0.5, 0.5);
        var (sin, cos) = Math.SinCos(2 * Math.PI * subject.X2);
        for (var r = 0.5; r > 1e-6; r *= subject.Gap * 0.9)
        {
            yield return (r, 0);
            yield return (0, r);
            yield return (r * cos, r * sin);
        }
    }

    private static IEnumerable<Comparison> CheckSquare(TorusNumbers subject, double[] deltas, bool even)
    {
        foreach (var (name, of, core, images, _, _, _) in Kinds(subject))
        {
            foreach (var delta in deltas)
            {
                var v = of(delta);
                foreach (var (x1, x2) in Places(subject))
                {
                    var square = (x1 * x1) + (x2 * x2);
                    if (square == 0) continue;
                    var bound = core + (square * images(Math.Sqrt(square)));
                    var at = $"{name}, delta = {delta:R}, s = ({x1:R}, {x2:R})";
                    yield return Comparison.AtMost(square * TorusClaims.OperatorNorm(v.HessianAt(x1, x2)), bound, HessianRounding, at);
                    if (even) yield return Comparison.Equal(v.At(-x1, -x2), v.At(x1, x2), 8 * Floating.Spacing * (1 + Math.Abs(v.At(x1, x2))), 1, $"evenness, {at}");
                }
            }
        }
    }

    private static IEnumerable<Comparison> CheckSmooth(TorusNumbers subject)
    {
        const double Step = 1e-7;
        var delta = Math.Max(1e-3, subject.Delta);
        foreach (var (name, v) in new[] { ("log", subject.Kernels.Log(delta)), ("green", subject.Kernels.Green(delta)), ("edge", subject.Kernels.Edge(delta)) })
        {
            double[] place = v.Dimension == 1 ? [subject.X1] : [subject.X1, subject.X2];
            yield return Comparison.Equal(v.At([.. place.Select(x => -x)]), v.At(place), 16 * Floating.Spacing * (1 + Math.Abs(v.At(place))), 1, $"{name}: evenness, delta = {delta:R}");
            for (var a = 0; a < v.Dimension; a++)
            {
                double[] below = [.. place], above = [.. place], near = new double[v.Dimension];
                (below[a], above[a], near[a]) = (0.5 - Step, 0.5 + Step, Step * delta);
                var scale = 1 + v.HessianBound;
                yield return Comparison.Equal(Jump(v, below, above), 0, 600 * Step, scale, $"{name}: D^2 V across 1/2 in component {a + 1}, delta = {delta:R}");
                yield return Comparison.Equal(Jump(v, new double[v.Dimension], near), 0, 1e-10 * scale, scale, $"{name}: D^2 V at 0 in direction {a + 1}, delta = {delta:R}");
            }
        }

        static double Jump(TorusPotential v, double[] from, double[] to) => v.HessianAt(from).Zip(v.HessianAt(to)).Max(pair => Math.Abs(pair.First - pair.Second));
    }

    private static IEnumerable<Comparison> CheckThird(TorusNumbers subject)
    {
        var delta = Math.Min(0.05, subject.Delta);
        foreach (var gamma in new[] { 1, 0.1 + subject.Gap })
        {
            var (k, t) = (1 / (2 * Math.PI), Math.Sqrt((gamma * gamma) + (1 / (4 * Math.PI * Math.PI))));
            foreach (var (name, of, _, _, _, _, barrier) in Kinds(subject))
            {
                var c = (gamma / (t * (t + k)) * barrier(t, k)) - (2 * Math.PI * gamma * delta * delta);
                for (var i = 0; i < 8; i++)
                {
                    var (sin, cos) = Math.SinCos((0.25 * Math.PI * i) + (i == 0 ? 0 : subject.X1));
                    var gradient = of(delta).GradientAt(gamma * delta * cos, gamma * delta * sin);
                    yield return Comparison.AtMostOnScale(
                        (gradient[0] * cos) + (gradient[1] * sin), -c / delta, 1e-11 / delta, 1 / delta, $"{name}, gamma = {gamma:R}, delta = {delta:R}, direction {i}");
                }
            }
        }
    }

    private static IEnumerable<Comparison> CheckFourth(TorusNumbers subject)
    {
        foreach (var delta in new[] { subject.Delta, 1e-3 })
        {
            foreach (var (name, of, _, _, largest, widest, _) in Kinds(subject))
            {
                var v = of(delta);
                var bound = (2 * Math.PI * largest) + (4 * Math.PI * delta);
                var extreme = delta / (2 * Math.PI) * Math.Sqrt((widest * widest) - 1);
                foreach (var (x1, x2) in Places(subject).Append((0, extreme)))
                {
                    var gradient = v.GradientAt(x1, x2);
                    yield return Comparison.AtMost(delta * double.Hypot(gradient[0], gradient[1]), bound, 1e-10, $"{name}, delta = {delta:R}, s = ({x1:R}, {x2:R})");
                }
            }
        }
    }

    /// <summary>One of the two potentials with its constants.</summary>
    /// <param name="Core">sup |s|^2 |D^2 V| of the free potential.</param>
    /// <param name="Images">A bound of the Hessian of what the images add, by |s|.</param>
    /// <param name="Force">The largest force of the free potential, in units of 1/h.</param>
    /// <param name="Widest">Where it is reached, s in units of h.</param>
    /// <param name="Barrier">The factor by which the barrier differs from that of green, by t and k.</param>
    private sealed record Kind(
        string Name, Func<double, TorusPotential> Of, double Core, Func<double, double> Images, double Force, double Widest, Func<double, double, double> Barrier);
}
