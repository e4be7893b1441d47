using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace Orowan.Properties.Adapter;

public sealed class ArgumentFormatterTests
{
    private static readonly double[] Digits = [0.1, 0.30000000000000004];

    public static TheoryData<object?, string> Printed => new()
    {
        { null, "null" },
        { 0.1, "0.1" },
        { 0.1 + 0.2, "0.30000000000000004" },
        { 1.7976931348623157e308, "1.7976931348623157E+308" },
        { -0.0, "-0.0" },
        { double.NaN, "double.NaN" },
        { double.NegativeInfinity, "double.NegativeInfinity" },
        { 0.1f, "0.1f" },
        { 1.50m, "1.50m" },
        { true, "true" },
        { 42L, "42" },
        { "a\"b\n\u0001", "\"a\\\"b\\n\\u0001\"" },
        { '\'', "'\\''" },
        { DayOfWeek.Friday, "DayOfWeek.Friday" },
        { Digits, "[0.1, 0.30000000000000004]" },
        { Digits.ToImmutableArray(), "[0.1, 0.30000000000000004]" },
        { default(ImmutableArray<double>), "default" },
        { new List<double[]> { Digits, Array.Empty<double>() }, "[[0.1, 0.30000000000000004], []]" },
        { new[,] { { 1.5, 2 }, { 3, 0.30000000000000004 } }, "{ { 1.5, 2 }, { 3, 0.30000000000000004 } }" },
        { (0.30000000000000004, Digits), "(0.30000000000000004, [0.1, 0.30000000000000004])" },
        {
            new Sample("line", Digits.ToImmutableArray(), new Pair(0.30000000000000004, null)),
            "Sample { Name = \"line\", Values = [0.1, 0.30000000000000004], "
                + "Pair = Pair { First = 0.30000000000000004, Second = null } }"
        },
        { new Written(0.30000000000000004), "written by hand: 0.30000000000000004" },
        { new { Ratio = 0.30000000000000004, Values = Digits }, "Ratio = 0.30000000000000004, Values = [0.1, 0.30000000000000004]" },
        { NormalFloat.NewNormalFloat(0.30000000000000004), "NormalFloat(0.30000000000000004)" },
        { new Unreadable(), "Unreadable { Value = <NotSupportedException> }" },
    };

    [Theory]
    [MemberData(nameof(Printed), DisableDiscoveryEnumeration = true)]
    public void Values_are_printed_with_all_their_digits(object? value, string expected)
    {
        var printed = ArgumentFormatter.Format(value);

        // The compiler's own name of an anonymous type is not ours to fix.
        Assert.Equal(expected, printed.Contains("AnonymousType", StringComparison.Ordinal) ? printed.Split('{', '}')[1].Trim() : printed);
    }

    [Fact]
    public void Endless_sequences_end()
    {
        Assert.EndsWith(", …]", ArgumentFormatter.Format(Endless()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_contains_itself_ends()
    {
        var ring = new List<object>();
        ring.Add(ring);

        Assert.EndsWith("[…]]]]", ArgumentFormatter.Format(ring)[..^13], StringComparison.Ordinal);
    }

    [Property]
    public void Every_double_reads_back_as_itself(double number)
    {
        if (!double.IsFinite(number))
            return;
        Assert.Equal(
            BitConverter.DoubleToInt64Bits(number),
            BitConverter.DoubleToInt64Bits(double.Parse(ArgumentFormatter.Format(number), CultureInfo.InvariantCulture)));
    }

    private static IEnumerable<int> Endless()
    {
        for (var i = 0; ; i++)
            yield return i % 7;
    }

    private sealed record Pair(double First, double? Second);

    private sealed record Sample(string Name, ImmutableArray<double> Values, Pair Pair);

    private sealed record Written(double Value)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"written by hand: {Value}");
    }

    private sealed class Unreadable
    {
        public double Value => throw new NotSupportedException("This member cannot be read.");
    }
}
