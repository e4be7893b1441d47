namespace Orowan.Tests.CommandLine;

/// <summary>A folder for one test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("orowan-test-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        var file = File(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        System.IO.File.WriteAllText(file, text);
        return file;
    }

    /// <summary>Name and bytes of every file below, in ordinal order of the names.</summary>
    public IReadOnlyList<(string Name, string Bytes)> Contents(string below = "") =>
        [.. Directory.EnumerateFiles(File(below), "*", SearchOption.AllDirectories)
            .Select(file => (System.IO.Path.GetRelativePath(File(below), file), Convert.ToHexString(System.IO.File.ReadAllBytes(file))))
            .OrderBy(file => file.Item1, StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
