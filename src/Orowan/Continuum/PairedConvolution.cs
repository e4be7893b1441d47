using System.Numerics;
using MathNet.Numerics.IntegralTransforms;
using Orowan.Integration;
using Orowan.Potentials;

namespace Orowan.Continuum;

/// <summary>The potentials xi^+- = V * a^+- + W * a^-+ of two densities a^+- on N equal cells.</summary>
/// <remarks>
/// <para>
/// Up to some hundred cells as sums over the cells that are not empty, eight terms at a time: that takes less time there than transforms do,
/// and each is right to the rounding of its own terms.
/// </para>
/// <para>
/// Beyond, in O(N log N): with z = a^+ + i a^-, xi^+ + i xi^- = V * z + W * (i conj z), so that all four convolutions cost one transform
/// forward and one back: the transform of conj z at k is the conjugate of that of z at -k. Zeros up to twice the cells keep the ends from
/// meeting.
/// </para>
/// </remarks>
internal sealed class PairedConvolution
{
    /// <summary>The most cells whose potentials are summed up: half as long as by transforms at half as many, as long at twice as many.</summary>
    public const int MostSummed = 256;

    private readonly int cells;
    private readonly bool isSummed;
    private readonly bool oppositeIsZero;
    private readonly double[] like;
    private readonly double[] opposite;
    private readonly double[] alivePlus = [];
    private readonly double[] aliveMinus = [];
    private readonly Complex[] transform = [];
    private readonly Complex[] product = [];

    /// <param name="v">Between equal charges.</param>
    /// <param name="w">Between opposite charges.</param>
    /// <param name="width">Width of a cell, in the unit of length of the potentials.</param>
    /// <param name="cells">N.</param>
    /// <param name="summed">Whether to take sums or transforms; null for what is faster.</param>
    public PairedConvolution(Potential v, Potential w, double width, int cells, bool? summed = null)
    {
        this.cells = cells;
        (isSummed, oppositeIsZero) = (summed ?? (cells <= MostSummed), w is ZeroPotential);
        var (ofLike, ofOpposite) = (Kernel(v, width), Kernel(w, width));
        if (isSummed)
        {
            (like, opposite) = (ofLike, ofOpposite);
            (alivePlus, aliveMinus) = (new double[cells], new double[cells]);
            return;
        }
        var length = (int)BitOperations.RoundUpToPowerOf2((uint)(2 * cells));
        (like, opposite) = (Symbol(ofLike, length), Symbol(ofOpposite, length));
        (transform, product) = (new Complex[length], new Complex[length]);
    }

    /// <summary>
    /// Fills <paramref name="plus"/> and <paramref name="minus"/>, length N, with xi^+ and xi^- of [kappa]_+ and [kappa]_- (A, (1.3)), for
    /// <paramref name="kappa"/>, length N, in charge per length.
    /// </summary>
    public void Potentials(ReadOnlySpan<double> kappa, double[] plus, double[] minus)
    {
        if (isSummed) Sum(kappa, plus, minus);
        else Transform(kappa, plus, minus);
    }

    private void Sum(ReadOnlySpan<double> kappa, double[] plus, double[] minus)
    {
        for (var j = 0; j < cells; j++) (alivePlus[j], aliveMinus[j]) = (Math.Max(kappa[j], 0), Math.Max(-kappa[j], 0));
        var (ofPlus, ofMinus) = (Occupied(alivePlus), Occupied(aliveMinus));
        for (var i = 0; i < cells; i++)
        {
            (plus[i], minus[i]) = (At(i, like, alivePlus, ofPlus), At(i, like, aliveMinus, ofMinus));
            if (oppositeIsZero) continue;
            plus[i] += At(i, opposite, aliveMinus, ofMinus);
            minus[i] += At(i, opposite, alivePlus, ofPlus);
        }
    }

    private double At(int i, double[] kernel, double[] density, Range occupied) =>
        WideLoops.Inner(kernel.AsSpan(cells - 1 - i, cells)[occupied], density.AsSpan()[occupied]);

    /// <summary>From the first cell that is not empty to the last.</summary>
    private static Range Occupied(ReadOnlySpan<double> density)
    {
        var first = density.IndexOfAnyExcept(0.0);
        return first < 0 ? 0..0 : first..(density.LastIndexOfAnyExcept(0.0) + 1);
    }

    private void Transform(ReadOnlySpan<double> kappa, double[] plus, double[] minus)
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

    /// <summary>The width of a cell times the averaged kernel at distances -(N - 1), ..., N - 1.</summary>
    private double[] Kernel(Potential potential, double width)
    {
        var kernel = new double[(2 * cells) - 1];
        if (potential is ZeroPotential) return kernel;
        var averages = AveragedKernel.Of(potential, width, cells);
        for (var k = 0; k < cells; k++) kernel[cells - 1 - k] = kernel[cells - 1 + k] = width * averages[k];
        return kernel;
    }

    /// <summary>The transform of the kernel, which is even, hence real.</summary>
    private double[] Symbol(double[] kernel, int length)
    {
        var around = new Complex[length];
        for (var k = 0; k < cells; k++)
        {
            around[k] = kernel[cells - 1 + k];
            if (k > 0) around[length - k] = kernel[cells - 1 + k];
        }
        Fourier.Forward(around, FourierOptions.AsymmetricScaling);
        return [.. around.Select(value => value.Real)];
    }
}
