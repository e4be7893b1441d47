using Orowan.Audit;
using Orowan.Claims;
using Xunit;

namespace Orowan.Tests.CommandLine;

public sealed class CatalogueTests
{
    [Fact]
    public void The_list_names_every_claim_and_fits_the_terminal()
    {
        var answer = Terminal.Run("claims");
        Assert.Equal((ExitStatus.AsExpected, ""), (answer.Status, answer.Error));
        Assert.All(answer.OutputLines, line => Assert.True(line.Length <= 100, line));
        Assert.All(
            Ledger.Entries, entry => Assert.Single(answer.OutputLines, line => line.StartsWith($"{entry.Id} ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_claim_is_shown_with_all_that_is_known_of_it()
    {
        var entry = Ledger.Find("A-eq-4.5")!;
        var answer = Terminal.Run("claims", entry.Id);
        var words = Words(answer.Output);
        Assert.Equal(ExitStatus.AsExpected, answer.Status);
        Assert.Contains(Words(entry.Claim!.Statement), words, StringComparison.Ordinal);
        Assert.Contains(Words(entry.Claim.Derivation), words, StringComparison.Ordinal);
        Assert.Contains(Words(entry.Printed!.Statement), words, StringComparison.Ordinal);
        Assert.Contains(Words(entry.Reason!), words, StringComparison.Ordinal);
        Assert.Contains("\"x\": [-0.5, 0.5, 1]", answer.Output, StringComparison.Ordinal);
        Assert.All(entry.Faults, fault => Assert.Contains(Words(fault.Name), words, StringComparison.Ordinal));
    }

    /// <summary>The text without its line breaks.</summary>
    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
