using System.Collections.Immutable;
using Orowan.Formats;
using Orowan.Measures;

namespace Orowan.Claims.Annihilation;

/// <summary>A, (4.14) to (4.16): the numbers of each sign and the empirical measures made of a run.</summary>
internal static class SpeciesMeasures
{
    public static Claim<LineCase> Numbers { get; } = LineClaims.About(
        "A-eq-4.14",
        "Equation (4.14)",
        "n+ + n- = n, where n+- are the numbers of charges +-1 at time 0.",
        "Charges are +-1 at the start; counted in the first row of the run.",
        trial => [Comparison.Equal(trial.Rows[0].State.B.Count(b => b == 1) + trial.Rows[0].State.B.Count(b => b == -1), trial.Count, 0, 1, "n+ + n-")],
        NoGhosts);

    public static Claim<LineCase> Masses { get; } = LineClaims.About(
        "A-eq-4.15",
        "Equation (4.15)",
        "mu_n^+-(t) has mass n+-/n for all t; ghosts keep their mass: (alive of the sign, and annihilated of it) make up n+-; mu_n^+-(0) has the initial data as atoms.",
        "Species are initial charges. A particle alive with the other sign than its initial one would belong to the other measure.",
        CheckMasses);

    public static Claim<LineCase> Charge { get; } = LineClaims.About(
        "A-eq-4.16",
        "Equation (4.16)",
        "kappa_n = mu_n^+ - mu_n^-, mu_n = mu_n^+ + mu_n^- of mass 1, mu~_n^+- = [kappa_n]_+-: the charge alive, sum b_i(t)/n, is kappa_n(R) = (n+ - n-)/n at all t, "
        + "and the masses of mu~_n^+- are N+-(t)/n.",
        "Annihilation takes one of each sign at one place, where the two atoms of kappa_n cancel.",
        CheckCharge);

    /// <summary>(mu_n^+, mu_n^-) at places x: every particle counts, annihilated ones too, by its initial charge.</summary>
    public static AtomicMeasure Atoms(LineCase subject, double[] x) => AtomicMeasure.Equal(1, [.. x], subject.B);

    /// <summary>A particle that is a ghost from the start belongs to no species; Problem 4.1 has none.</summary>
    public static string? NoGhosts(LineCase subject) => subject.B.Contains(0) ? "the initial charges must be 1 or -1 (Problem 4.1)" : null;

    private static IEnumerable<Comparison> CheckMasses(LineTrial trial)
    {
        foreach (var row in trial.Rows)
        {
            foreach (var sign in new[] { 1, -1 })
            {
                var alive = row.State.B.Count(b => b == sign);
                var dead = Enumerable.Range(0, trial.Count).Count(i => trial.Case.B[i] == sign && row.State.B[i] == 0);
                yield return Comparison.Equal(alive + dead, trial.Case.CountOf(sign), 0, 1, $"n times the mass of sign {sign} at t = {row.Time:R}");
            }
        }
        double squared = 0;
        foreach (var sign in new[] { 1, -1 })
        {
            int[] members = [.. Enumerable.Range(0, trial.Count).Where(i => trial.Case.B[i] == sign)];
            double[] first = [.. members.Select(i => trial.Rows[0].State.X[i])], given = [.. members.Select(i => trial.Case.X[i])];
            squared += LineTransport.SquaredDistance(first, given, 1.0 / trial.Count);
        }
        var distance = Math.Sqrt(squared);
        yield return Comparison.Equal(distance, 0, trial.Uncertainty, trial.Case.LengthScale, "distance of the first row from the initial data", LineClaims.PositionResolution);
    }

    private static IEnumerable<Comparison> CheckCharge(LineTrial trial)
    {
        double n = trial.Count;
        foreach (var row in trial.Rows)
        {
            yield return Comparison.Equal(row.State.B.Sum() / n, (trial.Case.CountOf(1) - trial.Case.CountOf(-1)) / n, 0, 1, $"kappa_n(R) at t = {row.Time:R}");
            var (plus, minus) = Parts(trial, row);
            if (Enumerable.Range(0, trial.Count).Any(i => row.State.B[i] == 0 && trial.Case.B[i] != 0))
            {
                yield return Comparison.Resolved(2 * trial.Uncertainty, trial.Case.LengthScale, $"places of the ghosts, t = {row.Time:R}", LineClaims.PositionResolution);
            }
            yield return Comparison.Equal(plus, row.State.B.Count(b => b == 1) / n, 4 * Floating.Spacing, 1, $"mass of mu~^+ at t = {row.Time:R}");
            yield return Comparison.Equal(minus, row.State.B.Count(b => b == -1) / n, 4 * Floating.Spacing, 1, $"mass of mu~^- at t = {row.Time:R}");
        }
    }

    /// <summary>The masses of [kappa_n]_+-: annihilated atoms within the run's uncertainty of each other share a place.</summary>
    private static (double Plus, double Minus) Parts(LineTrial trial, TrialRow row)
    {
        var (x, b0) = (row.State.X, trial.Case.B);
        double plus = 0, minus = 0;
        foreach (var i in Enumerable.Range(0, trial.Count).Where(i => row.State.B[i] != 0))
        {
            if (b0[i] == 1) plus++;
            else minus++;
        }
        var dead = Enumerable.Range(0, trial.Count).Where(i => b0[i] != 0 && row.State.B[i] == 0).OrderBy(i => x[i]).ToImmutableArray();
        for (var k = 0; k < dead.Length;)
        {
            var (net, end) = (b0[dead[k]], k + 1);
            while (end < dead.Length && x[dead[end]] - x[dead[end - 1]] <= 2 * trial.Uncertainty) net += b0[dead[end++]];
            if (net > 0) plus += net;
            else minus -= net;
            k = end;
        }
        return (plus / trial.Count, minus / trial.Count);
    }
}
