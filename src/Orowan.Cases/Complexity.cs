using System.Collections.Immutable;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Cases;

/// <summary>
/// How complicated a subject is, compared from the first part to the last. Every shrinking step lowers it and no infinite descent exists:
/// all parts but the last are natural numbers, and of the last there are finitely many values for each length of its decimal form.
/// </summary>
/// <param name="Particles">Number of particles.</param>
/// <param name="Parts">Pieces that the potentials consist of, weighted.</param>
/// <param name="ParameterDigits">Characters of the potentials' parameters.</param>
/// <param name="PositionDigits">Characters of the positions.</param>
/// <param name="Rows">Number of output times.</param>
/// <param name="HorizonDigits">Characters of the horizon.</param>
/// <param name="Horizon">The horizon itself.</param>
public readonly record struct Complexity(
    int Particles, int Parts, int ParameterDigits, int PositionDigits, int Rows, int HorizonDigits, double Horizon)
    : IComparable<Complexity>
{
    public static bool operator <(Complexity left, Complexity right) => left.CompareTo(right) < 0;

    public static bool operator >(Complexity left, Complexity right) => left.CompareTo(right) > 0;

    public static bool operator <=(Complexity left, Complexity right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Complexity left, Complexity right) => left.CompareTo(right) >= 0;

    public static Complexity Of(LineCase subject) => new(
        subject.Count,
        PartsOf(subject.V) + PartsOf(subject.W),
        DigitsOf(subject.V) + DigitsOf(subject.W),
        subject.X.Sum(Digits),
        subject.Output.Length,
        Digits(subject.T),
        subject.T);

    public static Complexity Of(PotentialPair subject) =>
        new(0, PartsOf(subject.V) + PartsOf(subject.W), DigitsOf(subject.V) + DigitsOf(subject.W), 0, 0, 0, 0);

    public int CompareTo(Complexity other) => Key.CompareTo(other.Key);

    /// <summary>Weights such that a potential outweighs its terms, and zero and the logarithm are the simplest of their kinds.</summary>
    internal static int PartsOf(Potential potential) => potential switch
    {
        ZeroPotential => 1,
        LogPotential => 2,
        NegatedPotential p => 1 + PartsOf(p.Of),
        ScaledPotential p => 2 + PartsOf(p.Of),
        SumPotential p => 1 + p.Terms.Sum(PartsOf),
        _ => 3,
    };

    /// <summary>Characters of a number written shortest, without its sign.</summary>
    internal static int Digits(double value) => Math.Abs(value).ToString("R").Length;

    private static int DigitsOf(Potential potential) => potential switch
    {
        NegatedPotential p => DigitsOf(p.Of),
        ScaledPotential p => Digits(p.Factor) + Digits(p.Stretch) + DigitsOf(p.Of),
        SumPotential p => p.Terms.Sum(DigitsOf),
        _ => Parameters(potential).Sum(Digits),
    };

    private static ImmutableArray<double> Parameters(Potential leaf) => leaf switch
    {
        RegularisedLogPotential p => [p.Delta],
        RegularisedWallPotential p => [p.Delta],
        GaussianPotential p => [p.Height, p.Width],
        LorentzianPotential p => [p.Height, p.Width],
        SubLogPotential p => [p.Power],
        _ => [],
    };

    private (int, int, int, int, int, int, double) Key =>
        (Particles, Parts, ParameterDigits, PositionDigits, Rows, HorizonDigits, Horizon);
}
