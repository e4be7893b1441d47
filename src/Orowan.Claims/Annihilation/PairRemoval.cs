using Orowan.Formats;
using Orowan.Particles;

namespace Orowan.Claims.Annihilation;

/// <summary>A, Lemma 4.4(iv): what E_n does when two opposites in one place are put to 0, and every line of the display of its proof.</summary>
internal static class PairRemoval
{
    private const string Display = "Lemma 4.4(iv), display of the proof";

    private const string Weight = "In (1.1) both orders of a pair appear, so a pair weighs 2/(2n^2) = 1/n^2.";

    public static Claim<LineCase> Claim { get; } = WithK(
        "A-4.4-iv",
        "Lemma 4.4(iv)",
        "If x_I = x_J = y, b_I b_J = -1 and E_n is finite, then E_n(x; b without I, J) - E_n(x; b) <= (C/n)(M_2 + y^2 + 1) with C = max(2K, w0/n), "
        + "K of (2.3), w0 = max(0, -W(0)); sharper: <= (2K/n)(M_2 + y^2) + w0/n^2.",
        "The change is -(1/n^2) [sum over the others alive of (V + W)(x_i - y) + W(0)], and (x_i - y)^2 <= 2 x_i^2 + 2 y^2.",
        r => [r.AtMost(-r.Change, (2 * r.K / r.N * (r.M2 + (r.Y * r.Y))) + (r.Depth / (r.N * r.N)))]);

    public static Claim<LineCase> First { get; } = Equality("A-4.4-iv-display-1", "first line", "(1/n^2) [sum_{j != I, b_j = b_I} V(x_I - x_j) + sum_{i != J, b_i = b_J} V(x_i - x_J) "
        + "+ sum_{b_j = b_J} W(x_I - x_j) + sum_{b_i = b_I} W(x_i - x_J) - W(0)]", r => r.FirstLine);

    public static Claim<LineCase> Second { get; } = Equality(
        "A-4.4-iv-display-2", "second line", "(1/n^2) [sum_{i != I,J} |b_i| V(x_i - y) + sum_i |b_i| W(x_i - y) - W(0)]", r => r.SecondLine);

    public static Claim<LineCase> Third { get; } = Equality(
        "A-4.4-iv-display-3", "third line", "(1/n^2) [sum_{i != I,J} |b_i| (V + W)(x_i - y) + W(0)]", r => r.ThirdLine);

    public static Claim<LineCase> FirstPrinted { get; } = HalfEquality("A-4.4-iv-display-1", "first line", r => r.FirstLine);

    public static Claim<LineCase> SecondPrinted { get; } = HalfEquality("A-4.4-iv-display-2", "second line", r => r.SecondLine);

    public static Claim<LineCase> ThirdPrinted { get; } = HalfEquality("A-4.4-iv-display-3", "third line", r => r.ThirdLine);

    public static Claim<LineCase> Fourth { get; } = WithK(
        "A-4.4-iv-display-4",
        Display + ", first inequality",
        "E_n(x; b) - E_n(x; b without I, J) >= -(K/n^2) sum_i (x_i - y)^2 + W(0)/n^2.",
        "(2.3) for each of the others alive. " + Weight,
        r => [r.AtMost((-r.K / (r.N * r.N) * r.Squares) + (r.AtContact / (r.N * r.N)), r.Change)]);

    public static Claim<LineCase> FourthPrinted { get; } = WithK(
        "A-4.4-iv-display-4",
        Display + ", first inequality",
        "E_n(x; b) - E_n(x; b without I, J) >= -(C/n^2) sum_i (x_i - y)^2 + W(0)/(2n^2), with C = K.",
        "As printed; for two particles the first sum is 0, so no C helps.",
        r => [r.AtMost((-r.K / (r.N * r.N) * r.Squares) + (r.AtContact / (2 * r.N * r.N)), r.Change)]);

    public static Claim<LineCase> Fifth { get; } = WithK(
        "A-4.4-iv-display-5",
        Display + ", last inequality",
        "-(K/n^2) sum_i (x_i - y)^2 + W(0)/n^2 >= -(C/n)(M_2 + y^2 + 1) with C = max(2K, w0/n); so the same holds for E_n(x; b) - E_n(x; b without I, J).",
        "(x_i - y)^2 <= 2 x_i^2 + 2 y^2, summed over all i.",
        r => [r.AtMost((r.K / (r.N * r.N) * r.Squares) - (r.AtContact / (r.N * r.N)), r.Last), r.AtMost(-r.Change, r.Last)]);

    /// <summary>The fewest particles: one of each sign. Together, E_2 = W(0)/4 = log(1/2)/4 = -0.17329, and the printed lines say half of that.</summary>
    public static LineCase Counterexample { get; } = DiscreteExamples.Pair;

