namespace Orowan.Formats;

/// <summary>Files that are written whole or not at all.</summary>
public static class AtomicFile
{
    /// <summary>
    /// Writes the file <paramref name="path"/> through a temporary file beside it, which then takes its name: an interrupted write leaves
    /// the old file or the new one. What <paramref name="write"/> throws is passed on, and the temporary file is gone.
    /// </summary>
    /// <exception cref="InputException">No such directory, no permission, a directory of that name, or no space.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        if (path.Length == 0) throw InputException.OfFile("(no name)", "the name of a file to write", "an empty name");
        if (Directory.Exists(path)) throw InputException.OfFile(path, "a file to write", "a directory");
        try
        {
            if (IsDevice(Path.GetFullPath(path))) WriteThrough(path, write);
            else WriteBeside(Target(path), write);
        }
        catch (DirectoryNotFoundException error)
        {
            throw InputException.OfFile(path, "a place to write, in a directory that exists", "none", error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw InputException.OfFile(path, "a place to write", "one without the permission to", error);
        }
        catch (IOException error)
        {
            throw InputException.OfFile(path, "a place to write", MessageText.WithoutFile(error), error);
        }
    }

    private static void WriteBeside(string target, Action<Stream> write)
    {
        // Beside the target and not in the folder for temporary files: a rename is atomic within one file system only.
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            Remove(temporary);
            throw;
        }
    }

    /// <summary>The first error is the one to show, so a failure to remove is not thrown over it.</summary>
    private static void Remove(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The directory went away or became read-only meanwhile; there is nothing left to do.
        }
    }

    /// <summary>The file behind a link: the link itself stays.</summary>
    private static string Target(string path) => new FileInfo(path).LinkTarget is null
        ? Path.GetFullPath(path)
        : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;

    /// <summary>A terminal, a pipe or the null device must not be replaced by a file.</summary>
    private static bool IsDevice(string target) =>
        !OperatingSystem.IsWindows()
        && (string.Equals(Path.GetDirectoryName(target), "/dev", StringComparison.Ordinal)
            || target.StartsWith("/dev/fd/", StringComparison.Ordinal)
            || target.StartsWith("/dev/pts/", StringComparison.Ordinal)
            || target.StartsWith("/proc/", StringComparison.Ordinal));

    private static void WriteThrough(string device, Action<Stream> write)
    {
        using var stream = new FileStream(device, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        write(stream);
    }
}
