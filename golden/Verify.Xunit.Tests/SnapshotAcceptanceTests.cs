using Xunit;

namespace Orowan.Golden.Adapter;

public sealed class SnapshotAcceptanceTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public SnapshotAcceptanceTests()
    {
        folder.Write("b.received.txt", "new b");
        folder.Write("b.verified.txt", "old b");
        folder.Write("deep/a.received.txt", "new a");
        folder.Write("bin/c.received.txt", "a copy");
        folder.Write("d.verified.txt", "d");
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Accept_moves_received_over_verified_and_nothing_else(string? ci)
    {
        var accepted = SnapshotAcceptance.Accept(folder.Path, name => name is "CI" ? ci : "set");
        Assert.Equal([folder["b.verified.txt"], Path.Combine(folder.Path, "deep", "a.verified.txt")], accepted);
        Assert.Equal(["b.verified.txt", "bin/c.received.txt", "d.verified.txt", "deep/a.verified.txt"], folder.Files());
        Assert.Equal("new b", folder.Read("b.verified.txt"));
        Assert.Equal("new a", folder.Read("deep/a.verified.txt"));
        Assert.Equal("d", folder.Read("d.verified.txt"));
    }

    [Theory]
    [InlineData("true")]
    [InlineData("1")]
    public void Accept_is_refused_on_CI_and_moves_nothing(string ci)
    {
        var before = folder.Files();
        Assert.Throws<InvalidOperationException>(() => SnapshotAcceptance.Accept(folder.Path, name => name is "CI" ? ci : null));
        Assert.Equal(before, folder.Files());
        Assert.Equal("old b", folder.Read("b.verified.txt"));
    }

    [Fact]
    public void A_directory_that_is_not_there_is_no_empty_success() =>
        Assert.Throws<DirectoryNotFoundException>(() => SnapshotAcceptance.Accept(folder["nowhere"], _ => null));
}
