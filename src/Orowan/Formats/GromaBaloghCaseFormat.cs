using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using Orowan.Potentials;

namespace Orowan.Formats;

/// <summary>The JSON of a case of densities on the torus, <c>"system": "groma-balogh"</c>.</summary>
/// <remarks>
/// <c>plus</c> and <c>minus</c> are <c>{"kind": "fourier", "terms": [{"k": [0], "cos": 0.5}, ...]}</c>, or <c>{"kind": "samples", "values": [...]}</c> with
/// n values at x = i/n, in two dimensions n rows of n, the first component of x from row to row. No terms are a species that is absent.
/// </remarks>
internal static class GromaBaloghCaseFormat
{
    public const string System = "groma-balogh";

    /// <summary>How far the total mass may be from 1: densities are written with as many digits as their author likes.</summary>
    private const double MassSlack = 1e-9;

    /// <summary>A density that touches 0 may miss it by this share of its mass, by rounding.</summary>
    private const double NegativeSlack = 1e-12;

    private const double LeastTolerance = 1e-12;
    private const double LargestTolerance = 1e-2;

    /// <summary>Points per wavelength of the highest wave at which the sign of a density is looked at.</summary>
    private const int PerWavelength = 8;

    /// <exception cref="InputException">A field is missing, unknown or not what <see cref="GromaBaloghCase"/> asks for.</exception>
    public static GromaBaloghCase Read(JsonCursor at)
    {
        at.WithOnly("system", "dimension", "motion", "V", "U", "viscosity", "plus", "minus", "T", "output", "grid", "tolerance");
        var dimension = TorusCaseFormat.ReadDimension(at.Required("dimension"));
        var motion = TorusCaseFormat.ReadMotion(at.Required("motion"), dimension);
        var v = ReadInteraction(at.Required("V"), dimension);
        var u = at.Optional("U") is { } external ? TorusPotentialFormat.ReadExternal(external, dimension) : FourierPotential.Zero(dimension);
        var viscosity = at.Optional("viscosity") is { } epsilon ? ReadViscosity(epsilon) : 0;
        var plus = ReadDensity(at.Required("plus"), dimension);
        var minus = ReadDensity(at.Required("minus"), dimension);
        var mass = plus.Mass + minus.Mass;
        if (!(Math.Abs(mass - 1) <= MassSlack)) throw at.Expected("densities plus and minus of total mass 1", $"total mass {mass:R}");
        var horizon = LineCaseFormat.ReadHorizon(at.Required("T"));
        var output = at.Optional("output") is { } times ? LineCaseFormat.ReadOutput(times, horizon) : DensityCase.DefaultOutput(horizon);
        var grid = at.Optional("grid") is { } side ? ReadGrid(side, dimension) : (int?)null;
        var tolerance = at.Optional("tolerance") is { } wanted ? ReadTolerance(wanted) : GromaBaloghCase.DefaultTolerance;
        var subject = new GromaBaloghCase(dimension, motion, v, u, viscosity, plus, minus, horizon, output, grid, tolerance);
        var most = GromaBaloghCase.Truncation(grid ?? GromaBaloghCase.MostGrid(dimension));
        if (subject.HighestWave <= most) return subject;
        throw at.Optional("grid") is { } given
            ? given.Expected($"a grid that carries waves of {subject.HighestWave}, at least {(3 * subject.HighestWave) + 1} points")
            : at.Expected($"densities and U of waves of at most {most} in dimension {dimension}", $"a wave of {subject.HighestWave}");
    }

    public static void Write(Utf8JsonWriter writer, GromaBaloghCase subject)
    {
        writer.WriteStartObject();
        writer.WriteString("system", System);
        writer.WriteNumber("dimension", subject.Dimension);
        writer.WriteString("motion", TorusCaseFormat.NameOf(subject.Motion));
        writer.WritePropertyName("V");
        TorusPotentialFormat.Write(writer, subject.V);
        if (subject.U.Terms.Length > 0)
        {
            writer.WritePropertyName("U");
            TorusPotentialFormat.Write(writer, subject.U);
        }
        if (subject.Viscosity > 0) writer.WriteNumber("viscosity", subject.Viscosity);
        WriteDensity(writer, "plus", subject.Plus);
        WriteDensity(writer, "minus", subject.Minus);
        writer.WriteNumber("T", subject.T);
        writer.WriteNumbers("output", subject.Output.AsSpan());
        if (subject.Grid is { } grid) writer.WriteNumber("grid", grid);
        writer.WriteNumber("tolerance", subject.Tolerance);
        writer.WriteEndObject();
    }

    /// <summary>n values in one dimension, n rows of n in two.</summary>
    internal static void WriteField(Utf8JsonWriter writer, ReadOnlySpan<double> values, int dimension)
    {
        var side = SampledDensity.SideOf(dimension, values.Length);
        if (dimension == 1 || side == 0) writer.WriteNumbers(values);
        else TorusCaseFormat.WritePoints(writer, values, side);
    }

