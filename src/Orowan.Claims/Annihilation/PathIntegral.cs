using Orowan.Flows;
using Orowan.Formats;
using Orowan.Particles;

namespace Orowan.Claims.Annihilation;

/// <summary>
/// Integrals in time along a run: Gauss's rule with eight points on panels between rows and collisions, the reference flow supplying the
/// states, each panel halved until its two halves agree with it.
/// </summary>
internal static class PathIntegral
{
    private const int MostRounds = 45;

    /// <summary>Halving no longer helps where this many panels of an interval are open at once: rounding, not the rule, is the error there.</summary>
    private const int MostPanels = 24;

    /// <summary>A panel is settled when halving it changes it by less than this share of the sizes integrated so far.</summary>
    private const double Accuracy = 1e-9;

    private const int Grades = 17;

    private const double GradeRatio = 16;

    private static readonly double[] Nodes = [0.18343464249564981, 0.52553240991632899, 0.79666647741362674, 0.96028985649753623];

    private static readonly double[] Weights = [0.36268378337836198, 0.31370664587788729, 0.22238103445337447, 0.10122853629037626];

    /// <summary>
    /// The integrals over the run of several functions of time and state, and how wrong they may be; null when the reference flow does
    /// not reach the end of an interval.
    /// </summary>
    /// <param name="size">Index, by function, of the integral of a positive function that the accuracy is relative to; negative where none is asked for.</param>
    public static (double[] Values, double[] Errors)? Over(LineTrial trial, int count, Func<double, LineState, double[]> integrand, Func<int, int> size)
    {
        var (values, errors) = (new double[count], new double[count]);
        foreach (var interval in trial.Intervals)
        {
            if (interval.End is null) return null;
            var panels = SmoothPieces.Of(trial.Case, interval).Select(p => (p.From, p.To)).Where(p => p.To > p.From).SelectMany(Halves).SelectMany(Halves).ToList();
            if (panels.Count > 0 && ReferenceEquals(interval, trial.Intervals[0])) panels = [.. Graded(panels[0]), .. panels.Skip(1)];
            // Quarters to begin with: the layer in which a pair falls together may lie between the nodes of one panel.
            var coarse = Integrate(trial.Case, interval, panels, integrand);
            for (var round = 1; panels.Count > 0; round++)
            {
                List<(double From, double To)> halves = [.. panels.SelectMany(Halves)];
                var fine = Integrate(trial.Case, interval, halves, integrand);
                var (open, rest) = (new List<(double From, double To)>(), new List<double[]>());
                for (var p = 0; p < panels.Count; p++)
                {
                    var (left, right) = (fine[2 * p], fine[(2 * p) + 1]);
                    var change = Enumerable.Range(0, count).Select(f => Math.Abs(left[f] + right[f] - coarse[p][f])).ToArray();
                    var share = (panels[p].To - panels[p].From) / trial.Case.T;
                    var settled = round >= MostRounds || panels.Count > MostPanels + Grades || Enumerable.Range(0, count).All(f => size(f) < 0 || change[f] <= Accuracy * (values[size(f)] + share + left[size(f)] + right[size(f)]));
                    if (!settled)
                    {
                        open.AddRange(Halves(panels[p]));
                        rest.AddRange([left, right]);
                        continue;
                    }
                    for (var f = 0; f < count; f++)
                    {
                        values[f] += left[f] + right[f];
                        errors[f] += change[f];
                    }
                }
                (panels, coarse) = (open, rest);
            }
        }
        return (values, errors);
    }

    /// <summary>Panels that shrink towards the start, where like particles 1e-8 apart leave each other in a time that no node of one panel sees.</summary>
    private static IEnumerable<(double From, double To)> Graded((double From, double To) panel)
    {
        double[] ends = [panel.From, .. Enumerable.Range(0, Grades).Select(k => panel.From + ((panel.To - panel.From) * Math.Pow(GradeRatio, k - Grades + 1)))];
        return ends.Zip(ends.Skip(1), (from, to) => (from, to)).Where(p => p.to > p.from);
    }

    private static IEnumerable<(double From, double To)> Halves((double From, double To) panel)
    {
        var middle = panel.From + (0.5 * (panel.To - panel.From));
        return [(panel.From, middle), (middle, panel.To)];
    }

    /// <summary>Panels in the order of time, all by one restart of the flow.</summary>
    private static List<double[]> Integrate(LineCase subject, RestartedInterval interval, List<(double From, double To)> panels, Func<double, LineState, double[]> integrand)
    {
        var times = panels.SelectMany(p => Times(p.From - interval.From.Time, p.To - interval.From.Time)).ToArray();
        var rows = LineFlow.Restart(subject.V, subject.W, interval.From.State, [.. times], times[^1], subject.LengthScale).Rows;
        var sums = new List<double[]>();
        for (var p = 0; p < panels.Count; p++)
        {
            double[]? sum = null;
            for (var k = 0; k < 8; k++)
            {
                var row = rows[(8 * p) + k];
                var values = integrand(interval.From.Time + row.Time, row.State);
                sum ??= new double[values.Length];
                for (var f = 0; f < values.Length; f++) sum[f] += 0.5 * (panels[p].To - panels[p].From) * Weights[k < 4 ? 3 - k : k - 4] * values[f];
            }
            sums.Add(sum!);
        }
        return sums;
    }

    private static IEnumerable<double> Times(double from, double to) =>
        Enumerable.Range(0, 8).Select(k => (0.5 * (from + to)) + (0.5 * (to - from) * (k < 4 ? -Nodes[3 - k] : Nodes[k - 4])));
}
