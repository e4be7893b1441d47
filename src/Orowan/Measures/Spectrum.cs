using System.Collections.Immutable;
using System.Numerics;
using Orowan.Potentials;

namespace Orowan.Measures;

/// <summary>One Fourier coefficient f_k of a function on T^d.</summary>
/// <param name="K">The wave vector, length d.</param>
/// <param name="Value">f_k = int f(x) exp(-2 pi i k.x) dx.</param>
public readonly record struct Mode(ImmutableArray<int> K, Complex Value)
{
    /// <summary>|k|^2.</summary>
    public double Square => K.Sum(component => (double)component * component);
}

/// <summary>The Fourier coefficients of a trigonometric polynomial on T^d, those of k and -k each by itself, none twice.</summary>
/// <param name="Dimension">d.</param>
/// <param name="Modes">The coefficients, ordered by wave vector.</param>
public sealed record Spectrum(int Dimension, ImmutableArray<Mode> Modes)
{
    /// <summary>The coefficients of <paramref name="f"/>: a cos + b sin has (a - i b)/2 at k and (a + i b)/2 at -k, or a at k = 0.</summary>
    public static Spectrum Of(FourierPotential f)
    {
        var sums = new SortedDictionary<(int, int, int), (ImmutableArray<int> K, Complex Value)>();
        foreach (var term in f.Terms)
        {
            var half = new Complex(term.Cos / 2, -term.Sin / 2);
            Add(sums, term.K, half);
            Add(sums, [.. term.K.Select(component => -component)], Complex.Conjugate(half));
        }
        return new(f.Dimension, [.. sums.Values.Select(sum => new Mode(sum.K, sum.Value))]);
    }

    /// <summary>The norm of H^s, B, section 2.1: the root of sum_k (1 + |k|^2)^s |f_k|^2, for any real s.</summary>
    public double SobolevNorm(double s) => Math.Sqrt(Modes.Sum(mode => Math.Pow(1 + mode.Square, s) * Square(mode.Value)));

    /// <summary>The seminorm of H^s, B, appendix A, on the torus: the root of sum_k |k|^2s |f_k|^2, s > 0.</summary>
    public double SobolevSeminorm(double s) => Math.Sqrt(Modes.Sum(mode => Math.Pow(mode.Square, s) * Square(mode.Value)));

    /// <summary>The sum of weight(k) |f_k|^2.</summary>
    public double WeightedSquare(Func<Mode, double> weight) => Modes.Sum(mode => weight(mode) * Square(mode.Value));

    private static double Square(Complex z) => (z.Real * z.Real) + (z.Imaginary * z.Imaginary);

    private static void Add(SortedDictionary<(int, int, int), (ImmutableArray<int> K, Complex Value)> sums, ImmutableArray<int> k, Complex value)
    {
        var key = (k[0], k.Length > 1 ? k[1] : 0, k.Length > 2 ? k[2] : 0);
        sums[key] = (k, sums.TryGetValue(key, out var before) ? before.Value + value : value);
    }
}
