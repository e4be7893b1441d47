using FsCheck;
using FsCheck.Fluent;
using Orowan.Formats;

namespace Orowan.Cases;

/// <summary>Numbers for the exactly solvable cases of paper A.</summary>
public static class ClosedFormCases
{
    private const decimal LeastShare = 0.01m;

    /// <summary>3 to 32 particles, lengths from 0.01 to 10, a second length from a hundredth of it up, horizons from 0.1 to 3.3.</summary>
    public static Family<ClosedFormCase> Solvable { get; } = new("closed-form", Draw(), Simpler);

    private static Gen<ClosedFormCase> Draw() =>
        from count in Gen.Frequency((3, Gen.Choose(3, 8)), (1, Gen.Choose(9, 32)))
        from gap in Draws.LogUniform(0.01m, 10)
        from centre in Gen.Choose(-2_000, 2_000)
        from delta in Draws.LogUniform(LeastShare, 1)
        from time in Draws.LogUniform(0.1m, 3.3m)
        select new ClosedFormCase(count, (double)gap, (double)(centre / 1000m), (double)delta, (double)time);

    /// <summary>Fewer particles, and each number replaced by the simplest one: every step leaves fewer that are not.</summary>
    private static IEnumerable<ClosedFormCase> Simpler(ClosedFormCase subject)
    {
        if (subject.Count > 3) yield return subject with { Count = 3 };
        if (subject.Count > 4) yield return subject with { Count = subject.Count - 1 };
        if (subject.Centre != 0) yield return subject with { Centre = 0 };
        if (subject.Gap != 1) yield return subject with { Gap = 1 };
        if (subject.Delta != 1) yield return subject with { Delta = 1 };
        if (subject.Time != 1) yield return subject with { Time = 1 };
    }
}
