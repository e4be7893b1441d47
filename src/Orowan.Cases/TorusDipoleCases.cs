using FsCheck;
using FsCheck.Fluent;
using Orowan.Formats;

namespace Orowan.Cases;

/// <summary>Numbers for the short dipoles of B, section 4.</summary>
public static class TorusDipoleCases
{
    /// <summary>2 or 3 dipoles on the first rung, delta = n^-p with p from 3 to 4.5: such widths are far below the spacing of doubles at z on no rung.</summary>
    public static Family<ShortDipoles> Ladders { get; } = new("short-dipoles", Draw(), Simpler);

    private static Gen<ShortDipoles> Draw() =>
        from pairs in Gen.Choose(2, 3)
        from jitter in Gen.Choose(20, 100)
        from width in Gen.Choose(5, 100)
        from power in Gen.Choose(30, 45)
        from amplitude in Gen.Choose(20, 50)
        from pattern in Gen.Choose(0, 999)
        from time in Draws.LogUniform(0.1m, 1)
        select new ShortDipoles(
            pairs, (double)(jitter / 100m), (double)(width / 100m), (double)(power / 10m), (double)(amplitude / 50m), pattern, (double)time);

    /// <summary>Fewer dipoles, and each number replaced by a simple one: every step leaves fewer that are not.</summary>
    private static IEnumerable<ShortDipoles> Simpler(ShortDipoles subject)
    {
        if (subject.Pairs > 2) yield return subject with { Pairs = 2 };
        if (subject.Jitter != 0) yield return subject with { Jitter = 0 };
        if (subject.Width != 1) yield return subject with { Width = 1 };
        if (subject.Power != 3.5) yield return subject with { Power = 3.5 };
        if (subject.Amplitude != 1) yield return subject with { Amplitude = 1 };
        if (subject.Pattern != 0) yield return subject with { Pattern = 0 };
        if (subject.Time != 1) yield return subject with { Time = 1 };
    }
}
