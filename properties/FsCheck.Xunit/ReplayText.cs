using System.Globalization;

namespace FsCheck.Xunit;

/// <summary>The text of <see cref="PropertyAttribute.Replay"/>: seed, gamma and, for one case alone, its size.</summary>
internal readonly record struct ReplayText(Rnd Rnd, int? Size)
{
    /// <summary>Reads "(seed,gamma)", "(seed,gamma,size)" or either without parentheses.</summary>
    /// <exception cref="FormatException">The text is neither, or gamma is even.</exception>
    public static ReplayText Parse(string text)
    {
        var parts = Unwrapped(text.Trim()).Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length is not (2 or 3) || !Read(parts[0], out var seed) || !Read(parts[1], out var gamma) || gamma % 2 == 0)
            throw Malformed(text);
        if (parts.Length == 2)
            return new ReplayText(new Rnd(seed, gamma), null);
        return int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            ? new ReplayText(new Rnd(seed, gamma), size)
            : throw Malformed(text);
    }

    public override string ToString() =>
        Size is { } size
            ? string.Create(CultureInfo.InvariantCulture, $"({Rnd.Seed},{Rnd.Gamma},{size})")
            : string.Create(CultureInfo.InvariantCulture, $"({Rnd.Seed},{Rnd.Gamma})");

    private static string Unwrapped(string text) => text is ['(', .. var inner, ')'] ? inner : text;

    private static bool Read(string part, out ulong value) =>
        ulong.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    private static FormatException Malformed(string text) =>
        new($"Replay = \"{text}\" is not of the form \"(seed,gamma)\" or \"(seed,gamma,size)\" with whole numbers and an odd gamma.");
}
