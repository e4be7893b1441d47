namespace Orowan.Integration;

/// <summary>A stiff flow whose stiffness lies in small groups of neighbouring unknowns, the rest of the Jacobian being small beside it.</summary>
public interface IBlockFlow : IStiffFlow
{
    /// <summary>Whether an implicit method should solve by <see cref="Blocks"/> alone.</summary>
    bool UsesBlocks { get; }

    /// <summary>First unknown and size of each group; they cover all unknowns in their order, and each is of size 4 at most.</summary>
    IReadOnlyList<(int First, int Size)> Blocks { get; }

    /// <summary>
    /// Writes the diagonal blocks of the Jacobian at y, one after the other, each row-major, without what is negligible beside them.
    /// </summary>
    void BlockJacobian(ReadOnlySpan<double> y, Span<double> blocks);

    /// <summary>Numbers in a coupling.</summary>
    int CouplingLength { get; }

    /// <summary>
    /// Writes what the rate at y takes from unknowns of other blocks: the dear part of a rate, and the part that hardly changes when an
    /// iteration moves y.
    /// </summary>
    /// <returns>False outside the domain.</returns>
    bool TryCoupling(ReadOnlySpan<double> y, Span<double> coupling);

    /// <summary>Writes the rate at y with a coupling that may be that of a point nearby.</summary>
    /// <returns>False outside the domain.</returns>
    bool TryRate(ReadOnlySpan<double> y, ReadOnlySpan<double> coupling, Span<double> rate);
}
