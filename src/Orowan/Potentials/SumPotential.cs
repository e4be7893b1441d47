using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Orowan.Potentials;

/// <summary>
/// The sum of its terms, in their order. Bounds are sums of the terms' bounds, so upper bounds that need not be attained. Where terms
/// cancel, the sum is as accurate as the largest of them. Two sums are equal when their terms are, one by one.
/// </summary>
/// <param name="Terms">At least one potential.</param>
/// <exception cref="ArgumentException">There is no term, or a term is missing.</exception>
public sealed record SumPotential(ImmutableArray<Potential> Terms) : Potential
{
    private const int Chunk = 128;

    public ImmutableArray<Potential> Terms { get; } = Checked(Terms);

    /// <summary>After the check of the terms, which initialisers run in this order.</summary>
    internal override ContactExpansion Contact { get; } =
        Terms.Aggregate(ContactExpansion.Regular(0), (sum, term) => sum + term.Contact);

    /// <summary>False when the singularities of the terms cancel, such as those of V and -V.</summary>
    public override bool IsSingular => Contact.IsSingular;

    public override double AtContact => Contact.Limit;

    /// <summary>The larger of the two one-sided bounds: never above the sum of the terms' bounds.</summary>
    public override double SlopeBound => Math.Max(RepulsionBound, AttractionBound);

    public override double RepulsionBound => Terms.Sum(term => term.RepulsionBound);

    public override double AttractionBound => Terms.Sum(term => term.AttractionBound);

    /// <summary>Infinite as soon as a term is singular, even if the singularities cancel.</summary>
    public override double SlopeLipschitz => Terms.Sum(term => term.SlopeLipschitz);

    public bool Equals(SumPotential? other) => other is not null && Terms.SequenceEqual(other.Terms);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var term in Terms) hash.Add(term);
        return hash.ToHashCode();
    }

    public override double Value(double r)
    {
        if (r == 0) return AtContact;
        var sum = Terms[0].Value(r);
        for (var k = 1; k < Terms.Length; k++) sum += Terms[k].Value(r);
        return sum;
    }

    public override double Slope(double r)
    {
        var sum = Terms[0].Slope(r);
        for (var k = 1; k < Terms.Length; k++) sum += Terms[k].Slope(r);
        return sum;
    }

    /// <summary>At r = 0 the strongest singularity rules; NaN where infinities cancel.</summary>
    public override double Curvature(double r)
    {
        if (r == 0 && IsSingular) return AtContact;
        var sum = Terms[0].Curvature(r);
        for (var k = 1; k < Terms.Length; k++) sum += Terms[k].Curvature(r);
        return sum;
    }

    public override double SlopeOverDistance(double r)
    {
        if (r == 0) return SlopeOverDistanceAtContact;
        var sum = Terms[0].SlopeOverDistance(r);
        for (var k = 1; k < Terms.Length; k++) sum += Terms[k].SlopeOverDistance(r);
        return sum;
    }

    public override void Slopes(ReadOnlySpan<double> r, Span<double> slopes)
    {
        Span<double> term = stackalloc double[Chunk];
        for (var start = 0; start < r.Length; start += Chunk)
        {
            var length = Math.Min(Chunk, r.Length - start);
            var distances = r.Slice(start, length);
            var sums = slopes.Slice(start, length);
            Terms[0].Slopes(distances, sums);
            for (var k = 1; k < Terms.Length; k++)
            {
                Terms[k].Slopes(distances, term[..length]);
                Add(sums, term[..length]);
            }
        }
    }

    public override Interval Values(Interval r)
    {
        var sum = Terms[0].Values(r);
        for (var k = 1; k < Terms.Length; k++) sum += Terms[k].Values(r);
        return double.IsInfinity(sum.Low) && AtContact > 0 ? SetOff(r, sum) : sum;
    }

    /// <summary>Near contact, where terms tend to infinities of both signs, the enclosure with their logarithms collected first.</summary>
    private Interval SetOff(Interval r, Interval plain)
    {
        var collected = new PotentialCombination();
        collected.Add(this);
        var sum = collected.Values(r);
        return new Interval(Math.Max(plain.Low, sum.Low), Math.Min(plain.High, sum.High));
    }

    private static void Add(Span<double> sums, ReadOnlySpan<double> term)
    {
        var wideSums = MemoryMarshal.Cast<double, Vector<double>>(sums);
        var wideTerm = MemoryMarshal.Cast<double, Vector<double>>(term);
        for (var i = 0; i < wideTerm.Length; i++) wideSums[i] += wideTerm[i];
        for (var i = wideTerm.Length * Vector<double>.Count; i < sums.Length; i++) sums[i] += term[i];
    }

    private static ImmutableArray<Potential> Checked(ImmutableArray<Potential> terms, string name = nameof(Terms))
    {
        if (terms.IsDefaultOrEmpty) throw new ArgumentException($"{name} must hold at least one potential.", name);
        if (terms.Any(term => term is null)) throw new ArgumentException($"{name} must not hold a missing potential.", name);
        return terms;
    }
}
