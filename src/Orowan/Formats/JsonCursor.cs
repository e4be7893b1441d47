using System.Collections.Immutable;
using System.Text.Json;

namespace Orowan.Formats;

/// <summary>A value in a JSON document together with its path, so that every error names file, field and what was expected.</summary>
/// <remarks>Valid only while the document is open, that is inside the delegate of <see cref="JsonInput"/>.</remarks>
public sealed class JsonCursor
{
    private readonly JsonElement value;
    private readonly JsonCursor? parent;
    private readonly string? name;
    private readonly int index;

    internal JsonCursor(string source, JsonElement root)
    {
        Source = source;
        value = root;
    }

    private JsonCursor(JsonCursor parent, string name, JsonElement value)
        : this(parent.Source, value)
    {
        this.parent = parent;
        this.name = name;
    }

    private JsonCursor(JsonCursor parent, int index, JsonElement value)
        : this(parent.Source, value)
    {
        this.parent = parent;
        this.index = index;
    }

    /// <summary>The file, as its user named it.</summary>
    public string Source { get; }

    /// <summary>Such as <c>V.of.delta</c> or <c>x[3]</c>; empty for the whole document.</summary>
    public string Path => parent is null ? "" : name is null ? $"{parent.Path}[{index}]" : Below(parent.Path, name);

    public bool IsNull => value.ValueKind == JsonValueKind.Null;

    public bool IsObject => value.ValueKind == JsonValueKind.Object;

    public bool IsNumber => value.ValueKind == JsonValueKind.Number;

    public bool IsArray => value.ValueKind == JsonValueKind.Array;

    public bool IsEmptyArray => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0;

    /// <summary>The error <c>expected ..., found ...</c> at this field, with the value itself as what was found.</summary>
    public InputException Expected(string expected) => Expected(expected, Found());

    /// <summary>The error <c>expected ..., found ...</c> at this field.</summary>
    public InputException Expected(string expected, string found, Exception? cause = null) =>
        new(Source, Path, expected, $"expected {expected}, found {found}", cause);

    /// <summary>An error at this field in words of its own.</summary>
    public InputException Wrong(string expected, string problem) => new(Source, Path, expected, problem);

    /// <summary>This object, after a check that it has no field besides <paramref name="known"/>.</summary>
    /// <exception cref="InputException">The value is no object, or has another field.</exception>
    public JsonCursor WithOnly(params ReadOnlySpan<string> known)
    {
        foreach (var (field, _) in Fields())
        {
            if (known.Contains(field)) continue;
            var expected = $"one of: {string.Join(", ", known!)}";
            throw new InputException(Source, Below(Path, field), expected, $"unknown field; expected {expected}");
        }
        return this;
    }

    /// <summary>A field that must be there.</summary>
    /// <exception cref="InputException">The value is no object, or has no such field.</exception>
    public JsonCursor Required(string field) =>
        Optional(field) ?? throw new InputException(Source, Below(Path, field), "this field", "expected this field, found none");

    /// <summary>A field that may be left out; null when it is. JSON's <c>null</c> is a value, not a field left out.</summary>
    /// <exception cref="InputException">The value is no object.</exception>
    public JsonCursor? Optional(string field)
    {
        if (!IsObject) throw Expected("an object");
        return value.TryGetProperty(field, out var found) ? new(this, field, found) : null;
    }

    /// <summary>The fields of an object in their order, with their names.</summary>
    /// <exception cref="InputException">The value is no object, or a name is no text.</exception>
    public IEnumerable<(string Name, JsonCursor Value)> Fields()
    {
        if (!IsObject) throw Expected("an object");
        return value.EnumerateObject().Select(field => (NameOf(field), new JsonCursor(this, NameOf(field), field.Value)));
    }

    /// <summary>The elements of an array that has at least one.</summary>
    /// <exception cref="InputException">The value is no array, or is empty.</exception>
    public ImmutableArray<JsonCursor> Items(string expected = "an array")
    {
        var items = ImmutableArray.CreateBuilder<JsonCursor>(LengthOf(expected));
        foreach (var item in value.EnumerateArray()) items.Add(new(this, items.Count, item));
        return items.MoveToImmutable();
    }

