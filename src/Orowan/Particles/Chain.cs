using System.Collections.Immutable;

namespace Orowan.Particles;

/// <summary>
/// The alive particles of the line as a chain: the gaps between neighbours, each with digits of its own, and the centre of mass. A gap
/// far below the spacing of doubles at its place is exact here, where a difference of positions would be zero.
/// </summary>
internal sealed class Chain
{
    private Chain(int total, int[] label, int[] charge, double[] gap, double[] logGap, double centre)
    {
        Total = total;
        Label = label;
        Charge = charge;
        Gap = gap;
        LogGap = logGap;
        Centre = centre;
    }

    /// <summary>n: all particles, ghosts included; the factor 1/n of the flow never changes.</summary>
    public int Total { get; }

    /// <summary>Index in the case of each link's particle, left to right; length N.</summary>
    public int[] Label { get; }

    /// <summary>Charges, -1 or 1; length N.</summary>
    public int[] Charge { get; }

    /// <summary>Gap[i] is the distance of neighbours i and i + 1; length N - 1. Zero where it underflows and only the logarithm is left.</summary>
    public double[] Gap { get; }

    /// <summary>Logarithm of a gap that is carried as such; NaN for the others.</summary>
    public double[] LogGap { get; }

    /// <summary>
    /// Mean position of the alive. Constant while the set of the alive is (equal and opposite forces), so it is no unknown.
    /// </summary>
    public double Centre { get; private set; }

    /// <summary>N, the number of alive particles.</summary>
    public int Count => Label.Length;

    /// <summary>Whether neighbours i and i + 1 have opposite charges.</summary>
    public bool IsOpposite(int i) => Charge[i] != Charge[i + 1];

    /// <summary>Whether no two particles can meet.</summary>
    public bool IsOfOneCharge => !Charge.AsSpan().ContainsAnyExcept(Count > 0 ? Charge[0] : 0);

    /// <exception cref="ArgumentException">Alive neighbours out of order, or equal without a stated gap.</exception>
    public static Chain From(LineState state)
    {
        var label = state.Alive();
        var charge = Array.ConvertAll(label, i => state.B[i]);
        var links = Math.Max(0, label.Length - 1);
        var gap = new double[links];
        var logGap = new double[links];
        for (var i = 0; i < links; i++)
        {
            var stated = state.LogGap.TryGetValue(label[i], out var logarithm);
            logGap[i] = stated && charge[i] != charge[i + 1] ? logarithm : double.NaN;
            gap[i] = stated ? Math.Exp(logarithm) : state.X[label[i + 1]] - state.X[label[i]];
            if (!stated && !(gap[i] > 0))
            {
                throw new ArgumentException($"Alive particles {label[i]} and {label[i + 1]} are not in strictly increasing order.", nameof(state));
            }
        }
        var centre = label.Length == 0 ? 0 : label.Average(i => state.X[i]);
        return new Chain(state.X.Length, label, charge, gap, logGap, centre);
    }

    /// <summary>The same particles with other gaps; <paramref name="logGap"/> is NaN where the gap itself is carried.</summary>
    public Chain With(double[] gap, double[] logGap) => new(Total, Label, Charge, gap, logGap, Centre);

    /// <summary>Every gap changed by the relative amount, with signs in a fixed pattern without period two.</summary>
    public Chain Perturbed(double relative)
    {
        if (relative == 0) return this;
        var signed = Enumerable.Range(0, Gap.Length).Select(i => (i * 5 % 7) % 2 == 0 ? relative : -relative).ToArray();
        return With(
            [.. Gap.Zip(signed, (g, s) => g * (1 + s))],
            [.. LogGap.Zip(signed, (u, s) => u + s)]);
    }

