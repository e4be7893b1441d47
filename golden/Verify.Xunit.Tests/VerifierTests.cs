using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Orowan.Golden.Adapter;

public sealed class VerifierTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    VerifySettings Here() => new VerifySettings().UseDirectory(folder.Path);

    VerifySettings Named(string name) => Here().UseFileName(name);

    [Fact]
    public async Task Equal_passes_under_the_name_of_class_and_method_and_deletes_a_stale_received_file()
    {
        const string name = $"{nameof(VerifierTests)}.{nameof(Equal_passes_under_the_name_of_class_and_method_and_deletes_a_stale_received_file)}";
        folder.Write($"{name}.verified.txt", "one\ntwo");
        folder.Write($"{name}.received.txt", "an older one");
        await Verifier.Verify("one\ntwo", Here());
        Assert.Equal([$"{name}.verified.txt"], folder.Files());
    }

    public sealed class Inner
    {
        [Fact]
        public async Task A_nested_class_is_named_with_its_outer_class()
        {
            using var folder = new TemporaryFolder();
            folder.Write("VerifierTests.Inner.A_nested_class_is_named_with_its_outer_class.verified.txt", "text");
            await Verifier.Verify("text", new VerifySettings().UseDirectory(folder.Path));
        }
    }

    [Fact]
    public async Task The_name_survives_an_await_and_a_helper()
    {
        folder.Write($"{nameof(VerifierTests)}.{nameof(The_name_survives_an_await_and_a_helper)}.verified.txt", "text");
        await Task.Yield();
        await Helper("text");
    }

    Task Helper(string text) => Verifier.Verify(text, Here());

    [Fact]
    public async Task A_different_text_fails_naming_the_line_and_writes_received()
    {
        folder.Write("a.verified.txt", "one\ntwo\nthree");
        var failure = await Assert.ThrowsAsync<VerifyException>(() => Verifier.Verify("one\nTwo\nthree", Named("a")));
        Assert.Contains("Line 2\n  received: \"Two\"\n  verified: \"two\"", failure.Message.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("a.received.txt", failure.Message, StringComparison.Ordinal);
        Assert.Equal("one\nTwo\nthree", folder.Read("a.received.txt"));
        Assert.Equal("one\ntwo\nthree", folder.Read("a.verified.txt"));
    }

    [Theory]
    [InlineData("text\n", "text", "Line 2")]
    [InlineData("text", "text\n", "Line 2")]
    [InlineData("text", "text ", "Line 1")]
    [InlineData("text", "", "Line 1")]
    public async Task Every_byte_counts(string received, string verified, string place)
    {
        folder.Write("a.verified.txt", verified);
        var failure = await Assert.ThrowsAsync<VerifyException>(() => Verifier.Verify(received, Named("a")));
        Assert.Contains(place, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_verified_file_fails_and_writes_received_even_into_a_new_directory()
    {
        var settings = new VerifySettings().UseDirectory(folder["new"]).UseFileName("a");
        var failure = await Assert.ThrowsAsync<VerifyException>(() => Verifier.Verify("text", settings));
        Assert.Contains("no verified file", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["new/a.received.txt"], folder.Files());
    }

    [Fact]
    public async Task A_carriage_return_in_the_verified_file_fails_although_the_lines_are_equal()
    {
        folder.Write("a.verified.txt", "one\r\ntwo");
        var failure = await Assert.ThrowsAsync<VerifyException>(() => Verifier.Verify("one\r\ntwo", Named("a")));
        Assert.Contains("carriage return", failure.Message, StringComparison.Ordinal);
        Assert.Equal("one\ntwo", folder.Read("a.received.txt"));
    }

    [Fact]
    public async Task A_byte_order_mark_in_the_verified_file_fails()
    {
        folder.Write("a.verified.txt", "\uFEFFtext");
        var failure = await Assert.ThrowsAsync<VerifyException>(() => Verifier.Verify("text", Named("a")));
        Assert.Contains("byte order mark", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Received_is_UTF8_without_mark_and_with_LF_from_any_line_end()
    {
        await Assert.ThrowsAsync<VerifyException>(() => Verifier.Verify("σ\r\nb\rc\n", Named("a")));
        Assert.Equal("σ\nb\nc\n"u8.ToArray(), await File.ReadAllBytesAsync(folder["a.received.txt"]));
    }

    [Fact]
    public async Task Mixed_line_ends_equal_a_verified_file_with_LF()
    {
        folder.Write("a.verified.txt", "a\nb\nc\n");
        await Verifier.Verify("a\r\nb\rc\n", Named("a"));
        Assert.Equal(["a.verified.txt"], folder.Files());
    }

    [Fact]
    public async Task One_name_used_twice_throws_even_if_only_the_case_differs()
    {
        folder.Write("a.verified.txt", "text");
        await Verifier.Verify("text", Named("a"));
        var again = await Assert.ThrowsAsync<InvalidOperationException>(() => Verifier.Verify("text", Named("A")));
        Assert.Contains("already been used", again.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comparer_decides_also_about_equal_texts()
    {
        folder.Write("a.verified.txt", "same");
        folder.Write("b.verified.txt", "other");
        var never = Named("a").UseStringComparer((_, _, _) => Task.FromResult(CompareResult.NotEqual("never equal")));
        var failure = await Assert.ThrowsAsync<VerifyException>(() => Verifier.Verify("same", never));
        Assert.Contains("never equal", failure.Message, StringComparison.Ordinal);
        await Verifier.Verify("same", Named("b").UseStringComparer((_, _, _) => Task.FromResult(CompareResult.Equal)));
    }

    [Fact]
    public async Task A_comparer_that_throws_leaves_the_received_file()
    {
        folder.Write("a.verified.txt", "text");
        var broken = Named("a").UseStringComparer((_, _, _) => throw new NotSupportedException("broken"));
        await Assert.ThrowsAsync<NotSupportedException>(() => Verifier.Verify("received", broken));
        Assert.Equal("received", folder.Read("a.received.txt"));
    }

    [Fact]
    public async Task A_relative_directory_starts_at_the_source_file()
    {
        folder.Write("Some.cs", "");
        folder.Write("goldens/a.verified.txt", "text");
        await Verifier.Verify("text", new VerifySettings().UseDirectory("goldens").UseFileName("a"), folder["Some.cs"]);
        folder.Write("b.verified.txt", "text");
        await Verifier.Verify("text", new VerifySettings().UseFileName("b"), folder["Some.cs"]);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a:b")]
    [InlineData(" ")]
    public void A_file_name_that_does_not_check_out_everywhere_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => new VerifySettings().UseFileName(name));
}