    /// <summary>Why the lines of the display fail as printed.</summary>
    public static string Erratum =>
        "The pair's terms weigh 1/n^2 in (1.1), not 1/(2n^2): for (+, -) put together, n = 2, W = 1/2 log(r^2 + 1/4), the energy is W(0)/4 = -0.17329 "
        + "and the display says -0.08664; its right-hand sides are half of the change.";

    private static Claim<LineCase> Equality(string id, string line, string formula, Func<Removal, double> value) =>
        About(id, $"{Display}, {line}", $"E_n(x; b) - E_n(x; b without I, J) = {formula}.", Weight, r => [r.Equal(value(r) / (r.N * r.N), r.Change)]);

    private static Claim<LineCase> HalfEquality(string id, string line, Func<Removal, double> value) =>
        About(id, $"{Display}, {line}", "The same with 1/(2n^2) for 1/n^2.", "As printed.", r => [r.Equal(value(r) / (2 * r.N * r.N), r.Change)]);

    private static Claim<LineCase> About(string id, string label, string statement, string derivation, Func<Removal, IEnumerable<Comparison>> compare) =>
        LineClaims.About(id, label, statement, derivation, trial => Removals(trial).SelectMany(compare), Mixed);

    private static Claim<LineCase> WithK(string id, string label, string statement, string derivation, Func<Removal, IEnumerable<Comparison>> compare) =>
        LineClaims.About(id, label, statement, derivation, trial => Removals(trial).SelectMany(compare), c => Mixed(c) ?? LineClaims.WithoutK(c));

    private static string? Mixed(LineCase subject) => subject.CountOf(1) == 0 || subject.CountOf(-1) == 0 ? "there are no two opposite particles" : null;

    private static IEnumerable<Removal> Removals(LineTrial trial)
    {
        var k = CaseConstants.Of(trial.Case).K;
        return EnergyStates.WithContact(trial).Select(c => new Removal(trial.Case, c.Here, c.I, c.J, k));
    }

    /// <summary>One state with its pair, and the sides of the display; the lines carry no factor.</summary>
    private sealed class Removal
    {
        private readonly LineCase subject;
        private readonly LineState state;
        private readonly string at;
        private readonly int i;
        private readonly int j;
        private readonly double rounding;

        public Removal(LineCase subject, EnergyState here, int i, int j, double k)
        {
            (this.subject, state, at, this.i, this.j, K) = (subject, here.State, here.At, i, j, k);
            Change = PairSums.Energy(subject, state) - PairSums.Energy(subject, EnergyStates.Without(state, i, j));
            rounding = 2 * PairSums.EnergyRounding(subject, state);
        }

        public double K { get; }

        /// <summary>E_n(x; b) - E_n(x; b without I, J).</summary>
        public double Change { get; }

        public double N => subject.Count;

        public double Y => state.X[i];

        public double M2 => LineClaims.Moment(state.X, 2);

        public double AtContact => subject.W.Value(0);

        public double Depth => Math.Max(0, -AtContact);

        public double Squares => state.X.Sum(x => (x - Y) * (x - Y));

        /// <summary>(C/n)(M_2 + y^2 + 1).</summary>
        public double Last => Math.Max(2 * K, Depth / N) / N * (M2 + (Y * Y) + 1);

        public double FirstLine =>
            Over(p => p != i && state.B[p] == state.B[i], p => subject.V.Value(Y - state.X[p]))
            + Over(p => p != j && state.B[p] == state.B[j], p => subject.V.Value(state.X[p] - Y))
            + Over(p => state.B[p] == state.B[j], p => subject.W.Value(Y - state.X[p]))
            + Over(p => state.B[p] == state.B[i], p => subject.W.Value(state.X[p] - Y)) - AtContact;

        public double SecondLine =>
            Over(Other, p => Math.Abs(state.B[p]) * subject.V.Value(state.X[p] - Y)) + Over(_ => true, p => Math.Abs(state.B[p]) * subject.W.Value(state.X[p] - Y)) - AtContact;

        public double ThirdLine =>
            Over(Other, p => Math.Abs(state.B[p]) * (subject.V.Value(state.X[p] - Y) + subject.W.Value(state.X[p] - Y))) + AtContact;

        public Comparison Equal(double value, double bound) =>
            Comparison.Equal(value, bound, rounding, Math.Max(Math.Abs(bound), Math.Max(Math.Abs(value), 1 / (N * N))), at, resolution: 1e-6);

        public Comparison AtMost(double value, double bound) =>
            Comparison.AtMostOnScale(value, bound, rounding, Math.Max(Math.Max(Math.Abs(bound), Math.Abs(value)), 1 / (N * N)), at);

        private bool Other(int p) => p != i && p != j && state.B[p] != 0;

        private double Over(Func<int, bool> member, Func<int, double> f) =>
            Enumerable.Range(0, state.X.Length).Where(p => state.B[p] != 0 && member(p)).Sum(f);
    }
}
