using Orowan.Particles;

namespace Orowan.Flows;

/// <summary>A run with all its steps' dense outputs: the state at any time costs a polynomial and no integration.</summary>
/// <remarks>It holds some eight numbers for each particle and step.</remarks>
public sealed class LineTrajectory
{
    private readonly List<Piece> pieces = [];

    /// <summary>The state at <paramref name="time"/>; at a collision, the one after it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The run has no steps, or the time is not within them.</exception>
    public LineState At(double time)
    {
        var (low, high) = (0, pieces.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (pieces[middle].To < time) low = middle + 1;
            else high = middle;
        }
        // The step to a collision ends one double before it, and the run may end there.
        if (low == pieces.Count && low > 0 && time == Math.BitIncrement(pieces[^1].To)) low--;
        if (low == pieces.Count || !(time >= pieces[low].Dense.From))
            throw new ArgumentOutOfRangeException(nameof(time), time, "The run does not reach this time.");
        var piece = pieces[low];
        var y = new double[piece.Flow.Dimension];
        piece.Dense.At(time, y);
        return piece.Flow.At(y).ToState(piece.Ghosts);
    }

    /// <summary>Adds the step that ends at <paramref name="to"/>, where the last one has ended; all but the flow is copied.</summary>
    internal void Add(ChainFlow flow, DensePiece dense, double to, double[] ghosts)
    {
        var places = pieces.Count > 0 && pieces[^1].Ghosts.AsSpan().SequenceEqual(ghosts) ? pieces[^1].Ghosts : (double[])ghosts.Clone();
        pieces.Add(new(flow, dense with { Step = dense.Step.Copy() }, to, places));
    }

    private readonly record struct Piece(ChainFlow Flow, DensePiece Dense, double To, double[] Ghosts);
}
