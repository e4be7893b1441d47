using FsCheck;
using FsCheck.Fluent;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Cases;

/// <summary>Potentials of paper B.</summary>
public static class TorusPotentialPairs
{
    /// <summary>Interactions under (V1), (V2), (V4) in one and two dimensions, a tenth of them the singular logarithm, and smooth external potentials.</summary>
    public static Family<TorusPotentialPair> Admissible { get; } = new("torus-potentials", Draw(), Simpler);

    private static Gen<TorusPotentialPair> Draw() =>
        from dimension in Gen.Choose(1, 2)
        from singular in Draws.Percent(20)
        from v in dimension == 1 && singular ? Gen.Constant<TorusPotential>(new TorusLogPotential()) : TorusDraws.Regular(dimension)
        from u in TorusDraws.External(dimension)
        select new TorusPotentialPair(v, u);

    /// <summary>One term in place of several, in U and in V.</summary>
    private static IEnumerable<TorusPotentialPair> Simpler(TorusPotentialPair subject)
    {
        if (subject.U.Terms.Length > 1)
        {
            foreach (var term in subject.U.Terms) yield return subject with { U = new FourierPotential(subject.U.Dimension, [term]) };
        }
        if (subject.V is FourierPotential { Terms.Length: > 1 } v)
        {
            foreach (var term in v.Terms) yield return subject with { V = new FourierPotential(v.Dimension, [term]) };
        }
    }
}
