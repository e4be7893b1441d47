using System.Collections.Immutable;
using System.Text.Json;
using Orowan.Potentials;

namespace Orowan.Formats;

/// <summary>The JSON of a case on the torus, <c>"system": "torus"</c>.</summary>
internal static class TorusCaseFormat
{
    public const string System = "torus";

    private const double LeastTolerance = 1e-13;
    private const double LargestTolerance = 1e-2;

    private static readonly ImmutableArray<(string Name, TorusMotion Motion)> Motions =
        [("isotropic", TorusMotion.Isotropic), ("slip", TorusMotion.Slip)];

    /// <exception cref="InputException">A field is missing, unknown or not what <see cref="TorusCase"/> asks for.</exception>
    public static TorusCase Read(JsonCursor at)
    {
        at.WithOnly("system", "dimension", "motion", "V", "U", "x", "b", "dipoles", "T", "output", "tolerance");
        var dimension = ReadDimension(at.Required("dimension"));
        var motion = ReadMotion(at.Required("motion"), dimension);
        var v = ReadInteraction(at.Required("V"), dimension);
        var u = at.Optional("U") is { } external ? TorusPotentialFormat.ReadExternal(external, dimension) : FourierPotential.Zero(dimension);
        var horizon = LineCaseFormat.ReadHorizon(at.Required("T"));
        var output = at.Optional("output") is { } times ? LineCaseFormat.ReadOutput(times, horizon) : LineCase.DefaultOutput(horizon);
        var tolerance = at.Optional("tolerance") is { } wanted ? ReadTolerance(wanted) : TorusCase.DefaultTolerance;
        if (at.Optional("dipoles") is { } dipoles)
        {
            if (at.Optional("x") is { } x) throw x.Expected("either dipoles or x and b", "both");
            if (at.Optional("b") is { } b) throw b.Expected("either dipoles or x and b", "both");
            return ReadDipoles(dipoles, dimension, motion, v, u, horizon, output, tolerance);
        }
        var positions = ReadPositions(at.Required("x"), dimension);
        var charges = ReadCharges(at.Required("b"));
        var count = positions.Length / dimension;
        if (charges.Length != count) throw at.Required("b").Expected($"{count} charges, one for each position", $"{charges.Length}");
        var subject = new TorusCase(dimension, motion, v, u, positions, charges, horizon, output, tolerance);
        if (v.IsSingular) RequireDistinct(at.Required("x"), subject);
        return subject;
    }

    public static void Write(Utf8JsonWriter writer, TorusCase subject)
    {
        writer.WriteStartObject();
        writer.WriteString("system", System);
        writer.WriteNumber("dimension", subject.Dimension);
        writer.WriteString("motion", NameOf(subject.Motion));
        writer.WritePropertyName("V");
        TorusPotentialFormat.Write(writer, subject.V);
        if (subject.U.Terms.Length > 0)
        {
            writer.WritePropertyName("U");
            TorusPotentialFormat.Write(writer, subject.U);
        }
        if (subject.Dipoles is { } dipoles)
        {
            writer.WriteStartObject("dipoles");
            WritePoints(writer, "z", dipoles.Z.AsSpan(), subject.Dimension);
            WritePoints(writer, "d", dipoles.D.AsSpan(), subject.Dimension);
            writer.WriteEndObject();
        }
        else
        {
            WritePoints(writer, "x", subject.X.AsSpan(), subject.Dimension);
            writer.WriteIntegers("b", subject.B.AsSpan());
        }
        writer.WriteNumber("T", subject.T);
        writer.WriteNumbers("output", subject.Output.AsSpan());
        writer.WriteNumber("tolerance", subject.Tolerance);
        writer.WriteEndObject();
    }

    /// <summary>The word for a motion.</summary>
    internal static string NameOf(TorusMotion motion) => Motions.First(m => m.Motion == motion).Name;

    /// <summary>A field of points, row-major: numbers in one dimension, arrays of d numbers in more.</summary>
    public static void WritePoints(Utf8JsonWriter writer, string field, ReadOnlySpan<double> points, int dimension)
    {
        writer.WritePropertyName(field);
        WritePoints(writer, points, dimension);
    }

    public static void WritePoints(Utf8JsonWriter writer, ReadOnlySpan<double> points, int dimension)
    {
        if (dimension == 1)
        {
            writer.WriteNumbers(points);
            return;
        }
        writer.WriteStartArray();
        for (var i = 0; i < points.Length; i += dimension) writer.WriteNumbers(points.Slice(i, dimension));
        writer.WriteEndArray();
    }

    /// <summary>Points as they are written; in one dimension arrays of one number are taken too.</summary>
    public static ImmutableArray<double> ReadPoints(JsonCursor at, int dimension, string what)
    {
        if (dimension == 1 && (at.IsEmptyArray || !at.IsArray || at.FirstIsNumber)) return at.Numbers($"an array of {what}");
        var points = ImmutableArray.CreateBuilder<double>();
        foreach (var item in at.Items($"an array of {what}"))
        {
            var components = item.Numbers(dimension == 1 ? "an array of 1 number" : $"an array of {dimension} numbers");
            if (components.Length != dimension) throw item.Expected($"{dimension} numbers, one for each dimension", $"{components.Length}");
            points.AddRange(components);
        }
        return points.ToImmutable();
    }

