namespace Orowan.Golden;

/// <summary>The folder of a source file, from the path that the compiler recorded.</summary>
/// <remarks>
/// The recorded path is that of the build, and a snapshot test runs on the tree that it was built from, so it is there. Except
/// where the build maps paths to make them the same on all machines: /_/golden/X.cs is then found above the running assembly.
/// </remarks>
internal static class SourceFolder
{
    static readonly char[] Separators = ['/', '\\'];

    /// <inheritdoc cref="Of(string, string)"/>
    public static string Of(string sourceFile) => Of(sourceFile, AppContext.BaseDirectory);

    /// <exception cref="DirectoryNotFoundException">
    /// Neither at the recorded path nor above <paramref name="assemblyDirectory"/>. Writing there all the same would make a tree /_/ and
    /// every snapshot new.
    /// </exception>
    public static string Of(string sourceFile, string assemblyDirectory)
    {
        if (File.Exists(sourceFile))
            return Path.GetDirectoryName(Path.GetFullPath(sourceFile))!;

        // The longest tail first: X.cs alone may stand in more than one folder above.
        var parts = sourceFile.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        for (var skipped = 0; skipped < parts.Length; skipped++)
        {
            var tail = Path.Combine(parts[skipped..]);
            for (var root = new DirectoryInfo(assemblyDirectory); root is not null; root = root.Parent)
            {
                var candidate = Path.Combine(root.FullName, tail);
                if (File.Exists(candidate))
                    return Path.GetDirectoryName(candidate)!;
            }
        }

        throw new DirectoryNotFoundException($"The source file {sourceFile} is not here: snapshot tests run on the tree that they were built from.");
    }
}
