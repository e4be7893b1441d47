using System.Collections.Immutable;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, section 2.2: the assumptions (V1) to (V4) and (U), with their constants, on each potential.</summary>
internal static class TorusAssumptions
{
    /// <summary>Points of a trapezoidal rule in each direction.</summary>
    private const int Grid = 32;

    /// <summary>exp of minus this is left out of sums of aliases.</summary>
    private const double Decay = 34;

    private const double LeastPlanarDelta = 0.02;

    public static Claim<TorusPotentialPair> Positive { get; } = About(
        "B-V1",
        "Assumption (V1)",
        "V_k >= 0 for k != 0, and so V(x) <= V(0) and |D^2 V(x)| <= |D^2 V(0)| = lambda_delta: the coefficients that the potential states are those of its values.",
        "The mean of V(x) cos 2 pi k.x over a grid of N^d points is the sum of the coefficients at k + N m over all m, which is added up to exp(-34); of the singular "
        + "logarithm the integral is taken by Gauss-Legendre in x = t^3/2.",
        CheckPositive,
        subject => subject.V is { Dimension: 2, IsSingular: true } ? "the singular potentials in the plane are judged in B-2.1 and B-2.3.2-fourier"
            : subject.V is PlanarPotential { Delta: < LeastPlanarDelta } ? "the sum of aliases is too long for this check" : null);

    public static Claim<TorusPotentialPair> Bounded { get; } = About(
        "B-V2",
        "Assumption (V2)",
        "(1 + |k|^2)^{d/2} V_k <= K for all k != 0 with the K that the potential states, uniformly in delta: K_delta <= K_0, K_0 = 1/sqrt 2 for the circle's logarithm, "
        + "1/pi for the Green's function, 2/pi for edge dislocations.",
        "sqrt(1 + k^2)/(2k), (1 + |k|^2)/(2 pi |k|^2) and (1 + |k|^2) k_2^2/(pi |k|^4) are largest at |k| = 1. All k up to 12 in size are compared.",
        CheckBounded);

    public static Claim<TorusPotentialPair> Convergent { get; } = About(
        "B-V3",
        "Assumption (V3)",
        "V_delta * phi -> V * phi uniformly, hence in Exp: |V_delta * phi - V * phi| <= c delta sum over the terms of phi of |k| V_k |phi_k|, c = 2 pi on the circle, "
        + "1 in the plane; phi = U. The same with grad.",
        "1 - exp(-c delta |k|) <= c delta |k| in each coefficient. In duality with smooth functions this is convergence in D'.",
        CheckConvergent,
        subject => Limit(subject.V) is null ? "not one of a family with a limit" : null);

    public static Claim<TorusPotentialPair> Regular { get; } = About(
        "B-V4",
        "Assumption (V4)",
        "V_delta is even with bounded second derivatives: |D^2 V| <= lambda_delta and |grad V| <= the stated bound everywhere; gradient and Hessian are those of the values.",
        "Central difference quotients of order 4 of V and of grad V with two steps, at points of a sequence that fills the torus, denser near 0.",
        CheckRegular,
        subject => subject.V.IsSingular ? "V is singular" : null);

    public static Claim<TorusPotentialPair> External { get; } = About(
        "B-U",
        "Assumption (U)",
        "U is smooth with bounded derivatives: |grad U| and |D^2 U| stay below the stated bounds, gradient and Hessian are those of the values.",
        "As (V4). A trigonometric polynomial has all derivatives.",
        subject => CheckDerivatives(subject.External, even: false));

    public static Claim<TorusPotentialPair> NotStationary { get; } = About(
        "B-1.4-constant",
        "Section 1.4, constant measures",
        "Equal constant densities rho^+ = rho^- = 1/2 are stationary for (1.4) only if U is constant: d/dt int U drho^+ = -(1/2) int |grad U|^2 = -2 pi^2 sum |k|^2 |U_k|^2, "
        + "which is negative for any other U.",
        "kappa = 0, so only U acts; phi = U in the weak form. The integral by the trapezoidal rule, exact for these polynomials.",
        CheckNotStationary,
        subject => subject.U.Terms.All(t => t.K.All(k => k == 0) || t.Amplitude == 0) ? "U is constant" : null);

