using System.Runtime.CompilerServices;
using Xunit;

namespace Orowan.Golden;

public class Snapshots
{
    [Fact]
    public void No_verified_file_is_an_orphan()
    {
        var orphans = OrphanedSnapshots.Find(SourceFolder.Of(ThisFile()), typeof(Snapshots).Assembly);
        Assert.True(orphans.Count == 0, $"No test claims these verified files: {string.Join(", ", orphans)}");
    }

    static string ThisFile([CallerFilePath] string path = "") => path;
}
