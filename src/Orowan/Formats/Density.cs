using System.Collections.Immutable;

namespace Orowan.Formats;

/// <summary>A part of an initial density on the line, with everything about it in closed form. Lengths are those of the case; dimensionless.</summary>
public abstract record DensityPart
{
    /// <summary>Its mass, not negative.</summary>
    public abstract double Mass { get; }

    /// <summary>Left end of the support.</summary>
    public abstract double Low { get; }

    /// <summary>Right end of the support.</summary>
    public abstract double High { get; }

    /// <summary>The mass in (-infinity, <paramref name="x"/>].</summary>
    public abstract double MassBelow(double x);

    /// <summary>The integral of x^k against the density, for k = 1, 2 and 4.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Another power.</exception>
    public abstract double Moment(int k);
}

/// <summary>A density that is constant between neighbouring edges and zero outside.</summary>
/// <param name="Edges">Strictly increasing and finite, at least two.</param>
/// <param name="Values">The density between neighbouring edges, one fewer than the edges, finite and not negative.</param>
/// <exception cref="ArgumentException">Edges and values are not as asked for.</exception>
public sealed record StepPart(ImmutableArray<double> Edges, ImmutableArray<double> Values) : DensityPart
{
    public ImmutableArray<double> Edges { get; } = CheckedEdges(Edges);

    public ImmutableArray<double> Values { get; } = CheckedValues(Values, Edges.Length - 1);

    public override double Mass => MassBelow(High);

    public override double Low => Edges[0];

    public override double High => Edges[^1];

    /// <summary>One step of mass <paramref name="mass"/> from <paramref name="low"/> to <paramref name="high"/>.</summary>
    /// <exception cref="ArgumentException">The interval is empty, or the mass negative.</exception>
    public static StepPart Block(double low, double high, double mass) => new([low, high], [mass / (high - low)]);

    public override double MassBelow(double x)
    {
        double mass = 0;
        for (var i = 0; i < Values.Length && Edges[i] < x; i++) mass += Values[i] * (Math.Min(x, Edges[i + 1]) - Edges[i]);
        return mass;
    }

    public override double Moment(int k)
    {
        if (k is not (1 or 2 or 4)) throw new ArgumentOutOfRangeException(nameof(k), k, "The power must be 1, 2 or 4.");
        double sum = 0;
        for (var i = 0; i < Values.Length; i++) sum += Values[i] * (Math.Pow(Edges[i + 1], k + 1) - Math.Pow(Edges[i], k + 1)) / (k + 1);
        return sum;
    }

    public bool Equals(StepPart? other) => other is not null && Edges.SequenceEqual(other.Edges) && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Edges.Length, Low, High);

    private static ImmutableArray<double> CheckedEdges(ImmutableArray<double> edges)
    {
        if (edges.IsDefault || edges.Length < 2) throw new ArgumentException("at least two edges", nameof(edges));
        for (var i = 0; i < edges.Length; i++)
        {
            if (!double.IsFinite(edges[i]) || (i > 0 && !(edges[i] > edges[i - 1]))) throw new ArgumentException("finite edges that increase", nameof(edges));
        }
        return edges;
    }

    private static ImmutableArray<double> CheckedValues(ImmutableArray<double> values, int count)
    {
        if (values.IsDefault || values.Length != count) throw new ArgumentException($"{count} values, one fewer than the edges", nameof(values));
        return values.All(value => double.IsFinite(value) && value >= 0) ? values : throw new ArgumentException("finite values of at least 0", nameof(values));
    }
}

/// <summary>
/// The semicircle of Wigner, (2 m / (pi R^2)) sqrt(R^2 - (x - c)^2): under V = -log and W = 0 it stays one, with R^2 = R_0^2 + 4 m t.
/// </summary>
/// <param name="Centre">c, finite.</param>
/// <param name="Radius">R, finite and positive.</param>
/// <param name="Weight">Its mass m, finite and positive.</param>
/// <exception cref="ArgumentException">A parameter is out of its range; it is named.</exception>
public sealed record SemicirclePart(double Centre, double Radius, double Weight) : DensityPart
{
    public double Centre { get; } = double.IsFinite(Centre) ? Centre : throw new ArgumentException("a finite centre", nameof(Centre));

    public double Radius { get; } = double.IsFinite(Radius) && Radius > 0 ? Radius : throw new ArgumentException("a radius larger than 0", nameof(Radius));

    public double Weight { get; } = double.IsFinite(Weight) && Weight > 0 ? Weight : throw new ArgumentException("a mass larger than 0", nameof(Weight));

    public override double Mass => Weight;

    public override double Low => Centre - Radius;

    public override double High => Centre + Radius;

    /// <summary>Integrating with x = c + R s: m (1/2 + (s sqrt(1 - s^2) + arcsin s)/pi).</summary>
    public override double MassBelow(double x)
    {
        var s = Math.Clamp((x - Centre) / Radius, -1, 1);
        return Weight * (0.5 + (((s * Math.Sqrt((1 - s) * (1 + s))) + Math.Asin(s)) / Math.PI));
    }

    /// <summary>About the centre the second moment is m R^2/4 and the fourth m R^4/8.</summary>
    public override double Moment(int k)
    {
        var (c, square) = (Centre, Radius * Radius);
        return k switch
        {
            1 => Weight * c,
            2 => Weight * ((c * c) + (square / 4)),
            4 => Weight * ((c * c * c * c) + (1.5 * c * c * square) + (square * square / 8)),
            _ => throw new ArgumentOutOfRangeException(nameof(k), k, "The power must be 1, 2 or 4."),
        };
    }
}

/// <summary>The initial density of one species: the sum of its parts; none for a species that is absent.</summary>
public sealed record Density(ImmutableArray<DensityPart> Parts)
{
    /// <summary>No mass at all.</summary>
    public static Density None { get; } = new([]);

    public double Mass => Parts.Sum(part => part.Mass);

    /// <summary>Left end of the support; +infinity without parts.</summary>
    public double Low => Parts.Select(part => part.Low).DefaultIfEmpty(double.PositiveInfinity).Min();

    /// <summary>Right end of the support; -infinity without parts.</summary>
    public double High => Parts.Select(part => part.High).DefaultIfEmpty(double.NegativeInfinity).Max();

    /// <summary>The mass in (-infinity, <paramref name="x"/>].</summary>
    public double MassBelow(double x) => Parts.Sum(part => part.MassBelow(x));

    /// <summary>The integral of x^k against the density, for k = 1, 2 and 4.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Another power.</exception>
    public double Moment(int k) => Parts.Sum(part => part.Moment(k));

    /// <summary>The place below which the mass <paramref name="mass"/> lies, to rounding, by bisection of the support.</summary>
    public double Quantile(double mass)
    {
        var (low, high) = (Low, High);
        for (var middle = low + ((high - low) / 2); middle > low && middle < high; middle = low + ((high - low) / 2))
        {
            if (MassBelow(middle) < mass) low = middle;
            else high = middle;
        }
        return high;
    }

    public bool Equals(Density? other) => other is not null && Parts.SequenceEqual(other.Parts);

    public override int GetHashCode() => Parts.Length;
}
