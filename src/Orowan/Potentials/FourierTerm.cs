using System.Collections.Immutable;

namespace Orowan.Potentials;

/// <summary>One term cos * cos(2 pi k.x) + sin * sin(2 pi k.x).</summary>
/// <param name="K">The wave vector, length d.</param>
/// <param name="Cos">Factor of the cosine.</param>
/// <param name="Sin">Factor of the sine.</param>
public sealed record FourierTerm(ImmutableArray<int> K, double Cos, double Sin)
{
    /// <summary>The term a * cos(2 pi k.x).</summary>
    public static FourierTerm Cosine(double factor, params ImmutableArray<int> k) => new(k, factor, 0);

    /// <summary>The term a * sin(2 pi k.x).</summary>
    public static FourierTerm Sine(double factor, params ImmutableArray<int> k) => new(k, 0, factor);

    /// <summary>sqrt(cos^2 + sin^2).</summary>
    public double Amplitude => double.Hypot(Cos, Sin);

    public bool Equals(FourierTerm? other) =>
        other is not null && Cos.Equals(other.Cos) && Sin.Equals(other.Sin) && K.AsSpan().SequenceEqual(other.K.AsSpan());

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var component in K) hash.Add(component);
        hash.Add(Cos);
        hash.Add(Sin);
        return hash.ToHashCode();
    }

    /// <summary>2 pi k.x, with x reduced to the cell first: k.x keeps its digits where x is small.</summary>
    internal double Angle(ReadOnlySpan<double> x)
    {
        double turns = 0;
        for (var a = 0; a < K.Length; a++) turns += K[a] * TorusPotential.Nearest(x[a]);
        return 2 * Math.PI * TorusPotential.Nearest(turns);
    }
}
