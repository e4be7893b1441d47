using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace Orowan.Properties.Adapter;

public sealed class SettingsTests
{
    [Fact]
    public async Task The_defaults_of_a_class_are_honoured()
    {
        var test = await InnerTest.Run(typeof(Inner), nameof(Inner.With_the_class_defaults));

        Assert.True(test.HasPassed, test.HasFailed ? test.Failure : "");
        Assert.StartsWith("Passed 17 cases", test.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_method_wins_over_the_class()
    {
        var test = await InnerTest.Run(typeof(Inner), nameof(Inner.With_its_own));

        Assert.True(test.HasPassed, test.HasFailed ? test.Failure : "");
        Assert.StartsWith("Passed 5 cases", test.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_class_around_a_nested_class_gives_what_the_nested_one_leaves_open()
    {
        var test = await InnerTest.Run(typeof(Inner.Nested), nameof(Inner.Nested.With_the_defaults_of_both));

        Assert.True(test.HasPassed, test.HasFailed ? test.Failure : "");
        Assert.StartsWith("Passed 3 cases", test.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 9)]
    [InlineData(4, 4)]
    public async Task The_defaults_of_an_assembly_hold_unless_the_method_says_otherwise(int? onMethod, int expected)
    {
        var type = EmittedProperty.Calling(
            typeof(Claims).GetMethod(nameof(Claims.IsAlwaysTrue))!,
            onMethod is { } count ? MaxTest(count) : new Dictionary<string, object>(StringComparer.Ordinal),
            MaxTest(9));

        var test = await InnerTest.Run(type, EmittedProperty.MethodName);

        Assert.True(test.HasPassed);
        Assert.StartsWith($"Passed {expected} cases", test.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_environment_gives_the_number_of_cases_whatever_the_attributes_say()
    {
        var test = await InnerTest.Run(typeof(Inner), nameof(Inner.With_its_own), InnerTest.Variable(RunPlan.CasesVariable, "250"));

        Assert.StartsWith("Passed 250 cases", test.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deep_run_allows_rejections_in_proportion()
    {
        var test = await InnerTest.Run(typeof(Inner), nameof(Inner.Rejecting_some), InnerTest.Variable(RunPlan.CasesVariable, "2000"));

        Assert.True(test.HasPassed, test.HasFailed ? test.Failure : "");
        var rejected = int.Parse(test.Output.Split('(', ' ')[4], CultureInfo.InvariantCulture);
        Assert.InRange(rejected, 61, 600);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("many")]
    public async Task A_malformed_number_of_cases_fails_the_test(string value)
    {
        var test = await InnerTest.Run(typeof(Inner), nameof(Inner.With_its_own), InnerTest.Variable(RunPlan.CasesVariable, value));

        Assert.True(test.HasFailed);
        Assert.Contains($"OROWAN_CASES is \"{value}\"; it must be a whole number of cases", test.Failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(Inner.No_cases), "MaxTest = 0; it must be at least 1.")]
    [InlineData(nameof(Inner.No_rejections), "MaxRejected = 0; it must be at least 1.")]
    [InlineData(nameof(Inner.Negative_size), "EndSize = -3; it must be at least 0.")]
    public async Task Counts_that_would_never_end_fail_the_test(string method, string sentence)
    {
        var test = await InnerTest.Run(typeof(Inner), method);

        Assert.True(test.HasFailed);
        Assert.Contains(sentence, test.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void An_attribute_that_says_nothing_reads_as_the_published_one_does()
    {
        var attribute = new PropertyAttribute();

        Assert.Equal((-1, -1, -1, -1), (attribute.MaxTest, attribute.MaxRejected, attribute.StartSize, attribute.EndSize));
        Assert.Null(attribute.Replay);
        Assert.Empty(attribute.Arbitrary);
        Assert.False(attribute.QuietOnSuccess);
        Assert.False(attribute.Verbose);
    }

    private static Dictionary<string, object> MaxTest(int count) =>
        new Dictionary<string, object>(StringComparer.Ordinal) { [nameof(PropertyAttribute.MaxTest)] = count };

    // Abstract: the normal discovery passes over it.
    [Properties(MaxTest = 17, MaxRejected = 60, Arbitrary = new[] { typeof(Sevens), typeof(Eights) })]
    public abstract class Inner
    {
        [Property]
        public static void With_the_class_defaults(int number) => Assert.Equal(7, number);

        [Property(MaxTest = 5, Arbitrary = new[] { typeof(Eights) })]
        public static void With_its_own(int number) => Assert.Equal(8, number);

        // About one in sixteen is rejected: the class's 60 are enough for 200 cases and too few for 2000.
        [Property(MaxTest = 200)]
        public static Property Rejecting_some(byte number) => true.When(number < 240);

        [Property(MaxTest = 0)]
        public static bool No_cases(int number) => Claims.IsAlwaysTrue(number);

        [Property(MaxRejected = 0)]
        public static bool No_rejections(int number) => Claims.IsAlwaysTrue(number);

        [Property(EndSize = -3)]
        public static bool Negative_size(int number) => Claims.IsAlwaysTrue(number);

        [Properties(MaxTest = 3)]
        public abstract class Nested
        {
            [Property]
            public static void With_the_defaults_of_both(int number) => Assert.Equal(7, number);
        }
    }

    private static class Sevens
    {
        public static Arbitrary<int> Numbers() => Gen.Constant(7).ToArbitrary();
    }

    private static class Eights
    {
        public static Arbitrary<int> Numbers() => Gen.Constant(8).ToArbitrary();
    }
}
