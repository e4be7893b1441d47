using FsCheck;
using FsCheck.Fluent;
using Orowan.Claims;
using Orowan.Flows;
using Orowan.Formats;

namespace Orowan.Properties;

/// <summary>A claim of the ledger as a property of one subject.</summary>
internal static class Judged
{
    private static readonly ReferenceSolver Reference = new();

    /// <summary>
    /// The claim holds. An inadmissible or undecided subject is rejected, not passed, so a claim that decides fewer than half of its
    /// subjects is exhausted and fails; a check that crashed fails.
    /// </summary>
    public static Property Holds(string id, ISubject subject)
    {
        var claim = Ledger.Find(id)?.Claim ?? throw new ArgumentException($"The ledger has no claim {id}.", nameof(id));
        var finding = claim.Judge(subject, new MemoisedSolver(Reference));
        var decided = finding.Error is not null || finding.Verdict is Verdict.Holds or Verdict.Violated;
        return (finding.Verdict == Verdict.Holds).Label(Describe(finding)).When(decided);
    }

    private static string Describe(Finding finding) =>
        finding.Error ?? (finding.Worst is { } w
            ? $"{w.Verdict}: value {w.Value:R}, bound {w.Bound:R}, uncertainty {w.Uncertainty:R}, {w.At}"
            : "inadmissible");
}
