using System.Runtime.Intrinsics;

namespace Orowan.Potentials;

/// <summary>sin(pi r) and cos(pi r) for r in [-1/2, 1/2] to two roundings, relative to each, alone and in eight lanes by the same operations.</summary>
/// <remarks>
/// The runtime's own vector functions have other last digits before and after a method is recompiled, so that two runs of one case would
/// differ. These are written in operations whose results are fixed: sin x = x + x^3 (c_1 + c_2 x^2 + ...) by Taylor's series, whose next
/// term is (pi/2)^25/25! = 5e-21, and cos(pi r) = sin(pi (1/2 - |r|)), where the difference is exact for |r| >= 1/4.
/// </remarks>
internal static class SineOfPi
{
    /// <summary>(-1)^k/(2k + 1)!, k = 1, 2, ...</summary>
    private static readonly double[] Coefficients =
    [
        -0.16666666666666666,
        0.008333333333333333,
        -0.0001984126984126984,
        2.7557319223985893e-06,
        -2.505210838544172e-08,
        1.6059043836821613e-10,
        -7.647163731819816e-13,
        2.8114572543455206e-15,
        -8.22063524662433e-18,
        1.9572941063391263e-20,
        -3.868170170630684e-23,
    ];

    internal static (Vector512<double> Sin, Vector512<double> Cos) At(Vector512<double> r) => (Sin(r), Sin(Vector512.Create(0.5) - Vector512.Abs(r)));

    internal static (double Sin, double Cos) At(double r) => (Sin(r), Sin(0.5 - Math.Abs(r)));

    private static double Sin(double r)
    {
        var x = Math.PI * r;
        var square = x * x;
        var sum = Coefficients[^1];
        for (var k = Coefficients.Length - 2; k >= 0; k--) sum = Math.FusedMultiplyAdd(sum, square, Coefficients[k]);
        return Math.FusedMultiplyAdd(x * square, sum, x);
    }

    private static Vector512<double> Sin(Vector512<double> r)
    {
        var x = Math.PI * r;
        var square = x * x;
        var sum = Vector512.Create(Coefficients[^1]);
        for (var k = Coefficients.Length - 2; k >= 0; k--) sum = Vector512.FusedMultiplyAdd(sum, square, Vector512.Create(Coefficients[k]));
        return Vector512.FusedMultiplyAdd(x * square, sum, x);
    }
}
