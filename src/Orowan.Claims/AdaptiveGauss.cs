using System.Collections.Immutable;

namespace Orowan.Claims;

/// <summary>A piece of time, <paramref name="From"/> &lt; <paramref name="To"/>.</summary>
internal readonly record struct Panel(double From, double To)
{
    private const int Grades = 17;

    private const double GradeRatio = 16;

    /// <summary>Two panels of half the length.</summary>
    public IEnumerable<Panel> Halves()
    {
        var middle = From + (0.5 * (To - From));
        return [new(From, middle), new(middle, To)];
    }

    /// <summary>Panels that shrink towards the start, where a fast transient is over in a time that no node of one panel sees.</summary>
    public IEnumerable<Panel> Graded()
    {
        var (from, length) = (From, To - From);
        double[] ends = [from, .. Enumerable.Range(0, Grades).Select(k => from + (length * Math.Pow(GradeRatio, k - Grades + 1)))];
        return ends.Zip(ends.Skip(1), (low, high) => new Panel(low, high)).Where(p => p.To > p.From);
    }
}

/// <summary>
/// Integrals in time of several functions, by Gauss's rule with eight points on panels, each halved until its two halves agree with it. The
/// functions are sampled many times at once, because each batch costs a run of a flow.
/// </summary>
/// <param name="count">How many functions.</param>
/// <param name="size">Index, by function, of a positive function whose integral the accuracy is relative to; negative where none is asked for.</param>
/// <param name="horizon">The length of time over which a size of 1 counts as 1.</param>
internal sealed class AdaptiveGauss(int count, Func<int, int> size, double horizon)
{
    private const int Order = 8;

    private const int MostRounds = 45;

    /// <summary>Halving no longer helps where this many more panels are open than at first: rounding, not the rule, is the error there.</summary>
    private const int MostPanels = 24;

    /// <summary>A panel is settled when halving it changes it by less than this share of the sizes integrated so far.</summary>
    private const double Accuracy = 1e-9;

    private static readonly ImmutableArray<(double Node, double Weight)> Rule = [.. GaussLegendre.Points(Order)];

    /// <summary>The integrals over all that was added, length <c>count</c>.</summary>
    public double[] Values { get; } = new double[count];

    /// <summary>What the last halving changed, summed over the panels.</summary>
    public double[] Errors { get; } = new double[count];

    /// <summary>Adds the integrals over <paramref name="panels"/>, which are in the order of time.</summary>
    /// <param name="sample">The values of the functions at each of the given times, which increase.</param>
    public void Add(IReadOnlyList<Panel> panels, Func<double[], IReadOnlyList<double[]>> sample)
    {
        var most = MostPanels + panels.Count;
        var coarse = Integrate(panels, sample);
        for (var round = 1; panels.Count > 0; round++)
        {
            var fine = Integrate([.. panels.SelectMany(p => p.Halves())], sample);
            var (open, rest) = (new List<Panel>(), new List<double[]>());
            for (var p = 0; p < panels.Count; p++)
            {
                var (left, right) = (fine[2 * p], fine[(2 * p) + 1]);
                var change = coarse[p].Select((whole, f) => Math.Abs(left[f] + right[f] - whole)).ToArray();
                if (round < MostRounds && panels.Count <= most && !IsSettled(panels[p], change, left, right))
                {
                    open.AddRange(panels[p].Halves());
                    rest.AddRange([left, right]);
                    continue;
                }
                for (var f = 0; f < count; f++)
                {
                    Values[f] += left[f] + right[f];
                    Errors[f] += change[f];
                }
            }
            (panels, coarse) = (open, rest);
        }
    }

    private bool IsSettled(Panel panel, double[] change, double[] left, double[] right)
    {
        var share = (panel.To - panel.From) / horizon;
        return Enumerable.Range(0, count).All(f => size(f) < 0 || change[f] <= Accuracy * (Values[size(f)] + share + left[size(f)] + right[size(f)]));
    }

    private List<double[]> Integrate(IReadOnlyList<Panel> panels, Func<double[], IReadOnlyList<double[]>> sample)
    {
        var values = sample([.. panels.SelectMany(p => Rule.Select(q => p.From + (q.Node * (p.To - p.From))))]);
        var sums = new List<double[]>();
        for (var p = 0; p < panels.Count; p++)
        {
            var sum = new double[count];
            for (var k = 0; k < Order; k++)
            {
                var weight = (panels[p].To - panels[p].From) * Rule[k].Weight;
                for (var f = 0; f < count; f++) sum[f] += weight * values[(Order * p) + k][f];
            }
            sums.Add(sum);
        }
        return sums;
    }
}
