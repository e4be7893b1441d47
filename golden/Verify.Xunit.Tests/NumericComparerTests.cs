using System.Text.RegularExpressions;
using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Orowan.Golden.Adapter;

public partial class NumericComparerTests
{
    const string Absolute = "|a - b| <= 0.25";
    const string Relative = "0.125 * |b|";
    const string Both = $"{Absolute} + {Relative}";

    static string Golden(string body, string rule = Both) =>
        $"# pins: a made-up table\n# numbers: {rule} (basis: powers of two, exact in binary)\n# made: by hand\n{body}";

    static CompareResult Compare(string received, string verified, string rule = Both) => CompareWhole(Golden(received, rule), Golden(verified, rule));

    static CompareResult CompareWhole(string received, string verified) =>
        NumericComparer.Compare(received, verified, new Dictionary<string, object>(StringComparer.Ordinal)).GetAwaiter().GetResult();

    static string Refusal(CompareResult result)
    {
        Assert.False(result.IsEqual);
        return result.Message!;
    }

    // At b = 2.0 the rule allows 0.25 + 0.125 * 2 = 0.5, and every number here is exact in binary.
    [Theory]
    [InlineData("x 2.0", "x 2.0")]
    [InlineData("x 2.5", "x 2.0")]
    [InlineData("x 1.5", "x 2.0")]
    [InlineData("x -2.5", "x -2.0")]
    [InlineData("(2.25, 4.0);\n\n-1.0e0", "(2.0, 4.5);\n\n-1.25")]
    [InlineData("2000e-3", "2.0")]
    [InlineData("2.0E+0", "0.2e1")]
    [InlineData("-0.0", "0.0")]
    [InlineData("0.125", "-0.125")]
    public void Within_the_rule_passes(string received, string verified) => Assert.True(Compare(received, verified).IsEqual);

    [Theory]
    [InlineData("2.5001", "2.0", 1.0002)]
    [InlineData("3.0", "2.0", 2)]
    [InlineData("1.0", "2.0", 2)]
    [InlineData("-2.0", "2.0", 8)]
    [InlineData("1.0e1", "2.0", 16)]
    [InlineData("2.0", "1.0e1", 8 / 1.5)]
    public void Beyond_the_rule_fails_with_the_ratio(string received, string verified, double ratio)
    {
        var message = Refusal(Compare(received, verified));
        var printed = double.Parse(RatioPrinted().Match(message).Groups["ratio"].Value);
        Assert.Equal(ratio, printed, 1e-12);
    }

    [Fact]
    public void The_worst_token_is_named_with_place_and_both_values_not_the_first()
    {
        var message = Refusal(Compare("1.0 2.625\nname 3.0 4.0 9.5\n2.75", "1.0 2.0\nname 3.0 4.0 2.0\n2.0"));
        Assert.Contains("3 of 6 numbers", message, StringComparison.Ordinal);
        Assert.Contains("Line 5, column 14: received 9.5, verified 2.0, ratio to the tolerance 15;", message, StringComparison.Ordinal);
        Assert.Contains(Both, message, StringComparison.Ordinal);
    }

    // The rule is not symmetric: the verified number sets the tolerance, so a wild received one cannot widen it.
    [Theory]
    [InlineData("1.0", "1.125", true)]
    [InlineData("1.125", "1.0", true)]
    [InlineData("7.0", "8.0", true)]
    [InlineData("8.0", "7.0", false)]
    [InlineData("0.0", "1e-300", false)]
    [InlineData("-0.0", "0.0", true)]
    [InlineData("1e-300", "0.0", false)]
    public void A_relative_rule_scales_with_the_verified_number(string received, string verified, bool equal) =>
        Assert.Equal(equal, Compare(received, verified, $"|a - b| <= {Relative}").IsEqual);

    [Theory]
    [InlineData("1000.25", "1000.0", true)]
    [InlineData("1000.5", "1000.0", false)]
    public void An_absolute_rule_does_not_scale(string received, string verified, bool equal) =>
        Assert.Equal(equal, Compare(received, verified, Absolute).IsEqual);

