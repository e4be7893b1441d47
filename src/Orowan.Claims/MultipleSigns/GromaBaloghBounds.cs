using System.Numerics;
using Orowan.Formats;
using Orowan.Measures;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, Theorem 3.6, proof, and (3.25): the a-priori bounds of densities that do not know delta, each with its constants.</summary>
internal static class GromaBaloghBounds
{
    /// <summary>Norms on a grid are of second order where a function has kinks; the constants leave far more room.</summary>
    private const double Resolution = 0.05;

    /// <summary>What a bound is measured against where it is smaller: a tenth of what int int rho d_t phi is for densities of order 1.</summary>
    private const double Size = 0.1;

    private static readonly YoungFunction LogL = YoungFunction.Logarithmic(1);

    public static Claim<GromaBaloghCase> Apriori { get; } = GromaBaloghTrial.AboutFlow(
        "B-eq-3.18",
        "Equation (3.18)",
        "|rho^+-(t)| in L log L <= Ent(rho(0)) + t sup|Lap U| + 1/e + 1.611, and int_0^t |grad V * kappa|^2 in H^(d/2) <= K (Ent(rho(0)) + t sup|Lap U| - sum of m log m over the masses).",
        "(3.10); the entropy of the other species is at least -1/e, and that of mass m at least m log m by Jensen; Lemma A.1(i) with its constant 1.611.",
        CheckApriori,
        Inviscid);

    public static Claim<GromaBaloghCase> Products { get; } = GromaBaloghTrial.AboutFlow(
        "B-eq-3.20",
        "Equation (3.20)",
        "The norm of rho^+- grad V * kappa in L^2(0, T; L log^(1/2) L) is at most 1.24 C_d p^(1/2) times that of rho^+- in L^inf(L log L) times that of grad V * kappa in L^2(H^(d/2)); C_1 = "
        + "(2e)^(1/2), C_2 = (pi e)^(1/2), p directions of motion.",
        "Lemma A.1(v) with 1.24 and (vi) with C_d at each time; the norm in Exp_2 of a vector is at most the sum of those of its components.",
        trial => Signs(sign => CheckProducts(trial, sign)),
        Inviscid);

    public static Claim<GromaBaloghCase> InTime { get; } = GromaBaloghTrial.AboutFlow(
        "B-eq-3.21",
        "Equation (3.21)",
        "For phi = sin^2(pi t/T) cos(2 pi k.x): |int int rho^+- d_t phi| <= int int |rho^+- grad phi . grad(V * kappa + U)| <= A |phi| in L^2(H^(d/2 + 1)) <= A |phi| in L^2(H^(d + 1)), A = 2 pi p^(1/2) "
        + "C_d (1.184 |rho grad V * kappa| in L^2(L log^(1/2) L) + 1.337 (T/log 2)^(1/2) sup|grad U| |rho| in L^inf(L log L)).",
        "The first by (2.13) and parts. Then Lemma A.1(ii) with 1 + 1/(2e), (iv) with 1.337, Exp_2 in Exp with (log 2)^(-1/2), (vi) with C_d; |grad phi| in H^s <= 2 pi |phi| in H^(s + 1).",
        trial => Signs(sign => CheckInTime(trial, sign)),
        Inviscid);

    public static Claim<GromaBaloghCase> FieldInTime { get; } = GromaBaloghTrial.AboutFlow(
        "B-eq-3.22",
        "Equation (3.22)",
        "int int (d_i V * kappa) d_t phi = -int int (rho^+ + rho^-)(grad V * kappa + grad U) . (d_i V * grad phi), phi = sin^2(pi t/T) exp(-2 pi i k.x). The display before it means d_i V * "
        + "of the whole product.",
        "kappa is moved by d/dt kappa = div((rho^+ + rho^-) grad(V * kappa + U)); d_i V is odd.",
        CheckField,
        Inviscid);

    public static Claim<GromaBaloghCase> Power { get; } = GromaBaloghTrial.AboutFlow(
        "B-3.6-display-power",
        "Theorem 3.6, proof, bound of the right-hand side of (3.22)",
        "|int int G . (d_1 V * grad phi)| <= 1.184 |G| in L^2(L log^(1/2) L) times |d_1 V * grad phi| in L^2(Exp_2), G = (rho^+ + rho^-)(grad V * kappa + grad U).",
        "Lemma A.1(ii) with 1 + 1/(2e) at each time, then Cauchy and Schwarz in time.",
        trial => CheckPower(trial, 1),
        Inviscid);

