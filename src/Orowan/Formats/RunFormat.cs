using System.Collections.Immutable;
using System.Text.Json;

namespace Orowan.Formats;

/// <summary>The JSON of trajectories, on the line and on the torus. Only <c>times</c>, <c>x</c> and <c>b</c> are needed.</summary>
public static class RunFormat
{
    /// <summary>A program that counts time up in steps may arrive at T with a rounding error.</summary>
    private const double HorizonSlack = 1e-12;

    /// <summary>The trajectory in the file <paramref name="path"/>, which must fit the case.</summary>
    /// <exception cref="InputException">The file cannot be read, is no trajectory, or belongs to another case.</exception>
    public static LineRun ReadLineRun(string path, LineCase forCase) => JsonInput.ReadFile(path, at => new Reader(at, forCase).Run());

    /// <summary>The trajectory in <paramref name="json"/>, called <paramref name="name"/> in errors, which must fit the case.</summary>
    /// <exception cref="InputException">The bytes are no trajectory, or belong to another case.</exception>
    public static LineRun Parse(ReadOnlyMemory<byte> json, string name, LineCase forCase) =>
        JsonInput.Parse(json, name, at => new Reader(at, forCase).Run());

    /// <summary>The trajectory in the file <paramref name="path"/>, which must fit the case and start where it does.</summary>
    /// <exception cref="InputException">The file cannot be read, is no trajectory, or belongs to another case.</exception>
    /// <exception cref="ArgumentException">The subject is no case that has trajectories.</exception>
    public static Run ReadRun(string path, ISubject forCase)
    {
        Run run = forCase switch
        {
            LineCase line => ReadLineRun(path, line),
            TorusCase torus => JsonInput.ReadFile(path, at => TorusRunFormat.Read(at, torus)),
            DensityCase density => DensityRunFormat.ReadRun(path, density),
            GromaBaloghCase density => GromaBaloghRunFormat.ReadRun(path, density),
            _ => throw new ArgumentException($"A subject of type {forCase.GetType()} has no trajectory.", nameof(forCase)),
        };
        RunOrigin.Require(path, run, forCase);
        return run;
    }

    /// <summary>The trajectory in <paramref name="json"/>, called <paramref name="name"/> in errors, which must fit the case.</summary>
    /// <exception cref="InputException">The bytes are no trajectory, or belong to another case.</exception>
    public static TorusRun Parse(ReadOnlyMemory<byte> json, string name, TorusCase forCase) =>
        JsonInput.Parse(json, name, at => TorusRunFormat.Read(at, forCase));

    /// <summary>The trajectory in <paramref name="json"/>, called <paramref name="name"/> in errors, which must fit the case.</summary>
    /// <exception cref="InputException">The bytes are no trajectory, or belong to another case.</exception>
    /// <exception cref="ArgumentException">The subject is no case that has trajectories.</exception>
    public static Run Parse(ReadOnlyMemory<byte> json, string name, ISubject forCase) => forCase switch
    {
        LineCase line => Parse(json, name, line),
        TorusCase torus => Parse(json, name, torus),
        DensityCase density => DensityRunFormat.Parse(json, name, density),
        GromaBaloghCase density => GromaBaloghRunFormat.Parse(json, name, density),
        _ => throw new ArgumentException($"A subject of type {forCase.GetType()} has no trajectory.", nameof(forCase)),
    };

    /// <summary>Whether subjects of a type are cases that have trajectories.</summary>
    public static bool HasRun(Type subjectType) =>
        subjectType == typeof(LineCase) || subjectType == typeof(TorusCase) || subjectType == typeof(DensityCase) || subjectType == typeof(GromaBaloghCase);

    /// <summary>The document of <paramref name="run"/>.</summary>
    /// <exception cref="ArgumentException">The run holds a number that is not finite, or has no JSON.</exception>
    public static string ToJson(Run run) => run switch
    {
        LineRun line => ToJson(line),
        TorusRun torus => JsonOutput.Text(writer => TorusRunFormat.Write(writer, torus)),
        DensityRun density => DensityRunFormat.ToJson(density),
        GromaBaloghRun density => GromaBaloghRunFormat.ToJson(density),
        _ => throw new ArgumentException($"A run of type {run.GetType()} has no JSON.", nameof(run)),
    };

    /// <summary>Writes <paramref name="run"/>; nothing is written when it has no JSON.</summary>
    /// <exception cref="ArgumentException">The run holds a number that is not finite.</exception>
    public static void Write(Stream stream, LineRun run) => JsonOutput.To(stream, writer => Write(writer, run));

