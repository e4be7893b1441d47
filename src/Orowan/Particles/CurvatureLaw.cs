using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Orowan.Potentials;

namespace Orowan.Particles;

/// <summary>Second derivatives of a potential at many distances, eight at a time where it is logarithmic.</summary>
internal sealed class CurvatureLaw(Potential potential)
{
    private readonly LogarithmicLaw? law = LogarithmicLaw.Of(potential);

    /// <summary>Replaces each distance by f'' there times <paramref name="factor"/>.</summary>
    /// <remarks>f = -a/2 log(r^2 + e^2) has f'' = a (r^2 - e^2) / (r^2 + e^2)^2.</remarks>
    public void Curvatures(Span<double> r, double factor)
    {
        var wide = law is null ? [] : MemoryMarshal.Cast<double, Vector512<double>>(r);
        if (law is { } f)
        {
            var (square, scale) = (Vector512.Create(f.Softening * f.Softening), Vector512.Create(f.Factor * factor));
            foreach (ref var v in wide)
            {
                var (s, inverse) = (v * v, Vector512<double>.One / ((v * v) + square));
                v = (s - square) * inverse * inverse * scale;
            }
        }
        for (var i = 8 * wide.Length; i < r.Length; i++) r[i] = potential.Curvature(r[i]) * factor;
    }
}
