using Orowan.Claims;

namespace Orowan.Audit;

/// <summary>A finding and the subject it is about; <paramref name="From"/> is null for the ledger's counterexample.</summary>
internal sealed record Witness(Draw? From, Finding Finding);

/// <summary>The findings of one statement over its cases, added in the order of the cases.</summary>
internal sealed class Tally
{
    public int Holds { get; private set; }

    public int Violated { get; private set; }

    public int Undecided { get; private set; }

    public int Inadmissible { get; private set; }

    /// <summary>The finding with the largest ratio: of the violated, or else of the holding, or else of the undecided.</summary>
    public Witness? Sharpest { get; private set; }

    /// <summary>The first case that could not be decided.</summary>
    public Witness? FirstUndecided { get; private set; }

    public int Cases => Holds + Violated + Undecided + Inadmissible;

    /// <summary>
    /// The worst verdict over all cases; undecided too when no case held or more than half were inadmissible.
    /// </summary>
    public Verdict Verdict =>
        Violated > 0 ? Verdict.Violated
        : Undecided > 0 || Holds == 0 || 2L * Inadmissible > Cases ? Verdict.Undecided
        : Verdict.Holds;

    public void Add(Witness witness)
    {
        switch (witness.Finding.Verdict)
        {
            case Verdict.Holds: Holds++; break;
            case Verdict.Violated: Violated++; break;
            case Verdict.Undecided: Undecided++; FirstUndecided ??= witness; break;
            default: Inadmissible++; return;
        }
        if (Sharpest is null || IsSharper(witness.Finding, Sharpest.Finding)) Sharpest = witness;
    }

    /// <summary>Adds the findings of other cases of the same audit, in any order of the parts: of equals the first case stays.</summary>
    public void Join(int holds, int violated, int undecided, int inadmissible, Witness? sharpest, Witness? firstUndecided)
    {
        Holds += holds;
        Violated += violated;
        Undecided += undecided;
        Inadmissible += inadmissible;
        if (sharpest is not null && (Sharpest is null || GoesBefore(sharpest, Sharpest))) Sharpest = sharpest;
        if (firstUndecided is not null && (FirstUndecided is null || IsEarlier(firstUndecided, FirstUndecided)))
            FirstUndecided = firstUndecided;
    }

    private static bool GoesBefore(Witness a, Witness b) =>
        IsSharper(a.Finding, b.Finding) || (!IsSharper(b.Finding, a.Finding) && IsEarlier(a, b));

    private static bool IsEarlier(Witness a, Witness b) => a.From?.Number < b.From?.Number;

    /// <summary>Strictly, so that the first of equals stays.</summary>
    private static bool IsSharper(Finding a, Finding b)
    {
        var (rankA, rankB) = (Rank(a), Rank(b));
        return rankA != rankB ? rankA > rankB : a.Worst is { } worstA && b.Worst is { } worstB && Finding.IsWorse(worstA, worstB);
    }

    /// <summary>The ratio of an undecided comparison says nothing, so a decided one goes before it.</summary>
    private static int Rank(Finding finding) => finding.Verdict switch
    {
        Verdict.Violated => 3,
        Verdict.Holds => 2,
        _ => finding.Worst is null ? 0 : 1,
    };
}
