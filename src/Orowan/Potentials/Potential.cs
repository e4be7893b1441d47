namespace Orowan.Potentials;

/// <summary>
/// An even interaction potential on the line as a value: V, V', V'' and the constants that the claims use. Dimensionless; r is measured
/// in the potential's own length.
/// </summary>
/// <remarks>
/// Every constant is a closed form, rounded to nearest, or a certified upper bound; a bound may be infinite, and then the potential does
/// not meet Assumption 2.1 of A in the place where that constant is used.
/// </remarks>
public abstract record Potential
{
    /// <summary>V(r). Even; infinite at r = 0 when singular.</summary>
    public abstract double Value(double r);

    /// <summary>V'(r). Odd; 0 at r = 0 by the convention of A, section 2.</summary>
    public abstract double Slope(double r);

    /// <summary>V''(r). Even; at r = 0 the limit, which may be infinite.</summary>
    public abstract double Curvature(double r);

    /// <summary>
    /// V'(r)/r. Even; at r = 0 the limit: V''(0) of a regular potential, an infinity of a singular one. Accurate to a few units in the
    /// last place for all r.
    /// </summary>
    public virtual double SlopeOverDistance(double r) => r == 0 ? SlopeOverDistanceAtContact : Slope(r) / r;

    /// <summary>slopes[i] = V'(r[i]), for signed r. The two spans must not overlap.</summary>
    public virtual void Slopes(ReadOnlySpan<double> r, Span<double> slopes)
    {
        for (var i = 0; i < r.Length; i++) slopes[i] = Slope(r[i]);
    }

    /// <summary>An interval that contains V(r) for all r with |r| in <paramref name="r"/> (0 excluded when singular).</summary>
    public abstract Interval Values(Interval r);

    /// <summary>Whether |V(r)| is unbounded as r -> 0.</summary>
    public abstract bool IsSingular { get; }

    /// <summary>V(0+): plus or minus infinity when singular.</summary>
    public abstract double AtContact { get; }

    /// <summary>A_V = sup |r V'(r)|, of (2.1d) of A.</summary>
    public abstract double SlopeBound { get; }

    /// <summary>A^-_V = sup (-r V'(r))_+, the part of (2.1d) that pushes apart.</summary>
    public abstract double RepulsionBound { get; }

    /// <summary>sup (r V'(r))_+, the part of (2.1d) that pulls together.</summary>
    public abstract double AttractionBound { get; }

    /// <summary>Lipschitz constant of V' on the line; infinite when singular.</summary>
    public abstract double SlopeLipschitz { get; }

    /// <summary>The behaviour as r -> 0, which decides what a sum of singular potentials does there.</summary>
    internal virtual ContactExpansion Contact => ContactExpansion.Regular(AtContact);

    private protected double SlopeOverDistanceAtContact => IsSingular ? -AtContact : Curvature(0);
}
