using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace Orowan.Properties.Adapter;

public sealed class FalsifiedPropertyTests
{
    [Fact]
    public async Task A_falsified_property_fails_with_original_and_shrunk_arguments_by_name()
    {
        var test = await InnerTest.Run(typeof(Inner), nameof(Inner.Below_ten));

        Assert.True(test.HasFailed);
        Assert.Equal(typeof(PropertyFailedException).FullName, test.Exception);
        Assert.Matches(@"^  number = \d\d+$", test.Original);
        Assert.Equal("  number = 10", test.Shrunk);
    }

    [Fact]
    public async Task Several_arguments_are_told_one_a_line_and_a_property_of_its_own_after_them()
    {
        var test = await InnerTest.Run(typeof(Inner), nameof(Inner.Two_arguments_and_a_drawn_one));

        Assert.Matches(@"^  flag = (true|false)\n  numbers = \[\]\n  drawn 1 = 3$", test.Shrunk);
    }

    [Fact]
    public async Task Labels_name_the_part_that_failed()
    {
        var test = await InnerTest.Run(typeof(Inner), nameof(Inner.Labelled));

        Assert.Contains("Labels: is below five", test.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assertion_in_the_property_is_told_below_the_arguments()
    {
        var test = await InnerTest.Run(typeof(Inner), nameof(Inner.Asserting));

        Assert.True(test.HasFailed);
        Assert.Equal("  number = 10", test.Shrunk);
        Assert.Contains("Assert.InRange() Failure", test.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doubles_are_told_with_every_digit()
    {
        var test = await InnerTest.Run(typeof(Inner), nameof(Inner.Above_one));

        Assert.Equal("  sum = 0.30000000000000004", test.Original);
    }

    [Fact]
    public async Task Exhausted_arguments_fail_with_the_counts()
    {
        var test = await InnerTest.Run(typeof(Inner), nameof(Inner.Rejecting_all_but_small));

        Assert.True(test.HasFailed);
        Assert.Contains("Arguments exhausted: 0 cases of 100 passed, 50 rejected (MaxRejected = 50).", test.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_generator_that_throws_fails_the_test_with_the_seed()
    {
        var test = await InnerTest.Run(typeof(Inner), nameof(Inner.With_a_broken_generator));

        Assert.True(test.HasFailed);
        Assert.Contains("could not be checked: after 0 cases", test.Failure, StringComparison.Ordinal);
        Assert.Contains("The generator is broken.", test.Failure, StringComparison.Ordinal);
        Assert.Single(test.ReplayLines);
    }

    [Fact]
    public async Task A_passing_property_tells_how_many_cases_ran()
    {
        var test = await InnerTest.Run(typeof(Inner), nameof(Inner.True));

        Assert.True(test.HasPassed);
        Assert.StartsWith("Passed 100 cases, Replay = \"(", test.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passing_property_tells_how_many_cases_were_rejected_and_how_they_were_classified()
    {
        var test = await InnerTest.Run(typeof(Inner), nameof(Inner.Half_rejected));

        Assert.True(test.HasPassed);
        Assert.Matches(@"^Passed 100 cases \([1-9]\d* rejected\), ", test.Output);
        Assert.Contains("100 % even", test.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quiet_property_tells_nothing_when_it_passes()
    {
        var test = await InnerTest.Run(typeof(Inner), nameof(Inner.Quiet));

        Assert.True(test.HasPassed);
        Assert.Empty(test.Output);
    }

    [Fact]
    public async Task A_verbose_property_tells_every_case()
    {
        var test = await InnerTest.Run(typeof(Inner), nameof(Inner.Verbose));

        Assert.True(test.HasFailed);
        Assert.StartsWith($"Case 1:{Environment.NewLine}  number = ", test.Output, StringComparison.Ordinal);
        Assert.Contains($"Shrunk to:{Environment.NewLine}  number = 10", test.Output, StringComparison.Ordinal);
    }

    // Abstract: the normal discovery passes over it.
    public abstract class Inner
    {
        [Property]
        public static bool Below_ten(int number) => Claims.IsBelowTen(number);

        [Property]
        public static Property Two_arguments_and_a_drawn_one(bool flag, int[] numbers) =>
            Prop.ForAll(Arb.From(Gen.Choose(3, 9), Shrinks), drawn => flag && numbers.Length < 0 && drawn < 0);

        [Property]
        public static Property Labelled(int number) => (number < 5).Label("is below five");

        [Property]
        public static void Asserting(int number) => Assert.InRange(number, int.MinValue, 9);

        [Property(Arbitrary = new[] { typeof(Sums) })]
        public static bool Above_one(double sum) => sum > 1;

        [Property(MaxRejected = 50)]
        public static Property Rejecting_all_but_small(int number) => true.When(number > int.MaxValue - 1);

        [Property(Arbitrary = new[] { typeof(Broken) })]
        public static bool With_a_broken_generator(double number) => number > 0;

        [Property]
        public static bool True(int number) => Claims.IsAlwaysTrue(number);

        [Property]
        public static Property Half_rejected(int number) => true.When(number % 2 == 0).Classify(number % 2 == 0, "even");

        [Property(QuietOnSuccess = true)]
        public static bool Quiet(int number) => Claims.IsAlwaysTrue(number);

        [Property(Verbose = true, Replay = "(42,11400714819323198485)")]
        public static bool Verbose(int number) => Claims.IsBelowTen(number);

        private static IEnumerable<int> Shrinks(int number) => number > 3 ? [3] : [];
    }

    private static class Sums
    {
        public static Arbitrary<double> Doubles() => Gen.Constant(0.1 + 0.2).ToArbitrary();
    }

    private static class Broken
    {
        public static Arbitrary<double> Doubles() =>
            Gen.Choose(0, 1).Select(double (_) => throw new InvalidOperationException("The generator is broken.")).ToArbitrary();
    }
}
