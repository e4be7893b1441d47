using System.Collections.Immutable;
using System.Text.Json;

namespace Orowan.Formats;

/// <summary>The JSON of subjects: a case, a pair or a ladder of cases, or a pair of potentials.</summary>
public static class CaseFormat
{
    private const string Potentials = "potentials";

    private static readonly ImmutableArray<(string Name, Func<JsonCursor, ISubject> Read)> Systems =
    [
        (LineCaseFormat.System, LineCaseFormat.Read),
        (TorusCaseFormat.System, TorusCaseFormat.Read),
        (DensityCaseFormat.System, DensityCaseFormat.Read),
        (GromaBaloghCaseFormat.System, GromaBaloghCaseFormat.Read),
        (Potentials, ReadPotentials),
        (ClosedFormCaseFormat.System, ClosedFormCaseFormat.Read),
        (MeasurePairFormat.OnLine, MeasurePairFormat.ReadLine),
        (MeasurePairFormat.OnTorus, MeasurePairFormat.ReadTorus),
        (DensityFormat.System, DensityFormat.Read),
        (StepFunctionPairFormat.System, StepFunctionPairFormat.Read),
        (TorusPotentialPairFormat.System, TorusPotentialPairFormat.Read),
        (TorusNumbersFormat.System, TorusNumbersFormat.Read),
        (ShortDipolesFormat.System, ShortDipolesFormat.Read),
        (TrigonometricPairFormat.System, TrigonometricPairFormat.Read),
    ];

    /// <summary>The subject in the file <paramref name="path"/>.</summary>
    /// <exception cref="InputException">The file cannot be read or is no subject; the message names file and field.</exception>
    public static ISubject ReadSubject(string path) => JsonInput.ReadFile(path, Read);

    /// <summary>The subject in <paramref name="json"/>, called <paramref name="name"/> in errors.</summary>
    /// <exception cref="InputException">The bytes are no subject; the message names file, field and what was expected.</exception>
    public static ISubject ParseSubject(ReadOnlyMemory<byte> json, string name) => JsonInput.Parse(json, name, Read);

    /// <summary>Writes <paramref name="subject"/>; nothing is written when it has no JSON.</summary>
    /// <exception cref="ArgumentException">The subject has no JSON, or holds a number that is not finite.</exception>
    public static void Write(Stream stream, ISubject subject) => JsonOutput.To(stream, writer => Write(writer, subject));

    /// <summary>The document of <paramref name="subject"/>, the same text as <see cref="Write(Stream, ISubject)"/> writes.</summary>
    /// <exception cref="ArgumentException">The subject has no JSON, or holds a number that is not finite.</exception>
    public static string ToJson(ISubject subject) => JsonOutput.Text(writer => Write(writer, subject));

    /// <summary>The subject at <paramref name="at"/>, for documents that hold one among other things.</summary>
    /// <exception cref="InputException">The value is no subject.</exception>
    public static ISubject Read(JsonCursor at)
    {
        if (at.Optional("pair") is { } pair) return ReadPair(at, pair);
        if (at.Optional("ladder") is { } ladder) return ReadLadder(at, ladder);
        if (at.Optional("system") is { } system) return ReadSystem(at, system, Systems);
        throw at.Expected("an object with the field system, pair or ladder", "none of them");
    }

    /// <summary>Writes <paramref name="subject"/> as one value, for documents that hold it among other things.</summary>
    /// <exception cref="ArgumentException">The subject has no JSON, or holds a number that is not finite.</exception>
    public static void Write(Utf8JsonWriter writer, ISubject subject)
    {
        switch (subject)
        {
            case LineCase line: LineCaseFormat.Write(writer, line); break;
            case TorusCase torus: TorusCaseFormat.Write(writer, torus); break;
            case DensityCase density: DensityCaseFormat.Write(writer, density); break;
            case GromaBaloghCase density: GromaBaloghCaseFormat.Write(writer, density); break;
            case PotentialPair potentials: WritePotentials(writer, potentials); break;
            case ClosedFormCase closed: ClosedFormCaseFormat.Write(writer, closed); break;
            case LineMeasures measures: MeasurePairFormat.Write(writer, measures); break;
            case TorusMeasures measures: MeasurePairFormat.Write(writer, measures); break;
            case TorusDensity density: DensityFormat.Write(writer, density); break;
            case StepFunctionPair functions: StepFunctionPairFormat.Write(writer, functions); break;
            case TorusPotentialPair torusPair: TorusPotentialPairFormat.Write(writer, torusPair); break;
            case TorusNumbers numbers: TorusNumbersFormat.Write(writer, numbers); break;
            case ShortDipoles dipoles: ShortDipolesFormat.Write(writer, dipoles); break;
            case TrigonometricPair functions: TrigonometricPairFormat.Write(writer, functions); break;
            case Pair<LineCase> pair: WriteList(writer, "pair", [pair.First, pair.Second]); break;
            case Ladder<LineCase> ladder: WriteList(writer, "ladder", ladder.Rungs); break;
            case Pair<TorusCase> pair: WriteList(writer, "pair", [pair.First, pair.Second]); break;
            case Ladder<TorusCase> ladder: WriteList(writer, "ladder", ladder.Rungs); break;
            case Ladder<GromaBaloghCase> ladder: WriteList(writer, "ladder", ladder.Rungs); break;
            default: throw new ArgumentException($"A subject of type {subject.GetType()} has no JSON.", nameof(subject));
        }
    }

