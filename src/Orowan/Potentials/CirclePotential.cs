using System.Runtime.Intrinsics;

namespace Orowan.Potentials;

/// <summary>A torus potential in one dimension whose derivative is a rational function of sin pi r and cos pi r.</summary>
public abstract record CirclePotential : TorusPotential
{
    public override int Dimension => 1;

    /// <inheritdoc/>
    /// <remarks>
    /// The derivative is the real part of -pi cot(pi z) at z = r + i delta, its second one that of -2 pi^3 cos(pi z) / sin^3(pi z). There
    /// |sin|^2 = sin^2 pi r + sinh^2 pi delta and |cos|^2 = cos^2 pi r + sinh^2 pi delta, so that it is at most 2 (pi / sin pi r)^3 in size,
    /// and sin pi r >= 2 |r|: pi^3 / 4.
    /// </remarks>
    internal override double ThirdDerivativeBound => 8;

    public override void Gradient(ReadOnlySpan<double> r, Span<double> gradient)
    {
        var (sin, cos) = SineOfPi.At(Nearest(r[0]));
        gradient[0] = sin == 0 ? 0 : Slope(sin, cos);
    }

    /// <inheritdoc/>
    /// <remarks>The points left over after whole vectors in one of their own, so that each value comes from the same operations.</remarks>
    public override void Gradients(ReadOnlySpan<double> r, Span<double> gradients)
    {
        var lanes = Vector512<double>.Count;
        var wide = r.Length / lanes * lanes;
        for (var i = 0; i < wide; i += lanes) Gradient(Vector512.Create(r[i..])).CopyTo(gradients[i..]);
        if (wide == r.Length) return;
        Span<double> buffer = stackalloc double[lanes];
        buffer.Clear();
        r[wide..].CopyTo(buffer);
        Gradient(Vector512.Create<double>(buffer)).CopyTo(buffer);
        buffer[..(r.Length - wide)].CopyTo(gradients[wide..]);
    }

    /// <summary>V' for sin pi r and cos pi r, the sine not 0.</summary>
    private protected abstract double Slope(double sin, double cos);

    /// <summary>In every lane, with the same operations.</summary>
    private protected abstract Vector512<double> Slope(Vector512<double> sin, Vector512<double> cos);

    private Vector512<double> Gradient(Vector512<double> r)
    {
        var (sin, cos) = SineOfPi.At(Nearest(r));
        return Vector512.ConditionalSelect(Vector512.Equals(sin, Vector512<double>.Zero), Vector512<double>.Zero, Slope(sin, cos));
    }
}
