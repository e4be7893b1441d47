using Orowan.Formats;

namespace Orowan.Claims.MultipleSigns;

/// <summary>B, sections 1.2 and 1.5, (2.13), (2.20), (3.5): the empirical measures solve the equations in the weak sense.</summary>
internal static class TorusWeakForm
{
    public static Claim<TorusCase> Footnote { get; } = TorusMotionClaims.About(
        "B-1.2-footnote",
        "Section 1.2, footnote 1",
        "d/dt int phi dmu_n^+ = -int mu_n^+(dx) grad phi(x) . [int grad V(x - y) (mu_n^+ - mu_n^-)(dy) + grad U(x)] for phi = cos, sin of 2 pi k.x, with grad V(0) = 0; "
        + "in slip cases with d_1 for grad.",
        "The chain rule and (2.12). Integrated over each interval along the restarted flow; cos and sin of the wave vectors " + TestWavesInWords + ".",
        trial => CheckWeak(trial, [1]));

    public static Claim<TorusCase> Weak { get; } = TorusMotionClaims.About(
        "B-eq-1.7",
        "Equations (1.7), (2.13), (2.20)",
        "mu_n^+ and mu_n^- solve the regularised equations in the weak sense, the second with the opposite sign: int phi dmu_n^s changes by "
        + "-s int int grad phi . (grad V_delta * kappa_n + grad U) dmu_n^s dt over each interval; in slip cases (2.20) with d_1 for grad.",
        "As footnote 1 with b_i = -1 for the second. For a singular V before collisions these are (1.4), (2.14), (2.21).",
        trial => CheckWeak(trial, [1, -1]));

    /// <summary>Against test functions of space and time that vanish at the last row.</summary>
    public static Claim<TorusCase> InTime { get; } = TorusMotionClaims.About(
        "B-eq-3.5",
        "Equation (3.5)",
        "int_0^T int (d_t phi -+ grad phi . grad (V_delta * kappa_n + U)) dmu_n^+- dt + int phi(0, x) dmu_n^+-(0) = 0 for phi = (1 - t/T)^2 times cos or sin of 2 pi k.x, "
        + "T the time of the last row; in slip cases with d_1 for grad.",
        "d/dt int phi dmu_n^+- is the integrand, and phi(T) = 0. Integrated along the restarted flow; what a row jumps by, weighted with phi, is what is left.",
        CheckInTime,
        c => c.V.IsSingular ? "V is singular" : null);

    /// <summary>The wave vectors of the test functions, as <see cref="TestWaves"/> has them.</summary>
    public const string TestWavesInWords = "1 and 2 on the circle, (1, 0), (0, 1), (1, 1), (2, -1) in the plane";

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

    private static IEnumerable<Comparison> CheckInTime(TorusTrial trial)
    {
        var (subject, waves, last) = (trial.Case, TestWaves(trial.Case.Dimension).ToArray(), trial.Rows[^1].Time);
        if (trial.Intervals.FirstOrDefault(interval => interval.Error is not null) is { } lost)
        {
            yield return TorusMotionClaims.Lost(lost);
            yield break;
        }
        double[] slopes = [.. Enumerable.Range(0, 2 * waves.Length).Select(k => 2 * Math.PI * waves[k / 2].Sum(Math.Abs))];
        foreach (var sign in (int[])[1, -1])
        {
            var (total, uncertainty) = (new double[slopes.Length], new double[slopes.Length]);
            foreach (var interval in trial.Intervals)
            {
                var (start, end) = (interval.From.Time, interval.To.Time);
                double Weight(double t) => (1 - (t / last)) * (1 - (t / last));
                var (integral, error) = interval.Integrate((since, state) =>
                {
                    var left = 1 - ((start + since) / last);
                    return [.. Averages(subject, state, waves, sign).Zip(Rates(subject, state, waves, sign), (average, rate) => (-2 * left / last * average) + (left * left * rate))];
                });
                var (from, to) = (Averages(subject, interval.From.State, waves, sign), Averages(subject, interval.To.State, waves, sign));
                for (var k = 0; k < slopes.Length; k++)
                {
                    // What the flow of the interval leaves of phi at the next row; the sum over all intervals is (3.5), as phi(T) = 0.
                    var defect = (Weight(end) * to[k]) - (Weight(start) * from[k]) - integral[k];
                    total[k] += defect;
                    uncertainty[k] += error + (slopes[k] * TorusMotionClaims.Allowance(trial, interval, (Math.Abs(defect) - error) / slopes[k], trial.Uncertainty));
                }
            }
            for (var k = 0; k < slopes.Length; k++)
            {
                var at = $"{(k % 2 == 0 ? "cos" : "sin")} of k = ({string.Join(", ", waves[k / 2])}), sign {sign}";
                yield return Comparison.Equal(total[k], 0, uncertainty[k], slopes[k] * subject.LengthScale, at, trial.Intervals.Length * TorusMotionClaims.PositionResolution);
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

    /// <summary>2 pi k.x, up to a whole number of turns.</summary>
    public static double Phase(int[] k, ReadOnlySpan<double> x)
    {
        double turns = 0;
        for (var a = 0; a < k.Length; a++) turns += k[a] * x[a];
        return 2 * Math.PI * (turns - Math.Round(turns));
    }
}