    public static Claim<GromaBaloghCase> PowerAsPrinted { get; } = Power with
    {
        Statement = "The same with the square of the norm of G.",
        Check = (subject, solver) => GromaBaloghTrial.Of(subject, solver).Followed(trial => CheckPower(trial, 2)),
    };

    public static Claim<GromaBaloghCase> Convolution { get; } = GromaBaloghTrial.About(
        "B-3.6-display-uniform",
        "Theorem 3.6, proof, grad V * phi in L^2(H^(d+1))",
        "sum (1 + |k|^2)^(d+1) |2 pi k V_k|^2 |phi_k|^2 <= (2 pi K)^2 sum (1 + |k|^2)^(d+1) |phi_k|^2, here for phi = kappa at each row; K as in (V2), so uniformly in delta.",
        "|k| V_k <= K |k| (1 + |k|^2)^(-d/2) <= K, d >= 1.",
        trial => trial.Rows.Select(row =>
        {
            double Sum(Func<int, double> weight) => Enumerable.Range(0, row.Z.Length)
                .Sum(i => weight(i) * Math.Pow(1 + row.Symbols.Square[i], trial.Case.Dimension + 1) * Math.Pow(row.Kappa(i).Magnitude, 2));
            var square = Math.Pow(2 * Math.PI * GromaBaloghEntropyClaims.Constant(trial.Case.V), 2);
            var (left, right) = (Sum(i => 4 * Math.PI * Math.PI * row.Symbols.Square[i] * Math.Pow(row.Symbols.V[i], 2)), square * Sum(_ => 1));
            return Comparison.AtMost(left, right, 1e-12 * right, $"t = {row.Time:R}", scale: double.Epsilon);
        }));

    public static Claim<GromaBaloghCase> Weak { get; } = GromaBaloghTrial.AboutFlow(
        "B-eq-3.25",
        "Equation (3.25)",
        "(a) is (3.18). (b) For phi = sin^2(pi t/T) cos(2 pi k.x): |int int rho^+- d_t phi| <= (1.184 (log 2)^(-1/2) |rho^+- grad V * kappa| in L^2(L log^(1/2) L) + m T^(1/2) sup|grad U|) "
        + "|grad phi| in L^2(L^inf), m the mass.",
        "As (3.21), with |f| in Exp_2 <= (log 2)^(-1/2) sup|f|, which constants attain.",
        trial => Signs(sign => CheckBounded(trial, sign)),
        Inviscid);

    private static string? Inviscid(GromaBaloghCase subject) => subject.Viscosity > 0 ? "viscous" : null;

    private static IEnumerable<Comparison> Signs(Func<int, IEnumerable<Comparison>> check) => check(1).Concat(check(-1));

    private static double Embedding(GromaBaloghTrial trial) =>
        OrliczConstants.Embedding(trial.Case.Dimension) * Math.Sqrt(trial.Rows[0].Symbols.Directions.Count());

    /// <summary>The largest norm in L log L of a species at a row.</summary>
    private static Estimate Largest(GromaBaloghTrial trial, int sign) =>
        trial.Rows.Select(row => trial.Norms.Of(LogL, row.Row.Of(sign), trial.Case.Dimension)).MaxBy(norm => norm.Value);

    private static IEnumerable<Comparison> CheckApriori(GromaBaloghTrial trial)
    {
        var start = trial.Rows[0].BothEntropies;
        var least = new[] { trial.Case.Plus.Mass, trial.Case.Minus.Mass }.Where(m => m > 0).Sum(m => m * Math.Log(m));
        var field = new Estimate(0, 0);
        foreach (var interval in trial.Intervals)
        {
            field += interval.Integrate(at => at.FieldNorm);
            var (time, drive) = (interval.To.Time, interval.To.Time * trial.ExternalBound);
            foreach (var sign in new[] { 1, -1 })
            {
                var norm = trial.Norms.Of(LogL, interval.To.Row.Of(sign), trial.Case.Dimension);
                yield return Comparison.AtMost(
                    norm.Value, start.Value + drive + (1 / Math.E) + OrliczConstants.Entropy, norm.Error + trial.Uncertainty, $"{GromaBaloghFlowClaims.Name(sign)} at t = {time:R}",
                    resolution: Resolution);
            }
            var bound = GromaBaloghEntropyClaims.Constant(trial.Case.V) * (start.Value + drive - least);
            yield return Comparison.AtMostOnScale(field.Value, bound, field.Error + trial.Uncertainty, Math.Max(1e-3, bound), $"field up to t = {time:R}", Resolution);
        }
    }

