using Orowan.Formats;

namespace Orowan.Claims.Annihilation;

/// <summary>A, (4.5): how many particles can annihilate.</summary>
internal static class NumberOfAnnihilations
{
    private const string Id = "A-eq-4.5";
    private const string Label = "Equation (4.5)";

    public static Claim<LineCase> Printed { get; } = LineClaims.About(
        Id,
        Label,
        "sum over k of gamma_k <= n/2, where gamma_k is the number of particles that annihilate at t_k.",
        "As printed, after (4.4), where gamma_k = #Gamma_k counts both members of each pair.",
        trial => [Comparison.AtMost(Annihilated(trial), trial.Count / 2.0, 0, "particles annihilated in the run")]);

    public static Claim<LineCase> Corrected { get; } = LineClaims.About(
        Id,
        Label,
        "sum over k of gamma_k <= 2 min(n+, n-) <= n; and each gamma_k is even.",
        "Each annihilated pair takes one particle of each sign and no particle annihilates twice, so there are at most min(n+, n-) pairs of two.",
        Check);

    /// <summary>The smallest number of particles: an isolated opposite pair never meets, so two do not do.</summary>
    public static LineCase Counterexample { get; } = LineExamples.PlusPlusMinus;

    private static IEnumerable<Comparison> Check(LineTrial trial)
    {
        var most = 2 * Math.Min(trial.Case.CountOf(1), trial.Case.CountOf(-1));
        yield return Comparison.AtMost(Annihilated(trial), most, 0, "particles annihilated in the run");
        foreach (var row in trial.Rows)
        {
            var dead = Dead(trial, row);
            yield return Comparison.Equal(dead % 2, 0, 0, 1, $"parity of the number annihilated up to t = {row.Time:R}");
        }
    }

    private static int Annihilated(LineTrial trial) => Dead(trial, trial.Rows[^1]);

    private static int Dead(LineTrial trial, TrialRow row) =>
        Enumerable.Range(0, trial.Count).Count(i => trial.Case.B[i] != 0 && row.State.B[i] == 0);
}