    /// <summary>The document of <paramref name="run"/>, the same text as <see cref="Write(Stream, LineRun)"/> writes.</summary>
    /// <exception cref="ArgumentException">The run holds a number that is not finite.</exception>
    public static string ToJson(LineRun run) => JsonOutput.Text(writer => Write(writer, run));

    private static void Write(Utf8JsonWriter writer, LineRun run)
    {
        writer.WriteStartObject();
        writer.WriteNumbers("times", run.Times.AsSpan());
        writer.WriteStartArray("x");
        foreach (var row in run.X) writer.WriteNumbers(row);
        writer.WriteEndArray();
        writer.WriteStartArray("b");
        foreach (var row in run.B) writer.WriteIntegers(row);
        writer.WriteEndArray();
        if (run.Collisions is { } collisions) WriteCollisions(writer, collisions);
        if (run.Energy is { } energy) writer.WriteNumbers("energy", energy.AsSpan());
        if (run.Dissipation is { } dissipation) writer.WriteNumbers("dissipation", dissipation.AsSpan());
        if (run.Uncertainty is { } uncertainty) writer.WriteNumber("uncertainty", uncertainty);
        if (run.Solver is { } solver) writer.WriteString("solver", solver);
        if (run.Statistics is { } statistics) WriteStatistics(writer, statistics);
        if (!run.Close.IsDefaultOrEmpty) WriteClose(writer, run.Close);
        if (run.Ended is { } ended) writer.WriteString("ended", ended);
        writer.WriteEndObject();
    }