    [Theory]
    [InlineData("n 1000001", "n 1000000")]
    [InlineData("n -0", "n 0")]
    [InlineData("n 2.0", "n 2")]
    [InlineData("n 2", "n 2.0")]
    public void Integers_are_exact(string received, string verified)
    {
        var message = Refusal(Compare(received, verified));
        Assert.Contains("integers are exact", message, StringComparison.Ordinal);
        Assert.Contains("Line 4, column 3", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_integer_is_worse_than_any_real() =>
        Assert.Contains("received 8, verified 7,", Refusal(Compare("9e300 8", "1.0 7")), StringComparison.Ordinal);

    [Theory]
    [InlineData("energy 1.0", "Energy 1.0", "Line 4, column 1: received \"energy\", verified \"Energy\"")]
    [InlineData("a 1.0\nb, 2.0", "a 1.0\nb; 2.0", "Line 5, column 2: received \",\", verified \";\"")]
    [InlineData("x1 1.0", "x2 1.0", "received \"x1\", verified \"x2\"")]
    [InlineData("1.0ms", "1.1ms", "received \"0ms\", verified \"1ms\"")]
    [InlineData("1.2.3", "1.2.4", "received \"3\", verified \"4\"")]
    [InlineData("NaN", "1.0", "received \"NaN\", verified \"1.0\"")]
    [InlineData("1.0", "NaN", "received \"1.0\", verified \"NaN\"")]
    [InlineData("Infinity", "NaN", "received \"Infinity\", verified \"NaN\"")]
    [InlineData("-Infinity", "Infinity", "received \"-\", verified \"Infinity\"")]
    [InlineData("1.0 2.0", "1.0", "column 4: received \" \", verified the end of the text")]
    [InlineData("1.0", "1.0 2.0", "column 4: received the end of the text, verified \" \"")]
    public void A_changed_word_fails(string received, string verified, string expected) =>
        Assert.Contains(expected, Refusal(Compare(received, verified)), StringComparison.Ordinal);

    [Theory]
    [InlineData("1.0  2.0", "1.0 2.0", "Line 4, column 4")]
    [InlineData("1.0\t2.0", "1.0 2.0", "Line 4, column 4")]
    [InlineData("1.0\n2.0", "1.0 2.0", "Line 4, column 4: received the end of the line")]
    [InlineData("1.0\n\n2.0", "1.0\n2.0", "Line 5, column 1: received the end of the line, verified \"2.0\"")]
    [InlineData("1.0\n", "1.0", "verified the end of the text")]
    public void A_changed_layout_fails(string received, string verified, string expected) =>
        Assert.Contains(expected, Refusal(Compare(received, verified)), StringComparison.Ordinal);

    [Theory]
    [InlineData("NaN Infinity -Infinity")]
    [InlineData("1e999 -1e999")]
    public void What_is_not_finite_equals_itself(string text) => Assert.True(Compare(text, text).IsEqual);

    [Theory]
    [InlineData("1e999", "1e998")]
    [InlineData("1e999", "1.0")]
    [InlineData("1.0", "1e999")]
    [InlineData("1.7e308", "-1.7e308")]
    public void An_overflow_is_no_agreement(string received, string verified) => Refusal(Compare(received, verified));

    [Theory]
    [InlineData("")]
    [InlineData("# pins: a table\n# made: by hand\n")]
    [InlineData("# numbers: |a - b| <= 1e-12 (basis: ulp)\n# made: by hand\n")]
    [InlineData("# numbers: |a - b| <= 1e-12 (basis: ulp)\n# pins: a table\n")]
    [InlineData("# pins:  \n# numbers: |a - b| <= 1e-12 (basis: ulp)\n# made: by hand\n")]
    [InlineData("# pins: a table\n# numbers: |a - b| <= 1e-12 (basis: ulp)\n# numbers: |a - b| <= 0.5 (basis: ease)\n# made: by hand\n")]
    [InlineData("# pins: a table\n# made: by hand\n\n# numbers: |a - b| <= 1e-12 (basis: after the header)\n")]
    public void A_header_without_pins_rule_or_origin_fails_even_if_the_texts_are_equal(string header) =>
        Assert.Contains("The header needs the line", Refusal(CompareWhole(header + "1.0", header + "1.0")), StringComparison.Ordinal);

    [Theory]
    [InlineData("|a - b| <= 1e-12")]
    [InlineData("|a - b| <= 1e-12 (basis: )")]
    [InlineData("|a - b| < 1e-12 (basis: ulp)")]
    [InlineData("|a - b| <= -1e-12 (basis: ulp)")]
    [InlineData("|a - b| <= 1e-12 + 1e-10 * |a| (basis: ulp)")]
    [InlineData("|a - b| <= 1e-12 + 1e-10 (basis: ulp)")]
    [InlineData("|a - b| <= NaN (basis: ulp)")]
    [InlineData("|a - b| <= 1e999 (basis: ulp)")]
    [InlineData("|a - b| <= 1e-12 + 1.0 * |b| (basis: ulp)")]
    [InlineData("1e-12 relative (basis: ulp)")]
    public void A_malformed_rule_fails_even_if_the_texts_are_equal(string rule)
    {
        var golden = $"# pins: a table\n# numbers: {rule}\n# made: by hand\n1.0";
        Assert.Contains("rule", Refusal(CompareWhole(golden, golden)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_overflow_in_the_verified_file_is_the_worst() =>
        Assert.Contains("verified 1e999, ratio to the tolerance Infinity;", Refusal(Compare("5.0 8.0", "1e999 2.0")), StringComparison.Ordinal);

    // Else a golden loosened by hand would pass for ever: the test that makes it says how far it is pinned.
    [Fact]
    public void A_rule_that_the_test_did_not_write_fails()
    {
        var message = Refusal(CompareWhole(Golden("1.0"), Golden("1.0", $"|a - b| <= 0.5 + {Relative}")));
        Assert.Contains("Line 2", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Through_the_verifier_it_passes_within_the_rule_and_leaves_received_beyond()
    {
        using var folder = new TemporaryFolder();
        folder.Write("near.verified.txt", Golden("2.0"));
        folder.Write("far.verified.txt", Golden("2.0"));
        await Verifier.Verify(Golden("2.5"), Settings("near"));
        var failure = await Assert.ThrowsAsync<VerifyException>(() => Verifier.Verify(Golden("3.0"), Settings("far")));
        Assert.Contains("ratio to the tolerance 2;", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["far.received.txt", "far.verified.txt", "near.verified.txt"], folder.Files());

        VerifySettings Settings(string name) =>
            new VerifySettings().UseDirectory(folder.Path).UseFileName(name).UseStringComparer(NumericComparer.Compare);
    }

    [GeneratedRegex("ratio to the tolerance (?<ratio>[^;]+);", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex RatioPrinted();
}