    private static ISubject ReadSystem(
        JsonCursor at, JsonCursor system, ImmutableArray<(string Name, Func<JsonCursor, ISubject> Read)> known)
    {
        var name = system.Text("the name of a system, a text");
        foreach (var entry in known)
        {
            if (string.Equals(entry.Name, name, StringComparison.Ordinal)) return entry.Read(at);
        }
        var names = string.Join(", ", known.Select(entry => entry.Name));
        throw system.Wrong($"one of: {names}", $"system '{MessageText.Short(name)}' is not known to this version; known: {names}");
    }

    private static ISubject ReadPair(JsonCursor at, JsonCursor pair)
    {
        at.WithOnly("pair");
        var members = pair.Items("an array of two cases");
        if (members.Length != 2) throw pair.Expected("an array of two cases");
        return ReadCase(members[0]) switch
        {
            TorusCase first => new Pair<TorusCase>(first, ReadLike(first, members[1])),
            LineCase first => new Pair<LineCase>(first, ReadLike(first, members[1])),
            _ => throw members[0].Expected("a case that can stand in a pair"),
        };
    }

    private static ISubject ReadLadder(JsonCursor at, JsonCursor ladder)
    {
        at.WithOnly("ladder");
        var rungs = ladder.Items("an array of cases");
        return ReadCase(rungs[0]) switch
        {
            TorusCase first => new Ladder<TorusCase>([first, .. rungs.Skip(1).Select(rung => ReadLike(first, rung))]),
            GromaBaloghCase first => new Ladder<GromaBaloghCase>([first, .. rungs.Skip(1).Select(rung => ReadLike(first, rung))]),
            LineCase first => new Ladder<LineCase>([first, .. rungs.Skip(1).Select(rung => ReadLike(first, rung))]),
            _ => throw rungs[0].Expected("a case that can stand in a ladder"),
        };
    }

    private static ISubject ReadCase(JsonCursor at) => ReadSystem(
        at,
        at.Required("system"),
        [(LineCaseFormat.System, LineCaseFormat.Read), (TorusCaseFormat.System, TorusCaseFormat.Read), (GromaBaloghCaseFormat.System, GromaBaloghCaseFormat.Read)]);

    private static TCase ReadLike<TCase>(TCase _, JsonCursor at)
        where TCase : ISubject =>
        ReadCase(at) is TCase same
            ? same
            : throw at.Required("system").Expected("the system of the first case");

    private static PotentialPair ReadPotentials(JsonCursor at)
    {
        at.WithOnly("system", "V", "W");
        return new(PotentialFormat.Read(at.Required("V")), PotentialFormat.Read(at.Required("W")));
    }

    private static void WritePotentials(Utf8JsonWriter writer, PotentialPair potentials)
    {
        writer.WriteStartObject();
        writer.WriteString("system", Potentials);
        writer.WritePropertyName("V");
        PotentialFormat.Write(writer, potentials.V);
        writer.WritePropertyName("W");
        PotentialFormat.Write(writer, potentials.W);
        writer.WriteEndObject();
    }

    private static void WriteList<TCase>(Utf8JsonWriter writer, string field, ImmutableArray<TCase> cases)
        where TCase : ISubject
    {
        writer.WriteStartObject();
        writer.WriteStartArray(field);
        foreach (var one in cases) Write(writer, one);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
