using Orowan.Claims;
using Orowan.Formats;

namespace Orowan.Audit;

/// <summary>The findings of all claims about one subject, as a table and an exit status.</summary>
internal sealed class Judgement
{
    private readonly List<(Form Form, Finding Finding)> findings;

    private Judgement(List<(Form Form, Finding Finding)> findings) => this.findings = findings;

    /// <summary>Judges the claims that should hold, in the ledger's order.</summary>
    public static Judgement OfClaims(Session session, ISubject subject, ISolver solver) =>
        new(Judge(session, subject, solver, form => form.ShouldHold));

    /// <summary>Judges the statements as printed too, which may fail.</summary>
    public static Judgement OfAll(Session session, ISubject subject, ISolver solver) => new(Judge(session, subject, solver, _ => true));

    /// <summary>Whether no claim is about subjects of this type.</summary>
    public bool IsEmpty => findings.Count == 0;

    /// <summary>Claims that should hold and whose hypotheses the subject meets.</summary>
    private IEnumerable<(Form Form, Finding Finding)> Counted =>
        findings.Where(found => found.Form.ShouldHold && found.Finding.Verdict is not null);

    /// <summary>The worst of the claims that should hold; a subject that none of them admits decides nothing.</summary>
    public int ExitStatus => Counted.Select(found => found.Finding.Verdict!.Value).DefaultIfEmpty(Verdict.Undecided).Max() switch
    {
        Verdict.Holds => Audit.ExitStatus.AsExpected,
        Verdict.Undecided => Audit.ExitStatus.Undecided,
        _ => Audit.ExitStatus.Violated,
    };

    /// <summary>Prints the table, what does not fit into it, and the closing sentence.</summary>
    public void Print(Page page)
    {
        var table = new TextTable("claim", "verdict", "value", "bound", "uncertainty", "where");
        table.Right(2, 3, 4);
        foreach (var (form, finding) in findings) table.Add(Row(form, finding));
        table.Write(page);
        page.Line();
        foreach (var (form, finding) in findings.Where(found => found.Finding.Verdict is Verdict.Undecided or Verdict.Violated))
        {
            page.Prose($"{Name(form)}, {finding.Verdict}: {FindingText.Why(finding)}", "  ");
        }
        var inadmissible = findings.Where(found => found.Finding.Inadmissible is not null);
        foreach (var reason in inadmissible.GroupBy(found => FindingText.Why(found.Finding), StringComparer.Ordinal))
        {
            page.Prose($"Not applicable, {reason.Key.TrimEnd('.')}: {string.Join(", ", reason.Select(found => Name(found.Form)))}", "  ");
        }
        page.Prose(Sentence());
    }

    private static List<(Form, Finding)> Judge(Session session, ISubject subject, ISolver solver, Func<Form, bool> wanted)
    {
        var found = new List<(Form, Finding)>();
        foreach (var form in session.Ledger.SelectMany(Form.Of).Where(form => wanted(form) && form.Claim.SubjectType == subject.GetType()))
        {
            session.Cancellation.ThrowIfCancellationRequested();
            found.Add((form, form.Claim.Judge(subject, solver)));
        }
        return found;
    }

    private static Cell[] Row(Form form, Finding finding) => finding.Worst is { } worst && finding is { Error: null, Inadmissible: null }
        ? [
            Name(form),
            Cell.Of(finding.Verdict),
            FindingText.Short(worst.Value),
            FindingText.Short(worst.Bound),
            FindingText.Short(worst.Uncertainty),
            OneLine.Of(worst.At)]
        : [Name(form), Cell.Of(finding.Verdict), "-", "-", "-", FindingText.Why(finding)];

    private static string Name(Form form) => form.ShouldHold ? form.Entry.Id : $"{form.Entry.Id} (printed)";

    private string Sentence()
    {
        var admitted = Counted.ToArray();
        var others = findings.Count(found => found.Form.ShouldHold) - admitted.Length;
        var holding = With(Verdict.Holds).Length;
        return $"{holding} of {Summary.Count(admitted.Length, "applicable claim")} {(holding == 1 ? "holds" : "hold")}, "
            + $"{Listed(Verdict.Violated, "violated")}, {Listed(Verdict.Undecided, "undecided")}; "
            + $"{others} {(others == 1 ? "does" : "do")} not apply.";

        string[] With(Verdict verdict) =>
            [.. admitted.Where(found => found.Finding.Verdict == verdict).Select(found => found.Form.Entry.Id)];

        string Listed(Verdict verdict, string word) =>
            With(verdict) is { Length: > 0 } ids ? $"{ids.Length} {word} ({string.Join(", ", ids)})" : $"0 {word}";
    }
}
