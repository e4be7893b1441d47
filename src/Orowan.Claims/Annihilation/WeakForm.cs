using System.Runtime.CompilerServices;
using Orowan.Formats;
using Orowan.Particles;

namespace Orowan.Claims.Annihilation;

/// <summary>A, Lemma 4.6(iii): the empirical measures solve (3.6), atom by atom, and the displays of the proof.</summary>
internal static class WeakForm
{
    private const string Proof = "Lemma 4.6(iii), display of the proof";

    private static readonly ConditionalWeakTable<LineTrial, WeakIntegrals> Known = [];

    public static Claim<LineCase> Claim { get; } = About(
        "A-4.6-iii",
        "Lemma 4.6(iii)",
        "mu_n satisfies (3.6): 0 = int int d_t phi dmu^+- dt - (1/2) int int int (phi'(x) - phi'(y)) V'(x - y) d([kappa]_+- x [kappa]_+-) dt "
        + "- int int phi' (W' * [kappa]_-+) d[kappa]_+- dt, for phi = psi(t) chi(x), chi = x, x^2 and a bump.",
        "int_0^T (d/dt) phi(t, x_i(t)) dt = 0 for each particle, velocities from (4.1), the sum over like pairs symmetrised by V' odd.",
        s => s.Rate - s.Pair - s.Cross);

    public static Claim<LineCase> Chain { get; } = About(
        "A-4.6-iii-display-3",
        Proof + ", first two lines",
        "0 = (1/n) sum_{b_i(0) = +-1} int_0^T (d/dt) phi(t, x_i(t)) dt = (1/n) sum [int d_t phi(t, x_i) dt + int phi'(t, x_i) x_i' dt].",
        "The fundamental theorem of calculus; x_i is Lipschitz.",
        s => s.Rate + s.Motion);

    public static Claim<LineCase> Substituted { get; } = About(
        "A-4.6-iii-display-4",
        Proof + ", third line",
        "0 = int int d_t phi dmu_n^+ dt - int (1/n) sum_{b_i(0) = 1} |b_i(t)| phi'(x_i) (V' * mu~^+ + W' * mu~^-)(x_i) dt, and likewise for -.",
        "The velocity of a ghost is 0, not the field at its place: the factor |b_i(t)| of the lines before must stay.",
        s => s.Rate - s.Field);

    public static Claim<LineCase> SubstitutedPrinted { get; } = About(
        "A-4.6-iii-display-4",
        Proof + ", third line",
        "0 = int int d_t phi dmu_n^+ dt - int (1/n) sum_{b_i(0) = 1} phi'(x_i) (V' * mu~^+ + W' * mu~^-)(x_i) dt, and likewise for -.",
        "As printed: the sum is over all i of the species, ghosts included.",
        s => s.Rate - s.Field - s.Ghosts,
        s => s.GhostError);

    public static Claim<LineCase> AgainstCharge { get; } = About(
        "A-4.6-iii-display-5",
        Proof + ", last line",
        "0 = int int d_t phi dmu_n^+ dt - int int phi' (V' * [kappa_n]_+ + W' * [kappa_n]_-) d[kappa_n]_+ dt, and likewise for -.",
        "[kappa_n]_+- has an atom for each alive particle and none for ghosts (A-4.6-i).",
        s => s.Rate - s.Field);

    public static string SubstitutedErratum =>
        "The third line drops the factor |b_i(t)|: for (+, +, -) at (-0.5, 0.5, 1), n = 3, V = -log, W = 0, after t = 9/4 the positive ghost at 1 adds "
        + "-(1/3) phi'(1) V'(2)/3 = phi'(1)/18 per unit of time that nothing balances; the last line, against [kappa_n]_+, is right.";

    private static Claim<LineCase> About(string id, string label, string statement, string derivation, Func<WeakSum, double> balance, Func<WeakSum, double>? furtherError = null) =>
        LineClaims.About(id, label, statement, derivation, trial => Check(trial, balance, furtherError), c => c.CountOf(1) + c.CountOf(-1) == 0 ? "there are no particles" : null);

    private static IEnumerable<Comparison> Check(LineTrial trial, Func<WeakSum, double> balance, Func<WeakSum, double>? furtherError)
    {
        if (SmoothPieces.Unresolved(trial) is { } unresolved)
        {
            yield return unresolved;
            yield break;
        }
        var integrals = Known.GetValue(trial, t => new WeakIntegrals(t));
        if (integrals.Sums.Count == 0) yield return Comparison.Unknown("the reference flow breaks off between two rows");
        foreach (var sum in integrals.Sums)
        {
            var uncertainty = sum.Error + (furtherError?.Invoke(sum) ?? 0) + sum.Allowed + (1e-13 * sum.Size);
            yield return Comparison.Equal(balance(sum), 0, uncertainty, sum.Size, $"phi = psi {sum.Function}, sign {sum.Sign}");
        }
    }
}

