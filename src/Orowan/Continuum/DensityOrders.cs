namespace Orowan.Continuum;

/// <summary>What the order of the scheme of (1.3) of A makes of two resolutions.</summary>
public static class DensityOrders
{
    /// <summary>
    /// The error of a resolution as a multiple of what half the cells change: 1/(2^p - 1) at order p, which is 1 at order 1 and 1.6 at 0.7005; orders
    /// measured after contact are above that.
    /// </summary>
    public const double Caution = 1.6;
}
