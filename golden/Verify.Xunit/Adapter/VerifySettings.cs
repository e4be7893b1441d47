using System.Buffers;

namespace VerifyTests;

/// <summary>Compares two texts that both have LF line ends.</summary>
public delegate Task<CompareResult> StringCompare(string received, string verified, IReadOnlyDictionary<string, object> context);

/// <summary>What a comparer found.</summary>
public sealed record CompareResult(bool IsEqual, string? Message = null)
{
    public static CompareResult Equal { get; } = new(true);

    public static CompareResult NotEqual(string? message = null) => new(false, message);
}

/// <summary>Where a snapshot stands, what it is called and how it is compared.</summary>
public sealed class VerifySettings
{
    // The characters that some file system refuses: a name made on one must check out on all.
    static readonly SearchValues<char> NeverInFileNames = SearchValues.Create("/\\:*?\"<>|");

    internal string? Directory { get; private set; }

    internal string? FileName { get; private set; }

    internal StringCompare? StringComparer { get; private set; }

    /// <summary>What the comparer is given besides the two texts.</summary>
    public Dictionary<string, object> Context { get; } = new(System.StringComparer.Ordinal);

    /// <summary>A directory, relative to that of the test's source file, or absolute.</summary>
    public VerifySettings UseDirectory(string directory)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        Directory = directory;
        return this;
    }

    /// <summary>A name in place of Class.Method, without <c>.verified.txt</c>.</summary>
    /// <exception cref="ArgumentException">Empty, or with a character that not every file system takes.</exception>
    public VerifySettings UseFileName(string fileName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        if (fileName.AsSpan().IndexOfAny(NeverInFileNames) >= 0)
            throw new ArgumentException($"'{fileName}' holds a character that not every file system takes", nameof(fileName));
        FileName = fileName;
        return this;
    }

    /// <summary>A comparer in place of equality of the bytes.</summary>
    public VerifySettings UseStringComparer(StringCompare compare)
    {
        StringComparer = compare;
        return this;
    }
}
