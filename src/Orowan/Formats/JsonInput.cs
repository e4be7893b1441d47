using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Orowan.Formats;

/// <summary>JSON from outside: read within a limit, parsed strictly (no comments, no trailing commas, no field twice).</summary>
public static class JsonInput
{
    /// <summary>The largest document that is read, in MiB.</summary>
    public const int LargestMebibytes = 256;

    /// <summary>The deepest nesting of objects and arrays that is read.</summary>
    /// <remarks>A potential may nest 32 deep; a sum takes two levels of JSON for one of the potential.</remarks>
    public const int DeepestNesting = 128;

    private const int LargestBytes = LargestMebibytes << 20;

    private static readonly JsonDocumentOptions Strict = new()
    {
        AllowDuplicateProperties = false,
        AllowTrailingCommas = false,
        CommentHandling = JsonCommentHandling.Disallow,
        MaxDepth = DeepestNesting,
    };

    /// <summary>What <paramref name="read"/> makes of the document in the file <paramref name="path"/>.</summary>
    /// <exception cref="InputException">The file cannot be read, is not JSON, or <paramref name="read"/> refuses it.</exception>
    public static T ReadFile<T>(string path, Func<JsonCursor, T> read) => Parse(Bytes(path), path, read);

    /// <summary>The same of <paramref name="json"/>, called <paramref name="name"/> in errors.</summary>
    /// <exception cref="InputException">The bytes are not JSON, or <paramref name="read"/> refuses the document.</exception>
    public static T Parse<T>(ReadOnlyMemory<byte> json, string name, Func<JsonCursor, T> read)
    {
        if (json.Length > LargestBytes) throw TooLarge(name);
        if (json.Span.StartsWith(Encoding.UTF8.Preamble)) json = json[Encoding.UTF8.Preamble.Length..];
        if (json.IsEmpty) throw InputException.OfFile(name, "a JSON object", "an empty file");
        if (json.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0) throw InputException.OfFile(name, "a JSON object", "white space only");
        if (!Utf8.IsValid(json.Span)) throw NotUtf8(json.Span, name);
        using var document = Document(json, name);
        return read(new JsonCursor(name, document.RootElement));
    }

    private static JsonDocument Document(ReadOnlyMemory<byte> json, string name)
    {
        try
        {
            return JsonDocument.Parse(json, Strict);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            if (error is JsonException { LineNumber: not null } malformed) throw Malformed(malformed, name);
            throw RepeatedField(json, name, error)
                ?? InputException.OfFile(name, "well-formed JSON", WithoutPlace(error.Message), error);
        }
    }

    /// <summary>The parser knows no path for a field that stands twice: parse again without that rule, and search.</summary>
    private static InputException? RepeatedField(ReadOnlyMemory<byte> json, string name, Exception cause)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict with { AllowDuplicateProperties = true });
            var repeated = new JsonCursor(name, document.RootElement).FirstRepeatedField();
            return repeated is null
                ? null
                : new(name, repeated.Path, "each field once", "expected each field once, found this one twice", cause);
        }
        catch (JsonException malformed)
        {
            return Malformed(malformed, name);
        }
    }

    private static InputException Malformed(JsonException error, string name)
    {
        var place = $"line {error.LineNumber + 1}, position {error.BytePositionInLine + 1}";
        var problem = error.Message.Contains("depth of", StringComparison.Ordinal)
            ? $"expected at most {DeepestNesting} nested objects and arrays, found more"
            : $"expected well-formed JSON: {WithoutPlace(error.Message)}";
        return new(name, place, "well-formed JSON", problem, error);
    }

    /// <summary>
    /// The parser appends the place, counted from 0, to its message; here it stands in front, counted from 1. Its advice to the programmer
    /// is none to who wrote the file.
    /// </summary>
    private static string WithoutPlace(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end])
            .Replace(" which is not supported in this mode. Change the reader options", "", StringComparison.Ordinal)
            .TrimEnd('.', ' ');
    }

    private static InputException NotUtf8(ReadOnlySpan<byte> json, string name)
    {
        var valid = 0;
        while (Rune.DecodeFromUtf8(json[valid..], out _, out var length) == System.Buffers.OperationStatus.Done) valid += length;
        var line = json[..valid].Count((byte)'\n') + 1;
        var position = valid - json[..valid].LastIndexOf((byte)'\n');
        return new(name, $"line {line}, position {position}", "UTF-8", $"expected UTF-8, found the byte 0x{json[valid]:X2}");
    }

    private static byte[] Bytes(string path)
    {
        if (path.Length == 0) throw InputException.OfFile("(no name)", "the name of a file", "an empty name");
        if (Directory.Exists(path)) throw InputException.OfFile(path, "a file", "a directory");
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return Bytes(file, path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw InputException.OfFile(path, "a file", "none of this name", error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw InputException.OfFile(path, "a file that can be read", "one without the permission to", error);
        }
        catch (IOException error)
        {
            throw InputException.OfFile(path, "a file that can be read", MessageText.WithoutFile(error), error);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            throw InputException.OfFile(path, "the name of a file", "another text", error);
        }
    }

    /// <summary>Reads to the end or the limit: the length of a pipe is not known, and a device may have no end.</summary>
    private static byte[] Bytes(FileStream file, string path)
    {
        if (file.CanSeek && file.Length > LargestBytes) throw TooLarge(path);
        using var bytes = new MemoryStream(file.CanSeek ? (int)file.Length : 0);
        var buffer = new byte[1 << 16];
        while (file.Read(buffer) is > 0 and var read)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > LargestBytes) throw TooLarge(path);
        }
        return bytes.ToArray();
    }

    private static InputException TooLarge(string name) => InputException.OfFile(name, $"at most {LargestMebibytes} MiB", "more");
}
