using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>Ours: action equals reaction, so the sum of all positions never changes.</summary>
internal static class SumOfPositions
{
    public static Claim<LineCase> Claim { get; } = LineClaims.About(
        "A-sum",
        "(ours)",
        "sum x_i(t) over all particles, ghosts included, equals sum x_i(0); with W = 0 the same holds for each species.",
        "V' and W' are odd, so the forces of a pair cancel in the sum; ghosts do not move; with W = 0 only like pairs interact.",
        Check);

    private static IEnumerable<Comparison> Check(LineTrial trial)
    {
        var initial = trial.Case.B;
        foreach (var row in trial.Rows)
        {
            yield return Compare(trial, row, _ => true, "all particles");
            if (trial.Case.W is not ZeroPotential) continue;
            yield return Compare(trial, row, i => initial[i] == 1, "positive particles");
            yield return Compare(trial, row, i => initial[i] == -1, "negative particles");
        }
    }

    private static Comparison Compare(LineTrial trial, TrialRow row, Func<int, bool> member, string who)
    {
        var members = Enumerable.Range(0, trial.Count).Where(member).ToArray();
        var now = members.Sum(i => row.State.X[i]);
        var before = members.Sum(i => trial.Case.X[i]);
        var rounding = Floating.Spacing * members.Length * members.Sum(i => Math.Abs(row.State.X[i]) + Math.Abs(trial.Case.X[i]));
        var uncertainty = (members.Length * trial.Uncertainty) + rounding;
        return Comparison.Equal(now, before, uncertainty, Math.Max(1, members.Length) * trial.Case.LengthScale, $"{who} at t = {row.Time:R}");
    }
}
