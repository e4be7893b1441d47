using System.Collections.Immutable;
using System.Text;
using Orowan.Formats;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Formats;

/// <summary>A small valid case and run as JSON fields that a test replaces, adds or leaves out one by one.</summary>
internal static class Sample
{
    private static readonly ImmutableArray<(string Name, string Json)> CaseFields =
    [
        ("system", "\"annihilation\""), ("V", "{\"kind\": \"log\"}"), ("W", "{\"kind\": \"zero\"}"),
        ("x", "[-0.5, 0.5, 1]"), ("b", "[1, 1, -1]"), ("T", "2"), ("output", "[0, 1, 2]"), ("tolerance", "1e-9"),
    ];

    private static readonly ImmutableArray<(string Name, string Json)> RunFields =
    [
        ("times", "[0, 2]"), ("x", "[[-0.5, 0.5, 1], [-0.6, 0.7, 0.9]]"), ("b", "[[1, 1, -1], [1, 0, 0]]"),
        ("collisions", "[{\"time\": 1.5, \"pairs\": [[1, 2]], \"at\": [0.8]}]"), ("energy", "[-0.25, -0.5]"), ("dissipation", "[0, 0.25]"),
        ("uncertainty", "1e-10"), ("solver", "\"other 1.0\""), ("statistics", "{\"steps\": 12}"),
        ("close", "[{\"pair\": [1, 2], \"logGap\": [null, -812.5]}]"), ("ended", "\"contact\""),
    ];

    public static LineCase Case { get; } = new(
        new LogPotential(), new ZeroPotential(), [-0.5, 0.5, 1], [1, 1, -1], 2, [0, 1, 2], 1e-9);

    public static string CaseWith(string field, string? json) => With(CaseFields, field, json);

    public static string RunWith(string field, string? json) => With(RunFields, field, json);

    public static ISubject ParseCase(string json) => CaseFormat.ParseSubject(Encoding.UTF8.GetBytes(json), "case.json");

    public static LineRun ParseRun(string json, LineCase? forCase = null) =>
        RunFormat.Parse(Encoding.UTF8.GetBytes(json), "run.json", forCase ?? Case);

    /// <summary>The message for a case with one field replaced, or left out when <paramref name="json"/> is null.</summary>
    public static string CaseError(string field, string? json) => Message(() => ParseCase(CaseWith(field, json)));

    /// <summary>The message for a run with one field replaced, or left out when <paramref name="json"/> is null.</summary>
    public static string RunError(string field, string? json) => Message(() => ParseRun(RunWith(field, json)));

    /// <summary>The message of the error, which must be of one line.</summary>
    public static string Message(Action act)
    {
        var message = Assert.Throws<InputException>(act).Message;
        Assert.DoesNotContain(message, char.IsControl);
        return message;
    }

    private static string With(ImmutableArray<(string Name, string Json)> fields, string field, string? json)
    {
        var at = fields.Select(f => f.Name).ToList().IndexOf(field);
        var written = at < 0 ? fields : fields.RemoveAt(at);
        if (json is not null) written = written.Insert(at < 0 ? fields.Length : at, (field, json));
        return "{" + string.Join(", ", written.Select(f => $"\"{f.Name}\": {f.Json}")) + "}";
    }
}
