using System.Numerics;
using Orowan.Formats;
using Orowan.Measures;

namespace Orowan.Claims.MultipleSigns;

/// <summary>What a case multiplies Fourier coefficients with, on a grid of N points in each direction.</summary>
internal sealed class GromaBaloghSymbols
{
    public GromaBaloghSymbols(GromaBaloghCase subject, int side)
    {
        (Side, Dimension, IsSlip) = (side, subject.Dimension, subject.Motion == TorusMotion.Slip);
        Transform = new TorusTransform(Dimension, side);
        var count = Transform.Count;
        (First, Second, V, Square, Moving) = (new double[count], new double[count], new double[count], new double[count], new double[count]);
        (U, Mirror) = (new Complex[count], new int[count]);
        for (var i = 0; i < count; i++)
        {
            var (k, l) = Dimension == 1 ? (Wave(i), 0) : (Wave(i / side), Wave(i % side));
            (First[i], Second[i], Square[i]) = (k, l, ((double)k * k) + ((double)l * l));
            Moving[i] = IsSlip ? (double)k * k : Square[i];
            V[i] = subject.V.Coefficient(Dimension == 1 ? [k] : [k, l]);
            Mirror[i] = Dimension == 1 ? (side - i) % side : (((side - (i / side)) % side) * side) + ((side - (i % side)) % side);
        }
        foreach (var mode in Spectrum.Of(subject.U).Modes) U[Transform.Place(mode.K.AsSpan())] += mode.Value;
    }

    public int Side { get; }

    public int Dimension { get; }

    public bool IsSlip { get; }

    public TorusTransform Transform { get; }

    /// <summary>k_1.</summary>
    public double[] First { get; }

    /// <summary>k_2.</summary>
    public double[] Second { get; }

    /// <summary>|k|^2.</summary>
    public double[] Square { get; }

    /// <summary>|k|^2 over the directions of motion: k_1^2 on slip planes.</summary>
    public double[] Moving { get; }

    /// <summary>V_k.</summary>
    public double[] V { get; }

    /// <summary>U_k.</summary>
    public Complex[] U { get; }

    /// <summary>Where -k stands.</summary>
    public int[] Mirror { get; }

    /// <summary>The directions of motion, each by its components of the wave vectors.</summary>
    public IEnumerable<double[]> Directions => Dimension == 1 || IsSlip ? [First] : [First, Second];

    /// <summary>Where a wave vector stands.</summary>
    public int At(int k, int l) => Dimension == 1 ? Transform.Place(k) : Transform.Place(k, l);

    /// <summary>The values of coefficients.</summary>
    public Complex[] Values(Func<int, Complex> coefficient)
    {
        var field = new Complex[Transform.Count];
        for (var i = 0; i < field.Length; i++) field[i] = coefficient(i);
        Transform.Inverse(field);
        return field;
    }

    private int Wave(int i) => i <= Side / 2 ? i : i - Side;
}
