namespace Orowan.Claims;

/// <summary>What a check found, from best to worst; the worst wins a merge.</summary>
public enum Verdict
{
    /// <summary>The claim holds, and the uncertainty is small enough to say so.</summary>
    Holds,

    /// <summary>The uncertainty is too large to tell, or the check failed to run. Never counts as holding.</summary>
    Undecided,

    /// <summary>The claim fails by more than the uncertainty.</summary>
    Violated,
}

/// <summary>One number against one bound, with all that the verdict needs. Dimensionless, like everything here.</summary>
/// <param name="Value">v, the measured side.</param>
/// <param name="Bound">B, the claimed side.</param>
/// <param name="Uncertainty">u, how wrong v - B may be: the run's own error pushed through the claim, and rounding. Not negative.</param>
/// <param name="Scale">s, the size that u is measured against. Positive.</param>
/// <param name="Resolution">r, the share of s that u may reach before the comparison says nothing. Positive.</param>
/// <param name="Identity">Whether v = B is claimed; otherwise v &lt;= B.</param>
/// <param name="At">Where: time, row, particles.</param>
public readonly record struct Comparison(
    double Value,
    double Bound,
    double Uncertainty,
    double Scale,
    double Resolution,
    bool Identity,
    string At)
{
    /// <summary>Share of the scale up to which an uncertainty still decides, unless a claim states another.</summary>
    public const double UsualResolution = 1e-3;

    /// <summary>Claims v &lt;= B; the scale is B where B is positive, otherwise <paramref name="scale"/>.</summary>
    public static Comparison AtMost(double value, double bound, double uncertainty, string at, double scale = 1, double resolution = UsualResolution) =>
        new(value, bound, uncertainty, bound > 0 ? bound : scale, resolution, Identity: false, at);

    /// <summary>Claims v &lt;= B where B may be much smaller or larger than what matters, so that the scale is stated.</summary>
    public static Comparison AtMostOnScale(double value, double bound, double uncertainty, double scale, string at, double resolution = UsualResolution) =>
        new(value, bound, uncertainty, scale, resolution, Identity: false, at);

    /// <summary>Claims v = B.</summary>
    public static Comparison Equal(double value, double bound, double uncertainty, double scale, string at, double resolution = UsualResolution) =>
        new(value, bound, uncertainty, scale, resolution, Identity: true, at);

    /// <summary>A comparison that could not be made; undecided.</summary>
    public static Comparison Unknown(string at) => new(double.NaN, double.NaN, double.PositiveInfinity, 1, UsualResolution, Identity: true, at);

    /// <summary>Claims nothing itself, but that the uncertainty is small enough on this scale for comparisons that count or sort by it.</summary>
    public static Comparison Resolved(double uncertainty, double scale, string at, double resolution = UsualResolution) =>
        new(0, 0, uncertainty, scale, resolution, Identity: true, at);

    /// <summary>The verdict rule. Anything that is not a number is undecided.</summary>
    public Verdict Verdict
    {
        get
        {
            var excess = Identity ? Math.Abs(Value - Bound) : Value - Bound;
            if (double.IsNaN(excess) || !(Uncertainty >= 0) || !(Scale > 0)) return Verdict.Undecided;
            if (excess > Uncertainty) return Verdict.Violated;
            return Uncertainty <= Resolution * Scale ? Verdict.Holds : Verdict.Undecided;
        }
    }

    /// <summary>How close to failing: v/B where B is the scale, 1 - (B - v)/s otherwise, and |v - B|/(r s) for an identity.</summary>
    public double Ratio =>
        Identity ? Math.Abs(Value - Bound) / (Resolution * Scale)
        : Scale.Equals(Bound) ? Value / Bound
        : 1 - ((Bound - Value) / Scale);
}

/// <summary>What a claim found on one subject.</summary>
/// <param name="Worst">The comparison that decides; null when the subject is inadmissible or the check compared nothing.</param>
/// <param name="Inadmissible">Why the subject does not meet the claim's hypotheses; null when it does.</param>
/// <param name="Error">The error that stopped the check; null when it ran.</param>
public sealed record Finding(Comparison? Worst, string? Inadmissible = null, string? Error = null)
{
    /// <summary>The verdict; null for an inadmissible subject.</summary>
    public Verdict? Verdict => Inadmissible is not null ? null : Error is not null || Worst is null ? Claims.Verdict.Undecided : Worst.Value.Verdict;

    /// <summary>Merges the comparisons of one check: the worst verdict wins, then the larger ratio.</summary>
    public static Finding Of(IEnumerable<Comparison> comparisons)
    {
        Comparison? worst = null;
        foreach (var comparison in comparisons)
        {
            if (worst is null || IsWorse(comparison, worst.Value)) worst = comparison;
        }
        return worst is null ? new Finding(null, Error: "the check compared nothing") : new Finding(worst);
    }

    /// <summary>Whether <paramref name="a"/> weighs more than <paramref name="b"/>: verdict first, then ratio; not-a-number weighs most.</summary>
    public static bool IsWorse(Comparison a, Comparison b) =>
        a.Verdict != b.Verdict ? a.Verdict > b.Verdict : a.Ratio > b.Ratio || (double.IsNaN(a.Ratio) && !double.IsNaN(b.Ratio));
}
