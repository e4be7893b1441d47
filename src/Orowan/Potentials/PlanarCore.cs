using System.Runtime.Intrinsics;

namespace Orowan.Potentials;

/// <summary>
/// The potential of one source in the plane, regularised at height h = delta / (2 pi), for the torus potentials in two dimensions.
/// </summary>
/// <remarks>
/// <para>
/// exp(-delta |k|) = exp(-2 pi h |k|) continues a function of x harmonically to the height h over the plane. With s = sqrt(|x|^2 + h^2):
/// the transform of h / (2 pi s^3) is exp(-2 pi h |k|), and integrating 2 pi times it twice in h gives F = -log(h + s), whose transform is
/// exp(-delta |k|) / (2 pi |k|^2) away from k = 0.
/// </para>
/// <para>
/// Integrating F twice more in h gives B = (3/4) h s + (|x|^2/4 - h^2/2) log(h + s), and E = -2 d_2^2 B has the transform
/// k_2^2 exp(-delta |k|) / (pi |k|^4). With q = 1 / (s + h), up to a constant, E = log q - h q - x_2^2 q^2. At h = 0 these are
/// -log|x| and -log|x| + x_1^2 / |x|^2 - 1.
/// </para>
/// <para>
/// Derivatives, with P = q^3 / s, w = 3 q/s + 1/s^2, A = x_1^2 - x_2^2 + h^2 + h s, C = 3 x_1^2 + x_2^2 + 3 h^2 + 3 h s:
/// d_i F = -x_i q/s, d_ij F = -(q/s) delta_ij + x_i x_j (q/s) (q/s + 1/s^2);
/// d_1 E = -x_1 P A, d_2 E = -x_2 P C, d_11 E = -P [A - x_1^2 w A + x_1^2 (2 + h/s)], d_12 E = x_1 x_2 P [w A + 2 - h/s],
/// d_22 E = -P [C - x_2^2 w C + x_2^2 (2 + 3 h/s)].
/// </para>
/// </remarks>
internal static class PlanarCore
{
    /// <summary>F.</summary>
    internal static double GreenValue(double x1, double x2, double h) => -Math.Log(h + Distance(x1, x2, h));

    internal static (double First, double Second) GreenGradient(double x1, double x2, double h)
    {
        var s = Distance(x1, x2, h);
        var factor = -1 / (s * (s + h));
        return (x1 * factor, x2 * factor);
    }

    /// <summary>In every lane, with the same operations.</summary>
    internal static (Vector512<double> First, Vector512<double> Second) GreenGradient(Vector512<double> x1, Vector512<double> x2, double h)
    {
        var s = Vector512.Sqrt((x1 * x1) + (x2 * x2) + Vector512.Create(h * h));
        var factor = -Vector512<double>.One / (s * (s + Vector512.Create(h)));
        return (x1 * factor, x2 * factor);
    }

    internal static (double First, double Mixed, double Second) GreenHessian(double x1, double x2, double h)
    {
        var s = Distance(x1, x2, h);
        var q = 1 / (s * (s + h));
        var bend = q * (q + (1 / (s * s)));
        return ((x1 * x1 * bend) - q, x1 * x2 * bend, (x2 * x2 * bend) - q);
    }

    /// <summary>E.</summary>
    internal static double EdgeValue(double x1, double x2, double h)
    {
        var reach = Distance(x1, x2, h) + h;
        return -Math.Log(reach) - (h / reach) - (x2 / reach * (x2 / reach));
    }

    internal static (double First, double Second) EdgeGradient(double x1, double x2, double h)
    {
        var s = Distance(x1, x2, h);
        // One division: u = 1/(s (s + h)) gives q = u s, and q^3/s = q^2 u.
        var u = 1 / (s * (s + h));
        var q = u * s;
        var factor = -q * q * u;
        var common = h * (h + s);
        return (x1 * factor * (((x1 - x2) * (x1 + x2)) + common), x2 * factor * ((3 * x1 * x1) + (x2 * x2) + (3 * common)));
    }

    /// <summary>In every lane, with the same operations.</summary>
    internal static (Vector512<double> First, Vector512<double> Second) EdgeGradient(Vector512<double> x1, Vector512<double> x2, double h)
    {
        var height = Vector512.Create(h);
        var s = Vector512.Sqrt((x1 * x1) + (x2 * x2) + Vector512.Create(h * h));
        var u = Vector512<double>.One / (s * (s + height));
        var q = u * s;
        var factor = -q * q * u;
        var common = height * (height + s);
        return (x1 * factor * (((x1 - x2) * (x1 + x2)) + common), x2 * factor * ((3 * x1 * x1) + (x2 * x2) + (3 * common)));
    }

    internal static (double First, double Mixed, double Second) EdgeHessian(double x1, double x2, double h)
    {
        var s = Distance(x1, x2, h);
        var q = 1 / (s + h);
        var factor = q * q * q / s;
        var w = ((3 * q) + (1 / s)) / s;
        var common = h * (h + s);
        var a = ((x1 - x2) * (x1 + x2)) + common;
        var c = (3 * x1 * x1) + (x2 * x2) + (3 * common);
        return (
            -factor * (a + (x1 * x1 * (2 + (h / s) - (w * a)))),
            x1 * x2 * factor * ((w * a) + 2 - (h / s)),
            -factor * (c + (x2 * x2 * (2 + (3 * h / s) - (w * c)))));
    }

    /// <summary>s; distances whose squares would underflow do not occur among particles.</summary>
    internal static double Distance(double x1, double x2, double h) => Math.Sqrt((x1 * x1) + (x2 * x2) + (h * h));
}
