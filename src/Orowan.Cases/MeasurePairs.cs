using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Orowan.Formats;
using Orowan.Measures;

namespace Orowan.Cases;

/// <summary>Pairs of signed measures of mass 1 on the line and on the torus.</summary>
public static class MeasurePairs
{
    private const int Moderate = 1000;

    private static readonly ImmutableArray<int> Dimensions = [1, 1, 1, 2, 2, 2, 3, 4, 8, 16, 17, 20];

    /// <summary>
    /// 1 to 7 atoms, equal or weighted, on lengths from 0.1 to 30; the second measure is the first, close to it, far from it, its mirror
    /// image, or has the same signs and masses elsewhere, each in another order; or has nothing to do with it.
    /// </summary>
    public static Family<LineMeasures> OnLine { get; } = new("line-measures", DrawLine(), Simpler);

    /// <summary>
    /// The same on T^d for d from 1 to 20, mirror images being antipodes; or the two signs exchange their places; or every atom is nearer to its partner than
    /// half of what separates the atoms.
    /// </summary>
    public static Family<TorusMeasures> OnTorus { get; } = new("torus-measures", DrawTorus(), Simpler);

    private static Gen<LineMeasures> DrawLine() =>
        from n in Gen.Choose(1, 7)
        from scale in Gen.Elements(0.1, 1.0, 1.0, 3.0, 30.0)
        from first in Atoms(n, 1)
        from other in Gen.Choose(1, 7).SelectMany(m => Atoms(m, 1))
        from moved in Places(n, 1)
        from kind in Gen.Choose(0, 5)
        from order in Gen.Shuffle(Enumerable.Range(0, n).ToArray())
        let places = kind switch
        {
            0 => first.X,
            1 => first.X.Zip(moved, (x, m) => x + (m / 1e6)).ToArray(),
            2 => Array.ConvertAll(first.X, x => x + 5),
            3 => Array.ConvertAll(first.X, x => -x),
            _ => moved,
        }
        select new LineMeasures(
            first.Measure(1, x => Rounding.ToDecimals(scale * x, 9)),
            (kind == 5 ? other : first.Moved(places).InOrder(order, 1)).Measure(1, x => Rounding.ToDecimals(scale * x, 9)));

    private static Gen<TorusMeasures> DrawTorus() =>
        from n in Gen.Choose(1, 6)
        from d in Gen.Elements(Dimensions.ToArray())
        from first in Atoms(n, d)
        from other in Gen.Choose(1, 6).SelectMany(m => Atoms(m, d))
        from moved in Places(n, d)
        from kind in Gen.Choose(0, 7)
        from order in Gen.Shuffle(Enumerable.Range(0, n).ToArray())
        let places = kind switch
        {
            0 => first.X,
            1 => first.X.Zip(moved, (x, m) => x + (m / 1e6)).ToArray(),
            2 => Array.ConvertAll(first.X, x => x + 0.25),
            3 => Array.ConvertAll(first.X, x => x + 0.5),
            _ => moved,
        }
        let second = first.Moved(places).InOrder(order, d)
        select kind == 6 ? Exchanged(d, first.X[..d])
            : kind == 7 ? Partners(d, first, moved, order)
            : new TorusMeasures(d, first.Measure(d, OnCircle), (kind == 5 ? other : second).Measure(d, OnCircle));

    /// <summary>A positive and a negative atom at antipodes, and the same with the signs exchanged.</summary>
    private static TorusMeasures Exchanged(int dimension, double[] place)
    {
        double[] both = [.. place, .. place.Select(x => x + 0.5)];
        AtomicMeasure Of(int sign) => AtomicMeasure.Equal(dimension, [.. both.Select(OnCircle)], [sign, -sign]);
        return new TorusMeasures(dimension, Of(1), Of(-1));
    }

    /// <summary>The second measure has its atoms at least 0.8/n apart, the first each within 0.3/n of one of them.</summary>
    private static TorusMeasures Partners(int d, Signed atoms, double[] moved, int[] order)
    {
        var n = atoms.Weights.Length;
        var apart = atoms.Moved([.. atoms.X.Select((x, k) => k % d == 0 ? ((k / d) + (0.1 * x)) / n : x)]);
        var near = atoms.Moved([.. apart.X.Select((x, k) => x + (0.3 / (n * Math.Sqrt(d)) * moved[k]))]);
        return new TorusMeasures(d, near.InOrder(order, d).Measure(d, OnCircle), apart.Measure(d, OnCircle));
    }

    private static double OnCircle(double x) => Rounding.ToDecimals(x - Math.Floor(x), 9);

    private static Gen<double[]> Places(int n, int d) => Gen.Choose(-Moderate, Moderate).ArrayOf(n * d).Select(x => Array.ConvertAll(x, k => k / (double)Moderate));

    private static Gen<Signed> Atoms(int n, int d) =>
        from x in Places(n, d)
        from equal in Draws.Percent(50)
        from weights in Gen.Choose(1, 9).ArrayOf(n)
        from signs in Gen.Elements(1, -1).ArrayOf(n)
        select new Signed(x, equal ? Array.ConvertAll(weights, _ => 1) : weights, signs);

    /// <summary>Fewer atoms, then places with fewer digits; masses keep their sum 1.</summary>
    private static IEnumerable<LineMeasures> Simpler(LineMeasures subject)
    {
        foreach (var (first, second) in Smaller(subject.First, subject.Second)) yield return new LineMeasures(first, second);
    }

    private static IEnumerable<TorusMeasures> Simpler(TorusMeasures subject)
    {
        foreach (var (first, second) in Smaller(subject.First, subject.Second)) yield return subject with { First = first, Second = second };
    }

    private static IEnumerable<(AtomicMeasure First, AtomicMeasure Second)> Smaller(AtomicMeasure first, AtomicMeasure second)
    {
        if (first.Count == second.Count)
        {
            for (var i = 0; first.Count > 1 && i < first.Count; i++)
            {
                if (Without(first, i) is { } a && Without(second, i) is { } b) yield return (a, b);
            }
        }
        foreach (var shorter in Rounded(first)) yield return (shorter, second);
        foreach (var shorter in Rounded(second)) yield return (first, shorter);
    }

    private static AtomicMeasure? Without(AtomicMeasure measure, int atom)
    {
        int[] left = [.. Enumerable.Range(0, measure.Count).Where(i => i != atom)];
        var total = left.Sum(i => measure.Mass[i]);
        if (!(total > 0)) return null;
        var part = measure.Part(left);
        return new(measure.Dimension, part.X, [.. part.Mass.Select(m => m / total)], [.. left.Select(i => measure.Sign[i])]);
    }

    private static IEnumerable<AtomicMeasure> Rounded(AtomicMeasure measure)
    {
        for (var k = 0; k < measure.X.Length; k++)
        {
            foreach (var x in Rounding.WithFewerDecimals(measure.X[k]).Take(1)) yield return new(measure.Dimension, measure.X.SetItem(k, x), measure.Mass, measure.Sign);
        }
    }

    /// <summary>Atoms before their masses are made to sum to 1.</summary>
    private sealed record Signed(double[] X, int[] Weights, int[] Signs)
    {
        public Signed Moved(double[] x) => this with { X = x };

        public Signed InOrder(int[] order, int d) => new(
            [.. order.SelectMany(i => X.Skip(i * d).Take(d))], [.. order.Select(i => Weights[i])], [.. order.Select(i => Signs[i])]);

        public AtomicMeasure Measure(int d, Func<double, double> place) =>
            new(d, [.. X.Select(place)], [.. Weights.Select(w => w / (double)Weights.Sum())], [.. Signs]);
    }
}
