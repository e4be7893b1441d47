using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Cases;

/// <summary>
/// Trigonometric polynomials with adversarial spectra: single modes, among them those on which (2.10) of B is an equality; sums of all modes with
/// f_k = (1 + |k|^2)^(-d/2), whose logarithmic peaks are what H^(d/2) has worst; powers of two; high modes alone; spikes that are not negative.
/// </summary>
public static class TrigonometricFunctions
{
    private const int MostOnCircle = 24;
    private const int MostOnTorus = 4;
    private const int MostInSpace = 2;

    /// <summary>Pairs of functions with one of the potentials of B, regularised or not, in dimension 1 and 2, or with (1 + |k|^2)^(-3/2) e^(-delta |k|) in space.</summary>
    public static Family<TrigonometricPair> Paired { get; } = new("trigonometric", Draw(), Simpler);

    private static Gen<TrigonometricPair> Draw() =>
        from dimension in Gen.Frequency((5, Gen.Constant(1)), (2, Gen.Constant(2)), (1, Gen.Constant(3)))
        from v in Interaction(dimension)
        from f in Function(dimension)
        from g in Function(dimension)
        select new TrigonometricPair(v, f, g);

    private static Gen<TorusPotential> Interaction(int dimension)
    {
        var delta = Draws.LogUniform(0.001m, 1m).Select(value => (double)value);
        if (dimension == 3) return delta.Select(d => (TorusPotential)InSpace(d));
        return dimension == 1
            ? Gen.Frequency((4, delta.Select(d => (TorusPotential)new TorusLogRegularisedPotential(d))), (1, Gen.Constant<TorusPotential>(new TorusLogPotential())))
            : Gen.Frequency(
                (2, delta.Select(d => (TorusPotential)new TorusGreenPotential(d))),
                (3, delta.Select(d => (TorusPotential)new TorusEdgePotential(d))));
    }

    /// <summary>The modes up to 2 of V_k = (1 + |k|^2)^(-3/2) e^(-delta |k|), k not 0.</summary>
    private static FourierPotential InSpace(double delta) => new(
        3,
        [.. Waves(3, MostInSpace).Where(k => k.Any(component => component != 0)).Select(k => FourierTerm.Cosine(
            Rounding.ToDecimals(2 * Math.Pow(1 + Square(k), -1.5) * Math.Exp(-delta * Math.Sqrt(Square(k))), 9), [.. k]))]);

    /// <summary>The highest component of a wave vector.</summary>
    private static int Most(int dimension) => dimension switch
    {
        1 => MostOnCircle,
        2 => MostOnTorus,
        _ => MostInSpace,
    };

    private static double Square(int[] k) => k.Sum(component => (double)component * component);

    private static Gen<FourierPotential> Function(int dimension) =>
        Gen.Frequency((2, Single(dimension)), (4, Scattered(dimension)), (3, Peaked(dimension)), (2, Lacunary(dimension)), (2, High(dimension)), (2, Spike(dimension)))
            .Select(terms => new FourierPotential(dimension, [.. terms]));

    private static Gen<FourierTerm[]> Single(int dimension) =>
        from axis in Gen.Choose(0, dimension - 1)
        from size in Size()
        from k in Gen.Elements(0, 1, 1, 1, 2)
        select new[] { FourierTerm.Cosine(size, [.. Enumerable.Range(0, dimension).Select(a => a == axis ? k : 0)]) };

    private static Gen<FourierTerm[]> Scattered(int dimension) =>
        from count in Gen.Choose(1, 5)
        from terms in Term(dimension, Most(dimension)).ArrayOf(count)
        select terms;

    private static Gen<FourierTerm> Term(int dimension, int most) =>
        from k in Gen.Choose(-most, most).ArrayOf(dimension)
        from cos in Size()
        from sin in Size()
        select new FourierTerm([.. k], cos, sin);

