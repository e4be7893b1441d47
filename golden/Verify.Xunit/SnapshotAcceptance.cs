namespace Orowan.Golden;

/// <summary>Makes what was received what is verified from now on: an act of a person who has read the difference.</summary>
internal static class SnapshotAcceptance
{
    /// <inheritdoc cref="Accept(string, Func{string, string?})"/>
    public static IReadOnlyList<string> Accept(string directory) => Accept(directory, Environment.GetEnvironmentVariable);

    /// <summary>Renames every received file under <paramref name="directory"/> over its verified one.</summary>
    /// <returns>The verified files written, in ordinal order.</returns>
    /// <exception cref="InvalidOperationException">The variable CI has a value: nobody reads a difference there.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such directory.</exception>
    public static IReadOnlyList<string> Accept(string directory, Func<string, string?> environment)
    {
        if (!string.IsNullOrEmpty(environment("CI")))
            throw new InvalidOperationException("Snapshots are not accepted on CI (the variable CI is set): accept them where somebody reads them.");

        var accepted = new List<string>();
        foreach (var received in Files(directory, "received"))
        {
            var name = Path.GetFileName(received);
            var verified = Path.Combine(Path.GetDirectoryName(received)!, name.Replace(".received.", ".verified.", StringComparison.Ordinal));
            File.Move(received, verified, overwrite: true);
            accepted.Add(verified);
        }

        return accepted;
    }

    /// <summary>The files <c>*.kind.*</c> under a directory, in ordinal order, without what a build copied into bin and obj.</summary>
    internal static IReadOnlyList<string> Files(string directory, string kind) =>
        [.. Directory.EnumerateFiles(directory, $"*.{kind}.*", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(directory, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)];
}
