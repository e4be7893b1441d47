using Orowan.Audit;
using Xunit;

namespace Orowan.Tests.CommandLine;

public sealed class GoldenTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_was_received_becomes_verified()
    {
        folder.Write("golden/deep/A.b.received.txt", "new");
        folder.Write("golden/deep/A.b.verified.txt", "old");
        var answer = Accept(_ => null);
        Assert.Equal((ExitStatus.AsExpected, ""), (answer.Status, answer.Error));
        Assert.Contains("golden/deep/A.b.verified.txt", answer.OutputLines, StringComparer.Ordinal);
        Assert.Equal("golden/deep/A.b.verified.txt", Assert.Single(folder.Contents()).Name);
        Assert.Equal("new", File.ReadAllText(folder.File("golden/deep/A.b.verified.txt")));
        Assert.StartsWith("Nothing was received", Accept(_ => null).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_accepted_where_nobody_reads_it()
    {
        folder.Write("golden/A.received.txt", "new");
        var answer = Accept(name => string.Equals(name, "CI", StringComparison.Ordinal) ? "true" : null);
        Assert.Equal((ExitStatus.Usage, ""), (answer.Status, answer.Output));
        Assert.Contains("CI", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("golden/A.received.txt", Assert.Single(folder.Contents()).Name);
    }

    [Fact]
    public void A_folder_without_snapshots_is_wrong_usage() => Assert.Equal(ExitStatus.Usage, Accept(_ => null).Status);

    private Answer Accept(Func<string, string?> environment) => Terminal.Run(
        session => new Session(session.Output, session.Error) { Folder = folder.Path, Environment = environment }, "golden", "accept");
}
