namespace Orowan.Integration;

/// <summary>
/// A flow that solves the linear systems of an implicit step by its own structure, so that no matrix of the dimension's square is formed.
/// </summary>
public interface INewtonFlow : IStiffFlow
{
    /// <summary>Whether the flow is large enough for its structure to pay; otherwise the matrix of <see cref="IStiffFlow"/> serves.</summary>
    bool SolvesItself { get; }

    /// <summary>Prepares solutions at y, a state inside the domain with the given rate; both have length <see cref="IFlow.Dimension"/>.</summary>
    void Linearise(ReadOnlySpan<double> y, ReadOnlySpan<double> rate);

    /// <summary>About the largest rate at which the flow damps there, not below it.</summary>
    double FastestRate { get; }

    /// <summary>About the largest rate of damping that lasts: what a few unknowns close to each other damp faster is soon over.</summary>
    double LastingRate { get; }

    /// <summary>
    /// Replaces a vector v by an approximation of (I - <paramref name="gamma"/> J)^-1 v, J the derivative of the rate where
    /// <see cref="Linearise"/> was called last. It steers an iteration, so that errors of some per cent cost time but no accuracy.
    /// </summary>
    /// <param name="gamma">A time, not negative: the coefficient of the rate in the implicit step.</param>
    /// <param name="allowed">The errors allowed, positive, of the length of v; a remainder far below them need not be removed.</param>
    /// <param name="vector">v, of length <see cref="IFlow.Dimension"/>, and then the solution.</param>
    void Solve(double gamma, ReadOnlySpan<double> allowed, Span<double> vector);
}
