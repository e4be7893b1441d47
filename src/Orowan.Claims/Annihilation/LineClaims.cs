using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>What the claims on particles on the line have in common.</summary>
internal static class LineClaims
{
    /// <summary>Share of a length up to which an error of positions still decides about positions.</summary>
    public const double PositionResolution = 1e-2;

    /// <summary>A claim about a run under Assumption 2.1.</summary>
    public static Claim<LineCase> About(
        string id,
        string label,
        string statement,
        string derivation,
        Func<LineTrial, IEnumerable<Comparison>> check,
        Func<LineCase, string?>? further = null) =>
        new(id, label, statement, derivation, c => Admissible(c) ?? further?.Invoke(c), (c, solver) => check(LineTrial.Of(c, solver)));

    /// <summary>Why the potentials do not meet Assumption 2.1 of A; null when they do.</summary>
    public static string? Admissible(LineCase subject) => Admissibility.ReasonAgainst(subject.V, subject.W);

    /// <summary>Why a bound by K of (2.3) of A says nothing in doubles; null when it does.</summary>
    public static string? WithoutK(LineCase subject) =>
        double.IsInfinity(CaseConstants.Of(subject).K) ? "K of (2.3) exceeds the range of doubles" : null;

    /// <summary>Why a bound on speeds says nothing in doubles; null when it does.</summary>
    public static string? WithoutSpeed(LineCase subject) =>
        double.IsInfinity(CaseConstants.Of(subject).Speed(1) + CaseConstants.Of(subject).Speed(-1))
            ? "the bound on the distance of like particles is below the range of doubles"
            : null;

    /// <summary>n+ (sign 1) or n- (sign -1) as a double, for the constants.</summary>
    public static double Species(LineCase subject, int sign) => subject.CountOf(sign);

    /// <summary>
    /// c = [A^-_V (n+(n+ - 1) + n-(n- - 1)) + 2 A^-_W n+ n-] / n^2, the rate of growth of the second moment. From
    /// dM_2/dt = -(1/n^2) sum over ordered pairs of (x_i - x_j) f'(x_i - x_j), each term at most A^-_f.
    /// </summary>
    public static double MomentGrowth(LineCase subject)
    {
        var (plus, minus, n) = (Species(subject, 1), Species(subject, -1), (double)subject.Count);
        var like = (plus * (plus - 1)) + (minus * (minus - 1));
        return ((subject.V.RepulsionBound * like) + (2 * subject.W.RepulsionBound * plus * minus)) / (n * n);
    }

    /// <summary>M_k = (1/n) sum |x_i|^k over all particles, ghosts included.</summary>
    public static double Moment(double[] x, int k) => x.Sum(y => Math.Pow(Math.Abs(y), k)) / x.Length;

    /// <summary>How wrong M_k is when each position is wrong by <paramref name="error"/>, with rounding.</summary>
    public static double MomentUncertainty(double[] x, int k, double error)
    {
        var largest = x.Max(Math.Abs) + error;
        var slope = k * x.Sum(y => Math.Pow(Math.Abs(y) + error, k - 1)) / x.Length;
        return (slope * (error + (Floating.Spacing * largest))) + (4 * Floating.Spacing * Math.Pow(largest, k));
    }
}