    private static Claim<TorusPotentialPair> About(
        string id,
        string label,
        string statement,
        string derivation,
        Func<TorusPotentialPair, IEnumerable<Comparison>> check,
        Func<TorusPotentialPair, string?>? hypotheses = null) =>
        new(id, label, statement, derivation, hypotheses ?? (_ => null), (subject, _) => check(subject));

    /// <summary>The singular potential of a family; null for a potential of no family.</summary>
    private static TorusPotential? Limit(TorusPotential v) => v switch
    {
        TorusLogRegularisedPotential or TorusLogPotential => new TorusLogPotential(),
        TorusGreenPotential => new TorusGreenPotential(0),
        TorusEdgePotential => new TorusEdgePotential(0),
        MisstatedTorusPotential m => Limit(m.Of),
        _ => null,
    };

    private static IEnumerable<Comparison> CheckPositive(TorusPotentialPair subject)
    {
        var v = subject.V;
        for (var first = 0; first <= 3; first++)
        {
            for (var second = v.Dimension == 1 ? 0 : -2; second <= (v.Dimension == 1 ? 0 : 2); second++)
            {
                if (first == 0 && second <= 0) continue;
                int[] k = v.Dimension == 1 ? [first] : [first, second];
                var at = $"k = ({string.Join(", ", k)})";
                var stated = v.Coefficient(k);
                yield return Comparison.AtMostOnScale(0, stated, 0, Math.Max(1e-3, Math.Abs(stated)), $"sign at {at}");
                if (v.IsSingular)
                {
                    var fine = LogarithmicMean(v, first, 64);
                    yield return Comparison.Equal(fine, stated, (4 * Math.Abs(fine - LogarithmicMean(v, first, 32))) + 1e-13, 1, at, 1e-6);
                    continue;
                }
                var mean = GridMean(v, k);
                yield return Comparison.Equal(mean, Aliases(v, k), 1e-12 * (1 + Math.Abs(v.At(new double[v.Dimension]))), 1, at, 1e-6);
            }
        }
        if (v.IsSingular) yield break;
        var origin = new double[v.Dimension];
        var (top, steepest) = (v.At(origin), TorusClaims.OperatorNorm(v.HessianAt(origin)));
        foreach (var x in Points(v.Dimension, v.Delta))
        {
            yield return Comparison.AtMostOnScale(v.At(x), top, 1e-13 * (1 + Math.Abs(top)), Math.Max(1, Math.Abs(top)), $"V at ({string.Join(", ", x)})");
            yield return Comparison.AtMost(
                TorusClaims.OperatorNorm(v.HessianAt(x)), steepest, 1e-9 * (1 + steepest), $"D^2 V at ({string.Join(", ", x)})", 1, 1e-2);
        }
        yield return Comparison.Equal(v.HessianBound, steepest, 1e-10 * (1 + steepest), Math.Max(1, steepest), "lambda_delta = |D^2 V(0)|");
    }

    private static double GridMean(TorusPotential v, int[] k)
    {
        double sum = 0;
        var points = v.Dimension == 1 ? Enumerable.Range(0, Grid * Grid).Select(i => new[] { i / (double)(Grid * Grid) })
            : Enumerable.Range(0, Grid * Grid).Select(i => new[] { i % Grid / (double)Grid, i / Grid / (double)Grid });
        foreach (var x in points) sum += v.Value(x) * Math.Cos(2 * Math.PI * k.Zip(x, (a, b) => a * b).Sum());
        return sum / (Grid * Grid);
    }

    private static double Aliases(TorusPotential v, int[] k)
    {
        var size = v.Dimension == 1 ? Grid * Grid : Grid;
        var reach = v is FourierPotential or MisstatedTorusPotential { Of: FourierPotential } ? 2 : (int)Math.Ceiling(Decay / (v.Dimension == 1 ? 2 * Math.PI : 1) / v.Delta / size) + 1;
        double sum = 0;
        for (var m = -reach; m <= reach; m++)
        {
            if (v.Dimension == 1)
            {
                sum += v.Coefficient([k[0] + (m * size)]);
                continue;
            }
            for (var l = -reach; l <= reach; l++) sum += v.Coefficient([k[0] + (m * size), k[1] + (l * size)]);
        }
        return sum;
    }

    private static double LogarithmicMean(TorusPotential v, int k, int order) =>
        GaussLegendre.Points(order).Sum(q => q.Weight * 3 * q.Node * q.Node * v.At(0.5 * Math.Pow(q.Node, 3)) * Math.Cos(Math.PI * k * Math.Pow(q.Node, 3)));

