using Orowan.Claims;
using Orowan.Formats;

namespace Orowan.Audit;

/// <summary>Looks claims up by id, and says which ids a misspelt one may have meant.</summary>
internal static class NearestIds
{
    private const int Shown = 3;

    /// <summary>The entry of an id.</summary>
    /// <exception cref="InputException">There is none; the message names the nearest ids.</exception>
    public static Entry Find(IReadOnlyList<Entry> ledger, string id) =>
        ledger.FirstOrDefault(entry => string.Equals(entry.Id, id, StringComparison.Ordinal))
        ?? throw new InputException($"no claim '{OneLine.Clip(id, 40)}' in the ledger; {Suggestion(ledger, id)}");

    private static string Suggestion(IReadOnlyList<Entry> ledger, string id)
    {
        var nearest = ledger
            .Select(entry => entry.Id)
            .OrderBy(known => Distance(id, known))
            .ThenBy(known => known, StringComparer.Ordinal)
            .Take(Shown);
        return $"the nearest: {string.Join(", ", nearest)} (see 'orowan claims')";
    }

    /// <summary>0 for a beginning of the other, otherwise the number of letters to insert, delete or replace; case is free.</summary>
    private static int Distance(string given, string known)
    {
        if (given.Length > 0 && known.StartsWith(given, StringComparison.OrdinalIgnoreCase)) return 0;
        var row = Enumerable.Range(0, known.Length + 1).ToArray();
        foreach (var letter in given)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= known.Length; j++)
            {
                var replaced = diagonal + (char.ToUpperInvariant(letter) == char.ToUpperInvariant(known[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }
        return row[^1];
    }
}
