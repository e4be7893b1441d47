using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Orowan.Particles;

/// <summary>Points with weights in whole blocks of eight, and the pushes on them.</summary>
/// <param name="offset">Places, as the kernel that is used wants them.</param>
/// <param name="weight">Weights; zero marks padding.</param>
/// <param name="push">Pushes, to be added to.</param>
internal readonly ref struct WeightedPoints(ReadOnlySpan<double> offset, ReadOnlySpan<double> weight, Span<double> push)
{
    public readonly ReadOnlySpan<double> Offset = offset;
    public readonly ReadOnlySpan<double> Weight = weight;
    public readonly Span<double> Push = push;

    /// <summary>v x + w y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Combine(double v, Vector512<double> x, double w, Vector512<double> y) =>
        Vector512.FusedMultiplyAdd(Vector512.Create(v), x, Vector512.Create(w) * y);
}
