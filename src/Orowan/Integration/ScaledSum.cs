using System.Runtime.Intrinsics;

namespace Orowan.Integration;

/// <summary>Sums of vectors with factors, entry by entry, so that no result depends on how wide the hardware is.</summary>
internal static class ScaledSum
{
    /// <summary>Adds factor times <paramref name="term"/> to <paramref name="target"/>; both of one length.</summary>
    internal static void AddTo(double[] target, double factor, double[] term)
    {
        var wide = target.Length - (target.Length % Vector512<double>.Count);
        for (var k = 0; k < wide; k += Vector512<double>.Count)
        {
            (Vector512.Create(target, k) + (factor * Vector512.Create(term, k))).CopyTo(target, k);
        }
        for (var k = wide; k < target.Length; k++) target[k] += factor * term[k];
    }
}
