using Orowan.Claims;
using Orowan.Formats;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Claims;

/// <summary>
/// The least L of Assumption 2.2 of A, as the claim A-4.5-v counts it: a made-up run from ghosts alone (L = 0) to the charges in
/// question violates the claim, and its value is their L.
/// </summary>
public sealed class SeparationNumberTests
{
    private static IEnumerable<string> AllShortTexts =>
        Enumerable.Range(1, 6).SelectMany(n => Enumerable.Range(0, (int)Math.Pow(3, n)).Select(k => Text(n, k))).Where(t => t.Any(s => s != '0'));

    [Theory]
    [InlineData("+", 1)]
    [InlineData("-", 1)]
    [InlineData("+-", 1)]
    [InlineData("-+", 2)]
    [InlineData("+-+", 2)]
    [InlineData("-+-", 2)]
    [InlineData("+-+-", 2)]
    [InlineData("-+-+", 3)]
    [InlineData("++00--", 1)]
    [InlineData("--0++", 2)]
    [InlineData("+0+-0-+", 2)]
    [InlineData("+-+-+-+-", 4)]
    [InlineData("-+-+-+-+", 5)]
    public void L_of_examples(string charges, int expected) => Assert.Equal(expected, LeastL(charges));

    [Fact]
    public void L_is_the_least_number_of_double_intervals_that_take_the_charges() =>
        Assert.All(AllShortTexts, charges => Assert.Equal(Enumerable.Range(1, 7).First(l => Fits(charges, 0, 2 * l)), LeastL(charges)));

    /// <summary>Whether the charges, in order, go into intervals for +, -, +, -, ... of which <paramref name="left"/> are left.</summary>
    private static bool Fits(string charges, int at, int left, int sign = 1)
    {
        while (at < charges.Length && charges[at] == '0') at++;
        if (at == charges.Length) return true;
        if (left == 0) return false;
        if (Fits(charges, at, left - 1, -sign)) return true;
        return charges[at] == (sign == 1 ? '+' : '-') && Fits(charges, at + 1, left, sign);
    }

    private static double LeastL(string charges)
    {
        var x = charges.Select((_, i) => (double)i).ToArray();
        int[] b = [.. charges.Select(s => s switch { '+' => 1, '-' => -1, _ => 0 })];
        var subject = new LineCase(new LogPotential(), new ZeroPotential(), [.. x], [.. new int[x.Length]], 1, [0, 1], LineCase.DefaultTolerance);
        var run = new LineRun([0, 1], [x, x], [new int[x.Length], b]);
        var finding = Shared.Claim("A-4.5-v").Judge(subject, new RecordedRun(subject, run));
        Assert.Equal(Verdict.Violated, finding.Verdict);
        Assert.Equal(0, finding.Worst!.Value.Bound);
        return finding.Worst.Value.Value;
    }

    private static string Text(int length, int code)
    {
        var text = new char[length];
        for (var i = 0; i < length; i++, code /= 3) text[i] = "+-0"[code % 3];
        return new string(text);
    }
}
