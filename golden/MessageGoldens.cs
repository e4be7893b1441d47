using VerifyXunit;
using Xunit;

namespace Orowan.Golden;

/// <summary>What the command line says of bad input: one line, the file, the field, what was expected.</summary>
public class MessageGoldens
{
    private static readonly (string Name, string Json)[] Cases =
    [
        ("empty", ""),
        ("unknown-system", """{"system": "vortices"}"""),
        ("unknown-kind", """{"system": "annihilation", "V": {"kind": "coulomb"}, "W": {"kind": "zero"}, "x": [0, 1], "b": [1, 1], "T": 1}"""),
        ("unknown-field", """{"system": "annihilation", "V": {"kind": "log"}, "W": {"kind": "zero"}, "x": [0, 1], "b": [1, 1], "T": 1, "dt": 0.1}"""),
        ("unsorted", """{"system": "annihilation", "V": {"kind": "log"}, "W": {"kind": "zero"}, "x": [1, 0], "b": [1, 1], "T": 1}"""),
        ("equal", """{"system": "annihilation", "V": {"kind": "log"}, "W": {"kind": "zero"}, "x": [0, 0], "b": [1, -1], "T": 1}"""),
        ("charge", """{"system": "annihilation", "V": {"kind": "log"}, "W": {"kind": "zero"}, "x": [0, 1], "b": [1, 2], "T": 1}"""),
        ("lengths", """{"system": "annihilation", "V": {"kind": "log"}, "W": {"kind": "zero"}, "x": [0, 1], "b": [1], "T": 1}"""),
        ("nothing", """{"system": "annihilation", "V": {"kind": "log"}, "W": {"kind": "zero"}, "x": [], "b": [], "T": 1}"""),
        ("too-large", """{"system": "annihilation", "V": {"kind": "log"}, "W": {"kind": "zero"}, "x": [0, 1e400], "b": [1, 1], "T": 1}"""),
        ("delta", """{"system": "annihilation", "V": {"kind": "log"}, "W": {"kind": "log-regularised", "delta": 0}, "x": [0, 1], "b": [1, 1], "T": 1}"""),
    ];

    [Fact]
    public Task BadCases() => Verifier.Verify(CommandLineText.InFolder(folder => string.Concat(Cases.Select(bad =>
    {
        var path = Path.Combine(folder, $"{bad.Name}.json");
        File.WriteAllText(path, bad.Json);
        return CommandLineText.Of(folder, "simulate", path, "--out", Path.Combine(folder, "never.json"));
    }))));

    [Fact]
    public Task BadUsage() => Verifier.Verify(CommandLineText.InFolder(folder => string.Concat(new string[][]
    {
        ["audit", "--cases", "0"],
        ["audit", "--paper", "C"],
        ["audit", "--claim", "A-4.5-vi"],
        ["audit", "--jobs", "none"],
        ["simulate", Path.Combine(folder, "missing.json")],
        ["simulate", folder],
        ["check", Path.Combine(folder, "missing.json")],
        ["melt"],
    }.Select(args => CommandLineText.Of(folder, args)))));
}
