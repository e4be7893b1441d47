namespace Orowan.Potentials;

/// <summary>An upper bound of |grad V| of a planar torus potential that is even in both components, by branch and bound.</summary>
/// <remarks>
/// Over a square of half side a with centre c, |grad V| &lt;= |grad V(c)| + a sqrt 2 sup |D^2 V|, and |D^2 V| &lt;= min(lambda, 3.1 / s^2 + S): the
/// core's own Hessian is at most 3 / s^2, attained by edge at h = 0, x_2 = 0, and certified to be at most 3.1 / s^2 by a grid and a Lipschitz
/// constant in the tests; S bounds that of everything else. Seen from the quarter [0, 1/2]^2 of the cell, which is enough by symmetry, two
/// images are at least 1/2 away, one 1/sqrt 2, two 1, two sqrt(5)/2 and one sqrt 2: 3.1 (8 + 2 + 2 + 1.6 + 0.5) = 43.8. The rest is a
/// polynomial, and the sum of its coefficients' sizes a bound.
/// </remarks>
internal static class PlanarGradientBound
{
    private const double Slack = 0.01;

    /// <summary>s^2 times the Hessian of a core at most.</summary>
    private const double Core = 3.1;

    /// <summary>The Hessians of the eight images other than the nearest.</summary>
    private const double Images = Core * 14.1;

    internal static double Of(PlanarPotential potential)
    {
        var lambda = potential.HessianBound;
        var elsewhere = Images + potential.RestHessianBound;
        var queue = new PriorityQueue<(double X1, double X2, double Half), double>();
        double best = 0;
        Span<double> gradient = stackalloc double[2];
        Push(0.25, 0.25, 0.25, gradient);
        while (queue.TryDequeue(out var square, out var negative))
        {
            if (-negative <= best * (1 + Slack)) return -negative;
            var half = 0.5 * square.Half;
            Push(square.X1 - half, square.X2 - half, half, gradient);
            Push(square.X1 - half, square.X2 + half, half, gradient);
            Push(square.X1 + half, square.X2 - half, half, gradient);
            Push(square.X1 + half, square.X2 + half, half, gradient);
        }
        return best;

        void Push(double x1, double x2, double half, Span<double> at)
        {
            potential.Gradient([x1, x2], at);
            var size = double.Hypot(at[0], at[1]);
            best = Math.Max(best, size);
            var (near1, near2) = (x1 - half, x2 - half);
            var curvature = Math.Min(lambda, elsewhere + (Core / ((near1 * near1) + (near2 * near2) + (potential.Height * potential.Height))));
            queue.Enqueue((x1, x2, half), -(size + (half * Math.Sqrt(2) * curvature)));
        }
    }
}
