using Orowan.Claims;

namespace Orowan.Audit;

/// <summary>Findings in words and numbers.</summary>
internal static class FindingText
{
    /// <summary>A number for a table: four significant digits.</summary>
    public static string Short(double number) => number.ToString("g4");

    /// <summary>What was compared, with all digits.</summary>
    public static string Exact(Comparison comparison) =>
        $"value {comparison.Value:R}, claimed {(comparison.Identity ? "equal to" : "at most")} {comparison.Bound:R}, "
        + $"uncertainty {comparison.Uncertainty:R} ({OneLine.Of(comparison.At)})";

    /// <summary>The verdict as a word; an inadmissible subject has none.</summary>
    public static string Word(Verdict? verdict) => verdict?.ToString() ?? "inadmissible";

    /// <summary>Why there is no verdict, or what the verdict rests on.</summary>
    public static string Why(Finding finding) =>
        OneLine.Of(finding.Inadmissible ?? finding.Error ?? (finding.Worst is { } worst ? Exact(worst) : ""));
}
