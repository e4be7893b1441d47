namespace Orowan.Potentials;

/// <summary>A certified upper bound of |grad V| of a planar torus potential that is even in both components.</summary>
/// <remarks>
/// Over a square of half side a with centre c, |grad V| &lt;= |grad V(c)| + a sqrt 2 sup |D^2 V|. Where the potential has one core of
/// height h, |D^2 V| &lt;= min(lambda, M / (|x|^2 + h^2)) with M found from the nine images' own bound 3 / s^2 each, which holds for both
/// cores (their Hessians are at most 3 / (4 h^2) at 0 and fall like 3 / s^2), plus the rest, which is at most 8 pi in the cell.
/// </remarks>
internal static class PlanarGradientBound
{
    private const double Slack = 0.01;

    internal static double Of(PlanarPotential potential)
    {
        var lambda = potential.HessianBound;
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
            var curvature = Math.Min(lambda, 60 + (3 / ((near1 * near1) + (near2 * near2) + (potential.Height * potential.Height))));
            queue.Enqueue((x1, x2, half), -(size + (half * Math.Sqrt(2) * curvature)));
        }
    }
}
