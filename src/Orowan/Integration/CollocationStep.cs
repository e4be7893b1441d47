namespace Orowan.Integration;

/// <summary>The collocation polynomial of a step by its Bernstein coefficients, as a start value and increments to it.</summary>
internal sealed class CollocationStep(double[] start, double[][] increments) : DenseStep
{
    /// <inheritdoc/>
    public override int Degree => increments.Length - 1;

    /// <inheritdoc/>
    public override DenseStep Copy() =>
        new CollocationStep((double[])start.Clone(), Array.ConvertAll(increments, increment => (double[])increment.Clone()));

    /// <inheritdoc/>
    /// <remarks>De Casteljau's scheme on the increments: convex combinations only, and the start's digits are not touched.</remarks>
    public override double At(double theta, int component)
    {
        var degree = increments.Length - 1;
        Span<double> value = stackalloc double[increments.Length];
        for (var j = 0; j <= degree; j++) value[j] = increments[j][component];
        for (var level = degree; level > 0; level--)
        {
            for (var j = 0; j < level; j++) value[j] = ((1 - theta) * value[j]) + (theta * value[j + 1]);
        }
        return start[component] + value[0];
    }

    /// <inheritdoc/>
    /// <remarks>s (c_(j+1) - c_j) are the coefficients of the derivative of a polynomial of degree s.</remarks>
    public override double Slope(double theta, int component)
    {
        var degree = increments.Length - 1;
        Span<double> value = stackalloc double[degree];
        for (var j = 0; j < degree; j++) value[j] = degree * (increments[j + 1][component] - increments[j][component]);
        for (var level = degree - 1; level > 0; level--)
        {
            for (var j = 0; j < level; j++) value[j] = ((1 - theta) * value[j]) + (theta * value[j + 1]);
        }
        return value[0];
    }

    /// <inheritdoc/>
    public override void Bernstein(int component, Span<double> control)
    {
        for (var j = 0; j < increments.Length; j++) control[j] = start[component] + increments[j][component];
    }
}