    /// <summary>What rows that the flow does not lead to make of an integral by parts in time, the test function being at most 1.</summary>
    private static double Jumps(GromaBaloghTrial trial) => trial.Intervals.Sum(interval => interval.Slack);

    /// <summary>The square of the norm in L^2(L log^(1/2) L) of a flux, and what errors of the norms make of it.</summary>
    private static Estimate SquareNorm(GromaBaloghTrial trial, Func<GromaBaloghSnapshot, Estimate> norm) =>
        trial.Total(at => norm(at) is var (value, error) ? new Estimate(value * value, error * ((2 * value) + error)) : default);

    private static IEnumerable<Comparison> CheckProducts(GromaBaloghTrial trial, int sign)
    {
        var (product, field) = (SquareNorm(trial, at => at.ProductNorm(sign)), trial.Total(at => at.FieldNorm));
        var (norm, constant) = (Largest(trial, sign), OrliczConstants.Half * Embedding(trial));
        var bound = constant * norm.Value * Math.Sqrt(field.Value);
        // Both sides are of the same flow; only norms and integrals are inexact.
        var error = (constant * norm.Error * Math.Sqrt(field.Value)) + (constant * (norm.Value + norm.Error) * RootError(field)) + RootError(product);
        yield return Comparison.AtMostOnScale(Math.Sqrt(product.Value), bound, error, Math.Max(Size, bound), GromaBaloghFlowClaims.Name(sign), Resolution);
    }

    /// <summary>How wrong a power of the root of a square may be.</summary>
    private static double RootError(Estimate square, int power = 1) =>
        Math.Pow(square.Value + square.Error, 0.5 * power) - Math.Pow(square.Value, 0.5 * power);

    private static double Chi(GromaBaloghTrial trial, double t) => Math.Pow(Math.Sin(Math.PI * t / trial.Rows[^1].Time), 2);

    private static double Slope(GromaBaloghTrial trial, double t) => Math.PI / trial.Rows[^1].Time * Math.Sin(2 * Math.PI * t / trial.Rows[^1].Time);

    /// <summary>The norm of sin^2(pi t/T) in L^2(0, T).</summary>
    private static double Pulse(GromaBaloghTrial trial) => Math.Sqrt(0.375 * trial.Rows[^1].Time);

    private static IEnumerable<Comparison> CheckInTime(GromaBaloghTrial trial, int sign)
    {
        double Density(GromaBaloghSnapshot at) => Slope(trial, at.Time) * at.Of(sign, at.Symbols.At(1, 0)).Real;
        Estimate Work(GromaBaloghSnapshot at) => Chi(trial, at.Time) * at.Work(sign, at.Symbols.At(1, 0));
        var (left, middle, product) = (trial.Total(Density), trial.Total(Work), SquareNorm(trial, at => at.ProductNorm(sign)));
        var (name, d, horizon) = (GromaBaloghFlowClaims.Name(sign), trial.Case.Dimension, trial.Rows[^1].Time);
        yield return Comparison.AtMostOnScale(
            Math.Abs(left.Value), middle.Value, left.Error + Jumps(trial) + middle.Error, Math.Max(Size, middle.Value), $"{name}, first", Resolution);
        var (norm, hoelder) = (Largest(trial, sign), OrliczConstants.Hoelder(0.5));
        var force = OrliczConstants.Product * Math.Sqrt(horizon / Math.Log(2)) * trial.Case.U.GradientBound;
        var factor = 2 * Math.PI * Embedding(trial);
        double Sobolev(double s) => Pulse(trial) * Math.Sqrt(0.5) * Math.Pow(2, 0.5 * s);
        double Bound(double s) => factor * ((hoelder * Math.Sqrt(product.Value)) + (force * norm.Value)) * Sobolev(s);
        var (lower, error) = ((0.5 * d) + 1, factor * ((hoelder * RootError(product)) + (force * norm.Error)));
        yield return Comparison.AtMostOnScale(
            middle.Value, Bound(lower), middle.Error + (error * Sobolev(lower)), Math.Max(Size, Bound(lower)), $"{name}, second", Resolution);
        yield return Comparison.AtMostOnScale(Bound(lower), Bound(d + 1), 1e-12 * Bound(lower), Math.Max(Size, Bound(lower)), $"{name}, third");
    }

