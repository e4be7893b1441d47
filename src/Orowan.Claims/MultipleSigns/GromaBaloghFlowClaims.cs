using System.Collections.Immutable;
using System.Numerics;
using Orowan.Formats;
using Orowan.Measures;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, Definitions 3.2 and 3.8 and the weak form (3.23): what makes densities a solution.</summary>
internal static class GromaBaloghFlowClaims
{
    /// <summary>Rounding of a mean over the grid, and of numbers that another program wrote.</summary>
    private const double Rounding = 1e-12;

    private const string WeakDerivation =
        "phi(t, x) = chi(t) exp(-2 pi i k.x) for small k, real and imaginary part. Between rows the reference flow restarted at each row is integrated by Clenshaw and "
        + "Curtis at 17 points (9 in the plane), by the coefficients of rho and of the flux; where a row is not what the flow from the one before leads to, the sum does not close.";

    public static Claim<GromaBaloghCase> Probability { get; } = GromaBaloghTrial.About(
        "B-3.2-probability",
        "Definitions 3.2 and 3.8, densities in P(T^d x {+-1})",
        "At every row the mass of rho^+ and that of rho^- are those at time 0, to rounding, and neither density is negative.",
        "The equations have the form of a divergence; a density is carried along and stays positive. The mean of the values on a grid is the mass; 1e-12 for rounding.",
        trial => trial.Rows.SelectMany(row => new[] { 1, -1 }.SelectMany(sign => (IEnumerable<Comparison>)
        [
            Comparison.Equal(row.Row.MassOf(sign), trial.Case.Of(sign).Mass, Rounding, 1, $"mass of {Name(sign)} at t = {row.Time:R}"),
            Comparison.AtMostOnScale(-row.Row.Of(sign).Min(), 0, trial.Uncertainty, 1, $"{Name(sign)} at t = {row.Time:R}"),
        ])));

    public static Claim<GromaBaloghCase> Flow { get; } = GromaBaloghTrial.About(
        "B-3.2-flow",
        "Equations (2.13), (2.20) and (3.11), row by row",
        "The first row is the initial datum, and the equations lead from each row to the next; both within 20 times the tolerance of the case.",
        "The reference flow is restarted at each row. A run may be wrong by 10 times its tolerance, whatever it says of itself, at both ends of an interval.",
        CheckFlow);

    public static Claim<GromaBaloghCase> Weak { get; } = GromaBaloghTrial.AboutFlow(
        "B-3.2",
        "Definition 3.2, the weak form",
        "int int rho^+- (d_t phi -+ grad phi . grad(V * kappa + U) + epsilon Lap phi) + int rho^+-(0) phi(0) = 0 for phi that vanishes at T, d = 1 or 2, V = V_delta.",
        WeakDerivation,
        trial => CheckWeak(trial, t => (1 - t) * (1 - t), t => -2 * (1 - t), ends: true),
        NotOnSlip);

    public static Claim<GromaBaloghCase> WeakOnSlip { get; } = GromaBaloghTrial.AboutFlow(
        "B-3.8",
        "Definition 3.8, the weak form",
        "int int rho^+- (d_t phi -+ d_1 phi d_1(V * kappa + U) + epsilon Lap phi) + int rho^+-(0) phi(0) = 0 for phi in C_c^inf([0, T) x T^2), V = V_delta. Cases on the circle are those of "
        + "densities and U that do not depend on x_2.",
        WeakDerivation,
        trial => CheckWeak(trial, t => (1 - t) * (1 - t), t => -2 * (1 - t), ends: true),
        OnSlip);

    public static Claim<GromaBaloghCase> WeakOnSlipAsPrinted { get; } = WeakOnSlip with
    {
        Statement = "The same for every phi in C_c^inf([0, T] x T^2), phi = 1 among them.",
        Check = (subject, solver) => GromaBaloghTrial.Of(subject, solver).Followed(trial => CheckWeak(trial, _ => 1, _ => 0, ends: true)),
    };

    public static Claim<GromaBaloghCase> Regularised { get; } = GromaBaloghTrial.AboutFlow(
        "B-eq-3.23",
        "Equation (3.23)",
        "int int rho^+- (d_t phi -+ grad phi . grad(V_delta * kappa + U)) + int rho^+-(0) phi(0) = int rho^+-(T) phi(T) for every phi in C^inf([0, T] x T^d), with the term of the "
        + "viscosity where there is one.",
        WeakDerivation,
        trial => CheckWeak(trial, t => 1 + (t * t), t => 2 * t, ends: false));

