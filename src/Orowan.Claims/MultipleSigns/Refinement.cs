using System.Collections.Immutable;
using Orowan.Formats;
using Orowan.Measures;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, (3.4): empirical measures of ever more particles, as a Cauchy sequence.</summary>
internal static class Refinement
{
    /// <summary>How far the two halves of a particle stand from it.</summary>
    private const double Apart = 1e-3;

    public static Claim<TorusCase> Cauchy { get; } = new(
        "B-eq-3.4",
        "Convergence (3.4)",
        "If empirical measures are a Cauchy sequence in W at t = 0, so they are at every t: W(mu_n(t), mu_2n(t)) <= e^((lambda + U2) t) W(mu_n(0), mu_2n(0)) for n particles against 2n, "
        + "two at x_i - 1e-3 and x_i + 1e-3 (first component) for each; their limit is the solution. That a subsequence of any data converges is compactness.",
        "The Gronwall estimate B-3.5-gronwall is about measures: n particles are 2n particles in pairs at one place, which exert half the force each and none on their twins.",
        c => c.V.IsSingular || c.Dipoles is not null ? "V is singular, or there are dipoles" : null,
        Check);

    private static TorusCase Doubled(TorusCase subject)
    {
        IEnumerable<double> At(int i, double side) => subject.At(i).ToArray().Select((x, a) => a == 0 ? x + (side * Apart) - Math.Floor(x + (side * Apart)) : x);
        return subject with
        {
            X = [.. Enumerable.Range(0, subject.Count).SelectMany(i => At(i, -1).Concat(At(i, 1)))],
            B = [.. subject.B.SelectMany(b => (ImmutableArray<int>)[b, b])],
        };
    }

    private static IEnumerable<Comparison> Check(TorusCase subject, ISolver solver)
    {
        var (coarse, fine) = (TorusTrial.Of(subject, solver), TorusTrial.Of(Doubled(subject), solver));
        double DistanceOf(TorusRow a, TorusRow b) => Math.Sqrt(SpeciesTransport.Split(
            AtomicMeasure.Equal(subject.Dimension, [.. a.State.X], [.. a.B]), AtomicMeasure.Equal(subject.Dimension, [.. b.State.X], [.. b.B]), Space.Torus(subject.Dimension)).Cost);
        var start = DistanceOf(coarse.Rows[0], fine.Rows[0]);
        var uncertainty = Math.Sqrt(subject.Dimension) * (coarse.Uncertainty + fine.Uncertainty);
        foreach (var (a, b) in coarse.Rows.Zip(fine.Rows))
        {
            if (a.Time == 0 || a.Time != b.Time) continue;
            var (value, bound) = (DistanceOf(a, b), Math.Exp(Math.Min((GronwallClaims.RateOf(subject) * a.Time) + Math.Log(start), 50)));
            yield return Comparison.AtMost(value, bound, uncertainty + (1e-14 * (value + bound)), $"t = {a.Time:R}", resolution: 0.01);
        }
    }
}
