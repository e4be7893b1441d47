using System.Numerics;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, sections 1.5 and 2.2: the energy as a double sum and as a quadratic form of kappa.</summary>
internal static class TorusEnergyClaims
{
    /// <summary>Coefficients below exp(-28) are left out of a Fourier sum.</summary>
    private const double Decay = 28;

    /// <summary>Most wave vectors that a Fourier sum of this suite adds up.</summary>
    private const int MostWaves = 400_000;

    public static Claim<TorusCase> EnergyOfMeasures { get; } = TorusMotionClaims.About(
        "B-2.2-energy",
        "Section 2.2, E_n = E_delta(mu_n)",
        "E_n(x; b) = E_delta(mu_n) = (1/2) sum_k V_k |kappa_k|^2 + int U dkappa, kappa_k = (1/n) sum b_i exp(-2 pi i k.x_i), at every row; E_n is invariant under relabelling.",
        "Parseval, which needs the diagonal in (2.1). All k with a coefficient above exp(-28) are added; the rest is below 1e-11.",
        CheckParseval,
        c => IsSummable(c.V) ? null : "the Fourier sum of V is too long for this check");

    public static Claim<TorusCase> Convexity { get; } = TorusMotionClaims.About(
        "B-1.5-convex",
        "Section 1.5, conditions on the potential",
        "With V_k >= 0 the interaction energy kappa -> int V * kappa dkappa is convex: its value at kappa_n(t) - kappa_n(s) is not negative for any two rows, "
        + "and (1/2) int V * kappa_n dkappa_n >= (1/2) V_0 ((n_+ - n_-)/n)^2.",
        "The value is sum_k V_k |kappa_k(t) - kappa_k(s)|^2, and k = 0 cancels because charges are fixed.",
        CheckConvexity,
        c => c.V.IsSingular ? "V is singular" : null);

    public static Claim<TorusCase> Floor { get; } = TorusMotionClaims.About(
        "B-2.2-floor",
        "(ours) lower bound of E_n",
        "E_n >= (1/2) V_0 kappa_0^2 + U_0 kappa_0 - (1/2) sum_{k != 0} m_k, kappa_0 = (n_+ - n_-)/n, "
        + "m_k = |U_k|^2/V_k where |U_k| <= V_k and 2|U_k| - V_k otherwise.",
        "(V1): each mode is at least (1/2) V_k |kappa_k|^2 - |U_k| |kappa_k| with |kappa_k| <= 1.",
        CheckFloor,
        c => c.V.IsSingular ? "V is singular" : null);

    public static Claim<TorusCase> StatedEnergy { get; } = TorusMotionClaims.About(
        "B-eq-1.5",
        "Equations (1.5), (2.1)",
        "E_n = 1/(2 n^2) sum_{i,j} b_i b_j V_delta(x_i - x_j) + (1/n) sum b_i U(x_i) with the diagonal kept (left out of a singular V), invariant under relabelling, "
        + "under b -> -b with U -> -U, and under x -> x + whole numbers; energies that the run states are these.",
        "The double sum as it is written.",
        CheckEnergy);

    /// <summary>Whether a Fourier sum to rounding is short; the singular ones never are.</summary>
    public static bool IsSummable(TorusPotential v) => v is FourierPotential || (!v.IsSingular && Math.Pow(2.0 * Reach(v), v.Dimension) <= MostWaves);

    private static int Reach(TorusPotential v) => v switch
    {
        FourierPotential fourier => fourier.Terms.SelectMany(t => t.K).Select(Math.Abs).DefaultIfEmpty(0).Max(),
        { Dimension: 1 } => (int)Math.Min(1e6, Math.Ceiling(Decay / (2 * Math.PI * v.Delta))),
        _ => (int)Math.Min(1e6, Math.Ceiling(Decay / v.Delta)),
    };

