using Orowan.Formats;

namespace Orowan.Continuum;

/// <summary>A piece of a measure on the line, spread evenly over [From, To], or an atom where both agree.</summary>
public readonly record struct QuantilePiece(double Mass, double From, double To);

/// <summary>The 2-Wasserstein distance on the line between measures made of even pieces and atoms, exactly.</summary>
/// <remarks>On the line the m-th part of the mass goes to the m-th part; quantile functions of such measures are linear piece by piece.</remarks>
public static class QuantileTransport
{
    /// <summary>How far masses may differ, relative to the first: the second measure is scaled to the mass of the first.</summary>
    private const double MassSlack = 1e-9;

    /// <summary>The pieces of a density that is constant on equal cells.</summary>
    public static IEnumerable<QuantilePiece> Cells(double low, double width, double[] density)
    {
        for (var i = 0; i < density.Length; i++)
        {
            if (density[i] > 0) yield return new(width * density[i], low + (i * width), low + ((i + 1) * width));
        }
    }

    /// <summary>One species of a row.</summary>
    public static IEnumerable<QuantilePiece> Of(DensityRow row, int sign) => Cells(row.Low, row.Width, row.Of(sign));

    /// <summary>Atoms of mass <paramref name="mass"/> each, in any order.</summary>
    public static IEnumerable<QuantilePiece> Atoms(IEnumerable<double> places, double mass) => places.Order().Select(x => new QuantilePiece(mass, x, x));

    /// <summary>
    /// W^2(mu, nu), dimension mass times length squared, for measures whose pieces are given from the left to the right. 0 where neither has
    /// mass. On the part of the mass where both quantile functions are linear, with differences d and e at its ends, it costs
    /// (d^2 + d e + e^2)/3 of its mass.
    /// </summary>
    /// <exception cref="ArgumentException">The masses differ by more than 1e-9 of the first.</exception>
    public static double SquaredDistance(IEnumerable<QuantilePiece> mu, IEnumerable<QuantilePiece> nu)
    {
        QuantilePiece[] first = [.. mu.Where(p => p.Mass > 0)], second = [.. nu.Where(p => p.Mass > 0)];
        double massFirst = first.Sum(p => p.Mass), massSecond = second.Sum(p => p.Mass);
        if (!(Math.Abs(massFirst - massSecond) <= MassSlack * massFirst))
            throw new ArgumentException($"The measures must have equal mass, but they have {massFirst:R} and {massSecond:R}.", nameof(nu));
        if (massFirst == 0) return 0;
        var scale = massFirst / massSecond;
        double sum = 0;
        var (i, j, usedFirst, usedSecond) = (0, 0, 0.0, 0.0);
        while (i < first.Length && j < second.Length)
        {
            var (a, b) = (first[i], second[j] with { Mass = scale * second[j].Mass });
            var step = Math.Min(a.Mass - usedFirst, b.Mass - usedSecond);
            var start = At(a, usedFirst) - At(b, usedSecond);
            var end = At(a, usedFirst + step) - At(b, usedSecond + step);
            sum += step * ((start * start) + (start * end) + (end * end)) / 3;
            (usedFirst, usedSecond) = (usedFirst + step, usedSecond + step);
            if (usedFirst >= a.Mass) (i, usedFirst) = (i + 1, 0);
            if (usedSecond >= b.Mass) (j, usedSecond) = (j + 1, 0);
        }
        return sum;
    }

    /// <summary>W^2(rho^+, sigma^+) + W^2(rho^-, sigma^-) of two rows, the right-hand side of (3.4) of A.</summary>
    /// <exception cref="ArgumentException">The masses of a species differ.</exception>
    public static double SquaredDistance(DensityRow rho, DensityRow sigma) =>
        SquaredDistance(Of(rho, 1), Of(sigma, 1)) + SquaredDistance(Of(rho, -1), Of(sigma, -1));

    private static double At(QuantilePiece piece, double mass) => piece.From + (Math.Min(1, mass / piece.Mass) * (piece.To - piece.From));
}