    internal static int ReadDimension(JsonCursor at) =>
        at.WholeNumber("1 or 2") is var dimension && dimension is 1 or 2 ? (int)dimension : throw at.Expected("1 or 2");

    internal static TorusMotion ReadMotion(JsonCursor at, int dimension)
    {
        var names = string.Join(" or ", Motions.Select(m => m.Name));
        var name = at.Text(names);
        foreach (var known in Motions)
        {
            if (!string.Equals(known.Name, name, StringComparison.Ordinal)) continue;
            if (known.Motion == TorusMotion.Slip && dimension == 1)
                throw at.Expected("isotropic, as slip planes need dimension 2", "slip in dimension 1");
            return known.Motion;
        }
        throw at.Expected(names);
    }

    private static TorusPotential ReadInteraction(JsonCursor at, int dimension)
    {
        var potential = TorusPotentialFormat.Read(at, dimension);
        return potential is TorusGreenPotential { IsSingular: true }
            ? throw at.Required("delta").Expected("a number larger than 0: particles under 'torus-green' need its regularisation")
            : potential;
    }

    private static TorusCase ReadDipoles(
        JsonCursor at,
        int dimension,
        TorusMotion motion,
        TorusPotential v,
        FourierPotential u,
        double horizon,
        ImmutableArray<double> output,
        double tolerance)
    {
        at.WithOnly("z", "d");
        var z = ReadPositions(at.Required("z"), dimension);
        var d = ReadPoints(at.Required("d"), dimension, "half widths");
        if (d.Length != z.Length) throw at.Required("d").Expected($"{z.Length / dimension} half widths, one for each z", $"{d.Length / dimension}");
        for (var i = 0; i < d.Length; i++)
        {
            if (!(Math.Abs(d[i]) <= 0.25)) throw Component(at.Required("d"), i, dimension, "a half width of at most 1/4 in size");
        }
        var subject = TorusCase.OfDipoles(dimension, motion, v, u, z, d, horizon, output, tolerance);
        if (!v.IsSingular) return subject;
        for (var k = 0; k < d.Length / dimension; k++)
        {
            if (d.AsSpan().Slice(k * dimension, dimension).IndexOfAnyExcept(0.0) < 0)
                throw at.Required("d").Expected("half widths other than 0, as V is singular", $"0 for dipole {k}");
        }
        RequireApart(at, subject, z, d);
        return subject;
    }

    private static ImmutableArray<double> ReadPositions(JsonCursor at, int dimension)
    {
        var x = ReadPoints(at, dimension, "positions");
        for (var i = 0; i < x.Length; i++)
        {
            if (!(x[i] >= 0 && x[i] < 1)) throw Component(at, i, dimension, "a position in [0, 1)");
        }
        return x;
    }

    private static InputException Component(JsonCursor at, int index, int dimension, string expected) =>
        at.Element(index / dimension) is var item && item.IsArray ? item.ExpectedAt(index % dimension, expected) : item.Expected(expected);

    private static ImmutableArray<int> ReadCharges(JsonCursor at)
    {
        var charges = at.Numbers("an array of charges");
        for (var i = 0; i < charges.Length; i++)
        {
            if (charges[i] is not (-1 or 1)) throw at.ExpectedAt(i, "a charge, -1 or 1");
        }
        return [.. charges.Select(charge => (int)charge)];
    }

    private static double ReadTolerance(JsonCursor at) =>
        at.Number() is var tolerance && tolerance is >= LeastTolerance and <= LargestTolerance
            ? tolerance
            : throw at.Expected("a number in [1e-13, 1e-2]");

    /// <summary>Particles of different dipoles at one place: their separation as the flow computes it is 0.</summary>
    private static void RequireApart(JsonCursor at, TorusCase subject, ImmutableArray<double> z, ImmutableArray<double> d)
    {
        for (var i = 0; i < subject.Count; i++)
        {
            for (var j = (i / 2 * 2) + 2; j < subject.Count; j++)
            {
                var together = true;
                for (var a = 0; a < subject.Dimension && together; a++)
                {
                    var (first, second) = ((i / 2 * subject.Dimension) + a, (j / 2 * subject.Dimension) + a);
                    together = TorusPotential.Nearest((z[first] - z[second]) + (Sign(i) * d[first]) - (Sign(j) * d[second])) == 0;
                }
                if (together) throw at.Required("z").Element(j / 2).Expected("dipoles that do not touch, as V is singular", $"a particle at a place of dipole {i / 2}");
            }
        }

        static int Sign(int particle) => particle % 2 == 0 ? 1 : -1;
    }

    private static void RequireDistinct(JsonCursor at, TorusCase subject)
    {
        var seen = new Dictionary<(double, double), int>();
        for (var i = 0; i < subject.Count; i++)
        {
            var x = subject.At(i);
            // Zero has two signs and one place.
            var place = (x[0] + 0.0, subject.Dimension == 2 ? x[1] + 0.0 : 0);
            if (!seen.TryAdd(place, i))
                throw at.Element(i).Expected("a place of its own, as V is singular", $"that of particle {seen[place]}");
        }
    }
}
