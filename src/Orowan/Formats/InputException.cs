namespace Orowan.Formats;

/// <summary>Input from outside that cannot be used. The message is one line that names file, field and what was expected.</summary>
public sealed class InputException : Exception
{
    public InputException()
        : this("input that cannot be used")
    {
    }

    /// <summary>A whole message; it is made one line.</summary>
    public InputException(string message)
        : this(message, null)
    {
    }

    /// <summary>A whole message; it is made one line.</summary>
    public InputException(string message, Exception? cause)
        : base(MessageText.OneLine(message), cause)
    {
    }

    /// <summary>The message <c>source: field: problem</c>; the field is left out where it is the whole document.</summary>
    /// <param name="source">The file, as its user named it.</param>
    /// <param name="field">Path of the field, such as <c>V.of.delta</c> or <c>x[3]</c>; empty for the whole document.</param>
    /// <param name="expected">What would have been right.</param>
    /// <param name="problem">The sentence that the reader sees; it says what was expected.</param>
    /// <param name="cause">The exception that this one explains.</param>
    public InputException(string source, string field, string expected, string problem, Exception? cause = null)
        : this(field.Length == 0 ? $"{source}: {problem}" : $"{source}: {field}: {problem}", cause)
    {
        Source = source;
        Field = field;
        Expected = expected;
    }

    /// <summary>Path of the field; empty when the whole document is meant.</summary>
    public string Field { get; } = "";

    /// <summary>What would have been right.</summary>
    public string Expected { get; } = "";

    /// <summary>The error of a file as a whole: <c>source: expected E, found F</c>.</summary>
    internal static InputException OfFile(string source, string expected, string found, Exception? cause = null) =>
        new(source, "", expected, $"expected {expected}, found {found}", cause);
}
