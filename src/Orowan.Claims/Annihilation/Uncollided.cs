using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Orowan.Formats;
using Orowan.Particles;

namespace Orowan.Claims.Annihilation;

/// <summary>A row of the flow (4.9): positions, the dissipation so far, and the error of a position.</summary>
internal sealed record UncollidedRow(double Time, LineState State, double Dissipation, double Error);

/// <summary>
/// The flow (4.9) of A, in which opposites pass through each other, from the initial data of a case: Dormand and Prince of order 5(4) on
/// positions, a second method beside the one in gaps that solves the cases.
/// </summary>
internal sealed class Uncollided
{
    private const double Tolerance = 1e-11;

    private const double Coarser = 100;

    private const int MostSteps = 15_000;

    private static readonly ConditionalWeakTable<LineCase, Uncollided> Known = [];

    private static readonly double[][] Stages =
    [
        [1.0 / 5],
        [3.0 / 40, 9.0 / 40],
        [44.0 / 45, -56.0 / 15, 32.0 / 9],
        [19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729],
        [9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656],
        [35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84],
    ];

    private static readonly double[] Defect = [71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40];

    private Uncollided(LineCase subject)
    {
        Rows = Flow(subject, subject.Output);
    }

    /// <summary>A row for each output time of the case that is reached within the steps allowed.</summary>
    public ImmutableArray<UncollidedRow> Rows { get; }

    /// <summary>The largest error of a position in a row: the distance to the same flow at a hundred times the tolerance, ten times the local errors so far, and rounding.</summary>
    public double Error => Rows.Max(r => r.Error);

    public static Uncollided Of(LineCase subject) => Known.GetValue(subject, s => new Uncollided(s));

    /// <summary>The flow at other times, increasing.</summary>
    public static ImmutableArray<UncollidedRow> Flow(LineCase subject, ImmutableArray<double> output)
    {
        var (fine, coarse) = (Integrate(subject, output, Tolerance), Integrate(subject, output, Coarser * Tolerance));
        var states = fine.Zip(coarse, (f, c) => (Fine: f, Error: f.Y.SkipLast(1).Zip(c.Y, (a, b) => Math.Abs(a - b)).Max() + (10 * f.Local) + (8 * Floating.Spacing * f.Y.SkipLast(1).Max(Math.Abs))));
        return [.. states.Select(s => new UncollidedRow(s.Fine.Time, new LineState([.. s.Fine.Y.SkipLast(1)], [.. subject.B]), s.Fine.Y[^1], s.Error))];
    }

    private static List<(double Time, double[] Y, double Local)> Integrate(LineCase subject, ImmutableArray<double> output, double tolerance)
    {
        var rows = new List<(double, double[], double)>();
        double[] y = [.. subject.X, 0];
        var rates = new double[7][];
        rates[0] = Rate(subject, y);
        var (time, step) = (0.0, 0.01 / FlowWithoutCollision.FastestRate(subject, new LineState([.. subject.X], [.. subject.B])));
        var (steps, local) = (0, 0.0);
        foreach (var wanted in output)
        {
            while (time < wanted)
            {
                if (++steps > MostSteps) return rows;
                var last = step >= wanted - time;
                var h = last ? wanted - time : step;
                for (var s = 0; s < Stages.Length; s++) rates[s + 1] = Rate(subject, Combine(y, h, Stages[s], rates));
                var next = Combine(y, h, Stages[^1], rates);
                var defect = Combine(new double[y.Length], h, Defect, rates);
                var error = Size(subject, y, defect, tolerance);
                var factor = double.IsFinite(error) ? Math.Clamp(0.9 * Math.Pow(Math.Max(error, 1e-10), -0.2), 0.2, 5) : 0.2;
                if (error <= 1)
                {
                    (y, time) = (next, last ? wanted : time + h);
                    rates[0] = rates[6];
                    local += defect.SkipLast(1).Max(Math.Abs);
                    step = last ? Math.Max(step, h * factor) : h * factor;
                    continue;
                }
                step = h * factor;
            }
            rows.Add((wanted, (double[])y.Clone(), local));
        }
        return rows;
    }

    /// <summary>The error in units of what is allowed: positions against the nearest like particle, the dissipation against itself.</summary>
    private static double Size(LineCase subject, double[] y, double[] error, double tolerance)
    {
        var last = y.Length - 1;
        var gap = Math.Min(subject.LengthScale, PairSums.LeastLikeGap(new LineState(y[..last], [.. subject.B])));
        var largest = Math.Abs(error[last]) / (tolerance * Math.Max(1, y[last]));
        for (var i = 0; i < last; i++)
        {
            var unit = Math.Max(tolerance * gap, 2 * Floating.Spacing * Math.Abs(y[i]));
            largest = Math.Max(largest, Math.Abs(error[i]) / unit);
            if (double.IsNaN(error[i])) return double.PositiveInfinity;
        }
        return largest;
    }

    private static double[] Combine(double[] y, double h, double[] weights, double[][] rates)
    {
        var sum = (double[])y.Clone();
        for (var s = 0; s < weights.Length; s++)
        {
            if (weights[s] == 0) continue;
            for (var i = 0; i < sum.Length; i++) sum[i] += h * weights[s] * rates[s][i];
        }
        return sum;
    }

    /// <summary>(4.9), and (1/n)|y'|^2 as the last entry.</summary>
    private static double[] Rate(LineCase subject, double[] y)
    {
        var n = y.Length - 1;
        var rate = new double[n + 1];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var product = subject.B[i] * subject.B[j];
                if (i == j || product == 0) continue;
                rate[i] -= (product == 1 ? subject.V.Slope(y[i] - y[j]) : subject.W.Slope(y[i] - y[j])) / n;
            }
            rate[n] += rate[i] * rate[i] / n;
        }
        return rate;
    }
}
