using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace Orowan.Cases;

/// <summary>
/// Initial data on the line before they get a length: positions on a lattice of spacing 1e-8, strictly increasing and within about
/// [-1.2, 1.2], so that mirror images are exact and every position is a short decimal.
/// </summary>
/// <param name="Lattice">Positions in units of 1e-8, length n.</param>
/// <param name="Charges">Charges, length n, each -1, 0 or 1.</param>
internal sealed record LineLayout(ImmutableArray<long> Lattice, ImmutableArray<int> Charges)
{
    /// <summary>Most blocks of one sign: L &lt;= 4 in Assumption 2.2 of A allows 8 when the first is positive, 7 otherwise.</summary>
    private const int MostBlocks = 8;

    /// <summary>Gaps are drawn on a coarser lattice, of spacing 1e-4.</summary>
    private const long Coarse = 10_000;

    /// <summary>Exponent of the lattice's spacing.</summary>
    private const int Exponent = -8;

    /// <summary>How gaps are spread, within a block and from block to block, as ranges of relative sizes.</summary>
    private static readonly ImmutableArray<Spread> Spreads =
    [
        new((100, 100), (100, 100)),
        new((50, 150), (5, 100)),
        new((1, 400), (1, 100)),
        new((1, 10), (20, 100)),
        new((50, 150), (1, 20)),
    ];

    /// <summary>The positions for a unit of length of 10^<paramref name="lengthExponent"/>.</summary>
    public ImmutableArray<double> Positions(int lengthExponent)
    {
        var spacing = Draws.PowerOfTen(Exponent + lengthExponent);
        return [.. Lattice.Select(k => (double)(k * spacing))];
    }

    /// <summary>Layouts of <paramref name="count"/> particles; a mirrored one is its own image under x -> -x.</summary>
    public static Gen<LineLayout> Of(int count) =>
        from mirrored in Draws.Percent(count < 5 ? 0 : 65)
        from whole in mirrored ? Mirrored(count) : Plain(count)
        from ghostly in Draws.Percent(2)
        from ghost in Gen.Choose(0, count - 1)
        select ghostly ? whole with { Charges = whole.Charges.SetItem(ghost, 0) } : whole;

    private static Gen<LineLayout> Plain(int count) =>
        from blocks in Blocks(count)
        from positive in Draws.Percent(50)
        let charges = Alternating(blocks, positive || blocks.Length == MostBlocks ? 1 : -1)
        from gaps in Gaps(charges)
        from span in Gen.Choose(8_000, 20_000)
        from shift in Gen.Choose(-2_000, 2_000)
        from touched in Touched(new LineLayout(OnLattice([0, .. gaps], span, shift - span / 2), charges))
        select touched;

    /// <summary>
    /// A right half, its mirror image with the same charges, and for odd counts a particle at 0 with the charge of its neighbours. Halves
    /// that are neutral, and centres between opposites, are left out: there the image of a pair takes its partner away or never lets it
    /// go, symmetry is all that decides, and rounding breaks it.
    /// </summary>
    private static Gen<LineLayout> Mirrored(int count) =>
        from blocks in HalfBlocks(count).Where(sizes => count % 2 == 1 || !IsNeutral(sizes))
        from positive in Draws.Percent(50)
        let charges = Alternating(blocks, positive ? 1 : -1)
        from gaps in Gaps([charges[0], .. charges])
        from span in Gen.Choose(4_000, 10_000)
        from half in Touched(new LineLayout(OnLattice(gaps, span, 1), charges))
        select half.WithImage(count % 2 == 0 ? [] : [charges[0]]);

    private static Gen<int[]> HalfBlocks(int count) =>
        from parts in Gen.Choose(2, count % 2 == 0 ? 4 : 3)
        from sizes in Draws.Composition(Math.Min(parts, count / 2), count / 2)
        select sizes;

    private static bool IsNeutral(int[] sizes) => sizes.Where((_, block) => block % 2 == 0).Sum() == sizes.Where((_, block) => block % 2 == 1).Sum();

    /// <summary>Sizes of the blocks: any, alternating charges, or a single particle of one sign.</summary>
    private static Gen<int[]> Blocks(int count)
    {
        var any =
            from alternations in Gen.Choose(1, MostBlocks / 2)
            from odd in Gen.Choose(0, 1)
            from sizes in Draws.Composition(Math.Min(count, 2 * alternations - odd), count)
            select sizes;
        var alternating = Draws.Composition(Math.Min(count, MostBlocks), count);
        var lone = Gen.Choose(0, count - 1).Select(k => new[] { k, 1, count - 1 - k }.Where(size => size > 0).ToArray());
        return Gen.Frequency((6, any), (1, alternating), (1, lone));
    }

    private static ImmutableArray<int> Alternating(int[] blocks, int first) =>
        [.. blocks.SelectMany((size, block) => Enumerable.Repeat(block % 2 == 0 ? first : -first, size))];

    /// <summary>Relative sizes of the gaps between neighbours, one fewer than there are charges.</summary>
    private static Gen<int[]> Gaps(ImmutableArray<int> charges)
    {
        var like = charges.Skip(1).Zip(charges, (right, left) => right == left).ToArray();
        return from spread in Gen.Elements<Spread>(Spreads)
               from gaps in Gen.CollectToArray(like, same => same ? Between(spread.Within) : Between(spread.Across))
               select gaps;
    }

    private static Gen<int> Between((int Least, int Most) range) => Gen.Choose(range.Least, range.Most);

    /// <summary>Sums of the gaps, stretched to <paramref name="span"/> and kept at least one coarse step apart.</summary>
    private static ImmutableArray<long> OnLattice(int[] gaps, int span, int start)
    {
        var total = Math.Max(1, gaps.Sum());
        var positions = ImmutableArray.CreateBuilder<long>(gaps.Length);
        long sum = 0;
        for (var i = 0; i < gaps.Length; i++)
        {
            sum += gaps[i];
            positions.Add((start + i + sum * span / total) * Coarse);
        }
        return positions.ToImmutable();
    }

    /// <summary>In some layouts one pair of like-signed neighbours comes as near as 10^-3 to 10^-8.</summary>
    private static Gen<LineLayout> Touched(LineLayout layout)
    {
        var like = Enumerable.Range(0, layout.Charges.Length - 1).Where(i => layout.Charges[i] == layout.Charges[i + 1]).ToArray();
        if (like.Length == 0) return Gen.Constant(layout);
        return from touching in Draws.Percent(30)
               from left in Gen.Elements(like)
               from digits in Gen.Choose(3, -Exponent)
               select touching ? layout.WithGap(left, (long)Draws.PowerOfTen(-Exponent - digits)) : layout;
    }

    /// <summary>Moves the particle to the right of <paramref name="left"/>, unless it is nearer already.</summary>
    private LineLayout WithGap(int left, long gap) =>
        this with { Lattice = Lattice.SetItem(left + 1, Math.Min(Lattice[left + 1], Lattice[left] + gap)) };

    private LineLayout WithImage(ImmutableArray<int> centre) => new(
        [.. Lattice.Reverse().Select(k => -k), .. centre.Select(_ => 0L), .. Lattice],
        [.. Charges.Reverse(), .. centre, .. Charges]);

    private sealed record Spread((int Least, int Most) Within, (int Least, int Most) Across);
}