    /// <summary>Whether this is an array whose first element is a number.</summary>
    public bool FirstIsNumber => IsArray && value.GetArrayLength() > 0 && value[0].ValueKind == JsonValueKind.Number;

    /// <exception cref="InputException">The value is no text.</exception>
    public string Text(string expected = "a text")
    {
        if (value.ValueKind != JsonValueKind.String) throw Expected(expected);
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException error)
        {
            throw Expected(expected, "half of a surrogate pair", error);
        }
    }

    /// <summary>A finite number; an overflow such as 1e400 is an error.</summary>
    public double Number(string expected = "a finite number")
    {
        if (value.ValueKind != JsonValueKind.Number) throw Expected(expected);
        var number = value.GetDouble();
        return double.IsFinite(number) ? number : throw Expected("a finite number");
    }

    /// <summary>A whole number; 1.0 and 1e0 are whole.</summary>
    public long WholeNumber(string expected = "an integer")
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var exact)) return exact;
        var number = Number(expected);
        // Beyond 2^53 a double no longer says which integer was meant.
        return double.IsInteger(number) && Math.Abs(number) <= 1L << 53 ? (long)number : throw Expected(expected);
    }

    /// <summary>An array of finite numbers, at least one.</summary>
    /// <remarks>The cursor of an element is made only for its error: a trajectory has millions of them.</remarks>
    public ImmutableArray<double> Numbers(string expected = "an array of numbers")
    {
        var numbers = ImmutableArray.CreateBuilder<double>(LengthOf(expected));
        foreach (var item in value.EnumerateArray())
        {
            var number = item.ValueKind == JsonValueKind.Number ? item.GetDouble() : double.NaN;
            numbers.Add(double.IsFinite(number) ? number : new JsonCursor(this, numbers.Count, item).Number());
        }
        return numbers.MoveToImmutable();
    }

    /// <summary>Element <paramref name="item"/> of this array.</summary>
    public JsonCursor Element(int item) => new(this, item, value[item]);

    /// <summary>The error of element <paramref name="item"/> of this array.</summary>
    public InputException ExpectedAt(int item, string expected) => new JsonCursor(this, item, value[item]).Expected(expected);

    /// <summary>The first field, in the order of the text, whose name stood before in the same object; null when there is none.</summary>
    internal JsonCursor? FirstRepeatedField()
    {
        if (value.ValueKind == JsonValueKind.Array)
            return value.GetArrayLength() == 0 ? null : Items().Select(i => i.FirstRepeatedField()).FirstOrDefault(r => r is not null);
        if (!IsObject) return null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Fields().Select(f => seen.Add(f.Name) ? f.Value.FirstRepeatedField() : f.Value).FirstOrDefault(r => r is not null);
    }

    private static string Below(string path, string field)
    {
        var text = MessageText.Short(field);
        // A name with a dot or a blank in it would read as another path.
        if (text.Length == 0 || !text.All(c => char.IsLetterOrDigit(c) || c is '_' or '-')) return $"{path}[\"{text}\"]";
        return path.Length == 0 ? text : $"{path}.{text}";
    }

    private int LengthOf(string expected)
    {
        if (value.ValueKind != JsonValueKind.Array) throw Expected(expected);
        var length = value.GetArrayLength();
        return length > 0 ? length : throw Expected($"{expected}, at least one", "an empty array");
    }

    private string NameOf(JsonProperty field)
    {
        try
        {
            return field.Name;
        }
        catch (InvalidOperationException error)
        {
            throw Expected("names of fields that are text", "half of a surrogate pair", error);
        }
    }

    private string Found() => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => $"an array of {value.GetArrayLength()}",
        JsonValueKind.String => $"the text {MessageText.Short(value.GetRawText())}",
        _ => MessageText.Short(value.GetRawText()),
    };
}