    private static IEnumerable<Comparison> CheckBounded(TorusPotentialPair subject)
    {
        var (v, d) = (subject.V, subject.V.Dimension);
        var limit = Limit(v)?.CoercivityBound ?? v.CoercivityBound;
        var printed = v switch { { Dimension: 1 } => Math.Sqrt(0.5), TorusEdgePotential => 2 / Math.PI, _ => 1 / Math.PI };
        if (Limit(v) is not null && v is not MisstatedTorusPotential)
            yield return Comparison.AtMost(v.CoercivityBound, printed, 4 * Floating.Spacing, "K_delta <= K_0");
        for (var first = 0; first <= 12; first++)
        {
            for (var second = d == 1 ? 0 : -12; second <= (d == 1 ? 0 : 12); second++)
            {
                if (first == 0 && second <= 0) continue;
                int[] k = d == 1 ? [first] : [first, second];
                var weighted = Math.Pow(1 + k.Sum(c => (double)c * c), 0.5 * d) * v.Coefficient(k);
                var rounding = 16 * Floating.Spacing * Math.Max(limit, Math.Abs(weighted));
                yield return Comparison.AtMostOnScale(weighted, v.CoercivityBound, rounding, Math.Max(v.CoercivityBound, 1e-3), $"k = ({string.Join(", ", k)})");
            }
        }
    }

    private static IEnumerable<Comparison> CheckConvergent(TorusPotentialPair subject)
    {
        var (v, d, limit) = (subject.V, subject.V.Dimension, Limit(subject.V)!);
        var rate = (d == 1 ? 2 * Math.PI : 1) * v.Delta;
        double bound = 1e-300, slope = 1e-300;
        foreach (var term in subject.U.Terms)
        {
            var size = Math.Sqrt(term.K.Sum(k => (double)k * k));
            bound += rate * size * limit.Coefficient(term.K.AsSpan()) * term.Amplitude;
            slope += 2 * Math.PI * rate * size * size * limit.Coefficient(term.K.AsSpan()) * term.Amplitude;
        }
        var difference = new FourierPotential(
            d,
            [.. subject.U.Terms.Select(t => v.Coefficient(t.K.AsSpan()) - limit.Coefficient(t.K.AsSpan()) is var c ? t with { Cos = c * t.Cos, Sin = c * t.Sin } : t)]);
        foreach (var x in Points(d, 0.1))
        {
            var rounding = 64 * Floating.Spacing * (1 + subject.U.Terms.Sum(t => t.Amplitude));
            yield return Comparison.AtMostOnScale(Math.Abs(difference.At(x)), bound, rounding, Math.Max(bound, 1e-6), $"x = ({string.Join(", ", x)})");
            yield return Comparison.AtMostOnScale(
                Norm(difference.GradientAt(x)), slope, 64 * rounding, Math.Max(slope, 1e-4), $"gradient at ({string.Join(", ", x)})");
        }
    }

    private static IEnumerable<Comparison> CheckRegular(TorusPotentialPair subject) => CheckDerivatives(subject.V, even: true);

    private static IEnumerable<Comparison> CheckDerivatives(TorusPotential v, bool even)
    {
        var d = v.Dimension;
        var (slope, curvature) = (v.GradientBound, v.HessianBound);
        if (curvature == 0) curvature = 1e-300;
        var length = v.Delta > 0 ? Math.Min(1, v.Delta / (d == 1 ? 1 : 2 * Math.PI)) : 1 / Math.Max(1, curvature / Math.Max(1e-300, slope));
        foreach (var x in Points(d, v.Delta))
        {
            var at = $"x = ({string.Join(", ", x)})";
            var (gradient, hessian) = (v.GradientAt(x), v.HessianAt(x));
            yield return Comparison.AtMostOnScale(Norm(gradient), slope, 1e-12 * slope, Math.Max(slope, 1e-300), $"|grad| at {at}");
            yield return Comparison.AtMostOnScale(TorusClaims.OperatorNorm(hessian), curvature, 1e-10 * curvature, curvature, $"|D^2| at {at}");
            double[] opposite = [.. x.Select(c => -c)];
            if (even) yield return Comparison.Equal(v.At(opposite), v.At(x), 8 * Floating.Spacing * (1 + Math.Abs(v.At(x))), 1, $"evenness at {at}");
            double[] far = [.. x.Select((c, i) => c + 1 - (2 * i))];
            yield return Comparison.Equal(v.At(far), v.At(x), 8 * Floating.Spacing * (1 + slope + Math.Abs(v.At(x))), 1, $"period at {at}");
            for (var a = 0; a < d; a++)
            {
                var (value, error) = Quotient(y => v.At(y), x, a, 0.1 * length, Math.Abs(v.At(x)) + (slope * length));
                yield return Comparison.Equal(gradient[a], value, error + (1e-12 * slope), Math.Max(slope, 1e-300), $"component {a} of the gradient at {at}", 1e-2);
                for (var b = 0; b < d; b++)
                {
                    var row = a;
                    (value, error) = Quotient(y => v.GradientAt(y)[row], x, b, 0.1 * length, slope);
                    yield return Comparison.Equal(hessian[(a * d) + b], value, error + (1e-10 * curvature), curvature, $"entry {a}{b} of the Hessian at {at}", 1e-2);
                }
            }
        }
    }

