using Orowan.Formats;
using Orowan.Particles;

namespace Orowan.Claims.Annihilation;

/// <summary>A, Lemma 4.4(i) and (4.6): where E_n is finite, and its gradient.</summary>
internal static class EnergyFiniteness
{
    /// <summary>Step of a difference quotient as a share of the distance to the nearest particle.</summary>
    private const double StepShare = 0.02;

    public static Claim<LineCase> Finite { get; } = LineClaims.About(
        "A-4.4-i",
        "Lemma 4.4(i)",
        "E_n(x; b) is finite if and only if no two like alive particles share a place; opposites and ghosts may.",
        "Exact, on rows of the run, moved rows, and rows with a like pair, an opposite pair, or a like pair of which one is a ghost put together.",
        CheckFinite);

    public static Claim<LineCase> Gradient { get; } = LineClaims.About(
        "A-eq-4.6",
        "Equation (4.6)",
        "dE_n/dx_i = (1/n^2) [sum over j with b_i b_j = 1 of V'(x_i - x_j) + sum over j with b_i b_j = -1 of W'(x_i - x_j)], with V'(0) = 0 for j = i.",
        "The sums as printed, j = i among them, against central difference quotients of order 6 of E_n.",
        CheckGradient);

    private static IEnumerable<Comparison> CheckFinite(LineTrial trial)
    {
        var subject = trial.Case;
        foreach (var (at, state) in EnergyStates.Of(trial))
        {
            yield return IsFinite(subject, state, PairSums.LeastLikeGap(state) > 0, at);
            var alive = state.Alive();
            for (var k = 0; k + 1 < alive.Length; k++)
            {
                var (i, j) = (alive[k], alive[k + 1]);
                var x = (double[])state.X.Clone();
                x[j] = x[i];
                var together = new LineState(x, state.B);
                yield return IsFinite(subject, together, PairSums.LeastLikeGap(together) > 0, $"{i} and {j} in one place, {at}");
                var b = (int[])state.B.Clone();
                b[j] = 0;
                var ghost = new LineState(x, b);
                yield return IsFinite(subject, ghost, PairSums.LeastLikeGap(ghost) > 0, $"{i} and the ghost {j} in one place, {at}");
            }
        }
    }

    private static Comparison IsFinite(LineCase subject, LineState state, bool expected, string at)
    {
        var energy = PairSums.Energy(subject, state);
        var found = expected ? double.IsFinite(energy) : double.IsPositiveInfinity(energy);
        return Comparison.Equal(found ? 1 : 0, 1, 0, 1, expected ? $"E_n is finite, {at}" : $"E_n is +infinity, {at}");
    }

    private static IEnumerable<Comparison> CheckGradient(LineTrial trial)
    {
        foreach (var (at, state) in EnergyStates.Of(trial))
        {
            var apart = PairSums.LeastLikeGap(state);
            var alive = state.Alive();
            for (var i = 0; i < state.X.Length; i++)
            {
                var near = alive.Where(j => j != i).Select(j => Math.Abs(state.X[i] - state.X[j])).Where(r => r > 0).DefaultIfEmpty(1).Min();
                var step = StepShare * Math.Min(near, trial.Case.LengthScale);
                if (apart <= 0 || step < Floating.Spacing * 1e4 * Math.Abs(state.X[i])) continue;
                yield return Slope(trial.Case, state, i, step, at);
            }
            yield return Comparison.Equal(0, 0, 0, 1, $"no particle is left out for its closeness alone, {at}");
        }
    }

    private static Comparison Slope(LineCase subject, LineState state, int i, double step, string at)
    {
        double n = state.X.Length;
        var printed = Row(subject, state, i) / (n * n);
        double Difference(double by) => Local(subject, state, i, by) - Local(subject, state, i, -by);
        var (one, two, three) = (Difference(step), Difference(2 * step), Difference(3 * step));
        var quotient = ((45 * one) - (9 * two) + three) / (60 * step * n * n);
        var fourth = ((8 * one) - two) / (12 * step * n * n);
        var size = Local(subject, state, i, 0, Math.Abs) / (n * n);
        var error = Math.Abs(quotient - fourth) + (256 * Floating.Spacing * ((size / step) + (Math.Abs(state.X[i]) / step * Math.Abs(printed))));
        var scale = (subject.V.SlopeBound + subject.W.SlopeBound) / (n * n * step / StepShare);

        // The quotient of order 6 leaves h^6 f^(7)/140, about 5 (h/r)^6 of a slope 1/r; the difference of two orders can be small by chance.
        error += 5 * Math.Pow(StepShare, 6) * scale;
        return Comparison.Equal(quotient, printed, error, Math.Max(scale, Math.Abs(printed)), $"slope along particle {i}, {at}");
    }

    /// <summary>n^2 times the right-hand side of (4.6): all j, i among them.</summary>
    private static double Row(LineCase subject, LineState state, int i) =>
        Enumerable.Range(0, state.X.Length).Sum(j => (state.B[i] * state.B[j]) switch
        {
            1 => subject.V.Slope(state.X[i] - state.X[j]),
            -1 => subject.W.Slope(state.X[i] - state.X[j]),
            _ => 0,
        });

    /// <summary>The part of n^2 E_n that particle i takes part in, when it is moved.</summary>
    private static double Local(LineCase subject, LineState state, int i, double by, Func<double, double>? of = null) =>
        Enumerable.Range(0, state.X.Length).Where(j => j != i).Sum(j =>
        {
            var r = state.X[i] + by - state.X[j];
            var term = (state.B[i] * state.B[j]) switch { 1 => subject.V.Value(r), -1 => subject.W.Value(r), _ => 0 };
            return of is null ? term : of(term);
        });
}
