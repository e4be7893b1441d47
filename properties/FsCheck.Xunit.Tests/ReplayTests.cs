using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace Orowan.Properties.Adapter;

public sealed class ReplayTests
{
    public static TheoryData<string> WrongClaims => [nameof(Claims.IsBelowTen), nameof(Claims.SumsBelowOne)];

    [Theory]
    [MemberData(nameof(WrongClaims))]
    public async Task The_reported_line_pasted_over_the_attribute_finds_the_same_counterexample(string claim)
    {
        var found = await InnerTest.Run(Emitted(claim, Nothing), EmittedProperty.MethodName);

        foreach (var line in found.ReplayLines)
        {
            var again = await InnerTest.Run(Emitted(claim, InnerTest.NamedArguments(line)), EmittedProperty.MethodName);
            Assert.True(again.HasFailed);
            Assert.Equal(found.Original, again.Original);
            Assert.Equal(found.Shrunk, again.Shrunk);
        }

        Assert.Equal(2, found.ReplayLines.Count);
    }

    [Fact]
    public async Task The_reported_line_keeps_what_the_attribute_and_the_environment_said_of_the_cases()
    {
        var claim = Emitted(nameof(Claims.IsBelowTen), new Dictionary<string, object>(StringComparer.Ordinal) { ["EndSize"] = 30 });
        var found = await InnerTest.Run(claim, EmittedProperty.MethodName, InnerTest.Variable(RunPlan.CasesVariable, "1000"));

        Assert.EndsWith(", MaxTest = 1000, MaxRejected = 10000, EndSize = 30)]", found.ReplayLines[0], StringComparison.Ordinal);
        var pasted = Emitted(nameof(Claims.IsBelowTen), InnerTest.NamedArguments(found.ReplayLines[0]));
        var again = await InnerTest.Run(pasted, EmittedProperty.MethodName);
        Assert.Equal(found.Failure, again.Failure);
    }

    [Fact]
    public async Task A_replay_with_a_size_runs_exactly_one_case()
    {
        var test = await InnerTest.Run(typeof(Inner), nameof(Inner.One_case));

        Assert.True(test.HasPassed);
        Assert.StartsWith("Passed 1 case, Replay = \"(123,457,5)\"", test.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_falsified_replay_with_a_size_offers_no_line_that_would_start_another_run()
    {
        var test = await InnerTest.Run(typeof(Inner), nameof(Inner.One_falsified_case));

        Assert.Equal("""[Property(Replay = "(123,457,5)")]""", Assert.Single(test.ReplayLines));
    }

    [Theory]
    [InlineData("true")]
    [InlineData("1")]
    [InlineData("woodpecker")]
    public async Task A_replay_with_a_size_is_refused_where_CI_is_set(string value)
    {
        var test = await InnerTest.Run(typeof(Inner), nameof(Inner.One_case), InnerTest.Variable("CI", value));

        Assert.True(test.HasFailed);
        Assert.Contains("Replay = \"(123,457,5)\" names a size and so runs exactly one case.", test.Failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("false")]
    [InlineData("False")]
    public async Task An_empty_or_false_CI_does_not_refuse_a_single_case(string value)
    {
        var test = await InnerTest.Run(typeof(Inner), nameof(Inner.One_case), InnerTest.Variable("CI", value));

        Assert.True(test.HasPassed);
    }

    [Fact]
    public async Task A_replay_of_a_whole_run_is_allowed_where_CI_is_set()
    {
        var test = await InnerTest.Run(typeof(Inner), nameof(Inner.Whole_run), InnerTest.Variable("CI", "true"));

        Assert.True(test.HasPassed);
        Assert.StartsWith("Passed 100 cases", test.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_malformed_replay_fails_and_quotes_itself()
    {
        var test = await InnerTest.Run(typeof(Inner), nameof(Inner.Malformed));

        Assert.True(test.HasFailed);
        Assert.Contains("Replay = \"(12;13)\" is not of the form", test.Failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("(1,3)")]
    [InlineData("1,3")]
    [InlineData(" ( 1 , 3 ) ")]
    public void Parentheses_and_blanks_may_be_left_out(string text) =>
        Assert.Equal(new ReplayText(new Rnd(1, 3), Size: null), ReplayText.Parse(text));

    [Theory]
    [InlineData("1,3,7")]
    [InlineData("(1,3,7)")]
    public void A_third_number_is_the_size(string text) =>
        Assert.Equal(new ReplayText(new Rnd(1, 3), 7), ReplayText.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("()")]
    [InlineData("1")]
    [InlineData("1,2")]
    [InlineData("-1,3")]
    [InlineData("1,3,")]
    [InlineData("1,3,-7")]
    [InlineData("1,3,7,9")]
    [InlineData("18446744073709551616,3")]
    public void Anything_else_is_refused(string text) =>
        Assert.Throws<FormatException>(() => ReplayText.Parse(text));

    private static IReadOnlyDictionary<string, object> Nothing => new Dictionary<string, object>(StringComparer.Ordinal);

    private static Type Emitted(string claim, IReadOnlyDictionary<string, object> onMethod) =>
        EmittedProperty.Calling(typeof(Claims).GetMethod(claim)!, onMethod);

    // Abstract: the normal discovery passes over it.
    public abstract class Inner
    {
        [Property(Replay = "(123,457,5)")]
        public static bool One_case(int number) => Claims.IsAlwaysTrue(number);

        [Property(Replay = "123,457,5")]
        public static bool One_falsified_case(int number) => !Claims.IsAlwaysTrue(number);

        [Property(Replay = "(123,457)")]
        public static bool Whole_run(int number) => Claims.IsAlwaysTrue(number);

        [Property(Replay = "(12;13)")]
        public static bool Malformed(int number) => Claims.IsAlwaysTrue(number);
    }
}
