using Orowan.Formats;
using Xunit;

namespace Orowan.Tests.Formats;

public class AtomicFileTests
{
    [Fact]
    public void A_file_is_created_and_replaced_and_nothing_else_stays()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.json");
        AtomicFile.Write(path, stream => stream.Write("a long first text"u8));
        AtomicFile.Write(path, stream => stream.Write("second"u8));
        Assert.Equal("second", File.ReadAllText(path));
        Assert.Equal("a.json", Assert.Single(folder.Names));
    }

    [Fact]
    public void A_failed_write_leaves_the_old_file_and_passes_its_error_on()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.json");
        File.WriteAllText(path, "old");
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write("half"u8);
            throw new InvalidOperationException("interrupted");
        }));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal("a.json", Assert.Single(folder.Names));
    }

    [Fact]
    public void A_failed_first_write_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        Assert.ThrowsAny<ArgumentException>(() => AtomicFile.Write(
            folder.File("a.json"), stream => CaseFormat.Write(stream, Sample.Case with { T = double.NaN })));
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void Until_the_write_is_over_the_old_file_is_the_file()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.json");
        File.WriteAllText(path, "old");
        var during = "";
        AtomicFile.Write(path, stream =>
        {
            stream.Write("new"u8);
            stream.Flush();
            during = File.ReadAllText(path);
        });
        Assert.Equal("old", during);
        Assert.Equal("new", File.ReadAllText(path));
    }

    [Fact]
    public void A_missing_directory_is_named()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.File("none"), "a.json");
        Assert.Equal(
            $"{path}: expected a place to write, in a directory that exists, found none",
            Sample.Message(() => AtomicFile.Write(path, _ => { })));
    }

    [Fact]
    public void A_directory_in_the_place_of_the_file_is_named()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(
            $"{folder.Path}: expected a file to write, found a directory", Sample.Message(() => AtomicFile.Write(folder.Path, _ => { })));
    }

    [Fact]
    public void A_file_in_the_place_of_the_directory_is_one_line()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("file"), "");
        var path = Path.Combine(folder.File("file"), "a.json");
        Assert.StartsWith(
            $"{path}: expected a place to write", Sample.Message(() => AtomicFile.Write(path, _ => { })), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_stays_a_link()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("target"), "old");
        File.CreateSymbolicLink(folder.File("link"), folder.File("target"));
        AtomicFile.Write(folder.File("link"), stream => stream.Write("new"u8));
        Assert.Equal("new", File.ReadAllText(folder.File("target")));
        Assert.NotNull(new FileInfo(folder.File("link")).LinkTarget);
    }

    [Fact]
    public void The_null_device_is_written_and_not_replaced()
    {
        if (OperatingSystem.IsWindows()) return;
        AtomicFile.Write("/dev/null", stream => stream.Write("x"u8));
        Assert.Equal(0, new FileInfo("/dev/null").Length);
        Assert.Empty(Directory.EnumerateFiles("/dev", ".null.*.tmp"));
    }

    [Fact]
    public void A_full_device_is_one_line()
    {
        if (!File.Exists("/dev/full")) return;
        Assert.StartsWith(
            "/dev/full: expected a place to write, found ", Sample.Message(() => AtomicFile.Write("/dev/full", stream => stream.Write("x"u8))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_without_permission_is_one_line()
    {
        // Not even the superuser makes files among the kernel's own.
        if (!Directory.Exists("/sys/kernel")) return;
        Assert.StartsWith(
            "/sys/kernel/a.json: expected a place to write", Sample.Message(() => AtomicFile.Write("/sys/kernel/a.json", _ => { })), StringComparison.Ordinal);
    }
}
