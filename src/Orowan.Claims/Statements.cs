using System.Collections.Immutable;

namespace Orowan.Claims;

/// <summary>A numbered statement or a display of a paper, or a sentence of its prose that the ledger judges.</summary>
/// <param name="Id">The id that its ledger line has.</param>
/// <param name="Place">Where it stands, and what it is.</param>
public sealed record Statement(string Id, string Place)
{
    /// <summary>Whether a ledger line is about this statement: its own id, or that of a part of it.</summary>
    public bool Covers(string id) => id.StartsWith(Id, StringComparison.Ordinal) && (id.Length == Id.Length || id[Id.Length] == '-');
}

/// <summary>Everything that the papers state, in their order; the ledger has a line for each.</summary>
public static class Statements
{
    /// <summary>Both papers whole.</summary>
    public static ImmutableArray<Statement> All { get; } = [.. Read(Annihilation.StatementsOfA.Text), .. Read(MultipleSigns.StatementsOfB.Text)];

    /// <summary>A statement a line: id, and where it stands.</summary>
    private static ImmutableArray<Statement> Read(string text) =>
    [
        .. from line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
           let parts = line.Split(' ', 2, StringSplitOptions.TrimEntries)
           select new Statement(parts[0], parts[1]),
    ];
}
