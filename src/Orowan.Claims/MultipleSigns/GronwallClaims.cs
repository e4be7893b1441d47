using Orowan.Formats;

namespace Orowan.Claims.MultipleSigns;

/// <summary>What the claims on Lemma 3.5 of B share: pairs of cases with the same potentials and as many particles of each charge.</summary>
internal static class GronwallClaims
{
    /// <summary>Errors of sums of forces, relative to the bounds of the gradients.</summary>
    public const double Rounding = 1e-11;

    /// <summary>A claim on pairs as they start; needs no solver.</summary>
    public static Claim<Pair<TorusCase>> OnPairs(
        string id, string label, string statement, string derivation, Func<Pair<TorusCase>, SpeciesCoupling, IEnumerable<Comparison>> check) =>
        new(id, label, statement, derivation, ReasonAgainst, (pair, _) => check(pair, Initial(pair)));

    /// <summary>A claim on both runs.</summary>
    public static Claim<Pair<TorusCase>> OnRuns(
        string id, string label, string statement, string derivation, Func<Pair<TorusCase>, TorusTrial, TorusTrial, IEnumerable<Comparison>> check) =>
        new(id, label, statement, derivation, ReasonAgainst, (pair, solver) => check(pair, TorusTrial.Of(pair.First, solver), TorusTrial.Of(pair.Second, solver)));

    /// <summary>lambda + U2.</summary>
    public static double RateOf(TorusCase subject) => subject.V.HessianBound + subject.U.HessianBound;

    /// <summary>A bound of the velocities.</summary>
    public static double SpeedOf(TorusCase subject) => subject.V.GradientBound + subject.U.GradientBound;

    /// <summary>The coupling of the initial data.</summary>
    public static SpeciesCoupling Initial(Pair<TorusCase> pair) => new(pair.First, [.. pair.First.X], [.. pair.Second.X], pair.Second.B);

    /// <summary>Why a pair is outside Lemma 3.5.</summary>
    public static string? ReasonAgainst(Pair<TorusCase> pair)
    {
        var (a, b) = (pair.First, pair.Second);
        return a.V.IsSingular || a.Dipoles is not null || b.Dipoles is not null ? "V is singular, or there are dipoles"
            : a.Dimension != b.Dimension || a.Motion != b.Motion || a.V != b.V || a.U != b.U ? "the potentials or the motions differ"
            : a.CountOf(1) != b.CountOf(1) || a.Count != b.Count ? "the numbers of particles of a charge differ"
            : !a.Output.SequenceEqual(b.Output) ? "the output times differ"
            : null;
    }
}
