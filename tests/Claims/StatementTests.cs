using Orowan.Claims;
using Xunit;

namespace Orowan.Tests.Claims;

/// <summary>The ledger against the list of everything that the papers state.</summary>
public sealed class StatementTests
{
    [Fact]
    public void Every_statement_has_a_ledger_line()
    {
        var missing = Statements.All.Where(statement => Ledger.Find(statement.Id) is null);
        Assert.Equal("", string.Join(' ', missing.Select(statement => $"{statement.Id} ({statement.Place})")));
    }

    /// <summary>Lines for parts of a statement need not be listed; lines about nothing in the paper must be.</summary>
    [Fact]
    public void Every_line_is_about_a_statement_of_the_list()
    {
        var strangers = Ledger.Entries.Where(entry => !Statements.All.Any(statement => statement.Covers(entry.Id)));
        Assert.Equal("", string.Join(' ', strangers.Select(entry => entry.Id)));
    }

    [Fact]
    public void Ids_are_different() =>
        Assert.Equal(Statements.All.Length, Statements.All.Select(statement => statement.Id).Distinct(StringComparer.Ordinal).Count());

    /// <summary>No number is left out: A (1.1) to (1.5), (2.1) to (2.3), ..., B (1.1) to (1.7), ...; B has no (3.1) and (3.28) in the text.</summary>
    [Theory]
    [InlineData("A", 1, 1, 5)]
    [InlineData("A", 2, 1, 3)]
    [InlineData("A", 3, 1, 14)]
    [InlineData("A", 4, 1, 19)]
    [InlineData("A", 5, 1, 6)]
    [InlineData("B", 1, 1, 7)]
    [InlineData("B", 2, 1, 21)]
    [InlineData("B", 3, 2, 27)]
    [InlineData("B", 3, 29, 30)]
    [InlineData("B", 4, 1, 16)]
    public void Every_numbered_display_is_listed(string paper, int section, int first, int last)
    {
        var listed = Statements.All.Select(statement => statement.Id).ToHashSet(StringComparer.Ordinal);
        Assert.All(Enumerable.Range(first, last - first + 1), number => Assert.Contains($"{paper}-eq-{section}.{number}", listed));
    }
}
