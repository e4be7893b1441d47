using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;
using Orowan.Golden;
using VerifyTests;

namespace VerifyXunit;

/// <summary>Compares a text with the verified one that stands beside the test.</summary>
public static class Verifier
{
    // Strict: a replacement character would make two different broken texts equal.
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Case is ignored although paths here may heed it: on a file system that does not, the second snapshot overwrites the first.
    static readonly ConcurrentDictionary<string, byte> Used = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Compares <paramref name="text"/>, with its line ends made LF, with <c>Class.Method.verified.txt</c>. Unless they are equal,
    /// <c>Class.Method.received.txt</c> is written beside it, on CI as anywhere; if they are, one left by an earlier run is deleted.
    /// </summary>
    /// <exception cref="VerifyException">The verified file is missing, differs, or is not UTF-8 without BOM and CR.</exception>
    /// <exception cref="InvalidOperationException">The same snapshot was verified before in this process, or no test is running.</exception>
    public static async Task Verify(string text, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "")
    {
        settings ??= new VerifySettings();
        var prefix = Prefix(settings, sourceFile);
        if (!Used.TryAdd(prefix, 0))
            throw new InvalidOperationException($"The prefix has already been used: {prefix}. Give each call its own name with UseFileName.");

        var received = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var result = CompareResult.NotEqual();
        try
        {
            result = await Compare(received, prefix + ".verified.txt", settings);
        }
        finally
        {
            // In the finally: a comparer that throws must not take the evidence with it.
            await Leave(prefix + ".received.txt", result.IsEqual ? null : received);
        }

        if (!result.IsEqual)
            throw new VerifyException(Message(prefix, result));
    }

    static string Prefix(VerifySettings settings, string sourceFile)
    {
        var directory = settings.Directory is { } given && Path.IsPathRooted(given)
            ? given
            : Path.Combine(SourceFolder.Of(sourceFile), settings.Directory ?? ".");
        return Path.Combine(Path.GetFullPath(directory), settings.FileName ?? SnapshotNameAttribute.DefaultFor(UseVerifyAttribute.GetMethod()));
    }

    static async Task<CompareResult> Compare(string received, string verifiedPath, VerifySettings settings)
    {
        if (!File.Exists(verifiedPath))
            return CompareResult.NotEqual("New: there is no verified file.");

        // Not ReadAllText, which swallows a BOM.
        var verified = Utf8.GetString(await File.ReadAllBytesAsync(verifiedPath));
        if (verified.StartsWith('\uFEFF'))
            return CompareResult.NotEqual("The verified file begins with a byte order mark; snapshots are UTF-8 without one.");
        if (verified.Contains('\r', StringComparison.Ordinal))
            return CompareResult.NotEqual("The verified file holds a carriage return; put `*.verified.* text eol=lf` into .gitattributes.");

        // The package asks its comparer only about unequal texts. A golden without the header that its comparer needs
        // would then pass on the machine that made it and fail on the next.
        return settings.StringComparer is { } compare
            ? await compare(received, verified, settings.Context)
            : CompareLines(received, verified);
    }

    static CompareResult CompareLines(string received, string verified)
    {
        if (string.Equals(received, verified, StringComparison.Ordinal))
            return CompareResult.Equal;
        var (a, b) = (received.Split('\n'), verified.Split('\n'));
        var line = 0;
        while (line < a.Length && line < b.Length && string.Equals(a[line], b[line], StringComparison.Ordinal))
            line++;
        return CompareResult.NotEqual($"Line {line + 1}\n  received: {LineOrEnd(a, line)}\n  verified: {LineOrEnd(b, line)}");
    }

    static string LineOrEnd(string[] lines, int line) => line < lines.Length ? $"\"{lines[line]}\"" : "the end of the text";

    static async Task Leave(string receivedPath, string? received)
    {
        if (received is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(receivedPath)!);
            await File.WriteAllTextAsync(receivedPath, received, Utf8);
        }
        else if (File.Exists(receivedPath))
        {
            File.Delete(receivedPath);
        }
    }

    static string Message(string prefix, CompareResult result) =>
        $"""
        Directory: {Path.GetDirectoryName(prefix)}
          - Received: {Path.GetFileName(prefix)}.received.txt
            Verified: {Path.GetFileName(prefix)}.verified.txt
        {result.Message ?? "NotEqual."}
        If the received file is right, accept it: orowan golden accept
        """;
}
