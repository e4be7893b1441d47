using Orowan.Formats;
using Orowan.Particles;

namespace Orowan.Claims.Annihilation;

/// <summary>A, the two lines that rewrite (4.1) by convolutions in the proof of Lemma 4.6(iii).</summary>
internal static class VelocityDisplays
{
    private const string Label = "Lemma 4.6(iii), (4.1) rewritten in the proof";

    public static Claim<LineCase> Positive { get; } = About(
        "A-4.6-iii-display-1",
        Label + ", b_i(0) = 1",
        "x_i' = -b_i(t) (V' * mu~^+ + W' * mu~^-)(x_i) for b_i(0) = 1, with V'(0) = 0 at the own atom.",
        "b_i(t) is 1 while i is alive and 0 after.",
        (trial, state) => Compare(trial, state, 1, 1));

    public static Claim<LineCase> Negative { get; } = About(
        "A-4.6-iii-display-2",
        Label + ", b_i(0) = -1",
        "x_i' = +b_i(t) (W' * mu~^+ + V' * mu~^-)(x_i) for b_i(0) = -1; that is -|b_i(t)| (...), as for the other sign.",
        "(4.1) depends on products of charges only, so both signs move down the field; b_i(t) is -1 while i is alive.",
        (trial, state) => Compare(trial, state, -1, -1));

    public static Claim<LineCase> NegativePrinted { get; } = About(
        "A-4.6-iii-display-2",
        Label + ", b_i(0) = -1",
        "x_i' = -b_i(t) (W' * mu~^+ + V' * mu~^-)(x_i) for b_i(0) = -1.",
        "As printed.",
        (trial, state) => Compare(trial, state, -1, 1));

    /// <summary>Fewest particles: two negative ones.</summary>
    public static LineCase Counterexample { get; } = DiscreteExamples.TwoNegatives;

    public static string Erratum =>
        "b_i(t) = -1 turns the sign round: for (-, -) at 0 and 1, n = 2, V = -log, (4.1) gives the left one x' = -1/2 (repulsion), the display +1/2.";

    private static Claim<LineCase> About(string id, string label, string statement, string derivation, Func<LineTrial, EnergyState, IEnumerable<Comparison>> compare) =>
        LineClaims.About(id, label, statement, derivation, trial => EnergyStates.Of(trial).SelectMany(here => compare(trial, here)).Append(Comparison.Equal(0, 0, 0, 1, "every state is looked at")));

    /// <summary>Velocities of one species by (4.1), against -<paramref name="factor"/> b_i(t) times the convolution.</summary>
    private static IEnumerable<Comparison> Compare(LineTrial trial, EnergyState here, int sign, int factor)
    {
        var (subject, state) = (trial.Case, here.State);
        if (PairSums.LeastLikeGap(state) <= 0) yield break;
        var velocity = LineEnergy.Gradient(subject.V, subject.W, state);
        for (var i = 0; i < state.X.Length; i++)
        {
            if (subject.B[i] != sign) continue;
            var (field, size, steepness) = Convolution(subject, state, i, sign);
            var bound = -factor * state.B[i] * field / subject.Count;
            var scale = Math.Max(size, subject.V.SlopeBound / subject.LengthScale) / subject.Count;
            var places = 2 * Floating.Spacing * state.X.Max(Math.Abs) * steepness / subject.Count;
            yield return Comparison.Equal(-subject.Count * velocity[i], bound, (32 * Floating.Spacing * scale * subject.Count) + places, scale, $"velocity of {i}, {here.At}");
        }
    }

    /// <summary>
    /// n (f * mu~)(x_i) over all atoms of the alive, the own one among them, the sum of absolute values, and that of the second derivatives,
    /// which the rounding of places is multiplied with: the flow knows the gap of a close pair better than its places do.
    /// </summary>
    private static (double Field, double Size, double Steepness) Convolution(LineCase subject, LineState state, int i, int sign)
    {
        double field = 0, size = 0, steepness = 0;
        for (var j = 0; j < state.X.Length; j++)
        {
            if (state.B[j] == 0) continue;
            var (potential, r) = (state.B[j] == sign ? subject.V : subject.W, state.X[i] - state.X[j]);
            var slope = potential.Slope(r);
            field += slope;
            size += Math.Abs(slope);
            if (i != j) steepness += Math.Abs(potential.Curvature(r));
        }
        return (field, size, steepness);
    }
}
