using Xunit;

namespace Orowan.Tests.Flows;

/// <summary>
/// What a run says of its own error, against its true error on closed forms at loose tolerances, where the truncation error rules. The
/// estimate is a sample and not a bound, so one in a hundred may exceed it, by at most three times.
/// </summary>
public sealed class UncertaintyTests
{
    private const int Cases = 100;

    [Theory]
    [InlineData(1e-4)]
    [InlineData(1e-6)]
    [InlineData(1e-8)]
    public void The_true_error_is_within_the_stated_one(double tolerance)
    {
        var ratios = new List<(double Ratio, string Which)>();
        for (var k = 0; k < Cases; k++)
        {
            var random = new Random(1000 + k);
            ratios.Add((k % 3) switch
            {
                0 => (Hermite(random, tolerance), $"Hermite {k}"),
                1 => (PlusPlusMinus(random, tolerance), $"(+, +, -) {k}"),
                _ => (Lambert(random, tolerance), $"Lambert {k}"),
            });
        }
        var (worst, which) = ratios.MaxBy(r => r.Ratio);
        Line.AssertWithin(worst, 3, $"largest true error as a multiple of the stated one, {which}");
        Line.AssertWithin(ratios.Count(r => r.Ratio > 1), Cases / 100.0, $"cases beyond the stated error, worst {worst:R} in {which}");
    }

    /// <summary>Long chains go through backward differences where the tolerance is loose.</summary>
    [Theory]
    [InlineData(1e-2)]
    [InlineData(1e-4)]
    [InlineData(1e-6)]
    public void The_true_error_of_long_chains_is_within_the_stated_one(double tolerance)
    {
        for (var k = 0; k < 5; k++)
        {
            var random = new Random(2000 + k);
            var ratio = Hermite(random, random.Next(100, 300), tolerance);
            Line.AssertWithin(ratio, 1, $"true error as a multiple of the stated one, {k}");
        }
    }

    private static double Hermite(Random random, double tolerance) => Hermite(random, random.Next(2, 13), tolerance);

    private static double Hermite(Random random, int n, double tolerance)
    {
        var (zeros, initial, horizon) = (ClosedForm.HermiteZeros(n), Uniform(random, 0.05, 1), Uniform(random, 0.1, 3));
        double[] At(double t) => [.. zeros.Select(h => ClosedForm.HermiteScale(initial, t, n) * h)];
        var run = Line.Solve(Line.Case(Line.Log, Line.None, At(0), [.. Enumerable.Repeat(1, n)], horizon, Line.Times(horizon, 8), tolerance));
        return Line.Error(run, At) / (run.Uncertainty!.Value + Line.Rounding(run));
    }

    private static double PlusPlusMinus(Random random, double tolerance)
    {
        var gap = Math.Pow(10, Uniform(random, -3, 0.5));
        var start = Uniform(random, -3, 3);
        double[] x = [start, start + gap, start + gap + Math.Pow(10, Uniform(random, -2, 0.5))];
        var meets = ClosedForm.PlusPlusMinusTime(x, 3);
        var horizon = Uniform(random, 0.7, 1.6) * meets;
        var run = Line.Solve(Line.Case(Line.Log, Line.None, x, [1, 1, -1], horizon, Line.Times(horizon, 8), tolerance));
        var error = Line.Error(run, t => ClosedForm.PlusPlusMinus(x, t, 3));
        var time = run.Collisions!.Value.Length == 0 ? horizon : run.Collisions.Value[0].Time;
        return Math.Max(error, Math.Abs(time - Math.Min(meets, horizon))) / (run.Uncertainty!.Value + Line.Rounding(run));
    }

    private static double Lambert(Random random, double tolerance)
    {
        var (delta, gap) = (Math.Pow(10, Uniform(random, -2, 0)), Math.Pow(10, Uniform(random, -2, 0.3)));
        var horizon = Uniform(random, 0.2, 3) * gap * gap;
        var run = Line.Solve(Line.Case(Line.Log, Line.Attraction(delta), [-0.5 * gap, 0.5 * gap], [1, -1], horizon, Line.Times(horizon, 8), tolerance));
        Assert.Empty(run.Collisions!.Value);
        var error = Line.Error(run, t =>
        {
            var half = 0.5 * Math.Exp(ClosedForm.LambertLogGap(gap, t, 2, delta));
            return [-half, half];
        });
        return error / (run.Uncertainty!.Value + Line.Rounding(run));
    }

    private static double Uniform(Random random, double from, double to) => from + ((to - from) * random.NextDouble());
}
