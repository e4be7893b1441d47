using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>A, section 1.6: why Assumption 2.2 is made. Signs that alternate from particle to particle need not cancel out.</summary>
internal static class SmallScaleOscillations
{
    private const int Most = 16;

    public static Claim<ClosedFormCase> Claim { get; } = ExactCases.About(
        "A-1.6-oscillations",
        "Section 1.6, motivation for Assumption 2.2",
        "V = -log, W = 0, positive particles at s_0 times the zeros of H_m and negative ones at s_0 times those of H_(m-1), n = 2m - 1: all move as "
        + "s(t) times their zero, s^2 = s_0^2 + 2t/n, and never collide. Then |kappa_n((-inf, x])| <= 1/n for all x and t, so kappa_n -> 0, "
        + "while [kappa_n]_+ keeps the mass m/n > 1/2 and M_2 = s^2 (m - 1)^2/n grows: the limit of [kappa_n]_+- is larger than [kappa]_+-.",
        "sum over j != i of 1/(h_i - h_j) = h_i for the zeros of a Hermite polynomial of any degree, so each species, flowing by itself with the same "
        + "1/n, has s s' = 1/n. Zeros of H_m and H_(m-1) interlace. The squares of the zeros of H_m sum to m(m - 1)/2, those of both to (m - 1)^2.",
        Check);

    private static IEnumerable<Comparison> Check(ClosedFormCase like, ISolver solver)
    {
        var m = Math.Min(like.Count, Most);
        var particles = HermiteZeros.Of(m).Select(h => (Zero: h, Charge: 1))
            .Concat(HermiteZeros.Of(m - 1).Select(h => (Zero: h, Charge: -1)))
            .OrderBy(p => p.Zero)
            .ToArray();
        var n = particles.Length;
        double[] x = [.. particles.Select(p => like.Gap * p.Zero)];
        var subject = ExactCases.Line(
            like with { Count = n }, new LogPotential(), new ZeroPotential(), x, [.. particles.Select(p => p.Charge)], like.Time * n * like.Gap * like.Gap);
        var trial = LineTrial.Of(subject, solver);
        yield return Comparison.Equal(trial.Run.Collisions?.Length ?? 0, 0, 0, 1, "collisions");
        foreach (var row in trial.Rows)
        {
            var square = (like.Gap * like.Gap) + (2 * row.Time / n);
            foreach (var comparison in CheckRow(trial, row, [.. particles.Select(p => p.Zero)], square)) yield return comparison;
        }
    }

    private static IEnumerable<Comparison> CheckRow(LineTrial trial, TrialRow row, double[] zeros, double square)
    {
        var (n, at, x) = (trial.Count, $"t = {row.Time:R}", row.State.X);
        var s = Math.Sqrt(square);
        var worst = Enumerable.Range(0, n).MaxBy(i => Math.Abs(x[i] - (s * zeros[i])));
        var rounding = 16 * n * Floating.Spacing * s * zeros[^1];
        yield return Comparison.Equal(x[worst], s * zeros[worst], trial.Uncertainty + rounding, trial.Case.LengthScale, $"particle {worst} at {at}");
        yield return Comparison.Equal(row.State.B.Count(b => b == 1), (n + 1) / 2, 0, 1, $"positive particles alive at {at}");
        yield return Comparison.Equal(row.State.B.Count(b => b == -1), (n - 1) / 2, 0, 1, $"negative particles alive at {at}");
        double sum = 0, largest = 0;
        foreach (var i in Enumerable.Range(0, n).OrderBy(i => x[i]))
        {
            sum += row.State.B[i];
            largest = Math.Max(largest, Math.Abs(sum));
        }
        yield return Comparison.AtMost(largest / n, 1.0 / n, 0, $"largest kappa_n((-inf, x]) at {at}");
        var m = (n + 1) / 2;
        var moment = square * (m - 1) * (m - 1) / n;
        yield return Comparison.Equal(LineClaims.Moment(x, 2), moment, LineClaims.MomentUncertainty(x, 2, trial.Uncertainty + rounding), moment, $"M_2 at {at}");
    }
}
