namespace Orowan.Measures;

/// <summary>Where atoms lie: the line, or the flat torus T^d = R^d/Z^d with the metric (2.6) of B. T^1 is the circle of length 1.</summary>
public sealed record Space
{
    private Space(string name, int dimension, bool isPeriodic) => (Name, Dimension, IsPeriodic) = (name, dimension, isPeriodic);

    public static Space Line { get; } = new("line", 1, isPeriodic: false);

    public static Space Circle { get; } = new("circle", 1, isPeriodic: true);

    /// <summary>T^d; for d = 1 the <see cref="Circle"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">d is less than 1.</exception>
    public static Space Torus(int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        return dimension == 1 ? Circle : new("torus", dimension, isPeriodic: true);
    }

    /// <summary>"line", "circle" or "torus".</summary>
    public string Name { get; }

    /// <summary>d, the number of coordinates of a place.</summary>
    public int Dimension { get; }

    public bool IsPeriodic { get; }

    /// <summary>The greatest distance of two places: sqrt(d)/2 on T^d, infinite on the line.</summary>
    public double Diameter => IsPeriodic ? Math.Sqrt(Dimension) / 2 : double.PositiveInfinity;

    /// <summary>|x - y|^2 between two places of d coordinates each, on the torus by the nearest image.</summary>
    public double SquaredDistance(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (var k = 0; k < x.Length; k++)
        {
            var r = Difference(x[k], y[k]);
            sum += r * r;
        }
        return sum;
    }

    /// <summary>x - y in one coordinate, on the torus plus the integer that makes it shortest, so in [-1/2, 1/2].</summary>
    public double Difference(double x, double y)
    {
        var r = x - y;
        if (!IsPeriodic) return r;
        // A difference of large places rounds, or overflows; what they have over whole numbers is exact.
        if (Math.Abs(x) + Math.Abs(y) > 2) r = (x - Math.Round(x)) - (y - Math.Round(y));
        return r - Math.Round(r);
    }
}

/// <summary>What it costs to change the sign in the squared distance of a signed transport.</summary>
/// <param name="Name">The paper: "A" or "B".</param>
/// <param name="Crossing">A, section 3.1: |p - q| = 2. B, (2.5): |a - b|^2 = 4.</param>
public sealed record SignCost(string Name, double Crossing)
{
    /// <summary>d^2 = |x - y|^2 + |p - q|.</summary>
    public static SignCost A { get; } = new("A", 2);

    /// <summary>d^2 = |x - y|^2 + |a - b|^2.</summary>
    public static SignCost B { get; } = new("B", 4);
}
