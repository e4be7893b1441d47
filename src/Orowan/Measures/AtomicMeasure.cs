using System.Collections.Immutable;

namespace Orowan.Measures;

/// <summary>A sum of atoms m_i delta_{x_i}, with signs where it lives on X x {+1, -1}. Everything is dimensionless.</summary>
public sealed class AtomicMeasure
{
    /// <param name="dimension">d, the number of coordinates of a place.</param>
    /// <param name="x">Places, n d coordinates, atom after atom; finite, in any order, equal places allowed.</param>
    /// <param name="mass">Masses, length n; finite, none negative, not all 0.</param>
    /// <param name="sign">Signs, length n, each 1 or -1; left out for a measure without species.</param>
    /// <exception cref="ArgumentException">A length, a place, a mass or a sign is not as said; there are no atoms.</exception>
    public AtomicMeasure(int dimension, ImmutableArray<double> x, ImmutableArray<double> mass, ImmutableArray<int> sign = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        if (mass.IsDefaultOrEmpty) throw new ArgumentException("A measure must have at least one atom.", nameof(mass));
        if (x.Length != dimension * mass.Length)
            throw new ArgumentException($"{mass.Length} atoms in dimension {dimension} need {dimension * mass.Length} coordinates; there are {x.Length}.", nameof(x));
        if (x.Any(c => !double.IsFinite(c))) throw new ArgumentException("The places must be finite.", nameof(x));
        if (mass.Any(m => !double.IsFinite(m) || m < 0)) throw new ArgumentException("The masses must be finite and not negative.", nameof(mass));
        if (!sign.IsDefault && sign.Length != mass.Length) throw new ArgumentException($"There are {mass.Length} atoms and {sign.Length} signs.", nameof(sign));
        if (!sign.IsDefault && sign.Any(s => s is not (1 or -1))) throw new ArgumentException("The signs must be 1 or -1.", nameof(sign));
        (Dimension, X, Mass, Sign, TotalMass) = (dimension, x, mass, sign, CompensatedSum.Of(mass));
        if (!(TotalMass > 0) || !double.IsFinite(TotalMass)) throw new ArgumentException($"The total mass must be positive and finite; it is {TotalMass:R}.", nameof(mass));
        IsUniform = mass.All(m => m.Equals(mass[0]));
    }

    public int Dimension { get; }

    /// <summary>Coordinates, atom after atom.</summary>
    public ImmutableArray<double> X { get; }

    public ImmutableArray<double> Mass { get; }

    /// <summary>Signs; default where there are none.</summary>
    public ImmutableArray<int> Sign { get; }

    public bool HasSigns => !Sign.IsDefault;

    /// <summary>n, the number of atoms.</summary>
    public int Count => Mass.Length;

    public double TotalMass { get; }

    /// <summary>Whether all atoms have one mass, bit by bit.</summary>
    public bool IsUniform { get; }

    /// <summary>n atoms of equal mass, total <paramref name="total"/>.</summary>
    /// <exception cref="ArgumentException">As for the constructor.</exception>
    public static AtomicMeasure Equal(int dimension, ImmutableArray<double> x, ImmutableArray<int> sign = default, double total = 1) =>
        new(dimension, x, [.. Enumerable.Repeat(total / Math.Max(x.Length / dimension, 1), x.Length / dimension)], sign);

    /// <summary>The coordinates of atom <paramref name="i"/>.</summary>
    public ReadOnlySpan<double> At(int i) => X.AsSpan().Slice(i * Dimension, Dimension);

    /// <summary>The mass of the atoms of one sign.</summary>
    public double MassOf(int sign) => CompensatedSum.Of(Members(sign).Select(i => Mass[i]));

    /// <summary>The numbers of the atoms of one sign.</summary>
    /// <exception cref="InvalidOperationException">The measure has no signs.</exception>
    public int[] Members(int sign) => HasSigns
        ? [.. Enumerable.Range(0, Count).Where(i => Sign[i] == sign)]
        : throw new InvalidOperationException("The measure has no signs.");

    /// <summary>The atoms with these numbers, in this order, without signs.</summary>
    /// <exception cref="ArgumentException">None is left, or they have no mass.</exception>
    public AtomicMeasure Part(int[] members)
    {
        var x = new double[members.Length * Dimension];
        for (var k = 0; k < members.Length; k++) At(members[k]).CopyTo(x.AsSpan(k * Dimension));
        return new(Dimension, [.. x], [.. members.Select(i => Mass[i])]);
    }

    /// <summary>The moment int |x|^k of the total measure, both signs together, for k of at least 0.</summary>
    public double Moment(double k)
    {
        double sum = 0;
        for (var i = 0; i < Count; i++)
        {
            double square = 0;
            foreach (var c in At(i)) square += c * c;
            sum += Mass[i] * Math.Pow(square, k / 2);
        }
        return sum;
    }
}
