using System.Text.Json;

namespace Orowan.Formats;

/// <summary>
/// The numbers from which the short dipoles of B, section 4, are made: for each n of a ladder n/2 dipoles at jittered equidistant centres,
/// with half widths within the regularisation delta = n^-p, on the circle, in the plane or on slip planes. A claim makes its own cases from
/// them. Lengths are in units of the torus, whose side is 1.
/// </summary>
/// <param name="Pairs">Number of dipoles on the first rung; from 2 to 16.</param>
/// <param name="Jitter">How far centres are moved, as a share of a quarter of their distance; in [0, 1].</param>
/// <param name="Width">Largest half width as a share of the slow manifold's; in (0, 1].</param>
/// <param name="Power">p of delta = n^-p; in [1, 6].</param>
/// <param name="Amplitude">Strength of the external potential; in [0, 1].</param>
/// <param name="Pattern">Which jitter and which signs of the half widths; from 0 to 999.</param>
/// <param name="Time">Horizon; in (0, 2].</param>
public sealed record ShortDipoles(int Pairs, double Jitter, double Width, double Power, double Amplitude, int Pattern, double Time) : ISubject
{
    /// <summary>The potentials that the cases are made with; not part of the document.</summary>
    public TorusKernels Kernels { get; init; } = TorusKernels.Standard;

    /// <summary>The case as its JSON document.</summary>
    public override string ToString() => CaseFormat.ToJson(this);
}

/// <summary>The JSON of these numbers, <c>"system": "short-dipoles"</c>.</summary>
internal static class ShortDipolesFormat
{
    public const string System = "short-dipoles";

    /// <exception cref="InputException">A field is missing, unknown or not what <see cref="ShortDipoles"/> asks for.</exception>
    public static ShortDipoles Read(JsonCursor at)
    {
        at.WithOnly("system", "pairs", "jitter", "width", "power", "amplitude", "pattern", "time");
        return new(
            (int)at.Required("pairs").Within(c => c is >= 2 and <= 16 && c == Math.Floor(c), "a whole number in [2, 16]"),
            at.Required("jitter").Within(j => j is >= 0 and <= 1, "a number in [0, 1]"),
            at.Required("width").Within(w => w is > 0 and <= 1, "a number in (0, 1]"),
            at.Required("power").Within(p => p is >= 1 and <= 6, "a number in [1, 6]"),
            at.Required("amplitude").Within(a => a is >= 0 and <= 1, "a number in [0, 1]"),
            (int)at.Required("pattern").Within(k => k is >= 0 and <= 999 && k == Math.Floor(k), "a whole number in [0, 999]"),
            at.Required("time").Within(t => t is > 0 and <= 2, "a number in (0, 2]"));
    }

    public static void Write(Utf8JsonWriter writer, ShortDipoles subject)
    {
        writer.WriteStartObject();
        writer.WriteString("system", System);
        writer.WriteNumber("pairs", subject.Pairs);
        writer.WriteNumber("jitter", subject.Jitter);
        writer.WriteNumber("width", subject.Width);
        writer.WriteNumber("power", subject.Power);
        writer.WriteNumber("amplitude", subject.Amplitude);
        writer.WriteNumber("pattern", subject.Pattern);
        writer.WriteNumber("time", subject.Time);
        writer.WriteEndObject();
    }
}
