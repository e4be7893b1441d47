using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Xunit;

namespace Orowan.Properties.Adapter;

/// <summary>Properties as anyone writes them, found and run by the normal discovery.</summary>
public sealed class DiscoveredPropertyTests(DiscoveredPropertyTests.Calls calls) : IClassFixture<DiscoveredPropertyTests.Calls>, IDisposable
{
    private readonly int before = calls.Count;

    [Property(MaxTest = 60)]
    public bool Reversing_twice_changes_nothing(int[] numbers)
    {
        calls.Count++;
        return numbers.Reverse().Reverse().SequenceEqual(numbers);
    }

    [Property(MaxTest = 60)]
    public void Sorting_keeps_the_length(List<string> texts)
    {
        calls.Count++;
        Assert.Equal(texts.Count, texts.Order(StringComparer.Ordinal).Count());
    }

    [Property(MaxTest = 60)]
    public Property A_square_is_not_negative(int number)
    {
        calls.Count++;
        return ((long)number * number >= 0).Collect(number == 0 ? "zero" : "other");
    }

    [Property(MaxTest = 60)]
    public async Task<bool> Waiting_changes_no_number(int number)
    {
        calls.Count++;
        return await Task.FromResult(number) == number;
    }

    /// <summary>A property that met no cases has not been checked. Each is limited to 60, or to what the environment says.</summary>
    public void Dispose() => Assert.True(calls.Count > before);

    public sealed class Calls
    {
        public int Count { get; set; }
    }
}
