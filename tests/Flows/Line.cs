using Orowan.Flows;
using Orowan.Formats;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Flows;

/// <summary>Short ways to write cases on the line, and to compare their runs with what is known exactly.</summary>
internal static class Line
{
    /// <summary>
    /// Asked for in the tests of closed forms. The solver states an error of at most this share of the length scale, the true error is
    /// at most the one stated, so every closed form below is met to ten digits.
    /// </summary>
    public const double Sharp = 1e-11;

    public static readonly Potential Log = new LogPotential();

    public static readonly Potential None = new ZeroPotential();

    /// <summary>W = 1/2 log(r^2 + delta^2): opposites attract.</summary>
    public static Potential Attraction(double delta) => new NegatedPotential(new RegularisedLogPotential(delta));

    public static LineCase Case(Potential v, Potential w, double[] x, int[] b, double horizon, double[] output, double tolerance = Sharp) =>
        new(v, w, [.. x], [.. b], horizon, [.. output], tolerance);

    /// <summary>Charges from a text of '+', '-' and '0'.</summary>
    public static int[] Charges(string signs) => [.. signs.Select(s => s switch { '+' => 1, '-' => -1, _ => 0 })];

    /// <summary>Rows + 1 equally spaced times from 0 to <paramref name="horizon"/>.</summary>
    public static double[] Times(double horizon, int rows) => [.. Enumerable.Range(0, rows + 1).Select(k => k == rows ? horizon : horizon * k / rows)];

    public static LineRun Solve(LineCase subject) => new ReferenceSolver().Solve(subject);

    /// <summary>The largest distance of a position in a row from where it ought to be.</summary>
    public static double Error(LineRun run, Func<double, double[]> exact)
    {
        double worst = 0;
        for (var k = 0; k < run.Times.Length; k++)
        {
            var expected = exact(run.Times[k]);
            for (var i = 0; i < expected.Length; i++) worst = Math.Max(worst, Math.Abs(run.X[k][i] - expected[i]));
        }
        return worst;
    }

    /// <summary>
    /// The run has every row, its true error is at most the one that it states (the closed form's own rounding allowed for), and the one
    /// that it states is at most what was asked for.
    /// </summary>
    public static LineRun AssertExact(LineCase subject, Func<double, double[]> exact)
    {
        var run = Solve(subject);
        Assert.Null(run.Ended);
        Assert.Equal<double>(subject.Output, run.Times);
        AssertWithin(Error(run, exact), run.Uncertainty!.Value + Rounding(run), "true error against the stated uncertainty");
        AssertWithin(run.Uncertainty.Value, subject.Tolerance * subject.LengthScale, "stated uncertainty against the tolerance");
        return run;
    }

    public static void AssertWithin(double value, double bound, string what) =>
        Assert.True(value <= bound, $"{what}: {value:R} > {bound:R}");

    /// <summary>A closed form is itself evaluated with a few roundings: eight spacings of doubles at the largest position.</summary>
    public static double Rounding(LineRun run) => 8 * Floating.Spacing * run.X.Max(row => row.Max(Math.Abs));
}
