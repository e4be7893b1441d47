using System.Collections.Immutable;
using System.Text.Json;
using Orowan.Potentials;

namespace Orowan.Formats;

/// <summary>The JSON of potentials on the torus: an object with the field <c>kind</c> and the parameters of that kind.</summary>
public static class TorusPotentialFormat
{
    /// <summary>The largest component of a wave vector: beyond it k.x loses its digits.</summary>
    private const int LargestWave = 1_000_000;

    /// <summary>Squares of forces, and sums of them, are doubles.</summary>
    private const double LargestHessian = 1e100;

    private static readonly ImmutableArray<Kind> Kinds =
    [
        new("torus-log", 1, [], (_, _) => new TorusLogPotential()),
        new("torus-log-regularised", 1, ["delta"], (at, _) => new TorusLogRegularisedPotential(at.Required("delta").Number())),
        new("torus-green", 2, ["delta"], (at, _) => new TorusGreenPotential(at.Required("delta").Number())),
        new("torus-edge", 2, ["delta"], (at, _) => new TorusEdgePotential(at.Required("delta").Number())),
        new("fourier", 0, ["terms"], ReadFourier),
    ];

    /// <summary>The interaction at <paramref name="at"/>, on the torus of dimension <paramref name="dimension"/>.</summary>
    /// <exception cref="InputException">Unknown kind, or of another dimension; parameter missing, unknown or out of its range; not even.</exception>
    public static TorusPotential Read(JsonCursor at, int dimension)
    {
        if (!at.IsObject) throw at.Expected("a potential, an object such as {\"kind\": \"torus-log\"}");
        var name = at.Required("kind").Text("the kind of a potential, a text");
        var kind = Kinds.FirstOrDefault(k => string.Equals(k.Name, name, StringComparison.Ordinal)) ?? throw Unknown(at, name, dimension);
        if (kind.Dimension != 0 && kind.Dimension != dimension)
        {
            throw at.Required("kind").Expected(
                $"a potential in dimension {dimension}, one of: {Names(dimension)}", $"'{name}' in dimension {kind.Dimension}");
        }
        at.WithOnly(["kind", .. kind.Parameters]);
        try
        {
            var potential = kind.Read(at, dimension);
            if (potential is FourierPotential { IsEven: false }) throw at.Required("terms").Expected("sin = 0 in all terms, as an interaction is even");
            return potential;
        }
        catch (ArgumentException error)
        {
            throw Refused(at, kind, error);
        }
    }

    /// <summary>The external potential at <paramref name="at"/>.</summary>
    /// <exception cref="InputException">Another kind than <c>fourier</c>, or a term that is wrong.</exception>
    public static FourierPotential ReadExternal(JsonCursor at, int dimension)
    {
        if (!at.IsObject) throw at.Expected("a potential, an object such as {\"kind\": \"fourier\", \"terms\": []}");
        var name = at.Required("kind").Text("the kind of a potential, a text");
        if (!string.Equals(name, "fourier", StringComparison.Ordinal))
            throw at.Required("kind").Wrong("fourier", $"potential '{MessageText.Short(name)}' is not smooth or not known; expected fourier");
        at.WithOnly("kind", "terms");
        return ReadFourier(at, dimension);
    }

    /// <summary>Writes <paramref name="potential"/> as one object.</summary>
    /// <exception cref="ArgumentException">The potential has no JSON.</exception>
    public static void Write(Utf8JsonWriter writer, TorusPotential potential)
    {
        writer.WriteStartObject();
        switch (potential)
        {
            case TorusLogPotential: writer.WriteString("kind", "torus-log"); break;
            case TorusLogRegularisedPotential p: WriteKind(writer, "torus-log-regularised", p.Delta); break;
            case TorusGreenPotential p: WriteKind(writer, "torus-green", p.Delta); break;
            case TorusEdgePotential p: WriteKind(writer, "torus-edge", p.Delta); break;
            case FourierPotential p: WriteFourier(writer, p); break;
            default: throw new ArgumentException($"A potential of type {potential.GetType().Name} has no JSON.", nameof(potential));
        }
        writer.WriteEndObject();
    }

    private static void WriteKind(Utf8JsonWriter writer, string kind, double delta)
    {
        writer.WriteString("kind", kind);
        writer.WriteNumber("delta", delta);
    }

    private static void WriteFourier(Utf8JsonWriter writer, FourierPotential potential)
    {
        writer.WriteString("kind", "fourier");
        writer.WriteStartArray("terms");
        foreach (var term in potential.Terms)
        {
            writer.WriteStartObject();
            writer.WriteIntegers("k", term.K.AsSpan());
            writer.WriteNumber("cos", term.Cos);
            writer.WriteNumber("sin", term.Sin);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static FourierPotential ReadFourier(JsonCursor at, int dimension)
    {
        var terms = at.Required("terms");
        var potential = new FourierPotential(
            dimension, terms.IsEmptyArray ? [] : [.. terms.Items("an array of terms").Select(term => ReadTerm(term, dimension))]);
        return potential.HessianBound <= LargestHessian
            ? potential
            : throw terms.Expected($"terms with second derivatives of at most {LargestHessian:R}", $"a bound of {potential.HessianBound:R}");
    }

    private static FourierTerm ReadTerm(JsonCursor at, int dimension)
    {
        at.WithOnly("k", "cos", "sin");
        return new(
            ReadWave(at.Required("k"), dimension),
            at.Optional("cos") is { } cos ? cos.Number() : 0,
            at.Optional("sin") is { } sin ? sin.Number() : 0);
    }

    /// <summary>An array of d whole numbers; in one dimension a number alone is taken too.</summary>
    private static ImmutableArray<int> ReadWave(JsonCursor at, int dimension)
    {
        var expected = dimension == 1 ? "a wave vector, an array of 1 whole number" : $"a wave vector, an array of {dimension} whole numbers";
        var components = dimension == 1 && at.IsNumber ? [at] : at.Items(expected);
        if (components.Length != dimension) throw at.Expected(expected);
        return [.. components.Select(component => component.WholeNumber() is var k && Math.Abs(k) <= LargestWave
            ? (int)k
            : throw component.Expected($"a whole number of at most {LargestWave} in size"))];
    }

    private static InputException Unknown(JsonCursor at, string name, int dimension)
    {
        var known = $"one of: {Names(dimension)}";
        return at.Required("kind").Wrong(known, $"potential '{MessageText.Short(name)}' is not known on the torus; expected {known}");
    }

    private static string Names(int dimension) => string.Join(", ", Kinds.Where(k => k.Dimension == 0 || k.Dimension == dimension).Select(k => k.Name));

    /// <summary>What a constructor refused, at the field of the parameter that it names.</summary>
    private static InputException Refused(JsonCursor at, Kind kind, ArgumentException error)
    {
        var parameter = kind.Parameters.FirstOrDefault(p => string.Equals(p, error.ParamName, StringComparison.OrdinalIgnoreCase));
        var end = error.Message.IndexOf(" (Parameter ", StringComparison.Ordinal);
        var reason = (end < 0 ? error.Message : error.Message[..end]).TrimEnd('.');
        return (parameter is null ? at : at.Required(parameter)).Expected($"what '{kind.Name}' allows ({reason})");
    }

    /// <param name="Dimension">d; 0 for any.</param>
    private sealed record Kind(string Name, int Dimension, ImmutableArray<string> Parameters, Func<JsonCursor, int, TorusPotential> Read);
}
