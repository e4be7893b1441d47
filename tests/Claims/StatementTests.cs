using Orowan.Claims;
using Xunit;

namespace Orowan.Tests.Claims;

/// <summary>The ledger against the list of everything that the papers state.</summary>
public sealed class StatementTests
{
    [Fact]
    public void Every_statement_has_a_ledger_line_or_says_that_it_has_none()
    {
        var missing = Statements.All.Where(statement => statement.IsAudited && Ledger.Find(statement.Id) is null);
        Assert.Equal("", string.Join(' ', missing.Select(statement => statement.Id)));
    }

    [Fact]
    public void No_mark_is_stale()
    {
        var stale = Statements.NotYetAudited.Where(statement => Ledger.Find(statement.Id) is not null);
        Assert.Equal("", string.Join(' ', stale.Select(statement => statement.Id)));
    }

    /// <summary>Lines for parts of a statement need not be listed; lines about nothing in the paper must be.</summary>
    [Fact]
    public void Every_line_of_paper_A_is_about_a_statement_of_the_list()
    {
        var strangers = Ledger.Entries.Where(entry => entry.Id.StartsWith("A-", StringComparison.Ordinal) && !Statements.All.Any(statement => statement.Covers(entry.Id)));
        Assert.Equal("", string.Join(' ', strangers.Select(entry => entry.Id)));
    }

    [Fact]
    public void Ids_are_different() =>
        Assert.Equal(Statements.All.Length, Statements.All.Select(statement => statement.Id).Distinct(StringComparer.Ordinal).Count());

    /// <summary>No number is left out: (1.1) to (1.5), (2.1) to (2.3), (3.1) to (3.14), (4.1) to (4.19), (5.1) to (5.6).</summary>
    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 3)]
    [InlineData(3, 14)]
    [InlineData(4, 19)]
    [InlineData(5, 6)]
    public void Every_numbered_display_is_listed(int section, int last)
    {
        var listed = Statements.All.Select(statement => statement.Id).ToHashSet(StringComparer.Ordinal);
        Assert.All(Enumerable.Range(1, last), number => Assert.Contains($"A-eq-{section}.{number}", listed));
    }
}
