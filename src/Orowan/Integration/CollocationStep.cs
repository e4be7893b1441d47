namespace Orowan.Integration;

/// <summary>The collocation polynomial of a step by its Bernstein coefficients, as a start value and increments to it.</summary>
internal sealed class CollocationStep(double[] start, double[][] increments) : DenseStep
{
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
    public override BernsteinPolynomial Bernstein(int component) =>
        new(Array.ConvertAll(increments, row => start[component] + row[component]));
}