    /// <summary>Positions of the alive: the centre of mass and the gaps determine them. Writes N values.</summary>
    public void Positions(ReadOnlySpan<double> gap, Span<double> x)
    {
        if (Count == 0) return;
        x[0] = 0;
        double sum = 0;
        for (var i = 1; i < Count; i++)
        {
            x[i] = x[i - 1] + gap[i - 1];
            sum += x[i];
        }
        var shift = Centre - (sum / Count);

        // Summed outwards from the particle nearest to 0, so that gaps there keep the digits that doubles can carry.
        var anchor = 0;
        for (var i = 1; i < Count; i++)
        {
            if (Math.Abs(x[i] + shift) < Math.Abs(x[anchor] + shift)) anchor = i;
        }
        x[anchor] += shift;
        for (var i = anchor + 1; i < Count; i++) x[i] = x[i - 1] + gap[i - 1];
        for (var i = anchor - 1; i >= 0; i--) x[i] = x[i + 1] - gap[i];
    }

    /// <summary>The chain without the opposite pairs whose left members are <paramref name="lefts"/> (disjoint, increasing).</summary>
    /// <param name="x">Positions of all N, of which the others keep theirs.</param>
    public Chain Without(ReadOnlySpan<int> lefts, ReadOnlySpan<double> x)
    {
        var count = Count - (2 * lefts.Length);
        var links = Math.Max(0, count - 1);
        var (label, charge, gap, logGap) = (new int[count], new int[count], new double[links], new double[links]);
        double sum = 0, distance = 0;
        int kept = 0, last = -1, next = 0;
        for (var i = 0; i < Count; i++)
        {
            if (next < lefts.Length && lefts[next] == i)
            {
                distance += Gap[i] + (i + 2 < Count ? Gap[i + 1] : 0);
                (i, next) = (i + 1, next + 1);
                continue;
            }
            if (kept > 0) (gap[kept - 1], logGap[kept - 1]) = (distance, last == i - 1 ? LogGap[last] : double.NaN);
            (label[kept], charge[kept]) = (Label[i], Charge[i]);
            sum += x[i];
            distance = i + 1 < Count ? Gap[i] : 0;
            (kept, last) = (kept + 1, i);
        }
        return new Chain(Total, label, charge, gap, logGap, count == 0 ? 0 : sum / count);
    }

    /// <summary>The full state, with <paramref name="ghosts"/> supplying the places of the dead.</summary>
    public LineState ToState(double[] ghosts)
    {
        var alive = new double[Count];
        Positions(Gap, alive);
        return ToState(ghosts, alive);
    }

    /// <summary>The same where the positions of the alive are known.</summary>
    public LineState ToState(double[] ghosts, ReadOnlySpan<double> alive)
    {
        var x = (double[])ghosts.Clone();
        var b = new int[Total];
        for (var i = 0; i < Count; i++)
        {
            x[Label[i]] = alive[i];
            b[Label[i]] = Charge[i];
        }
        ImmutableDictionary<int, double>.Builder? close = null;
        for (var i = 0; i + 1 < Count; i++)
        {
            var difference = alive[i + 1] - alive[i];
            var outer = Math.Max(Math.Abs(alive[i]), Math.Abs(alive[i + 1]));
            var carried = IsOpposite(i) ? CarriedSpacings * (Math.BitIncrement(outer) - outer) : 0;
            if (difference > 0 && Gap[i] >= carried) continue;

            // Charges that pass through each other, or whose attraction is not singular, may be out of order by the error of the run.
            if (double.IsNaN(LogGap[i]) && !(Gap[i] > 0)) continue;
            close ??= ImmutableDictionary.CreateBuilder<int, double>();
            close[Label[i]] = double.IsNaN(LogGap[i]) ? Math.Log(Gap[i]) : LogGap[i];
        }
        return new LineState(x, b) { LogGap = close?.ToImmutable() ?? ImmutableDictionary<int, double>.Empty };
    }

    /// <summary>
    /// A gap is written apart when it is below this many spacings of doubles at its place: the difference of positions then carries
    /// fewer than about three digits of it.
    /// </summary>
    private const double CarriedSpacings = 1024;
}