/// <summary>The integrals of one test function against the measures of one sign.</summary>
/// <param name="Rate">int int d_t phi dmu dt.</param>
/// <param name="Motion">int (1/n) sum phi'(x_i) x_i' dt.</param>
/// <param name="Pair">(1/2) int int int (phi'(x) - phi'(y)) V'(x - y), over like pairs.</param>
/// <param name="Cross">int int phi' (W' * other) d own.</param>
/// <param name="Field">int (1/n) sum over the alive of phi'(x_i) (V' * own + W' * other)(x_i), the own atom with V'(0).</param>
/// <param name="Ghosts">The same over the ghosts of the sign.</param>
/// <param name="Size">int (n_s/n) max |d_t phi| over the places of all particles and a unit off the centre, which all is measured against: all may sit where phi is 0.</param>
/// <param name="Error">Error of the quadrature, of all parts but the ghosts' together.</param>
/// <param name="GhostError">Error of the quadrature over the ghosts; large where an alive particle passes a ghost.</param>
/// <param name="Allowed">What the errors that the case's tolerance allows in the rows make of the balance.</param>
internal sealed record WeakSum(string Function, int Sign, double Rate, double Motion, double Pair, double Cross, double Field, double Ghosts, double Size, double Error, double GhostError, double Allowed);

/// <summary>Every integral that the weak form of a run needs.</summary>
internal sealed class WeakIntegrals
{
    private const int Parts = 7;

    private const int GhostPart = 5;

    private const int SizePart = 6;

    private readonly LineTrial trial;
    private readonly TestFunction[] functions;

    public WeakIntegrals(LineTrial trial)
    {
        this.trial = trial;
        functions = TestFunction.For(trial);
        Sums = Integrate();
    }

    /// <summary>One for each test function and sign that has particles; empty when the reference flow breaks off.</summary>
    public IReadOnlyList<WeakSum> Sums { get; }

    private List<WeakSum> Integrate()
    {
        var sums = new List<WeakSum>();
        if (PathIntegral.Over(trial, functions.Length * 2 * Parts, Integrand, f => f % Parts == GhostPart ? -1 : (f / Parts * Parts) + SizePart) is not var (values, errors)) return sums;
        for (var f = 0; f < functions.Length; f++)
        {
            foreach (var sign in new[] { 1, -1 })
            {
                if (trial.Case.CountOf(sign) == 0) continue;
                var at = Parts * ((2 * f) + (sign == 1 ? 0 : 1));
                var error = Enumerable.Range(at, GhostPart).Sum(k => errors[k]);
                sums.Add(new WeakSum(
                    functions[f].Name, sign, values[at], values[at + 1], values[at + 2], values[at + 3], values[at + 4], values[at + GhostPart], values[at + SizePart], error, errors[at + GhostPart], Allowed(functions[f], sign)));
            }
        }
        return sums;
    }

    /// <summary>At each row the run may leave the flow restarted from the row before by its allowed error.</summary>
    private double Allowed(TestFunction phi, int sign) =>
        trial.Rows.Sum(row => Enumerable.Range(0, trial.Count).Where(i => trial.Case.B[i] == sign).Sum(i => Math.Abs(phi.Slope(row.Time, row.State.X[i]))))
        * 4 * trial.Judged / trial.Count;

    private double[] Integrand(double t, LineState state)
    {
        var values = new double[functions.Length * 2 * Parts];
        var forces = Forces(state);
        var field = Array.ConvertAll(forces, row => row.Sum() / trial.Count);
        var gradient = LineEnergy.Gradient(trial.Case.V, trial.Case.W, state);
        double n = trial.Count;
        for (var f = 0; f < functions.Length; f++)
        {
            var slope = Array.ConvertAll(state.X, x => functions[f].Slope(t, x));
            var steepest = state.X.Append(functions[f].Centre + functions[f].Length).Max(x => Math.Abs(functions[f].Rate(t, x)));
            for (var i = 0; i < state.X.Length; i++)
            {
                if (trial.Case.B[i] == 0) continue;
                var at = Parts * ((2 * f) + (trial.Case.B[i] == 1 ? 0 : 1));
                var rate = functions[f].Rate(t, state.X[i]) / n;
                values[at] += rate;
                values[at + SizePart] += steepest / n;
                values[at + 1] -= slope[i] * gradient[i];
                values[at + (state.B[i] == 0 ? GhostPart : 4)] += slope[i] * field[i] / n;
                if (state.B[i] != 0) AddPairs(state.B, i, slope, forces[i], values, at);
            }
        }
        return values;
    }

    private void AddPairs(int[] b, int i, double[] slope, double[] forces, double[] values, int at)
    {
        double square = trial.Count * (double)trial.Count;
        for (var j = 0; j < b.Length; j++)
        {
            if (b[i] * b[j] == 1 && i != j) values[at + 2] += 0.5 * (slope[i] - slope[j]) * forces[j] / square;
            if (b[i] * b[j] == -1) values[at + 3] += slope[i] * forces[j] / square;
        }
    }

    /// <summary>
    /// [i][j]: V'(x_i - x_j) or W'(x_i - x_j), by i's species and the charge of j, which is alive; for ghosts i too, with V'(0) at the own
    /// atom the convention's 0.
    /// </summary>
    private double[][] Forces(LineState state)
    {
        var forces = new double[state.X.Length][];
        for (var i = 0; i < forces.Length; i++)
        {
            forces[i] = new double[forces.Length];
            for (var j = 0; j < forces.Length; j++)
            {
                if (state.B[j] == 0 || trial.Case.B[i] == 0) continue;
                // Both slopes are odd.
                forces[i][j] = j < i && state.B[i] != 0 ? -forces[j][i]
                    : state.B[j] == trial.Case.B[i] ? trial.Case.V.Slope(state.X[i] - state.X[j])
                    : trial.Case.W.Slope(state.X[i] - state.X[j]);
            }
        }
        return forces;
    }
}
