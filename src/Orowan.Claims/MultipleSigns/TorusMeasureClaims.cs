using System.Numerics;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, sections 1.2, 1.5 and 2.2: what the empirical measures satisfy, and the energy as a quadratic form of kappa.</summary>
internal static class TorusMeasureClaims
{
    /// <summary>Coefficients below exp(-28) are left out of a Fourier sum.</summary>
    private const double Decay = 28;

    /// <summary>Most wave vectors that a Fourier sum of this suite adds up.</summary>
    private const int MostWaves = 400_000;

    public static Claim<TorusCase> Footnote { get; } = TorusMotionClaims.About(
        "B-1.2-footnote",
        "Section 1.2, footnote 1",
        "d/dt int phi dmu_n^+ = -int mu_n^+(dx) grad phi(x) . [int grad V(x - y) (mu_n^+ - mu_n^-)(dy) + grad U(x)] for phi = cos, sin of 2 pi k.x, with grad V(0) = 0; "
        + "in slip cases with d_1 for grad.",
        "The chain rule and (2.12). Integrated over each interval along the restarted flow; cos and sin of the wave vectors of size at most 2.",
        trial => CheckWeak(trial, [1]));

    public static Claim<TorusCase> Weak { get; } = TorusMotionClaims.About(
        "B-eq-1.7",
        "Equations (1.7), (2.13), (2.20)",
        "mu_n^+ and mu_n^- solve the regularised equations in the weak sense, the second with the opposite sign: int phi dmu_n^s changes by "
        + "-s int int grad phi . (grad V_delta * kappa_n + grad U) dmu_n^s dt over each interval; in slip cases (2.20) with d_1 for grad.",
        "As footnote 1 with b_i = -1 for the second. For a singular V before collisions these are (1.4), (2.14), (2.21).",
        trial => CheckWeak(trial, [1, -1]));

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

    private static IEnumerable<int[]> TestWaves(int d) => d == 1 ? [[1], [2]] : [[1, 0], [0, 1], [1, 1], [2, -1]];

    /// <summary>The weak form for the empirical measures of the signs asked for.</summary>
    public static IEnumerable<Comparison> CheckWeak(TorusTrial trial, int[] signs)
    {
        var (subject, d) = (trial.Case, trial.Case.Dimension);
        var waves = TestWaves(d).ToArray();
        foreach (var interval in trial.Intervals)
        {
            if (interval.Error is not null)
            {
                yield return TorusMotionClaims.Lost(interval);
                continue;
            }
            foreach (var sign in signs)
            {
                var (integral, error) = interval.Integrate(state => Rates(subject, state, waves, sign));
                var (from, to) = (Averages(subject, interval.From.State, waves, sign), Averages(subject, interval.To.State, waves, sign));
                for (var k = 0; k < integral.Length; k++)
                {
                    var slope = 2 * Math.PI * waves[k / 2].Sum(Math.Abs);
                    var excess = Math.Abs(to[k] - from[k] - integral[k]) / slope;
                    yield return Comparison.Equal(
                        to[k] - from[k],
                        integral[k],
                        error + (slope * TorusMotionClaims.Allowance(trial, interval, excess - (error / slope), trial.Uncertainty)),
                        slope * subject.LengthScale,
                        $"{(k % 2 == 0 ? "cos" : "sin")} of k = ({string.Join(", ", waves[k / 2])}), sign {sign}, up to t = {interval.To.Time:R}",
                        TorusMotionClaims.PositionResolution);
                }
            }
        }
    }

    /// <summary>int phi dmu^s for the cosine and the sine of each wave vector.</summary>
    private static double[] Averages(TorusCase subject, TorusState state, int[][] waves, int sign)
    {
        var averages = new double[2 * waves.Length];
        for (var i = 0; i < subject.Count; i++)
        {
            if (subject.B[i] != sign) continue;
            for (var k = 0; k < waves.Length; k++)
            {
                var (sin, cos) = Math.SinCos(Phase(waves[k], state.X.AsSpan(i * subject.Dimension, subject.Dimension)));
                averages[2 * k] += cos / subject.Count;
                averages[(2 * k) + 1] += sin / subject.Count;
            }
        }
        return averages;
    }

    /// <summary>-s int grad phi . (grad V * kappa + grad U) dmu^s, the convolution as a sum over kappa's atoms.</summary>
    private static double[] Rates(TorusCase subject, TorusState state, int[][] waves, int sign)
    {
        var d = subject.Dimension;
        var rates = new double[2 * waves.Length];
        Span<double> field = stackalloc double[d];
        Span<double> r = stackalloc double[d];
        Span<double> gradient = stackalloc double[d];
        for (var i = 0; i < subject.Count; i++)
        {
            if (subject.B[i] != sign) continue;
            subject.U.Gradient(state.X.AsSpan(i * d, d), field);
            for (var j = 0; j < subject.Count; j++)
            {
                if (i == j) continue;
                state.Difference(d, i, j, r);
                subject.V.Gradient(r, gradient);
                for (var a = 0; a < d; a++) field[a] += subject.B[j] * gradient[a] / subject.Count;
            }
            if (subject.Motion == TorusMotion.Slip) field[1] = 0;
            for (var k = 0; k < waves.Length; k++)
            {
                var (sin, cos) = Math.SinCos(Phase(waves[k], state.X.AsSpan(i * d, d)));
                double along = 0;
                for (var a = 0; a < d; a++) along += 2 * Math.PI * waves[k][a] * field[a];
                rates[2 * k] += sign * along * sin / subject.Count;
                rates[(2 * k) + 1] -= sign * along * cos / subject.Count;
            }
        }
        return rates;
    }

    private static double Phase(int[] k, ReadOnlySpan<double> x)
    {
        double turns = 0;
        for (var a = 0; a < k.Length; a++) turns += k[a] * x[a];
        return 2 * Math.PI * (turns - Math.Round(turns));
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
            for (var k = -reach; k <= reach; k++) powers[i][k + reach] = Complex.FromPolarCoordinates(1, Phase([k], state.X.AsSpan(i, 1)));
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
