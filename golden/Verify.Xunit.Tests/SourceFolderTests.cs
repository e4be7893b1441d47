using Xunit;

namespace Orowan.Golden.Adapter;

public sealed class SourceFolderTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public SourceFolderTests()
    {
        folder.Write("clone/golden/Distances.cs", "");
        folder.Write("clone/Distances.cs", "");
        Directory.CreateDirectory(folder["clone/golden/bin/Debug"]);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_recorded_path_that_exists_is_taken() =>
        Assert.Equal(folder["clone/golden"], SourceFolder.Of(folder["clone/golden/Distances.cs"], folder.Path));

    [Theory]
    [InlineData("/_/golden/Distances.cs")]
    [InlineData("\\_\\golden\\Distances.cs")]
    [InlineData("/elsewhere/clone/golden/Distances.cs")]
    public void A_mapped_path_is_found_above_the_assembly_longest_tail_first(string mapped) =>
        Assert.Equal(folder["clone/golden"], SourceFolder.Of(mapped, folder["clone/golden/bin/Debug"]));

    [Fact]
    public void A_source_that_is_nowhere_throws_and_makes_nothing()
    {
        var before = folder.Files();
        Assert.Throws<DirectoryNotFoundException>(() => SourceFolder.Of("/_/golden/Nowhere-8f3a.cs", folder["clone/golden/bin/Debug"]));
        Assert.Equal(before, folder.Files());
    }
}