    /// <summary>Half of the wave vectors other than 0 up to the reach of V: of k and -k one.</summary>
    private static IEnumerable<int[]> Waves(TorusPotential v)
    {
        var reach = Reach(v);
        if (v.Dimension == 1) return Enumerable.Range(1, reach).Select(k => new[] { k });
        return from k1 in Enumerable.Range(0, reach + 1)
               from k2 in Enumerable.Range(-reach, (2 * reach) + 1)
               where k1 > 0 || k2 > 0
               select new[] { k1, k2 };
    }

    private static IEnumerable<Comparison> CheckParseval(TorusTrial trial)
    {
        var (subject, v) = (trial.Case, trial.Case.V);
        foreach (var row in new[] { trial.Rows[0], trial.Rows[^1] })
        {
            var modes = Modes(subject, row.State);
            var energy = TorusSums.Energy(subject, row.State);
            yield return Comparison.Equal(
                energy, modes + TorusSums.External(subject, row.State), 1e-11 * (1 + (1e-3 * v.GradientBound)), 1.0 / trial.Count, $"t = {row.Time:R}");
            if (trial.Run.Energy is { } stated && trial.Rows.Length == trial.Run.Times.Length)
            {
                var index = trial.Rows.IndexOf(row);
                yield return Comparison.Equal(stated[index], modes + TorusSums.External(subject, row.State), 1e-11 + (2 * trial.EnergyOf(row).Uncertainty), 1.0 / trial.Count, $"stated energy at t = {row.Time:R}");
            }
        }
    }

    /// <summary>(1/2) sum_k V_k |kappa_k|^2, the powers of exp(2 pi i x) of each particle and component from tables.</summary>
    private static double Modes(TorusCase subject, TorusState state)
    {
        var (v, d, reach) = (subject.V, subject.Dimension, Reach(subject.V));
        var powers = new Complex[subject.Count * d][];
        for (var i = 0; i < powers.Length; i++)
        {
            powers[i] = new Complex[(2 * reach) + 1];
            for (var k = -reach; k <= reach; k++) powers[i][k + reach] = Complex.FromPolarCoordinates(1, TorusWeakForm.Phase([k], state.X.AsSpan(i, 1)));
        }
        var modes = 0.5 * v.Coefficient(new int[d]) * Math.Pow(subject.B.Sum() / (double)subject.Count, 2);
        foreach (var k in Waves(v))
        {
            var weight = v.Coefficient(k);
            if (weight == 0) continue;
            var sum = Complex.Zero;
            for (var i = 0; i < subject.Count; i++)
            {
                var one = powers[i * d][k[0] + reach];
                if (d == 2) one *= powers[(2 * i) + 1][k[1] + reach];
                sum += subject.B[i] * one;
            }
            modes += weight * ((sum.Real * sum.Real) + (sum.Imaginary * sum.Imaginary)) / ((double)subject.Count * subject.Count);
        }
        return modes;
    }

    private static IEnumerable<Comparison> CheckConvexity(TorusTrial trial)
    {
        var (subject, d) = (trial.Case, trial.Case.Dimension);
        var charge = subject.B.Sum() / (double)subject.Count;
        var floor = 0.5 * subject.V.Coefficient(new int[d]) * charge * charge;
        for (var k = 0; k < trial.Rows.Length; k++)
        {
            var (row, at) = (trial.Rows[k].State, $"t = {trial.Rows[k].Time:R}");
            yield return Comparison.AtMostOnScale(floor, TorusSums.Interaction(subject, row), 1e-13 * (1 + Math.Abs(subject.V.At(new double[d]))), 1.0 / trial.Count, at);
            if (k == 0) continue;
            var both = subject with { X = default, B = [.. subject.B, .. subject.B.Select(b => -b)], U = FourierPotential.Zero(d), Dipoles = null };
            var form = TorusSums.Interaction(both, new([.. row.X, .. trial.Rows[k - 1].State.X], null));
            yield return Comparison.AtMostOnScale(0, form, 1e-13 * (1 + Math.Abs(subject.V.At(new double[d]))), 1.0 / trial.Count, $"the row before against {at}");
        }
    }

