namespace Orowan.Continuum;

/// <summary>Distances of finite measures on the line by their distribution functions, exactly; masses may differ.</summary>
public static class DistributionFunctions
{
    /// <summary>
    /// The integral of |F - G| and the mass of mu less that of nu, F and G the distribution functions: for f with |f| and |f'| at most 1,
    /// |int f dmu - int f dnu| = |f(b) (F - G)(b) - int f' (F - G)| is at most the integral plus the difference of the masses, b right of
    /// both supports. Dimension: mass times length, and mass.
    /// </summary>
    public static (double Area, double Mass) Difference(IEnumerable<QuantilePiece> mu, IEnumerable<QuantilePiece> nu)
    {
        var corners = Corners(mu, 1).Concat(Corners(nu, -1)).ToArray();
        Array.Sort(corners, (a, b) => a.Place.CompareTo(b.Place));
        double area = 0, value = 0, slope = 0;
        for (var i = 0; i < corners.Length; i++)
        {
            var length = i == 0 ? 0 : corners[i].Place - corners[i - 1].Place;
            var end = value + (slope * length);
            area += length * MeanSize(value, end);
            value = end + corners[i].Jump;
            slope += corners[i].Slope;
        }
        return (area, value);
    }

    /// <summary>The bound on the difference of integrals of every f with |f| and |f'| at most 1: area and mass together.</summary>
    public static double Distance(IEnumerable<QuantilePiece> mu, IEnumerable<QuantilePiece> nu)
    {
        var (area, mass) = Difference(mu, nu);
        return area + Math.Abs(mass);
    }

    /// <summary>Where F changes: by a jump at an atom, in slope at both ends of an even piece.</summary>
    private static IEnumerable<(double Place, double Jump, double Slope)> Corners(IEnumerable<QuantilePiece> pieces, int sign)
    {
        foreach (var piece in pieces)
        {
            if (piece.To > piece.From)
            {
                var density = sign * piece.Mass / (piece.To - piece.From);
                yield return (piece.From, 0, density);
                yield return (piece.To, 0, -density);
            }
            else
            {
                yield return (piece.From, sign * piece.Mass, 0);
            }
        }
    }

    /// <summary>The mean of |f| for f linear from <paramref name="start"/> to <paramref name="end"/>.</summary>
    private static double MeanSize(double start, double end)
    {
        var (a, b) = (Math.Abs(start), Math.Abs(end));
        return start * end >= 0 ? (a + b) / 2 : ((a * a) + (b * b)) / (2 * (a + b));
    }
}
