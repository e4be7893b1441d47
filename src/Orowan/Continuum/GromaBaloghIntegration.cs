using Orowan.Formats;
using Orowan.Integration;

namespace Orowan.Continuum;

/// <summary>A row of one integration: both densities on the grid, and the integrals of the entropy balance up to it.</summary>
/// <param name="Tail">The sum of |z_k| over the outer quarter of the waves kept: what is left out is of this size or less.</param>
internal sealed record GromaBaloghState(double Time, double[] Plus, double[] Minus, double[] Integrals, double Tail);

/// <summary>One integration of a case on one grid at one local tolerance.</summary>
/// <param name="Ended">Why it stopped before the last time wanted; null when it did not.</param>
internal sealed record GromaBaloghPass(IReadOnlyList<GromaBaloghState> Rows, long Steps, long Rejected, long Evaluations, string? Ended)
{
    /// <summary>The largest tail of a row.</summary>
    public double Tail => Rows.Select(row => row.Tail).DefaultIfEmpty(0).Max();
}

/// <summary>Integrates the Groma-Balogh equations from given densities through given times.</summary>
internal static class GromaBaloghIntegration
{
    private const long MostSteps = 100_000;

    /// <summary>
    /// The first step as a share of the horizon; steps that are too long are refused, and every step may grow sixfold.
    /// </summary>
    private const double FirstShare = 0.01;

    /// <summary>
    /// The longest step as a multiple of 1/lambda: a stage at time c_i uses one at c_j up to 0.084 of a step later, whose rounding the
    /// integrating factor enlarges by exp(0.084 lambda h), below 5000.
    /// </summary>
    private const double LongestDecay = 100;

    /// <summary>lambda s beyond which s starts again from 0: exp stays far from overflow.</summary>
    private const double LargestExponent = 300;

    /// <summary>The share of the waves that counts as their inner part.</summary>
    private const double Inner = 0.75;

    /// <summary>
    /// The root of the share of the sum of squares that the outer waves hold beyond which a run is given up: for densities drawn together in a point it
    /// is 1/2 in one dimension and 2/3 in two.
    /// </summary>
    private const double LargestOuterShare = 0.2;

    /// <summary>Steps between two looks at it.</summary>
    private const int Patience = 16;

    /// <param name="times">Increasing, from 0 on.</param>
    /// <param name="leastSteps">No step is longer than the horizon over this.</param>
    public static GromaBaloghPass Run(
        GromaBaloghCase subject, PeriodicDensity plus, PeriodicDensity minus, IReadOnlyList<double> times, int side, double tolerance, int leastSteps)
    {
        var flow = new GromaBaloghFlow(subject, side, tolerance);
        var method = new DormandPrince(flow, flow.Initial(plus, minus));
        var rows = new List<GromaBaloghState>();
        long steps = 0, rejected = 0, evaluations = 0;
        double time = 0;
        var longest = Math.Min(times[^1] / leastSteps, flow.FastestDecay > 0 ? LongestDecay / flow.FastestDecay : double.PositiveInfinity);
        var step = FirstShare * times[^1];
        string? ended = null;
        foreach (var wanted in times)
        {
            while (time < wanted && ended is null)
            {
                var free = Math.Min(step, longest);
                var length = wanted - time <= free * (1 + 1e-12) ? wanted - time : free;
                var error = method.Attempt(length);
                if (!(error <= 1))
                {
                    rejected++;
                    step = StepLength.AfterRejected(length, error, method.ErrorOrder);
                    if (!(step > 1e-15 * time && step > 1e-290)) ended = $"steps beyond t = {time:R} are too short";
                    continue;
                }
                steps++;
                method.Accept();
                time = length == wanted - time ? wanted : time + length;
                var grown = StepLength.AfterAccepted(length, error, method.ErrorOrder);
                // A step that an output time cut short says nothing against the longer one.
                step = length < free ? Math.Max(step, grown) : grown;
                if (flow.FastestDecay * method.State[^1] > LargestExponent)
                {
                    evaluations += method.Evaluations;
                    method = new DormandPrince(flow, flow.Rebased(method.State));
                }
                if (steps + rejected >= MostSteps && time < wanted) ended = $"{MostSteps} steps lead to t = {time:R} only";
                if (steps % Patience == 0) ended ??= Unresolved();
            }
            if ((ended ??= Unresolved()) is not null) break;
            rows.Add(RowAt(flow, wanted, method.State));
        }
        return new(rows, steps, rejected, evaluations + method.Evaluations, ended);

        string? Unresolved() => OuterShare(flow, method.State) > LargestOuterShare ? $"at t = {time:R} the densities are too steep for {side} points in each direction" : null;
    }

    private static double OuterShare(GromaBaloghFlow flow, ReadOnlySpan<double> y)
    {
        var coefficients = flow.Coefficients(y);
        double outer = 0, all = 0;
        for (var i = 0; i < coefficients.Length; i++)
        {
            var square = (coefficients[i].Real * coefficients[i].Real) + (coefficients[i].Imaginary * coefficients[i].Imaginary);
            all += square;
            if (flow.Modes.SizeOf(i) > Inner * flow.Modes.Highest) outer += square;
        }
        return Math.Sqrt(outer / all);
    }

    private static GromaBaloghState RowAt(GromaBaloghFlow flow, double time, ReadOnlySpan<double> y)
    {
        var (plus, minus) = flow.Densities(y);
        var coefficients = flow.Coefficients(y);
        double tail = 0;
        for (var i = 0; i < coefficients.Length; i++)
        {
            if (flow.Modes.SizeOf(i) > Inner * flow.Modes.Highest) tail += coefficients[i].Magnitude;
        }
        return new(time, plus, minus, y[^(GromaBaloghFlow.Integrals + 1)..^1].ToArray(), tail);
    }
}