    /// <summary>Central quotient of order 4 and its error: the distance to the one with twice the step, and rounding of values of this size.</summary>
    private static (double Value, double Error) Quotient(Func<double[], double> f, double[] x, int component, double step, double size)
    {
        var (fine, coarse) = (At(0.5 * step), At(step));
        return (fine, Math.Abs(fine - coarse) + (64 * Floating.Spacing * (size + 1) / step));

        double At(double h) => ((8 * (Moved(h) - Moved(-h))) - (Moved(2 * h) - Moved(-2 * h))) / (12 * h);

        double Moved(double by) => f([.. x.Select((c, i) => i == component ? c + by : c)]);
    }

    /// <summary>Points that fill the torus, and as many near the origin on the scale of delta.</summary>
    private static IEnumerable<double[]> Points(int d, double delta)
    {
        var near = delta > 0 ? Math.Min(1, 4 * delta) : 0.2;
        for (var i = 1; i <= 8; i++)
        {
            var (first, second) = (Fraction(i * 0.7548776662466927), Fraction(i * 0.5698402909980532));
            yield return d == 1 ? [first - 0.5] : [first - 0.5, second - 0.5];
            yield return d == 1 ? [near * (first - 0.5)] : [near * (first - 0.5), near * (second - 0.5)];
        }
    }

    private static double Fraction(double x) => x - Math.Floor(x);

    private static double Norm(double[] x) => Math.Sqrt(x.Sum(c => c * c));

    /// <summary>One of k and -k, which are one wave.</summary>
    private static bool IsUpper(ImmutableArray<int> k) => k.First(component => component != 0) > 0;

    private static IEnumerable<Comparison> CheckNotStationary(TorusPotentialPair subject)
    {
        var (u, d) = (subject.U, subject.V.Dimension);
        var reach = 1 + u.Terms.Max(t => t.K.Max(Math.Abs));
        var points = 4 * reach;
        double mean = 0;
        for (var i = 0; i < points; i++)
        {
            for (var j = 0; j < (d == 1 ? 1 : points); j++)
            {
                double[] x = d == 1 ? [i / (double)points] : [i / (double)points, j / (double)points];
                mean += u.GradientAt(x).Sum(c => c * c) / (d == 1 ? points : points * points);
            }
        }
        var expected = u.Terms.Where(t => t.K.Any(k => k != 0))
            .Select(t => IsUpper(t.K) ? t : t with { K = [.. t.K.Select(k => -k)], Sin = -t.Sin })
            .GroupBy(t => string.Join(' ', t.K), StringComparer.Ordinal)
            .Sum(g => 2 * Math.PI * Math.PI * g.First().K.Sum(k => (double)k * k) * (Math.Pow(g.Sum(t => t.Cos), 2) + Math.Pow(g.Sum(t => t.Sin), 2)));
        yield return Comparison.Equal(-0.5 * mean, -0.5 * expected, 1e-12 * (1 + expected), Math.Max(expected, 1e-6), "int |grad U|^2 by values and by coefficients", 1e-3);
        yield return Comparison.AtMostOnScale(1e-300, 0.5 * mean, 0, Math.Max(expected, 1e-300), "the rate is not 0");
    }
}
