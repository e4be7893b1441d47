using Orowan.Formats;

namespace Orowan.Claims.MultipleSigns;

/// <summary>A state of particles on the torus: positions, and half widths with digits of their own where the case has dipoles.</summary>
/// <param name="X">Positions, row-major n by d.</param>
/// <param name="D">Half widths, row-major n/2 by d; null without.</param>
internal sealed record TorusState(double[] X, double[]? D)
{
    /// <summary>Writes x_i - x_j; within a dipole from its half width.</summary>
    public void Difference(int dimension, int i, int j, Span<double> r)
    {
        for (var a = 0; a < dimension; a++)
        {
            r[a] = D is { } d && i / 2 == j / 2 && i != j
                ? (i < j ? 2 : -2) * d[(i / 2 * dimension) + a]
                : X[(i * dimension) + a] - X[(j * dimension) + a];
        }
    }
}

/// <summary>
/// The double sums of B as they are written, one pair at a time: the oracle for energies and velocities, which shares nothing with the
/// kernels of the flow but the potentials.
/// </summary>
internal static class TorusSums
{
    /// <summary>(2.1): E_n = 1/(2 n^2) sum_ij b_i b_j V(x_i - x_j) + (1/n) sum b_i U(x_i); the diagonal is left out of a singular V.</summary>
    public static double Energy(TorusCase subject, TorusState state) => Interaction(subject, state) + External(subject, state);

    /// <summary>1/(2 n^2) sum_ij b_i b_j V(x_i - x_j).</summary>
    public static double Interaction(TorusCase subject, TorusState state)
    {
        var n = subject.Count;
        Span<double> r = stackalloc double[subject.Dimension];
        double sum = 0;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                if (i == j && subject.V.IsSingular) continue;
                state.Difference(subject.Dimension, i, j, r);
                sum += subject.B[i] * subject.B[j] * subject.V.Value(r);
            }
        }
        return sum / (2.0 * n * n);
    }

    /// <summary>(1/n) sum b_i U(x_i).</summary>
    public static double External(TorusCase subject, TorusState state)
    {
        double sum = 0;
        for (var i = 0; i < subject.Count; i++) sum += subject.B[i] * subject.U.Value(state.X.AsSpan(i * subject.Dimension, subject.Dimension));
        return sum / subject.Count;
    }

    /// <summary>
    /// -(<paramref name="weight"/>/n) sum_j b_i b_j grad V(x_i - x_j) - b_i grad U(x_i), row-major n by d: (2.12) for weight 1; in slip the
    /// first component alone, (2.19).
    /// </summary>
    public static double[] Velocities(TorusCase subject, TorusState state, double weight = 1)
    {
        var (n, d) = (subject.Count, subject.Dimension);
        var velocities = new double[n * d];
        Span<double> r = stackalloc double[d];
        Span<double> gradient = stackalloc double[d];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                if (i == j) continue;
                state.Difference(d, i, j, r);
                subject.V.Gradient(r, gradient);
                for (var a = 0; a < d; a++) velocities[(i * d) + a] -= weight / n * subject.B[i] * subject.B[j] * gradient[a];
            }
            subject.U.Gradient(state.X.AsSpan(i * d, d), gradient);
            for (var a = 0; a < d; a++) velocities[(i * d) + a] -= subject.B[i] * gradient[a];
            if (subject.Motion == TorusMotion.Slip) velocities[(i * d) + 1] = 0;
        }
        return velocities;
    }

    /// <summary>
    /// How wrong rounding may make a component of <see cref="Velocities"/>: four spacings of the sizes of its terms, which cancel between the
    /// charges of a dipole, and the rounding of the two places of each pair pushed through its Hessian.
    /// </summary>
    public static double Rounding(TorusCase subject, TorusState state, double weight = 1)
    {
        var (n, d) = (subject.Count, subject.Dimension);
        Span<double> r = stackalloc double[d];
        Span<double> gradient = stackalloc double[d];
        var hessian = new double[d * d];
        var place = Floating.Spacing * Math.Max(1, state.X.Max(Math.Abs));
        double largest = 0;
        for (var i = 0; i < n; i++)
        {
            double terms = subject.U.GradientBound, moved = subject.U.HessianBound;
            for (var j = 0; j < n; j++)
            {
                if (i == j) continue;
                state.Difference(d, i, j, r);
                subject.V.Gradient(r, gradient);
                subject.V.Hessian(r, hessian);
                terms += weight / n * (d == 1 ? Math.Abs(gradient[0]) : double.Hypot(gradient[0], gradient[1]));
                // Within a dipole the difference has digits of its own.
                if (state.D is null || i / 2 != j / 2) moved += weight / n * TorusClaims.OperatorNorm(hessian);
            }
            largest = Math.Max(largest, (4 * Floating.Spacing * terms) + (place * moved));
        }
        return largest;
    }
}
