namespace Orowan.Particles;

/// <summary>The particles of one charge in a chain, as arrays of whole vectors at least as long as needed; padding is zero.</summary>
internal sealed class Species
{
    private int[] index = [];

    /// <summary>Number of particles.</summary>
    public int Count { get; private set; }

    /// <summary>Places in the chain.</summary>
    public ReadOnlySpan<int> Index => index.AsSpan(0, Count);

    /// <summary>Distance to the next of the species, a scaled sum of the chain's gaps; 0 for the last.</summary>
    public double[] Gap { get; private set; } = [];

    /// <summary>High part of the positions.</summary>
    public double[] High { get; private set; } = [];

    /// <summary>Low part of the positions.</summary>
    public double[] Low { get; private set; } = [];

    /// <summary>Push of the other species, not yet scaled.</summary>
    public double[] Opposite { get; private set; } = [];

    /// <summary>Takes the particles of the given sign.</summary>
    public void Take(ReadOnlySpan<int> charge, int sign)
    {
        if (index.Length < charge.Length) index = new int[charge.Length];
        Count = 0;
        for (var i = 0; i < charge.Length; i++)
        {
            if (charge[i] == sign) index[Count++] = i;
        }
        var room = 8 * Lanes.Blocks(Count);
        if (Gap.Length < room)
        {
            Gap = new double[room];
            High = new double[room];
            Low = new double[room];
            Opposite = new double[room];
            return;
        }
        // What is beyond the last particle is padding, and zero.
        Gap.AsSpan().Clear();
        High.AsSpan().Clear();
        Low.AsSpan().Clear();
        Opposite.AsSpan().Clear();
    }

    /// <summary>Forgets the push of the others.</summary>
    public void Release() => Opposite.AsSpan().Clear();
}
