using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace Orowan.Cases;

/// <summary>
/// Draws that several families share. Numbers are decimal until the last moment: what they become is then the double nearest to a short
/// decimal, which is how a recorded case shows it, and it is the same on every machine.
/// </summary>
internal static class Draws
{
    /// <summary>The E12 series in tenths: twelve round numbers a decade, evenly spaced in the logarithm to 5 %.</summary>
    private static readonly ImmutableArray<int> Series = [10, 12, 15, 18, 22, 27, 33, 39, 47, 56, 68, 82];

    /// <summary>The series from 1e-9 to 8.2e5.</summary>
    private static readonly ImmutableArray<decimal> Grid =
        [.. Enumerable.Range(-9, 15).SelectMany(decade => Series.Select(tenths => tenths * PowerOfTen(decade - 1)))];

    /// <summary>True in <paramref name="percent"/> cases of a hundred.</summary>
    public static Gen<bool> Percent(int percent) => Gen.Choose(1, 100).Select(k => k <= percent);

    /// <summary>A round number, log-uniform in [<paramref name="low"/>, <paramref name="high"/>].</summary>
    /// <exception cref="ArgumentException">There is no round number between the two.</exception>
    public static Gen<decimal> LogUniform(decimal low, decimal high)
    {
        var within = Grid.Where(value => value >= low && value <= high).ToArray();
        if (within.Length == 0) throw new ArgumentException($"No round number lies in [{low}, {high}].", nameof(high));
        return Gen.Elements(within);
    }

    /// <summary>10^exponent for exponents from -28 to 28, exactly.</summary>
    public static decimal PowerOfTen(int exponent)
    {
        var power = 1m;
        for (var e = 0; e < Math.Abs(exponent); e++) power = exponent < 0 ? power * 0.1m : power * 10;
        return power;
    }

    /// <summary><paramref name="parts"/> positive whole numbers whose sum is <paramref name="sum"/>.</summary>
    public static Gen<int[]> Composition(int parts, int sum) =>
        Gen.Piles(parts, sum - parts).Select(piles => piles.Select(pile => pile + 1).ToArray());
}
