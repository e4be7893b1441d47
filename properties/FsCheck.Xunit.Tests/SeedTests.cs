using FsCheck.Xunit;
using Xunit;

namespace Orowan.Properties.Adapter;

public sealed class SeedTests
{
    [Fact]
    public async Task The_same_name_draws_the_same_values()
    {
        Assert.Equal(await Drawn(nameof(Inner.First)), await Drawn(nameof(Inner.First)));
    }

    [Fact]
    public async Task Another_name_draws_other_values()
    {
        Assert.NotEqual(await Drawn(nameof(Inner.First)), await Drawn(nameof(Inner.Second)));
    }

    [Fact]
    public async Task The_environment_gives_another_seed()
    {
        var seeded = InnerTest.Variable(RunPlan.SeedVariable, "20240229");

        Assert.NotEqual(await Drawn(nameof(Inner.First)), await Drawn(nameof(Inner.First), seeded));
        Assert.Equal(await Drawn(nameof(Inner.First), seeded), await Drawn(nameof(Inner.First), seeded));
        var test = await InnerTest.Run(typeof(Concrete), nameof(Inner.First), seeded, new List<int>());
        Assert.Contains("Replay = \"(20240229,", test.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replay_is_deaf_to_the_environment()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [RunPlan.SeedVariable] = "1",
            [RunPlan.CasesVariable] = "7",
        };

        Assert.Equal(await Drawn(nameof(Inner.Replayed)), await Drawn(nameof(Inner.Replayed), variables));
    }

    [Theory]
    [InlineData("0x1F")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("18446744073709551616")]
    public async Task A_malformed_seed_fails_the_test(string value)
    {
        var malformed = InnerTest.Variable(RunPlan.SeedVariable, value);
        var test = await InnerTest.Run(typeof(Concrete), nameof(Inner.First), malformed, new List<int>());

        Assert.True(test.HasFailed);
        Assert.Contains($"OROWAN_SEED is \"{value}\"; it must be a whole number", test.Failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("foobar")]
    public void The_hash_is_FNV_1a_of_64_bits(string text)
    {
        // The first two published test vectors are the offset basis itself and "a"; "foobar" is the longest of them.
        var published = new Dictionary<string, ulong>(StringComparer.Ordinal)
        {
            [""] = 0xcbf29ce484222325,
            ["a"] = 0xaf63dc4c8601ec8c,
            ["foobar"] = 0x85944171f73967e8,
        };

        Assert.Equal(published[text], TestSeed.Of(text));
    }

    private static async Task<IReadOnlyList<int>> Drawn(string method, IReadOnlyDictionary<string, string>? variables = null)
    {
        var drawn = new List<int>();
        var test = await InnerTest.Run(typeof(Concrete), method, variables ?? InnerTest.NoVariables, drawn);
        Assert.True(test.HasPassed);
        Assert.Equal(100, drawn.Count);
        return drawn;
    }

    // Abstract: the normal discovery passes over it.
    public abstract class Inner(List<int> drawn)
    {
        [Property]
        public void First(int number) => drawn.Add(number);

        [Property]
        public void Second(int number) => drawn.Add(number);

        [Property(Replay = "(5,7)")]
        public void Replayed(int number) => drawn.Add(number);
    }

    private sealed class Concrete(List<int> drawn) : Inner(drawn);
}