    private static IEnumerable<Comparison> CheckFloor(TorusTrial trial)
    {
        var (subject, d) = (trial.Case, trial.Case.Dimension);
        var charge = subject.B.Sum() / (double)subject.Count;
        var floor = 0.5 * subject.V.Coefficient(new int[d]) * charge * charge;
        foreach (var group in subject.U.Terms.GroupBy(t => string.Join(' ', Canonical(t.K)), StringComparer.Ordinal))
        {
            var k = group.First().K;
            if (k.All(component => component == 0))
            {
                floor += charge * group.Sum(t => t.Cos);
                continue;
            }
            var size = 0.5 * double.Hypot(group.Sum(t => t.Cos), group.Sum(t => t.K.SequenceEqual(k) ? t.Sin : -t.Sin));
            var weight = subject.V.Coefficient(k.AsSpan());
            floor -= weight >= size ? size * size / weight : (2 * size) - weight;
        }
        foreach (var row in trial.Rows)
        {
            var energy = TorusSums.Energy(subject, row.State);
            yield return Comparison.AtMostOnScale(floor, energy, 1e-12 * (1 + Math.Abs(energy)), Math.Max(1.0 / trial.Count, Math.Abs(floor)), $"t = {row.Time:R}");
            if (trial.Run.Energy is { } stated && trial.Rows.Length == trial.Run.Times.Length)
                yield return Comparison.AtMostOnScale(floor, stated[trial.Rows.IndexOf(row)], 1e-9, Math.Max(1.0 / trial.Count, Math.Abs(floor)), $"stated energy at t = {row.Time:R}");
        }
    }

    /// <summary>Of k and -k the one whose first component other than 0 is positive.</summary>
    private static IEnumerable<int> Canonical(IEnumerable<int> k) => k.FirstOrDefault(component => component != 0) < 0 ? k.Select(component => -component) : k;

    private static IEnumerable<Comparison> CheckEnergy(TorusTrial trial)
    {
        var (subject, d, n) = (trial.Case, trial.Case.Dimension, trial.Count);
        var offset = trial.Rows.Length - trial.Run.Times.Length;
        for (var k = 0; k < trial.Rows.Length; k++)
        {
            var row = trial.Rows[k];
            var (energy, error) = trial.EnergyOf(row);
            var (at, scale) = ($"t = {row.Time:R}", Math.Max(1.0 / n, Math.Abs(energy)));
            if (k >= offset && trial.Run.Energy is { } stated) yield return Comparison.Equal(stated[k - offset], energy, 2 * error, scale, $"stated energy at {at}");
            var reversed = subject with { X = default, B = [.. subject.B.Reverse()], Dipoles = null };
            double[] backwards = [.. Enumerable.Range(0, n).Reverse().SelectMany(i => row.State.X.Skip(i * d).Take(d))];
            double[] shifted = [.. row.State.X.Select((x, i) => x + (i % 3) - 1)];
            var flipped = subject with
            {
                X = default,
                B = [.. subject.B.Select(b => -b)],
                U = new FourierPotential(d, [.. subject.U.Terms.Select(t => t with { Cos = -t.Cos, Sin = -t.Sin })]),
                Dipoles = null,
            };
            var plain = TorusSums.Energy(subject with { Dipoles = null }, new(row.State.X, null));
            yield return Comparison.Equal(TorusSums.Energy(reversed, new(backwards, null)), plain, error, scale, $"relabelled, {at}");
            yield return Comparison.Equal(TorusSums.Energy(flipped, new(row.State.X, null)), plain, error, scale, $"charges and U reversed, {at}");
            yield return Comparison.Equal(TorusSums.Energy(subject, new(shifted, null)), plain, error, scale, $"moved by whole numbers, {at}");
        }
    }
}
