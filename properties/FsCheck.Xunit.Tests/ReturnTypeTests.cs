using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace Orowan.Properties.Adapter;

public sealed class ReturnTypeTests
{
    [Theory]
    [InlineData(nameof(Inner.Void))]
    [InlineData(nameof(Inner.Bool))]
    [InlineData(nameof(Inner.OfProperty))]
    [InlineData(nameof(Inner.OfTask))]
    [InlineData(nameof(Inner.OfTaskBool))]
    public async Task Every_kind_of_answer_can_falsify(string method)
    {
        var test = await InnerTest.Run(typeof(Inner), method);

        Assert.True(test.HasFailed);
        Assert.Equal("  number = 10", test.Shrunk);
    }

    [Fact]
    public async Task A_property_without_arguments_is_checked_too()
    {
        var test = await InnerTest.Run(typeof(Inner), nameof(Inner.Without_arguments));

        Assert.True(test.HasFailed);
        Assert.Equal("  drawn 1 = 10", test.Shrunk);
    }

    [Theory]
    [InlineData(nameof(Inner.Number))]
    [InlineData(nameof(Inner.OfTaskNumber))]
    [InlineData(nameof(Inner.OfValueTask))]
    public async Task An_answer_FsCheck_does_not_know_fails(string method)
    {
        var test = await InnerTest.Run(typeof(Inner), method);

        Assert.True(test.HasFailed);
        Assert.Contains("No instances of class FsCheck.Testable", test.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Async_void_is_refused_because_it_would_pass_whatever_it_finds()
    {
        var test = await InnerTest.Run(typeof(Inner), nameof(Inner.Async_void));

        Assert.True(test.HasFailed);
        Assert.Contains("Async_void is async void", test.Failure, StringComparison.Ordinal);
    }

    // Abstract: the normal discovery passes over it.
    public abstract class Inner
    {
        [Property]
        public static void Void(int number) => Assert.True(Claims.IsBelowTen(number));

        [Property]
        public static bool Bool(int number) => Claims.IsBelowTen(number);

        [Property]
        public static Property OfProperty(int number) => Claims.IsBelowTen(number).ToProperty();

        [Property]
        public static async Task OfTask(int number)
        {
            await Task.Yield();
            Assert.True(Claims.IsBelowTen(number));
        }

        [Property]
        public static async Task<bool> OfTaskBool(int number)
        {
            await Task.Yield();
            return Claims.IsBelowTen(number);
        }

        [Property]
        public static Property Without_arguments() => Prop.ForAll<int>(Claims.IsBelowTen);

        [Property]
        public static async void Async_void(int number)
        {
            await Task.Yield();
            Assert.True(Claims.IsBelowTen(number));
        }

        [Property]
        public static int Number(int number) => number;

        [Property]
        public static Task<int> OfTaskNumber(int number) => Task.FromResult(number);

        [Property]
        public static ValueTask<bool> OfValueTask(int number) => ValueTask.FromResult(Claims.IsBelowTen(number));
    }
}
