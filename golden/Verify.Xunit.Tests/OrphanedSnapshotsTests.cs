using VerifyTests;
using VerifyXunit;
using Xunit;

namespace Orowan.Golden.Adapter;

public sealed class OrphanedSnapshotsTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public abstract class Shared
    {
        [Fact]
        public async Task Inherited()
        {
            using var folder = new TemporaryFolder();
            folder.Write($"OrphanedSnapshotsTests.{GetType().Name}.Inherited.verified.txt", "text");
            await Verifier.Verify("text", new VerifySettings().UseDirectory(folder.Path));
        }
    }

    public sealed class Heir : Shared
    {
        [Theory]
        [InlineData("ledger")]
        [InlineData("ledger.short")]
        [SnapshotName("ledger")]
        [SnapshotName("ledger.short")]
        public async Task Given(string name)
        {
            using var folder = new TemporaryFolder();
            folder.Write($"{name}.verified.txt", "text");
            await Verifier.Verify("text", new VerifySettings().UseDirectory(folder.Path).UseFileName(name));
        }

        internal static void Helper()
        {
            // No attribute, so it claims nothing.
        }
    }

    [Fact]
    public void Tests_claim_their_names_and_the_given_ones_replace_them()
    {
        var claims = OrphanedSnapshots.Claims([typeof(Shared), typeof(Heir)]).Order(StringComparer.Ordinal);
        Assert.Equal(["OrphanedSnapshotsTests.Heir.Inherited", "ledger", "ledger.short"], claims, StringComparer.Ordinal);
    }

    [Fact]
    public void An_orphan_is_found_and_named_whatever_its_extension_or_folder()
    {
        folder.Write("Distances.Dipole.verified.txt", "claimed");
        folder.Write("Distances.Dipol.verified.txt", "the test was renamed");
        folder.Write("deep/Gone.verified.json", "the test was deleted");
        folder.Write("deep/ledger.verified.txt", "claimed");
        folder.Write("Distances.Line.received.txt", "not verified");
        folder.Write("bin/Debug/Old.verified.txt", "a copy made by a build");
        var orphans = OrphanedSnapshots.Find(folder.Path, ["Distances.Dipole", "ledger", "Never.Used"]);
        Assert.Equal(["Distances.Dipol.verified.txt", Path.Combine("deep", "Gone.verified.json")], orphans);
    }

    [Fact]
    public void A_second_file_of_a_name_needs_a_second_claim()
    {
        folder.Write("a/T.M.verified.txt", "");
        folder.Write("b/T.M.verified.txt", "");
        Assert.Equal(2, OrphanedSnapshots.Find(folder.Path, ["T.M"]).Count);
        Assert.Empty(OrphanedSnapshots.Find(folder.Path, ["T.M", "T.M"]));
    }

    [Fact]
    public void The_assembly_claims_this_test()
    {
        var claims = OrphanedSnapshots.Claims(typeof(OrphanedSnapshotsTests).Assembly.GetTypes());
        Assert.Contains($"{nameof(OrphanedSnapshotsTests)}.{nameof(The_assembly_claims_this_test)}", claims, StringComparer.Ordinal);
    }
}
