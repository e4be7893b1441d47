using System.Collections.Immutable;
using System.Text.Json;

namespace Orowan.Formats;

/// <summary>The JSON of a case on the line, <c>"system": "annihilation"</c>.</summary>
internal static class LineCaseFormat
{
    public const string System = "annihilation";

    private const double LeastTolerance = 1e-13;
    private const double LargestTolerance = 1e-2;

    /// <summary>Squares and reciprocals of distances are doubles between these two.</summary>
    private const double LargestPosition = 1e100;

    private const double LeastGap = 1e-150;

    /// <exception cref="InputException">A field is missing, unknown or not what <see cref="LineCase"/> asks for.</exception>
    public static LineCase Read(JsonCursor at)
    {
        if (at.Optional("dipoles") is { } dipoles)
            throw dipoles.Wrong("no such field on the line", "short dipoles are for the system 'torus'; expected x and b for particles on the line");
        at.WithOnly("system", "V", "W", "x", "b", "T", "output", "tolerance");
        var v = PotentialFormat.Read(at.Required("V"));
        var w = PotentialFormat.Read(at.Required("W"));
        var x = ReadPositions(at.Required("x"));
        var b = ReadCharges(at.Required("b"));
        if (b.Length != x.Length) throw at.Required("b").Expected($"{x.Length} charges, one for each position", $"{b.Length}");
        var horizon = ReadHorizon(at.Required("T"));
        var output = at.Optional("output") is { } times ? ReadOutput(times, horizon) : LineCase.DefaultOutput(horizon);
        var tolerance = at.Optional("tolerance") is { } wanted ? ReadTolerance(wanted) : LineCase.DefaultTolerance;
        return new(v, w, x, b, horizon, output, tolerance);
    }

    public static void Write(Utf8JsonWriter writer, LineCase subject)
    {
        writer.WriteStartObject();
        writer.WriteString("system", System);
        writer.WritePropertyName("V");
        PotentialFormat.Write(writer, subject.V);
        writer.WritePropertyName("W");
        PotentialFormat.Write(writer, subject.W);
        writer.WriteNumbers("x", subject.X.AsSpan());
        writer.WriteIntegers("b", subject.B.AsSpan());
        writer.WriteNumber("T", subject.T);
        writer.WriteNumbers("output", subject.Output.AsSpan());
        writer.WriteNumber("tolerance", subject.Tolerance);
        writer.WriteEndObject();
    }

    /// <summary>An array of charges, each -1, 0 or 1.</summary>
    public static ImmutableArray<int> ReadCharges(JsonCursor at)
    {
        var charges = at.Numbers("an array of charges");
        for (var i = 0; i < charges.Length; i++)
        {
            if (charges[i] is not (-1 or 0 or 1)) throw at.ExpectedAt(i, "a charge, -1, 0 or 1");
        }
        return [.. charges.Select(charge => (int)charge)];
    }

    /// <summary>Refuses <paramref name="values"/> of <paramref name="at"/> unless each is larger than the one before.</summary>
    public static void RequireIncreasing(JsonCursor at, ImmutableArray<double> values, string name)
    {
        for (var i = 1; i < values.Length; i++)
        {
            if (!(values[i] > values[i - 1])) throw at.ExpectedAt(i, $"a number larger than {name}[{i - 1}] = {values[i - 1]}");
        }
    }

    private static ImmutableArray<double> ReadPositions(JsonCursor at)
    {
        var x = at.Numbers("an array of positions");
        RequireIncreasing(at, x, "x");
        for (var i = 0; i < x.Length; i++)
        {
            if (Math.Abs(x[i]) > LargestPosition) throw at.ExpectedAt(i, $"a position in [-{LargestPosition}, {LargestPosition}]");
            if (i > 0 && x[i] - x[i - 1] < LeastGap) throw at.ExpectedAt(i, $"a position at least {LeastGap} above x[{i - 1}] = {x[i - 1]}");
        }
        return x;
    }

    /// <summary>T, positive.</summary>
    public static double ReadHorizon(JsonCursor at)
    {
        var horizon = at.Number();
        return horizon > 0 ? horizon : throw at.Expected("a number larger than 0");
    }

    /// <summary>Times of rows, increasing, in [0, T].</summary>
    public static ImmutableArray<double> ReadOutput(JsonCursor at, double horizon)
    {
        var times = at.Numbers("an array of times");
        for (var i = 0; i < times.Length; i++)
        {
            if (!(times[i] >= 0 && times[i] <= horizon)) throw at.ExpectedAt(i, $"a time in [0, T] = [0, {horizon}]");
        }
        RequireIncreasing(at, times, "output");
        return times;
    }

    private static double ReadTolerance(JsonCursor at)
    {
        var tolerance = at.Number();
        return tolerance is >= LeastTolerance and <= LargestTolerance
            ? tolerance
            : throw at.Expected("a number in [1e-13, 1e-2]");
    }
}