    /// <summary>n values in one dimension, n rows of n in two.</summary>
    internal static ImmutableArray<double> ReadField(JsonCursor at, int dimension)
    {
        if (dimension == 1) return at.Numbers("an array of densities");
        var rows = at.Items("an array of rows of densities");
        var values = ImmutableArray.CreateBuilder<double>(rows.Length * rows.Length);
        foreach (var row in rows)
        {
            var numbers = row.Numbers("a row of densities");
            if (numbers.Length != rows.Length) throw row.Expected($"{rows.Length} densities, as many as rows", $"{numbers.Length}");
            values.AddRange(numbers);
        }
        return values.MoveToImmutable();
    }

    private static TorusPotential ReadInteraction(JsonCursor at, int dimension)
    {
        var potential = TorusPotentialFormat.Read(at, dimension);
        if (!potential.IsSingular) return potential;
        var where = potential is TorusLogPotential ? at.Required("kind") : at.Required("delta");
        throw potential is TorusLogPotential
            ? where.Expected("a regularised potential, such as 'torus-log-regularised'")
            : where.Expected("a number larger than 0: the equations are those of the regularised potential");
    }

    private static double ReadViscosity(JsonCursor at) =>
        at.Number() is var viscosity && viscosity is >= 0 and <= 1 ? viscosity : throw at.Expected("a viscosity in [0, 1]");

    private static PeriodicDensity ReadDensity(JsonCursor at, int dimension)
    {
        const string Kinds = "one of: fourier, samples";
        if (!at.IsObject) throw at.Expected("a density, an object such as {\"kind\": \"fourier\", \"terms\": [{\"k\": [0], \"cos\": 0.5}]}");
        var kind = at.Required("kind");
        PeriodicDensity density = kind.Text("the kind of a density, a text") switch
        {
            "fourier" => new SeriesDensity(TorusPotentialFormat.ReadExternal(at, dimension)),
            "samples" => ReadSamples(at.WithOnly("kind", "values").Required("values"), dimension),
            _ => throw kind.Expected(Kinds),
        };
        RequireNotNegative(at, density);
        return density;
    }

    private static SampledDensity ReadSamples(JsonCursor at, int dimension)
    {
        var values = ReadField(at, dimension);
        var side = SampledDensity.SideOf(dimension, values.Length);
        if (side > GromaBaloghCase.MostGrid(dimension)) throw at.Expected($"at most {GromaBaloghCase.MostGrid(dimension)} values in each direction", $"{side}");
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] >= 0) continue;
            throw (dimension == 1 ? at.Element(i) : at.Element(i / side).Element(i % side)).Expected("a density of at least 0");
        }
        return new(dimension, values);
    }

    /// <summary>Looks at the density between its samples, and at a series at all.</summary>
    private static void RequireNotNegative(JsonCursor at, PeriodicDensity density)
    {
        var highest = density.HighestWave;
        var most = GromaBaloghCase.Truncation(GromaBaloghCase.MostGrid(density.Dimension));
        if (highest > most) throw at.Expected($"waves of at most {most} in dimension {density.Dimension}", $"a wave of {highest}");
        var side = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, (density.Dimension == 1 ? PerWavelength : PerWavelength / 2) * highest));
        var values = density.Values(side);
        var place = Array.IndexOf(values, values.Min());
        if (values[place] >= -NegativeSlack * Math.Max(1, Math.Abs(density.Mass))) return;
        var x = density.Dimension == 1 ? $"{(double)place / side}" : $"({(double)(place / side) / side}, {(double)(place % side) / side})";
        throw at.Expected("a density of at least 0 everywhere", $"{values[place]:R} at x = {x}{(density is SampledDensity ? ", between its samples" : "")}");
    }

    private static int ReadGrid(JsonCursor at, int dimension)
    {
        var (least, most) = (GromaBaloghCase.LeastGrid, GromaBaloghCase.MostGrid(dimension));
        var expected = $"a power of 2, {least} to {most}";
        var grid = at.WholeNumber(expected);
        return grid >= least && grid <= most && BitOperations.IsPow2(grid) ? (int)grid : throw at.Expected(expected);
    }

    private static double ReadTolerance(JsonCursor at) =>
        at.Number() is var tolerance && tolerance is >= LeastTolerance and <= LargestTolerance ? tolerance : throw at.Expected("a number in [1e-12, 1e-2]");

    private static void WriteDensity(Utf8JsonWriter writer, string field, PeriodicDensity density)
    {
        writer.WritePropertyName(field);
        switch (density)
        {
            case SeriesDensity series: TorusPotentialFormat.Write(writer, series.Series); break;
            case SampledDensity sampled:
                writer.WriteStartObject();
                writer.WriteString("kind", "samples");
                writer.WritePropertyName("values");
                WriteField(writer, sampled.Samples.AsSpan(), sampled.Dimension);
                writer.WriteEndObject();
                break;
            default: throw new ArgumentException($"A density of type {density.GetType().Name} has no JSON.", nameof(density));
        }
    }
}
