using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Orowan.Particles;

/// <summary>
/// The particles of one species in cells, each from its first to its last particle, halved by count into a binary tree; for each cell the
/// weights at its <see cref="ChebyshevNodes"/> that stand for its particles, and the pushes on those nodes that are spread over them.
/// </summary>
/// <remarks>
/// <para>
/// Cells are numbered as in a heap: 1 is all, 2 i and 2 i + 1 are the halves of i. Cells are whole blocks of eight particles, and the
/// leaves have at most <see cref="LeafBlocks"/> of them: cell 2^l + k begins with block [k blocks/2^l].
/// </para>
/// <para>
/// A length is a sum of gaps, and so is a place within a cell, from its first particle. Places are needed to some roundings of the cell's
/// length only: nodes are used where all that acts on them is further away than about that.
/// </para>
/// <para>
/// One pass up makes weights of the particles and then of the halves' nodes, which are nodes of interpolation within an interval as any
/// other points; one pass down evaluates the polynomial of the pushes at the halves' nodes, and of the leaves at the particles.
/// Both take a time proportional to the number of particles.
/// </para>
/// </remarks>
internal sealed class SpeciesCells
{
    /// <summary>Sixty-four particles: below, the nodes of a cell would be nearly as many as its particles.</summary>
    private const int LeafBlocks = 8;

    /// <summary>No leaf has more particles.</summary>
    public const int MostPoints = 8 * LeafBlocks;

    private static readonly double[] Ones = [.. Enumerable.Repeat(1.0, 8 * LeafBlocks)];

    private readonly double[] lastOnes = new double[8 * LeafBlocks];
    private double[] length = [];
    private double[] after = [];
    private double[] weight = [];
    private double[] push = [];
    private double[] fromFirst = [];
    private double[] toLast = [];
    private int blocks;
    private int leaves;

    /// <summary>Number of particles.</summary>
    public int Count { get; private set; }

    /// <summary>From here on cells are leaves.</summary>
    public int FirstLeaf => leaves;

    /// <summary>Distance from the first to the last particle of a cell.</summary>
    public double Length(int cell) => length[cell];

    /// <summary>Distance from the last particle of a cell to the next of the species.</summary>
    public double After(int cell) => after[cell];

    /// <summary>Whether a cell is not halved.</summary>
    public bool IsLeaf(int cell) => cell >= leaves;

    /// <summary>First of a cell's blocks.</summary>
    public int FirstBlock(int cell)
    {
        var level = BitOperations.Log2((uint)cell);
        return (int)(((cell - (1L << level)) * blocks) >> level);
    }

    /// <summary>The first block after a cell's.</summary>
    public int EndBlock(int cell)
    {
        var level = BitOperations.Log2((uint)cell);
        return (int)(((cell + 1 - (1L << level)) * blocks) >> level);
    }

    /// <summary>Last particle of a cell.</summary>
    public int LastParticle(int cell) => Math.Min(8 * EndBlock(cell), Count) - 1;

    /// <summary>Number of a cell's particles.</summary>
    public int Particles(int cell) => LastParticle(cell) + 1 - (8 * FirstBlock(cell));

    /// <summary>Weights at a cell's nodes.</summary>
    public ReadOnlySpan<double> Weight(int cell) => weight.AsSpan(ChebyshevNodes.Count * cell, ChebyshevNodes.Count);

    /// <summary>Pushes on a cell's nodes.</summary>
    public Span<double> Push(int cell) => push.AsSpan(ChebyshevNodes.Count * cell, ChebyshevNodes.Count);

    /// <summary>Places of a leaf's particles: distances from its first.</summary>
    public ReadOnlySpan<double> FromFirst(int leaf) => OfBlocks(fromFirst, leaf);

    /// <summary>Distances of a leaf's particles to its last.</summary>
    public ReadOnlySpan<double> ToLast(int leaf) => OfBlocks(toLast, leaf);

    /// <summary>Weights of a leaf's particles: one, and zero for padding.</summary>
    public ReadOnlySpan<double> ParticleWeight(int leaf) =>
        (leaf == (2 * leaves) - 1 ? lastOnes : Ones).AsSpan(0, 8 * (EndBlock(leaf) - FirstBlock(leaf)));

    /// <summary>Cells and weights for particles with these gaps, which are positive and followed by zeros up to whole blocks.</summary>
    public void Take(ReadOnlySpan<double> gap, int count)
    {
        Count = count;
        blocks = Lanes.Blocks(count);
        leaves = 1;
        while (leaves * LeafBlocks < blocks) leaves *= 2;
        Reserve();
        for (var leaf = leaves; leaf < 2 * leaves; leaf++) Measure(leaf, gap);
        lastOnes.AsSpan().Clear();
        lastOnes.AsSpan(0, count - (8 * FirstBlock((2 * leaves) - 1))).Fill(1);
        Span<Vector512<double>> moments = stackalloc Vector512<double>[ChebyshevNodes.Count];
        for (var cell = (2 * leaves) - 1; cell > 0; cell--)
        {
            moments.Clear();
            if (IsLeaf(cell)) GatherParticles(cell, moments);
            else
            {
                length[cell] = length[2 * cell] + after[2 * cell] + length[(2 * cell) + 1];
                after[cell] = after[(2 * cell) + 1];
                GatherNodes(cell, 2 * cell, 0, moments);
                GatherNodes(cell, (2 * cell) + 1, length[2 * cell] + after[2 * cell], moments);
            }
            ChebyshevNodes.Weights(moments, weight.AsSpan(ChebyshevNodes.Count * cell, ChebyshevNodes.Count));
        }
    }

