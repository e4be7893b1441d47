using Orowan.Formats;
using Orowan.Measures;

namespace Orowan.Claims.Annihilation;

/// <summary>A, Lemmas 3.3 and 3.4: discontinuous test functions, and separation of supports, under narrow convergence; with rates in W_1.</summary>
internal static class NarrowLimits
{
    private const string DiscontinuousLabel = "Lemma 3.3";

    private static readonly int[] Ladder = [1, 4, 64, 4096];

    private static readonly double[] Moves = [1, 0.1, 0.001];

    public static Claim<LineMeasures> Discontinuous { get; } = About(
        "A-3.3",
        DiscontinuousLabel,
        "nu_n -> nu narrowly and nu(A) = 0 give int phi d nu_n -> int phi d nu for bounded phi that is continuous at every point outside A: for phi = 1_{x > a} cos((x - a)/L), "
        + "A = {a}, |int phi d nu_n - int phi d nu| <= W_1(nu_n, nu)/L + nu([a - e_n, a + e_n]), e_n the farthest that an atom moves.",
        "Off the atoms within e_n of a the Lipschitz constant is 1/L; the others change by at most 1 and the last term is 0 for large n, as nu({a}) = 0. "
        + "nu_n has the atoms x_i + v_i/n. Without nu(A) = 0 it fails: delta_{-1/n}, a = 0.",
        CheckDiscontinuous);

    public static Claim<LineMeasures> DiscontinuousPrinted { get; } = About(
        "A-3.3",
        DiscontinuousLabel,
        "As printed, for every Borel set A with nu(A) = 0 and every bounded phi in C(R^d \\ A): A the places of all nu_n off the support of nu, phi = 0 on R \\ A and 1 on A.",
        "phi restricted to R \\ A is constant, so continuous there, but not at the points of the closure of A.",
        CheckDiscontinuousPrinted);

    public static Claim<LineMeasures> Separation { get; } = About(
        "A-3.4",
        "Lemma 3.4",
        "If sup supp nu_e <= inf supp rho_e, then M - m <= W_1(nu_e, nu)/nu({M}) + W_1(rho_e, rho)/rho({m}) for all nu, rho with an atom at M = sup supp nu and at m = inf supp rho; "
        + "so M <= m in the limit.",
        "The mass at M comes from places up to sup supp nu_e, so W_1(nu_e, nu) >= nu({M}) (M - sup supp nu_e); the same for rho. With equality for delta_{-e}, delta_{e}.",
        CheckSeparation);

    public static Claim<LineMeasures> TestFunction { get; } = About(
        "A-3.4-display-1",
        "Lemma 3.4, test function",
        "phi = 0 up to (m + 2M)/3, 1 from M on: int phi d nu > 0, hence int phi d nu_e > 0 once W_1(nu_e, nu) < nu({M}) (M - m)/3, and then sup supp nu_e >= (m + 2M)/3.",
        "phi linear between has Lipschitz constant 3/(M - m), so int phi d nu_e >= nu({M}) - 3 W_1/(M - m). (For M infinite, which the proof leaves out, take a point of the support instead.)",
        CheckTestFunction);

    /// <summary>delta_{1/n} -> delta_0 and A = {1, 1/2, 1/3, ...}.</summary>
    public static LineMeasures Counterexample { get; } = new(new AtomicMeasure(1, [0], [1], [1]), new AtomicMeasure(1, [1], [1], [1]));

    public static string Erratum =>
        "C(R^d \\ A) must mean continuity at every point outside A, as for closed A. For nu_n = delta_{1/n}, nu = delta_0, A = {1, 1/2, 1/3, ...} one has nu(A) = 0, and phi = 1 on A, "
        + "0 on R \\ A is bounded and continuous on R \\ A, but int phi d nu_n = 1 for all n while int phi d nu = 0.";

    private static Claim<LineMeasures> About(string id, string label, string statement, string derivation, Func<LineMeasures, IDistances, IEnumerable<Comparison>> check) =>
        new(id, label, statement, derivation, _ => null, (pair, solver) => check(pair, Distances.Of(solver)));

    /// <summary>nu_n: the atoms of the first measure, moved by 1/n of the way to those of the second.</summary>
    private static AtomicMeasure Near(LineMeasures pair, int n) =>
        pair.First.At((i, x) => x + ((pair.Second.X[i % pair.Second.Count] - x) / n));

    private static IEnumerable<Comparison> CheckDiscontinuous(LineMeasures pair, IDistances distances)
    {
        var (nu, length) = (pair.First, new LineCurves(pair).Extent);
        var a = Between(nu, length);
        double Integral(AtomicMeasure of) => of.X.Zip(of.Mass, (x, m) => x > a ? m * Math.Cos((x - a) / length) : 0).Sum();
        foreach (var n in Ladder)
        {
            var near = Near(pair, n);
            var moved = near.X.Zip(nu.X, (x, y) => Math.Abs(x - y)).Max() + (8 * Floating.Spacing * (Math.Abs(a) + length));
            var close = nu.X.Zip(nu.Mass, (x, m) => Math.Abs(x - a) <= moved ? m : 0).Sum();
            var bound = (distances.Optimal(near, nu, Space.Line, null, 1).Cost / length) + close;
            var u = 64 * Floating.Spacing * nu.Count * (1 + (nu.X.Max(Math.Abs) / length));
            yield return Comparison.AtMostOnScale(Math.Abs(Integral(near) - Integral(nu)), bound, u, 1, $"n = {n}, a = {a:R}");
        }
    }

