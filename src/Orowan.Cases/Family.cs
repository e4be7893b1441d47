using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Orowan.Formats;

namespace Orowan.Cases;

/// <summary>A family of subjects of one type, drawn at random and reproducible one by one.</summary>
public interface IFamily
{
    /// <summary>Name, part of a subject's seed.</summary>
    string Name { get; }

    /// <summary>The type of subject it draws.</summary>
    Type SubjectType { get; }

    /// <summary>Subject number <paramref name="index"/>; depends on nothing but the three of seed, family and index.</summary>
    ISubject At(ulong seed, int index);

    /// <summary>Simpler subjects of the same kind, the simplest first: fewer particles, then rounder numbers.</summary>
    IEnumerable<ISubject> Simpler(ISubject subject);

    /// <summary>The same kind of subjects in larger sizes, for audits that may take long; this family where there is no such profile.</summary>
    IFamily Deep => this;
}

/// <summary>A family as a generator and a shrinker.</summary>
/// <param name="Name">Name, part of a subject's seed: a family that is renamed draws other subjects.</param>
/// <param name="Draw">Generator of subjects; it must not look at FsCheck's size, so that a property test and the audit draw alike.</param>
/// <param name="Shrink">Simpler subjects of the same kind; must not go on for ever.</param>
public sealed record Family<T>(string Name, Gen<T> Draw, Func<T, IEnumerable<T>> Shrink) : IFamily
    where T : ISubject
{
    private const int Size = 100;

    /// <summary>The larger profile; null when there is none.</summary>
    public Family<T>? Larger { get; init; }

    /// <summary>The smaller profile of property tests, which have more to do in less time; null when there is none.</summary>
    public Family<T>? Smaller { get; init; }

    public IFamily Deep => Larger ?? this;

    /// <summary>The profile for property tests: the smaller one, or with <paramref name="deep"/> the larger one, where there is such a profile.</summary>
    public Family<T> ForProperties(bool deep) => (deep ? Larger : Smaller) ?? this;

    public Type SubjectType => typeof(T);

    /// <summary>The generator with its shrinker, for property tests.</summary>
    public Arbitrary<T> ToArbitrary() => Arb.From(Draw, Shrink);

    public ISubject At(ulong seed, int index) => Draw.Sample(1, new Rnd(SubjectSeed.Mix(seed, Name, index)), Size)[0];

    public IEnumerable<ISubject> Simpler(ISubject subject) => Shrink((T)subject).Cast<ISubject>();
}

/// <summary>The seed of one subject.</summary>
public static class SubjectSeed
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;
    private const ulong FnvOffset = 0xCBF29CE484222325;
    private const ulong FnvPrime = 0x00000100000001B3;

    /// <summary>
    /// 64 well mixed bits of seed, family and index. Neighbouring indices must not have neighbouring seeds: FsCheck's generator is
    /// SplitMix64, whose stream from s + gamma is the stream from s one draw later.
    /// </summary>
    public static ulong Mix(ulong seed, string family, int index) =>
        Scramble(Scramble(Scramble(seed + GoldenGamma) ^ Fnv1A(family)) + GoldenGamma * unchecked((uint)index));

    private static ulong Fnv1A(string text)
    {
        var hash = FnvOffset;
        foreach (var octet in Encoding.UTF8.GetBytes(text)) hash = (hash ^ octet) * FnvPrime;
        return hash;
    }

    /// <summary>The finaliser of SplitMix64, variant 13 of Stafford: a bijection of 64 bits.</summary>
    private static ulong Scramble(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
