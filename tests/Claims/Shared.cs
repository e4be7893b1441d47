using Orowan.Claims;
using Orowan.Claims.Annihilation;
using Orowan.Flows;
using Orowan.Formats;

namespace Orowan.Tests.Claims;

/// <summary>One solver for all tests of claims: each example is solved once.</summary>
internal static class Shared
{
    public static readonly ISolver Solver = new MemoisedSolver(new ReferenceSolver());

    public static Entry Entry(string id) => Ledger.Find(id) ?? throw new ArgumentException($"The ledger has no line {id}.", nameof(id));

    public static IClaim Claim(string id) => Entry(id).Claim ?? throw new ArgumentException($"The line {id} has no claim.", nameof(id));

    /// <summary>Every claim of the ledger about particles on the line.</summary>
    public static IEnumerable<IClaim> LineClaims => Ledger.Entries.Select(entry => entry.Claim).OfType<IClaim>().Where(claim => claim.SubjectType == typeof(LineCase));

    /// <summary>What failed, for the message of a test.</summary>
    public static string Describe(Finding finding) =>
        finding.Inadmissible ?? finding.Error ?? $"{finding.Verdict}: {finding.Worst!.Value.Value:R} against {finding.Worst.Value.Bound:R}, "
        + $"uncertainty {finding.Worst.Value.Uncertainty:R}, {finding.Worst.Value.At}";

    /// <summary>The verdict of each line claim on a run made elsewhere; claims that do not apply are left out.</summary>
    public static Dictionary<string, Finding> Check(LineCase subject, LineRun run)
    {
        var solver = new RecordedRun(subject, run);
        return LineClaims.Select(claim => (claim.Id, Finding: claim.Judge(subject, solver)))
            .Where(judged => judged.Finding.Inadmissible is null)
            .ToDictionary(judged => judged.Id, judged => judged.Finding, StringComparer.Ordinal);
    }

    /// <summary>
    /// Five particles and a ghost, which attract, with one annihilation, the pair (2, 3), before the end; every row is away from it.
    /// </summary>
    public static LineCase Example { get; } = LineExamples.TwoBlocks with
    {
        X = [-1, -0.25, 0.5, 0.8, 1.3, 2],
        B = [1, 1, 1, -1, 0, -1],
        T = 2,
        Output = [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2],
    };
}
