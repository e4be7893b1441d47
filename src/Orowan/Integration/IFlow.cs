namespace Orowan.Integration;

/// <summary>An autonomous differential equation y' = f(y) with the scales that its errors are measured against.</summary>
public interface IFlow
{
    /// <summary>Number of unknowns.</summary>
    int Dimension { get; }

    /// <summary>Writes f(y) into <paramref name="rate"/>; false when y is outside the domain, and then a step to it is refused.</summary>
    bool TryRate(ReadOnlySpan<double> y, Span<double> rate);

    /// <summary>Writes the error allowed to each unknown in a step of length <paramref name="step"/> that ends at y; positive.</summary>
    void AllowedErrors(ReadOnlySpan<double> y, ReadOnlySpan<double> rate, double step, Span<double> allowed);
}
