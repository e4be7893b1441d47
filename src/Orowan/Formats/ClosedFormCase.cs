using System.Text.Json;
using Orowan.Potentials;

namespace Orowan.Formats;

/// <summary>
/// The numbers from which the exactly solvable cases of paper A are made: two or three particles, Hermite zeros, walls. A claim makes its
/// own cases from them and has the solver run those. All quantities are dimensionless.
/// </summary>
/// <param name="Count">n, ghosts included: a closed form about two particles has n - 2 ghosts beside them. At least 3.</param>
/// <param name="Gap">The length of the case, such as the initial distance of a pair; positive.</param>
/// <param name="Centre">Where the particles are.</param>
/// <param name="Delta">A second, smaller length as a share of <paramref name="Gap"/>, such as that of a regularisation; in (0, 1].</param>
/// <param name="Time">Horizon in the case's own unit of time, mostly the square of <paramref name="Gap"/>; positive.</param>
public sealed record ClosedFormCase(int Count, double Gap, double Centre, double Delta, double Time) : ISubject
{
    /// <summary>The wall potential of A, section 1.2; not part of the document, so that a broken one can take its place.</summary>
    public Potential Wall { get; init; } = new WallPotential();

    /// <summary>The case as its JSON document.</summary>
    public override string ToString() => CaseFormat.ToJson(this);
}

/// <summary>The JSON of a case with a closed form, <c>"system": "closed-form"</c>.</summary>
internal static class ClosedFormCaseFormat
{
    public const string System = "closed-form";

    private const int MostParticles = 1000;

    /// <exception cref="InputException">A field is missing, unknown or not what <see cref="ClosedFormCase"/> asks for.</exception>
    public static ClosedFormCase Read(JsonCursor at)
    {
        at.WithOnly("system", "count", "gap", "centre", "delta", "time");
        return new(
            (int)Within(at.Required("count"), c => c >= 3 && c <= MostParticles && c == Math.Floor(c), $"a whole number in [3, {MostParticles}]"),
            Within(at.Required("gap"), g => g > 0, "a number larger than 0"),
            at.Required("centre").Number(),
            Within(at.Required("delta"), d => d is > 0 and <= 1, "a number in (0, 1]"),
            Within(at.Required("time"), t => t > 0, "a number larger than 0"));
    }

    public static void Write(Utf8JsonWriter writer, ClosedFormCase subject)
    {
        writer.WriteStartObject();
        writer.WriteString("system", System);
        writer.WriteNumber("count", subject.Count);
        writer.WriteNumber("gap", subject.Gap);
        writer.WriteNumber("centre", subject.Centre);
        writer.WriteNumber("delta", subject.Delta);
        writer.WriteNumber("time", subject.Time);
        writer.WriteEndObject();
    }

    private static double Within(JsonCursor at, Func<double, bool> allowed, string expected) =>
        at.Number() is var number && allowed(number) ? number : throw at.Expected(expected);
}