    private static IEnumerable<Comparison> CheckField(GromaBaloghTrial trial)
    {
        foreach (var (k, l) in trial.Case.Dimension == 1 ? [(1, 0), (2, 0)] : new[] { (1, 0), (1, 1) })
        {
            foreach (var isReal in new[] { true, false })
            {
                double Part(Complex z) => isReal ? z.Real : z.Imaginary;
                // Both sides over 2 pi V_k, times i: d_1 V * kappa has the coefficient 2 pi i k_1 V_k kappa_k, and d_1 V * grad phi -4 pi^2 k_1 k V_k.
                double Left(GromaBaloghSnapshot at) => Slope(trial, at.Time) * Part(Complex.ImaginaryOne * k * at.Kappa(at.Symbols.At(k, l)));
                double Right(GromaBaloghSnapshot at) => 2 * Math.PI * k * Chi(trial, at.Time) * Part(at.FluxOf(1, at.Symbols.At(k, l)) + at.FluxOf(-1, at.Symbols.At(k, l)));
                var (left, right) = (trial.Total(Left), trial.Total(Right));
                var slack = 2 * k * Jumps(trial);
                yield return Comparison.Equal(
                    left.Value, right.Value, left.Error + right.Error + slack, 1, $"k = ({k}, {l}), {(isReal ? "cosine" : "sine")}");
            }
        }
    }

    private static IEnumerable<Comparison> CheckPower(GromaBaloghTrial trial, int power)
    {
        double Integrand(GromaBaloghSnapshot at) => Chi(trial, at.Time) * (at.FluxOf(1, at.Symbols.At(1, 0)) + at.FluxOf(-1, at.Symbols.At(1, 0))).Imaginary;
        var (flux, norm) = (trial.Total(Integrand), SquareNorm(trial, at => at.TotalFluxNorm));
        // phi = chi sin(2 pi x_1): d_1 V * grad phi = -4 pi^2 V_1 chi sin(2 pi x_1) e_1, whose factor stands on both sides; int G_1 sin is minus the imaginary
        // part of the coefficient of G_1.
        var wave = trial.Norms.Of(YoungFunction.Exponential(2), [.. Enumerable.Range(0, 256).Select(i => Math.Sin(2 * Math.PI * i / 256))], 1);
        var constant = OrliczConstants.Hoelder(0.5) * Pulse(trial) * wave.Value;
        var bound = constant * Math.Pow(norm.Value, 0.5 * power);
        var error = (constant * RootError(norm, power)) + (wave.Error / wave.Value * bound) + flux.Error;
        yield return Comparison.AtMostOnScale(Math.Abs(flux.Value), bound, error, Math.Max(1e-3, bound), "phi = sin^2(pi t/T) sin(2 pi x_1), over 4 pi^2 V_1", 2 * Resolution);
    }

    private static IEnumerable<Comparison> CheckBounded(GromaBaloghTrial trial, int sign)
    {
        double Density(GromaBaloghSnapshot at) => Slope(trial, at.Time) * at.Of(sign, at.Symbols.At(1, 0)).Real;
        var (left, product) = (trial.Total(Density), SquareNorm(trial, at => at.ProductNorm(sign)));
        var force = trial.Case.Of(sign).Mass * Math.Sqrt(trial.Rows[^1].Time) * trial.Case.U.GradientBound;
        var constant = OrliczConstants.Hoelder(0.5) / Math.Sqrt(Math.Log(2)) * 2 * Math.PI * Pulse(trial);
        var bound = (constant * Math.Sqrt(product.Value)) + (force * 2 * Math.PI * Pulse(trial));
        yield return Comparison.AtMostOnScale(
            Math.Abs(left.Value), bound, left.Error + Jumps(trial) + (constant * RootError(product)), Math.Max(Size, bound), GromaBaloghFlowClaims.Name(sign), Resolution);
    }
}
