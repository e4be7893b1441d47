using System.Text.Json;
using VerifyXunit;
using Xunit;

namespace Orowan.Golden;

/// <summary>The catalogue, and what a small audit finds of each line of the ledger.</summary>
public class LedgerGoldens
{
    private static readonly string[] Fields = ["id", "status", "verdict", "holds", "violated", "undecided", "inadmissible"];

    [Fact]
    public Task Catalogue() => Verifier.Verify(CommandLineText.Of("FOLDER", "claims"));

    [Fact]
    public Task OneClaim() => Verifier.Verify(CommandLineText.Of("FOLDER", "claims", "A-eq-4.5"));

    [Fact]
    public Task CountsOfA() => Counts("A", 24);

    [Fact]
    public Task CountsOfB() => Counts("B", 8);

    private static Task Counts(string paper, int cases) => Verifier.Verify(
        CommandLineText.InFolder(folder =>
        {
            var text = CommandLineText.Of(folder, "audit", "--paper", paper, "--cases", $"{cases}", "--out", Path.Combine(folder, "audit"));
            Assert.EndsWith("exit status 0\n", text, StringComparison.Ordinal);
            using var report = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "audit", "report.json")));
            var lines = report.RootElement.GetProperty("claims").EnumerateArray().Select(Line);
            return $"what {cases} cases of seed 1 say of each claim: id, expected, verdict, held, violated, undecided, inadmissible\n{string.Join('\n', lines)}\n";
        }));

    private static string Line(JsonElement claim) =>
        string.Join(' ', Fields.Select(field => claim.GetProperty(field).ToString()));
}
