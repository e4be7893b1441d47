namespace Orowan.Audit;

/// <summary>The commit that a folder's work tree stands on, read from the repository's own files.</summary>
internal static class GitCommit
{
    /// <summary>What stands in a report when the commit cannot be read.</summary>
    public const string Unknown = "unknown";

    /// <summary>The commit of the nearest work tree around <paramref name="folder"/>, or <see cref="Unknown"/>.</summary>
    public static string Of(string folder)
    {
        try
        {
            return Repository(folder) is { } repository && Head(repository) is { } commit && IsHash(commit) ? commit : Unknown;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Unknown;
        }
    }

    private static string? Repository(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var git = Path.Combine(at.FullName, ".git");
            if (Directory.Exists(git)) return git;
            // A linked work tree has a file that says where its repository is.
            if (File.Exists(git)) return After("gitdir:", File.ReadAllText(git)) is { } place ? Path.GetFullPath(place, at.FullName) : null;
        }
        return null;
    }

    private static string? Head(string repository)
    {
        var head = File.ReadAllText(Path.Combine(repository, "HEAD")).Trim();
        if (After("ref:", head) is not { } name) return head;
        var link = Path.Combine(repository, "commondir");
        var common = File.Exists(link) ? Path.GetFullPath(File.ReadAllText(link).Trim(), repository) : repository;
        return new[] { repository, common }.Select(place => Path.Combine(place, name)).FirstOrDefault(File.Exists) is { } file
            ? File.ReadAllText(file).Trim()
            : Packed(Path.Combine(common, "packed-refs"), name);
    }

    private static string? Packed(string file, string name) =>
        !File.Exists(file)
            ? null
            : File.ReadLines(file)
                .Select(line => line.Split(' '))
                .FirstOrDefault(parts => parts is [_, var known] && string.Equals(known, name, StringComparison.Ordinal))?[0];

    private static string? After(string prefix, string text) =>
        text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..].Trim() : null;

    private static bool IsHash(string text) => text.Length is 40 or 64 && text.All(char.IsAsciiHexDigit);
}
