using FsCheck;
using FsCheck.Fluent;
using Orowan.Formats;

namespace Orowan.Cases;

/// <summary>Numbers for the exactly solvable cases of paper B.</summary>
public static class TorusNumbersCases
{
    /// <summary>2 to 12 particles, three times in four at most 8, gaps from 2 to 98 % of half a period, delta from 0.01 to 1, places on a lattice of spacing 1e-3.</summary>
    public static Family<TorusNumbers> Solvable { get; } = new("torus-numbers", Draw(), Simpler);

    private static Gen<TorusNumbers> Draw() =>
        from half in Gen.Frequency((3, Gen.Choose(1, 4)), (1, Gen.Choose(5, 6)))
        from gap in Gen.Choose(20, 980)
        from delta in Draws.LogUniform(0.01m, 1)
        from amplitude in Draws.LogUniform(0.01m, 1)
        from time in Draws.LogUniform(0.01m, 3.3m)
        from x1 in Gen.Choose(20, 980)
        from x2 in Gen.Choose(20, 980)
        select new TorusNumbers(
            2 * half, (double)(gap / 1000m), (double)delta, (double)amplitude, (double)time, (double)(x1 / 1000m), (double)(x2 / 1000m));

    /// <summary>Fewer particles, and each number replaced by a simple one: every step leaves fewer that are not.</summary>
    private static IEnumerable<TorusNumbers> Simpler(TorusNumbers subject)
    {
        if (subject.Count > 2) yield return subject with { Count = 2 };
        if (subject.Count > 4) yield return subject with { Count = subject.Count - 2 };
        if (subject.Gap != 0.5) yield return subject with { Gap = 0.5 };
        if (subject.Delta != 0.1) yield return subject with { Delta = 0.1 };
        if (subject.Amplitude != 1) yield return subject with { Amplitude = 1 };
        if (subject.Time != 1) yield return subject with { Time = 1 };
        if (subject.X1 != 0.25) yield return subject with { X1 = 0.25 };
        if (subject.X2 != 0.25) yield return subject with { X2 = 0.25 };
    }
}