    /// <summary>Forgets all pushes on nodes.</summary>
    public void Release() => push.AsSpan(0, ChebyshevNodes.Count * 2 * leaves).Clear();

    /// <summary>Adds the pushes on nodes to those on particles.</summary>
    public void Spread(Span<double> particlePush)
    {
        var pushes = MemoryMarshal.Cast<double, Vector512<double>>(particlePush);
        Span<double> coefficient = stackalloc double[ChebyshevNodes.Count];
        for (var cell = 1; cell < 2 * leaves; cell++)
        {
            ChebyshevNodes.Coefficients(Push(cell), coefficient);
            var scale = Vector512.Create(Scale(cell));
            if (IsLeaf(cell))
            {
                var places = MemoryMarshal.Cast<double, Vector512<double>>(FromFirst(cell));
                var first = FirstBlock(cell);
                for (var b = 0; b < places.Length; b++)
                {
                    var t = Vector512.FusedMultiplyAdd(places[b], scale, -Vector512<double>.One);
                    pushes[first + b] += ChebyshevNodes.Value(coefficient, t);
                }
                continue;
            }
            SpreadOverNodes(2 * cell, 0, scale, coefficient);
            SpreadOverNodes((2 * cell) + 1, length[2 * cell] + after[2 * cell], scale, coefficient);
        }
    }

    /// <summary>Places within a leaf and its length.</summary>
    private void Measure(int leaf, ReadOnlySpan<double> gap)
    {
        var (first, last) = (8 * FirstBlock(leaf), LastParticle(leaf));
        double sum = 0;
        for (var i = first; i < 8 * EndBlock(leaf); i++)
        {
            fromFirst[i] = sum;
            sum += gap[i];
        }
        sum = 0;
        for (var i = last; i > first; i--)
        {
            toLast[i] = sum;
            sum += gap[i - 1];
        }
        toLast[first] = sum;
        length[leaf] = fromFirst[last];
        after[leaf] = gap[last];
    }

    private void GatherParticles(int leaf, Span<Vector512<double>> moments)
    {
        var places = MemoryMarshal.Cast<double, Vector512<double>>(FromFirst(leaf));
        var weights = MemoryMarshal.Cast<double, Vector512<double>>(ParticleWeight(leaf));
        var scale = Vector512.Create(Scale(leaf));
        for (var b = 0; b < places.Length; b++)
        {
            ChebyshevNodes.Gather(Vector512.FusedMultiplyAdd(places[b], scale, -Vector512<double>.One), weights[b], moments);
        }
    }

    private void GatherNodes(int cell, int half, double start, Span<Vector512<double>> moments)
    {
        Span<double> offset = stackalloc double[ChebyshevNodes.Count];
        ChebyshevNodes.Place(length[half], offset);
        var places = MemoryMarshal.Cast<double, Vector512<double>>(offset);
        var weights = MemoryMarshal.Cast<double, Vector512<double>>(Weight(half));
        var scale = Vector512.Create(Scale(cell));
        for (var v = 0; v < places.Length; v++)
        {
            var t = Vector512.FusedMultiplyAdd(places[v] + Vector512.Create(start), scale, -Vector512<double>.One);
            ChebyshevNodes.Gather(t, weights[v], moments);
        }
    }

    private void SpreadOverNodes(int half, double start, Vector512<double> scale, ReadOnlySpan<double> coefficient)
    {
        Span<double> offset = stackalloc double[ChebyshevNodes.Count];
        ChebyshevNodes.Place(length[half], offset);
        var places = MemoryMarshal.Cast<double, Vector512<double>>(offset);
        var pushes = MemoryMarshal.Cast<double, Vector512<double>>(Push(half));
        for (var v = 0; v < places.Length; v++)
        {
            var t = Vector512.FusedMultiplyAdd(places[v] + Vector512.Create(start), scale, -Vector512<double>.One);
            pushes[v] += ChebyshevNodes.Value(coefficient, t);
        }
    }

    /// <summary>From distances to t; a cell of one particle has them all at t = -1.</summary>
    private double Scale(int cell) => length[cell] > 0 ? 2 / length[cell] : 0;

    private ReadOnlySpan<double> OfBlocks(double[] values, int cell)
    {
        var first = FirstBlock(cell);
        return values.AsSpan(8 * first, 8 * (EndBlock(cell) - first));
    }

    private void Reserve()
    {
        if (length.Length < 2 * leaves)
        {
            length = new double[2 * leaves];
            after = new double[2 * leaves];
            weight = new double[ChebyshevNodes.Count * 2 * leaves];
            push = new double[ChebyshevNodes.Count * 2 * leaves];
        }
        if (fromFirst.Length >= 8 * blocks) return;
        fromFirst = new double[8 * blocks];
        toLast = new double[8 * blocks];
    }
}
