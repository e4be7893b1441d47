using FsCheck;
using FsCheck.Fluent;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Cases;

/// <summary>Pairs of potentials, for claims that need no particles.</summary>
public static class PotentialPairs
{
    /// <summary>
    /// Pairs (V, W) that meet Assumption 2.1 of A: V from the logarithm, the wall and weaker singularities, scaled, with wells and bumps,
    /// or with part of the singularity taken away again; W from zero, regularised potentials of both signs, wells and bumps, scaled and
    /// added.
    /// </summary>
    public static Family<PotentialPair> Admissible { get; } = new("potentials-admissible", DrawAdmissible(), PotentialShrinking.Simpler);

    private static Gen<PotentialPair> DrawAdmissible() => Singular().Zip(Regular(), (v, w) => new PotentialPair(v, w));

    private static Gen<Potential> Singular()
    {
        var plain = Gen.Frequency(
            (3, Gen.Constant<Potential>(new LogPotential())),
            (2, Gen.Constant<Potential>(new WallPotential())),
            (2, SubLog()));
        var scaled = plain.SelectMany(Strengthened);
        var weakened =
            from share in Gen.Choose(1, 9)
            from stretch in Round(0.1m, 10)
            select (Potential)new SumPotential([new LogPotential(), new ScaledPotential(share / -10.0, stretch, new LogPotential())]);
        var bumpy =
            from singular in Gen.OneOf(plain, scaled)
            from bumps in Several(RegularLeaf(), 1, 3)
            select (Potential)new SumPotential([singular, .. bumps]);
        return Gen.Frequency((2, plain), (3, scaled), (1, weakened), (4, bumpy));
    }

    private static Gen<Potential> Regular()
    {
        var leaf = RegularLeaf();
        var scaled =
            from potential in leaf
            from negative in Draws.Percent(50)
            from factor in Round(0.01m, 10)
            from stretch in Round(0.1m, 10)
            select (Potential)new ScaledPotential(negative ? -factor : factor, stretch, potential);
        return Gen.Frequency(
            (2, Gen.Constant<Potential>(new ZeroPotential())),
            (7, leaf),
            (2, scaled),
            (3, Several(Gen.OneOf(leaf, scaled), 2, 3).Select(terms => (Potential)new SumPotential([.. terms]))));
    }

    /// <summary>One regular term; regularised singularities mostly attract, which is what W is for.</summary>
    private static Gen<Potential> RegularLeaf()
    {
        var regularised =
            from delta in Round(0.001m, 1)
            from wall in Draws.Percent(40)
            from repulsive in Draws.Percent(25)
            select Turned(wall ? new RegularisedWallPotential(delta) : new RegularisedLogPotential(delta), !repulsive);
        return Gen.Frequency((3, regularised), (2, Bump()));
    }

    /// <summary>A bump or a well, Gaussian or with heavy tails; a well is written in two ways.</summary>
    private static Gen<Potential> Bump() =>
        from height in Round(0.01m, 10)
        from width in Round(0.03m, 10)
        from gaussian in Draws.Percent(50)
        from form in Gen.Choose(0, 2)
        let signed = form == 1 ? -height : height
        select Turned(gaussian ? new GaussianPotential(signed, width) : new LorentzianPotential(signed, width), form == 2);

    private static Gen<Potential> SubLog() => Gen.Choose(1, 20).Select(twentieths => (Potential)new SubLogPotential(twentieths / 20.0));

    private static Gen<Potential> Strengthened(Potential potential) =>
        from factor in Round(0.01m, 10)
        from stretch in Round(0.01m, 100)
        select (Potential)new ScaledPotential(factor, stretch, potential);

    private static Gen<Potential[]> Several(Gen<Potential> one, int least, int most) =>
        Gen.Choose(least, most).SelectMany(count => one.ArrayOf(count));

    private static Potential Turned(Potential potential, bool negated) => negated ? new NegatedPotential(potential) : potential;

    private static Gen<double> Round(decimal low, decimal high) => Draws.LogUniform(low, high).Select(value => (double)value);
}
