using FsCheck;
using FsCheck.Fluent;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Cases;

/// <summary>Cases of paper A: particles on the line with annihilation.</summary>
public static class LineCases
{
    /// <summary>Most steps of the stiff rate 1/(n delta^2) that a horizon holds: an explicit method needs about as many steps.</summary>
    private const decimal StiffTimes = 3_000;

    /// <summary>Beyond this many particles in wells of their own, where a solver must be implicit, the horizon shrinks as the work per step grows.</summary>
    private const decimal FewInWells = 12;

    /// <summary>Longest horizon for particles within a unit of length; annihilations are over long before.</summary>
    private const decimal LongestHorizon = 3.3m;

    /// <summary>Ratio of the longest and the shortest horizon that a case of given n and delta can have.</summary>
    private const decimal HorizonRange = 12;

    private const int Rows = 21;

    /// <summary>
    /// Separated initial data (Assumption 2.2 of A, L from 1 to 4) of 2 to 64 particles, few in most cases. Three in five have V = -log|r|, and W = 0 or
    /// W = 1/2 log(r^2 + delta^2) with delta from 1e-3 to 1 units of length; the unit is mostly 1, sometimes 0.01 or 100, and times go
    /// with its square. The others have any pair of <see cref="PotentialPairs.Admissible"/>, neither monotone nor convex in general.
    /// Includes mirror images, lone particles, clusters, alternating charges, gaps down to 1e-8 and ghosts.
    /// </summary>
    /// <remarks>The smaller profile has up to 12 particles; the larger one has more than 12 in every other case.</remarks>
    public static Family<LineCase> Separated { get; } = new("line-separated", DrawSeparated(Count()), LineShrinking.Simpler)
    {
        Smaller = new("line-separated-quick", DrawSeparated(SmallerCount()), LineShrinking.Simpler),
        Larger = new("line-separated-deep", DrawSeparated(LargerCount()), LineShrinking.Simpler),
    };

    private static Gen<LineCase> DrawSeparated(Gen<int> counts) => Gen.Frequency((3, DrawLogarithmic(counts)), (2, DrawAnyPotentials(counts)));

    private static Gen<int> Count() => Gen.Frequency((28, SmallerCount()), (4, Gen.Choose(13, 32)), (1, Gen.Choose(33, 64)));

    private static Gen<int> SmallerCount() => Gen.Frequency((1, Gen.Constant(2)), (8, Gen.Choose(3, 6)), (5, Gen.Choose(5, 12)));

    private static Gen<int> LargerCount() => Gen.Frequency((1, Gen.Choose(2, 4)), (3, Gen.Choose(5, 12)), (3, Gen.Choose(13, 32)), (2, Gen.Choose(33, 64)));

    private static Gen<LineCase> DrawAnyPotentials(Gen<int> counts) =>
        from count in counts
        from layout in LineLayout.Of(count)
        from potentials in PotentialPairs.Admissible.Draw
        from horizon in Horizon(count, Narrowest(potentials) * Math.Min(1, FewInWells / count))
        select Assemble(layout, 0, potentials, horizon);

    /// <summary>
    /// The length below which the forces are stiff: 1/sqrt(Lip f') of W and of each regular term of V, whose wells like particles may fall
    /// into, and 1/sqrt(A_V) where V is stronger than a logarithm; null if above 1.
    /// </summary>
    private static decimal? Narrowest(PotentialPair potentials)
    {
        var wells = Terms(potentials.V).Where(term => !term.IsSingular).Select(term => term.SlopeLipschitz);
        var stiffest = wells.Append(potentials.W.SlopeLipschitz).Append(potentials.V.SlopeBound).Max();
        return stiffest <= 1 ? null : (decimal)Math.Sqrt(1 / stiffest);
    }

    private static IEnumerable<Potential> Terms(Potential potential) => potential is SumPotential sum ? sum.Terms.SelectMany(Terms) : [potential];

    private static Gen<LineCase> DrawLogarithmic(Gen<int> counts) =>
        from count in counts
        from layout in LineLayout.Of(count)
        from lengthExponent in Gen.Frequency((8, Gen.Constant(0)), (1, Gen.Constant(-2)), (1, Gen.Constant(2)))
        from free in Draws.Percent(35)
        from delta in Draws.LogUniform(0.001m, 1)
        from horizon in Horizon(count, free ? null : delta)
        select Assemble(layout, lengthExponent, Logarithmic(free ? null : delta * Draws.PowerOfTen(lengthExponent)), horizon);

    /// <summary>For small delta the horizon is short: a pair within delta closes in times of the order of n delta^2.</summary>
    private static Gen<decimal> Horizon(int count, decimal? delta)
    {
        var longest = delta is { } length ? Math.Min(LongestHorizon, StiffTimes * count * length * length) : LongestHorizon;
        return Draws.LogUniform(longest / HorizonRange, longest);
    }

    private static PotentialPair Logarithmic(decimal? delta) =>
        new(new LogPotential(), delta is { } regular ? new NegatedPotential(new RegularisedLogPotential((double)regular)) : new ZeroPotential());

    private static LineCase Assemble(LineLayout layout, int lengthExponent, PotentialPair potentials, decimal horizon)
    {
        var length = Draws.PowerOfTen(lengthExponent);
        var end = horizon * length * length;
        return new LineCase(
            potentials.V,
            potentials.W,
            layout.Positions(lengthExponent),
            layout.Charges,
            (double)end,
            [.. Enumerable.Range(0, Rows).Select(k => (double)(end * k / (Rows - 1)))],
            LineCase.DefaultTolerance);
    }
}