    public static Claim<GromaBaloghCase> RegularisedAsPrinted { get; } = Regularised with
    {
        Statement = "The same with 0 on the right for every phi in C_c^inf([0, T] x T^d).",
        Check = (subject, solver) => GromaBaloghTrial.Of(subject, solver).Followed(trial => CheckWeak(trial, t => 1 + (t * t), t => 2 * t, ends: true)),
    };

    /// <summary>The name of a species.</summary>
    public static string Name(int sign) => sign > 0 ? "rho^+" : "rho^-";

    /// <summary>Why a case does not move on slip planes; what does not depend on x_2 moves on them as on the circle, with V_k for V_(k, 0).</summary>
    public static string? OnSlip(GromaBaloghCase subject) => subject.Motion == TorusMotion.Slip || subject.Dimension == 1 ? null : "not on slip planes";

    private static string? NotOnSlip(GromaBaloghCase subject) => subject.Motion == TorusMotion.Slip ? "on slip planes: Definition 3.8" : null;

    private static IEnumerable<Comparison> CheckFlow(GromaBaloghTrial trial)
    {
        const double Resolution = 0.1;
        var first = trial.Rows[0];
        foreach (var sign in new[] { 1, -1 })
        {
            // At the points of the run, whether they carry all waves of the datum or not.
            var wrong = first.Row.Of(sign).Zip(trial.Case.Of(sign).AtPoints(first.Symbols.Side), (a, b) => Math.Abs(a - b)).Max();
            yield return Comparison.AtMost(wrong, 2 * trial.Judged, Rounding, $"{Name(sign)} at t = 0", resolution: Resolution);
        }
        foreach (var interval in trial.Intervals)
        {
            yield return interval.Error is null
                ? Comparison.AtMost(interval.Defect, 2 * trial.Judged, interval.Uncertainty, $"row at t = {interval.To.Time:R}", resolution: Resolution)
                : Comparison.Unknown($"the flow from t = {interval.From.Time:R} ends");
        }
    }

    /// <summary>The weak form with chi at t/T.</summary>
    /// <param name="ends">Whether nothing stands for time T.</param>
    private static IEnumerable<Comparison> CheckWeak(GromaBaloghTrial trial, Func<double, double> chi, Func<double, double> slope, bool ends)
    {
        var horizon = trial.Rows[^1].Time;
        ImmutableArray<(int K, int L)> waves = trial.Case.Dimension == 1 ? [(0, 0), (1, 0), (2, 0)] : [(0, 0), (1, 0), (0, 1), (1, 1), (2, -1)];
        foreach (var sign in new[] { 1, -1 })
        {
            foreach (var (k, l) in waves)
            {
                foreach (var isReal in new[] { true, false })
                {
                    double Part(Complex z) => isReal ? z.Real : z.Imaginary;
                    var sum = new Estimate(chi(0) * Part(trial.Start.Of(sign, trial.Start.Symbols.At(k, l))), trial.Uncertainty);
                    foreach (var interval in trial.Intervals)
                    {
                        sum += interval.Integrate(at => Part(Density(trial, at, sign, at.Symbols.At(k, l), chi(at.Time / horizon), slope(at.Time / horizon) / horizon)));
                        sum += new Estimate(0, interval.Slack * Math.Max(1, chi(1)));
                    }
                    var last = trial.Rows[^1];
                    var end = ends ? 0 : chi(1) * Part(last.Of(sign, last.Symbols.At(k, l)));
                    yield return Comparison.Equal(
                        sum.Value, end, sum.Error + Rounding, 1, $"{Name(sign)}, k = {(trial.Case.Dimension == 1 ? $"{k}" : $"({k}, {l})")}, {(isReal ? "cosine" : "sine")}");
                }
            }
        }
    }

    /// <summary>chi' rho_k +- 2 pi i chi sum_a k_a (rho g_a)_k - 4 pi^2 epsilon |k|^2 chi rho_k, the test function being chi exp(-2 pi i k.x).</summary>
    private static Complex Density(GromaBaloghTrial trial, GromaBaloghSnapshot at, int sign, int i, double chi, double slope)
    {
        var decay = 4 * Math.PI * Math.PI * trial.Case.Viscosity * at.Symbols.Square[i];
        return ((slope - (decay * chi)) * at.Of(sign, i)) + (sign * 2 * Math.PI * chi * Complex.ImaginaryOne * at.FluxOf(sign, i));
    }
}
