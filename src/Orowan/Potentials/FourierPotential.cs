using System.Collections.Immutable;

namespace Orowan.Potentials;

/// <summary>
/// A trigonometric polynomial on the torus, the sum of cos * cos(2 pi k.x) + sin * sin(2 pi k.x): an external potential U, or, without
/// sines, an interaction.
/// </summary>
/// <remarks>
/// |e.D^2 V(x) e| &lt;= 4 pi^2 sum_k a_k (k.e)^2 with the amplitudes a_k, so that the largest eigenvalue of 4 pi^2 sum_k a_k k k^T bounds
/// the operator norm; it is attained at 0 when there are no sines and no negative cosines.
/// </remarks>
/// <param name="Dimension">d: 1, 2 or 3.</param>
/// <param name="Terms">Terms with wave vectors of length d; none for the potential 0. One wave vector may stand in several terms.</param>
/// <exception cref="ArgumentException">A wave vector has another length, or a factor is not finite.</exception>
public sealed record FourierPotential(int Dimension, ImmutableArray<FourierTerm> Terms) : TorusPotential
{
    public override int Dimension { get; } = Dimension is 1 or 2 or 3
        ? Dimension
        : throw new ArgumentOutOfRangeException(nameof(Dimension), Dimension, "Dimension must be 1, 2 or 3.");

    public ImmutableArray<FourierTerm> Terms { get; } = Checked(Terms, Dimension);

    /// <summary>The potential 0 in dimension <paramref name="dimension"/>.</summary>
    public static FourierPotential Zero(int dimension) => new(dimension, []);

    public override bool IsSingular => false;

    /// <summary>Whether V(-x) = V(x): no sines.</summary>
    public bool IsEven => Terms.All(term => term.Sin == 0);

    public override double HessianBound
    {
        get
        {
            // In space the trace serves: it is not less than the largest eigenvalue.
            if (Dimension == 3) return 4 * Math.PI * Math.PI * Terms.Sum(term => term.Amplitude * SquareOf(term.K));
            double first = 0, mixed = 0, second = 0;
            foreach (var term in Terms)
            {
                double k1 = term.K[0], k2 = Dimension == 2 ? term.K[1] : 0;
                first += term.Amplitude * k1 * k1;
                mixed += term.Amplitude * k1 * k2;
                second += term.Amplitude * k2 * k2;
            }
            return 4 * Math.PI * Math.PI * (0.5 * (first + second) + double.Hypot(0.5 * (first - second), mixed));
        }
    }

    /// <summary>2 pi sum_k a_k |k|.</summary>
    public override double GradientBound => 2 * Math.PI * Terms.Sum(term => term.Amplitude * Math.Sqrt(SquareOf(term.K)));

    /// <summary>|D^3 V| &lt;= sum_k a_k (2 pi |k|)^3, and |r| &lt;= sqrt(d) / 2.</summary>
    internal override double ThirdDerivativeBound =>
        Terms.Sum(term => term.Amplitude * Math.Pow(2 * Math.PI * Math.Sqrt(SquareOf(term.K)), 3)) * Math.Pow(0.25 * Dimension, 1.5);

    public override double CoercivityBound => Terms
        .Where(term => SquareOf(term.K) > 0)
        .Select(term => Math.Pow(1 + SquareOf(term.K), 0.5 * Dimension) * Coefficient(term.K.AsSpan()))
        .DefaultIfEmpty(0)
        .Max();

    public bool Equals(FourierPotential? other) => other is not null && Dimension == other.Dimension && Terms.SequenceEqual(other.Terms);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Dimension);
        foreach (var term in Terms) hash.Add(term);
        return hash.ToHashCode();
    }

    public override double Value(ReadOnlySpan<double> r)
    {
        double sum = 0;
        foreach (var term in Terms)
        {
            var (sin, cos) = Math.SinCos(term.Angle(r));
            sum += (term.Cos * cos) + (term.Sin * sin);
        }
        return sum;
    }

    public override void Gradient(ReadOnlySpan<double> r, Span<double> gradient)
    {
        gradient[..Dimension].Clear();
        foreach (var term in Terms)
        {
            var (sin, cos) = Math.SinCos(term.Angle(r));
            var slope = 2 * Math.PI * ((term.Sin * cos) - (term.Cos * sin));
            for (var a = 0; a < Dimension; a++) gradient[a] += slope * term.K[a];
        }
    }

    public override void Hessian(ReadOnlySpan<double> r, Span<double> hessian)
    {
        hessian[..(Dimension * Dimension)].Clear();
        foreach (var term in Terms)
        {
            var (sin, cos) = Math.SinCos(term.Angle(r));
            var curvature = -4 * Math.PI * Math.PI * ((term.Cos * cos) + (term.Sin * sin));
            for (var a = 0; a < Dimension; a++)
            {
                for (var b = 0; b < Dimension; b++) hessian[(a * Dimension) + b] += curvature * term.K[a] * term.K[b];
            }
        }
    }

    public override double Coefficient(ReadOnlySpan<int> k)
    {
        double sum = 0;
        foreach (var term in Terms)
        {
            if (k.SequenceEqual(term.K.AsSpan())) sum += 0.5 * term.Cos;
            if (IsOpposite(k, term.K)) sum += 0.5 * term.Cos;
        }
        return sum;
    }

    private static bool IsOpposite(ReadOnlySpan<int> k, ImmutableArray<int> other)
    {
        for (var a = 0; a < k.Length; a++)
        {
            if (k[a] != -other[a]) return false;
        }
        return true;
    }

    private static double SquareOf(ImmutableArray<int> k) => k.Sum(component => (double)component * component);

    private static ImmutableArray<FourierTerm> Checked(ImmutableArray<FourierTerm> terms, int dimension)
    {
        if (terms.IsDefault) throw new ArgumentException("Terms must be given.", nameof(terms));
        foreach (var term in terms)
        {
            if (term.K.Length != dimension) throw new ArgumentException($"Terms must have wave vectors of length {dimension}.", nameof(terms));
            if (!double.IsFinite(term.Cos) || !double.IsFinite(term.Sin)) throw new ArgumentException("Terms must have finite factors.", nameof(terms));
        }
        return terms;
    }
}