    /// <summary>A place without an atom: amid the widest gap of the atoms, or left of a lone one.</summary>
    private static double Between(AtomicMeasure nu, double length)
    {
        double[] places = [.. nu.X.Distinct().Order()];
        if (places.Length == 1) return places[0] - (length / 2);
        var k = Enumerable.Range(1, places.Length - 1).MaxBy(i => places[i] - places[i - 1]);
        return (places[k] + places[k - 1]) / 2;
    }

    private static IEnumerable<Comparison> CheckDiscontinuousPrinted(LineMeasures pair, IDistances distances)
    {
        var support = pair.First.X.ToHashSet();
        foreach (var n in Ladder)
        {
            var near = Near(pair, n);
            var integral = near.X.Zip(near.Mass, (x, m) => support.Contains(x) ? 0 : m).Sum();
            if (n == Ladder[^1]) yield return Comparison.Equal(integral, 0, 1e-9, 1, $"int phi d nu_n, n = {n}");
        }
    }

    private static IEnumerable<Comparison> CheckSeparation(LineMeasures pair, IDistances distances)
    {
        foreach (var s in Separated(pair))
        {
            var bound = (First(distances, s.NuNear, s.Nu) / MassAt(s.Nu, s.Top)) + (First(distances, s.RhoNear, s.Rho) / MassAt(s.Rho, s.Bottom));
            yield return Comparison.AtMostOnScale(s.Top - s.Bottom, bound, s.Rounding, s.Length, s.At);
        }
    }

    private static IEnumerable<Comparison> CheckTestFunction(LineMeasures pair, IDistances distances)
    {
        foreach (var s in Separated(pair))
        {
            var span = s.Top - s.Bottom;
            if (span <= 1e-9 * s.Length)
            {
                yield return Comparison.Equal(0, 0, 0, 1, $"M <= m already, {s.At}");
                continue;
            }
            double Phi(double x) => Math.Clamp((x - ((s.Bottom + (2 * s.Top)) / 3)) * 3 / span, 0, 1);
            double Mirrored(double x) => Math.Clamp((((2 * s.Bottom) + s.Top) / 3 - x) * 3 / span, 0, 1);
            var u = 64 * s.Rounding / span;
            var above = s.NuNear.X.Zip(s.NuNear.Mass, (x, m) => m * Phi(x)).Sum();
            yield return Comparison.AtMostOnScale(MassAt(s.Nu, s.Top) - (3 / span * First(distances, s.NuNear, s.Nu)), above, u, 1, $"nu, {s.At}");
            var below = s.RhoNear.X.Zip(s.RhoNear.Mass, (x, m) => m * Mirrored(x)).Sum();
            yield return Comparison.AtMostOnScale(MassAt(s.Rho, s.Bottom) - (3 / span * First(distances, s.RhoNear, s.Rho)), below, u, 1, $"rho, {s.At}");
        }
    }

    private static double First(IDistances distances, AtomicMeasure a, AtomicMeasure b) => distances.Optimal(a, b, Space.Line, null, 1).Cost;

    private static double MassAt(AtomicMeasure measure, double place) => measure.X.Zip(measure.Mass, (x, m) => x.Equals(place) ? m : 0).Sum();

    /// <summary>nu_e to the left of 0 and rho_e to the right, both reaching it, and limits nu, rho moved to the right and to the left.</summary>
    private static IEnumerable<Setting> Separated(LineMeasures pair)
    {
        var (top, bottom, length) = (pair.First.X.Max(), pair.Second.X.Min(), new LineCurves(pair).Extent);
        var (left, right) = (pair.First.At((_, x) => x - top), pair.Second.At((_, x) => x - bottom));
        foreach (var move in Moves)
        {
            var by = move * length;
            yield return new Setting(left, right, left.At((i, x) => x + (by * (1 + Math.Sin(i)) / 2)), right.At((i, x) => x - (by * (1 + Math.Cos(i)) / 2)), length, $"moved by up to {by:R}");
        }
    }

    private sealed record Setting(AtomicMeasure NuNear, AtomicMeasure RhoNear, AtomicMeasure Nu, AtomicMeasure Rho, double Length, string At)
    {
        public double Top => Nu.X.Max();

        public double Bottom => Rho.X.Min();

        /// <summary>Masses go down to about 1/60.</summary>
        public double Rounding => 1e4 * Floating.Spacing * Length;
    }
}
