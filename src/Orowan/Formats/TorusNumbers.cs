using System.Text.Json;

namespace Orowan.Formats;

/// <summary>
/// The numbers from which cases on the torus with a known answer are made: one particle in an external potential, pairs, lattices, points
/// at which a potential has a closed form. A claim makes its own cases from them. Lengths are in units of the torus, whose side is 1.
/// </summary>
/// <param name="Count">n; even, from 2 to 64.</param>
/// <param name="Gap">A distance as a share of half the period it belongs to; in (0, 1).</param>
/// <param name="Delta">Length of a regularisation; in (0, 1].</param>
/// <param name="Amplitude">Strength of an external potential; in [0, 1].</param>
/// <param name="Time">Horizon in the case's own unit of time; in (0, 4].</param>
/// <param name="X1">First coordinate of a place; in (0, 1).</param>
/// <param name="X2">Second coordinate of a place; in (0, 1).</param>
public sealed record TorusNumbers(int Count, double Gap, double Delta, double Amplitude, double Time, double X1, double X2) : ISubject
{
    /// <summary>The potentials that the cases are made with; not part of the document.</summary>
    public TorusKernels Kernels { get; init; } = TorusKernels.Standard;

    /// <summary>The case as its JSON document.</summary>
    public override string ToString() => CaseFormat.ToJson(this);
}

/// <summary>The JSON of these numbers, <c>"system": "torus-numbers"</c>.</summary>
internal static class TorusNumbersFormat
{
    public const string System = "torus-numbers";

    private const int MostParticles = 64;

    /// <exception cref="InputException">A field is missing, unknown or not what <see cref="TorusNumbers"/> asks for.</exception>
    public static TorusNumbers Read(JsonCursor at)
    {
        at.WithOnly("system", "count", "gap", "delta", "amplitude", "time", "x1", "x2");
        return new(
            (int)at.Required("count").Within(c => c >= 2 && c <= MostParticles && c % 2 == 0, $"an even number in [2, {MostParticles}]"),
            at.Required("gap").Within(g => g is > 0 and < 1, "a number in (0, 1)"),
            at.Required("delta").Within(d => d is > 0 and <= 1, "a number in (0, 1]"),
            at.Required("amplitude").Within(a => a is >= 0 and <= 1, "a number in [0, 1]"),
            at.Required("time").Within(t => t is > 0 and <= 4, "a number in (0, 4]"),
            at.Required("x1").Within(x => x is > 0 and < 1, "a number in (0, 1)"),
            at.Required("x2").Within(x => x is > 0 and < 1, "a number in (0, 1)"));
    }

    public static void Write(Utf8JsonWriter writer, TorusNumbers subject)
    {
        writer.WriteStartObject();
        writer.WriteString("system", System);
        writer.WriteNumber("count", subject.Count);
        writer.WriteNumber("gap", subject.Gap);
        writer.WriteNumber("delta", subject.Delta);
        writer.WriteNumber("amplitude", subject.Amplitude);
        writer.WriteNumber("time", subject.Time);
        writer.WriteNumber("x1", subject.X1);
        writer.WriteNumber("x2", subject.X2);
        writer.WriteEndObject();
    }

    /// <summary>The number at <paramref name="at"/>, which must be in a range.</summary>
    /// <exception cref="InputException">It is not.</exception>
    internal static double Within(this JsonCursor at, Func<double, bool> allowed, string expected) =>
        at.Number() is var number && allowed(number) ? number : throw at.Expected(expected);
}
