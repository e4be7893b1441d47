namespace Orowan.Integration;

/// <summary>Estimates the largest rate at which a flow damps or amplifies, by power iteration on its Jacobian.</summary>
internal static class SpectralRadius
{
    /// <summary>Enough for the size of the largest eigenvalue to a factor below 2 whatever the others are; more is not asked.</summary>
    private const int Iterations = 16;

    /// <summary>Share of the largest unknown that the unknown with the largest unit is moved by: half of the digits of a double.</summary>
    private const double Moved = 1e-8;

    /// <summary>
    /// The estimate at y, where <paramref name="rate"/> is the rate; it is not a bound. NaN when a neighbour of y is outside the domain. With
    /// it the number of evaluations that it took.
    /// </summary>
    /// <remarks>
    /// The derivative along a direction is a difference of two rates, so that no matrix is formed and the cost is that of some 16 evaluations
    /// whatever the dimension. Directions are measured in the errors allowed, so that no unknown of a large scale hides the others.
    /// </remarks>
    internal static (double Radius, int Evaluations) Of(IFlow flow, ReadOnlySpan<double> y, ReadOnlySpan<double> rate)
    {
        var (allowed, moved, movedRate) = (new double[y.Length], new double[y.Length], new double[y.Length]);
        var direction = new double[y.Length];
        // Neighbours against each other, with no symmetry: the fastest modes of particles look like this.
        for (var i = 0; i < direction.Length; i++) direction[i] = (i % 2 == 0 ? 1 : -1) * (1 + (0.1 * Math.Sin(1 + (7 * i)))) / 1.1;
        flow.AllowedErrors(y, rate, 0, allowed);
        double largest = 0, unit = 0, radius = 0;
        foreach (var value in y) largest = Math.Max(largest, Math.Abs(value));
        foreach (var value in allowed) unit = Math.Max(unit, value);
        var far = Math.Max(1, Moved * largest / unit);
        for (var k = 0; k < Iterations; k++)
        {
            for (var i = 0; i < moved.Length; i++) moved[i] = y[i] + (far * allowed[i] * direction[i]);
            if (!flow.TryRate(moved, movedRate)) return (double.NaN, k + 1);
            radius = 0;
            for (var i = 0; i < moved.Length; i++)
            {
                direction[i] = (movedRate[i] - rate[i]) / (far * allowed[i]);
                radius = Math.Max(radius, Math.Abs(direction[i]));
            }
            if (radius == 0 || !double.IsFinite(radius)) return (radius, k + 1);
            for (var i = 0; i < direction.Length; i++) direction[i] /= radius;
        }
        return (radius, Iterations);
    }
}
