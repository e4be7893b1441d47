using System.Collections.Immutable;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>Cases on the line made from the numbers of a <see cref="ClosedFormCase"/>.</summary>
internal static class ExactCases
{
    private const int Rows = 13;

    /// <summary>The particles at <paramref name="x"/>, increasing, and as many ghosts to their right as make n of them.</summary>
    public static LineCase Line(
        ClosedFormCase like, Potential v, Potential w, double[] x, int[] b, double horizon, ImmutableArray<double>? output = null)
    {
        var ghosts = Enumerable.Range(1, Math.Max(0, like.Count - x.Length)).Select(k => x[^1] + (k * like.Gap)).ToArray();
        return new LineCase(
            v, w, [.. x, .. ghosts], [.. b, .. ghosts.Select(_ => 0)], horizon, output ?? Evenly(horizon), LineCase.DefaultTolerance);
    }

    /// <summary>Two particles at distance <see cref="ClosedFormCase.Gap"/>, alone but for ghosts.</summary>
    public static LineCase Pair(ClosedFormCase like, Potential v, Potential w, int[] b, double horizon, ImmutableArray<double>? output = null) =>
        Line(like, v, w, [like.Centre - (like.Gap / 2), like.Centre + (like.Gap / 2)], b, horizon, output);

    /// <summary>A claim on exactly solvable cases.</summary>
    public static Claim<ClosedFormCase> About(
        string id, string label, string statement, string derivation, Func<ClosedFormCase, ISolver, IEnumerable<Comparison>> check) =>
        new(id, label, statement, derivation, _ => null, check);

    /// <summary>Distance of the first two particles in a row, and their centre.</summary>
    public static (double Distance, double Centre) FirstTwo(TrialRow row) => (row.State.X[1] - row.State.X[0], (row.State.X[0] + row.State.X[1]) / 2);

    /// <summary>How wrong one position of a row may be, with its rounding.</summary>
    public static double Error(LineTrial trial, TrialRow row) => trial.Uncertainty + (2 * Floating.Spacing * row.State.X.Max(Math.Abs));

    private static ImmutableArray<double> Evenly(double horizon) => [.. Enumerable.Range(0, Rows).Select(k => k == Rows - 1 ? horizon : horizon * k / (Rows - 1))];
}
