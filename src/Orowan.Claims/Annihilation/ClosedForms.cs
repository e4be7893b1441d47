using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>Ours: closed forms of (1.2) for two and three particles.</summary>
internal static class ClosedForms
{
    public static Claim<ClosedFormCase> LikePair { get; } = ExactCases.About(
        "A-closed-like",
        "(ours) two of one sign",
        "Two particles of one sign, V = -log: d(t)^2 = d_0^2 + 4t/n with n the number of all particles, ghosts included; their centre is still.",
        "d' = -(2/n) V'(d) = 2/(n d).",
        CheckLikePair);

    public static Claim<ClosedFormCase> WallPair { get; } = ExactCases.About(
        "A-closed-wall",
        "(ours) two walls of one sign",
        "Two particles of one sign under the wall potential: (1/2)[Chin(2d) - Chin(2d_0)] = 2t/n, Chin(z) = int_0^z (cosh u - 1)/u du.",
        "d' = -(2/n) V'(d) = (2/n) d/sinh^2 d, and sinh^2 d/d = (cosh 2d - 1)/(2d) is the derivative of Chin(2d)/2. Chin by its series of "
        + "positive terms; the inverse by bisection.",
        CheckWallPair);

    public static Claim<ClosedFormCase> Three { get; } = ExactCases.About(
        "A-closed-three",
        "(ours) (+, +, -) without interspecies force",
        "(+, +, -) with V = -log, W = 0: the pair (2, 3) annihilates at t* = (n/4)(4 (x_3 - m)^2 - d_0^2) at x_3, m and d_0 the centre and gap "
        + "of the positive pair; particle 1 rests at 2m - x_3 from then on.",
        "The positive pair spreads as d^2 = d_0^2 + 4t/n about m, and the negative particle feels nothing; contact is m + d/2 = x_3.",
        CheckThree);

    private static IEnumerable<Comparison> CheckLikePair(ClosedFormCase like, ISolver solver)
    {
        var subject = ExactCases.Pair(like, new LogPotential(), new ZeroPotential(), [1, 1], like.Time * like.Gap * like.Gap);
        var trial = LineTrial.Of(subject, solver);
        var (initial, centre) = ExactCases.FirstTwo(trial.Rows[0]);
        foreach (var row in trial.Rows)
        {
            var expected = Math.Sqrt((initial * initial) + (4 * row.Time / subject.Count));
            foreach (var comparison in Compare(trial, row, expected, centre)) yield return comparison;
        }
    }

    private static IEnumerable<Comparison> CheckWallPair(ClosedFormCase like, ISolver solver)
    {
        var subject = ExactCases.Pair(like, like.Wall, new ZeroPotential(), [1, 1], like.Time * like.Gap * like.Gap);
        var trial = LineTrial.Of(subject, solver);
        var (initial, centre) = ExactCases.FirstTwo(trial.Rows[0]);
        foreach (var row in trial.Rows)
        {
            var expected = Inverse(HalfChin(initial) + (2 * row.Time / subject.Count), initial);
            foreach (var comparison in Compare(trial, row, expected, centre)) yield return comparison;
        }
    }

    private static IEnumerable<Comparison> Compare(LineTrial trial, TrialRow row, double distance, double centre)
    {
        var (d, m) = ExactCases.FirstTwo(row);
        var (u, scale) = (2 * ExactCases.Error(trial, row), trial.Case.LengthScale);
        yield return Comparison.Equal(d, distance, u + (16 * Floating.Spacing * distance), scale, $"distance at t = {row.Time:R}");
        yield return Comparison.Equal(m, centre, u, scale, $"centre at t = {row.Time:R}");
    }

    /// <summary>Chin(2d)/2 = (1/2) sum over k >= 1 of (2d)^(2k) / (2k (2k)!).</summary>
    private static double HalfChin(double d)
    {
        double z = 4 * d * d, power = 1, sum = 0;
        for (var k = 1; ; k++)
        {
            power *= z / ((2.0 * k) * ((2 * k) - 1));
            var term = power / (2 * k);
            sum += term;
            if (term <= 1e-17 * sum) return sum / 2;
        }
    }

    /// <summary>The d >= <paramref name="least"/> with Chin(2d)/2 = <paramref name="value"/>.</summary>
    private static double Inverse(double value, double least)
    {
        var (low, high) = (least, 2 * least);
        while (HalfChin(high) < value) high *= 2;
        while (true)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high) return middle;
            if (HalfChin(middle) < value) low = middle;
            else high = middle;
        }
    }

    private static IEnumerable<Comparison> CheckThree(ClosedFormCase like, ISolver solver)
    {
        double[] x = [like.Centre - (like.Gap / 2), like.Centre + (like.Gap / 2), like.Centre + (like.Gap * (0.5 + like.Delta))];
        double gap = x[1] - x[0], middle = x[0] + (gap / 2), reach = x[2] - middle;
        var expected = like.Count / 4.0 * ((4 * reach * reach) - (gap * gap));
        var subject = ExactCases.Line(like, new LogPotential(), new ZeroPotential(), x, [1, 1, -1], 1.25 * expected);
        var trial = LineTrial.Of(subject, solver);
        var rounding = like.Count * ((8 * reach) + (2 * gap)) * Floating.Spacing * x.Max(Math.Abs);
        foreach (var collision in trial.Run.Collisions ?? [])
        {
            yield return Comparison.Equal(collision.Time, expected, trial.Uncertainty + rounding, expected, "time of the annihilation", LineClaims.PositionResolution);
            yield return Comparison.Equal(collision.Pairs is [(1, 2)] ? 0 : 1, 0, 0, 1, "the pair that annihilates");
            yield return Comparison.Equal(collision.At[0], x[2], ExactCases.Error(trial, trial.Rows[^1]), subject.LengthScale, "place of the annihilation", LineClaims.PositionResolution);
        }
        foreach (var row in trial.Rows)
        {
            var dead = row.Time > expected;
            if (Math.Abs(row.Time - expected) <= trial.Uncertainty + rounding) continue;
            yield return Comparison.Equal(row.State.B[2], dead ? 0 : -1, 0, 1, $"charge of the negative particle at t = {row.Time:R}");
            var half = dead ? reach : Math.Sqrt((gap * gap) + (4 * row.Time / like.Count)) / 2;
            var u = 2 * ExactCases.Error(trial, row);
            yield return Comparison.Equal(row.State.X[0], middle - half, u, subject.LengthScale, $"particle 0 at t = {row.Time:R}", LineClaims.PositionResolution);
            yield return Comparison.Equal(row.State.X[1], middle + half, u, subject.LengthScale, $"particle 1 at t = {row.Time:R}", LineClaims.PositionResolution);
            yield return Comparison.Equal(row.State.X[2], x[2], u, subject.LengthScale, $"particle 2 at t = {row.Time:R}", LineClaims.PositionResolution);
        }
    }
}
