using System.Collections.Immutable;
using System.Numerics;
using Orowan.Measures;
using Orowan.Potentials;

namespace Orowan.Formats;

/// <summary>The initial density of one species on T^d: a trigonometric polynomial, by its terms or by its values on a grid. Dimensionless.</summary>
public abstract record PeriodicDensity
{
    /// <summary>d, 1 or 2.</summary>
    public abstract int Dimension { get; }

    /// <summary>The Fourier coefficients that are not 0, those of k and -k each by itself.</summary>
    public abstract ImmutableArray<Mode> Modes { get; }

    /// <summary>The mass, the coefficient of k = 0.</summary>
    public double Mass => Modes.Where(mode => mode.Square == 0).Sum(mode => mode.Value.Real);

    /// <summary>The largest component of a wave vector.</summary>
    public int HighestWave => Modes.SelectMany(mode => mode.K).Select(Math.Abs).DefaultIfEmpty(0).Max();

    /// <summary>The density at the points of a grid of <paramref name="side"/> points in each direction, the last coordinate fastest.</summary>
    /// <exception cref="ArgumentException">The grid is too coarse for the highest wave.</exception>
    public double[] Values(int side)
    {
        if (side <= 2 * HighestWave) throw new ArgumentException($"A grid of {side} points holds no wave of {HighestWave}.", nameof(side));
        return AtPoints(side);
    }

    /// <summary>The density at the points of any grid, of those too on which its waves look like others.</summary>
    public double[] AtPoints(int side) => [.. new TorusTransform(Dimension, side).Values(Modes).Select(value => value.Real)];
}

/// <summary>A density as a finite Fourier series.</summary>
/// <param name="Series">Its terms; none for a species that is absent.</param>
public sealed record SeriesDensity(FourierPotential Series) : PeriodicDensity
{
    public override int Dimension => Series.Dimension;

    public override ImmutableArray<Mode> Modes { get; } = [.. Spectrum.Of(Series).Modes.Where(mode => mode.Value != Complex.Zero)];

    public bool Equals(SeriesDensity? other) => other is not null && Series.Equals(other.Series);

    public override int GetHashCode() => Series.GetHashCode();
}

/// <summary>A density as its values on a grid: the trigonometric polynomial of lowest frequency through them.</summary>
/// <param name="Dimension">d, 1 or 2.</param>
/// <param name="Samples">n^d values, the last coordinate fastest: value (i, j) at x = (i/n, j/n).</param>
/// <exception cref="ArgumentException">The values are not n^d.</exception>
public sealed record SampledDensity(int Dimension, ImmutableArray<double> Samples) : PeriodicDensity
{
    public override int Dimension { get; } = Dimension;

    public ImmutableArray<double> Samples { get; } = SideOf(Dimension, Samples.Length) > 0
        ? Samples
        : throw new ArgumentException("In two dimensions there must be a square number of values.", nameof(Samples));

    /// <summary>n.</summary>
    public int Side => SideOf(Dimension, Samples.Length);

    public override ImmutableArray<Mode> Modes { get; } = ModesOf(Dimension, Samples);

    public bool Equals(SampledDensity? other) => other is not null && Dimension == other.Dimension && Samples.SequenceEqual(other.Samples);

    public override int GetHashCode() => HashCode.Combine(Dimension, Samples.Length);

    /// <summary>n of n^d values; 0 when there is none.</summary>
    public static int SideOf(int dimension, int count)
    {
        var side = dimension == 1 ? count : (int)Math.Round(Math.Sqrt(count));
        return dimension == 1 || side * side == count ? side : 0;
    }

    /// <summary>A wave of n/2 is shared by both signs, so that the polynomial is real and passes through the values.</summary>
    private static ImmutableArray<Mode> ModesOf(int dimension, ImmutableArray<double> samples)
    {
        var side = SideOf(dimension, samples.Length);
        if (side == 0) return [];
        Complex[] field = [.. samples.Select(value => new Complex(value, 0))];
        var transform = new TorusTransform(dimension, side);
        transform.Forward(field);
        var half = side / 2;
        var waves = Enumerable.Range(-half, (2 * half) + 1).ToArray();
        var wavevectors = dimension == 1
            ? waves.Select(k => ImmutableArray.Create(k))
            : waves.SelectMany(k => waves.Select(l => ImmutableArray.Create(k, l)));
        return
        [
            .. from k in wavevectors
               let value = k.Aggregate(field[transform.Place(k.AsSpan())], (c, component) => side % 2 == 0 && Math.Abs(component) == half ? c / 2 : c)
               where value != Complex.Zero
               select new Mode(k, value),
        ];
    }
}