    private static void WriteCollisions(Utf8JsonWriter writer, ImmutableArray<Collision> collisions)
    {
        writer.WriteStartArray("collisions");
        foreach (var collision in collisions)
        {
            writer.WriteStartObject();
            writer.WriteNumber("time", collision.Time);
            writer.WriteStartArray("pairs");
            foreach (var (i, j) in collision.Pairs) writer.WriteIntegers([i, j]);
            writer.WriteEndArray();
            writer.WriteNumbers("at", collision.At.AsSpan());
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    internal static void WriteStatistics(Utf8JsonWriter writer, ImmutableSortedDictionary<string, long> statistics)
    {
        writer.WriteStartObject("statistics");
        foreach (var (name, count) in statistics.OrderBy(entry => entry.Key, StringComparer.Ordinal)) writer.WriteNumber(name, count);
        writer.WriteEndObject();
    }

    private static void WriteClose(Utf8JsonWriter writer, ImmutableArray<CloseGap> gaps)
    {
        writer.WriteStartArray("close");
        foreach (var gap in gaps)
        {
            writer.WriteStartObject();
            writer.WriteIntegers("pair", [gap.I, gap.J]);
            writer.WriteStartArray("logGap");
            foreach (var log in gap.LogGap)
            {
                if (log is { } value) writer.WriteNumberValue(value);
                else writer.WriteNullValue();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    internal static ImmutableArray<double> ReadTimes(JsonCursor field, double horizon)
    {
        var times = field.Numbers("an array of times");
        for (var k = 0; k < times.Length; k++)
        {
            if (!IsTime(times[k], horizon)) throw field.ExpectedAt(k, AnyTime(horizon));
        }
        LineCaseFormat.RequireIncreasing(field, times, "times");
        return times;
    }

    internal static ImmutableArray<JsonCursor> RowsOf(JsonCursor field, string expected, int rows)
    {
        var items = field.Items(expected);
        return items.Length == rows ? items : throw field.Expected($"{rows} rows, one for each of times", $"{items.Length}");
    }

    internal static InputException OfAnotherCase(JsonCursor row, string expected, int found) =>
        row.Wrong(expected, $"does not belong to the case: expected {expected}, found {found}");

    internal static ImmutableArray<double> ReadColumn(JsonCursor field, int rows)
    {
        var column = field.Numbers();
        return column.Length == rows ? column : throw field.Expected($"{rows} numbers, one for each of times", $"{column.Length}");
    }

    internal static double ReadUncertainty(JsonCursor field)
    {
        var uncertainty = field.Number();
        return uncertainty >= 0 ? uncertainty : throw field.Expected("a number of at least 0");
    }

    internal static ImmutableSortedDictionary<string, long> ReadStatistics(JsonCursor field) =>
        field.Fields().ToImmutableSortedDictionary(entry => entry.Name, entry => entry.Value.WholeNumber(), StringComparer.Ordinal);

    private static bool IsTime(double time, double horizon) => time >= 0 && time <= horizon + (HorizonSlack * horizon);

    private static string AnyTime(double horizon) => $"a time in [0, T] = [0, {horizon}]";

    /// <summary>Reads one document against one case.</summary>
    private sealed class Reader(JsonCursor at, LineCase forCase)
    {
        private int rows;

        public LineRun Run()
        {
            at.WithOnly(
                "times", "x", "b", "collisions", "energy", "dissipation", "uncertainty", "solver", "statistics", "close", "ended");
            var times = ReadTimes(at.Required("times"), forCase.T);
            rows = times.Length;
            return new(times, ReadPositions(at.Required("x")), ReadCharges(at.Required("b")))
            {
                Collisions = at.Optional("collisions") is { } collisions ? ReadCollisions(collisions) : null,
                Energy = at.Optional("energy") is { } energy ? ReadColumn(energy, rows) : null,
                Dissipation = at.Optional("dissipation") is { } dissipation ? ReadColumn(dissipation, rows) : null,
                Uncertainty = at.Optional("uncertainty") is { } uncertainty ? ReadUncertainty(uncertainty) : null,
                Solver = at.Optional("solver")?.Text(),
                Statistics = at.Optional("statistics") is { } statistics ? ReadStatistics(statistics) : null,
                Close = at.Optional("close") is { } close ? [.. ItemsOrNone(close, "an array of close pairs").Select(ReadClose)] : [],
                Ended = at.Optional("ended")?.Text(),
            };
        }

        private ImmutableArray<double[]> ReadPositions(JsonCursor field) =>
            [.. RowsOf(field, "an array of rows of positions", rows).Select(row =>
            {
                var x = row.Numbers("a row of positions");
                return x.Length == forCase.Count ? x.ToArray() : throw OfAnotherCase(row, $"n = {forCase.Count} positions", x.Length);
            })];

        private ImmutableArray<int[]> ReadCharges(JsonCursor field) =>
            [.. RowsOf(field, "an array of rows of charges", rows).Select(row =>
            {
                var b = LineCaseFormat.ReadCharges(row);
                return b.Length == forCase.Count ? b.ToArray() : throw OfAnotherCase(row, $"n = {forCase.Count} charges", b.Length);
            })];

        private ImmutableArray<Collision> ReadCollisions(JsonCursor field)
        {
            var items = ItemsOrNone(field, "an array of collisions");
            var collisions = ImmutableArray.CreateBuilder<Collision>(items.Length);
            foreach (var item in items)
            {
                var collision = ReadCollision(item);
                if (collisions.Count > 0 && !(collision.Time > collisions[^1].Time)) throw NotLater(item, collisions[^1].Time);
                collisions.Add(collision);
            }
            return collisions.MoveToImmutable();
        }

        private static InputException NotLater(JsonCursor item, double before) => item.Required("time").Expected(
            $"a time larger than {before}, that of the collision before (pairs that meet at one time stand together in one collision)");

        private Collision ReadCollision(JsonCursor item)
        {
            item.WithOnly("time", "pairs", "at");
            var time = item.Required("time").Number();
            if (!IsTime(time, forCase.T)) throw item.Required("time").Expected(AnyTime(forCase.T));
            ImmutableArray<(int, int)> pairs = [.. item.Required("pairs").Items("an array of pairs").Select(ReadPair)];
            var places = item.Required("at").Numbers("an array of places");
            return places.Length == pairs.Length
                ? new(time, pairs, places)
                : throw item.Required("at").Expected($"{pairs.Length} places, one for each of pairs", $"{places.Length}");
        }

        private (int I, int J) ReadPair(JsonCursor field)
        {
            var members = field.Items("a pair of particles");
            if (members.Length != 2) throw field.Expected("a pair of particles, two numbers");
            var (i, j) = (ReadParticle(members[0]), ReadParticle(members[1]));
            return i != j ? (i, j) : throw field.Expected("two different particles", $"{i} twice");
        }

        private int ReadParticle(JsonCursor field)
        {
            var expected = forCase.Count == 1 ? "the number of a particle, 0" : $"the number of a particle, 0 to {forCase.Count - 1}";
            var particle = field.WholeNumber(expected);
            return particle >= 0 && particle < forCase.Count ? (int)particle : throw field.Expected(expected);
        }

        private CloseGap ReadClose(JsonCursor item)
        {
            item.WithOnly("pair", "logGap");
            var (i, j) = ReadPair(item.Required("pair"));
            var field = item.Required("logGap");
            var values = field.Items("an array of numbers and nulls");
            return values.Length == rows
                ? new(i, j, [.. values.Select(v => v.IsNull ? null : (double?)v.Number("a finite number or null"))])
                : throw field.Expected($"{rows} values, one for each of times", $"{values.Length}");
        }

        /// <summary>A list of events may be empty: nothing happened.</summary>
        private static ImmutableArray<JsonCursor> ItemsOrNone(JsonCursor field, string expected) =>
            field.IsEmptyArray ? [] : field.Items(expected);
    }
}
