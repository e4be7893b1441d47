using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Orowan.Formats;

namespace Orowan.Cases;

/// <summary>
/// Pairs of step functions for the Orlicz inequalities of B, appendix A: constants; a single set on which f and g are matched so that Hoelder's
/// inequalities are nearly equalities, from h = 1 to h = 1e300; moderate values; values and measures at the ends of what doubles hold.
/// </summary>
public static class StepFunctions
{
    /// <summary>Heights of the matched pairs; 36.58 and 39.25 are where Lemma A.1(iv) and (v) are sharp, 1.65e38 is e^88.</summary>
    private static readonly ImmutableArray<double> Heights =
        [1, 1.5, 2, 4, 8, 15, 25, 36.58, 39.25, 60, 100, 1e3, 1e4, 1e6, 1e9, 1e14, 1e20, 1.65e38, 1e80, 1e150, 1e300];

    /// <summary>Orders beta from 0.05 to 1, now and then one beyond 1, where Exp_(1/beta) has no norm.</summary>
    public static Family<StepFunctionPair> Paired { get; } = new("step-functions", Draw(), Simpler);

    private static Gen<StepFunctionPair> Draw() =>
        from beta in Gen.Frequency((4, Gen.Constant(0.5)), (3, Gen.Constant(1.0)), (6, Gen.Choose(1, 20).Select(k => k / 20.0)), (1, Gen.Elements(1.5, 2.0, 4.0)))
        from cells in Gen.Frequency((2, Constants()), (6, Matched(beta)), (5, Moderate()), (4, Extreme()))
        select new StepFunctionPair([.. cells.Select(c => c.M)], [.. cells.Select(c => c.F)], [.. cells.Select(c => c.G)], beta);

    private static Gen<Cell[]> Constants() =>
        from f in Size(-3, 3)
        from g in Size(-3, 3)
        select new[] { new Cell(1, f, g) };

    /// <summary>f of norm near 1 in L log L and g of norm near 1 in Exp_(1/beta) on one small set, each times a factor.</summary>
    private static Gen<Cell[]> Matched(double beta) =>
        from h in Gen.Elements(Heights.AsEnumerable())
        from rest in Draws.Percent(25)
        from scaleF in Size(-3, 3)
        from scaleG in Size(-3, 3)
        let m = Short(1 / Math.Max(1, h * Math.Log(Math.E + h)))
        let g = Short(Math.Pow(Math.Log(1 + (1 / m)), beta))
        let matched = new Cell(m, h * scaleF, g * scaleG)
        select rest && m < 0.5 ? new[] { matched, new Cell(0.5, 0.25 * scaleF, 0.125 * scaleG) } : [matched];

    private static Gen<Cell[]> Moderate() =>
        from count in Gen.Choose(1, 6)
        from parts in Draws.Composition(count, 100)
        from f in Size(-4, 5).ArrayOf(count)
        from g in Size(-4, 5).ArrayOf(count)
        select parts.Select((part, j) => new Cell(part / 100.0, f[j], g[j])).ToArray();

    private static Gen<Cell[]> Extreme() =>
        from count in Gen.Choose(1, 4)
        from cells in ExtremeCell().ArrayOf(count)
        select cells;

    /// <summary>No product of value and measure, which is what the norm of a single set is made of, is below the doubles.</summary>
    private static Gen<Cell> ExtremeCell() =>
        from m in Gen.Choose(1, 300)
        from f in Size(Math.Max(-250, m - 250), 250)
        from g in Size(Math.Max(-250, m - 250), 250)
        select new Cell(Parsed(2, -m), f, g);

    private static Gen<double> Size(int least, int most) =>
        from exponent in Gen.Choose(least, most)
        from mantissa in Gen.Choose(1, 9)
        from negative in Draws.Percent(20)
        select Parsed(negative ? -mantissa : mantissa, exponent);

    /// <summary>The double nearest to a decimal: the same on every machine, as a power of ten need not be.</summary>
    private static double Parsed(int mantissa, int exponent) => double.Parse($"{mantissa}E{exponent}", CultureInfo.InvariantCulture);

    private static double Short(double value) => double.Parse(value.ToString("E4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>Fewer sets, then 1 for a value, an equal share for a measure: every step leaves less that is not simple.</summary>
    private static IEnumerable<StepFunctionPair> Simpler(StepFunctionPair subject)
    {
        var count = subject.Measure.Length;
        for (var j = 0; count > 1 && j < count; j++)
        {
            yield return subject with { Measure = subject.Measure.RemoveAt(j), F = subject.F.RemoveAt(j), G = subject.G.RemoveAt(j) };
        }
        var share = 1.0 / (1 << (count - 1));
        if (subject.Measure.Any(m => m != share)) yield return subject with { Measure = [.. Enumerable.Repeat(share, count)] };
        for (var j = 0; j < count; j++)
        {
            if (subject.F[j] != 1) yield return subject with { F = subject.F.SetItem(j, 1) };
            if (subject.G[j] != 1) yield return subject with { G = subject.G.SetItem(j, 1) };
        }
    }

    private sealed record Cell(double M, double F, double G);
}
