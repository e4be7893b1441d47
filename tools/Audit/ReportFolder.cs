using System.Text;
using Orowan.Formats;

namespace Orowan.Audit;

/// <summary>
/// The folder of a report: <c>report.json</c>, <c>report.md</c>, a picture and <c>cases/</c>. Everything is written beside it first and takes its
/// place at the end, so that what stops an audit leaves the old report or the new one; other files of the folder are not touched.
/// </summary>
internal sealed class ReportFolder
{
    /// <summary>The folder of the recorded cases.</summary>
    public const string Cases = "cases";

    /// <summary>What programs read.</summary>
    public const string Json = "report.json";

    /// <summary>The counts of a part of an audit, for <c>merge</c>.</summary>
    public const string ShardFile = "shard.json";

    private const string Prose = "report.md";

    private readonly string name;
    private readonly string folder;

    private ReportFolder(string name, string folder) => (this.name, this.folder) = (name, folder);

    /// <summary>Makes sure that a report can be written, before the work that it needs.</summary>
    /// <exception cref="InputException">The folder cannot be written, or its <c>cases</c> holds what no audit put there.</exception>
    public static ReportFolder Open(string name, string around)
    {
        var place = Path.GetFullPath(name, around);
        if (File.Exists(place)) throw new InputException($"{name}: expected a folder to write, found a file");
        var isNew = !Directory.Exists(place);
        Guard(name, () =>
        {
            Directory.CreateDirectory(place);
            if (Directory.Exists(Path.Combine(place, Json))
                || Directory.Exists(Path.Combine(place, Prose))
                || Directory.Exists(Path.Combine(place, LimitsSection.Picture))
                || File.Exists(Path.Combine(place, Cases)))
                throw new InputException(
                    $"{name}: expected files {Json} and {Prose} and a folder {Cases}, or none, found one of another kind");
            Directory.CreateDirectory(Staging(place)).Delete();
            if (Stranger(Path.Combine(place, Cases)) is { } stranger)
                throw new InputException(
                    $"{name}: expected a folder whose {Cases} an audit may replace, found {Path.GetFileName(stranger)} in it");
            // It appears with the report in it: what stops the work until then leaves no empty folder.
            if (isNew) Directory.Delete(place);
        });
        return new(name, place);
    }

    /// <summary>Writes the report.</summary>
    /// <exception cref="InputException">The folder cannot be written.</exception>
    public void Write(Report report, LimitsSection? limits, byte[]? shard = null) => Guard(name, () =>
    {
        var staging = Staging(folder);
        var old = Staging(folder);
        try
        {
            Stage(staging, report, limits, shard);
            Replace(staging, old);
        }
        finally
        {
            Remove(staging);
            Remove(old);
        }
    });

    private static void Stage(string staging, Report report, LimitsSection? limits, byte[]? shard)
    {
        Directory.CreateDirectory(Path.Combine(staging, Cases));
        foreach (var recorded in report.Cases)
        {
            AtomicFile.Write(Path.Combine(staging, recorded.File), stream => CaseFormat.Write(stream, recorded.Subject));
        }
        if (limits is not null) AtomicFile.Write(Path.Combine(staging, LimitsSection.Picture), stream => stream.Write(Encoding.UTF8.GetBytes(limits.Svg)));
        AtomicFile.Write(Path.Combine(staging, Prose), stream => stream.Write(Encoding.UTF8.GetBytes(ReportMarkdown.Text(report, limits?.Markdown))));
        AtomicFile.Write(Path.Combine(staging, Json), stream => stream.Write(ReportJson.Bytes(report)));
        if (shard is not null) AtomicFile.Write(Path.Combine(staging, ShardFile), stream => stream.Write(shard));
    }

    /// <summary>Renames with nothing between them; the report that programs read comes last.</summary>
    private void Replace(string staging, string old)
    {
        var cases = Path.Combine(folder, Cases);
        if (Directory.Exists(cases)) Directory.Move(cases, old);
        Directory.Move(Path.Combine(staging, Cases), cases);
        // The counts of an older part and an older picture do not belong to the new report.
        foreach (var file in (string[])[ShardFile, LimitsSection.Picture])
        {
            File.Delete(Path.Combine(folder, file));
            if (File.Exists(Path.Combine(staging, file))) File.Move(Path.Combine(staging, file), Path.Combine(folder, file));
        }
        File.Move(Path.Combine(staging, Prose), Path.Combine(folder, Prose), overwrite: true);
        File.Move(Path.Combine(staging, Json), Path.Combine(folder, Json), overwrite: true);
    }

    /// <summary>Removes a folder and all in it, if it is there.</summary>
    public static void Remove(string place)
    {
        if (Directory.Exists(place)) Directory.Delete(place, recursive: true);
    }

    /// <summary>Inside the folder: a rename is atomic within one file system only, and the folder may be one of its own.</summary>
    private static string Staging(string folder) => Path.Combine(folder, $".orowan-{Guid.NewGuid():N}");

    /// <summary>Something that no audit writes: the folder of the cases is replaced as a whole, and nobody else's files with it.</summary>
    private static string? Stranger(string cases) =>
        Directory.Exists(cases)
            ? Directory.EnumerateFileSystemEntries(cases)
                .Where(entry => !entry.EndsWith(".json", StringComparison.Ordinal) || !File.Exists(entry))
                .Order(StringComparer.Ordinal)
                .FirstOrDefault()
            : null;

    /// <summary>Says in one line what the system has against writing.</summary>
    /// <exception cref="InputException">The place cannot be written.</exception>
    public static void Guard(string name, Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException { ParamName: "path" })
        {
            throw new InputException($"{name}: expected a folder to write, found: {OneLine.Of(error.Message)}", error);
        }
    }
}
