using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Orowan.Formats;
using Orowan.Integration;
using Orowan.Particles;

namespace Orowan.Claims.Annihilation;

/// <summary>A row of the flow (4.9): positions, the dissipation so far, and the error of a position.</summary>
internal sealed record UncollidedRow(double Time, LineState State, double Dissipation, double Error);

/// <summary>
/// The flow (4.9) of A, in which opposites pass through each other, from the initial data of a case: in positions, where the flow that
/// solves the cases is in gaps, so a second way to the same numbers. Explicit at first, implicit where that takes too many steps.
/// </summary>
internal sealed class Uncollided
{
    private const double Tolerance = 1e-11;

    private const double Coarser = 100;

    /// <summary>Explicit steps before the implicit method takes over: like particles in a well of V, or opposites in one of W, are stiff.</summary>
    private const int ExplicitSteps = 1_200;

    private const int MostSteps = 6_000;

    private const double StepOfRate = 0.01;

    private static readonly ConditionalWeakTable<LineCase, Uncollided> Known = [];

    private Uncollided(LineCase subject) => Rows = Flow(subject, subject.X, subject.Output);

    /// <summary>A row for each output time of the case that is reached within the steps allowed.</summary>
    public ImmutableArray<UncollidedRow> Rows { get; }

    /// <summary>The largest error of a position in a row: the distance to the same flow at a hundred times the tolerance, ten times the local errors so far, and rounding.</summary>
    public double Error => Rows.Max(r => r.Error);

    public static Uncollided Of(LineCase subject) => Known.GetValue(subject, s => new Uncollided(s));

    /// <summary>The flow from <paramref name="start"/> at other times, increasing.</summary>
    public static ImmutableArray<UncollidedRow> Flow(LineCase subject, IEnumerable<double> start, ImmutableArray<double> output)
    {
        double[] y = [.. start, 0];
        var (fine, coarse) = (Integrate(subject, y, output, Tolerance), Integrate(subject, y, output, Coarser * Tolerance));
        return [.. fine.Zip(coarse, (f, c) => Row(subject, f, c))];
    }

    private static UncollidedRow Row(LineCase subject, Reached fine, Reached coarse)
    {
        var (x, other) = (fine.Y[..^1], coarse.Y[..^1]);
        var apart = x.Zip(other, (a, b) => Math.Abs(a - b)).Max();
        return new(fine.Time, new LineState(x, [.. subject.B]), fine.Y[^1], apart + (10 * fine.Local) + (8 * Floating.Spacing * x.Max(Math.Abs)));
    }

    private static List<Reached> Integrate(LineCase subject, double[] start, ImmutableArray<double> output, double tolerance)
    {
        var rows = new List<Reached>();
        var flow = new UncollidedFlow(subject, tolerance);
        IStepper stepper = new DormandPrince(flow, start);
        var (time, step) = (0.0, StepOfRate / FlowWithoutCollision.FastestRate(subject, new LineState(start[..^1], [.. subject.B])));
        var (steps, local) = (0, 0.0);
        foreach (var wanted in output)
        {
            while (time < wanted)
            {
                if (++steps > MostSteps) return rows;
                if (steps == ExplicitSteps) stepper = new RadauIIA(flow, stepper.State);
                var last = step >= wanted - time;
                var h = last ? wanted - time : step;
                var error = stepper.Attempt(h);
                var factor = double.IsFinite(error) ? Math.Clamp(0.9 * Math.Pow(Math.Max(error, 1e-10), -1.0 / stepper.ErrorOrder), 0.2, 5) : 0.2;
                if (error <= 1)
                {
                    stepper.Accept();
                    time = last ? wanted : time + h;
                    local += error * flow.Allowed(stepper.State);
                    step = last ? Math.Max(step, h * factor) : h * factor;
                    continue;
                }
                step = h * factor;
            }
            rows.Add(new Reached(wanted, stepper.State.ToArray(), local));
        }
        return rows;
    }

    /// <summary>Positions and the dissipation as the last entry, with the sum of the estimated errors of the steps.</summary>
    private readonly record struct Reached(double Time, double[] Y, double Local);
}

/// <summary>(4.9) of A in positions, and (1/n)|y'|^2 as the rate of the last unknown.</summary>
internal sealed class UncollidedFlow(LineCase subject, double tolerance) : IStiffFlow
{
    private readonly int n = subject.Count;

    public int Dimension => n + 1;

    /// <summary>The error that a step may make in a position: relative to the nearest like particle, and no less than rounding.</summary>
    public double Allowed(ReadOnlySpan<double> y)
    {
        var gap = Math.Min(subject.LengthScale, LeastLikeGap(y));
        double largest = 0;
        for (var i = 0; i < n; i++) largest = Math.Max(largest, Math.Abs(y[i]));
        return Math.Max(tolerance * gap, 2 * Floating.Spacing * largest);
    }

    /// <summary>False where a step has carried like particles past each other.</summary>
    public bool TryRate(ReadOnlySpan<double> y, Span<double> rate)
    {
        if (!(LeastLikeGap(y) > 0)) return false;
        rate.Clear();
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++)
            {
                var product = subject.B[i] * subject.B[j];
                if (product == 0) continue;
                var slope = (product == 1 ? subject.V : subject.W).Slope(y[i] - y[j]) / n;
                rate[i] -= slope;
                rate[j] += slope;
            }
            rate[n] += rate[i] * rate[i] / n;
        }
        return double.IsFinite(rate[n]);
    }

    public void AllowedErrors(ReadOnlySpan<double> y, ReadOnlySpan<double> rate, double step, Span<double> allowed)
    {
        allowed[..n].Fill(Allowed(y));
        allowed[n] = tolerance * Math.Max(1, y[n]);
    }

    public void Jacobian(ReadOnlySpan<double> y, MathNet.Numerics.LinearAlgebra.Matrix<double> jacobian)
    {
        var rate = new double[n + 1];
        TryRate(y, rate);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                var product = subject.B[i] * subject.B[j];
                if (i == j || product == 0) continue;
                var curvature = (product == 1 ? subject.V : subject.W).Curvature(y[i] - y[j]) / n;
                jacobian[i, j] += curvature;
                jacobian[i, i] -= curvature;
            }
        }
        for (var k = 0; k < n; k++)
        {
            for (var i = 0; i < n; i++) jacobian[n, k] += 2 * rate[i] * jacobian[i, k] / n;
        }
    }

    /// <summary>The least difference from a particle to the next of its sign; not positive where the order is lost.</summary>
    private double LeastLikeGap(ReadOnlySpan<double> y)
    {
        var least = double.PositiveInfinity;
        var (positive, negative) = (double.NegativeInfinity, double.NegativeInfinity);
        for (var i = 0; i < n; i++)
        {
            ref var before = ref (subject.B[i] == 1 ? ref positive : ref negative);
            if (subject.B[i] == 0) continue;
            least = Math.Min(least, y[i] - before);
            before = y[i];
        }
        return least;
    }
}
