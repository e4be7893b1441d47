using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.MultipleSigns;

/// <summary>What the claims of paper B have in common.</summary>
internal static class TorusClaims
{
    /// <summary>A claim on the numbers of exactly solvable cases.</summary>
    public static Claim<TorusNumbers> OnNumbers(
        string id, string label, string statement, string derivation, Func<TorusNumbers, IEnumerable<Comparison>> check) =>
        new(id, label, statement, derivation, _ => null, (subject, _) => check(subject));

    /// <summary>A claim on exactly solvable cases that a solver runs.</summary>
    public static Claim<TorusNumbers> OnRuns(
        string id, string label, string statement, string derivation, Func<TorusNumbers, ISolver, IEnumerable<Comparison>> check) =>
        new(id, label, statement, derivation, _ => null, check);

    /// <summary>A potential at a point of the circle or the plane.</summary>
    public static double At(this TorusPotential potential, params ReadOnlySpan<double> x) => potential.Value(x);

    /// <summary>The gradient at a point.</summary>
    public static double[] GradientAt(this TorusPotential potential, params ReadOnlySpan<double> x)
    {
        var gradient = new double[potential.Dimension];
        potential.Gradient(x, gradient);
        return gradient;
    }

    /// <summary>The Hessian at a point, row by row.</summary>
    public static double[] HessianAt(this TorusPotential potential, params ReadOnlySpan<double> x)
    {
        var hessian = new double[potential.Dimension * potential.Dimension];
        potential.Hessian(x, hessian);
        return hessian;
    }

    /// <summary>Operator norm of a symmetric matrix of size 1 or 2, row by row.</summary>
    public static double OperatorNorm(double[] m) =>
        m.Length == 1 ? Math.Abs(m[0]) : Math.Abs(0.5 * (m[0] + m[3])) + double.Hypot(0.5 * (m[0] - m[3]), m[1]);
}
