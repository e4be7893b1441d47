using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Orowan.Formats;

/// <summary>
/// JSON laid out for people: two blanks per level, LF; an array of plain values stands on one line whatever its length, and so does
/// everything else that is short. The same value gives the same bytes; numbers keep the digits that they were written with.
/// </summary>
public static class JsonOutput
{
    /// <summary>An object, or an array of more than plain values, longer than this goes over several lines.</summary>
    private const int LongestLine = 100;

    private static readonly JsonWriterOptions Plain = new()
    {
        // The files are read by people and programs, not put into web pages: "0.1+a" stays as it is.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = false,
    };

    /// <summary>The document that <paramref name="write"/> writes, laid out, with a line end after it.</summary>
    public static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        var plain = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(plain, Plain)) write(writer);
        using var document = JsonDocument.Parse(plain.WrittenMemory, new JsonDocumentOptions { MaxDepth = JsonInput.DeepestNesting });
        var laidOut = new ArrayBufferWriter<byte>(plain.WrittenCount);
        Lay(document.RootElement, 0, laidOut);
        laidOut.Write("\n"u8);
        return laidOut.WrittenSpan.ToArray();
    }

    /// <summary>The same as text.</summary>
    public static string Text(Action<Utf8JsonWriter> write) => Encoding.UTF8.GetString(Bytes(write));

    /// <summary>The same to a stream, in one go: when <paramref name="write"/> fails nothing has been written.</summary>
    public static void To(Stream stream, Action<Utf8JsonWriter> write) => stream.Write(Bytes(write));

    /// <summary>A field that is an array of numbers.</summary>
    /// <exception cref="ArgumentException">A number is not finite: JSON has no word for it.</exception>
    public static void WriteNumbers(this Utf8JsonWriter writer, string field, ReadOnlySpan<double> numbers)
    {
        writer.WritePropertyName(field);
        writer.WriteNumbers(numbers);
    }

    /// <summary>An array of numbers.</summary>
    public static void WriteNumbers(this Utf8JsonWriter writer, ReadOnlySpan<double> numbers)
    {
        writer.WriteStartArray();
        foreach (var number in numbers) writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }

    /// <summary>A field that is an array of whole numbers.</summary>
    public static void WriteIntegers(this Utf8JsonWriter writer, string field, ReadOnlySpan<int> numbers)
    {
        writer.WritePropertyName(field);
        writer.WriteIntegers(numbers);
    }

    /// <summary>An array of whole numbers.</summary>
    public static void WriteIntegers(this Utf8JsonWriter writer, ReadOnlySpan<int> numbers)
    {
        writer.WriteStartArray();
        foreach (var number in numbers) writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }

    private static void Lay(JsonElement value, int level, ArrayBufferWriter<byte> to)
    {
        if (value.ValueKind == JsonValueKind.Object) LayObject(value, level, to);
        else if (value.ValueKind == JsonValueKind.Array) LayArray(value, level, to);
        else to.Write(JsonMarshal.GetRawUtf8Value(value));
    }

    private static void LayObject(JsonElement value, int level, ArrayBufferWriter<byte> to)
    {
        var oneLine = FitsOneLine(value);
        var first = true;
        to.Write("{"u8);
        foreach (var field in value.EnumerateObject())
        {
            Separate(oneLine, first, level + 1, to);
            first = false;
            to.Write("\""u8);
            to.Write(JsonMarshal.GetRawUtf8PropertyName(field));
            to.Write("\": "u8);
            Lay(field.Value, level + 1, to);
        }
        if (!oneLine) NewLine(level, to);
        to.Write("}"u8);
    }

    private static void LayArray(JsonElement value, int level, ArrayBufferWriter<byte> to)
    {
        var oneLine = FitsOneLine(value) || value.EnumerateArray().All(IsPlain);
        var first = true;
        to.Write("["u8);
        foreach (var item in value.EnumerateArray())
        {
            Separate(oneLine, first, level + 1, to);
            first = false;
            Lay(item, level + 1, to);
        }
        if (!oneLine) NewLine(level, to);
        to.Write("]"u8);
    }

    private static void Separate(bool oneLine, bool first, int level, ArrayBufferWriter<byte> to)
    {
        if (!first) to.Write(oneLine ? ", "u8 : ","u8);
        if (!oneLine) NewLine(level, to);
    }

    private static void NewLine(int level, ArrayBufferWriter<byte> to)
    {
        to.Write("\n"u8);
        for (var i = 0; i < level; i++) to.Write("  "u8);
    }

    private static bool FitsOneLine(JsonElement value) => JsonMarshal.GetRawUtf8Value(value).Length <= LongestLine;

    private static bool IsPlain(JsonElement value) => value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array);
}