    /// <summary>Every mode up to a size, f_k = (1 + |k|^2)^(-d/2): in H^(d/2) its square is the logarithm of that size, as is its peak.</summary>
    private static Gen<FourierTerm[]> Peaked(int dimension) =>
        from most in Gen.Choose(1, dimension == 3 ? 1 : Most(dimension))
        from size in Size()
        from constant in Draws.Percent(50)
        select Waves(dimension, most)
            .Where(k => constant || k.Any(component => component != 0))
            .Select(k => FourierTerm.Cosine(Rounding.ToDecimals(size * Math.Pow(1 + Square(k), -0.5 * dimension), 6), [.. k]))
            .ToArray();

    private static Gen<FourierTerm[]> Lacunary(int dimension) =>
        from most in Gen.Choose(1, dimension == 1 ? 4 : dimension == 2 ? 2 : 1)
        from sizes in Size().ArrayOf(most + 1)
        select sizes.Select((size, j) => FourierTerm.Sine(size, [.. Enumerable.Range(0, dimension).Select(a => (a + j) % 2 == 0 ? 1 << j : 1)])).ToArray();

    /// <summary>No mode below a size.</summary>
    private static Gen<FourierTerm[]> High(int dimension) =>
        from least in Gen.Choose(2, dimension == 1 ? 16 : dimension == 2 ? 3 : 2)
        from width in Gen.Choose(0, dimension == 1 ? 8 : dimension == 2 ? 1 : 0)
        from size in Size()
        select Enumerable.Range(least, width + 1).Select(k => FourierTerm.Cosine(size, [.. Enumerable.Range(0, dimension).Select(a => a == 0 ? k : 0)])).ToArray();

    /// <summary>Fejer's kernel in the first variable: not negative, of integral 1, narrow.</summary>
    private static Gen<FourierTerm[]> Spike(int dimension) =>
        from most in Gen.Choose(1, Most(dimension))
        select Enumerable.Range(0, most + 1)
            .Select(k => FourierTerm.Cosine(Rounding.ToDecimals(k == 0 ? 1 : 2 * (1 - (k / (most + 1.0))), 6), [.. Enumerable.Range(0, dimension).Select(a => a == 0 ? k : 0)]))
            .ToArray();

    private static Gen<double> Size() =>
        from size in Draws.LogUniform(0.01m, 100m)
        from negative in Draws.Percent(30)
        select (double)(negative ? -size : size);

    /// <summary>One of k and -k for every k with components up to <paramref name="most"/>.</summary>
    private static IEnumerable<int[]> Waves(int dimension, int most)
    {
        if (dimension == 0) return [[]];
        // After a first component of 0 the rest decides; after a positive one it is any.
        return Enumerable.Range(0, most + 1)
            .SelectMany(k => (k == 0 ? Waves(dimension - 1, most) : All(dimension - 1, most)).Select(rest => (int[])[k, .. rest]));
    }

    private static IEnumerable<int[]> All(int dimension, int most) => dimension == 0
        ? [[]]
        : Enumerable.Range(-most, (2 * most) + 1).SelectMany(k => All(dimension - 1, most).Select(rest => (int[])[k, .. rest]));

    /// <summary>Fewer terms, then 1 for a factor.</summary>
    private static IEnumerable<TrigonometricPair> Simpler(TrigonometricPair subject) =>
        Simpler(subject.F).Select(f => subject with { F = f }).Concat(Simpler(subject.G).Select(g => subject with { G = g }));

    private static IEnumerable<FourierPotential> Simpler(FourierPotential function)
    {
        ImmutableArray<FourierTerm> terms = function.Terms;
        if (terms.Length > 3) yield return new(function.Dimension, [.. terms.Take(terms.Length / 2)]);
        for (var j = 0; terms.Length > 1 && j < terms.Length; j++) yield return new(function.Dimension, terms.RemoveAt(j));
        for (var j = 0; j < terms.Length; j++)
        {
            if (terms[j].Sin != 0) yield return new(function.Dimension, terms.SetItem(j, terms[j] with { Sin = 0 }));
            if (terms[j].Cos is not (0 or 1)) yield return new(function.Dimension, terms.SetItem(j, terms[j] with { Cos = 1 }));
        }
    }
}
