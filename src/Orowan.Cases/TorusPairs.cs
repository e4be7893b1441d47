using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Cases;

/// <summary>
/// Pairs of torus cases that differ in the initial places alone: near ones, far ones, the same ones under other numbers, antipodal ones, and two equal
/// charges at one place against a place to either side, which part as fast as they can.
/// </summary>
public static class TorusPairs
{
    /// <summary>1 to 6 particles of any charges, horizons of up to two times 1/(lambda + sup|D^2 U|), tolerance 1e-10.</summary>
    public static Family<Pair<TorusCase>> SameCharges { get; } = new("torus-pairs", Draw(), Simpler);

    private const double Tolerance = 1e-10;

    private static Gen<Pair<TorusCase>> Draw() =>
        from dimension in Gen.Frequency((2, Gen.Constant(1)), (2, Gen.Constant(2)))
        from slip in Draws.Percent(40)
        from v in TorusDraws.Regular(dimension)
        from free in Draws.Percent(40)
        from u in TorusDraws.External(dimension)
        from places in Gen.OneOf(Parting(dimension), Near(dimension), Far(dimension), Renumbered(dimension), Antipodal(dimension))
        from share in Gen.Elements(0.25, 0.5, 1, 2)
        select Assemble(slip && dimension == 2 ? TorusMotion.Slip : TorusMotion.Isotropic, dimension, v, free ? FourierPotential.Zero(dimension) : u, places, share);

    private static Pair<TorusCase> Assemble(TorusMotion motion, int dimension, TorusPotential v, FourierPotential u, Places places, double share)
    {
        var horizon = double.Parse((share / (v.HessianBound + u.HessianBound)).ToString("E2"));
        var first = new TorusCase(dimension, motion, v, u, places.First, places.Charges, horizon, [0, horizon / 4, horizon / 2, horizon], Tolerance);
        return new(first, first with { X = places.Second });
    }

    private static Gen<Places> Parting(int dimension) =>
        from digits in Gen.Choose(2, 5)
        from place in Gen.Choose(0, 99)
        let at = place / 100m
        let eps = Draws.PowerOfTen(-digits)
        select new Places(Along(dimension, at, at), Along(dimension, Cell(at - eps), Cell(at + eps)), [1, 1]);

    private static Gen<Places> Near(int dimension) =>
        from places in Lattice(dimension)
        from digits in Gen.Choose(1, 6)
        from moves in Gen.Choose(-9, 9).ArrayOf(places.Numbers.Length)
        select places.With((x, i) => Cell(x + (moves[i] * Draws.PowerOfTen(-digits) / 10)));

    private static Gen<Places> Far(int dimension) =>
        from places in Lattice(dimension)
        from other in Gen.Choose(0, 999).ArrayOf(places.Numbers.Length)
        select places.With((_, i) => other[i] / 1000m);

    private static Gen<Places> Antipodal(int dimension) => Lattice(dimension).Select(places => places.With((x, _) => Cell(x + 0.5m)));

    /// <summary>The particles of each charge in reverse order.</summary>
    private static Gen<Places> Renumbered(int dimension) => Lattice(dimension).Select(places =>
    {
        var order = Enumerable.Range(0, places.Charges.Length).ToArray();
        foreach (var sign in (ImmutableArray<int>)[1, -1])
        {
            int[] members = [.. order.Where(i => places.Charges[i] == sign)];
            foreach (var (i, j) in members.Zip(members.Reverse())) order[i] = j;
        }
        return places.With((_, i) => places.Numbers[(order[i / dimension] * dimension) + (i % dimension)]);
    });

    private static Gen<Numbered> Lattice(int dimension) =>
        from count in Gen.Choose(1, 6)
        from places in Gen.Choose(0, 999).ArrayOf(count * dimension)
        from charges in Gen.Elements(-1, 1).ArrayOf(count)
        select new Numbered([.. places.Select(place => place / 1000m)], [.. charges]);

    private static ImmutableArray<double> Along(int dimension, decimal first, decimal second) =>
        dimension == 1 ? [(double)first, (double)second] : [(double)first, 0.25, (double)second, 0.25];

    private static decimal Cell(decimal x) => x - Math.Floor(x);

    /// <summary>Fewer particles, no external potential, fewer rows.</summary>
    private static IEnumerable<Pair<TorusCase>> Simpler(Pair<TorusCase> pair)
    {
        var (a, b) = (pair.First, pair.Second);
        for (var i = 0; i < a.Count && a.Count > 1; i++) yield return new(Without(a, i), Without(b, i));
        if (a.U.Terms.Length > 0) yield return new(a with { U = FourierPotential.Zero(a.Dimension) }, b with { U = FourierPotential.Zero(a.Dimension) });
        if (a.Output.Length > 2) yield return new(a with { Output = [0, a.T] }, b with { Output = [0, a.T] });
    }

    private static TorusCase Without(TorusCase c, int i) =>
        c with { X = c.X.RemoveRange(i * c.Dimension, c.Dimension), B = c.B.RemoveAt(i) };

    private sealed record Places(ImmutableArray<double> First, ImmutableArray<double> Second, ImmutableArray<int> Charges);

    private sealed record Numbered(ImmutableArray<decimal> Numbers, ImmutableArray<int> Charges)
    {
        public Places With(Func<decimal, int, decimal> second) =>
            new([.. Numbers.Select(x => (double)x)], [.. Numbers.Select((x, i) => (double)second(x, i))], Charges);
    }
}
