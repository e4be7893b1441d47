using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Orowan.Particles;

/// <summary>
/// The logarithm of a product of many positive numbers, eight lanes at a time: each lane keeps its product as m 2^k with m in [1, 2),
/// and logarithms are taken of the eight m alone.
/// </summary>
/// <remarks>
/// k is exact. A factor costs one multiplication, with a relative error of at most u = 2^-53, so that after N factors the logarithm L is
/// wrong by at most N u to first order, and by 2 u |L| and some forty u for the multiplication by log 2, the sixteen logarithms and their
/// sum. A sum of N rounded logarithms is wrong by up to N u |L|.
/// </remarks>
internal struct LogProduct()
{
    /// <summary>log 2.</summary>
    public const double Log2 = 0.6931471805599453;

    private const long Bias = 1023;
    private const int FractionBits = 52;
    private const long Fraction = (1L << FractionBits) - 1;

    private Vector512<double> mantissa = Vector512<double>.One;
    private Vector512<long> exponent = Vector512<long>.Zero;
    private long factors;

    /// <summary>Multiplies by positive normal numbers whose products with numbers in [1, 2) are normal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Multiply(Vector512<double> values)
    {
        var bits = (mantissa * values).AsInt64();
        exponent += Vector512.ShiftRightLogical(bits, FractionBits);
        mantissa = ((bits & Vector512.Create(Fraction)) | Vector512<double>.One.AsInt64()).AsDouble();
        factors++;
    }

    /// <summary>The logarithm of the product of both times 2^<paramref name="scaled"/>; large powers of two cancel as integers.</summary>
    public static double Log(in LogProduct first, in LogProduct second, long scaled)
    {
        var (mantissas, power) = (first.LogOfMantissas() + second.LogOfMantissas(), first.Power() + second.Power() + scaled);
        return mantissas + (power * Log2);
    }

    private readonly double LogOfMantissas()
    {
        double sum = 0;
        for (var lane = 0; lane < Vector512<double>.Count; lane++) sum += Math.Log(mantissa[lane]);
        return sum;
    }

    private readonly long Power() => Vector512.Sum(exponent) - (Vector512<double>.Count * Bias * factors);
}
