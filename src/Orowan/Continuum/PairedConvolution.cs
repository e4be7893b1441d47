using System.Numerics;
using MathNet.Numerics.IntegralTransforms;
using Orowan.Potentials;

namespace Orowan.Continuum;

/// <summary>The potentials xi^+- = V * a^+- + W * a^-+ of two densities a^+- on equal cells, in O(N log N).</summary>
/// <remarks>
/// With z = a^+ + i a^-, xi^+ + i xi^- = V * z + W * (i conj z), so that all four convolutions cost one transform forward and one back:
/// the transform of conj z at k is the conjugate of that of z at -k. Zeros up to twice the cells keep the ends from meeting.
/// </remarks>
internal sealed class PairedConvolution
{
    private readonly double width;
    private readonly int cells;
    private readonly double[] like;
    private readonly double[] opposite;
    private readonly Complex[] transform;
    private readonly Complex[] product;

    public PairedConvolution(Potential v, Potential w, double width, int cells)
    {
        (this.width, this.cells) = (width, cells);
        var length = (int)BitOperations.RoundUpToPowerOf2((uint)(2 * cells));
        (like, opposite) = (Symbol(v, length), Symbol(w, length));
        (transform, product) = (new Complex[length], new Complex[length]);
    }

    /// <summary>Fills <paramref name="plus"/> and <paramref name="minus"/>, length N, with xi^+ and xi^- of [kappa]_+ and [kappa]_-.</summary>
    public void Potentials(ReadOnlySpan<double> kappa, double[] plus, double[] minus)
    {
        for (var i = 0; i < cells; i++) transform[i] = new Complex(Math.Max(kappa[i], 0), Math.Max(-kappa[i], 0));
        Array.Clear(transform, cells, transform.Length - cells);
        Fourier.Forward(transform, FourierOptions.AsymmetricScaling);
        for (var k = 0; k < transform.Length; k++)
        {
            var mirrored = Complex.Conjugate(transform[k == 0 ? 0 : transform.Length - k]);
            product[k] = (like[k] * transform[k]) + (opposite[k] * new Complex(-mirrored.Imaginary, mirrored.Real));
        }
        Fourier.Inverse(product, FourierOptions.AsymmetricScaling);
        for (var i = 0; i < cells; i++) (plus[i], minus[i]) = (product[i].Real, product[i].Imaginary);
    }

    /// <summary>The transform of h times the averaged kernel, which is even, hence real.</summary>
    private double[] Symbol(Potential potential, int length)
    {
        if (potential is ZeroPotential) return new double[length];
        var averages = AveragedKernel.Of(potential, width, cells);
        var kernel = new Complex[length];
        for (var k = 0; k < cells; k++)
        {
            kernel[k] = width * averages[k];
            if (k > 0) kernel[length - k] = width * averages[k];
        }
        Fourier.Forward(kernel, FourierOptions.AsymmetricScaling);
        return [.. kernel.Select(value => value.Real)];
    }
}
