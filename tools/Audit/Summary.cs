namespace Orowan.Audit;

/// <summary>The sentences that close an audit.</summary>
internal static class Summary
{
    public static string Of(Report report)
    {
        var judged = report.Claims.Where(claim => claim.Verdict is not null).ToArray();
        var holding = judged
            .Where(claim => claim.Standing == Standing.AsExpected && claim.Status is Claims.Status.Holds or Claims.Status.Corrected)
            .ToArray();
        var corrected = holding.Where(claim => claim.Status == Claims.Status.Corrected).ToArray();
        var refuted = judged.Where(claim => claim.Status == Claims.Status.Refuted && claim.Standing == Standing.AsExpected).ToArray();
        return $"{holding.Length} of {Count(judged.Length, "claim")} {(holding.Length == 1 ? "holds" : "hold")}"
            + (corrected.Length > 0
                ? $", {corrected.Length} of them corrected, the printed form failing on its counterexample ({Ids(corrected)})"
                : "")
            + (refuted.Length > 0 ? $"; {refuted.Length} refuted as printed ({Ids(refuted)})" : "")
            + $". {Those(report, Standing.Violated, "violated")}, {Those(report, Standing.Undecided, "undecided")}, "
            + $"{Those(report, Standing.Moved, "moved from what the ledger says")}.";
    }

    /// <summary>A number with its noun.</summary>
    public static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";

    private static string Those(Report report, Standing standing, string word)
    {
        var claims = report.Claims.Where(claim => claim.Standing == standing).ToArray();
        return claims.Length == 0 ? $"0 {word}" : $"{claims.Length} {word} ({Ids(claims)})";
    }

    private static string Ids(IEnumerable<ClaimReport> claims) => string.Join(", ", claims.Select(claim => claim.Id));
}
