using System.Collections.Immutable;
using System.Text.Json;
using Orowan.Potentials;

namespace Orowan.Formats;

/// <summary>The JSON of potentials on the line: an object with the field <c>kind</c> and the parameters of that kind.</summary>
public static class PotentialFormat
{
    /// <summary>How deep potentials may stand within each other.</summary>
    public const int DeepestNesting = 32;

    private static readonly ImmutableArray<Kind> Kinds =
    [
        new("zero", [], (_, _) => new ZeroPotential()),
        new("log", [], (_, _) => new LogPotential()),
        new("wall", [], (_, _) => new WallPotential()),
        new("log-regularised", ["delta"], (at, _) => new RegularisedLogPotential(NumberOf(at, "delta"))),
        new("wall-regularised", ["delta"], (at, _) => new RegularisedWallPotential(NumberOf(at, "delta"))),
        new("gaussian", ["height", "width"], (at, _) => new GaussianPotential(NumberOf(at, "height"), NumberOf(at, "width"))),
        new("lorentzian", ["height", "width"], (at, _) => new LorentzianPotential(NumberOf(at, "height"), NumberOf(at, "width"))),
        new("sublog", ["power"], (at, _) => new SubLogPotential(NumberOf(at, "power"))),
        new("scaled", ["factor", "stretch", "of"], (at, depth) =>
            new ScaledPotential(NumberOf(at, "factor"), NumberOf(at, "stretch"), Read(at.Required("of"), depth + 1))),
        new("negated", ["of"], (at, depth) => new NegatedPotential(Read(at.Required("of"), depth + 1))),
        new("sum", ["terms"], (at, depth) =>
            new SumPotential([.. at.Required("terms").Items("an array of potentials").Select(term => Read(term, depth + 1))])),
    ];

    /// <summary>The potential at <paramref name="at"/>.</summary>
    /// <exception cref="InputException">Unknown kind; parameter missing, unknown or out of its range; nested too deep.</exception>
    public static Potential Read(JsonCursor at) => Read(at, 1);

    /// <summary>Writes <paramref name="potential"/> as one object.</summary>
    /// <exception cref="ArgumentException">The potential has no JSON, or is nested too deep to be read again.</exception>
    public static void Write(Utf8JsonWriter writer, Potential potential) => Write(writer, potential, 1);

    private static Potential Read(JsonCursor at, int depth)
    {
        if (depth > DeepestNesting) throw at.Expected($"potentials nested at most {DeepestNesting} deep", "more");
        if (!at.IsObject) throw at.Expected("a potential, an object such as {\"kind\": \"log\"}");
        var name = at.Required("kind").Text("the kind of a potential, a text");
        var kind = Kinds.FirstOrDefault(k => string.Equals(k.Name, name, StringComparison.Ordinal)) ?? throw Unknown(at, name);
        at.WithOnly(["kind", .. kind.Parameters]);
        try
        {
            return kind.Read(at, depth);
        }
        catch (ArgumentException error)
        {
            throw Refused(at, kind, error);
        }
    }

    private static InputException Unknown(JsonCursor at, string name)
    {
        var known = $"one of: {string.Join(", ", Kinds.Select(k => k.Name))}";
        return at.Required("kind").Wrong(known, $"potential '{MessageText.Short(name)}' is not known; expected {known}");
    }

    /// <summary>What a constructor refused, at the field of the parameter that it names.</summary>
    private static InputException Refused(JsonCursor at, Kind kind, ArgumentException error)
    {
        var parameter = kind.Parameters.FirstOrDefault(p => string.Equals(p, error.ParamName, StringComparison.OrdinalIgnoreCase));
        var field = parameter is null ? at : at.Required(parameter);
        return field.Expected($"what '{kind.Name}' allows ({Reason(error)})");
    }

    /// <summary>The message without the parameter's name and value, which .NET appends and the field's path already says.</summary>
    private static string Reason(ArgumentException error)
    {
        var end = error.Message.IndexOf(" (Parameter ", StringComparison.Ordinal);
        return (end < 0 ? error.Message : error.Message[..end]).TrimEnd('.');
    }

    private static double NumberOf(JsonCursor at, string parameter) => at.Required(parameter).Number();

    private static void Write(Utf8JsonWriter writer, Potential potential, int depth)
    {
        if (depth > DeepestNesting)
            throw new ArgumentException($"A potential nested more than {DeepestNesting} deep cannot be read again.", nameof(potential));
        writer.WriteStartObject();
        switch (potential)
        {
            case ZeroPotential: WriteKind(writer, "zero"); break;
            case LogPotential: WriteKind(writer, "log"); break;
            case WallPotential: WriteKind(writer, "wall"); break;
            case RegularisedLogPotential p: WriteKind(writer, "log-regularised", ("delta", p.Delta)); break;
            case RegularisedWallPotential p: WriteKind(writer, "wall-regularised", ("delta", p.Delta)); break;
            case GaussianPotential p: WriteKind(writer, "gaussian", ("height", p.Height), ("width", p.Width)); break;
            case LorentzianPotential p: WriteKind(writer, "lorentzian", ("height", p.Height), ("width", p.Width)); break;
            case SubLogPotential p: WriteKind(writer, "sublog", ("power", p.Power)); break;
            case ScaledPotential p:
                WriteKind(writer, "scaled", ("factor", p.Factor), ("stretch", p.Stretch));
                WriteOf(writer, p.Of, depth);
                break;
            case NegatedPotential p:
                WriteKind(writer, "negated");
                WriteOf(writer, p.Of, depth);
                break;
            case SumPotential p:
                WriteKind(writer, "sum");
                writer.WriteStartArray("terms");
                foreach (var term in p.Terms) Write(writer, term, depth + 1);
                writer.WriteEndArray();
                break;
            default: throw new ArgumentException($"A potential of type {potential.GetType().Name} has no JSON.", nameof(potential));
        }
        writer.WriteEndObject();
    }

    private static void WriteKind(Utf8JsonWriter writer, string kind, params ReadOnlySpan<(string Name, double Value)> parameters)
    {
        writer.WriteString("kind", kind);
        foreach (var (name, value) in parameters) writer.WriteNumber(name, value);
    }

    private static void WriteOf(Utf8JsonWriter writer, Potential of, int depth)
    {
        writer.WritePropertyName("of");
        Write(writer, of, depth + 1);
    }

    private sealed record Kind(string Name, ImmutableArray<string> Parameters, Func<JsonCursor, int, Potential> Read);
}
