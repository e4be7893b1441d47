using System.Collections.Immutable;
using Orowan.Formats;
using Orowan.Measures;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, Lemma 3.7, proof: the regularised datum of (3.11) and the lower bound (3.13).</summary>
internal static class GromaBaloghPositivity
{
    /// <summary>In the plane the runs are loose, and densities may be small.</summary>
    private const double Resolution = 0.05;

    /// <summary>epsilon of the datum where the case has no viscosity.</summary>
    private const double UsualEpsilon = 0.1;

    private const string Comparison313 =
        "Along characteristics rho^+- grows or shrinks at the rate +- Lap(V * kappa + U), and a minimum in space is not lowered by viscosity; so the infimum falls at most at the rate "
        + "sup|Lap(V * kappa + U)| of that time. |Lap V| <= |Lap V(0)|, as no coefficient is negative, and int |kappa| <= 1.";

    public static Claim<GromaBaloghCase> Datum { get; } = new(
        "B-eq-3.11",
        "Equation (3.11), the regularised datum",
        "epsilon + (1 - epsilon) eta * rho is at least epsilon, and of total mass 1 + epsilon, not 1: epsilon stands in both components.",
        "epsilon is the viscosity, 1/10 where there is none; eta is the heat kernel of width epsilon, eta_k = exp(-2 pi^2 epsilon^2 |k|^2), which is positive and of mass 1. That (3.11) is "
        + "solved is B-3.2-flow.",
        _ => null,
        (subject, _) => CheckDatum(subject));

    public static Claim<GromaBaloghCase> LowerBound { get; } = GromaBaloghTrial.About(
        "B-eq-3.13",
        "Equation (3.13)",
        "inf rho^+-(t) >= inf rho^+-(0) exp(-L t), L = |Lap V(0)| + sup|Lap U| (d_1^2 for Lap on slip planes), a bound of the norm in (3.13) at all times up to t; with viscosity or without.",
        Comparison313,
        trial => CheckLowerBound(trial, _ => (trial.Case.Plus.Mass + trial.Case.Minus.Mass) * trial.InteractionBound + trial.ExternalBound),
        IsPositive);

    public static Claim<GromaBaloghCase> LowerBoundAsPrinted { get; } = LowerBound with
    {
        Statement = "inf rho^+-(t) >= inf rho^+-(0) exp(-L(t) t), L(t) the norm of Lap(V * kappa + U) in L^inf(T^d) at the same t, as (3.13) has it.",
        Derivation = "L(t) is bounded from above by its values on a grid four times as fine, over cos(pi M/N) for waves of at most M.",
        Check = (subject, solver) =>
        {
            var trial = GromaBaloghTrial.Of(subject, solver);
            return CheckLowerBound(trial, row => LaplacianBound(trial, row));
        },
    };

    private static string? IsPositive(GromaBaloghCase subject) =>
        subject.Plus.Mass > 0 && subject.Minus.Mass > 0 ? null : "a species is absent, and the bound is 0";

    private static IEnumerable<Comparison> CheckDatum(GromaBaloghCase subject)
    {
        var epsilon = subject.Viscosity > 0 ? subject.Viscosity : UsualEpsilon;
        var side = 32;
        while (side < 8 * Math.Max(subject.Plus.HighestWave, subject.Minus.HighestWave)) side *= 2;
        double mass = 0;
        foreach (var sign in new[] { 1, -1 })
        {
            var values = Smoothed(subject.Of(sign), epsilon, side);
            mass += values.Average();
            yield return Comparison.AtMostOnScale(epsilon, values.Min(), 1e-12, epsilon, $"{GromaBaloghFlowClaims.Name(sign)}, epsilon = {epsilon:R}");
        }
        yield return Comparison.Equal(mass, 1 + epsilon, 1e-9, epsilon, $"mass, epsilon = {epsilon:R}");
    }

    /// <summary>The values of epsilon + (1 - epsilon) eta * rho.</summary>
    private static double[] Smoothed(PeriodicDensity density, double epsilon, int side)
    {
        ImmutableArray<Mode> modes = [.. density.Modes.Select(mode => mode with { Value = Math.Exp(-2 * Math.PI * Math.PI * epsilon * epsilon * mode.Square) * mode.Value })];
        return [.. new TorusTransform(density.Dimension, side).Values(modes).Select(value => epsilon + ((1 - epsilon) * value.Real))];
    }

    private static IEnumerable<Comparison> CheckLowerBound(GromaBaloghTrial trial, Func<GromaBaloghSnapshot, double> rate)
    {
        foreach (var sign in new[] { 1, -1 })
        {
            var start = Infimum(trial.Start, sign);
            foreach (var row in trial.Rows.Where(row => row.Time > 0))
            {
                var (least, factor) = (Infimum(row, sign), Math.Exp(-rate(row) * row.Time));
                yield return Comparison.AtMost(
                    factor * start.Value,
                    least.Value,
                    trial.Uncertainty + least.Error + (factor * start.Error),
                    $"{GromaBaloghFlowClaims.Name(sign)} at t = {row.Time:R}",
                    resolution: Resolution);
            }
        }
    }

    /// <summary>The least value on a finer grid; between points h apart a density with second derivatives up to C falls at most d C h^2/8 below it.</summary>
    private static Estimate Infimum(GromaBaloghSnapshot row, int sign)
    {
        var (dimension, factor) = (row.Symbols.Dimension, row.Symbols.Dimension == 1 ? 16 : 4);
        var fine = row.Finer(factor);
        var spacing = 1.0 / (factor * row.Symbols.Side);
        return new((sign > 0 ? fine.Plus : fine.Minus).Min(), dimension * row.CurvatureBound(sign) * spacing * spacing / 8);
    }

    private static double LaplacianBound(GromaBaloghTrial trial, GromaBaloghSnapshot row)
    {
        var highest = Math.Max(GromaBaloghCase.Truncation(row.Symbols.Side), trial.Case.HighestWave);
        var fine = row.Finer(4);
        var largest = trial.Of(new GromaBaloghRow(row.Time, fine.Plus, fine.Minus)).Laplacian.Max(Math.Abs);
        return largest / Math.Pow(Math.Cos(Math.PI * highest / (4 * row.Symbols.Side)), trial.Case.Dimension);
    }
}
