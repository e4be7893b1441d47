namespace Orowan.Particles;

/// <summary>
/// The particles of a chain in groups of eight neighbours of one charge, those of the leftmost particle's charge first. A vector has a slot
/// for each place in a group; the last group of a charge may have places without a particle.
/// </summary>
internal sealed class ParticleGroups
{
    /// <summary>Particles in a whole group.</summary>
    public const int Size = 8;

    /// <summary>Groups are near when the space between them is below this multiple of the width of the wider one.</summary>
    private const double Nearness = 1;

    private double[] place = [];
    private double[] real = [];
    private double[] next = [];
    private double[] low = [];
    private double[] high = [];
    private double[] widestFromHere = [];
    private double[] centre = [];
    private int[] members = [];
    private int[] slot = [];

    /// <summary>Number of groups.</summary>
    public int Count { get; private set; }

    /// <summary>Number of groups of the first charge.</summary>
    public int OfFirst { get; private set; }

    /// <summary>Numbers in a vector.</summary>
    public int Slots => Size * Count;

    /// <summary>The slot of each particle of the chain.</summary>
    public ReadOnlySpan<int> SlotOf => slot;

    /// <summary>1 where a particle is, 0 elsewhere.</summary>
    public ReadOnlySpan<double> Real => real;

    /// <summary>Distance to the next particle of the same charge, by slots; infinite for the last, and where none is.</summary>
    public ReadOnlySpan<double> Next => next;

    /// <summary>Particles in group a.</summary>
    public int Members(int a) => members[a];

    /// <summary>Mean position of group a.</summary>
    public double Centre(int a) => centre[a];

    /// <summary>Whether two groups have one charge.</summary>
    public bool AreAlike(int a, int b) => a < OfFirst == b < OfFirst;

    /// <summary>Takes the chain with these charges and gaps; opposite neighbours may have a gap below zero.</summary>
    public void Take(ReadOnlySpan<int> charge, ReadOnlySpan<double> gap)
    {
        var ofFirst = charge.Count(charge[0]);
        OfFirst = (ofFirst + Size - 1) / Size;
        Count = OfFirst + ((charge.Length - ofFirst + Size - 1) / Size);
        Reserve(charge.Length);
        real.AsSpan().Clear();
        next.AsSpan().Fill(double.PositiveInfinity);
        members.AsSpan().Clear();
        Span<int> free = [0, Size * OfFirst];
        Span<double> since = [double.NaN, double.NaN];
        double x = 0;
        for (var i = 0; i < charge.Length; i++)
        {
            var species = charge[i] == charge[0] ? 0 : 1;
            var at = free[species]++;
            if (since[species] is var distance && !double.IsNaN(distance)) next[at - 1] = distance;
            (slot[i], place[at], real[at], since[species]) = (at, x, 1, 0);
            members[at / Size]++;
            if (i == gap.Length) break;
            x += gap[i];
            since[0] += gap[i];
            since[1] += gap[i];
        }
        for (var a = 0; a < Count; a++) Measure(a, place.AsSpan(Size * a, members[a]));
        for (var a = Count - 1; a >= 0; a--)
        {
            var beyond = a + 1 == Count || a + 1 == OfFirst ? 0 : widestFromHere[a + 1];
            widestFromHere[a] = Math.Max(high[a] - low[a], beyond);
        }
    }

    /// <summary>Lists the near pairs a &lt;= b; a group is near itself, and near the next of its charge.</summary>
    public void FindNear(List<(int A, int B)> near)
    {
        near.Clear();
        for (var a = 0; a < Count; a++)
        {
            var end = a < OfFirst ? OfFirst : Count;
            for (var b = a; b < end; b++)
            {
                var space = low[b] - high[a];
                if (b <= a + 1 || !(space > Nearness * Math.Max(high[a] - low[a], high[b] - low[b]))) near.Add((a, b));
                else if (space > Nearness * Math.Max(high[a] - low[a], widestFromHere[b])) break;
            }
            for (var b = end; b < Count; b++)
            {
                var space = Math.Max(low[b] - high[a], low[a] - high[b]);
                if (!(space > Nearness * Math.Max(high[a] - low[a], high[b] - low[b]))) near.Add((a, b));
            }
        }
    }

    /// <summary>
    /// Writes the distances of the places of group a, rows, to those of group b >= a, columns; what stands where no particle is means nothing.
    /// </summary>
    /// <remarks>Near neighbours of one charge may be closer than positions can tell, and their distances are sums of gaps.</remarks>
    public void Distances(int a, int b, Span<double> distances)
    {
        var (first, second) = (Size * a, Size * b);
        if (!AreAlike(a, b) || b > a + 1)
        {
            for (var i = 0; i < Size; i++)
            {
                for (var j = 0; j < Size; j++) distances[(Size * i) + j] = Math.Abs(place[second + j] - place[first + i]);
            }
            return;
        }
        for (var i = 0; i < Size; i++)
        {
            double sum = 0;
            for (var k = first + i; k < second; k++) sum += next[k];
            for (var j = a == b ? i : 0; j < Size; j++)
            {
                distances[(Size * i) + j] = sum;
                if (a == b) distances[(Size * j) + i] = sum;
                sum += next[second + j];
            }
        }
    }

    private void Measure(int a, ReadOnlySpan<double> places)
    {
        (low[a], high[a]) = (places[0], places[^1]);
        double sum = 0;
        foreach (var x in places) sum += x;
        centre[a] = sum / places.Length;
    }

    private void Reserve(int count)
    {
        if (slot.Length != count) slot = new int[count];
        if (members.Length == Count) return;
        members = new int[Count];
        (low, high, widestFromHere, centre) = (new double[Count], new double[Count], new double[Count], new double[Count]);
        (place, real, next) = (new double[Slots], new double[Slots], new double[Slots]);
    }
}
