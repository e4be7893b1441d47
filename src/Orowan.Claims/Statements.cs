using System.Collections.Immutable;

namespace Orowan.Claims;

/// <summary>A numbered statement or a display of a paper, or a sentence of its prose that the ledger judges.</summary>
/// <param name="Id">The id that its ledger line has.</param>
/// <param name="Label">Where it stands, and what it is.</param>
/// <param name="IsAudited">False for a statement that is known to have no ledger line yet.</param>
public sealed record Statement(string Id, string Label, bool IsAudited)
{
    /// <summary>Whether a ledger line is about this statement: its own id, or that of a part of it.</summary>
    public bool Covers(string id) => id.StartsWith(Id, StringComparison.Ordinal) && (id.Length == Id.Length || id[Id.Length] == '-');
}

/// <summary>Everything that the papers state, in their order, whether it is audited or not.</summary>
public static class Statements
{
    /// <summary>Begins the line of a statement without a ledger line.</summary>
    private const char Mark = '!';

    /// <summary>Both papers whole.</summary>
    public static ImmutableArray<Statement> All { get; } = [.. Read(Annihilation.StatementsOfA.Text), .. Read(MultipleSigns.StatementsOfB.Text)];

    /// <summary>What no ledger line says anything about.</summary>
    public static IEnumerable<Statement> NotYetAudited => All.Where(statement => !statement.IsAudited);

    /// <summary>A statement a line: id and label, with <see cref="Mark"/> before the id where no ledger line is expected.</summary>
    private static ImmutableArray<Statement> Read(string text) =>
    [
        .. from line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
           let parts = line.TrimStart(Mark).Split(' ', 2, StringSplitOptions.TrimEntries)
           select new Statement(parts[0], parts[1], line[0] != Mark),
    ];
}
